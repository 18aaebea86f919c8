"""The sentences behind a number: hits, positions and quotations in their places."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from stimmlage.errors import OptionError

_PLACE = ("doc_id", "start", "end")
_FIRST = ("doc_id", "speaker", "section", "measure", "category", "cue", "weight", "modifier")
_LAST = ("sentence", "start", "end")
_FIGURES = frozenset(("measure", "estimate", "low", "high", "n", "unit", "n_hits", "n_words", "note", "kind"))


def as_rows(given: pd.DataFrame | pd.Series) -> pd.DataFrame:
    """Return a row or several as a table.

    Raises
    ------
    OptionError
        If this is no row of a table.
    """
    if isinstance(given, pd.Series):
        return given.to_frame().T.infer_objects()
    if isinstance(given, pd.DataFrame):
        return given
    raise OptionError(f"`rows` takes rows of a table, as `summary` or `measure` give them; not {type(given).__name__}.")


def has_places(rows: pd.DataFrame) -> bool:
    """Tell whether the rows say where in a text they stand."""
    return all(column in rows.columns for column in _PLACE)


def groups_of(rows: pd.DataFrame) -> list[str]:
    """Return the columns of a summary that say which group a row is about."""
    return [str(column) for column in rows.columns if column not in _FIGURES]


def in_sentences(rows: pd.DataFrame, sentences: pd.DataFrame, words: pd.DataFrame) -> pd.DataFrame:
    """Return rows with the sentence that each begins in; `words` are passages with their voices and sections."""
    known = sentences.rename(columns={"start": "begins", "end": "ends", "text": "sentence"})
    known = known[["doc_id", "begins", "ends", "sentence"]].sort_values("begins")
    placed = rows.reset_index(drop=True).assign(_order=range(len(rows)))
    placed["start"] = placed["start"].astype("int64")
    known["begins"] = known["begins"].astype("int64")
    found = pd.merge_asof(placed.sort_values("start"), known, left_on="start", right_on="begins", by="doc_id")
    spoken = words[["doc_id", "start", "speaker", "section"]].rename(columns={"start": "from"})
    spoken["from"] = spoken["from"].astype("int64")
    more = [column for column in ("speaker", "section") if column not in found.columns]
    found = pd.merge_asof(
        found.sort_values("start"),
        spoken[["doc_id", "from", *more]].sort_values("from"),
        left_on="start",
        right_on="from",
        by="doc_id",
    )
    found = found.sort_values("_order").reset_index(drop=True)
    columns = [column for column in (*_FIRST, *_LAST) if column in found.columns]
    return found[columns]


def of_group(hits: pd.DataFrame, row: pd.Series, by: Sequence[str]) -> pd.DataFrame:
    """Return the hits that a row of a summary counts: those of its group and, for a part, of its category."""
    found = hits
    for column in by:
        found = found[found[column].astype(str) == str(row[column])]
    _, _, part = str(row["measure"]).partition(":")
    if part.startswith("target:"):
        return found[found["target"] == part.removeprefix("target:")]
    return found[found["category"] == part] if part and (found["category"] == part).any() else found


__all__ = ["as_rows", "groups_of", "has_places", "in_sentences", "of_group"]
