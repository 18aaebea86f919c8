"""Two groups against each other, on arrays: fixed values, shared documents, false alarms."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest

from stimmlage.statistics.contrasts import compare_means, compare_rates

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))
import coverage

WORDS = [300, 250, 400, 350, 200]
DOCUMENTS = [[0.5, 0, 0.25], [0, 0], [-0.5, -0.25, 0, 0], [0.25], [0, 0.5]]
OTHERS = [[-0.5, -0.25], [-0.5, 0, -0.25], [-0.25], [-0.7, -0.5, 0]]


def sums(documents: list[list[float]]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    return (
        np.array([sum(d) for d in documents]),
        np.array([sum(v * v for v in d) for d in documents]),
        np.array([float(len(d)) for d in documents]),
    )


def test_rates_compared_by_hand():
    none_a, none_b = [0] * 4, [0] * 5
    found = compare_rates(
        [3, 0, 2, 5, 1, *none_a], [*WORDS, *none_a], [*none_b, 8, 6, 9, 12], [*none_b, 300, 350, 380, 420]
    )
    assert list(found) == pytest.approx([0.3131, 0.1282, 0.7649, 0.0204, 5.067], abs=1e-3)


def test_shared_documents_cancel_out():
    hits, words = np.array([4, 0, 7, 1, 3, 9.0]), np.array([300, 250, 400, 350, 200, 500.0])
    more = hits + np.array([1, 0, 1, 0, 0, 2])
    shared = compare_rates(hits, words, more, words)
    none = np.zeros(6)
    apart = compare_rates(np.r_[hits, none], np.r_[words, none], np.r_[none, more], np.r_[none, words])
    assert shared.value == pytest.approx(apart.value) and shared.high / shared.low < apart.high / apart.low


def test_means_compared_by_hand():
    found = compare_means(sums(DOCUMENTS), sums(OTHERS))
    assert list(found[:4]) == pytest.approx([0.3903, -0.1553, 0.9359, 0.1288], abs=1e-4)


def test_nothing_against_something_cannot_be_compared():
    none = np.zeros(3)
    assert np.isnan(compare_rates(none, none, [1, 2, 3], [10, 10, 10]).p)
    assert np.isnan(compare_means((none, none, none), sums(OTHERS)).p)


def test_tests_do_not_find_what_is_not_there():
    rng = np.random.default_rng(6)
    wrong = [coverage._of_rates(8, 0.02, 0.6, 4, False, rng) for _ in range(400)]
    wrong_means = [
        compare_means(coverage._drawn(8, 0.3, rng), coverage._drawn(8, 0.3, rng)).p < 0.05 for _ in range(400)
    ]
    assert np.mean(wrong) < 0.08 and np.mean(wrong_means) < 0.08
