"""Rates, means and contrasts on arrays: fixed values, coverage, borders."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import chi2

from stimmlage.statistics.contrasts import compare_means, compare_net_rates, compare_rates
from stimmlage.statistics.means import mean, net_rates
from stimmlage.statistics.rates import rate, rates

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))
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


@pytest.mark.parametrize(
    ("hits", "words", "expected", "clumping"),
    [
        ([0, 0, 0], [10, 8, 7], [0, 0, 14.7555], 1),
        ([3, 0, 2, 5, 1], WORDS, [0.7333, 0.1997, 1.8779], 2.751),
        ([9, 0, 0, 1, 0], WORDS, [0.6667, 0.0019, 5.4421], 16.838),
    ],
)
def test_rates_by_hand(hits, words, expected, clumping):
    found = rate(hits, words)
    assert [100 * float(x) for x in found[:3]] == pytest.approx(expected, abs=1e-4)
    assert float(found.clumping) == pytest.approx(clumping, abs=1e-3)


def test_one_unit_has_the_exact_limits_of_garwood():
    found = rate([4], [200])
    assert [float(found.low), float(found.high)] == pytest.approx([chi2.ppf(0.025, 8) / 400, chi2.ppf(0.975, 10) / 400])


def test_units_without_words_do_not_count():
    assert rate([3, 0, 2, 5, 1, 0], [*WORDS, 0]) == rate([3, 0, 2, 5, 1], WORDS)
    assert np.isnan(rate([], []).value) and np.isnan(rate([0], [0]).high)


def test_a_rate_does_not_depend_on_what_words_count_in():
    plain, hundreds = rate([3, 0, 2, 5, 1], WORDS), rate([3, 0, 2, 5, 1], np.array(WORDS) / 100)
    assert [100 * x for x in plain[:3]] == pytest.approx(list(hundreds[:3]))
    assert plain[3:] == pytest.approx(hundreds[3:])


def test_means_by_hand():
    values = [v for d in DOCUMENTS for v in d]
    unit = [i for i, d in enumerate(DOCUMENTS) for _ in d]
    assert [float(x) for x in mean(values, unit)[:3]] == pytest.approx([0.0625, -0.4784, 0.5938], abs=1e-4)
    nothing = mean([0.0] * 10)
    assert [float(nothing.low), float(nothing.high)] == pytest.approx([-0.2157, 0.2157], abs=1e-4)


def test_a_mean_of_one_value_leaves_all_open():
    found = mean([0.5])
    assert float(found.value) == 0.5 and found.low < -0.9 and found.high == 1
    assert np.isnan(mean([]).value)


def test_rates_compared_by_hand():
    none_a, none_b = [0] * 4, [0] * 5
    found = compare_rates(
        [3, 0, 2, 5, 1, *none_a], [*WORDS, *none_a], [*none_b, 8, 6, 9, 12], [*none_b, 300, 350, 380, 420]
    )
    assert list(found) == pytest.approx([0.3131, 0.1282, 0.7649, 0.0204, 5.067], abs=1e-3)


def test_the_degrees_of_one_large_document_are_at_least_one():
    found = rate([9, 1, 1, 1, 1], [3000, 250, 400, 350, 200])
    assert [100 * float(x) for x in found[:3]] == pytest.approx([0.3095, 0.0821, 0.8031], abs=1e-4)
    assert float(found.clumping) == pytest.approx(3.350, abs=1e-3)


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


def test_net_rates_have_the_variance_of_independent_hits_at_least():
    total, squares, words = np.array([2.0, 2.0, 2.0, 2.0]), np.array([6.0] * 4), np.array([100.0] * 4)
    found = net_rates(total, squares, words, np.zeros(4, int), 1)
    assert found.value[0] == pytest.approx(0.02)
    assert (found.high[0] - found.low[0]) / 2 == pytest.approx(3.1824 * np.sqrt(24.5) / 400, abs=1e-4)
    both = compare_net_rates((total, squares, words), (-total, squares, words))
    assert both.value == pytest.approx(0.04) and both.low < 0.04 < both.high


def test_nothing_against_something_cannot_be_compared():
    none = np.zeros(3)
    assert np.isnan(compare_rates(none, none, [1, 2, 3], [10, 10, 10]).p)
    assert np.isnan(compare_means((none, none, none), sums(OTHERS)).p)


UNITS = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 60)), min_size=1, max_size=20)


@settings(deadline=None, max_examples=80)
@given(st.lists(UNITS, min_size=1, max_size=4))
def test_many_groups_at_once_are_each_group_alone(groups):
    rows = [(i, min(y, w), w) for i, units in enumerate(groups) for y, w in units]
    group, hits, words = (np.array(c) for c in zip(*rows))
    together = rates(hits.astype(float), words.astype(float), group, len(groups))
    for i in range(len(groups)):
        alone = rate(hits[group == i], words[group == i])
        np.testing.assert_allclose([c[i] for c in together], alone)
        if not np.isnan(alone.value):
            assert alone.low <= alone.value <= alone.high and alone.high > alone.low and alone.clumping >= 1


@pytest.mark.parametrize("units", ["sentences", "documents"])
def test_intervals_cover_the_truth(units):
    """A seeded part of `benchmarks/coverage.py`."""
    rng = np.random.default_rng(5)
    n, rate_, options = (
        (10, 0.02, {"dispersion": 1.5}) if units == "sentences" else (8, 0.02, {"dispersion": 1.1, "cv": 0.6})
    )
    words = coverage.lengths(rng, (1500, n), 15 if units == "sentences" else 400, 0.5)
    (y, run), (w, _) = coverage.flat(coverage.hits(rng, words, rate_, **options)), coverage.flat(words)
    found = rates(y, w, run, 1500)
    assert ((found.low <= rate_) & (rate_ <= found.high)).mean() > 0.92


def test_tests_do_not_find_what_is_not_there():
    rng = np.random.default_rng(6)
    wrong = [coverage._of_rates(8, 0.02, 0.6, 4, False, rng) for _ in range(400)]
    wrong_means = [
        compare_means(coverage._drawn(8, 0.3, rng), coverage._drawn(8, 0.3, rng)).p < 0.05 for _ in range(400)
    ]
    assert np.mean(wrong) < 0.08 and np.mean(wrong_means) < 0.08
