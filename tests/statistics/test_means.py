"""Means and net rates on arrays: fixed values and borders."""

from __future__ import annotations

import numpy as np
import pytest

from stimmlage.statistics.contrasts import compare_net_rates
from stimmlage.statistics.means import mean, net_rates

DOCUMENTS = [[0.5, 0, 0.25], [0, 0], [-0.5, -0.25, 0, 0], [0.25], [0, 0.5]]


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


def test_net_rates_have_the_variance_of_independent_hits_at_least():
    total, squares, words = np.array([2.0, 2.0, 2.0, 2.0]), np.array([6.0] * 4), np.array([100.0] * 4)
    found = net_rates(total, squares, words, np.zeros(4, int), 1)
    assert found.value[0] == pytest.approx(0.02)
    assert (found.high[0] - found.low[0]) / 2 == pytest.approx(3.1824 * np.sqrt(24.5) / 400, abs=1e-4)
    both = compare_net_rates((total, squares, words), (-total, squares, words))
    assert both.value == pytest.approx(0.04) and both.low < 0.04 < both.high
