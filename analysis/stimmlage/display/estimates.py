"""Estimates with their intervals: sentiment against the baseline, hedges and boosters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from stimmlage.display.labels import label
from stimmlage.display.style import (
    BELOW_AXIS_LABEL,
    FAINT,
    INK,
    PAPER,
    RULE,
    SERIES,
    canvas,
    heading,
    ordered,
    voice,
    wrapped,
)

_COLUMNS = ("measure", "estimate", "low", "high", "n")
SMALL = 5


def sentiment(table: pd.DataFrame, ax: Axes | None = None, order: Sequence[str] | None = None) -> Axes:
    """Draw the polarity of each voice, the kit's beside the baseline's.

    Parameters
    ----------
    table : DataFrame
        A summary by speaker: `speaker`, `measure`, `estimate`, `low`, `high`, `n`.
    ax : Axes, optional
    order : sequence of str, optional
        The voices from top to bottom.
    """
    groups = ordered(table, "speaker", order) if "speaker" in table else []
    with canvas(table, ("speaker", *_COLUMNS), ax, (6.4, 1.3 + 0.34 * len(groups))) as ax:
        ax.axvline(0, color=FAINT, linewidth=0.8, zorder=0)
        _points(table, "speaker", groups, ax)
        _counts(table, "speaker", groups, ax, "n", label("axis", "passages"))
        ax.set(xlim=(-1.05, 1.05), xlabel=label("axis", "polarity"))
        ax.set_yticks(range(len(groups)), [voice(g) for g in groups])
    return ax


def hedging(
    table: pd.DataFrame, ax: Axes | None = None, by: str = "speaker", order: Sequence[str] | None = None
) -> Axes:
    """Draw rates per 100 words for each voice, or each section, with their intervals.

    Parameters
    ----------
    table : DataFrame
        A summary: the column named by `by`, `measure`, `estimate`, `low`, `high`, `n`, `n_words`.
    ax : Axes, optional
    by : str
        `"speaker"` or `"section"`; sections keep the order of the table.
    order : sequence of str, optional
        The groups from top to bottom.
    """
    if order is None and by == "section" and by in table:
        order = list(dict.fromkeys(table["section"]))
    groups = ordered(table, by, order) if by in table else []
    with canvas(table, (by, *_COLUMNS, "n_words"), ax, (6.4, 1.3 + 0.34 * len(groups))) as ax:
        _points(table, by, groups, ax)
        _counts(table, by, groups, ax, "n_words", label("axis", "n_words"))
        ax.set_xlabel(label("axis", "per_100_words"))
        _limit(table, by, groups, ax)
        ax.set_yticks(range(len(groups)), [voice(g) if by == "speaker" else wrapped(heading(g), 26, 2) for g in groups])
    return ax


def _limit(table: pd.DataFrame, by: str, groups: Sequence[str], ax: Axes) -> None:
    """End the axis where what rests on enough passages ends; an arrow shows that a thin line goes on."""
    sound = table[table["n"] >= SMALL]
    right = 1.08 * max([1.0, *table["estimate"].dropna(), *sound["high"].dropna()])
    ax.set_xlim(-0.02 * right, right)
    for row in table[table["high"] > right].to_dict("records"):
        y, colour = _place(table, by, groups, row)
        ax.plot(right, y, marker=">", markersize=4, color=colour, clip_on=False)


def _place(table: pd.DataFrame, by: str, groups: Sequence[str], row: dict[str, Any]) -> tuple[float, str]:
    """Return how high a row of the table is drawn, and its colour."""
    measures = list(dict.fromkeys(table["measure"]))
    number = measures.index(row["measure"])
    return groups.index(row[by]) + (number - (len(measures) - 1) / 2) * 0.5 / len(measures), SERIES[
        number % len(SERIES)
    ][0]


def _points(table: pd.DataFrame, by: str, groups: Sequence[str], ax: Axes) -> None:
    """Draw one marker per group and score with its interval; small n is hollow."""
    handles = []
    for number, measure in enumerate(dict.fromkeys(table["measure"])):
        colour, marker, _ = SERIES[number % len(SERIES)]
        for row in table[table["measure"] == measure].dropna(subset=["estimate"]).to_dict("records"):
            y, _ = _place(table, by, groups, row)
            small = row["n"] < SMALL
            ax.plot(
                [row["low"], row["high"]],
                [y, y],
                color=colour,
                linewidth=0.8 if small else 1.8,
                solid_capstyle="butt",
                zorder=2,
            )
            ax.plot(
                row["estimate"],
                y,
                marker=marker,
                markersize=5 if small else 6,
                markeredgecolor=colour,
                markeredgewidth=1.2,
                markerfacecolor=PAPER if small else colour,
                linestyle="none",
                zorder=3,
            )
        handles.append(
            Line2D([], [], color=colour, marker=marker, markersize=6, linewidth=1.8, label=label("measure", measure))
        )
    hollow = Line2D(
        [],
        [],
        color=INK,
        marker="o",
        markersize=5,
        markerfacecolor=PAPER,
        linewidth=0.8,
        label=label("axis", "small").format(n=SMALL),
    )
    ax.legend(
        handles=[*handles, hollow],
        title=label("axis", "interval"),
        title_fontsize=7.5,
        alignment="left",
        loc="upper left",
        bbox_to_anchor=(-0.1, 0),
        borderaxespad=BELOW_AXIS_LABEL,
        ncols=2,
    )
    ax.set_ylim(max(len(groups), 1) - 0.5, -0.5)
    ax.grid(axis="x", color=RULE, linewidth=0.6)
    ax.tick_params(axis="y", length=0)
    ax.spines["left"].set_visible(False)


def _counts(table: pd.DataFrame, by: str, groups: Sequence[str], ax: Axes, column: str, title: str) -> None:
    """Write what each estimate rests on beside its row; several numbers if the scores differ in it."""
    beside, several = ax.get_yaxis_transform(), False
    for y, group in enumerate(groups):
        rests_on = dict.fromkeys(f"{n:.0f}" for n in table.loc[table[by] == group, column])
        ax.text(1.07, y, " / ".join(rests_on), transform=beside, ha="center", va="center", size=7.5)
        several = several or len(rests_on) > 1
    if several:
        title += "\n" + " / ".join(symbol for _, (_, _, symbol) in zip(table["measure"].unique(), SERIES))
    ax.annotate(
        title, (1.07, 1), xycoords="axes fraction", xytext=(0, 4), textcoords="offset points", ha="center", size=7.5
    )
