"""What the kit finds in a text, in one line each, so that a test reads as a table of sentences."""

from __future__ import annotations

import stimmlage as sl
from stimmlage.analysis import Analysis, analyse
from stimmlage.language.tagging import tag
from stimmlage.language.words import Words
from stimmlage.reading.segmentation import read_text


def quoted(text: str, role: str = "speaker") -> list[str]:
    """Return `rule: words | words of the role` for each quotation."""
    table = sl.from_text(text, layout=False).quotations
    return [f"{q['rule']}: {q['text']} | {q[f'{role}_text']}".rstrip() for q in table.to_dict("records")]


def said_by(text: str) -> list[str]:
    """Return `words | name` for each quotation: whom the kit takes for the speaker."""
    table = sl.from_text(text, layout=False).quotations
    return [f"{q['text']} | {q['speaker']}".rstrip() for q in table.to_dict("records")]


def tagged(text: str) -> Words:
    """Return the tagged words of a text."""
    return tag(read_text(text))


def analysed(text: str) -> Analysis:
    """Return the analysis of a text."""
    return analyse(read_text(text))


def place(words: Words, form: str) -> int:
    """Return the index of a word in a text in which it stands once."""
    (found,) = [i for i, word in enumerate(words.word) if word == form]
    return found
