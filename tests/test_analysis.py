"""One document through all stages."""

from tests.found import analysed


def test_what_is_made_of_an_analysis_is_made_once():
    made = []

    def counted(analysis):
        made.append(analysis)
        return len(made)

    analysis = analysed("Der Plan ist gut.")
    assert (analysis.once(counted), analysis.once(counted), len(made)) == (1, 1, 1)
    assert analysed("Der Plan ist gut.").once(counted) == 2


def test_words_hold_a_letter_or_a_digit():
    assert analysed("Er kam – um 11:30 Uhr, 3 %.").n_words == 6
    assert analysed("Er kam z. B. um 9.").n_words == 6


def test_every_word_belongs_to_a_passage():
    analysis = analysed("Das ist so. „Ja“, sagte Anna Berg.")
    inside = [any(p.start <= s < p.end for p in analysis.passages) for s in analysis.words.start]
    assert all(inside)
