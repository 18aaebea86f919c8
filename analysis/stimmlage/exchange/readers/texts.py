"""Plain text and Markdown; a text file may be an export of LexisNexis with many articles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from stimmlage.errors import InputError
from stimmlage.exchange.article import Article, Part, article_of, day_of, names_of
from stimmlage.exchange.readers import nexis
from stimmlage.exchange.readers.safety import bytes_of
from stimmlage.reading.intake import encoding_of, take_in

_FRONT = re.compile(r"\A---\s*\n(.*?)\n(?:---|\.\.\.)\s*\n", re.DOTALL)
_SETEXT = re.compile(r"^(?!\s*[-*>#])(.+)\n(=+|-+)[ \t]*$", re.MULTILINE)
_ATX = re.compile(r"(#{1,6})[ \t]+(.*?)[ \t]*#*$", re.MULTILINE)
_RULE = re.compile(r"\s*(?:[-*_]\s*){3,}")
_INLINE = (
    (re.compile(r"!\[[^\]\[]{0,500}\](?:\([^()]{0,2000}\)|\[[^\]\[]{0,200}\])"), ""),
    (re.compile(r"\[([^\]\[]{1,500})\](?:\([^()]{0,2000}\)|\[[^\]\[]{0,200}\])"), r"\1"),
    (re.compile(r"<(https?://[^>]+)>"), r"\1"),
    (re.compile(r"\[\^[^\]\[]{1,60}\]"), ""),
    (re.compile(r"(?<![\w\\])([*_]{1,3})(?=\S)(.{1,400}?)(?<=[^\s\\])\1(?!\w)"), r"\2"),
    (re.compile(r"`([^`]{1,500})`"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!>-])"), r"\1"),
)
_TITLES = ("title", "titel")
_KEYS = {
    "date": ("date", "datum"),
    "author": ("author", "autor", "autorin", "authors"),
    "outlet": ("outlet", "medium", "zeitung", "quelle", "source", "publication"),
}


def is_export(data: bytes) -> bool:
    """Tell whether a text file begins as an export of LexisNexis does."""
    head = data[:20_000].decode(encoding_of(data[:20_000], cut=True), "replace")
    return nexis.is_collection(head.split("\n"))


def export(path: Path) -> Iterator[Article]:
    """Yield the articles of a text file of LexisNexis or Nexis Uni."""
    intake = take_in(path)
    yield from nexis.articles([nexis.Line(line.rstrip("\r")) for line in intake.text.split("\n")])


def markdown(path: Path) -> Iterator[Article]:
    """Yield the article of a Markdown file: its headings are told, its front matter names title, author and day."""
    data = bytes_of(path)
    text = data.decode(encoding_of(data), "replace").removeprefix("\ufeff").replace("\r\n", "\n")
    front: dict[str, str] = {}
    if match := _FRONT.match(text):
        front = {
            k.lower(): v.strip().strip("\"'") for k, v in re.findall(r"^([\w-]+):\s*(.*)$", match[1], re.MULTILINE)
        }
        text = text[match.end() :]
    text = _SETEXT.sub(lambda m: f"{'#' if m[2][0] == '=' else '##'} {m[1]}", _without_code(text))
    parts = list(_parts(_without_comments(text)))
    if not parts:
        raise InputError(f"{path.name} holds no text; give a file with at least one sentence.")
    known = {key: next((front[n] for n in names if n in front), "") for key, names in _KEYS.items()}
    yield article_of(
        parts,
        title=next((front[n] for n in _TITLES if n in front), ""),
        author=names_of(known["author"].strip("[]")) or known["author"],
        date=day_of(known["date"]) or known["date"],
        outlet=known["outlet"],
    )


def _without_code(text: str) -> str:
    """Drop what stands between fences; a fence that is not closed is a line of text."""
    lines = text.split("\n")
    fences = [i for i, line in enumerate(lines) if line.startswith(("```", "~~~"))]
    drop: set[int] = set()
    opened = None
    for i in fences:
        if opened is None:
            opened = i
        elif lines[i].strip() == lines[opened][:3]:
            drop.update(range(opened, i + 1))
            opened = None
    return "\n".join(line for i, line in enumerate(lines) if i not in drop)


def _without_comments(text: str) -> str:
    parts = []
    at = 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start)) >= 0:
        parts.append(text[at:start])
        at = end + 3
    return "".join([*parts, text[at:]])


def _parts(text: str) -> Iterator[Part]:
    first = True
    for block in re.split(r"\n\s*\n|\n(?=#{1,6}\s)", text):
        heading = _ATX.match(block.lstrip("\n"))
        if heading:
            yield Part(_inline(heading[2]), "title" if first and len(heading[1]) == 1 else "heading")
            block = block.lstrip("\n").partition("\n")[2]
        if _RULE.fullmatch(block):
            continue
        items = re.split(r"\n(?=\s*(?:[-*+]|\d+\.)\s)", block)
        for item in items:
            table = item.lstrip().startswith("|")
            lines = [line for line in item.split("\n") if not _RULE.fullmatch(line)]
            lines = [re.sub(r"^\s*(?:>\s?)+|^\s*[-*+](?:\s+(?=\S)|\s*$)", "", line) for line in lines]
            if (plain := _inline(" ".join(lines))).strip():
                first = False
                bold = re.fullmatch(r"\s*(\*\*|__)(?:(?!\1).)+\1\s*", item) is not None
                yield Part(f"**{plain.strip()}**" if bold else plain, "table" if table else "")


def _inline(text: str) -> str:
    for pattern, by in _INLINE:
        text = pattern.sub(by, text)
    return " ".join(text.split())
