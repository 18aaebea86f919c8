"""Who speaks: words, timeline, shares."""

import pandas as pd
import pytest
from tests.display.drawn import PASSAGES, bars, texts, y_labels

import stimmlage as sl
from stimmlage.errors import OptionError


def test_words_shows_each_cell_and_the_totals():
    ax = sl.charts.words(PASSAGES)
    assert y_labels(ax) == ["author", "Anna Berg", "Jonas Feld", "no speaker found"]
    # cells row by row, then the totals with their shares
    assert texts(ax)[:6] == ["12", "30", "5", "11", "9", "3"]
    assert texts(ax)[6:10] == ["42  (60 %)", "16  (23 %)", "9  (13 %)", "3  (4 %)"]


def test_words_keeps_sections_in_the_order_of_the_text():
    labels = [t.get_text() for t in sl.charts.words(PASSAGES).get_xticklabels()]
    assert labels == ["(before the first\nheading)", "Der Umbau"]


def test_timeline_bars_tile_the_article_and_empty_passages_have_none():
    empty = PASSAGES.iloc[[0]].assign(n_words=0)
    drawn = bars(sl.charts.timeline(pd.concat([PASSAGES, empty])))
    assert drawn == [(0, 0, 12), (0, 17, 30), (1, 12, 5), (1, 56, 11), (2, 47, 9), (3, 67, 3)]
    assert sum(width for _, _, width in drawn) == PASSAGES["n_words"].sum()


def test_timeline_marks_where_sections_begin():
    ax = sl.charts.timeline(PASSAGES)
    assert texts(ax) == ["(before the first\nheading)", "Der Umbau"]
    assert [t.xy[0] for t in ax.texts] == [0, 17]


def test_a_timeline_is_of_one_article():
    two = pd.concat([PASSAGES.assign(doc_id="a"), PASSAGES.assign(doc_id="b")])
    with pytest.raises(OptionError, match="of one article.*col='doc_id'"):
        sl.charts.timeline(two)
    assert sl.charts.timeline(two, col="doc_id").axes.size == 2


def test_shares_end_at_the_shares_of_the_whole():
    ax = sl.charts.shares(PASSAGES)
    ends = [float(line.get_ydata()[-1]) for line in ax.lines if len(line.get_ydata())]
    assert ends == pytest.approx([100 * n / 70 for n in (42, 16, 9, 3)])
    few = sl.charts.shares(pd.concat([PASSAGES, *(PASSAGES.iloc[[0]].assign(speaker=f"v{i}") for i in range(6))]))
    assert "all others" in [t.get_text() for t in few.get_legend().get_texts()]
