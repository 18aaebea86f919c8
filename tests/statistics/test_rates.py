"""Rates on arrays: fixed values, coverage, borders."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import chi2

from stimmlage.statistics.rates import rate, rates

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))
import coverage

WORDS = [300, 250, 400, 350, 200]


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


def test_the_degrees_of_one_large_document_are_at_least_one():
    found = rate([9, 1, 1, 1, 1], [3000, 250, 400, 350, 200])
    assert [100 * float(x) for x in found[:3]] == pytest.approx([0.3095, 0.0821, 0.8031], abs=1e-4)
    assert float(found.clumping) == pytest.approx(3.350, abs=1e-3)


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
