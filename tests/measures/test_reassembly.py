"""From a passages table back to sentences: offsets stay, and a measure sees what stands around a passage."""

import pandas as pd
import pytest

import stimmlage as sl
from stimmlage.errors import ColumnError
from stimmlage.measures.reassembly import analyses_of

TEXT = "Der Plan ist gut. „Er ist nicht schlecht“, sagte Anna Berg."


def test_passages_stand_where_they_stood():
    passages = sl.from_text(TEXT).passages
    (analysis,) = analyses_of(passages)
    assert [[p.start, p.end] for p in analysis.passages] == passages[["start", "end"]].values.tolist()
    for passage, text in zip(analysis.passages, passages["text"], strict=True):
        assert analysis.document.text[passage.start : passage.end] == text


def test_a_table_without_places_is_read_row_by_row():
    rows = pd.DataFrame({"doc_id": ["a", "a"], "passage_id": [0, 1], "text": ["Das ist gut.", "Nein."]})
    assert len(list(analyses_of(rows))) == 2


@pytest.mark.parametrize("column", ["doc_id", "passage_id", "text"])
def test_a_missing_column_is_told(column):
    with pytest.raises(ColumnError, match=f"lacks \\['{column}'\\]"):
        list(analyses_of(sl.from_text(TEXT).passages.drop(columns=column)))


def test_a_text_that_is_none_is_told():
    rows = pd.DataFrame({"doc_id": ["a"], "passage_id": [0], "text": [3.5]})
    with pytest.raises(ColumnError, match="holds 3.5, which is no text"):
        list(analyses_of(rows))
