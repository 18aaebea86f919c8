"""Sums over independent units."""

import numpy as np
import pandas as pd
import pytest

from stimmlage.errors import ColumnError, OptionError
from stimmlage.statistics.units import check_scores, sums, with_sums


def scores(**columns):
    table = {"doc_id": ["a", "a", "b"], "sentence_id": [0, 1, 0], "measure": "m", "kind": "rate"}
    return pd.DataFrame({**table, "value": [2.0, 0.0, 4.0], "n_words": [50, 50, 100], **columns})


def test_rates_are_per_hundred_words():
    found = with_sums(scores())
    assert found["total"].tolist() == [1.0, 0.0, 4.0] and found["base"].tolist() == [0.5, 0.5, 1.0]
    assert found["n_hits"].tolist() == [1.0, 0.0, 4.0]


def test_a_value_that_is_not_defined_weighs_nothing():
    found = with_sums(scores(kind="position", value=[0.5, np.nan, -1.0]))
    assert found["base"].tolist() == [1.0, 0.0, 1.0] and found["squares"].tolist() == [0.25, 0.0, 1.0]


def test_sums_that_are_there_stay():
    table = with_sums(scores())
    assert with_sums(table) is table


@pytest.mark.parametrize(("unit", "n"), [("auto", 2), ("document", 2), ("sentence", 3)])
def test_units(unit, n):
    found = sums(with_sums(scores()), np.zeros(3, int), 1, unit)
    assert len(found.n_words) == n and found.summed("total").tolist() == [5.0]
    assert found.documents().tolist() == [2]


def test_of_one_document_the_sentences_are_the_units():
    found = sums(with_sums(scores()[:2]), np.zeros(2, int), 1)
    assert len(found.n_words) == 2 and not found.by_document[0]


def test_what_is_missing_is_told():
    with pytest.raises(ColumnError, match="`kind` says of each score"):
        check_scores(scores().drop(columns="kind"))
    with pytest.raises(ColumnError, match=r"lacks the columns \['outlet'\]"):
        check_scores(scores(), more=["outlet"])
    with pytest.raises(OptionError, match="here 'm' is"):
        check_scores(scores(kind=["rate", "net", "rate"]))
