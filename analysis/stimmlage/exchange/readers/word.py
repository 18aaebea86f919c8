"""Office documents: DOCX, ODT and RTF, with their headings, their tables, and collections of Nexis in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from stimmlage.errors import InputError
from stimmlage.exchange.article import Article, Part, article_of, day_of, imprint_of, names_of
from stimmlage.exchange.readers import nexis
from stimmlage.exchange.readers.safety import bytes_of, needed, opened_zip, parse_xml
from stimmlage.reading.intake import encoding_of

_KINDS = (
    (re.compile(r"(?:Title|Titel)\b.*", re.IGNORECASE), "title"),
    (re.compile(r"(?:Subtitle|Untertitel)\b.*", re.IGNORECASE), "subtitle"),
    (re.compile(r"(?:Heading|Überschrift|berschrift)\b.*", re.IGNORECASE), "heading"),
    (re.compile(r"(?:Caption|Beschriftung|Bildunterschrift)\b.*", re.IGNORECASE), "caption"),
    (re.compile(r"(?:Header|Footer|Kopfzeile|Fußzeile)\b.*", re.IGNORECASE), "running head"),
)
_ODT = {
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
    "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
}
_TEMPLATE = "2013-12-23 23:15:00"
"""When the template of python-docx was made, which its documents carry on."""
_PROGRAMS = ("python-docx", "openpyxl", "Microsoft Office", "LibreOffice", "User", "Admin")
_RTF_PICTURE = re.compile(r"\{\\\*?\\?(?:pict|objdata)\b[^{}]*\}")
_RTF_INFO = re.compile(r"\{\\(title|author)\s+((?:[^{}\\]|\\'[0-9a-f]{2}|\\u-?\d+\??)*)\}")
_RTF_DAY = re.compile(r"\{\\creatim\\yr(\d{4})\\mo(\d{1,2})\\dy(\d{1,2})")


def docx(path: Path) -> Iterator[Article]:
    """Yield the articles of a DOCX file.

    Raises
    ------
    InputError
        If it is damaged, encrypted, or unpacks to more than it may.
    """
    library = needed("docx", "DOCX")
    opened_zip(path).close()
    try:
        document = library.Document(str(path))
    except (KeyError, ValueError, library.opc.exceptions.PackageNotFoundError) as error:
        raise InputError(f"{path.name} is no Word document ({' '.join(str(error).split())[:80]}).") from error
    lines = list(_docx_lines(document))
    properties = document.core_properties
    yield from _articles(lines, properties.title or "", properties.author or "", str(properties.created or ""))


def _docx_lines(document: Any) -> Iterator[nexis.Line]:
    for content in document.iter_inner_content():
        if hasattr(content, "rows"):
            seen = set()
            for row in content.rows:
                for cell in row.cells:
                    if id(cell._tc) not in seen:  # a merged cell is there once for each column
                        seen.add(id(cell._tc))
                        yield from (nexis.Line(p.text, "table") for p in cell.paragraphs)
            continue
        style = content.style.name if content.style is not None and content.style.name else ""
        runs = [run for run in content.runs if run.text.strip()]
        yield nexis.Line(content.text, _kind(style), bool(runs) and all(run.bold for run in runs))
        for box in content._p.xpath(".//w:drawing//w:txbxContent//w:p"):
            yield nexis.Line("".join(t.text or "" for t in box.iter("{*}t")), "box")


def _kind(style: str) -> str:
    return next((kind for pattern, kind in _KINDS if pattern.fullmatch(style)), "")


def _articles(lines: list[nexis.Line], title: str = "", author: str = "", created: str = "") -> Iterator[Article]:
    if nexis.is_collection(line.text for line in lines):
        yield from nexis.articles(lines)
        return
    yield _single(lines, title, author, created)


def _single(lines: list[nexis.Line], title: str, author: str, created: str) -> Article:
    """Make one article of the paragraphs of a document."""
    known: dict[str, str] = {}
    parts = []
    tables = sum(len(line.text) for line in lines if line.kind == "table")
    layout = tables * 2 > sum(len(line.text) for line in lines)  # the page is laid out by a table
    for number, line in enumerate(lines):
        kind = line.kind
        if kind == "table" and layout:
            kind = ""
        if number < 8 and kind in ("", "subtitle") and (found := imprint_of(line.text)):
            known = {**found, **known}
            kind = "date"
        parts.append(Part(line.text, "lead" if kind == "subtitle" else kind))
    if not any(part.text.strip() for part in parts):
        raise InputError("The document holds no text.")
    if not any(part.kind in ("title", "heading") for part in parts):
        parts = _bold_headings(lines, parts)
    if title and not any(part.kind == "title" for part in parts):
        first = next(i for i, part in enumerate(parts) if part.text.strip())
        if " ".join(parts[first].text.split()) == " ".join(title.split()):
            parts[first] = Part(parts[first].text, "title")
    unsure: tuple[str, ...] = ()
    date = known.get("date", "")
    if not date and not created.startswith(_TEMPLATE) and (day := day_of(created)):
        date, unsure = day, ("date",)
    return article_of(
        parts,
        title="" if any(part.kind == "title" for part in parts) else title,
        author="" if author in _PROGRAMS else names_of(author),
        date=date,
        outlet=known.get("outlet", ""),
        about={key: known.get(key, "") for key in ("section", "page")},
        unsure=unsure,
    )


def _bold_headings(lines: list[nexis.Line], parts: list[Part]) -> list[Part]:
    """Take short bold lines for headings where no style says which lines are; the first one is the title."""
    bold = [
        i
        for i, line in enumerate(lines)
        if line.strong and len(line.text) < 120 and line.text.rstrip()[-1:] not in ".:,;"
    ]
    if not bold or len(bold) * 2 > sum(1 for line in lines if line.text.strip()):
        return parts
    first = next(i for i, line in enumerate(lines) if line.text.strip())
    return [Part(p.text, "title" if i == first else "heading") if i in bold else p for i, p in enumerate(parts)]


def odt(path: Path) -> Iterator[Article]:
    """Yield the article of an ODT file."""
    with opened_zip(path) as archive:
        if "content.xml" not in archive.namelist():
            raise InputError(f"{path.name} is no OpenDocument text.")
        root = parse_xml(archive.read("content.xml"), path.name)
        names = archive.namelist()
        meta = parse_xml(archive.read("meta.xml"), path.name) if "meta.xml" in names else None
    body = root.find(".//office:text", _ODT)
    if body is None:
        raise InputError(f"{path.name} is an OpenDocument file, but no text; save it as ODT.")
    styles = {
        s.get(f"{{{_ODT['style']}}}name"): s.get(f"{{{_ODT['style']}}}parent-style-name") for s in root.iter("{*}style")
    }

    def told(name: str) -> str:
        return (meta.findtext(f".//{name}", "", _ODT) or "") if meta is not None else ""

    author = told("meta:initial-creator") or told("dc:creator")
    yield from _articles(list(_odt_lines(body, styles)), told("dc:title"), author, told("meta:creation-date"))


def _odt_lines(body: Any, styles: dict[str, str]) -> Iterator[nexis.Line]:
    text = f"{{{_ODT['text']}}}"
    for element in body.iter(f"{text}p", f"{text}h"):
        style = element.get(f"{text}style-name", "")
        kind = _kind((styles.get(style) or style).replace("_20_", " "))
        if any(a.tag == f"{{{_ODT['table']}}}table" for a in element.iterancestors()):
            kind = "table"
        elif any(a.tag in (f"{text}note", f"{text}tracked-changes") for a in element.iterancestors()):
            kind = "note"
        yield nexis.Line(_odt_text(element), "heading" if element.tag == f"{text}h" and kind != "title" else kind)


def _odt_text(element: Any) -> str:
    parts = [element.text or ""]
    for child in element:
        tag = child.tag.rpartition("}")[2] if isinstance(child.tag, str) else ""
        if tag in ("tab", "line-break"):
            parts.append(" ")
        elif tag == "s":
            parts.append(" " * int(child.get(f"{{{_ODT['text']}}}c", "1")))
        elif tag not in ("note", "annotation", "frame", "tracked-changes"):
            parts.append(_odt_text(child))
        parts.append(child.tail or "")
    return "".join(parts)


def rtf(path: Path) -> Iterator[Article]:
    """Yield the articles of an RTF file; headings are not told there and are gathered from the text."""
    library = needed("striprtf.striprtf", "RTF")
    data = bytes_of(path)
    raw = data.decode("cp1252" if encoding_of(data) == "utf-8" and data.isascii() else encoding_of(data), "replace")
    raw = _RTF_PICTURE.sub("", raw)
    text = library.rtf_to_text(raw, errors="replace")
    info = {
        key: library.rtf_to_text("{\\rtf1\\ansi " + value + "}", errors="replace").strip()
        for key, value in _RTF_INFO.findall(raw[:50_000])
    }
    created = _RTF_DAY.search(raw[:50_000])
    day = "-".join(f"{int(part):02d}" for part in created.groups()) if created else ""
    lines = [nexis.Line(line, "table") if line.count("|") > 1 else nexis.Line(line) for line in text.split("\n")]
    yield from _articles(lines, info.get("title", ""), info.get("author", ""), day)
