"""Cues: the verb group that announces, and which clauses a verb takes."""

import pytest
from tests.found import quoted, tagged

from stimmlage.language.tagsets import FINITE
from stimmlage.quotation.cues import VerbGroup, finite_verbs, takes_clause, verb_group
from stimmlage.quotation.scene import set_scene
from stimmlage.reading.segmentation import read_text


def group_of(text):
    scene = set_scene(read_text(text), tagged(text))
    segment = next(s for s in scene.units[0].segments if s.verb >= 0)
    group = verb_group(scene, segment, segment.verb)
    return group.lemma, " ".join(scene.words.word[i] for i in group.tokens), group.passive, group.denied


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Berg sagte es.", ("sagen", "sagte", False, False)),
        ("Anna Berg teilte den Beschluss mit.", ("mitteilen", "teilte mit", False, False)),
        ("Anna Berg gab das Ergebnis bekannt.", ("bekanntgeben", "gab bekannt", False, False)),
        ("Anna Berg hat den Beschluss erklärt.", ("erklären", "hat erklärt", False, False)),
        ("Der Beschluss wurde erklärt.", ("erklären", "wurde erklärt", True, False)),
        ("Der Beschluss ist erklärt worden.", ("erklären", "ist erklärt worden", True, False)),
        ("Anna Berg will den Beschluss erklären.", ("erklären", "will erklären", False, False)),
        ("Anna Berg gab zu bedenken.", ("zu bedenken geben", "gab zu bedenken", False, False)),
        ("Es wurde gestern bekannt.", ("bekanntwerden", "wurde bekannt", True, False)),
        ("Anna Berg hat Otto Kern geraten.", ("raten", "hat geraten", False, False)),
        ("Anna Berg glaubt es nicht.", ("glauben", "glaubt", False, False)),
    ],
)
def test_verb_groups(text, expected):
    assert group_of(text) == expected


@pytest.mark.parametrize(
    ("verb", "kind", "takes"),
    [
        ("sagen", "complement", True),
        ("sagen", "question", True),
        ("behaupten", "question", False),
        ("fragen", "question", True),
        ("zu bedenken geben", "complement", True),
        ("zu bedenken geben", "infinitive", False),
        ("gehen", "complement", False),
        ("gehen", "direct", False),
    ],
)
def test_what_a_verb_takes(verb, kind, takes):
    assert takes_clause(VerbGroup(0, verb, (0,)), kind) is takes


def test_finite_verbs_are_those_outside_of_marks():
    text = "Anna Berg sagte „ich gehe“ und lachte."
    scene = set_scene(read_text(text), tagged(text))
    found = [scene.words.word[i] for s in scene.units[0].segments for i in finite_verbs(scene, s)]
    assert found == ["sagte", "lachte"]
    assert {scene.words.tag[scene.words.word.index(w)] for w in found} <= FINITE


@pytest.mark.parametrize("verb", "erklärte erläuterte erzählte schilderte sagte fragte überlegte".split())
def test_verbs_that_take_a_question(verb):
    assert quoted(f"Anna Berg {verb}, warum es reicht.") == ["w_clause: warum es reicht | Anna Berg"]


def test_a_parted_verb_takes_a_question():
    assert quoted("Anna Berg teilte mit, warum es reicht.") == ["w_clause: warum es reicht | Anna Berg"]
