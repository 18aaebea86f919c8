"""Scope: what a word is negated or strengthened by, and the context it stands in.

`find_scopes(analysis)` looks once at a document and answers for each word, by its index in
`analysis.words`. It is shared by all measures; asking again for the same analysis costs nothing.

    scopes = find_scopes(analysis)
    scopes.negator.get(i)       # (first, stop) of the words that negate word i, or None
    scopes.factor(i)            # what a weight at word i is multiplied by: -0.7 in `nicht gut`
    scopes.modifier(i)          # the same in words: 'negated by "nicht"', '' if nothing does
    scopes.context(i)           # 'question', 'conditional', 'concession', 'reported' or ''

How negation reaches (`negation.py` holds the rules): `nicht` and its like negate the clause from
there on, and its finite verb; `kein` its noun phrase and the verb; `ohne` its noun phrase; `weder`
all up to the end of the clause over `noch`. `nicht nur` negates nothing; `sondern` ends the scope;
two negators cancel each other. A clause ends at commas, dashes, colons, brackets, at `aber` and
`sondern`, and at `und`/`oder` between two finite verbs.

The word in question is the one that carries the meaning: for a verb with a separated prefix ask
at the finite verb.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from stimmlage.analysis import Analysis
from stimmlage.language.lexicon import PhraseIndex, lexicon
from stimmlage.language.words import Words
from stimmlage.scope.contexts import find_contexts
from stimmlage.scope.negation import NEAR, find_negation

NEGATED = -0.7
"""A negated word turns, and loses strength: `nicht gut` is bad, but less so than `schlecht`."""

NEARLY_NEGATED = -0.4

_MODIFIES = frozenset(("ADJA", "ADJD", "ADV", "VVPP", "NN", "NE", "VVFIN", "VVINF", "VVIZU", "PIAT", "PTKNEG"))
_INTENSITY: PhraseIndex[float] = PhraseIndex((row["entry"], float(row["factor"])) for row in lexicon("intensifiers"))
_NO_DEGREE = frozenset(("PTKZU", "APPR", "PTKVZ", "KOUS"))  # zu helfen, zu Hause
_FULL_VERBS = frozenset(("VVFIN", "VVPP", "VVINF", "VVIZU"))


@dataclass(frozen=True, slots=True)
class Scopes:
    """What modifies the words of one document; indices are those of its words."""

    words: Words
    negator: Mapping[int, tuple[int, int]]
    intensity: Mapping[int, tuple[float, int, int]]
    contexts: Mapping[int, str]

    def factor(self, i: int, negation: bool = True, intensity: bool = True) -> float:
        """Return what a weight at word `i` is multiplied by; 1 if nothing modifies it."""
        value = self.intensity[i][0] if intensity and i in self.intensity else 1.0
        if negation and (by := self.negator.get(i)) is not None:
            value *= NEARLY_NEGATED if self.words.lower[by[0]] in NEAR else NEGATED
        return value

    def modifier(self, i: int, negation: bool = True, intensity: bool = True) -> str:
        """Say what modifies word `i`."""
        parts = []
        if negation and (by := self.negator.get(i)) is not None:
            parts.append(f'negated by "{self._phrase(*by)}"')
        if intensity and i in self.intensity:
            factor, first, stop = self.intensity[i]
            parts.append(f'{"intensified" if factor >= 1 else "weakened"} by "{self._phrase(first, stop)}"')
        return ", ".join(parts)

    def _phrase(self, first: int, stop: int) -> str:
        return " ".join(self.words.word[first:stop])

    def context(self, i: int) -> str:
        """Name the context of word `i`: question, conditional, concession or reported."""
        return self.contexts.get(i, "")


def find_scopes(analysis: Analysis) -> Scopes:
    """Find what modifies the words of an analysed document.

    Examples
    --------
    >>> from stimmlage.analysis import analyse
    >>> from stimmlage.reading.segmentation import read_text
    >>> scopes = find_scopes(analyse(read_text("Das ist keineswegs sehr gut.")))
    >>> scopes.modifier(4)
    'negated by "keineswegs", intensified by "sehr"'
    """
    return analysis.once(_made)


def _made(analysis: Analysis) -> Scopes:
    words = analysis.words
    return Scopes(words, find_negation(analysis), find_intensity(words), find_contexts(analysis))


def find_intensity(words: Words) -> dict[int, tuple[float, int, int]]:
    """Find the words that are made stronger or weaker: the factor, and the words that do it.

    An intensifier works on the word after it (`sehr gut`), over other intensifiers (`ganz besonders gut`);
    where none follows that it can modify, on the full verb before it (`kritisierte den Plan scharf`).
    """
    found: dict[int, tuple[float, int, int]] = {}
    tags = words.tag
    before: tuple[float, int, int] | None = None
    for first, stop, factor in _INTENSITY.find(words.lower, words.lemma, words.stop):
        if tags[first] in _NO_DEGREE:
            continue
        if before and before[2] == first:
            first = before[1]
            factor = max(factor, before[0]) if min(factor, before[0]) >= 1 else factor * before[0]
        before = (factor, first, stop)
        if stop < len(tags) and tags[stop] in _MODIFIES:
            found[stop] = before
        elif (verb := _verb_before(tags, first)) is not None:
            found[verb] = before
    return found


def _verb_before(tags: Sequence[str], first: int) -> int | None:
    """Return the full verb of the clause that ends before an adverb: at most six words back."""
    for i in range(first - 1, max(first - 7, -1), -1):
        if tags[i] in _FULL_VERBS:
            return i
        if tags[i].startswith("$") or tags[i] in ("KON", "KOUS"):
            break
    return None
