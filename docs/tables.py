"""Fill the columns of the tables into the data dictionary, from the schema: `python docs/tables.py`."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from stimmlage.schema import TABLES

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "corpus/data_dictionary.md"
_PLACE = re.compile(r"(<!-- columns: (\w+) -->\n).*?(<!-- end of columns -->)", re.DOTALL)


def described() -> dict[str, dict[str, list[str]]]:
    """Read what each column means and what its empty cells mean."""
    return tomllib.loads((ROOT / "docs/columns.toml").read_text("utf-8"))


def filled(page: str) -> str:
    """Return the page with the table of columns of each table made anew."""
    return _PLACE.sub(lambda m: f"{m[1]}{_table(m[2])}{m[3]}", page)


def _table(name: str) -> str:
    meanings = described()[name]
    rows = [("column", "type", "unit, values", "missing"), ("---",) * 4]
    rows += [(f"`{column}`", kind, *meanings[column]) for column, kind in TABLES[name].items()]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


if __name__ == "__main__":
    PAGE.write_text(filled(PAGE.read_text("utf-8")), "utf-8")
