"""From the reading text back to the source text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stimmlage.document import Alignment
from stimmlage.reading.alignment import append_piece, to_source

PIECES = [(0, 3, 6, 3), (3, 8, 9, 2), (5, 9, 12, 3)]  # `abc`, a ligature that is two letters, `def`


@pytest.mark.parametrize(
    ("start", "end", "source"),
    [
        (0, 3, (3, 6)),
        (1, 2, (4, 5)),
        (2, 4, (5, 9)),  # a part of the ligature is the whole of it
        (3, 5, (8, 9)),
        (4, 5, (8, 9)),
        (5, 8, (9, 12)),
        (0, 8, (3, 12)),
    ],
)
def test_a_stretch(start, end, source):
    assert to_source(Alignment(PIECES), start, end) == source


def test_an_empty_text_has_no_stretch():
    assert to_source(Alignment([]), 0, 0) == (0, 0)


def test_pieces_that_go_on_are_one():
    pieces = []
    for piece in ((0, 3, 6, 3), (3, 6, 8, 2), (5, 9, 9, 0), (5, 10, 11, 1)):
        append_piece(pieces, piece)
    assert pieces == [(0, 3, 8, 5), (5, 10, 11, 1)]


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(1, 4)), min_size=1, max_size=8))
def test_each_letter_leads_back_to_its_own(parts):
    """Letters are copied with gaps between them: `skipped` letters are left out before each stretch."""
    pieces, at, source, letters = [], 0, 0, {}
    for skipped, length in parts:
        source += skipped
        append_piece(pieces, (at, source, source + length, length))
        letters |= {at + i: source + i for i in range(length)}
        at, source = at + length, source + length
    for i, place in letters.items():
        assert to_source(Alignment(pieces), i, i + 1) == (place, place + 1)
