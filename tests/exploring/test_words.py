"""Which words are counted."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.exploring.conftest import TEXTS

import stimmlage as sl


def test_content_is_nouns_names_adjectives_and_full_verbs(corpus):
    items = set(corpus.frequencies()["item"])
    assert {"Damm", "dicht", "halten", "Anna"} <= items and not {"der", "sein", "wohl", "nicht"} & items


@given(st.sampled_from(["word", "lemma", "tag"]), st.booleans())
@settings(max_examples=8)
def test_nothing_is_counted_twice(of, content):
    corpus = sl.from_texts(TEXTS)
    whole = corpus.frequencies(of=of, content=content)["n"].sum()
    assert corpus.frequencies(by="speaker", of=of, content=content)["n"].sum() == whole
