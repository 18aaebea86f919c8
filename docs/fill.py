"""Fill the figures of analysis/stimmlage/display/how_right.toml into the pages that quote them: `python docs/fill.py`.

A page marks the place: what stands between `<!-- figures: NAME -->` and `<!-- end of figures -->` is made here.
"""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
PAGES = ("README.md", "docs/validation.md")
_PLACE = re.compile(r"(<!-- figures: (\w+) -->\n).*?(<!-- end of figures -->)", re.DOTALL)


def filled(text: str, figures: dict[str, Any]) -> str:
    """Return a page with the tables of its marked places made anew."""
    return _PLACE.sub(lambda m: f"{m[1]}{_TABLES[m[2]](figures)}\n{m[3]}", text)


def read_figures() -> dict[str, Any]:
    """Read the dated figures."""
    return tomllib.loads((ROOT / "analysis/stimmlage/display/how_right.toml").read_text("utf-8"))


def _short(figures: dict[str, Any]) -> str:
    """The table of the README: the unseen text first."""
    rows = [
        (
            f["readme"],
            f.get("readme_unseen", f["unseen"]),
            f.get("readme_development", re.sub(r" \[.*?\]", "", f["development"])),
        )
        for f in figures["figure"]
        if "readme" in f
    ]
    return _table(("", f"unseen text ({figures['unseen']['date']})", "development part"), rows)


def _full(figures: dict[str, Any]) -> str:
    """The table of the page on validation."""
    rows = [(f["task"], f["what"], f["unseen"], f["development"], f["others"]) for f in figures["figure"]]
    return _table(("task", "figure", f"unseen ({figures['unseen']['date']})", "development", "others"), rows)


def _table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, ("---",) * len(head), *rows))


_TABLES = {"short": _short, "full": _full}


def main() -> int:
    """Fill every page; tell which have changed."""
    figures = read_figures()
    for name in PAGES:
        page = ROOT / name
        text = page.read_text("utf-8")
        if (new := filled(text, figures)) != text:
            page.write_text(new, "utf-8")
            print(f"{name}: filled anew")
    return 0


if __name__ == "__main__":
    sys.exit(main())
