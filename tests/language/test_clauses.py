"""Clauses: sentences as a table, each with its clauses."""

import pytest

from stimmlage.language.clauses import clauses
from stimmlage.language.tagging import tag
from stimmlage.reading.segmentation import read_text

TABLE = [
    ("Der Rat stimmt zu.", "main: Der Rat stimmt zu"),
    ("Der Rat hofft, dass es reicht.", "main: Der Rat hofft | subordinate: dass es reicht"),
    ("Wenn es regnet, bleibt er.", "subordinate: Wenn es regnet | main: bleibt er"),
    ("Die Firma, die Gewinne macht, baut Stellen ab.", "main: Die Firma baut Stellen ab | relative: die Gewinne macht"),
    (
        "Er sagte, die Firma, die er leite, sei gesund.",
        "main: Er sagte | main: die Firma sei gesund | relative: die er leite",
    ),
    (
        "Sie glaubt, dass die Firma, die sie leitet, Stellen abbaut.",
        "main: Sie glaubt | subordinate: dass die Firma Stellen abbaut | relative: die sie leitet",
    ),
    ("Er kam und ging sofort.", "main: Er kam | main: und ging sofort"),
    ("Er kaufte Äpfel, Birnen und Nüsse.", "main: Er kaufte Äpfel Birnen und Nüsse"),
    (
        "Er weiß, dass sie kommt und die Preise steigen.",
        "main: Er weiß | subordinate: dass sie kommt | subordinate: und die Preise steigen",
    ),
    ("Sie versucht, den Streit zu schlichten.", "main: Sie versucht | infinitive: den Streit zu schlichten"),
    ("Um zu sparen, schließt die Stadt das Bad.", "infinitive: Um zu sparen | main: schließt die Stadt das Bad"),
    ("Niemand weiß, warum er ging.", "main: Niemand weiß | question: warum er ging"),
    ("Unklar ist, mit wem er sprach.", "main: Unklar ist | question: mit wem er sprach"),
    ("Warum ging er?", "main: Warum ging er"),
    ("Kommt er morgen?", "verb_first: Kommt er morgen"),
    ("Käme er, ginge sie.", "verb_first: Käme er | main: ginge sie"),
    ("„Das ist gut“, sagte er.", "main: Das ist gut | main: sagte er"),
    ("Das Haus, in dem er wohnt, ist alt.", "main: Das Haus ist alt | relative: in dem er wohnt"),
    ("Er klagt, aber niemand hört zu.", "main: Er klagt | main: aber niemand hört zu"),
    ("Der Plan – er war alt – scheiterte.", "main: Der Plan scheiterte | main: er war alt"),
    ("Der Bürgermeister, ein Jurist, schwieg.", "main: Der Bürgermeister ein Jurist schwieg"),
    ("Sie bleibt, weil er krank ist, bis Montag.", "main: Sie bleibt bis Montag | subordinate: weil er krank ist"),
    ("Drei Verletzte bei Unfall.", "fragment: Drei Verletzte bei Unfall"),
]


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_clauses(text, expected):
    words = tag(read_text(text))
    quotes = set("„“")
    found = [
        f"{c.kind}: " + " ".join(w for a, b in c.spans for w in words.word[a:b] if w not in quotes)
        for c in clauses(words, 0, len(words))
    ]
    assert " | ".join(found) == expected, list(zip(words.word, words.tag))


@pytest.mark.parametrize(
    ("text", "parents"),
    [
        ("Der Rat hofft, dass es reicht.", [-1, 0]),
        ("Wenn es regnet, bleibt er.", [1, -1]),
        ("Sie glaubt, dass die Firma, die sie leitet, Stellen abbaut.", [-1, 0, 1]),
    ],
)
def test_parents(text, parents):
    words = tag(read_text(text))
    assert [c.parent for c in clauses(words, 0, len(words))] == parents


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_every_word_is_in_at_most_one_clause(text, expected):
    words = tag(read_text(text))
    found = clauses(words, 0, len(words))
    for i, name in enumerate(words.tag):
        inside = sum(i in clause for clause in found)
        assert inside == 1 if name[0] != "$" else inside <= 1
