"""Who speaks how much, and where: words by voice and section, and the article as a timeline."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import seaborn as sns
from matplotlib.axes import Axes
from matplotlib.patches import Patch

from stimmlage.display.labels import label
from stimmlage.display.style import (
    BELOW_AXIS_LABEL,
    FAINT,
    INK,
    MODES,
    PAPER,
    RULE,
    canvas,
    heading,
    ordered,
    voice,
    wrapped,
)


def words(table: pd.DataFrame, ax: Axes | None = None, order: Sequence[str] | None = None) -> Axes:
    """Draw how many words each voice has in each section, as a table of shaded cells.

    Parameters
    ----------
    table : DataFrame
        `speaker`, `section`, `n_words`; rows of the same voice and section are added up. Sections
        keep the order of the table.
    ax : Axes, optional
    order : sequence of str, optional
        The voices from top to bottom; without it those with most words come first.
    """
    speakers = ordered(table, "speaker", order) if "speaker" in table else []
    with canvas(table, ("speaker", "section", "n_words"), ax, (7.2, 1.6 + 0.27 * len(speakers))) as ax:
        sections = list(dict.fromkeys(table["section"]))
        cells = table.pivot_table(index="speaker", columns="section", values="n_words", aggfunc="sum")
        cells = cells.reindex(index=speakers, columns=sections).astype(float)
        if speakers:
            sns.heatmap(
                cells.mask(cells == 0),
                ax=ax,
                cmap="Blues",
                vmin=0,
                annot=True,
                fmt=".0f",
                linewidths=0.8,
                linecolor=PAPER,
                cbar=False,
                annot_kws={"size": 8},
            )
        totals = cells.sum(axis=1)
        ax.set_yticks([i + 0.5 for i in range(len(speakers))], [voice(s) for s in speakers], rotation=0)
        ax.set_xticks(
            [i + 0.5 for i in range(len(sections))],
            [wrapped(heading(s), 26, 3) for s in sections],
            rotation=45,
            ha="left",
            rotation_mode="anchor",
            size=7.5,
        )
        ax.xaxis.tick_top()
        ax.tick_params(length=0)
        for row, total in enumerate(totals):
            ax.text(
                len(sections) + 0.15,
                row + 0.5,
                f"{total:.0f}  ({100 * total / totals.sum():.0f} %)",
                va="center",
                size=8,
            )
        ax.text(len(sections) + 0.15, -0.25, label("axis", "words"), va="center", size=8, weight="bold")
        ax.axhline(len(speakers), color=RULE, linewidth=0.8)
        ax.set(xlabel="", ylabel="")
    return ax


def timeline(table: pd.DataFrame, ax: Axes | None = None, order: Sequence[str] | None = None) -> Axes:
    """Draw the article from left to right, each voice in a lane of its own.

    Parameters
    ----------
    table : DataFrame
        A row per passage in reading order: `speaker`, `mode`, `section`, `n_words`.
    ax : Axes, optional
    order : sequence of str, optional
        The voices from top to bottom; without it those with most words come first.
    """
    speakers = ordered(table, "speaker", order) if "speaker" in table else []
    with canvas(table, ("speaker", "mode", "section", "n_words"), ax, (7.2, 1.9 + 0.24 * len(speakers))) as ax:
        placed = table.assign(stop=table["n_words"].cumsum().astype(float), lane=table["speaker"].map(speakers.index))
        placed = placed.assign(first=placed["stop"] - placed["n_words"].astype(float))
        for lane in range(len(speakers)):
            ax.axhline(lane, color=RULE, linewidth=0.6, zorder=0)
        for (mode, lane), bars in placed.groupby(["mode", "lane"], sort=False):
            colour, hatch = MODES.get(str(mode), (FAINT, ""))
            ax.broken_barh(
                list(zip(bars["first"], bars["stop"] - bars["first"])),
                (lane - 0.36, 0.72),
                facecolor=colour,
                hatch=hatch,
                edgecolor=INK,
                linewidth=0.5,
            )
        _section_borders(placed, ax)
        ax.set_yticks(range(len(speakers)), [voice(s) for s in speakers])
        ax.set(
            xlim=(0, max([1.0, *placed["stop"]])), ylim=(len(speakers) - 0.4, -0.6), xlabel=label("axis", "position")
        )
        ax.spines["left"].set_visible(False)
        ax.tick_params(axis="y", length=0)
        _mode_legend(placed["mode"], ax)
    return ax


def _section_borders(placed: pd.DataFrame, ax: Axes) -> None:
    """Draw a line where a section begins, and its heading above."""
    begins = placed.drop_duplicates("section")
    for first, name in zip(begins["first"], begins["section"]):
        ax.axvline(first, color=FAINT, linewidth=0.7, linestyle=(0, (4, 2)), zorder=0)
        ax.annotate(
            wrapped(heading(name), 22),
            (first, 1),
            xycoords=("data", "axes fraction"),
            xytext=(1, 3),
            textcoords="offset points",
            rotation=38,
            rotation_mode="anchor",
            size=7,
            va="bottom",
        )


def _mode_legend(modes: pd.Series, ax: Axes) -> None:
    shown = [m for m in MODES if m in set(modes)]
    handles = [
        Patch(facecolor=MODES[m][0], hatch=MODES[m][1], edgecolor=INK, linewidth=0.5, label=label("mode", m))
        for m in shown
    ]
    ax.legend(
        handles=handles,
        ncols=3,
        loc="upper left",
        bbox_to_anchor=(0, 0),
        borderaxespad=BELOW_AXIS_LABEL,
        handlelength=2.2,
    )
