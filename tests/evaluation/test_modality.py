"""Modal verbs against gold: the reading is that of the public measure."""

from stimmlage.evaluation import modality as task

ITEMS = [
    {"id": "1", "text": "Das dürfte stimmen.", "modal": "duerfen", "label": "ep"},
    {"id": "2", "text": "Er darf hier parken.", "modal": "duerfen", "label": "de"},
    {"id": "3", "text": "Er muss zahlen.", "modal": "muessen", "label": "de"},
    {"id": "4", "text": "Es regnet.", "modal": "sollen", "label": "de"},
]


def test_labels():
    predicted = task.predict(ITEMS)
    assert [p["label"] for p in predicted] == ["ep", "de", "de", "de"]
    assert predicted[0]["score"] > 0 >= predicted[1]["score"]


def test_figures_by_verb():
    figures = task.evaluate(ITEMS, task.predict(ITEMS))
    assert figures["macro_f1"].value == 1.0
    assert {"accuracy_duerfen", "accuracy_muessen", "accuracy_sollen"} <= set(figures)
    assert figures["accuracy_duerfen"].n == 2


def test_the_form_alone_is_the_baseline():
    table = task.ablation(ITEMS).set_index("switched off")
    assert table.loc["all but the form: Konjunktiv II or not", "macro_f1"] == 1.0


def test_the_worst_are_those_on_the_wrong_side():
    wrong = [{**ITEMS[0], "label": "de"}]
    assert task.worst(wrong, task.predict(wrong)).startswith("1: de, taken for ep")
