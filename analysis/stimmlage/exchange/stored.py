"""Reading the tables of a finished run back, without loading all of them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from stimmlage.errors import ColumnError, InputError, MissingFileError, OptionError
from stimmlage.measures.measure import Measure
from stimmlage.schema import TABLES

if TYPE_CHECKING:
    import pyarrow as pa
    from pyarrow.dataset import Dataset


class StoredCorpus:
    """The tables of a run in Parquet; each is read when it is asked for.

    `documents`, `quotations` and the other tables are attributes, as those of a `Corpus`. Where a
    table is too large, `table` reads some of its columns and rows, and `dataset` gives it to pyarrow.

    Examples
    --------
    >>> stored = open("results")                                       # doctest: +SKIP
    >>> stored.table("quotations", ["speaker", "text"], {"type": "direct"})  # doctest: +SKIP
    """

    def __init__(self, folder: str | Path) -> None:
        self.folder = Path(folder)
        self.manifest = _manifest(self.folder)

    def __repr__(self) -> str:
        rows = self.manifest["rows"]
        return (
            f"StoredCorpus({rows['documents']} articles, {rows['passages']} passages, {rows['quotations']} quotations)"
        )

    def __len__(self) -> int:
        return int(self.manifest["n_documents"])

    def __getattr__(self, name: str) -> pd.DataFrame:
        if name not in TABLES:
            raise AttributeError(f"A stored corpus has no {name!r}; it has {list(TABLES)}.")
        return self.table(name)

    def __dir__(self) -> list[str]:
        return sorted([*super().__dir__(), *TABLES])

    def dataset(self, name: str) -> Dataset:
        """Return a table as a pyarrow dataset, nothing read yet."""
        from pyarrow import dataset

        if name not in TABLES:
            raise OptionError(f"There is no table {name!r}; there are {list(TABLES)}.")
        return dataset.dataset(self.folder / f"{name}.parquet", format="parquet")

    def table(
        self, name: str, columns: Sequence[str] | None = None, where: Mapping[str, Any] | None = None
    ) -> pd.DataFrame:
        """Read a table, or some of its columns, and the rows in which columns have certain values.

        Parameters
        ----------
        columns : sequence of str, optional
            All by default.
        where : mapping, optional
            Column to a value or a list of values, e.g. `{"type": ["direct", "indirect"]}`.
        """
        stored = self.dataset(name)
        missing = [c for c in (*(columns or ()), *(where or ())) if c not in stored.schema.names]
        if missing:
            raise ColumnError(f"{name!r} has no columns {missing}; it has {stored.schema.names}.")
        table = stored.to_table(columns=None if columns is None else list(columns), filter=_filter(where))
        return table.to_pandas(types_mapper=_pandas_type)

    def summary(self, *measures: str | Measure, by: str | Sequence[str], unit: str = "auto") -> pd.DataFrame:
        """Summarise stored scores by any column, as `Corpus.summary` does.

        Parameters
        ----------
        measures : str or Measure
            Names of scores, as in the column `measure` of `scores`: `"sentiment"`, `"hedging:hedge"` …; a measure,
            as `Corpus.summary` takes it, stands for all of its scores that are stored.
        by : str or list of str
            Columns of documents, sections, speakers or passages; `section`, `year`, `month`, `week`.
        unit : {'auto', 'document'}
            What is taken to be independent.

        Returns
        -------
        DataFrame
            The same as that of `Corpus.summary`.
        """
        from stimmlage.exchange.stored_summary import summary
        from stimmlage.statistics.summary import check_options

        check_options(unit, 0.95)
        by = [by] if isinstance(by, str) else list(by)
        return summary(self._summed([n for m in measures for n in self._scores_of(m)], by), by, unit)

    def compare(
        self, *measures: str | Measure, by: str, groups: Sequence[str] | None = None, parts: bool = False
    ) -> pd.DataFrame:
        """Compare stored scores between each two groups, over documents, as `Corpus.compare` does."""
        from stimmlage.statistics.comparison import compare
        from stimmlage.statistics.groups import MARK

        names = [n for m in measures for n in (self._scores_of(m) if parts or isinstance(m, str) else [m.name])]
        rows = self._summed(names, [by])
        return compare(rows.assign(value=float("nan"), sentence_id=0), MARK + by, groups)

    def _summed(self, names: Sequence[str], by: Sequence[str]) -> pd.DataFrame:
        """Sum up scores by group and document."""
        from stimmlage.exchange.stored_summary import summed

        if not by:
            raise OptionError("`by` names no column; give at least one, for example 'speaker'.")
        found = summed(self.folder, names, by, several=len(self) > 1)
        missing = sorted(set(names) - set(found["measure"]))
        if missing or not names:
            raise OptionError(
                f"There are no scores {missing or 'without a name'}; `measures` names some of the column "
                f"`measure` of `scores`."
            )
        return found

    def _scores_of(self, measure: str | Measure) -> list[str]:
        """Return the names of the stored scores that are meant."""
        if isinstance(measure, str):
            return [measure]
        import pyarrow.compute as pc

        stored = pc.unique(self.dataset("scores").to_table(columns=["measure"])["measure"]).to_pylist()
        own = [name for name in stored if name == measure.name or name.startswith(f"{measure.name}:")]
        return own or [measure.name]


def open(folder: str | Path) -> StoredCorpus:
    """Open the results of `stimmlage analyse --format parquet` without loading them.

    Raises
    ------
    MissingFileError
        If there is no finished run in the folder.
    InputError
        If its tables are not in Parquet.
    """
    return StoredCorpus(folder)


def _manifest(folder: Path) -> dict[str, Any]:
    try:
        manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    except FileNotFoundError:
        raise MissingFileError(
            f"No finished run in {str(folder)!r} (there is no manifest.json); give the --out folder of "
            f"`stimmlage analyse`."
        ) from None
    if manifest.get("format") != "parquet":
        raise InputError(
            f"The tables in {str(folder)!r} are {manifest.get('format')}; analyse with --format parquet, or "
            f"read them with pandas."
        )
    return dict(manifest)


def _filter(where: Mapping[str, Any] | None) -> Any:
    from pyarrow.dataset import field

    wanted = None
    for column, value in (where or {}).items():
        condition = field(column).isin(list(value)) if isinstance(value, list | tuple | set) else field(column) == value
        wanted = condition if wanted is None else wanted & condition
    return wanted


def _pandas_type(kind: pa.DataType) -> Any:
    """The types that the tables of a `Corpus` have."""
    return {"string": pd.StringDtype(na_value=float("nan")), "int64": pd.Int64Dtype()}.get(str(kind))
