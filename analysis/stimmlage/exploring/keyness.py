"""Keywords: what one part of a corpus says more often than another."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike
from scipy import stats
from scipy.special import xlogy

from stimmlage.errors import OptionError

Array = np.ndarray
COLUMNS = [
    "item", "n", "n_reference", "per_thousand", "per_thousand_reference", "log_ratio", "low", "high",
    "conservative", "log_likelihood", "n_documents", "n_documents_reference", "n_speakers", "dp",
]  # fmt: skip


def log_likelihood(a: ArrayLike, b: ArrayLike, n: ArrayLike, m: ArrayLike) -> Array:
    r"""Return the log-likelihood ratio of four cells, without a correction of Yates.

    :math:`G^2 = 2 \sum O \ln(O / E)` over a, b, n − a, m − b.

    Parameters
    ----------
    a, b : array_like
        How often an item is in the target and in the reference.
    n, m : array_like
        How many items each has.

    References
    ----------
    Dunning (1993), Computational Linguistics 19.

    Examples
    --------
    >>> log_likelihood([3, 30, 300], [1, 10, 100], 10_000, 10_000).round(2).tolist()
    [1.05, 10.49, 106.69]
    """
    a, b, n, m = (np.asarray(x, float) for x in (a, b, n, m))
    of_all = (a + b) / (n + m)
    cells = ((a, n * of_all), (b, m * of_all), (n - a, n * (1 - of_all)), (m - b, m * (1 - of_all)))
    total: Array = 2 * sum(
        xlogy(seen, np.divide(seen, expected, out=np.ones_like(seen), where=expected > 0)) for seen, expected in cells
    )
    above: Array = np.maximum(total, 0)
    return above


def log_ratio(a: ArrayLike, b: ArrayLike, n: ArrayLike, m: ArrayLike) -> Array:
    """Return the binary logarithm of the ratio of two relative frequencies; half an item stands for none.

    References
    ----------
    Hardie (2014), Log Ratio: an informal introduction.

    Examples
    --------
    >>> log_ratio([3, 30, 300, 4], [1, 10, 100, 0], 10_000, 10_000).round(3).tolist()
    [1.585, 1.585, 1.585, 3.0]
    """
    a, b, n, m = (np.asarray(x, float) for x in (a, b, n, m))
    ratio: Array = np.log2(np.where(a > 0, a, 0.5) / n) - np.log2(np.where(b > 0, b, 0.5) / m)
    return ratio


def limits(a: ArrayLike, b: ArrayLike, n: ArrayLike, m: ArrayLike, alpha: float = 0.05) -> tuple[Array, Array]:
    """Return the exact limits of the log ratio: those of a of a + b items (Clopper & Pearson), as a ratio.

    References
    ----------
    Clopper & Pearson (1934), Biometrika 26; Przyborowski & Wilenski (1940), Biometrika 31.
    """
    a, b, n, m = (np.asarray(x, float) for x in (a, b, n, m))
    low = np.where(a > 0, stats.beta.ppf(alpha / 2, np.maximum(a, 1e-12), b + 1), 0)
    high = np.where(b > 0, stats.beta.ppf(1 - alpha / 2, a + 1, np.maximum(b, 1e-12)), 1)
    with np.errstate(divide="ignore"):
        return np.log2(low / (1 - low) * m / n), np.log2(high / (1 - high) * m / n)


def conservative_log_ratio(
    a: ArrayLike, b: ArrayLike, n: ArrayLike, m: ArrayLike, alpha: float = 0.05, comparisons: int = 1
) -> Array:
    """Return the limit of the log ratio that is nearer to 0; 0 if the interval holds it.

    Parameters
    ----------
    alpha : float
        How often all `comparisons` together may err (Bonferroni).

    References
    ----------
    Evert (2022), Measuring keyness.

    Examples
    --------
    >>> conservative_log_ratio([3, 30, 300], [1, 10, 100], 10_000, 10_000).round(3).tolist()
    [0.0, 0.513, 1.254]
    >>> conservative_log_ratio([3, 30, 300], [1, 10, 100], 10_000, 10_000, 0.001, 3).round(3).tolist()
    [0.0, 0.0, 0.996]
    """
    low, high = limits(a, b, n, m, alpha / comparisons)
    return np.where(low > 0, low, np.where(high < 0, high, 0.0))


def deviation_of_proportions(counts: pd.DataFrame, sizes: pd.Series) -> pd.Series:
    """Return Gries's DP of each item: 0 spread over documents as they are long, near 1 all in one short document.

    Parameters
    ----------
    counts : DataFrame
        `item`, `doc_id`, `n`.
    sizes : Series
        How many items each document has, by `doc_id`.

    References
    ----------
    Gries (2008), International Journal of Corpus Linguistics 13.

    Examples
    --------
    >>> counts = pd.DataFrame({"item": ["a", "a", "b"], "doc_id": ["x", "y", "x"], "n": [1, 1, 2]})
    >>> deviation_of_proportions(counts, pd.Series({"x": 10, "y": 10})).round(2).to_dict()
    {'a': 0.0, 'b': 0.5}
    """
    share = counts["doc_id"].map(sizes) / sizes.sum()
    own = counts["n"] / counts.groupby("item")["n"].transform("sum")
    # where an item is not, its share is nothing, and the difference is the size of that document
    there = (own - share).abs().groupby(counts["item"]).sum()
    return (there + 1 - share.groupby(counts["item"]).sum()) / 2


def keyness(words: pd.DataFrame, target: pd.Series, least: int = 3, alpha: float = 0.05) -> pd.DataFrame:
    """Compare the items of a target with those of the rest, the reference.

    Parameters
    ----------
    words : DataFrame
        As `words.counted_words` gives it.
    target : Series of bool
        Which words are the target's.
    least : int
        How often an item must be in both together.
    alpha : float
        Of the interval, and of the conservative log ratio over all items of the table.

    Returns
    -------
    DataFrame
        A row per item, the highest conservative log ratio first, then the log-likelihood: counts, rates, `log_ratio`
        with its interval, `conservative` (0: not more than chance over all these items), `log_likelihood`, in how many
        documents and by how many speakers of the target, and `dp` (how unevenly over the documents of the target).

    Raises
    ------
    OptionError
        If target or reference hold no word.
    """
    own, other = words[target], words[~target]
    if own.empty or other.empty:
        raise OptionError(f"The target has {len(own)} words and the reference {len(other)}; both need some.")
    a, b = own["item"].value_counts(), other["item"].value_counts()
    table = pd.DataFrame({"n": a, "n_reference": b}).fillna(0).astype(int)
    table = table[table.sum(axis=1) >= least]
    n, m = len(own), len(other)
    cells = (table["n"].to_numpy(), table["n_reference"].to_numpy(), n, m)
    low, high = limits(*cells, alpha)
    by_document = own.groupby(["item", "doc_id"]).size().rename("n").reset_index()
    table = table.assign(
        per_thousand=1000 * table["n"] / n,
        per_thousand_reference=1000 * table["n_reference"] / m,
        log_ratio=log_ratio(*cells),
        low=low,
        high=high,
        conservative=conservative_log_ratio(*cells, alpha, max(len(table), 1)),
        log_likelihood=log_likelihood(*cells),
        n_documents=own.groupby("item")["doc_id"].nunique(),
        n_documents_reference=other.groupby("item")["doc_id"].nunique(),
        n_speakers=own.groupby("item")["speaker"].nunique(),
        dp=deviation_of_proportions(by_document, own.groupby("doc_id").size()),
    ).fillna({"n_documents": 0, "n_documents_reference": 0, "n_speakers": 0})
    counts = ["n_documents", "n_documents_reference", "n_speakers"]
    table = table.astype(dict.fromkeys(counts, int)).rename_axis("item").reset_index()
    order = table.sort_values(["conservative", "log_likelihood", "item"], ascending=[False, False, True])
    return order[COLUMNS].reset_index(drop=True)
