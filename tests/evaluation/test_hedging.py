"""Hedging against gold: overlapping cues of one category."""

import pytest

from stimmlage.evaluation import hedging as task

ITEMS = [
    {"id": "1", "text": "Das ist wohl wahr.", "cues": [{"start": 8, "end": 12, "text": "wohl", "category": "hedge"}]},
    {"id": "2", "text": "Das ist zweifellos wahr.", "cues": []},
]


def test_cues_have_the_form_of_the_gold():
    predicted = task.predict(ITEMS)
    assert predicted[0] == ITEMS[0] | {"cues": ITEMS[0]["cues"]} or predicted[0]["cues"] == ITEMS[0]["cues"]
    for item, p in zip(ITEMS, predicted, strict=True):
        assert all(item["text"][c["start"] : c["end"]] == c["text"] for c in p["cues"])


def test_a_wrong_cue_costs_precision_and_not_recall():
    figures = task.evaluate(ITEMS, task.predict(ITEMS))
    assert figures["recall"].value == 1.0 and figures["precision"].value == 0.5
    assert figures["f1"].value == pytest.approx(2 / 3)


def test_tables_and_the_worst():
    predicted = task.predict(ITEMS)
    (table,) = task.tables(ITEMS, predicted)
    assert table.set_index("category").loc["hedge", "n_gold"] == 1
    assert "wrong booster 'zweifellos'" in task.worst(ITEMS, predicted)
