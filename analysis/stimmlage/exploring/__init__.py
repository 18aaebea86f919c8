"""Exploring a corpus: what to look at before, and beside, measuring."""
