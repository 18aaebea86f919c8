"""Positions, their network, framings."""

import pandas as pd
from matplotlib.colors import to_rgb
from tests.display.drawn import STANCES, VERBS, dots, texts, y_labels

import stimmlage as sl
from stimmlage.display.positions import SIDES


def test_stance_has_a_sign_for_each_side_and_counts_several():
    ax = sl.charts.stance(STANCES)
    assert dots(ax) == [(0, 0), (0, 1), (1, 1), (1, 2)]
    assert texts(ax) == ["2", "2"]
    assert [t.get_text() for t in ax.get_legend().get_texts()] == [
        "supports", "opposes", "doubts", "several", "hollow: not in the annotation",
    ]  # fmt: skip


def test_the_grid_of_positions_has_no_frame():
    assert not any(spine.get_visible() for spine in sl.charts.stance(STANCES).spines.values())


def test_what_is_not_confirmed_is_hollow():
    ax = sl.charts.stance(STANCES)
    paper = to_rgb(ax.get_facecolor())
    hollow = [c for c in ax.collections if len(c.get_offsets()) and to_rgb(c.get_facecolor()[0]) == paper]
    assert [tuple(map(float, xy)) for c in hollow for xy in c.get_offsets()] == [(1, 1)]


def test_targets_are_called_as_the_language_has_it():
    for code, names in (("en", ["the works", "the bridge"]), ("de", ["der Umbau", "die Brücke"])):
        with sl.charts.language(code):
            assert [t.get_text() for t in sl.charts.stance(STANCES).get_xticklabels()] == names
            assert set(names) <= set(texts(sl.charts.network(STANCES)))


def test_network_has_a_line_for_each_tie():
    ax = sl.charts.network(STANCES)
    ties = [line for line in ax.lines if len(line.get_xdata()) == 2]
    assert len(ties) == 4
    assert [line.get_linestyle() for line in ties] == ["--", "--", "-", "-"]  # what the author tells is broken
    assert ties[-1].get_linewidth() > ties[-2].get_linewidth()


def test_framing_has_a_dot_for_each_verb():
    ax = sl.charts.framing(VERBS)
    assert y_labels(ax) == ["erklären", "sagen", "behaupten", "neutral", "distancing"]
    assert [x for x, _ in dots(ax)] == [4, 2, 1]
    assert {"Jonas Feld", "Anna Berg"} == set(texts(ax))


def test_sides_are_told_apart_without_colour():
    assert len(set(SIDES.values())) == len(SIDES)


def test_neutral_verbs_stand_first_then_distancing_and_endorsing_then_the_rest_by_number():
    kinds = [("other", 1), ("doubting", 5), ("endorsing", 9), ("distancing", 2), ("neutral", 1)]
    table = pd.DataFrame([(f"v{n}", kind, n, "") for kind, n in kinds], columns=VERBS.columns)
    heads = [label for label in y_labels(sl.charts.framing(table)) if label in dict(kinds)]
    assert heads == ["neutral", "distancing", "endorsing", "doubting", "other"]
