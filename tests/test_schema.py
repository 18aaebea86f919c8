"""The tables: columns and types, rows by name."""

import tomllib
from pathlib import Path

import pandas as pd
import pytest

import stimmlage as sl
from stimmlage.schema import KINDS, ROWS, TABLES, frame

TYPES = {"string", "int", "float", "spans", "strings"}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_without_rows_has_its_columns_and_types(name):
    table = frame(name, [])
    assert list(table.columns) == list(TABLES[name]) and table.empty
    assert set(TABLES[name].values()) <= TYPES
    assert [str(t) for c, t in table.dtypes.items() if TABLES[name][c] == "int"] == ["Int64"] * sum(
        kind == "int" for kind in TABLES[name].values()
    )


def test_rows_are_made_by_name():
    with pytest.raises(TypeError):
        ROWS["furniture"](doc_id="a", kind="link")
    row = ROWS["furniture"](doc_id="a", kind="link", text="x", source_start=0, source_end=None)
    table = frame("furniture", [row])
    assert table["source_start"].tolist() == [0] and table["source_end"].isna().all()


def test_metadata_stands_behind_the_columns_of_the_kit():
    corpus = sl.from_frame(pd.DataFrame({"text": ["Ja.", "Nein."], "party": ["A", "B"], "title": ["x", "y"]}))
    assert list(corpus.documents.columns) == [*TABLES["documents"], "party"]
    assert corpus.documents["party"].tolist() == ["A", "B"]


def test_every_measure_says_of_each_score_one_of_the_kinds():
    for measure in (sl.Sentiment(), sl.Hedging(), sl.Stance(), sl.Subjectivity(), sl.Modality(), sl.Concession()):
        assert set(type(measure).scores.values()) <= set(KINDS)


DICTIONARY = tomllib.loads((Path(__file__).parents[1] / "docs/columns.toml").read_text("utf-8"))


@pytest.mark.parametrize("name", sorted({*TABLES, *DICTIONARY}))
def test_the_data_dictionary_has_the_same_columns(name):
    assert list(TABLES[name]) == list(DICTIONARY[name])


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("documents", {"n_chars": "int", "n_words": "int"}),
        ("furniture", {"source_start": "int", "source_end": "int"}),
        ("sections", {"section_id": "int", "start": "int", "end": "int"}),
        ("sentences", dict.fromkeys(("sentence_id", "section_id", "paragraph_id", "start", "end"), "int")),
        ("tokens", dict.fromkeys(("token_id", "sentence_id", "passage_id", "start", "end"), "int")),
    ],
)
def test_what_is_no_text_in_a_table(name, kinds):
    assert {column: kind for column, kind in TABLES[name].items() if kind != "string"} == kinds
