"""Tables of a run, read back with their types."""

import pytest

import stimmlage as sl
from stimmlage.errors import InputError
from stimmlage.exchange.loaded import loaded

TEXT = "Das ist vielleicht gut. „Wohl kaum“, sagte Anna Berg.\n\n= kein Titel"


@pytest.mark.parametrize("format", ["csv", "csv-de", "jsonl", "xlsx"])
def test_what_was_written_comes_back(tmp_path, format):
    corpus = sl.from_text(TEXT, doc_id="a")
    corpus.save(tmp_path, sl.Hedging(), format=format)
    for name in ("documents", "quotations", "speakers"):
        back = loaded(tmp_path, name, format).to_pylist()
        there = getattr(corpus, name)
        for column in ("doc_id", "text" if name != "speakers" else "name"):
            assert [row[column] for row in back] == there[column].tolist()
    spans = loaded(tmp_path, "quotations", format).to_pylist()[0]["spans"]
    assert [list(span) for span in spans] == [list(span) for span in corpus.quotations["spans"].iloc[0]]
    weights = [row["weight"] for row in loaded(tmp_path, "hits", format).to_pylist()]
    assert weights == corpus.measure(sl.Hedging()).hits["weight"].tolist()


@pytest.mark.parametrize(("format", "name"), [("csv", "hits.csv"), ("jsonl", "hits.jsonl")])
def test_a_damaged_file_is_told(tmp_path, format, name):
    sl.from_text(TEXT, doc_id="a").save(tmp_path, sl.Hedging(), format=format)
    (tmp_path / name).write_text('doc_id,weight\na,"x\n{', "utf-8")
    with pytest.raises(InputError, match="cannot be read back"):
        loaded(tmp_path, "hits", format)
