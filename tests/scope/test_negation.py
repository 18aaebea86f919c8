"""How far a negator reaches; the negated words stand in brackets."""

import pytest
from tests.found import analysed

from stimmlage.scope.negation import find_negation


def negated(text):
    analysis = analysed(text)
    found = find_negation(analysis)
    return [analysis.words.word[i] for i in sorted(found) if analysis.words.word[i][0].isalnum()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der Plan ist nicht gut.", "ist gut"),
        ("Der Plan überzeugt nicht.", "überzeugt"),
        ("Gut ist der Plan nicht.", "Gut ist"),
        ("Er hat kein gutes Konzept vorgelegt.", "hat gutes Konzept vorgelegt"),
        ("Kein Fachmann lobt den Plan.", "Fachmann lobt den Plan"),
        ("Er kam ohne gute Ideen und lachte.", "gute Ideen"),
        ("Er ging, ohne zu helfen.", "zu helfen"),
        ("Weder hilft er, noch schadet er.", "hilft er noch schadet er"),
        ("Niemand lobt den Plan.", "lobt den Plan"),
        ("Der Plan ist nicht nur gut.", ""),
        ("Der Plan ist nicht gut, aber schön.", "ist gut"),
        ("Der Plan ist nicht ohne Wert.", "ist ohne"),  # two negators cancel each other
        ("Streit gibt es nicht.", "Streit gibt"),
        ("Die nicht genannte Frau lachte laut.", "genannte Frau"),
        ("Er hat kein System der Hilfe.", "hat System der Hilfe"),
        ("Noch nie war es so gut.", ""),
    ],
)
def test_reach(text, expected):
    assert " ".join(negated(text)) == expected
