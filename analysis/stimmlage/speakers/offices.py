"""Offices: which role a person holds, and which person a description such as `der Minister` means."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from stimmlage.language.closed_classes import GENITIVES
from stimmlage.language.lexicon import words as entries
from stimmlage.language.nouns import Noun
from stimmlage.language.words import Words

_SAME_OFFICE = frozenset({"state_head", "government_head"})
_CONTINUING = frozenset({"NN", "NE", "FM"})
_LINKING = frozenset({"ADJA", "CARD", "PPOSAT"})
# Adjectives that do not tell one holder of an office from another, cut as marks are.
_EMPTY = entries("word_parts", "says_no_office")
# Nations whose adjective or name does not begin with the same letters as its other forms.
_NATIONS = {
    "amerikan": "usa",
    "us-": "usa",
    "vereinigten": "usa",
    "deutsch": "deutschland",
    "bundes": "deutschland",
    "britisch": "britain",
    "großbritann": "britain",
    "niederl": "holland",
    "holländ": "holland",
    "schweiz": "schweiz",
    "eidgen": "schweiz",
    "spanien": "span",
    "polen": "poln",
    "ungarn": "unga",
    "türk": "tür",
    "chines": "chin",
    "venez": "vene",
    "irisch": "irland",
    "griech": "griech",
}


class Office(NamedTuple):
    """A role noun with what is said of it in the noun phrase, and where that phrase stands."""

    noun: Noun
    marks: frozenset[str]
    first: int
    stop: int


def office(words: Words, known: Noun, first: int, core: int, stop: int) -> Office:
    """Make an office of the phrase of the tokens `first` to `stop` around the noun at `core`."""
    parts = (words.word[i] for i in range(first, stop) if i != core and words.tag[i] in ("ADJA", "NE", "NN"))
    marks = {mark(part) for part in parts if not part[0].isdigit()} - _EMPTY
    if first > 0 and words.tag[first - 1] == "NE" and words.word[first - 1].endswith("s"):
        marks.add(mark(words.word[first - 1]))
    return Office(known, frozenset(marks), first, stop)


def kinship(noun: Noun) -> str:
    """Return what nouns that may name the same office have in common."""
    return noun.sense if noun.sense in _SAME_OFFICE else noun.base


@lru_cache(maxsize=20_000)
def mark(form: str) -> str:
    """Cut a modifier to what its derivations share: `russische` and `Russlands` to `russ`."""
    form = form.lower()
    for beginning, nation in _NATIONS.items():
        if form.startswith(beginning):
            return nation
    return form.removesuffix("-")[:4]


def complement_end(words: Words, i: int) -> int:
    """Return where the genitives and the `von` and `für` phrases after a noun end."""
    end = i
    while i < len(words):
        tag = words.tag[i]
        if tag in _CONTINUING and (i > end or tag == "NE"):
            end = i + 1
        elif tag in _CONTINUING or not (tag in _LINKING or _opens_complement(words, i, end)):
            break
        i += 1
    return end


def _opens_complement(words: Words, i: int, end: int) -> bool:
    form = words.lower[i]
    if words.tag[i] == "ART":
        return form in GENITIVES or words.lower[i - 1] in ("von", "für", "an")
    return i == end and form in ("von", "vom", "für", "an")


def holds(offices: Iterable[Office], wanted: Office) -> bool:
    """Tell whether one of the offices is the wanted one.

    The noun must be the same or head the compound (`Minister` in `Außenminister`), or name the same
    office of head of state or government, and what the description adds must not be new:
    `der russische Präsident` is not the one who was called `US-Präsident`.
    """
    held = list(offices)
    known = frozenset().union(*(o.marks for o in held))
    return any(_matches(o, wanted, known) for o in held)


def _matches(held: Office, wanted: Office, known: frozenset[str]) -> bool:
    a, b = held.noun, wanted.noun
    if a.sort != b.sort or (a.base != b.base and not (a.sense in _SAME_OFFICE and a.sense == b.sense)):
        return False
    if b.before and a.before != b.before and mark(b.before) not in known:
        return False
    if a.before:
        known |= {mark(a.before)}
    return wanted.marks <= known or (not held.marks and not a.before and len(wanted.marks) <= 1 and a.base == b.base)
