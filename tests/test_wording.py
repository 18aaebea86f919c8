"""Words for numbers of things."""

import pytest

from stimmlage.wording import counted


@pytest.mark.parametrize(
    ("n", "words"), [(0, "0 articles"), (1, "1 article"), (2, "2 articles"), (12345, "12,345 articles")]
)
def test_one_is_no_plural(n, words):
    assert counted(n, "article") == words
