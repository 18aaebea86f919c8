"""Verb forms: tables of sentences, the mood of the verb marked."""

import pytest

from stimmlage.language.tagging import tag
from stimmlage.language.tagsets import CLAUSAL
from stimmlage.language.verbs import form, full_lemma, mood, separated_prefixes, subjunctive, tense
from stimmlage.reading.segmentation import read_text

MOODS = [
    ("Er sei krank.", "subjunctive1"),
    ("Die Kinder seien krank.", "subjunctive1"),
    ("Er habe nichts gewusst.", "subjunctive1"),
    ("Ich habe nichts gewusst.", "indicative"),
    ("Davon habe ich nichts gewusst.", "indicative"),
    ("Sie haben nichts gewusst.", "indicative"),
    ("Er werde kommen.", "subjunctive1"),
    ("Ich werde kommen.", "indicative"),
    ("Er könne kommen.", "subjunctive1"),
    ("Ich könne das nicht.", "subjunctive1"),
    ("Man müsse sparen.", "subjunctive1"),
    ("Er solle gehen.", "subjunctive1"),
    ("Das dürfe nicht sein.", "subjunctive1"),
    ("Sie wolle bleiben.", "subjunctive1"),
    ("Er wisse es nicht.", "subjunctive1"),
    ("Das Land brauche Hilfe.", "subjunctive1"),
    ("Die Partei stehe hinter ihr.", "subjunctive1"),
    ("Der Schaden betrage eine Million.", "subjunctive1"),
    ("Sie unterstütze den Plan.", "subjunctive1"),
    ("Ich unterstütze den Plan.", "indicative"),
    ("Der Rat handle richtig.", "subjunctive1"),
    ("Das ändere nichts.", "subjunctive1"),
    ("Das Amt tue nichts.", "subjunctive1"),
    ("Er arbeite dort.", "subjunctive1"),
    ("Es trete in Kraft.", "subjunctive1"),
    ("Die Firma halte daran fest.", "subjunctive1"),
    ("Er arbeitete dort.", "ambiguous"),
    ("Er sagte nichts.", "ambiguous"),
    ("Sie sollte gehen.", "ambiguous"),
    ("Er wollte bleiben.", "ambiguous"),
    ("Sie gingen heim.", "ambiguous"),
    ("Sie ging heim.", "indicative"),
    ("Er wusste davon.", "indicative"),
    ("Er brachte Brot.", "indicative"),
    ("Er geht heim.", "indicative"),
    ("Die Preise steigen.", "indicative"),
    ("Die Stadt ist pleite.", "indicative"),
    ("Er war dort.", "indicative"),
    ("Es wurde kalt.", "indicative"),
    ("Das wäre schön.", "subjunctive2"),
    ("Ich hätte Zeit.", "subjunctive2"),
    ("Das würde helfen.", "subjunctive2"),
    ("Sie könnte gehen.", "subjunctive2"),
    ("Er müsste zahlen.", "subjunctive2"),
    ("Es dürfte regnen.", "subjunctive2"),
    ("Das käme teuer.", "subjunctive2"),
    ("Es ginge schneller.", "subjunctive2"),
    ("Es gäbe Ärger.", "subjunctive2"),
    ("Die Kosten lägen höher.", "subjunctive2"),
    ("Der Kurs bräche ein.", "subjunctive2"),
    ("Sie bekäme Recht.", "subjunctive2"),
    ("Er nähme den Zug.", "subjunctive2"),
    ("Das verspräche Erfolg.", "subjunctive2"),
    ("Das bräuchte Zeit.", "subjunctive2"),
    ("Dann bliebe nichts.", "subjunctive2"),
    ("Das Amt führe die Liste.", "subjunctive1"),
    ("Die neuen Parteien verdrängen die alten.", "indicative"),
    ("Er kannte niemanden.", "indicative"),
    ("Seien Sie still!", "imperative"),
]


def finite_verb(text):
    words = tag(read_text(text))
    i = next(i for i, name in enumerate(words.tag) if name in CLAUSAL)
    return words, i


@pytest.mark.parametrize(("text", "expected"), MOODS)
def test_mood(text, expected):
    words, i = finite_verb(text)
    assert mood(words, i) == expected, (words.word, words.tag, words.lemma)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wenn er käme, sagte er es.", ["subjunctive2", "subjunctive2"]),
        ("Er sagte, er käme.", ["ambiguous", "subjunctive2"]),
        ("Er sagt, er habe Zeit, ich habe keine.", ["indicative", "subjunctive1", "indicative"]),
        ("Er gehe, sagte sie, weil er müsse.", ["subjunctive1", "ambiguous", "subjunctive1"]),
    ],
)
def test_moods_of_a_sentence(text, expected):
    words = tag(read_text(text))
    assert [mood(words, i) for i, t in enumerate(words.tag) if t in CLAUSAL] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sie lehnt den Plan ab.", "ablehnen"),
        ("Das Amt teilte das Ergebnis am Abend mit.", "mitteilen"),
        ("Er weist den Vorwurf, er habe gelogen, zurück.", "zurückweisen"),
        ("Er wies den Vorwurf zurück.", "zurückweisen"),
        ("Sie gab den Termin bekannt.", "bekanntgeben"),
        ("Das Treffen fand statt.", "stattfinden"),
        ("Der Kurs bräche ein.", "einbrechen"),
        ("Er ist da.", "sein"),
        ("Er geht, sie fährt ab.", "gehen"),
    ],
)
def test_full_lemma(text, expected):
    words, i = finite_verb(text)
    assert full_lemma(words, i) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Er sagt es.", "present"),
        ("Er sagte es.", "past"),
        ("Er kam.", "past"),
        ("Er kannte sie.", "past"),
        ("Er käme.", "present"),
        ("Er ist da.", "present"),
    ],
)
def test_tense(text, expected):
    words, i = finite_verb(text)
    assert tense(words, i) == expected


@pytest.mark.parametrize(
    ("word", "lemma", "base"),
    [
        ("geschähe", "geschähen", "geschehen"),
        ("ankäme", "ankommen", "ankommen"),
        ("zerbräche", "zerbrächen", "zerbrechen"),
    ],
)
def test_base_of_forms_the_tagger_does_not_know(word, lemma, base):
    assert form(word, lemma).lemma == base


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Sie lehnt den Plan ab.", [("lehnt", "ab")]),
        ("Sie lehnt den Plan, den er kennt, ab.", [("lehnt", "ab")]),
        ("Sie lehnt den Plan ab und stimmt dem Gesetz zu.", [("lehnt", "ab"), ("stimmt", "zu")]),
        ("Er sagt, sie nehme den Preis an.", [("nehme", "an")]),
        ("Nehmen Sie den Preis an!", [("Nehmen", "an")]),
        ("Sie schließt, bis auf den Norden, keine Lösung aus.", [("schließt", "aus")]),
        ("Sie hat den Plan abgelehnt.", []),
        ("Sie kennt den Plan.", []),
    ],
)
def test_prefixes_belong_to_the_verb_of_their_clause(text, pairs):
    words = tag(read_text(text))
    found = separated_prefixes(words, 0, len(words))
    assert [(words.word[verb], words.word[prefix]) for verb, prefix in found.items()] == pairs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Er sei krank.", 1),
        ("Er wäre krank.", 2),
        ("Er ist krank.", 0),
        ("Ich habe Zeit.", 0),
        ("Wenn er käme, sagte sie es.", 2),
        ("Geh nach Hause!", 0),
        ("Seien Sie still!", 0),
    ],
)
def test_subjunctive(text, expected):
    words = tag(read_text(text))
    verb = next(i for i, name in enumerate(words.tag) if name in CLAUSAL)
    assert subjunctive(words, verb) == expected
    assert subjunctive(words, len(words) - 1) == 0


@pytest.mark.parametrize("word", ["seist", "seiest", "seiet", "habest"])
def test_the_second_person_of_the_konjunktiv(word):
    assert form(word, "haben" if word == "habest" else "sein").mood == "subjunctive1"


@pytest.mark.parametrize(
    ("word", "lemma", "found"),
    [
        ("bräche", "brächen", ("brechen", "subjunctive2", "present")),
        ("brächen", "bräche", ("brechen", "subjunctive2", "present")),
        ("zerbräche", "zerbrächen", ("zerbrechen", "subjunctive2", "present")),
        ("brach", "brach", ("brechen", "indicative", "past")),
        ("führe", "führ", ("führ", "indicative", "present")),
    ],
)
def test_irregular_forms_under_a_wrong_lemma(word, lemma, found):
    assert form(word, lemma)[:3] == found
