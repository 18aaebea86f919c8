"""Clauses that are said: which forms, where they end, and which words they cannot hold."""

import pytest
from tests.found import quoted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Berg sagte, dass es reicht.", ["dass: dass es reicht | Anna Berg"]),
        ("Anna Berg fragte, ob es reicht.", ["dass: ob es reicht | Anna Berg"]),
        ("Anna Berg fragte, warum es reicht.", ["w_clause: warum es reicht | Anna Berg"]),
        ("Anna Berg kündigte an, den Plan zu ändern.", ["infinitive: den Plan zu ändern | Anna Berg"]),
        ("Anna Berg sagte, der Plan sei gut.", ["verb_second: der Plan sei gut | Anna Berg"]),
        ("Anna Berg sagte, der Plan solle helfen.", ["verb_second: der Plan solle helfen | Anna Berg"]),
        ("Anna Berg sagte, der Plan sei gut, aber Otto Kern lachte.", ["verb_second: der Plan sei gut | Anna Berg"]),
        ("Anna Berg sagte, der Plan sei gut, Otto Kern lachte.", ["verb_second: der Plan sei gut | Anna Berg"]),
        ("Anna Berg sagte, dass es reiche, aber Otto Kern lachte.", ["dass: dass es reiche | Anna Berg"]),
        ("Anna Berg sagte, der Plan sei gut; Otto Kern lachte.", ["verb_second: der Plan sei gut | Anna Berg"]),
        ("Anna Berg sagte, der Plan ist gut.", ["verb_second: der Plan ist gut | Anna Berg"]),
        ("Anna Berg sagte am Montag in Köln, der Plan ist gut.", ["verb_second: der Plan ist gut | Anna Berg"]),
    ],
)
def test_forms(text, expected):
    assert quoted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg sagte die Reise ab, der Plan ist gut.",
        "Anna Berg sagte das nicht, der Plan ist gut.",
        "Anna Berg fuhr nach Köln, wo sie sagte es.",
        "Anna Berg baute, um den Plan zu ändern.",
    ],
)
def test_no_such_clause(text):
    assert [q for q in quoted(text) if q.startswith(("dass", "w_clause", "infinitive", "verb_second"))] == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Anna Berg sagte, dass es reicht, weil alle helfen.", "dass es reicht, weil alle helfen"),
        ("Anna Berg sagte, dass es stimme und ging nach Hause.", "dass es stimme"),
        ("Dass es reicht, sagte Anna Berg, und ging.", "Dass es reicht"),
        ("Anna Berg sagte, es reiche, was jedoch keiner glaubt.", "es reiche"),
        ("Der Plan sei gut, sagte Anna Berg, und helfe allen.", "Der Plan sei gut … und helfe allen"),
        ("Der Plan sei gut, sagte Anna Berg, er helfe allen.", "Der Plan sei gut … er helfe allen"),
        ("Anna Berg sagte, es reiche; Otto Kern schwieg.", "es reiche"),
        ("Anna Berg sagte, sie wisse, dass es reiche, und sie bleibe.", "sie wisse, dass es reiche, und sie bleibe"),
    ],
)
def test_where_what_is_said_ends(text, words):
    assert quoted(text)[0].partition(": ")[2].partition(" | ")[0] == words
