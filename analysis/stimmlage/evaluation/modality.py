"""Readings of modal verbs (EPOS_G): epistemic or not.

The label is the reading that `Modality` gives; `ep` covers its readings epistemic, reportive and expected, as the
gold was made from English "may", "must", "be supposed to". `score` is the weight of the signs of an epistemic
reading. The weights were set by hand from grammar and looked over on the training and the development part;
nothing was fitted.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from stimmlage.evaluation.metrics import Estimate, accuracy, bootstrap, macro_f1
from stimmlage.language.tagging import tag
from stimmlage.language.words import Words
from stimmlage.measures.modal_frame import modal_form
from stimmlage.measures.modal_readings import MECHANISMS, epistemic
from stimmlage.measures.modality import Modality
from stimmlage.reading.segmentation import read_text

FIELDS = ("id", "text", "modal", "label")
LABELS = ("ep", "de", "dy")
_LABELS = {"epistemic": "ep", "reportive": "ep", "expected": "ep", "deontic": "de", "dynamic": "dy"}
_NAMES = {"duerfen": "dürfen", "koennen": "können", "muessen": "müssen", "sollen": "sollen"}
CHOICES = {"label": LABELS, "modal": tuple(_NAMES)}

Item = Mapping[str, Any]


def predict(items: Sequence[Item]) -> list[dict[str, Any]]:
    """Label the modal verb of each item; `score` says how much speaks for an epistemic reading."""
    return [_predict(item) for item in items]


def evaluate(items: Sequence[Item], predicted: Sequence[Item]) -> dict[str, Estimate]:
    """Score epistemic or not: macro-F1, accuracy, accuracy of each verb; and the accuracy of all three labels."""
    gold = np.array([item["label"] == "ep" for item in items])
    found = np.array([p["label"] == "ep" for p in predicted])
    three = np.array([item["label"] == p["label"] for item, p in zip(items, predicted, strict=True)])
    figures = {
        "macro_f1": bootstrap(lambda i: macro_f1(gold[i], found[i], (True, False)), len(gold)),
        "accuracy": bootstrap(lambda i: accuracy(gold[i], found[i]), len(gold)),
        "accuracy_three_labels": bootstrap(lambda i: float(three[i].mean()), len(three)),
    }
    for name in sorted({item["modal"] for item in items}):
        own = np.array([item["modal"] == name for item in items])
        figures[f"accuracy_{name}"] = _accuracy(gold[own], found[own])
    return figures


def _accuracy(gold: np.ndarray, found: np.ndarray) -> Estimate:
    return bootstrap(lambda i: accuracy(gold[i], found[i]), len(gold))


def ablation(items: Sequence[Item]) -> pd.DataFrame:
    """Score with each kind of sign switched off, and by the form of the verb alone (the baseline)."""
    variants = {"nothing": [_predict(item) for item in items]}
    variants |= {name: [_predict(item, (name,)) for item in items] for name in MECHANISMS}
    variants["all but the form: Konjunktiv II or not"] = [_by_form(item) for item in items]
    rows = []
    for name, predicted in variants.items():
        figures = evaluate(items, predicted)
        rows.append({"switched off": name, **{k: f.value for k, f in figures.items() if k != "accuracy"}})
    return pd.DataFrame(rows)


def worst(items: Sequence[Item], predicted: Sequence[Item], n: int = 20) -> str:
    """List the items on the wrong side of epistemic, the surest errors first."""
    wrong = [
        (
            abs(p["score"]),
            f"{item['id']}: {item['label']}, taken for {p['label']} ({p['score']:+.1f}): {item['text'][:200]}",
        )
        for item, p in zip(items, predicted, strict=True)
        if (item["label"] == "ep") != (p["label"] == "ep")
    ]
    return "\n".join(line for _, line in sorted(wrong, key=lambda pair: -pair[0])[:n])


def _predict(item: Item, without: Collection[str] = ()) -> dict[str, Any]:
    words, i = _modal(item)
    if i < 0:
        return {"id": item["id"], "label": "de", "score": 0.0}
    score = epistemic(words, i, without)
    label = _LABELS[Modality().reading(words, i)]
    if without:  # what is left of the signs decides
        label = "ep" if score > 0 else "de"
    return {"id": item["id"], "label": label, "score": score}


def _by_form(item: Item) -> dict[str, Any]:
    words, i = _modal(item)
    form = modal_form(words.lower[i], words.tag[i] == "VMFIN")[1] if i >= 0 else ""
    return {"id": item["id"], "label": "ep" if form == "subjunctive2" else "de", "score": float(form == "subjunctive2")}


def _modal(item: Item) -> tuple[Words, int]:
    """Find the first form of the item's verb, finite ones first."""
    document = read_text(item["text"], str(item["id"]))
    words, name = tag(document), _NAMES[item["modal"]]
    places = [
        i for i in range(len(words)) if words.tag[i].startswith("VM") and modal_form(words.lower[i], True)[0] == name
    ]
    places = [i for i in places if words.tag[i] == "VMFIN"] or places
    return words, places[0] if places else -1
