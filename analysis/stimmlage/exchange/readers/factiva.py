"""Exports of Factiva: many articles in one page, each with its own block of divisions above the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from stimmlage.exchange.article import Article, Part, article_of, day_of, names_of
from stimmlage.reading.wrapping import looks_like_heading

_NUMBER = re.compile(r"^\s*\d+\)\s*")
_LENGTH = re.compile(r"[\d.,]+ (?:Wörter|words|mots)")
_PAGE = re.compile(r"(?:S\.|Seite|Page)?\s*([A-Z]?\d{1,4})")


def articles(tree: Any) -> Iterator[Article]:
    """Yield the articles of a page of Factiva."""
    boxes = [div for div in tree.iter("div") if re.search(r"\b(?:de|en)?Article\b", div.get("class") or "")]
    if not boxes:
        boxes = [div for div in tree.iter("div") if "article" in (div.get("class") or "").split()]
    for box in boxes:
        yield _article(box)


def _text(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def _article(box: Any) -> Article:
    """Read the divisions in their order: section, headline, author, length, day, paper, code, language, rights."""
    title = next((_text(e) for e in box.iter("span", "div") if "Headline" in (e.get("class") or "")), "")
    told = [(div.get("class") or "", _text(div)) for div in box.iter("div") if not len(list(div.iter("div", "p"))) > 1]
    told = [(kind, text) for kind, text in told if text]
    length = next((i for i, (_, text) in enumerate(told) if _LENGTH.fullmatch(text)), len(told))
    day = next((i for i, (_, text) in enumerate(told) if i > length and day_of(text)), len(told))
    behind = [text for _, text in told[day + 1 :] if not re.fullmatch(r"\d{1,2}:\d\d.*", text)]
    page = next((_PAGE.fullmatch(text) for text in behind[2:4] if _PAGE.fullmatch(text)), None)
    author = next((text for kind, text in told if "author" in kind), "")
    before = [
        text for kind, text in told[:length] if "author" not in kind and _NUMBER.sub("", text) != _NUMBER.sub("", title)
    ]
    section = before[0] if before and len(before[0].split()) < 6 else ""
    return article_of(
        [Part(_NUMBER.sub("", title), "title"), *_body(box)],
        author=names_of(author),
        date=day_of(told[day][1]) if day < len(told) else "",
        outlet=behind[0] if behind else "",
        about={"section": section, "page": page[1] if page else ""},
    )


def _body(box: Any) -> Iterator[Part]:
    paragraphs = [p for p in box.iter("p") if "articleParagraph" in (p.get("class") or "")]
    for paragraph in paragraphs:
        text = _text(paragraph)
        bold = list(paragraph.iter("b", "strong"))
        heads = bool(bold) and _text(bold[0]) == text and looks_like_heading(text)
        yield Part(text, "heading" if heads else "")
