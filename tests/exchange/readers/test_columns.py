"""From the words of a printed page to its lines in reading order."""

import pytest

from stimmlage.exchange.readers.columns import Word, in_reading_order, rows_of


def word(text, left, row, width=80):
    return Word(text, left, left + width, 700 - 12 * row, 710 - 12 * row, 10, False)


def order(words):
    return " ".join(line.text for line in in_reading_order(words))


@pytest.mark.parametrize("columns", [1, 2, 3])
def test_columns_are_read_one_after_the_other(columns):
    page = [word(f"{c}.{row}", 50 + 120 * c, row) for row in range(6) for c in range(columns)]
    assert order(page) == " ".join(f"{c}.{row}" for c in range(columns) for row in range(6))


def test_a_line_over_both_columns_parts_them():
    page = [word("title", 50, 0, width=300)]
    page += [word(f"{side}{row}", left, row) for row in range(2, 6) for side, left in (("l", 50), ("r", 250))]
    assert order(page) == "title l2 l3 l4 l5 r2 r3 r4 r5"


def test_numbers_beside_the_text_are_no_column():
    page = [word(f"{row}.", 50, row, width=10) for row in range(6)]
    page += [word(f"text{row}", 75, row, width=300) for row in range(6)]
    assert order(page).startswith("0. text0 1. text1")


def test_words_of_one_height_are_a_line():
    lines = rows_of([word("b", 150, 0), word("a", 50, 0), word("c", 50, 1)])
    assert [line.text for line in lines] == ["a b", "c"]


def test_an_empty_page():
    assert in_reading_order([]) == []
