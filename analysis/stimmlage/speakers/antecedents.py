"""Antecedents: whom a pronoun means, by agreement, salience and who spoke last."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from stimmlage.document import Sentence, Span
from stimmlage.language.closed_classes import RELATIVE_PRONOUNS
from stimmlage.language.tagsets import FINITE, RELATIVES
from stimmlage.language.words import Words
from stimmlage.quotation.quotation import Quotation
from stimmlage.speakers.entities import Entity, Mention

# What a pronoun agrees with: genders, and a singular (s), a plural (p) or either (empty).
PRONOUNS = {
    **dict.fromkeys("er ihm ihn jener letzterer ersterer derselbe dieser der".split(), ("m", "s")),
    **dict.fromkeys(
        "sein seine seiner seinem seinen seines dessen dem diesem den welcher welchem".split(), ("mn", "s")
    ),
    **dict.fromkeys("es das dieses".split(), ("n", "s")),
    **dict.fromkeys("denen ihnen".split(), ("mfn", "p")),
    **dict.fromkeys("welche welchen".split(), ("mfn", "")),
    **dict.fromkeys("ihr ihre ihrer ihrem ihren ihres deren sie die diese jene letztere erstere".split(), ("f", "")),
}
_BY_VERB = frozenset({"sie", "die", "diese"})
_LAST_NAMED = frozenset("dieser diese diesem letzterer letztere".split())
_RELATIVE = RELATIVE_PRONOUNS - {"den", "dem", "denen"}
_BOUNDS = frozenset({"$,", "$(", "$.", "KOUS", "KON"})
_REACH = 5
"""How many sentences back an antecedent may lie."""
# Salience is counted in sentences: what is one sentence farther back weighs one less.
_SPOKE = 1.5
"""What it counts to have spoken."""
_NEW_PARAGRAPH = 0.5
"""What a new paragraph takes away."""
_RANK = 0.5
"""What the place in the sentence counts: times `Mention.rank`, 2 for what opens a sentence, -1 for a genitive."""
_SURE_GENDER = 0.3
"""What a known gender counts against an unknown one."""
_QUOTED = 2.0
"""What it takes away to be mentioned inside a quotation."""
_KINDS = {"person": 0.7, "unnamed": 0.5, "group": 0.0}
"""What the kind of an entity counts; a body or place takes one away."""


class Antecedents:
    """The mentions of one document as antecedents, most of all of those who speak."""

    def __init__(
        self, words: Words, sentences: Sequence[Sentence], mentions: Sequence[Mention], quotations: Sequence[Quotation]
    ) -> None:
        self._words = words
        self._mentions = mentions
        self._firsts = [m.first for m in mentions]
        self._stops = [s.stop for s in sentences]
        self._sentences = sentences
        self._quoted = {i for q in quotations for span in q.spans for i in range(*tokens_of(words, span))}
        self._said: list[tuple[int, Entity]] = []

    def note(self, token: int, entity: Entity) -> None:
        """Remember who spoke at a token: the likeliest antecedent for what follows."""
        self._said.append((token, entity))

    def of_pronoun(self, i: int) -> Entity | None:
        """Return whom the pronoun at token `i` means."""
        form, tag = self._words.lower[i], self._words.tag[i]
        genders, number = PRONOUNS[form]
        sentence = self._sentence(i)
        after_comma = i > 0 and self._words.word[i - 1] == ","
        if tag in RELATIVES or (after_comma and form in _RELATIVE):
            return self._last_named(i, genders, number, sentence, places=True)
        if form in _BY_VERB:
            number = self._number_by_verb(i, sentence)
            genders = "f" if number == "s" else "mfn"
        if form in ("deren", "dessen") and (last := self._last_named(i, "mfn", "", sentence - 1)) is not None:
            return last
        if form in _LAST_NAMED and (last := self._last_named(i, genders, number, sentence - 1)) is not None:
            return last
        return self.most_salient(i, genders, number)

    def last_speaker(self, i: int) -> Entity | None:
        """Return who spoke last before token `i`, else who is most salient: for `demnach` and `ich`."""
        sentence = self._sentence(i)
        for token, entity in reversed(self._said):
            away = sentence - self._sentence(token)
            if token < i and away <= 3:
                return entity
            if away > _REACH:
                break
        return self.most_salient(i, "mfn", "")

    def spoke_near(self, entity: Entity, i: int) -> bool:
        """Tell whether an entity spoke in the sentence before token `i`, or in its own."""
        sentence = self._sentence(i)
        return any(e is entity and t < i and sentence - self._sentence(t) <= 1 for t, e in self._said)

    def subject(self, i: int) -> Entity | None:
        """Return the subject of the sentence around token `i`: for `nach eigenen Angaben`."""
        number = self._sentence(i)
        bounds = self._sentences[number]
        near = next((k for k in range(i - 1, bounds.first - 1, -1) if self._words.tag[k] in ("PPER", "$,")), -1)
        if near >= 0 and self._words.lower[near] in ("er", "sie"):
            return self.of_pronoun(near)  # `…, dem er nach eigenen Angaben vertraut`
        k = bisect_left(self._firsts, bounds.first)
        own = []
        while k < len(self._mentions) and self._firsts[k] < bounds.stop:
            m = self._mentions[k]
            if m.rank >= 1 and m.entity is not None and m.kind != "place":
                own.append(m)
            k += 1
        if own:
            return max(own, key=lambda m: (m.rank, -abs(m.first - i))).entity
        pronoun = next((k for k in range(bounds.first, bounds.stop) if self._words.lower[k] in ("er", "sie")), None)
        return self.last_speaker(i) if pronoun is None else self.of_pronoun(pronoun)

    def most_salient(self, i: int, genders: str, number: str, exclude: Entity | None = None) -> Entity | None:
        """Weigh the mentions before token `i` and return the most salient that agrees.

        Where none does, the name may follow: `Weil er irrte, schwieg Uwe Lang`.
        """
        sentence = self._sentence(i)
        subject = self._words.lower[i] in ("er", "sie")
        best: tuple[float, Entity | None] = (-99.0, None)
        for m in self._before(i, sentence - _REACH):
            if m.entity is exclude or not _agrees(m, genders, number):
                continue
            if subject and m.sentence == sentence and not self._clause_ends(m.stop, i):
                continue  # within one clause `er` is nobody else who is named in it
            best = max(best, (self._weight(m, sentence, genders), m.entity), key=lambda b: b[0])
        for token, entity in self._said[-6:]:
            away = self._away(sentence, self._sentence(token))
            if not entity.mentions and entity.kind == "unnamed" and genders != "mfn":
                continue  # a description that no list knows is mostly a thing
            if token < i and away <= _REACH and _fits(entity, entity.plural, genders, number):
                best = max(best, (_SPOKE - away + _KINDS.get(entity.kind, -1.0), entity), key=lambda b: b[0])
        if best[1] is not None:
            return best[1]
        k = bisect_left(self._firsts, i)
        following = (m for m in self._mentions[k : k + 4] if m.sentence == sentence and _agrees(m, genders, number))
        return next((m.entity for m in following), None)

    def named_near(self, entity: Entity, mention: Mention) -> bool:
        """Tell whether an entity was mentioned in the two sentences before a mention."""
        return any(m.first < mention.first and mention.sentence - m.sentence <= 2 for m in entity.mentions[-20:])

    def is_quoted(self, i: int) -> bool:
        """Tell whether a token lies in a quotation."""
        return i in self._quoted

    def people_near(self, mention: Mention) -> list[Entity]:
        """Return the people with a name in the two sentences before a mention and in its own, the last one first."""
        found = (m.entity for m in self._before(mention.first, mention.sentence - 2))
        return list(dict.fromkeys(e for e in found if e is not None and e.names and e.kind == "person"))

    def _before(self, i: int, oldest: int) -> Iterator[Mention]:
        """Yield the mentions before token `i` that have an entity, backwards to the sentence `oldest`."""
        k = bisect_left(self._firsts, i) - 1
        while k >= 0 and self._mentions[k].sentence >= oldest:
            if self._mentions[k].entity is not None:
                yield self._mentions[k]
            k -= 1

    def _last_named(self, i: int, genders: str, number: str, oldest: int, places: bool = False) -> Entity | None:
        """Return who was named last: `dieser` means the object of the sentence before, not its subject."""
        return next((m.entity for m in self._before(i, oldest) if _agrees(m, genders, number, places)), None)

    def _number_by_verb(self, i: int, sentence: int) -> str:
        """Read the number of `sie` off the nearest finite verb of its clause."""
        bounds = self._sentences[sentence]
        for distance in range(1, 12):
            for k in (i - distance, i + distance) if distance <= 2 else (i + distance,):
                if bounds.first <= k < bounds.stop and self._words.tag[k] in FINITE:
                    return "p" if self._words.lower[k].endswith("n") else "s"
        return "s"

    def _clause_ends(self, first: int, stop: int) -> bool:
        return any(self._words.tag[k] in _BOUNDS for k in range(first, stop))

    def _weight(self, m: Mention, sentence: int, genders: str) -> float:
        assert m.entity is not None
        weight = _RANK * m.rank - self._away(sentence, m.sentence) + _KINDS.get(m.entity.kind, -1.0)
        if m.entity.gender and m.entity.gender in genders:
            weight += _SURE_GENDER
        return weight - _QUOTED * (m.head in self._quoted)

    def _away(self, sentence: int, other: int) -> float:
        apart = self._sentences[sentence].paragraph_id != self._sentences[other].paragraph_id
        return sentence - other + _NEW_PARAGRAPH * apart

    def _sentence(self, token: int) -> int:
        return min(bisect_right(self._stops, token), len(self._stops) - 1)


def _agrees(m: Mention, genders: str, number: str, places: bool = False) -> bool:
    """Tell whether a mention can be meant; places only where they are allowed, undecided names never."""
    entity = m.entity
    if entity is None or (m.kind == "place" and not places) or (m.noun is None and entity.kind == ""):
        return False
    return _fits(entity, entity.plural or m.plural, genders, number)


def _fits(entity: Entity, plural: bool, genders: str, number: str) -> bool:
    if number and (number == "p") != plural:
        return False
    if genders == "m" and entity.kind == "organisation" and not entity.gender:
        return False  # of a body whose gender nothing shows (`VSV`), mostly an abbreviation, nobody speaks as `er`
    return plural or not entity.gender or entity.gender in genders


def tokens_of(words: Words, span: Span) -> tuple[int, int]:
    """Return the tokens that a span covers, also in part."""
    return bisect_right(words.end, span[0]), bisect_left(words.start, span[1])
