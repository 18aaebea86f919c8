"""Quotations against gold: predictions in the gold's own format, scores, tables by type and rule.

The gold format and the scores are those of SpkAtt-2023, task 2 (see `quotation_scores`).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from stimmlage.document import Span
from stimmlage.evaluation.metrics import Estimate
from stimmlage.evaluation.quotation_scores import FIGURES, ROLES, document_sums, f1, match, tokens_of
from stimmlage.language.tagging import tag
from stimmlage.quotation.finding import find_quotations
from stimmlage.quotation.quotation import LOST_MARK
from stimmlage.reading.segmentation import read_text
from stimmlage.speakers.resolution import resolve_speakers

FIELDS = ("documentName", "originalText", "sentences", "annotations")

_TYPES = {
    "direct": "Direct",
    "indirect": "Indirect",
    "indirect_free_indirect": "IndirectFreeIndirect",
    "free_indirect": "FreeIndirect",
    "reported": "Reported",
}
_MEDIA = {
    "speech": "Speech",
    "writing": "Writing",
    "thought": "Thought",
    "speech_writing": "SW",
    "speech_thought": "ST",
    "thought_writing": "TW",
}


def predict(items: Sequence[dict[str, Any]], without: Collection[str] = ()) -> list[dict[str, Any]]:
    """Find the quotations of gold documents from their raw text, in the gold's own format.

    Beside the gold's fields each annotation has `rule`, `speakerName` (the person behind it) and
    `problem`.
    """
    return [_predict_document(item, without) for item in items]


def _predict_document(item: dict[str, Any], without: Collection[str]) -> dict[str, Any]:
    document = read_text(item["originalText"], item["documentName"])
    words = tag(document)
    found = (q for q in find_quotations(document, words, without) if q.rule != LOST_MARK)
    quotations, _ = resolve_speakers(document, words, list(found))
    starts, ends, numbers = gold_tokens(item)
    inside = [
        [o for o in quotations if o is not q and any(a <= q.start and q.end <= b for a, b in o.spans)]
        for q in quotations
    ]
    outer = {id(o) for found in inside for o in found}

    def part(spans: Iterable[Span]) -> dict[str, Any]:
        pieces = []
        ids: list[int] = []
        for start, end in spans:
            first, stop = bisect_right(ends, start), bisect_left(starts, end)
            if stop > first:
                ids += numbers[first:stop]
                pieces.append(
                    {
                        "begin": numbers[first],
                        "end": numbers[stop - 1] + 1,
                        "charBegin": starts[first],
                        "charEnd": ends[stop - 1],
                    }
                )
        text = " ".join(document.text[p["charBegin"] : p["charEnd"]] for p in pieces)
        return {"spans": pieces, "text": text, "tokenIds": ids}

    annotations = [
        {
            "id": number,
            "type": _TYPES[q.type],
            "medium": _MEDIA.get(q.medium, "none"),
            "isNested": bool(inside[number]),
            "hasNested": id(q) in outer,
            "quote": part(q.spans),
            **{role: part(getattr(q, role)) for role in ROLES},
            "rule": q.rule,
            "speakerName": q.speaker_name,
            "problem": q.problem,
        }
        for number, q in enumerate(quotations)
    ]
    return {**{f: item[f] for f in ("documentName", "originalText", "sentences")}, "annotations": annotations}


def gold_tokens(item: dict[str, Any]) -> tuple[list[int], list[int], list[int]]:
    """Return starts, ends and numbers of the gold's own tokens."""
    text = item["originalText"]
    starts, ends, numbers = [], [], []
    for sentence in item["sentences"]:
        place = sentence["charBegin"]
        for token, number in zip(sentence["tokens"], sentence["tokenIds"]):
            found = text.find(token, place, sentence["charEnd"] + len(token))
            place = found if found >= 0 else place
            starts.append(place)
            place += len(token)
            ends.append(place)
            numbers.append(number)
    return starts, ends, numbers


def evaluate(
    items: Sequence[dict[str, Any]], predicted: Sequence[dict[str, Any]], resamples: int = 1000, seed: int = 0
) -> dict[str, Estimate]:
    """Score predictions: F1 of each figure, with bootstrap intervals over articles."""
    sums = _sums(items, predicted)
    rng = np.random.default_rng(seed)
    drawn = rng.integers(0, len(sums), (resamples, len(sums)))
    samples = np.array([f1(sums[rows].sum(axis=0)) for rows in drawn])
    low, high = np.quantile(samples, [0.025, 0.975], axis=0)
    total = f1(sums.sum(axis=0))
    n = sum(len(item["annotations"]) for item in items)
    return {figure: Estimate(float(total[k]), float(low[k]), float(high[k]), n) for k, figure in enumerate(FIGURES)}


def compare(
    items: Sequence[dict[str, Any]],
    first: Sequence[dict[str, Any]],
    second: Sequence[dict[str, Any]],
    resamples: int = 1000,
    seed: int = 0,
) -> dict[str, Estimate]:
    """Compare two sets of predictions on the same articles: second minus first, paired bootstrap."""
    a, b = _sums(items, first), _sums(items, second)
    rng = np.random.default_rng(seed)
    drawn = rng.integers(0, len(a), (resamples, len(a)))
    samples = np.array([f1(b[rows].sum(axis=0)) - f1(a[rows].sum(axis=0)) for rows in drawn])
    low, high = np.quantile(samples, [0.025, 0.975], axis=0)
    total = f1(b.sum(axis=0)) - f1(a.sum(axis=0))
    return {
        figure: Estimate(float(total[k]), float(low[k]), float(high[k]), len(a)) for k, figure in enumerate(FIGURES)
    }


def _sums(items: Sequence[dict[str, Any]], predicted: Sequence[dict[str, Any]]) -> np.ndarray:
    return np.array(
        [document_sums(item["annotations"], found["annotations"]) for item, found in zip(items, predicted, strict=True)]
    )


def tables(items: Sequence[dict[str, Any]], predicted: Sequence[dict[str, Any]]) -> list[pd.DataFrame]:
    """Return precision and recall of each figure, recall by gold type, tokens by type, and precision by rule."""
    sums = _sums(items, predicted).sum(axis=0)
    figures = pd.DataFrame(
        {
            "figure": FIGURES,
            "precision": _share(sums[:, 0], sums[:, 1]),
            "recall": _share(sums[:, 2], sums[:, 3]),
            "f1": f1(sums),
            "predicted": sums[:, 1].astype(int),
            "gold": sums[:, 3].astype(int),
        }
    )
    by_type: dict[str, list[float]] = defaultdict(list)
    by_rule: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for item, found in zip(items, predicted, strict=True):
        for gold, prediction in match(item["annotations"], found["annotations"]):
            true = tokens_of(gold, "quote") if gold else frozenset()
            said = tokens_of(prediction, "quote") if prediction else frozenset()
            if gold:
                by_type[gold["type"]].append(len(true & said) / max(len(true), 1))
            if prediction:
                same = bool(gold) and gold["type"] == prediction["type"]  # type: ignore[index]
                by_rule[prediction["rule"]].append((len(true & said) / max(len(said), 1), same))
    types = pd.DataFrame([(t, len(r), np.mean(r)) for t, r in by_type.items()], columns=["type", "gold", "recall"])
    rules = pd.DataFrame(
        [(rule, len(r), np.mean([p for p, _ in r]), np.mean([s for _, s in r])) for rule, r in by_rule.items()],
        columns=["rule", "found", "precision", "type_right"],
    )
    return [
        figures,
        types.sort_values("gold", ascending=False),
        tokens_by_type(items, predicted),
        rules.sort_values("found", ascending=False),
    ]


def _share(part: np.ndarray, whole: np.ndarray) -> np.ndarray:
    shares: np.ndarray = np.full(len(part), np.nan)
    np.divide(part, whole, out=shares, where=whole > 0)
    return shares


def tokens_by_type(items: Sequence[dict[str, Any]], predicted: Sequence[dict[str, Any]]) -> pd.DataFrame:
    """Count tokens by type over all documents: each once per type, whatever is nested in it.

    Returns
    -------
    DataFrame
        Columns `tokens_of`, `gold`, `found` (tokens), `precision`, `recall`, `f1`. `Indirect*` joins the two kinds of
        indirect speech, with and without a frame.
    """
    both = {"Indirect*": ("Indirect", "IndirectFreeIndirect")}
    groups = {name: (name,) for name in _TYPES.values()} | both
    rows = []
    for name, types in groups.items():
        counts = np.zeros(3)
        for item, found in zip(items, predicted, strict=True):
            true, said = (
                {t for a in side["annotations"] if a["type"] in types for t in tokens_of(a, "quote")}
                for side in (item, found)
            )
            counts += len(true & said), len(said), len(true)
        right, n_found, n_gold = counts
        if n_gold:
            precision, recall = right / n_found if n_found else np.nan, right / n_gold
            rows.append((name, int(n_gold), int(n_found), precision, recall, 2 * right / (n_found + n_gold)))
    return pd.DataFrame(rows, columns=["tokens_of", "gold", "found", "precision", "recall", "f1"])


def ablation(items: Sequence[dict[str, Any]]) -> pd.DataFrame:
    """Switch each rule off in turn: the figures without it, and what it is worth in Joint points."""
    with_all = predict(items)
    full = f1(_sums(items, with_all).sum(axis=0))
    rules = sorted({a["rule"] for document in with_all for a in document["annotations"]})
    rows: list[tuple[Any, ...]] = [("all rules", *full[:3], 0.0)]
    for rule in rules:
        figures = f1(_sums(items, predict(items, without=(rule,))).sum(axis=0))
        rows.append((f"without {rule}", *figures[:3], full[2] - figures[2]))
    return pd.DataFrame(rows, columns=["version", "message", "roles", "joint", "worth"]).sort_values(
        "worth", ascending=False
    )


def worst(items: Sequence[dict[str, Any]], predicted: Sequence[dict[str, Any]], n: int) -> str:
    """Show the documents with most that was missed or found wrongly."""
    scored = []
    for item, found in zip(items, predicted, strict=True):
        pairs = match(item["annotations"], found["annotations"])
        lines = [f"  missed  {g['type']:<20} {_short(g)}" for g, p in pairs if p is None and g is not None]
        lines += [f"  wrong   {p['rule']:<20} {_short(p)}" for g, p in pairs if g is None and p is not None]
        scored.append((len(lines), item["documentName"], lines))
    scored.sort(key=lambda s: (-s[0], s[1]))
    return "\n".join("\n".join([f"{name} ({count})", *lines]) for count, name, lines in scored[:n] if count)


def _short(annotation: Mapping[str, Any]) -> str:
    quote = " ".join(annotation["quote"]["text"].split())
    speaker, cue = annotation["speaker"]["text"][:40], annotation["cue"]["text"]
    return f"{quote[:90]}{'…' if len(quote) > 90 else ''}  [{speaker} | {cue}]"


__all__ = ["FIELDS", "ablation", "compare", "evaluate", "predict", "tables", "tokens_by_type", "worst"]
