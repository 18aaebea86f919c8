"""What is typical of a part: fixed values, symmetry, refusals."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stimmlage.errors import OptionError
from stimmlage.exploring.keyness import conservative_log_ratio, keyness, limits, log_likelihood, log_ratio


def test_fixed_values():
    a, b, n = [3, 30, 300], [1, 10, 100], 10_000
    assert log_ratio(a, b, n, n) == pytest.approx([1.585] * 3, abs=5e-4)
    assert conservative_log_ratio(a, b, n, n) == pytest.approx([0, 0.513, 1.254], abs=5e-4)
    assert conservative_log_ratio(a, b, n, n, 0.001, 3) == pytest.approx([0, 0, 0.996], abs=5e-4)
    assert log_likelihood(a, b, n, n) == pytest.approx([1.05, 10.5, 106.7], abs=0.05)


@given(*[st.integers(0, 60)] * 2, *[st.integers(100, 5000)] * 2)
def test_keyness_is_the_same_seen_from_the_other_side(a, b, n, m):
    assert log_ratio(a, b, n, m) == pytest.approx(-log_ratio(b, a, m, n))
    assert log_likelihood(a, b, n, m) == pytest.approx(log_likelihood(b, a, m, n))
    assert conservative_log_ratio(a, b, n, m) == pytest.approx(-conservative_log_ratio(b, a, m, n))
    low, high = limits(a, b, n, m)
    assert low <= high or not a + b


def test_keywords_of_a_part(corpus):
    table = corpus.keyness({"outlet": "A"}, least=2).set_index("item")
    assert table.loc["Damm", ["n", "n_reference", "n_documents", "n_speakers", "dp"]].tolist() == [3, 0, 1, 2, 0]
    assert table.loc["Damm", "log_ratio"] > 0 > table.loc["Zug", "log_ratio"]
    speakers = corpus.keyness({"speaker": "Anna Berg"}, {"speaker": "author", "outlet": "A"}, least=1).set_index("item")
    assert speakers.loc["Damm", ["n", "n_reference"]].tolist() == [1, 2]


@pytest.mark.parametrize(
    ("target", "reference"),
    [
        ({}, None),
        ({"outlet": "Z"}, None),
        ({"outlet": "A"}, {"doc_id": "a"}),
        ({"nothing": "A"}, None),
        ({"outlet": ["A", "B"]}, None),
    ],
)
def test_parts_that_cannot_be_compared(corpus, target, reference):
    with pytest.raises(OptionError):
        corpus.keyness(target, reference)


@pytest.mark.parametrize(
    ("target", "sizes"), [(True, "2 words and the reference 0"), (False, "0 words and the reference 2")]
)
def test_one_side_without_words(target, sizes):
    words = pd.DataFrame({"item": ["a", "b"]})
    with pytest.raises(OptionError, match=sizes):
        keyness(words, pd.Series([target] * 2))
