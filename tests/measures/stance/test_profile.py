"""Words by which speakers comment on what they say."""

import pytest
from tests.found import analysed

from stimmlage.measures.stance.profile import CLASSES, find_profile
from stimmlage.scope.scopes import find_scopes


def profile(text):
    analysis = analysed(text)
    return [(hit.cue, hit.category) for hit in find_profile(analysis, find_scopes(analysis))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Das ist zweifellos wahr.", [("zweifellos", "certainty")]),
        ("Das ist vielleicht wahr.", [("vielleicht", "hypothesis")]),
        ("Das ist angeblich wahr.", [("angeblich", "distance")]),
        ("Das ist leider wahr.", [("leider", "affect")]),
        ("Er muss zahlen.", [("muss", "obligation")]),
        ("Er darf nicht zahlen.", [("darf", "obligation")]),
        ("Er darf zahlen.", []),
        ("Er muss gelogen haben.", []),
        ("Der Plan ist zu ändern.", [("ändern", "obligation")]),
        ("Das ist klar, es zu tun ist schwer.", [("ist klar", "certainty")]),
        ("Er hat, wie er sagt, zu gehen.", []),
        ("Der Plan ist nicht sicher gut.", [("sicher", "hypothesis")]),
        ("Sie fühlt sich wohl.", []),
        ("Das Haus ist so sicher.", []),
    ],
)
def test_comments(text, expected):
    found = profile(text)
    assert found == expected
    assert {category for _, category in found} <= set(CLASSES)
