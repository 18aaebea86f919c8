"""Which lines of a text belong to one paragraph."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from stimmlage.reading.lines import Line

_CLOSED = re.compile(r"[.!?:…][“”\"»«›‹’'‘)\]]*$")
_INNER_END = re.compile(r"(?<![.\d])(?<!\b\w)[.!?…][“”\"»«›‹’'‘)]*\s+[„“\"»«]?[A-ZÄÖÜ]")
_OPENING = re.compile(r"[\"„“»«›‹‚'(\[]*[A-ZÄÖÜ0-9]")
BULLETS = "•▪■◦●‣"
_BULLET = re.compile(rf"[{BULLETS}]\s?\S")
_DANGLING = frozenset(  # no line that is complete ends so; prepositions that are also verb prefixes are left out
    "der die das des dem den eine einen einem einer eines keine keinen keinem keiner und oder sowie als wie dass ob "
    "weil wenn von vom zum zur im in am beim für ohne bis zwischen wegen während laut seit gegen seine seiner seinem "
    "seinen ihre ihrer ihrem ihren diese dieser diesem diesen dieses sehr wurde wurden worden".split()
)
_CREDIT = re.compile(  # bylines, credits, dates, results
    r"Von(?: (?:[A-ZÄÖÜ][\w.'’-]*|und|,))+|(?:Text|Autor(?:in)?|Foto|Bild|Grafik|Quelle|Stand|Copyright)\b\W.*|©.*"
    r"|[\d.:/\s]+|.*\d\s*:\s*\d.*|.*\d{1,2}\.\s*(?:\w{3,9}|\d{1,2}\.)\s*(?:19|20)\d\d.*"
)
_LONGEST_HEADING = 140


@dataclass(slots=True)
class Block:
    """The lines of one paragraph; `apart` tells whether white space stood before it, `below` what furniture.

    `marked` is what the file itself says of it, if anything."""

    lines: list[Line] = field(default_factory=list)
    apart: bool = True
    heading: bool = False
    below: str = ""
    marked: str = ""

    @property
    def strong(self) -> bool:
        """Whether all of it was printed bold."""
        return all(line.strong for line in self.lines)

    @property
    def text(self) -> str:
        """The lines, joined by blanks."""
        return " ".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class Row:
    """A line of running text with what stood before it: nothing, blank lines, or the edge of a page."""

    line: Line
    blank: bool
    page: bool


def is_closed(text: str) -> bool:
    """Tell whether a text ends with the end of a sentence."""
    return _CLOSED.search(text) is not None


def has_inner_end(text: str) -> bool:
    """Tell whether a sentence ends inside the text."""
    return _INNER_END.search(text) is not None


def is_credit(text: str) -> bool:
    """Tell whether a line is a byline, the source of a picture, a date or a result.

    Examples
    --------
    >>> is_credit("Von Anna Berg"), is_credit("Von der Krise zur Chance")
    (True, False)
    """
    return len(text) <= 80 and _CREDIT.fullmatch(text) is not None


def looks_like_heading(text: str) -> bool:
    """Tell whether a short stretch of text may be a title or a heading.

    Examples
    --------
    >>> looks_like_heading("Streit um die Brücke"), looks_like_heading("Der Streit um die")
    (True, False)
    """
    if len(text) > _LONGEST_HEADING or not _OPENING.match(text) or not any(c.isalpha() for c in text):
        return False
    if (is_closed(text) and text[-1] not in "?!") or text[-1] in ",;-–(/" or _is_dangling(text):
        return False
    return not has_inner_end(text)


def rows_of(lines: Sequence[Line], furniture: dict[int, str]) -> list[Row]:
    """List the lines of running text, each with what stands before it."""
    rows: list[Row] = []
    blank = page = False
    for i, line in enumerate(lines):
        page = page or line.new_page or i in furniture
        if not line.text:
            blank = True
        elif i not in furniture:
            rows.append(Row(line, blank or not rows, page and bool(rows)))
            blank = page = False
    return rows


def is_wrapped(rows: Sequence[Row]) -> bool:
    """Tell whether lines end where the page was full, not where a paragraph ends.

    Sentences must go on in the next line often enough (a fifth of the lines; running text has a half),
    and the lines that are broken must be full ones.
    """
    pairs = [(a.line.text, b.line.text) for a, b in itertools.pairwise(rows) if not b.blank]
    broken = [(a, b) for a, b in pairs if _goes_on(a, b)]
    if not broken or len(broken) * 5 < len(pairs):
        return False
    width = _width([row.line for row in rows])
    filled = sorted(_filled(a, b) for a, b in broken)[len(broken) // 2]
    return filled >= 20 and 0.7 * width <= filled and width <= 250


def without_double_spacing(rows: Sequence[Row]) -> list[Row]:
    """Take blank lines for line spacing where every line is followed by one."""
    tight = [Row(row.line, row.page and row.blank, row.page) for row in rows]
    alone = sum(row.blank for row in rows)
    return tight if len(rows) > 3 and alone * 10 >= len(rows) * 9 and is_wrapped(tight) else list(rows)


def plain_blocks(rows: Sequence[Row]) -> list[Block]:
    """One paragraph per line, unless the edge of a page cuts a sentence."""
    blocks: list[Block] = []
    for row in rows:
        if blocks and row.page and _goes_on(blocks[-1].text, row.line.text):
            blocks[-1].lines.append(row.line)
        else:
            blocks.append(Block([row.line], row.blank))
    return blocks


def wrapped_blocks(rows: Sequence[Row]) -> list[Block]:
    """Join wrapped lines into paragraphs."""
    width = _width([row.line for row in rows])
    blocks: list[Block] = []
    for group in _groups(rows):
        lines = [row.line for row in group]
        own = max(len(line.text) for line in lines) if len(lines) > 2 else width
        n_heading = _heading_lines(lines)
        if blocks and not n_heading and _is_continued(blocks[-1], group, width):
            blocks[-1].lines.append(lines[0])
        else:
            blocks.append(Block([lines[0]], True, n_heading > 0))
        _fill(blocks, lines, own, n_heading)
    return blocks


def width_of(block: Block) -> int:
    """Return the length of the longest line."""
    return max(len(line.text) for line in block.lines)


def _fill(blocks: list[Block], lines: list[Line], width: int, n_heading: int) -> None:
    """Add the lines of a group from the second on, and cut paragraphs inside it."""
    for i in range(1, len(lines)):
        before, line = lines[i - 1], lines[i]
        if i < n_heading:
            blocks[-1].lines.append(line)
        elif i == n_heading:
            blocks.append(Block([line], False))
        elif _BULLET.match(line.text) or _is_new_paragraph(before, line, width):
            n_heading = i + _heading_lines(lines[i:])
            blocks.append(Block([line], False, n_heading > i))
        else:
            blocks[-1].lines.append(line)


def _is_new_paragraph(before: Line, line: Line, width: int) -> bool:
    if not is_closed(before.text) or before.text[-1] == ":":
        return False
    return _filled(before.text, line.text) <= 0.8 * width or line.indent > before.indent


def _heading_lines(lines: Sequence[Line]) -> int:
    """Count the lines of a heading that stands right above its paragraph, without a blank line."""
    width = max(len(line.text) for line in lines)
    for n in (1, 2, 3):
        if n >= len(lines) or is_closed(lines[n - 1].text):
            return 0
        text, below = (" ".join(line.text for line in part) for part in (lines[:n], lines[n:]))
        if not _OPENING.match(below) or not looks_like_heading(text):
            continue
        if is_credit(below):
            return n
        if _filled(lines[n - 1].text, below) <= 0.75 * width:
            return n if is_closed(below) or has_inner_end(below) else 0
    return 0


def _groups(rows: Sequence[Row]) -> list[list[Row]]:
    groups: list[list[Row]] = []
    for row in rows:
        if groups and not row.blank and not row.page:
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups


def _is_continued(block: Block, group: Sequence[Row], width: int) -> bool:
    """Tell whether a paragraph goes on behind blank lines or over the edge of a page."""
    before, row = block.text, group[0]
    last = block.lines[-1].text
    if is_closed(before):
        whole = " ".join(r.line.text for r in group)
        full = _filled(last, row.line.text) > 0.9 * width and len(block.lines) > 1
        return row.page and (full or last[-1] == ":") and not _BULLET.match(whole) and not _may_head(group)
    if row.line.text[0].islower() or last.endswith("-") or last[-1] in ",;" or _is_dangling(before):
        return True
    if row.page and (_filled(last, row.line.text) > 0.9 * width or len(block.lines) > 3):
        return True
    return has_inner_end(before) and (row.page or not looks_like_heading(_tail(before)) or not _may_head(group))


def _may_head(group: Sequence[Row]) -> bool:
    return len(group) <= 3 and looks_like_heading(" ".join(row.line.text for row in group))


def _tail(text: str) -> str:
    """The sentence that has no end yet."""
    ends = [match.end() for match in _INNER_END.finditer(text)]
    return text[ends[-1] - 1 :] if ends else text


def _goes_on(before: str, after: str) -> bool:
    if is_closed(before):
        return False
    return after[0].islower() or (before[-1] == "-" and before[-2:-1].isalpha()) or _is_dangling(before)


def _filled(before: str, after: str) -> int:
    """How long the line would have become with the first word of the next."""
    return len(before) + 1 + len(after.split(" ", 1)[0])


def _width(lines: Sequence[Line]) -> int:
    lengths = sorted(len(line.text) for line in lines)
    return lengths[int(0.9 * (len(lengths) - 1))] if lengths else 0


def _is_dangling(text: str) -> bool:
    return text.rpartition(" ")[2] in _DANGLING
