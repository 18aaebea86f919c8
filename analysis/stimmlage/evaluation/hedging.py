"""Hedging cues in news sentences: which words, and of which category.

A predicted cue counts if it overlaps a gold cue of the same category. The gold was marked by two
machine passes under one guideline, so its agreement is an upper bound. Nothing was fitted; the
conditions were written with the development part at hand.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from stimmlage.analysis import Analysis, analyse
from stimmlage.evaluation.metrics import Estimate, bootstrap
from stimmlage.measures.hedging import CATEGORIES, MECHANISMS, Hedging
from stimmlage.reading.segmentation import read_text

FIELDS = ("id", "text", "cues")
LABELS = CATEGORIES

Item = Mapping[str, Any]


def predict(items: Sequence[Item]) -> list[dict[str, Any]]:
    """List the cues of each item, in the form of the gold."""
    return _predict(_analyses(items), Hedging())


def evaluate(items: Sequence[Item], predicted: Sequence[Item]) -> dict[str, Estimate]:
    """Return F1, precision and recall over all cues, and the F1 of each category."""
    figures: dict[str, Estimate] = {}
    for category in ("", *CATEGORIES):
        counts = _count(items, predicted, category)
        figures[f"f1_{category}" if category else "f1"] = _estimate(counts, 2)
        if not category:
            figures |= {"precision": _estimate(counts, 0), "recall": _estimate(counts, 1)}
    return figures


def _estimate(counts: np.ndarray, which: int) -> Estimate:
    return bootstrap(lambda i: _prf(counts[i])[which], len(counts))


def tables(items: Sequence[Item], predicted: Sequence[Item]) -> list[pd.DataFrame]:
    """Return precision, recall and the number of cues by category."""
    rows = []
    for category in CATEGORIES:
        counts = _count(items, predicted, category)
        precision, recall, f1 = _prf(counts)
        rows.append(
            {
                "category": category,
                "precision": precision,
                "recall": recall,
                "f1": f1,
                "n_gold": int(counts[:, 3].sum()),
                "n_predicted": int(counts[:, 1].sum()),
            }
        )
    return [pd.DataFrame(rows)]


def ablation(items: Sequence[Item]) -> pd.DataFrame:
    """Score with each mechanism switched off."""
    analyses, rows = _analyses(items), []
    for name in ("nothing", *MECHANISMS):
        measure = Hedging(without=() if name == "nothing" else (name,))
        figures = evaluate(items, _predict(analyses, measure))
        rows.append({"switched off": name, **{k: figures[k].value for k in ("f1", "precision", "recall")}})
    return pd.DataFrame(rows)


def worst(items: Sequence[Item], predicted: Sequence[Item], n: int = 20) -> str:
    """List the items with most cues missed or wrongly found."""
    lines = []
    for item, p in zip(items, predicted, strict=True):
        missed = [g for g in item["cues"] if not any(_same(c, g) for c in p["cues"])]
        false = [c for c in p["cues"] if not any(_same(c, g) for g in item["cues"])]
        if missed or false:
            text = " ".join(item["text"].split())
            marks = [f"missed {_show(c)}" for c in missed] + [f"wrong {_show(c)}" for c in false]
            lines.append((len(marks), f"{item['id']}: {'; '.join(marks)}\n    {text[:400]}"))
    return "\n".join(line for _, line in sorted(lines, key=lambda pair: -pair[0])[:n])


def _show(cue: Item) -> str:
    return f"{cue['category']} {cue['text']!r}"


def _same(a: Item, b: Item) -> bool:
    return bool(a["category"] == b["category"] and a["start"] < b["end"] and b["start"] < a["end"])


def _count(items: Sequence[Item], predicted: Sequence[Item], category: str) -> np.ndarray:
    rows = [_counts(item, p, category) for item, p in zip(items, predicted, strict=True)]
    return np.array(rows, float).reshape(-1, 4)


def _counts(item: Item, predicted: Item, category: str) -> tuple[int, int, int, int]:
    """Count predicted cues that are right, all predicted, gold cues that are found, all gold."""
    gold = [c for c in item["cues"] if category in ("", c["category"])]
    found = [c for c in predicted["cues"] if category in ("", c["category"])]
    right = sum(any(_same(c, g) for g in gold) for c in found)
    recalled = sum(any(_same(c, g) for c in found) for g in gold)
    return right, len(found), recalled, len(gold)


def _prf(counts: np.ndarray) -> tuple[float, float, float]:
    right, found, recalled, gold = counts.sum(axis=0)
    precision = right / found if found else float("nan")
    recall = recalled / gold if gold else float("nan")
    f1 = 2 * precision * recall / (precision + recall) if precision + recall > 0 else 0.0
    return precision, recall, f1


def _analyses(items: Sequence[Item]) -> list[Analysis]:
    return [analyse(read_text(item["text"], str(item["id"]))) for item in items]


def _predict(analyses: Sequence[Analysis], measure: Hedging) -> list[dict[str, Any]]:
    return [
        {
            "id": a.document.doc_id,
            "cues": [{"start": h.start, "end": h.end, "text": h.cue, "category": h.category} for h in measure.find(a)],
        }
        for a in analyses
    ]
