"""Saved web pages: the article that a page holds, and what the page says of it."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from stimmlage.errors import InputError
from stimmlage.exchange.article import Article, Part, article_of, day_of, is_cut_off, names_of
from stimmlage.exchange.readers import nexis
from stimmlage.exchange.readers.safety import bytes_of, needed
from stimmlage.reading.intake import encoding_of
from stimmlage.reading.wrapping import is_closed

LARGEST_PAGE = 10_000_000
"""Bytes; what is larger takes minutes and is no page with one article."""
_KICKER = re.compile(
    r"kicker|dachzeile|overline|roofline|topline|over-?title|spitzmarke|supertitle|colon|eyebrow", re.IGNORECASE
)
_ASIDE = re.compile(
    r"(?:[\w-]*[_-])?(?:teasers?|related|newsletter|comments?|community|commentlinks|share|sharing|promo|sidebar|recommendations?"
    r"|recirculation|most-?read|meistgelesen)(?:[_-][\w-]*)?",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"(?:[\w-]*[_-])?(?:lead|intro|introduction|vorspann|standfirst|excerpt|abstract|deck|summary|teasertext)(?:[_-]?text)?",
    re.IGNORECASE,
)
_CHARSET = re.compile(rb"<meta[^>]+charset=[\"']?([\w-]+)", re.IGNORECASE)
_SITE_END = re.compile(r"\s+(?:[|•·]|[-–—])\s+[^|•·–—]{2,40}$")
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
    blocks = tree.iter("p", "h1", "h2", "h3", "h4", "pre", "div", "center")
    lines = []
    for block in blocks:
        if block.tag in ("div", "center") and any(child.tag in ("p", "div", "pre", "table") for child in block):
            continue
        for line in re.split(r"\n(?=\s*\n)|\n" if block.tag == "pre" else r"\n\s*\n", _text(block)):
            bold = [b for b in block.iter("b", "strong")]
            strong = bool(bold) and sum(len(_text(b).strip()) for b in bold) >= len(line.strip()) > 0
            lines.append(nexis.Line(line if block.tag == "pre" else " ".join(line.split()), "", strong))
    return lines


def _text(element: Any) -> str:
    return "".join(element.itertext()) if element is not None else ""


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
    declared = _declared(tree)
    unsure = []
    outlet = _outlet(tree, declared)
    title, sure = _title(tree, declared, outlet)
    if not sure:
        unsure.append("title")
    day, sure = _day(tree, declared, found.date or "")
    if day and not sure:
        unsure.append("date")
    author = _author(tree, declared, outlet)
    if not author and (guess := names_of(found.author or "", outlet)):
        author = guess
        unsure.append("author")
    parts = _with_lead(_without_tail(_without_links(_without_title(parts, title), tree)), tree, declared)
    running = [part.text for part in parts if not part.kind]
    url = _url(tree)
    about = {"section": _section(tree, declared), "page": "", "url": url}
    problem = "the text stops in mid-sentence, as before a paywall" if running and is_cut_off(running[-1]) else ""
    return article_of(
        [Part(title, "title"), *parts],
        author=author,
        date=day,
        outlet=outlet,
        about=about,
        unsure=tuple(unsure),
        problem=problem,
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
        links = sum(len(_text(ref)) for ref in element.iter("ref"))
        for text in _broken(element):
            text = " ".join(text.split())
            bold = bool(marked) and " ".join(_text(marked[0]).split()) == text
            if element.tag == "head":
                yield Part(text, "heading")
            elif text.startswith("[") and text.endswith("]"):
                yield Part(text, "link")
            elif links and links >= 0.9 * len(text) and not text.endswith((".", "!", "?", "“", '"')):
                yield Part(text, "link")
            else:
                yield Part(f"**{text}**" if bold and not text.count("**") else text)


def _broken(element: Any) -> list[str]:
    """Cut a paragraph where lines were broken behind a sentence, as pages of interviews do."""
    pieces = [element.text or ""]
    for child in element:
        if child.tag == "lb":
            pieces.append("\x00")
        else:
            pieces += ["\x00" if c.tag == "lb" else "" for c in child.iter("lb")] or []
            pieces.append(_text(child))
        pieces.append(child.tail or "")
    text = re.sub(r"(?<![.!?:…“\"»])\s*\x00(?!\s*\x00)", " ", "".join(pieces))
    return [piece for piece in text.split("\x00") if piece.strip()]


def _without_title(parts: list[Part], title: str) -> list[Part]:
    """Drop the title where the text repeats it, and what stands above it."""
    plain = _plain(title)
    for i, part in enumerate(parts[:6]):
        if part.kind == "heading" and plain and plain in _plain(part.text):
            return [p for p in parts[:i] if not p.kind and len(p.text) > 80] + parts[i + 1 :]
    return parts


def _without_links(parts: list[Part], tree: Any) -> list[Part]:
    """Tell headings that only lead to other pages, or stand in a box beside the article."""
    leading = {
        _plain(_text(h))
        for h in tree.iter("h2", "h3", "h4", "h5", "h6")
        if any(a.tag == "a" or _is_beside(a) for a in h.iterancestors())
        or any(_plain(_text(a)) == _plain(_text(h)) for a in h.iter("a"))
    }
    return [Part(p.text, "link") if p.kind == "heading" and _plain(p.text) in leading else p for p in parts]


def _without_tail(parts: list[Part]) -> list[Part]:
    """Tell short lines below the last sentence from the text: dates, names, titles of other texts."""
    last = max((i for i, p in enumerate(parts) if not p.kind and (is_closed(p.text) or len(p.text) > 150)), default=-1)
    return [Part(p.text, "tail") if i > last >= 0 and p.kind in ("", "heading") else p for i, p in enumerate(parts)]


def _with_lead(parts: list[Part], tree: Any, declared: dict[str, Any]) -> list[Part]:
    """Put the lead in front where the page has one that was left out."""
    described = _plain(str(declared.get("meta:description", "") or declared.get("meta:og:description", "")))
    text = {_plain(part.text) for part in parts}
    for element in _of_article(tree, ("p", "div", "h2", "strong")):
        words = " ".join(_text(element).split())
        if not 60 < len(words) < 600 or not is_closed(words):
            continue
        if any(_LEAD.fullmatch(name) for name in (element.get("class") or "").split()) or _plain(words) == described:
            told = any(_plain(words) in known or (len(known) > 60 and known in _plain(words)) for known in text)
            return parts if told else [Part(words, "lead"), *parts]
    return parts


def _plain(text: str) -> str:
    return re.sub(r"\W+", "", text).lower()


def _declared(tree: Any) -> dict[str, Any]:
    """Return what the page declares for machines: the article of its JSON-LD, and its `meta` tags."""
    found: dict[str, Any] = {}
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            try:
                known = json.loads(script.text or "")
            except (ValueError, RecursionError):
                continue
            for node in _nodes(known):
                kind = node.get("@type")
                kinds = kind if isinstance(kind, list) else [kind]
                if any(isinstance(k, str) and k.endswith(("Article", "Posting", "Report")) for k in kinds):
                    for key, value in node.items():
                        found.setdefault(key, value)
    for meta in tree.iter("meta"):
        key = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        if key and meta.get("content"):
            found.setdefault(f"meta:{key}", meta.get("content").strip())
    return found


def _nodes(known: Any) -> Iterator[dict[str, Any]]:
    if isinstance(known, list):
        for part in known:
            yield from _nodes(part)
    elif isinstance(known, dict):
        yield known
        yield from _nodes(known.get("@graph", []))


def _of_article(tree: Any, tags: tuple[str, ...]) -> Iterator[Any]:
    """Go through elements that stand in no box beside the article."""
    for element in tree.iter(*tags):
        if not any(_is_beside(a) for a in element.iterancestors()):
            yield element


def _is_beside(element: Any) -> bool:
    """Tell whether an element is a box beside the article: a teaser, readers' comments, a sidebar."""
    if element.tag in ("body", "html", "main"):
        return False
    return element.tag in ("aside", "footer", "nav") or any(
        _ASIDE.fullmatch(name) for name in (element.get("class") or "").split()
    )


def _title(tree: Any, declared: dict[str, Any], outlet: str) -> tuple[str, bool]:
    """Return the title and whether it is sure: the first `<h1>` without its kicker, if what is declared agrees."""
    told = [declared.get("meta:og:title"), declared.get("headline"), _text(tree.find(".//title"))]
    told = [" ".join(str(t).split()) for t in told if t]
    heads = [_without_kicker(h) for h in _of_article(tree, ("h1",))]
    heads = [h for h in heads if len(h) > 5 and _plain(h) != _plain(outlet)]
    for head in heads:
        if any(_plain(head) in _plain(t) or _plain(t) in _plain(head) for t in told):
            return head, True
    if heads and not told:
        return heads[0], True
    if told:
        return _without_site(told[0], outlet), not heads
    return "", False


def _without_kicker(head: Any) -> str:
    parts = [head.text or ""]
    for child in head:
        if child.tag == "br":
            parts.append(" ")
        elif isinstance(child.tag, str) and not _KICKER.search(
            f"{child.get('class') or ''} {child.get('data-component') or ''}"
        ):
            parts.append(_without_kicker(child))
        parts.append(child.tail or "")
    return " ".join(" ".join(parts).split()).strip(" :")


def _without_site(title: str, outlet: str) -> str:
    """Cut ` | Bote.de` off a title."""
    end = _SITE_END.search(title)
    if end and (
        re.search(r"\.\w{2,3}$|ONLINE|\b[A-Z]{2,}\b", end.group())
        or _plain(outlet)[:5] in _plain(end.group())
        or "|" in end.group()
    ):
        return title[: end.start()]
    return title


def _day(tree: Any, declared: dict[str, Any], guessed: str) -> tuple[str, bool]:
    """Return the day of publication and whether it is sure."""
    keys = (
        "meta:article:published_time",
        "meta:og:article:published_time",
        "datePublished",
        "meta:datepublished",
        "meta:date.issued",
    )
    told = [day_of(str(declared.get(key, ""))) for key in keys]
    for element in _of_article(tree, ("time", "meta", "span", "p", "li", "div")):
        if (element.get("itemprop") or "") == "datePublished" or (
            element.tag == "time" and element.get("pubdate") is not None
        ):
            told.append(day_of(element.get("datetime") or element.get("content") or _text(element)))
    if told := [day for day in told if day]:
        return told[0], True
    for element in _of_article(tree, ("p", "span", "div", "time", "li")):
        text = " ".join(_text(element).split())
        if (
            len(text) < 60
            and (day := day_of(text))
            and re.match(r"(?:Stand|Veröffentlicht|Erstellt|Erschienen)\b", text)
        ):
            return day, True
    times = [day_of(t.get("datetime") or _text(t)) for t in _of_article(tree, ("time",))]
    for day in [
        *filter(None, times[:1]),
        *(day_of(str(declared.get(f"meta:{k}", ""))) for k in ("date", "dc.date", "last-modified")),
    ]:
        if day:
            return day, False
    return guessed, False


def _author(tree: Any, declared: dict[str, Any], outlet: str) -> str:
    """Return the authors that the page names."""
    given = declared.get("author", [])
    names = [n.get("name", "") if isinstance(n, dict) else n for n in (given if isinstance(given, list) else [given])]
    if found := names_of(" ; ".join(str(n) for n in names if n), outlet):
        return found
    linked = [
        " ".join(_text(e).split())
        for e in _of_article(tree, ("a", "span", "p", "div", "address", "li"))
        if (
            "author" in (e.get("rel") or "").split()
            or (e.get("itemprop") or "") == "author"
            or _names_author(e.get("class") or "")
        )
    ]
    for text in linked:
        if len(text) < 120 and (found := names_of(text, outlet)):
            more = [names_of(t, outlet) for t in linked if len(t) < 60]
            beside = [n for n in dict.fromkeys(more) if n and n not in found]
            return ", ".join([found, *beside][:4]) if len(beside) < 4 and "," not in found else found
    meta = str(declared.get("meta:author", "") or declared.get("meta:article:author", ""))
    return names_of(meta, outlet)


def _names_author(classes: str) -> bool:
    return any(
        re.fullmatch(
            r"(?:[\w-]*[_-])?(?:author|autor|byline|autorenzeile)(?:[_-]*(?:name|s|en|line))?", c, re.IGNORECASE
        )
        for c in classes.split()
    )


def _outlet(tree: Any, declared: dict[str, Any]) -> str:
    """Return the name of the paper: as the page declares it, or as it writes the name of its own host."""
    publisher = declared.get("publisher")
    name = publisher.get("name") if isinstance(publisher, dict) else None
    told = declared.get("meta:og:site_name") or name or declared.get("meta:application-name")
    if told:
        return " ".join(str(told).split())
    host = urlsplit(_url(tree)).netloc.removeprefix("www.")
    base = host.rsplit(".", 1)[0].rpartition(".")[2]
    if not base:
        return ""
    seen = Counter(re.findall(rf"\b{re.escape(base)}\b(?!\.\w)", _text(tree.find(".//body")), re.IGNORECASE))
    return seen.most_common(1)[0][0] if seen else host


def _url(tree: Any) -> str:
    for link in tree.iter("link"):
        if (link.get("rel") or "") == "canonical" and (link.get("href") or "").startswith("http"):
            return str(link.get("href"))
    for meta in tree.iter("meta"):
        if (meta.get("property") or "") == "og:url":
            return str(meta.get("content") or "")
    return ""


def _section(tree: Any, declared: dict[str, Any]) -> str:
    told = declared.get("articleSection") or declared.get("meta:article:section") or ""
    return " ".join(str(told[0] if isinstance(told, list) and told else told or "").split())
