"""Voices and targets as a network: who stands how often on which side of what."""

from __future__ import annotations

import pandas as pd

COLUMNS = ["speaker", "target", "n", "n_for", "n_against", "n_doubt", "balance", "n_documents", "evidence"]


def ties(positions: pd.DataFrame) -> pd.DataFrame:
    """Sum positions up to a tie for each voice and target.

    Parameters
    ----------
    positions : DataFrame
        As `Corpus.positions` gives it.

    Returns
    -------
    DataFrame
        A row per tie, the most frequent first: counts of positions, `balance` ((for − against) / (for + against), NaN
        where there are doubts only), and `evidence`: the place of the first position, as `doc_id:start-end`.
    """
    known = positions[positions["speaker"] != ""]
    marked = known.assign(
        n_for=known["value"] > 0,
        n_against=known["value"] < 0,
        n_doubt=known["value"] == 0,
        evidence=known["doc_id"] + ":" + known["start"].astype(str) + "-" + known["end"].astype(str),
    )
    table = marked.groupby(["speaker", "target"], sort=False, as_index=False).agg(
        n=("value", "size"),
        n_for=("n_for", "sum"),
        n_against=("n_against", "sum"),
        n_doubt=("n_doubt", "sum"),
        n_documents=("doc_id", "nunique"),
        evidence=("evidence", "first"),
    )
    sides = table["n_for"] + table["n_against"]
    table["balance"] = (table["n_for"] - table["n_against"]) / sides.where(sides > 0)
    return table.sort_values("n", ascending=False, kind="stable")[COLUMNS].reset_index(drop=True)
