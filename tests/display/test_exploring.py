"""What the verbs of exploring find, drawn."""

from tests.display.drawn import COUNTED, KEYS, PLACES, dots, texts, y_labels

import stimmlage as sl


def test_keywords_stand_at_their_log_ratios_the_target_above():
    ax = sl.charts.keywords(KEYS, top=1)
    assert y_labels(ax) == ["Damm", "Zug"] and [x for x, _ in dots(ax)] == [3.0, -2.0]
    assert {"12 : 1", "1 : 5"} <= set(texts(ax))


def test_frequencies_show_the_most_frequent():
    ax = sl.charts.frequencies(KEYS, top=2)
    assert y_labels(ax) == ["Damm", "Rat"] and [x for x, _ in dots(ax)] == [12, 4]


def test_dispersion_has_a_mark_for_each_place():
    ax = sl.charts.dispersion(PLACES)
    assert y_labels(ax) == ["Damm", "Zug"] and sorted(x for x, _ in dots(ax)) == [0.1, 0.5, 0.9]


def test_voices_have_a_dot_for_each_group_and_figure():
    ax = sl.charts.voices(COUNTED, by="outlet", figures=("evenness", "quoted_words"))
    assert sorted(x for x, _ in dots(ax)) == [0.3, 0.5, 0.8] and y_labels(ax) == ["evenness", "words of quoted voices"]
