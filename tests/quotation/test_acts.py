"""Acts of speech that are told without their wording: what is one, what is none."""

import pytest
from tests.found import quoted

TOLD = {
    "Sie kritisierte den Plan.": ["act: Sie kritisierte den Plan. | Sie"],
    "Anna Berg hat den Plan kritisiert.": ["act: Anna Berg hat den Plan kritisiert. | Anna Berg"],
    "Der Plan wurde von der Opposition kritisiert.": [
        "act: Der Plan wurde von der Opposition kritisiert. | der Opposition"
    ],
}
TOLD |= {
    "Insgesamt spricht die Polizei von drei Tätern.": [
        "act: Insgesamt spricht die Polizei von drei Tätern. | die Polizei"
    ],
    "Der Chef von Siemens sprach von einem Erfolg.": [
        "act: Der Chef von Siemens sprach von einem Erfolg. | Der Chef von Siemens"
    ],
    "Anna Berg kritisierte die nicht ausreichenden Mittel.": [
        "act: Anna Berg kritisierte die nicht ausreichenden Mittel. | Anna Berg"
    ],
}
NOT_TOLD = {
    "denied": "Sie kritisierte den Plan nicht.",
    "the first person": "Ich kritisierte den Plan.",
    "asked": "Kritisierte sie den Plan?",
    "only wanted": "Sie will den Plan kritisieren.",
    "nobody in particular": "Man kritisierte den Plan.",
    "a sentence": "Das Gericht verurteilte Otto Kern zu drei Jahren Haft.",
    "victims": "Das Militär forderte drei Todesopfer.",
    "nobody who warns": "Die Leute in der Nähe von Bergen wurden vor Rutschen gewarnt.",
    "no one who speaks": "Der heftige Regen kritisierte den Plan.",
}


@pytest.mark.parametrize("text", TOLD)
def test_an_act_is_told(text):
    assert quoted(text) == TOLD[text]


@pytest.mark.parametrize("why", NOT_TOLD)
def test_no_act_is_told(why):
    assert not [q for q in quoted(NOT_TOLD[why]) if q.startswith("act")]
