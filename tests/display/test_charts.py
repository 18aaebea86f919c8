"""What holds of every chart: axes, columns, settings, colours, facets, orders."""

import itertools

import matplotlib
import matplotlib.pyplot as pyplot
import pandas as pd
import pytest
import seaborn as sns
from matplotlib.colors import to_hex
from pandas.testing import assert_frame_equal
from tests.display.drawn import CHARTS, NEEDED, PASSAGES, STANCES, SUMMARY, VERBS, every_chart, lightness, y_labels

import stimmlage as sl
from stimmlage.display.speaking import MODES
from stimmlage.errors import ColumnError, OptionError


@every_chart
def test_chart_draws_on_the_axes_it_is_given_and_leaves_the_table_alone(chart, table):
    before = table.copy(deep=True)
    _, ax = pyplot.subplots()
    assert chart(table, ax) is ax
    assert_frame_equal(table, before)


@pytest.mark.parametrize(
    "chart, table, column",
    [(chart, table, column) for chart, table in CHARTS for column in NEEDED[chart.__name__]],
    ids=lambda x: getattr(x, "__name__", x if isinstance(x, str) else ""),
)
def test_missing_column_is_named(chart, table, column):
    with pytest.raises(ColumnError, match=rf"'{column}'"):
        chart(table.drop(columns=column))


@every_chart
def test_settings_stay_as_they_are_and_are_respected(chart, table):
    sns.set_theme(style="whitegrid", palette=["#123456", "#654321", "#456123", "#abcdef"], font_scale=2)
    before = dict(matplotlib.rcParams)
    ax = chart(table)
    assert dict(matplotlib.rcParams) == before
    assert ax.get_xticklabels()[0].get_size() == matplotlib.rcParams["xtick.labelsize"]


@pytest.mark.parametrize(
    ("chart", "table"),
    [
        (sl.charts.hedging, SUMMARY),
        (sl.charts.estimates, SUMMARY),
        (sl.charts.stance, STANCES),
        (sl.charts.framing, VERBS),
    ],
    ids=lambda x: getattr(x, "__name__", ""),
)
def test_colours_are_those_of_the_palette(chart, table):
    sns.set_palette(["#123456", "#654321", "#456123", "#abcdef"])
    colours = {to_hex(c) for drawn in chart(table).collections for c in drawn.get_facecolors()}
    assert "#123456" in colours


@every_chart
@pytest.mark.parametrize("facets", [{"col": "part"}, {"row": "part"}], ids=str)
def test_facets_give_seaborns_grid(chart, table, facets):
    parts = pd.concat([table.assign(part="one"), table.assign(part="two")])
    grid = chart(parts, **facets)
    assert isinstance(grid, sns.FacetGrid) and grid.axes.size == 2
    assert [ax.get_title() for ax in grid.axes.flat] == ["one", "two"]
    assert y_labels(grid.axes.flat[1]) == y_labels(chart(table, pyplot.subplots()[1]))
    with pytest.raises(ColumnError, match="colour"):
        chart(table, **{next(iter(facets)): "colour"})
    with pytest.raises(OptionError, match="leave `ax` out"):
        chart(parts, pyplot.subplots()[1], **facets)


@pytest.mark.parametrize("by", ["section", "outlet"])
def test_other_groups_keep_the_order_of_the_table(by):
    table = SUMMARY.rename(columns={"speaker": by}).assign(n_words=[1, 1, 9, 9])
    assert y_labels(sl.charts.hedging(table.assign(speaker=""), by=by)) == ["author", "Anna Berg"]
    assert y_labels(sl.charts.estimates(table, by=by)) == ["author", "Anna Berg"]


@pytest.mark.parametrize("rows", [[5, 4, 3, 2, 1, 0], [3, 4, 5, 0, 1, 2], [1, 0, 3, 2, 5, 4]], ids=str)
def test_order_of_voices_does_not_hang_on_the_order_of_rows(rows):
    assert y_labels(sl.charts.timeline(PASSAGES.iloc[rows])) == [
        "author",
        "Anna Berg",
        "Jonas Feld",
        "no speaker found",
    ]


def test_an_order_can_be_given_and_what_it_leaves_out_follows():
    ax = sl.charts.words(PASSAGES, order=["Jonas Feld", "nobody", "author"])
    assert y_labels(ax) == ["Jonas Feld", "author", "Anna Berg", "no speaker found"]


def test_modes_are_told_apart_in_greyscale():
    for (a, (colour, hatch)), (b, (other, pattern)) in itertools.combinations(MODES.items(), 2):
        assert hatch != pattern or abs(lightness(colour) - lightness(other)) > 0.3, (a, b)


@every_chart
def test_an_empty_table_gives_an_empty_chart(chart, table):
    chart(table.head(0))
