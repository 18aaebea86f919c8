"""Figures by hand, and their intervals."""

import math

import numpy as np
import pytest

from stimmlage.evaluation.metrics import accuracy, auc, bootstrap, classification, macro_f1


def test_by_hand():
    gold, found = ["a", "a", "b", "b"], ["a", "b", "b", "b"]
    assert accuracy(gold, found) == 0.75
    assert macro_f1(gold, found) == pytest.approx((2 / 3 + 4 / 5) / 2)
    assert macro_f1(gold, found, ["a", "b", "c"]) == pytest.approx((2 / 3 + 4 / 5) / 3)  # never found: 0


@pytest.mark.parametrize(
    ("score", "area"),
    [([0.9, 0.8, 0.2, 0.1], 1.0), ([0.1, 0.2, 0.8, 0.9], 0.0), ([1, 1, 1, 1], 0.5), ([3, 1, 2, 0], 0.75)],
)
def test_areas(score, area):
    assert auc([True, True, False, False], score) == area


def test_nothing_has_no_figure():
    assert math.isnan(accuracy([], [])) and math.isnan(macro_f1([], [])) and math.isnan(auc([True], [1.0]))
    assert math.isnan(bootstrap(lambda i: 0.0, 0).value)


def test_an_interval_holds_its_figure_and_comes_again():
    values = np.arange(50) % 2
    first, second = (bootstrap(lambda i: float(values[i].mean()), 50) for _ in range(2))
    assert first == second and first.low < first.value == 0.5 < first.high and first.n == 50
    assert str(first).startswith("0.500 [") and str(first).endswith("n=50")


def test_only_items_of_two_labels_have_an_area():
    found = classification(["p", "n", "x"], ["p", "n", "x"], [1.0, -1.0, 5.0], positive="p", negative="n")
    assert found["auc"].value == 1.0 and found["auc"].n == 2 and found["accuracy"].n == 3
