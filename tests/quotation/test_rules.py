"""The table of rules: each finds its example by its own name, and not what looks like it."""

import pytest

from stimmlage.compiled import build
from stimmlage.language.tagging import tag
from stimmlage.quotation import rules
from stimmlage.quotation.draft import Draft
from stimmlage.quotation.finding import find_quotations
from stimmlage.quotation.rules import NAMES, RULES, STAGES, Rule, families
from stimmlage.reading.segmentation import read_text

each = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)


def names(text, without=()):
    document = read_text(text)
    return [q.rule for q in find_quotations(document, tag(document), without)]


@each
def test_a_rule_finds_its_example(rule):
    assert rule.name in names(rule.example)


@each
def test_a_rule_does_not_find_what_looks_like_it(rule):
    assert rule.name not in names(rule.counter)


@each
def test_a_rule_that_is_switched_off_finds_nothing(rule):
    assert rule.name not in names(rule.example, without=[rule.name])


@each
def test_a_rule_says_what_it_is(rule):
    assert rule.stage in STAGES and rule.finds and rule.find.__name__ == rule.name
    assert rule.find.__doc__ or build() != "plain Python"  # what is compiled keeps no docstrings


def test_each_name_stands_once_and_stages_stand_together():
    assert len(NAMES) == len(RULES)
    assert [rule for stage in STAGES for family in families(stage) for rule in family] == list(RULES)
    assert len({rule.family for rule in RULES}) == sum(len(list(families(stage))) for stage in STAGES)


def test_a_new_rule_is_one_function_and_one_row(monkeypatch):
    def glaubt_man(sight):
        unit = sight.unit
        if sight.scene.words.lower[unit.first : unit.first + 2] == ["glaubt", "man"] and len(unit.segments) > 1:
            source, said = unit.segments[:2]
            yield Draft("indirect", "glaubt_man", ((said.first, unit.body),), ((unit.first + 2, source.stop),))

    text = "Glaubt man Anna Berg, ist der Damm dicht."
    assert names(text) == []
    row = Rule("glaubt_man", "sentence", "glaubt_man", glaubt_man, "*Glaubt man X, …*", text, "Glaubt man das?")
    monkeypatch.setattr(rules, "RULES", (row, *RULES))
    assert (names(text), names("Glaubt man das?")) == (["glaubt_man"], [])
