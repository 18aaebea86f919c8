"""Clauses in the Konjunktiv I that no verb of saying takes."""

import pytest
from tests.found import quoted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Berg suchte die Täter, die geflohen seien.", ["loose_clause: die geflohen seien | Anna Berg"]),
        ("Die Firma schloss das Werk, weil es zu teuer sei.", ["loose_clause: weil es zu teuer sei | Die Firma"]),
        ("Die Firma schloss das Werk, weil es zu teuer ist.", []),
        ("Anna Berg suchte die Täter, die geflohen sind.", []),
        ("Sie tat, als ob sie reich sei.", []),
    ],
)
def test_a_clause_in_the_konjunktiv(text, expected):
    assert quoted(text) == expected
