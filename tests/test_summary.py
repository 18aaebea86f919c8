"""Summaries: estimates, intervals, NaN and notes."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

from stimmlage.errors import ColumnError, OptionError
from stimmlage.statistics.summary import summarise


def scores(*rows: tuple, measure: str = "hedging") -> pd.DataFrame:
    """Make scores of rows (speaker, value, n_words): a rate if they are called hedging, else a balance."""
    kind = "rate" if measure == "hedging" else "balance"
    table = pd.DataFrame(rows, columns=["speaker", "value", "n_words"]).astype({"value": float})
    return table.assign(doc_id="d", passage_id=range(len(table)), measure=measure, section="A", kind=kind)


def test_a_rate_is_weighted_by_words():
    row = summarise(scores(("Blum", 10, 10), ("Blum", 0, 90)), by="speaker").iloc[0]
    assert (row["estimate"], row["n"], row["n_words"]) == (1.0, 2, 100)


def test_a_polarity_is_a_plain_mean():
    row = summarise(scores(("Blum", 1, 10), ("Blum", 0, 90), measure="sentiment"), by="speaker").iloc[0]
    assert row["estimate"] == 0.5


def test_what_is_undefined_is_left_out():
    row = summarise(scores(("Blum", 1, 10), ("Blum", np.nan, 90), measure="sentiment"), by="speaker").iloc[0]
    assert (row["estimate"], row["n"], row["n_words"]) == (1.0, 1, 10)
    assert np.isnan(row["low"]) and np.isnan(row["high"])


@pytest.mark.parametrize(
    ("rows", "note"),
    [
        ([("Blum", np.nan, 10)], "nothing to measure"),
        ([("Blum", 1, 0)], "no words"),
        ([("Blum", 1, 10)], "n too small"),
        ([("Blum", 1, 10)] * 6, "all values are equal"),
        ([("Blum", v, 10) for v in range(6)], ""),
    ],
)
def test_notes(rows, note):
    row = summarise(scores(*rows), by=["speaker"]).iloc[0]
    assert row["note"] == note
    assert np.isnan(row["estimate"]) == (note in ("nothing to measure", "no words"))


def test_the_interval_is_that_of_the_normal_theory_for_many():
    values = np.random.default_rng(1).normal(0.3, 0.2, 400)
    row = summarise(scores(*(("Blum", v, 10) for v in values), measure="sentiment"), by="speaker").iloc[0]
    error = 1.96 * values.std(ddof=1) / 20
    assert row["low"] == pytest.approx(values.mean() - error, abs=0.003)
    assert row["high"] == pytest.approx(values.mean() + error, abs=0.003)


def test_groups_keep_their_order_and_their_draws():
    table = scores(*((s, v, 10) for s in ("Lang", "Blum") for v in (1, 2, 3, 5, 8)))
    both = summarise(table, by="speaker")
    assert both["speaker"].tolist() == ["Lang", "Blum"]
    alone = summarise(table[table["speaker"] == "Blum"], by="speaker")
    assert_frame_equal(both[both["speaker"] == "Blum"].reset_index(drop=True), alone)
    assert_frame_equal(both, summarise(table, by="speaker"))
    assert not both.equals(summarise(table, by="speaker", seed=1))


def test_by_two_columns():
    table = summarise(scores(("Blum", 1, 10), ("Lang", 2, 10)), by=["section", "speaker"])
    assert table[["section", "speaker", "estimate"]].values.tolist() == [["A", "Blum", 1.0], ["A", "Lang", 2.0]]


def test_documents_as_units_widen_the_interval():
    rows = [("Blum", value, 10) for value in (0, 0, 0, 0, 8, 8, 8, 8, 2, 2, 2, 2)]
    table = scores(*rows, measure="sentiment").assign(doc_id=[f"d{i // 4}" for i in range(12)])
    by_passage, by_document = (summarise(table, by="speaker", unit=u).iloc[0] for u in ("passage_id", "doc_id"))
    assert by_document["high"] - by_document["low"] > by_passage["high"] - by_passage["low"]
    assert by_document["estimate"] == by_passage["estimate"]


@pytest.mark.parametrize("options", [{"by": []}, {"by": "speaker", "level": 1.5}, {"by": "speaker", "resamples": 0}])
def test_bad_options(options):
    with pytest.raises(OptionError):
        summarise(scores(("Blum", 1, 10)), **options)


def test_a_missing_column_is_named():
    with pytest.raises(ColumnError, match="voice"):
        summarise(scores(("Blum", 1, 10)), by="voice")


ROWS = st.lists(
    st.tuples(st.sampled_from(["Blum", "Lang"]), st.one_of(st.none(), st.floats(-1, 1)), st.integers(0, 50)),
    max_size=12,
)


@settings(deadline=None, max_examples=40)
@given(ROWS, st.sampled_from(["hedging", "sentiment"]))
def test_the_interval_holds_the_extremes_and_the_input_is_untouched(rows, measure):
    table = scores(*rows, measure=measure)
    before = table.copy(deep=True)
    found = summarise(table, by="speaker", resamples=50)
    assert_frame_equal(table, before)
    assert found["n"].sum() == table["value"].notna().sum()
    for row in found.to_dict("records"):
        own = table[(table["speaker"] == row["speaker"])]["value"]
        if not np.isnan(row["low"]):
            assert own.min() - 1e-9 <= row["low"] <= row["high"] <= own.max() + 1e-9


@pytest.mark.parametrize(("name", "kind", "expected"), [("evidentiality", "rate", 1.0), ("hedging", "balance", 5.0)])
def test_what_is_done_goes_by_the_kind_and_not_by_the_name(name, kind, expected):
    table = scores(("Blum", 10, 10), ("Blum", 0, 90)).assign(measure=name, kind=kind)
    assert summarise(table, by="speaker")["estimate"].tolist() == [expected]


@pytest.mark.parametrize(
    ("change", "error", "said"),
    [
        (lambda t: t.drop(columns="kind"), ColumnError, "`kind` says of each score"),
        (lambda t: t.assign(kind="ratio"), OptionError, "'hedging' is \\['ratio'\\]"),
        (lambda t: t.assign(kind=["rate", "balance"]), OptionError, "\\['balance', 'rate'\\]"),
    ],
)
def test_a_score_without_a_kind_is_told_what_to_say(change, error, said):
    with pytest.raises(error, match=said):
        summarise(change(scores(("Blum", 10, 10), ("Blum", 0, 90))), by="speaker")
