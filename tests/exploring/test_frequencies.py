"""Words and sequences counted, against counting by hand."""

import pytest

from stimmlage.errors import OptionError


def test_words_are_counted(corpus):
    table = corpus.frequencies(of="word", content=False).set_index("item")
    assert table.loc["damm", ["n", "n_documents", "n_speakers"]].tolist() == [3, 1, 2]
    assert table.loc["dicht", ["n", "n_documents"]].tolist() == [4, 2]
    assert table["per_thousand"].sum() == pytest.approx(1000) and table["n"].is_monotonic_decreasing
    assert not {",", ".", "„"} & set(table.index)


def test_words_are_counted_in_groups(corpus):
    table = corpus.frequencies(by="outlet").set_index(["outlet", "item"])
    assert table.loc[("A", "Damm"), "n"] == 3 and ("B", "Damm") not in table.index
    assert table.groupby("outlet")["per_thousand"].sum().tolist() == pytest.approx([1000, 1000])


def test_sequences_end_with_sentence_and_voice(corpus):
    items = corpus.ngrams(2, least=1).set_index("item")["n"]
    assert items["der damm"] == 2 and items["damm ist"] == 2
    assert "hält der" not in items and "dicht sagte" not in items
    with pytest.raises(OptionError, match="1 to 10"):
        corpus.ngrams(0)
