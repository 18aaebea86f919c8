"""Rates of groups: exact Poisson limits, widened by how hits clump in the units."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike
from scipy.stats import chi2, norm, t

Array = np.ndarray


class Estimate(NamedTuple):
    """An estimate with its interval.

    Attributes
    ----------
    value, low, high : float or ndarray
        NaN where there is nothing to estimate.
    clumping : float or ndarray
        How many hits come where one would come by chance, 1 or more; the interval is that of `hits / clumping`
        independent ones.
    n_effective : float or ndarray
        How many units of equal size carry as much.
    """

    value: Array
    low: Array
    high: Array
    clumping: Array
    n_effective: Array


def rate(hits: ArrayLike, words: ArrayLike, level: float = 0.95) -> Estimate:
    r"""Estimate a rate from the hits and words of independent units: documents, or the sentences of one text.

    With :math:`Y` hits in :math:`W` words the limits are Garwood's exact ones for :math:`Y / c` independent hits,

    .. math:: low = \frac{c}{2W} \chi^2_{\alpha/2}(2Y/c), \quad high = \frac{c}{2W} \chi^2_{1-\alpha/2}(2Y/c + 2)

    where :math:`c = \max(1, \varphi (t/z)^2)` says how much the hits clump: :math:`\varphi` is the variance of the
    rate, estimated by leaving out one unit at a time, over that of a Poisson process,
    :math:`\varphi = \frac{n-1}{n} \sum_i (e_i / (1 - h_i))^2 / Y` with :math:`e_i = y_i - w_i Y/W` and
    :math:`h_i = w_i / W`; t has :math:`n_{eff} - 1` degrees of freedom, :math:`n_{eff} = W^2 / \sum w_i^2`.

    It assumes that units are independent. With no hit, or one unit, nothing tells how hits clump, and c is 1.

    Parameters
    ----------
    hits, words : array of float, shape (n,)
        Of each unit; units without words are left out. The rate is per what `words` counts in.
    level : float
        What the interval covers.

    Returns
    -------
    Estimate

    References
    ----------
    Garwood (1936), Biometrika 28; Fay & Feuer (1997), Statistics in Medicine 16; Kish (1965), Survey Sampling;
    Bell & McCaffrey (2002), Survey Methodology 28.

    Examples
    --------
    >>> found = rate([3, 0, 2, 5, 1], [300, 250, 400, 350, 200])
    >>> [round(100 * float(x), 4) for x in found[:3]], round(float(found.clumping), 3)
    ([0.7333, 0.1997, 1.8779], 2.751)
    >>> round(100 * float(rate([0, 0, 0], [10, 8, 7]).high), 4)
    14.7555
    """
    hits, words = np.asarray(hits, float), np.asarray(words, float)
    found = rates(hits, words, np.zeros(len(hits), int), 1, level)
    return Estimate(*(column[0] for column in found))


def rates(hits: Array, words: Array, group: Array, n_groups: int, level: float = 0.95) -> Estimate:
    """Estimate the rates of many groups at once; `group` is the number of the group of each unit.

    The formula is that of `rate`; all arrays of the result have the shape (n_groups,).
    """
    spoken = words > 0
    hits, words, group = hits[spoken], words[spoken], group[spoken]

    def summed(of: Array) -> Array:
        return np.bincount(group, of, n_groups)

    n, total, size = summed(np.ones(len(hits))), summed(hits), summed(words)
    with np.errstate(divide="ignore", invalid="ignore"):
        value = total / size
        left = 1 - words / size[group]
        residual = np.where(left > 0, (hits - value[group] * words) / left, 0.0)
        phi = (n - 1) / n * summed(residual**2) / total
        effective = size**2 / summed(words**2)
        clumping = np.where((total > 0) & (n > 1), np.fmax(phi * _widening(effective, level), 1), 1.0)
        scale, tail = clumping / (2 * size), (1 - level) / 2
        low = np.where(total > 0, scale * chi2.ppf(tail, 2 * total / clumping), 0.0)
        high = scale * chi2.ppf(1 - tail, 2 * total / clumping + 2)
    there = size > 0
    value, low, high = (np.where(there, column, np.nan) for column in (value, low, high))
    return Estimate(value, low, high, clumping, np.where(there, effective, 0.0))


def _widening(effective: Array, level: float) -> Array:
    """Return the square of t over z: what few units add to an interval."""
    share = (1 + level) / 2
    widening: Array = (t.ppf(share, np.fmax(effective - 1, 1)) / norm.ppf(share)) ** 2
    return widening
