"""Surnames of a document, tagged anew; feminine nouns; who is meant by a description; what is no person."""

from __future__ import annotations

import pytest

import stimmlage as sl
from stimmlage.language.genders import is_feminine
from stimmlage.language.given_names import full_names
from stimmlage.language.tagging import tag
from stimmlage.reading.segmentation import read_text


def speaker(text: str) -> str:
    return sl.from_text(text).quotations["speaker"].tolist()[-1]


def tags(text: str, form: str) -> list[str]:
    words = tag(read_text(text))
    return [t for w, t in zip(words.word, words.tag) if w == form]


@pytest.mark.parametrize(
    ("text", "form", "expected"),
    [
        ("Anna Klein kam. Klein sagte nichts.", "Klein", ["NE", "NE"]),
        ("Anna Klein kam. Klein ist sie nicht.", "Klein", ["NE", "ADJD"]),
        ("Klein ist das Haus.", "Klein", ["ADJD"]),
        ("Otto von der Heide kam. Dann sprach von der Heide.", "von", ["NE", "NE"]),
        ("Dann sprach er von der Heide.", "von", ["APPR"]),
        ("Anna Berg von der Uni kam.", "von", ["APPR"]),
        ("Anna Berg zur dpa: Nein.", "zur", ["APPRART"]),
        ("Eva Neu ging. Das neue Haus ist neu.", "neu", ["ADJD"]),
    ],
)
def test_tags_of_surnames(text, form, expected):
    assert tags(text, form) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Otto von der Heide kam. „Das geht nicht mehr“, sagte von der Heide.", "Otto von der Heide"),
        ("Rita van der Velde kam. Van der Velde sagte, es reiche.", "Rita van der Velde"),
        ("Anna Kurz kam. Kurz sagte, es reiche.", "Anna Kurz"),
        ("Ina Weiß kam. Weiß forderte mehr Geld.", "Ina Weiß"),
        ("Nils Feldhofer Logistik erklärte, es reiche.", "Nils Feldhofer Logistik"),
        ("Berger & Partner erklärte, es reiche.", "Berger & Partner"),
        ("Der Turm brenne, sagte Loris Abt. Mehr wisse er nicht.", "Loris Abt"),
    ],
)
def test_names_are_whole(text, name):
    assert speaker(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # another word for the office, or the kind that it is of
        ("Trainer Jan Kern jubelte. „Das war stark“, sagte der Coach.", "Jan Kern"),
        ("Pfarrerin Eva Lang geht. „Es ist Zeit“, sagte die Geistliche.", "Eva Lang"),
        ("Bürgermeister Uwe Blum sparte. „Es reicht nicht“, sagte der Rathauschef.", "Uwe Blum"),
        ("Chirurg Ole Lund operierte. „Es ging gut“, sagte der Mediziner.", "Ole Lund"),
        ("Der Rat hat Eva Lang gewählt. Die neue Direktorin sagte, es werde teuer.", "Eva Lang"),
        # two who fit, or gender that does not
        ("Trainer Jan Kern und Trainer Uwe Blum jubelten. „Das war stark“, sagte der Coach.", "Der Coach"),
        ("Trainerin Eva Lang jubelte. „Das war stark“, sagte der Coach.", "Der Coach"),
        # relations are somebody else, and so is whoever is spoken of
        ("Pfarrer Jan Kern starb. „Das tut weh“, sagte der Nachbar.", "Der Nachbar"),
        ("Jan Kern wurde gefunden. „Er war freundlich“, sagte der Mann.", "Der Mann"),
        ("Eva Lang wurde gefunden. „Sie war freundlich“, sagte die Frau.", "Die Frau"),
    ],
)
def test_whom_a_description_means(text, name):
    assert speaker(text) == name


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Regensburg erklärte, es reiche.", "place"),
        ("Eintracht Lunden erklärte, es reiche.", "organisation"),
        ("Anna Berg & Söhne erklärte, es reiche.", "organisation"),
        ("Die Band Leni Nord erklärte, es reiche.", "group"),
        ("Chef Paul Berg erklärte, es reiche.", "person"),
        ("Anna Berg erklärte, es reiche.", "person"),
        ("Die Anwohner erklärten, es reiche.", "group"),
    ],
)
def test_kinds(text, kind):
    assert sl.from_text(text).speakers["kind"].tolist() == [kind]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Frau Berg sagte, es reiche.", ["female", "Frau"]),
        ("Herr Dr. Kern sagte, es reiche.", ["male", "Herr"]),
        ("Ministerin Eva Lang sagte, es reiche.", ["female", "Ministerin"]),
        ("Quentin Lang kam. Er sagte, es reiche.", ["male", "Er"]),
        ("Kim Lang sagte, es reiche.", ["not marked", ""]),
        ("Eva Lang sagte, es reiche.", ["not marked", ""]),
        ("Die Abgeordnete Eva Lang sagte, es reiche.", ["female", "Die Abgeordnete"]),
        ("Der Abgeordnete Jan Kern sagte, es reiche.", ["male", "Der Abgeordnete"]),
        ("Die Polizei sagte, es reiche.", ["", ""]),
        ("Die Anwohner sagten, es reiche.", ["", ""]),
    ],
)
def test_gender_as_the_text_marks_it(text, expected):
    assert sl.from_text(text).speakers[["gender", "gender_evidence"]].values.tolist() == [expected]


@pytest.mark.parametrize(
    ("noun", "feminine"),
    [
        ("Reform", True), ("Mietpreisbremse", True), ("Impfpflicht", True), ("Regierung", True), ("Quote", True), ("SPD", True),
        ("Plan", False), ("Ende", False), ("Interesse", False), ("Gesetz", False), ("Gebäude", False), ("Wille", False),
    ],
)  # fmt: skip
def test_feminine_nouns(noun, feminine):
    assert is_feminine(noun) is feminine


def test_full_names():
    assert list(full_names("Herr Otto von Berg und Anna R. Klein kamen nach Berlin .".split())) == [(1, 4), (5, 8)]
