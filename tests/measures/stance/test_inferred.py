"""Inferred positions: what the words around a target suggest where nobody takes a position in so many words."""

import pytest

import stimmlage as sl

BAN = sl.Target("ban", ("lemma:Handyverbot",))


def rows(text, inferred=True):
    table = sl.from_text(text).positions([BAN], inferred=inferred)
    return [(row.speaker, row.value, row.basis) for row in table.itertuples()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Das Handyverbot brachte Streit, Ärger und Chaos.", ("author", -1, "inferred")),
        ("Das Handyverbot gilt seit August. Das ist ein großer Erfolg.", ("author", 1, "inferred")),
        ("„Seit dem Handyverbot herrscht wunderbare Ruhe und Freude“, sagte Mia Wolf.", ("Mia Wolf", 1, "inferred")),
        ("Die Schule fordert ein Handyverbot.", ("Schule", 1, "stated")),
    ],
)
def test_what_is_around_suggests(text, expected):
    assert rows(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Das Handyverbot gilt seit August.",
        "Das Handyverbot gilt seit August. Der Sommer war ein großer Erfolg.",  # does not point back
        "Das Handyverbot gilt. „Das ist ein großer Erfolg“, sagte Mia Wolf.",  # another voice
        "Brachte das Handyverbot Streit, Ärger und Chaos?",
        "Wenn das Handyverbot Streit, Ärger und Chaos bringt, wird es geändert.",
        "Das Handyverbot brachte Freude und Streit.",
    ],
)
def test_too_little_or_nobody_suggests_nothing(text):
    assert rows(text) == []


def test_only_who_asks_gets_them():
    text = "Das Handyverbot brachte Streit, Ärger und Chaos."
    assert rows(text, inferred=False) == [] and sl.from_text(text).positions([BAN]).empty


def test_evidence_names_the_words_and_confidence_is_lower():
    table = sl.from_text("Das Handyverbot brachte Streit und Chaos. Die Schule lehnt das Handyverbot ab.").positions(
        [BAN], inferred=True
    )
    first, second = table.itertuples()
    assert first.evidence == 'around it: "Streit, Chaos"' and first.text == "Handyverbot"
    assert first.confidence < second.confidence and (first.basis, second.basis) == ("inferred", "stated")


def test_a_turned_target_turns_them_too():
    exit_ = sl.Target("exit", ("lemma:Handyverbot",), direction=-1)
    table = sl.from_text("Das Handyverbot brachte Streit, Ärger und Chaos.").positions([exit_], inferred=True)
    assert table["value"].tolist() == [1]
