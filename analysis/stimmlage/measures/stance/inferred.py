"""Positions that no word takes towards the target itself: inferred from the tone and the sides around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import fsum
from operator import attrgetter

from stimmlage.analysis import Analysis
from stimmlage.document import Sentence
from stimmlage.language.closed_classes import DEMONSTRATIVES
from stimmlage.measures.measure import Hit
from stimmlage.measures.polar_words import polar_hits
from stimmlage.measures.polarity import polarity_lexicon
from stimmlage.measures.stance.sides import Sides
from stimmlage.measures.targets import Mention
from stimmlage.scope.scopes import find_scopes

ENOUGH = 1.0
"""What the words around a target must weigh together: one strong word more for one side than for the other."""
RIGHT = 0.61
"""How often such a position was right on statements on theses (development half; a coin .50)."""
_POINTING = DEMONSTRATIVES | {"das", "damit", "dadurch", "davon", "er", "sie", "es"}


def inferred(
    analysis: Analysis, mentions: Sequence[Mention], sentences: Sequence[int]
) -> Iterator[tuple[Mention, Hit]]:
    """Yield mentions with what their surroundings say for or against them: `weight` is 1 or −1, `cue` the words.

    Parameters
    ----------
    mentions : sequence of Mention
        Those on which nobody takes a position in so many words.
    sentences : sequence of int
        For each, the number of its sentence. The next one counts if it points back and has the same voice.
    """
    if not mentions:
        return
    scopes, words = find_scopes(analysis), analysis.words
    found = [*polar_hits(analysis, polarity_lexicon()), *Sides().find(analysis, scopes)]
    hits = sorted(found, key=attrgetter("start", "end", "measure"))
    for mention, number in zip(mentions, sentences):
        if scopes.context(mention.first) in ("question", "conditional"):
            continue
        around = _around(analysis, number)
        first, last = words.start[around[0].first], words.end[around[-1].stop - 1]
        inside = words.start[mention.first], words.end[mention.stop - 1]
        near = [
            h
            for h in hits
            if first <= h.start < last and not inside[0] <= h.start < inside[1] and h.scope != "question"
        ]
        total = fsum(h.weight for h in near)
        if abs(total) >= ENOUGH:
            side = 1.0 if total > 0 else -1.0
            cues = [h for h in near if h.weight * side > 0]
            yield mention, cues[0]._replace(weight=side, cue=", ".join(_text(analysis, h) for h in cues[:3]))


def _around(analysis: Analysis, number: int) -> list[Sentence]:
    """Return a sentence, and the next one if it points back to it in the same voice."""
    sentences, words = analysis.document.sentences, analysis.words
    here = sentences[number]
    after = sentences[number + 1] if number + 1 < len(sentences) else None
    if after is None or words.lower[after.first] not in _POINTING:
        return [here]
    voices = {
        p.voice for p in analysis.passages if p.start < words.end[after.stop - 1] and words.start[here.first] < p.end
    }
    return [here, after] if len(voices) == 1 else [here]


def _text(analysis: Analysis, hit: Hit) -> str:
    return " ".join(analysis.document.text[hit.start : hit.end].split())
