"""Corrections to tags: each rule with the sentence that needs it, the word in question and its tag."""

import pytest
from tests.found import place, tagged


@pytest.mark.parametrize(
    ("rule", "text", "word", "expected"),
    [
        ("figure_is_number", "Es kostet 1.000.000 Euro.", "1.000.000", "CARD"),
        ("letters_with_figures_are_name", "Das meldet die G20 heute.", "G20", "NE"),
        ("verb_between_nouns", "Die Beobachter dokumentierten Verstöße, kamen aber heim.", "dokumentierten", "VVFIN"),
        ("abbreviation_is_name", "Dann kam die ÖVP zu Wort.", "ÖVP", "NE"),
        ("abbreviation_is_name", "Dann kam ein LKW vorbei.", "LKW", "NN"),
        ("address_is_name", "Das schrieb spiegel.de gestern.", "spiegel.de", "NE"),
        ("capital_is_noun", "Sie übte im Springen.", "Springen", "NN"),
        ("um_with_infinitive", "Er kam, um Geld zu sparen.", "um", "KOUI"),
        ("um_with_infinitive", "Er kam um drei Uhr an.", "um", "APPR"),
        ("verb_before_clause", "Andere Quellen berichten, dass es brennt.", "berichten", "VVFIN"),
        ("verb_of_sentence", "Andere Quellen berichten von einem Brand.", "berichten", "VVFIN"),
        ("verb_before_pronoun", "„Halt!“ schrie er.", "schrie", "VVFIN"),
        ("conjunction", "Damit das bleibt, müssen alle helfen.", "Damit", "KOUS"),
        ("relative_pronoun", "Die Steuer, die niemand will, kommt.", "die", "PRELS"),
        ("article_of_apposition", "Am Montag, dem dritten Mai, beginnt es.", "dem", "ART"),
        ("verb_final", "Er sagt, dass die Preise steigen.", "steigen", "VVFIN"),
        ("verb_first", "Bevor es beginnt, vergehen Monate.", "vergehen", "VVFIN"),
        ("verb_second", "Die Nato reagiert.", "reagiert", "VVFIN"),
        ("participle_after_auxiliary", "Gestern wurde der Plan kritisiert.", "kritisiert", "VVPP"),
        ("participle_before_noun", "Das 1938 erbaute Haus ist alt.", "erbaute", "ADJA"),
        ("infinitive_after_auxiliary", "Er hätte es versuchen müssen.", "müssen", "VMINF"),
    ],
)
def test_a_rule_gives_the_tag(rule, text, word, expected):
    words = tagged(text)
    assert words.tag[place(words, word)] == expected, rule


def test_a_headline_keeps_its_participle():
    words = tagged("Drei Menschen verletzt.")
    assert words.tag[place(words, "verletzt")] == "VVPP"
