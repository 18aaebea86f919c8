"""What stands around a modal verb."""

import pytest
from tests.found import place, tagged

from stimmlage.measures.modal_frame import frame, modal_form


@pytest.mark.parametrize(
    ("word", "lemma", "form"),
    [
        ("müsste", "müssen", "subjunctive2"),
        ("musste", "müssen", "past"),
        ("muss", "müssen", "present"),
        ("könne", "können", "subjunctive1"),
        ("könnte", "können", "subjunctive2"),
        ("konnte", "können", "past"),
        ("sollte", "sollen", "past"),
        ("sollt", "sollen", "present"),
        ("dürfe", "dürfen", "subjunctive1"),
        ("wird", "werden", "present"),
        ("möchte", "mögen", "subjunctive2"),
    ],
)
def test_forms(word, lemma, form):
    assert modal_form(word, finite=True) == (lemma, form)
    assert modal_form(word, finite=False) == (lemma, "infinitive")


@pytest.mark.parametrize(
    ("text", "modal", "expected"),
    [
        ("Er muss gelogen haben.", "muss", {"infinitive": "perfect", "subject": "he"}),
        ("Der Plan muss geändert werden.", "muss", {"infinitive": "passive", "subject": "noun"}),
        ("Er muss gekommen sein.", "muss", {"infinitive": "perfect"}),
        ("Er muss krank sein.", "muss", {"infinitive": "be"}),
        ("Wir müssen zahlen.", "müssen", {"infinitive": "action", "subject": "wir"}),
        ("Man kann zahlen.", "kann", {"subject": "man"}),
        ("Das kann sein.", "kann", {"subject": "it"}),
        ("Du kannst zahlen.", "kannst", {"subject": "du"}),
        ("Alles kann sein.", "kann", {"subject": "it"}),
        ("Nichts kann sein.", "kann", {"subject": "it"}),
        ("Dies kann sein.", "kann", {"subject": "it"}),
        ("Was kann das sein?", "kann", {"subject": "it"}),
        ("Jeder kann zahlen.", "kann", {"subject": "noun"}),
        ("Niemand kann zahlen.", "kann", {"subject": "noun"}),
        ("Keiner kann zahlen.", "kann", {"subject": "noun"}),
        ("Können Sie zahlen?", "Können", {"subject": "polite", "question": True, "inverted": True}),
        ("Wann kann er zahlen?", "kann", {"detail": True, "question": True}),
        ("Er kann nicht zahlen.", "kann", {"negated": True}),
        ("Er kann zahlen.", "kann", {"negated": False, "question": False, "inverted": False}),
        ("Sie sagt, dass sie zahlen kann.", "kann", {"subject": "she", "infinitive": "action"}),
        ("Er hätte zahlen können.", "können", {"form": "unreal"}),
        ("Er soll.", "soll", {"infinitive": "none", "verb": -1}),
    ],
)
def test_a_frame(text, modal, expected):
    words = tagged(text)
    found = frame(words, place(words, modal))
    assert {name: getattr(found, name) for name in expected} == expected


def test_an_enumeration_belongs_to_the_clause():
    words = tagged("Heute sollen Anna, Otto und Eva fahren.")
    assert frame(words, place(words, "sollen")).infinitive == "action"
