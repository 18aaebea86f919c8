"""Neighbours of a word, against counting by hand."""

import math

import pytest

from stimmlage.errors import OptionError


def test_neighbours_are_counted(corpus):
    table = corpus.collocations("Damm", least=1, content=False).set_index("collocate")
    assert table.loc["dicht", "n"] == 2 and "sagen" not in table.index and "Zug" not in table.index
    dice = 14 + math.log2(2 * 2 / (3 + 4))
    assert table.loc["dicht", "log_dice"] == pytest.approx(dice)
    near = corpus.collocations("Damm", window=1, least=1, content=False)["collocate"].tolist()
    assert "dicht" not in near and "halten" in near


def test_a_node_that_is_not_there_is_told_what_is(corpus):
    with pytest.raises(OptionError, match="'Damm' is"):
        corpus.collocations("damm")
    with pytest.raises(OptionError, match="window"):
        corpus.collocations("Damm", window=0)
