"""Sentences for the measures, with every hit in them; see `tests/sentences`."""

import pytest
from tests.sentences import everything, sections


@pytest.mark.parametrize(("heading", "kept"), list(sections("measures")))
def test_sentences(heading, kept):
    found = everything([text for text, _ in kept])
    assert list(zip([text for text, _ in kept], found)) == kept, heading
