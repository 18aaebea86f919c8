"""Subjectivity against gold: score and threshold are those of the public measure."""

from stimmlage.evaluation import subjectivity as task
from stimmlage.measures.authors_view import AuthorsView

ITEMS = [
    {"id": "1", "text": "Das ist doch absurd!", "label": "SUBJ"},
    {"id": "2", "text": "Der Rat tagte am Montag in Rom.", "label": "OBJ"},
]


def test_labels_go_by_the_threshold_of_the_measure():
    predicted = task.predict(ITEMS)
    assert [p["label"] for p in predicted] == ["SUBJ", "OBJ"]
    assert predicted[0]["score"] > AuthorsView.THRESHOLD >= predicted[1]["score"]


def test_a_text_without_words_is_no_view():
    assert task.predict([{"id": "x", "text": "–"}]) == [{"id": "x", "label": "OBJ", "score": 0.0}]


def test_the_worst_name_their_cues():
    wrong = [{**ITEMS[0], "label": "OBJ"}]
    assert "absurd" in task.worst(wrong, task.predict(wrong))
    assert task.worst(ITEMS, task.predict(ITEMS)) == ""
