"""Reliability of coders: Krippendorff's alpha and Cohen's kappa, by nltk, with intervals on top."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from itertools import accumulate
from typing import Any

import numpy as np
import pandas as pd
from nltk.metrics.agreement import AnnotationTask
from nltk.metrics.distance import binary_distance, interval_distance
from scipy.stats import t

from stimmlage.errors import ColumnError, InputError, OptionError

DISTANCES = ("nominal", "ordinal", "interval")
GROUPS = 10
"""How many groups of items are left out in turn."""
SAFE, TENTATIVE = 0.8, 0.667
"""What alpha must reach for conclusions that are safe, and for tentative ones (Krippendorff 2004, p. 241)."""

Rating = tuple[str, Hashable, Any]


def reliability(ratings: pd.DataFrame, distance: str = "nominal", block: str | None = None) -> pd.DataFrame:
    r"""Say how far coders agree on the labels of items.

    - Krippendorff's :math:`\alpha = 1 - D_o / D_e`: the observed disagreement over the one expected if labels were
      dealt out at random. Any number of coders; who has not seen an item is left out there.
    - Cohen's :math:`\kappa = (A_o - A_e) / (1 - A_e)`, where each coder keeps her own distribution; the mean over all
      pairs of coders, with the weights of the distance. Every coder must have seen every item.

    1 is perfect, 0 is chance, below 0 is worse than chance. The interval leaves out a tenth of the items in turn (the
    delete-a-group jackknife, t with 9 degrees of freedom): items in neighbouring rows, or whole blocks, since
    neighbours depend on each other.

    Parameters
    ----------
    ratings : DataFrame
        `coder`, `item` and `label`, a row for each label that a coder has given.
    distance : {'nominal', 'ordinal', 'interval'}
        How far two labels are apart: equal or not; by how many labels lie between them; by the square of their
        difference. For the last two labels are numbers.
    block : str, optional
        A column that names what is independent of each other, such as the document.

    Returns
    -------
    DataFrame
        A row each for `alpha`, `kappa` and `observed` (the share of pairs of labels that are equal): `coefficient`,
        `value`, `low`, `high`, `n_items`, `n_coders`, `reading`. NaN where there is only one label: nothing to agree
        on. An interval needs items that differ.

    References
    ----------
    Krippendorff (2004), Content Analysis, ch. 11; Cohen (1960), Educational and Psychological Measurement 20;
    Artstein & Poesio (2008), Computational Linguistics 34; Kott (2001), Journal of Official Statistics 17.

    Examples
    --------
    >>> ratings = pd.DataFrame(
    ...     [(c, i, l) for c, labels in {"Ada": "aabbabab", "Ben": "aabbabba"}.items() for i, l in enumerate(labels)],
    ...     columns=["coder", "item", "label"],
    ... )
    >>> reliability(ratings)[["coefficient", "value", "reading"]].round(2).values.tolist()[0]
    ['alpha', 0.53, 'not reliable']
    """
    needed = ["coder", "item", "label", *([block] if block else [])]
    if missing := [c for c in needed if c not in ratings.columns]:
        raise ColumnError(f"`ratings` lacks the columns {missing}; it has {list(ratings.columns)}.")
    if distance not in DISTANCES:
        raise OptionError(f"`distance` is one of {', '.join(map(repr, DISTANCES))}; not {distance!r}.")
    if distance != "nominal" and not pd.api.types.is_numeric_dtype(ratings["label"]):
        raise InputError(
            f"With distance={distance!r} labels are numbers; here they are like {str(ratings['label'].iloc[0])!r}."
        )
    kept = ratings.dropna(subset=["label"])
    if kept.duplicated(["coder", "item"]).any():
        twice = kept[kept.duplicated(["coder", "item"])].iloc[0]
        raise InputError(f"Coder {twice['coder']!r} labels the item {str(twice['item'])!r} twice; give one label each.")
    blocks = kept[block] if block else kept["item"]
    rows = list(zip(kept["coder"].astype(str), kept["item"], kept["label"], strict=True))
    found = coefficients(rows, pd.factorize(blocks)[0].tolist(), distance)
    n_items, n_coders = kept["item"].nunique(), kept["coder"].nunique()
    return pd.DataFrame(
        [
            (name, *found[name], n_items, n_coders, reading(found[name][0]) if name == "alpha" else "")
            for name in ("alpha", "kappa", "observed")
        ],
        columns=["coefficient", "value", "low", "high", "n_items", "n_coders", "reading"],
    )


def reading(alpha: float) -> str:
    """Say what an alpha allows to conclude."""
    if np.isnan(alpha):
        return "nothing to agree on"
    return "reliable" if alpha >= SAFE else "tentative conclusions only" if alpha >= TENTATIVE else "not reliable"


def coefficients(
    rows: Sequence[Rating], blocks: Sequence[int], distance: str = "nominal", interval: bool = True
) -> dict[str, tuple[float, float, float]]:
    """Return `alpha`, `kappa` and `observed`, each with its limits; `blocks` numbers what is left out together."""
    whole = _task_values(rows, distance)
    group_of = _groups(blocks)
    left_out = sorted(set(group_of)) if interval else []
    parts = [_task_values([r for r, k in zip(rows, group_of, strict=True) if k != g], distance) for g in left_out]
    return {name: (value, *_limits(value, [part[name] for part in parts])) for name, value in whole.items()}


def _groups(blocks: Sequence[int]) -> list[int]:
    """Deal blocks out to at most `GROUPS` groups of about as many rows, neighbours together."""
    sizes = Counter(blocks)
    order = list(dict.fromkeys(blocks))
    ends = dict(zip(order, accumulate(sizes[b] for b in order)))
    n = min(GROUPS, len(order))
    return [min((ends[b] - 1) * n // len(blocks), n - 1) for b in blocks]


def _limits(value: float, parts: Sequence[float]) -> tuple[float, float]:
    """Return the limits by leaving out one group at a time."""
    known = np.array([p for p in parts if not np.isnan(p)])
    if len(known) < 2 or np.isnan(value):
        return np.nan, np.nan
    error = float(np.sqrt((len(known) - 1) / len(known) * ((known - known.mean()) ** 2).sum()))
    half = float(t.ppf(0.975, len(known) - 1)) * error
    return (max(value - half, -1.0), min(value + half, 1.0)) if error > 0 else (np.nan, np.nan)


def _task_values(rows: Sequence[Rating], distance: str) -> dict[str, float]:
    """Ask nltk for the coefficients of some ratings."""
    seen = Counter(item for _, item, _ in rows)
    paired = [row for row in rows if seen[row[1]] > 1]
    labels = {label for *_, label in paired}
    coders = {coder for coder, *_ in paired}
    if len(labels) < 2:
        observed = 1.0 if paired else np.nan
        return {"alpha": np.nan, "kappa": np.nan, "observed": observed}
    apart = _distance(distance, [label for *_, label in paired])
    task = AnnotationTask(paired, distance=apart)
    complete = all(seen[item] == len(coders) for _, item, _ in paired)
    weighted = distance != "nominal"  # the largest distance cancels; nltk divides one of the two sums by it only
    kappa = (task.weighted_kappa() if weighted else task.kappa()) if complete else np.nan
    equal = AnnotationTask(paired).avg_Ao() if complete else np.nan
    return {"alpha": float(task.alpha()), "kappa": float(kappa), "observed": float(equal)}


def _distance(name: str, labels: Sequence[Any]) -> Callable[[Any, Any], float]:
    """Return the distance of two labels; the ordinal one counts the labels between them (Krippendorff 2004, p. 233)."""
    if name == "nominal":
        return binary_distance  # type: ignore[no-any-return]
    if name == "interval":
        return interval_distance  # type: ignore[no-any-return]
    counts = Counter(labels)
    order = sorted(counts)
    below = dict(zip(order, accumulate(counts[k] for k in order)))

    def ordinal(a: Any, b: Any) -> float:
        low, high = min(a, b), max(a, b)
        between = below[high] - below[low] + counts[low]
        return float((between - (counts[low] + counts[high]) / 2) ** 2) if low != high else 0.0

    return ordinal
