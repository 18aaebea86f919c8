"""What the head and the tail of an article say of it: author, date, agency, and the place before its first word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from stimmlage.language.lexicon import words
from stimmlage.reading.boilerplate import DATE

PLACES = frozenset(entry.lower() for entry in words("places"))
_PLACE = (
    r"(?:St\. |Bad |Sankt |New |Los |San |Den |Tel )?[A-ZÄÖÜ][\w’.-]+"
    r"(?: \((?:Saale|Main|Oder|Spree)\)| am Main| an der \w+)?"
)
_DATELINE = re.compile(
    rf"(?P<place>{_PLACE}(?:/{_PLACE}){{0,2}})(?:, \d{{1,2}}\. ?(?:[A-ZÄÖÜ]\w+|\d{{1,2}}\.)(?: \d{{4}})?)?"
    r"(?P<agency> ?[(/][\w ./,-]{2,30}\)?)?(?: ?[–—] ?| - |: )(?=[„“\"»«]?(?P<next>[A-ZÄÖÜ][\w-]*|\d))"
)
_TAGGED = re.compile(
    r"(?<=[.!?“”\"»«]) ?\((?:[A-Za-z]{2,4}|[a-z]{2,8})(?:[/,] ?(?:[A-Za-z]{2,9}|\d{1,2}\.\d{1,2}\.(?:\d{2,4})?))*\)$"
)
_TICKED = re.compile(r"\+{2,3} ?(?:(?P<time>\d{1,2}[.:]\d\d)(?: Uhr)?\b ?[:|–-]? ?)?")
_SIGNED = re.compile(rf"[—–-]+ ?[^()]{{2,60}}\(@\w+\)[,.]? (?=(?:{DATE.pattern})\S*$)", re.IGNORECASE)
_TICKED_END = re.compile(r" ?\+{2,3}$")
_MONTHS = {
    name: n
    for n, names in enumerate(
        ("jan jän", "feb", "mär mar", "apr", "mai may", "jun", "jul", "aug", "sep", "okt oct", "nov", "dez dec"),
        start=1,
    )
    for name in names.split()
}


@dataclass(frozen=True, slots=True)
class Masthead:
    """What a page says of its article; empty where it says nothing."""

    author: str = ""
    date: str = ""
    place: str = ""
    agency: str = ""


def dateline(text: str, whole: str) -> tuple[int, str, str]:
    """Read the place before the first word of an article: its length, the place and the agency.

    Behind a dash a sentence must begin with a capital. Before a colon, and before a short paragraph, the place must be
    a known one, or one that the text names elsewhere behind `in`, `aus`, `nach` or `von`.

    Examples
    --------
    >>> dateline("Lunden (dpa) – Der Rat tagt.", ""), dateline("Berlin – das war ihm zu laut.", "")
    ((15, 'Lunden', 'dpa'), (0, '', ''))
    """
    match = _DATELINE.match(text)
    if match is None:
        return 0, "", ""
    place, agency = match["place"], (match["agency"] or "").strip(" ()/")
    parts = re.split("/", place)
    dash = not match.group().endswith(": ")
    known = all(_is_known(part, whole) if dash else part.lower() in PLACES for part in parts)
    if not (agency or known or (dash and len(text) > 60)):
        return 0, "", ""
    if match["next"].lower() in PLACES and not agency:  # `Hamburg – Berlin` is a route
        return 0, "", ""
    return match.end(), place.title() if place.isupper() else place, agency


def _is_known(place: str, whole: str) -> bool:
    if place.lower() in PLACES or place.split()[0].lower() in PLACES:
        return True
    return (
        re.search(rf"\b(?:in|aus|nach|von|bei|[A-ZÄÖÜ]\w+(?:e|rat|amt|werke|kreis|stadt)) {re.escape(place)}\b", whole)
        is not None
    )


def agency_tag(text: str) -> int:
    """Return where the tag of an agency begins at the end of a paragraph: `… im Mai. (dpa)`; else its length."""
    match = _TAGGED.search(text)
    return match.start() if match else len(text)


def ticker_marks(text: str) -> tuple[int, int]:
    """Return the stretch between the marks of a ticker: `+++ 11:30 Uhr: … +++`.

    Examples
    --------
    >>> text = "+++ 11:30 Uhr: Pegel steigt +++"
    >>> text[slice(*ticker_marks(text))]
    'Pegel steigt'
    """
    begin = _TICKED.match(text)
    if begin is None:
        return 0, len(text)
    end = _TICKED_END.search(text, begin.end())
    return begin.end(), end.start() if end else len(text)


def signature_date(text: str) -> int:
    """Return where the date begins in the signature of a post, `— Anna Berg (@berg) 3. Mai 2024`, or 0."""
    match = _SIGNED.match(text)
    return match.end() if match else 0


def masthead(lines: Iterable[tuple[str, str]], place: str, agency: str) -> Masthead:
    """Read what the page says of its article off its furniture, given as kinds and texts."""
    author = day = ""
    for kind, text in lines:
        bare = text.strip("() ")
        if kind == "by-line":
            author = author or _author(bare)
        elif kind == "credit" and bare.partition(":")[0] in ("Text", "Autor", "Autorin", "Autoren"):
            author = author or bare.partition(":")[2].strip()
        elif kind == "agency":
            agency = agency or re.split(r"[/,]", bare)[0].strip()
        if kind in ("date", "agency", "by-line", "embargo") and not day and (found := DATE.search(text)):
            day = iso_date(found.group())
    return Masthead(author, day, place, agency)


def _author(line: str) -> str:
    """Take the names out of a by-line."""
    names = re.sub(r"^.*?\b[Vv]on:?\s+|^.*?führten?:?\s+|^\w+:\s*", "", line)
    names = re.sub(r"[,/]? ?\(?\b[a-z]{2,5}\)?$", "", names)
    return re.sub(r"\b[A-ZÄÖÜ]{4,}\b", lambda name: name.group().title(), names).strip(" .,")


def iso_date(text: str) -> str:
    """Write a date as `2024-04-17`, if it is one; else as it stands.

    Examples
    --------
    >>> iso_date("17. April 2024"), iso_date("April 17, 2024"), iso_date("3.4.15"), iso_date("3. April")
    ('2024-04-17', '2024-04-17', '2015-04-03', '3. April')
    """
    numbers = [int(n) for n in re.findall(r"\d+", text)]
    month = next((n for name, n in _MONTHS.items() if re.search(rf"\b{name}", text.lower())), 0)
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return text
    if month and len(numbers) == 2:
        day, year = numbers
    elif len(numbers) == 3:
        day, month, year = numbers
    else:
        return text
    try:
        return date(year + 2000 if year < 70 else year + 1900 if year < 100 else year, month, day).isoformat()
    except ValueError:
        return text


__all__ = ["Masthead", "agency_tag", "dateline", "iso_date", "masthead", "signature_date", "ticker_marks"]
