"""Spreadsheets: the rows of an XLSX file, as those of any table of articles."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from stimmlage.errors import InputError
from stimmlage.exchange.readers.safety import opened_zip


def xlsx_rows(path: Path) -> Iterator[tuple[str, list[Any]]]:
    """Go through the rows of all sheets, each with the name of its sheet.

    Raises
    ------
    InputError
        If it is damaged, encrypted, or unpacks to more than it may.
    """
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    opened_zip(path).close()
    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except (InvalidFileException, KeyError, ValueError) as error:
        raise InputError(f"{path.name} is no XLSX table ({' '.join(str(error).split())[:80]}).") from error
    try:
        for sheet in book.worksheets:
            for row in sheet.iter_rows(values_only=True):
                if any(value is not None and str(value).strip() for value in row):
                    yield sheet.title, [_plain(value) for value in row]
    finally:
        book.close()


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat().removesuffix("T00:00:00")
    return value
