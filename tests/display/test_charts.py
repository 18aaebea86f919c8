"""Charts: first the data they draw, then how they draw it."""

import itertools

import matplotlib
import matplotlib.pyplot as pyplot
import numpy as np
import pandas as pd
import pytest
import seaborn as sns
from matplotlib.axes import Axes
from matplotlib.colors import to_hex, to_rgb
from pandas.testing import assert_frame_equal

import stimmlage as sl
from stimmlage.display.positions import SIDES
from stimmlage.display.speaking import MODES
from stimmlage.display.style import RC
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
        ("author", "hedging:hedge", 2.5, 1.0, 4.0, 12, 42, "speaks of this text only"),
        ("author", "hedging:booster", 0.5, 0.0, 1.5, 3, 42, "speaks of this text only"),
        ("Anna Berg", "hedging:hedge", np.nan, np.nan, np.nan, 2, 16, "2 hits in 16 words, 1 sentence"),
        ("Anna Berg", "hedging:booster", np.nan, np.nan, np.nan, 0, 16, "0 in 16 words"),
    ],
    columns=["speaker", "measure", "estimate", "low", "high", "n_hits", "n_words", "note"],
)
TRENDS = pd.DataFrame(
    [("A", f"2024-0{m}", "hedging", float(m), m - 1.0, m + 1.0) for m in (1, 2, 3)]
    + [("B", "2024-02", "hedging", 4.0, 3.0, 5.0), ("B", "", "hedging", 9.0, 8.0, 10.0)],
    columns=["outlet", "month", "measure", "estimate", "low", "high"],
)
HITS = pd.DataFrame(
    [
        ("author", "hedge", "wohl", 1.0),
        ("author", "hedge", "wohl", 1.0),
        ("author", "booster", "klar", -0.5),
        ("Anna Berg", "hedge", "vielleicht", 0.75),
    ],
    columns=["speaker", "category", "cue", "weight"],
)
STANCES = pd.DataFrame(
    [
        ("author", "Umbau", 1.0, True, "author", "the works", "der Umbau"),
        ("author", "Umbau", -1.0, True, "author", "the works", "der Umbau"),
        ("Anna Berg", "Umbau", -1.0, True, "author", "the works", "der Umbau"),
        ("Anna Berg", "Brücke", 0.0, False, "p1", "the bridge", "die Brücke"),
        ("Jonas Feld", "Brücke", 1.0, True, "p2", "the bridge", "die Brücke"),
        ("Jonas Feld", "Brücke", 1.0, True, "p2", "the bridge", "die Brücke"),
    ],
    columns=["speaker", "target", "value", "confirmed", "voice", "label_en", "label_de"],
)
VERBS = pd.DataFrame(
    [
        ("behaupten", "distancing", 1, "Anna Berg"),
        ("sagen", "neutral", 2, ""),
        ("erklären", "neutral", 4, "Jonas Feld"),
    ],
    columns=["verb", "framing", "n", "speakers"],
)
KEYS = pd.DataFrame(
    [("Damm", 3.0, 1.0, 5.0, 12, 1, 1.0), ("Zug", -2.0, -4.0, 0.5, 1, 5, 0.0), ("Rat", 0.5, -1.0, 2.0, 4, 3, 0.0)],
    columns=["item", "log_ratio", "low", "high", "n", "n_reference", "conservative"],
)
PLACES = pd.DataFrame([("Damm", "a", 0.1), ("Zug", "a", 0.5), ("Damm", "b", 0.9)], columns=["item", "doc_id", "at"])
COUNTED = pd.DataFrame(
    [("A", "evenness", 0.8, 0.6, 0.9), ("B", "evenness", 0.5, 0.4, 0.6), ("A", "quoted_words", 0.3, 0.2, 0.4)],
    columns=["outlet", "figure", "estimate", "low", "high"],
)
CHARTS = [
    (sl.charts.keywords, KEYS),
    (sl.charts.frequencies, KEYS),
    (sl.charts.dispersion, PLACES),
    (sl.charts.voices, COUNTED),
    (sl.charts.words, PASSAGES),
    (sl.charts.timeline, PASSAGES),
    (sl.charts.shares, PASSAGES),
    (sl.charts.profile, HITS),
    (sl.charts.sentiment, HITS),
    (sl.charts.hedging, SUMMARY),
    (sl.charts.estimates, SUMMARY),
    (sl.charts.trend, TRENDS),
    (sl.charts.stance, STANCES),
    (sl.charts.network, STANCES),
    (sl.charts.framing, VERBS),
]
NEEDED = {
    "keywords": ("item", "log_ratio", "low", "high", "n", "n_reference"),
    "frequencies": ("item", "n"),
    "dispersion": ("item", "at"),
    "voices": ("figure", "estimate", "low", "high"),
    "words": ("speaker", "section", "n_words"),
    "timeline": ("speaker", "mode", "section", "n_words"),
    "shares": ("speaker", "n_words"),
    "profile": ("speaker", "category", "cue"),
    "sentiment": ("speaker", "cue", "weight"),
    "hedging": ("speaker", "measure", "n_hits", "n_words"),
    "estimates": ("measure", "estimate", "low", "high"),
    "trend": ("measure", "estimate", "low", "high", "month"),
    "stance": ("speaker", "target", "value"),
    "network": ("speaker", "target", "value"),
    "framing": ("verb", "framing", "n"),
}
every_chart = pytest.mark.parametrize("chart, table", CHARTS, ids=lambda x: getattr(x, "__name__", ""))


@pytest.fixture(autouse=True)
def clean():
    before = dict(matplotlib.rcParams)
    with sl.charts.language("en"):
        yield
    pyplot.close("all")
    matplotlib.rcParams.update(before)


def texts(ax: Axes) -> list[str]:
    return [t.get_text() for t in ax.texts]


def y_labels(ax: Axes) -> list[str]:
    return [t.get_text() for t in ax.get_yticklabels()]


def dots(ax: Axes) -> list[tuple[float, float]]:
    """Return where seaborn's dots stand, from top to bottom."""
    found = [tuple(map(float, xy)) for c in ax.collections if hasattr(c, "get_sizes") for xy in c.get_offsets()]
    return sorted(found, key=lambda xy: (round(xy[1], 3), xy[0]))


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


def test_profile_counts_and_names_the_words():
    ax = sl.charts.profile(HITS, n_words=pd.Series({"author": 42, "Anna Berg": 16}))
    assert y_labels(ax) == ["author (42)", "Anna Berg (16)"]
    assert texts(ax) == ["2  wohl (2)", "1  klar", "1  vielleicht"]
    assert [t.get_text() for t in ax.get_xticklabels()] == ["hedge", "booster"]


def test_profile_of_many_words_names_ten():
    many = pd.DataFrame({"speaker": "author", "category": "hedge", "cue": [f"w{i}" for i in range(14)]})
    said = texts(sl.charts.profile(many))[0]
    assert said.startswith("14  w0, w1") and "w9" in said and "w10" not in said and said.endswith("…")


def test_polar_words_stand_on_their_side():
    ax = sl.charts.sentiment(HITS)
    assert texts(ax) == ["klar  1", "2  wohl (2)", "1  vielleicht"]
    assert [t.get_ha() for t in ax.texts] == ["right", "left", "left"]
    assert sorted(p.get_width() for p in ax.patches if p.get_width()) == [-1, 1, 2]


def test_hedging_draws_counts_beside_the_words():
    ax = sl.charts.hedging(SUMMARY)
    assert [x for x, _ in dots(ax)] == [12, 3, 2]  # nothing is drawn where nothing was found
    assert texts(ax) == ["42", "16", "words"]


@pytest.mark.parametrize("by", ["section", "outlet"])
def test_other_groups_keep_the_order_of_the_table(by):
    table = SUMMARY.rename(columns={"speaker": by}).assign(n_words=[1, 1, 9, 9])
    assert y_labels(sl.charts.hedging(table.assign(speaker=""), by=by)) == ["author", "Anna Berg"]
    assert y_labels(sl.charts.estimates(table, by=by)) == ["author", "Anna Berg"]


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


def test_stance_has_a_sign_for_each_side_and_counts_several():
    ax = sl.charts.stance(STANCES)
    assert dots(ax) == [(0, 0), (0, 1), (1, 1), (1, 2)]
    assert texts(ax) == ["2", "2"]
    assert [t.get_text() for t in ax.get_legend().get_texts()] == [
        "supports", "opposes", "doubts", "several", "hollow: not in the annotation",
    ]  # fmt: skip


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
            ax.get_ylabel(),
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


@every_chart
def test_an_empty_table_gives_an_empty_chart(chart, table):
    chart(table.head(0))


def test_saved_figure_has_its_table_its_sources_and_the_same_bytes_again(tmp_path):
    source = tmp_path / "article.txt"
    source.write_text("Ein Text.")
    captions = {"en": "Who speaks.", "de": "Wer spricht."}
    for folder in ("a", "b"):
        sl.figures.save(
            lambda: sl.charts.timeline(PASSAGES), "timeline", PASSAGES, captions, [source], tmp_path / folder
        )
    names = sorted(p.name for p in (tmp_path / "a").iterdir())
    assert names == [f"timeline.{x}" for x in ("csv", "de.png", "de.svg", "json", "png", "svg")]
    for name in names:
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes(), name
    assert (
        pd.read_csv(tmp_path / "a/timeline.csv", keep_default_na=False)["n_words"].tolist()
        == PASSAGES["n_words"].tolist()
    )
    english, german = ((tmp_path / f"a/timeline{code}.svg").read_text() for code in ("", ".de"))
    assert ">author</text>" in english and ">Autor</text>" in german and "DejaVu Sans" in english
    account = pd.read_json(tmp_path / "a/timeline.json", typ="series")
    assert account["caption"] == captions and list(account["sources"]) == ["article.txt"]


def test_only_the_figure_of_the_chosen_language_stays_open(tmp_path):
    with sl.charts.language("de"):
        picture = sl.figures.save(lambda: sl.charts.words(PASSAGES), "words", PASSAGES, "Wer.", [], tmp_path)
    assert picture.name == "words.de.png" and len(pyplot.get_fignums()) == 1
    assert y_labels(pyplot.gcf().axes[0])[0] == "Autor"


def test_saved_figures_are_as_wide_as_a_page_and_their_text_can_be_read(tmp_path):
    for chart, table in CHARTS:
        sl.figures.save(lambda c=chart, t=table: c(t), chart.__name__, table, "x", [], tmp_path)
        figure = pyplot.gcf()
        assert figure.get_size_inches()[0] == pytest.approx(6.3)
        figure.draw_without_rendering()
        sizes = [t.get_fontsize() for t in figure.findobj(matplotlib.text.Text) if t.get_text().strip()]
        assert min(sizes) >= 7, chart.__name__
        pyplot.close("all")


def test_a_drawing_that_is_there_is_saved_as_it_is(tmp_path):
    sl.figures.save(sl.charts.words(PASSAGES), "words", PASSAGES, "Who.", [], tmp_path)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["words.csv", "words.json", "words.png", "words.svg"]
    with pytest.raises(OptionError, match="`caption` is a text or one for each of"):
        sl.figures.save(sl.charts.words(PASSAGES), "words", PASSAGES, {"en": "Who."}, [], tmp_path)


def test_the_style_of_saved_figures_is_put_back(tmp_path):
    before = dict(matplotlib.rcParams)
    sl.figures.save(lambda: sl.charts.words(PASSAGES), "words", PASSAGES, "Who.", [], tmp_path)
    assert dict(matplotlib.rcParams) == before and before["font.size"] != RC["font.size"]


def test_sides_are_told_apart_without_colour():
    assert len(set(SIDES.values())) == len(SIDES)


def test_figures_have_plain_names(tmp_path):
    with pytest.raises(OptionError, match="for example 'timeline'"):
        sl.figures.save(sl.charts.words(PASSAGES), "../timeline", PASSAGES, "", [], tmp_path)


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
