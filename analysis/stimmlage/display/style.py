"""What all charts share: the canvas, colours that survive greyscale, the order of voices."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import matplotlib as mpl
import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes

from stimmlage.display.labels import label
from stimmlage.errors import ColumnError

INK = "#222222"
FAINT = "#767676"
RULE = "#d0d0d0"
PAPER = "#ffffff"

# Okabe & Ito (2008), "Color Universal Design": told apart by the colour-blind; the hatch does it in greyscale.
MODES = {
    "narration": ("#e4e4e4", ""),
    "direct": ("#0072b2", ""),
    "indirect": ("#e69f00", "////"),
    "indirect_free_indirect": ("#009e73", "\\\\\\\\"),
    "free_indirect": ("#cc79a7", "----"),
    "reported": ("#f0e442", "xxxx"),
}
SERIES = (("#0072b2", "o", "●"), ("#d55e00", "s", "■"), ("#009e73", "D", "◆"), ("#cc79a7", "^", "▲"))
"""Colour and marker of each score in one chart, and the marker as a character."""
SUPPORT, OPPOSITION = "#0072b2", "#d55e00"
BELOW_AXIS_LABEL = 4.6
"""How far below the axes a legend stands, in font sizes, so that the axis label has room."""
LONGEST_NAME = 38
"""A longer name of a voice is cut, so that it leaves room for the chart."""

RC: Any = {
    "font.family": "DejaVu Sans",  # ships with matplotlib: the same on every machine
    "font.size": 9,
    "axes.titlesize": 9,
    "axes.labelsize": 9,
    "axes.labelcolor": INK,
    "axes.edgecolor": FAINT,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.axisbelow": True,
    "grid.color": RULE,
    "grid.linewidth": 0.6,
    "hatch.linewidth": 0.6,
    "legend.frameon": False,
    "legend.fontsize": 8,
    "text.color": INK,
    "xtick.color": INK,
    "ytick.color": INK,
    "text.usetex": False,
    "svg.fonttype": "none",
    "svg.hashsalt": "stimmlage",
}


@contextmanager
def house_style() -> Iterator[None]:
    """Draw in the house style, and put back afterwards what it sets, and nothing else.

    `matplotlib.rc_context` would put back `interactive`, too, which a notebook's backend switches on when
    the first figure is made: every figure after it would be missing.
    """
    before = {key: mpl.rcParams[key] for key in RC}
    mpl.rcParams.update(RC)
    try:
        yield
    finally:
        mpl.rcParams.update(before)


@contextmanager
def canvas(table: pd.DataFrame, needs: Sequence[str], ax: Axes | None, size: tuple[float, float]) -> Iterator[Axes]:
    """Give the axes to draw on, in the house style; make a figure of `size` inches if there are none.

    Raises
    ------
    ColumnError
        If the table lacks a column that the chart needs.
    """
    missing = [c for c in needs if c not in table.columns]
    if missing:
        raise ColumnError(f"This chart needs the columns {list(needs)}; the table lacks {missing}.")
    with house_style():
        if ax is None:
            _, ax = plt.subplots(figsize=size, layout="constrained")
        ax.spines[:].set_color(FAINT)  # axes made elsewhere do not know the house style
        ax.spines[["top", "right"]].set_visible(False)
        yield ax


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


def wrapped(text: str, width: int, lines: int = 4) -> str:
    """Break a label into short lines between words; what does not fit ends in an ellipsis."""
    return "\n".join(textwrap.wrap(text, width, max_lines=lines, placeholder=" …", break_long_words=False))
