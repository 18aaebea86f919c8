"""Reliability of coders: fixed values, and what cannot be computed."""

import pandas as pd
import pytest

from stimmlage.errors import ColumnError, InputError, OptionError
from stimmlage.statistics.reliability import coefficients, reading, reliability


def ratings(**labels):
    rows = [(coder, item, label) for coder, row in labels.items() for item, label in enumerate(row) if label != "."]
    return pd.DataFrame(rows, columns=["coder", "item", "label"])


def value(table, name):
    return table.set_index("coefficient")["value"][name]


def test_the_nominal_example_of_krippendorff():
    found = reliability(ratings(A=".....34121133.3", B="1.213343.......", C="..21344.21133.4"))
    assert value(found, "alpha") == pytest.approx(0.691, abs=0.001)


def test_kappa_by_hand():
    found = reliability(ratings(A="aaaabbbb", B="aaabbbba"))
    # observed 6/8; each coder has half a and half b, so 1/2 is expected
    assert value(found, "kappa") == pytest.approx((0.75 - 0.5) / 0.5)
    assert value(found, "observed") == pytest.approx(0.75)


def test_coders_who_agree_in_all():
    found = reliability(ratings(A="abab", B="abab"))
    assert value(found, "alpha") == 1 and found["reading"].iloc[0] == "reliable"


def test_one_label_leaves_nothing_to_agree_on():
    found = reliability(ratings(A="aaaa", B="aaaa"))
    assert pd.isna(value(found, "alpha")) and found["reading"].iloc[0] == "nothing to agree on"


def test_near_labels_count_less_where_they_are_numbers():
    table = pd.DataFrame(
        [(c, i, v) for c, row in {"A": [1, 2, 3, 4, 5], "B": [1, 2, 3, 4, 4]}.items() for i, v in enumerate(row)],
        columns=["coder", "item", "label"],
    )
    nominal, interval = (value(reliability(table, distance=d), "alpha") for d in ("nominal", "interval"))
    assert nominal < interval < 1
    plain, weighted = (value(reliability(table, distance=d), "kappa") for d in ("nominal", "interval"))
    # Cohen (1968): observed 1 / 5, expected by the products of the labels 85 / 25
    assert plain == pytest.approx(0.75) and weighted == pytest.approx(1 - (1 / 5) / (85 / 25))


@pytest.mark.parametrize(
    ("alpha", "words"), [(0.8, "reliable"), (0.7, "tentative conclusions only"), (0.6, "not reliable")]
)
def test_what_an_alpha_allows(alpha, words):
    assert reading(alpha) == words


def test_without_an_interval_there_are_no_limits():
    rows = [("A", 0, "a"), ("B", 0, "a"), ("A", 1, "b"), ("B", 1, "a")]
    assert all(pd.isna(c[1]) for c in coefficients(rows, [0, 0, 1, 1], interval=False).values())


@pytest.mark.parametrize(
    ("table", "options", "error", "words"),
    [
        (ratings(A="ab").drop(columns="label"), {}, ColumnError, r"lacks the columns \['label'\]"),
        (ratings(A="ab", B="ab"), {"distance": "far"}, OptionError, "not 'far'"),
        (ratings(A="ab", B="ab"), {"distance": "interval"}, InputError, "labels are numbers"),
        (pd.concat([ratings(A="ab", B="ab"), ratings(A="a")]), {}, InputError, "labels the item '0' twice"),
    ],
)
def test_what_is_wrong_is_told(table, options, error, words):
    with pytest.raises(error, match=words):
        reliability(table, **options)


@pytest.mark.parametrize(("distance", "alpha"), [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849)])
def test_the_four_observers_of_krippendorff(distance, alpha):
    """Krippendorff (2011), "Computing Krippendorff's Alpha-Reliability": reliability data of four observers."""
    rows = {"A": "123321412...", "B": "1233224125.3", "C": ".3332342251.", "D": "12332441251."}
    table = ratings(**rows)
    found = reliability(table.assign(label=table["label"].astype(int)), distance=distance)
    assert value(found, "alpha") == pytest.approx(alpha, abs=0.001)
