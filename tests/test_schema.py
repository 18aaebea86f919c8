"""The tables: columns and types, rows by name."""

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
