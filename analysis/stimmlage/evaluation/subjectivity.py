"""Subjectivity of sentences: is the author's own view expressed? (CheckThat's labels)

The score is that of `AuthorsView`, and so is the threshold: nothing is decided here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from stimmlage.analysis import Analysis, analyse
from stimmlage.evaluation.metrics import Estimate, classification
from stimmlage.measures.authors_view import AuthorsView
from stimmlage.measures.subjectivity import WEIGHTS
from stimmlage.reading.segmentation import read_text

FIELDS = ("id", "text", "label")
LABELS = ("OBJ", "SUBJ")
CHOICES = {"label": LABELS}

Item = Mapping[str, Any]


def predict(items: Sequence[Item]) -> list[dict[str, Any]]:
    """Label each sentence by the subjectivity of the author's own words."""
    return _predict(items, _analyses(items), AuthorsView())


def evaluate(items: Sequence[Item], predicted: Sequence[Item]) -> dict[str, Estimate]:
    """Score the labels (accuracy, macro-F1), and the scores by the AUC of SUBJ against OBJ."""
    return classification(
        [item["label"] for item in items],
        [p["label"] for p in predicted],
        [p["score"] for p in predicted],
        positive="SUBJ",
        negative="OBJ",
    )


def ablation(items: Sequence[Item]) -> pd.DataFrame:
    """Score with each category of cues, and the discount of quotations, switched off."""
    analyses = _analyses(items)
    rows = []
    for name in ("nothing", "quotation", *WEIGHTS):
        measure = AuthorsView(without=() if name == "nothing" else (name,))
        figures = evaluate(items, _predict(items, analyses, measure))
        rows.append({"switched off": name, **{key: figures[key].value for key in ("macro_f1", "auc", "accuracy")}})
    return pd.DataFrame(rows)


def worst(items: Sequence[Item], predicted: Sequence[Item], n: int = 20) -> str:
    """List the wrong labels that lie farthest from the threshold, and the cues behind them."""
    wrong = [(item, p) for item, p in zip(items, predicted, strict=True) if item["label"] != p["label"]]
    lines = []
    for item, p in sorted(wrong, key=lambda pair: -abs(pair[1]["score"] - AuthorsView.THRESHOLD))[:n]:
        (analysis,) = _analyses([item])
        cues = ", ".join(f"{h.cue or h.category} {h.weight:+g}" for h in AuthorsView().find(analysis))
        text = " ".join(item["text"].split())
        lines.append(f"{item['id']}: {item['label']}, score {p['score']:.1f}: {text[:200]}\n    {cues or 'no cue'}")
    return "\n".join(lines)


def _analyses(items: Sequence[Item]) -> list[Analysis]:
    return [analyse(read_text(item["text"], str(item["id"]))) for item in items]


def _predict(items: Sequence[Item], analyses: Sequence[Analysis], measure: AuthorsView) -> list[dict[str, Any]]:
    predicted = []
    for item, analysis in zip(items, analyses, strict=True):
        score = measure.score(measure.find(analysis), analysis.n_words)[measure.name] if analysis.n_words else 0.0
        predicted.append({"id": item["id"], "label": LABELS[score > measure.THRESHOLD], "score": score})
    return predicted
