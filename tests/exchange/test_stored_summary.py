"""Summaries over stored scores are those over the corpus in memory."""

import pandas as pd
import pytest

import stimmlage as sl
from stimmlage.errors import OptionError

TEXTS = {f"t{n}": f"Das ist vielleicht gut. „Wohl kaum {n}“, sagte Anna Berg. {'Es regnet. ' * n}" for n in range(1, 6)}


@pytest.fixture(scope="module")
def both(tmp_path_factory):
    corpus = sl.from_texts(TEXTS)
    folder = tmp_path_factory.mktemp("stored")
    corpus.save(folder, sl.Hedging())
    return corpus, sl.open(folder)


@pytest.mark.parametrize("by", ["speaker", "doc_id", ["speaker", "mode"]])
def test_the_same_numbers(both, by):
    corpus, stored = both
    first, second = (c.summary(sl.Hedging(), by=by) for c in (corpus, stored))
    keys = [*([by] if isinstance(by, str) else by), "measure"]
    order = [*keys, "estimate", "low", "high", "n_hits", "n_words"]
    pd.testing.assert_frame_equal(
        first.sort_values(keys)[order].reset_index(drop=True),
        second.sort_values(keys)[order].reset_index(drop=True),
        check_dtype=False,
    )


def test_sentences_are_not_kept(both):
    with pytest.raises(OptionError, match="takes 'auto' or 'document'"):
        both[1].summary(sl.Hedging(), by="speaker", unit="sentence")
