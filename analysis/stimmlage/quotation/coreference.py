"""Coreference: from a pronoun or a speaker phrase to the entity behind it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from stimmlage.language.tagging import Words
from stimmlage.quotation.entity import Entity
from stimmlage.quotation.mentions import OPENING, Mention, left_edge
from stimmlage.quotation.nouns import noun
from stimmlage.quotation.phrases import behind_source, compound_source, head_of, quoted_name
from stimmlage.quotation.quotation import Quotation
from stimmlage.reading.document import Sentence, Span

_ANAPHORS = frozenset("demnach danach wonach dabei darin daraus damit hierzu dazu darunter hierbei daher dort hier so".split())
_SKIPPED = frozenset({"APPR", "ADV", "KON", "KOKOM", "PTKA", "$(", "$,", "APPO", "KOUS"})
# what a pronoun agrees with: genders, and whether with a singular, a plural or (empty) either
_PRONOUNS = {
    **dict.fromkeys(["er", "ihm", "ihn", "jener", "letzterer", "ersterer", "derselbe"], ("m", "s")),
    **dict.fromkeys("sein seine seiner seinem seinen seines dessen".split(), ("mn", "s")),
    **dict.fromkeys(["dieser", "der"], ("m", "s")), **dict.fromkeys(["dem", "diesem", "den"], ("mn", "s")),
    **dict.fromkeys(["es", "das", "dieses"], ("n", "s")), **dict.fromkeys(["denen", "ihnen"], ("mfn", "p")),
    **dict.fromkeys("ihr ihre ihrer ihrem ihren ihres deren".split(), ("f", "")),
    **dict.fromkeys(["welcher", "welchem"], ("mn", "s")), **dict.fromkeys(["welche", "welchen"], ("mfn", "")),
    **dict.fromkeys(["sie", "die", "diese", "jene", "letztere", "erstere"], ("f", "")),
}
_NEAREST = frozenset("dieser diese diesem letzterer letztere".split())
_FIRST_PERSON = frozenset("ich wir mir uns mich mein meine meiner meinem meinen unser unsere unserer unserem unseren".split())
_INDEFINITE = frozenset("viele einige andere manche mehrere alle beide jemand niemand zahlreiche".split())
_GENERIC = frozenset("mann frau herr dame politiker jähriger".split())
_SPOKE = 1.5
"""How much it counts to have spoken last, in sentences."""
_NEW_PARAGRAPH = 0.5
"""How many sentences a new paragraph counts for."""
_ALIKE = frozenset({"science", "culture", "sport", "speaker"})
_POLITICIANS = frozenset({"politiker", "parlamentarier", "abgeordneter"})
_REACH = 5
"""How many sentences back an antecedent may lie."""


class Found(NamedTuple):
    """Whom a phrase points at; without an entity, `label` is a description or `problem` says what is missing."""

    entity: Entity | None = None
    label: tuple[int, int] | str = ""
    members: tuple[Entity, ...] = ()
    problem: str = ""


class Antecedents:
    """The entities of one document as antecedents, most of all those that speak."""

    def __init__(self, words: Words, sentences: Sequence[Sentence], mentions: Sequence[Mention], quotations: Sequence[Quotation]) -> None:
        self.words = words
        self.mentions = mentions
        self._firsts = [m.first for m in mentions]
        self._sentence_stops = [s.stop for s in sentences]
        self._sentences = sentences
        self._quoted = _quoted_tokens(words, quotations)
        self._said: list[tuple[int, Entity]] = []  # where a pronoun or quotation pointed, and at whom

    def note(self, token: int, entity: Entity) -> None:
        """Remember who spoke at a token: the likeliest antecedent for what follows."""
        self._said.append((token, entity))

    def find(self, first: int, stop: int) -> Found:
        """Say whom the phrase of the tokens `first` to `stop` points at."""
        words = self.words
        i = first
        while i < stop and (words.tag[i] in _SKIPPED or not words.word[i][0].isalnum()) and words.word[i] not in OPENING and words.lower[i] not in _ANAPHORS:
            i += 1
        if i >= stop:
            i = first
        if i >= stop:
            return Found(problem="no speaker named")
        if name := quoted_name(words, i, stop):
            return self._by_name(name)
        form = words.lower[i]
        head = head_of(words, i, stop)
        if form in _ANAPHORS and head < 0:
            return self._previous(i)
        if form in _PRONOUNS and (i + 1 == stop or words.tag[i] in ("PPER", "PRELS")):
            return self._by_pronoun(i, i + 1)
        if head < 0:
            named = self._mention_in(i, stop)
            return Found(named.entity) if named else self._by_pronoun(i, stop)
        known = noun(words.word[head])
        if known is not None and known.sort == "source":
            return self._by_source(i, head, stop)
        return self._by_mention(i, head, stop)

    def _by_pronoun(self, i: int, stop: int) -> Found:
        for k in range(i, stop):
            form = self.words.lower[k]
            if form in _PRONOUNS:
                entity = self.antecedent(k)
                return Found(entity) if entity else Found(problem=f"pronoun without antecedent: {self.words.word[k]}")
            if form in _FIRST_PERSON:
                return self._previous(k)
            if form in _INDEFINITE:
                return Found(label=(k, stop))
        return Found(label=(i, stop))

    def _by_source(self, i: int, head: int, stop: int) -> Found:
        """Follow a noun such as `Angaben` to who gave them."""
        words = self.words
        for k in range(i, head):
            if words.tag[k] == "PPOSAT" or (words.lower[k] in _PRONOUNS and words.tag[k] != "ART" and words.lower[k][0] in "si"):
                return self._by_pronoun(k, k + 1)
            if words.tag[k] == "NE":
                return self._by_mention(k, k, k + 1)
            if words.lower[k] == "eigenen":
                return self._subject(k)
        if (behind := behind_source(words, head, stop)) is not None:
            return self.find(*behind)
        known = noun(words.word[head])
        if known is not None and (source := compound_source(words.word[head], known)):
            return self._by_name(source)
        return Found(label=(i, stop))

    def _by_name(self, name: str) -> Found:
        """Return the entity that bears a name or is called by a noun; else the name itself."""
        for m in self.mentions:
            if m.entity is not None and (" ".join(m.name) == name or (not m.name and self.words.word[m.core] == name)):
                return Found(m.entity)
        return Found(label=name)

    def _by_mention(self, i: int, head: int, stop: int) -> Found:
        words = self.words
        mention = self._mention_in(head, head + 1)
        if mention is None and (short := self._abbreviation(head, stop)) is not None:
            return Found(short)
        if mention is None or mention.entity is None or (head != mention.core and not mention.name):
            return Found(label=(i, stop))
        if (joined := self._joined(mention, stop)) is not None:
            return joined
        if (meant := self._meant(mention)) is not None:
            meant.add(mention)
            return Found(meant)
        possessed = mention.first > i and words.tag[mention.first - 1] == "NE"
        mention.entity.phrases.append((i if possessed else max(i, mention.first), stop))
        return Found(mention.entity)

    def _abbreviation(self, head: int, stop: int) -> Entity | None:
        """Return the entity of the abbreviation in a bracket after a noun that is in no list."""
        if "(" not in self.words.word[head:stop]:
            return None
        bracket = self.words.word.index("(", head, stop)
        mention = self._mention_in(bracket + 1, bracket + 2)
        if mention is None or mention.entity is None or mention.kind != "organisation":
            return None
        mention.entity.long_form = (left_edge(self.words, head, 0), bracket)
        return mention.entity

    def _mention_in(self, i: int, stop: int) -> Mention | None:
        """Return the first mention that shares a token with `i` to `stop`."""
        k = max(bisect_right(self._firsts, i) - 1, 0)
        return next((m for m in self.mentions[k : k + 3] if m.first < stop and m.stop > i and m.entity is not None), None)

    def _joined(self, mention: Mention, stop: int) -> Found | None:
        """Read `A und B`: a group, or one person with two roles."""
        words = self.words
        k = bisect_right(self._firsts, mention.first)
        second = next(
            (m for m in self.mentions[k : k + 6] if m.head < stop and words.lower[m.first - 1] in ("und", "sowie", "oder")), None
        )
        own_name = mention.entity is not None and mention.entity.names and not mention.name
        if second is None or second.entity is None or own_name or words.word[mention.stop] == "," and mention.name:
            return None
        own_article = words.tag[second.first] == "ART"
        if second.name and second.noun and not mention.name and not own_article and not mention.plural:
            return Found(second.entity)
        if mention.name and second.name and mention.entity is not None and mention.kind == second.kind:
            return Found(members=(mention.entity, second.entity))
        return Found(label=(mention.first, stop)) if bool(second.name) == bool(mention.name) or own_article else None

    def _meant(self, mention: Mention) -> Entity | None:
        """Return the person whom a definite description means that no office in the text explains.

        `der Mann`, `die Politikerin`, `der Franzose` stand for whoever is most salient; any other
        bare description (`der Journalist`) for a named person of whom the text has told no office, or
        one of the same kind (`der Forscher` for a physicist).
        """
        entity, known = mention.entity, mention.noun
        if entity is None or known is None or entity.names or mention.name or not mention.definite or mention.plural:
            return None
        if known.sort != "person" or entity.mentions[0] is not mention or entity.offices[0].marks:
            return None
        generic = known.sense == "demonym" or known.base in _GENERIC
        sentence = mention.sentence
        meant = self._best(mention.first, mention.gender or "mf", "s", sentence, exclude=entity)
        if meant is None or meant.kind not in ("person", "unnamed") or not (meant.names or generic):
            return None
        near = any(m.first < mention.first and sentence - m.sentence <= 2 for m in meant.mentions)
        if generic or (near and not meant.offices and not known.before):
            return meant
        alike = known.sense in _ALIKE or known.base in _POLITICIANS
        return meant if near and alike and any(o.noun.sense == known.sense for o in meant.offices) else None

    def _previous(self, i: int) -> Found:
        """Return who spoke last, for `demnach` and for the first person."""
        sentence = self._sentence(i)
        for token, entity in reversed(self._said):
            if token < i and sentence - self._sentence(token) <= 3:
                return Found(entity)
        best = self._best(i, "mfn", "", sentence)
        return Found(best) if best else Found(problem=f"no source named before: {self.words.word[i]}")

    def _subject(self, i: int) -> Found:
        """Return the subject of the sentence, for `nach eigenen Angaben`."""
        sentence = self._sentence(i)
        own = [m for m in self.mentions if m.sentence == sentence and m.rank >= 1 and m.entity and m.kind != "place"]
        if own:
            return Found(max(own, key=lambda m: (m.rank, -abs(m.first - i))).entity)
        bounds = self._sentences[sentence]
        for k in range(bounds.first, bounds.stop):
            if self.words.lower[k] in ("er", "sie"):
                return self._by_pronoun(k, k + 1)
        return self._previous(i)

    def antecedent(self, i: int) -> Entity | None:
        """Resolve the pronoun at token `i`."""
        words = self.words
        genders, number = _PRONOUNS[words.lower[i]]
        sentence = self._sentence(i)
        if words.tag[i] in ("PRELS", "PRELAT") or (i > 0 and words.word[i - 1] == "," and words.lower[i] in ("der", "die", "das", "dessen", "deren")):
            return self._nearest_before_comma(i, genders, number)
        if words.lower[i] in ("sie", "die", "diese"):
            number = self._number_by_verb(i, sentence)
            genders = "f" if number == "s" else "mfn"
        if words.lower[i] in _NEAREST and (last := self._last_before(i, genders, number)) is not None:
            return last
        return self._best(i, genders, number, sentence)

    def _last_before(self, i: int, genders: str, number: str) -> Entity | None:
        """Return who was named last: `dieser` means the object of the sentence before, not its subject."""
        sentence = self._sentence(i)
        for m in reversed(self.mentions[: bisect_left(self._firsts, i)]):
            if sentence - m.sentence > 1:
                break
            if m.entity is not None and self._agrees(m, genders, number):
                return m.entity
        return None

    def _nearest_before_comma(self, i: int, genders: str, number: str) -> Entity | None:
        for m in reversed(self.mentions[: bisect_left(self._firsts, i)]):
            if m.sentence == self._sentence(i) and m.entity and self._agrees(m, genders, number, places=True):
                return m.entity
        return None

    def _number_by_verb(self, i: int, sentence: int) -> str:
        """Read the number of `sie` off the nearest finite verb of its clause."""
        bounds = self._sentences[sentence]
        tags = self.words.tag
        for distance in range(1, 12):
            for k in (i - distance, i + distance) if distance <= 2 else (i + distance,):
                if bounds.first <= k < bounds.stop and tags[k] in ("VVFIN", "VAFIN", "VMFIN"):
                    return "p" if self.words.lower[k].endswith("n") else "s"
        return "s"

    def _agrees(self, m: Mention, genders: str, number: str, places: bool = False) -> bool:
        entity = m.entity
        assert entity is not None
        plural = entity.plural or m.plural
        if number and (number == "p") != plural:
            return False
        if plural:
            return True
        if (m.kind == "place" and not places) or (not m.noun and entity.kind == ""):
            return False
        return not entity.gender or entity.gender in genders

    def _best(self, i: int, genders: str, number: str, sentence: int, exclude: Entity | None = None) -> Entity | None:
        """Weigh the mentions before token `i` and return the most salient that agrees."""
        best: tuple[float, Entity | None] = (-99.0, None)
        subject = self.words.lower[i] in ("er", "sie")
        stop = bisect_left(self._firsts, i)
        k = stop - 1
        while k >= 0 and sentence - self.mentions[k].sentence <= _REACH:
            m = self.mentions[k]
            if m.entity is not None and m.entity is not exclude and self._agrees(m, genders, number) and not (
                subject and m.sentence == sentence and not self._clause_between(m.stop, i)
            ):
                best = max(best, (self._weight(m, sentence, genders), m.entity), key=lambda b: b[0])
            k -= 1
        for token, entity in self._said[-6:]:
            away = self._away(sentence, self._sentence(token))
            if token < i and away <= _REACH and self._entity_agrees(entity, genders, number):
                best = max(best, (_SPOKE - away + self._kind_weight(entity), entity), key=lambda b: b[0])
        if best[1] is None:
            for m in self.mentions[stop : stop + 4]:
                if m.sentence == sentence and m.entity and self._agrees(m, genders, number):
                    return m.entity
        return best[1]

    def _clause_between(self, first: int, stop: int) -> bool:
        """Tell whether a clause ends between two tokens: within one, `er` is nobody else who is named in it."""
        return any(self.words.tag[k] in ("$,", "$(", "$.", "KOUS", "KON") for k in range(first, stop))

    def _entity_agrees(self, entity: Entity, genders: str, number: str) -> bool:
        if number and (number == "p") != entity.plural:
            return False
        return entity.plural or not entity.gender or entity.gender in genders

    def _weight(self, m: Mention, sentence: int, genders: str) -> float:
        assert m.entity is not None
        weight = 0.5 * m.rank - self._away(sentence, m.sentence) + self._kind_weight(m.entity)
        if m.entity.gender and m.entity.gender in genders:
            weight += 0.3
        return weight - 2.0 * (m.head in self._quoted)

    def _away(self, sentence: int, other: int) -> float:
        """Return how far back a sentence lies; a new paragraph makes it farther."""
        apart = self._sentences[sentence].paragraph_id != self._sentences[other].paragraph_id
        return sentence - other + _NEW_PARAGRAPH * apart

    def _kind_weight(self, entity: Entity) -> float:
        return {"person": 0.7, "unnamed": 0.5, "group": 0.0}.get(entity.kind, -1.0)

    def _sentence(self, token: int) -> int:
        return min(bisect_right(self._sentence_stops, token), len(self._sentence_stops) - 1)


def _quoted_tokens(words: Words, quotations: Sequence[Quotation]) -> set[int]:
    quoted: set[int] = set()
    for q in quotations:
        for start, end in q.spans:
            quoted.update(range(bisect_left(words.start, start), bisect_left(words.start, end)))
    return quoted


def tokens_of(words: Words, span: Span) -> tuple[int, int]:
    """Return the tokens that a span covers, also in part."""
    return max(bisect_right(words.end, span[0]), 0), bisect_left(words.start, span[1])
