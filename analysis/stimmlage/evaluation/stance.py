"""Stance of quotations: do they support or oppose something? (MARDY's labels)"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from stimmlage.analysis import analyse
from stimmlage.evaluation.leaving_out import scores
from stimmlage.evaluation.metrics import Estimate, classification
from stimmlage.measures.measure import Hit
from stimmlage.measures.stance.sides import WEIGHTS, Sides
from stimmlage.reading.segmentation import read_text
from stimmlage.scope.scopes import find_scopes

FIELDS = ("id", "text", "claims", "label")
LABELS = ("support", "oppose")
CHOICES = {"label": LABELS}


Item = Mapping[str, Any]
_ALL = Sides()


def predict(items: Sequence[Item], sides: Sides = _ALL) -> list[dict[str, Any]]:
    """Label each quotation by the words that take a side: `oppose` if those against outweigh.

    `score` is the sum of the weights: positive speaks for support.
    """
    predicted = []
    for item in items:
        score = sum(hit.weight for hit in _hits(item, sides))
        predicted.append({"id": item["id"], "label": "oppose" if score < 0 else "support", "score": score})
    return predicted


def _hits(item: Item, sides: Sides) -> list[Hit]:
    analysis = analyse(read_text(item["text"], str(item["id"])))
    return list(sides.find(analysis, find_scopes(analysis)))


def evaluate(items: Sequence[Item], predicted: Sequence[Item]) -> dict[str, Estimate]:
    """Score the labels: accuracy, macro-F1 and the AUC of support against oppose."""
    return classification(
        [item["label"] for item in items],
        [p["label"] for p in predicted],
        [p["score"] for p in predicted],
        positive="support",
        negative="oppose",
    )


def tables(items: Sequence[Item], predicted: Sequence[Item]) -> list[pd.DataFrame]:
    """Tell the figures with the article left out: the categories weighed anew from the other articles' quotations.

    An article is what the number before the dash in `id` says.
    """
    signs = []
    for item in items:
        sizes: dict[str, float] = {}
        for hit in _hits(item, _ALL):
            name = f"{hit.category} {'negated' if hit.modifier else ''}"
            sizes[name] = sizes.get(name, 0.0) + 1
        signs.append(sizes)
    groups = [str(item["id"]).partition("-")[0] for item in items]
    found = scores(signs, [item["label"] == "support" for item in items], groups)
    again = [
        {"id": item["id"], "label": "support" if supports else "oppose", "score": score}
        for item, score, supports in zip(items, found.score, found.positive, strict=True)
    ]
    figures = evaluate(items, again)
    return [pd.DataFrame([{"figure": name, "article left out": str(value)} for name, value in figures.items()])]


def ablation(items: Sequence[Item]) -> pd.DataFrame:
    """Score with each mechanism and each category of words switched off."""
    variants = {
        "nothing": _ALL,
        "negation": replace(_ALL, negation=False),
        "prefixes": replace(_ALL, prefixes=False),
        "clauses": replace(_ALL, clauses=False),
        "government": replace(_ALL, government=False),
    }
    for category in WEIGHTS:
        weights = {**WEIGHTS, category: 0.0}
        variants[f"words of {category}"] = replace(_ALL, weights=tuple(weights.items()))
    rows = []
    for name, sides in variants.items():
        figures = evaluate(items, predict(items, sides))
        rows.append({"switched off": name, **{key: figures[key].value for key in ("macro_f1", "auc", "accuracy")}})
    return pd.DataFrame(rows)


def worst(items: Sequence[Item], predicted: Sequence[Mapping[str, Any]], n: int = 20) -> str:
    """List the wrong labels with the largest scores, and the words behind them."""
    wrong = [(item, p) for item, p in zip(items, predicted, strict=True) if item["label"] != p["label"]]
    lines = []
    for item, p in sorted(wrong, key=lambda pair: -abs(pair[1]["score"]))[:n]:
        text = " ".join(item["text"].split())
        cues = "; ".join(
            f"{h.category} {h.weight:+g} ({item['text'][h.start : h.end][:40]})" for h in _hits(item, _ALL) if h.weight
        )
        lines.append(f"{item['id']}: {item['label']}, score {p['score']:+g}: {text[:160]}\n    {cues or 'no cue'}")
    return "\n".join(lines)
