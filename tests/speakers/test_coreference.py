"""From a speaker phrase to who is behind it."""

import pytest

import stimmlage as sl
from stimmlage.quotation.quotation import THE_AUTHOR


def speaker_and_problem(text):
    row = sl.from_text(text, layout=False).quotations.iloc[-1]
    return row["speaker"], row["problem"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Nach Angaben der Polizei ist der Wagen rot.", "Polizei"),
        ("Nach Sauters Angaben ist der Wagen rot.", "Sauter"),
        ("Anna Berg kam. Ihren Angaben zufolge ist der Wagen rot.", "Anna Berg"),
        ("Laut Polizeiangaben ist der Wagen rot.", "Polizei"),
        ("Der „Spiegel“ berichtete, der Wagen sei rot.", "Spiegel"),
        ("Anna Berg kam. Nach Bergs Angaben ist der Wagen rot.", "Anna Berg"),
        ("Nach Angaben der Polizei und der Feuerwehr ist er rot.", "Die Polizei und die Feuerwehr"),
        ("Die Gruppe war nach eigener Aussage am Ziel.", "Gruppe"),
        ("Israelischen Armeeangaben zufolge ist er rot.", "Israelische Armee"),
        ("Nach ersten offiziellen Polizeiangaben ist er rot.", "Polizei"),
        ("Nach Angaben von dpa ist er rot.", "dpa"),
        ("Die Regierung sagte, er sei rot. Man betont auch, dass er alt ist.", "Regierung"),
        ("Viele sagten, der Wagen sei rot.", "Viele"),
        ("Anna Berg und Otto Kern sagten, der Wagen sei rot.", "Anna Berg und Otto Kern"),
    ],
)
def test_who_is_behind_a_phrase(text, name):
    assert speaker_and_problem(text) == (name, "")


def test_the_first_person_is_the_author():
    speaker, problem = speaker_and_problem("Ich glaube, dass der Wagen rot ist.")
    assert speaker == "" and problem.startswith(THE_AUTHOR)


def test_man_is_nobody_where_a_person_spoke():
    text = "Otto Kern sagte, er komme. Man betont auch, dass er hilft."
    assert speaker_and_problem(text) == ("", "nobody is named by 'Man'")


def test_nobody_before_a_pronoun_is_told():
    assert speaker_and_problem("Es regnete. Er sagte, es reiche.") == ("", "pronoun without antecedent: Er")


def test_a_surname_of_two_people_is_told():
    said = "several people are called Berg: Anna Berg, Otto Berg"
    both = sl.from_text(
        "Anna Berg traf Otto Berg. „Gut“, sagte Berg. „Es reicht“, sagte Berg.", layout=False
    ).quotations
    assert both[["speaker", "problem"]].values.tolist() == [["", said], ["", said]]
    assert speaker_and_problem("Anna Berg traf Otto Berg. Frau Berg sagte, es reiche.") == ("Anna Berg", "")
    assert speaker_and_problem("Anna Berg traf Otto Berg. Otto Berg ging. Berg sagte, es reiche.") == ("Otto Berg", "")
