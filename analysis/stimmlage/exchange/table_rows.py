"""The rows of tables of articles: CSV, JSON Lines, Parquet and XLSX, one by one."""

from __future__ import annotations

import csv
import gzip
import io
import json
import sys
import zlib
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any

from stimmlage.errors import ColumnError, InputError
from stimmlage.reading.intake import encoding_of

_LONGEST_CELL = min(sys.maxsize, 2**31 - 1)
GERMAN_COLUMNS = {
    "title": ("titel", "überschrift", "schlagzeile"),
    "lead": ("vorspann",),
    "author": ("autor", "autorin", "autoren"),
    "date": ("datum", "erscheinungsdatum"),
    "outlet": ("medium", "zeitung"),
    "place": ("ort",),
    "agency": ("agentur",),
    "language": ("sprache",),
}
"""What German tables call what `documents` says of an article; the column itself stays as it is named."""

Rows = Iterator[tuple[dict[str, Any], str]]
"""The rows of a table, each with its problem."""


def damages() -> tuple[type[Exception], ...]:
    """What reading a damaged table raises, by whatever library reads it."""
    from pyarrow import ArrowException

    return OSError, EOFError, zlib.error, UnicodeError, OverflowError, csv.Error, ArrowException


def rows_of(path: Path, kind: str, text_column: str, names: Sequence[str] = (), sep: str | None = None) -> Rows:
    """Go through the rows of a table.

    Raises
    ------
    ColumnError
        If it has no such column.
    InputError
        If it is no table.
    """
    if kind == "csv":
        return _csv_rows(path, text_column, names, sep)
    return _READ_ROWS[kind](path, text_column)


def cell_of(row: dict[str, Any], column: str) -> Any:
    """Return what a row says under the kit's name of a column, or under its German one.

    Examples
    --------
    >>> cell_of({"Titel": "Streit"}, "title"), cell_of({"titel": "Dr.", "title": "Streit"}, "title")
    ('Streit', 'Streit')
    """
    if row.get(column) is not None:
        return row[column]
    german = GERMAN_COLUMNS.get(column, ())
    return next((value for key, value in row.items() if key.strip().lower() in german), None)


def _open_text(path: Path) -> io.TextIOWrapper:
    packed = path.suffix == ".gz"
    with gzip.open(path) if packed else path.open("rb") as file:
        encoding = encoding_of(file.read(1 << 16), cut=True)
    opened: Any = gzip.open(path) if packed else path.open("rb")  # noqa: SIM115 the wrapper closes it
    return io.TextIOWrapper(opened, encoding=encoding, errors="replace", newline="")


def _csv_rows(path: Path, text_column: str, names: Sequence[str] = (), sep: str | None = None) -> Rows:
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


def _jsonl_rows(path: Path, text_column: str) -> Rows:
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


def _parquet_rows(path: Path, text_column: str) -> Rows:
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


def _xlsx_rows(path: Path, text_column: str) -> Rows:
    """Go through the rows of the first sheet with a column of texts; its first filled row holds the names."""
    from stimmlage.exchange.readers.sheets import xlsx_rows

    sheet: str | None = None
    columns: list[str] = []
    seen: list[str] = []
    for name, row in xlsx_rows(path):
        if name != sheet:
            sheet = name
            columns = ["" if value is None else str(value).strip() for value in row]
            seen += [column for column in columns if column]
            continue
        if text_column in columns:
            yield {column: value for column, value in zip(columns, row) if column}, ""
    if text_column not in seen:
        _check_columns(path, seen, text_column)


_READ_ROWS = {"jsonl": _jsonl_rows, "parquet": _parquet_rows, "xlsx": _xlsx_rows}


def _check_columns(path: Path, columns: Sequence[str], text_column: str) -> None:
    if text_column not in columns:
        raise ColumnError(
            f"{path.name!r} has no column {text_column!r}; it has {list(columns)}. Name one with `text_column`."
        )
