"""What a text grants; the conceded stretch stands in brackets."""

import pytest
from tests.found import analysed

from stimmlage.errors import OptionError
from stimmlage.scope.concession import MECHANISMS, conceded, find_concessions


@pytest.mark.parametrize(
    "text",
    [
        "[Das Bad ist zwar teuer,] aber es hilft allen.",
        "[Obwohl es teuer ist,] hilft es allen.",
        "[Kritiker meinen, es sei zu klein.] Es hilft allen.",
        "[Das Bad ist teuer.] Aber es hilft allen.",
        "[Trotz der Kritik] wird das Bad gebaut.",
        "Das Bad ist teuer. Es hilft allen.",
    ],
)
def test_what_is_granted(text):
    plain = text.replace("[", "").replace("]", "")
    expected = [piece.partition("]")[0] for piece in text.split("[")[1:]]
    assert [plain[c.start : c.end] for c in find_concessions(analysed(plain))] == expected


def test_a_mechanism_that_is_switched_off_finds_nothing():
    analysis = analysed("Das Bad ist zwar teuer, aber es hilft allen.")
    assert find_concessions(analysis, without=["grants", "counters", "objections"]) == []


def test_an_unknown_mechanism_is_told():
    with pytest.raises(OptionError, match=f"`without` takes '{MECHANISMS[0]}'.*; not 'no'"):
        conceded(analysed("Ja.").words, [(0, 3)], without=["no"])
