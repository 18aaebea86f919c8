"""Which words are counted."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import stimmlage as sl

TEXTS = {
    "a": "Der Damm hält. Der neue Damm ist dicht. „Der Damm ist wohl nicht dicht“, sagte Anna Berg.",
    "b": "Der Zug fährt. Der alte Zug ist voll. Laut Polizei ist der Bahnhof voll.",
    "c": "Friedensgespräche beginnen. Ein Frieden ist dicht an dicht mit Friedensarbeit verbunden.",
}


@pytest.fixture(scope="module")
def corpus():
    table = pd.DataFrame({"id": list(TEXTS), "text": list(TEXTS.values()), "outlet": ["A", "B", "B"]})
    return sl.from_frame(table)


def test_content_is_nouns_names_adjectives_and_full_verbs(corpus):
    items = set(corpus.frequencies()["item"])
    assert {"Damm", "dicht", "halten", "Anna"} <= items and not {"der", "sein", "wohl", "nicht"} & items


@given(st.sampled_from(["word", "lemma", "tag"]), st.booleans())
@settings(max_examples=8)
def test_nothing_is_counted_twice(of, content):
    corpus = sl.from_texts(TEXTS)
    whole = corpus.frequencies(of=of, content=content)["n"].sum()
    assert corpus.frequencies(by="speaker", of=of, content=content)["n"].sum() == whole
