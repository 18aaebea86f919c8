"""Estimates with intervals for groups of passages: by section, by speaker, or both."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

import numpy as np
import pandas as pd

from stimmlage.errors import ColumnError, OptionError
from stimmlage.schema import KINDS

SMALL = 5
"""Below this many units an interval says little; the row says so."""
_AT_ONCE = 4_000_000  # resampled units held in memory


def summarise(
    scores: pd.DataFrame,
    by: str | Sequence[str],
    seed: int = 0,
    resamples: int = 2000,
    level: float = 0.95,
    unit: str = "passage_id",
) -> pd.DataFrame:
    r"""Estimate each measure in each group, with a bootstrap interval.

    What is done goes by the `kind` of each score, never by its name. A `rate` per words is the ratio of all
    cues to all words of the group, so that a passage counts by
    its length: :math:`\sum_i w_i v_i / \sum_i w_i` with the words :math:`w_i` of passage *i*. Any other
    measure is the plain mean :math:`\sum_i v_i / n` of the passages in which it is defined.

    The interval is the percentile interval over `resamples` draws of units with replacement.
    Read it as: how far the estimate would move if the group had said other things of the same kind. Passages of
    one document resemble each other; with many documents resample these (`unit="doc_id"`).

    Parameters
    ----------
    scores : DataFrame
        `measure`, `value`, `n_words`, `kind` (`rate`, `balance` or `position`), `doc_id`, the column named by
        `unit`, and those named in `by`.
    by : str or list of str
        The columns that make the groups.
    seed : int
        Each group and measure has draws of its own, so a row does not depend on the others.
    resamples : int
        How many draws.
    level : float
        What the interval covers.
    unit : str
        What is drawn: `passage_id`, `sentence_id` or `doc_id`.

    Returns
    -------
    DataFrame
        A row per group and measure, groups in the order of their first passage: the columns of `by`, `measure`,
        `estimate`, `low`, `high`, `n` (passages with a value), `n_words` (their words) and `note`. Where
        nothing is defined the estimate is NaN; an interval needs two units.

    References
    ----------
    Efron & Tibshirani (1993), An Introduction to the Bootstrap, ch. 13; Cochran (1977), Sampling Techniques,
    ch. 6, on ratios.

    Examples
    --------
    >>> scores = pd.DataFrame({
    ...     "doc_id": "d", "passage_id": [0, 1, 2], "speaker": ["Blum", "Blum", "Lang"],
    ...     "measure": "hedging", "value": [10.0, 0.0, float("nan")], "n_words": [10, 30, 0], "kind": "rate",
    ... })
    >>> summarise(scores, by="speaker")[["speaker", "estimate", "n", "n_words", "note"]]
      speaker  estimate  n  n_words                note
    0    Blum       2.5  2       40         n too small
    1    Lang       NaN  0        0  nothing to measure
    """
    columns = [by] if isinstance(by, str) else list(by)
    _check(scores, columns, unit, level, resamples)
    rows = [
        (*(key if isinstance(key, tuple) else (key,)), *_row(group, key, unit, seed, resamples, level))
        for key, group in scores.groupby([*columns, "measure"], sort=False, dropna=False)
    ]
    return pd.DataFrame(rows, columns=[*columns, "measure", "estimate", "low", "high", "n", "n_words", "note"])


def weights(group: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    """Return what each defined passage adds above and below the line of the group's estimate."""
    value = group["value"].to_numpy(float)
    below = group["n_words"].to_numpy(float) if group["kind"].iloc[0] == "rate" else np.ones(len(group))
    return value * below, below


def check_scores(scores: pd.DataFrame, more: Sequence[str] = ()) -> None:
    """Raise a ColumnError if a table of scores lacks a column, an OptionError if a score is of two kinds or of none."""
    missing = [c for c in dict.fromkeys([*more, "measure", "value", "n_words", "kind"]) if c not in scores.columns]
    if missing:
        hint = " `kind` says of each score what it is: 'rate', 'balance' or 'position'." if "kind" in missing else ""
        raise ColumnError(f"`scores` lacks the columns {missing}; it has {list(scores.columns)}.{hint}")
    kinds = scores[["measure", "kind"]].drop_duplicates()
    wrong = kinds[~kinds["kind"].isin(KINDS) | kinds["measure"].duplicated(keep=False)]
    if len(wrong):
        raise OptionError(
            f"The column `kind` says of each score one of {', '.join(map(repr, KINDS))}; "
            f"here {wrong['measure'].iloc[0]!r} is {sorted(set(map(str, wrong['kind'])))}."
        )


def _check(scores: pd.DataFrame, columns: Sequence[str], unit: str, level: float, resamples: int) -> None:
    check_scores(scores, [*columns, "doc_id", unit])
    if not columns:
        raise OptionError("`by` names no column; give at least one, for example 'speaker'.")
    if not 0 < level < 1:
        raise OptionError(f"`level` lies between 0 and 1, for example 0.95; not {level!r}.")
    if resamples < 1:
        raise OptionError(f"`resamples` is at least 1; not {resamples!r}.")


def _row(
    group: pd.DataFrame, key: object, unit: str, seed: int, resamples: int, level: float
) -> tuple[float, float, float, int, int, str]:
    defined = group[group["value"].notna()]
    n, n_words = len(defined), int(defined["n_words"].sum())
    if not n:
        return np.nan, np.nan, np.nan, 0, n_words, "nothing to measure"
    above, below = weights(defined)
    if not below.sum():
        return np.nan, np.nan, np.nan, n, n_words, "no words"
    units = pd.factorize(pd.MultiIndex.from_frame(defined[list(dict.fromkeys(["doc_id", unit]))]))[0]
    above, below = np.bincount(units, above), np.bincount(units, below)
    low, high = _interval(above, below, np.random.default_rng([seed, zlib.crc32(repr(key).encode())]), resamples, level)
    note = "n too small" if len(above) < SMALL else "all values are equal" if low == high else ""
    return float(above.sum() / below.sum()), low, high, n, n_words, note


def _interval(
    above: np.ndarray, below: np.ndarray, rng: np.random.Generator, resamples: int, level: float
) -> tuple[float, float]:
    """Return the percentile interval of the ratio of sums; NaN for fewer than two units."""
    n = len(above)
    if n < 2:
        return np.nan, np.nan
    block = max(_AT_ONCE // n, 1)
    ratios = []
    for done in range(0, resamples, block):
        drawn = rng.integers(0, n, (min(block, resamples - done), n))
        with np.errstate(invalid="ignore"):
            ratios.append(above[drawn].sum(axis=1) / below[drawn].sum(axis=1))
    tail = (1 - level) / 2
    low, high = np.nanquantile(np.concatenate(ratios), [tail, 1 - tail])
    return float(low), float(high)
