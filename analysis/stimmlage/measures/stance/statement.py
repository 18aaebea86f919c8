"""A statement on a thesis: for or against it, how sure, and whether it is said or only to be gathered.

A statement is read by all that takes a side in it, each a `Sign`: positions on what the thesis names, words that take
a side, what reasons are made of, and the tone. Which way a sign points depends on what its clause speaks of: the object
of a thesis that wants less of it turns it, what the thesis wants done does not. What no rule ties to the thesis speaks
little, or not at all: half of the sentences of such statements give reasons without naming the thesis again.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from math import fsum
from typing import NamedTuple

from stimmlage.analysis import Analysis, analyse
from stimmlage.document import Span
from stimmlage.language.closed_classes import DEMONSTRATIVES, forms_of
from stimmlage.language.lexicon import lexicon
from stimmlage.language.lexicon import words as entries
from stimmlage.language.words import Words
from stimmlage.measures.measure import Hit
from stimmlage.measures.polarity import PolarityLexicon
from stimmlage.measures.sentiment import Sentiment
from stimmlage.measures.stance.clauses import Clause, find_clauses
from stimmlage.measures.stance.cues import noun_readings
from stimmlage.measures.stance.sides import Sides
from stimmlage.measures.stance.stance import find_stances
from stimmlage.measures.stance.thesis import ACT, END, LIMITED, OBJECT, SETTING, Thesis
from stimmlage.measures.targets import Target
from stimmlage.reading.segmentation import read_text
from stimmlage.scope.scopes import Scopes, find_scopes

WEIGHTS: Mapping[str, float] = {
    "answer": 2.0,
    "opposed": 1.5,
    "opposed_thesis": 1.2,
    "opposed_other": 0.6,
    "judged_against": 0.6,
    "judged_against_other": 0.2,
    "support_denied": 0.9,
    "plan_denied": 0.3,
    "judged_for": 0.25,
    "supported": 0.15,
    "offered": 0.2,
    "planned": 0.15,
    "planned_less": 0.3,
    "ended": 0.4,
    "position": 0.35,
    "position_setting": 0.3,
    "negated": 0.35,
    "tone": 0.2,
    "instead": -0.7,
    "enough": -0.5,
    "today": -0.25,
    "keep": 0.4,
    "burden": -0.25,
    "burden_thesis": -0.5,
    "blanket": -0.4,
    "cost": -0.35,
    "office": -0.3,
    "excess": -0.3,
    "hypothetical": -0.4,
    "conclusion": 0.3,
    "addition": 0.15,
    "increase": 0.2,
    "floor": 0.8,
    "urgency": 0.4,
    "purpose": 0.35,
    "means": 0.25,
    "effect": 0.2,
    "remedy": 0.55,
    "necessity": 0.35,
    "ours": 0.2,
    "possible": 0.2,
    "not_only": 0.35,
    "contrast": 0.4,
}
"""What a sign weighs. Set by hand after a ridge regression on the answers of parties to theses, rounded; `evaluate
target_stance` prints the figures with the weights learnt from other theses only, beside those with these."""
_UNSURE = 2.0
"""What is added to the sum of the weights: a single weak sign makes no sure reading."""
_FADING = 1.2
"""By how much each sentence weighs less than the one before, up to the fifth."""
_ANSWERS = {"ja": 1.0, "nein": -1.0}
_HYPOTHETICAL = frozenset("würde würden wäre wären hätte hätten könnte könnten".split())
_POINTING = (
    DEMONSTRATIVES
    | forms_of("solch")
    | {"das", "dem", "davon", "dafür", "dagegen", "daran", "hierfür", "dazu", "hierzu"}
)
_OPENING = 4  # words: in these a sentence points back to the one before

THESIS, BACK, OTHER = "thesis", "back", "other"
"""What a sentence speaks of: it names the thesis, opens the statement or points back to one that does, or neither."""


class Statement(NamedTuple):
    """How a statement stands to its thesis.

    Attributes
    ----------
    value : float
        From −1 (against) to 1 (for), 0 where nothing takes a side: the signs by their weights, divided by the sum of
        those weights.
    confidence : float
        From 0 to 1: the size of `value`. It is near 0 where little takes a side, or signs point both ways.
    basis : str
        `stated` if a clause that names the thesis takes a side, or an answer; `inferred` from what is around; or empty.
    """

    value: float
    confidence: float
    basis: str


class Sign(NamedTuple):
    """Something that takes a side: its name in `WEIGHTS`, how much of it and which way, and whether it is `stated`."""

    name: str
    size: float
    stated: bool = False


def read_statement(text: str, thesis: Thesis) -> Statement:
    """Read how a statement stands to a thesis.

    Examples
    --------
    >>> from stimmlage.measures.stance.thesis import read_thesis
    >>> maut = read_thesis("Die Maut soll abgeschafft werden.")
    >>> read_statement("Wir lehnen die Maut ab.", maut).value > 0
    True
    >>> read_statement("Das Wetter ist heute so und morgen anders.", maut)
    Statement(value=0.0, confidence=0.0, basis='')
    """
    return weigh(list(find_signs(text, thesis)))


def weigh(signs: Sequence[Sign], without: str = "") -> Statement:
    """Read a statement from its signs, all but those of one name."""
    signs = [sign for sign in signs if sign.name != without]
    votes = [WEIGHTS[sign.name] * sign.size for sign in signs]
    value = fsum(votes) / (fsum(map(abs, votes)) + _UNSURE)
    stated = any(sign.stated for sign in signs)
    return Statement(value, abs(value), "" if not value else "stated" if stated else "inferred")


def find_signs(text: str, thesis: Thesis) -> Iterator[Sign]:
    """Find all that takes a side in a statement; a size is positive for the thesis where its weight is."""
    analysis = analyse(read_text(text, "statement"))
    words = analysis.words
    if words.lower and words.lower[0] in _ANSWERS:
        yield Sign("answer", _ANSWERS[words.lower[0]], True)
    reading = _Reading(analysis, thesis)
    before = OTHER
    for number, sentence in enumerate(analysis.document.sentences):
        span = sentence.first, sentence.stop
        about, turn = reading.about(span, opens=not number, follows=before != OTHER)
        before = about
        for sign in reading.signs(span, about, turn):
            yield sign._replace(size=sign.size * _fading(number))
    for sign, number in reading.positions():
        yield sign._replace(size=sign.size * _fading(number))


def _fading(sentence: int) -> float:
    return _FADING ** -min(sentence, 5)


class _Reading:
    """One statement while it is read."""

    def __init__(self, analysis: Analysis, thesis: Thesis) -> None:
        self.analysis, self.words, self.thesis = analysis, analysis.words, thesis
        self.scopes: Scopes = find_scopes(analysis)
        words = self.words
        self.part = [
            thesis.part_of(lemma, tag in ("NN", "NE", "TRUNC")) if tag[:2] in ("NN", "NE", "TR", "VV", "AD") else ""
            for lemma, tag in zip(words.lemma, words.tag, strict=True)
        ]
        self.sides = self._by_word(Sides().find(analysis, self.scopes))
        self.tone = self._by_word(Sentiment().find(analysis))

    def _by_word(self, hits: Iterator[Hit] | Sequence[Hit]) -> list[tuple[int, Hit]]:
        return sorted(((bisect_right(self.words.start, hit.start) - 1, hit) for hit in hits), key=lambda pair: pair[0])

    def about(self, span: Span, opens: bool, follows: bool) -> tuple[str, float]:
        """Say what a sentence speaks of, and whether what speaks for that speaks against the thesis (−1)."""
        here, way = set(self.part[slice(*span)]), self.thesis.direction
        if END in here:
            return THESIS, 1
        if OBJECT in here:
            return THESIS, way
        if LIMITED in here:
            return THESIS, -way
        if ACT in here:
            return THESIS, way if self.thesis.denied else 1
        if opens or (follows and _POINTING & set(self.words.lower[span[0] : span[1]][:_OPENING])):
            return BACK, 1
        return OTHER, 1

    def signs(self, span: Span, about: str, turn: float) -> Iterator[Sign]:
        """Yield what takes a side in one sentence."""
        first, stop = span
        clauses = find_clauses(self.words, first, stop)
        for i, hit in self.sides:
            if first <= i < stop and (sign := self._side(i, hit, clauses, about, turn)):
                yield sign
        if about == THESIS:
            negators = {by for i, by in self.scopes.negator.items() if first <= i < stop}
            if negators:
                yield Sign("negated", -len(negators) * turn)
            if tone := fsum(hit.weight for i, hit in self.tone if first <= i < stop):
                yield Sign("tone", max(-1.0, min(1.0, tone)) * turn)
        yield from self._arguments(span, about, turn)

    def _side(self, i: int, hit: Hit, clauses: Sequence[Clause], about: str, turn: float) -> Sign | None:
        """Read a word that takes a side by what else its clause names."""
        side = (hit.weight > 0) - (hit.weight < 0)
        inside = next((clause.words for clause in clauses if i in clause.words), ())
        nouns = [j for j in inside if self.words.tag[j] == "NN" and j != i]
        ends = [j for j in nouns if self.part[j] == END]
        named = bool(ends) or any(self.part[j] in (OBJECT, LIMITED, ACT) for j in nouns)
        free = [j for j in nouns if not self.part[j] or self.part[j] == SETTING]
        if not ends and any((r := noun_readings(self.words.lemma[j])) and r[0] == "shifter" for j in free):
            # `ein Verbot lehnen wir ab`: it is for what would be forbidden
            return Sign("ended", -turn * side) if not named and hit.category in ("opposition", "support") else None
        if not named and any(_is_bad(self.words.lemma[j]) for j in free):
            return None  # `wir verurteilen jede Gewalt`: everybody does
        lessens = any(self.words.lemma[j] in _LESSENING and self.part[j] != END for j in inside if j != i)
        if hit.category in ("plan", "wish") and named and not ends and lessens:
            side = -side  # `wir wollen die Steuer senken`
        name = self._name(hit, self.words.tag[i].startswith("V"), named, bool(nouns), about)
        if not name or (self.thesis.direction < 0 and not named and name in _FOR_OBJECT):
            return None
        points = turn if nouns or about == OTHER else 1
        return Sign(name, side * points, named or name == "opposed")

    def _name(self, hit: Hit, verb: bool, named: bool, nouns: bool, about: str) -> str:
        """Return the name of the sign that a word of a side is."""
        category, denied = hit.category, hit.modifier.startswith("negated")
        if denied:
            if category in ("support", "feasible", "need", "offer"):
                return "support_denied"
            return "plan_denied" if category in ("plan", "wish") and named else ""
        if category == "opposition" and verb:
            return "opposed_thesis" if named else "opposed_other" if nouns else "opposed" if about != OTHER else ""
        if category == "opposition":
            return "judged_against" if named else "judged_against_other" if nouns else ""
        if category in ("support", "feasible"):
            if not verb:
                return "judged_for"
            return "supported" if named or about != OTHER else ""
        if category == "offer":
            return "offered"
        if category == "plan" and (named or about != OTHER):
            return "planned" if self.thesis.direction > 0 else "planned_less"
        return ""

    def _arguments(self, span: Span, about: str, turn: float) -> Iterator[Sign]:
        """Yield what reasons are made of: the classes of `argument_words.txt`, and forms of verbs."""
        words, (first, stop) = self.words, span
        inside = range(first, stop)
        found = {
            category: i not in self.scopes.negator
            for i in inside
            for category in _argument(words.lower[i], words.lemma[i], words.tag[i])
        }
        for category, holds in sorted(found.items()):
            if category in _CLAIMS and not holds:
                continue
            if category == "remedy" and about == THESIS:
                continue  # `die Steuer senken`: what is lessened is what the thesis is about
            if category == "burden":
                yield Sign("burden_thesis" if about == THESIS else "burden", 1.0)
            elif category == "keep":  # how things are is what most theses want to change
                yield Sign("keep", 1.0 if self.thesis.keeps else -1.0)
            elif category == "necessity":  # what is named as needed is what a thesis wants less of
                yield Sign("necessity", turn if about == THESIS else float(self.thesis.direction))
            elif category == "contrast":  # a reservation is granted by those who are for it
                if self.thesis.keeps:
                    yield Sign("contrast", 1.0)
            elif category in ("means", "instead") and self.thesis.direction < 0:
                continue
            else:
                yield Sign(category, 1.0)
        lower = words.lower[first:stop]
        if _HYPOTHETICAL & set(lower):
            yield Sign("hypothetical", 1.0)
        if "PTKA" in words.tag[first:stop]:
            yield Sign("excess", 1.0)
        if any(a == "nicht" and b == "nur" for a, b in pairwise(lower)):
            yield Sign("not_only", 1.0)
        if any(words.lemma[i] in ("können", "dürfen") and i not in self.scopes.negator for i in inside):
            yield Sign("possible", 1.0)
        if self.thesis.direction > 0 and _has_purpose(words, span):
            yield Sign("purpose", 1.0)

    def positions(self) -> Iterator[tuple[Sign, int]]:
        """Yield the positions on what the thesis names, and the number of their sentence."""
        words, way = self.words, self.thesis.direction
        starts = [words.start[sentence.first] for sentence in self.analysis.document.sentences]
        for parts, turn, name in (
            ((ACT, END), 1, "position"),
            ((OBJECT,), way, "position"),
            ((LIMITED,), -way, "position"),
            ((SETTING,), way, "position_setting"),
        ):
            lemmas = {words.lemma[i] for i, part in enumerate(self.part) if part in parts and words.tag[i][0] in "NT"}
            target = Target("thesis", tuple(f"lemma:{lemma}" for lemma in sorted(lemmas)))
            for position in find_stances(self.analysis, (target,)) if lemmas else ():
                side = (position.weight > 0) - (position.weight < 0)
                if side:
                    yield Sign(name, side * turn, name == "position"), max(bisect_right(starts, position.start) - 1, 0)


_CLAIMS = frozenset(("effect", "means", "remedy", "necessity"))
"""Classes of argument that say nothing where they are negated: `das hilft nicht`."""
_LESSENING = entries("stance_events", "hinder")
_FOR_OBJECT = frozenset(("judged_for", "supported", "offered", "planned", "planned_less"))
"""What, where a thesis wants less of something and its clause does not name it, is as often said for that thing."""


def _has_purpose(words: Words, span: Span) -> bool:
    """Tell whether a sentence names a purpose: `zur Entlastung`."""
    first, stop = span
    return any(
        words.lower[i] in ("zur", "zum") and any(word.endswith("ung") for word in words.lower[i + 1 : min(i + 4, stop)])
        for i in range(first, stop)
    )


_ARGUMENTS: dict[str, tuple[str, ...]] = {}
for _row in lexicon("argument_words"):
    _ARGUMENTS[_row["entry"]] = (*_ARGUMENTS.get(_row["entry"], ()), _row["category"])
_TAILS = tuple(row["entry"].lower() for row in lexicon("argument_words") if row["category"] == "burden")


@lru_cache(maxsize=200_000)
def _argument(lower: str, lemma: str, tag: str) -> tuple[str, ...]:
    """Return the classes of argument that a word belongs to."""
    found = _ARGUMENTS.get(lemma) or _ARGUMENTS.get(lower) or ()
    if not found and tag == "NN" and lemma.lower().endswith(_TAILS):
        return ("burden",)
    return found


@lru_cache(maxsize=200_000)
def _is_bad(lemma: str) -> bool:
    return _polarity().weight(lemma, lemma, True) < 0


@lru_cache(maxsize=1)
def _polarity() -> PolarityLexicon:
    return PolarityLexicon()


__all__ = ["WEIGHTS", "Sign", "Statement", "find_signs", "read_statement", "weigh"]
