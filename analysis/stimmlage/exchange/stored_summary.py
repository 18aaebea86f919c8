"""Summaries over stored scores: partition by partition, in sums by document, so that memory stays small."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from stimmlage.errors import OptionError
from stimmlage.statistics.groups import MARK, places, unmarked
from stimmlage.statistics.summary import COLUMNS, estimates
from stimmlage.statistics.units import SUMS, Units, sums
from stimmlage.waiting import waiting

_AT_ONCE = 64  # partitions
_ALONE = ("estimate", "low", "high", "n", "unit", "note")


def summed(folder: Path, measures: Sequence[str], by: Sequence[str], several: bool) -> pd.DataFrame:
    """Sum up the scores of each group by document; `several` as for `groups.places`.

    Returns
    -------
    DataFrame
        The columns of `by`, marked as `groups.places` does, `measure`, `kind`, `doc_id` and those of `units.SUMS`, a
        row per group and document; and what an estimate of this document alone is, over its sentences.
    """
    parts = sorted(path.name for path in (folder / "scores.parquet").iterdir())
    batches = [parts[i : i + _AT_ONCE] for i in range(0, len(parts), _AT_ONCE)]
    found = [_of_batch(folder, batch, measures, by, several) for batch in waiting(batches, "summing up", "batch")]
    return pd.concat(found, ignore_index=True)


def summary(rows: pd.DataFrame, by: Sequence[str], unit: str) -> pd.DataFrame:
    """Estimate each group of the rows that `summed` gives, as `statistics.summarise` does of scores."""
    if unit == "sentence":
        raise OptionError("A stored corpus takes 'auto' or 'document' for `unit`; not 'sentence'.")
    by = [MARK + name for name in by]
    group = rows.groupby([*by, "measure"], sort=False, dropna=False).ngroup().to_numpy()
    first = np.unique(group, return_index=True)[1]
    documents = pd.factorize(rows["doc_id"])[0]
    columns = {name: rows[name].to_numpy(float) for name in SUMS}
    units = Units(group, documents, **columns, by_document=np.ones(len(first), bool))
    found = estimates(units, rows["kind"].to_numpy(object)[first])
    if unit == "auto":
        single = units.documents() < 2
        heard = rows["n_words"].to_numpy() > 0
        own = np.where(np.bincount(group[heard], minlength=len(first)) > 0, 0, first)
        own[group[heard]] = np.flatnonzero(heard)
        alone = rows.iloc[own].reset_index(drop=True)
        for name in _ALONE:
            found[name] = found[name].where(~single, alone[name])
    heads = rows[[*by, "measure"]].iloc[first].reset_index(drop=True)
    return unmarked(pd.concat([heads, found], axis=1)[[*by, *COLUMNS]])


def _of_batch(
    folder: Path, parts: Sequence[str], measures: Sequence[str], by: Sequence[str], several: bool
) -> pd.DataFrame:
    """Sum up some partitions by group and document."""
    from pyarrow.dataset import field

    wanted = ["doc_id", "passage_id", "measure", "kind", *SUMS]
    scores = _read(folder, "scores", parts, wanted, field("measure").isin(list(measures)))
    known = places(lambda name: _read(folder, name, parts), by, "mode" in by, MARK, several)
    table = scores.merge(known, on=["doc_id", "passage_id"])
    by = [MARK + name for name in by]
    group = table.groupby([*by, "measure", "doc_id"], sort=False, dropna=False).ngroup().to_numpy()
    first = np.unique(group, return_index=True)[1] if len(group) else np.zeros(0, int)
    units = sums(table, group, len(first), "sentence")
    alone = estimates(units, table["kind"].to_numpy(object)[first])
    heads = table[[*by, "measure", "kind", "doc_id"]].iloc[first].reset_index(drop=True)
    added = pd.DataFrame({name: units.summed(name) for name in SUMS})
    return pd.concat([heads, added, alone[list(_ALONE)]], axis=1)


def _read(
    folder: Path, table: str, parts: Sequence[str], columns: Sequence[str] | None = None, condition: Any = None
) -> pd.DataFrame:
    from pyarrow import dataset

    files = [str(folder / f"{table}.parquet" / part) for part in parts]
    return dataset.dataset(files, format="parquet").to_table(columns=columns, filter=condition).to_pandas()
