"""Comparison: permutation test, effect sizes, correction, warnings."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

from stimmlage.errors import ColumnError, OptionError
from stimmlage.statistics.comparison import cliffs_delta, compare, hedges_g, holm


def scores(measure: str = "sentiment", **groups: list[float]) -> pd.DataFrame:
    rows = [(speaker, float(value), measure, 10) for speaker, values in groups.items() for value in values]
    table = pd.DataFrame(rows, columns=["speaker", "value", "measure", "n_words"])
    return table.assign(kind="rate" if measure == "hedging" else "balance")


def test_equal_groups_do_not_differ():
    row = compare(scores(a=[1, 2, 3, 4, 5], b=[1, 2, 3, 4, 5]), by="speaker").iloc[0]
    assert (row["difference"], row["p"], row["cliffs_delta"], row["hedges_g"]) == (0, 1, 0, 0)


def test_p_counts_all_ways_to_deal_where_they_are_few():
    a, b = [3.0, 4.0, 5.0], [0.0, 1.0, 2.0]
    ways = [np.mean(c) * 2 - 5 for c in combinations([*a, *b], 3)]
    exact = np.mean([abs(w) >= 3 - 1e-9 for w in ways])
    assert compare(scores(a=a, b=b), by="speaker")["p"].item() == pytest.approx(exact)


def test_a_rate_is_compared_as_a_ratio():
    table = scores("hedging", a=[10, 0], b=[1, 1]).assign(n_words=[10, 90, 50, 50])
    row = compare(table, by="speaker").iloc[0]
    assert (row["estimate_a"], row["estimate_b"], row["difference"]) == (1, 1, 0)


def test_holm_counts_all_comparisons_of_the_table():
    table = compare(scores(a=[1, 2, 3, 4, 5], b=[1, 2, 3, 4, 6], c=[7, 8, 9, 10, 11]), by="speaker")
    assert len(table) == 3
    assert table["p_holm"].tolist() == holm(table["p"].to_numpy()).tolist()
    assert (table["p_holm"] >= table["p"]).all()


@pytest.mark.parametrize(
    ("p", "corrected"),
    [([0.01, 0.02, 0.03], [0.03, 0.04, 0.04]), ([0.5, 0.6], [1, 1]), ([0.01, np.nan], [0.01, np.nan]), ([], [])],
)
def test_holm(p, corrected):
    np.testing.assert_allclose(holm(np.array(p, float)), corrected)


@pytest.mark.parametrize(
    ("a", "b", "warning"),
    [
        ([1], [2, 3], "n too small: no difference could reach p < .05"),
        ([1, 2], [3, 4], "n too small: no difference could reach p < .05"),
        ([1, 2, 3, 4], [3, 4, 5, 6], "n too small to trust"),
        ([1, 2, 3, 4, 5], [3, 4, 5, 6, 7], ""),
    ],
)
def test_warnings(a, b, warning):
    row = compare(scores(a=a, b=b), by="speaker").iloc[0]
    assert row["warning"] == warning
    assert np.isnan(row["p"]) == (min(len(a), len(b)) < 2)


def test_a_group_without_values_is_named_and_empty():
    row = compare(scores(a=[1, 2], b=[np.nan]), by="speaker", groups=["a", "b"]).iloc[0]
    assert row["warning"] == "nothing to measure" and np.isnan(row["difference"]) and np.isnan(row["p_holm"])


def test_effect_sizes():
    a, b = np.array([1.0, 2, 3]), np.array([4.0, 5, 6])
    assert cliffs_delta(a, b) == -1 and cliffs_delta(b, a) == 1
    assert hedges_g(a, b) == pytest.approx(-3 * (1 - 3 / 15))
    assert np.isnan(hedges_g(np.ones(3), np.ones(3))) and np.isnan(hedges_g(a[:1], b))


def test_same_seed_same_p():
    values = np.random.default_rng(0).normal(size=(2, 30)).tolist()
    table = scores(a=values[0], b=values[1])
    assert_frame_equal(compare(table, by="speaker", seed=3), compare(table, by="speaker", seed=3))


def test_bad_input():
    with pytest.raises(ColumnError, match="section"):
        compare(scores(a=[1]), by="section")
    with pytest.raises(OptionError, match="nobody"):
        compare(scores(a=[1]), by="speaker", groups=["a", "nobody"])


VALUES = st.lists(st.one_of(st.just(float("nan")), st.floats(-1, 1)), max_size=6)


@settings(deadline=None, max_examples=30)
@given(VALUES, VALUES)
def test_any_two_groups(a, b):
    table = scores(a=a, b=b)
    before = table.copy(deep=True)
    found = compare(table, by="speaker", resamples=99)
    assert_frame_equal(table, before)
    assert found["p"].dropna().between(0, 1).all() and found["cliffs_delta"].dropna().between(-1, 1).all()
