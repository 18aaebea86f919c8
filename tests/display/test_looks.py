"""How each chart looks, line by line: what is drawn where, in which colour and size, with which frame, ticks and legend.

What is kept is in `tests/snapshots/charts.txt`. If a chart was changed on purpose, look at it, and copy
`tests/snapshots/charts.new.txt` over it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

import matplotlib
import matplotlib.pyplot as pyplot
import numpy as np
import pandas as pd
import pytest
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection, PolyCollection
from matplotlib.colors import to_hex
from tests.display.drawn import CHARTS, COUNTED, HITS, KEYS, PASSAGES, STANCES, SUMMARY, TRENDS, VERBS
from tests.held import held

import stimmlage as sl
from stimmlage.display import labels


def rounded(values: Any) -> list[float]:
    return [round(float(x), 2) + 0.0 for x in np.ravel(np.ma.filled(np.ma.asarray(values, float), np.nan))]


def colours(given: Any) -> list[str]:
    return [to_hex(c, keep_alpha=True) for c in np.atleast_2d(given)] if len(given) else []


def axis_lines(ax: Axes) -> Iterator[str]:
    for name, axis in (("x", ax.xaxis), ("y", ax.yaxis)):
        yield f"{name}: {rounded(axis.get_view_interval())} label {axis.label.get_text()!r}"
        ticks = [t for t in axis.get_major_ticks() if t.tick1line.get_visible() or t.tick2line.get_visible()]
        yield f"{name} ticks: {rounded(axis.get_ticklocs())} padded {sorted({t.get_tick_padding() for t in ticks})}"
        yield f"{name} labels: {[t.get_text() for t in axis.get_ticklabels()]}"
        sizes = {t.get_size() for t in axis.get_ticklabels()}
        yield f"{name} sizes: {sorted(sizes)} {axis.label.get_size()} by {type(axis.get_major_locator()).__name__}"
        yield f"{name} rotation: {sorted({round(t.get_rotation()) for t in axis.get_ticklabels()})}"
        grid = {(t.gridline.get_linewidth(), t.gridline.get_alpha()) for t in axis.get_major_ticks()}
        shown = any(t.gridline.get_visible() for t in axis.get_major_ticks())
        yield f"{name} grid: {sorted(grid, key=str) if shown else None}"
    weights = sorted({str(t.get_fontweight()) for t in ax.get_yticklabels()})
    yield f"weights: {weights} axis below {ax.get_axisbelow()} title {ax.get_title()!r}"
    yield f"frame: {[name for name, spine in ax.spines.items() if spine.get_visible()]}"


def drawn_lines(ax: Axes) -> Iterator[str]:
    for c in ax.collections:
        lines = [rounded(s) for s in c.get_segments()] if isinstance(c, LineCollection) else []
        shapes = [rounded(p.vertices)[:12] for p in c.get_paths()] if isinstance(c, PolyCollection) else []
        yield (
            f"{type(c).__name__}: at {rounded(c.get_offsets())} {lines} {shapes} sizes {sorted(set(rounded(getattr(c, 'get_sizes', list)())))} "
            f"{sorted(set(colours(c.get_facecolor())))} {sorted(set(colours(c.get_edgecolor())))} "
            f"width {rounded(c.get_linewidth())[:3]} alpha {c.get_alpha()} above {c.get_zorder()}"
        )
    for line in ax.lines:
        yield (
            f"line: {rounded(line.get_xdata())} {rounded(line.get_ydata())} {to_hex(line.get_color())} "
            f"width {line.get_linewidth():.2f} {line.get_linestyle()} {line.get_marker()} above {line.get_zorder()}"
        )
    for patch in ax.patches:
        box = patch.get_path().transformed(patch.get_patch_transform()).get_extents().extents
        yield (
            f"{type(patch).__name__}: {rounded(box)} {to_hex(patch.get_facecolor())} "
            f"{to_hex(patch.get_edgecolor())} hatch {patch.get_hatch()} width {patch.get_linewidth():.2f}"
        )
    for text in ax.texts:
        yield (
            f"text: {text.get_text()!r} at {rounded(text.get_position())} size {text.get_size():g} "
            f"{text.get_ha()} {text.get_va()} {to_hex(text.get_color())}"
        )


def legend_lines(ax: Axes) -> Iterator[str]:
    legend = ax.get_legend()
    if legend is None:
        return
    box = legend.get_bbox_to_anchor().transformed(ax.transAxes.inverted()).extents
    yield (
        f"legend: {legend.get_title().get_text()!r} {[t.get_text() for t in legend.get_texts()]} at {rounded(box)[:2]} "
        f"columns {legend._ncols} apart {legend.columnspacing} {legend.borderaxespad} {legend.get_alignment()} "
        f"sizes {sorted({t.get_size() for t in legend.get_texts()})} framed {legend.get_frame_on()}"
    )


def look(ax: Axes) -> list[str]:
    """Describe a chart in lines."""
    ax.figure.canvas.draw()
    size = f"size: {rounded(ax.figure.get_size_inches())}"
    return [size, *axis_lines(ax), *drawn_lines(ax), *legend_lines(ax)]


def in_english(chart: Callable[..., Any], table: pd.DataFrame) -> Any:
    with labels.language("en"):
        return chart(table)


def looks(charts: Iterable[tuple[str, Callable[[], Any]]]) -> str:
    parts = []
    for name, draw in charts:
        pyplot.close("all")
        drawn = draw()
        axes = drawn.axes.flat if hasattr(drawn, "axes") and not isinstance(drawn, Axes) else [drawn]
        parts.append("\n".join([f"== {name}", *(line for ax in axes for line in look(ax))]))
    return "\n\n".join(parts) + "\n"


VARIED = [
    *((f"{chart.__name__} of nothing", partial(chart, table.iloc[:0])) for chart, table in CHARTS),
    *((f"{chart.__name__} of one row", partial(chart, table.iloc[:1])) for chart, table in CHARTS),
    *((f"{chart.__name__} in English", partial(in_english, chart, table)) for chart, table in CHARTS),
    ("voices by outlet", partial(sl.charts.voices, COUNTED, by="outlet")),
    ("voices, one figure", partial(sl.charts.voices, COUNTED, by="outlet", figures=("evenness",))),
    ("keywords, one", partial(sl.charts.keywords, KEYS, top=1)),
    ("frequencies, two", partial(sl.charts.frequencies, KEYS, top=2)),
    ("words in an order", partial(sl.charts.words, PASSAGES, order=["Jonas Feld", "author"])),
    (
        "timeline in an order and colours",
        partial(sl.charts.timeline, PASSAGES, order=["Anna Berg"], palette={"direct": "red"}),
    ),
    ("shares in an order", partial(sl.charts.shares, PASSAGES, order=["Anna Berg", "author"])),
    ("profile per words", partial(sl.charts.profile, HITS, n_words=pd.Series({"author": 42, "Anna Berg": 16}))),
    ("profile by cue", partial(sl.charts.profile, HITS, group="cue", order=["Anna Berg"])),
    ("sentiment per words", partial(sl.charts.sentiment, HITS, n_words=pd.Series({"author": 42, "Anna Berg": 16}))),
    ("sentiment in an order", partial(sl.charts.sentiment, HITS, order=["Anna Berg"])),
    ("hedging in an order", partial(sl.charts.hedging, SUMMARY, order=["Anna Berg"])),
    ("estimates by measure", partial(sl.charts.estimates, SUMMARY, by="measure")),
    ("estimates of a balance", partial(sl.charts.estimates, SUMMARY.assign(kind="balance"))),
    ("estimates of sentiment", partial(sl.charts.estimates, SUMMARY.assign(measure="sentiment"))),
    ("trend by outlet", partial(sl.charts.trend, TRENDS, hue="outlet")),
    ("trend over outlets", partial(sl.charts.trend, TRENDS, x="outlet")),
    ("stance without names", partial(sl.charts.stance, STANCES[["speaker", "target", "value"]])),
    ("stance in an order", partial(sl.charts.stance, STANCES, order=["Jonas Feld"])),
    ("network without voices", partial(sl.charts.network, STANCES[["speaker", "target", "value"]])),
    ("network in an order", partial(sl.charts.network, STANCES, order=["Anna Berg"])),
    ("framing without speakers", partial(sl.charts.framing, VERBS[["verb", "framing", "n"]])),
    ("estimates in columns", partial(sl.charts.estimates, SUMMARY.assign(outlet=["A", "B", "A", "B"]), col="outlet")),
    ("profile in rows", partial(sl.charts.profile, HITS, row="speaker")),
]


old = pytest.mark.skipif(
    matplotlib.__version_info__[:2] != (3, 11),
    reason="what is kept was drawn with matplotlib 3.11, others differ in detail",
)


@old
def test_charts_look_as_they_did():
    held("charts", looks((chart.__name__, partial(chart, table)) for chart, table in CHARTS))


@old
def test_charts_of_other_tables_look_as_they_did():
    held("charts_varied", looks(VARIED))
