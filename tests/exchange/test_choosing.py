"""Which articles of a corpus are meant."""

import numpy as np
import pandas as pd
import pytest

from stimmlage.errors import OptionError
from stimmlage.exchange.choosing import chosen, chosen_where

TABLE = pd.DataFrame(
    {
        "doc_id": ["a", "b", "c"],
        "outlet": ["A", "B", "B"],
        "date": ["2026-01-05", "2026-02-05", ""],
        "n_words": [5, 9, 2],
    }
)


@pytest.mark.parametrize(
    ("which", "names"),
    [
        ("b", ["b"]),
        (["c", "a", "c"], ["c", "a"]),
        (slice(1, None), ["b", "c"]),
        ([True, False, True], ["a", "c"]),
        (TABLE["n_words"] > 4, ["a", "b"]),
        (np.array([False, True, False]), ["b"]),
        ((TABLE["n_words"] > 4)[[2, 1, 0]], ["a", "b"]),  # a mask goes by its index
        ([], []),
    ],
)
def test_ways_to_choose(which, names):
    assert chosen(which, TABLE) == names


@pytest.mark.parametrize(
    ("which", "words"),
    [
        ("d", "no article 'd'; there are"),
        ([True], "has 1 values, `documents` 3 rows"),
        (3, "not by 3"),
        (b"a", "not by b'a'"),
    ],
)
def test_what_cannot_be_meant_is_told(which, words):
    with pytest.raises(OptionError, match=words):
        chosen(which, TABLE)


def test_conditions():
    assert chosen_where("outlet == 'B' and n_words > 4", TABLE) == ["b"]
    assert chosen_where("month >= '2026-02'", TABLE) == ["b"]


@pytest.mark.parametrize("condition", ["", "  ", 3, "colour == 'x'", "outlet ==", "outlet"])
def test_a_condition_that_cannot_be_read_is_told(condition):
    with pytest.raises(OptionError) as error:
        chosen_where(condition, TABLE)
    assert "\n" not in str(error.value)
