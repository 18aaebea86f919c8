"""Ties of voices and targets."""

import math

import pandas as pd

import stimmlage as sl


def test_ties_sum_up_positions():
    text = "„Wir unterstützen den Plan“, sagte Anna Berg. „Wir begrüßen den Plan“, sagte Anna Berg. "
    text += "„Wir lehnen den Plan ab“, sagte Karl Zander."
    corpus = sl.from_text(text)
    table = corpus.network([sl.Target("plan", ("lemma:Plan",))]).set_index("speaker")
    assert table.loc["Anna Berg", ["n", "n_for", "n_against", "balance"]].tolist() == [2, 2, 0, 1.0]
    assert table.loc["Karl Zander", ["n", "n_against", "balance"]].tolist() == [1, 1, -1.0]
    doc_id, place = table.loc["Karl Zander", "evidence"].rsplit(":", 1)
    start, end = map(int, place.split("-"))
    assert corpus.documents["text"].item()[start:end] == "Plan" and doc_id == "text"


def test_doubts_alone_have_no_balance():
    from stimmlage.exploring.network import ties

    positions = pd.DataFrame(
        {"doc_id": "a", "speaker": ["x", ""], "target": "t", "value": [0.0, 1.0], "start": 0, "end": 3}
    )
    (row,) = ties(positions).to_dict("records")
    assert row["n_doubt"] == 1 and math.isnan(row["balance"])
