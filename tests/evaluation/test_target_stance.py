"""Statements on theses against gold."""

from stimmlage.evaluation import target_stance as task

ITEMS = [
    {"id": "1", "text": "Wir lehnen die Maut ab.", "thesis": "Es soll eine Maut geben.", "label": "oppose"},
    {"id": "2", "text": "Wir unterstützen die Maut.", "thesis": "Es soll eine Maut geben.", "label": "support"},
    {"id": "3", "text": "Wir lehnen die Maut ab.", "thesis": "Die Maut soll abgeschafft werden.", "label": "support"},
    {"id": "4", "text": "Wir unterstützen die Maut.", "thesis": "Die Maut soll abgeschafft werden.", "label": "oppose"},
]


def test_a_statement_is_read_by_the_direction_of_its_thesis():
    predicted = task.predict(ITEMS)
    assert [p["label"] for p in predicted] == [item["label"] for item in ITEMS]
    assert all(0 <= p["confidence"] <= 1 for p in predicted)


def test_no_position_counts_as_wrong():
    predicted = [{"id": i["id"], "label": None, "score": 0.0, "confidence": 0.0} for i in ITEMS]
    figures = task.evaluate(ITEMS, predicted)
    assert figures["accuracy"].value == 0.0 and figures["auc"].value == 0.5


def test_the_surest_come_first():
    predicted = [
        {"id": i["id"], "label": "support", "score": 0.5, "confidence": 0.9 if i["label"] == "support" else 0.1}
        for i in ITEMS
    ]
    assert task.evaluate(ITEMS, predicted)["right_at_50"].value == 1.0


def test_tables_by_direction_and_without_similar_theses():
    by_direction, left = task.tables(ITEMS, task.predict(ITEMS))
    assert by_direction["n"].tolist() == [2, 2] and "similar theses left out" in left.columns
