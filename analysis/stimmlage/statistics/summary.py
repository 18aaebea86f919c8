"""Estimates with intervals for groups of passages: by section, by speaker, by outlet, or several of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import pandas as pd

from stimmlage.errors import OptionError
from stimmlage.statistics.means import means, net_rates
from stimmlage.statistics.rates import Array, Estimate, rates
from stimmlage.statistics.units import UNITS, Units, check_scores, sums, with_sums

DOCUMENTS, SENTENCES, WORDS = 5, 10, 100
"""What an estimate needs: documents (of equal size), or sentences of the one document, and words for a rate."""
COLUMNS = ["measure", "estimate", "low", "high", "n", "unit", "n_hits", "n_words", "note"]


def summarise(scores: pd.DataFrame, by: str | Sequence[str], unit: str = "auto", level: float = 0.95) -> pd.DataFrame:
    """Estimate each measure in each group, with an interval.

    What is done goes by the `kind` of each score, never by its name: all hits of a group are pooled, per its words
    (`rates.rate`, `means.net_rates`) or as a mean of their weights (`means.mean`). The interval is that over
    independent units. Where a group has words in two documents or more these are documents, since passages of one
    document resemble each other; else sentences, and the estimate speaks of this text only.

    Where a group has too little for an estimate there is none, and `note` gives the counts: below five documents
    of equal size, below ten sentences of the one document, for rates below 100 words.

    Parameters
    ----------
    scores : DataFrame
        As `Corpus.grouped` gives them: `doc_id`, `measure`, `value`, `n_words`, `kind` and the columns of `by`.
    by : str or list of str
        The columns that make the groups.
    unit : {'auto', 'document', 'sentence'}
        What is taken to be independent.
    level : float
        What the interval covers.

    Returns
    -------
    DataFrame
        A row per group and measure, groups in the order of their first passage: the columns of `by`, `measure`,
        `estimate`, `low`, `high`, `n` (units with something to measure), `unit`, `n_hits`, `n_words` and `note`.

    Examples
    --------
    >>> scores = pd.DataFrame({
    ...     "doc_id": "d", "passage_id": range(12), "speaker": ["Blum"] * 11 + ["Lang"], "measure": "hedging",
    ...     "value": [10.0] * 6 + [0.0] * 6, "n_words": 10, "kind": "rate",
    ... })
    >>> summarise(scores, by="speaker")[["speaker", "estimate", "n", "note"]].round(2)
      speaker  estimate   n                                               note
    0    Blum      5.45  11                             speaks of this text only
    1    Lang       NaN   1  0 in 10 words (up to 36.9 per 100 not excluded)
    """
    columns = [by] if isinstance(by, str) else list(by)
    if not columns:
        raise OptionError("`by` names no column; give at least one, for example 'speaker'.")
    check_options(unit, level)
    check_scores(scores, [*columns, "doc_id"])
    keys = scores.groupby([*columns, "measure"], sort=False, dropna=False)
    group = keys.ngroup().to_numpy()
    first = np.unique(group, return_index=True)[1] if len(group) else np.zeros(0, int)
    found = estimates(sums(with_sums(scores), group, len(first), unit), scores["kind"].to_numpy(object)[first], level)
    heads = scores[[*columns, "measure"]].iloc[first].reset_index(drop=True)
    return pd.concat([heads, found], axis=1)[[*columns, *COLUMNS]]


def check_options(unit: str, level: float) -> None:
    """Raise an OptionError if there is no such unit or level."""
    if unit not in UNITS:
        raise OptionError(f"`unit` is one of {', '.join(map(repr, UNITS))}; not {unit!r}.")
    if not 0 < level < 1:
        raise OptionError(f"`level` lies between 0 and 1, for example 0.95; not {level!r}.")


def estimates(units: Units, kinds: Array, level: float = 0.95) -> pd.DataFrame:
    """Estimate each group of sums; `kinds` says what the score of each group is. A row per group."""
    n_groups = len(kinds)
    by_words = np.isin(kinds, ("rate", "net"))
    found = _estimated(units, kinds, level)
    measured = np.where(by_words[units.group], units.n_words > 0, units.base > 0)
    n = np.bincount(units.group[measured], minlength=n_groups)
    words, hits = units.summed("n_words"), units.summed("n_hits")
    enough = np.where(units.by_document, found.n_effective >= DOCUMENTS - 1e-9, n >= SENTENCES)
    enough &= ~by_words | (words >= WORDS)
    shown = [np.where(enough, column, np.nan) for column in found[:3]]
    spoken = np.bincount(units.group[units.n_words > 0], minlength=n_groups)
    bases = units.summed("base")
    notes = [
        _note(*row)
        for row in zip(enough, units.by_document, units.documents(), by_words, hits, words, spoken, found.high, bases)
    ]
    return pd.DataFrame(
        {
            **dict(zip(("estimate", "low", "high"), shown, strict=True)),
            "n": n.astype("int64"),
            "unit": np.where(units.by_document, "document", "sentence"),
            "n_hits": hits.astype("int64"),
            "n_words": words.astype("int64"),
            "note": pd.Series(notes, dtype="str"),
        }
    )


def _estimated(units: Units, kinds: Array, level: float) -> Estimate:
    """Estimate each group by the method of its kind."""
    columns = [np.full(len(kinds), np.nan) for _ in range(5)]
    for method, members in ((m, np.isin(kinds, names)) for m, names in METHODS.items()):
        if members.any():
            mine = members[units.group]
            group, n_groups = (np.cumsum(members) - 1)[units.group[mine]], int(members.sum())
            found = method(units.total[mine], units.squares[mine], units.base[mine], group, n_groups, level)
            for column, values in zip(columns, found, strict=True):
                column[members] = values
    return Estimate(*columns)


def _rates(total: Array, squares: Array, base: Array, group: Array, n_groups: int, level: float) -> Estimate:  # noqa: ARG001
    return rates(total, base, group, n_groups, level)


METHODS: dict[Callable[..., Estimate], tuple[str, ...]] = {
    _rates: ("rate",),
    net_rates: ("net",),
    means: ("balance", "position"),
}
"""How an estimate is made, by the kind of a score."""


def _note(
    enough: bool,
    by_document: bool,
    n_documents: int,
    by_words: bool,
    hits: float,
    words: float,
    n: int,
    high: float,
    base: float,
) -> str:
    """Say what a reader may conclude: of this text only; or, where it is nothing, what was counted."""
    if enough and not by_document:
        return "speaks of this text only" if n_documents < 2 else "sentences of one document are not independent"
    if enough:
        return ""
    if not words:
        return "no words"
    if by_words and not base:
        return "nothing to measure"
    if by_words and not hits:
        return f"0 in {words:.0f} words (up to {high:.1f} per {words / base:.0f} not excluded)"
    units = _plural(n, "document" if by_document else "sentence")
    return f"{_plural(hits, 'hit')} in {words:.0f} words, {units}"


def _plural(n: float, noun: str) -> str:
    return f"{n:.0f} {noun}{'' if n == 1 else 's'}"
