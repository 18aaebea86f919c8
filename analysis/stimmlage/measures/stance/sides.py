"""Sides: which words of a text speak for something and which against, whatever it is.

Weights are few and set by hand (tuned on the development half of MARDY, 370 quotations, by leaving each
out): what speaks against counts 1, what speaks for counts 1/2, because news report plans and demands
all the time; a bare negation counts 1/2 against.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from stimmlage.analysis import Analysis
from stimmlage.document import Span
from stimmlage.language.verbs import modal_lemma
from stimmlage.language.words import Words
from stimmlage.measures.measure import Hit
from stimmlage.measures.stance.clauses import ADVERBIAL, COMPLEMENT, CONDITIONAL, RELATIVE, Clause, find_clauses
from stimmlage.measures.stance.cues import COPULAS, EVENTS, SIGN, Cue, find_cues, is_judged
from stimmlage.measures.stance.government import choose, preposition_of
from stimmlage.scope.scopes import Scopes

WEIGHTS: Mapping[str, float] = {
    "support": 0.5,
    "demand": 0.0,
    "wish": 0.5,
    "need": 0.5,
    "offer": 0.5,
    "threat": 0.5,
    "plan": 0.5,
    "opposition": -1.0,
    "refusal": -1.0,
    "criticism": -1.0,
    "warning": -1.0,
    "doubt": -1.0,
    "feasible": 0.5,
    "negation": -0.5,
}
"""What a word of each category adds to the balance."""

_PLANS = {"wollen": "wish", "möchten": "wish", "sollen": "plan", "müssen": "plan"}
_SILENT = frozenset((CONDITIONAL, ADVERBIAL))
_NO_SIDE = EVENTS | {""}
Reading = tuple[Cue, str]
"""A cue and the category in which it is read."""
AGAINST_NEGATED = -0.5
"""What a word that speaks for something weighs when it is negated."""


@dataclass(frozen=True)
class Sides:
    """Find the words that take a side, and the negations that stand for one.

    Parameters
    ----------
    weights : tuple of (category, weight)
    negation : bool
        A negated word turns, and a negation without such a word counts.
    prefixes : bool
        A separated prefix belongs to its verb (`lehnt … ab`).
    clauses : bool
        Conditional and adverbial clauses are left out.
    government : bool
        What is demanded or opposed takes no side of its own: `fordert, X zu verbieten` is a demand.
    """

    weights: tuple[tuple[str, float], ...] = tuple(WEIGHTS.items())
    negation: bool = True
    prefixes: bool = True
    clauses: bool = True
    government: bool = True

    def find(self, analysis: Analysis, scopes: Scopes) -> Iterator[Hit]:
        """Find them in one document, sentence by sentence."""
        words = analysis.words
        negators = sorted(set(scopes.negator.values())) if self.negation else []
        all_modals = [i for i, tag in enumerate(words.tag) if tag[:2] == "VM" and modal_lemma(words, i) in _PLANS]
        for sentence in analysis.document.sentences:
            first, stop = sentence.first, sentence.stop
            cues = find_cues(words, first, stop, self.prefixes)
            here = negators[bisect_left(negators, (first, first)) : bisect_left(negators, (stop, stop))]
            modals = all_modals[bisect_left(all_modals, first) : bisect_left(all_modals, stop)]
            if cues or here or modals:
                clauses = find_clauses(words, first, stop)
                place = {i: number for number, clause in enumerate(clauses) for i in clause.words}
                corrects = "sondern" in words.lower[first:stop]
                read = [(cue, _category(words, cue, clauses[place[cue.word]])) for cue in cues]
                yield from self._cues(words, read, clauses, place, scopes, corrects)
                yield from self._modals(words, modals, clauses, place, scopes)
                spent = {scopes.negator.get(i) for cue, category in read if category not in _NO_SIDE for i in cue.words}
                for span in here if not corrects else ():
                    number = place[span[0]]
                    claims = self._counts(clauses, number) and clauses[number].kind != RELATIVE
                    if span not in spent and claims and words.lower[span[0]] != "ohne":
                        yield self._hit(words, tuple(range(*span)), "negation", None)

    def _counts(self, clauses: list[Clause], number: int) -> bool:
        """Tell whether a clause claims anything: not a conditional one, nor what hangs on one."""
        clause = clauses[number]
        outer = clauses[clause.governor] if clause.kind == COMPLEMENT and clause.governor is not None else clause
        return not self.clauses or (clause.kind not in _SILENT and outer.kind != CONDITIONAL)

    def _cues(
        self,
        words: Words,
        cues: list[Reading],
        clauses: list[Clause],
        place: Mapping[int, int],
        scopes: Scopes,
        corrects: bool,
    ) -> Iterator[Hit]:
        """Yield the cues that count: not those in `nicht …, sondern`, nor what another clause governs."""
        outside = _governing(cues, place) if self.government else {}
        for cue, category in cues:
            clause = clauses[place[cue.word]]
            negator = scopes.negator.get(cue.word) if self.negation else None
            if category in _NO_SIDE or not self._counts(clauses, place[cue.word]) or (negator and corrects):
                continue
            hit = self._hit(words, cue.words, category, negator)
            outer = outside.get(clause.governor) if clause.kind == COMPLEMENT else None
            if outer is None or (outer > 0 and hit.weight > 0):
                yield hit

    def _modals(
        self, words: Words, modals: list[int], clauses: list[Clause], place: Mapping[int, int], scopes: Scopes
    ) -> Iterator[Hit]:
        """`will`, `soll`, `muss`: somebody plans it."""
        for i in modals:
            if self._counts(clauses, place[i]):
                negator = scopes.negator.get(i) if self.negation else None
                yield self._hit(words, (i,), _PLANS[modal_lemma(words, i)], negator)

    def _hit(self, words: Words, span: tuple[int, ...], category: str, negator: Span | None) -> Hit:
        weight, modifier = dict(self.weights)[category], ""
        if negator is not None:
            weight = AGAINST_NEGATED if weight >= 0 else -weight
            modifier = f'negated by "{" ".join(words.word[negator[0] : negator[1]])}"'
        return Hit("stance", category, "", words.start[span[0]], words.end[span[-1]], weight, modifier)


def _governing(cues: list[Reading], place: Mapping[int, int]) -> dict[int | None, int]:
    """Return the side that a clause takes, by its verb or noun, towards the clauses it governs."""
    sides: dict[int | None, int] = {}
    for cue, category in cues:
        if not category and cue.kind == "verb" and cue.readings[0][1] == "zu":
            category = cue.readings[0][0]
        if cue.kind in ("verb", "noun") and category not in _NO_SIDE:
            sides.setdefault(place[cue.word], SIGN[category])
    return sides


def _category(words: Words, cue: Cue, clause: Clause) -> str:
    """Return the category in which a cue is read in its clause; empty if it takes no side there."""
    copular = any(words.lemma[i] in COPULAS for i in clause.words)
    if cue.kind == "attribute":
        noun = next((i for i in clause.words if i > cue.word and words.tag[i] == "NN"), None)
        return cue.readings[0][0] if copular and noun is not None and is_judged(words.lemma[noun]) else ""
    if cue.kind == "noun":
        after = [i for i in clause.words if cue.word < i <= cue.word + 4]
        near = {p for i in after if (p := preposition_of(words.lower[i]))}
        if after and words.tag[after[0]] in ("ART", "PPOSAT"):
            near.add("von")
        return next((c for c, argument in cue.readings if argument in near), "")
    if cue.kind == "verb":
        chosen = choose(cue, [p for i in clause.words if (p := preposition_of(words.lower[i]))])
        return chosen[0] if chosen else ""
    if cue.kind == "predicate" and not copular:
        return ""  # an adverb: `schwer verletzt`, `offen gesagt`
    return cue.readings[0][0]
