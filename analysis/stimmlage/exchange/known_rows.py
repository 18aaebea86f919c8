"""People that are known, laid over the rows of a document as a run writes them."""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Callable, Sequence
from typing import Any

from stimmlage.exchange.people_file import Person, bearers
from stimmlage.schema import TABLES, Row
from stimmlage.speakers.name_forms import slug

_ROW: dict[str, Callable[..., Row]] = {
    name: namedtuple(f"{name}_row", [*TABLES[name], "metadata"]) for name in ("speakers",)
}
"""Rows of speakers with what else is known of them."""


def people_columns(people: Sequence[Person]) -> tuple[tuple[str, str], ...]:
    """Return what is said of people and is no column of the kit's own, as columns of text."""
    named = dict.fromkeys(key for person in people for key in person.more if key not in TABLES["speakers"])
    return tuple((name, "string") for name in named)


def rows_with_people(people: Sequence[Person], rows: dict[str, list[Row]]) -> dict[str, list[Row]]:
    """Return the rows of the tables of a document with the names and ids of the people that are known."""
    bearer = bearers(people)
    names: dict[str, Person] = {}
    speakers: list[Row] = []
    for row in rows["speakers"]:
        known: dict[str, Any] = row._asdict()  # type: ignore[attr-defined]
        person = bearer.get(known["person_id"]) or bearer.get(slug(known["name"]))
        more = person.more if person else {}
        if person:
            names[known["name"]] = person
            own: dict[str, Any] = {key: more[key] for key in ("role", "gender") if key in more}
            known |= {"person_id": person.id, "name": person.name, **own}
        speakers.append(
            _ROW["speakers"](**known, metadata={k: v for k, v in more.items() if k not in TABLES["speakers"]})
        )
    if not names:
        return {**rows, "speakers": speakers}
    return {
        name: speakers if name == "speakers" else [_renamed(name, row, names) for row in part]
        for name, part in rows.items()
    }


def _renamed(table: str, row: Row, names: dict[str, Person]) -> Row:
    if "speaker" not in TABLES[table]:
        return row
    person = names.get(row.speaker)  # type: ignore[attr-defined]
    if person is None:
        return row
    more = {"person_id": person.id} if "person_id" in TABLES[table] else {}
    changed: Row = row._replace(speaker=person.name, **more)  # type: ignore[attr-defined]
    return changed


__all__ = ["people_columns", "rows_with_people"]
