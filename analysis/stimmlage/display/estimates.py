"""Estimates with their intervals: by any group, and over time."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import seaborn as sns
from matplotlib.axes import Axes

from stimmlage.display.labels import label
from stimmlage.display.notes import said
from stimmlage.display.style import FAINT, MARKERS, axes, chart, legend_below, named, ordered, quiet


def rows_of(table: pd.DataFrame, by: str, order: Sequence[str] | None) -> tuple[list[str], list[str]]:
    """Return the groups of a chart from top to bottom, and what they are called; only voices are sorted by words."""
    from stimmlage.errors import ColumnError

    if by not in table.columns:
        raise ColumnError(f"`by` names {by!r}; the table has the columns {list(table.columns)}.")
    if order is None and by != "speaker":
        order = list(dict.fromkeys(table[by]))
    groups = ordered(table, by, order)
    return groups, [named(g, by) for g in groups]


@chart("measure", "estimate", "low", "high")
def estimates(
    table: pd.DataFrame, ax: Axes | None = None, by: str = "speaker", order: Sequence[str] | None = None
) -> Axes:
    """Draw estimates with their intervals, a row per group (seaborn's scatterplot).

    A group that has too little for an estimate has no mark; its `note` stands there instead.

    Parameters
    ----------
    table : DataFrame
        A summary: the column named by `by`, `measure`, `estimate`, `low`, `high`; `note` where there is one.
    ax : Axes, optional
    by : str
        The column that makes the rows; voices stand in the order of their words, others in that of the table.
    order : sequence of str, optional
        The groups from top to bottom.
    col, row : str, optional
        Columns to facet by.
    """
    groups, names = rows_of(table, by, order)
    measures = list(dict.fromkeys(table["measure"]))
    ax = axes(ax, 1.2 + 0.24 * len(groups) * max(1, 0.6 * len(measures)))
    placed = table.assign(
        y=table[by].map(groups.index).astype(float)
        + (table["measure"].map(measures.index).astype(float) - (len(measures) - 1) / 2) * 0.8 / max(len(measures), 1),
        score=table["measure"].map(lambda m: label("measure", m)),
    )
    drawn = placed.dropna(subset=["estimate"])
    if len(drawn):
        colours = sns.color_palette(n_colors=len(measures))
        names_of = [label("measure", m) for m in measures]
        sns.scatterplot(
            drawn,
            x="estimate",
            y="y",
            hue="score",
            style="score",
            hue_order=names_of,
            style_order=names_of,
            palette=colours,
            markers=list(MARKERS[: len(measures)]),
            ax=ax,
            s=30,
            zorder=3,
        )
        for measure, colour in zip(measures, colours, strict=True):
            mine = drawn[drawn["measure"] == measure]
            ax.hlines(mine["y"], mine["low"], mine["high"], color=colour, linewidth=1.6)
        ax.legend_ = None
        legend_below(ax, title=label("axis", "interval"))
    if "note" in placed.columns:
        for row in placed[placed["estimate"].isna()].to_dict("records"):
            ax.annotate(
                said(row["note"]),
                (0.01, row["y"]),
                xycoords=("axes fraction", "data"),
                va="center",
                size=7,
                color=FAINT,
            )
    kinds = set(table.get("kind", []))
    balance = bool(kinds & {"balance", "position"}) or set(measures) <= {"sentiment", "textblob", "stance"}
    if balance:
        ax.axvline(0, color=FAINT, linewidth=0.8, zorder=0)
    ax.set_yticks(range(len(groups)), names)
    ax.set(
        ylim=(max(len(groups), 1) - 0.5, -0.5),
        ylabel="",
        xlabel=label("axis", "polarity" if balance else "per_100_words"),
    )
    ax.grid(axis="x", linewidth=0.4)
    quiet(ax)
    return ax


@chart("measure", "estimate", "low", "high")
def trend(table: pd.DataFrame, ax: Axes | None = None, x: str = "month", hue: str = "measure") -> Axes:
    """Draw estimates over time with their intervals (seaborn's lineplot); where there is none, the line breaks.

    Parameters
    ----------
    table : DataFrame
        A summary by `x`, and by `hue` if it is a group.
    ax : Axes, optional
    x : str
        `"year"`, `"month"`, `"week"` or another column that has an order.
    hue : str
        What has a line of its own.
    col, row : str, optional
        Columns to facet by.
    """
    from stimmlage.errors import ColumnError

    if missing := [c for c in (x, hue) if c not in table.columns]:
        raise ColumnError(f"The trend needs the columns {missing}; the table has {list(table.columns)}.")
    ax = axes(ax, 3.0)
    times = sorted(t for t in set(table[x]) if t != "")
    drawn = table[table[x] != ""].assign(
        place=lambda t: t[x].map(times.index),
        called=table[hue].map(lambda v: label("measure", v) if hue == "measure" else str(v)),
    )
    if len(drawn):
        sns.lineplot(
            drawn,
            x="place",
            y="estimate",
            hue="called",
            style="called",
            markers=True,
            dashes=False,
            errorbar=None,
            ax=ax,
        )
        for line, (_, mine) in zip(ax.get_lines(), drawn.groupby("called", sort=False)):
            mine = mine.sort_values("place")
            ax.fill_between(mine["place"], mine["low"], mine["high"], color=line.get_color(), alpha=0.15, linewidth=0)
        ax.legend_ = None
        legend_below(ax, title=label("axis", "band"))
    step = max(1, len(times) // 12)
    ax.set_xticks(range(0, len(times), step), times[::step], rotation=0 if len(times) < 8 else 45)
    ax.set(xlabel="", ylabel=label("axis", "per_100_words"))
    sns.despine(ax=ax)
    return ax
