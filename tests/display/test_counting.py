"""Words counted: profile, sentiment, hedging."""

import pandas as pd
from tests.display.drawn import HITS, SUMMARY, dots, texts, y_labels

import stimmlage as sl


def test_profile_counts_and_names_the_words():
    ax = sl.charts.profile(HITS, n_words=pd.Series({"author": 42, "Anna Berg": 16}))
    assert y_labels(ax) == ["author (42)", "Anna Berg (16)"]
    assert texts(ax) == ["2  wohl (2)", "1  klar", "1  vielleicht"]
    assert [t.get_text() for t in ax.get_xticklabels()] == ["hedge", "booster"]


def test_profile_of_many_words_names_ten():
    many = pd.DataFrame({"speaker": "author", "category": "hedge", "cue": [f"w{i}" for i in range(14)]})
    said = texts(sl.charts.profile(many))[0]
    assert said.startswith("14  w0, w1") and "w9" in said and "w10" not in said and said.endswith("…")


def test_polar_words_stand_on_their_side():
    ax = sl.charts.sentiment(HITS)
    assert texts(ax) == ["klar  1", "2  wohl (2)", "1  vielleicht"]
    assert [t.get_ha() for t in ax.texts] == ["right", "left", "left"]
    assert sorted(p.get_width() for p in ax.patches if p.get_width()) == [-1, 1, 2]


def test_hedging_draws_counts_beside_the_words():
    ax = sl.charts.hedging(SUMMARY)
    assert [x for x, _ in dots(ax)] == [12, 3, 2]  # nothing is drawn where nothing was found
    assert texts(ax) == ["42", "16", "words"]
