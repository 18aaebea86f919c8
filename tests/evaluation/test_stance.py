"""Stance of quotations against gold."""

from stimmlage.evaluation import stance as task

ITEMS = [
    {"id": "1-1", "text": "Wir lehnen den Plan ab.", "claims": [], "label": "oppose"},
    {"id": "1-2", "text": "Wir unterstützen den Plan.", "claims": [], "label": "support"},
    {"id": "2-1", "text": "Wir sind gegen den Plan.", "claims": [], "label": "oppose"},
    {"id": "2-2", "text": "Wir begrüßen den Plan.", "claims": [], "label": "support"},
]


def test_what_outweighs_decides():
    predicted = task.predict(ITEMS)
    assert [p["label"] for p in predicted] == [item["label"] for item in ITEMS]
    assert task.evaluate(ITEMS, predicted)["auc"].value == 1.0


def test_nothing_against_is_support():
    assert task.predict([{"id": "x", "text": "Der Rat tagt."}])[0] == {"id": "x", "label": "support", "score": 0}


def test_the_figures_without_the_article():
    (table,) = task.tables(ITEMS, task.predict(ITEMS))
    assert {"macro_f1", "accuracy"} <= set(table["figure"])
