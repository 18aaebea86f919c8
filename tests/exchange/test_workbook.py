"""Tables as one workbook."""

import pytest
from openpyxl import load_workbook

import stimmlage as sl
from stimmlage.errors import OptionError
from stimmlage.exchange import workbook as module
from stimmlage.exchange.workbook import workbook
from stimmlage.schema import TABLES


def test_a_sheet_a_table_and_nothing_is_a_formula(tmp_path):
    sl.from_text("=1+1 ist zwei. „Ja“, sagte Anna Berg.", doc_id="a").save(tmp_path, sl.Hedging(), format="xlsx")
    book = load_workbook(tmp_path / "tables.xlsx")
    assert book.sheetnames == ["about", *TABLES]
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    texts = [cell.value for row in book["documents"].iter_rows() for cell in row]
    assert "=1+1 ist zwei. „Ja“, sagte Anna Berg." in texts


def test_equal_rows_are_equal_bytes(tmp_path):
    for name in "ab":
        sl.from_text("Ja, das ist gut.", doc_id="a").save(tmp_path / name, sl.Hedging(), format="xlsx")
    assert (tmp_path / "a/tables.xlsx").read_bytes() == (tmp_path / "b/tables.xlsx").read_bytes()


def test_what_is_too_long_for_a_cell_is_cut_and_told(tmp_path):
    sl.from_text("Ja. " * 10_000, doc_id="a").save(tmp_path, sl.Hedging(), format="xlsx")
    book = load_workbook(tmp_path / "tables.xlsx")
    about = [str(cell.value) for row in book["about"].iter_rows() for cell in row]
    assert any("40,000" in text or "39999" in text or "40000" in text or "39,999" in text for text in about)


def test_a_table_that_is_too_long_for_a_sheet_is_told(monkeypatch):
    monkeypatch.setattr(module, "MOST_ROWS", 2)
    with pytest.raises(OptionError, match="'hits' has 3 rows and a sheet of Excel 2; take csv or parquet"):
        workbook({name: [] for name in TABLES}, {"hits": 3}, {})
