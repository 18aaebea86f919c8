"""Full names: a first name and what stands behind it."""

import pytest

from stimmlage.language.given_names import GIVEN, full_names


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Dort sprach Anna Berg .", ["Anna Berg"]),
        ("Dort sprach Anna von der Ahe .", ["Anna von der Ahe"]),
        ("Dort sprach Anna B. Berg .", ["Anna B. Berg"]),
        ("Dort sprach Anna-Maria Berg .", ["Anna-Maria Berg"]),
        ("Dort sprach Anna mit Otto Kern .", ["Otto Kern"]),
        ("Dort sprach Anna .", []),
        ("Dort sprach Anna laut .", []),
    ],
)
def test_full_names(words, names):
    word = words.split()
    assert [" ".join(word[a:b]) for a, b in full_names(word)] == names


def test_the_gender_of_a_first_name():
    assert (GIVEN["Anna"], GIVEN["Otto"]) == ("f", "m")
    assert set(GIVEN.values()) <= {"m", "f", "mf", ""}
