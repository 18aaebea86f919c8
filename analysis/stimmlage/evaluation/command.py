"""`stimmlage evaluate`: the figures of one task on one gold file, as text or JSON."""

from __future__ import annotations

import importlib
import json
from collections.abc import Collection
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pandas as pd

from stimmlage.errors import InputError, OptionError
from stimmlage.evaluation.gold import check, read_gold

_ANSWERS = frozenset(("label", "annotations", "cues"))


def evaluate(
    task: str,
    gold: Path,
    predictions: Path | None = None,
    as_json: bool = False,
    ablation: bool = False,
    worst: int | None = None,
    without: Collection[str] = (),
) -> str:
    """Score the kit on a gold file and return what to print.

    Raises
    ------
    InputError
        If the file holds no items, or items of another task.
    OptionError
        If `without` is given for a task that has no rules to switch off.
    """
    module = importlib.import_module(f"stimmlage.evaluation.{task}")
    items = read_gold(gold)
    missing = [f for f in module.FIELDS if not items or f not in items[0]]
    unlabelled = bool(missing) and set(missing) <= _ANSWERS
    if missing and not (unlabelled and predictions is not None):
        raise InputError(f"{str(gold)!r} is no gold data for {task}: its items lack {', '.join(missing)}.")
    try:
        check(items, [f for f in module.FIELDS if f not in missing], getattr(module, "CHOICES", {}))
    except InputError as error:
        raise InputError(f"{str(gold)!r} cannot be read: {error}") from error
    if without and task != "quotations":
        raise OptionError(f"--without switches rules of the task quotations off; {task} has none.")
    options: dict[str, Any] = {"without": tuple(without)} if without else {}
    predicted = module.predict(items, **options)
    if predictions is not None:
        write_predictions(predictions, predicted)
    if unlabelled:
        lacking = ", ".join(missing)
        return f"{task} on {gold.name}: {len(items)} items without {lacking}; predictions written, nothing to score."
    figures = module.evaluate(items, predicted)
    if as_json:
        return json.dumps(
            {"task": task, "gold": gold.name, "n": len(items), "figures": {k: asdict(v) for k, v in figures.items()}},
            ensure_ascii=False,
            indent=1,
        )
    parts = [f"{task} on {gold.name}: {len(items)} items, 95 % bootstrap intervals", _figures(figures)]
    parts += [_table(t) for t in getattr(module, "tables", lambda *_: [])(items, predicted)]
    if ablation:
        parts += ["What each mechanism is worth (the figure when it is switched off):", _table(module.ablation(items))]
    if worst:
        parts += [f"The {worst} worst errors:", module.worst(items, predicted, worst)]
    return "\n\n".join(parts)


def write_predictions(path: Path, predicted: list[dict[str, Any]]) -> None:
    """Write predictions as JSON Lines, whole or not at all."""
    from stimmlage.exchange.files import write_whole

    lines = [json.dumps(item, ensure_ascii=False) for item in predicted]
    write_whole(path, ("\n".join(lines) + "\n").encode())


def _figures(figures: dict[str, Any]) -> str:
    width = max(map(len, figures), default=0)
    return "\n".join(f"{name:<{width}}  {estimate}" for name, estimate in figures.items())


def _table(table: pd.DataFrame) -> str:
    return str(table.to_string(index=False, float_format=lambda v: f"{v:.3f}"))
