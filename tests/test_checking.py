"""What `reproduce --check` says of two folders of results."""

import json

import numpy as np
import pytest
from matplotlib.image import imsave

from stimmlage.checking import differences

TABLE = "voice,n,value\nauthor,3,0.25\nAnna Berg,1,\n"


@pytest.fixture
def folders(tmp_path):
    """Two folders with the same table, record and picture."""
    for name in ("old", "new"):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "t.csv").write_text(TABLE)
        (folder / "t.json").write_text(json.dumps({"caption": "Voices", "versions": {"pandas": "3"}}))
        imsave(folder / "t.png", np.zeros((4, 5, 3)))
    return tmp_path / "old", tmp_path / "new"


def test_equal_folders_do_not_differ(folders):
    assert differences(*folders) == []


@pytest.mark.parametrize(
    ("file", "content", "said"),
    [
        ("t.csv", TABLE.replace("0.25", "0.26"), ["t.csv: row 1, value: '0.25' became '0.26'"]),
        ("t.csv", TABLE.replace("0.25", "0.2500000000001"), []),
        ("t.csv", TABLE.replace("n,", "m,"), ["t.csv: columns ['voice', 'n', 'value'] became ['voice', 'm', 'value']"]),
        ("t.csv", TABLE + "Ida,2,1\n", ["t.csv: 2 rows became 3"]),
        ("t.json", '{"caption": "Stimmen"}', ["t.json: caption: 'Voices' became 'Stimmen'"]),
        ("t.json", '{"caption": "Voices", "versions": {"pandas": "4"}}', []),
        ("extra.csv", "a\n1\n", ["extra.csv: the study makes it, but it is not committed"]),
    ],
)
def test_each_difference_is_told(folders, file, content, said):
    (folders[1] / file).write_text(content)
    assert differences(*folders) == said


def test_missing_file_is_told(folders):
    (folders[1] / "t.csv").unlink()
    assert differences(*folders) == ["t.csv: is committed, but the study does not make it"]


def test_pixels_are_counted(folders):
    picture = np.zeros((4, 5, 3))
    picture[0, :2] = 1
    imsave(folders[1] / "t.png", picture)
    assert differences(*folders) == ["t.png: 2 of 20 pixels differ (10.00%), by 1.00 at most"]


def test_tables_come_before_pixels(folders):
    (folders[1] / "t.csv").unlink()
    (folders[1] / "t.png").unlink()
    assert [line[:5] for line in differences(*folders)] == ["t.csv", "t.png"]


def test_many_cells_are_counted(folders):
    for folder, by in zip(folders, "ab"):
        (folder / "t.csv").write_text("x\n" + "".join(f"{by}{n}\n" for n in range(9)))
    said = differences(*folders)
    assert said[0] == "t.csv: row 1, x: 'a0' became 'b0'" and said[-1].startswith("t.csv: and ")
    shown = len(said) - 1
    assert shown < 9 and said[-1] == f"t.csv: and {9 - shown} more cells"


def test_the_columns_that_are_there_are_compared_where_rows_are_missing(folders):
    (folders[1] / "t.csv").write_text("voice,n,value\nauthor,4,0.25\n")
    assert differences(*folders) == ["t.csv: 2 rows became 1", "t.csv: row 1, n: '3' became '4'"]


def test_pictures_are_compared_by_size_and_by_pixel(folders):
    imsave(folders[1] / "t.png", np.zeros((4, 6, 3)))
    assert differences(*folders) == ["t.png: size 5×4 became 6×4"]
    picture = np.zeros((4, 5, 3))
    picture[1, 2] = 1
    imsave(folders[1] / "t.png", picture)
    assert differences(*folders) == ["t.png: 1 of 20 pixels differ (5.00%), by 1.00 at most"]


def test_other_files_are_compared_by_their_bytes(folders):
    for folder, content in zip(folders, (b"<svg>", b"<svg/>")):
        (folder / "t.svg").write_bytes(content)
    assert differences(*folders) == ["t.svg: 5 bytes became 6, or the same number of others"]
