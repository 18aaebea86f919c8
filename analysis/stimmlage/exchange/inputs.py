"""Where articles come from: text files, folders, globs, and tables of articles, read one by one."""

from __future__ import annotations

import csv
import glob
import gzip
import hashlib
import io
import json
import os
import sys
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any, Protocol

from stimmlage.analysis import Analysis, analyse
from stimmlage.document import Document, Tokens
from stimmlage.errors import ColumnError, InputError, MissingFileError, OptionError, StimmlageError
from stimmlage.exchange.kinds import is_frame, is_text, wrong_kind
from stimmlage.exchange.manifest import own_names
from stimmlage.reading.doubts import with_doubts
from stimmlage.reading.intake import clean, encoding_of
from stimmlage.reading.segmentation import read, read_source, read_text
from stimmlage.schema import TABLES

_TABLES = {
    ".csv": "csv",
    ".tsv": "csv",
    ".csv.gz": "csv",
    ".tsv.gz": "csv",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".jsonl.gz": "jsonl",
    ".parquet": "parquet",
}
_ABOUT = ("author", "date", "outlet", "place", "agency")
_OWN = (
    "title",
    "lead",
    *_ABOUT,
    "language",
    "source",
)  # columns of a table that say what the document's own columns say
ID_COLUMNS = ("doc_id", "id")
"""Where a table names its articles, if nothing else is said."""

_LONGEST_CELL = min(sys.maxsize, 2**31 - 1)


@dataclass(frozen=True, slots=True)
class Item:
    """An article that waits to be read: a file, or the text of a table's row with its other columns; or one that is
    `known` already."""

    doc_id: str
    path: str = ""
    text: Any = ""
    source: str = ""
    metadata: dict[str, Any] = field(default_factory=dict)
    problem: str = ""
    layout: bool = True
    known: Analysis | Document | None = None

    def read(self) -> Document:
        """Read the article.

        Raises
        ------
        InputError
            If there is no text to read.
        """
        if self.path:
            return with_doubts(replace(read(self.path, self.doc_id), source=self.source))
        if self.problem:
            raise InputError(self.problem)
        text, damage = clean(_as_text(self.text, self.doc_id))
        document = (read_source if self.layout else read_text)(text, self.doc_id)
        given = {name: _given(self.metadata.get(name)) for name in _OWN}
        known = with_doubts(replace(document, problem=damage))
        return replace(
            known,
            title=document.title or given["title"],
            lead=document.lead or given["lead"],
            author=given["author"] or document.author,
            date=given["date"] or document.date,
            outlet=given["outlet"] or document.outlet,
            place=given["place"] or document.place,
            agency=given["agency"] or document.agency,
            language=given["language"] or known.language,
            source=given["source"] or self.source,
            sha256=hashlib.sha256(text.encode()).hexdigest(),
            metadata=self.extra(),
        )

    def extra(self) -> dict[str, Any]:
        """The columns that are none of the document's own; a name that is taken gets `_given`."""
        return {
            f"{name}_given" if name in TABLES["documents"] else name: value
            for name, value in self.metadata.items()
            if name not in _OWN
        }


class Articles(Protocol):
    """Where articles come from."""

    @property
    def name(self) -> str:
        """What it is called in the manifest of a run."""

    @property
    def files(self) -> tuple[Path, ...]:
        """The files that are read."""

    @property
    def text_column(self) -> str:
        """Where the text stands in a table."""

    @property
    def id_column(self) -> str | None:
        """Where the name stands in a table."""

    def items(self) -> Iterator[Item]:
        """Go through the articles without reading them."""

    def sha256(self) -> str:
        """Hash what is read."""


@dataclass(frozen=True, slots=True)
class Source:
    """One path as it was given, with the files it leads to."""

    name: str
    files: tuple[Path, ...]
    root: Path
    text_column: str = "text"
    id_column: str | None = None
    unread: tuple[tuple[str, str], ...] = ()
    names: tuple[str, ...] = ()
    sep: str | None = None

    def items(self) -> Iterator[Item]:
        """Go through the articles without reading them; what cannot be opened is one with a `problem`."""
        for path in self.files:
            kind = _kind(path)
            source = _written(path.relative_to(self.root))
            if kind is None:
                yield Item(_name(path, self.root), str(path), source=source)
                continue
            try:
                yield from self._rows(path, kind, source)
            except (InputError, ColumnError) as error:
                if len(self.files) == 1:
                    raise
                yield Item(_name(path, self.root), source=source, problem=str(error))
        for name, problem in self.unread:
            yield Item(name, source=name, problem=problem)

    def _rows(self, path: Path, kind: str, source: str) -> Iterator[Item]:
        """Go through the rows of a table; where it breaks off, the rows before are kept and the rest is a problem."""
        stem = _name(path, self.root)
        rows = self._csv(path) if kind == "csv" else _READ_ROWS[kind](path, self.text_column)
        number = 0
        while True:
            number += 1
            try:
                row, problem = next(rows)
            except StopIteration:
                return
            except _damages() as error:
                said = " ".join(str(error).split()) or type(error).__name__
                yield Item(
                    f"{stem}-{number}",
                    source=source,
                    problem=f"{path.name} cannot be read from row {number} on ({said})",
                )
                return
            yield self._item(path, row, problem, source, f"{stem}-{number}")

    def _csv(self, path: Path) -> Iterator[tuple[dict[str, Any], str]]:
        return _csv_rows(path, self.text_column, self.names, self.sep)

    def _item(self, path: Path, row: dict[str, Any], problem: str, source: str, name: str) -> Item:
        row = {
            clean(key)[0]: clean(value)[0] if isinstance(value, str) and key != self.text_column else value
            for key, value in row.items()
        }
        text = row.pop(self.text_column, None)
        id_column = self.id_column or next((c for c in ID_COLUMNS if c in row), None)
        if self.id_column and not problem and self.id_column not in row:
            raise ColumnError(
                f"{path.name!r} has no column {self.id_column!r}; it has {list(row)}. Name one with `id_column`."
            )
        given = row.pop(id_column, None) if id_column else None
        return Item(
            name if given is None or str(given).strip() in ("", "nan") else str(given), "", text, source, row, problem
        )

    def sha256(self) -> str:
        """Hash the file; for several, their names and hashes."""
        if len(self.files) == 1:
            return _hash(self.files[0])
        together = hashlib.sha256()
        for path in self.files:
            together.update(f"{_written(path.relative_to(self.root))}\0{_hash(path)}\n".encode())
        return together.hexdigest()


def _given(value: Any) -> str:
    """Write what a table says of an article: nothing for an empty cell, a day without its midnight."""
    if value is None or value != value:
        return ""
    return str(value).removesuffix(" 00:00:00").strip()


def _as_text(given: Any, doc_id: str) -> str:
    """Return the text of a cell.

    Raises
    ------
    InputError
        If it holds something else, or nothing.
    """
    if given is None or (isinstance(given, float) and given != given):
        given = ""
    if not isinstance(given, str):
        raise InputError(f"{doc_id} holds no text but {type(given).__name__} ({str(given)[:40]}).")
    if not given.strip():
        raise InputError(f"{doc_id} holds no text.")
    return given


def _damages() -> tuple[type[Exception], ...]:
    """What reading a damaged table raises, by whatever library reads it."""
    from pyarrow import ArrowException

    return OSError, EOFError, zlib.error, UnicodeError, OverflowError, csv.Error, ArrowException


def sources_of(
    paths: str | Path | Iterable[str | Path],
    text_column: str = "text",
    id_column: str | None = None,
    names: Sequence[str] = (),
    sep: str | None = None,
) -> list[Source]:
    """Find what paths, folders and globs lead to; `names` and `sep` are those of CSV tables without a head.

    Raises
    ------
    MissingFileError
        If a path leads to nothing.
    InputError
        If a folder holds neither text files nor tables.
    """
    if isinstance(paths, str) and is_text(paths):
        raise InputError("`paths` takes the path of a file, and this is a text; for that there is sl.from_text.")
    if is_frame(paths):
        raise InputError(f"`paths` takes paths; not {wrong_kind(paths)}")
    given = [paths] if isinstance(paths, str | Path) else list(paths) if isinstance(paths, Iterable) else [paths]
    wrong = [path for path in given if not isinstance(path, str | Path)]
    if wrong or not given:
        raise InputError(
            f"`paths` takes the path of a text file, a folder, a glob or a table, or a list of them; not "
            f"{wrong_kind(wrong[0] if wrong else given)}"
        )
    _check_table_options(names, sep)
    found = [_source(Path(path), text_column, id_column) for path in given]
    return [replace(source, names=tuple(names), sep=sep) for source in found]


def _check_table_options(names: Sequence[str], sep: str | None) -> None:
    if isinstance(names, str) or not all(isinstance(name, str) for name in names):
        raise OptionError(f"`names` is a list of the names of columns, as in ['id', 'text']; not {names!r}.")
    if len(set(names)) < len(names):
        raise OptionError(f"`names` has a name twice: {list(names)}; give each column one of its own.")
    if sep is not None and (not isinstance(sep, str) or len(sep) != 1 or sep in '"\n\r'):
        raise OptionError(f"`sep` is one character, such as ';' or '\\t'; not {sep!r}.")


def items_of(sources: Sequence[Articles]) -> Iterator[Item]:
    """Go through all articles; one whose name was there before gets a number behind it that makes it unique."""
    seen: dict[int, int] = {}  # hashes, not names: this grows with the corpus
    for source in sources:
        for item in source.items():
            first = hash(item.doc_id)
            number, name = seen.get(first, 0), item.doc_id
            while hash(name) in seen:
                number += 1
                name = f"{item.doc_id}~{number}"
            seen[first] = max(number, 1)
            seen.setdefault(hash(name), 1)
            yield item if name == item.doc_id else replace(item, doc_id=name)


def documents(
    paths: str | Path | Iterable[str | Path],
    text_column: str = "text",
    id_column: str | None = None,
    names: Sequence[str] = (),
    sep: str | None = None,
) -> Iterator[Analysis | Document]:
    """Read and analyse all articles that paths, folders, globs and tables lead to, one by one.

    One that cannot be read or analysed comes as a document without text that says so in its `problem`.
    """
    for item in items_of(sources_of(paths, text_column, id_column, names, sep)):
        yield analysed(item)


def analysed(item: Item) -> Analysis | Document:
    """Analyse one article; whatever goes wrong with it is its own `problem` and nobody else's."""
    if item.known is not None:
        return item.known
    document = Document(item.doc_id, "", [], [], [], Tokens([], [], []), source=item.source, metadata=item.extra())
    try:
        document = item.read()
        return analyse(document)
    except Exception as error:
        return with_problem(document, problem_of(error))


def problem_of(error: Exception) -> str:
    """Say in one line what went wrong with an article."""
    name = "" if isinstance(error, StimmlageError) else f"{type(error).__name__}: "
    return " ".join(f"{name}{error}".split())


def with_problem(document: Document, problem: str) -> Document:
    """Return a document with one more problem."""
    return replace(document, problem="; ".join(p for p in (document.problem, problem) if p))


def _source(path: Path, text_column: str, id_column: str | None) -> Source:
    if path.is_dir():
        files, unread = _walked(path)
        if not files and not unread:
            raise InputError(
                f"The folder {str(path)!r} holds no .txt, .csv, .jsonl or .parquet file; give one that does."
            )
        return Source(clean(path.resolve().name)[0], files, path, text_column, id_column, unread)
    if path.exists():
        if not path.is_file():
            raise InputError(f"{str(path)!r} is no regular file; write what it gives into one, and give that.")
        return Source(clean(path.name)[0], (path,), path.parent, text_column, id_column)
    matches = tuple(sorted(Path(p) for p in glob.glob(str(path), recursive=True) if Path(p).is_file()))
    if not matches:
        raise MissingFileError(
            f"Nothing found at {str(path)!r}; give a text file, a folder, a glob or a table of articles."
        )
    root = path
    while glob.has_magic(str(root)):
        root = root.parent
    return Source(clean(path.name)[0], matches, root, text_column, id_column)


def _walked(folder: Path) -> tuple[tuple[Path, ...], tuple[tuple[str, str], ...]]:
    """Return the articles and tables in a folder, without what runs of the kit wrote there; and what could not
    be opened."""
    files: list[Path] = []
    closed: list[OSError] = []
    for place, folders, names in os.walk(folder, onerror=closed.append, followlinks=False):
        own = own_names(Path(place))
        folders[:] = sorted(name for name in folders if name not in own and not name.startswith("."))
        found = (Path(place) / name for name in names if name not in own)
        files += [file for file in found if _is_article(file, folder) and file.is_file()]
    unread = tuple(
        (_written(Path(error.filename).relative_to(folder)), f"the folder cannot be opened ({error.strerror})")
        for error in closed
    )
    return tuple(sorted(files)), unread


def _written(path: Path) -> str:
    """Write a path with `/`, and without what is no character."""
    return clean(path.as_posix())[0]


def _is_article(path: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
    return not hidden and (path.suffix.lower() in (".txt", ".text") or _kind(path) is not None)


def _kind(path: Path) -> str | None:
    name = path.name.lower()
    return next((kind for suffix, kind in _TABLES.items() if name.endswith(suffix)), None)


def _name(path: Path, root: Path) -> str:
    name = _written(path.relative_to(root))
    for suffix in (".gz", *_TABLES, path.suffix):
        name = name.removesuffix(suffix)
    return name or path.name


def _hash(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""  # it cannot be read: its article will say so


def _open_text(path: Path) -> io.TextIOWrapper:
    packed = path.suffix == ".gz"
    with gzip.open(path) if packed else path.open("rb") as file:
        encoding = encoding_of(file.read(1 << 16), cut=True)
    opened: Any = gzip.open(path) if packed else path.open("rb")  # noqa: SIM115 the wrapper closes it
    return io.TextIOWrapper(opened, encoding=encoding, errors="replace", newline="")


def _csv_rows(
    path: Path, text_column: str, names: Sequence[str] = (), sep: str | None = None
) -> Iterator[tuple[dict[str, Any], str]]:
    """Go through the rows; without `names` the first one holds the names of the columns."""
    csv.field_size_limit(_LONGEST_CELL)
    with _open_text(path) as file:
        head = file.readline()
        delimiter = sep or max(",;\t", key=head.count)
        columns = list(names) or next(csv.reader([head], delimiter=delimiter), [])
        _check_columns(path, columns, text_column)
        for row in csv.reader(chain([head] if names else [], file), delimiter=delimiter):
            if row:
                problem = "" if len(row) == len(columns) else f"the row has {len(row)} fields, the head {len(columns)}"
                yield dict(zip(columns, row)), problem


def _jsonl_rows(path: Path, text_column: str) -> Iterator[tuple[dict[str, Any], str]]:
    with _open_text(path) as file:
        for number, line in enumerate(file, start=1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except (ValueError, RecursionError) as error:
                said = error.msg if isinstance(error, json.JSONDecodeError) else str(error).partition(";")[0]
                yield {}, f"line {number} is not JSON ({said})"
                continue
            if not isinstance(row, dict):
                yield {}, f"line {number} is not a JSON object"
            elif text_column not in row:
                yield row, f"line {number} has no {text_column!r}; it has {list(row)}"
            else:
                yield row, ""


def _parquet_rows(path: Path, text_column: str) -> Iterator[tuple[dict[str, Any], str]]:
    from pyarrow import ArrowInvalid
    from pyarrow.parquet import ParquetFile

    try:
        file = ParquetFile(path)
    except ArrowInvalid as error:
        raise InputError(f"{str(path)!r} is no Parquet table ({error}).") from error
    with file:
        _check_columns(path, file.schema_arrow.names, text_column)
        for batch in file.iter_batches(batch_size=256):
            for row in batch.to_pylist():
                yield {k: v.isoformat() if isinstance(v, date) else v for k, v in row.items()}, ""


_READ_ROWS = {"jsonl": _jsonl_rows, "parquet": _parquet_rows}


def _check_columns(path: Path, columns: Sequence[str], text_column: str) -> None:
    if text_column not in columns:
        raise ColumnError(
            f"{path.name!r} has no column {text_column!r}; it has {list(columns)}. Name one with `text_column`."
        )
