"""Comparison: documents as units, effects with intervals, correction, gates."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

import stimmlage as sl
from stimmlage.errors import ColumnError, OptionError
from stimmlage.statistics.comparison import TOO_FEW, compare, holm
from stimmlage.statistics.contrasts import compare_rates


def scores(measure: str = "hedging", kind: str = "rate", shared: bool = False, **groups: list[float]) -> pd.DataFrame:
    """Make scores of one passage in each document; groups have documents of their own, or share them."""
    rows = [
        (f"d{i}" if shared else f"{name}{i}", name, float(value), 100 + 10 * i)
        for name, values in groups.items()
        for i, value in enumerate(values)
    ]
    table = pd.DataFrame(rows, columns=["doc_id", "outlet", "value", "n_words"])
    return table.assign(measure=measure, kind=kind, passage_id=range(len(table)))


A, B = [1, 2, 1.5, 0.5, 1, 2], [4, 3, 5, 4.5, 3.5, 4]


def test_rates_are_compared_by_their_ratio_over_documents():
    row = compare(scores(a=A, b=B), by="outlet").iloc[0]
    words = np.array([100 + 10 * i for i in range(6)]) / 100
    none = np.zeros(6)
    expected = compare_rates(np.r_[A * words, none], np.r_[words, none], np.r_[none, B * words], np.r_[none, words])
    assert row[["size", "low", "high", "p"]].tolist() == pytest.approx(list(expected[:4]))
    assert row[["effect", "n_a", "n_b", "n_shared", "note"]].tolist() == ["ratio", 6, 6, 0, ""]
    assert row["estimate_a"] / row["estimate_b"] == pytest.approx(row["size"], rel=0.05)


def test_passages_of_one_document_are_one_unit():
    once = scores(a=A, b=B)
    twice = pd.concat([once, once]).assign(n_words=lambda t: t["n_words"] // 2)
    assert_frame_equal(compare(twice, by="outlet"), compare(once, by="outlet"))


def test_shared_documents_are_told():
    row = compare(scores(a=A, b=B, shared=True), by="outlet").iloc[0]
    assert (row["n_a"], row["n_b"], row["n_shared"]) == (6, 6, 6)


def test_balances_are_compared_by_their_difference():
    row = compare(
        scores("sentiment", "balance", a=[0.5, 0.4, 0.6, 0.5, 0.4], b=[-0.5, -0.4, 0, -0.2, -0.6]), by="outlet"
    ).iloc[0]
    assert row["effect"] == "difference" and row["size"] == pytest.approx(0.82) and row["low"] > 0 and row["p"] < 0.05


def test_net_rates_may_be_negative():
    row = compare(scores("subjectivity", "net", a=[-1, -2, 0, -1, -2], b=[5, 6, 4, 5, 6]), by="outlet").iloc[0]
    assert row["effect"] == "difference" and row["size"] < -5


@pytest.mark.parametrize("kind", ["rate", "balance"])
def test_below_five_documents_there_is_no_test(kind):
    row = compare(scores(kind=kind, a=[0.1] * 4, b=[0.2] * 9), by="outlet").iloc[0]
    assert row["note"] == TOO_FEW and row[["estimate_a", "size", "low", "high", "p", "p_holm"]].isna().all()


def test_documents_without_a_value_do_not_count_for_a_mean():
    table = scores(kind="balance", measure="sentiment", a=[0.1, np.nan, 0.2, np.nan, 0.3], b=[0.2] * 9)
    row = compare(table, by="outlet").iloc[0]
    assert (row["n_a"], row["note"]) == (3, TOO_FEW)


def test_holm_counts_all_tests_of_the_table_and_each_score_once():
    one = scores(a=A, b=B, c=[2, 2, 3, 2, 1, 2])
    again = one.assign(measure="hedging:hedge")
    table = compare(pd.concat([one, again]), by="outlet")
    assert table["measure"].tolist() == ["hedging"] * 3
    nothing = pd.concat([one.assign(value=0.0, measure=name) for name in ("x", "y")])
    assert len(compare(nothing, by="outlet")) == 6  # two that find nothing are not the same
    assert table["p_holm"].tolist() == holm(table["p"].to_numpy()).tolist() and (table["p_holm"] >= table["p"]).all()


@pytest.mark.parametrize(
    ("p", "corrected"),
    [([0.01, 0.02, 0.03], [0.03, 0.04, 0.04]), ([0.5, 0.6], [1, 1]), ([0.01, np.nan], [0.01, np.nan]), ([], [])],
)
def test_holm(p, corrected):
    np.testing.assert_allclose(holm(np.array(p, float)), corrected)


def test_groups_can_be_chosen_and_unknown_ones_are_named():
    table = scores(a=A, b=B, c=A)
    found = compare(table, by="outlet", groups=["c", "a"])
    assert found[["group_a", "group_b"]].values.tolist() == [["c", "a"]]
    with pytest.raises(OptionError, match="'d'"):
        compare(table, by="outlet", groups=["a", "d"])


@pytest.mark.parametrize("column", ["outlet", "doc_id", "kind"])
def test_a_missing_column_is_named(column):
    with pytest.raises(ColumnError, match=column):
        compare(scores(a=A, b=B).drop(columns=column), by="outlet")


def test_a_corpus_compares_headlines_unless_parts_are_asked_for():
    corpus = sl.from_text("Das ist wohl so. „Ja“, sagte Anna Berg.")
    few = corpus.compare(sl.Hedging(), by="speaker")
    assert few["measure"].tolist() == ["hedging"] and few["note"].tolist() == [TOO_FEW]
    assert set(corpus.compare(sl.Hedging(), by="speaker", parts=True)["measure"]) >= {"hedging", "hedging:booster"}
