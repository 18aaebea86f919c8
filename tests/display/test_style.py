"""The style of charts: sizes, orders, labels."""

import matplotlib
import matplotlib.pyplot as plt
import pandas as pd
import pytest

from stimmlage.display.style import INK, axes, chart, heading, house_style, named, ordered, voice, wrapped
from stimmlage.errors import ColumnError, OptionError


def test_the_style_is_put_back_even_after_an_error():
    before = dict(matplotlib.rcParams)
    with pytest.raises(KeyError), house_style():
        assert dict(matplotlib.rcParams) != before
        raise KeyError
    assert dict(matplotlib.rcParams) == before


def test_a_chart_checks_its_columns_and_makes_its_axes():
    @chart("a")
    def drawn(table, ax=None):
        ax = axes(ax, 2.0)
        ax.plot(table["a"])
        return ax

    table = pd.DataFrame({"a": [1, 2], "part": ["x", "y"]})
    assert drawn(table) is not plt.figure().gca()
    with pytest.raises(ColumnError, match=r"needs the columns \['a'\]"):
        drawn(table.drop(columns="a"))
    with pytest.raises(OptionError, match="leave `ax` out"):
        drawn(table, plt.figure().gca(), col="part")


def test_groups_by_words_or_in_the_order_given():
    table = pd.DataFrame({"speaker": ["a", "b", "b", "c"], "n_words": [5, 3, 4, 1]})
    assert ordered(table, "speaker") == ["b", "a", "c"]
    assert ordered(table, "speaker", ["c", "x"])[0] == "c"


def test_what_things_are_called():
    assert (
        voice("Anna Berg") == "Anna Berg"
        and voice("") != ""
        and heading("") != ""
        and heading("Am Abend") == "Am Abend"
    )
    assert named("a", "outlet") == "a"


@pytest.mark.parametrize(
    ("text", "width", "lines", "shown"),
    [
        ("ein Wort", 20, 2, "ein Wort"),
        ("eins zwei drei vier", 10, 2, "eins zwei\ndrei vier"),
        ("eins zwei drei vier fünf", 10, 1, "eins …"),
    ],
)
def test_labels_are_broken_between_words(text, width, lines, shown):
    assert wrapped(text, width, lines) == shown


def test_type_is_small_and_alike():
    with house_style():
        ax = plt.figure().gca()
        ax.plot([1, 2], label="a")
        ax.set(title="A", xlabel="x", ylabel="y")
        legend = ax.legend(title="of")
        plt.gcf().canvas.draw()
        sizes = {
            "title": ax.title,
            "label": ax.xaxis.label,
            "x": ax.get_xticklabels()[0],
            "y": ax.get_yticklabels()[0],
            "legend": legend.get_texts()[0],
            "of": legend.get_title(),
            "text": ax.text(0, 0, "b"),
        }
    found = {name: text.get_fontsize() for name, text in sizes.items()}
    assert found == {"title": 8, "label": 8, "x": 7.5, "y": 7.5, "legend": 7.5, "of": 7.5, "text": 8}
    assert not legend.get_frame_on() and not ax.spines["top"].get_visible() and not ax.spines["right"].get_visible()
    assert {ax.title.get_color(), ax.xaxis.label.get_color()} == {INK} and ax.spines["left"].get_edgecolor()[:3] != (
        0,
        0,
        0,
    )
