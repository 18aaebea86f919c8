"""How each chart looks, line by line: what is drawn where, in which colour, with which frame, ticks and legend.

What is kept is in `tests/snapshots/charts.txt`. If a chart was changed on purpose, look at it, and copy
`tests/snapshots/charts.new.txt` over it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import matplotlib
import matplotlib.pyplot as pyplot
import numpy as np
import pytest
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection, PolyCollection
from matplotlib.colors import to_hex
from tests.display.drawn import CHARTS

KEPT = Path(__file__).parents[1] / "snapshots/charts.txt"


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
        yield f"{name} rotation: {sorted({round(t.get_rotation()) for t in axis.get_ticklabels()})}"
        grid = {(t.gridline.get_linewidth(), t.gridline.get_alpha()) for t in axis.get_major_ticks()}
        shown = any(t.gridline.get_visible() for t in axis.get_major_ticks())
        yield f"{name} grid: {sorted(grid, key=str) if shown else None}"
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
        f"columns {legend._ncols} apart {legend.columnspacing} {legend.borderaxespad} {legend.get_alignment()}"
    )


def look(ax: Axes) -> list[str]:
    """Describe a chart in lines."""
    ax.figure.canvas.draw()
    size = f"size: {rounded(ax.figure.get_size_inches())}"
    return [size, *axis_lines(ax), *drawn_lines(ax), *legend_lines(ax)]


def all_looks() -> str:
    parts = []
    for chart, table in CHARTS:
        pyplot.close("all")
        parts.append("\n".join([f"== {chart.__name__}", *look(chart(table))]))
    return "\n\n".join(parts) + "\n"


@pytest.mark.skipif(
    matplotlib.__version_info__[:2] != (3, 11),
    reason="what is kept was drawn with matplotlib 3.11, others differ in detail",
)
def test_charts_look_as_they_did():
    now, kept = all_looks(), KEPT.read_text("utf-8") if KEPT.exists() else ""
    if now != kept:
        KEPT.with_suffix(".new.txt").write_text(now, "utf-8")
    assert now.splitlines() == kept.splitlines()
