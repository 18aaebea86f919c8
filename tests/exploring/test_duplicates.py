"""Copies of documents, whole and in part."""

import random

import pytest

import stimmlage as sl
from stimmlage.errors import OptionError


def test_copies_are_found_whole_and_in_part():
    rng = random.Random(3)
    vocabulary = [f"Wort{i}" for i in range(400)]

    def text():
        return " ".join(rng.choices(vocabulary, k=60)) + "."

    agency, other = text(), text()
    corpus = sl.from_texts({"a": agency, "b": agency + " " + text(), "c": other, "d": text(), "e": other})
    table = corpus.duplicates()
    assert table[["doc_id", "other", "cluster"]].values.tolist() == [["a", "b", 0], ["c", "e", 1]]
    assert (
        table["containment"].tolist() == [1, 1]
        and table["resemblance"].tolist()[1] == 1 > table["resemblance"].tolist()[0]
    )
    assert len(corpus[~corpus.documents["doc_id"].isin(table["other"])]) == 3


def test_many_copies_hang_together():
    text = "Der Rat tagt heute in Lunden und berät über den neuen Damm an der See."
    table = sl.from_texts([text] * 60).duplicates()
    assert set(table["cluster"]) == {0} and set(table["other"]) == {f"text-{n}" for n in range(2, 61)}


@pytest.mark.parametrize("least", [0, 1.5])
def test_a_share_is_a_share(corpus, least):
    with pytest.raises(OptionError, match="least"):
        corpus.duplicates(least)
