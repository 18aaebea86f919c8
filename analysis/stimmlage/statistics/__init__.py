"""Summaries, comparison, agreement."""
