"""Doubt whether something can be done, helps, or is too dear: neither for nor against."""

import pytest

import stimmlage as sl
from stimmlage.language.lexicon import lexicon

BAN = sl.Target("ban", ("lemma:Handyverbot",))


def sides(text):
    """Who holds which side, in the order of the mentions."""
    rows = sl.from_text(text).positions([BAN])
    return [(row.speaker, "doubt" if row.category == "doubt" else row.value) for row in rows.itertuples()]


@pytest.mark.parametrize(
    "text",
    [
        "Ob ein Handyverbot wirkt, ist fraglich.",
        "Es ist zweifelhaft, ob ein Handyverbot hilft.",
        # can it be done?
        "Ein Handyverbot lässt sich nicht durchsetzen.",
        "Ein Handyverbot lässt sich kaum kontrollieren.",
        "Ein Handyverbot ist schwer zu überwachen.",
        "Ein Handyverbot ist nicht zu finanzieren.",
        "Niemand kann ein Handyverbot kontrollieren.",
        "Man kann ein Handyverbot nicht durchsetzen.",
        "Keine Schule kann ein Handyverbot überwachen.",
        "Ein Handyverbot ist nicht machbar.",
        "Ein Handyverbot ist undurchführbar.",
        # does it help?
        "Ein Handyverbot wirkt nicht.",
        "Ein Handyverbot hilft niemandem.",
        "Ein Handyverbot nützt nichts.",
        "Ein Handyverbot bringt wenig.",
        "Ein Handyverbot löst kein Problem.",
        "Ein Handyverbot wird das Problem nicht lösen.",
        "Ein Handyverbot reicht nicht aus.",
        "Ein Handyverbot verpufft.",
        "Ein Handyverbot läuft ins Leere.",
        "Ein Handyverbot ist wirkungslos.",
    ],
)
def test_the_author_doubts(text):
    assert sides(text) == [("author", "doubt")]


@pytest.mark.parametrize(
    "text",
    [
        "Tom Kern bezweifelt, ob ein Handyverbot wirkt.",
        "Tom Kern bezweifelt, dass ein Handyverbot wirkt.",
        "Tom Kern zweifelt daran, dass ein Handyverbot hilft.",
        "Tom Kern sagte, ein Handyverbot lasse sich nicht durchsetzen.",
        "„Ein Handyverbot bringt nichts“, sagte Tom Kern.",
        "Ein Handyverbot ist nicht machbar, findet Tom Kern.",
    ],
)
def test_somebody_doubts(text):
    assert sides(text) == [("Tom Kern", "doubt")]


@pytest.mark.parametrize(
    "text",
    [
        "Tom Kern fragt, ob ein Handyverbot hilft.",
        "Es ist nicht fraglich, ob ein Handyverbot kommt.",
        "Ein Handyverbot hilft den Schülern.",
        "Ein Handyverbot lässt sich leicht durchsetzen.",
        "Ein Handyverbot gilt hier nicht.",
        "Ein Handyverbot gibt es hier nicht.",
        "Das Handyverbot wurde nicht kontrolliert.",
        "Die Schule kontrolliert das Handyverbot nicht.",
        "Die Schule kann das Handyverbot kontrollieren.",
        "Wegen des Handyverbots hilft hier niemand.",
        "Mit einem Handyverbot lässt sich das Problem nicht lösen.",
        "Wirkt ein Handyverbot nicht?",
        "Wenn ein Handyverbot nicht wirkt, kommt ein anderes.",
        "Die Lehrer können das Problem ohne Handyverbot nicht.",
        "Das Handyverbot kann man nicht sehen.",
    ],
)
def test_no_doubt_of_the_ban(text):
    assert "doubt" not in [side for _, side in sides(text)]


@pytest.mark.parametrize("word", ["machbar", "umsetzbar", "bezahlbar", "wirksam"])
def test_what_is_feasible_is_supported_and_denied_it_is_doubted(word):
    assert sides(f"Ein Handyverbot ist {word}.") == [("author", 1)]
    assert sides(f"Ein Handyverbot ist nicht {word}.") == [("author", "doubt")]


def test_every_verb_of_the_list_counts():
    """Each verb, denied, with the ban as what it is about."""
    shapes = {"carry_out": "Niemand kann ein Handyverbot {}.", "effect": "Ein Handyverbot kann nicht {}."}
    missed = [
        row["entry"]
        for row in lexicon("stance_effects")
        if row["category"] in shapes and sides(shapes[row["category"]].format(row["entry"])) != [("author", "doubt")]
    ]
    assert missed == []
