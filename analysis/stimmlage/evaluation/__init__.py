"""Scores of the kit against gold data, one module per task."""
