"""Charts: first the data they draw, then how they draw it."""

import itertools

import matplotlib
import matplotlib.pyplot as pyplot
import numpy as np
import pandas as pd
import pytest
from matplotlib.axes import Axes
from matplotlib.colors import to_rgb
from pandas.testing import assert_frame_equal

import stimmlage as sl
from stimmlage.display.estimates import SMALL
from stimmlage.display.style import MODES, SERIES
from stimmlage.errors import ColumnError, OptionError

matplotlib.use("Agg")

PASSAGES = pd.DataFrame(
    [
        ("author", "narration", "", 12),
        ("Anna Berg", "direct", "", 5),
        ("author", "narration", "Der Umbau", 30),
        ("Jonas Feld", "indirect", "Der Umbau", 9),
        ("Anna Berg", "indirect", "Der Umbau", 11),
        ("", "direct", "Der Umbau", 3),
    ],
    columns=["speaker", "mode", "section", "n_words"],
)
SUMMARY = pd.DataFrame(
    [
        ("author", "sentiment", -0.2, -0.5, 0.1, 8, 42),
        ("author", "textblob", 0.1, -0.1, 0.3, 6, 42),
        ("Anna Berg", "sentiment", 0.5, np.nan, np.nan, 1, 16),
        ("Anna Berg", "textblob", np.nan, np.nan, np.nan, 0, 16),
    ],
    columns=["speaker", "measure", "estimate", "low", "high", "n", "n_words"],
)
STANCES = pd.DataFrame(
    [
        ("author", "Umbau", 0.5, 2),
        ("Anna Berg", "Umbau", -1.0, 3),
        ("Anna Berg", "Brücke", 0.0, 2),
        ("author", "Brücke", np.nan, 0),
    ],
    columns=["speaker", "target", "value", "n"],
)
VERBS = pd.DataFrame(
    [
        ("behaupten", "distancing", 1, "Anna Berg"),
        ("sagen", "neutral", 2, ""),
        ("erklären", "neutral", 4, "Jonas Feld"),
    ],
    columns=["verb", "framing", "n", "speakers"],
)
CHARTS = [
    (sl.charts.words, PASSAGES),
    (sl.charts.timeline, PASSAGES),
    (sl.charts.sentiment, SUMMARY),
    (sl.charts.hedging, SUMMARY),
    (sl.charts.stance, STANCES),
    (sl.charts.framing, VERBS),
]
NEEDED = {
    "words": ("speaker", "section", "n_words"),
    "timeline": ("speaker", "mode", "section", "n_words"),
    "sentiment": ("speaker", "measure", "estimate", "low", "high", "n"),
    "hedging": ("speaker", "measure", "estimate", "low", "high", "n", "n_words"),
    "stance": ("speaker", "target", "value", "n"),
    "framing": ("verb", "framing", "n"),
}
every_chart = pytest.mark.parametrize("chart, table", CHARTS, ids=lambda x: getattr(x, "__name__", ""))


@pytest.fixture(autouse=True)
def clean():
    with sl.charts.language("en"):
        yield
    pyplot.close("all")


def texts(ax: Axes) -> list[str]:
    return [t.get_text() for t in ax.texts]


def y_labels(ax: Axes) -> list[str]:
    return [t.get_text() for t in ax.get_yticklabels()]


def bars(ax: Axes) -> list[tuple[float, float, float]]:
    """Return lane, start and width of each bar of a timeline."""
    boxes = [path.get_extents() for c in ax.collections for path in c.get_paths()]
    return sorted((round((b.y0 + b.y1) / 2), b.x0, b.width) for b in boxes)


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
    with pytest.raises(ColumnError, match=rf"lacks .*'{column}'"):
        chart(table.drop(columns=column))


@every_chart
def test_house_style_stays_in_the_chart(chart, table):
    before = dict(matplotlib.rcParams)
    chart(table)
    assert dict(matplotlib.rcParams) == before


def test_words_shows_each_cell_and_the_totals():
    ax = sl.charts.words(PASSAGES)
    assert y_labels(ax) == ["author", "Anna Berg", "Jonas Feld", "no speaker found"]
    # cells row by row, then the totals with their shares
    assert texts(ax)[:6] == ["12", "30", "5", "11", "9", "3"]
    assert texts(ax)[6:10] == ["42  (60 %)", "16  (23 %)", "9  (13 %)", "3  (4 %)"]


def test_words_keeps_sections_in_the_order_of_the_text():
    labels = [t.get_text() for t in sl.charts.words(PASSAGES).get_xticklabels()]
    assert labels == ["(before the first heading)", "Der Umbau"]


def test_timeline_bars_tile_the_article():
    drawn = bars(sl.charts.timeline(PASSAGES))
    assert drawn == [(0, 0, 12), (0, 17, 30), (1, 12, 5), (1, 56, 11), (2, 47, 9), (3, 67, 3)]
    assert sum(width for _, _, width in drawn) == PASSAGES["n_words"].sum()


def test_timeline_marks_where_sections_begin():
    ax = sl.charts.timeline(PASSAGES)
    assert texts(ax) == ["(before the first\nheading)", "Der Umbau"]
    assert [t.xy[0] for t in ax.texts] == [0, 17]


@pytest.mark.parametrize("chart", [sl.charts.sentiment, sl.charts.hedging])
def test_estimates_stand_at_their_values(chart):
    ax = chart(SUMMARY)
    markers = [line for line in ax.lines if line.get_marker() != "None" and len(line.get_xdata()) == 1]
    assert [float(m.get_xdata()[0]) for m in markers] == [-0.2, 0.5, 0.1]
    spans = [
        tuple(line.get_xdata())
        for line in ax.lines
        if len(line.get_xdata()) == 2 and line.get_color() in dict((c, 1) for c, _, _ in SERIES)
    ]
    assert spans[0] == (-0.5, 0.1) and spans[-1] == (-0.1, 0.3)


def test_small_n_is_hollow_and_nothing_is_drawn_for_nan():
    ax = sl.charts.sentiment(SUMMARY)
    markers = [line for line in ax.lines if len(line.get_xdata()) == 1]
    hollow = [m.get_markerfacecolor() == "#ffffff" for m in markers]
    small = (SUMMARY.dropna(subset=["estimate"]).sort_values("measure", kind="stable")["n"] < SMALL).tolist()
    assert hollow == small == [False, True, False]


def test_a_wide_interval_of_few_passages_does_not_squeeze_the_others():
    rates = pd.DataFrame(
        [("author", "hedging:hedge", 1.0, 0.5, 2.0, 30, 400), ("Anna Berg", "hedging:hedge", 3.0, 0.0, 50.0, 2, 20)],
        columns=SUMMARY.columns,
    )
    ax = sl.charts.hedging(rates)
    right = ax.get_xlim()[1]
    assert 3 < right < 5
    arrows = [line for line in ax.lines if line.get_marker() == ">"]
    assert [(float(a.get_xdata()[0]), float(a.get_ydata()[0])) for a in arrows] == [(right, 1.0)]


def test_each_estimate_says_what_it_rests_on():
    assert {"8 / 6", "1 / 0"} <= set(texts(sl.charts.sentiment(SUMMARY)))
    assert {"42", "16"} <= set(texts(sl.charts.hedging(SUMMARY)))


def test_stance_draws_symbol_and_evidence_and_leaves_silence_blank():
    ax = sl.charts.stance(STANCES)
    assert texts(ax) == ["▲ 2", "▼ 3", "◆ 2"]
    assert len(ax.patches) == 3


def test_framing_bars_are_as_long_as_their_counts():
    ax = sl.charts.framing(VERBS)
    assert dict(zip(y_labels(ax), [p.get_width() for p in ax.patches])) == {"erklären": 4, "sagen": 2, "behaupten": 1}
    assert {"neutral", "distancing", "4   Jonas Feld", "2"} <= set(texts(ax))


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


@every_chart
def test_labels_are_there_in_both_languages(chart, table):
    said = {}
    for code in ("en", "de"):
        with sl.charts.language(code):
            ax = chart(table)
        legend = ax.get_legend()
        said[code] = {
            ax.get_xlabel(),
            *y_labels(ax),
            *texts(ax),
            *([t.get_text() for t in legend.get_texts()] if legend else []),
        }
    assert said["en"] != said["de"]


def test_both_languages_have_the_same_labels():
    from stimmlage.display.labels import _labels

    keys = {
        code: {(group, key) for group, entries in groups.items() for key in entries}
        for code, groups in _labels().items()
    }
    assert keys["en"] == keys["de"]


def test_unknown_language_is_refused():
    with pytest.raises(OptionError, match="'en', 'de'"):
        sl.charts.language("fr")


def test_language_goes_back_after_the_block():
    with sl.charts.language("de"):
        assert y_labels(sl.charts.words(PASSAGES))[0] == "Autor"
    assert y_labels(sl.charts.words(PASSAGES))[0] == "author"


def lightness(colour: str) -> float:
    return float(np.dot(to_rgb(colour), (0.299, 0.587, 0.114)))


def test_modes_are_told_apart_in_greyscale():
    for (a, (colour, hatch)), (b, (other, pattern)) in itertools.combinations(MODES.items(), 2):
        assert hatch != pattern or abs(lightness(colour) - lightness(other)) > 0.3, (a, b)


def test_scores_are_told_apart_without_colour():
    assert len({marker for _, marker, _ in SERIES}) == len(SERIES)


def test_text_in_stance_cells_can_be_read():
    table = pd.DataFrame(
        {"speaker": "author", "target": [f"T{i}" for i in range(21)], "value": np.linspace(-1, 1, 21), "n": 1}
    )
    ax = sl.charts.stance(table)
    for patch, text in zip(ax.patches, ax.texts):
        back, front = lightness(patch.get_facecolor()[:3]), lightness(text.get_color())
        assert abs(back - front) > 0.35


@every_chart
def test_an_empty_table_gives_an_empty_chart(chart, table):
    chart(table.head(0))


def test_saved_figure_has_its_table_its_sources_and_the_same_bytes_again(tmp_path):
    source = tmp_path / "article.txt"
    source.write_text("Ein Text.")
    for folder in ("a", "b"):
        sl.figures.save(sl.charts.timeline(PASSAGES), "timeline", PASSAGES, "Who speaks.", [source], tmp_path / folder)
    names = sorted(p.name for p in (tmp_path / "a").iterdir())
    assert names == ["timeline.csv", "timeline.json", "timeline.png", "timeline.svg"]
    for name in names:
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes(), name
    assert (
        pd.read_csv(tmp_path / "a/timeline.csv", keep_default_na=False)["n_words"].tolist()
        == PASSAGES["n_words"].tolist()
    )
    svg = (tmp_path / "a/timeline.svg").read_text()
    assert ">Anna Berg</text>" in svg and "DejaVu Sans" in svg
    account = pd.read_json(tmp_path / "a/timeline.json", typ="series")
    assert account["caption"] == "Who speaks." and list(account["sources"]) == ["article.txt"]


def test_figures_have_plain_names(tmp_path):
    with pytest.raises(OptionError, match="for example 'timeline'"):
        sl.figures.save(sl.charts.words(PASSAGES), "../timeline", PASSAGES, "", [], tmp_path)
