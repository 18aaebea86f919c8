"""Krippendorff's alpha for unitising: coders who cut stretches out of a text and name them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from stimmlage.errors import ColumnError, InputError


class Section(NamedTuple):
    """A stretch of the continuum: a unit that a coder has marked, or a gap between units."""

    start: int
    length: int
    marked: bool


def unitizing_alpha(spans: pd.DataFrame, length: int, start: int = 0) -> pd.DataFrame:
    r"""Say how far coders agree in cutting stretches out of a text: their borders, lengths and categories at once.

    A text of length *L* is cut by each of *m* coders into units and gaps. With :math:`\delta^2` the squared
    differences of the borders of units that overlap, and the squared length of a unit that lies in a gap of another
    coder,

    .. math:: \alpha_U = 1 - \sum_c D_{o,c} / \sum_c D_{e,c}, \quad
              D_{o,c} = \frac{\sum_{i \ne j} \sum_{g, h} \delta^2_{c i g j h}}{m (m - 1) L^2}

    and :math:`D_{e,c}` the disagreement of the same units and gaps laid at random. Units of one coder and category
    do not overlap. Unlike :math:`\alpha` by token it does not count neighbouring tokens as independent, and it sees
    whether two stretches are one.

    Parameters
    ----------
    spans : DataFrame
        `coder`, `start`, `end` (half-open) and `category`, a row per unit of a single document.
    length : int
        Of the text, in what `start` counts in.
    start : int
        Where the text begins.

    Returns
    -------
    DataFrame
        `category`, `alpha`, `observed`, `expected` and `n_units`; the first row, `all`, is for all categories.

    References
    ----------
    Krippendorff (1995), Sociological Methodology 25; Krippendorff (2004), Content Analysis, ch. 11.6.

    Examples
    --------
    The example of Krippendorff (1995), category c:

    >>> spans = pd.DataFrame(
    ...     [("i", 225, 295), ("i", 370, 400), ("j", 220, 300), ("j", 355, 375), ("j", 400, 420)],
    ...     columns=["coder", "start", "end"],
    ... ).assign(category="c")
    >>> float(unitizing_alpha(spans, 300, start=150)["alpha"].iloc[0].round(4))
    0.7286
    """
    if missing := [c for c in ("coder", "start", "end", "category") if c not in spans.columns]:
        raise ColumnError(f"`spans` lacks the columns {missing}; it has {list(spans.columns)}.")
    if not ((spans["start"] >= start) & (spans["end"] <= start + length) & (spans["start"] < spans["end"])).all():
        raise InputError(f"Spans lie between {start} and {start + length}, half-open and not empty; some do not.")
    coders = sorted(spans["coder"].unique())
    if len(coders) < 2:
        raise InputError(f"Agreement needs two coders or more; `spans` has {coders}.")
    rows = []
    for category, marked in spans.groupby("category", sort=True):
        cut = [_sections(marked[marked["coder"] == coder], start, length) for coder in coders]
        rows.append((str(category), *_disagreements(cut, length), len(marked)))
    observed, expected = sum(r[1] for r in rows), sum(r[2] for r in rows)
    rows.insert(0, ("all", observed, expected, len(spans)))
    return pd.DataFrame(
        [(name, 1 - o / e if e else np.nan, o, e, n) for name, o, e, n in rows],
        columns=["category", "alpha", "observed", "expected", "n_units"],
    )


def _sections(marked: pd.DataFrame, start: int, length: int) -> list[Section]:
    """Cut the continuum into the units of one coder and the gaps between them."""
    found, at = [], start
    for a, b in sorted(zip(marked["start"].astype(int), marked["end"].astype(int), strict=True)):
        if a < at:
            raise InputError(
                f"The units of one coder and category do not overlap; here one begins at {a}, before {at}."
            )
        if a > at:
            found.append(Section(at, a - at, False))
        found.append(Section(a, b - a, True))
        at = b
    if at < start + length:
        found.append(Section(at, start + length - at, False))
    return found


def _disagreements(cut: Sequence[Sequence[Section]], length: int) -> tuple[float, float]:
    """Return the observed and the expected disagreement of one category."""
    m = len(cut)
    observed = sum(_between(cut[i], cut[j]) for i in range(m) for j in range(i)) * 2 / (m * (m - 1) * length**2)
    units = np.array([s.length for sections in cut for s in sections if s.marked], float)
    gaps = np.sort([s.length for sections in cut for s in sections if not s.marked]).astype(float)
    longer = len(gaps) - np.searchsorted(gaps, units)
    sums = np.append(np.cumsum(gaps[::-1])[::-1], 0.0)[np.searchsorted(gaps, units)] if len(gaps) else 0 * units
    overlapping = (len(units) - 1) / 3 * (2 * units**3 - 3 * units**2 + units)
    within = units**2 * (sums - (units - 1) * longer)
    places = m * length * (m * length - 1) - (units * (units - 1)).sum()
    return float(observed), float(2 / length * (overlapping + within).sum() / places)


def _between(a: Iterable[Section], b: Sequence[Section]) -> int:
    """Sum up the squared differences of two coders; sections are in order, so both lists are gone through once."""
    total, first = 0, 0
    for x in a:
        while first < len(b) and b[first].start + b[first].length <= x.start:
            first += 1
        k = first
        while k < len(b) and b[k].start < x.start + x.length:
            total += _difference(x, b[k])
            k += 1
    return total


def _difference(x: Section, y: Section) -> int:
    x_end, y_end = x.start + x.length, y.start + y.length
    if x.marked and y.marked:
        return (x.start - y.start) ** 2 + (x_end - y_end) ** 2
    if x.marked and y.start <= x.start and x_end <= y_end:
        return x.length**2
    if y.marked and x.start <= y.start and y_end <= x_end:
        return y.length**2
    return 0
