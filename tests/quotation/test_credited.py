"""Wordings with their speaker behind them, without a verb."""

import pytest
from tests.found import quoted

WORDS = "„Der Plan ist wirklich gut.“"


@pytest.mark.parametrize(
    ("behind", "speaker"),
    [
        ("(Anna Berg, SPD)", "Anna Berg"),
        ("– Anna Berg, Dichterin", "Anna Berg"),
        ("– Die Ministerin", "Die Ministerin"),
    ],
)
def test_who_stands_behind(behind, speaker):
    assert quoted(f"{WORDS} {behind}") == [f"credited: {WORDS} | {speaker}"]


@pytest.mark.parametrize(
    "behind",
    [
        "(siehe Seite 3)",
        "(Anna Berg, SPD) hieß das Buch",
        "– das stand im Buch von Anna Berg",
        "– Anna Berg lachte.",
        "(Anna Berg, die seit vielen Jahren in der Stadt wohnt und in der Partei viele Freunde hat)",
    ],
)
def test_nobody_stands_behind(behind):
    assert [q for q in quoted(f"{WORDS} {behind}") if q.startswith("credited")] == []


def test_a_name_in_the_next_paragraph_is_not_behind_it():
    assert [q for q in quoted(f"{WORDS}\n\n– Anna Berg, Dichterin") if q.startswith("credited")] == []
