"""From source text to reading text: title, lead, headings and paragraphs, and where they come from."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from stimmlage.document import Alignment, Furniture, Paragraph, Section
from stimmlage.reading.alignment import Piece, append_piece
from stimmlage.reading.furniture import find_furniture, furniture_rows
from stimmlage.reading.hyphens import joint
from stimmlage.reading.lines import Line, split_lines
from stimmlage.reading.wrapping import (
    Block,
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
_ADDRESS = re.compile(r"\b(?:Sie|Ihnen|Ihr(?:e[mnrs]?)?|[Dd]u|[Dd]ir|[Dd]ich)\b")  # the question of an interviewer
_LONGEST_LEAD = 420
_MOST_HEADINGS = 2  # more short lines in a row are a list or a table


@dataclass(frozen=True, slots=True)
class Layout:
    """The reading text with its parts, and the way back to the source."""

    text: str
    sections: list[Section]
    paragraphs: list[Paragraph]
    furniture: list[Furniture]
    alignment: Alignment

    def part(self, kind: str) -> str:
        """Return the text of the title or the lead, or nothing."""
        return "\n\n".join(self.text[p.start : p.end] for p in self.paragraphs if p.kind == kind)


def lay_out(source: str) -> Layout:
    """Undo the layout of a source text.

    Wrapped lines are joined and line-end hyphens undone only if the text as a whole is wrapped;
    otherwise every line is a paragraph.

    Examples
    --------
    >>> layout = lay_out("Am Ende\\n\\nEs war eine Sicher-\\nheitsfrage, sagte er der\\nZeitung.")
    >>> [(p.kind, layout.text[p.start : p.end]) for p in layout.paragraphs]
    [('title', 'Am Ende'), ('text', 'Es war eine Sicherheitsfrage, sagte er der Zeitung.')]
    """
    lines = split_lines(source)
    furniture = find_furniture(lines)
    rows = without_double_spacing(rows_of(lines, furniture))
    wrapped = is_wrapped(rows)
    blocks = wrapped_blocks(rows) if wrapped else plain_blocks(rows)
    kinds = _kinds(blocks, wrapped)
    vocabulary = frozenset(_WORD.findall(source)) if wrapped and "-" in source else frozenset()
    text, pieces, spans = _write(blocks, vocabulary)
    paragraphs = _paragraphs(kinds, spans)
    return Layout(text, _sections(text, paragraphs), paragraphs, furniture_rows(lines, furniture), Alignment(pieces))


def _kinds(blocks: Sequence[Block], wrapped: bool) -> list[str]:
    """Tell title, lead, headings and running text apart."""
    kinds = ["text"] * len(blocks)
    title = _find_title(blocks)
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


def _find_title(blocks: Sequence[Block]) -> int:
    """Return the number of the title, or -1. A date or the like may stand above it."""
    for i, (block, following) in enumerate(itertools.pairwise(blocks)):
        if _is_title(block.text, following.text):
            return i
        if not is_credit(block.text):
            return -1
    return -1


def _is_title(text: str, following: str) -> bool:
    return looks_like_heading(text) and not is_credit(text) and not following.startswith("(")


def _heads(block: Block, wrapped: bool) -> bool:
    text = block.text
    if not looks_like_heading(text) or len(text.split()) > 14 or len(block.lines) > 3 or is_credit(text):
        return False
    if text[-1] in "?!" and (not wrapped or not block.apart or _ADDRESS.search(text)):
        return False
    return text[0] not in "-–—" and (block.heading or block.apart or not wrapped)


def _is_running(block: Block) -> bool:
    """Tell whether a paragraph is text that a heading may stand above."""
    text = block.text
    if text.startswith("("):
        return False
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


def _paragraphs(kinds: Sequence[str], spans: Sequence[tuple[int, int]]) -> list[Paragraph]:
    paragraphs = []
    section = 0
    for number, (kind, (start, end)) in enumerate(zip(kinds, spans, strict=True)):
        section += kind == "heading"
        paragraphs.append(Paragraph(number, section, kind, start, end))
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
