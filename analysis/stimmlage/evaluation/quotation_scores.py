"""Scores of quotations as in SpkAtt-2023, task 2: one-to-one matching, token precision and recall.

Predicted and gold quotations of a document are matched one to one so that the summed token F1 of
their quotes is largest (a tie goes to the pair of the same type). Each pair, and each quotation left
over against an empty one, gives a token precision and recall for the quote and for each role.
A precision is undefined where nothing was predicted, a recall where nothing is in the gold; undefined
values are left out of the means. **Message** is the quote, **Roles** the tokens of speaker, cue, frame
and addressee together, **Joint** all five together; F1 is made of mean precision and mean recall.

The reading was checked with the published figures of a baseline that takes quotation marks only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from scipy.optimize import linear_sum_assignment

ROLES = ("speaker", "cue", "frame", "addressee")
FIGURES = ("message", "roles", "joint", *ROLES, "type")
"""What is scored; `type` is Message with a pair of different types counted as a miss."""

_PARTS: Mapping[str, tuple[str, ...]] = {
    "message": ("quote",), "roles": ROLES, "joint": ("quote", *ROLES), **{r: (r,) for r in ROLES},
}


def tokens_of(quotation: Mapping[str, Any], part: str) -> frozenset[int]:
    """Return the numbers of the tokens of a quote or role."""
    return frozenset(quotation[part]["tokenIds"])


def match(gold: Sequence[Mapping], predicted: Sequence[Mapping]) -> list[tuple[Mapping | None, Mapping | None]]:
    """Match the quotations of a document one to one; what is left over stands against None."""
    overlap = np.zeros((len(gold), len(predicted)))
    for i, g in enumerate(gold):
        true = tokens_of(g, "quote")
        for j, p in enumerate(predicted):
            found = tokens_of(p, "quote")
            if common := len(true & found):
                overlap[i, j] = 2 * common / (len(true) + len(found)) + 1e-6 * (g["type"] == p["type"])
    rows, columns = linear_sum_assignment(-overlap)
    pairs: list[tuple[Mapping | None, Mapping | None]] = []
    for i, j in zip(rows, columns):
        if overlap[i, j] > 0:
            pairs.append((gold[i], predicted[j]))
    matched = {id(q) for pair in pairs for q in pair}
    pairs += [(g, None) for g in gold if id(g) not in matched]
    pairs += [(None, p) for p in predicted if id(p) not in matched]
    return pairs


def document_sums(gold: Sequence[Mapping], predicted: Sequence[Mapping]) -> np.ndarray:
    """Sum precision and recall over the pairs of a document.

    Returns
    -------
    array of shape (figures, 4)
        Sum of precisions, their number, sum of recalls, their number; a row per figure.
    """
    sums = np.zeros((len(FIGURES), 4))
    for g, p in match(gold, predicted):
        for row, figure in enumerate(FIGURES):
            parts = _PARTS.get(figure, ("quote",))
            true = [tokens_of(g, part) if g else frozenset() for part in parts]
            found = [tokens_of(p, part) if p else frozenset() for part in parts]
            common = sum(len(t & f) for t, f in zip(true, found))
            if figure == "type" and g and p and g["type"] != p["type"]:
                common = 0
            n_found, n_true = sum(map(len, found)), sum(map(len, true))
            if n_found:
                sums[row, :2] += common / n_found, 1
            if n_true:
                sums[row, 2:] += common / n_true, 1
    return sums


def f1(sums: np.ndarray) -> np.ndarray:
    """Return F1 of each figure from summed precisions and recalls."""
    with np.errstate(invalid="ignore", divide="ignore"):
        precision, recall = sums[..., 0] / sums[..., 1], sums[..., 2] / sums[..., 3]
        return np.where(precision + recall > 0, 2 * precision * recall / (precision + recall), 0.0)
