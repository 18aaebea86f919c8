"""The tables: their columns, in order, with the type of each.

Types: `string`, `int` (nullable), `float` (NaN where undefined), `spans` (a list of `[start, end]`),
`strings` (a list of strings).
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

KINDS = ("rate", "net", "balance", "position")
"""What a score can be: cues per words, cues for less those against, a mean of signed weights, for or against."""

ROLES = ("speaker", "cue", "frame", "addressee")

_ROLE_COLUMNS = {
    f"{role}_{part}": kind
    for role in ROLES
    for part, kind in (("text", "string"), ("start", "int"), ("end", "int"), ("spans", "spans"))
}

TABLES: dict[str, dict[str, str]] = {
    "documents": {
        "doc_id": "string",
        "title": "string",
        "lead": "string",
        "author": "string",
        "date": "string",
        "outlet": "string",
        "place": "string",
        "agency": "string",
        "language": "string",
        "source": "string",
        "encoding": "string",
        "sha256": "string",
        "n_chars": "int",
        "n_words": "int",
        "text": "string",
        "problem": "string",
    },
    "furniture": {"doc_id": "string", "kind": "string", "text": "string", "source_start": "int", "source_end": "int"},
    "sections": {"doc_id": "string", "section_id": "int", "heading": "string", "start": "int", "end": "int"},
    "sentences": {
        "doc_id": "string",
        "sentence_id": "int",
        "section_id": "int",
        "paragraph_id": "int",
        "start": "int",
        "end": "int",
        "text": "string",
    },
    "tokens": {
        "doc_id": "string",
        "token_id": "int",
        "sentence_id": "int",
        "passage_id": "int",
        "word": "string",
        "lemma": "string",
        "tag": "string",
        "start": "int",
        "end": "int",
    },
    "quotations": {
        "doc_id": "string",
        "quotation_id": "int",
        "section_id": "int",
        "sentence_id": "int",
        "type": "string",
        "medium": "string",
        "start": "int",
        "end": "int",
        "spans": "spans",
        "text": "string",
        "speaker_id": "string",
        "speaker": "string",
        **_ROLE_COLUMNS,
        "rule": "string",
        "problem": "string",
    },
    "speakers": {
        "doc_id": "string",
        "speaker_id": "string",
        "person_id": "string",
        "name": "string",
        "kind": "string",
        "role": "string",
        "gender": "string",
        "gender_evidence": "string",
        "aliases": "strings",
        "n_mentions": "int",
    },
    "passages": {
        "doc_id": "string",
        "passage_id": "int",
        "section_id": "int",
        "sentence_id": "int",
        "voice": "string",
        "speaker": "string",
        "mode": "string",
        "start": "int",
        "end": "int",
        "text": "string",
    },
    "hits": {
        "doc_id": "string",
        "passage_id": "int",
        "measure": "string",
        "category": "string",
        "cue": "string",
        "start": "int",
        "end": "int",
        "weight": "float",
        "modifier": "string",
        "scope": "string",
        "target": "string",
    },
    "scores": {
        "doc_id": "string",
        "passage_id": "int",
        "measure": "string",
        "value": "float",
        "n_words": "int",
        "kind": "string",
        "n_hits": "int",
        "total": "float",
        "squares": "float",
        "base": "float",
    },
    "positions": {
        "doc_id": "string",
        "speaker": "string",
        "person_id": "string",
        "target": "string",
        "value": "float",
        "category": "string",
        "confidence": "float",
        "basis": "string",
        "start": "int",
        "end": "int",
        "text": "string",
        "evidence": "string",
        "label_en": "string",
        "label_de": "string",
    },
    "framings": {
        "doc_id": "string",
        "speaker": "string",
        "person_id": "string",
        "verb": "string",
        "framing": "string",
        "start": "int",
        "end": "int",
    },
}
"""Table name to column name to type. `documents` also has whatever metadata came with the input."""

Row = tuple[Any, ...]
ROWS: dict[str, Callable[..., Row]] = {
    name: namedtuple(f"{name}_row", [*columns, *(["metadata"] if name == "documents" else [])])
    for name, columns in TABLES.items()
}
"""Table name to the maker of its rows: called with the columns by name. A row of `documents` has its
`metadata`, too."""


def frame(name: str, rows: Sequence[Row]) -> pd.DataFrame:
    """Make the pandas frame of a table; columns and types as in `schema.TABLES`, metadata of documents behind them."""
    import pandas as pd

    kinds = TABLES[name]
    columns = (
        dict(zip(kinds, zip(*rows, strict=True), strict=False)) if rows else {}
    )  # metadata stand behind the others
    table = pd.DataFrame({c: list(columns.get(c, ())) for c in kinds}).astype(
        {c: _PANDAS[kind] for c, kind in kinds.items()}
    )
    extra = [row.metadata for row in rows] if name == "documents" else []  # type: ignore[attr-defined]
    if any(extra):
        metadata = pd.DataFrame(extra, index=table.index)
        table = table.join(metadata[[c for c in metadata.columns if c not in kinds]])
    return table


_PANDAS = {"string": "str", "int": "Int64", "float": "float64", "spans": "object", "strings": "object"}
