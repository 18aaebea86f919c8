"""All that `stimmlage evaluate` prints and predicts, on a small gold of our own for each task.

What is kept is in `tests/snapshots/evaluate`. If it was changed on purpose, read the difference to the file `….new.txt`
that a failing test leaves there, and copy that over the old one.
"""

import json
from pathlib import Path

import pytest
from tests.evaluation.golds import items

from stimmlage.cli import TASKS
from stimmlage.evaluation.command import evaluate

KEPT = Path(__file__).parents[1] / "snapshots/evaluate"


PARTS = {
    "figures": {},
    "json": {"as_json": True},
    "ablation": {"ablation": True},
    "worst": {"worst": 3},
}


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("task", TASKS)
def test_what_is_printed(task, part, tmp_path):
    gold, predicted = tmp_path / "gold.jsonl", tmp_path / "predicted.jsonl"
    gold.write_text("".join(json.dumps(item, ensure_ascii=False) + "\n" for item in items(task)), "utf-8")
    if part == "worst":
        printed = evaluate(task, gold, predictions=predicted, **PARTS[part]) + predicted.read_text("utf-8")
    else:
        printed = evaluate(task, gold, **PARTS[part])
    found = printed.replace(str(tmp_path), "…")
    kept, new = KEPT / f"{task}-{part}.txt", KEPT / f"{task}-{part}.new.txt"
    if kept.exists() and kept.read_text("utf-8") == found:
        new.unlink(missing_ok=True)
        return
    KEPT.mkdir(exist_ok=True)
    new.write_text(found, "utf-8")
    pytest.fail(f"evaluate {task} prints something else now; compare {kept} and {new}")
