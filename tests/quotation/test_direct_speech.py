"""Wordings in marks: which frame they have, what is a name or a title, and what is one wording."""

import pytest
from tests.found import quoted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("„Der Plan ist gut“, sagte Anna Berg.", ["direct_frame: „Der Plan ist gut“ | Anna Berg"]),
        ("Anna Berg sagte: „Der Plan ist gut.“", ["direct_colon: „Der Plan ist gut.“ | Anna Berg"]),
        ("Anna Berg nannte den Plan „sehr gut“.", ["direct_frame: „sehr gut“ | Anna Berg"]),
        ("„Nein“ sagte Anna Berg.", ["direct_frame: „Nein“ | Anna Berg"]),
        ("Anna Berg … über den Plan: „Er ist gut.“", ["colon: „Er ist gut.“ | Anna Berg"]),
        ("Anna Berg (im Rat): „Er ist gut.“", ["colon: „Er ist gut.“ | Anna Berg (im Rat)"]),
        ("„Nein!“", ["marks_alone: „Nein!“ |"]),
        ("Sie kamen zu dem Ergebnis, „dass der Plan gut ist“.", ["direct_noun: „dass der Plan gut ist“ | Sie"]),
        ("„Der Plan“, sagte Anna Berg, „ist gut.“", ["direct_frame: „Der Plan“ … „ist gut.“ | Anna Berg"]),
        (
            "„Ich gehe“, sagte Anna Berg, „du bleibst“, sagte Otto Kern.",
            ["direct_frame: „Ich gehe“ | Anna Berg", "direct_frame: „du bleibst“ | Otto Kern"],
        ),
        (
            "„Der Plan ist gut.“ Anna Berg lachte. „Er hilft uns allen.“",
            ["marks_alone: „Der Plan ist gut.“ |", "marks_alone: „Er hilft uns allen.“ |"],
        ),
    ],
)
def test_frames(text, expected):
    assert quoted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Das Lokal heißt „Goldener Hirsch“.",
        "Der Roman „Die Straße“ erschien im Mai.",
        "Die Zeitung „Neue Presse“ berichtete darüber.",
        "Das Schiff „Anna“ sank vor der Küste.",
    ],
)
def test_names_and_titles_are_no_wordings(text):
    assert [q for q in quoted(text) if "„" in q.partition(" | ")[0]] == []
