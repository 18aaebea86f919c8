"""The targets of a study: what stance is taken towards, and where a text mentions it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from stimmlage.errors import InputError, MissingFileError
from stimmlage.language.words import Words

_ENDINGS = ("", "s", "es", "n", "en", "e", "er", "ern", "ens")


@dataclass(frozen=True)
class Target:
    """Something that stance is taken towards.

    Parameters
    ----------
    id : str
        A short name, the last part of the score's name: `stance:target:<id>`.
    patterns : tuple of str
        How a text names it: a phrase of word forms (`Koalition der Willigen`), `lemma:Waffenruhe`
        for all forms of a word, `tail:truppe` for compounds that end so (`Friedenstruppen`).
    label_de, label_en : str
        What charts call it.
    direction : int
        1 if the question is who is for what is named, −1 if it is who is for less of it (`id = "exit"`, and the
        patterns name nuclear power): positions and statements are read the other way round then.
    """

    id: str
    patterns: tuple[str, ...]
    label_de: str = ""
    label_en: str = ""
    direction: int = 1


class Mention(NamedTuple):
    """Where a target is named: its words are `first` up to `stop`."""

    first: int
    stop: int
    target: str


def read_targets(path: str | Path) -> tuple[Target, ...]:
    """Read targets from a TOML file with one `[[target]]` table each.

    Raises
    ------
    MissingFileError
        If there is no such file.
    InputError
        If it is no TOML, or a target lacks its id or its patterns, or an id is used twice.
    """
    path = Path(path)
    if not path.is_file():
        raise MissingFileError(f"No targets at {str(path)!r}; give a TOML file with [[target]] tables.")
    try:
        rows = tomllib.loads(path.read_text("utf-8-sig")).get("target", [])
    except (ValueError, RecursionError) as error:  # a number of thousands of digits is a plain ValueError
        raise InputError(f"{str(path)!r} is not TOML ({' '.join(str(error).split())}).") from error
    if not isinstance(rows, list):
        raise InputError(f"{str(path)!r}: `target` must be [[target]] tables; not {rows!r}.")
    targets = []
    for number, row in enumerate(rows, start=1):
        if not isinstance(row, dict) or not row.get("id") or not row.get("patterns"):
            raise InputError(f"{str(path)!r}, target {number}: it needs an `id` and `patterns`.")
        where = f"{str(path)!r}, target {row['id']!r}"
        label = str(row.get("label_de", row["id"]))
        patterns = _checked(row["patterns"], where) + _checked(row.get("aliases", []), where, "aliases")
        direction = row.get("direction", 1)
        if isinstance(direction, bool) or direction not in (1, -1):
            raise InputError(f"{where}: `direction` is 1 or -1; not {direction!r}.")
        targets.append(Target(str(row["id"]), patterns, label, str(row.get("label_en", label)), direction))
    if len({t.id for t in targets}) < len(targets):
        raise InputError(f"{str(path)!r}: two targets have the same id.")
    return tuple(targets)


_KINDS = ("lemma", "tail")


def _checked(patterns: object, where: str, field: str = "patterns") -> tuple[str, ...]:
    """Return patterns that can be looked up.

    Raises
    ------
    InputError
        If they are no list of texts, or one names nothing or a kind that there is not.
    """
    if not isinstance(patterns, list) or not all(isinstance(pattern, str) for pattern in patterns):
        raise InputError(f'{where}: `{field}` is a list of texts, as in ["lemma:Plan"]; not {patterns!r}.')
    for pattern in patterns:
        kind, colon, rest = pattern.partition(":")
        if not pattern.strip() or (colon and kind in _KINDS and not rest.strip()):
            raise InputError(
                f"{where}: the pattern {pattern!r} names nothing; write `lemma:Plan`, `tail:plan` or `Plan`."
            )
        if colon and kind not in _KINDS and not kind.isupper() and " " not in kind:
            raise InputError(f"{where}: the pattern {pattern!r} is of no known kind; there are `lemma:` and `tail:`.")
    return tuple(patterns)


_Found = tuple[tuple[str, ...], tuple[tuple[tuple[str, ...], str], ...]]
"""The targets that a word names by itself, and the phrases that may begin with it."""

_NOTHING: _Found = ((), ())


class _Patterns:
    """The patterns of targets, ready to look up by word form and lemma."""

    def __init__(self, targets: Iterable[Target]) -> None:
        self._phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self._lemmas: dict[str, list[str]] = {}
        self._tails: list[tuple[str, str]] = []
        self.known: dict[tuple[str, str], _Found] = {}
        for target in targets:
            for pattern in target.patterns:
                self._add(pattern, target.id)

    def _add(self, pattern: str, target: str) -> None:
        if pattern.startswith("lemma:"):
            self._lemmas.setdefault(pattern.removeprefix("lemma:").lower(), []).append(target)
        elif pattern.startswith("tail:"):
            self._tails.append((pattern.removeprefix("tail:").lower(), target))
        else:
            first, *rest = pattern.lower().split()
            self._phrases.setdefault(first, []).append((tuple(rest), target))

    def of_word(self, lower: str, lemma: str) -> _Found:
        """Return the targets that one word names by its lemma or its last part, and phrases it may begin."""
        by_lemma = self._lemmas.get(lemma.lower(), ())
        by_tail = (t for tail, t in self._tails if _ends_in(lower, tail))
        return tuple(dict.fromkeys([*by_lemma, *by_tail])), tuple(self._phrases.get(lower, ()))


def _ends_in(form: str, tail: str) -> bool:
    """Tell whether a form is a compound, in any case, with this last part.

    Examples
    --------
    >>> _ends_in("friedenstruppen", "truppe"), _ends_in("truppe", "truppe"), _ends_in("struppig", "truppe")
    (True, False, False)
    """
    at = form.rfind(tail)
    return at > 1 and form[at + len(tail) :] in _ENDINGS


@lru_cache(maxsize=16)
def _patterns(targets: tuple[Target, ...]) -> _Patterns:
    return _Patterns(targets)


def find_mentions(words: Words, targets: tuple[Target, ...]) -> list[Mention]:
    """Find where the targets are named, left to right; of one target's patterns the longest wins."""
    if not targets:
        return []
    patterns = _patterns(targets)
    known = patterns.known
    found: list[Mention] = []
    taken: dict[str, int] = {}
    for i, key in enumerate(zip(words.lower, words.lemma)):
        here = known.get(key)
        if here is None:
            here = known[key] = patterns.of_word(*key)
        if here != _NOTHING:
            for stop, target in sorted(_at(words, i, here), reverse=True):
                if taken.get(target, 0) <= i:
                    taken[target] = stop
                    found.append(Mention(i, stop, target))
    return found


def _at(words: Words, i: int, here: _Found) -> Iterator[tuple[int, str]]:
    """Yield where the mentions that begin at a word stop, and whom they name."""
    for target in here[0]:
        yield i + 1, target
    for rest, target in here[1]:
        stop = i + 1 + len(rest)
        if stop <= words.stop[i] and tuple(words.lower[i + 1 : stop]) == rest:
            yield stop, target
