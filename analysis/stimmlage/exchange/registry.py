"""The formats that files come in: how each is recognised, who reads it, and what is refused by name.

A format is one entry of `FORMATS`; a new one is added there. What a file is, its first bytes say before its name does.
"""

from __future__ import annotations

import gzip
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from stimmlage.errors import InputError
from stimmlage.exchange.article import Article

_HEAD = 65536
"""Bytes from the beginning of a file that tell what it is."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format that is read.

    Attributes
    ----------
    name : str
        What tables and messages call it.
    suffixes : tuple of str
        How names of such files end.
    what : str
        What it is, for people.
    reader : str
        `module:function` under `exchange.readers` that yields the articles of a file; empty for plain text and tables
        of articles, which are read where they are asked for.
    signs : callable, optional
        Tells from the first bytes whether a file is of this format.
    """

    name: str
    suffixes: tuple[str, ...]
    what: str
    reader: str = ""
    signs: Callable[[bytes], bool] | None = None

    def articles(self, path: Path) -> Iterator[Article]:
        """Yield the articles of a file."""
        module, _, function = self.reader.partition(":")
        read: Callable[[Path], Iterator[Article]]
        read = getattr(import_module(f"stimmlage.exchange.readers.{module}"), function)
        return read(path)


def _starts(*beginnings: bytes) -> Callable[[bytes], bool]:
    return lambda head: head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(beginnings)


_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*(?:<!DOCTYPE\s+html|<html\b|<head\b|<body\b)", re.IGNORECASE | re.DOTALL
)
_TEI = re.compile(rb"<(?:\w+:)?(?:TEI|teiCorpus|TEI\.2|XMI)\b")
_CONLLU = re.compile(rb"(?:^|\n)1(?:-\d+)?\t[^\t\n]+\t[^\t\n]*\t[^\t\n]*\t[^\t\n]*\t[^\t\n]*\t")


def _is_html(head: bytes) -> bool:
    head = head.removeprefix(b"\xef\xbb\xbf")
    return _HTML.match(head) is not None and b"<TEI" not in head[:4000]


def _is_xml(head: bytes) -> bool:
    """Tell XML of any kind: its reader takes TEI and UIMA CAS and refuses the rest by the name of the root."""
    return _TEI.search(head[:4000]) is not None or head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<?xml")


def _is_export(head: bytes) -> bool:
    from stimmlage.exchange.readers.texts import is_export

    return re.search(
        rb"(?i)(?:Dokument|Document) \d+ (?:von|of) \d+|\d+ of \d+ DOCUMENTS|End of Document", head
    ) is not None and is_export(head)


FORMATS: tuple[Format, ...] = (
    Format("txt", (".txt", ".text"), "plain text"),
    Format("csv", (".csv", ".tsv", ".csv.gz", ".tsv.gz"), "a table of articles"),
    Format("jsonl", (".jsonl", ".ndjson", ".jsonl.gz"), "a table of articles, a JSON object a line"),
    Format("parquet", (".parquet",), "a table of articles", signs=_starts(b"PAR1")),
    Format("xlsx", (".xlsx", ".xlsm"), "a spreadsheet of articles"),
    Format("nexis", (), "an export of LexisNexis as text", "texts:export", _is_export),
    Format(
        "html",
        (".html", ".htm", ".xhtml"),
        "a saved web page, or an export of Factiva or LexisNexis",
        "pages:html",
        _is_html,
    ),
    Format("pdf", (".pdf",), "a PDF, or a collection of WISO or Genios", "pdf:pdf", _starts(b"%PDF")),
    Format("docx", (".docx",), "a Word document, or an export of Nexis", "word:docx"),
    Format("odt", (".odt",), "an OpenDocument text", "word:odt"),
    Format("rtf", (".rtf",), "an RTF document, or an export of Nexis", "word:rtf", _starts(b"{\\rtf")),
    Format("markdown", (".md", ".markdown"), "Markdown", "texts:markdown"),
    Format("tei", (".xml", ".tei", ".xmi"), "TEI, or a UIMA CAS", "tei:xml", _is_xml),
    Format(
        "cas",
        (),
        "a UIMA CAS in JSON",
        "annotated:cas_json",
        lambda head: b'"%TYPES"' in head or b'"%FEATURE_STRUCTURES"' in head,
    ),
    Format(
        "conllu",
        (".conllu", ".conll"),
        "CoNLL-U",
        "annotated:conllu",
        lambda head: _CONLLU.search(head) is not None and b"\n# text" in b"\n" + head,
    ),
    Format("webanno", (), "WebAnno TSV", "annotated:webanno", _starts(b"#FORMAT=WebAnno TSV")),
    Format("brat", (".ann",), "annotations of brat", "annotated:brat"),
    Format("qdpx", (".qdpx",), "a REFI-QDA project", "annotated:qdpx"),
)

_REFUSED = {
    ".doc": "an old Word document; save it as DOCX",
    ".xls": "an old Excel table; save it as XLSX or CSV",
    ".ods": "an OpenDocument table; save it as XLSX or CSV",
    ".ppt .pptx .odp .key": "a presentation; save its text",
    ".pages .wpd .wps": "a document of another program; save it as DOCX or PDF",
    ".epub .mobi .azw .azw3": "an e-book; save its text",
    ".eml .msg .mbox": "a mail; save its text",
    ".mht .mhtml .webarchive": "a web archive; save the page as HTML",
    ".zip .rar .7z .tar .tgz .gz .bz2 .xz": "an archive; unpack it and give the folder",
    ".png .jpg .jpeg .gif .tif .tiff .bmp .webp .svg .ico .heic": "a picture; run OCR over it and give the text",
    ".mp3 .wav .ogg .m4a .flac .mp4 .avi .mov .mkv .webm": "sound or film; give a transcript",
    ".json": "JSON of no known kind; a table of articles is JSON Lines, one object a line",
    ".toml .yaml .yml .ini .cfg .lock": "settings of a program",
    ".css .js .py .r .ipynb .sh .sql .exe .dll .so": "code",
    ".db .sqlite .sqlite3 .sav .dta .rds .rdata .feather .pkl": "data of another program; export it as CSV",
}
REFUSED = {suffix: what for suffixes, what in _REFUSED.items() for suffix in suffixes.split()}
"""What is known and not read, by the end of its name."""
_SIGNS = (
    (b"\xd0\xcf\x11\xe0", "an old office document, or an encrypted one; save it as DOCX or XLSX without a password"),
    (b"\x89PNG", REFUSED[".png"]),
    (b"\xff\xd8\xff", REFUSED[".png"]),
    (b"GIF8", REFUSED[".png"]),
    (b"\x1f\x8b", REFUSED[".zip"]),
    (b"SQLite format 3", REFUSED[".db"]),
)
_BY_NAME = {form.name: form for form in FORMATS}
_TABLES = ("csv", "jsonl", "parquet", "xlsx")


def by_suffix(path: Path) -> Format | None:
    """Return the format that the name of a file promises."""
    name = path.name.lower()
    return next((form for form in FORMATS for suffix in form.suffixes if name.endswith(suffix)), None)


def format_of(path: Path) -> Format:
    """Return the format of a file, by its first bytes and then by its name.

    Raises
    ------
    InputError
        If it is of a format that is not read; the message names it.
    """
    named = by_suffix(path)
    head = _head(path)
    if head[:4] == b"PK\x03\x04":
        return _packed(path, named)
    for sign, what in _SIGNS:
        if head.startswith(sign) and not (named and named.name in _TABLES and path.suffix == ".gz"):
            raise InputError(f"{path.name} is {what}.")
    if named is None or named.name in ("txt", "csv", "html", "tei", "markdown"):
        for form in FORMATS:
            if form.signs is not None and form.signs(head):
                return form
    if named is not None:
        return named
    if path.suffix.lower() in REFUSED:
        raise InputError(f"{path.name} is {REFUSED[path.suffix.lower()]}.")
    return _BY_NAME["txt"]


def _packed(path: Path, named: Format | None) -> Format:
    """Tell what kind of document a zip archive is."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
            kind = (
                archive.read("mimetype")[:60]
                if "mimetype" in names and archive.getinfo("mimetype").file_size < 200
                else b""
            )
    except (zipfile.BadZipFile, OSError, RuntimeError) as error:
        if named is not None and named.name in ("docx", "odt", "xlsx", "qdpx"):
            return named  # its reader says what is wrong
        raise InputError(f"{path.name} is a damaged archive ({error}).") from error
    for sign, name in (("word/document.xml", "docx"), ("xl/workbook.xml", "xlsx")):
        if sign in names:
            return _BY_NAME[name]
    if kind.startswith(b"application/vnd.oasis.opendocument.text"):
        return _BY_NAME["odt"]
    if any(name.lower().endswith(".qde") for name in names) or (named is not None and named.name == "qdpx"):
        return _BY_NAME["qdpx"]
    for sign, suffix in (("opendocument.spreadsheet", ".ods"), ("epub", ".epub"), ("opendocument", ".odp")):
        if sign in kind.decode("ascii", "replace"):
            raise InputError(f"{path.name} is {REFUSED[suffix]}.")
    if "ppt/presentation.xml" in names:
        raise InputError(f"{path.name} is {REFUSED['.pptx']}.")
    raise InputError(f"{path.name} is {REFUSED['.zip']}.")


def _head(path: Path) -> bytes:
    try:
        if path.name.lower().endswith((".csv.gz", ".tsv.gz", ".jsonl.gz")):
            with gzip.open(path) as packed:
                return packed.read(_HEAD)
        with path.open("rb") as file:
            return file.read(_HEAD)
    except (OSError, EOFError):
        return b""  # its reader says what is wrong


__all__ = ["FORMATS", "REFUSED", "Format", "by_suffix", "format_of"]
