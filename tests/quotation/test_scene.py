"""Scenes: units, segments and their kinds, and how deep a word stands in marks."""

import pytest
from tests.found import tagged

from stimmlage.quotation.scene import cut_before, set_scene
from stimmlage.reading.segmentation import read_text


def scene_of(text):
    return set_scene(read_text(text), tagged(text))


def segments(text):
    scene = scene_of(text)
    return [(s.kind, " ".join(scene.words.word[s.first : s.stop])) for u in scene.units for s in u.segments]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Er kam, weil es kalt war.", [("main", "Er kam"), ("adverbial", "weil es kalt war")]),
        ("Er sagte, dass es reicht.", [("main", "Er sagte"), ("complement", "dass es reicht")]),
        ("Er fragte, warum es reicht.", [("main", "Er fragte"), ("question", "warum es reicht")]),
        ("Der Rat, der tagt, schweigt.", [("phrase", "Der Rat"), ("relative", "der tagt"), ("main", "schweigt")]),
        ("Er plant, den Weg zu bauen.", [("main", "Er plant"), ("infinitive", "den Weg zu bauen")]),
        ("Er lief, so dass es reichte.", [("main", "Er lief"), ("adverbial", "so dass es reichte")]),
        ("Bis zum Abend blieb er.", [("main", "Bis zum Abend blieb er")]),
        ("Er sagt dass es reicht.", [("main", "Er sagt"), ("complement", "dass es reicht")]),
        ("Er kam (spät, wie immer) nach Hause.", [("main", "Er kam ( spät , wie immer ) nach Hause")]),
        ("Er hat zugesagt den Plan zu ändern.", [("main", "Er hat zugesagt"), ("infinitive", "den Plan zu ändern")]),
    ],
)
def test_kinds_of_segments(text, expected):
    assert segments(text) == expected


@pytest.mark.parametrize(
    "word",
    "weil da obwohl nachdem bevor während wenn falls sofern damit indem sodass obgleich obschon sobald solange seit "
    "seitdem ehe bis als wobei woraufhin wodurch weshalb".split(),
)
def test_a_conjunction_begins_a_subordinate_clause(word):
    assert segments(f"Der Rat schwieg, {word} die Stadt lange wartete.")[1][0] in ("adverbial", "question", "relative")


def test_the_rest_of_a_parted_verb_is_its_tail():
    scene = scene_of("Es teilte der Direktor, Karl Huber, mit.")
    whole = scene.units[0].segments[0]
    assert scene.words.word[slice(*whole.tail)] == ["mit"]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Er kam. Sie ging.", 2),
        ("„Er kam. Sie ging“, sagte Anna Berg.", 1),
        ("Anna Berg sagte: „Er kam.“", 1),
        ("„Nein!“ rief er.", 1),
        ("„Er kam.“ „Sie ging.“", 2),
    ],
)
def test_what_a_reader_takes_as_one_sentence(text, units):
    assert len(scene_of(text).units) == units


def test_marks_count_for_each_word():
    scene = scene_of("„Er sagte ‚ja‘ zu ihr“, log sie.")
    depth = dict(zip(scene.words.word, scene.depth, strict=True))
    assert (depth["sagte"], depth["ja"], depth["log"]) == (1, 2, 0)


def test_a_range_without_a_word_is_left_out():
    scene = scene_of("Der Plan ist gut, sagte sie.")
    unit = scene.units[0]
    assert scene.without(unit, (0, 4)) == ((4, 7),)
    assert scene.without(unit, (0, 4), (5, 7)) == ()
    assert not scene.has_word(4, 5) and scene.has_word(4, 6)


def test_a_label_is_cut_off():
    scene = scene_of("Berg: Er kam, weil es kalt war.")
    cut = cut_before(scene, scene.units[0], 2)
    assert [s.kind for s in cut.segments] == ["main", "adverbial"] and cut.first == 2
