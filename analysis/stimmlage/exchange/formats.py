"""Rows as the bytes of a file: CSV (for German Excel, too), JSON Lines and Parquet."""

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
"""The columns that came with the input (in `documents`) or with people (in `speakers`), with their types: `string`,
`int`, `float` or `bool`."""


def column_names(table: str, metadata: Metadata) -> list[str]:
    """Return the columns of a table, and those that came with the input or with people."""
    return [*TABLES[table], *(name for name, _ in metadata)]


def head(table: str, format: str, metadata: Metadata) -> bytes:
    """Return what stands above the rows of a file: in CSV the names of the columns."""
    if format == "csv-de":
        return b"\xef\xbb\xbf" + _csv_lines([column_names(table, metadata)], ";")
    return _csv_lines([column_names(table, metadata)]) if format == "csv" else b""


def suffix_of(format: str) -> str:
    """Return how the files of a format end."""
    return {"csv-de": "csv"}.get(format, format)


def _columns(table: str, rows: Sequence[Row], metadata: Metadata) -> list[tuple[str, str, Sequence[Any]]]:
    """Turn rows into columns, each with its name and type; those that came with the input follow the kit's own."""
    if not rows:
        return []
    kinds = TABLES[table]
    columns: list[tuple[str, str, Sequence[Any]]]
    columns = [
        (name, kind, values) for (name, kind), values in zip(kinds.items(), zip(*rows, strict=True), strict=False)
    ]
    if metadata:
        given = [row.metadata for row in rows]  # type: ignore[attr-defined]
        columns += [(name, kind, tuple(_as(kind, more.get(name)) for more in given)) for name, kind in metadata]
    return columns


def _as(kind: str, value: Any) -> Any:
    if value is None or kind != "string":
        return float(value) if kind == "float" and value is not None else value
    return clean(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str))[0]


def csv_bytes(table: str, rows: Sequence[Row], metadata: Metadata) -> bytes:
    """Return the lines of a CSV file without its head; what is undefined is empty, lists are JSON."""
    return _csv(table, rows, metadata, ",", ".")


def german_csv_bytes(table: str, rows: Sequence[Row], metadata: Metadata) -> bytes:
    """Return the lines of a CSV file as German Excel opens it: semicolons between cells, a comma in numbers.

    A text that Excel would take for a formula gets an apostrophe in front.
    """
    return _csv(table, rows, metadata, ";", ",")


def _csv(table: str, rows: Sequence[Row], metadata: Metadata, sep: str, point: str) -> bytes:
    german = sep == ";"
    cells: list[Iterable[Any]] = []
    for _, kind, values in _columns(table, rows, metadata):
        if kind in ("spans", "strings"):
            cells.append(map(_json, values))
        elif kind == "float":
            cells.append(_numbers(values, point))
        elif german and kind == "string":
            cells.append(map(_harmless, values))
        else:
            cells.append(values)
    return _csv_lines(zip(*cells, strict=True), sep)


def _numbers(values: Iterable[float | None], point: str) -> Iterable[Any]:
    for value in values:
        defined = None if value is None or math.isnan(value) else value
        yield defined if defined is None or point == "." else repr(defined).replace(".", point)


def _harmless(value: Any) -> Any:
    formula = isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r")
    return f"'{value}" if formula else value


def _csv_lines(lines: Iterable[Sequence[Any]], sep: str = ",") -> bytes:
    text = io.StringIO()
    csv.writer(text, delimiter=sep, lineterminator="\r\n" if sep == ";" else "\n").writerows(lines)
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
    return repr(value) if value is not None and math.isfinite(value) else "null"


_JSON: dict[str, Callable[[Any], str]] = {"string": _json_string, "int": _json_int, "float": _json_float}


def parquet_bytes(table: str, rows: Sequence[Row], metadata: Metadata) -> bytes:
    """Return a Parquet file, compressed with zstd."""
    import pyarrow as pa
    from pyarrow.parquet import write_table

    frame = arrow(table, rows)
    if metadata:
        kinds = {"string": pa.string(), "int": pa.int64(), "float": pa.float64(), "bool": pa.bool_()}
        given = {name: values for name, _, values in _columns(table, rows, metadata)}
        for name, kind in metadata:
            frame = frame.append_column(name, pa.array(list(given.get(name, ())), type=kinds[kind]))
    sink = io.BytesIO()
    write_table(frame, sink, compression="zstd")
    return sink.getvalue()


WRITERS = {
    "csv": csv_bytes,
    "csv-de": german_csv_bytes,
    "parquet": parquet_bytes,
    "jsonl": jsonl_bytes,
    "xlsx": jsonl_bytes,  # the parts of a run; `workbook` makes one file of them
}
"""How the rows of a table become the bytes of one part, by format: a new format is one entry."""
