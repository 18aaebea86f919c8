"""All that `stimmlage evaluate` prints and predicts, on a small gold of our own for each task."""

import json

import pytest
from tests.evaluation.golds import items
from tests.held import held

from stimmlage.cli import TASKS
from stimmlage.evaluation.command import evaluate

PARTS = {"figures": {}, "json": {"as_json": True}, "ablation": {"ablation": True}, "worst": {"worst": 3}}


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("task", TASKS)
def test_what_is_printed(task, part, tmp_path):
    gold, predicted = tmp_path / "gold.jsonl", tmp_path / "predicted.jsonl"
    gold.write_text("".join(json.dumps(item, ensure_ascii=False) + "\n" for item in items(task)), "utf-8")
    if part == "worst":
        printed = evaluate(task, gold, predictions=predicted, **PARTS[part]) + predicted.read_text("utf-8")
    else:
        printed = evaluate(task, gold, **PARTS[part])
    held(f"evaluate/{task}-{part}", printed.replace(str(tmp_path), "…"))
