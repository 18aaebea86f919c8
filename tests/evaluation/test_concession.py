"""Concession against gold: what the task calls is the public measure."""

from stimmlage.evaluation import concession as task

TEXT = "Das Bad ist zwar teuer, aber es hilft allen."
ITEMS = [
    {"id": "1a", "doc": "1", "doc_text": TEXT, "text": "Das Bad ist zwar teuer,", "label": "opponent"},
    {"id": "1b", "doc": "1", "doc_text": TEXT, "text": "aber es hilft allen.", "label": "proponent"},
]


def test_segments_are_labelled_within_their_text():
    predicted = task.predict(ITEMS)
    assert [p["label"] for p in predicted] == ["opponent", "proponent"] and [p["score"] for p in predicted] == [
        1.0,
        0.0,
    ]
    assert task.evaluate(ITEMS, predicted)["macro_f1"].value == 1.0


def test_a_mechanism_that_is_switched_off_costs_something():
    table = task.ablation(ITEMS).set_index("switched off")["macro_f1"]
    assert table["nothing"] == 1.0 and table["grants"] <= 1.0 and "the segments of the gold" in table.index


def test_the_worst_are_those_that_are_wrong():
    wrong = [{**ITEMS[0], "label": "proponent"}]
    assert "1a: proponent, taken for opponent by 'zwar'" in task.worst(wrong, task.predict(wrong))
