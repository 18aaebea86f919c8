"""Subjectivity of sentences: is the author's own view expressed? (CheckThat's labels)

The score is that of `Subjectivity`, of the author's own words only: what stands between quotation
marks or is reported belongs to somebody else, and each long quotation counts against a view of
the author's. The weights are set by hand; `THRESHOLD` is read off the training part.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from stimmlage.analysis import Analysis, analyse
from stimmlage.evaluation.metrics import Estimate, classification
from stimmlage.measures.measure import Hit, count_words
from stimmlage.measures.subjectivity import WEIGHTS, Subjectivity
from stimmlage.reading.segmentation import read_text

FIELDS = ("id", "text", "label")
LABELS = ("OBJ", "SUBJ")
THRESHOLD = 3.5
QUOTED = Hit("subjectivity", "quotation", "", 0, 0, -0.75)
_QUOTED = re.compile(r"(?:[„»]|(?<![^\s\"])[\"“«])[^„“\"»«”]{40,}(?:[“\"«”»]|$)")

Item = Mapping[str, Any]


def predict(items: Sequence[Item]) -> list[dict[str, Any]]:
    """Label each sentence by the subjectivity of the author's own words."""
    return _predict(items, _analyses(items), Subjectivity())


def evaluate(items: Sequence[Item], predicted: Sequence[Item]) -> dict[str, Estimate]:
    """Score the labels (accuracy, macro-F1), and the scores by the AUC of SUBJ against OBJ."""
    return classification(
        [item["label"] for item in items], [p["label"] for p in predicted], [p["score"] for p in predicted],
        positive="SUBJ", negative="OBJ",
    )


def ablation(items: Sequence[Item]) -> pd.DataFrame:
    """Score with each category of cues, and the discount of quotations, switched off."""
    analyses = _analyses(items)
    rows = []
    for name in ("nothing", "quotation", *WEIGHTS):
        measure = Subjectivity(without=(name,) if name in WEIGHTS else ())
        figures = evaluate(items, _predict(items, analyses, measure, name != "quotation"))
        rows.append({"switched off": name, **{key: figures[key].value for key in ("macro_f1", "auc", "accuracy")}})
    return pd.DataFrame(rows)


def worst(items: Sequence[Item], predicted: Sequence[Item], n: int = 20) -> str:
    """List the wrong labels that lie farthest from the threshold, and the cues behind them."""
    wrong = [(item, p) for item, p in zip(items, predicted, strict=True) if item["label"] != p["label"]]
    lines = []
    for item, p in sorted(wrong, key=lambda pair: -abs(pair[1]["score"] - THRESHOLD))[:n]:
        (analysis,) = _analyses([item])
        cues = ", ".join(f"{h.cue or h.category} {h.weight:+g}" for h in _own_hits(analysis, Subjectivity()))
        text = " ".join(item["text"].split())
        lines.append(f"{item['id']}: {item['label']}, score {p['score']:.1f}: {text[:200]}\n    {cues or 'no cue'}")
    return "\n".join(lines)


def _analyses(items: Sequence[Item]) -> list[Analysis]:
    return [analyse(read_text(item["text"], str(item["id"]))) for item in items]


def _predict(
    items: Sequence[Item], analyses: Sequence[Analysis], measure: Subjectivity, discount: bool = True
) -> list[dict[str, Any]]:
    predicted = []
    for item, analysis in zip(items, analyses, strict=True):
        hits = _own_hits(analysis, measure) if discount else measure.find(analysis)
        words = count_words(analysis, 0, len(analysis.document.text))
        score = measure.score(hits, words)[measure.name] if words else 0.0
        predicted.append({"id": item["id"], "label": LABELS[score > THRESHOLD], "score": score})
    return predicted


def _own_hits(analysis: Analysis, measure: Subjectivity) -> list[Hit]:
    """Return the cues in the author's own words, and one against her for each long quotation."""
    quoted = [match.span() for match in _QUOTED.finditer(analysis.document.text)]
    own = [
        hit for hit in measure.find(analysis)
        if hit.scope != "reported" and not any(start <= hit.start < end for start, end in quoted)
    ]
    return own + [QUOTED._replace(start=start, end=end) for start, end in quoted]
