"""What the verbs of exploring find, drawn."""

import pandas as pd
import pytest
from matplotlib.collections import LineCollection
from tests.display.drawn import COUNTED, KEYS, PLACES, dots, texts, y_labels

import stimmlage as sl


@pytest.mark.parametrize(
    "draw",
    [lambda: sl.charts.keywords(KEYS), lambda: sl.charts.frequencies(KEYS), lambda: sl.charts.dispersion(PLACES)],
)
def test_axes_are_quiet(draw):
    spines = draw().spines
    assert [name for name in ("top", "right", "left", "bottom") if spines[name].get_visible()] == ["bottom"]


def test_the_frame_of_the_keywords_leaves_two_beside_them_and_cuts_what_is_wider():
    wide = KEYS.assign(low=KEYS["log_ratio"] - 9, high=KEYS["log_ratio"] + 9)
    (a, b) = [c for c in sl.charts.keywords(wide, top=1).collections if isinstance(c, LineCollection)]
    assert [tuple(s[:, 0]) for c in (a, b) for s in c.get_segments()] == [(-4.0, 5.0), (-4.0, 5.0)]


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


def test_ten_keywords_of_each_side_those_with_the_stronger_evidence_first():
    many = pd.concat([KEYS.iloc[:1].assign(item=f"w{n:02}", log_likelihood=float(n)) for n in range(12)])
    assert y_labels(sl.charts.keywords(many)) == [f"w{n:02}" for n in range(11, 1, -1)]


def test_the_counts_of_a_keyword_stand_beside_the_frame():
    notes = [note for note in sl.charts.keywords(KEYS).texts if " : " in note.get_text()]
    assert {(note.xy[0], note.xycoords) for note in notes} == {(1.01, ("axes fraction", "data"))}
