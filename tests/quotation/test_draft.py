"""Drafts: their borders, what they hold, and how cues are put together."""

import pytest
from tests.found import quoted

from stimmlage.quotation.draft import Draft, joined


def test_a_draft_knows_its_borders():
    draft = Draft("indirect", "dass", ((3, 6), (9, 12)))
    assert (draft.first, draft.stop) == (3, 12)
    assert draft.holds(3, 6) and draft.holds(10, 11)
    assert not draft.holds(5, 10) and not draft.holds(6, 9)


@pytest.mark.parametrize(
    ("ranges", "expected"),
    [(((3, 4), (1, 2)), ((1, 2), (3, 4))), (((1, 2), (2, 3)), ((1, 3),)), (((1, 5), (2, 3)), ((1, 5),)), ((), ())],
)
def test_ranges_that_touch_are_joined(ranges, expected):
    assert joined(ranges) == expected


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Anna Berg geht davon aus, dass es reicht.", "geht davon aus"),
        ("Anna Berg beschwerte sich, dass es nicht reicht.", "beschwerte sich"),
        ("Es heißt, der Plan sei gut.", "Es heißt"),
        ("Der Plan sei gut, heißt es.", "heißt es"),
    ],
)
def test_what_belongs_to_a_cue(text, cue):
    assert [q.partition(" | ")[2] for q in quoted(text, "cue")] == [cue]
