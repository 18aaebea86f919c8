"""`stimmlage evaluate`: figures as text or JSON, predictions, and what is no gold."""

import json

import pytest

from stimmlage.errors import InputError, OptionError
from stimmlage.evaluation.command import evaluate

ITEMS = [
    {"id": f"{i}", "text": text, "label": label}
    for i, (text, label) in enumerate(
        [("Das ist doch absurd!", "SUBJ"), ("Der Rat tagte am Montag in Rom.", "OBJ")] * 4
    )
]


@pytest.fixture
def gold(tmp_path):
    path = tmp_path / "gold.jsonl"
    path.write_text("".join(json.dumps(item) + "\n" for item in ITEMS), "utf-8")
    return path


def test_figures_as_text(gold):
    lines = evaluate("subjectivity", gold).splitlines()
    assert lines[0] == "subjectivity on gold.jsonl: 8 items, 95 % bootstrap intervals"
    assert any(line.startswith("accuracy") and "1.000" in line for line in lines)


def test_figures_as_json(gold):
    told = json.loads(evaluate("subjectivity", gold, as_json=True))
    assert told["n"] == 8 and set(told["figures"]["accuracy"]) == {"value", "low", "high", "n"}


def test_predictions_are_written_in_the_order_of_the_gold(gold, tmp_path):
    evaluate("subjectivity", gold, predictions=tmp_path / "p.jsonl")
    rows = [json.loads(line) for line in (tmp_path / "p.jsonl").read_text("utf-8").splitlines()]
    assert [row["id"] for row in rows] == [item["id"] for item in ITEMS] and set(rows[0]) == {"id", "label", "score"}


def test_items_without_labels_are_predicted_and_not_scored(tmp_path):
    path = tmp_path / "raw.jsonl"
    path.write_text('{"id": "1", "text": "Das ist absurd!"}\n', "utf-8")
    assert "nothing to score" in evaluate("subjectivity", path, predictions=tmp_path / "p.jsonl")
    with pytest.raises(InputError, match="is no gold data for subjectivity: its items lack label"):
        evaluate("subjectivity", path)


def test_what_each_part_is_worth_and_the_worst_errors(gold):
    told = evaluate("subjectivity", gold, ablation=True, worst=2)
    assert "What each mechanism is worth" in told and "The 2 worst errors:" in told


def test_rules_are_those_of_quotations(gold):
    with pytest.raises(OptionError, match="subjectivity has none"):
        evaluate("subjectivity", gold, without=["dass"])
