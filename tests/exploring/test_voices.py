"""Voices counted: figures against counting by hand, and what a few articles cannot tell."""

import math

import numpy as np
import pandas as pd
import pytest

import stimmlage as sl
from stimmlage.errors import OptionError
from stimmlage.exploring.voices import COLUMNS, heard_voices, voices

BERG = "„Wir warten noch“, sagte Ministerin Anna Berg."
ZANDER = "„Nein“, sagte Karl Zander."
POLICE = "Laut Polizei ist die Straße frei."


def corpus_of(*texts, outlet=None):
    table = pd.DataFrame({"text": texts, "outlet": outlet or ["A"] * len(texts), "date": "2026-01-05"})
    return sl.from_frame(table)


def figure(table, name):
    return table.set_index("figure").loc[name]


def heard(*counts, kind="person", gender="female"):
    """A voice for each count of words, each article with the same."""
    rows = [
        {
            "doc_id": f"d{d}", "voice": f"v{v}", "speaker": f"v{v}", "kind": kind, "gender": gender, "role": "",
            "quoted": True, "n_words": n, "n_direct": 0, "n_quotations": 1, "first": v == 0,
        }
        for d, article in enumerate(counts)
        for v, n in enumerate(article)
        if n
    ]  # fmt: skip
    return pd.DataFrame(rows)


def test_words_are_those_of_the_scores():
    corpus = corpus_of(f"{BERG} {POLICE} Es regnet, 10 % mehr.", ZANDER)
    table = heard_voices(corpus.passages, corpus.tokens, corpus.speakers, corpus.quotations)
    assert table["n_words"].sum() == corpus.measure(sl.Concession()).scores["n_words"].sum()


def test_each_voice_is_counted_by_hand():
    listed = corpus_of(f"{BERG} {ZANDER}", BERG).voices(each=True).set_index("speaker")
    assert listed.loc["Anna Berg", ["n_documents", "n_first", "n_quotations", "n_words", "n_direct"]].tolist() == [
        2,
        2,
        2,
        6,
        6,
    ]
    assert listed.loc["Karl Zander", ["n_documents", "n_first", "n_words"]].tolist() == [1, 0, 1]
    assert listed["share"].tolist() == pytest.approx([6 / 7, 1 / 7])


def test_who_is_quoted_first_is_a_share_of_the_articles():
    table = corpus_of(f"{BERG} {ZANDER}", f"{POLICE} {BERG}", ZANDER).voices()
    firsts = {kind: figure(table, f"{kind}_first")["estimate"] for kind in ("person", "organisation", "unnamed")}
    assert firsts == pytest.approx({"person": 2 / 3, "organisation": 1 / 3, "unnamed": 0})


def test_the_author_is_no_voice():
    table = corpus_of("Es regnet heute.").voices()
    assert figure(table, "voices")["estimate"] == 0 and figure(table, "quoted_words")["estimate"] == 0
    assert math.isnan(figure(table, "female_words")["estimate"])


@pytest.mark.parametrize(
    ("words", "evenness", "simpson"),
    [
        ([5, 5], 1.0, 0.5),
        ([1, 1, 1, 1], 1.0, 0.75),
        ([9, 1], -(0.9 * math.log(0.9) + 0.1 * math.log(0.1)) / math.log(2), 0.18),
        ([4], math.nan, 0.0),
    ],
)
def test_evenness_and_simpson(words, evenness, simpson):
    table = voices(heard(words))
    assert figure(table, "evenness")["estimate"] == pytest.approx(evenness, nan_ok=True)
    assert figure(table, "simpson")["estimate"] == pytest.approx(simpson)


@pytest.mark.parametrize(("words", "share"), [([4, 3, 2, 1], 0.9), ([4, 3, 2], math.nan)])
def test_the_three_loudest_are_told_where_there_are_more(words, share):
    assert figure(voices(heard(words)), "share_of_three")["estimate"] == pytest.approx(share, nan_ok=True)


def test_groups_are_compared_at_a_common_size():
    """Two of four articles with one voice each have two; the whole has four."""
    large = heard([1], [0, 1], [0, 0, 1], [0, 0, 0, 1]).assign(outlet="A")
    small = heard([1], [0, 1]).assign(outlet="B")
    table = voices(pd.concat([large, small]), ["outlet"]).query("figure == 'voices_in_common_size'")
    assert table["estimate"].tolist() == pytest.approx([2.0, 2.0]) and set(table["note"]) == {"in 2 articles"}


def test_rarefaction_is_the_mean_over_all_choices():
    from itertools import combinations

    sets = [{0, 1}, {0}, {0, 2, 3}, {1, 3}, {4}]
    rows = heard(*[[int(v in s) for v in range(5)] for s in sets]).assign(outlet="A")
    other = heard([1], [1], [1]).assign(outlet="B")
    found = voices(pd.concat([rows, other]), ["outlet"]).query("figure == 'voices_in_common_size' and outlet == 'A'")
    by_hand = np.mean([len(set().union(*chosen)) for chosen in combinations(sets, 3)])
    assert found["estimate"].item() == pytest.approx(by_hand)


def test_few_articles_have_no_interval():
    few, enough = (voices(heard(*[[3, 2, 1], [1, 5, 2]] * n)) for n in (2, 3))
    assert few[["low", "high"]].isna().all(axis=None) and "describes 4 articles only" in set(few["note"])
    row = figure(enough, "evenness")
    assert row["low"] < row["estimate"] < row["high"]


def test_intervals_cover():
    """Nominal 95 % intervals of a share cover the truth in nine of ten runs and more."""
    rng = np.random.default_rng(7)
    inside = 0
    for _ in range(200):
        of = rng.binomial(40, rng.beta(3, 7, size=20))
        rows = pd.concat([heard(*[[n] for n in of]), heard(*[[40 - n] for n in of], gender="male").assign(voice="m")])
        row = figure(voices(rows), "female_words")
        inside += row["low"] <= 0.3 <= row["high"]
    assert inside >= 180


def test_all_or_nothing_has_no_interval():
    row = figure(voices(heard(*[[2, 1]] * 6)), "female_words")
    assert row["estimate"] == 1 and math.isnan(row["low"])


def test_groups_and_columns():
    corpus = corpus_of(BERG, ZANDER, POLICE, outlet=["A", "B", "B"])
    table = corpus.voices(by=["outlet", "month"])
    assert list(table.columns) == ["outlet", "month", *COLUMNS]
    assert table.query("figure == 'voices'")["estimate"].tolist() == [1, 2]
    assert corpus.voices(by="outlet", each=True)["outlet"].tolist() == ["A", "B", "B"]
    with pytest.raises(OptionError, match="'speaker'"):
        corpus.voices(by="speaker")


def test_a_surname_alone_stays_in_its_article():
    texts = ["„Ja“, sagte Müller.", "„Nein“, sagte Müller."]
    assert figure(corpus_of(*texts).voices(), "voices")["estimate"] == 2
    assert figure(corpus_of(BERG, BERG).voices(), "voices")["estimate"] == 1
