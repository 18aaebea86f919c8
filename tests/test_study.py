"""A study: what it records, and what is told if something is not as it was."""

import hashlib

import pytest

from stimmlage.errors import InputError, MissingFileError
from stimmlage.study import Study


@pytest.fixture
def study(tmp_path):
    folder = tmp_path / "corpus/source"
    folder.mkdir(parents=True)
    (folder / "a.txt").write_text("Der Rat tagt.", "utf-8")
    sha = hashlib.sha256((folder / "a.txt").read_bytes()).hexdigest()
    (folder / "sources.toml").write_text(f'[[source]]\npath = "a.txt"\nsha256 = "{sha}"\n', "utf-8")
    (tmp_path / "corpus/targets.toml").write_text(
        '[[target]]\nid = "plan"\npatterns = ["lemma:Plan"]\nlabel_en = "the plan"\nlabel_de = "der Plan"\n', "utf-8"
    )
    (tmp_path / "notebooks").mkdir()
    return Study(tmp_path)


def test_a_folder_without_a_study_is_told(tmp_path):
    with pytest.raises(MissingFileError, match="No study in"):
        Study(tmp_path)


def test_sources_are_those_that_were_recorded(study):
    assert [path.name for path in study.sources] == ["a.txt"]
    (study.root / "corpus/source/a.txt").write_text("Der Rat tagt nicht.", "utf-8")
    with pytest.raises(InputError, match=r"a.txt was changed: its sha256 is"):
        _ = study.sources
    (study.root / "corpus/source/a.txt").unlink()
    with pytest.raises(MissingFileError, match="names 'a.txt', which is not there"):
        _ = study.sources


@pytest.mark.parametrize(("text", "words"), [("= 3", "is no TOML"), ("title = 1", r"names no \[\[source\]\]")])
def test_a_damaged_record_is_told(study, text, words):
    (study.root / "corpus/source/sources.toml").write_text(text)
    with pytest.raises(InputError, match=words):
        _ = study.recorded


def test_tables_are_built_and_old_ones_go(study):
    built = study.root / "corpus/built"
    built.mkdir()
    (built / "old.csv").write_text("a")
    study.build()
    assert (built / "documents.csv").is_file() and not (built / "old.csv").exists()


def test_notebooks_are_in_reading_order(study):
    for name in ("10_last.ipynb", "01_first.ipynb", "notes.ipynb"):
        (study.root / "notebooks" / name).write_text("{}")
    assert [path.name for path in study.notebooks] == ["01_first.ipynb", "10_last.ipynb"]
    assert study.lessons == []
