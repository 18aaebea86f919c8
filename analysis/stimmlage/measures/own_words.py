"""Word lists of the user's: beside the kit's lists, or instead of them.

A list is a UTF-8 file of one entry a line, or a mapping. An entry is a word or phrase as it stands in a text
(`auf Sicht`), or `lemma:Wort` for all its forms; columns are parted by tabs:

    # columns: entry category condition
    lemma:mutmaßen	hedge
    etwa	none
    sicher	booster	adverb

Where an entry is found, the kit's own hits on those words give way; the category `none` leaves nothing there. A
condition names a reading in which the entry counts, one of `measures.cue_conditions.CONDITIONS`.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import ClassVar, NamedTuple

from stimmlage.analysis import Analysis
from stimmlage.errors import InputError, MissingFileError, OptionError
from stimmlage.language.lexicon import PhraseIndex, parse
from stimmlage.language.verbs import full_lemmas
from stimmlage.measures.cue_conditions import CONDITIONS
from stimmlage.measures.measure import Hit, Measure, cue_at
from stimmlage.scope.scopes import Scopes, find_scopes

NONE = "none"
"""The category of an entry that is no hit, whatever the kit says."""


class OwnEntry(NamedTuple):
    """A line of a list: the word or phrase, its category, its weight and the reading in which it counts."""

    entry: str
    category: str
    weight: float = 1.0
    condition: str = ""


class WordList(NamedTuple):
    """A list of the user's that has been read and checked."""

    name: str
    sha256: str
    entries: tuple[OwnEntry, ...]

    def __repr__(self) -> str:
        return f"WordList({self.name!r}, {len(self.entries)} entries, sha256 {self.sha256})"


GivenWords = str | Path | Mapping[str, str] | Mapping[str, float] | WordList | None
"""What a measure takes as `words`: a file, or entries with their categories (for sentiment: their weights)."""


class OwnWords(Measure):
    """A measure that takes a list of the user's; its fields `words` and `own_only` say which, and whether alone."""

    words: GivenWords
    own_only: bool
    categories: ClassVar[tuple[str, ...]]
    weighted: ClassVar[bool] = False

    def _read_words(self) -> None:
        """Read the list, so that what is wrong with it is said at once."""
        found = None if self.words is None else word_list(self.words, self.categories, self.weighted)
        if self.own_only and found is None:
            raise OptionError(f"`own_only` of {type(self).__name__} needs a list of your own in `words`.")
        object.__setattr__(self, "words", found)

    def _with_own(self, analysis: Analysis, kit: Callable[[Analysis], list[Hit]]) -> list[Hit]:
        """Lay the user's words over what the kit finds."""
        hits = [] if self.own_only else kit(analysis)
        if not isinstance(self.words, WordList):
            return hits
        words, scopes = analysis.words, find_scopes(analysis)
        found: list[Hit] = []
        taken: list[tuple[int, int]] = []
        lemmas = analysis.once(_full_lemmas)
        for first, stop, entry in _index(self.words).find(words.lower, lemmas, words.stop):
            if entry.condition and not CONDITIONS[entry.condition](words, first, stop):
                continue
            start, end = words.start[first], words.end[stop - 1]
            taken.append((start, end))
            if entry.category == NONE:
                continue
            category, weight, modifier = self.own(entry, analysis, scopes, first)
            cue = cue_at(analysis.document.text, start, end)
            found.append(Hit(self.name, category, cue, start, end, weight, modifier, scopes.context(first)))
        kept = [hit for hit in hits if not _is_taken(hit, taken)]
        return sorted([*kept, *found], key=lambda hit: (hit.start, hit.end, hit.category))

    def own(self, entry: OwnEntry, analysis: Analysis, scopes: Scopes, first: int) -> tuple[str, float, str]:  # noqa: ARG002
        """Return category, weight and modifier of a hit on one of the user's words."""
        return entry.category, entry.weight, ""


def _is_taken(hit: Hit, taken: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a hit lies on words of the user's; `taken` are stretches from left to right, none overlapping."""
    i = bisect_left(taken, (hit.end, 0)) - 1
    return i >= 0 and taken[i][1] > hit.start


def _full_lemmas(analysis: Analysis) -> list[str]:
    return full_lemmas(analysis.words)


@lru_cache(maxsize=64)
def _index(given: WordList) -> PhraseIndex[OwnEntry]:
    return PhraseIndex((entry.entry, entry) for entry in given.entries)


def word_list(given: GivenWords, categories: Sequence[str], weighted: bool = False) -> WordList:
    """Read a list of the user's.

    Raises
    ------
    MissingFileError
        If there is no such file.
    InputError, OptionError
        If it is empty, an entry stands there twice, or a category, weight or condition is none.

    Examples
    --------
    >>> word_list({"lemma:mutmaßen": "hedge"}, ("hedge", "booster")).entries
    (OwnEntry(entry='lemma:mutmaßen', category='hedge', weight=1.0, condition=''),)
    """
    if isinstance(given, WordList):
        return given
    if isinstance(given, Mapping):
        rows = [{"entry": str(entry), "category": str(value), "weight": str(value)} for entry, value in given.items()]
        name, data = "words", repr(sorted((str(k), str(v)) for k, v in given.items())).encode()
    elif isinstance(given, str | Path):
        path = Path(given)
        if not path.is_file():
            raise MissingFileError(f"No word list at {str(path)!r}; give a text file with an entry a line.")
        name, data = path.name, path.read_bytes()
        columns = ["entry", "weight" if weighted else "category", "condition"]
        try:
            rows = parse(data.decode("utf-8-sig"), path.name, columns)
        except UnicodeDecodeError as error:
            raise InputError(f"{path.name} is no UTF-8; save it so.") from error
    else:
        raise OptionError(f"`words` takes the path of a list, or a mapping of entries; not {given!r}.")
    entries = tuple(_entry(row, name, categories, weighted) for row in rows)
    if not entries:
        raise InputError(f"{name} holds no entry; write one a line.")
    _check_twice(entries, name)
    return WordList(name, hashlib.sha256(data).hexdigest(), entries)


def _entry(row: Mapping[str, str], name: str, categories: Sequence[str], weighted: bool) -> OwnEntry:
    entry = " ".join(row.get("entry", "").split())
    if not entry.removeprefix("lemma:"):
        raise InputError(f"{name}: an entry is empty; write a word, a phrase or `lemma:Wort`.")
    condition = row.get("condition", "")
    if condition and condition not in CONDITIONS:
        raise InputError(f"{name}, {entry!r}: no condition {condition!r}; there are {', '.join(sorted(CONDITIONS))}.")
    if weighted:
        try:
            weight = float(row.get("weight", ""))
        except ValueError:
            weight = 2.0
        if not -1 <= weight <= 1:
            raise InputError(f"{name}, {entry!r}: the weight is a number from -1 to 1; not {row.get('weight', '')!r}.")
        category = NONE if weight == 0 else "positive" if weight > 0 else "negative"
        return OwnEntry(entry, category, weight, condition)
    category = row.get("category", "")
    if category != NONE and category not in categories:
        raise InputError(f"{name}, {entry!r}: no category {category!r}; there are {', '.join(categories)}, {NONE}.")
    return OwnEntry(entry, category, 1.0, condition)


def _check_twice(entries: Sequence[OwnEntry], name: str) -> None:
    seen: set[str] = set()
    for entry in entries:
        if entry.entry.lower() in seen:
            raise InputError(f"{name}: {entry.entry!r} stands there twice; leave one out.")
        seen.add(entry.entry.lower())


__all__ = ["NONE", "GivenWords", "OwnEntry", "OwnWords", "WordList", "word_list"]
