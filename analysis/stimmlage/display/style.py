"""What all charts share: axes, facets, the order of voices, and the style of the study's own figures."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import wraps
from typing import Any

import matplotlib as mpl
import matplotlib.pyplot as plt
import pandas as pd
import seaborn as sns
from cycler import cycler
from matplotlib.axes import Axes

from stimmlage.display.labels import label
from stimmlage.errors import ColumnError, OptionError

INK = "#222222"
FAINT = "#767676"
RULE = "#d0d0d0"
PALETTE = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00", "#8c6d31", "#222222")
"""Okabe & Ito (2008), "Color Universal Design": told apart by the colour-blind."""
MARKERS = ("o", "s", "D", "^")
LONGEST_NAME = 38
"""A longer name of a voice is cut, so that it leaves room for the chart."""
WIDTH = 6.3
"""Inches: the text width of a page, so that text is printed in the size that it is drawn in."""

RC: Any = {
    "font.family": "DejaVu Sans",  # ships with matplotlib: the same on every machine
    "font.size": 8,
    "axes.titlesize": 8,
    "axes.labelsize": 8,
    "axes.labelcolor": INK,
    "axes.edgecolor": FAINT,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.axisbelow": True,
    "axes.prop_cycle": cycler(color=PALETTE),
    "grid.color": RULE,
    "grid.linewidth": 0.6,
    "hatch.linewidth": 0.6,
    "legend.frameon": False,
    "legend.fontsize": 7.5,
    "legend.title_fontsize": 7.5,
    "xtick.labelsize": 7.5,
    "ytick.labelsize": 7.5,
    "text.color": INK,
    "xtick.color": INK,
    "ytick.color": INK,
    "text.usetex": False,
    "svg.fonttype": "none",
    "svg.hashsalt": "stimmlage",
}


@contextmanager
def house_style() -> Iterator[None]:
    """Draw in the style of the study's figures, and put back afterwards what it sets, and nothing else.

    `matplotlib.rc_context` would put back `interactive`, too, which a notebook's backend switches on when
    the first figure is made: every figure after it would be missing.
    """
    before = {key: mpl.rcParams[key] for key in RC}
    mpl.rcParams.update(RC)
    try:
        yield
    finally:
        mpl.rcParams.update(before)


def chart(*needs: str) -> Callable[[Callable[..., Axes]], Callable[..., Any]]:
    """Make a chart of a function that draws a table on axes: it checks the columns, makes axes, and facets.

    Colours, sizes and fonts are those that are set (`sns.set_theme`, `sns.set_palette`, rcParams).
    """

    def made(draw: Callable[..., Axes]) -> Callable[..., Any]:
        @wraps(draw)
        def drawn(
            table: pd.DataFrame,
            ax: Axes | None = None,
            *,
            col: str | None = None,
            row: str | None = None,
            **options: Any,
        ) -> Any:
            facets = {k: v for k, v in (("col", col), ("row", row)) if v is not None}
            if missing := [c for c in (*needs, *facets.values()) if c not in table.columns]:
                raise ColumnError(f"This chart needs the columns {list(needs)}; the table lacks {missing}.")
            if not facets:
                return draw(table, ax, **options)
            if ax is not None:
                raise OptionError("With `col` or `row` a chart makes its own axes; leave `ax` out.")
            grid = sns.FacetGrid(table, **facets, height=3, aspect=1.4, sharex=False, sharey=False)
            grid.map_dataframe(lambda data, **_: draw(data, plt.gca(), **options))
            for axes in grid.axes.flat[1:]:
                if legend := axes.get_legend():
                    legend.remove()
            return grid.set_titles(row_template="{row_name}", col_template="{col_name}").tight_layout()

        return drawn

    return made


def axes(ax: Axes | None, height: float, width: float = WIDTH) -> Axes:
    """Return the axes to draw on; a figure is made if there are none, larger where text is larger."""
    if ax is not None:
        return ax
    scale = mpl.rcParams["font.size"] / RC["font.size"]
    drawn: Axes = plt.subplots(figsize=(width * scale, height * scale), layout="constrained")[1]
    return drawn


def quiet(ax: Axes, spines: Sequence[str] = ("top", "right", "left")) -> None:
    """Take away the ticks of the voices, and lines that say nothing."""
    ax.tick_params(axis="y", length=0)
    ax.spines[list(spines)].set_visible(False)


def ordered(table: pd.DataFrame, column: str, order: Sequence[str] | None = None) -> list[str]:
    """Return the groups of a column: in the order given, else by words, the most first.

    Groups that `order` does not name follow; a table without `n_words` keeps its own order.
    """
    present = list(dict.fromkeys(table[column]))
    if order is not None:
        return [g for g in order if g in present] + [g for g in present if g not in order]
    if "n_words" not in table.columns:
        return present
    # a table with several scores per group repeats the words of the group
    words = table.groupby(column, sort=False)["n_words"].sum()
    return sorted(present, key=lambda g: -words[g])


def voice(name: str) -> str:
    """Return what to call a voice: a name is its own label, the author and nobody have one."""
    name = label("voice", name or "unattributed")
    return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1].rstrip() + "…"


def heading(text: str) -> str:
    """Return what to call a section; the text before the first heading has none of its own."""
    return text or label("section", "lead")


def named(group: str, by: str) -> str:
    """Return what to call a group on an axis: a voice, a section, or what it is itself."""
    return voice(group) if by == "speaker" else wrapped(heading(group), 26, 2) if by == "section" else str(group)


def wrapped(text: str, width: int, lines: int = 4) -> str:
    """Break a label into short lines between words; what does not fit ends in an ellipsis."""
    return "\n".join(textwrap.wrap(text, width, max_lines=lines, placeholder=" …", break_long_words=False))


def legend_below(ax: Axes, **options: Any) -> None:
    """Put the legend under the axes, to the left, below the label of the axis."""
    handles, labels = ax.get_legend_handles_labels()
    if not (handles or options.get("handles")):
        return
    given: dict[str, Any] = {
        "handles": handles,
        "loc": "upper left",
        "bbox_to_anchor": (0, -0.02),
        "borderaxespad": 3.6,
        "alignment": "left",
        "ncols": 3,
        "columnspacing": 1.2,
    }
    if "handles" not in options:
        given["labels"] = labels
    ax.legend(**(given | options))
