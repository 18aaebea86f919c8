"""Where the voices stand, and how the verbs that report them frame what they say."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.patches import Patch, Rectangle
from matplotlib.ticker import MaxNLocator

from stimmlage.display.labels import label
from stimmlage.display.style import FAINT, INK, OPPOSITION, PAPER, RULE, SUPPORT, canvas, ordered, voice, wrapped

_DIVERGING = LinearSegmentedColormap.from_list("stance", [OPPOSITION, "#f2f2f2", SUPPORT])
_SYMBOLS = {"support": "▲", "mixed": "◆", "opposition": "▼"}
_FRAMINGS = {"neutral": ("#c9c9c9", ""), "distancing": ("#e69f00", "////"), "endorsing": ("#0072b2", "")}
_OTHER = ("#8fd3bd", "----")


def stance(table: pd.DataFrame, ax: Axes | None = None, order: Sequence[str] | None = None) -> Axes:
    """Draw what each voice is for and against; a blank cell means that nothing is said.

    Parameters
    ----------
    table : DataFrame
        `speaker`, `target`, `value` in [-1, 1], `n` pieces of evidence; a row per voice and target.
        Targets keep the order of the table.
    ax : Axes, optional
    order : sequence of str, optional
        The voices from top to bottom.
    """
    speakers = ordered(table, "speaker", order) if "speaker" in table else []
    targets = list(dict.fromkeys(table["target"])) if "target" in table else []
    size = (2.4 + 0.8 * len(targets), 1.9 + 0.32 * len(speakers))
    with canvas(table, ("speaker", "target", "value", "n"), ax, size) as ax:
        for row in table.dropna(subset=["value"]).to_dict("records"):
            _cell(ax, targets.index(row["target"]), speakers.index(row["speaker"]), row["value"], row["n"])
        ax.set(xlim=(0, max(len(targets), 1)), ylim=(max(len(speakers), 1), 0))
        ax.set_xticks(range(len(targets) + 1), minor=True)
        ax.set_yticks(range(len(speakers) + 1), minor=True)
        ax.grid(which="minor", color=RULE, linewidth=0.6)
        ax.tick_params(which="both", length=0)
        ax.set_yticks([i + 0.5 for i in range(len(speakers))], [voice(s) for s in speakers])
        ax.set_xticks(
            [i + 0.5 for i in range(len(targets))],
            [wrapped(t, 22) for t in targets],
            rotation=45,
            ha="left",
            rotation_mode="anchor",
            size=8,
        )
        ax.xaxis.tick_top()
        ax.spines[:].set_visible(False)
        handles = [
            Patch(facecolor=_DIVERGING(shade), edgecolor=RULE, label=f"{_SYMBOLS[kind]} {label('stance', kind)}")
            for kind, shade in (("support", 1.0), ("mixed", 0.5), ("opposition", 0.0))
        ]
        ax.legend(
            handles=handles,
            title=label("axis", "evidence"),
            title_fontsize=7.5,
            alignment="left",
            handlelength=1.2,
            loc="upper left",
            bbox_to_anchor=(0, 0),
            borderaxespad=0.4,
            ncols=3,
            columnspacing=1.2,
        )
    return ax


def _cell(ax: Axes, column: int, row: int, value: float, n: int) -> None:
    colour = _DIVERGING((value + 1) / 2)
    kind = "support" if value > 0 else "opposition" if value < 0 else "mixed"
    dark = 0.299 * colour[0] + 0.587 * colour[1] + 0.114 * colour[2] < 0.55
    ax.add_patch(Rectangle((column + 0.04, row + 0.06), 0.92, 0.88, facecolor=colour, linewidth=0))
    ax.text(
        column + 0.5,
        row + 0.52,
        f"{_SYMBOLS[kind]} {n:.0f}",
        ha="center",
        va="center",
        size=8,
        color=PAPER if dark else INK,
    )


def framing(table: pd.DataFrame, ax: Axes | None = None) -> Axes:
    """Draw the reporting verbs, grouped by how they frame what is said.

    Parameters
    ----------
    table : DataFrame
        `verb`, `framing`, `n`; optionally `speakers`, who is reported with the verb.
    ax : Axes, optional
    """
    kinds = list(dict.fromkeys(table["framing"])) if "framing" in table else []
    with canvas(table, ("verb", "framing", "n"), ax, (6.4, 0.9 + 0.25 * (len(table) + len(kinds)))) as ax:
        kinds = sorted(kinds, key=lambda k: (k != "neutral", -table.loc[table["framing"] == k, "n"].sum()))
        y, ticks = 0.0, []
        for kind in kinds:
            rows = table[table["framing"] == kind].sort_values("n", ascending=False, kind="stable")
            ax.text(0, y, label("framing", kind), weight="bold", va="center", size=8)
            colour, hatch = _FRAMINGS.get(kind, _OTHER)
            for place, row in enumerate(rows.to_dict("records"), start=1):
                ax.barh(y + place, row["n"], height=0.7, facecolor=colour, hatch=hatch, edgecolor=INK, linewidth=0.5)
                ticks.append((y + place, row["verb"]))
                beside = wrapped(f"{row['n']:.0f}   {row.get('speakers') or ''}", 64, 2)
                ax.annotate(
                    beside,
                    (row["n"], y + place),
                    xytext=(4, 0),
                    textcoords="offset points",
                    va="center",
                    size=7,
                    linespacing=1,
                )
            y += len(rows) + 1.3
        ax.set_yticks([t[0] for t in ticks], [t[1] for t in ticks])
        ax.set(
            ylim=(y - 0.6, -0.7),
            xlim=(0, table["n"].max() * 1.05 if len(table) else 1),
            xlabel=label("axis", "n_verbs"),
        )
        ax.xaxis.set_major_locator(MaxNLocator(integer=True))
        ax.tick_params(axis="y", length=0)
        ax.spines["left"].set_color(FAINT)
    return ax
