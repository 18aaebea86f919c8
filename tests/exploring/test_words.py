"""Which words are counted."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.exploring.conftest import TEXTS

import stimmlage as sl
from stimmlage.errors import OptionError


def test_content_is_nouns_names_adjectives_and_full_verbs(corpus):
    items = set(corpus.frequencies()["item"])
    assert {"Damm", "dicht", "halten", "Anna"} <= items and not {"der", "sein", "wohl", "nicht"} & items


@given(st.sampled_from(["word", "lemma", "tag"]), st.booleans())
@settings(max_examples=8)
def test_nothing_is_counted_twice(of, content):
    corpus = sl.from_texts(TEXTS)
    whole = corpus.frequencies(of=of, content=content)["n"].sum()
    assert corpus.frequencies(by="speaker", of=of, content=content)["n"].sum() == whole


def test_what_can_be_counted():
    with pytest.raises(OptionError, match="`of` is one of 'word', 'lemma', 'tag'; not 'stem'"):
        sl.from_texts(TEXTS).frequencies(of="stem")
