"""Speech that goes on over the end of a sentence, and what only looks like it."""

import pytest
from tests.found import quoted

SAID = "Anna Berg sagte, der Plan sei gut. "


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ("Er helfe allen.", ["carried_on: Er helfe allen. | Anna Berg"]),
        ("Demnach helfe er allen.", ["carried_on: Demnach helfe er allen. | Demnach"]),
        ("Möge er helfen.", []),
        ("Man nehme drei Eier.", []),
        ("Er hilft allen.", []),
        ("Otto Kern geht das zu weit: Der Plan gebe ihm Macht.", []),
        ("Otto Kern ist das zu viel, der Plan gebe ihm Macht.", []),
        ("Ich sei dafür.", []),
        ("Er möchte allen helfen.", []),
        ("Wenn es regnete, wäre der Weg nass.", []),
        ("Otto Kern tat, als sei er froh.", []),
        ("Otto Kern tat, als ob er froh sei.", []),
        ("Es sehe aus, als sei er fertig.", ["carried_on: Es sehe aus, als sei er fertig. | Anna Berg"]),
    ],
)
def test_a_sentence_in_the_konjunktiv_carries_on(after, expected):
    assert quoted(SAID + after)[1:] == expected


def test_who_reacts_to_what_is_said_speaks_on():
    text = "Anna Berg wies den Vorwurf der Stadt zurück, zu lügen. Es sei alles wahr."
    assert quoted(text) == ["infinitive: zu lügen | der Stadt", "carried_on: Es sei alles wahr. | Anna Berg"]


def test_who_is_spoken_to_in_an_infinitive_does_not_speak_on():
    text = "Otto Kern kam, um Anna Berg zu widersprechen, dass es reicht. Es sei zu wenig."
    assert [q.partition(" | ")[2] for q in quoted(text)] == ["", ""]


def test_whose_sentence_is_itself_reported_says_nothing():
    text = "Am Montag begann die Messe. Bereits heute müssten Firmen helfen. Der Andrang sei groß."
    assert [q for q in quoted(text) if "Firmen" in q.partition(" | ")[2]] == []


def test_a_konjunktiv_without_anybody_before_it_names_nobody():
    assert quoted("Am Montag begann die Messe. Der Andrang sei groß.") == ["konjunktiv: Der Andrang sei groß. |"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der Plan ist gut. Das sagte Anna Berg.", ["pointing_back: Der Plan ist gut … Das | Anna Berg"]),
        ("Der Plan ist gut. Das wurde von Anna Berg gesagt.", ["pointing_back: Der Plan ist gut … Das | Anna Berg"]),
        ("Der Plan ist gut. Das sagte Anna Berg, dass er hilft.", ["dass: dass er hilft | Anna Berg"]),
        ("Der Plan ist gut.\n\nDas sagte Anna Berg.", []),
        ("Der Plan ist gut. Das sieht Anna Berg.", []),
    ],
)
def test_a_pronoun_points_back_at_what_was_said(text, expected):
    assert quoted(text) == expected
