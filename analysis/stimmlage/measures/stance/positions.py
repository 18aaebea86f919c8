"""Positions: what a sentence says for or against a target, read from the words that govern it.

The way goes from the mention of the target outwards: the nouns it hangs on (`Ende der Hilfe`), the
verb or predicate of its clause, the clause that governs this clause. Each cue on the way has a side,
each negation turns it; the product is the position. Without a cue that takes a stance there is none.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import NamedTuple

from stimmlage.language.closed_classes import ADVERSATIVES
from stimmlage.language.lexicon import words as entries
from stimmlage.language.tagsets import FINITE, PREPOSITIONS
from stimmlage.language.verbs import full_lemma, modal_lemma
from stimmlage.language.words import Words
from stimmlage.measures.stance.clauses import COMPLEMENT, CONDITIONAL, RELATIVE, Clause, find_clauses
from stimmlage.measures.stance.cues import COPULAS, EVENTS, SIGN, Cue, find_cues, is_judged
from stimmlage.measures.stance.doubt import concerns_nobody, doubting, whether_doubted
from stimmlage.measures.stance.government import BARE, Way, choose, preposition_of, way_up
from stimmlage.measures.stance.subject import is_subject
from stimmlage.measures.targets import Mention
from stimmlage.scope.scopes import Scopes

_ATTITUDE_PREPOSITIONS = frozenset(("für", "zu", "mit", "gegenüber", "bei", "über", "gegen", "vor", "an"))
_MODALS = {"wollen": "wish", "möchten": "wish", "müssen": "demand", "sollen": "demand"}
_ASKED_OF = entries("word_classes", "asked_of")
_THREATENING = entries("word_classes", "threatening")
_DENIALS = entries("word_classes", "denial")
_DEEPEST = 3
_ALL = ("alle", "jede", "sämtliche")
_BUT = ADVERSATIVES | {"sondern"}


class Position(NamedTuple):
    """A stance on a target: its side, its category, the words it was read from, in words what turned it.

    `cue` is the index of the word that takes the stance. `voiced` says that it is the voice's own, whatever is the
    subject there: `X hilft nicht`.
    """

    mention: Mention
    sign: int
    category: str
    cue: int
    turned: tuple[str, ...]
    voiced: bool = False


@dataclass(slots=True)
class _Reading:
    """What has been read so far on the way outwards."""

    sign: int = 1
    category: str = ""
    cue: int = -1
    turned: list[str] = field(default_factory=list)
    mixed: bool = False

    def take(self, words: Words, word: int, category: str) -> None:
        """Take in one cue; the outermost that takes a stance names the category."""
        self.sign *= SIGN[category]
        if category not in EVENTS:
            self.category, self.cue = category, word
        elif SIGN[category] < 0:
            self.turned.append(f'reversed by "{words.word[word]}"')

    def negate(self, words: Words, by: tuple[int, int]) -> None:
        self.sign = -self.sign
        self.turned.append(f'negated by "{" ".join(words.word[by[0] : by[1]])}"')


class SentenceStance:
    """The cues and clauses of one sentence, for reading positions on the targets it mentions."""

    def __init__(self, words: Words, first: int, stop: int, scopes: Scopes) -> None:
        self.words, self.scopes = words, scopes
        self.clauses = find_clauses(words, first, stop)
        self._place = {i: place for place, clause in enumerate(self.clauses) for i in clause.words}
        self._cues: list[list[Cue]] = [[] for _ in self.clauses]
        for cue in find_cues(words, first, stop):
            self._cues[self._place[cue.word]].append(cue)

    def clause_of(self, word: int) -> Clause:
        """Return the clause that a word stands in."""
        return self.clauses[self._place[word]]

    def wording(self, word: int) -> str:
        """Return the words of the cue at a word: a set phrase whole, else the word."""
        phrases = (c for c in self._cues[self._place[word]] if c.word == word and c.kind == "phrase")
        cue = next(phrases, None)
        return self.words.word[word] if cue is None else " ".join(self.words.word[i] for i in cue.words)

    def position(self, mention: Mention) -> Position | None:
        """Read the position on a target where it is mentioned; None if nobody takes one."""
        place = self._place[mention.stop - 1]
        clause = self.clauses[place]
        if self._is_conditional(place) or self.scopes.context(mention.first) == "question":
            return None
        if self.words.lower[clause.words[0]] == "ob":
            return self._whether(mention, clause)
        reading = _Reading()
        way = self._way(mention, clause, place)
        self._nouns(reading, way)
        self._clause(reading, mention, way, place)
        if reading.mixed:
            return None
        acts = way.bare and is_subject(self.words, clause.words, way.first, mention.stop)
        self._governors(reading, place, acts)
        if not reading.category:
            self._relative(reading, place)
        if not reading.category:
            self._attribute(reading, mention)
        if not reading.category or (reading.category == "offer" and concerns_nobody(self.words, clause.words)):
            doubted = doubting(self.words, clause.words, way.first, mention.stop, way.bare and not way.steps)
            if doubted is not None:
                return Position(mention, -1, "doubt", doubted, (), voiced=True)
        if not reading.category:
            return None
        return Position(mention, reading.sign, reading.category, reading.cue, tuple(reading.turned))

    def _whether(self, mention: Mention, clause: Clause) -> Position | None:
        """`Es ist fraglich, ob X hilft`: doubt; whether it is so is left open else."""
        if clause.governor is None:
            return None
        cue = whether_doubted(self.words, self.clauses[clause.governor].words)
        if cue is None or cue in self.scopes.negator:
            return None
        return Position(mention, -1, "doubt", cue, ())

    def _way(self, mention: Mention, clause: Clause, place: int) -> Way:
        start = (
            next(i for i in clause.words if i <= mention.first) if clause.words[0] <= mention.first else mention.first
        )
        run = mention.first
        while run - 1 >= start and self._place.get(run - 1) == place:
            run -= 1
        governed = {a for cue in self._cues[place] if cue.kind == "verb" for _, a in cue.readings}
        if any(cue.kind == "verb" and self.words.lemma[cue.word] in _ASKED_OF for cue in self._cues[place]):
            governed.add("von")  # `fordert X von den USA`: whom it is asked of
        return way_up(self.words, mention.first, run, governed)

    def _nouns(self, reading: _Reading, way: Way) -> None:
        for word, (category, _) in way.steps:
            reading.take(self.words, word, category)

    def _clause(self, reading: _Reading, mention: Mention, way: Way, place: int) -> None:
        """Read the verb or the predicate of the clause that the mention stands in."""
        words = self.words
        negator, event = None, False
        before: tuple[Cue, int] | None = None
        outer = replace(reading, turned=[*reading.turned])
        for cue in self._cues[place]:
            if mention.first <= cue.word < mention.stop or any(cue.word == word for word, _ in way.steps):
                continue
            category = self._governing(cue, mention, way, place)
            if not category:
                continue
            by = self.scopes.negator.get(cue.word)
            sign = -SIGN[category] if by else SIGN[category]
            if before is not None and self._parallel(before[0], cue):
                if self._adversative(before[0], cue):  # `teuer, aber gut`
                    reading.sign, reading.turned, negator = outer.sign, [*outer.turned], by
                    reading.take(words, cue.word, category)
                elif sign == before[1]:  # `falsch und gefährlich`
                    if category not in EVENTS:
                        reading.category, reading.cue = category, cue.word
                else:  # `lobt und kritisiert`: for and against
                    reading.mixed = True
                    return
            else:
                reading.take(words, cue.word, category)
                negator = negator or by
                event = event or category in EVENTS
            before = (cue, sign)
        if not reading.category and (stand := self._adposition(way, place)):
            reading.take(words, *stand)
            negator = negator or self.scopes.negator.get(stand[0])
        modal = self._modal(place)
        if modal and not reading.category and self._wanted(mention, way, place, modal, event):
            reading.take(words, modal, _MODALS[modal_lemma(words, modal)])
            negator = negator or self.scopes.negator.get(modal)
        negator = negator or self.scopes.negator.get(mention.stop - 1)
        if negator is not None and self._is_partial(negator):
            reading.mixed = True
        elif negator is not None and words.lower[negator[0]] != "ohne":
            reading.negate(words, negator)

    def _is_partial(self, negator: tuple[int, int]) -> bool:
        """Tell whether only `alle` is negated: in `nicht alle Ärzte lehnen X ab` some do."""
        words, behind = self.words, negator[1]
        all_of = words.tag[behind : behind + 1] in (["PIAT"], ["PIS"]) and words.lower[behind].startswith(_ALL)
        return words.lower[negator[0]] == "nicht" and all_of

    def _parallel(self, before: Cue, cue: Cue) -> bool:
        """Tell whether two cues stand side by side, so that neither governs the other: `kritisiert und verurteilt`."""
        if before.kind != "verb" and cue.kind != "verb":
            return True
        tag = self.words.tag
        between = tag[before.word + 1 : cue.word]
        verbs = tag[before.word][:2] == tag[cue.word][:2] == "VV" and tag[cue.word] != "VVIZU"
        return verbs and "KON" in between and "PTKZU" not in between

    def _adversative(self, before: Cue, cue: Cue) -> bool:
        return not _BUT.isdisjoint(self.words.lower[before.word + 1 : cue.word])

    def _wanted(self, mention: Mention, way: Way, place: int, modal: int, event: bool) -> bool:
        """`will X`, `muss X stärken`, `muss über X verfügen`: the modal makes what is done a wish or a demand."""
        words, clause = self.words, self.clauses[place].words
        if event:
            return True
        if not way.bare or is_subject(words, clause, way.first, mention.stop, modal=True):
            return False
        wants = modal_lemma(words, modal) in ("wollen", "möchten") and not self._has_infinitive(place)
        return wants or any(cue.kind == "verb" for cue in self._cues[place])

    def _governing(self, cue: Cue, mention: Mention, way: Way, place: int) -> str:
        """Return the category by which a cue of the clause governs the mention; empty if it does not."""
        words, clause = self.words, self.clauses[place]
        subject = way.bare and is_subject(words, clause.words, way.first, mention.stop)
        if cue.kind == "verb":
            chosen = choose(cue, way.prepositions)
            if chosen is None:
                return ""
            category, argument = chosen
            if argument == "subject":
                return category if way.bare else ""
            if argument in BARE:
                return category if way.bare and (not subject or argument == "gen") else ""
            return category if argument in way.prepositions else ""
        near = way.bare or not _ATTITUDE_PREPOSITIONS.isdisjoint(way.prepositions)
        if cue.kind == "predicate":
            return cue.readings[0][0] if near and self._is_copular(place) else ""
        if cue.kind == "attribute":
            own = mention.first <= cue.word + 1 and cue.word < mention.stop and not _judges(words, cue)
            return cue.readings[0][0] if way.bare and not own and self._predicative(cue, place) else ""
        if cue.kind == "phrase":
            return cue.readings[0][0] if near else ""
        return ""

    def _adposition(self, way: Way, place: int) -> tuple[int, str] | None:
        """`Wir sind für X`, `er ist gegen X`, `ohne X geht es nicht`: the preposition takes the stance."""
        words, clause = self.words, self.clauses[place]
        if not way.prepositions:
            return None
        if way.prepositions[-1] in ("für", "gegen"):
            be = next((i for i in clause.words if words.lemma[i] == "sein" and words.tag[i][0] == "V"), None)
            full = any(words.tag[i][:2] == "VV" for i in clause.words)
            category = "support" if way.prepositions[-1] == "für" else "opposition"
            return None if be is None or full or self._predicate(place) else (be, category)
        if way.prepositions[-1] == "ohne":
            signs = (i for i in clause.words if words.tag[i] == "PTKNEG" or full_lemma(words, i) in _THREATENING)
            if (by := next(signs, None)) is not None:
                return by, "need"
        return None

    def _predicate(self, place: int) -> bool:
        return any(cue.kind == "predicate" for cue in self._cues[place])

    def _is_conditional(self, place: int) -> bool:
        """Tell whether a clause, or the one that governs it, is a condition."""
        clause = self.clauses[place]
        outer = clause.governor if clause.kind == COMPLEMENT else None
        verb_first = place + 1 < len(self.clauses) and self._opens(place) and self._opens(place + 1)
        return verb_first or CONDITIONAL in (clause.kind, self.clauses[outer].kind if outer is not None else "")

    def _opens(self, place: int) -> bool:
        """Tell whether a finite verb opens a clause: `Ist der Plan gut, kommt er`."""
        return self.words.tag[self.clauses[place].words[0]] in FINITE

    def _governors(self, reading: _Reading, place: int, acts: bool) -> None:
        """Read the clauses outside: `er fordert, …`, `sie warnte davor, dass …`.

        What is needed for something that the target itself does (`acts`) is no stance on the target,
        nor the denial of a fact in which it occurs.
        """
        clause = self.clauses[place]
        for _ in range(_DEEPEST):
            if clause.kind != COMPLEMENT or clause.governor is None:
                return
            place, clause = clause.governor, self.clauses[clause.governor]
            for cue in self._cues[place]:
                category = self._over_clause(cue, clause)
                if (self._denies(cue) and not reading.category) or (acts and category == "need"):
                    continue
                if category:
                    reading.take(self.words, cue.word, category)
                    if (by := self.scopes.negator.get(cue.word)) is not None:
                        reading.negate(self.words, by)
                    break

    def _over_clause(self, cue: Cue, clause: Clause) -> str:
        """Return the category of a cue that governs a whole clause; empty for an event or none."""
        if cue.kind in ("attribute", "shifter") or (cue.kind == "noun" and not self._ends_with(cue, clause)):
            return ""
        prepositions = [p for i in clause.words if (p := preposition_of(self.words.lower[i]))]
        chosen = choose(cue, prepositions) or cue.readings[0]
        if cue.kind == "verb" and chosen[1] not in BARE and chosen[1] != "clause" and chosen[1] not in prepositions:
            chosen = next((r for r in cue.readings if r[1] in ("zu", "auf", "clause")), ("promote", ""))
        return "" if chosen[0] in EVENTS else chosen[0]

    def _denies(self, cue: Cue) -> bool:
        return cue.kind == "verb" and self.words.lemma[cue.word] in _DENIALS

    def _ends_with(self, cue: Cue, clause: Clause) -> bool:
        """Tell whether only verbs follow a noun in its clause: `Bereitschaft signalisiert, …`."""
        after = [self.words.tag[i] for i in clause.words if i > cue.word]
        return all(tag[0] in "V$" or tag in ("PTKVZ", "PTKNEG") for tag in after)

    def _relative(self, reading: _Reading, place: int) -> None:
        """`Quoten, die Ungarn ablehnt`: the relative clause right after the mention."""
        after = place + 1
        if after >= len(self.clauses) or self.clauses[after].kind != RELATIVE:
            return
        head = self.clauses[after].words[:2]
        preposition = next((p for i in head if (p := preposition_of(self.words.lower[i]))), "")
        for cue in self._cues[after]:
            if cue.kind == "verb" and (chosen := choose(cue, (preposition,))) is not None:
                category, argument = chosen
                fits = argument == preposition or (argument in BARE and not preposition)
                if fits and category not in EVENTS and self._other_subject(after):
                    reading.take(self.words, cue.word, category)
                    if (by := self.scopes.negator.get(cue.word)) is not None:
                        reading.negate(self.words, by)

    def _other_subject(self, place: int) -> bool:
        """Tell whether a relative clause has a subject of its own beside the pronoun."""
        tags = self.words.tag
        return any(
            tags[i] in ("NN", "NE", "PPER", "PIS") and tags[i - 1] not in PREPOSITIONS
            for i in self.clauses[place].words[1:]
        )

    def _attribute(self, reading: _Reading, mention: Mention) -> None:
        """`die dringend nötige Hilfe`: an adjective in the phrase itself that judges."""
        i = mention.first - 1
        while i >= 0 and self.words.tag[i] in ("ADJA", "CARD"):
            cue = next((c for c in self._cues[self._place.get(i, 0)] if c.word == i), None)
            if cue and _judges(self.words, cue):
                reading.take(self.words, i, cue.readings[0][0])
                return
            i -= 1

    def _modal(self, place: int) -> int | None:
        clause = self.clauses[place]
        modals = (i for i in clause.words if self.words.tag[i][:2] == "VM")
        return next((i for i in modals if modal_lemma(self.words, i) in _MODALS), None)

    def _has_infinitive(self, place: int) -> bool:
        return any(self.words.tag[i] in ("VVINF", "VAINF", "VVPP") for i in self.clauses[place].words)

    def _predicative(self, cue: Cue, place: int) -> bool:
        """Tell whether an adjective belongs to a predicate noun: `X ist ein guter Weg`."""
        noun = next((j for j in range(cue.word, len(self.words)) if self.words.tag[j] == "NN"), None)
        if noun is None or not is_judged(self.words.lemma[noun]):
            return False
        i = cue.word
        while i and self.words.tag[i] in ("ADJA", "ADJD", "ART", "PIAT", "ADV", "$("):
            i -= 1
        return self.words.tag[i] not in PREPOSITIONS and self._is_copular(place)

    def _is_copular(self, place: int) -> bool:
        words = self.words
        verbs = (i for i in self.clauses[place].words if words.tag[i][0] == "V")
        return any(words.lemma[i] in COPULAS or full_lemma(words, i) in COPULAS for i in verbs)


def _judges(words: Words, cue: Cue) -> bool:
    """Tell whether an adjective before a noun judges: praise only in the superlative (`der beste Weg`)."""
    category = cue.readings[0][0]
    form = words.lower[cue.word].rstrip("nrsm").removesuffix("e")
    return category in ("opposition", "need") or (category == "support" and form.endswith("st") and len(form) > 3)
