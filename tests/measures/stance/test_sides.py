"""Words that take a side, whatever it is about."""

import pytest
from tests.found import analysed

from stimmlage.measures.stance.sides import AGAINST_NEGATED, WEIGHTS, Sides
from stimmlage.scope.scopes import find_scopes


def sides(text, **options):
    analysis = analysed(text)
    return [(h.category, h.weight) for h in Sides(**options).find(analysis, find_scopes(analysis))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Er unterstützt den Plan.", [("support", 0.5)]),
        ("Er lehnt den Plan ab.", [("opposition", -1.0)]),
        ("Er unterstützt den Plan nicht.", [("support", AGAINST_NEGATED)]),
        ("Er lehnt den Plan nicht ab.", [("opposition", 1.0)]),
        ("Er kommt nicht.", [("negation", -0.5)]),
        ("Er will den Plan lesen.", [("wish", 0.5)]),
        ("Wenn er den Plan unterstützt, kommt sie.", []),
        ("Nicht er, sondern sie lehnt den Plan ab.", [("opposition", -1.0)]),
        ("Er liest den Plan.", []),
        ("Die Ablehnung wächst.", []),
        ("Die Ablehnung des Plans wächst.", [("opposition", -1.0)]),
    ],
)
def test_sides(text, expected):
    assert sides(text) == expected


def test_each_part_can_be_switched_off():
    assert sides("Er kommt nicht.", negation=False) == []
    assert sides("Er lehnt den Plan ab.", prefixes=False) == []
    assert sides("Wenn er den Plan unterstützt, kommt sie.", clauses=False) == [("support", 0.5)]


def test_weights_can_be_given():
    assert sides("Er unterstützt den Plan.", weights=tuple({**WEIGHTS, "support": 2.0}.items())) == [("support", 2.0)]
