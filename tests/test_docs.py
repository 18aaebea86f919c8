"""The pages: what they quote is what the dated file of figures says."""

import importlib.util
import json
from pathlib import Path

import pytest

from stimmlage.quotation.rules import RULES
from stimmlage.schema import TABLES

ROOT = Path(__file__).parents[1]


def page_maker(name):
    spec = importlib.util.spec_from_file_location(name, ROOT / f"docs/{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


fill, tables, rules = page_maker("fill"), page_maker("tables"), page_maker("rules")


@pytest.mark.parametrize("name", fill.PAGES)
def test_a_page_is_filled_from_the_figures(name):
    text = (ROOT / name).read_text("utf-8")
    assert "<!-- figures: " in text
    assert fill.filled(text, fill.read_figures()) == text, "call `make figures-in-docs`"


def test_filling_replaces_what_stood_there():
    figures = {
        "unseen": {"date": "2026-01-02"},
        "figure": [
            {"task": "t", "what": "w", "unseen": ".1", "development": ".2 [.1, .3]", "others": "–", "readme": "short"},
            {"task": "u", "what": "v", "unseen": ".4", "development": ".5", "others": "x"},
        ],
    }
    page = "a\n<!-- figures: short -->\nold\n<!-- end of figures -->\nb\n"
    assert fill.filled(page, figures) == (
        "a\n<!-- figures: short -->\n|  | unseen text (2026-01-02) | development part |\n| --- | --- | --- |\n| short | .1 | .2 |\n<!-- end of figures -->\nb\n"
    )
    assert "| u | v | .4 | .5 | x |" in fill.filled(page.replace("short", "full"), figures)


def test_every_figure_has_its_date_and_its_source():
    figures = fill.read_figures()
    assert figures["unseen"]["date"] and figures["unseen"]["source"] and figures["development"]["command"]
    assert all({"task", "what", "unseen", "development", "others"} <= set(f) for f in figures["figure"])


def test_the_data_dictionary_is_made_from_the_schema():
    assert tables.filled(tables.PAGE.read_text("utf-8")) == tables.PAGE.read_text("utf-8"), (
        "call `make figures-in-docs`"
    )
    assert {name: list(columns) for name, columns in tables.described().items()} == {
        name: list(columns) for name, columns in TABLES.items()
    }


def test_the_table_of_rules_is_made_from_the_rules():
    page = rules.PAGE.read_text("utf-8")
    kept = json.loads(rules.KEPT.read_text("utf-8"))
    assert rules.filled(page, kept) == page, "call `make figures-in-docs`"
    assert all(f"| `{rule.name}` | {rule.finds} |" in page for rule in RULES)
    assert set(kept["rules"]) | set(kept["worth"]) - {"all rules"} <= {rule.name for rule in RULES}
