"""Word lists: text files in the package, and looking up their entries in one pass.

A list is a UTF-8 file in `language/lexicons/`. Its head are lines that begin with `#`: what it is,
source, licence, version, and `# columns: entry category …`. Then one entry per line, columns
separated by tabs; columns at the end may be left out. An entry is a word or a phrase. A word
is matched on the form in lower case; `lemma:Wort` is matched on the lemma, so on all inflected forms.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Generic, TypeVar

from stimmlage.errors import InputError

T = TypeVar("T")


@cache
def lexicon(name: str) -> tuple[Mapping[str, str], ...]:
    """Read one of the kit's own word lists, e.g. `lexicon("negators")`.

    Examples
    --------
    >>> {"entry", "category"} <= set(lexicon("negators")[0])
    True
    """
    file = resources.files("stimmlage.language") / "lexicons" / f"{name}.txt"
    return tuple(parse(file.read_text("utf-8"), name))


@cache
def words(name: str, category: str | None = None) -> frozenset[str]:
    """Return the entries of a list (of one category) as a set, without the `lemma:` mark."""
    return frozenset(in_order(name, category))


@cache
def in_order(name: str, category: str | None = None) -> tuple[str, ...]:
    """Return the entries of a list (of one category) in its order, as `startswith` takes them.

    Examples
    --------
    >>> "Bekämpfung".lower().endswith(in_order("word_parts", "reverses"))
    True
    """
    rows = (row for row in lexicon(name) if category is None or row.get("category") == category)
    return tuple(row["entry"].removeprefix("lemma:") for row in rows)


def needed(category: str) -> dict[str, tuple[str, ...]]:
    """Return the verbs of a category of `verb_frames` with the words of which one must stand beside them."""
    return {
        row["entry"]: tuple(row.get("words", "").split())
        for row in lexicon("verb_frames")
        if row["category"] == category
    }


def parse(text: str, name: str, columns: Sequence[str] = ("entry",)) -> list[dict[str, str]]:
    """Read the lines of a list; `columns` are those of a list whose head names none.

    Raises
    ------
    InputError
        If a line has more columns than the head names.
    """
    columns = list(columns)
    rows = []
    for number, line in enumerate(text.splitlines(), start=1):
        if line.startswith("# columns:"):
            columns = line.removeprefix("# columns:").split()
        elif line.strip() and not line.startswith("#"):
            fields = [field.strip() for field in line.split("\t")]
            if len(fields) > len(columns):
                raise InputError(f"{name}, line {number}: {len(fields)} columns, but the head names {len(columns)}.")
            rows.append(dict(zip(columns, fields)))
    return rows


class PhraseIndex(Generic[T]):
    """Entries of one or many words, found in a text in one pass over its words.

    Where several entries begin at one word the longest wins.

    Examples
    --------
    >>> index = PhraseIndex([("auf jeden Fall", "booster"), ("lemma:sicher", "booster")])
    >>> list(index.find(["auf", "jeden", "fall"], ["auf", "jed", "Fall"]))
    [(0, 3, 'booster')]
    """

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._lemmas: dict[str, T] = {}
        self._forms: dict[str, T] = {}
        self._phrases: dict[str, dict[str, list[tuple[list[str], T]]]] = {}
        for entry, value in entries:
            first, *rest = entry.lower().split()
            if entry.startswith("lemma:"):
                lemma = entry.removeprefix("lemma:").lower()
                self._lemmas |= {lemma: value, lemma.capitalize(): value}
            elif rest:
                self._phrases.setdefault(first, {}).setdefault(rest[0], []).append((rest, value))
            else:
                self._forms.setdefault(first, value)
        for by_second in self._phrases.values():
            for phrases in by_second.values():
                phrases.sort(key=lambda phrase: -len(phrase[0]))
        self._begin = self._forms.keys() | self._phrases.keys()

    def find(
        self, lower: Sequence[str], lemma: Sequence[str], stops: Sequence[int] | None = None
    ) -> Iterator[tuple[int, int, T]]:
        """Yield `(first, stop, value)` for each entry found, left to right, not overlapping.

        The lemmas are those of `tagging.Words`: in lower case, or capitalised. `stops` says of each word where its
        sentence ends, which no entry goes beyond; without it the words are of one sentence.
        """
        begin, lemmas = self._begin, self._lemmas
        if lemmas:
            possible = [i for i, form in enumerate(lower) if form in begin or lemma[i] in lemmas]
        else:
            possible = [i for i, form in enumerate(lower) if form in begin]
        free = 0
        for i in possible:
            if i >= free and (found := self._at(i, lower, lemma, len(lower) if stops is None else stops[i])):
                free = found[0]
                yield i, *found

    def _at(self, i: int, lower: Sequence[str], lemma: Sequence[str], stop: int) -> tuple[int, T] | None:
        form = lower[i]
        if form in self._phrases and i + 1 < stop:
            for rest, value in self._phrases[form].get(lower[i + 1], ()):
                end = i + 1 + len(rest)
                if end <= stop and lower[i + 1 : end] == rest:
                    return end, value
        if form in self._forms:
            return i + 1, self._forms[form]
        return (i + 1, self._lemmas[lemma[i]]) if lemma[i] in self._lemmas else None
