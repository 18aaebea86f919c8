"""Summaries over stored scores: partition by partition, in sums, so that memory stays flat."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from stimmlage.statistics.summary import SMALL, is_rate

if TYPE_CHECKING:
    import pyarrow as pa

GROUPS = {"section": "heading", "speaker": "speaker", "voice": "voice", "mode": "mode"}
_AT_ONCE = 64  # partitions
_Z = 1.959964  # the 97.5 % point of the normal distribution
_SUMS = ("n", "w", "v", "vv", "wv", "wwvv", "wwv", "ww")


def moments(folder: Path, measures: Sequence[str], by: Sequence[str]) -> pd.DataFrame:
    """Sum up the scores of each group: how many, their words `w`, their values `v`, and products of these.

    What is undefined is left out; a group in which nothing is defined has `n` 0.
    """
    parts = sorted(path.name for path in (folder / "scores.parquet").iterdir())
    found = [
        _sums_of(folder, parts[i : i + _AT_ONCE], measures, by) for i in range(0, len(parts), _AT_ONCE)
    ]
    return pd.concat(found, ignore_index=True).groupby([*by, "measure"], as_index=False)[list(_SUMS)].sum()


def estimates(sums: pd.DataFrame) -> pd.DataFrame:
    """Make estimates and 95 % intervals of sums.

    A rate per words is weighted by them (a ratio, its error linearised; Cochran 1977, ch. 6), anything
    else is a mean. The intervals are the normal ones for large samples: on a thousand passages and
    more they differ little from the bootstrap of a `Corpus`.
    """
    rate = np.array([is_rate(name) for name in sums["measure"]])
    n, w = sums["n"].to_numpy(float), sums["w"].to_numpy(float)
    with np.errstate(divide="ignore", invalid="ignore"):
        estimate = np.where(rate, sums["wv"] / w, sums["v"] / n)
        ratio = (sums["wwvv"] - 2 * estimate * sums["wwv"] + estimate**2 * sums["ww"]) * n / (n - 1) / w**2
        mean = (sums["vv"] / n - estimate**2) / (n - 1)
        error = np.sqrt(np.maximum(np.where(rate, ratio, mean), 0))
    error = np.where(n > 1, error, np.nan)
    return sums.assign(estimate=estimate, low=estimate - _Z * error, high=estimate + _Z * error,
                       n_words=sums["w"].fillna(0).astype(int), note=sums["n"].map(_note))


def _note(n: int) -> str:
    return "nothing to measure" if not n else "n too small" if n < SMALL else ""


def _sums_of(folder: Path, parts: Sequence[str], measures: Sequence[str], by: Sequence[str]) -> pd.DataFrame:
    import pyarrow.compute as pc
    from pyarrow.dataset import field

    scores = _read(folder, "scores", parts, ["doc_id", "passage_id", "measure", "value", "n_words"],
                   field("measure").isin(list(measures)))
    columns = [GROUPS[name] for name in by if name != "section"]
    keys = ["doc_id", "passage_id"]
    places = _read(folder, "passages", parts, list(dict.fromkeys([*keys, "section_id", "voice", *columns])), None)
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
    import pyarrow as pa
    import pyarrow.compute as pc

    empty = pa.scalar(None, pa.float64())  # sums leave out what is empty
    undefined = pc.is_null(table["value"], nan_is_null=True)
    v = pc.if_else(undefined, empty, table["value"])
    w = pc.if_else(undefined, empty, table["n_words"].cast(pa.float64()))
    wv = pc.multiply(w, v)
    products: dict[str, Any] = {
        "n": pc.cast(pc.is_valid(v), pa.int64()), "w": w, "v": v, "vv": pc.multiply(v, v), "wv": wv,
        "wwvv": pc.multiply(wv, wv), "wwv": pc.multiply(w, wv), "ww": pc.multiply(w, w),
    }
    table = pa.table({**{key: table[key] for key in keys}, **products})
    summed = table.group_by(keys, use_threads=False).aggregate([(name, "sum") for name in _SUMS])
    return summed.rename_columns([name.removesuffix("_sum") for name in summed.column_names]).to_pandas()


def _read(folder: Path, table: str, parts: Sequence[str], columns: list[str], condition: Any) -> pa.Table:
    from pyarrow import dataset

    files = [str(folder / f"{table}.parquet" / part) for part in parts]
    return dataset.dataset(files, format="parquet").to_table(columns=columns, filter=condition)
