"""Segments of short argumentative texts (arg-microtexts): does a segment speak for the other side?

`opponent` are the segments that `Concession` finds conceded, in the segments of the
gold; `score` is 1 for them and 0 for the others. There is no weight to fit; the rules were written
with the development part at hand.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import pandas as pd

from stimmlage.analysis import Analysis, analyse
from stimmlage.document import Span
from stimmlage.evaluation.metrics import Estimate, classification
from stimmlage.measures.concession import Concession
from stimmlage.reading.segmentation import read_text
from stimmlage.scope.concession import MECHANISMS

FIELDS = ("id", "text", "doc", "doc_text", "label")
LABELS = ("proponent", "opponent")
CHOICES = {"label": LABELS}

Item = Mapping[str, Any]


def predict(items: Sequence[Item]) -> list[dict[str, Any]]:
    """Label each segment, within its text."""
    return [_prediction(item, cue) for item, cue in zip(items, _cues(items), strict=True)]


def evaluate(items: Sequence[Item], predicted: Sequence[Item]) -> dict[str, Estimate]:
    """Score the labels: accuracy and macro-F1."""
    return classification([item["label"] for item in items], [p["label"] for p in predicted])


def ablation(items: Sequence[Item]) -> pd.DataFrame:
    """Score with each mechanism switched off, and with the kit's own units in place of the gold's segments."""
    variants = {"nothing": _cues(items), **{name: _cues(items, (name,)) for name in MECHANISMS}}
    variants["the segments of the gold"] = _cues_of_own_units(items)
    rows = []
    for name, cues in variants.items():
        figures = evaluate(items, [_prediction(item, cue) for item, cue in zip(items, cues, strict=True)])
        rows.append(
            {"switched off": name, "macro_f1": figures["macro_f1"].value, "accuracy": figures["accuracy"].value}
        )
    return pd.DataFrame(rows)


def worst(items: Sequence[Item], predicted: Sequence[Item], n: int = 20) -> str:
    """List wrong segments with the cue that misled, the segments of each text together."""
    lines = [
        f"{item['id']}: {item['label']}, taken for {p['label']}{cue and ' by ' + repr(cue)}: {item['text'][:200]}"
        for item, p, cue in zip(items, predicted, _cues(items), strict=True)
        if item["label"] != p["label"]
    ]
    return "\n".join(lines[:n])


def _cues(items: Sequence[Item], without: Collection[str] = ()) -> list[str]:
    """Return by which cue each segment is conceded, empty for those that are not."""
    found: dict[str, str] = {}
    for text, own in _texts(items).items():
        spans = _spans(text, own)
        cues = Concession(without=tuple(without)).cues(_analysis(text).words, spans)
        found |= {item["id"]: cue for item, cue in zip(own, cues, strict=True)}
    return [found[item["id"]] for item in items]


def _cues_of_own_units(items: Sequence[Item]) -> list[str]:
    """Take a segment for conceded if the kit's own conceded units cover more than half of it."""
    found: dict[str, str] = {}
    for text, own in _texts(items).items():
        concessions = Concession().find(_analysis(text))
        for item, (start, end) in zip(own, _spans(text, own), strict=True):
            inside = [(max(0, min(end, c.end) - max(start, c.start)), c.modifier) for c in concessions]
            covered = sum(length for length, _ in inside)
            found[item["id"]] = max(inside)[1] if covered * 2 > end - start else ""
    return [found[item["id"]] for item in items]


def _prediction(item: Item, cue: str) -> dict[str, Any]:
    return {"id": item["id"], "label": LABELS[bool(cue)], "score": float(bool(cue))}


def _texts(items: Sequence[Item]) -> dict[str, list[Item]]:
    texts: dict[str, list[Item]] = {}
    for item in items:
        texts.setdefault(item["doc_text"], []).append(item)
    return {text: sorted(own, key=lambda i: max(text.find(i["text"]), 0)) for text, own in texts.items()}


def _analysis(text: str) -> Analysis:
    return analyse(read_text(text))


def _spans(text: str, items: Sequence[Item]) -> list[Span]:
    """Return where the segments stand; one that is not found verbatim stands behind the one before it."""
    spans, place = [], 0
    for item in items:
        start = text.find(item["text"], place)
        start = place if start < 0 else start
        place = min(start + len(item["text"]), len(text))
        spans.append((start, place))
    return spans
