"""Is an answer right? What to say about it, without giving the solution away."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from stimmlage.errors import StimmlageError
from stimmlage.teaching.content import Task
from stimmlage.teaching.phrases import phrase

_NUMBER = re.compile(r"[-+−]?\d+(?:[.,]\d+)?")
_LEAST = 10
"""How many characters an answer in one's own words has at least."""


class Verdict(NamedTuple):
    """Whether an answer is right (None where none can be), what is said of it, and the places that are not right."""

    right: bool | None
    said: str
    wrong: tuple[int, ...] = ()


def grade(task: Task, answer: Any, language: str) -> Verdict:
    """Judge an answer to a task.

    Parameters
    ----------
    task : Task
    answer : int, str or sequence
        The place of an option; the places of the marked words; the place of an option for each row, None where there
        is none; the text of a number or of an answer.
    language : {"de", "en"}

    Returns
    -------
    Verdict
        An answer that is missing, or of which nothing can be made, is not right; it is said what is missing.

    Examples
    --------
    >>> from stimmlage.teaching.content import Task
    >>> task = Task("1x", "mark", 1, "", "", "", "", text="Das ist [wohl] so.")
    >>> grade(task, [2], "en")
    Verdict(right=True, said='Right.', wrong=())
    >>> grade(task, [0, 2], "en").said
    'Not yet: 1 of 1 found, 1 too many.'
    """
    return _GRADES[task.kind](task, answer, language)


def _choose(task: Task, answer: Any, language: str) -> Verdict:
    if not isinstance(answer, int):
        return Verdict(False, phrase("no_choice", language))
    return _verdict(answer == task.right[0], "", language)


def _mark(task: Task, answer: Any, language: str) -> Verdict:
    marked = set(_places(answer))
    right = {place for place, word in enumerate(task.words) if word.right and word.is_word}
    if not marked:
        return Verdict(False, phrase("no_mark", language))
    said = phrase("found_of", language, found=len(marked & right), all=len(right), more=len(marked - right))
    return _verdict(marked == right, said, language, tuple(sorted(marked - right)))


def _assign(task: Task, answer: Any, language: str) -> Verdict:
    given = list(answer) if isinstance(answer, Sequence) and not isinstance(answer, str) else []
    given += [None] * (len(task.rows) - len(given))
    if None in given[: len(task.rows)]:
        return Verdict(False, phrase("rows_open", language, n=sum(g is None for g in given)))
    wrong = tuple(place for place, (one, right) in enumerate(zip(given, task.right)) if one != right)
    said = phrase("rows_right", language, n=len(task.rows) - len(wrong), all=len(task.rows))
    return _verdict(not wrong, said, language, wrong)


def _number(task: Task, answer: Any, language: str) -> Verdict:
    found = _NUMBER.fullmatch(str(answer or "").strip())
    if not found:
        return Verdict(False, phrase("no_number", language))
    value = float(found.group().replace(",", ".").replace("−", "-"))
    said = phrase("too_large" if value > task.right[0] else "too_small", language)
    return _verdict(value == task.right[0], said, language)


def _compose(task: Task, answer: Any, language: str) -> Verdict:
    from stimmlage.teaching.kit_reading import counts_of  # opening a workbook needs nothing that reads texts

    text = str(answer or "").strip()
    if not text:
        return Verdict(False, phrase("no_text", language))
    try:
        found = counts_of(text)
    except StimmlageError as error:
        return Verdict(False, str(error))
    lacking = [
        phrase("needed", language, what=phrase(f"need_{what}", language), n=found[what], all=least)
        for what, least in (task.needs or {}).items()
        if found[what] < least
    ]
    return _verdict(not lacking, "; ".join(lacking), language)


def _write(task: Task, answer: Any, language: str) -> Verdict:
    enough = len(str(answer or "").strip()) >= _LEAST
    return Verdict(None, phrase("kept" if enough else "too_short", language))


def _label(task: Task, answer: Any, language: str) -> Verdict:
    given = [place for place in answer if place is not None] if isinstance(answer, list | tuple) else []
    left = len(task.rows) - len(given)
    return Verdict(None, phrase("rows_open", language, n=left) if left else phrase("kept", language))


_GRADES: dict[str, Callable[[Task, Any, str], Verdict]] = {
    "choose": _choose,
    "mark": _mark,
    "assign": _assign,
    "number": _number,
    "compose": _compose,
    "write": _write,
    "label": _label,
}


def _verdict(right: bool, said: str, language: str, wrong: tuple[int, ...] = ()) -> Verdict:
    if right:
        return Verdict(True, phrase("right", language))
    return Verdict(False, phrase("not_yet_but", language, said=said) if said else phrase("not_yet", language), wrong)


def _places(answer: Any) -> list[int]:
    return [place for place in answer if isinstance(place, int)] if isinstance(answer, Sequence) else []
