"""TEI: each `TEI` element is an article; also those of the Deutsches Textarchiv."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from stimmlage.errors import InputError
from stimmlage.exchange.article import Article, Part, article_of, day_of
from stimmlage.exchange.readers.annotated import cas_texts
from stimmlage.exchange.readers.safety import bytes_of, parse_xml

_LEAVES = (
    "p",
    "head",
    "l",
    "ab",
    "item",
    "quote",
    "speaker",
    "stage",
    "opener",
    "closer",
    "byline",
    "dateline",
    "argument",
    "cell",
    "titlePart",
)
_BESIDE = {
    "fw": "running head",
    "figDesc": "caption",
    "byline": "by-line",
    "dateline": "dateline",
    "cell": "table",
    "stage": "notice",
}
_SKIPPED = frozenset(("fw", "note", "del", "sic", "orig", "abbr", "pb", "cb", "figure", "metamark", "teiHeader"))
_KEPT_SIC = frozenset(("sic", "orig", "abbr"))


def xml(path: Path) -> Iterator[Article]:
    """Yield the articles of a TEI file, or the text of a UIMA CAS (XMI).

    Raises
    ------
    InputError
        If it is another XML, or brings entities of its own.
    """
    root = parse_xml(bytes_of(path), path.name)
    name = _local(root)
    if name == "XMI" or "uima" in " ".join(root.nsmap.values()):
        yield from cas_texts(root, path.name)
        return
    found = [root] if name == "TEI" else [e for e in root.iter() if _local(e) == "TEI"]
    if name in ("TEI.2",):
        raise InputError(f"{path.name} is TEI P4; convert it to TEI P5 first.")
    if not found:
        raise InputError(f"{path.name} is XML with the root <{name}>, which is not read; TEI and UIMA CAS (XMI) are.")
    for element in found:
        if not any(e is not element and _local(e) == "TEI" for e in element.iter()):
            yield _article(element)


def _local(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _article(tei: Any) -> Article:
    header = next((e for e in tei if _local(e) == "teiHeader"), None)
    text = next((e for e in tei if _local(e) == "text"), None)
    title = _first(header, "titleStmt", "title")
    parts = [] if text is None else list(_parts(text))
    parts = _with_title(parts, title)
    source = _whole(next(_named(header, "sourceDesc"), None))
    imprint = _first(header, "sourceDesc", "title")
    outlet = imprint if imprint != title else ""
    if not outlet and re.fullmatch(r"[^,.;]{3,50}, .{4,40}", source) and day_of(source):
        outlet = source.partition(",")[0]
    return article_of(
        parts,
        title=title,
        author=_authors(header),
        date=_day(header),
        outlet=outlet,
        language=_language(header),
        about={"section": "", "page": ""},
    )


def _named(root: Any, name: str) -> Iterator[Any]:
    return (e for e in (root.iter() if root is not None else ()) if _local(e) == name)


def _whole(element: Any) -> str:
    return "" if element is None else " ".join(" ".join(element.itertext()).split())


def _first(header: Any, within: str, name: str) -> str:
    """Return the main title, not the volume's."""
    found = [e for box in _named(header, within) for e in _named(box, name)]
    found.sort(key=lambda e: (e.get("type") or "main") != "main" or e.get("level") in ("m", "s"))
    return _whole(found[0]) if found else ""


def _authors(header: Any) -> str:
    names = []
    for author in (e for box in _named(header, "titleStmt") for e in _named(box, "author")):
        first = " ".join(_whole(e) for e in _named(author, "forename"))
        last = " ".join(
            [*(_whole(e) for e in _named(author, "nameLink")), *(_whole(e) for e in _named(author, "surname"))]
        )
        name = f"{first} {last}".strip() or _whole(next(_named(author, "persName"), author))
        if "," in name and name.count(",") == 1:
            last, _, first = name.partition(",")
            name = f"{first.strip()} {last.strip()}"
        names.append(name)
    return ", ".join(dict.fromkeys(filter(None, names)))


def _day(header: Any) -> str:
    """Return when the source appeared; else when the edition did."""
    for within in ("sourceDesc", "profileDesc", "publicationStmt"):
        for box in _named(header, within):
            for date in _named(box, "date"):
                told = date.get("when") or date.get("notBefore") or _whole(date)
                if re.fullmatch(r"\d{4}(?:-\d\d(?:-\d\d)?)?", told.strip()):
                    return str(told.strip())
                if day := day_of(told):
                    return day
            if within == "sourceDesc" and (day := day_of(_whole(box))):
                return day
    return ""


def _language(header: Any) -> str:
    told = next((e.get("ident") or "" for e in _named(header, "language")), "")
    return {"deu": "de", "ger": "de", "eng": "en", "fra": "fr", "fre": "fr"}.get(told, told[:2])


def _parts(text: Any) -> Iterator[Part]:
    for element in text.iter():
        name = _local(element)
        if name not in _LEAVES or any(_local(a) in ("note", "figure", "fw") for a in element.iterancestors()):
            continue
        if any(_local(inner) in _LEAVES and inner is not element for inner in element.iter()) and name not in (
            "p",
            "head",
        ):
            continue
        if any(_local(a) in ("p", "head", "l") for a in element.iterancestors()):
            continue
        content = _text(element)
        if name == "speaker":
            yield Part(content.rstrip(" .:") + ":")
        else:
            yield Part(content, "heading" if name in ("head", "titlePart") else _BESIDE.get(name, ""))


def _text(element: Any) -> str:
    """Return the words of an element: lines that break a word joined, notes and page heads left out."""
    pieces = [element.text or ""]
    for child in element:
        name = _local(child)
        if name == "lb":
            before = pieces[-1].rstrip()
            if child.get("break") == "no" or before.endswith("¬"):
                pieces[-1] = before.rstrip("¬-")
                pieces.append((child.tail or "").lstrip())
                continue
            pieces.append("\n")
        elif name == "choice":
            wanted = [c for c in child if _local(c) not in _KEPT_SIC] or list(child)
            pieces.append(_text(wanted[0]) if len(wanted) else "")
        elif name not in _SKIPPED or name in _KEPT_SIC:
            pieces.append(_text(child))
        pieces.append(child.tail or "")
    joined = "".join(pieces)
    joined = re.sub(r"¬\s*\n\s*", "", joined)
    return re.sub(r"(?<=[a-zäöüß])-\n\s*(?=[a-zäöüß])", "", joined)


def _with_title(parts: list[Part], title: str) -> list[Part]:
    """Mark the first heading as the title if it is the one that the header names."""
    for i, part in enumerate(parts[:3]):
        if part.kind == "heading" and " ".join(part.text.split()).strip(" .") == title.strip(" ."):
            parts[i] = Part(part.text, "title")
            return parts
    return parts
