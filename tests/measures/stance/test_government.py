"""Which preposition or case ties a phrase to a cue."""

import pytest

from stimmlage.measures.stance.cues import Cue
from stimmlage.measures.stance.government import choose, preposition_of


@pytest.mark.parametrize(
    ("form", "preposition"),
    [
        ("vor", "vor"),
        ("zur", "zu"),
        ("fürs", "für"),
        ("dagegen", "gegen"),
        ("daran", "an"),
        ("Dach", ""),
        ("davor", "vor"),
    ],
)
def test_prepositions(form, preposition):
    assert preposition_of(form) == preposition


@pytest.mark.parametrize(
    ("prepositions", "chosen"),
    [
        (["gegen"], ("opposition", "gegen")),
        (["für"], ("support", "für")),
        (["mit", "gegen"], ("opposition", "gegen")),
        ([], None),
        (["mit"], None),
    ],
)
def test_a_cue_that_asks_for_a_preposition(prepositions, chosen):
    cue = Cue(0, (0,), "verb", (("support", "für"), ("opposition", "gegen")))
    assert choose(cue, prepositions) == chosen


def test_a_reading_without_a_preposition_is_the_last_resort():
    cue = Cue(0, (0,), "verb", (("support", "object"), ("opposition", "gegen")))
    assert choose(cue, ["gegen"]) == ("opposition", "gegen")
    assert choose(cue, ["mit"]) == ("support", "object")
