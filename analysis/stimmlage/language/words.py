"""The tokens of a document with all that is known of each: a table, column by column."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens of a document with their tags, as parallel lists.

    `tag` holds STTS tags (`VVFIN`, `NN`, `NE`, `ADJA`, `KOUS`, `PTKVZ`, `$,` …), `lemma` base forms,
    `first` and `stop` the sentence that a token stands in, as a half-open range of tokens. `depth` counts the pairs of
    quotation marks around a token, the marks themselves included; the tagger knows of none. `joint` holds for
    what joins noun phrases in a series (its commas, `und`, `als auch`) where the series begins, and −1 for all else.
    """

    word: list[str]
    start: list[int]
    end: list[int]
    lower: list[str]
    tag: list[str]
    lemma: list[str]
    first: list[int]
    stop: list[int]
    depth: list[int]
    joint: list[int]

    def __len__(self) -> int:
        return len(self.word)
