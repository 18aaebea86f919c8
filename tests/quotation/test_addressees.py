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
