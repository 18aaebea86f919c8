"""Mentions: where names and descriptions of people and bodies stand, and of what kind they are."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import stimmlage as sl
from stimmlage.language.tagging import tag
from stimmlage.reading.segmentation import read_text
from stimmlage.speakers.mentions import find_mentions


def mentions_of(text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    document = read_text(text)
    words = tag(document)
    return [
        (text[words.start[m.first] : words.end[m.stop - 1]], m.kind, m.name)
        for m in find_mentions(words, document.sentences)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gestern kam Anna Blum.", [("Anna Blum", "person", ("Anna", "Blum"))]),
        ("Gestern kam die Ministerin Anna Blum.", [("die Ministerin Anna Blum", "person", ("Anna", "Blum"))]),
        ("Gestern kam Ministerin Dr. Blum.", [("Ministerin Dr. Blum", "person", ("Blum",))]),
        ("Gestern kam Ursula von der Ahe.", [("Ursula von der Ahe", "person", ("Ursula", "von", "der", "Ahe"))]),
        ("Gestern kam der neue Trainer.", [("der neue Trainer", "unnamed", ())]),
        ("Gestern kamen die neuen Trainer.", [("die neuen Trainer", "group", ())]),
        ("Gestern kamen Experten.", [("Experten", "group", ())]),
        ("Gestern kam die Polizei.", [("die Polizei", "organisation", ())]),
        ("Gestern tagte die Universität Bern.", [("die Universität Bern", "organisation", ())]),
        ("Gestern meldete die Zeitung „Blick“ das.", [("die Zeitung „Blick“", "organisation", ("Blick",))]),
        ("Gestern tagte die SPD.", [("die SPD", "organisation", ("SPD",))]),
        ("Gestern regnete es in Litauen.", [("Litauen", "place", ("Litauen",))]),
        (
            "Gestern kam Frankreichs Präsident Jacques Lenoir.",
            [("Frankreichs", "place", ("Frankreichs",)), ("Präsident Jacques Lenoir", "person", ("Jacques", "Lenoir"))],
        ),
        ("Gestern fiel das Fahrrad um.", []),
        ("Nach Angaben vom Montag regnet es.", []),
    ],
)
def test_mentions(text, expected):
    assert mentions_of(text) == expected


WORDS = "Der Die Anna Blum Minister Ministerin der die von al-Masri Dr . SPD Bern Polizei „ “ , US Botschaft kam A Post".split()


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(WORDS), max_size=20))
def test_mentions_stand_in_order_and_inside_their_sentence(parts):
    document = read_text(" ".join(parts))
    words = tag(document)
    mentions = find_mentions(words, document.sentences)
    assert all(a.first <= b.first and a.head < b.head for a, b in itertools.pairwise(mentions))
    for m in mentions:
        sentence = document.sentences[m.sentence]
        assert sentence.first <= m.first <= m.core <= m.head < m.stop <= sentence.stop


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kerns Sprecher sagte, es reiche.", "unnamed"),
        ("„Es reicht“, sagte Kerns Sprecher.", "unnamed"),
        ("Sprecher der Bahn sagten, es reiche.", "group"),
        ("„Es reicht“, sagten Sprecher der Bahn.", "group"),
        ("Zwei Sprecher sagten, es reiche.", "group"),
        ("Laut Sprecher der Bahn reicht es.", "unnamed"),
        ("Laut Sprechern der Bahn reicht es.", "group"),
    ],
)
def test_the_number_of_a_noun_that_is_the_same_in_the_plural(text, kind):
    assert sl.from_text("Anna Kern kam. " + text, layout=False).speakers["kind"].tolist() == [kind]
