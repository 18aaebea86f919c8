"""Saved web pages: the article that a page holds, and what the page says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from stimmlage.errors import InputError
from stimmlage.exchange.article import Article, Part, article_of, is_cut_off
from stimmlage.exchange.readers import nexis
from stimmlage.exchange.readers.page_facts import bare, facts_of, is_beside, of_article, text_of
from stimmlage.exchange.readers.safety import bytes_of, needed
from stimmlage.reading.intake import encoding_of
from stimmlage.reading.wrapping import is_closed

LARGEST_PAGE = 10_000_000
"""Bytes; what is larger takes minutes and is no page with one article."""
_LEAD = re.compile(
    r"(?:[\w-]*[_-])?(?:lead|intro|introduction|vorspann|standfirst|excerpt|abstract|deck|summary|teasertext)(?:[_-]?text)?",
    re.IGNORECASE,
)
_BEGUN = re.compile(r"\w{3}[.!?] [A-ZÄÖÜ„]\w+ \w+ \w+ \w+")
"""A sentence has ended, and a second one has begun."""
_CHARSET = re.compile(rb"<meta[^>]+charset=[\"']?([\w-]+)", re.IGNORECASE)
_FACTIVA = re.compile(rb"class=\"[^\"]*(?:deArticle|enArticle)\b|<title>\s*(?:Dow Jones )?Factiva", re.IGNORECASE)


def is_factiva(head: bytes) -> bool:
    """Tell whether a page is an export of Factiva."""
    return _FACTIVA.search(head) is not None


def html(path: Path) -> Iterator[Article]:
    """Yield the article of a saved page, or the articles of an export of Factiva or LexisNexis.

    Raises
    ------
    InputError
        If the page is too large, or holds no article.
    """
    data = bytes_of(path, LARGEST_PAGE)
    tree = _tree(data)
    if is_factiva(data):
        from stimmlage.exchange.readers.factiva import articles

        yield from articles(tree)
        return
    lines = _lines(tree)
    if nexis.is_collection(line.text for line in lines):
        yield from nexis.articles(lines)
        return
    yield _page(data, tree, path.name)


def _tree(data: bytes) -> Any:
    lxml_html = needed("lxml.html", "HTML")
    declared = _CHARSET.search(data[:4096])
    encoding = encoding_of(data)
    if encoding != "utf-8" and declared and not encoding.startswith("utf"):
        encoding = declared[1].decode()
    try:
        text = data.decode(encoding, "replace")
    except LookupError:
        text = data.decode(encoding_of(data), "replace")
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text.replace("\0", ""))
    if not text.strip():
        raise InputError("The page is empty; give a page with an article.")
    return lxml_html.document_fromstring(text)


def _lines(tree: Any) -> list[nexis.Line]:
    """Return the lines of a page, a blank one below each paragraph."""
    for broken in tree.iter("br"):
        broken.tail = f"\n{broken.tail or ''}"
    lines = []
    for block in tree.iter("p", "h1", "h2", "h3", "h4", "pre", "div", "center"):
        if block.tag in ("div", "center") and any(child.tag in ("p", "div", "pre", "table") for child in block):
            continue
        bold = sum(len(text_of(b).strip()) for b in block.iter("b", "strong"))
        for text in re.split(r"\n" if block.tag == "pre" else r"\n\s*\n", text_of(block)):
            line = text.rstrip() if block.tag == "pre" else " ".join(text.split())
            lines += [nexis.Line(line, "", bold >= len(line) > 0)]
            lines += [] if block.tag == "pre" else [nexis.Line("")]
    return lines


def _page(data: bytes, tree: Any, name: str) -> Article:
    """Take the article out of a page, by trafilatura; what the page says of it by what pages declare."""
    needed("lxml_html_clean", "HTML")
    trafilatura = needed("trafilatura", "HTML")
    found = trafilatura.bare_extraction(
        data,
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        include_formatting=True,
        include_images=False,
    )
    parts = list(_parts(found.body)) if found is not None else []
    if sum(len(part.text) for part in parts) < 80:
        raise InputError(f"{name}: no article was found in this page; save it with its text, or give the text alone.")
    facts = facts_of(tree, found.date or "", found.author or "")
    parts = _without_tail(_without_links(_without_title(parts, facts.title), tree))
    parts = _with_lead(parts, tree, facts.description)
    running = [part.text for part in parts if not part.kind]
    return article_of(
        [Part(facts.title, "title"), *parts],
        author=facts.author,
        date=facts.day,
        outlet=facts.outlet,
        about={"section": facts.section, "page": "", "url": facts.url},
        unsure=facts.unsure,
        problem="the text stops in mid-sentence, as before a paywall" if running and is_cut_off(running[-1]) else "",
    )


def _parts(body: Any) -> Iterator[Part]:
    """Go through the paragraphs and headings that trafilatura leaves."""
    for element in body.iter("p", "head", "item", "quote", "code"):
        if element.tag in ("item", "quote") and any(child.tag == "p" for child in element):
            continue
        if any(
            a.tag in ("p", "head") or (a.tag in ("item", "quote") and element.tag in ("item", "quote"))
            for a in element.iterancestors()
        ):
            continue
        marked = [hi for hi in element.iter("hi") if "#b" in (hi.get("rend") or "")]
        links = sum(len(text_of(ref)) for ref in element.iter("ref"))
        for text in _broken(element):
            text = " ".join(text.split())
            bold = bool(marked) and " ".join(text_of(marked[0]).split()) == text
            if element.tag == "head":
                yield Part(text, "heading")
            elif (text.startswith("[") and text.endswith("]")) or (
                links and links >= 0.9 * len(text) and not text.endswith((".", "!", "?", "“", '"'))
            ):
                yield Part(text, "link")
            else:
                yield Part(f"**{text}**" if bold and not text.count("**") else text)


def _broken(element: Any) -> list[str]:
    """Cut a paragraph where lines were broken behind a sentence, as pages of interviews do."""
    text = re.sub(r"(?<![.!?:…“\"»])\s*\x00(?!\s*\x00)", " ", _with_breaks(element))
    return [piece for piece in text.split("\x00") if piece.strip()]


def _with_breaks(element: Any) -> str:
    pieces = ["\x00" if element.tag == "lb" else element.text or ""]
    for child in element:
        pieces += [_with_breaks(child), "\x00" if _asks_in_bold(child) else "", child.tail or ""]
    return "".join(pieces)


def _asks_in_bold(element: Any) -> bool:
    """Tell whether a bold question has its answer right behind it: the break between them was inside the bold."""
    return element.tag == "hi" and text_of(element).rstrip().endswith("?") and (element.tail or " ")[0].isalnum()


def _without_title(parts: list[Part], title: str) -> list[Part]:
    """Drop the title where the text repeats it, and what stands above it."""
    plain = bare(title)
    for i, part in enumerate(parts[:6]):
        if part.kind == "heading" and plain and plain in bare(part.text):
            return [p for p in parts[:i] if not p.kind and len(p.text) > 80] + parts[i + 1 :]
    return parts


def _without_links(parts: list[Part], tree: Any) -> list[Part]:
    """Tell headings that only lead to other pages, or stand in a box beside the article."""
    leading = {
        bare(text_of(h))
        for h in tree.iter("h2", "h3", "h4", "h5", "h6")
        if any(a.tag == "a" or is_beside(a) for a in h.iterancestors())
        or any(bare(text_of(a)) == bare(text_of(h)) for a in h.iter("a"))
    }
    return [Part(p.text, "link") if p.kind == "heading" and bare(p.text) in leading else p for p in parts]


def _without_tail(parts: list[Part]) -> list[Part]:
    """Tell short lines below the last sentence from the text: dates, names, titles of other texts."""
    text = (
        i
        for i, p in enumerate(parts)
        if not p.kind and (is_closed(p.text) or len(p.text) > 150 or _BEGUN.search(p.text))
    )
    last = max(text, default=-1)
    return [Part(p.text, "tail") if i > last >= 0 and p.kind in ("", "heading") else p for i, p in enumerate(parts)]


def _with_lead(parts: list[Part], tree: Any, description: str) -> list[Part]:
    """Put the lead in front where the page has one that was left out."""
    described = bare(description)
    text = {bare(part.text) for part in parts}
    for element in of_article(tree, ("p", "div", "h2", "strong")):
        words = " ".join(text_of(element).split())
        if not 60 < len(words) < 600 or not is_closed(words):
            continue
        if any(_LEAD.fullmatch(name) for name in (element.get("class") or "").split()) or bare(words) == described:
            told = any(bare(words) in known or (len(known) > 60 and known in bare(words)) for known in text)
            return parts if told else [Part(words, "lead"), *parts]
    return parts
