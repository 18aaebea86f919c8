"""An article as a file holds it: its text, what the file says of its paragraphs, and what it says of the article."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from stimmlage.document import Mark
from stimmlage.reading.masthead import iso_date

_DATE = re.compile(
    r"\b\d{4}-\d\d-\d\d|\b\d{1,2}\.?\s*(?:[A-Za-zä]{3,9}\.?|\d{1,2}\.)\s*\d{4}\b"
    r"|\b[A-Z][a-zä]{2,8}\.? \d{1,2},? \d{4}\b|\b\d{2}\.\d{2}\.\d{2}\b"
)
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_BETWEEN = re.compile(r"\s*(?:[·|•;]|[–—]| - |,)\s*")
_NUMBER = re.compile(r"(?:Nr|Ausgabe|Jahrgang|Jg|Heft)\b.*|.*\d{1,2}[.:]\d\d Uhr")
_PAGE = re.compile(r"(?:S\.|Seite|Page)\s*([A-Z]?\d{1,4})\b.*")
_WEEKDAY = re.compile(
    r"(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag|Mo|Di|Mi|Do|Fr|Sa|So)\.?"
)
_NO_NAME = re.compile(
    r"\b(?:Redaktion|Agentur|Online|Newsroom|News|Team|Administrator|admin|unknown|anonymous)\b", re.I
)
_NO_PERSON = re.compile(r"@|http|\w\.[a-z]{2,}")
_LONGEST_IMPRINT = 120


class Part(NamedTuple):
    """A paragraph as a file holds it; `kind` is `title`, `lead`, `heading`, a kind of furniture, or empty where the
    file says nothing."""

    text: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """One article of a file.

    `marks` and `wrapped` say of `text` what `reading.layout.lay_out` takes; `about` holds what else the file tells
    (`section`, `page`, `url`), `unsure` names what was gathered from signs that may be wrong.
    """

    text: str
    marks: tuple[Mark, ...] = ()
    wrapped: bool | None = False
    title: str = ""
    lead: str = ""
    author: str = ""
    date: str = ""
    outlet: str = ""
    place: str = ""
    language: str = ""
    about: dict[str, Any] = field(default_factory=dict)
    unsure: tuple[str, ...] = ()
    problem: str = ""
    encoding: str = ""
    name: str = ""


def article_of(parts: Iterable[Part], **known: Any) -> Article:
    """Make an article of its paragraphs.

    Examples
    --------
    >>> article = article_of([Part("Streit  im\\nRat", "title"), Part("Der Rat tagt.")], outlet="Bote")
    >>> article.text, article.marks, article.title
    ('Streit im Rat\\n\\nDer Rat tagt.', (Mark(start=0, end=13, kind='title'),), 'Streit im Rat')
    """
    marks, texts, length = [], [], 0
    for part in parts:
        text = " ".join(part.text.split())
        if not text:
            continue
        if part.kind:
            marks.append(Mark(length, length + len(text), part.kind))
        if part.kind == "title":
            known["title"] = known.get("title") or text
        texts.append(text)
        length += len(text) + 2
    return Article("\n\n".join(texts), tuple(marks), **known)


def day_of(text: str) -> str:
    """Return the first day that a text names, as `2021-03-02`; nothing if there is none.

    Examples
    --------
    >>> day_of("Dienstag, 2. März 2021"), day_of("January 11, 2010 Monday"), day_of("vom 02.03.2021, S. 9"), day_of("?")
    ('2021-03-02', '2010-01-11', '2021-03-02', '')
    """
    for found in _DATE.finditer(text):
        if _ISO.fullmatch(day := iso_date(found.group())):
            return day
    return ""


def names_of(text: str, outlet: str = "") -> str:
    """Return the names of authors, parted by commas; nothing where it is the paper or its desk.

    Examples
    --------
    >>> names_of("Von Anna Berg und JAN KUHN, dpa"), names_of("Bote Online", "Bote"), names_of("Redaktion")
    ('Anna Berg, Jan Kuhn', '', '')
    """
    text = re.sub(r"^\s*(?:[Vv]on|VON|[Bb]y|Autor(?:in|en)?:?|Text:)\s+", "", " ".join(text.split()))
    names = []
    for name in re.split(r"\s*(?:[,;/|]|\bund\b|\band\b|&)\s*", text):
        name = re.sub(r"\s*\([^)]*\)", "", name).strip(" .")
        words = name.split()
        if len(words) < 2 or len(words) > 6 or _NO_NAME.search(name) or _NO_PERSON.search(name):
            continue
        if outlet and (name.lower() in outlet.lower() or outlet.lower() in name.lower()):
            continue
        names.append(
            name.title() if name.isupper() else " ".join(w.title() if w.isupper() and len(w) > 3 else w for w in words)
        )
    return ", ".join(dict.fromkeys(names))


def imprint_of(line: str) -> dict[str, str]:
    """Read a line that says where and when an article stood; nothing if it is another one.

    Examples
    --------
    >>> imprint_of("Lundener Bote · Dienstag, 2. März 2021 · LOKALES · S. 9") == {
    ...     "outlet": "Lundener Bote", "date": "2021-03-02", "section": "Lokales", "page": "9"}
    True
    >>> imprint_of("Am 2. März 2021 tagte der Rat, und er beschloss nichts.")
    {}
    """
    if len(line) > 2 * _LONGEST_IMPRINT:
        return {}
    line = " ".join(line.split())
    day = day_of(line)
    parts = [part.strip(" .") for part in _BETWEEN.split(line) if part.strip(" .")]
    if len(line) > _LONGEST_IMPRINT or line.endswith(".") or len(parts) < 2:
        return {}
    found, names = {}, []
    for part in parts:
        if page := _PAGE.fullmatch(part):
            found["page"] = page[1]
        elif _WEEKDAY.fullmatch(part) or _NUMBER.fullmatch(part) or (day and day_of(part)):
            continue
        elif len(part.split()) <= 5 and part[0].isupper():
            names.append(part)
        else:
            return {}
    if not (day or "page" in found) or not 0 < len(names) < 4:
        return {}
    if day:
        found["date"] = day
    found["outlet"] = names[0]
    if len(names) > 1:
        found["section"] = names[1].title() if names[1].isupper() else names[1]
    return found


def is_cut_off(text: str) -> bool:
    """Tell whether a text stops in mid-sentence, as before a barrier for readers who have not paid."""
    return len(text) > 80 and re.search(r"\w ?(?:\.\.\.|…)$|\[(?:\.\.\.|…)\]$", text.rstrip()) is not None


__all__ = ["Article", "Part", "article_of", "day_of", "imprint_of", "is_cut_off", "names_of"]
