"""Fill the tables of rules and figures into docs/quotations.md: `python docs/rules.py [GOLD]`.

With a gold file the figures are measured anew and kept, with their date, in docs/rules.json; without one the page is
made from the table of rules in the package and the figures that are kept.
"""

from __future__ import annotations

import json
import re
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from stimmlage.quotation.rules import RULES

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs/quotations.md"
KEPT = ROOT / "docs/rules.json"
_PLACE = re.compile(r"(<!-- rules: (\w+) -->\n).*?(<!-- end of rules -->)", re.DOTALL)


def measured(gold: Path) -> dict[str, Any]:
    """Score the rules on a gold file: the figures, what each rule finds, what is lost without it."""
    from stimmlage.evaluation import quotations
    from stimmlage.evaluation.gold import read_gold

    items = read_gold(gold)
    predicted = quotations.predict(items)
    _, types, _, rules = quotations.tables(items, predicted)
    without = quotations.ablation(items)
    names = without["version"].str.removeprefix("without ")
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "gold": gold.name.split(".")[0],
        "articles": len(items),
        "figures": {
            name: [round(figure.value, 3), round(figure.low, 3), round(figure.high, 3)]
            for name, figure in quotations.evaluate(items, predicted).items()
        },
        "types": {row.type: [int(row.gold), round(float(row.recall), 3)] for row in types.itertuples()},
        "rules": {row.rule: [int(row.found), round(float(row.precision), 3)] for row in rules.itertuples()},
        "worth": dict(zip(names, without["worth"].round(4).astype(float), strict=True)),
    }


def filled(page: str, kept: dict[str, Any]) -> str:
    """Return the page with the tables of its marked places made anew."""
    return _PLACE.sub(lambda m: f"{m[1]}{_TABLES[m[2]](kept)}\n{m[3]}", page)


def _rules(kept: dict[str, Any]) -> str:
    """Every rule of the package, what it is worth first; one that finds nothing in the gold data has dashes."""
    rows = []
    for rule in sorted(RULES, key=lambda rule: -kept["worth"].get(rule.name, 0)):
        found, precision = kept["rules"].get(rule.name, (0, 0))
        worth = f"{100 * kept['worth'][rule.name]:+.1f}" if found and rule.name in kept["worth"] else "–"
        right = f"{precision:.2f}" if found else "–"
        rows.append((f"`{rule.name}`", rule.finds, worth, str(found), right, rule.example.replace("\n\n", " ¶ ")))
    return _table(
        ("rule", "finds", "worth", "found", "precision", "example"), ("---", "---", *["---:"] * 3, "---"), rows
    )


def _figures(kept: dict[str, Any]) -> str:
    rows = [(name, _with_interval(*values)) for name, values in kept["figures"].items()]
    return _table(("figure", f"F1 ({kept['date']}, {kept['articles']} articles)"), ("---",) * 2, rows)


def _types(kept: dict[str, Any]) -> str:
    rows = [(name, str(gold), f"{recall:.2f}") for name, (gold, recall) in kept["types"].items()]
    return _table(("type", "gold", "token recall"), ("---", "---:", "---:"), rows)


def _with_interval(value: float, low: float, high: float) -> str:
    return f"{100 * value:.1f} [{100 * low:.1f}, {100 * high:.1f}]"


def _table(head: tuple[str, ...], rule: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, rule, *rows))


_TABLES = {"table": _rules, "figures": _figures, "types": _types}


def main(gold: str | None = None) -> int:
    """Measure if a gold file is given, then fill the page."""
    if gold is not None:
        KEPT.write_text(json.dumps(measured(Path(gold)), indent=1) + "\n", "utf-8")
    kept = json.loads(KEPT.read_text("utf-8"))
    PAGE.write_text(filled(PAGE.read_text("utf-8"), kept), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
