"""Agreement: coefficients by unit, spans, confusion; known values and NLTK's own."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nltk.metrics.agreement import AnnotationTask
from pandas.testing import assert_frame_equal

from stimmlage.errors import ColumnError, InputError, OptionError
from stimmlage.statistics.agreement import agreement


def spans(*rows: tuple) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=["doc_id", "start", "end", "category"])


def labelled(labels: str) -> pd.DataFrame:
    """Make one span per character; a dot is unmarked."""
    return spans(*(("d", i, i + 1, c) for i, c in enumerate(labels) if c != "."))


def texts(text: str) -> pd.DataFrame:
    return pd.DataFrame({"doc_id": ["d"], "text": [text]})


# Two coders, ten items: the textbook example of alpha for nominal data (Krippendorff 2011, section B: .095).
MEG, OWEN = "0100000100", "1110010000"
# Cohen's kappa for 50 grants read by two readers, 20 yes/yes, 5 yes/no, 10 no/yes, 15 no/no: .40.
FIRST, SECOND = "y" * 25 + "n" * 25, "y" * 20 + "n" * 5 + "y" * 10 + "n" * 15


def test_alpha_of_the_textbook():
    assert agreement(labelled(MEG), labelled(OWEN)).alpha == pytest.approx(0.095, abs=0.0005)


def test_kappa_of_the_textbook():
    found = agreement(labelled(FIRST), labelled(SECOND))
    assert found.kappa == pytest.approx(0.4) and found.coefficients["observed"].iloc[0] == 0.7


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), min_size=2, max_size=30))
def test_coefficients_are_those_of_nltk(pairs):
    a, b = ("".join(side) for side in zip(*pairs))
    table_a, table_b = labelled(a), labelled(b)
    before = table_a.copy(deep=True)
    found = agreement(table_a, table_b)
    assert_frame_equal(table_a, before)
    if len(set(a + b)) > 1:
        task = AnnotationTask([(who, i, label) for who, side in (("a", a), ("b", b)) for i, label in enumerate(side)])
        assert found.alpha == pytest.approx(task.alpha())
        assert found.kappa == pytest.approx(task.kappa())
    else:
        assert np.isnan(found.alpha) and np.isnan(found.kappa)


TEXT = "Das ist wohl wahr. Es ist sicher wahr."


@pytest.mark.parametrize(("unit", "n"), [("character", len(TEXT)), ("token", 10), ("sentence", 2)])
def test_units(unit, n):
    a = spans(("d", 8, 12, "hedge"), ("d", 26, 32, "booster"))
    found = agreement(a, a, texts(TEXT), unit=unit)
    assert (found.unit, found.n_units, found.alpha, found.kappa) == (unit, n, 1, 1)


def test_each_category_against_the_rest():
    a = spans(("d", 8, 12, "hedge"), ("d", 26, 32, "booster"))
    b = spans(("d", 8, 12, "hedge"), ("d", 33, 37, "booster"))
    rows = agreement(a, b, texts(TEXT)).coefficients.set_index("category")
    assert rows.loc["hedge", "alpha"] == 1 and rows.loc["booster", "alpha"] < 0.1
    assert rows.loc["all", ["n_a", "n_b"]].tolist() == [2, 2]


def test_confusion_is_by_unit():
    a, b = spans(("d", 8, 12, "hedge")), spans(("d", 8, 12, "booster"))
    found = agreement(a, b, texts(TEXT)).confusion
    assert found.values.tolist() == [["", "", 9], ["hedge", "booster", 1]]


def test_overlapping_spans_join_their_categories():
    a = spans(("d", 8, 12, "hedge"), ("d", 8, 17, "affect"))
    assert set(agreement(a, a, texts(TEXT)).confusion["category_a"]) == {"", "affect", "affect+hedge"}


def test_precision_and_recall_of_spans():
    a = spans(("d", 0, 3, "x"), ("d", 5, 9, "x"), ("d", 10, 12, "y"))
    b = spans(("d", 0, 3, "x"), ("d", 6, 9, "x"), ("d", 10, 12, "x"), ("d", 20, 21, "y"))
    scores = agreement(a, b).spans.set_index(["match", "category"])
    assert scores.loc[("exact", "all"), ["precision", "recall"]].tolist() == [1 / 4, 1 / 3]
    assert scores.loc[("overlap", "all"), ["precision", "recall"]].tolist() == [2 / 4, 2 / 3]
    assert scores.loc[("overlap", "x"), ["n_a", "n_b"]].tolist() == [2, 3]
    assert scores.loc[("exact", "y"), "f1"] == 0


def test_nothing_annotated_is_undefined():
    empty = spans()
    found = agreement(empty, empty, texts(TEXT))
    assert np.isnan(found.alpha) and np.isnan(found.kappa) and found.spans["f1"].isna().all()


@pytest.mark.parametrize(
    ("a", "options", "error"),
    [
        (spans().drop(columns="category"), {}, ColumnError),
        (spans(("d", 3, 3, "x")), {}, InputError),
        (spans(("e", 0, 3, "x")), {"documents": texts(TEXT)}, InputError),
        (spans(), {"unit": "token"}, OptionError),
        (spans(), {"documents": texts(TEXT), "unit": "page"}, OptionError),
        (spans(), {"documents": texts(TEXT).drop(columns="text")}, ColumnError),
    ],
)
def test_bad_input(a, options, error):
    with pytest.raises(error):
        agreement(a, spans(), **options)
