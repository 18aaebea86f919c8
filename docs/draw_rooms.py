"""Draw docs/rooms.svg, the rooms of the package with their sizes and what each imports: `python docs/draw_rooms.py`."""

from __future__ import annotations

import ast
import sys
from collections import defaultdict
from pathlib import Path

import matplotlib as mpl
import matplotlib.pyplot as plt

PACKAGE = Path(__file__).parents[1] / "analysis/stimmlage"
PICTURE = Path(__file__).with_name("rooms.svg")
FLOORS = (
    ("errors", "schema", "document", "collector", "waiting", "wording"),
    ("language",),
    ("reading",),
    ("quotation",),
    ("speakers",),
    ("analysis",),
    ("scope",),
    ("measures",),
    ("statistics",),
    ("exploring",),
    ("exchange",),
    ("display",),
    ("evaluation",),
    ("running",),
    ("output", "measured", "corpus", "doors"),
    ("teaching",),
    ("compiled", "executed", "study", "starting", "new_study", "cli"),
)
_ROOM = {name: place for place, names in enumerate(FLOORS) for name in names}
_ROOM |= {"checking": len(FLOORS) - 1}
_INK, _PAPER, _LINE = "#222222", "#eef3f8", "#7a8ca0"


def imports() -> tuple[dict[int, int], dict[tuple[int, int], int]]:
    """Return the lines of each floor, and how many imports lead from one floor to another."""
    lines: dict[int, int] = defaultdict(int)
    arrows: dict[tuple[int, int], int] = defaultdict(int)
    for path in sorted(PACKAGE.rglob("*.py")):
        room = path.relative_to(PACKAGE).with_suffix("").parts[0]
        if room not in _ROOM:
            continue
        source = path.read_text("utf-8")
        lines[_ROOM[room]] += len(source.splitlines())
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("stimmlage."):
                other = (node.module or "").split(".")[1]
                if other in _ROOM and _ROOM[other] != _ROOM[room]:
                    arrows[_ROOM[room], _ROOM[other]] += 1
    return lines, arrows


def draw() -> None:
    """Draw the floors one above the other, the ground floor at the bottom; each import is part of an arc downwards."""
    lines, arrows = imports()
    with mpl.rc_context(
        {"svg.fonttype": "none", "svg.hashsalt": "stimmlage", "font.family": "DejaVu Sans", "font.size": 8}
    ):
        figure, ax = plt.subplots(figsize=(6.3, 6.6))
        for place, names in enumerate(FLOORS):
            ax.barh(place, 3.4, left=0, height=0.62, color=_PAPER, edgecolor=_LINE, linewidth=0.8)
            ax.text(
                0.1,
                place,
                " · ".join(names) + ("/" if len(names) == 1 and (PACKAGE / names[0]).is_dir() else ""),
                va="center",
                color=_INK,
            )
            ax.text(3.32, place, f"{lines[place]:,} lines", va="center", ha="right", color=_LINE, fontsize=7)
        for (above, below), n in arrows.items():
            style = f"arc3,rad={-0.35 - 0.01 * (above - below)}"
            ax.annotate(
                "",
                (3.42, below),
                (3.42, above),
                arrowprops={
                    "arrowstyle": "-|>",
                    "color": _LINE,
                    "alpha": 0.55,
                    "linewidth": 0.35 + 0.12 * n**0.6,
                    "connectionstyle": style,
                },
            )
        ax.set(xlim=(-0.1, 5.4), ylim=(-0.7, len(FLOORS) - 0.3))
        ax.axis("off")
        figure.savefig(PICTURE, bbox_inches="tight", metadata={"Date": None, "Creator": None})
        plt.close(figure)


if __name__ == "__main__":
    draw()
    sys.exit(0)
