"""Noun phrases: where they end, and which one is the subject."""

from __future__ import annotations

import pytest

from stimmlage.language.noun_phrases import phrase_end, speaks
from stimmlage.language.tagging import tag
from stimmlage.quotation.scene import set_scene
from stimmlage.reading.segmentation import read_text


def scene_of(text):
    document = read_text(text)
    return set_scene(document, tag(document))


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Der Minister sagte nichts.", "Der Minister"),
        ("Die Sprecherin des Ministeriums sagte nichts.", "Die Sprecherin des Ministeriums"),
        ("Der neue Trainer Jonas Weber sagte nichts.", "Der neue Trainer Jonas Weber"),
        ("Petra Lang (SPD) sagte nichts.", "Petra Lang (SPD)"),
        ("Ein Sprecher von Amnesty International sagte nichts.", "Ein Sprecher von Amnesty International"),
        ("Ein Polizeisprecher der Zeitung sagte nichts.", "Ein Polizeisprecher"),
        ("Ein Polizeisprecher der Behörde sagte nichts.", "Ein Polizeisprecher der Behörde"),
        ("Er zur Zeitung sagte nichts.", "Er"),
        ("Die Zeitung „Nordblick“ sagte nichts.", "Die Zeitung „Nordblick“"),
        ("Weber „ist müde und geht“ sagte sie.", "Weber"),
        ("Sagte nichts.", ""),
    ],
)
def test_phrase_ends(text, phrase):
    scene = scene_of(text)
    end = phrase_end(scene.words, 0, scene.units[0].body)
    assert text[: scene.words.end[end - 1] if end else 0] == phrase


@pytest.mark.parametrize(
    ("text", "expected"), [("Der Minister sprach.", True), ("Petra Lang sprach.", True), ("Der Tisch wackelte.", False)]
)
def test_who_can_speak(text, expected):
    assert speaks(scene_of(text).words, 0, 2) is expected


def test_before_the_verb_a_pair_is_one_phrase():
    text = "Die Polizei und die Feuerwehr sagten nichts."
    scene = scene_of(text)
    assert text[: scene.words.end[phrase_end(scene.words, 0, 5, wide=True) - 1]] == "Die Polizei und die Feuerwehr"
