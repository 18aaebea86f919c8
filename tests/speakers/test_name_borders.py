"""Where a name begins and ends."""

import pytest
from tests.found import tagged

from stimmlage.speakers.name_borders import after_titles, arabic, body_end, is_body, is_place, name_end


@pytest.mark.parametrize(
    ("text", "first", "name"),
    [
        ("Dort sprach Anna Berg gestern.", "Anna", "Anna Berg"),
        ("Dort sprach Anna von der Ahe gestern.", "Anna", "Anna von der Ahe"),
        ("Dort sprach Anna B. Berg gestern.", "Anna", "Anna B. Berg"),
        ("Dort sprach Omar al-Masri gestern.", "Omar", "Omar al-Masri"),
        ("Dort sprach Anna Berg am Montag.", "Anna", "Anna Berg"),
        ("Dort sprach Trainer van der Berg gestern.", "van", "van der Berg"),
        ("Dort sprach Trainer De Gaal gestern.", "De", "De Gaal"),
        ("Das geschah in Berlin gestern.", "Berlin", "Berlin"),
        ("Dort sprach Anna gestern.", "Anna", "Anna"),
        ("Dort sprach gestern niemand.", "gestern", ""),
    ],
)
def test_where_a_name_ends(text, first, name):
    words = tagged(text)
    i = words.word.index(first)
    assert " ".join(words.word[i : name_end(words, i, len(words))]) == name


def test_titles_stand_before_a_name():
    words = tagged("Dort sprach Prof. Dr. Berg.")
    i = words.word.index("Prof.") if "Prof." in words.word else words.word.index("Prof")
    assert words.word[after_titles(words, i, len(words))] == "Berg"


@pytest.mark.parametrize(
    ("text", "first", "end", "body"),
    [
        ("Dort baut Berg & Söhne Häuser.", 2, 3, "Berg & Söhne"),
        ("Dort siegt Eintracht Lunden.", 2, 2, "Eintracht Lunden"),
        ("Dort fährt Paul Berg Logistik.", 2, 4, "Paul Berg Logistik"),
        ("Dort wohnt Paul Berg heute.", 2, 4, "Paul Berg"),
    ],
)
def test_firms_and_clubs(text, first, end, body):
    words = tagged(text)
    stop = body_end(words, first, end, len(words))
    assert " ".join(words.word[first:stop]) == body
    assert is_body(words, first, stop) is (body != "Paul Berg")


def test_places_and_small_articles():
    assert is_place("Berlin") and is_place("Berlins") and not is_place("Anna")
    assert arabic("al-Masri") and not arabic("al-masri") and not arabic("Nord-Süd")
