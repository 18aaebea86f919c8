"""In what a quotation was given, as a table of sentences."""

import pytest

import stimmlage as sl


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ("„Das Dach ist dicht“, sagte Anna Berg.", "speech"),
        ("„Das Dach ist dicht“, schrieb Anna Berg am Montag.", "writing"),
        ("Anna Berg glaubt, dass das Dach dicht ist.", "speech_thought"),
        ("Laut Anna Berg ist das Dach dicht.", "speech_writing"),
        ("Nach Ansicht von Anna Berg ist das Dach dicht.", "speech_thought"),
        ("Laut einer Studie ist das Dach dicht.", "writing"),
        ("Anna Berg ist überzeugt, dass das Dach dicht ist.", "speech_thought"),
    ],
)
def test_medium(text, medium):
    assert sl.from_text(text).quotations["medium"].tolist() == [medium]


def test_a_sentence_that_goes_on_keeps_the_medium():
    text = "Anna Berg schrieb, das Dach sei dicht. Der Regen könne kommen."
    assert sl.from_text(text).quotations["medium"].tolist() == ["writing", "writing"]
