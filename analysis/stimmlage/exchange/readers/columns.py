"""From the letters of a printed page to its lines in reading order: one column, two, or more.

A gutter is a stretch of the page's width that hardly any line crosses. Lines that cross it (a title, a picture's
caption) part the page into bands; in each band the columns are read one after the other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import NamedTuple

_FEWEST_ROWS = 4
"""A column has at least so many lines."""
_MOST_STOPS = 60
"""Places where a column may begin that are tried: those where most lines do."""
_GUTTER = 0.8  # of the size: the narrowest gutter
_MOST_CROSSING = 0.34  # of the lines beside a gutter


class Word(NamedTuple):
    """A word on a page, in points; `bottom` grows upwards."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float
    bold: bool


@dataclass(slots=True)
class PrintedLine:
    """A line of one column."""

    words: list[Word] = field(default_factory=list)
    column: int = 0

    @property
    def text(self) -> str:
        """The words with single blanks, or none where they touch."""
        parts = [self.words[0].text]
        for before, word in zip(self.words, self.words[1:]):
            parts.append((" " if word.left - before.right > 0.12 * word.size else "") + word.text)
        return "".join(parts)

    @property
    def size(self) -> float:
        """The size of its letters."""
        return median(word.size for word in self.words)

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(word.bold for word in self.words)

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return max(word.right for word in self.words)

    @property
    def base(self) -> float:
        """The height of its foot."""
        return median(word.bottom for word in self.words)

    @property
    def top(self) -> float:
        """The height of its head."""
        return max(word.top for word in self.words)


def in_reading_order(words: Sequence[Word]) -> list[PrintedLine]:
    """Return the lines of a page in the order in which they are read.

    Examples
    --------
    >>> def word(text, left, row):
    ...     return Word(text, left, left + 80, 700 - 12 * row, 710 - 12 * row, 10, False)
    >>> page = [word(f"{side}{row}", left, row) for row in range(6) for side, left in (("l", 50), ("r", 150))]
    >>> " ".join(line.text for line in in_reading_order(page))
    'l0 l1 l2 l3 l4 l5 r0 r1 r2 r3 r4 r5'
    """
    lines: list[PrintedLine] = []
    _read(list(words), lines, 0)
    return lines


def _read(words: list[Word], lines: list[PrintedLine], depth: int) -> None:
    gutter = _gutter(words) if depth < 5 else None
    if gutter is None:
        column = lines[-1].column + 1 if lines else 0
        for line in rows_of(words):
            line.column = column
            lines.append(line)
        return
    for band, parted in _bands(words, gutter):
        if not parted:
            _read(band, lines, 5)
            continue
        middle = sum(gutter) / 2
        left = [word for word in band if (word.left + word.right) / 2 < middle]
        right = [word for word in band if (word.left + word.right) / 2 >= middle]
        for side in (left, right):
            if side:
                _read(side, lines, depth + 1)


def rows_of(words: Sequence[Word]) -> list[PrintedLine]:
    """Group the words of a column into lines, from top to bottom."""
    rows: list[PrintedLine] = []
    for word in sorted(words, key=lambda w: (-(w.bottom + w.top) / 2, w.left)):
        middle = (word.bottom + word.top) / 2
        row = next((r for r in rows[-3:] if r.words[0].bottom - 1 < middle < r.words[0].top + 1), None)
        if row is None:
            rows.append(PrintedLine([word]))
        else:
            row.words.append(word)
    for row in rows:
        row.words.sort(key=lambda w: w.left)
    return rows


def _gutter(words: Sequence[Word]) -> tuple[float, float] | None:
    """Return the stretch that hardly any line crosses, with lines on both sides; or None."""
    if len(words) < 2 * _FEWEST_ROWS:
        return None
    size = median(word.size for word in words)
    rows = rows_of(words)
    best: tuple[tuple[float, float], tuple[float, float]] | None = None
    for stop in _stops(rows, size):
        start = _start(rows, stop, size)
        crossing = [_crosses(row, start, stop) for row in rows]
        free = [row for row, crosses in zip(rows, crossing, strict=True) if not crosses]
        before = [row for row in free if row.words[0].right <= start + 0.5]
        after = [row for row in free if row.words[-1].left >= stop - 0.5]
        if len(before) < _FEWEST_ROWS or len(after) < _FEWEST_ROWS or sum(crossing) > _MOST_CROSSING * len(rows):
            continue
        if _is_narrow(before, after, start, stop):
            continue
        worth = (len(before) + len(after) - 3.0 * sum(crossing), stop - start)
        if best is None or worth > best[0]:
            best = (worth, (start, stop))
    return best[1] if best else None


def _stops(rows: Sequence[PrintedLine], size: float) -> list[float]:
    """List where words begin behind a wide blank, or a line begins far from the margin: a column may begin there."""
    left = min(row.words[0].left for row in rows)
    found = Counter(
        round(word.left, 1)
        for row in rows
        for before, word in zip([None, *row.words], row.words)
        if word.left - (before.right if before else left) >= _GUTTER * size
    )
    return sorted(stop for stop, _ in found.most_common(_MOST_STOPS) if stop > left + 3 * size)


def _start(rows: Sequence[PrintedLine], stop: float, size: float) -> float:
    """Return where the column ends that lies in front of another one."""
    ends = [max((w.right for w in row.words if w.right <= stop - 0.7 * size), default=0.0) for row in rows]
    return max(ends, default=0.0)


def _is_narrow(before: Sequence[PrintedLine], after: Sequence[PrintedLine], start: float, stop: float) -> bool:
    """Tell whether one side is only numbers, bullets or a label: no column of text."""
    left = median(start - row.words[0].left for row in before)
    right = median(max(w.right for w in row.words) - stop for row in after)
    return min(left, right) < 0.28 * max(left, right)


def _crosses(row: PrintedLine, start: float, stop: float) -> bool:
    """Tell whether a line runs across a stretch: with a word, or with a blank that is no wider than in text."""
    if any(word.left < stop - 0.5 and word.right > start + 0.5 for word in row.words):
        return True
    before = max((word.right for word in row.words if word.right <= start + 0.5), default=None)
    after = min((word.left for word in row.words if word.left >= stop - 0.5), default=None)
    return before is not None and after is not None and after - before < 0.7 * row.size


def _bands(words: Sequence[Word], gutter: tuple[float, float]) -> list[tuple[list[Word], bool]]:
    """Part a page where lines run across the gutter: `(words, whether they stand in columns)`."""
    bands: list[tuple[list[Word], bool]] = []
    for row in rows_of(words):
        parted = not _crosses(row, *gutter)
        if bands and bands[-1][1] == parted:
            bands[-1][0].extend(row.words)
        else:
            bands.append((list(row.words), parted))
    return bands
