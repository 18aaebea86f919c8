"""Subjectivity: which sentences show a writer's own view, and by which words."""

import math
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stimmlage import passages_of
from stimmlage.errors import OptionError
from stimmlage.evaluation import subjectivity as evaluation
from stimmlage.evaluation.gold import read_gold
from stimmlage.language.lexicon import lexicon
from stimmlage.language.tagging import tag
from stimmlage.measures.authors_view import AuthorsView
from stimmlage.measures.particles import find_particles
from stimmlage.measures.subjectivity import WEIGHTS, Subjectivity
from stimmlage.reading.segmentation import read_text

GOLD = Path(__file__).parents[3] / "shared" / "gold"


def particles(text: str) -> list[str]:
    """Return the modal particles of a text; all its words count as a question if it ends in a question mark."""
    words = tag(read_text(text))
    questions = frozenset(range(len(words) - 1)) if text.endswith("?") else frozenset()
    return [
        " ".join(words.lower[first:stop])
        for first, stop, category in find_particles(words, questions)
        if category != "focus"
    ]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("Das ist ja schrecklich.", ["ja"]),
        ("Ja, das ist schrecklich.", []),
        ("Sie sagte ja.", []),
        ("Das ist doch klar.", ["doch"]),
        ("Doch das ist klar.", []),
        ("Er kam, doch sie ging.", []),
        ("So ist das eben.", ["eben"]),
        ("Sie war eben noch hier.", []),
        ("So ist das halt.", ["halt"]),
        ("Das ist wohl wahr.", ["wohl"]),
        ("Sie hat sich dort wohl gefühlt.", []),
        ("Das wird schon klappen.", ["schon"]),
        ("Sie warten schon seit Montag.", []),
        ("Sehen wir mal nach.", ["mal"]),
        ("Sie kam zwei mal.", []),
        ("Was soll das denn?", ["denn"]),
        ("Er blieb, denn es regnete.", []),
        ("Wie konnte das nur geschehen?", ["nur"]),
        ("Sie kaufte nur Brot.", []),
        ("Das ist nun einmal so.", ["nun einmal"]),
        ("Das ist der Tisch.", []),
    ],
)
def test_particles(text: str, expected: list[str]) -> None:
    assert particles(text) == expected


@pytest.mark.parametrize(
    "text, cue, category",
    [
        ("Das ist absurd.", "absurd", "judgement"),
        ("Sie verbreiten absurde Thesen.", "absurde", "judgement"),
        ("Leider kam niemand.", "Leider", "comment"),
        ("Wir wissen es.", "Wir", "self"),
        ("Das weiß man.", "man", "general"),
        ("Das ist ja so.", "ja", "particle"),
        ("Auch er kam nur kurz.", "nur", "focus"),
        ("Aber er kam.", "Aber", "connective"),
        ("Die „Experten“ irrten.", "Experten", "irony"),
        ("Es war die wichtigste Wahl.", "wichtigste", "superlative"),
        ("Wer glaubt das?", "?", "question"),
        ("Nein!", "!", "exclamation"),
        ("Er kam nicht.", "nicht", "negation"),
        ("Das muss sein.", "muss", "modal"),
        ("Sie zählten 12 Wagen.", "12", "number"),
        ("Sie zählten zwölf Wagen.", "zwölf", "number"),
        ("Er sagte das.", "sagte", "reporting"),
        ("Laut Polizei fuhr er.", "Laut", "attribution"),
        ("Die Studie erscheint.", "Studie", "source"),
        ("Er sei gegangen.", "sei", "subjunctive"),
        ("Sie lachten laut.", "lachten", "past"),
        ("Das ist ein Skandal.", "Skandal", "polar"),
    ],
)
def test_cues(text: str, cue: str, category: str) -> None:
    hits = Subjectivity().hits(pd.DataFrame({"doc_id": ["a"], "passage_id": [0], "text": [text]}))
    found = hits[(hits["cue"] == cue) & (hits["category"] == category)]
    assert len(found) == 1
    assert text[found["start"].item() : found["end"].item()] == cue
    assert math.copysign(1, found["weight"].item()) == math.copysign(1, WEIGHTS[category])


@pytest.mark.parametrize(
    "text, cue, category",
    [
        ("Das ist gerechte Arbeit.", "gerechte", "superlative"),
        ("Das ist der erste Zug.", "erste", "superlative"),
        ("Sie kam, um zu helfen.", "zu", "intensifier"),
        ("Sie nannte es „ein sehr langes und langweiliges Buch“.", "ein sehr langes und langweiliges Buch", "irony"),
        ("Sie hätte gelacht.", "hätte", "past"),
    ],
)
def test_no_cues(text: str, cue: str, category: str) -> None:
    hits = Subjectivity().hits(pd.DataFrame({"doc_id": ["a"], "passage_id": [0], "text": [text]}))
    assert hits[(hits["cue"] == cue) & (hits["category"] == category)].empty


@pytest.mark.parametrize(
    "view, report",
    [
        ("Das ist doch absurd!", "Die Sitzung begann um 10 Uhr."),
        ("Leider hat man daraus nichts gelernt.", "Laut Polizei wurden drei Wagen beschädigt."),
        ("Aber wer glaubt das denn noch?", "Der Sprecher sagte, die Lage sei ruhig."),
    ],
)
def test_views_score_above_reports(view: str, report: str) -> None:
    first, second = (
        Subjectivity()(passages_of(f"{view}\n\n{report}")).groupby("doc_id")["value"].agg(["first", "last"]).iloc[0]
    )
    assert first > AuthorsView.THRESHOLD > second


def test_parts_make_the_whole() -> None:
    profile = Subjectivity().profile(passages_of("Das ist absurd, sagte er.")).set_index("measure")["value"].iloc[:3]
    assert profile["subjectivity"] == pytest.approx(profile["subjectivity:view"] - profile["subjectivity:report"])


def test_categories_can_be_left_out() -> None:
    hits = Subjectivity(without=("judgement", "polar")).hits(passages_of("Das ist absurd."))
    assert set(hits["category"]) == {"demonstrative"}


def test_errors_teach() -> None:
    with pytest.raises(OptionError, match="'judgement'"):
        Subjectivity(without=("nothing",))
    with pytest.raises(OptionError, match="padding"):
        Subjectivity(padding=-1)


@pytest.mark.parametrize("name", ["particles", "evaluation_words", "intensifiers"])
def test_lists_have_no_entry_twice(name: str) -> None:
    entries = [row["entry"] for row in lexicon(name)]
    assert sorted(set(entries)) == sorted(entries)


def test_the_list_knows_only_categories_with_a_weight() -> None:
    assert {row["category"] for row in lexicon("evaluation_words")} <= set(WEIGHTS)


@given(st.text(max_size=60))
def test_hits_lie_in_the_text(text: str) -> None:
    hits = Subjectivity().hits(pd.DataFrame({"doc_id": ["a"], "passage_id": [0], "text": [text]}))
    assert all(text[start:end] == cue for cue, start, end in zip(hits["cue"], hits["start"], hits["end"]))


ITEMS = [
    {"id": 1, "text": "Das ist doch völlig absurd!", "label": "SUBJ"},
    {"id": 2, "text": "Die Sitzung begann um 10 Uhr.", "label": "OBJ"},
    {
        "id": 3,
        "text": "„Das ist ja alles völlig absurd und ganz und gar lächerlich“, sagte der Sprecher.",
        "label": "OBJ",
    },
    {"id": 4, "text": "Die Sitzung dauerte drei Stunden.", "label": "SUBJ"},
]


def test_evaluation() -> None:
    predicted = evaluation.predict(ITEMS)
    assert [p["label"] for p in predicted] == ["SUBJ", "OBJ", "OBJ", "OBJ"]
    assert evaluation.evaluate(ITEMS, predicted)["accuracy"].value == 0.75
    assert evaluation.worst(ITEMS, predicted, 3).startswith("4: SUBJ")
    table = evaluation.ablation(ITEMS).set_index("switched off")
    assert table.loc["quotation", "accuracy"] < table.loc["nothing", "accuracy"]


@pytest.mark.parametrize("part", ["dev", "dev2"])
def test_figures_on_the_shared_gold(part: str) -> None:
    path = GOLD / f"subjectivity_{part}.jsonl.gz"
    if not path.exists():
        pytest.skip("the shared gold data are not here")
    items = read_gold(path)
    figures = evaluation.evaluate(items, evaluation.predict(items))
    assert figures["auc"].value > 0.77
    assert figures["macro_f1"].value > 0.68
