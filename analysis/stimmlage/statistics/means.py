"""Means of values between -1 and 1, and net rates, with what values of one unit have in common."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike
from scipy.stats import norm, t

from stimmlage.statistics.rates import Array, Estimate


def mean(values: ArrayLike, unit: ArrayLike | None = None, level: float = 0.95) -> Estimate:
    r"""Estimate a mean of values in [-1, 1] that come in units: documents, or the sentences of one text.

    One value -1 and one value 1, each of weight one half, are added, so that few equal values leave a doubt. With
    :math:`N' = N + 1`, :math:`m' = N m / N'` and :math:`v` the variance of the extended values (divisor
    :math:`N' - 1`) over :math:`N'`, the interval is

    .. math:: m' \pm z \sqrt{v \cdot \max(1, (t/z)^2 \cdot deff)}

    cut at -1 and 1. The design effect :math:`deff = V_J / (s^2 / N)` compares the variance by leaving out one unit at
    a time, :math:`V_J = \frac{n-1}{n} \sum_i ((s_i - m k_i) / (1 - h_i))^2 / N^2` (:math:`s_i, k_i` the sum and
    number of values in unit i, :math:`h_i = k_i / N`), with that of independent values; it is 1 where all values are
    equal. t has :math:`n_{eff} - 1` degrees of freedom.

    Parameters
    ----------
    values : array of float, shape (N,)
    unit : array, shape (N,), optional
        The unit of each value; by default each is its own.
    level : float
        What the interval covers.

    Returns
    -------
    Estimate
        `value` is the plain mean; `clumping` is the design effect.

    References
    ----------
    Agresti & Coull (1998), The American Statistician 52; Kish (1965), Survey Sampling; Bell & McCaffrey (2002),
    Survey Methodology 28.

    Examples
    --------
    >>> found = mean([.5, 0, .25, 0, 0, -.5, -.25, 0, 0, .25, 0, .5], [1, 1, 1, 2, 2, 3, 3, 3, 3, 4, 5, 5])
    >>> [round(float(x), 4) for x in found[:3]]
    [0.0625, -0.4784, 0.5938]
    >>> round(float(mean([0.0] * 10).high), 4)
    0.2157
    """
    values = np.asarray(values, float)
    units = np.arange(len(values)) if unit is None else np.unique(np.asarray(unit), return_inverse=True)[1]
    sums, squares, counts = (np.bincount(units, w) for w in (values, values**2, np.ones(len(values))))
    found = means(sums, squares, counts, np.zeros(len(sums), int), 1, level)
    return Estimate(*(column[0] for column in found))


def means(sums: Array, squares: Array, counts: Array, group: Array, n_groups: int, level: float = 0.95) -> Estimate:
    """Estimate the means of many groups at once, from the sum, sum of squares and number of values of each unit.

    The formula is that of `mean`; all arrays of the result have the shape (n_groups,).
    """
    value, variance, deff, effective = spread(sums, squares, counts, group, n_groups)
    number = np.bincount(group, counts, n_groups)
    share = (1 + level) / 2
    z = norm.ppf(share)
    with np.errstate(invalid="ignore"):
        widening = (t.ppf(share, np.fmax(effective - 1, 1)) / z) ** 2
        centre = number * value / (number + 1)
        half = z * np.sqrt(variance * np.fmax(1, widening * deff))
        return Estimate(value, np.fmax(centre - half, -1), np.fmin(centre + half, 1), np.fmax(deff, 1), effective)


def spread(
    sums: Array, squares: Array, counts: Array, group: Array, n_groups: int
) -> tuple[Array, Array, Array, Array]:
    """Return the mean, the variance of the mean of the extended values, the design effect and n_eff of each group."""

    def summed(of: Array) -> Array:
        return np.bincount(group, of, n_groups)

    number, n = summed(counts), summed((counts > 0).astype(float))
    with np.errstate(divide="ignore", invalid="ignore"):
        value = np.where(number > 0, summed(sums) / number, np.nan)
        centre = number * value / (number + 1)
        variance = (summed(squares) + 1 - (number + 1) * centre**2) / number / (number + 1)
        plain = np.fmax(summed(squares) - number * value**2, 0) / (number - 1)
        left = 1 - counts / number[group]
        residual = np.where(left > 0, (sums - value[group] * counts) / left, 0.0)
        jackknife = (n - 1) / n * summed(residual**2) / number**2
        deff = np.where((number > 1) & (plain > 1e-12), jackknife / (plain / number), 1.0)
        effective = np.where(number > 0, number**2 / summed(counts**2), 0.0)
    return value, variance, deff, effective


def net_rates(sums: Array, squares: Array, words: Array, group: Array, n_groups: int, level: float = 0.95) -> Estimate:
    r"""Estimate the net rates of many groups at once: weights for less weights against, per words.

    The interval is :math:`m \pm t \sqrt{V}` with :math:`n_{eff} - 1` degrees of freedom. V is the variance by leaving
    out one unit at a time, but never less than that of independent hits, :math:`(\sum w^2 + 1/2) / W^2` (a compound
    Poisson process).

    Parameters
    ----------
    sums, squares : ndarray, shape (n,)
        Of each unit the sum of its signed weights, and of their squares.
    words : ndarray, shape (n,)
    group : ndarray of int, shape (n,)
    """
    value, variance, effective = net_spread(sums, squares, words, group, n_groups)
    half = t.ppf((1 + level) / 2, np.fmax(effective - 1, 1)) * np.sqrt(variance)
    return Estimate(value, value - half, value + half, np.ones(n_groups), effective)


def net_spread(sums: Array, squares: Array, words: Array, group: Array, n_groups: int) -> tuple[Array, Array, Array]:
    """Return the net rate of each group, its variance and n_eff."""

    def summed(of: Array) -> Array:
        return np.bincount(group, of, n_groups)

    size, n = summed(words), summed((words > 0).astype(float))
    with np.errstate(divide="ignore", invalid="ignore"):
        value = np.where(size > 0, summed(sums) / size, np.nan)
        left = 1 - words / size[group]
        residual = np.where(left > 0, (sums - value[group] * words) / left, 0.0)
        jackknife = np.where(n > 1, (n - 1) / n * summed(residual**2) / size**2, 0.0)
        variance = np.fmax(jackknife, (summed(squares) + 0.5) / size**2)
        effective = np.where(size > 0, size**2 / summed(words**2), 0.0)
    return value, variance, effective
