"""People that are known, laid over rows as a run writes them."""

from tests.found import analysed

from stimmlage.exchange.known_rows import people_columns, rows_with_people
from stimmlage.exchange.people_file import Person
from stimmlage.exchange.tables import MAKERS

BERG = Person("berg", "Anna Berg-Kern", ("Anna Berg",), {"party": "A", "role": "Ministerin"})


def rows(text):
    analysis = analysed(text)
    return {name: list(MAKERS[name](analysis)) for name in ("speakers", "quotations", "passages", "framings")}


def test_names_and_ids_are_those_of_the_file():
    found = rows_with_people([BERG], rows("„Ja“, sagte Anna Berg. „Nein“, sagte Otto Kern."))
    assert [(r.name, r.person_id, r.role) for r in found["speakers"]] == [
        ("Anna Berg-Kern", "berg", "Ministerin"),
        ("Otto Kern", "otto-kern", ""),
    ]
    assert [r.metadata for r in found["speakers"]] == [{"party": "A"}, {}]
    assert {r.speaker for r in found["quotations"]} == {"Anna Berg-Kern", "Otto Kern"}
    assert [r.person_id for r in found["framings"]] == ["berg", "otto-kern"]


def test_who_is_not_known_stays():
    before = rows("„Nein“, sagte Otto Kern.")
    found = rows_with_people([BERG], before)
    assert found["quotations"] == before["quotations"]


def test_columns_are_what_else_is_said_of_people():
    assert people_columns([BERG, Person("x", "X", (), {"country": "DE"})]) == (
        ("party", "string"),
        ("country", "string"),
    )
