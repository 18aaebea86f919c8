"""Krippendorff's alpha for unitising: his example, borders, and what is refused."""

import pandas as pd
import pytest

from stimmlage.errors import ColumnError, InputError
from stimmlage.statistics.unitizing import unitizing_alpha


def spans(*rows):
    return pd.DataFrame(rows, columns=["coder", "start", "end", "category"])


def test_equal_spans_agree_in_all():
    found = unitizing_alpha(spans(("a", 2, 6, "x"), ("b", 2, 6, "x")), 20)
    assert found["alpha"].tolist() == [1.0, 1.0] and found["observed"].tolist() == [0.0, 0.0]


def test_spans_apart_do_not_agree():
    found = unitizing_alpha(spans(("a", 0, 5, "x"), ("b", 10, 15, "x")), 20)
    assert found["alpha"].iloc[0] <= 0


def test_the_nearer_the_better():
    near, far = (unitizing_alpha(spans(("a", 2, 8, "x"), ("b", s, s + 6, "x")), 40)["alpha"].iloc[0] for s in (3, 6))
    assert near > far


def test_categories_are_summed():
    found = unitizing_alpha(spans(("a", 0, 5, "x"), ("b", 0, 5, "x"), ("a", 10, 15, "y"), ("b", 12, 17, "y")), 30)
    assert found["category"].tolist() == ["all", "x", "y"]
    assert found["observed"].iloc[0] == pytest.approx(found["observed"].iloc[1:].sum())
    assert found["n_units"].tolist() == [4, 2, 2]


@pytest.mark.parametrize(
    ("table", "error", "words"),
    [
        (spans(("a", 0, 5, "x"), ("b", 0, 5, "x")).drop(columns="end"), ColumnError, "lacks the columns"),
        (spans(("a", 0, 50, "x"), ("b", 0, 5, "x")), InputError, "between 0 and 20"),
        (spans(("a", 5, 5, "x"), ("b", 0, 5, "x")), InputError, "not empty"),
        (spans(("a", 0, 5, "x")), InputError, "two coders or more"),
        (spans(("a", 0, 5, "x"), ("a", 3, 8, "x"), ("b", 0, 5, "x")), InputError, "do not overlap"),
    ],
)
def test_what_is_wrong_is_told(table, error, words):
    with pytest.raises(error, match=words):
        unitizing_alpha(table, 20)
