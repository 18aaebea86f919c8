"""Phrases: nominative forms of speaker phrases, and what stands behind nouns of saying."""

from __future__ import annotations

import pytest

from stimmlage.language.nouns import noun
from stimmlage.language.tagging import tag
from stimmlage.reading.segmentation import read_text
from stimmlage.speakers.speaker_phrases import behind_source, compound_source, head_of, nominative, quoted_name


def words_of(text: str):
    return tag(read_text(text))


@pytest.mark.parametrize(
    ("before", "phrase", "after", "definite", "name"),
    [
        ("Es regnet laut", "der russischen Regierung", ".", False, "Russische Regierung"),
        ("Es regnet laut", "dem russischen Außenminister", ".", True, "Der russische Außenminister"),
        ("Das sagte", "ein Sprecher des Ministeriums", ".", True, "Sprecher des Ministeriums"),
        ("Es regnet nach Angaben", "einer Sprecherin der Polizei", ".", True, "Sprecherin der Polizei"),
        ("Das sagten", "die Kanadier", ".", True, "Die Kanadier"),
        ("Das sagten", "andere US-Beamte", ".", True, "Andere US-Beamte"),
        ("Es regnet nach Ansicht", "von Bewohnern", ".", True, "Bewohner"),
        ("Es regnet nach", "Berichten", ".", True, "Berichte"),
        ("Es regnet nach Ansicht", "der Behörde", ", wie es heißt.", False, "Behörde"),
        ("Laut", "Berliner Polizei", "regnet es.", False, "Berliner Polizei"),
        ("Es regnet nach Angaben", "eines neutralen Vermittlers", ".", True, "Neutraler Vermittler"),
        ("Das sagte", "der Leiter des Amtes, Uwe Lang", ".", True, "Der Leiter des Amtes"),
    ],
)
def test_nominative(before, phrase, after, definite, name):
    words = words_of(f"{before} {phrase} {after}")
    first = len(words_of(before))
    assert nominative(words, first, first + len(words_of(phrase)), definite) == name


@pytest.mark.parametrize(
    ("phrase", "behind"),
    [
        ("Angaben der Polizei", "der Polizei"),
        ("Angaben von Zeugen", "von Zeugen"),
        ("Angaben aus dem Jahr 2005", None),
        ("Spekulationen über den Minister", None),
        ("Meinung vieler Experten", "vieler Experten"),
        ("Angaben", None),
        ("Bestätigung durch die Polizei", "die Polizei"),
        ("Worte Merkels", "Merkels"),
    ],
)
def test_behind_a_noun_of_saying(phrase, behind):
    words = words_of(f"Nach {phrase} regnet es.")
    stop = 1 + len(phrase.split())
    found = behind_source(words, head_of(words, 1, stop), stop)
    assert (" ".join(words.word[found[0] : found[1]]) if found else None) == behind


@pytest.mark.parametrize(
    ("word", "source"),
    [
        ("Polizeiangaben", "Polizei"),
        ("NASA-Angaben", "NASA"),
        ("Zeugenaussagen", "Zeugen"),
        ("Jahresbericht", ""),
        ("Fronttransparent", ""),
        ("Behördenangaben", "Behörden"),
    ],
)
def test_who_speaks_in_a_compound(word, source):
    known = noun(word)
    assert known is not None and compound_source(word, known) == source


@pytest.mark.parametrize(
    ("phrase", "name"),
    [("der „Morgenruf“", "Morgenruf"), ("die Zeitung", ""), ("„Blick nach Osten“", "Blick nach Osten")],
)
def test_a_name_in_marks(phrase, name):
    words = words_of(phrase)
    assert quoted_name(words, 0, len(words)) == name
