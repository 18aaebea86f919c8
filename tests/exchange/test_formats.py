"""Rows as bytes: what a cell becomes in each format."""

import io
import json

import pandas as pd
import pytest

from stimmlage.exchange.formats import (
    WRITERS,
    column_names,
    csv_bytes,
    german_csv_bytes,
    head,
    jsonl_bytes,
    parquet_bytes,
    suffix_of,
)
from stimmlage.schema import ROWS, TABLES


def hit(**changed):
    row = dict.fromkeys(TABLES["hits"], "") | {"doc_id": "a", "passage_id": 0, "start": 3, "end": 5, "weight": 0.5}
    return ROWS["hits"](**(row | changed))


def test_undefined_is_empty_in_csv_and_null_in_json():
    row = hit(weight=float("nan"), passage_id=None)
    line = csv_bytes("hits", [row], ()).decode().rstrip("\n").split(",")
    assert line[1] == "" and line[list(TABLES["hits"]).index("weight")] == ""
    assert json.loads(jsonl_bytes("hits", [row], ()))["weight"] is None


def test_german_excel_gets_semicolons_commas_and_no_formulas():
    line = german_csv_bytes("hits", [hit(cue="=1+1")], ()).decode().rstrip("\r\n").split(";")
    assert line[list(TABLES["hits"]).index("weight")] == "0,5"
    assert line[list(TABLES["hits"]).index("cue")] == "'=1+1"
    assert head("hits", "csv-de", ()).startswith(b"\xef\xbb\xbfdoc_id;")
    assert suffix_of("csv-de") == "csv" and suffix_of("jsonl") == "jsonl"


def test_the_head_of_other_formats():
    assert head("hits", "csv", ()).decode().strip().split(",") == list(TABLES["hits"])
    assert head("hits", "jsonl", ()) == b""


def test_columns_that_came_with_the_input_stand_behind():
    row = ROWS["documents"](
        **{c: "" if kind == "string" else None for c, kind in TABLES["documents"].items()},
        metadata={"party": "A", "n": 3, "list": [1]},
    )
    given = (("party", "string"), ("n", "float"), ("list", "string"), ("none", "int"))
    assert column_names("documents", given)[-4:] == ["party", "n", "list", "none"]
    found = json.loads(jsonl_bytes("documents", [row], given))
    assert (found["party"], found["n"], found["list"], found["none"]) == ("A", 3.0, "[1]", None)


@pytest.mark.parametrize("text", ['a "b", c', "zwei\nZeilen", "100 %s", "Größe", "\ud800"])
def test_text_comes_back(text):
    rows = [hit(cue=text)]
    back = json.loads(jsonl_bytes("hits", rows, ()))["cue"]
    table = pd.read_csv(io.BytesIO(head("hits", "csv", ()) + csv_bytes("hits", rows, ())), keep_default_na=False)
    expected = text.encode("utf-8", "replace").decode()
    assert back in (text, expected) and table["cue"].tolist() == [expected]


def test_parquet_holds_types():
    table = pd.read_parquet(io.BytesIO(parquet_bytes("hits", [hit()], ())))
    assert table["weight"].tolist() == [0.5] and table["start"].tolist() == [3]


def test_no_rows_are_no_lines():
    assert csv_bytes("hits", [], ()) == jsonl_bytes("hits", [], ()) == b""
    assert set(WRITERS) == {"csv", "csv-de", "parquet", "jsonl", "xlsx"}
