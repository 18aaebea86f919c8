"""Known groups: do the kit's rates tell comment pieces from news reports?

The score is that of `CommentLikeness`, and so is the threshold: nothing is decided here. Hedges are shown, but have no
weight: with one nothing was gained. Spaces before marks are taken out first, so that nothing depends on how the texts
were typed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

import pandas as pd

from stimmlage.analysis import Analysis, analyse
from stimmlage.evaluation.metrics import Estimate, auc, bootstrap, classification
from stimmlage.measures.authors_view import CommentLikeness
from stimmlage.measures.hedging import Hedging
from stimmlage.measures.subjectivity import WEIGHTS
from stimmlage.reading.segmentation import read_text

FIELDS = ("id", "text", "label")
LABELS = ("news", "comment")
CHOICES = {"label": LABELS}
EXPECTED = {
    category: "more" if weight > 0 else "less"
    for category, weight in WEIGHTS.items()
    if category not in CommentLikeness().without
} | {"hedge": "more", "name": "less"}
"""Which cues comment pieces should have more or less of than reports."""

_SPACED = re.compile(r"\s+(?=[.,;:!?)\]])|(?<=[(\[])\s+")
_HEDGING = Hedging()

Item = Mapping[str, Any]


def predict(items: Sequence[Item]) -> list[dict[str, Any]]:
    """Label each text; `score` is its comment-likeness."""
    return _predict(items, _analyses(items), CommentLikeness())


def evaluate(items: Sequence[Item], predicted: Sequence[Item]) -> dict[str, Estimate]:
    """Score the labels (accuracy, macro-F1), and the comment-likeness by the AUC of comment against news."""
    return classification(
        [item["label"] for item in items],
        [p["label"] for p in predicted],
        [p["score"] for p in predicted],
        positive="comment",
        negative="news",
    )


def tables(items: Sequence[Item], predicted: Sequence[Item]) -> list[pd.DataFrame]:
    """Show each rate alone: how often a comment piece has more of it than a report."""
    comment = pd.Series([item["label"] == "comment" for item in items]).to_numpy()
    rates = pd.DataFrame(_rates(items)).fillna(0.0)
    rows = []
    for category in ("particles", *EXPECTED):
        values = rates[category].to_numpy() if category in rates else comment * 0.0
        figure = bootstrap(partial(_resampled, comment, values), len(comment))
        rows.append(
            {
                "rate": category,
                "expected in comments": EXPECTED.get(category, "more"),
                "auc": figure.value,
                "low": figure.low,
                "high": figure.high,
                "comment": values[comment].mean() if comment.any() else float("nan"),
                "news": values[~comment].mean() if not comment.all() else float("nan"),
            }
        )
    return [pd.DataFrame(rows)]


def _resampled(comment: Any, values: Any, index: Any) -> float:
    return auc(comment[index], values[index])


def ablation(items: Sequence[Item]) -> pd.DataFrame:
    """Score with each category of cues switched off."""
    analyses, marks = _analyses(items), CommentLikeness().without
    rows = []
    for name in ("nothing", *(c for c in EXPECTED if c != "hedge")):
        measure = CommentLikeness(without=marks if name == "nothing" else (*marks, name))
        figures = evaluate(items, _predict(items, analyses, measure))
        rows.append({"switched off": name, **{key: figures[key].value for key in ("auc", "macro_f1", "accuracy")}})
    return pd.DataFrame(rows)


def worst(items: Sequence[Item], predicted: Sequence[Item], n: int = 20) -> str:
    """List the wrong labels that lie farthest from the threshold, with the rates that speak for them."""
    wrong = [(item, p) for item, p in zip(items, predicted, strict=True) if item["label"] != p["label"]]
    lines = []
    for item, p in sorted(wrong, key=lambda pair: -abs(pair[1]["score"] - CommentLikeness.THRESHOLD))[:n]:
        (rates,) = _rates([item])
        parts = sorted(rates.items(), key=lambda part: -part[1])[:6]
        text = " ".join(item["text"].split())
        said = ", ".join(f"{c} {value:.1f}" for c, value in parts)
        lines.append(f"{item['id']}: {item['label']}, score {p['score']:.1f}: {text[:160]}\n    {said}")
    return "\n".join(lines)


def _predict(items: Sequence[Item], analyses: Sequence[Analysis], measure: CommentLikeness) -> list[dict[str, Any]]:
    predicted = []
    for item, analysis in zip(items, analyses, strict=True):
        score = measure.score(measure.find(analysis), analysis.n_words)[measure.name]
        predicted.append({"id": item["id"], "label": LABELS[score > measure.THRESHOLD], "score": score})
    return predicted


def _analyses(items: Sequence[Item]) -> list[Analysis]:
    return [analyse(read_text(_SPACED.sub("", item["text"]), str(item["id"]))) for item in items]


def _rates(items: Sequence[Item]) -> list[dict[str, float]]:
    """Count the cues of each category per 100 words; `particles` are modal and focus particles together."""
    return [_rates_of(analysis) for analysis in _analyses(items)]


def _rates_of(analysis: Analysis) -> dict[str, float]:
    measure = CommentLikeness()
    counts = {"name": 0.0, "hedge": float(sum(hit.category == "hedge" for hit in _HEDGING.find(analysis)))}
    for hit in measure.find(analysis):
        counts[hit.category] = counts.get(hit.category, 0.0) + (
            1 if hit.category == "name" else hit.weight / WEIGHTS[hit.category]
        )
    counts["particles"] = counts.get("particle", 0.0) + counts.get("focus", 0.0)
    scale = 100 / (analysis.n_words + measure.padding)
    return {category: count * scale for category, count in counts.items()}
