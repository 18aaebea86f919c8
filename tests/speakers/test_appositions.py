"""Roles that stand beside a name belong to its bearer."""

import pytest

import stimmlage as sl


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Anna Berg, die Direktorin des Museums, sagte, es reiche.", "die Direktorin des Museums"),
        ("Die Direktorin des Museums, Anna Berg, sagte, es reiche.", "Die Direktorin des Museums"),
        ("Anna Berg ist Direktorin. „Es reicht“, sagte Berg.", "Direktorin"),
        ("Anna Berg (SPD), Direktorin des Museums, sagte, es reiche.", "Direktorin des Museums"),
        ("Der Chef der Wahren Finnen, Anna Berg, sagte, es reiche.", "Der Chef der Wahren Finnen"),
        ("Direktorin Anna Berg sagte, es reiche.", "Direktorin"),
        ("Der Direktor schlief. Anna Berg sagte, es reiche.", ""),
    ],
)
def test_whose_role_it_is(text, role):
    speakers = sl.from_text(text, layout=False).speakers.query("name == 'Anna Berg'")
    assert speakers["role"].tolist() == [role]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Die Polizei, Chefin der Stadt, sagte, es reiche.", "organisation"),
        ("Ein Insider, Direktor des Museums, sagte, es reiche.", "unnamed"),
        ("Der Chef der ÖVP Wien, Otto Kern, sagte, es reiche.", "person"),
    ],
)
def test_only_a_person_has_a_role(text, kind):
    speakers = sl.from_text(text, layout=False).speakers
    assert speakers["kind"].tolist() == [kind]
    assert speakers["name"].tolist() == [{"organisation": "Polizei", "unnamed": "Insider"}.get(kind, "Otto Kern")]


def test_a_bare_surname_takes_the_office_told_of_right_before():
    text = "Der Landrat klagte. Blum sagte, es reiche. Der Landrat sagte, es sei genug."
    assert sl.from_text(text, layout=False).quotations["speaker"].nunique() == 1
