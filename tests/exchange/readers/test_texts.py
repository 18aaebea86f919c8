"""Markdown: its headings, its front matter, without its marks."""

import pytest

from stimmlage.errors import InputError
from stimmlage.exchange.readers.texts import is_export, markdown


def read(tmp_path, text):
    path = tmp_path / "a.md"
    path.write_text(text, "utf-8")
    (found,) = markdown(path)
    return found


def test_title_headings_and_marks(tmp_path):
    found = read(tmp_path, "# Streit\n\nDer **Rat** [tagt](https://x.example).\n\n## Am Abend\n\n- `Er` schweigt\\.\n")
    assert found.text == "Streit\n\nDer Rat tagt.\n\nAm Abend\n\nEr schweigt."
    assert [(found.text[m.start : m.end], m.kind) for m in found.marks] == [
        ("Streit", "title"),
        ("Am Abend", "heading"),
    ]


def test_front_matter_names_what_it_names(tmp_path):
    found = read(
        tmp_path, '---\ntitle: "Streit"\nautor: Anna Berg\ndatum: 2. März 2021\nmedium: Bote\n---\n\nDer Rat tagt.\n'
    )
    assert (found.title, found.author, found.date, found.outlet) == ("Streit", "Anna Berg", "2021-03-02", "Bote")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("# Streit\nDer Rat tagt.", "Streit\n\nDer Rat tagt."),
        ("# Streit #\nDer Rat tagt.\n## Am Abend\nEr schweigt.", "Streit\n\nDer Rat tagt.\n\nAm Abend\n\nEr schweigt."),
        ("Streit\n======\n\nDer Rat tagt.", "Streit\n\nDer Rat tagt."),
        ("Der Rat tagt.\n\n```\ncode\n```\n\nEr schweigt.", "Der Rat tagt.\n\nEr schweigt."),
        ("Der Rat tagt.<!-- nicht\nlesen --> Er schweigt.", "Der Rat tagt. Er schweigt."),
        ("> Der Rat\n> tagt.", "Der Rat tagt."),
        ("Der Rat tagt.[^1]\n\n---\n\nEr schweigt.", "Der Rat tagt.\n\nEr schweigt."),
        ("3 * 4 * 5 ist viel.", "3 * 4 * 5 ist viel."),
    ],
)
def test_what_is_text(tmp_path, text, kept):
    assert read(tmp_path, text).text == kept


def test_nothing_is_told(tmp_path):
    with pytest.raises(InputError, match="holds no text"):
        read(tmp_path, "<!-- nichts -->\n")


def test_an_export_is_known():
    assert is_export(b"Dokument 1 von 2\n") and not is_export(b"Der Rat tagt.\n")
