"""Keyword in context: every place of a word, with its voice."""

from __future__ import annotations

import fnmatch
import re
from collections.abc import Callable

import pandas as pd

from stimmlage.errors import OptionError

KINDS = ("wildcard", "lemma", "regex")


def kwic(tokens: pd.DataFrame, texts: pd.Series, pattern: str, kind: str = "wildcard", window: int = 8) -> pd.DataFrame:
    """Find the places of a word or phrase.

    Parameters
    ----------
    tokens : DataFrame
        As `words.words_of` gives it.
    texts : Series
        The text of each document, by `doc_id`.
    pattern : str
        One word or several: with `*` and `?` (`wildcard`), base forms (`lemma`), or a regular expression for each
        word (`regex`). Words are compared whole and without regard to capitals; a phrase lies in one sentence.
    window : int
        Words of context on each side, within the document.

    Returns
    -------
    DataFrame
        A row per place: `left`, `keyword`, `right`, `speaker`, `section`, the other columns asked for, and `doc_id`,
        `sentence_id`, `start`, `end`, so that `text[start:end]` is the keyword.

    Raises
    ------
    OptionError
        If the pattern is empty or no regular expression, or an option is unknown.
    """
    tests = _tests(pattern, kind)
    if window < 1:
        raise OptionError(f"`window` is a positive number of words; not {window!r}.")
    tokens = tokens.reset_index(drop=True)
    column = tokens["lemma" if kind == "lemma" else "word"]
    kinds = {form: [bool(test(form)) for test in tests] for form in column.unique()}
    hits = pd.Series(True, index=tokens.index)
    for place in range(len(tests)):
        of = column.shift(-place).map(lambda form, place=place: kinds[form][place] if isinstance(form, str) else False)
        same = (tokens["sentence_id"].shift(-place) == tokens["sentence_id"]) & (
            tokens["doc_id"].shift(-place) == tokens["doc_id"]
        )
        follows = tokens["token_id"].shift(-place) == tokens["token_id"] + place
        hits &= of.astype(bool) & same & follows
    first = tokens.index[hits]
    last = first + len(tests) - 1
    found = tokens.loc[first].reset_index(drop=True)
    found["end"] = tokens.loc[last, "end"].to_numpy()
    return _in_context(found, texts, window)


def _in_context(found: pd.DataFrame, texts: pd.Series, window: int) -> pd.DataFrame:
    """Add the words around each place."""
    parts = [_around(str(texts[row.doc_id]), row.start, row.end, window) for row in found.itertuples()]
    context = pd.DataFrame(parts, columns=["left", "keyword", "right"], index=found.index, dtype="str")
    own = ["doc_id", "sentence_id", "start", "end"]
    more = [c for c in found.columns if c not in (*own, "word", "lemma", "tag", "token_id", "passage_id")]
    return pd.concat([context, found[more], found[own]], axis=1)


def _around(text: str, start: int, end: int, window: int) -> tuple[str, str, str]:
    room = 40 * window  # characters in which that many words lie; longer ones are cut
    left = text[max(start - room, 0) : start].split()[-window:]
    right = text[end : end + room].split()[:window]
    return " ".join(left), text[start:end], " ".join(right)


def _tests(pattern: str, kind: str) -> list[Callable[[str], object]]:
    if kind not in KINDS:
        raise OptionError(f"`kind` is one of {', '.join(map(repr, KINDS))}; not {kind!r}.")
    words = pattern.split() if isinstance(pattern, str) else []
    if not words:
        raise OptionError(f"`pattern` is a word or phrase such as 'Frieden*'; not {pattern!r}.")
    try:
        forms = [
            word if kind == "regex" else fnmatch.translate(word) if kind == "wildcard" else re.escape(word)
            for word in words
        ]
        return [re.compile(form, re.IGNORECASE).fullmatch for form in forms]
    except re.error as error:
        raise OptionError(f"{pattern!r} is no regular expression ({error}).") from error
