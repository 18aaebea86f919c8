"""Two groups against each other, whose documents may be their own, shared, or partly shared."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike
from scipy.stats import t

from stimmlage.statistics.means import net_spread, spread
from stimmlage.statistics.rates import Array


class Contrast(NamedTuple):
    """The ratio or difference of two groups with its interval, and the p-value of there being none."""

    value: float
    low: float
    high: float
    p: float
    degrees: float


def compare_rates(
    hits_a: ArrayLike, words_a: ArrayLike, hits_b: ArrayLike, words_b: ArrayLike, level: float = 0.95
) -> Contrast:
    r"""Compare the rates of two groups, by their ratio.

    The arrays name the same documents in the same order; a document without words of a group has 0 there. With
    :math:`\theta = \ln((Y_a + .5) / W_a) - \ln((Y_b + .5) / W_b)` and for each document
    :math:`I = e_a / ((1 - h_a) Y_a) - e_b / ((1 - h_b) Y_b)` (see `rate`; 0 for an absent group or one without
    hits), the variance is

    .. math:: V = \max\left(\frac{k-1}{k} \sum I^2, \frac{1}{Y_a + .5} + \frac{1}{Y_b + .5}\right)

    with k the smaller number of documents. :math:`\theta / \sqrt{V}` is taken for t-distributed with the degrees of
    freedom of Welch and Satterthwaite. It assumes that documents are independent.

    Parameters
    ----------
    hits_a, words_a, hits_b, words_b : array of float, shape (n,)
    level : float
        What the interval covers.

    Returns
    -------
    Contrast
        `value` is the ratio of the rates.

    References
    ----------
    Bell & McCaffrey (2002), Survey Methodology 28; Satterthwaite (1946), Biometrics Bulletin 2.

    Examples
    --------
    >>> a, words_a = [3, 0, 2, 5, 1, 0, 0, 0, 0], [300, 250, 400, 350, 200, 0, 0, 0, 0]
    >>> b, words_b = [0, 0, 0, 0, 0, 8, 6, 9, 12], [0, 0, 0, 0, 0, 300, 350, 380, 420]
    >>> [round(float(x), 4) for x in compare_rates(a, words_a, b, words_b)[:4]]
    [0.3131, 0.1282, 0.7649, 0.0204]
    """
    a, b = (
        (np.asarray(hits_a, float), np.asarray(words_a, float)),
        (np.asarray(hits_b, float), np.asarray(words_b, float)),
    )
    k = min(np.count_nonzero(a[1]), np.count_nonzero(b[1]))
    if not k:
        return Contrast(*(np.nan,) * 5)
    logs, floors, influences = zip(*(_log_rate(*group) for group in (a, b)))
    together = (k - 1) / k * float(((influences[0] - influences[1]) ** 2).sum())
    variance = max(together, sum(floors))
    alone = [max(float((i**2).sum()), floor) for i, floor in zip(influences, floors)]
    degrees = _degrees(alone, [_effective(group[1]) for group in (a, b)])
    theta, half, p = _tested(logs[0] - logs[1], variance, degrees, level)
    return Contrast(float(np.exp(theta)), float(np.exp(theta - half)), float(np.exp(theta + half)), p, degrees)


def compare_means(a: tuple[Array, Array, Array], b: tuple[Array, Array, Array], level: float = 0.95) -> Contrast:
    r"""Compare the means of two groups of values in [-1, 1], by their difference.

    The variances :math:`v \cdot \max(1, deff)` of both (see `mean`) are added up; the degrees of freedom are those of
    Welch and Satterthwaite.

    Parameters
    ----------
    a, b : (ndarray, ndarray, ndarray), each of shape (n,)
        Of each document the sum, the sum of squares and the number of the values of a group.
    level : float
        What the interval covers.

    Returns
    -------
    Contrast

    Examples
    --------
    >>> def sums(*documents):
    ...     return tuple(np.array([f(np.array(d)) for d in documents]) for f in (np.sum, lambda d: (d**2).sum(), len))
    >>> a = sums([.5, 0, .25], [0, 0], [-.5, -.25, 0, 0], [.25], [0, .5])
    >>> b = sums([-.5, -.25], [-.5, 0, -.25], [-.25], [-.7, -.5, 0])
    >>> [round(x, 4) for x in compare_means(a, b)[:4]]
    [0.3903, -0.1553, 0.9359, 0.1288]
    """
    values, variances, effective = [], [], []
    for sums, squares, counts in (a, b):
        value, variance, deff, n = (x[0] for x in spread(sums, squares, counts, np.zeros(len(sums), int), 1))
        values.append(value)
        variances.append(variance * max(1.0, deff))
        effective.append(n)
    return _difference(values, variances, effective, level)


def compare_net_rates(a: tuple[Array, Array, Array], b: tuple[Array, Array, Array], level: float = 0.95) -> Contrast:
    """Compare the net rates of two groups, by their difference: of each document the sums, squares and words."""
    found = [[x[0] for x in net_spread(*group, np.zeros(len(group[0]), int), 1)] for group in (a, b)]
    values, variances, effective = ([one[i] for one in found] for i in range(3))
    return _difference(values, variances, effective, level)


def _difference(values: list[float], variances: list[float], effective: list[float], level: float) -> Contrast:
    if not all(np.isfinite(values)):
        return Contrast(*(np.nan,) * 5)
    degrees = _degrees(variances, effective)
    value, half, p = _tested(float(values[0] - values[1]), float(sum(variances)), degrees, level)
    return Contrast(value, value - half, value + half, p, degrees)


def _log_rate(hits: Array, words: Array) -> tuple[float, float, Array]:
    """Return the logarithm of a rate, the least variance that it can have, and what each document adds to it."""
    total, size = hits.sum(), words.sum()
    if total:
        left = 1 - words / size
        influence = np.divide(hits - total / size * words, left * total, out=np.zeros(len(hits)), where=left > 0)
    else:
        influence = np.zeros(len(hits))
    return float(np.log((total + 0.5) / size)), float(1 / (total + 0.5)), influence


def _effective(words: Array) -> float:
    return float(words.sum() ** 2 / (words**2).sum())


def _degrees(variances: list[float], effective: list[float]) -> float:
    below = sum(v**2 / max(n - 1, 1) for v, n in zip(variances, effective))
    return float(sum(variances) ** 2 / below)


def _tested(value: float, variance: float, degrees: float, level: float) -> tuple[float, float, float]:
    """Return the value, half of its interval, and its p-value."""
    error = np.sqrt(variance)
    return value, float(t.ppf((1 + level) / 2, degrees) * error), float(2 * t.sf(abs(value) / error, degrees))
