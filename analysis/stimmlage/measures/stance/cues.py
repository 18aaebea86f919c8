"""The words that take a stance: verbs, nouns, evaluations and set phrases, with what they may govern."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from stimmlage.language.lexicon import in_order, lexicon
from stimmlage.language.lexicon import words as entries
from stimmlage.language.verbs import separated_prefixes
from stimmlage.language.words import Words

SIGN: Mapping[str, int] = {
    "support": 1,
    "demand": 1,
    "wish": 1,
    "need": 1,
    "offer": 1,
    "threat": 1,
    "opposition": -1,
    "refusal": -1,
    "criticism": -1,
    "warning": -1,
    "doubt": -1,
    "feasible": 1,
    "promote": 1,
    "hinder": -1,
    "end": -1,
}
"""The side of each category: for what it is taken towards, or against. A threat is the will to do it.
What is denied to be feasible is doubted."""

EVENTS = frozenset(("promote", "hinder", "end"))
"""What is done to something; a stance only under a cue that is one."""

_SHORTEST_TAIL = 5
COPULAS = entries("word_classes", "copula")
"""Verbs with which an adjective is said of the subject or the object (`ist gut`, `hält es für gut`)."""

_NO_VERBS = frozenset(("abgesehen", "bekannt"))
"""A preposition (`abgesehen von`) and an adjective that the tagger takes for a form of `bekennen`."""

_TOLL = in_order("word_parts", "toll")
_NEAR = 6  # words
_NO_TAIL = frozenset(("ende", "klage", "liebe"))


class Cue(NamedTuple):
    """A cue: its word by index, its kind, and its readings, each `(category, argument)`.

    `words` are all words it is made of (a verb and its separated prefix). The argument says how
    what the stance is taken towards is attached: `object`, `dat`, `gen`, `clause`, `subject`, or
    the preposition.
    """

    word: int
    words: tuple[int, ...]
    kind: str
    readings: tuple[tuple[str, str], ...]


def _table(*names: str) -> dict[str, tuple[tuple[str, str], ...]]:
    readings: dict[str, list[tuple[str, str]]] = {}
    for row in (row for name in names for row in lexicon(name)):
        readings.setdefault(row["entry"], []).append((row["category"], row.get("argument", "")))
    return {entry: tuple(found) for entry, found in readings.items()}


_VERBS = _table("stance_verbs", "stance_events")
_COMPANIONS: dict[str, list[tuple[list[str], str]]] = {}
"""Verbs of several words, by their verb: `stellen` → the words before it, and the entry."""
for _entry in _VERBS:
    if " " in _entry:
        *_before, _last = _entry.split()
        _COMPANIONS.setdefault(_last, []).append(([form.lower() for form in _before], _entry))
_NOUNS = _table("stance_nouns")
_SHIFTERS = _table("stance_shifters")
_PREDICATES = {e: r for e, r in _table("stance_predicates").items() if " " not in e}
_JUDGED = frozenset(row["entry"] for row in lexicon("stance_judged"))
_PHRASES: dict[str, list[tuple[list[str], str]]] = {}
"""Set phrases by their first word: the words, and the category; the longest first."""
for _row in sorted((*lexicon("stance_phrases"), *lexicon("stance_predicates")), key=lambda r: -len(r["entry"].split())):
    if " " in _row["entry"] or _row in lexicon("stance_phrases"):
        _phrase = _row["entry"].lower().split()
        _PHRASES.setdefault(_phrase[0], []).append((_phrase, _row["category"]))


def find_cues(words: Words, first: int, stop: int, prefixes: bool = True) -> list[Cue]:
    """Find the cues between two words of a sentence, in reading order."""
    cues: list[Cue] = []
    tags, lemmas, lower = words.tag, words.lemma, words.lower
    separated = separated_prefixes(words, first, stop) if prefixes else {}
    phrase_stop = first
    for i in range(first, stop):
        if lower[i] in _PHRASES and (phrase := _phrase_at(lower, i, stop)):
            cues.append(phrase)
            phrase_stop = max(phrase_stop, phrase.words[-1] + 1)
        if i < phrase_stop:
            continue
        lemma, tag = lemmas[i], tags[i]
        if tag[0] == "V":
            if cue := _verb(words, i, separated.get(i), first, stop):
                cues.append(cue)
        elif tag == "NN":
            if found := noun_readings(lemma):
                cues.append(Cue(i, (i,), *found))
        elif tag == "ADJD" or tag == "ADJA":
            if (readings := _PREDICATES.get(lemma.lower())) and lower[i + 1 : i + 2] != ["wie"]:
                cues.append(Cue(i, (i,), "predicate" if tag == "ADJD" else "attribute", readings))
    return cues


def _phrase_at(lower: list[str], i: int, stop: int) -> Cue | None:
    for phrase, category in _PHRASES[lower[i]]:
        after = i + len(phrase)
        if after <= stop and lower[i:after] == phrase:
            return Cue(i, tuple(range(i, after)), "phrase", ((category, ""),))
    return None


@lru_cache(maxsize=200_000)
def noun_readings(lemma: str) -> tuple[str, tuple[tuple[str, str], ...]] | None:
    """Return the kind (`noun` or `shifter`) and the readings of a noun, or of the last part of a compound."""
    if lemma in _NOUNS:
        return "noun", _NOUNS[lemma]
    if lemma in _SHIFTERS:
        return "shifter", _SHIFTERS[lemma]
    for k in range(2, len(lemma) - _SHORTEST_TAIL + 1):
        tail = lemma[k:].capitalize()
        if lemma[k:].lower() in _NO_TAIL:
            return None
        if tail in _SHIFTERS:
            return "shifter", _SHIFTERS[tail]
        if tail in _NOUNS:
            return "noun", _NOUNS[tail]
    return None


@lru_cache(maxsize=100_000)
def is_judged(lemma: str) -> bool:
    """Tell whether an adjective before this noun is a verdict on the subject: `ein guter Weg`, `kein Ausweg`."""
    return lemma in _JUDGED or any(lemma[k:].capitalize() in _JUDGED for k in range(2, len(lemma) - 2))


def _verb(words: Words, i: int, prefix: int | None, first: int, stop: int) -> Cue | None:
    lemma = words.lemma[i]
    if words.lower[i] in _NO_VERBS or takes_toll(words, i):
        return None
    if prefix is not None:
        readings = _VERBS.get(words.lower[prefix] + lemma)
        return Cue(i, (i, prefix), "verb", readings) if readings else None
    for companion, entry in _COMPANIONS.get(lemma, ()):
        if (other := _find(words.lower, companion, first, stop)) is not None:
            return Cue(i, tuple(sorted((i, *range(other, other + len(companion))))), "verb", _VERBS[entry])
    readings = _VERBS.get(lemma)
    return Cue(i, (i,), "verb", readings) if readings else None


def takes_toll(words: Words, i: int) -> bool:
    """Tell whether a verb tells of victims: `der Sturm forderte drei Todesopfer` demands nothing.

    Examples
    --------
    >>> from stimmlage.language.tagging import tag
    >>> from stimmlage.reading.segmentation import read_text
    >>> takes_toll(tag(read_text("Der Sturm forderte drei Todesopfer.")), 2)
    True
    """
    near = range(i + 1, min(i + _NEAR, words.stop[i]))
    return words.lemma[i] == "fordern" and any(words.lower[j].endswith(_TOLL) for j in near)


def _find(lower: list[str], phrase: list[str], first: int, stop: int) -> int | None:
    n = len(phrase)
    return next((i for i in range(first, stop - n + 1) if lower[i : i + n] == phrase), None)
