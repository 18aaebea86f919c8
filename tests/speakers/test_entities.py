"""Entities take up mentions and offices."""

from tests.found import tagged

from stimmlage.language.nouns import noun
from stimmlage.speakers.entities import Entity, Mention
from stimmlage.speakers.offices import office


def mention(first, name=(), gender=""):
    return Mention(first, first, first, first + 1, "person", name, None, gender, False, True, 0, 0.0)


def test_an_entity_keeps_its_mentions_in_order_and_each_name_once():
    entity = Entity("person")
    for m in (mention(9, ("Anna", "Berg"), "f"), mention(2, ("Berg",)), mention(5, ("Berg",), "m")):
        entity.add(m)
        assert m.entity is entity
    assert entity.places == [2, 5, 9]
    assert entity.names == [("Anna", "Berg"), ("Berg",)]
    assert entity.gender == "f"  # the first that is known


def test_an_office_is_held_once():
    words = tagged("Der Direktor der Bank und der Direktor der Post kamen.")
    known = noun("Direktor")
    entity = Entity("person")
    bank, post = (office(words, known, i, i + 1, i + 4) for i in (0, 5))
    assert [entity.hold(o) for o in (bank, bank, post)] == [True, False, True]
    assert len(entity.offices) == 2
