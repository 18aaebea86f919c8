"""How often words and sequences of words are used, and by whom. Counted by NLTK."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd
from nltk import ConditionalFreqDist, ngrams

from stimmlage.errors import OptionError
from stimmlage.exploring.words import stretches

_LONGEST = 10


def frequencies(words: pd.DataFrame, by: Sequence[str] = (), least: int = 1) -> pd.DataFrame:
    """Count items in groups.

    Parameters
    ----------
    words : DataFrame
        As `words.counted_words` gives it.
    by : sequence of str
        The columns that make the groups.
    least : int
        How often an item must be there to be listed.

    Returns
    -------
    DataFrame
        The columns of `by`, `item`, `n`, `per_thousand` (of the items of the group), `n_documents`, `n_speakers` (the
        author is one), the most frequent first.
    """
    keys = [*by, "item"]
    spread = words.groupby(keys, sort=False, dropna=False).agg(
        n_documents=("doc_id", "nunique"), n_speakers=("speaker", "nunique")
    )
    return _table(zip(_keys(words, by), words["item"], strict=True), by, least).join(spread, on=keys)


def sequences(words: pd.DataFrame, n: int = 2, by: Sequence[str] = (), least: int = 2) -> pd.DataFrame:
    """Count sequences of n items that lie in one sentence of one voice.

    Returns
    -------
    DataFrame
        As `frequencies`, without the spread; `item` is the sequence with blanks between.

    Raises
    ------
    OptionError
        If n is not from 1 to 10.
    """
    if not 1 <= n <= _LONGEST:
        raise OptionError(f"`n` is from 1 to {_LONGEST}; not {n!r}.")
    groups = words.groupby(list(by), sort=False, dropna=False) if by else [((), words)]
    found = ((key, " ".join(gram)) for key, part in groups for items in stretches(part) for gram in ngrams(items, n))
    return _table(found, by, least)


def _keys(words: pd.DataFrame, by: Sequence[str]) -> Iterable[Any]:
    return zip(*(words[name] for name in by), strict=True) if by else ((),) * len(words)


def _table(found: Iterable[tuple[Any, str]], by: Sequence[str], least: int) -> pd.DataFrame:
    counts = ConditionalFreqDist(found)
    rows = [
        (*group, item, n, 1000 * n / counts[group].N())
        for group in counts.conditions()
        for item, n in counts[group].most_common()
        if n >= least
    ]
    return pd.DataFrame(rows, columns=[*by, "item", "n", "per_thousand"])
