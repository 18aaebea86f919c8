"""Summaries over stored scores: partition by partition, in sums by document, so that memory stays small."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

import numpy as np
import pandas as pd

from stimmlage.errors import OptionError
from stimmlage.statistics.groups import MARK, places, unmarked
from stimmlage.statistics.summary import COLUMNS, estimates
from stimmlage.statistics.units import SUMS, Units, sums
from stimmlage.waiting import waiting

_ALONE = ("estimate", "low", "high", "n", "unit", "note")


class Reader(Protocol):
    """Reads some partitions of a table."""

    def __call__(
        self, name: str, parts: Sequence[str], columns: Sequence[str] | None, where: Mapping[str, Any]
    ) -> pd.DataFrame:
        """Return the columns and the rows that are wanted."""


def summed(
    read: Reader, batches: Sequence[Sequence[str]], measures: Sequence[str], by: Sequence[str], several: bool
) -> pd.DataFrame:
    """Sum up the scores of each group by document, batch by batch; `several` as for `groups.places`.

    Returns
    -------
    DataFrame
        The columns of `by`, marked as `groups.places` does, `measure`, `kind`, `doc_id` and those of `units.SUMS`, a
        row per group and document; and what an estimate of this document alone is, over its sentences.
    """
    found = [_of_batch(read, batch, measures, by, several) for batch in waiting(batches, "summing up", "batch")]
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
    read: Reader, parts: Sequence[str], measures: Sequence[str], by: Sequence[str], several: bool
) -> pd.DataFrame:
    """Sum up some partitions by group and document."""
    wanted = ["doc_id", "passage_id", "measure", "kind", *SUMS]
    scores = read("scores", parts, wanted, {"measure": list(measures)})
    known = places(lambda name: read(name, parts, None, {}), by, "mode" in by, MARK, several)
    table = scores.merge(known, on=["doc_id", "passage_id"])
    by = [MARK + name for name in by]
    group = table.groupby([*by, "measure", "doc_id"], sort=False, dropna=False).ngroup().to_numpy()
    first = np.unique(group, return_index=True)[1] if len(group) else np.zeros(0, int)
    units = sums(table, group, len(first), "sentence")
    alone = estimates(units, table["kind"].to_numpy(object)[first])
    heads = table[[*by, "measure", "kind", "doc_id"]].iloc[first].reset_index(drop=True)
    added = pd.DataFrame({name: units.summed(name) for name in SUMS})
    return pd.concat([heads, added, alone[list(_ALONE)]], axis=1)
