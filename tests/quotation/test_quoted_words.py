"""Words in marks inside of what is reported."""

import pytest
from tests.found import quoted


@pytest.mark.parametrize(
    ("text", "nested"),
    [
        ("Anna Berg sagte, der Plan sei „ein großer Fehler“.", ["nested: „ein großer Fehler“ | Anna Berg"]),
        ("Anna Berg sagte, das Schiff „Gorch Fock“ sei alt.", []),
        ("Anna Berg sagte, der Verein („Aktiv im Alter“) sei alt.", []),
        ("Der Plan war „ein großer Fehler“.", []),
    ],
)
def test_a_wording_inside(text, nested):
    assert [q for q in quoted(text) if q.startswith("nested")] == nested
