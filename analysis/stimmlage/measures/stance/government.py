"""Government: which preposition or case ties a phrase to the word that takes a stance towards it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from stimmlage.language.closed_classes import AGENT_PREPOSITIONS, GENITIVES
from stimmlage.language.tagsets import NOUNS, PRENOMINAL, PREPOSITIONS
from stimmlage.language.words import Words
from stimmlage.measures.stance.cues import Cue, noun_readings

BARE = frozenset(("object", "dat", "gen"))
"""Arguments without a preposition; the cases are not told apart."""

_CONTRACTED = {
    "zum": "zu",
    "zur": "zu",
    "vom": "von",
    "beim": "bei",
    "im": "in",
    "ins": "in",
    "am": "an",
    "ans": "an",
    "fürs": "für",
    "übers": "über",
    "ums": "um",
    "vorm": "vor",
    "vors": "vor",
    "aufs": "auf",
    "hinterm": "hinter",
    "hinters": "hinter",
    "überm": "über",
}
_PREPOSITIONS = frozenset("an auf bei für gegen gegenüber hinter in mit nach über um von vor zu".split())
_IN_NOUN_PHRASE = PRENOMINAL | {"ADJD", "PWAT"}
_STEPS = 8


@lru_cache(maxsize=100_000)
def preposition_of(form: str) -> str:
    """Return the preposition in a word form: of itself, a contraction, or a pronominal adverb.

    Examples
    --------
    >>> [preposition_of(form) for form in ("vor", "zur", "dagegen", "daran", "Dach")]
    ['vor', 'zu', 'gegen', 'an', '']
    """
    form = _CONTRACTED.get(form, form)
    for start in ("", "dar", "da", "hier", "wor", "wo"):
        if form.startswith(start) and form[len(start) :] in _PREPOSITIONS:
            return form[len(start) :]
    return ""


class Way(NamedTuple):
    """The way from a phrase up to its clause: the nouns it hangs on, and the preposition in front.

    `steps` are `(word, reading)` of the nouns on the way that turn or take a stance; `prepositions`
    are all that were met, the outermost last; `first` is where the outermost phrase begins.
    """

    steps: tuple[tuple[int, tuple[str, str]], ...]
    prepositions: tuple[str, ...]
    first: int

    @property
    def bare(self) -> bool:
        """Whether the phrase hangs on no preposition."""
        return not self.prepositions


def way_up(words: Words, first: int, start: int, governed: Iterable[str]) -> Way:
    """Follow a phrase that begins at word `first` up to the left, no further than word `start`.

    `governed` are prepositions that a verb of the clause asks for: there the way ends.
    """
    governed = frozenset(governed)
    steps: list[tuple[int, tuple[str, str]]] = []
    i = _phrase_start(words, first, start)
    for _ in range(_STEPS):
        left = i - 1
        if left < start:
            return Way(tuple(steps), (), i)
        tag = words.tag[left]
        if tag in PREPOSITIONS or words.lower[left] in _CONTRACTED:
            preposition = preposition_of(words.lower[left]) or words.lower[left]
            noun = _over_genitive(words, left - 1, start)
            if preposition in governed or noun < start or words.tag[noun] != "NN":
                return Way(tuple(steps), (preposition,), left)
            reading = _attached(words, noun, preposition)
            if reading is None and preposition not in ("von", "für", "zu", "über", "an", "um"):
                return Way(tuple(steps), (preposition,), left)
            steps += [(noun, reading)] if reading else []
            i = _phrase_start(words, noun, start)
        elif tag == "NN" and (words.tag[i] == "NN" or _is_genitive(words, i)):
            # `das Ende der Hilfe`; without an article what is counted: `ein Dutzend Vorschläge`
            reading = _attached(words, left, "von") if _is_genitive(words, i) else None
            steps += [(left, reading)] if reading else []
            i = _phrase_start(words, left, start)
        elif tag == "KON" and left > start and words.tag[left - 1] in NOUNS:
            i = _phrase_start(words, left - 1, start)
        else:
            return Way(tuple(steps), (), i)
    return Way(tuple(steps), (), i)


def _over_genitive(words: Words, noun: int, start: int) -> int:
    """Step from a genitive back to the noun that it belongs to: `das Nein der SPD zur Reform`."""
    if noun <= start or words.tag[noun] not in NOUNS:
        return noun
    begin = _phrase_start(words, noun, start)
    head = begin - 1
    if begin < noun and head >= start and words.tag[head] == "NN" and words.lower[begin] in GENITIVES:
        return head if noun_readings(words.lemma[head]) else noun
    while head > start and words.tag[head] == words.tag[noun] == "NE":
        head -= 1
    if head > start and words.lower[head] in AGENT_PREPOSITIONS and words.tag[head - 1] == "NN":
        return head - 1 if noun_readings(words.lemma[head - 1]) else noun  # `die Kritik von Berg an …`
    return noun


def _phrase_start(words: Words, i: int, start: int) -> int:
    """Go left to where the noun phrase of a word begins, over quotation marks."""
    while i > start and (
        words.tag[i - 1] in _IN_NOUN_PHRASE or (words.tag[i - 1] == "$(" and _mark(words.word[i - 1]))
    ):
        i -= 1
    return i


def _mark(form: str) -> bool:
    return form in "„“”\"»«›‹‚‘'"


def _is_genitive(words: Words, first: int) -> bool:
    """Tell whether a phrase right after a noun is its genitive: `das Ende der Hilfe`, `Trumps Plan`."""
    return words.lower[first] in GENITIVES or (words.tag[first] == "ADJA" and words.lower[first].endswith("er"))


def _attached(words: Words, noun: int, preposition: str) -> tuple[str, str] | None:
    """Return the reading of a noun with this preposition (`von` stands for the genitive)."""
    if words.lemma[noun] == "Teil" and preposition == "von":  # `Teil der Truppe sein`, not `ein Teil der Truppe`
        part = noun and words.tag[noun - 1] in ("ART", "ADJA", "PIAT")
        who = any(tag in ("NE", "PPER") for tag in words.tag[max(noun - _STEPS, 0) : noun])
        return ("offer", "von") if who and not part else None
    found = noun_readings(words.lemma[noun])
    if found is None:
        return None
    kind, readings = found
    if kind == "shifter":
        return readings[0]
    return next((r for r in readings if r[1] == preposition), None)


def choose(cue: Cue, prepositions: Iterable[str]) -> tuple[str, str] | None:
    """Choose the reading of a cue by the first preposition in its clause that it asks for.

    A reading without a preposition is the last resort. Without any of its prepositions a cue that
    needs one is no cue: `er stimmt` takes no stance, `er stimmt gegen` does.
    """
    for preposition in prepositions:
        for reading in cue.readings:
            if reading[1] == preposition:
                return reading
    return next((r for r in cue.readings if r[1] in BARE or r[1] in ("clause", "subject", "")), None)
