"""Differences between groups over documents: an effect with its interval, a test, and Holm's correction."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np
import pandas as pd

from stimmlage.errors import ColumnError, OptionError
from stimmlage.statistics.contrasts import Contrast, compare_means, compare_net_rates, compare_rates
from stimmlage.statistics.groups import MARK
from stimmlage.statistics.rates import Array
from stimmlage.statistics.summary import DOCUMENTS, check_options
from stimmlage.statistics.units import check_scores, sums, with_sums

TOO_FEW = "too few documents for a test"
COLUMNS = [
    "measure",
    "group_a",
    "group_b",
    "n_a",
    "n_b",
    "n_shared",
    "estimate_a",
    "estimate_b",
    "effect",
    "size",
    "low",
    "high",
    "p",
    "p_holm",
    "note",
]
_CONTRASTS = {
    "rate": lambda a, b, level: compare_rates(a["total"], a["base"], b["total"], b["base"], level),
    "net": lambda a, b, level: compare_net_rates(_sums(a), _sums(b), level),
    "balance": lambda a, b, level: compare_means(_sums(a), _sums(b), level),
    "position": lambda a, b, level: compare_means(_sums(a), _sums(b), level),
}


def compare(scores: pd.DataFrame, by: str, groups: Sequence[str] | None = None, level: float = 0.95) -> pd.DataFrame:
    """Compare each measure between each two groups, over documents.

    Rates are compared by their ratio (`contrasts.compare_rates`), means and net rates by their difference
    (`contrasts.compare_means`). Groups may have documents of their own or share them (voices in the same articles).
    A test needs five documents of each group, with words of it: one article carries none, whatever its length.

    `p_holm` is corrected for all tests of the table (Holm's step-down method); a score that is the same as another
    one is tested once.

    Parameters
    ----------
    scores : DataFrame
        As `Corpus.grouped` gives them: `doc_id`, `measure`, `value`, `n_words`, `kind` and the column named by `by`.
    by : str
        The column that makes the groups.
    groups : list of str, optional
        Compare only these, in this order.
    level : float
        What the intervals cover.

    Returns
    -------
    DataFrame
        A row per measure and pair of groups. `n_a`, `n_b` and `n_shared` count documents; `effect` is `ratio` or
        `difference`, `size` how large it is, a against b; `note` says where there are too few documents.

    References
    ----------
    Holm (1979), Scandinavian Journal of Statistics 6; `contrasts` names those of the tests.

    Examples
    --------
    >>> scores = pd.DataFrame({
    ...     "doc_id": [f"d{i}" for i in range(12)], "outlet": ["A"] * 6 + ["B"] * 6, "measure": "hedging",
    ...     "value": [1.0, 2.0, 1.5, 0.5, 1.0, 2.0, 4.0, 3.0, 5.0, 4.5, 3.5, 4.0], "n_words": 400, "kind": "rate",
    ... })
    >>> table = compare(scores, by="outlet")
    >>> table[["group_a", "group_b", "effect", "size", "low", "high"]].round(2).values.tolist()
    [['A', 'B', 'ratio', 0.34, 0.21, 0.54]]
    >>> bool(table["p"].item() < 0.01)
    True
    """
    check_options("auto", level)
    check_scores(scores, [by])
    if "doc_id" not in scores.columns:
        raise ColumnError(
            f"`scores` lacks the column 'doc_id'; it has {list(scores.columns)}. Tests go over documents."
        )
    known = list(dict.fromkeys(scores[by].dropna()))
    if unknown := [g for g in groups or () if g not in known]:
        raise OptionError(
            f"`groups` names {unknown}, which {by.removeprefix(MARK)!r} does not have; it has {known[:20]}."
        )
    rows: list[tuple[object, ...]] = []
    seen: list[Array] = []
    for measure, table in with_sums(scores).groupby("measure", sort=False):
        columns, sides = _by_group(table, by, list(groups or known))
        if any(_same(columns, other) for other in seen):
            continue
        seen.append(columns)
        kind = str(table["kind"].iloc[0])
        rows += [(measure, a, b, *_row(kind, sides[a], sides[b], level)) for a, b in combinations(sides, 2)]
    found = pd.DataFrame(rows, columns=[c for c in COLUMNS if c != "p_holm"])
    return found.assign(p_holm=holm(found["p"].to_numpy(float)))[COLUMNS]


def _by_group(table: pd.DataFrame, by: str, groups: Sequence[str]) -> tuple[Array, dict[str, dict[str, Array]]]:
    """Return the sums of each group by document; a document without words of a group has 0 there."""
    own = table[table[by].isin(groups)]
    number = own[by].map({g: i for i, g in enumerate(groups)}).to_numpy(int)
    units = sums(own, number, len(groups), "document")
    width = int(units.document.max(initial=-1)) + 1
    filled = {name: np.zeros((len(groups), width)) for name in ("total", "squares", "base", "n_words")}
    for name, column in filled.items():
        column[units.group, units.document] = getattr(units, name)
    sides = {g: {name: column[i] for name, column in filled.items()} for i, g in enumerate(groups)}
    return np.concatenate([filled["total"].ravel(), filled["base"].ravel()]), sides


def _same(columns: Array, other: Array) -> bool:
    half = len(columns) // 2
    return columns.shape == other.shape and bool((columns == other).all() and columns[:half].any())


def _sums(side: dict[str, Array]) -> tuple[Array, Array, Array]:
    return side["total"], side["squares"], side["base"]


def _row(kind: str, a: dict[str, Array], b: dict[str, Array], level: float) -> tuple[object, ...]:
    there = [side["n_words"] > 0 if kind in ("rate", "net") else side["base"] > 0 for side in (a, b)]
    n_a, n_b = (int(x.sum()) for x in there)
    shared = int((there[0] & there[1]).sum())
    effect = "ratio" if kind == "rate" else "difference"
    if min(n_a, n_b) < DOCUMENTS:
        return (n_a, n_b, shared, np.nan, np.nan, effect, np.nan, np.nan, np.nan, np.nan, TOO_FEW)
    found: Contrast = _CONTRASTS[kind](a, b, level)
    per_group = [float(side["total"].sum() / side["base"].sum()) for side in (a, b)]
    return (n_a, n_b, shared, *per_group, effect, found.value, found.low, found.high, found.p, "")


def holm(p: np.ndarray) -> np.ndarray:
    """Correct p-values for their number (Holm's step-down method); NaN stays NaN and is not counted.

    Examples
    --------
    >>> holm(np.array([0.01, 0.04, 0.03])).round(2).tolist()
    [0.03, 0.06, 0.06]
    """
    corrected = np.full(len(p), np.nan)
    tested = np.flatnonzero(~np.isnan(p))
    order = tested[np.argsort(p[tested], kind="stable")]
    steps = p[order] * np.arange(len(order), 0, -1)
    corrected[order] = np.minimum(np.maximum.accumulate(steps), 1) if len(order) else steps
    return corrected
