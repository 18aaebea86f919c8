"""What the head and the tail of an article say of it."""

import pytest

from stimmlage.reading.masthead import agency_tag, dateline, iso_date, masthead, signature_date, ticker_marks


@pytest.mark.parametrize(
    ("text", "whole", "place", "agency", "rest"),
    [
        ("Berlin (dpa) – Der Rat tagt.", "", "Berlin", "dpa", "Der Rat tagt."),
        ("BERLIN – Der Rat tagt.", "", "Berlin", "", "Der Rat tagt."),
        ("Berlin/Bonn (dpa) - Der Rat tagt.", "", "Berlin/Bonn", "dpa", "Der Rat tagt."),
        ("Lunden – Der Rat tagt.", "Man traf sich in Lunden.", "Lunden", "", "Der Rat tagt."),
        ("Berlin, 3. Mai (dpa) – Der Rat tagt.", "", "Berlin", "dpa", "Der Rat tagt."),
        ("Berlin – das war ihm zu laut.", "", "", "", "Berlin – das war ihm zu laut."),
        ("Berlin – Hamburg ist weit.", "", "", "", "Berlin – Hamburg ist weit."),
        ("Wetter – Es regnet.", "", "", "", "Wetter – Es regnet."),
    ],
)
def test_datelines(text, whole, place, agency, rest):
    length, found, by = dateline(text, whole)
    assert (found, by, text[length:]) == (place, agency, rest)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Der Rat tagt im Mai. (dpa)", "Der Rat tagt im Mai."),
        ("Der Rat tagt im Mai. (dpa/reuters)", "Der Rat tagt im Mai."),
        ("Der Rat tagt (im Mai)", "Der Rat tagt (im Mai)"),
        ("Der Rat tagt im Mai. (Er tagt oft.)", "Der Rat tagt im Mai. (Er tagt oft.)"),
    ],
)
def test_tags_of_agencies(text, kept):
    assert text[: agency_tag(text)] == kept


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("+++ 11:30 Uhr: Pegel steigt +++", "Pegel steigt"),
        ("+++ Pegel steigt +++", "Pegel steigt"),
        ("++ 11.30 Pegel steigt", "Pegel steigt"),
        ("Pegel steigt", "Pegel steigt"),
    ],
)
def test_tickers(text, inside):
    assert text[slice(*ticker_marks(text))] == inside


def test_the_signature_of_a_post():
    text = "— Anna Berg (@berg) 3. Mai 2024"
    assert text[signature_date(text) :] == "3. Mai 2024" and signature_date("— Anna Berg") == 0


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("17. April 2024", "2024-04-17"),
        ("April 17, 2024", "2024-04-17"),
        ("1. März 1999", "1999-03-01"),
        ("03.04.15", "2015-04-03"),
        ("3.4.1998", "1998-04-03"),
        ("2024-04-17", "2024-04-17"),
        ("31. Februar 2024", "31. Februar 2024"),
        ("gestern", "gestern"),
    ],
)
def test_dates(text, iso):
    assert iso_date(text) == iso


def test_a_masthead():
    lines = [("by-line", "Von Anna BERG und Otto Kern"), ("date", "Stand: 17. April 2024"), ("agency", "(dpa/ab)")]
    found = masthead(lines, "Berlin", "")
    assert (found.author, found.date, found.place, found.agency) == (
        "Anna Berg und Otto Kern",
        "2024-04-17",
        "Berlin",
        "dpa",
    )
