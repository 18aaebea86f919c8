"""Figures with what is alike left out: weights learnt from the other groups only, and scored on the one left out.

Weights set by hand while one looks at a gold file fit that file. Beside the figure with these stands one where the same
signs are weighed anew, by ridge regression, from the items of all other groups: of other articles, or of other theses.
What remains of the fit is in which signs there are.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from scipy.optimize import minimize

FOLDS = 10
RIDGE = 1 / 40
"""How strongly weights are drawn to 0, as a share of the items."""
RARE = 1 / 200
"""A sign that a smaller share of the items has gets no weight."""


class LeftOut(NamedTuple):
    """What is found for each item without its group.

    Attributes
    ----------
    score : ndarray of shape (n,)
        Log-odds of the positive label by the signs alone; comparable from fold to fold.
    positive : ndarray of shape (n,)
        Whether the positive label is likelier, with the share that it has among the other groups.
    """

    score: np.ndarray
    positive: np.ndarray


def scores(signs: Sequence[Mapping[str, float]], positive: Sequence[bool], groups: Sequence[Hashable]) -> LeftOut:
    """Score each item by weights learnt from the groups that do not fall into its fold.

    Parameters
    ----------
    signs : sequence of mapping
        What each item shows: name of the sign, and how much of it.
    positive : sequence of bool
        Whether the item has the label that high scores stand for.
    groups : sequence
        What each item belongs to; ten folds are drawn by the md5 of its text.
    """
    names = sorted({name for item in signs for name, size in item.items() if size})
    x = np.array([[item.get(name, 0.0) for name in names] for item in signs], float).reshape(len(signs), len(names))
    x = x[:, (x != 0).mean(axis=0) >= RARE] if len(x) else x
    spread = x.std(axis=0)
    x = x / np.where(spread > 0, spread, 1.0)
    y = np.asarray(positive, bool)
    folds = np.array([int(hashlib.md5(str(group).encode()).hexdigest(), 16) % FOLDS for group in groups])
    score, constant = np.zeros(len(y)), np.zeros(len(y))
    for fold in range(FOLDS):
        out = folds == fold
        if out.any() and len(set(y[~out])) == 2:
            *weights, constant[out] = _fit(x[~out], y[~out])
            score[out] = x[out] @ np.array(weights)
    return LeftOut(score, score + constant > 0)


def _fit(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Fit a logistic regression; its constant is the last of the weights."""
    ridge = RIDGE * len(y)

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        logits = x @ weights[:-1] + weights[-1]
        missed = 1 / (1 + np.exp(-logits)) - y
        likelihood = np.logaddexp(0, np.where(y, -logits, logits)).sum()
        slope = np.append(x.T @ missed + ridge * weights[:-1], missed.sum())
        return float(likelihood + ridge * (weights[:-1] ** 2).sum() / 2), slope

    return np.asarray(minimize(loss, np.zeros(x.shape[1] + 1), jac=True, method="L-BFGS-B").x)


def alike(texts: Sequence[str], overlap: float = 0.6) -> list[int]:
    """Number the groups of texts that share at least this much of their words of four letters and more (Jaccard).

    Examples
    --------
    >>> alike(["Die Maut soll kommen.", "Die Maut soll bald kommen.", "Der Wald soll wachsen."])
    [0, 0, 2]
    """
    sets = [frozenset(word for word in text.lower().split() if len(word.strip(".,!?()")) > 3) for text in texts]
    group = list(range(len(texts)))
    with_word: dict[str, list[int]] = defaultdict(list)
    for i, words in enumerate(sets):
        for j in {j for word in words for j in with_word[word]}:
            if len(words & sets[j]) >= overlap * len(words | sets[j]) and group[i] != group[j]:
                old, new = max(group[i], group[j]), min(group[i], group[j])
                group = [new if g == old else g for g in group]
        for word in words:
            with_word[word].append(i)
    return group


__all__ = ["LeftOut", "alike", "scores"]
