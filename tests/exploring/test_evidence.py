"""The sentences behind a number."""

import pandas as pd
import pytest

import stimmlage as sl
from stimmlage.errors import OptionError

EVIDENCE = {
    "a": "Lage\n\nDas ist wohl so. „Vielleicht ist es gut, vielleicht nicht“, sagte Anna Berg. Alles wird besser.",
    "b": "Es ist möglicherweise so. „Nein“, sagte Jan Kuhn.",
}


def test_the_sentences_behind_a_row_of_a_summary():
    corpus = sl.from_texts(EVIDENCE)
    table = corpus.summary(sl.Hedging(), by="speaker").query("measure == 'hedging:hedge'")
    for row in table.to_dict("records"):
        found = corpus.evidence(pd.Series(row))
        assert len(found) == row["n_hits"] and set(found["speaker"]) <= {row["speaker"]}
        for hit in found.itertuples():
            text = corpus.documents.set_index("doc_id").loc[hit.doc_id, "text"]
            assert text[hit.start : hit.end] == hit.cue and hit.cue in hit.sentence and hit.sentence in text
    assert len(corpus.evidence(table)) == table["n_hits"].sum()


def test_the_sentences_of_hits_positions_and_quotations():
    corpus = sl.from_texts(EVIDENCE)
    hits = corpus.measure(sl.Sentiment()).hits
    assert list(corpus.evidence(hits).columns)[-3:] == ["sentence", "start", "end"]
    assert corpus.evidence(hits)["cue"].tolist() == hits["cue"].tolist()
    assert corpus.evidence(hits.iloc[0])["sentence"].tolist() == [
        "„Vielleicht ist es gut, vielleicht nicht“, sagte Anna Berg."
    ]
    assert corpus.evidence(corpus.quotations)["sentence"].str.contains("sagte").all()
    assert corpus.evidence(hits.iloc[:0]).empty


def test_what_has_no_evidence_says_so():
    corpus = sl.from_texts(EVIDENCE)
    table = sl.from_texts(EVIDENCE).summary(sl.Hedging(), by="speaker")
    with pytest.raises(OptionError, match="was not measured"):
        corpus.evidence(table)
    with pytest.raises(OptionError, match="these are neither"):
        corpus.evidence(corpus.documents)
    with pytest.raises(OptionError, match="not int"):
        corpus.evidence(3)
