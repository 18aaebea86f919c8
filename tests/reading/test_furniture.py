"""What stands between the lines of a page."""

import pytest

from stimmlage.reading.furniture import find_furniture, furniture_rows
from stimmlage.reading.lines import split_lines

BODY = "Der Rat hat gestern lange über die neue Brücke beraten und am Ende nichts"
REST = "beschlossen, weil das Geld dafür noch fehlt und niemand es geben will."


def kinds(text):
    lines = split_lines(text)
    return [(row.kind, row.text) for row in furniture_rows(lines, find_furniture(lines))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{BODY}\nhttps://www.blatt.example/rat\n{REST}", [("link", "https://www.blatt.example/rat")]),
        (
            "https://www.blatt.example/der-rat-\nund-die-bruecke.html",
            [("link", "https://www.blatt.example/der-rat-und-die-bruecke.html")],
        ),
        (f"{BODY}\n\nSeite 3\n\n{REST}", [("page number", "Seite 3")]),
        (f"{BODY}\n\n- 3 -\n\n{REST}", [("page number", "- 3 -")]),
        (f"{BODY}\n\n3/12\n\n{REST}", [("page number", "3/12")]),
        (f"{BODY}\n\n3\n\n{REST}\n\n4\n\nAm Ende war es so.", [("page number", "3"), ("page number", "4")]),
        (f"{BODY}\n{REST}", []),
        ("Es kamen\n20\nLeute, sagte er.", []),
    ],
)
def test_furniture(text, expected):
    assert kinds(text) == expected


def test_a_line_that_comes_again_at_the_edge_of_pages_is_a_running_head():
    page = f"Neues Blatt vom Rat\n\n{BODY}\n{REST}\n"
    assert kinds(f"{page}\f{page}\f{page}").count(("running head", "Neues Blatt vom Rat")) >= 2
    assert kinds(f"{BODY}\nNeues Blatt vom Rat\n{REST}") == []


def test_a_row_says_where_it_stood():
    text = f"{BODY}\n\nSeite 3\n\n{REST}"
    lines = split_lines(text)
    (row,) = furniture_rows(lines, find_furniture(lines))
    assert text[row.source_start : row.source_end] == row.text


def test_a_sentence_below_a_link_is_text():
    text = f"https://www.blatt.example/rat\nheute.\n{BODY}\n{REST}"
    assert kinds(text) == [("link", "https://www.blatt.example/rat")]
