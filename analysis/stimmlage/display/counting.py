"""Counts with the words behind them: the epistemic profile of each voice, its polar words, who gets which verb."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import pandas as pd
import seaborn as sns
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from stimmlage.display.labels import label
from stimmlage.display.style import FAINT, MARKERS, axes, chart, legend_below, ordered, quiet, voice, wrapped

_MOST = 10
"""How many different words a cell names before it only counts."""


def quoted(words: Iterable[str], width: int, lines: int) -> str:
    """Name words with how often they occur, the most frequent first."""
    counts = Counter(words).most_common()
    said = [word if n == 1 else f"{word} ({n})" for word, n in counts[:_MOST]]
    return wrapped(", ".join(said) + (" …" if len(counts) > _MOST else ""), width, lines)


@chart("speaker", "category", "cue")
def profile(
    table: pd.DataFrame,
    ax: Axes | None = None,
    order: Sequence[str] | None = None,
    n_words: pd.Series | None = None,
    group: str = "category",
) -> Axes:
    """Draw how often each voice uses words of each category, with the words (seaborn's heatmap).

    Parameters
    ----------
    table : DataFrame
        `speaker`, `category`, `cue`: a row per hit. Categories keep the order of the table.
    ax : Axes, optional
    order : sequence of str, optional
        The voices from top to bottom.
    n_words : Series, optional
        How many words each voice has, by its name: written behind the name.
    group : str
        The group of labels that the categories have.
    col, row : str, optional
        Columns to facet by.
    """
    speakers, categories = ordered(table, "speaker", order), list(dict.fromkeys(table["category"]))
    cells = table.groupby(["speaker", "category"])["cue"].agg(list)
    width = int(74 / max(len(categories), 1))
    between = "  " if width > 14 else "\n"
    said = pd.DataFrame(
        [
            [
                f"{len(cells[s, c])}{between}{quoted(cells[s, c], width, 4)}" if (s, c) in cells.index else ""
                for c in categories
            ]
            for s in speakers
        ],
        index=speakers,
        columns=categories,
    )
    counts = table.pivot_table(index="speaker", columns="category", values="cue", aggfunc="count", fill_value=0)
    counts = counts.reindex(index=speakers, columns=categories, fill_value=0).astype(float)
    tall = [max((t.count("\n") + 1 for t in said.loc[s]), default=1) for s in speakers]
    ax = axes(ax, 0.9 + 0.32 * len(speakers) + 0.09 * sum(t - 1 for t in tall))
    if len(said):
        sns.heatmap(
            counts.mask(counts == 0),
            ax=ax,
            cmap=sns.light_palette(sns.color_palette()[0], as_cmap=True),
            vmin=0,
            vmax=2.2 * counts.to_numpy().max(),
            annot=said.to_numpy(),
            fmt="",
            cbar=False,
            linewidths=0.8,
            linecolor=ax.get_facecolor(),
            annot_kws={"size": 7, "color": "#111111"},
        )
    names = [voice(s) if n_words is None else f"{voice(s)} ({n_words.get(s, 0):.0f})" for s in speakers]
    ax.set_yticks([i + 0.5 for i in range(len(speakers))], names, rotation=0)
    ax.set_xticks([i + 0.5 for i in range(len(categories))], [label(group, c) for c in categories], rotation=0)
    ax.xaxis.tick_top()
    ax.tick_params(length=0)
    ax.set(xlabel="", ylabel="")
    for i in range(len(speakers)):
        ax.axhline(i, color=FAINT, linewidth=0.4)
    return ax


@chart("measure", "n_hits", "n_words")
def hedging(
    table: pd.DataFrame, ax: Axes | None = None, by: str = "speaker", order: Sequence[str] | None = None
) -> Axes:
    """Draw how many cues each group has, beside how many words (seaborn's scatterplot).

    Counts need no interval: within one article few voices have words enough for a rate (`estimates` draws rates).

    Parameters
    ----------
    table : DataFrame
        A summary: the column named by `by`, `measure`, `n_hits`, `n_words`.
    ax : Axes, optional
    by : str
        `"speaker"`, `"section"` or another column.
    order : sequence of str, optional
        The groups from top to bottom.
    col, row : str, optional
        Columns to facet by.
    """
    from stimmlage.display.estimates import rows_of

    groups, names = rows_of(table, by, order)
    ax = axes(ax, 1.2 + 0.21 * len(groups))
    measures = list(dict.fromkeys(table["measure"]))
    drawn = table.assign(
        y=table[by].map(groups.index).astype(float)
        + table["measure"].map(measures.index).astype(float) * 0.3
        - 0.15 * (len(measures) - 1),
        score=table["measure"].map(lambda m: label("measure", m)),
        n_hits=table["n_hits"].astype(float),
    )
    if len(drawn):
        sns.scatterplot(
            drawn[drawn["n_hits"] > 0],
            x="n_hits",
            y="y",
            hue="score",
            style="score",
            markers=list(MARKERS[: len(measures)]),
            ax=ax,
            s=28,
        )
        ax.hlines(drawn["y"], 0, drawn["n_hits"], color=FAINT, linewidth=0.6, zorder=0)
        legend_below(ax)
    for i, group in enumerate(groups):
        n = table.loc[table[by] == group, "n_words"].max()
        ax.annotate(
            f"{n:.0f}",
            (1, i),
            xycoords=("axes fraction", "data"),
            xytext=(14, 0),
            textcoords="offset points",
            ha="right",
            va="center",
        )
    ax.annotate(
        label("axis", "n_words"),
        (1, 1),
        xycoords="axes fraction",
        xytext=(14, 3),
        textcoords="offset points",
        ha="right",
    )
    ax.set_yticks(range(len(groups)), names)
    ax.set(xlim=(0, None), ylim=(max(len(groups), 1) - 0.5, -0.5), xlabel=label("axis", "n_hits"), ylabel="")
    ax.xaxis.set_major_locator(MaxNLocator(integer=True))
    quiet(ax)
    return ax


@chart("speaker", "cue", "weight")
def sentiment(
    table: pd.DataFrame, ax: Axes | None = None, order: Sequence[str] | None = None, n_words: pd.Series | None = None
) -> Axes:
    """Draw the polar words of each voice themselves: bad ones to the left, good ones to the right (seaborn's barplot).

    Parameters
    ----------
    table : DataFrame
        `speaker`, `cue`, `weight`: a row per hit of `Sentiment`.
    ax : Axes, optional
    order : sequence of str, optional
        The voices from top to bottom.
    n_words : Series, optional
        How many words each voice has, by its name: written behind the name.
    col, row : str, optional
        Columns to facet by.
    """
    speakers = ordered(table, "speaker", order)
    sides = {"negative": table["weight"] < 0, "positive": table["weight"] > 0}
    said = {
        (s, side): quoted(table.loc[mine & (table["speaker"] == s), "cue"], 40, 3)
        for s in speakers
        for side, mine in sides.items()
    }
    tall = [max(said[s, side].count("\n") + 1 for side in sides) for s in speakers]
    ax = axes(ax, 0.8 + 0.17 * len(speakers) + 0.12 * sum(tall))
    counts = pd.DataFrame(
        [
            (
                voice(s),
                label("category", side),
                (1 if side == "positive" else -1) * int((mine & (table["speaker"] == s)).sum()),
            )
            for s in speakers
            for side, mine in sides.items()
        ],
        columns=["voice", "side", "n"],
    )
    most = max([1, *counts["n"].abs()])
    if speakers:
        palette = {
            label("category", "negative"): sns.color_palette()[1],
            label("category", "positive"): sns.color_palette()[0],
        }
        sns.barplot(
            counts,
            x="n",
            y="voice",
            hue="side",
            dodge=False,
            palette=palette,
            alpha=0.28,
            ax=ax,
            legend=False,
            width=0.86,
        )
    for i, s in enumerate(speakers):
        for side, sign in (("negative", -1), ("positive", 1)):
            n = int(
                counts.loc[(counts["voice"] == voice(s)) & (counts["side"] == label("category", side)), "n"].abs().sum()
            )
            if n:
                ax.annotate(
                    f"{n}  {said[s, side]}" if sign > 0 else f"{said[s, side]}  {n}",
                    (0, i),
                    xytext=(sign * 4, 0),
                    textcoords="offset points",
                    ha="left" if sign > 0 else "right",
                    va="center",
                    size=7,
                    linespacing=1.05,
                )
    names = [voice(s) if n_words is None else f"{voice(s)} ({n_words.get(s, 0):.0f})" for s in speakers]
    ax.axvline(0, color=FAINT, linewidth=0.8)
    ax.set_yticks(range(len(speakers)), names)
    ax.set(
        xlim=(-most * 1.02, most * 1.02),
        ylim=(max(len(speakers), 1) - 0.5, -0.5),
        ylabel="",
        xlabel=label("axis", "n_polar"),
    )
    ax.xaxis.set_major_formatter(lambda x, _: f"{abs(x):.0f}")
    quiet(ax)
    return ax
