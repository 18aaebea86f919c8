"""Nouns: forms, compounds, gender and number of nouns for people, bodies and utterances."""

from __future__ import annotations

import pytest

from stimmlage.language.nouns import noun, person_noun


@pytest.mark.parametrize(
    ("word", "base", "gender", "number", "sort"),
    [
        ("Präsidenten", "präsident", "m", "?", "person"),
        ("Kanzlerin", "kanzler", "f", "s", "person"),
        ("Ärztinnen", "arzt", "f", "p", "person"),
        ("Anwälte", "anwalt", "m", "p", "person"),
        ("Feuerwehrfrau", "feuerwehrmann", "f", "s", "person"),
        ("Landwirte", "landwirt", "m", "p", "person"),
        ("Abgeordneten", "abgeordneter", "a", "w", "person"),
        ("46-Jährige", "jähriger", "a", "?", "person"),
        ("Polizeichef", "chef", "m", "s", "person"),
        ("US-Beamter", "beamter", "m", "s", "person"),
        ("Umweltministerium", "ministerium", "n", "s", "organisation"),
        ("Ministerien", "ministerium", "n", "p", "organisation"),
        ("Streitkräften", "streitkräfte", "p", "p", "organisation"),
        ("Bundesrat", "bundesrat", "m", "s", "organisation"),
        ("Angaben", "angabe", "f", "p", "source"),
        ("Zeugenaussagen", "aussage", "f", "p", "source"),
        ("Erkenntnissen", "erkenntnis", "f", "p", "source"),
    ],
)
def test_known_nouns(word, base, gender, number, sort):
    known = noun(word)
    assert known is not None
    assert (known.base, known.gender, known.number, known.sort) == (base, gender, number, sort)


@pytest.mark.parametrize("word", ["Fahrrad", "Angebote", "Montag", "Salat", "Ode", "Vorrat", "Staub"])
def test_other_nouns(word):
    assert noun(word) is None


def test_a_body_may_be_a_person():
    known, person = noun("Vorstand"), person_noun("Vorstand")
    assert known is not None and person is not None
    assert (known.sort, person.sort) == ("organisation", "person")
