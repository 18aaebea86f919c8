"""Rows of tables of articles."""

import gzip

import pandas as pd
import pytest

import stimmlage as sl
from stimmlage.errors import ColumnError, InputError
from stimmlage.exchange.table_rows import cell_of, rows_of


def rows(path, kind, **options):
    return list(rows_of(path, kind, "text", **options))


@pytest.mark.parametrize("sep", [",", ";", "\t"])
def test_the_separator_is_found(tmp_path, sep):
    (tmp_path / "a.csv").write_text(f"id{sep}text\n1{sep}Ja.\n", "utf-8")
    assert rows(tmp_path / "a.csv", "csv") == [({"id": "1", "text": "Ja."}, "")]


def test_a_table_without_a_head_gets_names(tmp_path):
    (tmp_path / "a.csv").write_text("1|Ja.\n", "utf-8")
    assert rows(tmp_path / "a.csv", "csv", names=["id", "text"], sep="|") == [({"id": "1", "text": "Ja."}, "")]


def test_a_row_with_too_few_fields_says_so(tmp_path):
    (tmp_path / "a.csv").write_text("id,text\n1\n", "utf-8")
    assert rows(tmp_path / "a.csv", "csv")[0][1] == "the row has 1 fields, the head 2"


def test_packed_and_in_another_encoding(tmp_path):
    (tmp_path / "a.csv.gz").write_bytes(gzip.compress("id,text\n1,Größe ist gut für alle.\n".encode("cp1252")))
    assert rows(tmp_path / "a.csv.gz", "csv")[0][0]["text"] == "Größe ist gut für alle."


def test_lines_of_json(tmp_path):
    (tmp_path / "a.jsonl").write_text('{"text": "Ja."}\n\n[1]\n{\n{"body": "x"}\n', "utf-8")
    found = rows(tmp_path / "a.jsonl", "jsonl")
    assert found[0] == ({"text": "Ja."}, "")
    assert [problem[:24] for _, problem in found[1:]] == [
        "line 3 is not a JSON obj",
        "line 4 is not JSON (Expe",
        "line 5 has no 'text'; it",
    ]


def test_parquet_and_what_is_none(tmp_path):
    pd.DataFrame({"text": ["Ja."], "day": pd.to_datetime(["2026-01-05"]).date}).to_parquet(tmp_path / "a.parquet")
    assert rows(tmp_path / "a.parquet", "parquet") == [({"text": "Ja.", "day": "2026-01-05"}, "")]
    (tmp_path / "b.parquet").write_bytes(b"PAR1 and nothing")
    with pytest.raises(InputError, match="is no Parquet table"):
        rows(tmp_path / "b.parquet", "parquet")


def test_a_sheet_with_the_column_is_taken(tmp_path):
    with pd.ExcelWriter(tmp_path / "a.xlsx") as book:
        pd.DataFrame({"note": ["x"]}).to_excel(book, sheet_name="about", index=False)
        pd.DataFrame({"text": ["Ja."], "n": [1]}).to_excel(book, sheet_name="texts", index=False)
    assert rows(tmp_path / "a.xlsx", "xlsx") == [({"text": "Ja.", "n": 1}, "")]


def test_a_missing_column_is_told(tmp_path):
    (tmp_path / "a.csv").write_text("id,body\n1,Ja.\n", "utf-8")
    with pytest.raises(ColumnError, match="no column 'text'; it has .*Name one with `text_column`"):
        rows(tmp_path / "a.csv", "csv")


@pytest.mark.parametrize(
    ("row", "column", "value"),
    [
        ({"Titel": "Streit"}, "title", "Streit"),
        ({"titel": "Dr.", "title": "Streit"}, "title", "Streit"),
        ({" Datum ": "heute"}, "date", "heute"),
        ({"x": 1}, "title", None),
    ],
)
def test_german_names_of_columns(row, column, value):
    assert cell_of(row, column) == value


@pytest.mark.parametrize(
    ("column", "aliases"),
    [
        ("title", "titel überschrift schlagzeile"),
        ("lead", "vorspann"),
        ("author", "autor autorin autoren"),
        ("outlet", "medium zeitung"),
        ("place", "ort"),
        ("agency", "agentur"),
    ],
)
def test_german_columns_say_what_the_documents_are(column, aliases):
    for alias in aliases.split():
        table = pd.DataFrame({alias: ["Anna Berg"], "text": ["Der Rat tagt."]})
        assert sl.from_frame(table).documents.loc[0, column] == "Anna Berg", alias


@pytest.mark.parametrize("alias", ["datum", "erscheinungsdatum"])
def test_german_columns_of_days(alias):
    table = pd.DataFrame({alias: ["2021-03-02"], "text": ["Der Rat tagt."]})
    assert sl.from_frame(table).documents.loc[0, "date"] == "2021-03-02"
