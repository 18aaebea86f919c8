"""Collections of Nexis Uni and LexisNexis: many articles in one DOCX, RTF, HTML or text file.

Nexis Uni writes title, paper and day, labels (`Länge:`, `Autor:`), `Body`, the text, `Classification`, and
`End of Document`. The older LexisNexis writes `Dokument 1 von 9`, paper and day, the title, labels in capitals, the
text, and labels again. The German labels of Nexis Uni are inferred from the English ones and were not seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from stimmlage.exchange.article import Article, Part, article_of, day_of, names_of
from stimmlage.reading.wrapping import looks_like_heading

_END = re.compile(r"(?:End of Document|Ende des Dokuments)\b")
_NUMBERED = re.compile(
    r"\s*(?:(?:Dokument|Document) \d+ (?:von|of) \d+|\d+ (?:of|von) \d+ (?:DOCUMENTS|DOKUMENTEN?))\s*", re.IGNORECASE
)
_BODY = re.compile(r"(?:Body|Text|Volltext|Haupttext)\s*")
_LABELS = {
    "author": ("autor", "autorin", "autoren", "byline", "von"),
    "section": ("rubrik", "section", "ressort"),
    "length": ("länge", "length"),
    "highlight": ("highlight",),
    "dateline": ("ort", "dateline"),
    "other": (
        "update load-date ladedatum language sprache publication-type publikationstyp zeitungstyp journal-code subject "
        "thema themen schlagwörter company organization organisation industry branche geographic geographie person "
        "persons ticker copyright graphic grafik series correction notes isbn issn doctype document-type url "
        "client/matter "
        "acc-no pub-type abstract bibliographie city country state category"
    ).split(),
}
_LABEL_OF = {label: kind for kind, labels in _LABELS.items() for label in labels}
_LABEL = re.compile(r"([A-ZÄÖÜ][\w/-]*(?: [A-ZÄÖÜ][\w/-]*)?):[\s\xa0]*(.*)", re.DOTALL)
_TAIL = re.compile(
    r"(?:Classification|Klassifikation|Klassifizierung)\s*|(?:Load-Date|UPDATE|LOAD-DATE|SPRACHE|LANGUAGE|PUBLICATION-TYPE|GRAPHIC|Ladedatum)\s*:.*",
    re.DOTALL,
)
_PAGE = re.compile(r"(?:S\.|Seite|Pg\.?|Page)\s*([A-Z]?\d[\w-]*)")
_RIGHTS = re.compile(r"(?:Copyright|©|\(c\)).*|All [Rr]ights [Rr]eserved.*|Alle Rechte vorbehalten.*", re.DOTALL)


class Line(NamedTuple):
    """A line of a document, with what its style says and whether it is bold."""

    text: str
    kind: str = ""
    strong: bool = False


def is_collection(texts: Iterable[str]) -> bool:
    """Tell whether these lines come from Nexis.

    Examples
    --------
    >>> is_collection(["Titel", "Bote", "Body", "Text.", "End of Document"]), is_collection(["Dokument 1 von 2"])
    (True, True)
    >>> is_collection(["Body", "Der Rat tagt."])
    False
    """
    body = end = False
    for text in texts:
        bare = text.strip()
        if _NUMBERED.fullmatch(bare):
            return True
        body = body or _BODY.fullmatch(bare) is not None
        end = end or _END.search(bare) is not None
    return body and end


def articles(lines: Sequence[Line]) -> Iterator[Article]:
    """Yield the articles of a collection."""
    numbered = [i for i, line in enumerate(lines) if _NUMBERED.fullmatch(line.text.strip())]
    if numbered:
        for start, stop in zip(numbered, [*numbered[1:], len(lines)]):
            yield _older(lines[start + 1 : stop])
        return
    start = 0
    for i, line in enumerate(lines):
        if _END.search(line.text):
            before = _END.split(line.text)[0]  # it may share the paragraph with the last label
            yield _newer([*lines[start:i], line._replace(text=before)], first=start == 0)
            start = i + 1
    if any(_BODY.fullmatch(line.text.strip()) for line in lines[start:]):
        yield _newer(lines[start:], first=start == 0)


def _newer(lines: Sequence[Line], first: bool) -> Article:
    """Read an article of Nexis Uni: what stands above `Body`, and what below."""
    body = next((i for i, line in enumerate(lines) if _BODY.fullmatch(line.text.strip())), len(lines))
    above = [line.text.strip().replace("\xa0", " ") for line in lines[:body]]
    dated = [
        i for i, text in enumerate(above) if day_of(text) and not _LABEL.fullmatch(text) and not _RIGHTS.fullmatch(text)
    ]
    if first and dated:
        above = _without_cover(above, dated[-1])
    filled = [text for text in above if text]
    labels = _labels(filled)
    plain = [text for text in filled if not _is_label(text) and not _RIGHTS.fullmatch(text)]
    day = next((i for i, text in enumerate(plain) if i > 0 and day_of(text)), len(plain))
    outlet = plain[day - 1] if 1 < day <= len(plain) else ""
    return _article(
        plain[0] if plain else "", outlet, day_of(plain[day]) if day < len(plain) else "", labels, lines[body + 1 :]
    )


def _without_cover(above: list[str], dated: int) -> list[str]:
    """Drop the cover page, which lists all titles: the article begins two filled lines above its day."""
    listed = {re.sub(r"^\d+\.\s*", "", text) for text in above if re.match(r"\d+\.\s", text)}
    for i, text in enumerate(above):
        if i < dated and text in listed:
            return above[i:]
    filled = [i for i in range(dated) if above[i]]
    return above[filled[-2] :] if len(filled) > 1 else above


def _older(lines: Sequence[Line]) -> Article:
    """Read an article of the older LexisNexis."""
    filled = [i for i, line in enumerate(lines) if line.text.strip()]
    day = next((i for i in filled[:6] if day_of(lines[i].text)), -1)
    outlet = lines[filled[0]].text.strip() if day >= 0 else ""
    start = day + 1
    date = day_of(lines[day].text) if day >= 0 else ""
    head: list[str] = []
    title = ""
    while start < len(lines):
        paragraph, stop = _paragraph(lines, start)
        if not paragraph:
            start = stop
            continue
        if _is_label(paragraph) and not _TAIL.fullmatch(paragraph):
            head.append(paragraph)
        elif not title and not head:
            title = paragraph
        elif head and _LABEL_OF.get(_key(head[-1])) == "highlight" and _key(head[-1]) != "length":
            pass
        else:
            break
        start = stop
        if _LABEL_OF.get(_key(paragraph)) == "length":
            break
    return _article(title, outlet, date, _labels(head), lines[start:], wrapped=True)


def _paragraph(lines: Sequence[Line], start: int) -> tuple[str, int]:
    stop = start
    while stop < len(lines) and lines[stop].text.strip() and not (stop > start and _is_label(lines[stop].text.strip())):
        stop += 1
    over = stop < len(lines) and not lines[stop].text.strip()
    return " ".join(line.text.strip() for line in lines[start:stop]), stop + over


def _key(text: str) -> str:
    return text.partition(":")[0].strip().lower()


def _is_label(text: str) -> bool:
    return _LABEL.fullmatch(text) is not None and _key(text) in _LABEL_OF


def _labels(texts: Iterable[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for text in texts:
        if _is_label(text):
            found.setdefault(_LABEL_OF[_key(text)], text.partition(":")[2].strip())
    return found


def _article(
    title: str, outlet: str, date: str, labels: dict[str, str], body: Sequence[Line], wrapped: bool = False
) -> Article:
    tail = next((i for i, line in enumerate(body) if _TAIL.fullmatch(line.text.strip())), len(body))
    while tail and (not body[tail - 1].text.strip() or _LABEL_OF.get(_key(body[tail - 1].text)) == "other"):
        tail -= 1
    told = labels.get("section", "")
    page = _PAGE.search(told)
    section = re.split(r"[;,]", told)[0].strip()
    parts = [Part(title, "title"), *_body(body[:tail], wrapped)]
    return article_of(
        parts,
        author=names_of(labels.get("author", "")),
        outlet=re.sub(r"\s*\((?:Online|Print).*\)$", "", outlet),
        date=date,
        place=labels.get("dateline", "").title(),
        about={"section": section.title() if section.isupper() else section, "page": page[1] if page else ""},
    )


def _body(lines: Sequence[Line], wrapped: bool) -> Iterator[Part]:
    """Yield the paragraphs; in old exports they are wrapped, and blank lines part them."""
    lines = [line for line in lines if not _RIGHTS.fullmatch(line.text.strip())]
    if not wrapped:
        marked = any(line.strong for line in lines) and not all(line.strong for line in lines if line.text.strip())
        for line in lines:
            heads = line.kind == "heading" or (marked and line.strong and looks_like_heading(line.text.strip()))
            yield Part(line.text, "heading" if heads else "")
        return
    start = 0
    while start < len(lines):
        paragraph, start = _paragraph(lines, start)
        yield Part(paragraph)
