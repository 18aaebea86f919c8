"""Speech without marks behind a colon: only behind a verb of saying with somebody who speaks."""

import pytest
from tests.found import quoted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Berg sagte: Wir schaffen das.", ["bare_colon: Wir schaffen das | Anna Berg"]),
        ("Anna Berg sagte es so: Wir schaffen das.", ["bare_colon: Wir schaffen das | Anna Berg"]),
        ("Ich sagte: Wir schaffen das.", ["bare_colon: Wir schaffen das | Ich"]),
        ("Der Plan hat drei Teile: Wir sparen, wir bauen, wir helfen.", []),
        ("Anna Berg kennt drei Orte: Köln, Bonn und Trier.", []),
        ("Es wurde gesagt: Wir schaffen das.", []),
        ("Der Regen sagte: Wir schaffen das.", []),
    ],
)
def test_behind_a_colon(text, expected):
    assert quoted(text) == expected
