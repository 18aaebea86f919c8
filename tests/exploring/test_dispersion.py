"""How evenly words lie over documents, against counting by hand."""

import math

import numpy as np
import pytest

from stimmlage.errors import OptionError


def test_dispersion_by_hand(corpus):
    table = corpus.dispersion(["dicht", "Damm", "nirgends"]).set_index("item")
    sizes = corpus.documents["n_words"].to_numpy()
    by_hand = np.abs(np.array([1, 0, 0]) - sizes / sizes.sum()).sum() / 2
    assert table.loc["Damm", "dp"] == pytest.approx(by_hand) and table.loc["Damm", "range"] == 1
    assert table.loc["dicht", ["n", "range", "n_documents"]].tolist() == [4, 2, 3]
    assert table.loc["nirgends", "n"] == 0 and math.isnan(table.loc["nirgends", "dp"])
    with pytest.raises(OptionError, match="empty"):
        corpus.dispersion([])
