"""From offsets in the reading text back to the source text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import itemgetter

from stimmlage.document import Alignment, Span

_START = itemgetter(0)

Piece = tuple[int, int, int, int]


def to_source(alignment: Alignment, start: int, end: int) -> Span:
    """Lead a stretch of the reading text back to the source text.

    Inside a ligature or another stretch that was rewritten, the whole of it is returned.

    Examples
    --------
    >>> to_source(Alignment([(0, 3, 6, 3), (3, 8, 9, 2)]), 1, 5)
    (4, 9)
    """
    pieces = alignment.pieces
    if not pieces:
        return 0, 0
    first = max(bisect_right(pieces, start, key=_START) - 1, 0)
    if start >= pieces[first][0] + pieces[first][3] and first + 1 < len(pieces) and end > start:
        first += 1  # it begins between two pieces
    last = max(bisect_left(pieces, end, key=_START) - 1, first)
    begin = _inside(pieces[first], start, 1)
    return begin, max(begin, _inside(pieces[last], end, 2))


def _inside(piece: Piece, offset: int, edge: int) -> int:
    start, source_start, source_end, length = piece
    if source_end - source_start == length:
        return source_start + min(max(offset - start, 0), length)
    if offset >= start + length:
        return source_end
    return source_start if offset <= start else piece[edge]


def append_piece(pieces: list[Piece], piece: Piece) -> None:
    """Append a piece; one that goes on from the last one, letter by letter, is merged with it."""
    start, source_start, source_end, length = piece
    if not length:
        return
    if pieces and source_end - source_start == length:
        before = pieces[-1]
        if before[0] + before[3] == start and before[2] == source_start and before[2] - before[1] == before[3]:
            pieces[-1] = (before[0], before[1], source_end, before[3] + length)
            return
    pieces.append(piece)
