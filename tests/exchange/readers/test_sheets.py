"""Rows of all sheets of a workbook."""

from datetime import date

import pytest
from openpyxl import Workbook

from stimmlage.errors import InputError
from stimmlage.exchange.readers.sheets import xlsx_rows


def test_rows_with_the_names_of_their_sheets(tmp_path):
    book = Workbook()
    book.active.title = "eins"
    book.active.append(["text", "day"])
    book.active.append([None, "  "])
    book.active.append(["Ja.", date(2026, 1, 5)])
    book.create_sheet("zwei").append([3])
    book.save(tmp_path / "a.xlsx")
    assert list(xlsx_rows(tmp_path / "a.xlsx")) == [
        ("eins", ["text", "day"]),
        ("eins", ["Ja.", "2026-01-05"]),
        ("zwei", [3]),
    ]


def test_what_is_no_workbook_is_told(tmp_path):
    (tmp_path / "a.xlsx").write_bytes(b"PK nothing")
    with pytest.raises(InputError):
        list(xlsx_rows(tmp_path / "a.xlsx"))
