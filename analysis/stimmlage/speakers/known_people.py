"""People: who bears a name, under all its spellings and short forms."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from stimmlage.language.given_names import GIVEN, PARTICLES
from stimmlage.speakers.entities import Entity, Mention
from stimmlage.speakers.name_forms import same_spelling, sound_key, surname_of, without_genitive

Name = tuple[str, ...]


def base_form(name: Name) -> Name:
    """Take the genitive ending from a name, or what looks like one."""
    return (*name[:-1], without_genitive(name[-1]))


def nearest(entities: Sequence[Entity], mention: Mention) -> Entity:
    """Return the entity last mentioned before a mention; failing that, the one mentioned first after it."""

    def distance(entity: Entity) -> tuple[bool, int]:
        before = bisect_left(entity.places, mention.first)
        return not before, mention.first - entity.places[before - 1] if before else entity.places[0]

    return min(entities, key=distance)


class People:
    """The named people of a document, found by full name, surname, first name and sound."""

    def __init__(self) -> None:
        self.all: list[Entity] = []
        self._by_surname: dict[str, list[Entity]] = {}
        self._by_first_name: dict[str, list[Entity]] = {}
        self._by_initial: dict[str, list[Entity]] = {}

    def add(self, mention: Mention, entity: Entity | None = None) -> None:
        """Take up a mention of a person, a new one if none is given."""
        if entity is None:
            entity = Entity("person")
            self.all.append(entity)
        if mention.name and mention.name not in entity.names:
            self._index(mention.name, entity)
        entity.add(mention)

    def _index(self, name: Name, entity: Entity) -> None:
        for form in (name, base_form(name)):
            for surname in (surname_of(form), form[-1]):
                _enter(self._by_surname, surname, entity)
        if len(name) > 1:
            _enter(self._by_first_name, name[0], entity)
        _enter(self._by_initial, sound_key(name[-1])[:1], entity)

    def join_full_name(self, mention: Mention) -> None:
        """Take up a full name: of a person known by surname and given name, or of a new one."""
        for entity in self._alike(mention.name[-1], surname_of(mention.name)):
            if any(_same_person(mention.name, known) for known in entity.names):
                self.add(mention, entity)
                return
        self.add(mention)

    def bearer(self, form: str, mention: Mention) -> Entity | None:
        """Find the person with this surname, else with this first name, else with a surname spelt alike."""
        bare = without_genitive(form)
        steps: list[Iterable[Entity]] = [self._by_surname.get(form, ()), self._by_surname.get(bare, ())]
        if mention.kind != "place":
            steps += [self._by_first_name.get(form, ()), self._by_first_name.get(bare, ())]
            if form not in GIVEN:
                steps.append(self._spelt_alike(form, bare))
        for step in steps:
            found = [p for p in step if not (p.gender and mention.gender and p.gender != mention.gender)]
            if found:
                return nearest(found, mention)
        return None

    def namesakes(self, bearer: Entity, mention: Mention) -> tuple[Entity, ...]:
        """Return who else is called so and was named last in the same sentence as the bearer: `Anna und Otto Berg`."""
        if len(mention.name) > 1 or mention.noun is not None:
            return ()
        form = mention.name[0]
        others = [p for p in (*self._by_surname.get(form, ()), *self._by_surname.get(without_genitive(form), ()))]
        last = _last_sentence(bearer, mention)
        return tuple(
            p
            for p in dict.fromkeys(others)
            if p is not bearer
            and last == _last_sentence(p, mention) >= 0
            and not (p.gender and mention.gender and p.gender != mention.gender)
        )

    def _spelt_alike(self, *forms: str) -> list[Entity]:
        return [
            p
            for form in forms
            for p in self._by_initial.get(sound_key(form)[:1], ())
            if any(same_spelling(name[-1], form) for name in p.names)
        ]

    def _alike(self, *forms: str) -> Iterable[Entity]:
        for surname in dict.fromkeys(f for form in forms for f in (form, without_genitive(form))):
            yield from self._by_surname.get(surname, ())
        yield from self._by_initial.get(sound_key(forms[0])[:1], ())


def _last_sentence(entity: Entity, mention: Mention) -> int:
    """Return the sentence in which somebody was last named before a mention; -1 if in none."""
    return max((m.sentence for m in entity.mentions if m.first < mention.first and not m.namesakes), default=-1)


def _enter(index: dict[str, list[Entity]], key: str, entity: Entity) -> None:
    entries = index.setdefault(key, [])
    if entity not in entries:
        entries.append(entity)


def _same_person(a: Name, b: Name) -> bool:
    """Tell whether two names name one person: surnames alike and given names not in conflict."""
    if not _same_surname(a, b):
        return False
    if len(a) == 1 or len(b) == 1 or a[0].lower() in PARTICLES or b[0].lower() in PARTICLES:
        return True
    first, second = a[0], b[0]
    if len(first) == 1 or len(second) == 1:
        return first[0] == second[0]
    return sound_key(first) == sound_key(second) or first in b or second in a


def _same_surname(a: Name, b: Name) -> bool:
    x, y = surname_of(a), surname_of(b)
    return same_spelling(x, y) or without_genitive(x) == y or without_genitive(y) == x
