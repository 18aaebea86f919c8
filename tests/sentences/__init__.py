"""Texts of our own with all that the kit finds in them, kept as text: `python -m tests.sentences` writes them anew.

A file holds sections with a heading (`# …`). A line is a text (`\\n` for a line break); below it, indented, stands what
is found: each quotation as `type medium rule: words | speaker as written = name | cue > addressee ! problem`, the voices, the
hits of each measure. What changed on purpose is read in the difference before it is kept. A text is added as a line,
and the rest is filled in.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import stimmlage as sl

FOLDER = Path(__file__).parent
_MEASURES = (sl.Hedging(), sl.Sentiment(), sl.Subjectivity(), sl.Modality(), sl.Concession(), sl.Framing())
_ALSO = ("modifier", "scope")
_TARGET = sl.Target("plan", ("lemma:Plan",), "Plan", "plan")
_OF_POSITION = ("speaker", "value", "category", "evidence", "basis")


def everything(texts: Sequence[str]) -> list[list[str]]:
    """Return what the kit finds in each text, a line for each kind of thing."""
    corpus = sl.from_texts([text.replace("\\n", "\n") for text in texts], layout=False)
    found: dict[str, list[str]] = {doc_id: [] for doc_id in corpus.documents["doc_id"]}
    for q in corpus.quotations.to_dict("records"):
        found[q["doc_id"]].append(_quotation(q))
    for doc_id, voices in corpus.speakers.groupby("doc_id", observed=True):
        told = (
            "/".join(str(v[c]) for c in ("name", "kind", "role", "gender") if v[c]) for v in voices.to_dict("records")
        )
        found[str(doc_id)].append("voices: " + "; ".join(told))
    for measure in _MEASURES:
        for doc_id, hits in corpus.measure(measure).hits.groupby("doc_id", observed=True):
            found[str(doc_id)].append(f"{measure.name}: " + "; ".join(_hit(h) for h in hits.to_dict("records")))
    for p in corpus.positions([_TARGET]).to_dict("records"):
        found[p["doc_id"]].append("position: " + " | ".join(str(p[name]) for name in _OF_POSITION))
    return [[line.replace("\n", "\\n").strip() for line in lines] for lines in found.values()]


def _quotation(q: dict[str, Any]) -> str:
    line = (
        f"{q['type']} {q['medium']} {q['rule']}: {q['text']} | {q['speaker_text']} = {q['speaker']} | {q['cue_text']}"
    )
    addressee = f" > {q['addressee_text']}" if q["addressee_text"] else ""
    return line + addressee + (f" ! {q['problem']}" if q["problem"] else "")


def _hit(h: dict[str, Any]) -> str:
    also = "".join(f" {name}={h[name]}" for name in _ALSO if isinstance(h.get(name), str) and h[name])
    return f"{h['cue']} {h['category']} {h['weight']:g}{also}"


def sections(name: str) -> Iterator[tuple[str, list[tuple[str, list[str]]]]]:
    """Go through the sections of a file: heading, and its texts with what is kept of each."""
    for part in (FOLDER / f"{name}.txt").read_text("utf-8").split("# ")[1:]:
        heading, *lines = part.rstrip("\n").split("\n")
        kept: list[tuple[str, list[str]]] = []
        for line in lines:
            if line.startswith("  "):
                kept[-1][1].append(line.strip())
            elif line:
                kept.append((line, []))
        yield heading, kept
