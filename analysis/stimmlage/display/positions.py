"""Where the voices stand, who is tied to what by them, and how the verbs that report them frame what they say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
import seaborn as sns
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.ticker import MaxNLocator

from stimmlage.display.labels import chosen, label
from stimmlage.display.style import FAINT, INK, RULE, axes, chart, legend_below, ordered, quiet, voice, wrapped

SIDES = {"support": "^", "opposition": "v", "doubt": "D", "mixed": "o"}
"""The sign of each side: it is told apart without colour."""
_BROKEN = (0, (3, 2))
_FRAMINGS = ("neutral", "distancing", "endorsing")


def side_of(values: pd.Series) -> str:
    """Name the side of some positions: 1 for, -1 against, 0 doubt, and `mixed` if there are several."""
    sides = set(values.map({1.0: "support", -1.0: "opposition", 0.0: "doubt"}))
    return sides.pop() if len(sides) == 1 else "mixed"


@chart("speaker", "target", "value")
def stance(table: pd.DataFrame, ax: Axes | None = None, order: Sequence[str] | None = None) -> Axes:
    """Draw what each voice is for and against, and what it doubts (seaborn's scatterplot).

    Parameters
    ----------
    table : DataFrame
        A row per position: `speaker`, `target`, `value` (1 for, -1 against, 0 doubt); optionally `confirmed`: what
        a check has not confirmed is hollow; and `label_en`, `label_de`: what to call the target. Targets keep the
        order of the table. No sign means that nothing was found, not that a voice is neutral.
    ax : Axes, optional
    order : sequence of str, optional
        The voices from top to bottom.
    col, row : str, optional
        Columns to facet by.
    """
    speakers, targets = ordered(table, "speaker", order), list(dict.fromkeys(table["target"]))
    ax = axes(ax, 2.2 + 0.22 * len(speakers))
    known = table.assign(confirmed=table["confirmed"] if "confirmed" in table.columns else True)
    cells = known.groupby(["speaker", "target"], sort=False).agg(
        side=("value", side_of), n=("value", "size"), confirmed=("confirmed", "all")
    )
    cells = cells.reset_index().assign(
        x=lambda t: t["target"].map(targets.index), y=lambda t: t["speaker"].map(speakers.index)
    )
    colours = _colours()
    for confirmed, drawn in cells.groupby("confirmed"):
        sns.scatterplot(
            drawn,
            x="x",
            y="y",
            hue="side",
            style="side",
            hue_order=list(SIDES),
            style_order=list(SIDES),
            palette=colours,
            markers=SIDES,
            s=70,
            ax=ax,
            legend=False,
        )
        if not confirmed:
            ax.collections[-1].set(
                edgecolor=[colours[s] for s in drawn["side"]], facecolor=ax.get_facecolor(), linewidth=1.3
            )
    for row in cells[cells["n"] > 1].to_dict("records"):
        ax.annotate(f"{row['n']}", (row["x"], row["y"]), xytext=(6, 0), textcoords="offset points", va="center", size=7)
    ax.set_xticks(
        range(len(targets)),
        [wrapped(t, 20) for t in _called(table, targets)],
        rotation=45,
        ha="left",
        rotation_mode="anchor",
    )
    ax.set_yticks(range(len(speakers)), [voice(s) for s in speakers])
    ax.set(xlim=(-0.6, max(len(targets), 1) - 0.4), ylim=(max(len(speakers), 1) - 0.4, -0.6), xlabel="", ylabel="")
    ax.xaxis.tick_top()
    ax.grid(color=RULE, linewidth=0.6)
    ax.set_axisbelow(True)
    ax.tick_params(length=0)
    ax.spines[:].set_visible(False)
    _side_legend(ax, [s for s in SIDES if s in set(cells["side"])], hollow="confirmed" in table.columns)
    return ax


def _called(table: pd.DataFrame, targets: Sequence[str]) -> list[str]:
    """Return what to call targets: as the table says in the chosen language, else as they are."""
    column = f"label_{chosen()}"
    if column not in table.columns:
        return list(targets)
    names = table.drop_duplicates("target").set_index("target")[column]
    return [str(names[t]) for t in targets]


def _colours() -> dict[str, str]:
    first, second, third, fourth = sns.color_palette(n_colors=4).as_hex()
    return {"support": first, "opposition": second, "doubt": third, "mixed": fourth}


def _side_legend(ax: Axes, sides: Sequence[str], hollow: bool) -> None:
    colours = _colours()
    signs = [_sign(SIDES[s], colours[s], label("stance", s)) for s in sides]
    if hollow:
        signs.append(_sign("o", INK, label("stance", "unconfirmed")))
        signs[-1].set_markerfacecolor("none")
    legend_below(ax, handles=signs, ncols=5, borderaxespad=0.5)


def _sign(marker: str, colour: str, said: str, line: Any = "none") -> Line2D:
    return Line2D([], [], linestyle=line, marker=marker, color=colour, markersize=6, label=said)


@chart("speaker", "target", "value")
def network(table: pd.DataFrame, ax: Axes | None = None, order: Sequence[str] | None = None) -> Axes:
    """Draw voices and targets as a network: a line for each tie, its sign, and who says that it is so.

    Parameters
    ----------
    table : DataFrame
        A row per position: `speaker` (the holder), `target`, `value`; optionally `voice`: who says so. A position
        that the author tells of somebody (`voice` is `author`) is a broken line.
    ax : Axes, optional
    order : sequence of str, optional
        The voices from top to bottom.
    col, row : str, optional
        Columns to facet by.
    """
    speakers, targets = ordered(table, "speaker", order), list(dict.fromkeys(table["target"]))
    ax = axes(ax, 0.9 + 0.25 * max(len(speakers), len(targets)))
    tall = max(len(speakers), len(targets), 1)
    left = {s: (i + 0.5) * tall / len(speakers) for i, s in enumerate(speakers)}
    right = {t: (i + 0.5) * tall / len(targets) for i, t in enumerate(targets)}
    colours = _colours()
    told = table["voice"] == "author" if "voice" in table.columns else pd.Series(False, index=table.index)
    ties = table.assign(told=told).groupby(["speaker", "target"], sort=False)
    ties = ties.agg(side=("value", side_of), n=("value", "size"), told=("told", "all")).reset_index()
    for number, row in enumerate(ties.to_dict("records")):
        ends = left[row["speaker"]], right[row["target"]]
        style: Any = _BROKEN if row["told"] else "-"
        ax.plot([0, 1], ends, color=colours[row["side"]], linewidth=1 + 0.8 * (row["n"] - 1), linestyle=style, zorder=1)
        at = 0.25 + 0.5 * ((number * 0.382) % 1)  # signs of lines that cross do not lie on each other
        ax.plot(
            at,
            ends[0] + at * (ends[1] - ends[0]),
            marker=SIDES[row["side"]],
            color=colours[row["side"]],
            markersize=5,
            linestyle="none",
        )
    for places, x, side in ((left, 0, "right"), (right, 1, "left")):
        for name, y in places.items():
            called = voice(name) if side == "right" else wrapped(_called(table, [name])[0], 24, 2)
            ax.plot(x, y, marker="o", color=INK, markersize=4, linestyle="none", zorder=3)
            ax.annotate(
                called,
                (x, y),
                xytext=(-6 if side == "right" else 6, 0),
                textcoords="offset points",
                ha=side,
                va="center",
            )
    ax.set(xlim=(-0.02, 1.02), ylim=(tall, 0))
    ax.axis("off")
    signs = [_sign(SIDES[s], colours[s], label("stance", s), "-") for s in SIDES if s in set(ties["side"])]
    if "voice" in table.columns:
        signs += [_sign("", INK, label("stance", "own"), "-"), _sign("", INK, label("stance", "told"), _BROKEN)]
    legend_below(ax, handles=signs, ncols=3, borderaxespad=0.5)
    return ax


@chart("verb", "framing", "n")
def framing(table: pd.DataFrame, ax: Axes | None = None) -> Axes:
    """Draw the reporting verbs, grouped by how they frame what is said, a dot each (seaborn's scatterplot).

    Parameters
    ----------
    table : DataFrame
        `verb`, `framing`, `n`; optionally `speakers`, who is reported with the verb.
    ax : Axes, optional
    col, row : str, optional
        Columns to facet by.
    """
    kinds = sorted(
        dict.fromkeys(table["framing"]),
        key=lambda k: (_FRAMINGS.index(k) if k in _FRAMINGS else 9, -table.loc[table["framing"] == k, "n"].sum()),
    )
    ax = axes(ax, 0.9 + 0.17 * (len(table) + 1.2 * len(kinds)))
    y, drawn, heads = 0.0, [], []
    for kind in kinds:
        heads.append((y, kind))
        rows = table[table["framing"] == kind].sort_values("n", ascending=False, kind="stable")
        drawn.append(rows.assign(y=[y + i + 1 for i in range(len(rows))]))
        y += len(rows) + 1.2
    if drawn:
        dots = pd.concat(drawn)
        sns.scatterplot(
            dots,
            x="n",
            y="y",
            hue="framing",
            hue_order=kinds,
            palette=sns.color_palette(n_colors=len(kinds)),
            ax=ax,
            s=32,
            legend=False,
            zorder=3,
        )
        ax.hlines(dots["y"], 0, dots["n"], color=FAINT, linewidth=0.6, zorder=0)
        for row in dots.to_dict("records"):
            if row.get("speakers"):
                beside = wrapped(str(row["speakers"]), 36, 3)
                ax.annotate(
                    beside, (row["n"], row["y"]), xytext=(6, 0), textcoords="offset points", va="center", size=7
                )
        ax.set_yticks([*dots["y"], *(h for h, _ in heads)], [*dots["verb"], *(label("framing", k) for _, k in heads)])
        for tick in ax.get_yticklabels()[len(dots) :]:
            tick.set_fontweight("bold")
    ax.set(
        ylim=(y - 0.5, -0.8),
        xlim=(0, 1.4 * table["n"].max() if len(table) else 1),
        xlabel=label("axis", "n_verbs"),
        ylabel="",
    )
    ax.xaxis.set_major_locator(MaxNLocator(integer=True))
    quiet(ax)
    return ax
