"""Polarity by word formation."""

import pytest

from stimmlage.measures.wordparts import ATTENUATED, noun_polarity, word_polarity

NOUNS = {"vertrauen": 1.0, "erfolg": 1.0, "krise": -0.6, "schmerz": -0.6, "hoffnung": 1.0, "ende": -0.5, "brand": -0.5}
WORDS = {"zerstören": -1.0, "fair": 1.0, "gefährlich": -0.8, "krank": -0.5, "schlimm": -0.7, "fördern": 0.5}


@pytest.mark.parametrize(
    ("noun", "weight"),
    [
        ("Wahlerfolg", 1.0),
        ("Wahlerfolge", 1.0),
        ("Vertrauensverlust", -ATTENUATED),
        ("Krisenabbau", ATTENUATED),
        ("Krisentreffen", -0.6 * ATTENUATED),
        ("Zerstörung", -1.0),
        ("Krankheit", -0.5),
        ("Fairness", 0.0),
        ("Wochenende", 0.0),
        ("Schein-Erfolg", 1.0),
        ("Krisen-Treffen", -0.6 * ATTENUATED),
        ("Tischbein", 0.0),
        ("Krise", 0.0),  # too short to be made of parts
    ],
)
def test_nouns(noun, weight):
    assert noun_polarity(noun, WORDS, NOUNS) == pytest.approx(weight)


@pytest.mark.parametrize(
    ("word", "weight"),
    [
        ("unfair", -ATTENUATED),
        ("ungefährlich", 0.3),
        ("zerstörend", -1.0),
        ("zerstörter", -1.0),
        ("gefördert", 0.5),
        ("schmerzfrei", ATTENUATED),
        ("hoffnungslos", -ATTENUATED),
        ("hoffnungsvoll", 1.0),
        ("hochgefährlich", -0.8),
        ("grünlich", 0.0),
    ],
)
def test_words(word, weight):
    assert word_polarity(word, WORDS, NOUNS) == pytest.approx(weight)
