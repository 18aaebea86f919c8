"""Dispersion: how evenly a word is spread over the documents."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from stimmlage.errors import OptionError
from stimmlage.exploring.keyness import deviation_of_proportions


def dispersion(words: pd.DataFrame, items: Sequence[str]) -> pd.DataFrame:
    """Tell for each item in how many documents it is, and how evenly.

    Parameters
    ----------
    words : DataFrame
        As `words.counted_words` gives it.
    items : sequence of str
        What is looked up.

    Returns
    -------
    DataFrame
        `item`, `n`, `range` (documents that have it), `n_documents` (all of them), `dp` (Gries's deviation of
        proportions: 0 as evenly as the documents are long, near 1 all in one short document; NaN for what is not
        there), `n_speakers`.
    """
    if not items:
        raise OptionError("`items` is empty; give words to look up.")
    found = words[words["item"].isin(list(items))]
    counts = found.groupby(["item", "doc_id"]).size().rename("n").reset_index()
    sizes = words.groupby("doc_id").size()
    table = pd.DataFrame({"item": list(dict.fromkeys(items))}).set_index("item")
    table = table.assign(
        n=counts.groupby("item")["n"].sum(),
        range=counts.groupby("item")["doc_id"].nunique(),
        n_documents=len(sizes),
        dp=deviation_of_proportions(counts, sizes),
        n_speakers=found.groupby("item")["speaker"].nunique(),
    )
    whole = ["n", "range", "n_speakers"]
    return table.fillna(dict.fromkeys(whole, 0)).astype(dict.fromkeys(whole, int)).reset_index()


def places_of(words: pd.DataFrame, items: Sequence[str]) -> pd.DataFrame:
    """Return where in each document items stand: `item`, `doc_id`, `at` (0 the first word, 1 the last), `speaker`."""
    order = words.groupby("doc_id").cumcount()
    size = words.groupby("doc_id")["item"].transform("size")
    found = words.assign(at=order / (size - 1).clip(lower=1))
    return found.loc[found["item"].isin(list(items)), ["item", "doc_id", "at", "speaker"]].reset_index(drop=True)
