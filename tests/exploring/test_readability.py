"""Readability: syllables and formulas by hand."""

import pytest

import stimmlage as sl
from stimmlage.exploring.readability import syllables


@pytest.mark.parametrize(
    ("word", "n"), [("Haus", 1), ("Bäume", 2), ("Universität", 5), ("Beere", 2), ("SPD", 1), ("Sicherheit", 3)]
)
def test_syllables(word, n):
    assert syllables(word) == n


def test_formulas_by_hand():
    text = "Der Hund bellt laut. " * 9 + "Die Regierung verhandelt."
    row = sl.from_text(text, layout=False).readability().iloc[0]
    words, sentences, long = 39, 10, 2
    assert row["lix"] == pytest.approx(words / sentences + 100 * long / words)
    assert row["flesch_amstad"] == pytest.approx(180 - words / sentences - 58.5 * (9 * 4 + 1 + 3 + 3) / words)
    three, one = 2 / words, 37 / words
    assert row["wstf"] == pytest.approx(
        19.35 * three + 0.1672 * words / sentences + 12.97 * long / words - 3.27 * one - 0.875
    )


def test_a_few_sentences_have_no_formula(corpus):
    table = corpus.readability(by="outlet")
    assert table["lix"].isna().all() and set(table["note"]) == {"below 10 sentences: no formula"}
