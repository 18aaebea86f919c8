"""How evenly words lie over documents, against counting by hand."""

import math

import numpy as np
import pandas as pd
import pytest

import stimmlage as sl
from stimmlage.errors import OptionError

TEXTS = {
    "a": "Der Damm hält. Der neue Damm ist dicht. „Der Damm ist wohl nicht dicht“, sagte Anna Berg.",
    "b": "Der Zug fährt. Der alte Zug ist voll. Laut Polizei ist der Bahnhof voll.",
    "c": "Friedensgespräche beginnen. Ein Frieden ist dicht an dicht mit Friedensarbeit verbunden.",
}


@pytest.fixture(scope="module")
def corpus():
    table = pd.DataFrame({"id": list(TEXTS), "text": list(TEXTS.values()), "outlet": ["A", "B", "B"]})
    return sl.from_frame(table)


def test_dispersion_by_hand(corpus):
    table = corpus.dispersion(["dicht", "Damm", "nirgends"]).set_index("item")
    sizes = corpus.documents["n_words"].to_numpy()
    by_hand = np.abs(np.array([1, 0, 0]) - sizes / sizes.sum()).sum() / 2
    assert table.loc["Damm", "dp"] == pytest.approx(by_hand) and table.loc["Damm", "range"] == 1
    assert table.loc["dicht", ["n", "range", "n_documents"]].tolist() == [4, 2, 3]
    assert table.loc["nirgends", "n"] == 0 and math.isnan(table.loc["nirgends", "dp"])
    with pytest.raises(OptionError, match="empty"):
        corpus.dispersion([])
