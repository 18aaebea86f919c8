"""Scores of the kit against gold data, one module per task.

Each task module has

- `FIELDS`: the fields that an item of its gold must have (they tell one task's gold from another's)
- `predict(items) -> list[dict]`: `{"id", "label", "score"}` per item (hedging: `{"id", "cues"}`;
  quotations: the gold's own document format, and `predict` takes `without`, rules to switch off)
- `evaluate(items, predicted) -> dict[str, Estimate]`: the figures, each with its interval
- `tables(items, predicted) -> list[DataFrame]`, if the task has tables to show beside the figures
- `ablation(items) -> DataFrame`: each mechanism switched off
- `worst(items, predicted, n) -> str`: the worst errors, ready to print
"""
