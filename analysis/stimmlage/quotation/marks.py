"""Quotation marks: which belong together, nested and unbalanced ones included."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

_PAIRS = {"„": '“”"', "“": "”", "«": "»", "»": "«", "‚": "‘’", "›": "‹", "‹": "›", '"': '"', "”": "”", "``": "''"}
"""What may close each opening mark; `“` opens English quotations, `»` German and `«` Swiss ones."""

_CLOSERS = frozenset('“”»«‘’‹›"') | {"''"}
OPENING = frozenset('„»«‚›"“')
CLOSING = frozenset('“”»«‘‹"')
"""What may open and close a name or a short wording."""
_LONGEST = 400
"""A quotation of more tokens than this is not one: its closing mark was lost."""


class Mark(NamedTuple):
    """A pair of marks: `opened` and `closed` are the tokens of the marks; `depth` counts from 0.

    `problem` says what is wrong with a pair that had to be guessed.
    """

    opened: int
    closed: int
    depth: int
    problem: str = ""


def find_marks(word: Sequence[str], paragraph: Sequence[int]) -> list[Mark]:
    """Pair the quotation marks of a document, outer pairs before inner ones.

    Parameters
    ----------
    word : sequence of str
        The tokens.
    paragraph : sequence of int
        The paragraph of each token: a mark that is not closed ends with its paragraph, unless the
        next paragraph opens with the same mark again.
    """
    marks: list[Mark] = []
    stack: list[int] = []
    for i, form in enumerate(word):
        if form not in _PAIRS and form not in _CLOSERS:
            continue
        while stack and _is_lost(stack[-1], i, word, paragraph):
            _give_up(stack, marks, paragraph)
        if stack and form in _PAIRS[word[stack[-1]]] and not _reopens(form, stack[-1], i, word, paragraph):
            opened = stack.pop()
            marks.append(Mark(opened, i, len(stack)))
        elif stack and any(form in _PAIRS[word[o]] for o in stack) and form not in _PAIRS:
            while form not in _PAIRS[word[stack[-1]]]:
                stack.pop()
            marks.append(Mark(stack.pop(), i, len(stack), "inner mark not closed"))
        elif _may_open(form, i, word) and not _reopens(form, stack[-1] if stack else -1, i, word, paragraph):
            stack.append(i)
    while stack:
        _give_up(stack, marks, paragraph)
    return sorted(marks)


def _may_open(form: str, i: int, word: Sequence[str]) -> bool:
    return form in _PAIRS and i + 1 < len(word) and (form != "”" or word[i + 1][0].isalnum())


def _reopens(form: str, opened: int, i: int, word: Sequence[str], paragraph: Sequence[int]) -> bool:
    """Tell whether a mark at the start of a paragraph only goes on with the quotation that is open."""
    return (
        opened >= 0
        and form == word[opened]
        and form not in '"”'
        and paragraph[i] != paragraph[opened]
        and paragraph[i - 1] != paragraph[i]
    )


def _is_lost(opened: int, i: int, word: Sequence[str], paragraph: Sequence[int]) -> bool:
    if i - opened > _LONGEST:
        return True
    # Over a paragraph border only a quotation that is reopened there goes on.
    border = next((k for k in range(opened + 1, i + 1) if paragraph[k] != paragraph[opened]), None)
    return border is not None and word[border] != word[opened]


def _give_up(stack: list[int], marks: list[Mark], paragraph: Sequence[int]) -> None:
    """Close the innermost open mark where its paragraph ends, and say so."""
    opened = stack.pop()
    end = opened
    while end + 1 < len(paragraph) and paragraph[end + 1] == paragraph[opened]:
        end += 1
    marks.append(Mark(opened, end, len(stack), "mark not closed"))
