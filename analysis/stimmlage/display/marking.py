"""Cut an analysed document into the pieces that a page shows: each with its voice and its marks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import NamedTuple

from stimmlage.analysis import Analysis
from stimmlage.document import Paragraph
from stimmlage.measures.measure import Hit
from stimmlage.measures.stance.sides import WEIGHTS
from stimmlage.quotation.quotation import Quotation


class Mark(NamedTuple):
    """Something to be marked in the text: a hit, or the words that report a quotation."""

    start: int
    end: int
    kind: str
    evidence: Hit | Quotation


@dataclass(frozen=True, slots=True)
class Piece:
    """The smallest stretch of text that a page shows in one way."""

    text: str
    marks: tuple[Mark, ...]
    start: int = 0


@dataclass(frozen=True, slots=True)
class Stretch:
    """Pieces of one voice; `quotation` is None where the author speaks, `opens` if it begins here."""

    quotation: Quotation | None
    opens: bool
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, cut into stretches. `kind` is that of the paragraph."""

    kind: str
    stretches: tuple[Stretch, ...]


def blocks(analysis: Analysis, hits: Sequence[Hit]) -> list[Block]:
    """Cut the paragraphs of a document; together the pieces of each give its text again."""
    owners = _Owners(analysis)
    marks = sorted([*_marks(hits), *_cues(analysis.quotations)], key=lambda m: m[:3])
    starts = [m.start for m in marks]
    longest = max((m.end - m.start for m in marks), default=0)
    opened: set[int] = set()
    found = []
    for paragraph in analysis.document.paragraphs:
        near = marks[bisect_left(starts, paragraph.start - longest) : bisect_left(starts, paragraph.end)]
        pieces = list(_pieces(analysis.document.text, paragraph, near, owners))
        stretches = []
        for quotation, group in groupby(pieces, key=lambda piece: piece[0]):
            opens = quotation is not None and id(quotation) not in opened
            opened.add(id(quotation))
            stretches.append(Stretch(quotation, opens, tuple(piece for _, piece in group)))
        found.append(Block(paragraph.kind, tuple(stretches)))
    return found


def kind(hit: Hit) -> str:
    """Return how a hit is marked: by its category, or by the side of its weight; empty if not at all."""
    if hit.measure == "hedging":
        return hit.category
    if hit.measure == "stance":
        side = hit.category in WEIGHTS and not hit.target and hit.weight
        return ("for" if hit.weight > 0 else "against") if side else ""
    return "positive" if hit.weight > 0 else "negative" if hit.weight < 0 else ""


def _marks(hits: Sequence[Hit]) -> Iterator[Mark]:
    return (Mark(h.start, h.end, kind(h), h) for h in hits if kind(h) and h.end > h.start)


def _cues(quotations: Sequence[Quotation]) -> Iterator[Mark]:
    return (Mark(start, end, "cue", q) for q in quotations for start, end in q.cue)


class _Owners:
    """Which quotation owns a place: the innermost around its passage; white space between two
    passages of the same quotation is its own too."""

    def __init__(self, analysis: Analysis) -> None:
        self._bounds: list[int] = []
        self._owners: list[Quotation | None] = []
        coming = sorted((start, end, n) for n, q in enumerate(analysis.quotations) for start, end in q.spans)[::-1]
        begun: list[tuple[int, int, int]] = []
        last: Quotation | None = None
        stop = 0
        for passage in analysis.passages:
            while coming and coming[-1][0] <= passage.start:
                begun.append(coming.pop())
            begun = [span for span in begun if span[1] > passage.start]
            around = [(end - start, number) for start, end, number in begun if passage.end <= end]
            owner = None if passage.mode == "narration" or not around else analysis.quotations[min(around)[1]]
            if stop < passage.start and owner is not last:
                self._add(stop, None)
            self._add(passage.start, owner)
            last, stop = owner, passage.end
        self._add(stop, None)

    def _add(self, start: int, owner: Quotation | None) -> None:
        self._bounds.append(start)
        self._owners.append(owner)

    def at(self, place: int) -> Quotation | None:
        """Return the quotation that owns a place."""
        index = bisect_right(self._bounds, place) - 1
        return self._owners[index] if index >= 0 else None

    def cuts(self, start: int, end: int) -> list[int]:
        """Return where the owner may change between two places."""
        return self._bounds[bisect_right(self._bounds, start) : bisect_left(self._bounds, end)]


def _pieces(
    text: str, paragraph: Paragraph, marks: Sequence[Mark], owners: _Owners
) -> Iterator[tuple[Quotation | None, Piece]]:
    start, end = paragraph.start, paragraph.end
    edges = {e for m in marks for e in (m.start, m.end) if start < e < end}
    for left, right in pairwise(sorted({start, end, *edges, *owners.cuts(start, end)})):
        covering = tuple(m for m in marks if m.start <= left and right <= m.end)
        yield owners.at(left), Piece(text[left:right], covering, left)
