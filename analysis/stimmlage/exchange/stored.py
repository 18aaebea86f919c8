"""Reading the tables of a finished run back, without loading all of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from stimmlage.errors import ColumnError, InputError, MissingFileError, OptionError
from stimmlage.exchange.choosing import chosen, chosen_where
from stimmlage.exchange.formats import WRITERS
from stimmlage.exchange.loaded import loaded
from stimmlage.exchange.paths import files_of
from stimmlage.exchange.people import proposed, renamed, with_people
from stimmlage.exchange.people_file import Person, read_people
from stimmlage.exploring.verbs import Explored
from stimmlage.measures.measure import Measure
from stimmlage.schema import TABLES
from stimmlage.wording import counted

if TYPE_CHECKING:
    import pyarrow as pa
    from pyarrow.dataset import Dataset


AT_ONCE = 64
"""Partitions that are summed up at once."""


class StoredCorpus(Explored):
    """The tables of a run; each is read when it is asked for.

    `documents`, `quotations` and the other tables are attributes, as those of a `Corpus`; it is cut (`stored["a"]`,
    `stored.where("outlet == 'A'")`), summed up, compared and explored like one. Where a table is too large, `table`
    reads some of its columns and rows, and `dataset` gives it to pyarrow.

    Examples
    --------
    >>> stored = open("results")                                       # doctest: +SKIP
    >>> stored.table("quotations", ["speaker", "text"], {"type": "direct"})  # doctest: +SKIP
    """

    def __init__(self, folder: str | Path, only: Sequence[str] | None = None, people: Sequence[Person] = ()) -> None:
        self.folder = Path(folder)
        self.manifest = _manifest(self.folder)
        self._only = None if only is None else list(only)
        self._people = tuple(people)
        self._kept: dict[str, Dataset] = {}

    def __repr__(self) -> str:
        rows = self.manifest["rows"]
        if self._only is not None:
            return f"Stored corpus: {counted(len(self), 'article')} of {rows['documents']}"
        return (
            f"Stored corpus: {counted(rows['documents'], 'article')}, {counted(rows['passages'], 'passage')}, "
            f"{counted(rows['quotations'], 'quotation')}"
        )

    def __len__(self) -> int:
        return int(self.manifest["n_documents"]) if self._only is None else len(self._only)

    def __contains__(self, doc_id: object) -> bool:
        return doc_id in set(self.table("documents", ["doc_id"])["doc_id"])

    def __iter__(self) -> Iterator[StoredCorpus]:
        """Go through the articles, each a stored corpus of its own."""
        return (
            StoredCorpus(self.folder, [name], self._people) for name in self.table("documents", ["doc_id"])["doc_id"]
        )

    def __getitem__(self, which: str | Sequence[str] | Sequence[bool] | pd.Series | slice) -> StoredCorpus:
        """Take some articles, as from a `Corpus`: by name, names, a mask over `documents`, or a stretch."""
        return StoredCorpus(self.folder, chosen(which, self.table("documents", ["doc_id"])), self._people)

    def where(self, condition: str) -> StoredCorpus:
        """Take the articles for which a condition on `documents` holds, as `Corpus.where` does."""
        return StoredCorpus(self.folder, chosen_where(condition, self.documents), self._people)

    def sources(self) -> pd.DataFrame:
        """List the files that were read, as `Corpus.sources` does."""
        return files_of(self.documents)

    def people(self) -> pd.DataFrame:
        """Propose who is one person over the articles, as `Corpus.people` does."""
        return proposed(self.speakers, self.quotations)

    def with_people(self, people: str | Path) -> StoredCorpus:
        """Return this corpus with known people laid over its tables, as `Corpus.with_people` does."""
        return StoredCorpus(self.folder, self._only, read_people(people))

    def _table(self, name: str) -> pd.DataFrame:
        return self.table(name)

    def _laid_over(self, name: str, table: pd.DataFrame, speakers: Callable[[], pd.DataFrame]) -> pd.DataFrame:
        """Lay the known people over a table; `speakers` reads those of its articles as they were found."""
        if not self._people or ("speaker" not in table.columns and name != "speakers"):
            return table
        if name == "speakers":
            return with_people(self._people, table)
        before = speakers()
        return renamed(table, before, with_people(self._people, before))

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
        if self.manifest["format"] == "parquet":
            return dataset.dataset(self.folder / f"{name}.parquet", format="parquet")
        if name not in self._kept:
            self._kept[name] = dataset.dataset(loaded(self.folder, name, self.manifest["format"]))
        return self._kept[name]

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
        if name == "speakers" and self._people and columns is not None:
            return self.table(name, where=where)[list(columns)]
        missing = [c for c in (*(columns or ()), *(where or ())) if c not in stored.schema.names]
        if missing:
            raise ColumnError(f"{name!r} has no columns {missing}; it has {stored.schema.names}.")
        wanted = dict(where or {})
        if self._only is not None:
            named = wanted.get("doc_id", self._only)
            named = [named] if isinstance(named, str) else list(named)
            wanted["doc_id"] = [name for name in named if name in set(self._only)]
        table = stored.to_table(columns=None if columns is None else list(columns), filter=_filter(wanted))
        read = table.to_pandas(types_mapper=_pandas_type)
        return self._laid_over(name, read, lambda: StoredCorpus(self.folder, self._only).table("speakers"))

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
        found = summed(self._read, self._batches(), names, by, several=len(self) > 1)
        missing = sorted(set(names) - set(found["measure"]))
        if missing or not names:
            raise OptionError(
                f"There are no scores {missing or 'without a name'}; `measures` names some of the column "
                f"`measure` of `scores`."
            )
        return found

    def _batches(self) -> list[list[str]]:
        """Cut the partitions into what is summed up at once; a format without partitions is one batch."""
        if self.manifest["format"] != "parquet":
            return [[]]
        parts = sorted(path.name for path in (self.folder / "scores.parquet").iterdir())
        return [parts[i : i + AT_ONCE] for i in range(0, len(parts), AT_ONCE)]

    def _read(
        self, name: str, parts: Sequence[str], columns: Sequence[str] | None, where: Mapping[str, Any]
    ) -> pd.DataFrame:
        """Read some partitions of a table, and of them the articles of this corpus."""
        from pyarrow import dataset

        files = [str(self.folder / f"{name}.parquet" / part) for part in parts]
        stored = dataset.dataset(files, format="parquet") if files else self.dataset(name)
        wanted = dict(where) if self._only is None else {**where, "doc_id": self._only}
        found = stored.to_table(columns=columns, filter=_filter(wanted)).to_pandas()
        plain = StoredCorpus(self.folder, self._only)
        return self._laid_over(name, found, lambda: plain._read("speakers", parts, None, {}))

    def _scores_of(self, measure: str | Measure) -> list[str]:
        """Return the names of the stored scores that are meant."""
        if isinstance(measure, str):
            return [measure]
        import pyarrow.compute as pc

        stored = pc.unique(self.dataset("scores").to_table(columns=["measure"])["measure"]).to_pylist()
        own = [name for name in stored if name == measure.name or name.startswith(f"{measure.name}:")]
        return own or [measure.name]


def open(folder: str | Path) -> StoredCorpus:
    """Open the results of `stimmlage analyse` or `corpus.save`.

    Tables in Parquet are not loaded before they are asked for, and then only what is asked for; those of other formats
    are loaded one by one.

    Raises
    ------
    MissingFileError
        If there is no finished run in the folder.
    InputError
        If its manifest is damaged.
    """
    return StoredCorpus(folder)


def _manifest(folder: Path) -> dict[str, Any]:
    try:
        manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        raise MissingFileError(
            f"No finished run in {str(folder)!r} (there is no manifest.json); give the --out folder of "
            f"`stimmlage analyse`."
        ) from None
    except ValueError as error:
        raise InputError(f"The manifest.json in {str(folder)!r} is damaged ({error}); analyse again.") from error
    if not isinstance(manifest, dict) or manifest.get("format") not in WRITERS or "rows" not in manifest:
        raise InputError(f"The manifest.json in {str(folder)!r} is not the kit's; give the --out folder of a run.")
    return manifest


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
