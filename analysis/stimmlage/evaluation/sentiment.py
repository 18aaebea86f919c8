"""Sentiment of news sentences towards a target (GerNTSA's labels).

The kit scores the whole sentence: windows around the target were worth nothing on the
development part. The score is the sum of the weights of all hits; what is said by somebody else counts
as `REPORTED`, since the sentence only says that it is said. A sentence is neutral if its score lies in `BAND`, that
is, unless about one strong word more speaks for one side: a little more for the bad side, since news names bad things
where nobody is blamed. These three numbers were chosen on the development part; chosen on nine tenths of it and
scored on the last, in turn, they give a macro-F1 of .498.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from stimmlage.analysis import Analysis, analyse
from stimmlage.evaluation.metrics import Estimate, classification
from stimmlage.measures.measure import Measure
from stimmlage.measures.sentiment import MECHANISMS, Sentiment, TextblobBaseline
from stimmlage.reading.segmentation import read_text

FIELDS = ("id", "text", "target", "label")
LABELS = ("negative", "neutral", "positive")
CHOICES = {"label": LABELS}
BAND = (-1.1, 0.8)
REPORTED = 0.7

Item = Mapping[str, Any]
Band = tuple[float, float]


def predict(items: Sequence[Item]) -> list[dict[str, Any]]:
    """Label each sentence; `score` is the sum of the weights of its polar words, reported ones discounted."""
    return _predict(_analyses(items), Sentiment())


def evaluate(items: Sequence[Item], predicted: Sequence[Item]) -> dict[str, Estimate]:
    """Score the labels (accuracy, macro-F1), and the scores by the AUC of positive against negative."""
    return classification(
        [item["label"] for item in items],
        [p["label"] for p in predicted],
        [p["score"] for p in predicted],
        positive="positive",
        negative="negative",
    )


def ablation(items: Sequence[Item]) -> pd.DataFrame:
    """Score with each mechanism switched off, and textblob-de as the baseline (its band is 0)."""
    analyses = _analyses(items)
    variants: dict[str, tuple[Measure, Band]] = {"nothing": (Sentiment(), BAND)}
    variants |= {name: (Sentiment(without=(name,)), BAND) for name in MECHANISMS}
    variants["all of it: plain textblob-de"] = (TextblobBaseline(), (0.0, 0.0))
    rows = []
    for name, (measure, band) in variants.items():
        figures = evaluate(items, _predict(analyses, measure, band))
        rows.append({"switched off": name, **{key: figures[key].value for key in ("auc", "macro_f1", "accuracy")}})
    return pd.DataFrame(rows)


def worst(items: Sequence[Item], predicted: Sequence[Item], n: int = 20) -> str:
    """List the sentences that lie farthest on the wrong side, and the words behind their score."""
    measure, wrong = Sentiment(), []
    for item, p in zip(items, predicted, strict=True):
        side = LABELS.index(item["label"]) - 1
        distance = abs(p["score"]) if side == 0 else -side * p["score"]
        if p["label"] != item["label"]:
            wrong.append((distance, item))
    lines = []
    for _, item in sorted(wrong, key=lambda pair: -pair[0])[:n]:
        (analysis,) = _analyses([item])
        cues = ", ".join(f"{h.cue} {h.weight:+g}" for h in measure.find(analysis))
        text = " ".join(item["text"].split())
        lines.append(f"{item['id']}: {item['label']} towards {item['target']!r}: {text[:200]}\n    {cues}")
    return "\n".join(lines)


def _analyses(items: Sequence[Item]) -> list[Analysis]:
    return [analyse(read_text(item["text"], str(item["id"]))) for item in items]


def _predict(analyses: Sequence[Analysis], measure: Measure, band: Band = BAND) -> list[dict[str, Any]]:
    predicted = []
    for analysis in analyses:
        score = sum(hit.weight * (REPORTED if hit.scope == "reported" else 1) for hit in measure.find(analysis))
        label = "negative" if score < band[0] else "positive" if score > band[1] else "neutral"
        predicted.append({"id": analysis.document.doc_id, "label": label, "score": score})
    return predicted
