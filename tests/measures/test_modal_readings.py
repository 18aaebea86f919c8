"""The reading of a modal verb."""

import pytest
from tests.found import place, tagged

from stimmlage.measures.modal_readings import reading


@pytest.mark.parametrize(
    ("text", "modal", "expected"),
    [
        ("Das dürfte stimmen.", "dürfte", "ep"),
        ("Er muss gelogen haben.", "muss", "ep"),
        ("Er soll gelogen haben.", "soll", "reportive"),
        ("Er will nichts gesehen haben.", "will", "reportive"),
        ("Er soll zahlen.", "soll", "de"),
        ("Er muss zahlen.", "muss", "de"),
        ("Er darf hier parken.", "darf", "de"),
        ("Er kann gut schwimmen.", "kann", "dy"),
        ("Sie will nach Rom reisen.", "will", "dy"),
        ("Was soll das?", "soll", "expected"),
    ],
)
def test_readings(text, modal, expected):
    words = tagged(text)
    assert reading(words, place(words, modal)) == expected
