"""What exploring found: keywords, frequencies, where words stand, and voices counted."""

from __future__ import annotations

import pandas as pd
import seaborn as sns
from matplotlib.axes import Axes

from stimmlage.display.labels import label
from stimmlage.display.style import axes, chart, legend_below, quiet


@chart("item", "log_ratio", "low", "high", "n", "n_reference")
def keywords(table: pd.DataFrame, ax: Axes | None = None, top: int = 10) -> Axes:
    """Draw the keywords of a target and of its reference with their log ratios and intervals (seaborn's scatterplot).

    Parameters
    ----------
    table : DataFrame
        As `Corpus.keyness` gives it; the words furthest from 0 by `conservative`, then by `log_likelihood`.
    ax : Axes, optional
    top : int
        How many words of each side.
    col, row : str, optional
        Columns to facet by.
    """
    shown = _furthest(table, top)
    ax = axes(ax, 0.9 + 0.22 * len(shown))
    sns.scatterplot(
        shown.assign(side=shown["log_ratio"] > 0),
        x="log_ratio",
        y="item",
        hue="side",
        ax=ax,
        s=30,
        zorder=3,
        legend=False,
    )
    left, right = shown["log_ratio"].min() - 2, shown["log_ratio"].max() + 2
    for place, row in enumerate(shown.itertuples()):
        low, high = max(row.low, left), min(row.high, right)
        ax.hlines(place, low, high, color="0.6", linewidth=1.2, zorder=2)
        ax.annotate(
            f"{row.n} : {row.n_reference}", (1.01, place), xycoords=("axes fraction", "data"), va="center", fontsize=7
        )
    ax.axvline(0, color="0.4", linewidth=0.8)
    ax.set(xlabel=label("axis", "log_ratio"), ylabel="")
    quiet(ax)
    return ax


def _furthest(table: pd.DataFrame, top: int) -> pd.DataFrame:
    """The first words of each side, those of the target above."""
    strength = table.get("conservative", table["log_ratio"]).abs()
    order = table.assign(strength=strength, weight=table.get("log_likelihood", strength))
    order = order.sort_values(["strength", "weight"], ascending=False, kind="stable")
    own, other = order[order["log_ratio"] > 0].head(top), order[order["log_ratio"] < 0].head(top)
    return pd.concat([own, other[::-1]]).reset_index(drop=True)


@chart("item", "n")
def frequencies(table: pd.DataFrame, ax: Axes | None = None, top: int = 20) -> Axes:
    """Draw the most frequent items as dots (seaborn's scatterplot).

    Parameters
    ----------
    table : DataFrame
        As `Corpus.frequencies` or `Corpus.ngrams` gives it; facet by its groups.
    ax : Axes, optional
    top : int
        How many items.
    col, row : str, optional
        Columns to facet by.
    """
    shown = table.sort_values("n", ascending=False, kind="stable").head(top)
    ax = axes(ax, 0.8 + 0.2 * len(shown))
    sns.scatterplot(shown, x="n", y="item", ax=ax, s=30)
    ax.set(xlabel=label("axis", "n_hits"), ylabel="", xlim=(0, None))
    ax.grid(axis="y", linewidth=0.4, alpha=0.6)
    quiet(ax)
    return ax


@chart("item", "at")
def dispersion(table: pd.DataFrame, ax: Axes | None = None) -> Axes:
    """Draw where in the documents words stand, a row per word (seaborn's stripplot).

    Parameters
    ----------
    table : DataFrame
        As `Corpus.word_places` gives it: `item`, `at` (0 the first word of a document, 1 the last); a `doc_id` makes
        facets.
    ax : Axes, optional
    col, row : str, optional
        Columns to facet by.
    """
    items = list(dict.fromkeys(table["item"]))
    ax = axes(ax, 0.8 + 0.3 * len(items))
    sns.stripplot(table, x="at", y="item", order=items, ax=ax, marker="|", jitter=False, size=11, linewidth=1.2)
    ax.set(xlabel=label("axis", "at"), ylabel="", xlim=(-0.01, 1.01))
    quiet(ax)
    return ax


@chart("figure", "estimate", "low", "high")
def voices(
    table: pd.DataFrame,
    ax: Axes | None = None,
    by: str | None = None,
    figures: tuple[str, ...] = ("quoted_words", "evenness", "share_of_three", "female_words", "direct_words"),
) -> Axes:
    """Draw shares of voices with their intervals, a row per figure, a colour per group (seaborn's scatterplot).

    Parameters
    ----------
    table : DataFrame
        As `Corpus.voices` gives it.
    ax : Axes, optional
    by : str, optional
        The column that makes the colours.
    figures : tuple of str
        Which figures, from top to bottom; those that are shares.
    col, row : str, optional
        Columns to facet by.
    """
    names = [label("figure", name) for name in figures]
    shown = table[table["figure"].isin(figures) & table["estimate"].notna()]
    groups = list(dict.fromkeys(shown[by])) if by else [""]
    ax = axes(ax, 1.1 + len(figures) * (0.25 + 0.12 * len(groups)))
    place = shown[by].map(groups.index).astype(float) if by else 0.0
    drawn = shown.assign(
        y=shown["figure"].map(figures.index).astype(float) + (place - (len(groups) - 1) / 2) * 0.6 / len(groups)
    )
    palette = sns.color_palette(n_colors=len(groups))
    sns.scatterplot(
        drawn,
        x="estimate",
        y="y",
        hue=by,
        hue_order=groups if by else None,
        palette=palette if by else None,
        ax=ax,
        s=30,
        clip_on=False,  # a share of 0 is a whole dot
    )
    for row in drawn.itertuples():
        colour = palette[groups.index(getattr(row, by)) if by else 0]
        ax.hlines(row.y, row.low, row.high, color=colour, linewidth=1.6)
    said = "interval_share" if drawn["low"].notna().any() else "plain_share"
    ax.set(xlim=(0, 1), ylim=(len(figures) - 0.5, -0.5), xlabel=label("axis", said), ylabel="")
    ax.set_yticks(range(len(figures)), names)
    if by and len(drawn):
        ax.legend_ = None
        legend_below(ax, title="")
    quiet(ax)
    return ax
