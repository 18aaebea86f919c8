"""Speech that nothing in its sentence announces."""

import pytest
from tests.found import quoted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Berg soll das Land verlassen haben.", ["soll: Anna Berg soll das Land verlassen haben. |"]),
        ("Anna Berg soll das Land verlassen.", []),
        ("Anna Berg sollte das Land verlassen haben.", []),
        ("Der Plan soll geändert werden.", []),
        ("Jeder soll Platz haben wie geplant.", []),
        (
            "Anna Berg sagte, der Plan sei fertig. Er soll im Mai kommen.",
            ["verb_second: der Plan sei fertig | Anna Berg", "soll_near: Er soll im Mai kommen. | Anna Berg"],
        ),
        (
            "Sie wollte „so schnell wie möglich nach Hause“ und ging.",
            ["marks_inside: „so schnell wie möglich nach Hause“ | Sie"],
        ),
        ("Sie las „Der lange Weg durch die Nacht“ und ging.", []),
        ("Sie wollte „ganz schnell“ nach Hause.", []),
    ],
)
def test_unannounced(text, expected):
    assert quoted(text) == expected
