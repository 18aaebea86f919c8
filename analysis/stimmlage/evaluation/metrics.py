"""Accuracy, macro-F1, AUC and span F1, each with a bootstrap interval over items."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.stats import rankdata


@dataclass(frozen=True)
class Estimate:
    """A figure with its 95 % bootstrap interval and the number of items behind it."""

    value: float
    low: float
    high: float
    n: int

    def __str__(self) -> str:
        return f"{self.value:.3f} [{self.low:.3f}, {self.high:.3f}] n={self.n}"


def bootstrap(statistic: Callable[[np.ndarray], float], n: int, resamples: int = 1000, seed: int = 0) -> Estimate:
    """Estimate a statistic of item indices with its percentile interval over resampled items."""
    rng = np.random.default_rng(seed)
    if n == 0:
        return Estimate(float("nan"), float("nan"), float("nan"), 0)
    values = np.array([statistic(rng.integers(0, n, n)) for _ in range(resamples)])
    low, high = np.nanquantile(values, [0.025, 0.975]) if np.isfinite(values).any() else (np.nan, np.nan)
    return Estimate(float(statistic(np.arange(n))), float(low), float(high), n)


def macro_f1(gold: Sequence[Any], predicted: Sequence[Any], labels: Sequence[Any] | None = None) -> float:
    """Return the unweighted mean of the labels' F1; a label that never occurs counts 0."""
    true, found = np.asarray(gold), np.asarray(predicted)
    scores = []
    for label in labels if labels is not None else sorted(set(true.tolist())):
        hit = ((true == label) & (found == label)).sum()
        total = (true == label).sum() + (found == label).sum()
        scores.append(2 * hit / total if total else 0.0)
    return float(np.mean(scores)) if scores else float("nan")


def accuracy(gold: Sequence[Any], predicted: Sequence[Any]) -> float:
    """Return the share of items with the right label."""
    return float((np.asarray(gold) == np.asarray(predicted)).mean()) if len(gold) else float("nan")


def auc(positive: Sequence[bool], score: Sequence[float]) -> float:
    """Return the area under the ROC curve: how often a positive item scores above a negative one."""
    is_positive = np.asarray(positive, bool)
    n_pos, n_neg = is_positive.sum(), (~is_positive).sum()
    if not n_pos or not n_neg:
        return float("nan")
    ranks = rankdata(np.asarray(score, float))[is_positive].sum()
    return float((ranks - n_pos * (n_pos + 1) / 2) / (n_pos * n_neg))


def classification(
    gold: Sequence[str],
    predicted: Sequence[str],
    score: Sequence[float] | None = None,
    positive: str | None = None,
    negative: str | None = None,
    seed: int = 0,
) -> dict[str, Estimate]:
    """Score labels (accuracy, macro-F1) and, with a score and two opposite labels, the AUC."""
    gold_, predicted_ = np.asarray(gold), np.asarray(predicted)
    labels = sorted(set(gold_.tolist()))
    figures = {
        "accuracy": bootstrap(lambda i: accuracy(gold_[i], predicted_[i]), len(gold_), seed=seed),
        "macro_f1": bootstrap(lambda i: macro_f1(gold_[i], predicted_[i], labels), len(gold_), seed=seed),
    }
    if score is not None and positive is not None:
        keep = np.flatnonzero((gold_ == positive) | (gold_ == negative)) if negative else np.arange(len(gold_))
        is_positive, values = gold_[keep] == positive, np.asarray(score, float)[keep]
        figures["auc"] = bootstrap(lambda i: auc(is_positive[i], values[i]), len(keep), seed=seed)
    return figures
