"""Formats: by content before name, and refused by name."""

import zipfile

import pytest

from stimmlage.errors import InputError
from stimmlage.exchange.registry import FORMATS, REFUSED, by_suffix, format_of


@pytest.mark.parametrize(
    ("name", "content", "form"),
    [
        ("a.txt", b"Der Rat tagt.", "txt"),
        ("a.dat", b"Der Rat tagt.", "txt"),
        ("a.txt", b"%PDF-1.7", "pdf"),
        ("a.txt", b"<!DOCTYPE html><html>", "html"),
        ("a.txt", b"\xef\xbb\xbf<html>", "html"),
        ("a.txt", b"{\\rtf1", "rtf"),
        ("a.xml", b"<?xml version='1.0'?><TEI>", "tei"),
        ("a.md", b"# Titel", "markdown"),
        ("a.csv", b"id,text", "csv"),
        ("a.tsv", b"id\ttext", "csv"),
        ("a.jsonl", b'{"text": "Ja."}', "jsonl"),
        ("a.txt", b"PAR1", "parquet"),
        ("a.tsv", b"#FORMAT=WebAnno TSV 3.3", "webanno"),
    ],
)
def test_what_a_file_is(tmp_path, name, content, form):
    (tmp_path / name).write_bytes(content)
    assert format_of(tmp_path / name).name == form


@pytest.mark.parametrize(
    ("inside", "form"), [("word/document.xml", "docx"), ("xl/workbook.xml", "xlsx"), ("project.qde", "qdpx")]
)
def test_what_an_archive_is(tmp_path, inside, form):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr(inside, "x")
    assert format_of(tmp_path / "a.zip").name == form


@pytest.mark.parametrize("name", ["a.doc", "a.zip", "a.epub", "a.pptx", "a.mht"])
def test_what_is_refused_says_what_would_work(tmp_path, name):
    (tmp_path / name).write_bytes(b"\0\1\2 something")
    with pytest.raises(InputError, match="save|unpack") as error:
        format_of(tmp_path / name)
    assert name in str(error.value) and "\n" not in str(error.value)


def test_every_suffix_is_of_one_format():
    suffixes = [suffix for form in FORMATS for suffix in form.suffixes]
    assert len(suffixes) == len(set(suffixes)) and not set(suffixes) & set(REFUSED)
    assert len({form.name for form in FORMATS}) == len(FORMATS)


def test_endings_in_capitals_count(tmp_path):
    assert by_suffix(tmp_path / "A.DOCX").name == "docx" and by_suffix(tmp_path / "a.unknown") is None
