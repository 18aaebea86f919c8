"""What paths lead to."""

import pytest

from stimmlage.errors import InputError, MissingFileError, OptionError
from stimmlage.exchange.paths import format_name, sources_of


@pytest.fixture
def folder(tmp_path):
    for name in (
        "a.txt",
        "b.txt",
        "README.md",
        ".hidden.txt",
        "sub/c.txt",
        "seite.html",
        "seite_files/bild.txt",
        "a.ann",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("Ja.", "utf-8")
    return tmp_path


def names(paths):
    return [file.name for source in sources_of(paths) for file in source.files]


def test_a_folder_is_read_whole_without_what_belongs_to_others(folder):
    assert names(folder) == ["a.txt", "b.txt", "seite.html", "c.txt"]


def test_files_and_globs(folder):
    assert names(str(folder / "*.txt")) == [".hidden.txt", "a.txt", "b.txt"] or names(str(folder / "*.txt")) == [
        "a.txt",
        "b.txt",
    ]
    assert names([folder / "b.txt", folder / "a.txt"]) == ["b.txt", "a.txt"]


@pytest.mark.parametrize(
    ("paths", "error", "words"),
    [
        ("Zwei\nZeilen", InputError, "this is a text; for that there is sl.from_text"),
        ([], InputError, "takes the path of a text file"),
        (3, InputError, "takes the path of a text file"),
        ("nirgends/*.txt", MissingFileError, "Nothing found at"),
    ],
)
def test_what_leads_nowhere_is_told(paths, error, words):
    with pytest.raises(error, match=words):
        sources_of(paths)


def test_an_empty_folder_is_told(tmp_path):
    with pytest.raises(InputError, match="holds no file that is read"):
        sources_of(tmp_path)


@pytest.mark.parametrize(
    ("options", "words"),
    [({"names": "id"}, "list of the names"), ({"names": ["a", "a"]}, "a name twice"), ({"sep": ";;"}, "one character")],
)
def test_options_of_tables(folder, options, words):
    with pytest.raises(OptionError, match=words):
        sources_of(folder / "a.txt", **options)


@pytest.mark.parametrize(
    ("source", "name"),
    [("seite.htm", "html"), ("a/b.docx", "docx"), ("bild.png", "png"), ("", "text"), ("a.csv.gz", "csv")],
)
def test_formats_by_name(source, name):
    assert format_name(source) == name
