"""Words and marks: a text with bars between its tokens."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stimmlage.document import Tokens
from stimmlage.reading.tokens import may_close, tokenise


def words(text):
    tokens = Tokens([], [], [])
    tokenise(text, 0, len(text), tokens)
    return tokens


@pytest.mark.parametrize(
    "text",
    [
        "Er| kam|.",
        "Dr.| Berg| kam|.",
        "am| 3.| Mai",
        "es| kostet| 3,50| Euro",
        "1.000.000| Leute",
        "die| NATO-Staaten",
        "„|Nein|“|,| sagte| er",
        "geht|'s| gut|?",
        "(|SPD|)",
        "um| 11:30| Uhr",
        "3| %",
        "www.blatt.example| meldet",
    ],
)
def test_tokens(text):
    assert words(text.replace("|", "")).word == [part.strip() for part in text.split("|")]


@pytest.mark.parametrize(
    ("form", "closes"), [("usw.", True), ("etc.", True), ("Dr.", False), ("z.", False), ("3.", False)]
)
def test_what_can_end_a_sentence(form, closes):
    assert may_close(form) is closes


@given(st.text(alphabet="aB3. ,„“-'!", max_size=40))
def test_every_token_is_what_the_text_has_there(text):
    tokens = words(text)
    assert [text[a:b] for a, b in zip(tokens.start, tokens.end, strict=True)] == tokens.word
    assert "".join(tokens.word) == "".join(text.split())
