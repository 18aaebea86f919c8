"""Known groups: do the kit's rates tell comment pieces from news reports?

The comment-likeness is the subjectivity of a text, less 0.2 for each name: reports name people
and places. Hedges are shown, but have no weight: with one nothing was gained. Nothing in it knows how the texts were typed: spaces before marks are
taken out first, and the cues that are marks (exclamation, question, irony) are left out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

import pandas as pd

from stimmlage.analysis import Analysis, analyse
from stimmlage.evaluation.metrics import Estimate, auc, bootstrap, classification
from stimmlage.measures.hedging import Hedging
from stimmlage.measures.measure import count_words
from stimmlage.measures.subjectivity import WEIGHTS, Subjectivity
from stimmlage.reading.segmentation import read_text

FIELDS = ("id", "text", "label")
LABELS = ("news", "comment")
MARKS = ("exclamation", "question", "irony")
NAME = -0.2
THRESHOLD = 4.0
EXPECTED = {
    category: "more" if weight > 0 else "less"
    for category, weight in WEIGHTS.items() if category not in MARKS
} | {"hedge": "more", "name": "less"}
"""Which cues comment pieces should have more or less of than reports."""

_SPACED = re.compile(r"\s+(?=[.,;:!?)\]])|(?<=[(\[])\s+")
_MEASURE = Subjectivity(without=MARKS)
_HEDGING = Hedging()

Item = Mapping[str, Any]


def predict(items: Sequence[Item]) -> list[dict[str, Any]]:
    """Label each text; `score` is its comment-likeness."""
    return _predict(items, _rates(items))


def evaluate(items: Sequence[Item], predicted: Sequence[Item]) -> dict[str, Estimate]:
    """Score the labels (accuracy, macro-F1), and the comment-likeness by the AUC of comment against news."""
    return classification(
        [item["label"] for item in items], [p["label"] for p in predicted], [p["score"] for p in predicted],
        positive="comment", negative="news",
    )


def tables(items: Sequence[Item], predicted: Sequence[Item]) -> list[pd.DataFrame]:
    """Show each rate alone: how often a comment piece has more of it than a report."""
    comment = pd.Series([item["label"] == "comment" for item in items]).to_numpy()
    rates = pd.DataFrame(_rates(items)).fillna(0.0)
    rows = []
    for category in ("particles", *EXPECTED):
        values = rates[category].to_numpy() if category in rates else comment * 0.0
        figure = bootstrap(partial(_resampled, comment, values), len(comment))
        rows.append({
            "rate": category, "expected in comments": EXPECTED.get(category, "more"),
            "auc": figure.value, "low": figure.low, "high": figure.high,
            "comment": values[comment].mean() if comment.any() else float("nan"),
            "news": values[~comment].mean() if not comment.all() else float("nan"),
        })
    return [pd.DataFrame(rows)]


def _resampled(comment: Any, values: Any, index: Any) -> float:
    return auc(comment[index], values[index])


def ablation(items: Sequence[Item]) -> pd.DataFrame:
    """Score with each rate switched off."""
    rates = _rates(items)
    rows = []
    for name in ("nothing", *EXPECTED):
        figures = evaluate(items, _predict(items, rates, name))
        rows.append({"switched off": name, **{key: figures[key].value for key in ("auc", "macro_f1", "accuracy")}})
    return pd.DataFrame(rows)


def worst(items: Sequence[Item], predicted: Sequence[Item], n: int = 20) -> str:
    """List the wrong labels that lie farthest from the threshold, with the rates that speak for them."""
    wrong = [(item, p) for item, p in zip(items, predicted, strict=True) if item["label"] != p["label"]]
    lines = []
    for item, p in sorted(wrong, key=lambda pair: -abs(pair[1]["score"] - THRESHOLD))[:n]:
        (rates,) = _rates([item])
        parts = sorted(((_weight(c) * rate, c) for c, rate in rates.items()), key=lambda part: -abs(part[0]))[:6]
        text = " ".join(item["text"].split())
        said = ", ".join(f"{c} {value:+.1f}" for value, c in parts)
        lines.append(f"{item['id']}: {item['label']}, score {p['score']:.1f}: {text[:160]}\n    {said}")
    return "\n".join(lines)


def _weight(category: str) -> float:
    return NAME if category == "name" else WEIGHTS.get(category, 0.0)


def _predict(items: Sequence[Item], rates: Sequence[Mapping[str, float]], without: str = "") -> list[dict[str, Any]]:
    predicted = []
    for item, texts_rates in zip(items, rates, strict=True):
        score = sum(_weight(c) * rate for c, rate in texts_rates.items() if c != without)
        predicted.append({"id": item["id"], "label": LABELS[score > THRESHOLD], "score": score})
    return predicted


def _rates(items: Sequence[Item]) -> list[dict[str, float]]:
    """Count the cues of each category per 100 words; `particles` are modal and focus particles together."""
    return [_rates_of(analyse(read_text(_SPACED.sub("", item["text"]), str(item["id"])))) for item in items]


def _rates_of(analysis: Analysis) -> dict[str, float]:
    counts = {"name": float(analysis.words.tag.count("NE"))}
    counts["hedge"] = float(sum(hit.category == "hedge" for hit in _HEDGING.find(analysis)))
    for hit in _MEASURE.find(analysis):
        counts[hit.category] = counts.get(hit.category, 0.0) + hit.weight / WEIGHTS[hit.category]
    counts["particles"] = counts.get("particle", 0.0) + counts.get("focus", 0.0)
    scale = 100 / (count_words(analysis, 0, len(analysis.document.text)) + _MEASURE.padding)
    return {category: count * scale for category, count in counts.items()}
