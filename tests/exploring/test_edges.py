"""Corpora of few articles, few voices and few sentences: the tables at their gates, held as text."""

from __future__ import annotations

import pandas as pd
import pytest
from tests.held import held

import stimmlage as sl
from stimmlage.errors import OptionError
from stimmlage.exploring.readability import SENTENCES
from stimmlage.exploring.voices import DOCUMENTS

SAID = (
    "„Ja, das ist gut so“, sagte Ministerin Anna Berg.",
    "„Nein“, sagte Otto Kern.",
    "Der Damm sei dicht, teilte die Polizei mit.",
    "„Doch, und zwar bald“, rief Anna Berg.",
    "„Nie im Leben“, rief Herr Jan Voss.",
    "Laut einem Sprecher ist alles offen.",
    "Der Rat tagte.",
)


def articles(n: int) -> pd.DataFrame:
    texts = [" ".join(SAID[(i * 3 + k) % len(SAID)] for k in range(1 + i % 4)) for i in range(n)]
    return pd.DataFrame(
        {"text": texts, "doc_id": [f"d{i}" for i in range(n)], "outlet": ["AB"[i % 2] for i in range(n)]}
    )


@pytest.mark.parametrize("n", [1, 2, DOCUMENTS - 1, DOCUMENTS, DOCUMENTS + 1, 2 * DOCUMENTS])
def test_voices_of_few_articles(n):
    corpus = sl.from_frame(articles(n))
    parts = [corpus.voices(), corpus.voices(by="outlet"), corpus.voices(each=True)]
    held(f"exploring/few-{n}", "\n".join(part.to_csv(index=False, float_format="%.5g") for part in parts))


def test_voices_of_nobody_and_of_one():
    parts = []
    for text in (SAID[6], SAID[0], f"{SAID[0]} {SAID[1]}", " ".join(SAID[:4]), " ".join(SAID)):
        corpus = sl.from_frame(pd.DataFrame({"text": [text] * 12, "doc_id": [f"d{i}" for i in range(12)]}))
        parts.append(corpus.voices().to_csv(index=False, float_format="%.5g"))
    held("exploring/few-voices", "\n".join(parts))


@pytest.mark.parametrize("n", [SENTENCES - 1, SENTENCES, SENTENCES + 1])
def test_readability_of_few_sentences(n):
    texts = ["Der Damm hält.", "Das Wasser steigt nun schnell.", "Regierungen beraten Bürgerinnen.", "Kinder lachen."]
    corpus = sl.from_text(" ".join(texts[i % 4] for i in range(n)))
    held(f"exploring/readability-{n}", corpus.readability().to_csv(index=False, float_format="%.6g"))


def test_parts_that_overlap_are_told():
    corpus = sl.from_frame(articles(6))
    with pytest.raises(OptionError, match=r"^Target and reference share \d+ words; give parts that do not overlap\.$"):
        corpus.keyness({"outlet": "A"}, {"doc_id": ["d0", "d1"]})
    with pytest.raises(OptionError, match=r"`target` names no column"):
        corpus.keyness({})
    with pytest.raises(OptionError, match=r"^'damm' is not among the words; 'Damm' is\.$"):
        corpus.collocations("damm")
    with pytest.raises(OptionError, match=r"`window` is a positive number of words; not 0\.$"):
        corpus.collocations("Damm", window=0)


def test_items_of_two_are_left_out_by_default():
    corpus = sl.from_frame(articles(6))
    whole, default = (corpus.keyness({"outlet": "A"}, of="word", content=False, **o) for o in ({"least": 1}, {}))
    n = whole["n"] + whole["n_reference"]
    assert {2, 3} <= set(n) and set(default["item"]) == set(whole["item"][n >= 3])
    near = corpus.collocations("Damm", window=1, least=1, content=False)
    held("exploring/near", near.to_csv(index=False, float_format="%.5g"))
