"""Whose position it is that the author reports."""

import pytest

import stimmlage as sl
from stimmlage.measures.targets import Target

PLAN = (Target(id="plan", label_en="the plan", label_de="der Plan", patterns=("lemma:Plan",)),)


@pytest.mark.parametrize(
    ("text", "speaker", "value"),
    [
        ("Anna Berg lehnt den Plan ab. „Nein“, sagte Anna Berg.", "Anna Berg", -1),
        ("Die Opposition lehnt den Plan ab.", "Opposition", -1),
        ("Sie lehnt den Plan ab.", "Sie", -1),
        ("Wir lehnen den Plan ab.", "author", -1),
        ("Man muss den Plan ablehnen.", "author", -1),
        ("In der Opposition lehnt Anna Berg den Plan ab.", "Anna Berg", -1),
    ],
)
def test_who_holds_it(text, speaker, value):
    found = sl.from_text(text).positions(PLAN)
    assert found[["speaker", "value"]].values.tolist() == [[speaker, value]]
