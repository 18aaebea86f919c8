"""Summaries over stored scores: partition by partition, in sums, so that memory stays flat."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from stimmlage.statistics.summary import SMALL

if TYPE_CHECKING:
    import pyarrow as pa

GROUPS = {"section": "heading", "speaker": "speaker", "voice": "voice", "mode": "mode"}
_AT_ONCE = 64  # partitions
_Z = 1.959964  # the 97.5 % point of the normal distribution
_SUMS = ("n", "n_words", "documents", "above", "below", "above2", "both", "below2")


def moments(folder: Path, measures: Sequence[str], by: Sequence[str]) -> pd.DataFrame:
    """Sum up the scores of each group.

    Of each document there is what its passages add `above` and `below` the line of the estimate
    (cues and words for a rate, values and passages for a mean); of these the sums, squares and
    products. What is undefined is left out; a group in which nothing is defined has `n` 0.
    """
    parts = sorted(path.name for path in (folder / "scores.parquet").iterdir())
    found = [_sums_of(folder, parts[i : i + _AT_ONCE], measures, by) for i in range(0, len(parts), _AT_ONCE)]
    return pd.concat(found, ignore_index=True).groupby([*by, "measure"], as_index=False)[list(_SUMS)].sum()


def estimates(sums: pd.DataFrame) -> pd.DataFrame:
    """Make estimates and 95 % intervals of sums.

    The intervals are the normal ones of a ratio for large samples (linearised; Cochran 1977, ch. 6),
    with documents as the units: on hundreds of documents and more they differ little from
    `summarise(..., unit="doc_id")`.
    """
    m, below = sums["documents"].to_numpy(float), sums["below"].to_numpy(float)
    with np.errstate(divide="ignore", invalid="ignore"):
        estimate = sums["above"].to_numpy(float) / below
        spread = sums["above2"] - 2 * estimate * sums["both"] + estimate**2 * sums["below2"]
        error = np.sqrt(np.maximum(spread, 0) * m / (m - 1)) / below
    error = np.where(m > 1, error, np.nan)
    return sums.assign(
        estimate=estimate, low=estimate - _Z * error, high=estimate + _Z * error, note=sums["documents"].map(_note)
    )


def _note(n: int) -> str:
    return "nothing to measure" if not n else "n too small" if n < SMALL else ""


def _sums_of(folder: Path, parts: Sequence[str], measures: Sequence[str], by: Sequence[str]) -> pd.DataFrame:
    import pyarrow.compute as pc
    from pyarrow.dataset import field

    scores = _read(
        folder,
        "scores",
        parts,
        ["doc_id", "passage_id", "measure", "value", "n_words", "kind"],
        field("measure").isin(list(measures)),
    )
    columns = [GROUPS[name] for name in by if name != "section"]
    keys = ["doc_id", "passage_id"]
    running = None if "mode" in by else field("mode") != "heading"
    places = _read(folder, "passages", parts, list(dict.fromkeys([*keys, "section_id", "voice", *columns])), running)
    table = scores.join(places, keys, join_type="inner")
    if "section" in by:
        sections = _read(folder, "sections", parts, ["doc_id", "section_id", "heading"], None)
        table = table.join(sections, ["doc_id", "section_id"]).rename_columns(
            ["section" if name == "heading" else name for name in [*table.column_names, "heading"]]
        )
    if "speaker" in by:
        narrated = pc.equal(table["voice"], "author")
        speaker = pc.if_else(narrated, "author", table["speaker"])
        table = table.set_column(table.column_names.index("speaker"), "speaker", speaker)
    return _grouped(table, [*by, "measure"])


def _grouped(table: pa.Table, keys: list[str]) -> pd.DataFrame:
    """Sum up by document, then over the documents."""
    import pyarrow as pa
    import pyarrow.compute as pc

    defined = pc.invert(pc.is_null(table["value"], nan_is_null=True))
    rates = pc.equal(table["kind"], "rate")
    words = pc.cast(table["n_words"], pa.float64())
    weight = pc.if_else(defined, pc.if_else(rates, words, 1.0), 0.0)
    above = pc.multiply(pc.if_else(defined, table["value"], 0.0), weight)
    columns: dict[str, Any] = {
        "n": pc.cast(defined, pa.int64()),
        "n_words": pc.if_else(defined, table["n_words"], 0),
        "above": above,
        "below": weight,
    }
    one = _sum(pa.table({**{key: table[key] for key in ["doc_id", *keys]}, **columns}), ["doc_id", *keys])
    columns = {
        "documents": pc.cast(pc.greater(one["n"], 0), pa.int64()),
        "above2": pc.multiply(one["above"], one["above"]),
        "both": pc.multiply(one["above"], one["below"]),
        "below2": pc.multiply(one["below"], one["below"]),
    }
    for name, column in columns.items():
        one = one.append_column(name, column)
    return _sum(one.drop_columns(["doc_id"]), keys).to_pandas()


def _sum(table: pa.Table, keys: list[str]) -> pa.Table:
    values = [name for name in table.column_names if name not in keys]
    summed = table.group_by(keys, use_threads=False).aggregate([(name, "sum") for name in values])
    return summed.rename_columns([name.removesuffix("_sum") for name in summed.column_names])


def _read(folder: Path, table: str, parts: Sequence[str], columns: list[str], condition: Any) -> pa.Table:
    from pyarrow import dataset

    files = [str(folder / f"{table}.parquet" / part) for part in parts]
    return dataset.dataset(files, format="parquet").to_table(columns=columns, filter=condition)
