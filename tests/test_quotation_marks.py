"""Quotation marks: which belong together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stimmlage.quotation.marks import find_marks


def pairs(text: str, paragraph: list[int] | None = None) -> list[str]:
    word = text.split()
    return [
        " ".join(word[m.opened : m.closed + 1]) for m in find_marks(word, paragraph or [0] * len(word)) if not m.problem
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("er sagt „ ja “ .", ["„ ja “"]),
        ("er sagt „ ja ” .", ["„ ja ”"]),
        ('er sagt „ ja " .', ['„ ja "']),
        ('er sagt " ja " .', ['" ja "']),
        ("er sagt « ja » und « nein » .", ["« ja »", "« nein »"]),
        ("er sagt » ja « und » nein « .", ["» ja «", "» nein «"]),
        ("er sagt ‚ ja ‘ .", ["‚ ja ‘"]),
        ("er sagt › ja ‹ .", ["› ja ‹"]),
        ("„ er rief ‚ nein ‘ “ .", ["„ er rief ‚ nein ‘ “", "‚ nein ‘"]),
        ("« er rief ‹ nein › »", ["« er rief ‹ nein › »", "‹ nein ›"]),
        ("„ er rief „ nein “ laut “", ["„ er rief „ nein “ laut “", "„ nein “"]),
        ("kein Zeichen", []),
        ("nur zu “ .", []),
    ],
)
def test_pairs(text, expected):
    assert pairs(text) == expected


def test_depth_counts_the_marks_around():
    assert [m.depth for m in find_marks("„ a ‚ b ‘ “".split(), [0] * 6)] == [0, 1]


def test_mark_that_is_not_closed_ends_with_its_paragraph_and_says_so():
    word, paragraph = "„ a b c „ d “".split(), [0, 0, 0, 1, 1, 1, 1]
    marks = find_marks(word, paragraph)
    assert [(m.opened, m.closed, bool(m.problem)) for m in marks] == [(0, 2, True), (4, 6, False)]


def test_quotation_is_reopened_at_each_paragraph():
    word, paragraph = "„ a „ b „ c “".split(), [0, 0, 1, 1, 2, 2, 2]
    assert [(m.opened, m.closed, m.problem) for m in find_marks(word, paragraph)] == [(0, 6, "")]


@given(
    st.lists(st.sampled_from(["„", "“", "”", '"', "«", "»", "‚", "‘", "a", "B", "."]), max_size=30), st.integers(1, 9)
)
def test_pairs_stand_inside_each_other_or_apart(word, size):
    marks = find_marks(word, [i // size for i in range(len(word))])
    assert all(0 <= m.opened <= m.closed < len(word) for m in marks)
    sound = [m for m in marks if not m.problem]
    for m in sound:
        for n in sound:
            assert not m.opened < n.opened < m.closed < n.closed
