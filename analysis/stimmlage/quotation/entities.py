"""Entities: the mentions of one document, gathered by whom they name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from stimmlage.language.tagging import Words
from stimmlage.quotation.mentions import Mention
from stimmlage.quotation.names import GIVEN, PARTICLES, same_spelling, sound_key, surname_of, without_genitive
from stimmlage.quotation.offices import Office, complement_end, holds, mark, office

_COPULA = frozenset({"ist", "war", "wird", "wurde"})
_PLACE_PREPOSITIONS = frozenset("in aus bei um bis über".split())
_CLAUSE = ("V", "$,", "$.", "KOUS")
_ANY_BODY = frozenset(
    "organisation unternehmen konzern firma partei behörde agentur zeitung blatt magazin sender institut gruppe verein "
    "verband bank gesellschaft zeitschrift ministerium gericht".split()
)


@dataclass(slots=True, eq=False)
class Entity:
    """Somebody or something that a document speaks of: all its names, offices and mentions.

    `phrases` are the tokens of the speaker phrases that named it, `label` its name if no mention has one;
    `long_form` is where the text spells out an abbreviation.
    """

    kind: str
    gender: str = ""
    plural: bool = False
    names: list[tuple[str, ...]] = field(default_factory=list)
    offices: list[Office] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    phrases: list[tuple[int, int]] = field(default_factory=list)
    label: str = ""
    abbreviated: bool = False
    long_form: tuple[int, int] | None = None

    def add(self, mention: Mention) -> None:
        """Take up one more mention."""
        mention.entity = self
        self.mentions.append(mention)
        self.gender = self.gender or mention.gender
        if mention.name:
            self.names.append(mention.name)


def gather(words: Words, mentions: Sequence[Mention], speaking: Iterable[int] = ()) -> None:
    """Give every mention its entity: full names first, then short forms, then descriptions.

    Parameters
    ----------
    words, mentions
        The words of a document and the mentions in it, which get their entities.
    speaking : tokens
        The tokens of speaker phrases: an undecided name among them is a person.
    """
    persons: list[Entity] = []
    for mention in mentions:
        if mention.kind == "person" and len(mention.name) > 1:
            _join_full_name(mention, persons)
    _read_surnames(words, mentions, {name[-1] for person in persons for name in person.names})
    speakers = _undecided_speakers(words, mentions, set(speaking))
    for mention in mentions:
        if mention.entity is None and len(mention.name) == 1 and mention.kind in ("person", "", "place"):
            _join_short_name(mention, persons, speakers)
    for mention in mentions:
        if mention.entity is not None and mention.noun is not None:
            held = office(words, mention.noun, mention.first, mention.core, mention.core + 1)
            mention.entity.offices.append(held._replace(marks=held.marks | _in_bracket(words, mention.stop)))
    _attach_roles(words, mentions, persons)
    _introduce(words, mentions, persons)
    things: list[Entity] = []
    for k, mention in enumerate(mentions):
        if mention.entity is None:
            _join_other(words, mention, mentions[max(k - 3, 0) : k], persons, things)


def _read_surnames(words: Words, mentions: Sequence[Mention], surnames: set[str]) -> None:
    """Read nouns and names by the full names that the text has.

    A noun without an article may be a surname (`Richter`), and what follows a noun a genitive: a
    `Sprecher Blums` is not called `Blums` where the text has an Anna Blum.
    """
    for m in mentions:
        if m.noun is not None and len(m.name) == 1 and m.name[0] not in surnames and without_genitive(m.name[0]) in surnames:
            m.name, m.head, m.stop, m.kind = (), m.core, m.core + 1, "unnamed"
        elif m.noun is not None and not m.name and m.first == m.core and words.word[m.core] in surnames:
            m.name, m.noun, m.kind, m.gender, m.plural = (words.word[m.core],), None, "", "", False


def _undecided_speakers(words: Words, mentions: Sequence[Mention], speaking: set[int]) -> set[str]:
    """Return the single names of unknown kind that speak; `in X` and `das schöne X` are places."""
    return {
        m.name[0] for m in mentions
        if m.kind == "" and m.name and m.head in speaking and words.tag[m.first - 1] not in ("ADJA", "APPRART")
        and words.lower[m.first - 1] not in _PLACE_PREPOSITIONS
    }


def _join_full_name(mention: Mention, persons: list[Entity]) -> None:
    for entity in persons:
        if any(_same_person(mention.name, known) for known in entity.names):
            entity.add(mention)
            return
    persons.append(Entity("person"))
    persons[-1].add(mention)


def _base(name: tuple[str, ...]) -> tuple[str, ...]:
    return (*name[:-1], without_genitive(name[-1]))


def _same_person(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Tell whether two names name one person: surnames alike and given names not in conflict."""
    if not _same_surname(a, b):
        return False
    if len(a) == 1 or len(b) == 1 or a[0].lower() in PARTICLES or b[0].lower() in PARTICLES:
        return True
    first, second = a[0], b[0]
    if len(first) == 1 or len(second) == 1:
        return first[0] == second[0]
    return sound_key(first) == sound_key(second) or first in b or second in a


def _same_surname(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    x, y = surname_of(a), surname_of(b)
    return same_spelling(x, y) or without_genitive(x) == y or without_genitive(y) == x


def _join_short_name(mention: Mention, persons: list[Entity], speakers: set[str]) -> None:
    """Link a single name to its bearer; a name with a title or a voice, but no bearer, is a new person."""
    form = mention.name[0]
    bearer = _bearer(form, persons, mention)
    if bearer is not None:
        bearer.add(mention)
    elif mention.kind == "person" or form in speakers or without_genitive(form) in speakers:
        persons.append(Entity("person"))
        persons[-1].add(mention)


def _bearer(form: str, persons: Iterable[Entity], mention: Mention) -> Entity | None:
    """Find the person with this surname, else with this first name, else with a surname spelt alike."""
    people = [p for p in persons if not (p.gender and mention.gender and p.gender != mention.gender)]
    tests = [lambda name, f: surname_of(name) == f or name[-1] == f]
    if mention.kind != "place":
        tests += [lambda name, f: name[0] == f and len(name) > 1,
                  lambda name, f: f not in GIVEN and same_spelling(name[-1], f)]
    for test in tests:
        for candidate in dict.fromkeys((form, without_genitive(form))):
            found = [p for p in people if any(test(n, candidate) or test(_base(n), candidate) for n in p.names)]
            if found:
                return nearest(found, mention)
    return None


def nearest(entities: Sequence[Entity], mention: Mention) -> Entity:
    """Return the entity last mentioned before a mention; failing that, the one mentioned first after it."""

    def distance(entity: Entity) -> tuple[bool, int]:
        before = [mention.first - m.first for m in entity.mentions if m.first < mention.first]
        return not before, min(before) if before else min(m.first for m in entity.mentions)

    return min(entities, key=distance)


def _attach_roles(words: Words, mentions: Sequence[Mention], persons: list[Entity]) -> None:
    """Link `X, der Direktor der Y`, `der Direktor der Y, X`, `X ist Direktor`: the role is the person's."""
    for k, mention in enumerate(mentions):
        if mention.kind not in ("person", "") or not mention.name:
            continue
        role = _role_after(words, mention, mentions[k + 1 : k + 2]) or _role_before(words, mention, mentions[max(k - 5, 0) : k])
        if role is None:
            continue
        if mention.entity is None:
            persons.append(Entity("person"))
            persons[-1].add(mention)
        assert mention.entity is not None and role.noun is not None
        stop = complement_end(words, role.stop)
        if role.first < mention.first:
            stop = min(stop, mention.first)
        mention.entity.offices.append(office(words, role.noun, role.first, role.core, stop))
        mention.entity.add(role)


def _in_bracket(words: Words, i: int) -> frozenset[str]:
    """Return what a bracket after a name adds, mostly the party: `Anna Blum (SPD)`."""
    return frozenset(mark(words.word[j]) for j in range(i + 1, after_bracket(words, i) - 1))


def _free_role(mention: Mention, role: Mention) -> bool:
    return (role.sentence == mention.sentence and role.entity is None and not role.plural and not role.name
            and role.noun is not None and role.noun.sort == "person")


def _role_after(words: Words, mention: Mention, following: Sequence[Mention]) -> Mention | None:
    """Return the role of `X, [ein] Direktor` or `X ist [ein] Direktor`."""
    stop = after_bracket(words, mention.stop)
    for role in following:
        if _free_role(mention, role) and (
            (role.first == stop + 1 and words.word[stop] == ",")
            or (role.first == mention.stop + 1 and words.lower[mention.stop] in _COPULA)
        ):
            return role
    return None


def _role_before(words: Words, mention: Mention, before: Sequence[Mention]) -> Mention | None:
    """Return the role of `der Direktor der Y, X`, `Direktor der Y ist X` or `der Direktor der Y X`."""
    end = mention.first - 1
    if end < 1:
        return None
    apart = words.word[end] in (",", "–") or words.lower[end] in _COPULA
    if not apart and (mention.noun is not None or len(mention.name) < 2):
        return None
    for role in before:
        if _free_role(mention, role) and (apart or words.lower[role.stop] in ("des", "der")):
            barriers = _CLAUSE if apart else (*_CLAUSE, "$(")
            if not any(words.tag[i].startswith(barriers) for i in range(role.stop, end + 1 - apart)):
                return role
    return None


def after_bracket(words: Words, i: int) -> int:
    """Skip a short bracket after a name, as in `Anna Blum (SPD)`."""
    if i < len(words) and words.word[i] == "(":
        for j in range(i + 1, min(i + 8, len(words))):
            if words.word[j] == ")":
                return j + 1
    return i


def _introduce(words: Words, mentions: Sequence[Mention], persons: Sequence[Entity]) -> None:
    """Link a bare surname to the office told of right before: `Der Landrat klagte. Blum nannte …`.

    A surname that nothing introduces belongs to whom the sentence before had as its subject.
    """
    place = {id(m): k for k, m in enumerate(mentions)}
    for person in persons:
        first = min(person.mentions, key=lambda m: m.first)
        if person.offices or any(len(n) > 1 for n in person.names) or first.rank < 1:
            continue
        for before in reversed(mentions[max(place[id(first)] - 6, 0) : place[id(first)]]):
            if before.kind == "person" or first.sentence - before.sentence > 1:
                break
            if before.kind == "unnamed" and before.entity is None and before.definite and before.rank >= 2:
                assert before.noun is not None
                person.offices.append(office(words, before.noun, before.first, before.core, complement_end(words, before.stop)))
                person.add(before)
                break


def _join_other(
    words: Words, mention: Mention, before: Sequence[Mention], persons: list[Entity], things: list[Entity]
) -> None:
    """Link a body, a place, a group or a description to an entity of before, or make a new one."""
    entity = _abbreviated(words, mention, before) or _named_thing(mention, things)
    if entity is None and mention.noun is not None:
        wanted = office(words, mention.noun, mention.first, mention.core, complement_end(words, mention.stop))
        if not mention.name:
            entity = _described(mention, wanted, persons, things)
        if entity is None:
            entity = _new(mention, things)
        entity.offices.append(wanted)
    entity = entity or _new(mention, things)
    entity.add(mention)


def _new(mention: Mention, things: list[Entity]) -> Entity:
    things.append(Entity(mention.kind, mention.gender, mention.plural))
    return things[-1]


def _abbreviated(words: Words, mention: Mention, before: Sequence[Mention]) -> Entity | None:
    """Return the body whose abbreviation stands in a bracket right after it: `Weltbund der Segler (WS)`.

    Of the nouns whose phrases reach the bracket it is the one with the same first letter, else the last.
    """
    i = mention.first
    if mention.noun is not None or i < 1 or words.word[i - 1] != "(" or words.word[min(mention.stop, len(words) - 1)] != ")":
        return None
    reaching = [
        m for m in before
        if m.entity is not None and m.sentence == mention.sentence and m.kind in ("organisation", "")
        and complement_end(words, m.stop) >= i - 1
    ]
    spelt = [m for m in reaching if words.word[m.core][0].lower() == mention.name[0][0].lower()]
    found = (spelt or [m for m in reaching[-1:] if m.rank >= 0])[:1]
    if not found or found[0].entity is None:
        return None
    found[0].entity.abbreviated = True
    return found[0].entity


def _named_thing(mention: Mention, things: Iterable[Entity]) -> Entity | None:
    if not mention.name:
        return None
    forms = {mention.name, _base(mention.name)}
    return next((e for e in things if any(n in forms or _base(n) in forms for n in e.names)), None)


def _described(mention: Mention, wanted: Office, persons: list[Entity], things: list[Entity]) -> Entity | None:
    """Return the entity of before that a description without a name means."""
    one_person = wanted.noun.sort == "person" and not mention.plural
    if one_person and not mention.definite:
        return None
    fitting = [
        e for e in (persons + things if one_person else things)
        if e.plural == mention.plural and holds(e.offices, wanted) and _agree(e, mention)
    ]
    earlier = [e for e in fitting if e.mentions[0].first < mention.first or any(m.first < mention.first for m in e.mentions)]
    if earlier:
        return nearest(earlier, mention)
    if wanted.noun.base in _ANY_BODY and mention.definite and not wanted.marks and not wanted.noun.before and not mention.plural:
        bodies = [e for e in things if e.kind == "organisation" and e.names and _agree(e, mention) and len(e.mentions) > 1]
        return nearest(bodies, mention) if bodies else None
    return None


def _agree(entity: Entity, mention: Mention) -> bool:
    return not (entity.gender and mention.gender and entity.gender != mention.gender) or mention.gender == "n"
