"""Who speaks how much, and where: words by voice and section, the article as a timeline, shares as it goes on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
import seaborn as sns
from matplotlib.axes import Axes
from matplotlib.patches import Patch

from stimmlage.display.labels import label
from stimmlage.display.style import FAINT, INK, RULE, axes, chart, heading, legend_below, ordered, quiet, voice, wrapped

# The colours of Okabe & Ito; the hatch tells the modes apart in greyscale.
MODES = {
    "narration": ("#e4e4e4", ""),
    "heading": ("#e4e4e4", ".."),
    "direct": ("#0072b2", ""),
    "indirect": ("#e69f00", "////"),
    "indirect_free_indirect": ("#009e73", "\\\\\\\\"),
    "free_indirect": ("#cc79a7", "----"),
    "reported": ("#f0e442", "xxxx"),
}
_SHOWN = 6


@chart("speaker", "section", "n_words")
def words(table: pd.DataFrame, ax: Axes | None = None, order: Sequence[str] | None = None) -> Axes:
    """Draw how many words each voice has in each section, as a table of shaded cells (seaborn's heatmap).

    Parameters
    ----------
    table : DataFrame
        `speaker`, `section`, `n_words`; rows of the same voice and section are added up. Sections
        keep the order of the table.
    ax : Axes, optional
    order : sequence of str, optional
        The voices from top to bottom; without it those with most words come first.
    col, row : str, optional
        Columns to facet by; then seaborn's FacetGrid is returned.
    """
    speakers, sections = ordered(table, "speaker", order), list(dict.fromkeys(table["section"]))
    ax = axes(ax, 1.7 + 0.23 * len(speakers))
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
            linecolor=ax.get_facecolor(),
            cbar=False,
        )
    ax.set_yticks([i + 0.5 for i in range(len(speakers))], [voice(s) for s in speakers], rotation=0)
    ax.set_xticks(
        [i + 0.5 for i in range(len(sections))],
        [wrapped(heading(s), 24, 3) for s in sections],
        rotation=45,
        ha="left",
        rotation_mode="anchor",
    )
    ax.xaxis.tick_top()
    ax.tick_params(length=0)
    totals = cells.sum(axis=1)
    for place, total in enumerate(totals):
        share = f"{total:.0f}  ({100 * total / totals.sum():.0f} %)"
        ax.annotate(share, (len(sections), place + 0.5), xytext=(4, 0), textcoords="offset points", va="center")
    ax.annotate(label("axis", "words"), (len(sections), 0), xytext=(4, 4), textcoords="offset points", weight="bold")
    ax.set(xlabel="", ylabel="")
    return ax


@chart("speaker", "mode", "section", "n_words")
def timeline(
    table: pd.DataFrame,
    ax: Axes | None = None,
    order: Sequence[str] | None = None,
    palette: Mapping[str, str] | None = None,
) -> Axes:
    """Draw one article from left to right, each voice in a lane of its own.

    Parameters
    ----------
    table : DataFrame
        A row per passage in reading order: `speaker`, `mode`, `section`, `n_words`.
    ax : Axes, optional
    order : sequence of str, optional
        The voices from top to bottom; without it those with most words come first.
    palette : mapping, optional
        The colour of each mode, instead of the kit's.
    col, row : str, optional
        Columns to facet by, such as `doc_id`; then seaborn's FacetGrid is returned.

    Raises
    ------
    OptionError
        If the table has several articles (`doc_id`): they have no common order.
    """
    if "doc_id" in table.columns and table["doc_id"].nunique() > 1:
        from stimmlage.errors import OptionError

        raise OptionError("A timeline is of one article; this table has several. Give col='doc_id' for one each.")
    speakers = ordered(table, "speaker", order)
    ax = axes(ax, 2.0 + 0.21 * len(speakers))
    colours = {mode: colour for mode, (colour, _) in MODES.items()} | dict(palette or {})
    placed = table.assign(stop=table["n_words"].cumsum().astype(float), lane=table["speaker"].map(speakers.index))
    placed = placed.assign(first=placed["stop"] - placed["n_words"].astype(float)).query("n_words > 0")
    for lane in range(len(speakers)):
        ax.axhline(lane, color=RULE, linewidth=0.6, zorder=0)
    for (mode, lane), bars in placed.groupby(["mode", "lane"], sort=False):
        ax.broken_barh(
            list(zip(bars["first"], bars["stop"] - bars["first"])),
            (lane - 0.36, 0.72),
            facecolor=colours.get(str(mode), FAINT),
            hatch=MODES.get(str(mode), ("", ""))[1],
            edgecolor=INK,
            linewidth=0.5,
        )
    _section_borders(placed, ax)
    ax.set_yticks(range(len(speakers)), [voice(s) for s in speakers])
    ax.set(xlim=(0, max([1.0, *placed["stop"]])), ylim=(len(speakers) - 0.4, -0.6), xlabel=label("axis", "position"))
    quiet(ax)
    shown = [m for m in MODES if m in set(placed["mode"])]
    swatches = [
        Patch(facecolor=colours[m], hatch=MODES[m][1], edgecolor=INK, linewidth=0.5, label=label("mode", m))
        for m in shown
    ]
    legend_below(ax, handles=swatches, handlelength=2.2)
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


@chart("speaker", "n_words")
def shares(table: pd.DataFrame, ax: Axes | None = None, order: Sequence[str] | None = None) -> Axes:
    """Draw how large the share of each voice has been up to each point of the article (seaborn's lineplot).

    Parameters
    ----------
    table : DataFrame
        A row per passage in reading order: `speaker`, `n_words`.
    ax : Axes, optional
    order : sequence of str, optional
        The voices that have a line, six at most; the others are one line.
    col, row : str, optional
        Columns to facet by, such as `doc_id`.
    """
    shown = ordered(table, "speaker", order)[:_SHOWN]
    ax = axes(ax, 3.0)
    read = table["n_words"].astype(float).cumsum()
    lines = []
    for name, mine in (*((s, table["speaker"] == s) for s in shown), ("others", ~table["speaker"].isin(shown))):
        if mine.any():
            share = 100 * table["n_words"].astype(float).where(mine, 0).cumsum() / read
            called = label("voice", "others") if name == "others" else voice(name)
            lines.append(pd.DataFrame({"position": read, "share": share, "voice": called}))
    if lines:
        drawn = pd.concat(lines, ignore_index=True).query("position > 0")
        sns.lineplot(
            drawn, x="position", y="share", hue="voice", style="voice", ax=ax, errorbar=None, drawstyle="steps-post"
        )
        ax.legend_ = None
        legend_below(ax, ncols=3)
    ax.set(ylim=(0, 100), xlim=(0, max([1.0, *read])), xlabel=label("axis", "position"), ylabel=label("axis", "share"))
    sns.despine(ax=ax)
    return ax
