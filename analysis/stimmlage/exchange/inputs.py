"""Where articles come from: text files, folders, globs, and tables of articles, read one by one."""

from __future__ import annotations

import csv
import glob
import gzip
import hashlib
import io
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from stimmlage.document import Document
from stimmlage.errors import ColumnError, InputError, MissingFileError
from stimmlage.reading.intake import encoding_of
from stimmlage.reading.segmentation import read, read_source
from stimmlage.schema import TABLES

_TABLES = {
    ".csv": "csv", ".tsv": "csv", ".csv.gz": "csv", ".tsv.gz": "csv",
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".jsonl.gz": "jsonl", ".parquet": "parquet",
}
_OWN = ("title", "lead", "language", "source")  # columns of a table that say what the document's own columns say
_IDS = ("doc_id", "id")

csv.field_size_limit(min(sys.maxsize, 2**31 - 1))


@dataclass(frozen=True, slots=True)
class Item:
    """An article that waits to be read: a file, or the text of a table's row with its other columns."""

    doc_id: str
    path: str = ""
    text: str = ""
    source: str = ""
    metadata: dict[str, Any] = field(default_factory=dict)
    problem: str = ""

    def read(self) -> Document:
        """Read the article.

        Raises
        ------
        InputError
            If there is no text to read.
        """
        if self.path:
            return replace(read(self.path, self.doc_id), source=self.source)
        if self.problem or not self.text.strip():
            raise InputError(self.problem or f"{self.doc_id} holds no text.")
        document = read_source(self.text, self.doc_id)
        given = {name: str(self.metadata.get(name) or "") for name in _OWN}
        return replace(
            document,
            title=document.title or given["title"],
            lead=document.lead or given["lead"],
            language=given["language"] or document.language,
            source=given["source"] or self.source,
            sha256=hashlib.sha256(self.text.encode("utf-8", "replace")).hexdigest(),
            metadata=self.extra(),
        )

    def extra(self) -> dict[str, Any]:
        """The columns that are none of the document's own; a name that is taken gets `_given`."""
        return {
            f"{name}_given" if name in TABLES["documents"] else name: value
            for name, value in self.metadata.items()
            if name not in _OWN
        }


@dataclass(frozen=True, slots=True)
class Source:
    """One path as it was given, with the files it leads to."""

    name: str
    files: tuple[Path, ...]
    root: Path
    text_column: str = "text"
    id_column: str | None = None

    def items(self) -> Iterator[Item]:
        """Go through the articles without reading them."""
        for path in self.files:
            kind = _kind(path)
            if kind is None:
                yield Item(_name(path, self.root), str(path), source=path.relative_to(self.root).as_posix())
            else:
                yield from self._rows(path, kind)

    def sha256(self) -> str:
        """Hash the file; for several, their names and hashes."""
        if len(self.files) == 1:
            return _hash(self.files[0])
        together = hashlib.sha256()
        for path in self.files:
            together.update(f"{path.relative_to(self.root).as_posix()}\0{_hash(path)}\n".encode())
        return together.hexdigest()

    def _rows(self, path: Path, kind: str) -> Iterator[Item]:
        stem = _name(path, self.root)
        source = path.relative_to(self.root).as_posix()
        read_rows = {"csv": _csv_rows, "jsonl": _jsonl_rows, "parquet": _parquet_rows}[kind]
        for number, (row, problem) in enumerate(read_rows(path, self.text_column), start=1):
            text = row.pop(self.text_column, None)
            id_column = self.id_column or next((c for c in _IDS if c in row), None)
            if self.id_column and not problem and self.id_column not in row:
                raise ColumnError(f"{path.name!r} has no column {self.id_column!r}; it has {list(row)}. Name one with `id_column`.")
            given = row.pop(id_column, None) if id_column else None
            doc_id = f"{stem}-{number}" if given in (None, "") else str(given)
            yield Item(doc_id, "", "" if text is None else str(text), source, row, problem)


def sources_of(
    paths: str | Path | Iterable[str | Path], text_column: str = "text", id_column: str | None = None
) -> list[Source]:
    """Find what paths, folders and globs lead to.

    Raises
    ------
    MissingFileError
        If a path leads to nothing.
    InputError
        If a folder holds neither text files nor tables.
    """
    given = [paths] if isinstance(paths, str | Path) else list(paths)
    return [Source(*_found(Path(path)), text_column, id_column) for path in given]


def items_of(sources: Sequence[Source]) -> Iterator[Item]:
    """Go through all articles; one whose name was there before gets a number behind it."""
    seen: dict[int, int] = {}  # hashes, not names: this grows with the corpus
    for source in sources:
        for item in source.items():
            key = hash(item.doc_id)
            seen[key] = seen.get(key, 0) + 1
            yield replace(item, doc_id=f"{item.doc_id}~{seen[key]}") if seen[key] > 1 else item


def documents(
    paths: str | Path | Iterable[str | Path], text_column: str = "text", id_column: str | None = None
) -> Iterator[Document]:
    """Read all articles that paths, folders, globs and tables lead to, one by one."""
    for item in items_of(sources_of(paths, text_column, id_column)):
        yield item.read()


def _found(path: Path) -> tuple[str, tuple[Path, ...], Path]:
    if path.is_dir():
        files = tuple(sorted(f for f in path.rglob("*") if f.is_file() and _is_article(f, path)))
        if not files:
            raise InputError(f"The folder {str(path)!r} holds no .txt, .csv, .jsonl or .parquet file; give one that does.")
        return path.resolve().name, files, path
    if path.exists():
        return path.name, (path,), path.parent
    matches = tuple(sorted(Path(p) for p in glob.glob(str(path), recursive=True) if Path(p).is_file()))
    if not matches:
        raise MissingFileError(f"Nothing found at {str(path)!r}; give a text file, a folder, a glob or a table of articles.")
    root = path
    while glob.has_magic(str(root)):
        root = root.parent
    return path.name, matches, root


def _is_article(path: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
    return not hidden and (path.suffix.lower() in (".txt", ".text") or _kind(path) is not None)


def _kind(path: Path) -> str | None:
    name = path.name.lower()
    return next((kind for suffix, kind in _TABLES.items() if name.endswith(suffix)), None)


def _name(path: Path, root: Path) -> str:
    name = path.relative_to(root).as_posix()
    for suffix in (".gz", *_TABLES, path.suffix):
        name = name.removesuffix(suffix)
    return name or path.name


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _open_text(path: Path) -> io.TextIOWrapper:
    packed = path.suffix == ".gz"
    with gzip.open(path) if packed else path.open("rb") as file:
        encoding = encoding_of(file.read(1 << 16), cut=True)
    opened: Any = gzip.open(path) if packed else path.open("rb")
    return io.TextIOWrapper(opened, encoding=encoding, errors="replace", newline="")


def _csv_rows(path: Path, text_column: str) -> Iterator[tuple[dict[str, Any], str]]:
    with _open_text(path) as file:
        head = file.readline()
        delimiter = max(",;\t", key=head.count)
        columns = next(csv.reader([head], delimiter=delimiter), [])
        _check_columns(path, columns, text_column)
        for row in csv.reader(file, delimiter=delimiter):
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
            except json.JSONDecodeError as error:
                yield {}, f"line {number} is not JSON ({error.msg})"
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


def _check_columns(path: Path, columns: Sequence[str], text_column: str) -> None:
    if text_column not in columns:
        raise ColumnError(f"{path.name!r} has no column {text_column!r}; it has {list(columns)}. Name one with `text_column`.")
