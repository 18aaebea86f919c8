"""Estimates with their intervals, and over time."""

import pytest
from tests.display.drawn import SUMMARY, TRENDS, dots, texts

import stimmlage as sl
from stimmlage.errors import ColumnError


def test_estimates_stand_at_their_values_with_their_intervals():
    ax = sl.charts.estimates(SUMMARY)
    assert [x for x, _ in dots(ax)] == [2.5, 0.5]
    spans = [tuple(map(float, s[:, 0])) for c in ax.collections if hasattr(c, "get_segments") for s in c.get_segments()]
    assert spans == [(1, 4), (0, 1.5)]


def test_a_group_without_estimate_has_its_note_and_no_mark():
    assert texts(sl.charts.estimates(SUMMARY)) == ["2 hits in 16 words, 1 sentence", "0 in 16 words"]


def test_trend_goes_through_time_and_leaves_out_what_has_no_date():
    ax = sl.charts.trend(TRENDS, hue="outlet")
    lines = [(line.get_xdata().tolist(), line.get_ydata().tolist()) for line in ax.lines if len(line.get_xdata())]
    assert lines == [([0, 1, 2], [1, 2, 3]), ([1], [4])]
    assert [t.get_text() for t in ax.get_xticklabels()] == ["2024-01", "2024-02", "2024-03"]
    with pytest.raises(ColumnError, match="week"):
        sl.charts.trend(TRENDS, x="week")
