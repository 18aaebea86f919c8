"""What a saved page says of its article: title, day, authors, paper, section and address.

Pages declare these for machines in several ways; where they do not, signs that people read are taken, and what is not
sure is told.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from stimmlage.exchange.article import day_of, names_of

_KICKER = re.compile(
    r"kicker|dachzeile|overline|roofline|topline|over-?title|spitzmarke|supertitle|eyebrow", re.IGNORECASE
)
_ASIDE = re.compile(
    r"(?:[\w-]*[_-])?(?:teasers?|related|newsletter|community|share|sharing|promo|sidebar"
    r"|comments?(?:links|list|section|area|form|box|thread)?|recommendations?"
    r"|recirculation|most-?read|meistgelesen)(?:[_-][\w-]*)?",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(r"(?:Stand|Veröffentlicht|Erstellt|Erschienen|Publiziert)\b")
_SITE_END = re.compile(r"\s+(?:[|•·]|[-–—])\s+[^|•·–—]{2,40}$")


class PageFacts(NamedTuple):
    """What a page says of its article; `unsure` names what was gathered from signs that may be wrong."""

    title: str
    day: str
    author: str
    outlet: str
    section: str
    url: str
    description: str
    unsure: tuple[str, ...]


def facts_of(tree: Any, day: str, author: str) -> PageFacts:
    """Read what a page says of its article; `day` and `author` are what is taken where it says nothing."""
    declared = _declared(tree)
    outlet = _outlet(tree, declared)
    title, title_sure = _title(tree, declared, outlet)
    found, day_sure = _day(tree, declared, day)
    told = _author(tree, declared, outlet)
    guess = "" if told else names_of(author, outlet)
    doubts = (("title", not title_sure), ("date", bool(found) and not day_sure), ("author", bool(guess)))
    return PageFacts(
        title,
        found,
        told or guess,
        outlet,
        _section(declared),
        _url(tree),
        str(declared.get("meta:description", "") or declared.get("meta:og:description", "")),
        tuple(name for name, doubtful in doubts if doubtful),
    )


def text_of(element: Any) -> str:
    """Return all text inside an element."""
    return "".join(element.itertext()) if element is not None else ""


def bare(text: str) -> str:
    """Return the letters of a text, for comparing."""
    return re.sub(r"\W+", "", text).lower()


def of_article(tree: Any, tags: tuple[str, ...]) -> Iterator[Any]:
    """Go through elements that stand in no box beside the article."""
    for element in tree.iter(*tags):
        if not any(is_beside(a) for a in element.iterancestors()):
            yield element


def is_beside(element: Any) -> bool:
    """Tell whether an element is a box beside the article: a teaser, readers' comments, a sidebar."""
    if element.tag in ("body", "html", "main"):
        return False
    return element.tag in ("aside", "footer", "nav") or any(
        _ASIDE.fullmatch(name) for name in (element.get("class") or "").split()
    )


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


def _title(tree: Any, declared: dict[str, Any], outlet: str) -> tuple[str, bool]:
    """Return the title and whether it is sure: the heading, without its kicker, that what is declared agrees with.

    A page's own name may stand in an `<h1>`, too, and in what is declared: the longest heading that agrees is taken.
    """
    told = [declared.get("meta:og:title"), declared.get("headline"), text_of(tree.find(".//title"))]
    named = [" ".join(str(t).split()) for t in told if t]
    heads = [(h.tag, _without_kicker(h)) for h in of_article(tree, ("h1", "h2", "h3"))]
    heads = [(tag, head) for tag, head in heads if len(head) > 5 and bare(head) != bare(outlet)]
    agreeing = [head for _, head in heads if any(_agree(bare(head), bare(t)) for t in named)]
    if agreeing:
        return max(agreeing, key=len), True
    first = [head for tag, head in heads if tag == "h1" and len(head.split()) > 2]
    if first:
        return first[0], len(first) == 1
    return (_without_site(named[0], outlet), not heads) if named else ("", False)


def _agree(head: str, told: str) -> bool:
    return head in told or (len(told) > 20 and told in head)


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
        or (outlet and bare(outlet)[:5] in bare(end.group()))
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
    told += [
        day_of(element.get("datetime") or element.get("content") or text_of(element))
        for element in of_article(tree, ("time", "meta", "span", "p", "li", "div"))
        if (element.get("itemprop") or "") == "datePublished" or (element.tag == "time" and "pubdate" in element.attrib)
    ]
    if told := [day for day in told if day]:
        return told[0], True
    for element in of_article(tree, ("p", "span", "div", "time", "li")):
        text = " ".join(text_of(element).split())
        if len(text) < 60 and _PUBLISHED.match(text) and (day := day_of(text)):
            return day, True
    times = [day_of(t.get("datetime") or text_of(t)) for t in of_article(tree, ("time",))]
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
        " ".join(text_of(e).split())
        for e in of_article(tree, ("a", "span", "p", "div", "address", "li"))
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
    base = max(host.split(".")[:-1], key=len, default="")
    if not base:
        end = _SITE_END.search(text_of(tree.find(".//title")))
        return end.group().strip(" |•·-–—") if end and "|" in end.group() else ""
    seen = Counter(re.findall(rf"\b{re.escape(base)}\b(?!\.\w)", text_of(tree.find(".//body")), re.IGNORECASE))
    return seen.most_common(1)[0][0] if seen else host


def _url(tree: Any) -> str:
    for link in tree.iter("link"):
        if (link.get("rel") or "") == "canonical" and (link.get("href") or "").startswith("http"):
            return str(link.get("href"))
    for meta in tree.iter("meta"):
        if (meta.get("property") or "") == "og:url":
            return str(meta.get("content") or "")
    return ""


def _section(declared: dict[str, Any]) -> str:
    told = declared.get("articleSection") or declared.get("meta:article:section") or ""
    return " ".join(str(told[0] if isinstance(told, list) and told else told or "").split())
