"""Tables as one Excel workbook: a sheet a table, and a first sheet that says what each holds."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from stimmlage.errors import OptionError
from stimmlage.exchange.formats import Metadata, column_names
from stimmlage.schema import TABLES

WORKBOOK = "tables.xlsx"
MOST_ROWS = 1_048_575
"""Rows of a sheet, without its head."""
_LONGEST_CELL = 32_767
_TIME = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_CONTROL = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def workbook(parts: dict[str, list[Path]], rows: dict[str, int], extra: Mapping[str, Metadata]) -> bytes:
    """Return a workbook of tables whose rows are JSON objects, a line each; `extra` names further columns of tables.

    Everything that is text stays text: nothing in a cell is a formula. A cell holds 32,767 characters; what is longer
    is cut, and the sheet `about` says where. Equal rows give equal bytes.

    Raises
    ------
    OptionError
        If a table has more rows than a sheet.
    """
    from openpyxl import Workbook

    long = {name: n for name, n in rows.items() if n > MOST_ROWS}
    if long:
        name, n = next(iter(long.items()))
        raise OptionError(f"{name!r} has {n:,} rows and a sheet of Excel {MOST_ROWS:,}; take csv or parquet.")
    book = Workbook(write_only=True)
    about = book.create_sheet("about")
    cut: list[tuple[str, int, str, int]] = []
    for name in TABLES:
        sheet = book.create_sheet(name)
        sheet.freeze_panes = "A2"
        columns = column_names(name, extra.get(name, ()))
        sheet.append(_cells(sheet, columns))
        for number, row in enumerate(_lines(parts[name]), start=2):
            values = [_plain(row.get(column)) for column in columns]
            cut += [
                (name, number, column, len(value))
                for column, value in zip(columns, values, strict=True)
                if isinstance(value, str) and len(value) > _LONGEST_CELL
            ]
            sheet.append(_cells(sheet, values))
    _describe(about, rows, cut)
    target = io.BytesIO()
    book.save(target)
    return _without_times(target)


def _without_times(saved: io.BytesIO) -> bytes:
    """Write a workbook anew with one and the same time for all of it."""
    target = io.BytesIO()
    with zipfile.ZipFile(saved) as before, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            data = before.read(name)
            if name == "docProps/core.xml":
                data = _TIME.sub(b"2000-01-01T00:00:00Z", data)
            entry = zipfile.ZipInfo(name, (2000, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            after.writestr(entry, data)
    return target.getvalue()


def _lines(parts: Iterable[Path]) -> Iterator[dict[str, Any]]:
    for part in parts:
        with part.open(encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def _plain(value: Any) -> Any:
    if isinstance(value, list | dict):
        value = json.dumps(value, ensure_ascii=False)
    return _CONTROL.sub("\ufffd", value) if isinstance(value, str) else value


def _cells(sheet: Any, values: Iterable[Any]) -> list[Any]:
    """Make cells; a text that begins like a formula is a text."""
    from openpyxl.cell import WriteOnlyCell

    cells = []
    for value in values:
        if isinstance(value, str) and value[:1] in ("=", "+", "-", "@"):
            cell = WriteOnlyCell(sheet, value[:_LONGEST_CELL])
            cell.data_type = "s"
            cell.quotePrefix = True
            cells.append(cell)
        else:
            cells.append(value[:_LONGEST_CELL] if isinstance(value, str) else value)
    return cells


def _describe(sheet: Any, rows: dict[str, int], cut: list[tuple[str, int, str, int]]) -> None:
    sheet.append(["table", "rows"])
    for name in TABLES:
        sheet.append([name, rows[name]])
    if cut:
        sheet.append([])
        sheet.append([f"cut to the {_LONGEST_CELL} characters of a cell:"])
        sheet.append(["table", "row", "column", "characters"])
        for entry in cut:
            sheet.append(list(entry))
