"""To whom something is said: behind prepositions, as the object of the verb, and what only looks like it."""

import pytest
from tests.found import quoted

ADDRESSED = {
    "„Ich gehe“, sagte Anna Berg gegenüber der Zeitung.": "der Zeitung",
    "Dem Sender gegenüber sagte Anna Berg, sie gehe.": "Dem Sender",
    "„Ich gehe“, sagte Anna Berg zu Otto Kern.": "Otto Kern",
    "„Ich gehe“, sagte Anna Berg vor Journalisten.": "Journalisten",
    "„Ich gehe“, sagte Anna Berg der Zeitung.": "der Zeitung",
    "Anna Berg warnte die Regierung, das Geld reiche nicht.": "die Regierung",
    "Anna Berg forderte von der Regierung, dass sie zahle.": "der Regierung",
    "Anna Berg fragte in einem Gespräch mit Otto Kern, ob der Plan gut sei.": "Otto Kern",
    "Anna Berg bat in einem Brief an Otto Kern, den Plan zu lesen.": "Otto Kern",
    "Sie sagte ihm, dass sie gehe.": "ihm",
}
NOBODY = (
    "Anna Berg kritisierte in einem Gespräch mit Otto Kern, dass der Plan fehlt.",
    "„Ich gehe“, sagte Anna Berg vor der Sitzung.",
    "„Ich gehe“, sagte Anna Berg zum Abschied.",
    "„Ich gehe“, sagte Anna Berg am Montag.",
    "„Ich gehe“, sagte Anna Berg an der Tür.",
)


@pytest.mark.parametrize("text", ADDRESSED)
def test_who_is_addressed(text):
    assert [q.partition(" | ")[2] for q in quoted(text, "addressee")] == [ADDRESSED[text]]


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_is_addressed(text):
    assert [q.partition(" | ")[2] for q in quoted(text, "addressee")] == [""]


@pytest.mark.parametrize(
    "who", "den Rat|die Stadt|das Amt|einen Mann|eine Frau|ein Kind|ihn|sie|uns|mich|alle Leute".split("|")
)
def test_whom_a_warning_reaches(who):
    assert [q.partition(" | ")[2] for q in quoted(f"Anna Berg warnte {who}, das Geld reiche nicht.", "addressee")] == [
        who
    ]


@pytest.mark.parametrize("whose", ["seinen", "ihren"])
def test_whom_a_warning_reaches_with_its_owner(whose):
    text = f"Anna Berg warnte {whose} Vater und {whose[:-1]} Mutter, das Geld reiche nicht."
    assert quoted(text, "addressee")[0].partition(" | ")[2].startswith(whose)


@pytest.mark.parametrize(
    "who",
    "dem Rat|der Stadt|den Leuten|einem Mann|einer Frau|seinem Vater|seiner Mutter|seinen Eltern|ihrem Vater|"
    "ihrer Mutter|ihren Eltern|ihm|ihr|ihnen|mir|uns|allen Leuten|diesem Mann|dieser Frau|diesen Leuten".split("|"),
)
def test_whom_something_is_told(who):
    assert [q.partition(" | ")[2] for q in quoted(f"Anna Berg sagte {who}, das Geld reiche.", "addressee")] == [who]
