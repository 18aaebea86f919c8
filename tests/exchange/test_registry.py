"""Formats: by content before name, and refused by name."""

import io
import zipfile

import pytest
from tests.held import held

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


HEADS = {
    "old office": b"\xd0\xcf\x11\xe0\xa1",
    "png": b"\x89PNG\r\n",
    "jpeg": b"\xff\xd8\xff\xe0",
    "gif": b"GIF89a",
    "gzip": b"\x1f\x8b\x08",
    "sqlite": b"SQLite format 3\0",
    "pdf": b"%PDF-1.7\n",
    "rtf": b"{\\rtf1 Text}",
    "html": b"<!DOCTYPE html><html><body>",
    "xml": b'<?xml version="1.0"?><TEI xmlns="x"/>',
    "json": b'{"%TYPES": {}}',
    "nexis": b"Dokument 1 von 2\n\nText",
    "text": b"Der Rat tagt.",
    "a broken archive": b"PK\x03\x04xx",
}


def archive(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as opened:
        for name, content in files.items():
            opened.writestr(name.replace("__", "/").replace("_", "."), content)
    return out.getvalue()


ARCHIVES = {
    "word": archive(word__document_xml=b"x"),
    "excel": archive(xl__workbook_xml=b"x"),
    "powerpoint": archive(ppt__presentation_xml=b"x"),
    "odt": archive(mimetype=b"application/vnd.oasis.opendocument.text"),
    "ods": archive(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"),
    "odp": archive(mimetype=b"application/vnd.oasis.opendocument.presentation"),
    "epub": archive(mimetype=b"application/epub+zip"),
    "a long kind": archive(mimetype=b"application/epub+zip" + b" " * 200),
    "refi": archive(Project_QDE=b"x"),
    "other": archive(a_txt=b"x"),
}


def test_what_a_file_is_by_its_name_and_its_first_bytes(tmp_path):
    """Every ending that is known, read or refused, and every sign, held as text."""

    def told(name: str, content: bytes) -> str:
        path = tmp_path / name
        path.write_bytes(content)
        try:
            return format_of(path).name
        except InputError as error:
            return f"{type(error).__name__}: {error}"

    suffixes = sorted({suffix for form in FORMATS for suffix in form.suffixes} | set(REFUSED))
    found = [f"text in {suffix} → {told(f'a{suffix}', HEADS['text'])}" for suffix in suffixes]
    for what, content in {**HEADS, **ARCHIVES}.items():
        found += [
            f"{what} in {end or 'no ending'} → {told(f'a{end}', content)}"
            for end in ("", ".txt", ".docx", ".csv.gz", ".qdpx")
        ]
    held("read/registry", "\n".join(found) + "\n")
