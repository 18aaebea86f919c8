"""Readings of modal verbs; the verb in question stands in brackets."""

from pathlib import Path

import pytest

from stimmlage.evaluation import modality as task
from stimmlage.evaluation.gold import read_gold
from stimmlage.language.tagging import tag
from stimmlage.measures.modal_frame import frame, modal_form
from stimmlage.measures.modal_readings import reading
from stimmlage.reading.segmentation import read_text

GOLD = Path(__file__).parents[2] / "../shared/gold/modality_dev.jsonl.gz"


def modal_of(marked):
    place = marked.index("[")
    document = read_text(marked.replace("[", "").replace("]", ""))
    words = tag(document)
    return words, words.start.index(place)


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Das [könnte] stimmen.", "ep"),
        ("Es [kann] sein, dass sie irrt.", "ep"),
        ("Sie [kann] schwimmen.", "dy"),
        ("Ich [konnte] nicht schlafen.", "dy"),
        ("[Kann] ich gehen?", "de"),
        ("Du [kannst] gehen.", "de"),
        ("[Könnten] Sie mir helfen?", "dy"),
        ("Das [dürfte] stimmen.", "ep"),
        ("Sie [dürfen] hier nicht parken.", "de"),
        ("Er [darf] gehen.", "de"),
        ("Er [muss] krank gewesen sein.", "ep"),
        ("Sie [muß] das vergessen haben.", "ep"),
        ("Das [müsste] reichen.", "ep"),
        ("Das [müßte] reichen.", "ep"),
        ("Er [müsste] gleich kommen.", "ep"),
        ("Dann [müsste] der Rat zustimmen.", "ep"),  # what would be needed, not what is: so do the annotators of EPOS
        ("Er [muss] heute zahlen.", "de"),
        ("Die Tür [muss] geöffnet sein.", "de"),
        ("Er [soll] gelogen haben.", "reportive"),
        ("Der Dieb [soll] geflohen sein.", "reportive"),
        ("Das Bad [soll] sehr schön sein.", "reportive"),
        ("Demnach [soll] es dort Öl geben.", "reportive"),
        ("Er [soll] zahlen.", "de"),
        ("Die Schule [soll] bis Mai fertig sein.", "expected"),
        ("Wir [sollten] gehen.", "de"),
        ("Du [solltest] gehen.", "de"),
        ("Es gibt etwas, was du wissen [solltest].", "de"),
        ("Was [soll] das?", "expected"),
        ("Er [sollte] eigentlich um vier kommen.", "expected"),
        ("Das [sollte] reichen.", "ep"),
        ("Man [sollte] meinen, das reicht.", "expected"),
        ("Sie [will] nichts gewusst haben.", "reportive"),
        ("Sie [will] zahlen.", "dy"),
        ("Er [mag] Recht haben.", "ep"),
        ("Er [mag] Bier.", "dy"),
        ("Ich [möchte] gehen.", "dy"),
        ("Er [wird] wohl krank sein.", "ep"),
        ("Er [wird] morgen kommen.", "dy"),
    ],
)
def test_reading(marked, expected):
    assert reading(*modal_of(marked)) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("kann", ("können", "present")),
        ("konnten", ("können", "past")),
        ("könnten", ("können", "subjunctive2")),
        ("könne", ("können", "subjunctive1")),
        ("könnt", ("können", "present")),
        ("mußte", ("müssen", "past")),
        ("müßte", ("müssen", "subjunctive2")),
        ("musst", ("müssen", "present")),
        ("sollte", ("sollen", "past")),
        ("sollt", ("sollen", "present")),
        ("dürften", ("dürfen", "subjunctive2")),
        ("möchte", ("mögen", "subjunctive2")),
        ("mag", ("mögen", "present")),
        ("wollte", ("wollen", "past")),
    ],
)
def test_form(word, expected):
    assert modal_form(word, finite=True) == expected


@pytest.mark.parametrize(
    ("marked", "subject", "infinitive"),
    [
        ("Das [sollten] wir lesen.", "wir", "action"),
        ("Ich glaube, das [sollten] Sie lesen.", "polite", "action"),
        ("Sie [sollte] zahlen.", "she", "action"),
        ("Hier [soll] man warten.", "man", "action"),
        ("Was du sagen [solltest], weißt du.", "du", "action"),
        ("Der Plan [soll] geändert werden.", "noun", "passive"),
        ("Otto, Eva und Anna [sollen] krank gewesen sein.", "noun", "perfect"),
    ],
)
def test_frame(marked, subject, infinitive):
    words, i = modal_of(marked)
    around = frame(words, i)
    assert (around.subject, around.infinitive) == (subject, infinitive)


def test_evaluation_labels_the_verb_of_the_item():
    items = [
        {"id": "1", "text": "Er muß gehen , aber das dürfte dauern .", "modal": "duerfen", "label": "ep"},
        {"id": "2", "text": "Er muß gehen , aber das dürfte dauern .", "modal": "muessen", "label": "de"},
        {"id": "3", "text": "Ja .", "modal": "sollen", "label": "de"},
    ]
    predicted = task.predict(items)
    assert [p["label"] for p in predicted] == ["ep", "de", "de"]
    assert task.evaluate(items, predicted)["accuracy"].value == 1


@pytest.mark.skipif(not GOLD.exists(), reason="the shared gold data is not here")
def test_development_figures_hold():
    items = read_gold(GOLD)
    figures = task.evaluate(items, task.predict(items))
    assert figures["macro_f1"].value > 0.93
    assert figures["accuracy_sollen"].value > 0.85


@pytest.mark.parametrize(
    ("text", "label"), [("Das müsste stimmen.", "ep"), ("Das muss stimmen.", "de"), ("Er hat es tun müssen.", "de")]
)
def test_the_rule_of_form_alone_sees_the_subjunctive(text, label):
    item = {"id": "1", "text": text, "modal": "muessen", "label": "ep"}
    assert task._by_form(item) == {"id": "1", "label": label, "score": float(label == "ep")}
