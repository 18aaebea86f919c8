"""Rows as the bytes of a file: CSV, JSON Lines and Parquet."""

from __future__ import annotations

import csv
import io
import json
import math
from collections.abc import Callable, Iterable, Sequence
from json.encoder import encode_basestring
from typing import Any

from stimmlage.exchange.tables import arrow
from stimmlage.reading.intake import clean
from stimmlage.schema import TABLES, Row

Metadata = Sequence[tuple[str, str]]
"""The columns that came with the input, with their types: `string`, `int`, `float` or `bool`."""


def head(table: str, format: str, metadata: Metadata) -> bytes:
    """Return what stands above the rows of a file: in CSV the names of the columns."""
    extra = [name for name, _ in metadata] if table == "documents" else []
    return _csv_lines([[*TABLES[table], *extra]]) if format == "csv" else b""


def _columns(table: str, rows: Sequence[Row], metadata: Metadata) -> list[tuple[str, str, Sequence[Any]]]:
    """Turn rows into columns, each with its name and type; those that came with the input follow the kit's own."""
    if not rows:
        return []
    kinds = TABLES[table]
    columns: list[tuple[str, str, Sequence[Any]]]
    columns = [
        (name, kind, values) for (name, kind), values in zip(kinds.items(), zip(*rows, strict=True), strict=False)
    ]
    if table == "documents":
        given = [row.metadata for row in rows]  # type: ignore[attr-defined]
        columns += [(name, kind, tuple(_as(kind, more.get(name)) for more in given)) for name, kind in metadata]
    return columns


def _as(kind: str, value: Any) -> Any:
    if value is None or kind != "string":
        return float(value) if kind == "float" and value is not None else value
    return clean(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str))[0]


def csv_bytes(table: str, rows: Sequence[Row], metadata: Metadata) -> bytes:
    """Return the lines of a CSV file without its head; what is undefined is empty, lists are JSON."""
    cells: list[Iterable[Any]] = []
    for _, kind, values in _columns(table, rows, metadata):
        if kind in ("spans", "strings"):
            cells.append(map(_json, values))
        elif kind == "float":
            cells.append(None if value is None or math.isnan(value) else value for value in values)
        else:
            cells.append(values)
    return _csv_lines(zip(*cells, strict=True))


def _csv_lines(lines: Iterable[Sequence[Any]]) -> bytes:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(lines)
    return text.getvalue().encode("utf-8", "replace")


def jsonl_bytes(table: str, rows: Sequence[Row], metadata: Metadata) -> bytes:
    """Return a JSON object a line; what is undefined is null."""
    columns = _columns(table, rows, metadata)
    names = (_json(name).replace("%", "%%") for name, _, _ in columns)
    line = "{" + ", ".join(f"{name}: %s" for name in names) + "}\n"
    values = zip(*(map(_JSON.get(kind, _json), values) for _, kind, values in columns), strict=True)
    return "".join([line % row for row in values]).encode("utf-8", "replace")


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _json_string(value: str | None) -> str:
    return "null" if value is None else encode_basestring(value)


def _json_int(value: int | None) -> str:
    return "null" if value is None else repr(value)


def _json_float(value: float | None) -> str:
    if value is None or math.isnan(value):
        return "null"
    return repr(value) if math.isfinite(value) else _json(value)


_JSON: dict[str, Callable[[Any], str]] = {"string": _json_string, "int": _json_int, "float": _json_float}


def parquet_bytes(table: str, rows: Sequence[Row], metadata: Metadata) -> bytes:
    """Return a Parquet file, compressed with zstd."""
    import pyarrow as pa
    from pyarrow.parquet import write_table

    frame = arrow(table, rows)
    if table == "documents":
        kinds = {"string": pa.string(), "int": pa.int64(), "float": pa.float64(), "bool": pa.bool_()}
        given = {name: values for name, _, values in _columns(table, rows, metadata)}
        for name, kind in metadata:
            frame = frame.append_column(name, pa.array(list(given.get(name, ())), type=kinds[kind]))
    sink = io.BytesIO()
    write_table(frame, sink, compression="zstd")
    return sink.getvalue()


WRITERS = {"csv": csv_bytes, "parquet": parquet_bytes, "jsonl": jsonl_bytes}
