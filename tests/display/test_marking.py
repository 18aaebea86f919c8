"""A text cut into pieces of one look: together they are the text again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.found import analysed

from stimmlage.display.marking import blocks, kind
from stimmlage.measures.hedging import Hedging
from stimmlage.measures.measure import Hit
from stimmlage.measures.sentiment import Sentiment

SENTENCES = st.sampled_from(
    [
        "Das ist wohl gut.",
        "„Nein, vielleicht nicht“, sagte Anna Berg.",
        "Sie sagte, es sei „sehr schlecht“.",
        "\n\n",
        " ",
    ]
)


def cut(text):
    analysis = analysed(text)
    return analysis, blocks(analysis, [*Hedging().find(analysis), *Sentiment().find(analysis)])


@given(st.lists(SENTENCES, min_size=1, max_size=6).map("".join))
def test_the_pieces_give_the_text_again(text):
    analysis, found = cut(text)
    whole = analysis.document
    given = ["".join(p.text for s in block.stretches for p in s.pieces) for block in found]
    assert given == [whole.text[p.start : p.end] for p in whole.paragraphs]


def test_each_stretch_is_of_one_voice():
    _, (block,) = cut("Das ist wohl gut. „Vielleicht“, sagte Anna Berg.")
    voices = [(s.quotation.speaker_name if s.quotation else "") for s in block.stretches]
    assert voices == ["", "Anna Berg", ""]
    assert [s.opens for s in block.stretches] == [False, True, False]


@pytest.mark.parametrize(
    ("hit", "expected"),
    [
        (Hit("hedging", "hedge", "wohl", 0, 4, 1.0), "hedge"),
        (Hit("sentiment", "positive", "gut", 0, 3, 0.5), "positive"),
        (Hit("stance", "wish", "will", 0, 4, 0.5), "for"),
        (Hit("stance", "wish", "will", 0, 4, 0.5, target="plan"), ""),
    ],
)
def test_how_a_hit_is_marked(hit, expected):
    assert kind(hit) == expected
