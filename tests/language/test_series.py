"""Series of noun phrases: which commas join, and which part."""

import itertools

import pytest

from stimmlage.language.clauses import clauses
from stimmlage.language.tagging import tag
from stimmlage.reading.segmentation import read_text


def _series(text: str) -> list[str]:
    """Return each series of a sentence, up to its last member, with bars between its members."""
    words = tag(read_text(text))
    found: dict[int, str] = {}
    for place, begin in enumerate(words.joint):
        if begin >= 0:
            member = itertools.takewhile(lambda i: words.joint[i] < 0, range(place - 1, begin - 1, -1))
            name = " ".join(words.word[i] for i in member)
            found[begin] = " | ".join(filter(None, [found.get(begin, ""), " ".join(reversed(name.split()))]))
    return list(found.values())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Die Bahn, die Post und die Stadt warten.", ["Die Bahn | die Post"]),
        ("Bahn, Post oder Stadt warten.", ["Bahn | Post"]),
        ("Bahn, Post, Stadt sowie Land warten.", ["Bahn | Post | Stadt"]),
        ("Anna Berg, Otto Kern und Uwe Lang warten.", ["Anna Berg | Otto Kern"]),
        ("Anna Berg (Amt), Otto Kern (Verein) und Uwe Lang warten.", ["Anna Berg ( Amt ) | Otto Kern ( Verein )"]),
        (
            "Die Ministerin Anna Berg, der Landrat Otto Kern und Uwe Lang warten.",
            ["Die Ministerin Anna Berg | der Landrat Otto Kern"],
        ),
        ("Frau Berg, Herr Kern und Dr. Lind warten.", ["Frau Berg | Herr Kern"]),
        ("Ein Mann, eine Frau und ein Arzt warten.", ["Ein Mann | eine Frau"]),
        ("Otto Kern, Anna Berg und ein Arzt warten.", ["Otto Kern | Anna Berg"]),
        ("Der Chef der Bahn, der Landrat und die Ministerin warten.", ["Der Chef der Bahn | der Landrat"]),
        ("Die Städte, Gemeinden und Vereine warten.", ["Die Städte | Gemeinden"]),
        ("Die Union, die SPD, die Grünen und die FDP lehnen das ab.", ["Die Union | die SPD | die Grünen"]),
        ("Sowohl die Bahn als auch die Post warten.", ["die Bahn"]),
        ("Anna Berg wie auch Otto Kern warten.", ["Anna Berg"]),
        ("Anna Berg und auch Otto Kern warten.", ["Anna Berg"]),
        ("Nicht nur die Bahn, sondern auch die Post wartet.", ["die Bahn"]),
        ("Die Bahn, aber auch die Post wartet.", ["Die Bahn"]),
        ("Er lobte die Bahn, aber auch die Post wartet.", []),
        ("Das Dach ist alt, aber auch die Bahn ist alt.", []),
        ("Er ist dort als Arzt auch Chef der Bahn.", []),
        ("Die Bahn sondern auch die Post wartet.", []),
        ("Der Wald wie auch die Bahn warten.", []),
        # what is joined is in an attribute or behind a preposition
        ("Der Sprecher der Bahn, der Post und der Stadt wartet.", ["der Bahn | der Post"]),
        ("Ein Sprecher von Bahn, Post und Stadt wartet.", ["Bahn | Post"]),
        ("Nach Angaben von Bahn, Post und Stadt reicht es.", ["Bahn | Post"]),
        ("Union und SPD, Grüne und FDP warten.", ["SPD | Grüne"]),
        # two of them can speak
        ("Das Dach, die Firma und die Bahn warten.", ["Das Dach | die Firma"]),
        ("Das Dach, der Wald und die Bahn sind alt.", []),
        # appositions
        ("Anna Berg, Ärztin und Mutter, wartet.", []),
        ("Anna Berg, die Ärztin und Mutter, wartet.", []),
        ("Die Ärztin, eine Mutter und eine Sportlerin, wartet.", []),
        ("Die Bahn, ein Konzern und Arbeitgeber, wartet.", []),
        ("Otto Kern, Manager für Wien und Graz, wartet.", []),
        ("SPD, Partei und Verein, wartet.", []),
        ("SPD, Partei und Verein, warten.", ["SPD | Partei"]),
        ("Otto Kern, SPD Chef und Uwe Lang warten.", []),
        ("Der Arzt, Chef und Vater warten.", []),
        ("Anna Berg, Chefin und Otto Kern warten.", []),
        ("Wälder, der Arzt und die Bahn warten.", ["Wälder | der Arzt"]),
        # clauses
        ("Das sagt Anna Berg, Otto Kern und Uwe Lang sind da.", []),
        ("Dass Anna Berg, Otto Kern und Uwe Lang kommen, ist gut.", ["Anna Berg | Otto Kern"]),
        ("Die Frau, die Rat und Hilfe sucht, wartet.", []),
        ("Die Firma, welche Post und Bahn sucht, wartet.", []),
        ("Der Rat, sagte er, und die Bahn warten.", []),
        # a second noun behind a noun is an object
        ("Heute bittet der Verein Bürger, Firmen und Kirchen zu Tisch.", []),
        ("Die Bahn, die Post, die Stadt warten.", []),
        ("Die Bahn und die Post warten.", []),
    ],
)
def test_series(text, found):
    assert _series(text) == found


def test_a_series_is_one_clause():
    words = tag(read_text("Er hofft, dass die Bahn, die Post und die Stadt warten, und geht."))
    assert [(c.kind, " ".join(words.word[c.first : c.stop])) for c in clauses(words, 0, len(words))] == [
        ("main", "Er hofft"),
        ("subordinate", "dass die Bahn , die Post und die Stadt warten"),
        ("main", "und geht"),
    ]


@pytest.mark.parametrize(("n_members", "joined"), [(90, True), (110, False)])
def test_more_than_a_hundred_are_a_table(n_members, joined):
    words = tag(read_text(", ".join(["SPD"] * n_members) + " und FDP warten."))
    assert (max(words.joint) == 0) is joined
