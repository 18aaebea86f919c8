"""Collections of WISO and GBI-Genios: many articles in one PDF, with the contents first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from stimmlage.document import Mark
from stimmlage.exchange.article import Article, day_of, names_of
from stimmlage.exchange.readers.columns import PrintedLine

_SOURCE = re.compile(
    r"Quelle:?\s+(?P<outlet>.+?)(?:\s+vom\s+|,\s*(?=\d{1,2}\.)|\s+(?=\d{1,2}\.\d{1,2}\.\d{4}))(?P<rest>.*\d{4}.*)"
)
_LABEL = re.compile(
    r"(?:Quelle|Ressort|Rubrik|Autor(?:en|in)?|Verfasser|Dokumentnummer|Ausgabe|Seite|ISSN|Jahrgang|Nummer|Schlagw[oö]rt(?:er)?|Datum|"
    r"Zeitung|Land|Sprache|Deskriptor(?:en)?|Branche|Firma|Unternehmen|Person(?:en)?|Region|Umfang|Abbildung(?:en)?)\s*:.*"
)
_FOOT = re.compile(
    r"(?:Dauerhafte Adresse.*|Alle Rechte vorbehalten.*|©.*|\(c\).*|.*GBI-Genios.*|Seite \d+ von \d+|Dokumente|Inhaltsverzeichnis|https?://\S+)"
)
_PAGE = re.compile(r"(?:S\.|Seite)\s*([A-Z]?\d+)")


def is_collection(texts: Iterable[str]) -> bool:
    """Tell whether these lines come from WISO or Genios."""
    found = list(texts)
    signs = ("GBI-Genios", "Dauerhafte Adresse", "Dokumentnummer", "wiso-net")
    return any(_SOURCE.match(t) for t in found) and any(sign in text for text in found for sign in signs)


def articles(
    pages: Sequence[Sequence[PrintedLine]],
    written: Callable[[Sequence[Sequence[PrintedLine]], set[int]], tuple[str, list[Mark]]],
) -> Iterator[Article]:
    """Yield the articles: each begins with its title, right above the line of its source."""
    lines = [(line, number) for number, page in enumerate(pages) for line in page]
    sources = [i for i, (line, _) in enumerate(lines) if _SOURCE.match(line.text)]
    starts = [_title_start(lines, i) for i in sources]
    for start, source, stop in zip(starts, sources, [*starts[1:], len(lines)]):
        yield _article(lines[start:stop], source - start, written)


def _title_start(lines: Sequence[tuple[PrintedLine, int]], source: int) -> int:
    """Return where the title begins: lines of one size above the source, on its page."""
    page = lines[source][1]
    start = source
    size = 0.0
    while start > 0 and lines[start - 1][1] == page and not _FOOT.fullmatch(lines[start - 1][0].text):
        line = lines[start - 1][0]
        if (size and abs(line.size - size) > 0.15 * size) or source - start >= 5:
            break
        size = line.size
        start -= 1
    return start


def _article(
    lines: Sequence[tuple[PrintedLine, int]],
    source: int,
    written: Callable[[Sequence[Sequence[PrintedLine]], set[int]], tuple[str, list[Mark]]],
) -> Article:
    body = source + 1
    labels: dict[str, str] = {}
    while body < len(lines) and _LABEL.match(lines[body][0].text):
        name, _, value = lines[body][0].text.partition(":")
        labels.setdefault(name, value.strip())
        body += 1
    told = _SOURCE.match(lines[source][0].text)
    beside = {id(line) for line, _ in lines[source:body]} | {
        id(line) for line, _ in lines if _FOOT.fullmatch(line.text)
    }
    foot = next(
        (i for i in range(body, len(lines)) if lines[i][0].text.startswith(("Dauerhafte Adresse", "Alle Rechte"))),
        len(lines),
    )
    beside |= {id(line) for line, _ in lines[foot:]}
    numbers = sorted({number for _, number in lines})
    pages = [[line for line, number in lines if number == page] for page in numbers]
    text, marks = written(pages, beside)
    titles = {id(line) for line, _ in lines[:source]}
    title = re.sub(r"(?<=[a-zäöüß])- (?=[a-zäöüß])", "", " ".join(line.text for line, _ in lines if id(line) in titles))
    head = text.find(lines[source][0].text)
    marks = [m for m in marks if m.start >= head]
    if source:
        marks.insert(0, Mark(0, max(len(text[:head].rstrip()), 1), "title"))
    rest = told["rest"] if told else ""
    page = _PAGE.search(rest) or _PAGE.search(f"S. {labels.get('Seite', '')}")
    return Article(
        text,
        tuple(marks),
        wrapped=True,
        title=title,
        author=names_of(next((labels[k] for k in ("Autor", "Autorin", "Autoren", "Verfasser") if k in labels), "")),
        date=day_of(rest),
        outlet=told["outlet"].strip(" ,") if told else "",
        about={"section": labels.get("Ressort", labels.get("Rubrik", "")), "page": page[1] if page else ""},
    )
