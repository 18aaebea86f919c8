"""Differences between groups: a permutation test, two effect sizes, and a correction for many comparisons."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from itertools import combinations
from math import comb

import numpy as np
import pandas as pd
from scipy.stats import permutation_test, rankdata

from stimmlage.errors import OptionError
from stimmlage.statistics.summary import SMALL, check_scores, weights

_COLUMNS = [
    "measure",
    "group_a",
    "group_b",
    "n_a",
    "n_b",
    "estimate_a",
    "estimate_b",
    "difference",
    "p",
    "p_holm",
    "cliffs_delta",
    "hedges_g",
    "warning",
]


def compare(
    scores: pd.DataFrame, by: str, groups: Sequence[str] | None = None, seed: int = 0, resamples: int = 4999
) -> pd.DataFrame:
    r"""Compare each measure between each two groups of passages.

    The difference is that of the two estimates of `summarise` (a ratio for rates per words, else a mean). Its
    two-sided p comes from a permutation test: how often the passages, dealt out to the two groups at random,
    differ as much. Where there are fewer ways to deal than `resamples` all of them are taken.
    `p_holm` is corrected for the number of comparisons in the table (Holm's step-down method).

    Cliff's delta is :math:`P(a > b) - P(a < b)` over all pairs of passages: 0 none, about .15 small, .33
    medium, .47 large. Hedges' g is the difference of the plain means in pooled standard deviations, corrected for
    small samples: about .2 small, .5 medium, .8 large. Neither weighs a passage by its length.

    Parameters
    ----------
    scores : DataFrame
        `measure`, `value`, `n_words`, `kind` and the column named by `by`.
    by : str
        The column that makes the groups.
    groups : list of str, optional
        Compare only these, in this order.
    seed, resamples : int
        For the permutation test.

    Returns
    -------
    DataFrame
        A row per measure and pair of groups. `warning` says where n is too small to say anything.

    References
    ----------
    Good (2005), Permutation, Parametric and Bootstrap Tests of Hypotheses; Cliff (1993), Psychological Bulletin
    114; Hedges (1981), Journal of Educational Statistics 6; Holm (1979), Scandinavian Journal of Statistics 6.

    Examples
    --------
    >>> scores = pd.DataFrame({
    ...     "speaker": ["Blum"] * 6 + ["Lang"] * 6, "measure": "sentiment", "n_words": 10, "kind": "balance",
    ...     "value": [.5, .6, .7, .4, .5, .6, -.1, .0, .1, -.2, .0, .1],
    ... })
    >>> table = compare(scores, by="speaker")
    >>> table[["group_a", "group_b", "cliffs_delta", "warning"]].values.tolist()
    [['Blum', 'Lang', 1.0, '']]
    >>> bool(table["p"].item() < 0.01)
    True
    """
    check_scores(scores, [by])
    defined = scores[scores["value"].notna()]
    known = list(dict.fromkeys(defined[by]))
    unknown = [g for g in groups or () if g not in set(scores[by])]
    if unknown:
        raise OptionError(f"`groups` names {unknown}, which the column {by!r} does not have; it has {known[:20]}.")
    rows = [
        _row(measure, a, b, table[table[by] == a], table[table[by] == b], seed, resamples)
        for measure, table in defined.groupby("measure", sort=False)
        for a, b in combinations(known if groups is None else groups, 2)
    ]
    found = pd.DataFrame(rows, columns=_COLUMNS)
    return found.assign(p_holm=holm(found["p"].to_numpy(float)))


def _row(
    measure: object, a: str, b: str, x: pd.DataFrame, y: pd.DataFrame, seed: int, resamples: int
) -> tuple[object, ...]:
    if not len(x) or not len(y):
        nothing = (np.nan,) * 7
        return (measure, a, b, len(x), len(y), *nothing, "nothing to measure")
    above, below = (np.concatenate(parts) for parts in zip(weights(x), weights(y)))
    rng = np.random.default_rng([seed, zlib.crc32(repr((measure, a, b)).encode())])
    p = _permuted(above, below, len(x), rng, resamples)
    values = x["value"].to_numpy(float), y["value"].to_numpy(float)
    one, other = _ratio(above[: len(x)], below[: len(x)]), _ratio(above[len(x) :], below[len(x) :])
    return (
        measure,
        a,
        b,
        len(x),
        len(y),
        one,
        other,
        one - other,
        p,
        np.nan,
        cliffs_delta(*values),
        hedges_g(*values),
        _warning(len(x), len(y)),
    )


def _ratio(above: np.ndarray, below: np.ndarray, axis: int = -1) -> np.ndarray:
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.asarray(above.sum(axis=axis) / below.sum(axis=axis))


def _permuted(above: np.ndarray, below: np.ndarray, n: int, rng: np.random.Generator, resamples: int) -> float:
    """Return the two-sided p of the difference of two ratios under all (or many) ways to deal out the passages."""
    if n < 2 or len(above) - n < 2:
        return np.nan

    def difference(i: np.ndarray, j: np.ndarray, axis: int = -1) -> np.ndarray:
        i, j = i.astype(int), j.astype(int)  # scipy deals out the numbers of the passages
        return np.asarray(_ratio(above[i], below[i], axis) - _ratio(above[j], below[j], axis))

    numbers = np.arange(len(above))
    done = permutation_test(
        (numbers[:n], numbers[n:]), difference, n_resamples=resamples, vectorized=True, random_state=rng, batch=500
    )
    return float(done.pvalue)


def _warning(n_a: int, n_b: int) -> str:
    """Say where the numbers are too small: where no outcome at all could reach p < .05, or below `SMALL`."""
    if min(n_a, n_b) < 2 or 2 / comb(n_a + n_b, n_a) > 0.05:
        return "n too small: no difference could reach p < .05"
    return "n too small to trust" if min(n_a, n_b) < SMALL else ""


def holm(p: np.ndarray) -> np.ndarray:
    """Correct p-values for their number by Holm's step-down method; NaN stays and does not count.

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


def cliffs_delta(a: np.ndarray, b: np.ndarray) -> float:
    """Return how much more often a value of `a` lies above one of `b` than below; in [-1, 1].

    Examples
    --------
    >>> cliffs_delta(np.array([1.0, 2.0]), np.array([2.0, 3.0]))
    -0.75
    """
    n, m = len(a), len(b)
    if not n or not m:
        return np.nan
    rank_sum = rankdata(np.concatenate([a, b]))[:n].sum()
    return float(2 * (rank_sum - n * (n + 1) / 2) / (n * m) - 1)


def hedges_g(a: np.ndarray, b: np.ndarray) -> float:
    """Return the difference of the means in pooled standard deviations, corrected for small samples.

    NaN where a group has fewer than two values or nothing varies.

    Examples
    --------
    >>> round(hedges_g(np.array([1.0, 2.0, 3.0]), np.array([2.0, 3.0, 4.0])), 3)
    -0.8
    """
    freedom = len(a) + len(b) - 2
    if min(len(a), len(b)) < 2:
        return np.nan
    pooled = np.sqrt(((len(a) - 1) * a.var(ddof=1) + (len(b) - 1) * b.var(ddof=1)) / freedom)
    if not pooled > 0:
        return np.nan
    return float((a.mean() - b.mean()) / pooled * (1 - 3 / (4 * freedom - 1)))
