"""Concession: what is conceded stands in brackets."""

import re
from pathlib import Path

import pytest

from stimmlage.analysis import analyse
from stimmlage.errors import OptionError
from stimmlage.evaluation import concession as task
from stimmlage.evaluation.gold import read_gold
from stimmlage.reading.segmentation import read_text
from stimmlage.scope.concession import conceded, find_concessions

GOLD = Path(__file__).parents[2] / "../shared/gold/concession_dev.jsonl.gz"


@pytest.mark.parametrize(
    "marked",
    [
        "[Das Bad ist zwar teuer,] aber es hilft allen.",
        "[Natürlich kostet das Geld.] Trotzdem sollte man es bauen.",
        "[Sicherlich ist es laut.] Doch die Stadt braucht es.",
        "Man sollte bauen, [obwohl es laut ist.]",
        "[Auch wenn es laut ist,] sollte man bauen.",
        "[Das mag eine Last sein.] Man sollte es tragen.",
        "[Kritiker meinen, das Bad sei zu klein.] Es reicht.",
        "[Das Bad ist klein.] Aber es reicht.",
        "Man sollte bauen. [Der Lärm ist allerdings groß.]",
        "[Das Bad ist klein.] Allerdings reicht es.",
        "[Zwar ist es laut,] [denn die Straße ist nah.] Aber man sollte bauen.",
        "Das Bad ist schön. Es ist groß.",
        "Warum aber ist das Bad so klein?",
        "Man sollte bauen, weil es aber auch schön ist.",
    ],
)
def test_conceded_clauses(marked):
    text = marked.replace("[", "").replace("]", "")
    found = [text[c.start : c.end] for c in find_concessions(analyse(read_text(text)))]
    assert found == re.findall(r"\[([^]]+)\]", marked)


def test_units_can_be_given_and_mechanisms_switched_off():
    text = "Es ist zwar laut. Kritiker sagen, es sei teuer. Man sollte bauen."
    words = analyse(read_text(text)).words
    spans = [(0, 17), (18, 47), (48, 65)]
    assert conceded(words, spans) == ["zwar", "Kritiker sagen", ""]
    assert conceded(words, spans, without=("grants", "voices")) == ["", "", ""]
    with pytest.raises(OptionError):
        conceded(words, spans, without=("hopes",))


def test_evaluation_looks_at_the_whole_text():
    text = "Das Bad ist klein. Aber es reicht."
    items = [
        {"id": "b", "text": "Aber es reicht.", "doc": "d", "doc_text": text, "label": "proponent"},
        {"id": "a", "text": "Das Bad ist klein.", "doc": "d", "doc_text": text, "label": "opponent"},
    ]
    predicted = task.predict(items)
    assert [(p["id"], p["label"]) for p in predicted] == [("b", "proponent"), ("a", "opponent")]
    assert task.evaluate(items, predicted)["macro_f1"].value == 1
    assert task.worst(items, predicted, 5) == ""


@pytest.mark.skipif(not GOLD.exists(), reason="the shared gold data is not here")
def test_development_figure_holds():
    items = read_gold(GOLD)
    assert task.evaluate(items, task.predict(items))["macro_f1"].value > 0.9
