"""The words that exploring is about: those of the running text, each with its voice and its section."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pandas as pd

from stimmlage.errors import OptionError

OF = ("word", "lemma", "tag")
"""What is counted."""
_WORD = r"[^\W_]|.*[^\W_]$"  # a letter or digit at one of its ends, as everywhere
_CONTENT = ("N", "ADJ", "VV")
_OWN = ("doc_id", "token_id", "sentence_id", "passage_id", "start", "end", *OF)

Tables = Callable[[str], pd.DataFrame]


def words_of(
    table: Tables,
    by: Sequence[str] = (),
    speaker: str | Sequence[str] | None = None,
    section: str | Sequence[str] | None = None,
    headings: bool = False,
) -> pd.DataFrame:
    """Return the tokens of the running text with what they can be grouped by.

    Parameters
    ----------
    table : callable
        Gives a table of the corpus by its name.
    by : sequence of str
        Columns of documents, sections, speakers or passages, as for `Corpus.summary`.
    speaker, section : str or list of str, optional
        Only words of these voices (`"author"` is the author), or of sections with these headings.
    headings : bool
        Whether titles and headings count, too.

    Raises
    ------
    OptionError
        If there is no such column, voice or section.
    """
    from stimmlage.statistics.groups import places

    wanted = list(dict.fromkeys([*by, "speaker", "section"]))
    if clash := [name for name in by if name in _OWN and name != "doc_id"]:
        raise OptionError(
            f"`by` names {clash[0]!r}, which is a column of `tokens`; group by what words are in, such as 'speaker'."
        )
    known = places(table, [name for name in wanted if name != "doc_id"], headings, several=len(table("documents")) > 1)
    for name, chosen in (("speaker", speaker), ("section", section)):
        known = known if chosen is None else known[known[name].isin(_chosen(name, chosen, known[name]))]
    return table("tokens").merge(known.drop(columns="sentence_id"), on=["doc_id", "passage_id"], validate="many_to_one")


def _chosen(name: str, chosen: str | Sequence[str], there: pd.Series) -> list[str]:
    names = [chosen] if isinstance(chosen, str) else list(chosen)
    if missing := [n for n in names if n not in set(there)]:
        some = ", ".join(map(repr, list(dict.fromkeys(there))[:6]))
        raise OptionError(f"There is no {name} {missing[0]!r}; there are {some} …")
    return names


def counted_words(tokens: pd.DataFrame, of: str = "lemma", content: bool = False) -> pd.DataFrame:
    """Return the tokens that are words, with what is counted of them as `item`.

    Parameters
    ----------
    of : {'word', 'lemma', 'tag'}
        What is counted; words in small letters, so that the first of a sentence is no other.
    content : bool
        Whether nouns, names, adjectives and full verbs only.
    """
    if of not in OF:
        raise OptionError(f"`of` is one of {', '.join(map(repr, OF))}; not {of!r}.")
    words = tokens[tokens["word"].str.match(_WORD)]
    if content:
        words = words[words["tag"].str.startswith(_CONTENT)]
    return words.assign(item=words["word"].str.lower() if of == "word" else words[of])


def stretches(words: pd.DataFrame) -> list[list[str]]:
    """Cut words where the sentence or the voice ends: what goes beyond is no neighbour."""
    groups = words.groupby(["doc_id", "sentence_id", "passage_id"], sort=False)["item"]
    return [list(items) for _, items in groups]


def columns_of(by: str | Sequence[str]) -> list[str]:
    """Return columns as a list."""
    return [by] if isinstance(by, str) else list(by)


__all__ = ["OF", "columns_of", "counted_words", "stretches", "words_of"]
