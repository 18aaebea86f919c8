"""Contexts in which a word does not simply claim; the words in question stand in brackets."""

import re

import pytest
from tests.found import analysed

from stimmlage.scope.contexts import find_contexts


def contexts(text):
    """Return the words of the text that have a context, by context."""
    analysis = analysed(text)
    found: dict[str, list[str]] = {}
    for i, context in sorted(find_contexts(analysis).items()):
        if analysis.words.word[i][0].isalnum():
            found.setdefault(context, []).append(analysis.words.word[i])
    return {context: " ".join(words) for context, words in found.items()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Wenn er kommt], ist es gut.", "conditional"),
        ("Es ist gut, [falls er kommt].", "conditional"),
        ("[Kommt er], so ist es gut.", "conditional"),
        ("[Kommt er], ist es gut.", "conditional"),
        ("[Auch wenn er kommt], ist es gut.", "concession"),
        ("[Wenn auch er kam], ist es gut.", "concession"),
        ("Es ist gut. [Ist es gut]?", "question"),
        ("Er fragt: [Ist es gut]?", "question"),
        ("Sie sagte, [es sei gut].", "reported"),
        ("Es ist gut.", ""),
    ],
)
def test_contexts(text, expected):
    inside = " ".join(re.findall(r"\[(.*?)\]", text))
    plain = text.replace("[", "").replace("]", "")
    assert contexts(plain) == ({expected: inside} if expected else {})


def test_what_is_conceded_is_a_context():
    assert "teuer" in contexts("Das Bad ist zwar teuer, aber es hilft allen.")["concession"]
