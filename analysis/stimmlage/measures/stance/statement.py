"""A statement on a thesis: for or against it, how sure, and whether it is said or only to be gathered.

The thesis is the target: its nouns are what it is about, and its verbs, negations and compounds say whether it wants
more or less of that. The statement is read by all that takes a side in it: positions on the target, turned by the
direction of the thesis; words that take a side; and the tone around. What is said of the target weighs most.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from stimmlage.analysis import Analysis, analyse
from stimmlage.language.lexicon import lexicon
from stimmlage.measures.sentiment import Sentiment
from stimmlage.measures.stance.sides import Sides
from stimmlage.measures.stance.stance import find_stances
from stimmlage.measures.targets import Target, find_mentions
from stimmlage.reading.segmentation import read_text
from stimmlage.scope.scopes import find_scopes

WEIGHTS = {
    "support": 1.0,
    "opposition": 1.5,
    "plan": 0.5,
    "wish": 0.6,
    "need": 0.5,
    "offer": 0.6,
    "demand": 0.5,
    "criticism": 0.4,
    "refusal": 0.2,
    "warning": 0.2,
    "threat": 0.2,
}
"""What a word that takes a side weighs, by its category: reasons and reproaches speak less surely than verdicts. A bare
negation and a doubt are no side."""
_ON_TARGET, _POSITION, _ANSWER, _TONE = 1.5, 1.5, 6.0, 0.3
_TURNED = 0.3
"""How far a side near a target that the thesis wants less of still counts: half of them speak of the thesis itself."""
_FADING = 1.2
"""By how much each sentence weighs less than the one before, up to the fifth."""
_ANSWERS = {"ja": 1.0, "nein": -1.0}
_ENDS = frozenset(row["entry"] for row in lexicon("shifters") if row["kind"] in ("object", "subject"))
_ENDING_NOUNS = (
    *(row["entry"].lower() for row in lexicon("shifters") if row["kind"] == "of"),
    *(f"{verb[:-2]}ung" for verb in sorted(_ENDS) if verb.endswith("en")),  # Abschaffung, Senkung
)
_LONG = 4  # letters: a shorter noun is no last part to look for


class Statement(NamedTuple):
    """How a statement stands to its target.

    Attributes
    ----------
    value : float
        From −1 (against) to 1 (for), 0 where no position is found.
    confidence : float
        From 0 to 1: the size of `value`. It is near 0 where little takes a side, or words point both ways.
    basis : str
        `stated` if a position on the target itself or an answer is found, `inferred` from the words around, or empty.
    """

    value: float
    confidence: float
    basis: str


@lru_cache(maxsize=4096)
def thesis_target(thesis: str) -> Target:
    """Make a target of a thesis: its nouns, and whether it wants more (1) or less (−1) of what they name.

    Examples
    --------
    >>> thesis_target("Die Maut soll abgeschafft werden.").direction
    -1
    >>> thesis_target("Es soll eine Maut geben.").direction
    1
    """
    analysis = analyse(read_text(thesis, "thesis"))
    words = analysis.words
    nouns = list(dict.fromkeys(lemma for lemma, tag in zip(words.lemma, words.tag, strict=True) if tag in ("NN", "NE")))
    patterns = [f"lemma:{noun}" for noun in nouns] + [f"tail:{noun.lower()}" for noun in nouns if len(noun) > _LONG]
    ends = any(lemma in _ENDS for lemma, tag in zip(words.lemma, words.tag, strict=True) if tag.startswith("VV"))
    ends = ends or any(noun.lower().endswith(_ENDING_NOUNS) for noun in nouns)
    denied = bool(find_scopes(analysis).negator)
    return Target("thesis", tuple(patterns), thesis, thesis, direction=-1 if ends != denied else 1)


def read_statement(text: str, target: Target) -> Statement:
    """Read how a statement stands to a target.

    Examples
    --------
    >>> maut = thesis_target("Die Maut soll abgeschafft werden.")
    >>> read_statement("Wir lehnen die Maut ab.", maut).value > 0
    True
    >>> read_statement("Das Wetter ist heute so und morgen anders.", maut)
    Statement(value=0.0, confidence=0.0, basis='')
    """
    analysis = analyse(read_text(text, "statement"))
    votes = [*_votes(analysis, target)]
    total, strength = sum(weight for weight, _ in votes), sum(abs(weight) for weight, _ in votes)
    value = total / (strength + 1) + target.direction * _TONE * _tone(analysis)
    value = max(-1.0, min(1.0, value))
    stated = any(direct for _, direct in votes)
    return Statement(value, abs(value), "" if not value else "stated" if stated else "inferred")


def _votes(analysis: Analysis, target: Target) -> Iterator[tuple[float, bool]]:
    """All that takes a side, as a weight for (positive) or against the thesis, and whether it is about the target."""
    words, scopes, way = analysis.words, find_scopes(analysis), target.direction
    starts = [words.start[sentence.first] for sentence in analysis.document.sentences]
    named = (
        {_sentence(starts, words.start[m.first]) for m in find_mentions(words, (target,))} if target.patterns else set()
    )
    if words.lower and words.lower[0] in _ANSWERS:
        yield _ANSWERS[words.lower[0]] * _ANSWER, True
    for hit in Sides().find(analysis, scopes):
        place = _sentence(starts, hit.start)
        side = (hit.weight > 0) - (hit.weight < 0)
        weight = side * WEIGHTS.get(hit.category, 0.0) * _FADING ** -min(place, 5)
        near = place in named
        weight *= (_ON_TARGET if way > 0 else _ON_TARGET * _TURNED) if near else 0.4 if hit.category == "plan" else 1.0
        yield weight, False
    for position in find_stances(analysis, (target,)) if target.patterns else ():
        sign = (position.weight > 0) - (position.weight < 0)
        yield sign * _POSITION * _FADING ** -min(_sentence(starts, position.start), 5), sign != 0


def _sentence(starts: list[int], at: int) -> int:
    return max(bisect_right(starts, at) - 1, 0)


def _tone(analysis: Analysis) -> float:
    """The balance of good and bad words of the whole statement."""
    hits = Sentiment().find(analysis)
    good, bad = (sum(abs(h.weight) for h in hits if (h.weight > 0) is side) for side in (True, False))
    return (good - bad) / (good + bad + 1)


__all__ = ["Statement", "read_statement", "thesis_target"]
