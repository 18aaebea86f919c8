"""The name under which somebody stands in the tables."""

import pytest

import stimmlage as sl


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Berg sagte, es reiche. Auch Anna Berg kam.", "Anna Berg", "person"),
        ("Nach Angaben Anna Bergs reicht es. Anna Berg ging.", "Anna Berg", "person"),
        ("Nach Angaben Hans Gross’ reicht es.", "Hans Gross", "person"),
        ("Eine Sprecherin der Bahn sagte, es reiche.", "Sprecherin der Bahn", "unnamed"),
        ("Die Deutsche Bank sagte, es reiche.", "Deutsche Bank", "organisation"),
        ("Nach Angaben Berlins reicht es.", "Berlin", "place"),
        ("Zwei Zeugen sagten, es reiche.", "Zwei Zeugen", "group"),
        ("Der Weltbund der Segler (WS) sagte, es reiche.", "Weltbund der Segler", "organisation"),
    ],
)
def test_names_and_kinds(text, name, kind):
    speakers = sl.from_text(text, layout=False).speakers
    assert speakers[["name", "kind"]].values.tolist() == [[name, kind]]


def test_a_role_in_another_case_is_written_in_the_nominative():
    text = "Das erfuhr man von dem neuen Direktor der Bank, Otto Kern. Kern sagte, es reiche."
    assert sl.from_text(text, layout=False).speakers["role"].tolist() == ["Neuer Direktor der Bank"]


def test_aliases_are_the_forms_of_the_text():
    text = "Anna Berg sagte, es reiche. Berg sagte, es sei gut. Nach Angaben Bergs ist es so."
    assert sl.from_text(text, layout=False).speakers["aliases"].tolist() == [["Anna Berg", "Berg", "Bergs"]]
