"""One id for one person: where the full name tells it, and else none."""

import pytest

from stimmlage.speakers.person_ids import person_id


@pytest.mark.parametrize(
    ("name", "kind", "found"),
    [
        ("Anna Berg", "person", "anna-berg"),
        ("Dr. Anna Berg", "person", "anna-berg"),
        ("Anna B. Berg", "person", "anna-berg"),
        ("Apple-Chefin Anna Berg", "person", "anna-berg"),
        ("Jürgen Größe", "person", "juergen-groesse"),
        ("Berg", "person", ""),
        ("Frau Berg", "person", ""),
        ("Deutsche Bank", "organisation", ""),
        ("Die Sprecherin", "unnamed", ""),
    ],
)
def test_ids(name, kind, found):
    assert person_id(name, kind) == found
