"""Scores of quotations as in SpkAtt-2023, task 2: one-to-one matching, token precision and recall.

Predicted and gold quotations of a document are matched one to one so that the summed token F1 of
their quotes is largest (a tie goes to the pair of the same type). Each pair, and each quotation left
over against an empty one, gives a token precision and recall for the quote and for each role.
A precision is undefined where nothing was predicted, a recall where nothing is in the gold; undefined
values are left out of the means, so a role that is empty on both sides counts nothing.

**Message** is the mean precision and mean recall of the quotes; **Roles** the means over all values of the
four roles, **Joint** over those of all five; F1 is made of the means. `roles_by_tokens` and `joint_by_tokens`
are another reading: the tokens of the parts of a pair counted together give one precision and one recall.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from scipy.optimize import linear_sum_assignment

ROLES = ("speaker", "cue", "frame", "addressee")
FIGURES = ("message", "roles", "joint", *ROLES, "type", "roles_by_tokens", "joint_by_tokens")
"""What is scored; `type` is Message with a pair of different types counted as a miss."""

Annotation = Mapping[str, Any]
Pair = tuple[Annotation | None, Annotation | None]

_PARTS: Mapping[str, tuple[str, ...]] = {
    "message": ("quote",),
    "type": ("quote",),
    **{r: (r,) for r in ROLES},
    "roles_by_tokens": ROLES,
    "joint_by_tokens": ("quote", *ROLES),
}
_MEANS: Mapping[str, tuple[str, ...]] = {"roles": ROLES, "joint": ("message", *ROLES)}


def tokens_of(quotation: Annotation | None, part: str) -> frozenset[int]:
    """Return the numbers of the tokens of a quote or role; none for no quotation."""
    return frozenset(quotation[part]["tokenIds"]) if quotation else frozenset()


def match(gold: Sequence[Annotation], predicted: Sequence[Annotation]) -> list[Pair]:
    """Match the quotations of a document one to one; what is left over stands against None."""
    true, found = ([tokens_of(q, "quote") for q in side] for side in (gold, predicted))
    overlap = np.zeros((len(gold), len(predicted)))
    for i, g in enumerate(gold):
        for j, p in enumerate(predicted):
            if common := len(true[i] & found[j]):
                overlap[i, j] = 2 * common / (len(true[i]) + len(found[j])) + 1e-6 * (g["type"] == p["type"])
    rows, columns = linear_sum_assignment(-overlap)
    matched = [(int(i), int(j)) for i, j in zip(rows, columns) if overlap[i, j] > 0]
    pairs: list[Pair] = [(gold[i], predicted[j]) for i, j in matched]
    taken, used = {i for i, _ in matched}, {j for _, j in matched}
    pairs += [(g, None) for i, g in enumerate(gold) if i not in taken]
    pairs += [(None, p) for j, p in enumerate(predicted) if j not in used]
    return pairs


def precision_recall(
    gold: Annotation | None, predicted: Annotation | None, parts: Sequence[str]
) -> tuple[float, float]:
    """Return token precision and recall of parts of a pair, counted together; NaN where undefined."""
    true, found = ([tokens_of(q, part) for part in parts] for q in (gold, predicted))
    common = sum(len(t & f) for t, f in zip(true, found))
    n_found, n_true = sum(map(len, found)), sum(map(len, true))
    return common / n_found if n_found else float("nan"), common / n_true if n_true else float("nan")


def document_sums(gold: Sequence[Annotation], predicted: Sequence[Annotation]) -> np.ndarray:
    """Sum precision and recall over the pairs of a document.

    Returns
    -------
    array of shape (figures, 4)
        Sum of precisions, their number, sum of recalls, their number; a row per figure.
    """
    sums = np.zeros((len(FIGURES), 4))
    for g, p in match(gold, predicted):
        for figure, parts in _PARTS.items():
            precision, recall = precision_recall(g, p, parts)
            if figure == "type" and g and p and g["type"] != p["type"]:
                precision = recall = 0.0
            for column, value in ((0, precision), (2, recall)):
                if value == value:
                    sums[FIGURES.index(figure), column : column + 2] += value, 1
    for figure, means in _MEANS.items():
        sums[FIGURES.index(figure)] = sums[[FIGURES.index(m) for m in means]].sum(0)
    return sums


def f1(sums: np.ndarray) -> np.ndarray:
    """Return F1 of each figure from summed precisions and recalls."""
    with np.errstate(invalid="ignore", divide="ignore"):
        precision, recall = sums[..., 0] / sums[..., 1], sums[..., 2] / sums[..., 3]
        return np.where(precision + recall > 0, 2 * precision * recall / (precision + recall), 0.0)
