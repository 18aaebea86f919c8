"""Passages: every character of running text belongs to exactly one voice."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stimmlage.quotation.quotation import Quotation
from stimmlage.reading.segmentation import read_text
from stimmlage.speakers.passages import divide


def quotation(text: str, *parts: str, type: str = "direct", speaker: str = "", name: str = "") -> Quotation:
    spans = tuple((text.index(part), text.index(part) + len(part)) for part in parts)
    return Quotation(type, "speech", spans, speaker_id=speaker, speaker_name=name)


def division(text: str, *quotations: Quotation) -> list[tuple[str, str, str]]:
    document = read_text(text)
    return [(p.voice, p.mode, text[p.start : p.end]) for p in divide(document, quotations)]


def test_a_text_without_quotations_is_the_authors():
    assert division("Es regnet. Es schneit.") == [
        ("author", "narration", "Es regnet."),
        ("author", "narration", "Es schneit."),
    ]


def test_a_frame_is_narration():
    text = "„Es regnet“, sagte Blum."
    assert division(text, quotation(text, "„Es regnet“", speaker="d:blum")) == [
        ("d:blum", "direct", "„Es regnet“"),
        ("author", "narration", ", sagte Blum."),
    ]


def test_an_interrupted_quotation():
    text = "„Es regnet“, sagte Blum, „seit Tagen.“"
    assert [v for v, _, _ in division(text, quotation(text, "„Es regnet“", "„seit Tagen.“", speaker="d:blum"))] == [
        "d:blum",
        "author",
        "d:blum",
    ]


def test_the_innermost_quotation_wins():
    text = "Blum sagte, Lang habe „nie“ gelogen."
    outer = quotation(text, "Lang habe „nie“ gelogen", type="indirect", speaker="d:blum")
    inner = quotation(text, "„nie“", speaker="d:lang")
    assert division(text, outer, inner) == [
        ("author", "narration", "Blum sagte, "),
        ("d:blum", "indirect", "Lang habe "),
        ("d:lang", "direct", "„nie“"),
        ("d:blum", "indirect", " gelogen"),
        ("author", "narration", "."),
    ]


def test_of_two_quotations_of_one_stretch_the_direct_one_is_the_inner():
    text = "„Es regnet“, hieß es."
    one = quotation(text, "„Es regnet“", type="indirect", speaker="d:a")
    other = quotation(text, "„Es regnet“", type="direct", speaker="d:b")
    assert division(text, one, other)[0][:2] == division(text, other, one)[0][:2] == ("d:b", "direct")


def test_a_quotation_without_a_speaker_is_unattributed():
    text = "Es solle regnen, hieß es."
    assert division(text, quotation(text, "Es solle regnen"))[0][0] == "unattributed"


def test_a_quotation_over_two_sentences_is_cut_at_the_sentence():
    text = "„Es regnet. Es schneit“, sagte Blum."
    document = read_text(text)
    passages = divide(document, [quotation(text, "„Es regnet. Es schneit“", speaker="d:blum")])
    assert {p.sentence_id for p in passages if p.voice == "d:blum"} == {0, 1}


WORDS = st.lists(st.sampled_from(["Es", "regnet.", "„Ja“,", "Blum", "\n\n", "sagt", "nie."]), min_size=1, max_size=12)


@given(WORDS, st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)), max_size=5))
def test_passages_tile_the_sentences(parts, stretches):
    text = " ".join(parts)
    quotations = [
        Quotation("direct", "speech", ((start, min(start + length, len(text))),), speaker_id=f"d:{n}")
        for n, (start, length) in enumerate(stretches)
        if start < len(text)
    ]
    before = list(quotations)
    document = read_text(text)
    passages = divide(document, quotations)
    assert quotations == before
    assert [p.passage_id for p in passages] == list(range(len(passages)))
    for sentence in document.sentences:
        own = [p for p in passages if p.sentence_id == sentence.sentence_id]
        assert own[0].start == sentence.start and own[-1].end == sentence.end
        assert all(a.end == b.start for a, b in itertools.pairwise(own))
        assert all(text[p.start : p.end].strip() for p in own)


@pytest.mark.parametrize("mark", ["„ “", " "])
def test_white_space_never_stands_alone(mark):
    text = "Es regnet. „Ja“ „Nein“ sagte Blum."
    ends = division(text, quotation(text, "„Ja“", speaker="d:a"), quotation(text, "„Nein“", speaker="d:b"))
    assert all(part.strip() for _, _, part in ends)
