"""Stance of statements towards a thesis: do they support or oppose it? (answers of parties to theses)"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from stimmlage.evaluation.leaving_out import alike, scores
from stimmlage.evaluation.metrics import Estimate, auc, bootstrap, classification
from stimmlage.measures.stance.statement import WEIGHTS, find_signs, read_statement, weigh
from stimmlage.measures.stance.thesis import read_thesis

FIELDS = ("id", "text", "thesis", "label")
LABELS = ("support", "oppose")
CHOICES = {"label": LABELS}
SHARES = (0.3, 0.5, 0.6)
"""Of how many items, those with the highest confidence, the share right is told."""

Item = Mapping[str, Any]


def predict(items: Sequence[Item]) -> list[dict[str, Any]]:
    """Read each statement: `label` is null where no position is found, `score` is from −1 to 1."""
    found = []
    for item in items:
        read = read_statement(item["text"], read_thesis(item["thesis"]))
        label = "support" if read.value > 0 else "oppose" if read.value < 0 else None
        found.append({"id": item["id"], "label": label, "score": read.value, "confidence": read.confidence})
    return found


def evaluate(items: Sequence[Item], predicted: Sequence[Item]) -> dict[str, Estimate]:
    """Score accuracy, macro-F1 and AUC over all items, and the share right of those that are surest.

    No position counts as wrong, and as 0 for the AUC.
    """
    gold = [item["label"] for item in items]
    figures = classification(
        gold,
        [p["label"] or "none" for p in predicted],
        [p["score"] for p in predicted],
        positive="support",
        negative="oppose",
    )
    right = np.array([p["label"] == label for p, label in zip(predicted, gold, strict=True)], float)
    order = sorted(range(len(items)), key=lambda i: (-predicted[i]["confidence"], str(items[i]["id"])))
    for share in SHARES:
        figures[f"right_at_{100 * share:.0f}"] = _share_right(right[order[: int(share * len(order))]])
    ends = [i for i, item in enumerate(items) if read_thesis(item["thesis"]).direction < 0]
    if len({gold[i] for i in ends}) == len(LABELS):
        positive = np.array([gold[i] == "support" for i in ends])
        scores = np.array([predicted[i]["score"] for i in ends])
        figures["auc_ending"] = bootstrap(lambda some: auc(positive[some], scores[some]), len(ends))
    return figures


def _share_right(right: np.ndarray) -> Estimate:
    return bootstrap(lambda some: float(right[some].mean()) if len(some) else float("nan"), len(right))


def tables(items: Sequence[Item], predicted: Sequence[Item]) -> list[pd.DataFrame]:
    """Tell how many statements have a position and are right, by the direction of the thesis; and the figures with
    similar theses left out."""
    rows = pd.DataFrame(
        {
            "direction": [read_thesis(item["thesis"]).direction for item in items],
            "decided": [p["label"] is not None for p in predicted],
            "right": [p["label"] == item["label"] for item, p in zip(items, predicted, strict=True)],
        }
    )
    table = rows.groupby("direction").agg(n=("decided", "size"), decided=("decided", "mean"), n_right=("right", "sum"))
    decided = rows[rows["decided"]].groupby("direction")["right"].mean().rename("right_of_decided")
    return [table.join(decided).reset_index(), left_out(items)]


def left_out(items: Sequence[Item]) -> pd.DataFrame:
    """Score with weights learnt from other theses only: theses that share six tenths of their words are one group."""
    theses = list(dict.fromkeys(item["thesis"] for item in items))
    group = dict(zip(theses, alike(theses), strict=True))
    signs = []
    for item in items:
        sizes: dict[str, float] = {}
        for sign in find_signs(item["text"], read_thesis(item["thesis"])):
            sizes[sign.name] = sizes.get(sign.name, 0.0) + sign.size
        signs.append(sizes)
    found = scores(signs, [item["label"] == "support" for item in items], [theses[group[i["thesis"]]] for i in items])
    predicted = [
        {"label": "support" if score > 0 else "oppose" if score else None, "score": score, "confidence": abs(score)}
        for score in found.score
    ]
    figures = evaluate(items, predicted)
    return pd.DataFrame([{"figure": name, "similar theses left out": str(value)} for name, value in figures.items()])


def ablation(items: Sequence[Item]) -> pd.DataFrame:
    """Score with each sign switched off: accuracy, AUC, and the share right of the surest half."""
    signs = [list(find_signs(item["text"], read_thesis(item["thesis"]))) for item in items]
    positive, rows = np.array([item["label"] == "support" for item in items]), []
    for name in ("nothing", *WEIGHTS):
        values = np.array([weigh(found, without=name).value for found in signs])
        right = (values != 0) & ((values > 0) == positive)
        surest = np.argsort(-abs(values), kind="stable")[: len(items) // 2]
        figures = {
            "auc": auc(positive.tolist(), values.tolist()),
            "right_at_50": right[surest].mean(),
            "accuracy": right.mean(),
        }
        rows.append({"switched off": name, **figures})
    return pd.DataFrame(rows)


def worst(items: Sequence[Item], predicted: Sequence[Item], n: int = 20) -> str:
    """List the wrong labels of which the kit was surest."""
    pairs = [(item, p) for item, p in zip(items, predicted, strict=True) if item["label"] != p["label"]]
    lines = [
        f"{item['id']}: {item['label']}, score {p['score']:+.2f}: {item['thesis'][:90]} | "
        f"{' '.join(item['text'].split())[:160]}"
        for item, p in sorted(pairs, key=lambda pair: -pair[1]["confidence"])[:n]
    ]
    return "\n".join(lines)
