"""Readability: three formulas for German, and what they cannot tell."""

from __future__ import annotations

import re

import pandas as pd

_VOWELS = re.compile(r"aa|ee|oo|ie|ei|ai|au|eu|äu|[aeiouyäöü]", re.IGNORECASE)
COLUMNS = [
    "n_sentences",
    "n_words",
    "words_per_sentence",
    "syllables_per_word",
    "long_words",
    "lix",
    "wstf",
    "flesch_amstad",
    "note",
]
SENTENCES = 10
"""Below, a formula says nothing: one sentence more or less changes the grade."""


def syllables(word: str) -> int:
    """Count the syllables of a German word by its groups of vowels; at least one.

    *-ie-* counts as one, in *Familie*, too, where it is two.

    >>> [syllables(word) for word in ("Haus", "Bäuerin", "Regierung", "EU", "Theater")]
    [1, 3, 3, 1, 3]
    """
    return max(len(_VOWELS.findall(word)), 1)


def readability(words: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    """Measure the readability of groups of words.

    Parameters
    ----------
    words : DataFrame
        As `words.counted_words` gives it for `of="word"`.
    by : list of str
        The columns that make the groups.

    Returns
    -------
    DataFrame
        `lix` (Björnsson 1968: words per sentence + per cent of words longer than six letters), `wstf` (the first
        Wiener Sachtextformel, Bamberger & Vanecek 1984: school grades, 4 to 15) and `flesch_amstad` (Amstad 1978: 0
        hard to 100 easy). Below ten sentences there are counts only, and `note` says so. The formulas count length;
        they know nothing of word order, reference or what a reader knows, and a quoted voice is written by the author.
    """
    marked = words.assign(
        syllables=words["word"].map(syllables),
        long=words["word"].str.len() > 6,
        sentence=words["doc_id"] + "\0" + words["sentence_id"].astype(str),
    )
    marked["three"] = marked["syllables"] > 2
    marked["one"] = marked["syllables"] == 1
    groups = marked.groupby(by, sort=False, dropna=False)
    table = groups.agg(
        n_sentences=("sentence", "nunique"),
        n_words=("word", "size"),
        syllables_per_word=("syllables", "mean"),
        long_words=("long", "mean"),
        three=("three", "mean"),
        one=("one", "mean"),
    ).reset_index()
    length = table["n_words"] / table["n_sentences"]
    table = table.assign(
        words_per_sentence=length,
        lix=length + 100 * table["long_words"],
        wstf=0.1935 * 100 * table["three"]
        + 0.1672 * length
        + 0.1297 * 100 * table["long_words"]
        - 0.0327 * 100 * table["one"]
        - 0.875,
        flesch_amstad=180 - length - 58.5 * table["syllables_per_word"],
        note="",
    )
    few = table["n_sentences"] < SENTENCES
    table.loc[few, ["lix", "wstf", "flesch_amstad"]] = float("nan")
    table.loc[few, "note"] = "below 10 sentences: no formula"
    return table[[*by, *COLUMNS]]
