"""`people.toml`: who is who in a corpus, and what is known of them."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from stimmlage.errors import InputError, MissingFileError
from stimmlage.schema import TABLES
from stimmlage.speakers.name_forms import slug

_OWN = ("id", "name", "aliases")


@dataclass(frozen=True)
class Person:
    """A person as `people.toml` has her."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    more: dict[str, Any] = field(default_factory=dict)

    def forms(self) -> set[str]:
        """All under which she is found, spelt alike."""
        return {slug(form) for form in (self.id, self.name, *self.aliases)}


def read_people(path: str | Path) -> tuple[Person, ...]:
    """Read people from a TOML file with one `[[person]]` table each.

    Raises
    ------
    MissingFileError
        If there is no such file.
    InputError
        If it is no TOML, a person lacks her name, or a name belongs to two people.
    """
    path = Path(path)
    if not path.is_file():
        raise MissingFileError(f"No people at {str(path)!r}; give a TOML file with [[person]] tables.")
    try:
        given = tomllib.loads(path.read_text("utf-8")).get("person")
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(f"{str(path)!r} is no TOML ({' '.join(str(error).split())}).") from error
    if not isinstance(given, list) or not all(isinstance(row, dict) for row in given):
        raise InputError(f"{path.name} has no [[person]] table; each begins with that line.")
    return _checked([_person(row, path.name) for row in given], path.name)


def _person(row: dict[str, Any], file: str) -> Person:
    name, aliases = row.get("name"), row.get("aliases", [])
    if not isinstance(name, str) or not name.strip():
        raise InputError(
            f"{file}: a person needs a `name`; {json.dumps(row, ensure_ascii=False, default=str)} has none."
        )
    if not isinstance(aliases, list) or not all(isinstance(alias, str) for alias in aliases):
        raise InputError(f'{file}: `aliases` of {name!r} is a list of names, as in ["Berg", "die Ministerin"].')
    more = {key: value for key, value in row.items() if key not in _OWN}
    if taken := [key for key in more if key in TABLES["speakers"] and key not in ("gender", "role")]:
        raise InputError(f"{file}: {taken[0]!r} of {name!r} is a column of the kit's own; give it another name.")
    return Person(str(row.get("id") or slug(name)), name, tuple(aliases), more)


def _checked(people: Sequence[Person], file: str) -> tuple[Person, ...]:
    bearer: dict[str, Person] = {}
    for person in people:
        for form in person.forms():
            if (other := bearer.setdefault(form, person)) is not person:
                raise InputError(
                    f"{file}: {form!r} belongs to two people, {other.name!r} and {person.name!r}; "
                    "leave it out where it is not clear who is meant."
                )
    return tuple(people)


def bearers(people: Sequence[Person]) -> dict[str, Person]:
    """Return who is meant by each form of a name."""
    return {form: person for person in people for form in person.forms()}
