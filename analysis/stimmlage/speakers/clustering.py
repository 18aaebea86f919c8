"""Gathering: the mentions of one document, each with the entity that it names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from stimmlage.language.nouns import noun
from stimmlage.language.words import Words
from stimmlage.speakers.appositions import attach_roles, in_bracket, introduce
from stimmlage.speakers.entities import Entity, Mention
from stimmlage.speakers.known_people import People, base_form, nearest
from stimmlage.speakers.name_forms import without_genitive
from stimmlage.speakers.offices import Office, complement_end, holds, kinship, office

_PLACE_PREPOSITIONS = frozenset("in aus bei um bis über".split())
_LATEST = 60
"""How many of the bodies or holders of an office come into question, counted from the last one."""


def gather(words: Words, mentions: Sequence[Mention], speaking: Iterable[int] = ()) -> None:
    """Give every mention its entity: full names first, then short forms, then descriptions.

    Parameters
    ----------
    words, mentions
        The words of a document and the mentions in it, which get their entities.
    speaking : tokens
        The tokens of speaker phrases: an undecided name among them is a person.
    """
    people = People()
    for mention in mentions:
        if mention.kind == "person" and len(mention.name) > 1:
            people.join_full_name(mention)
    surnames = {name[-1] for person in people.all for name in person.names}
    _read_surnames(words, mentions, surnames)
    _read_bodies(words, mentions, surnames)
    _join_short_names(mentions, people, _undecided_speakers(words, mentions, set(speaking)))
    for mention in mentions:
        if mention.entity is not None and mention.noun is not None:
            held = office(words, mention.noun, mention.first, mention.core, mention.core + 1)
            mention.entity.hold(held._replace(marks=held.marks | in_bracket(words, mention.stop)))
    attach_roles(words, mentions, people)
    introduce(words, mentions, people.all)
    things = Things(words, people.all)
    for k, mention in enumerate(mentions):
        if mention.entity is None:
            things.join(mention, mentions[max(k - 3, 0) : k])


def _read_surnames(words: Words, mentions: Sequence[Mention], surnames: set[str]) -> None:
    """Read nouns and names by the full names that the text has.

    A noun without an article may be a surname (`Richter`), and what follows a noun a genitive: a
    `Sprecher Blums` is not called `Blums` where the text has an Anna Blum.
    """
    for m in mentions:
        own = m.name[0] if len(m.name) == 1 else ""
        if m.noun is not None and own and own not in surnames and without_genitive(own) in surnames:
            m.name, m.head, m.stop, m.kind = (), m.core, m.core + 1, "unnamed"
        elif m.noun is not None and not m.name and m.first == m.core and words.word[m.core] in surnames:
            m.name, m.noun, m.kind, m.gender, m.plural = (words.word[m.core],), None, "", "", False


def _read_bodies(words: Words, mentions: Sequence[Mention], surnames: set[str]) -> None:
    """Read single names of unknown kind as bodies where the text has people of theirs: `Billa`, `die Billa-Chefin`."""
    open_names = {m.name[0] for m in mentions if m.kind == "" and len(m.name) == 1} - surnames
    bodies = set()
    for word in words.word:
        name, hyphen, role = word.rpartition("-")
        if hyphen and name in open_names and (known := noun(role)) is not None and known.sort == "person":
            bodies.add(name)
    for m in mentions:
        if bodies and m.kind == "" and len(m.name) == 1 and (m.name[0] in bodies or base_form(m.name)[0] in bodies):
            m.kind = "organisation"


def _undecided_speakers(words: Words, mentions: Sequence[Mention], speaking: set[int]) -> set[str]:
    """Return the single names of unknown kind that speak; `in X` and `das schöne X` are places."""
    return {
        m.name[0]
        for m in mentions
        if m.kind == ""
        and m.name
        and m.head in speaking
        and words.tag[m.first - 1] not in ("ADJA", "APPRART")
        and words.lower[m.first - 1] not in _PLACE_PREPOSITIONS
    }


def _join_short_names(mentions: Sequence[Mention], people: People, speakers: set[str]) -> None:
    """Link single names to their bearers; a name with a title or a voice, but no bearer, is a new person."""
    for mention in mentions:
        if mention.entity is None and len(mention.name) == 1 and mention.kind in ("person", "", "place"):
            form = mention.name[0]
            bearer = people.bearer(form, mention)
            if bearer or mention.kind == "person" or form in speakers or without_genitive(form) in speakers:
                mention.namesakes = people.namesakes(bearer, mention) if bearer else ()
                people.add(mention, bearer)


class Things:
    """What is not a person with a name: bodies, places, groups, and people who are only described."""

    def __init__(self, words: Words, people: Iterable[Entity]) -> None:
        self._words = words
        self._by_name: dict[tuple[str, ...], Entity] = {}
        self._bodies: list[Entity] = []
        self._holders: dict[str, list[Entity]] = {}
        for person in people:
            for held in person.offices:
                self._holders.setdefault(kinship(held.noun), []).append(person)

    def join(self, mention: Mention, before: Sequence[Mention]) -> None:
        """Link a mention to an entity of before, or make a new one."""
        words = self._words
        entity = _abbreviated(words, mention, before) or self._named(mention)
        if mention.noun is not None:
            wanted = office(words, mention.noun, mention.first, mention.core, complement_end(words, mention.stop))
            if entity is None and not mention.name:
                entity = self._described(mention, wanted)
            entity = entity or Entity(mention.kind, mention.gender, mention.plural)
            if entity.hold(wanted):
                self._holders.setdefault(kinship(mention.noun), []).append(entity)
        entity = entity or Entity(mention.kind, mention.gender, mention.plural)
        if mention.name:
            for form in (mention.name, base_form(mention.name)):
                self._by_name.setdefault(form, entity)
            if entity.kind == "organisation":
                self._bodies.append(entity)
        entity.add(mention)

    def _named(self, mention: Mention) -> Entity | None:
        if not mention.name:
            return None
        return self._by_name.get(mention.name) or self._by_name.get(base_form(mention.name))

    def _described(self, mention: Mention, wanted: Office) -> Entity | None:
        """Return the entity of before that a description without a name means."""
        person = wanted.noun.sort == "person" and not mention.plural
        if person and not mention.definite:
            return None
        earlier = [
            e
            for e in self._holders.get(kinship(wanted.noun), [])[-_LATEST:]
            if e.plural == mention.plural
            and e.places
            and e.places[0] < mention.first
            and _agree(e, mention)
            and holds(e.offices, wanted)
        ]
        if earlier:
            return nearest(earlier, mention)
        bare = mention.definite and not mention.plural and not wanted.marks and not wanted.noun.before
        if bare and wanted.noun.sense in ("general", "both"):
            bodies = [e for e in self._bodies[-_LATEST:] if _agree(e, mention) and len(e.mentions) > 1]
            return nearest(bodies, mention) if bodies else None
        return None


def _abbreviated(words: Words, mention: Mention, before: Sequence[Mention]) -> Entity | None:
    """Return the body whose abbreviation stands in a bracket right after it: `Weltbund der Segler (WS)`.

    Of the nouns whose phrases reach the bracket it is the one with the same first letter, else the last.
    """
    i = mention.first
    if (
        mention.noun is not None
        or i < 1
        or words.word[i - 1] != "("
        or words.word[mention.stop : mention.stop + 1] != [")"]
    ):
        return None
    reaching = [
        m
        for m in before
        if m.entity is not None
        and m.sentence == mention.sentence
        and m.kind in ("organisation", "")
        and complement_end(words, m.stop) >= i - 1
    ]
    spelt = [m for m in reaching if words.word[m.core][0].lower() == mention.name[0][0].lower()]
    found = (spelt or [m for m in reaching[-1:] if m.rank >= 0])[:1]
    if not found or (entity := found[0].entity) is None:
        return None
    spelling = found[0]
    if spelling.noun is not None and not spelling.name and entity.long_form is None:
        entity.long_form = (spelling.first, complement_end(words, spelling.stop))
    return entity


def _agree(entity: Entity, mention: Mention) -> bool:
    return not (entity.gender and mention.gender and entity.gender != mention.gender) or mention.gender == "n"
