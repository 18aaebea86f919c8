"""The document: its parts tile it, and offsets claim what is there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stimmlage.document import Tokens
from stimmlage.reading.segmentation import read_text


def test_tokens_are_as_many_as_their_words():
    assert len(Tokens(["a", "b"], [0, 2], [1, 3])) == 2


@given(st.text(alphabet="Der Rat.\n„“, ", max_size=80))
def test_sentences_lie_in_their_paragraphs_and_these_in_their_sections(text):
    document = read_text(text)
    paragraphs = {p.paragraph_id: p for p in document.paragraphs}
    sections = {s.section_id: s for s in document.sections}
    for sentence in document.sentences:
        paragraph = paragraphs[sentence.paragraph_id]
        section = sections[paragraph.section_id]
        assert section.start <= paragraph.start <= sentence.start < sentence.end <= paragraph.end <= section.end
        assert sentence.first < sentence.stop <= len(document.tokens)


def test_a_document_cannot_be_changed():
    with pytest.raises(AttributeError):
        read_text("Ja.").title = "Nein"
