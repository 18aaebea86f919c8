"""Gender as the words of the text mark it, with the word that does."""

import pytest

import stimmlage as sl


@pytest.mark.parametrize(
    ("text", "gender", "word"),
    [
        ("Ministerin Berg sagte, es reiche.", "female", "Ministerin"),
        ("Minister Berg sagte, es reiche.", "male", "Minister"),
        ("Frau Berg sagte, es reiche.", "female", "Frau"),
        ("Herr Dr. Berg sagte, es reiche.", "male", "Herr"),
        ("Die Abgeordnete Berg sagte, es reiche.", "female", "Die Abgeordnete"),
        ("Ein Abgeordneter sagte, es reiche.", "male", "Abgeordneter"),
        ("Anna Berg kam. Sie sagte, es reiche.", "female", "Sie"),
        ("Otto Kern kam. Er sagte, es reiche.", "male", "Er"),
        ("Anna Berg sagte, es reiche.", "not marked", ""),  # a first name marks nothing
        ("Die Polizei sagte, es reiche.", "", ""),
    ],
)
def test_what_marks_it(text, gender, word):
    speakers = sl.from_text(text, layout=False).speakers
    assert speakers[["gender", "gender_evidence"]].values.tolist() == [[gender, word]]
