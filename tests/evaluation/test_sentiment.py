"""Sentiment against gold: a band, and a discount for what is reported."""

import pytest

from stimmlage.evaluation import sentiment as task

ITEMS = [
    {"id": "1", "text": "Das ist gut, schön und erfolgreich.", "target": "Das", "label": "positive"},
    {"id": "2", "text": "Das ist eine schlimme Katastrophe und ein Verbrechen.", "target": "Das", "label": "negative"},
    {"id": "3", "text": "Der Rat tagte am Montag.", "target": "Rat", "label": "neutral"},
]


def test_labels_lie_outside_of_the_band():
    predicted = task.predict(ITEMS)
    assert [p["label"] for p in predicted] == ["positive", "negative", "neutral"]
    assert predicted[1]["score"] < task.BAND[0] < 0 < task.BAND[1] < predicted[0]["score"]
    assert task.evaluate(ITEMS, predicted)["auc"].value == 1.0


def test_what_is_reported_counts_less():
    own, told = (
        task.predict([{"id": "x", "text": text}])[0]["score"]
        for text in ("Das ist schlimm.", "Sie sagte, das sei schlimm.")
    )
    assert told == pytest.approx(own * task.REPORTED)


def test_the_baseline_has_no_band():
    table = task.ablation(ITEMS).set_index("switched off")
    assert table.loc["nothing", "macro_f1"] == 1.0 and "all of it: plain textblob-de" in table.index


def test_the_worst_lie_farthest_on_the_wrong_side():
    wrong = [{**ITEMS[0], "label": "negative"}]
    assert task.worst(wrong, task.predict(wrong)).startswith("1: negative towards 'Das'")
