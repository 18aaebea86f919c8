"""Intake: bytes become source text; what cannot be an article is told in one line."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stimmlage.errors import InputError, MissingFileError
from stimmlage.reading.intake import take_in

TEXT = "Über die Größe des „Schadens“ – etwa 5 € – schweigt die Behörde.\r\nSie prüft noch.\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode("utf-8"), "utf-8"),
        (TEXT.encode("utf-8-sig"), "utf-8-sig"),
        (TEXT.encode("utf-16"), "utf-16"),
        ("\ufeff".encode("utf-16-be") + TEXT.encode("utf-16-be"), "utf-16"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("utf-32"), "utf-32"),
        (TEXT.encode("cp1252"), "cp1252"),
    ],
)
def test_encodings(data, encoding):
    intake = take_in(data)
    assert (intake.text, intake.encoding, intake.problem) == (TEXT, encoding, "")
    assert intake.sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize(
    ("data", "text", "problem"),
    [
        (
            "Größe, Maße, Füße und ".encode() + b"\xff Ende.",
            "Größe, Maße, Füße und \ufffd Ende.",
            "1 undecodable byte (utf-8)",
        ),
        (b"Gr\xf6\xdfe und \x81 und \x8d", "Größe und \ufffd und \ufffd", "2 undecodable bytes (cp1252)"),
        ("Ein \ufffd stand schon da.".encode(), "Ein \ufffd stand schon da.", ""),
    ],
)
def test_undecodable_bytes_are_a_problem_of_the_document(data, text, problem):
    intake = take_in(data)
    assert (intake.text, intake.problem) == (text, problem)


def test_file(tmp_path):
    path = tmp_path / "artikel.txt"
    path.write_bytes(TEXT.encode())
    for given_path in (path, str(path)):
        intake = take_in(given_path)
        assert (intake.text, intake.source, intake.name) == (TEXT, "artikel.txt", "artikel")


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("leer.txt", b"", "holds no text"),
        ("weiss.txt", b" \n\t\r\n\x0c", "holds no text"),
        ("bom.txt", b"\xef\xbb\xbf", "holds no text"),
        ("bericht.pdf", b"%PDF-1.7\n%\xe2\xe3", "extract its text first"),
        ("bericht.docx", b"PK\x03\x04\x14\0\x06\0", "save it as plain text"),
        ("bericht.rtf", b"{\\rtf1\\ansi Hallo}", "save it as plain text"),
        ("bild.png", b"\x89PNG\r\n\x1a\n", "give a text file"),
        ("daten.bin", bytes(range(256)) * 4, "is not a text file"),
        ("nullen.bin", b"\0" * 100, "holds no text"),
    ],
)
def test_what_cannot_be_an_article(tmp_path, name, data, message):
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(InputError, match=message) as caught:
        take_in(path)
    assert name in str(caught.value) and "\n" not in str(caught.value)


def test_missing_path_and_folder(tmp_path):
    with pytest.raises(MissingFileError, match="No file at .*fehlt.txt"):
        take_in(tmp_path / "fehlt.txt")
    with pytest.raises(InputError, match="is a folder"):
        take_in(tmp_path)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data):
    try:
        intake = take_in(data)
    except InputError:
        return
    assert intake.text and intake.sha256


@given(
    st.text(
        alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Co", "Cf", "Zs", "Zl", "Zp"]),
        min_size=1,
    )
)
def test_utf8_comes_back(text):
    assert take_in(text.encode()).text == text
