"""From source text to reading text: title, lead, headings and paragraphs, and where they come from."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from stimmlage.document import Alignment, Furniture, Mark, Paragraph, Section
from stimmlage.reading.alignment import Piece, append_piece, to_source
from stimmlage.reading.boilerplate import find_boilerplate, is_body, kind_of_line
from stimmlage.reading.furniture import find_furniture, furniture_rows
from stimmlage.reading.hyphens import joint
from stimmlage.reading.lines import Line, split_lines
from stimmlage.reading.masthead import Masthead, agency_tag, dateline, masthead, signature_date, ticker_marks
from stimmlage.reading.wrapping import (
    BULLETS,
    Block,
    Row,
    has_inner_end,
    is_closed,
    is_credit,
    is_wrapped,
    looks_like_heading,
    plain_blocks,
    rows_of,
    width_of,
    without_double_spacing,
    wrapped_blocks,
)

_WORD = re.compile(r"\w+(?:-\w+)*")
_ADDRESS = re.compile(
    r"\b(?:Herrn?|Frau|Sie|Ihnen|Ihr(?:e[mnrs]?)?|[Dd]u|[Dd]ir|[Dd]ich)\b"
)  # the question of an interviewer
_LONGEST_LEAD = 420
_MOST_HEADINGS = 2  # more short lines in a row are a list or a table
_NAMED = ("title", "lead", "heading")


@dataclass(frozen=True, slots=True)
class Layout:
    """The reading text with its parts, and the way back to the source."""

    text: str
    sections: list[Section]
    paragraphs: list[Paragraph]
    furniture: list[Furniture]
    alignment: Alignment
    head: Masthead = field(default_factory=Masthead)

    def part(self, kind: str) -> str:
        """Return the text of the title or the lead, or nothing."""
        return "\n\n".join(self.text[p.start : p.end] for p in self.paragraphs if p.kind == kind)


def lay_out(source: str, marks: Sequence[Mark] = (), wrapped: bool | None = None) -> Layout:
    """Undo the layout of a source text.

    Wrapped lines are joined and line-end hyphens undone only if the text as a whole is wrapped;
    otherwise every line is a paragraph.

    Parameters
    ----------
    source : str
        The text as the file holds it.
    marks : sequence of Mark
        What the file itself says of its paragraphs, in their order; nothing is guessed where it speaks.
    wrapped : bool, optional
        Whether lines end where the page was full; by default that is found out.

    Examples
    --------
    >>> layout = lay_out("Am Ende\\n\\nEs war eine Sicher-\\nheitsfrage, sagte er der\\nZeitung.")
    >>> [(p.kind, layout.text[p.start : p.end]) for p in layout.paragraphs]
    [('title', 'Am Ende'), ('text', 'Es war eine Sicherheitsfrage, sagte er der Zeitung.')]
    """
    lines = split_lines(source)
    said = _said(lines, marks)
    furniture = find_furniture(lines) | {i: kind for i, kind in said.items() if kind not in _NAMED}
    furniture = {i: kind for i, kind in furniture.items() if said.get(i) not in _NAMED}
    rows = without_double_spacing(rows_of(lines, furniture))
    wrapped = is_wrapped(rows) if wrapped is None else wrapped
    blocks = _blocks(rows, wrapped, {id(lines[i]): kind for i, kind in said.items()})
    blocks, boilerplate, head = _without_boilerplate(blocks)
    kinds = _as_marked(blocks, _kinds(blocks, wrapped))
    vocabulary = frozenset(_WORD.findall(source)) if wrapped and "-" in source else frozenset()
    text, pieces, spans = _write(blocks, vocabulary)
    paragraphs = _paragraphs(kinds, spans, [block.strong for block in blocks])
    rows_of_furniture = sorted([*furniture_rows(lines, furniture), *boilerplate], key=lambda row: row.source_start)
    return Layout(text, _sections(text, paragraphs), paragraphs, rows_of_furniture, Alignment(pieces), head)


def _said(lines: Sequence[Line], marks: Sequence[Mark]) -> dict[int, str]:
    """Return what the file says of each line that it speaks of."""
    said: dict[int, str] = {}
    waiting = iter(marks)
    mark = next(waiting, None)
    for i, line in enumerate(lines):
        while mark is not None and mark.end <= line.start:
            mark = next(waiting, None)
        if mark is not None and line.text and mark.start <= line.start:
            said[i] = mark.kind
    return said


def _blocks(rows: Sequence[Row], wrapped: bool, said: dict[int, str]) -> list[Block]:
    """Group lines into paragraphs; none holds lines of which the file says different things."""
    blocks: list[Block] = []
    for kind, run in itertools.groupby(rows, key=lambda row: said.get(id(row.line), "")):
        of_one_kind = list(run)
        found = wrapped_blocks(of_one_kind) if wrapped else plain_blocks(of_one_kind)
        for block in found:
            block.marked = kind
        blocks += found
    return blocks


def _as_marked(blocks: Sequence[Block], guessed: Sequence[str]) -> list[str]:
    """Take what the file says for what was guessed: with one heading or title that it names, it names all."""
    named = {block.marked for block in blocks}
    kinds = []
    for block, kind in zip(blocks, guessed, strict=True):
        if block.marked in _NAMED:
            kind = block.marked
        elif kind in named:
            kind = "text"
        kinds.append(kind)
    return kinds


def _without_boilerplate(blocks: Sequence[Block]) -> tuple[list[Block], list[Furniture], Masthead]:
    """Part what belongs to the page from the article, and read what it says of the article."""
    blocks = [part for block in blocks for part in _lines_apart(block)]
    kinds = {i: kind for i, kind in find_boilerplate(blocks).items() if blocks[i].marked not in _NAMED}
    rows = [
        Furniture(kind, blocks[i].text, blocks[i].lines[0].start, blocks[i].lines[-1].end) for i, kind in kinds.items()
    ]
    rest = [block for i, block in enumerate(blocks) if i not in kinds]
    for i in range(len(blocks) - 1):
        if i in kinds and i + 1 not in kinds:
            blocks[i + 1].apart = True
            blocks[i + 1].below = blocks[i + 1].below or kinds[i]
    place = agency = ""
    body = [block for block in rest if is_body(block.text)]
    if body:
        whole = "\n".join(block.text for block in rest)
        for opening in body[:2]:  # a lead may stand above
            length, place, agency = dateline(opening.text, whole)
            if length:
                break
        if 0 < length < len(opening.lines[0].text):
            rows.append(_cut(opening, "dateline", 0, length))
            opening.below = "dateline"
        start = agency_tag(body[-1].lines[-1].text)
        if start < len(body[-1].lines[-1].text):
            rows.append(_cut(body[-1], "agency", start, len(body[-1].lines[-1].text)))
    for block in rest:
        if signed := signature_date(block.text):
            rows.append(_cut(block, "date", signed, len(block.lines[-1].text)))
        start, stop = ticker_marks(block.text)
        if len(block.lines) == 1 and stop < len(block.text):
            rows.append(_cut(block, "ticker", stop, len(block.text)))
        if 0 < start < len(block.lines[0].text):
            rows.append(_cut(block, "ticker", 0, start))
    rest = [block for block in rest if block.text.strip()]
    head = masthead([(row.kind, row.text) for row in sorted(rows, key=lambda r: r.source_start)], place, agency)
    return rest, rows, head


def _lines_apart(block: Block) -> list[Block]:
    """Part lines that were joined though one of them belongs to the page: a tag above a credit."""
    if len(block.lines) == 1 or is_body(block.text) or not any(kind_of_line(line.text) for line in block.lines):
        return [block]
    return [Block([line], block.apart and i == 0, marked=block.marked) for i, line in enumerate(block.lines)]


def _cut(block: Block, kind: str, start: int, stop: int) -> Furniture:
    """Take the beginning of the first line or the end of the last out of a paragraph, as a piece of furniture."""
    number = 0 if start == 0 else -1
    line = block.lines[number]
    source = to_source(Alignment(line.pieces), start, stop)
    text = line.text[start:stop]
    keep = (stop, len(line.text)) if start == 0 else (0, len(line.text[:start].rstrip()))
    pieces: list[Piece] = []
    for piece in line.pieces:
        append_piece(pieces, _between(piece, *keep))
    left = to_source(Alignment(line.pieces), *keep)
    block.lines[number] = replace(line, text=line.text[slice(*keep)], pieces=pieces, start=left[0], end=left[1])
    return Furniture(kind, text.strip(), *source)


def _between(piece: Piece, first: int, stop: int) -> Piece:
    """Keep of a piece what lies between two offsets of its line; `first` becomes 0."""
    start, source_start, source_end, length = piece
    lost = min(max(first - start, 0), length)
    kept = min(max(stop - start - lost, 0), length - lost)
    exact = source_end - source_start == length
    begin, end = (source_start + lost, source_start + lost + kept) if exact else (source_start, source_end)
    return max(start - first, 0), begin, end, kept


def _kinds(blocks: Sequence[Block], wrapped: bool) -> list[str]:
    """Tell title, lead, headings and running text apart."""
    kinds = ["text"] * len(blocks)
    title = _find_title(blocks)
    for i in _questions(blocks):
        kinds[i] = "heading"
    run: list[int] = []
    for i in range(title + 1, len(blocks)):
        if _heads(blocks[i], wrapped):
            run.append(i)
            continue
        if len(run) <= _MOST_HEADINGS and _is_running(blocks[i]):
            for number in run:
                kinds[number] = "heading"
        run = []
    if title >= 0:
        kinds[title] = "title"
        if _is_lead(blocks[title:], kinds[title:]):
            kinds[title + 1] = "lead"
    return kinds


def _questions(blocks: Sequence[Block]) -> list[int]:
    """Return the questions that head their answers: right above them, and to nobody, as an interviewer's would be."""
    found = [
        i
        for i, (block, below) in enumerate(itertools.pairwise(blocks))
        if i > 0
        and block.apart
        and not below.apart
        and block.text[-1] == "?"
        and _is_running(below)
        and looks_like_heading(block.text)
    ]
    return [] if len(found) < 2 or any(_ADDRESS.search(blocks[i].text) for i in found) else found


def _find_title(blocks: Sequence[Block]) -> int:
    """Return the number of the title, or -1. A date or the like may stand above it."""
    for i, (block, following) in enumerate(itertools.pairwise(blocks)):
        if _is_title(block.text, following.text):
            return i
        if not is_credit(block.text):
            return -1
    return -1


def _is_title(text: str, following: str) -> bool:
    asks = ":" in text and text[-1] == "?" and _ADDRESS.search(text) is not None  # a turn: `Bote: Was sagen Sie?`
    return looks_like_heading(text) and not is_credit(text) and not following.startswith("(") and not asks


def _heads(block: Block, wrapped: bool) -> bool:
    text = block.text
    if not looks_like_heading(text) or len(text.split()) > 14 or len(block.lines) > 3 or is_credit(text):
        return False
    if text[-1] in "?!" and (not wrapped or not block.apart or _ADDRESS.search(text)):
        return False
    return text[0] not in "-–—(" and (block.heading or block.apart or not wrapped)


def _is_running(block: Block) -> bool:
    """Tell whether a paragraph is text that a heading may stand above."""
    text = block.text
    if text.startswith("("):
        return False
    if text[0] in BULLETS:
        return True
    return (len(text) > 20 and is_closed(text)) or has_inner_end(text)


def _is_lead(blocks: Sequence[Block], kinds: Sequence[str]) -> bool:
    """Tell whether the paragraph below the title is set apart: narrower, or much shorter than the rest."""
    if len(blocks) < 3 or len(blocks[1].text) > _LONGEST_LEAD:
        return False
    if kinds[1] == "heading":  # a line below the title that is no heading like the others
        return kinds[2] == "text" and len(blocks[1].text) > 60
    body = [block for block, kind in zip(blocks[2:], kinds[2:]) if kind == "text" and _is_running(block)]
    if not _is_running(blocks[1]) or not body:
        return False
    if len(blocks[1].lines) > 1 and width_of(blocks[1]) < 0.88 * max(width_of(block) for block in body):
        return True
    lengths = sorted(len(block.text) for block in body)
    return len(body) > 1 and len(blocks[1].text) < 0.75 * lengths[len(lengths) // 2]


def _write(blocks: Sequence[Block], vocabulary: frozenset[str]) -> tuple[str, list[Piece], list[tuple[int, int]]]:
    """Write the reading text: its pieces with their origin, and the span of each block."""
    parts: list[str] = []
    pieces: list[Piece] = []
    spans: list[tuple[int, int]] = []
    length = 0
    for block in blocks:
        if parts:
            parts.append("\n\n")
            length += 2
        start = length
        for line, following in zip(block.lines, [*block.lines[1:], None]):
            cut, between = _joint(line, following, vocabulary)
            keep = len(line.text) - cut
            for piece in line.pieces:
                append_piece(pieces, _shortened(piece, keep, length))
            append_piece(pieces, (length + keep, line.end, line.end + len(between), len(between)))
            parts += (line.text[:keep], between)
            length += keep + len(between)
        spans.append((start, length))
    return "".join(parts), pieces, spans


def _joint(line: Line, following: Line | None, vocabulary: frozenset[str]) -> tuple[int, str]:
    if following is None:
        return 0, ""
    return (0, "") if line.soft_hyphen else joint(line.text, following.text, vocabulary)


def _shortened(piece: Piece, keep: int, offset: int) -> Piece:
    """Move a piece of a line to its place in the text, and cut what lies behind `keep`."""
    start, source_start, source_end, length = piece
    excess = max(start + length - keep, 0)
    return start + offset, source_start, source_end - excess, length - excess


def _paragraphs(kinds: Sequence[str], spans: Sequence[tuple[int, int]], strong: Sequence[bool]) -> list[Paragraph]:
    paragraphs = []
    section = 0
    for number, (kind, (start, end), bold) in enumerate(zip(kinds, spans, strong, strict=True)):
        section += kind == "heading"
        paragraphs.append(Paragraph(number, section, kind, start, end, bold))
    return paragraphs


def _sections(text: str, paragraphs: Sequence[Paragraph]) -> list[Section]:
    """Make the sections; the one before the first heading is there even if it is empty."""
    sections = [Section(0, "", 0, 0)]
    for paragraph in paragraphs:
        if paragraph.kind == "heading":
            heading = text[paragraph.start : paragraph.end]
            sections.append(Section(paragraph.section_id, heading, paragraph.start, paragraph.end))
        else:
            sections[-1] = sections[-1]._replace(end=paragraph.end)
    return sections
