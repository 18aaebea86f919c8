"""Corrections to tags by the clause: each rule with the sentence that needs it, the word in question, its tag."""

import pytest
from tests.found import place, tagged


@pytest.mark.parametrize(
    ("rule", "text", "word", "expected"),
    [
        ("verb_between_nouns", "Die Beobachter dokumentierten Verstöße, kamen aber heim.", "dokumentierten", "VVFIN"),
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
        ("verb_first_condition", "Scheitern die Gespräche, tagt der Rat.", "Scheitern", "VVFIN"),
        ("prefix_at_end", "Google teilte mit, es reiche.", "mit", "PTKVZ"),
        ("prefix_at_end", "Er kommt an.", "an", "PTKVZ"),
        ("um_with_infinitive", "Er kam, ohne Geld mitzunehmen.", "ohne", "KOUI"),
        ("um_with_infinitive", "Er kam, anstatt Geld zu sparen.", "anstatt", "KOUI"),
        ("um_with_infinitive", "Er kam, statt Geld zu sparen.", "statt", "KOUI"),
        ("relative_pronoun", "Der Damm, den niemand baut, fehlt.", "den", "PRELS"),
        ("relative_pronoun", "Das Haus, das niemand baut, fehlt.", "das", "PRELS"),
        ("relative_pronoun", "Der Mann, dem niemand hilft, geht.", "dem", "PRELS"),
        ("relative_pronoun", "Der Mann, der nichts tut, geht.", "der", "PRELS"),
        ("article_of_apposition", "Er hofft, die Verletzten zu bergen.", "die", "ART"),
        ("participle_before_verb", "Von allen kritisiert, zog er zurück.", "kritisiert", "VVPP"),
        ("participle_after_auxiliary", "Wird der Plan kritisiert, geht er.", "kritisiert", "VVPP"),
        ("participle_after_auxiliary", "Er wird das Haus bauen.", "bauen", "VVINF"),
        ("infinitive_after_auxiliary", "Er könnte das gehört haben.", "haben", "VAINF"),
        ("participle_before_noun", "Das ist ein Leiter der am Bau beteiligten Firma.", "beteiligten", "ADJA"),
        ("verb_final", "Er sagt, dass die Preise steigen und die Löhne fallen.", "fallen", "VVFIN"),
        ("verb_second", "Dann protestieren die Bauern.", "protestieren", "VVFIN"),
        ("mark_subordinate", "Der Mann, mit dem alle reden, geht.", "reden", "VVFIN"),
        ("mark_subordinate", "Er fragt, wen sie suchen.", "suchen", "VVFIN"),
        ("mark_subordinate", "Er fragt, mit wem sie reden.", "reden", "VVFIN"),
        ("conjunction", "Seit er kam, müssen alle helfen.", "Seit", "KOUS"),
        ("conjunction", "Während er schlief, mussten alle helfen.", "Während", "KOUS"),
    ],
)
def test_a_rule_gives_the_tag(rule, text, word, expected):
    words = tagged(text)
    assert words.tag[place(words, word)] == expected, rule


def test_a_headline_keeps_its_participle():
    words = tagged("Drei Menschen verletzt.")
    assert words.tag[place(words, "verletzt")] == "VVPP"
