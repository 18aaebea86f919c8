"""Tables of a run in CSV, JSON Lines or a workbook, read back with their types."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from stimmlage.errors import InputError
from stimmlage.exchange.formats import suffix_of
from stimmlage.exchange.tables import arrow_schema
from stimmlage.schema import TABLES

if TYPE_CHECKING:
    import pyarrow as pa


def loaded(folder: Path, name: str, format: str) -> pa.Table:
    """Read a table; what is no column of the kit's own keeps the type that it has in JSON, or is text.

    Raises
    ------
    InputError
        If the file is damaged.
    """
    import pyarrow as pa

    path = folder / ("tables.xlsx" if format == "xlsx" else f"{name}.{suffix_of(format)}")
    try:
        rows = list(_ROWS[format](path, name))
        schema = arrow_schema(name)
        columns = [
            pa.array([_typed(row.get(c), kind) for row in rows], schema.field(c).type)
            for c, kind in TABLES[name].items()
        ]
        extra = [c for c in (rows[0] if rows else ()) if c not in TABLES[name]]
        more = [pa.array([row.get(c) for row in rows]) for c in extra]
        return pa.table([*columns, *more], names=[*TABLES[name], *extra])
    except (ValueError, KeyError, csv.Error, pa.ArrowException) as error:
        raise InputError(
            f"{path.name} cannot be read back ({' '.join(str(error).split())[:100]}); analyse again."
        ) from error


def _typed(value: Any, kind: str) -> Any:
    """Return a cell with its type; what is empty is undefined, or an empty text."""
    if kind == "string":
        return "" if value is None else str(value)
    if kind in ("spans", "strings"):
        return json.loads(value or "[]") if isinstance(value, str) or value is None else value
    if value is None or value == "":
        return None
    return int(value) if kind == "int" else float(str(value).replace(",", "."))


def _csv_rows(path: Path, name: str, sep: str = ",") -> Iterator[dict[str, Any]]:  # noqa: ARG001
    csv.field_size_limit(2**31 - 1)
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file, delimiter=sep)


def _german_rows(path: Path, name: str) -> Iterator[dict[str, Any]]:
    for row in _csv_rows(path, name, ";"):
        yield {
            key: value[1:] if value[:1] == "'" and value[1:2] in tuple("=+-@\t\r") else value
            for key, value in row.items()
        }


def _jsonl_rows(path: Path, name: str) -> Iterator[dict[str, Any]]:  # noqa: ARG001
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def _book_rows(path: Path, name: str) -> Iterator[dict[str, Any]]:
    from openpyxl import load_workbook

    book = load_workbook(path, read_only=True)
    try:
        rows = book[name].iter_rows(values_only=True)
        columns = [str(column) for column in next(rows)]
        for row in rows:
            yield dict(zip(columns, row, strict=True))
    finally:
        book.close()


_ROWS = {"csv": _csv_rows, "csv-de": _german_rows, "jsonl": _jsonl_rows, "xlsx": _book_rows}
