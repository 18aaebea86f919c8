"""Positions on a target: from its mention outwards."""

import pytest

import stimmlage as sl
from stimmlage.measures.targets import Target

PLAN = (Target(id="plan", label_en="the plan", label_de="der Plan", patterns=("lemma:Plan",)),)


def position(text):
    found = sl.from_text(text).positions(PLAN)
    return found[["value", "category"]].values.tolist()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Berg unterstützt den Plan.", [[1, "support"]]),
        ("Anna Berg unterstützt den Plan nicht.", [[-1, "support"]]),
        ("Anna Berg fordert das Ende des Plans.", [[-1, "demand"]]),
        ("Anna Berg lehnt das Ende des Plans ab.", [[1, "opposition"]]),
        ("Anna Berg will den Plan stärken.", [[1, "wish"]]),
        ("Wir sind gegen den Plan.", [[-1, "opposition"]]),
        ("Wir sind für den Plan.", [[1, "support"]]),
        ("Wenn Anna Berg den Plan unterstützt, ist es gut.", []),
        ("Unterstützt Anna Berg den Plan?", []),
        ("Anna Berg liest den Plan.", []),
        ("Es ist fraglich, ob der Plan hilft.", [[0, "doubt"]]),
        ("Es ist nicht fraglich, ob der Plan hilft.", []),
    ],
)
def test_positions(text, expected):
    assert position(text) == expected
