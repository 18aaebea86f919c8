"""The people of a document, found by surname, first name and sound."""

import pytest

from stimmlage.speakers.entities import Mention
from stimmlage.speakers.known_people import People, base_form, nearest


def mention(first, *name, gender=""):
    return Mention(first, first, first, first + 1, "person", name, None, gender, False, True, 0, 0.0)


def people(*names):
    known = People()
    for place, name in enumerate(names):
        known.join_full_name(mention(place * 10, *name.split()))
    return known


@pytest.mark.parametrize(
    ("form", "bearer"),
    [
        ("Selenskyj", "Wolodymyr Selenskyj"),
        ("Selenskyjs", "Wolodymyr Selenskyj"),
        ("Zelensky", "Wolodymyr Selenskyj"),
        ("Wolodymyr", "Wolodymyr Selenskyj"),
        ("Anna", "Anna Berg"),
        ("Huber", None),
    ],
)
def test_who_bears_a_name(form, bearer):
    found = people("Wolodymyr Selenskyj", "Anna Berg").bearer(form, mention(90, form))
    assert (" ".join(found.names[0]) if found else None) == bearer


def test_of_two_with_one_surname_the_gender_decides_and_then_the_nearest():
    known = people("Anna Berg", "Otto Berg")
    known.all[0].gender, known.all[1].gender = "f", "m"
    assert known.bearer("Berg", mention(90, "Berg", gender="f")) is known.all[0]
    assert known.bearer("Berg", mention(90, "Berg")) is known.all[1]
    assert nearest(known.all, mention(5)) is known.all[0]  # last named before
    assert nearest(known.all[1:], mention(5)) is known.all[1]  # else first named after


@pytest.mark.parametrize(
    ("first", "second", "one"),
    [
        ("Anna Berg", "A. Berg", True),
        ("Anna Berg", "Anna Bergs", True),
        ("Anna Berg", "Otto Berg", False),
        ("Anna Maria Berg", "Maria Berg", True),
        ("Michail Gorbatschow", "Mikhail Gorbachev", True),
        ("Anna Berg", "Anna Burg-Kern", False),
    ],
)
def test_two_full_names_of_one_person(first, second, one):
    assert (len(people(first, second.replace("A.", "A")).all) == 1) is one


def test_the_base_form_has_no_genitive():
    assert base_form(("Anna", "Bergs")) == ("Anna", "Berg")
