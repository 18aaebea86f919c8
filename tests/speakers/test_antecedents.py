"""Whom a pronoun means: by gender and number, by place, by who spoke last."""

import pytest
from tests.found import said_by


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Anna Berg traf Otto Kern. Er sagte, es reiche.", "Otto Kern"),
        ("Anna Berg traf Otto Kern. Sie sagte, es reiche.", "Anna Berg"),
        ("Die Polizei wartete. Sie sagte, es reiche.", "Polizei"),
        ("Die Polizisten sahen Anna Berg. Sie sagten, es reiche.", "Die Polizisten"),
        ("Otto Kern lobte Karl Huber. Dieser sagte, es reiche.", "Karl Huber"),
        ("Otto Kern, der den Plan kennt, sagte, es reiche.", "Otto Kern"),
        ("Otto Kern kam. Laut VSV war Kern krank. Er sagte, es reiche.", "Otto Kern"),
        (
            "Otto Kern sprach. Das Land stehe „auf der Kippe“. Den Währungsfonds, dessen Leute tagen, forderte er auf, zu zahlen.",
            "Otto Kern",
        ),
        ("Weil er irrte, sagte er, es reiche. Uwe Lang ging.", ""),
        ("Anna Berg kam. Sie habe Zeit, sagte sie.", "Anna Berg"),
    ],
)
def test_whom_a_pronoun_means(text, name):
    assert said_by(text)[-1].partition(" | ")[2] == name


def test_demnach_means_who_spoke_last():
    text = "Otto Kern kam. Anna Berg sagte, der Plan sei fertig. Demnach ist er gut."
    assert said_by(text)[-1] == "ist er gut | Anna Berg"


def test_a_pronoun_reaches_five_sentences_back_and_no_farther():
    between = "Es regnete. "
    assert said_by("Otto Kern kam. " + between * 3 + "Er sagte, es reiche.")[0].endswith("| Otto Kern")
    assert said_by("Otto Kern kam. " + between * 8 + "Er sagte, es reiche.") == ["es reiche |"]
