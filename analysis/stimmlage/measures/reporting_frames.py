"""Framing: how the word that reports a quotation frames its speaker."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from stimmlage.analysis import Analysis
from stimmlage.document import Span
from stimmlage.language.lexicon import lexicon
from stimmlage.language.words import Words
from stimmlage.measures.measure import Hit

CATEGORIES = (
    "neutral",
    "distancing",
    "endorsing",
    "emphasising",
    "tentative",
    "warning",
    "demanding",
    "promising",
    "conceding",
    "denying",
    "criticising",
    "praising",
    "asking",
    "answering",
    "emotive",
    "other",
)
"""How a reporting verb frames who is quoted; `other` is a verb that the list does not hold."""

_FRAMES = {row["entry"]: row["category"] for row in lexicon("reporting_verbs")}
_NEUTRAL_CUES = frozenset(("laut", "zufolge", "so", "nach", "gemäß"))
_NOUNS = {row["entry"]: row["category"] for row in lexicon("reporting_nouns")}


def framing_of(analysis: Analysis) -> list[Hit]:
    """Find for each reporting cue how it frames the speaker, in reading order.

    The hit's `category` is the frame, `cue` the base form of the reporting word with its separable
    prefix, `target` the id of the speaker who is framed; it stands where the cue stands. A cue that
    frames several quotations, one inside the other, counts once.
    """
    found: dict[tuple[Span, ...], Hit] = {}
    for quotation in analysis.quotations:
        if quotation.cue and quotation.cue not in found:
            cue, category = frame(analysis.words, quotation.cue)
            start, end = quotation.cue[0][0], quotation.cue[-1][1]
            found[quotation.cue] = Hit("framing", category, cue, start, end, 1.0, target=quotation.speaker_id)
    return sorted(found.values(), key=lambda hit: hit.start)


def frame(words: Words, cue: Sequence[Span]) -> tuple[str, str]:
    """Return the base form of a reporting cue, given by its spans, and how it frames the speaker."""
    inside = [i for start, end in cue for i in range(bisect_left(words.start, start), bisect_left(words.start, end))]
    for lemma in _candidates(words, inside):
        if lemma in _FRAMES:
            return lemma, _FRAMES[lemma]
    for i in inside:
        if words.tag[i] == "NN" and words.lemma[i] in _NOUNS:
            return words.lemma[i], _NOUNS[words.lemma[i]]
        if words.lower[i] in _NEUTRAL_CUES:
            return words.lower[i], "neutral"
    verb = next((i for i in inside if words.tag[i][0] == "V"), inside[0] if inside else None)
    return (words.lemma[verb] if verb is not None else "", "other")


def _candidates(words: Words, inside: Sequence[int]) -> Iterator[str]:
    """Yield what the verb of a cue can be, the longest first: `stellte … klar`, `machte deutlich`, `sagte`."""
    full = [i for i in inside if words.tag[i][:2] == "VV"] or [i for i in inside if words.tag[i][0] == "V"]
    for verb in full:
        others = [words.lower[i] for i in inside if i != verb]
        lemma = words.lemma[verb]
        yield " ".join([*(words.word[i] for i in inside if i != verb), lemma])
        for other in reversed(others):
            yield other + lemma
            yield f"{other} {lemma}"
        yield lemma
        if "zu" in words.lower[verb][2:6]:
            yield words.lower[verb].replace("zu", "", 1)


__all__ = ["CATEGORIES", "frame", "framing_of"]
