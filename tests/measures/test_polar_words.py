"""Words of tone in their sentences: names, degrees and places where a word has none."""

import pytest
from tests.found import analysed

from stimmlage.measures.polar_words import modified, polar_hits
from stimmlage.measures.polarity import polarity_lexicon


def hits(text, **which):
    return {h.cue: h.weight for h in polar_hits(analysed(text), polarity_lexicon(), **which)}


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Das Konzept ist gut.", "gut"),
        ("Die Elf ist stark.", "stark"),
        ("Das Haus ist sicher.", "sicher"),
        ("Das Konzept überzeugt alle.", "überzeugt"),
        ("Es gab Streit.", "Streit"),
    ],
)
def test_a_tone(text, cue):
    assert cue in hits(text)


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Es sind gut 20 Kilometer.", "gut"),
        ("Es fiel starker Regen.", "starker"),
        ("Das ist sicher falsch.", "sicher"),
        ("Sie ist davon überzeugt.", "überzeugt"),
        ("Minister Anna Streit kam.", "Streit"),
        ("Ein Beben der Stärke 5 war das.", "Stärke"),
        ("Das Festival Herbstlärm beginnt.", "Herbstlärm"),
        ("Das war der Kalte Krieg.", "Kalte"),
    ],
)
def test_no_tone(text, cue):
    assert cue not in hits(text)


def test_what_modifies_can_be_left_out():
    assert hits("Das ist nicht gut.")["gut"] < 0 < hits("Das ist nicht gut.", negation=False)["gut"]
    assert hits("Das ist sehr gut.")["gut"] > hits("Das ist sehr gut.", intensity=False)["gut"]


def test_the_attribute_decides_over_its_noun():
    assert list(hits("Er schuf falsche Anreize.")) == ["falsche"]


def test_what_is_granted_counts_half():
    weight = hits("Der Plan ist gut.")["gut"]
    assert hits("Der Plan ist zwar gut, aber er kommt spät.")["gut"] == pytest.approx(weight / 2)


def test_without_a_shift_the_modifier_stays():
    assert modified(analysed("Ja.").words, "negated", None) == "negated"
