"""Words that take a stance."""

import pytest
from tests.found import tagged

from stimmlage.language.lexicon import lexicon
from stimmlage.measures.stance.cues import SIGN, find_cues, is_judged, noun_readings, takes_toll


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("Er fordert den Plan.", ["fordert"]),
        ("Er lehnt den Plan ab.", ["lehnt ab"]),
        ("Er unterstützt den Plan.", ["unterstützt"]),
        ("Er stellt den Plan in Frage.", ["stellt in Frage"]),
        ("Der Plan ist abgesehen von ihm gut.", ["gut"]),
        ("Der Sturm forderte drei Todesopfer.", []),
        ("Er liest den Plan.", []),
    ],
)
def test_cues(text, cues):
    words = tagged(text)
    found = find_cues(words, 0, len(words))
    assert [" ".join(words.word[i] for i in cue.words) for cue in found] == cues


def test_without_prefixes_a_separated_verb_is_another():
    words = tagged("Er lehnt den Plan ab.")
    assert find_cues(words, 0, len(words), prefixes=False) == []


@pytest.mark.parametrize(
    ("lemma", "kind"),
    [("Forderung", "noun"), ("Lohnforderung", "noun"), ("Ende", "shifter"), ("Wochenende", None), ("Tisch", None)],
)
def test_nouns_and_the_last_part_of_compounds(lemma, kind):
    found = noun_readings(lemma)
    assert (found[0] if found else None) == kind


def test_victims_are_not_demanded():
    assert takes_toll(tagged("Der Sturm forderte drei Todesopfer."), 2)
    assert not takes_toll(tagged("Der Rat forderte drei Opern."), 2)


def test_a_verdict_is_known_by_its_noun():
    assert is_judged("Weg") and not is_judged("Tisch")


def test_each_category_of_the_lists_has_a_side():
    names = ("stance_verbs", "stance_events", "stance_nouns", "stance_predicates", "stance_phrases")
    assert {row["category"] for name in names for row in lexicon(name)} <= set(SIGN)
    assert set(SIGN.values()) == {1, -1}
