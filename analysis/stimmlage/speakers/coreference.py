"""Coreference: from a speaker phrase to the entity behind it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from stimmlage.language.closed_classes import COORDINATORS, FIRST_PERSON
from stimmlage.language.given_names import GIVEN
from stimmlage.language.lexicon import in_order, lexicon
from stimmlage.language.lexicon import words as words_of
from stimmlage.language.nouns import Noun, names_agent, noun
from stimmlage.language.words import Words
from stimmlage.quotation.marks import OPENING
from stimmlage.quotation.quotation import THE_AUTHOR
from stimmlage.speakers.antecedents import PRONOUNS, Antecedents
from stimmlage.speakers.entities import Entity, Mention
from stimmlage.speakers.mentions import left_edge
from stimmlage.speakers.name_forms import PLACES
from stimmlage.speakers.offices import mark
from stimmlage.speakers.speaker_phrases import behind_source, compound_source, head_of, quoted_name, with_attributes

_ANAPHORS = words_of("word_classes", "anaphor")
_SKIPPED = frozenset({"APPR", "ADV", "KON", "KOKOM", "PTKA", "$(", "$,", "APPO", "KOUS"})
_INDEFINITE = words_of("word_classes", "indefinite")
_POSSESSIVE = ("sein", "ihr", "dess", "der")
_GENERIC = words_of("word_classes", "generic")
_ALIKE = frozenset({"science", "culture", "sport", "speaker"})
_POLITICIANS = frozenset({"politiker", "parlamentarier", "abgeordneter"})
_KINDS = {
    row["entry"].lower(): frozenset(row["members"].lower().split())
    for row in lexicon("role_kinds")
    if row["category"] == "kind"
}
"""What a description may be another word for, or the kind of, to the offices that it may mean."""
_RELATIONS = frozenset(entry.lower() for entry in words_of("role_kinds", "relation"))
_LEADING = frozenset({"leader", "politician", "government_head", "state_head", "speaker"})
_NEW = in_order("word_parts", "new")


class Found(NamedTuple):
    """Whom a phrase points at: an entity, two of them, or only a description; else the problem.

    A description is a name, or the tokens of a phrase.
    """

    entity: Entity | None = None
    members: tuple[Entity, ...] = ()
    label: tuple[int, int] | str = ""
    problem: str = ""


class SpeakerPhrases:
    """The reader of speaker phrases of one document."""

    def __init__(self, words: Words, mentions: Sequence[Mention], antecedents: Antecedents) -> None:
        self._words = words
        self._mentions = mentions
        self._firsts = [m.first for m in mentions]
        self._antecedents = antecedents
        self._names: dict[str, Entity] = {}
        for m in mentions:
            if m.entity is not None:
                self._names.setdefault(" ".join(m.name) or words.word[m.core], m.entity)

    def read(self, first: int, stop: int, spoken_of: str = "") -> Found:
        """Say whom the phrase of the tokens `first` to `stop` points at.

        `spoken_of` are the genders of whom the wording speaks as `er` (m) and `sie` (f).
        """
        words = self._words
        i = self._begin(first, stop)
        if name := quoted_name(words, i, stop):
            return self._by_name(name)
        form = words.lower[i]
        head = head_of(words, i, stop)
        if form == "man" and i + 1 == stop:
            return self._anybody(i)
        if form in _ANAPHORS and head < 0:
            return self._anaphor(i)
        if form in PRONOUNS and (i + 1 == stop or words.tag[i] in ("PPER", "PRELS")):
            return self._pronoun(i)
        if head < 0:
            mention = self._mention_in(i, stop)
            return Found(mention.entity) if mention else self._without_noun(i, stop)
        known = noun(words.word[head])
        if known is not None and known.sort == "source":
            return self._by_source(i, head, stop)
        return self._by_mention(i, head, stop, spoken_of)

    def label(self, first: int, stop: int) -> Found:
        """Say whom the label of a turn points at: a person whom the text names, else what the label says."""
        mention = self._mention_in(first, stop)
        if mention is not None and mention.entity is not None and (mention.name or mention.entity.names):
            return Found(mention.entity)
        return Found(label=" ".join(self._words.word[first:stop]))

    def _begin(self, first: int, stop: int) -> int:
        """Skip prepositions and adverbs before the phrase; if nothing else is there, skip nothing."""
        words = self._words
        if first + 2 < stop and words.word[first] in PLACES and words.word[first + 1] in ("–", "-"):
            first += 2  # the dateline of an agency
        for i in range(first, stop):
            tells = words.lower[i] in _ANAPHORS or words.word[i] in OPENING
            if tells or (words.tag[i] not in _SKIPPED and words.word[i][0].isalnum()):
                return i
        return first

    def _anaphor(self, i: int) -> Found:
        entity = self._antecedents.last_speaker(i)
        return Found(entity) if entity else Found(problem=f"no source named before: {self._words.word[i]}")

    def _anybody(self, i: int) -> Found:
        """Read `man` as the body or the group that spoke right before; else nobody is named by it."""
        entity = self._antecedents.last_speaker(i)
        near = entity is not None and self._antecedents.spoke_near(entity, i)
        if near and entity is not None and entity.kind in ("organisation", "group", "place"):
            return Found(entity)
        return Found(problem=f"nobody is named by {self._words.word[i]!r}")

    def _pronoun(self, i: int) -> Found:
        entity = self._antecedents.of_pronoun(i)
        if entity is not None:
            entity.pronouns.append(i)
        return Found(entity) if entity else Found(problem=f"pronoun without antecedent: {self._words.word[i]}")

    def _without_noun(self, i: int, stop: int) -> Found:
        """Read a phrase of pronouns and other small words by the first that tells something."""
        for k in range(i, stop):
            form = self._words.lower[k]
            if form in PRONOUNS:
                return self._pronoun(k)
            if form in FIRST_PERSON:
                return self._anaphor(k) if self._antecedents.is_quoted(k) else Found(problem=THE_AUTHOR + form)
            if form in _INDEFINITE:
                return Found(label=(k, stop))
        return Found(label=(i, stop))

    def _by_source(self, i: int, head: int, stop: int) -> Found:
        """Follow a noun such as `Angaben` to who gave them."""
        words = self._words
        for k in range(i, head):
            form = words.lower[k]
            if form in PRONOUNS and words.tag[k] != "ART" and form.startswith(_POSSESSIVE):
                return self._pronoun(k)
            if words.tag[k] == "PPOSAT":
                return self._without_noun(k, k + 1)
            if words.tag[k] == "NE":
                return self._by_mention(k, k, k + 1)
            if form.startswith("eigen"):
                entity = self._antecedents.subject(k)
                return Found(entity) if entity else Found(problem=f"no source named before: {words.word[k]}")
        if (behind := behind_source(words, head, stop)) is not None:
            return self.read(*behind)
        known = noun(words.word[head])
        if known is not None and (source := compound_source(words.word[head], known)):
            if head == i or (known.sense != "document" and all(tag == "ADJA" for tag in words.tag[i:head])):
                return self._by_name(with_attributes(words, i, head, source))
        return Found(label=(i, stop))

    def _by_name(self, name: str) -> Found:
        """Return the entity that bears a name or is called by a noun; else the name itself."""
        entity = self._names.get(name)
        return Found(entity) if entity else Found(label=name)

    def _by_mention(self, i: int, head: int, stop: int, spoken_of: str = "") -> Found:
        mention = self._mention_in(head, head + 1) or self._person_behind(head, stop)
        if mention is None and (short := self._abbreviation(head, stop)) is not None:
            return Found(short)
        partly = self._words.tag[i] == "PTKNEG"  # `nicht alle Ärzte` are not `alle Ärzte`
        if mention is None or mention.entity is None or (head != mention.core and not mention.name) or partly:
            return Found(label=(i, stop))
        if (joined := self._joined(mention, stop)) is not None:
            return joined
        if (meant := self._meant(mention, spoken_of)) is not None:
            meant.add(mention)
            return Found(meant)
        possessed = mention.first > i and self._words.word[mention.first - 1].endswith(("s", "’", "'"))
        if mention.namesakes:
            return Found(problem=self._several(mention))
        mention.entity.phrases.append((i if possessed else max(i, mention.first), stop))
        return Found(mention.entity)

    def _mention_in(self, i: int, stop: int) -> Mention | None:
        """Return the first mention that shares a token with `i` to `stop`."""
        k = max(bisect_right(self._firsts, i) - 1, 0)
        near = (m for m in self._mentions[k : k + 3] if m.first < stop and m.stop > i)
        return next((m for m in near if m.entity is not None), None)

    def _person_behind(self, head: int, stop: int) -> Mention | None:
        """Return the full name behind a noun for a person that is in no list: `die Prüferin Anna Berg`."""
        if head + 1 >= stop or not names_agent(self._words.word[head]):
            return None
        mention = self._mention_in(head + 1, head + 2)
        if mention is None or mention.first != head + 1 or len(mention.name) < 2 or mention.name[0] not in GIVEN:
            return None
        return mention

    def _several(self, mention: Mention) -> str:
        """Say who may be meant by a name that several people bear."""
        bearers = [e for e in (mention.entity, *mention.namesakes) if e is not None]
        names = sorted(" ".join(max(e.names, key=lambda name: " ".join(name).count(" "))) for e in bearers)
        return f"several people are called {mention.name[0]}: {', '.join(names)}"

    def _abbreviation(self, head: int, stop: int) -> Entity | None:
        """Return the entity of the abbreviation in a bracket after a noun that is in no list."""
        if "(" not in self._words.word[head:stop]:
            return None
        bracket = self._words.word.index("(", head, stop)
        mention = self._mention_in(bracket + 1, bracket + 2)
        if mention is None or mention.entity is None or mention.kind != "organisation":
            return None
        mention.entity.long_form = (left_edge(self._words, head, 0), bracket)
        return mention.entity

    def _joined(self, mention: Mention, stop: int) -> Found | None:
        """Read `A und B`: a group, or one person with two roles."""
        words = self._words
        k = bisect_right(self._firsts, mention.first)
        begin = max(words.joint[mention.stop : stop], default=-1)
        if mention.first <= begin <= mention.core:
            return self._series(mention, stop)
        if begin > mention.core and words.lower[begin - 1] not in COORDINATORS and words.tag[begin - 1][0] != "$":
            return None  # `der Sprecher von Bahn, Post und Stadt`
        after_and = (m for m in self._mentions[k : k + 6] if words.lower[m.first - 1] in COORDINATORS)
        second = next((m for m in after_and if m.head < stop), None)
        if second is None or second.entity is None or mention.entity is None:
            others = mention.name and mention.stop + 1 < stop and words.lower[mention.stop] in COORDINATORS
            return Found(label=(mention.first, stop)) if others else None  # `Anna Berg und Kollegen`
        if mention.name and words.word[mention.stop] == ",":  # `Anna Berg, Ärztin in Wien, und Otto Kern`
            two = words.word[second.first - 2] == ","
            return Found(members=(mention.entity, second.entity)) if two else None
        if mention.entity.names and not mention.name:
            return None
        own_article = words.tag[second.first] in ("ART", "PPOSAT")
        if second.first in words.joint[second.stop : stop]:  # `CDU und SPD, Grüne und FDP`
            return Found(label=(mention.first, stop))
        if second.name and second.noun and not mention.name and not own_article and not mention.plural:
            return Found(second.entity)
        if mention.name and second.name and mention.kind == second.kind:
            return Found(members=(mention.entity, second.entity))
        apart = bool(second.name) == bool(mention.name) or own_article or (bool(mention.name) and second.plural)
        return Found(label=(mention.first, stop)) if apart else None

    def _series(self, mention: Mention, stop: int) -> Found:
        """Read `A, B und C`: a group, of people with names if all have one."""
        words = self._words
        joining = {i for i in range(mention.stop, stop) if words.joint[i] >= 0 or words.lower[i] in COORDINATORS}
        behind = [i + 1 for i in sorted(joining) if i + 1 not in joining]
        borders = [*behind, stop]
        found = [self._mention_in(a, b) for a, b in zip([mention.first, *behind], borders)]
        members = tuple(m.entity for m in found if m is not None and m.entity is not None and m.name)
        return Found(members=members) if len(members) == len(borders) else Found(label=(mention.first, stop))

    def _meant(self, mention: Mention, spoken_of: str) -> Entity | None:
        """Return the person whom a definite description means that no office in the text explains.

        `der Mann`, `die Politikerin`, `der Franzose` stand for whoever is most salient; another word for the
        office of the only person near who has it (`der Jurist` for a judge) for that person; any other bare
        description for a named person of whom the text has told no office, unless it names a relation
        (`der Nachbar`). Nobody is meant of whom the wording itself speaks as `er` or `sie`.
        """
        entity, known = mention.entity, mention.noun
        if entity is None or known is None or entity.names or mention.name or not mention.definite or mention.plural:
            return None
        if known.sort != "person" or entity.mentions[0] is not mention or entity.offices[0].marks:
            return None
        found = self._near_of_kind(mention, known) or self._salient(mention, entity, known)
        return None if found is not None and found.gender and found.gender in spoken_of else found

    def _near_of_kind(self, mention: Mention, known: Noun) -> Entity | None:
        """Return the only person named near by whose office a description is another word for, or the kind of."""
        members = _KINDS.get(known.before + known.base) or _KINDS.get("" if known.before else known.base, frozenset())
        near = [p for p in self._antecedents.people_near(mention) if _agree(p, mention)]
        fitting = [p for p in near if any(o.noun.base in members for o in p.offices)]
        if not fitting and known.sense in _LEADING and self._is_new(mention):
            fitting = [p for p in near if not p.offices]
        return fitting[0] if len(fitting) == 1 else None

    def _is_new(self, mention: Mention) -> bool:
        """Tell whether a description says that the office is new, or no more: `die neue Vorstandschefin`."""
        return any(self._words.lower[i].startswith(_NEW) for i in range(mention.first, mention.core))

    def _salient(self, mention: Mention, entity: Entity, known: Noun) -> Entity | None:
        generic = known.sense == "demonym" or known.base in _GENERIC
        meant = self._antecedents.most_salient(mention.first, mention.gender or "mf", "s", exclude=entity)
        if meant is None or meant.kind not in ("person", "unnamed") or not (meant.names or generic):
            return None
        near = self._antecedents.named_near(meant, mention)
        alike = known.sense in _ALIKE or known.base in _POLITICIANS
        untold = (alike or known.sense == "person") and known.base not in _RELATIONS
        if generic or (near and untold and not meant.offices and not known.before):
            return meant
        if known.sense == "leader" and known.before:
            alike = any(mark(known.before) in o.marks | {mark(o.noun.before)} for o in meant.offices)
        alike = alike and (bool(known.before) or known.base not in _RELATIONS)
        return meant if near and alike and any(o.noun.sense == known.sense for o in meant.offices) else None


def _agree(person: Entity, mention: Mention) -> bool:
    return not person.gender or not mention.gender or person.gender == mention.gender
