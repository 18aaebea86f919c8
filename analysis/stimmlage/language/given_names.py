"""First names, and the full names that stand in a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from stimmlage.language.lexicon import lexicon
from stimmlage.language.lexicon import words as entries

GIVEN = {row["entry"]: row["gender"] for row in lexicon("given_names")}
"""First name to m, f or empty."""
PARTICLES = entries("word_classes", "name_particle")
"""Small words inside of surnames."""


def full_names(word: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the tokens of each first name with a surname behind it.

    Examples
    --------
    >>> list(full_names("Dort sprach Anna von Berg mit Otto .".split()))
    [(2, 5)]
    """
    i = 0
    while i < len(word):
        if word[i] in GIVEN or ("-" in word[i] and word[i].split("-")[0] in GIVEN):
            k = i + 1
            while k < len(word) and (
                word[k] in GIVEN or (len(word[k]) == 2 and word[k][0].isupper() and word[k][1] == ".")
            ):
                k += 1
            while k < len(word) and word[k].lower() in PARTICLES and k - i < 5:
                k += 1
            if k < len(word) and word[k][:1].isupper() and len(word[k]) > 1 and word[k].lower() not in PARTICLES:
                yield i, k + 1
                i = k
            elif k > i + 1 and word[k - 1][0].isupper():
                yield i, k
                i = k - 1
        i += 1
