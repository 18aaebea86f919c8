"""Corrections to the tags of single words: each rule with the sentence that needs it, the word in question, its tag."""

import pytest
from tests.found import place, tagged


@pytest.mark.parametrize(
    ("rule", "text", "word", "expected"),
    [
        ("figure_is_number", "Es kostet 1.000.000 Euro.", "1.000.000", "CARD"),
        ("letters_with_figures_are_name", "Das meldet die G20 heute.", "G20", "NE"),
        ("abbreviation_is_name", "Dann kam die ÖVP zu Wort.", "ÖVP", "NE"),
        ("abbreviation_is_name", "Dann kam ein LKW vorbei.", "LKW", "NN"),
        ("address_is_name", "Das schrieb spiegel.de gestern.", "spiegel.de", "NE"),
        ("capital_is_noun", "Sie übte im Springen.", "Springen", "NN"),
        ("figure_is_number", "Es sind 3,5 Prozent.", "3,5", "CARD"),
        ("figure_is_number", "Es endete 2:1 gestern.", "2:1", "CARD"),
        ("letters_with_figures_are_name", "Das schrieb n24 heute.", "n24", "NE"),
        ("abbreviation_is_name", "Dann kam die EUROPA zu Wort.", "EUROPA", "NE"),
        ("address_is_name", "Das schrieb welt-heute.at gestern.", "welt-heute.at", "NE"),
        ("initial_is_name", "Dann kam A. Berg zu Wort.", "A.", "NE"),
        ("name_before_verb", "Google teilte mit, es reiche.", "Google", "NE"),
        ("unknown_word_is_name", "Xaro lacht.", "Xaro", "NE"),
        ("unknown_word_is_name", "Xaro Qulm lacht.", "Xaro", "NE"),
        ("unknown_word_is_name", "Ratlich lacht er.", "Ratlich", "ADJD"),
        ("capital_is_noun", "Dann kam Sebastian Schick zu Wort.", "Schick", "NE"),
        ("capital_is_noun", "Das Springen war gut.", "Springen", "NN"),
        ("small_word_is_no_noun", "Hier sparte der Präsident nicht.", "sparte", "VVFIN"),
    ],
)
def test_a_rule_gives_the_tag(rule, text, word, expected):
    words = tagged(text)
    assert words.tag[place(words, word)] == expected, rule
