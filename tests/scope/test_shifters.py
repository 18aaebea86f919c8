"""Shifters: what falls, ends, is missing, is solved or prevented turns; what is named for itself does not."""

from __future__ import annotations

import pytest

import stimmlage as sl
from stimmlage.language.lexicon import lexicon


def tone(text: str) -> int:
    """Return the sign of all hits of a text together."""
    total = sl.from_text(text, layout=False).measure(sl.Sentiment()).hits["weight"].sum()
    return 0 if abs(total) < 0.1 else 1 if total > 0 else -1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the subject of what falls, ends, stays away
        ("Die Arbeitslosigkeit sinkt.", 1),
        ("Die Arbeitslosigkeit steigt.", -1),
        ("Das Vertrauen schwindet.", -1),
        ("Die Gewalt nimmt ab.", 1),
        ("Die Gewalt nimmt zu.", -1),
        ("Der Krieg endet.", 1),
        ("Der Erfolg blieb aus.", -1),
        ("Der Umsatz sinkt.", -1),
        # the object of what solves and prevents, the subject of the passive
        ("Sie beendeten den Krieg.", 1),
        ("Der Streit wurde beigelegt.", 1),
        ("Die Krise ist überwunden.", 1),
        ("Der Rat verhinderte eine Katastrophe.", 1),
        ("Der Rat verhinderte den Frieden.", -1),
        ("Die Partei verlor das Vertrauen.", -1),
        ("Den Erfolg verspielte der Verein.", -1),
        ("Der Skandal überschattete die Feier.", -1),
        # nouns with a genitive or a preposition
        ("Das ist das Ende der Gewalt.", 1),
        ("Es gibt einen Mangel an Vertrauen.", -1),
        ("Der Rückgang der Armut hält an.", 1),
        ("Der Kampf gegen die Armut geht weiter.", 1),
        # prepositions of verbs
        ("Es fehlt an Vertrauen.", -1),
        ("Der Rat verzichtet auf Gewalt.", 1),
        ("Das schützt vor Armut.", 1),
        # what is denied to happen
        ("Ein Erfolg gelang nicht.", -1),
        ("Der Skandal hat sich nicht bestätigt.", 1),
        # less than
        ("Der Schaden ist geringer als erwartet.", 1),
        # what did not happen
        ("Wäre sie gekommen, hätte es Frieden gegeben.", -1),
        # what is only granted weighs less
        ("Die Lage ist zwar gut, die Stimmung aber schlecht.", -1),
        # negation of the best so far, and of a participle in front
        ("Noch nie war die Lage so gut.", 1),
        ("Verletzt wurde niemand.", 1),
    ],
)
def test_verb_and_noun_are_read_together(text, expected):
    assert tone(text) == expected


def test_the_hit_says_what_turned_it():
    hits = sl.from_text("Die Gewalt sinkt. Es fehlt an Vertrauen.").measure(sl.Sentiment()).hits
    assert hits[["cue", "modifier"]].values.tolist() == [
        ["Gewalt", 'turned by "sinkt"'],
        ["Vertrauen", 'turned by "fehlt"'],
    ]


def test_shifters_can_be_switched_off():
    hits = sl.from_text("Die Gewalt sinkt.").measure(sl.Sentiment(without=("shifters",))).hits
    assert hits["category"].tolist() == ["negative", "negative"]


@pytest.mark.parametrize(
    "text",
    [
        "Der Plan steht.", "Die Reform kommt im Mai.", "Das Ziel ist klar umrissen.", "Die Debatte dauert.", "Die Grenze liegt dort.",
        "Der Rat tagt.", "Das Tor fiel spät.", "Die Mehrheit stimmt ab.", "Es ging um ein Projekt.", "Sie nahmen teil.",
        "Er erkannte den Mann.", "Die Redaktion hat den Brief versandt.", "Hendrik Streit sprach.", "Ministerin Sieg sprach.",
    ],
)  # fmt: skip
def test_topics_and_names_have_no_tone(text):
    assert tone(text) == 0


def forms(entry: str) -> list[str]:
    """Give forms of a word for people, as its list has them in the masculine."""
    adjectival = entry.endswith("er") and entry != "Kritiker"  # *Kritiken* are something else
    stem = entry.removesuffix("r") if adjectival else entry
    return [f"Der {entry} kam.", f"Die {entry}n kamen.", f"Mit den {stem}n sprach er.", f"Das {entry}heim steht."]


@pytest.mark.parametrize("entry", [row["entry"] for row in lexicon("people_groups")])
def test_groups_of_people_have_no_tone(entry):
    for text in forms(entry):
        assert tone(text) == 0, text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # harm to what is good
        ("Er hat das Vertrauen missbraucht.", -1),
        ("Der Skandal erschütterte das Vertrauen.", -1),
        # to stop what is bad, to permit it
        ("Das Gericht hat die Todesstrafe ausgesetzt.", 1),
        ("Die Stadt verbietet Gewalt.", 1),
        ("Die Stadt erlaubt die Misshandlung.", -1),
        ("Das Gericht billigte die Folter.", -1),
        ("Die Stadt erlaubt das Fest.", 1),
        # an adjective in the place of a noun
        ("Er versucht Schlimmeres zu vermeiden.", 1),
        ("Er will Gutes verhindern.", -1),
        # what people would rather have less of
        ("Sie versuchte, Kriege zu verhindern.", 1),
        ("Es heißt, dass die Leute die Gewalt verhindern.", 1),
        ("Es heißt, dass sie Gewalt verhindert.", 1),
        ("Gewalt verhindert sie so.", 1),
        ("Das Mittel, das Gewalt verhindert, ist da.", 1),
        ("Weil ihn der Krieg stoppt, geht er.", -1),
        ("Die Preise steigen.", -1),
        ("Der Preis sinkt.", 1),
        ("Der Wasserstand stieg.", -1),
        ("Die Mieten sinken.", 1),
        ("Die Umsätze steigen.", 1),
        # what has a tone in one place only
        ("Sichere Häuser sind selten.", 1),
        ("Das Haus ist sicher.", 1),
        ("Sie war ihm überlegen.", 1),
    ],
)
def test_harm_leave_and_burdens(text, expected):
    assert tone(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Die Band ist beim Festival Herbstlärm zu Gast.",
        "Das Dreitagesfestival Herbstlärm beginnt.",
        "Der Film Freiheit läuft an.",
        "Die Partei Zukunft tagt.",
        "Der Politologe Streitmaier kam noch.",
        "Die Donau hat Zuflüsse (Fils, Rems, Jagst).",
        "Der Weg ist unabhängig von der Höhe.",
        "Die Kriegsflüchtlinge kamen an.",
        "Sie wollen es sich überlegen.",
        "Er ist auf freiem Fuß.",
        "Das ist sicher anders.",
        "Er ist sich sicher, dass es so ist.",
        "Die Arbeit ist so gut wie getan.",
    ],
)
def test_a_name_or_a_fixed_phrase_has_no_tone(text):
    assert sl.from_text(text).measure(sl.Sentiment()).hits.empty


@pytest.mark.parametrize(
    "text", ["Ein Dutzend Probleme blieb.", "Drei Jahre Haft drohen ihm.", "Eine Reihe Fehler wurde gefunden."]
)
def test_what_is_counted_is_no_name(text):
    assert tone(text) == -1
