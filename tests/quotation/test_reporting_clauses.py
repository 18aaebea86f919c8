"""Clauses of saying beside what is said: behind it, in it, and with `wie`."""

import pytest
from tests.found import quoted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der Plan sei gut, sagte Anna Berg.", ["inverted: Der Plan sei gut | Anna Berg"]),
        ("Der Plan, sagte Anna Berg, sei gut.", ["inverted: Der Plan … sei gut | Anna Berg"]),
        ("Der Plan, sagte Anna Berg, sei gut, die Folgen kennt sie.", ["inverted: Der Plan … sei gut | Anna Berg"]),
        (
            "Der Plan, sagte Anna Berg, sei gut, die Stadt soll zahlen, weil er allen hilft.",
            ["inverted: Der Plan … sei gut, die Stadt soll zahlen, weil er allen hilft | Anna Berg"],
        ),
        (
            "Der Plan, sagte Anna Berg, ist gut, die Folgen kennt sie.",
            ["inverted: Der Plan … ist gut, die Folgen kennt sie | Anna Berg"],
        ),
        ("Der Plan ist gut, so sagte Anna Berg.", ["inverted: Der Plan ist gut | Anna Berg"]),
        ("Der Plan ist gut, findet Anna Berg.", ["inverted: Der Plan ist gut | Anna Berg"]),
        (
            "Der Plan ist gut, geht aus dem Bericht der Bahn hervor.",
            ["inverted: Der Plan ist gut | dem Bericht der Bahn"],
        ),
        ("Der Plan sei gut, ging aus Polizeikreisen hervor.", ["inverted: Der Plan sei gut | Polizeikreisen"]),
        ("Der Plan sei gut, hieß es.", ["inverted: Der Plan sei gut |"]),
        ("Der Plan sei gut, sagte Anna Berg, weil er hilft.", ["inverted: Der Plan sei gut | Anna Berg"]),
        ("Dass es reicht, sagte Anna Berg, und ging.", ["inverted: Dass es reicht | Anna Berg"]),
        ("Der Plan sei gut, sagte Anna Berg, und ging.", ["inverted: Der Plan sei gut | Anna Berg"]),
        (
            "Er sei krank, sagte Anna Berg, Otto Kern riet ihm, er solle gehen.",
            ["inverted: Er sei krank | Anna Berg", "verb_second: er solle gehen | Otto Kern"],
        ),
        ("Da niemand da sei, gehe er, sagte Anna Berg.", ["inverted: Da niemand da sei, gehe er | Anna Berg"]),
        ("Der Prozess könne dauern, wird vermutet.", ["inverted: Der Prozess könne dauern |"]),
        ("Ich gehe jetzt, sagte Anna Berg.", ["inverted: Ich gehe jetzt | Anna Berg"]),
    ],
)
def test_behind_and_inside_of_what_is_said(text, expected):
    assert quoted(text) == expected


def test_ones_own_words_without_marks_are_direct():
    import stimmlage as sl

    table = sl.from_text("Ich gehe jetzt, sagte Anna Berg. Er gehe jetzt, sagte Otto Kern.").quotations
    assert table["type"].tolist() == ["direct", "indirect"]


@pytest.mark.parametrize(
    "text",
    [
        "Wenn er komme, sagte Anna Berg alles ab.",
        "Der Plan ist gut, findet Anna Berg einen Käufer.",
        "Warum er kam, sagte Anna Berg nicht.",
        "Der Plan ist gut, das heißt, er hilft.",
        "Der Plan ist gut, dann sagte Anna Berg ab.",
        "Wie viele es waren, geht aus dem Bericht nicht hervor.",
        "Er ging aus dem Haus, ging aus der Wahl als Sieger hervor.",
    ],
)
def test_no_clause_of_saying(text):
    assert [q for q in quoted(text) if q.startswith("inverted")] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wie Anna Berg mitteilte, ist der Plan gut.", ["wie: ist der Plan gut | Anna Berg"]),
        ("Der Plan ist gut, wie Anna Berg mitteilte.", ["wie: Der Plan ist gut | Anna Berg"]),
        ("Der Plan ist, wie Anna Berg mitteilte, gut.", ["wie: Der Plan ist … gut | Anna Berg"]),
        ("Wie von Anna Berg mitgeteilt wurde, ist der Plan gut.", ["wie: ist der Plan gut | Anna Berg"]),
        ("Wie aus Reihen des Gerichts verlautete, ist er gut.", ["wie: ist er gut | Reihen des Gerichts"]),
        ("Wie eine Studie zeigt, ist der Plan gut.", ["wie: ist der Plan gut | eine Studie"]),
        ("Wie aus dem Bericht hervorgeht, ist der Plan gut.", ["wie: ist der Plan gut | dem Bericht"]),
        ("Wie Anna Berg mitteilen will, ist der Plan gut.", []),
        ("Wie Anna Berg zeigt, ist der Plan gut.", []),
        ("Anna Berg läuft, wie ein Hase läuft.", []),
    ],
)
def test_with_wie(text, expected):
    assert [q for q in quoted(text) if q.startswith("wie")] == expected
