"""Entities: the mentions of one document, gathered by whom they name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from stimmlage.language.tagging import Words
from stimmlage.quotation.mentions import Mention, left_edge, noun_gender
from stimmlage.quotation.names import GIVEN, PLACES, same_spelling, sound_key, surname_of, without_genitive
from stimmlage.quotation.nouns import Noun, noun

_SAME_OFFICE = ("state_head", "government_head")
_GENERIC = frozenset("mann frau herr dame politiker jähriger spitzenpolitiker".split())
_NATIONS = {"amerikanisch": "usa", "us-amerikanisch": "usa", "us-": "usa", "vereinigten": "usa", "deutsch": "deu", "bundes": "deu",
            "britisch": "gro", "großbritannien": "gro", "niederländisch": "nie", "holländisch": "nie", "schweizer": "sch",
            "eidgenössisch": "sch", "russisch": "rus", "russland": "rus", "französisch": "fra", "frankreich": "fra"}


@dataclass(slots=True, eq=False)
class Entity:
    """Somebody or something that a document speaks of: all its names, roles and mentions."""

    kind: str
    gender: str = ""
    plural: bool = False
    names: list[tuple[str, ...]] = field(default_factory=list)
    roles: list[tuple[int, int]] = field(default_factory=list)
    offices: list[tuple[Noun, frozenset[str]]] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    label: str = ""

    def add(self, mention: Mention) -> None:
        """Take up one more mention."""
        mention.entity = self
        self.mentions.append(mention)
        self.gender = self.gender or mention.gender
        if mention.name:
            self.names.append(mention.name)


def gather(words: Words, mentions: Sequence[Mention]) -> list[Entity]:
    """Give every mention its entity: full names first, then short forms, then descriptions."""
    entities: list[Entity] = []
    persons: list[Entity] = []
    for mention in mentions:
        if mention.kind == "person" and len(mention.name) > 1:
            _join_full_name(mention, persons)
    for mention in mentions:
        if mention.entity is None and len(mention.name) == 1 and mention.kind != "organisation" or _bare_acronym(mention):
            _join_short_name(mention, persons)
    for mention in mentions:
        if mention.entity is not None and mention.noun is not None:
            _take_office(words, mention.entity, mention.first, mention.head, mention.noun)
    _attach_appositions(words, mentions)
    entities += persons
    things: list[Entity] = []
    for mention in mentions:
        if mention.entity is None:
            _join_description(words, mention, persons, things)
    return entities + things


def _bare_acronym(mention: Mention) -> bool:
    return False


def _join_full_name(mention: Mention, persons: list[Entity]) -> None:
    for form in (mention.name, _base(mention.name)):
        for entity in persons:
            if any(_same_person(form, known) for known in entity.names):
                entity.add(mention)
                return
    persons.append(Entity("person"))
    persons[-1].add(mention)


def _base(name: tuple[str, ...]) -> tuple[str, ...]:
    return (*name[:-1], without_genitive(name[-1]))


def _same_person(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Tell whether two full names name one person: surnames alike and given names not in conflict."""
    if not same_spelling(surname_of(a), surname_of(b)) and not same_spelling(a[-1], without_genitive(b[-1])):
        return False
    first, second = a[0], b[0]
    if len(first) == 1 or len(second) == 1:
        return first[0] == second[0]
    return sound_key(first) == sound_key(second) or first in b or second in a


def _join_short_name(mention: Mention, persons: list[Entity]) -> None:
    """Link a single name to the person who bears it; a titled one without a bearer is a new person."""
    form = mention.name[0]
    bearer = _bearer(form, persons, mention)
    if bearer is not None:
        bearer.add(mention)
    elif mention.kind == "person":
        persons.append(Entity("person"))
        persons[-1].add(mention)


def _bearer(form: str, persons: Iterable[Entity], mention: Mention) -> Entity | None:
    people = [p for p in persons if not (p.gender and mention.gender and p.gender != mention.gender)]
    tests = (
        lambda name, f: surname_of(name) == f or name[-1] == f,
        lambda name, f: name[0] == f and len(name) > 1,
        lambda name, f: same_spelling(name[-1], f) and f not in GIVEN,
    )
    for test in tests:
        for candidate in (form, without_genitive(form)):
            found = [p for p in people if any(test(n, candidate) or test(_base(n), candidate) for n in p.names)]
            if found:
                return _nearest(found, mention)
    return None


def _nearest(entities: Sequence[Entity], mention: Mention) -> Entity:
    """Return the entity last mentioned before; failing that, the one mentioned next."""
    def distance(entity: Entity) -> tuple[bool, int]:
        before = [mention.first - m.first for m in entity.mentions if m.first < mention.first]
        return (not before, min(before) if before else min(m.first for m in entity.mentions))

    return min(entities, key=distance)


def _take_office(words: Words, entity: Entity, first: int, head: int, known: Noun) -> None:
    """Note the role that stands before a name."""
    stop = head + 1 - len(entity.names[-1]) if False else _role_stop(words, first)
    entity.roles.append((first, stop))
    entity.offices.append((known, modifiers(words, first, stop)))


def _role_stop(words: Words, first: int) -> int:
    """Return the end of the noun phrase without a name that begins at `first`."""
    i = first
    while i < len(words) and noun(words.word[i]) is None:
        i += 1
    return i + 1


def _attach_appositions(words: Words, mentions: Sequence[Mention]) -> None:
    """Link `X, der Direktor der Y` and `der Direktor der Y, X`: the role belongs to the person."""
    for k, mention in enumerate(mentions):
        if mention.kind not in ("person", "") or not mention.name:
            continue
        stop = after_bracket(words, mention.stop)
        if stop < len(words) and words.word[stop] == "," and k + 1 < len(mentions):
            _role_after(words, mention, mentions[k + 1], stop)
        if mention.first > 0 and words.word[mention.first - 1] == ",":
            _role_before(words, mention, mentions[max(k - 5, 0) : k])


def after_bracket(words: Words, i: int) -> int:
    """Skip a short bracket after a name, as in `Anna Blum (SPD)`."""
    if i < len(words) and words.word[i] == "(":
        for j in range(i + 1, min(i + 8, len(words))):
            if words.word[j] == ")":
                return j + 1
    return i


def _role_after(words: Words, mention: Mention, role: Mention, comma: int) -> None:
    if role.sentence != mention.sentence or role.noun is None or role.noun.sort != "person" or role.name:
        return
    if role.entity is not None or role.plural or role.first != comma + 1:
        return
    if mention.entity is None:
        mention.kind = "person"
        Entity("person").add(mention)
    _adopt(words, mention, role)


def _role_before(words: Words, mention: Mention, before: Sequence[Mention]) -> None:
    for role in before:
        if role.sentence != mention.sentence or role.noun is None or role.noun.sort != "person" or role.name or role.plural:
            continue
        between = range(role.stop, mention.first - 1)
        if role.entity is None and not any(words.tag[i].startswith(("V", "$", "KO")) for i in between):
            if mention.entity is None:
                mention.kind = "person"
                Entity("person").add(mention)
            _adopt(words, mention, role)
            return


def _adopt(words: Words, mention: Mention, role: Mention) -> None:
    entity = mention.entity
    assert entity is not None and role.noun is not None
    stop = complement_end(words, role.stop)
    entity.roles.append((role.first, stop))
    entity.offices.append((role.noun, modifiers(words, role.first, stop)))
    entity.add(role)


def complement_end(words: Words, i: int) -> int:
    """Return where the genitives and prepositional phrases after a noun end."""
    end = i
    while i < len(words):
        tag = words.tag[i]
        if tag in ("NN", "NE", "FM"):
            end = i + 1
        elif not (tag in ("ADJA", "CARD", "PPOSAT") or tag == "ART" or (tag in ("APPR", "APPRART", "KON") and i + 1 < len(words))):
            break
        i += 1
    return end


def modifiers(words: Words, first: int, stop: int) -> frozenset[str]:
    """Collect what tells one office from another: adjectives and complements, by their beginnings."""
    found = set()
    for i in range(first, stop):
        tag = words.tag[i]
        if tag in ("ADJA", "NE", "NN") and i > first - 1:
            found.add(stem(words.word[i]))
    return frozenset(found)


def stem(form: str) -> str:
    """Cut a modifier to what its inflections and derivations share (`russisch`, `Russlands`: `rus`)."""
    form = form.lower()
    for beginning, nation in _NATIONS.items():
        if form.startswith(beginning):
            return nation
    return form[:4]


def _join_description(words: Words, mention: Mention, persons: list[Entity], things: list[Entity]) -> None:
    if mention.noun is None:
        _join_thing(mention, things)
        return
    known = mention.noun
    if known.sort == "person" and not mention.plural and mention.definite:
        found = [e for e in persons + things if e.offices and any(m.first < mention.first for m in e.mentions)
                 and _holds(words, e, mention)]
        if found:
            _nearest(found, mention).add(mention)
            return
    if known.sort != "person" or mention.plural:
        for entity in reversed(things):
            if entity.plural == mention.plural and _same_body(words, entity, mention):
                entity.add(mention)
                return
    things.append(Entity(mention.kind, mention.gender, mention.plural))
    things[-1].add(mention)
    things[-1].offices.append((known, modifiers(words, mention.first, complement_end(words, mention.stop))))


def _holds(words: Words, entity: Entity, mention: Mention) -> bool:
    """Tell whether an entity holds the office that a definite description names."""
    known = mention.noun
    assert known is not None
    if entity.plural or (entity.gender and mention.gender and entity.gender != mention.gender and known.gender != "n"):
        return False
    own = modifiers(words, mention.first, mention.head) | ({stem(known.before)} if known.before else set())
    for office, marks in entity.offices:
        same = office.base == known.base or (known.sense in _SAME_OFFICE and office.sense == known.sense)
        if same and not (own - marks - {stem(office.before)} if own else False):
            return True
        if same and own and office.before and known.before == office.before:
            return True
    return False


def _same_body(words: Words, entity: Entity, mention: Mention) -> bool:
    known = mention.noun
    assert known is not None
    for office, marks in entity.offices:
        if (office.base, office.before) == (known.base, known.before):
            own = modifiers(words, mention.first, complement_end(words, mention.stop))
            return mention.kind != "group" or own == marks or mention.definite
    return False


def _join_thing(mention: Mention, things: list[Entity]) -> None:
    form = _base(mention.name)
    for entity in things:
        if any(n == mention.name or _base(n) == form or _base(n) == mention.name or n == form for n in entity.names):
            entity.add(mention)
            return
    things.append(Entity(mention.kind, mention.gender, mention.plural))
    things[-1].add(mention)


__all__ = ["Entity", "gather", "complement_end", "left_edge", "noun_gender", "PLACES"]
