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


@pytest.mark.parametrize(
    ("suffixes", "words"),
    [
        (".doc", "save it as DOCX"),
        (".xls .ods", "save it as XLSX or CSV"),
        (".ppt .pptx .odp .key", "a presentation"),
        (".pages .wpd .wps", "save it as DOCX or PDF"),
        (".epub .mobi .azw .azw3", "an e-book"),
        (".eml .msg .mbox", "a mail"),
        (".mht .mhtml .webarchive", "a web archive"),
        (".zip .rar .7z .tar .tgz .gz .bz2 .xz", "an archive"),
        (".png .jpg .jpeg .gif .tif .tiff .bmp .webp .svg .ico .heic", "a picture"),
        (".mp3 .wav .ogg .m4a .flac .mp4 .avi .mov .mkv .webm", "sound or film"),
        (".json", "JSON Lines"),
        (".toml .yaml .yml .ini .cfg .lock", "settings"),
        (".css .js .py .r .ipynb .sh .sql .exe .dll .so", "code"),
        (".db .sqlite .sqlite3 .sav .dta .rds .rdata .feather .pkl", "data of another program"),
    ],
)
def test_what_is_refused_by_its_name(suffixes, words):
    for suffix in suffixes.split():
        assert words in REFUSED[suffix], suffix


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (b"application/vnd.oasis.opendocument.spreadsheet", "OpenDocument table"),
        (b"application/epub+zip", "an e-book"),
        (b"application/vnd.oasis.opendocument.presentation", "a presentation"),
    ],
)
def test_archives_of_other_programs_are_told_by_what_they_say(tmp_path, kind, words):
    with zipfile.ZipFile(tmp_path / "a.bin", "w") as archive:
        archive.writestr("mimetype", kind)
    with pytest.raises(InputError, match=words):
        format_of(tmp_path / "a.bin")


def test_a_presentation_is_told_by_what_is_in_it(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.bin", "w") as archive:
        archive.writestr("ppt/presentation.xml", "x")
    with pytest.raises(InputError, match="a presentation"):
        format_of(tmp_path / "a.bin")
