"""What a lesson says and asks, in German and English: one file each in `lessons/`, read and checked here."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

from stimmlage.errors import OptionError

LANGUAGES = ("de", "en")
NUMBERS = range(1, 7)
KINDS = ("choose", "mark", "assign", "number", "compose", "write", "label")
"""Kinds of tasks: one option, the words of a text, a label for each row, a number, a text of one's own in which the
kit must find something, an answer in one's own words, and labels for which there is no right and wrong."""
_TOKEN = re.compile(r"\[|\]|\w+(?:[-’'/.]\w+)*|[^\w\s]")


@dataclass(frozen=True)
class Word:
    """A word or a mark of punctuation of a text in which words are to be marked."""

    text: str
    blank_before: bool
    right: bool

    @property
    def is_word(self) -> bool:
        """Whether it can be marked; punctuation cannot."""
        return self.text[0].isalnum()


@dataclass(frozen=True)
class Task:
    """Something to do, in one language.

    Attributes
    ----------
    id : str
        The number of the lesson and a letter.
    kind : str
        One of `KINDS`.
    minutes : int
    title, question, hint, solution : str
        Markdown; a hint says what to look at, a solution also why.
    text : str
        German: what it is about. Right words of a text to be marked stand in brackets.
    options : tuple of str
        What there is to choose from: of one question, or for each row.
    rows : tuple of str
        What gets an option each.
    right : tuple
        The place of the right option, from 0; of each row; or the number.
    needs : mapping of str to int
        What the kit must find in a text of one's own, and how often at least.
    kit : mapping of str to list
        What the kit finds in the text, as the solution says it.
    """

    id: str
    kind: str
    minutes: int
    title: str
    question: str
    hint: str
    solution: str
    text: str = ""
    options: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    right: tuple[float, ...] = ()
    needs: Mapping[str, int] | None = None
    kit: Mapping[str, Sequence[Any]] | None = None

    @property
    def words(self) -> list[Word]:
        """The words of the text, for marking."""
        return words_of(self.text)

    @property
    def plain(self) -> str:
        """The text without the brackets of the right words."""
        return self.text.replace("[", "").replace("]", "") if self.kind == "mark" else self.text

    @property
    def has_right_answer(self) -> bool:
        """Whether an answer can be right or wrong."""
        return self.kind not in ("write", "label")


@dataclass(frozen=True)
class Part:
    """A piece of a lesson: a heading, what it says, one line of code that shows something, what to look for there."""

    minutes: int
    title: str
    text: str
    code: str = ""
    after: str = ""


@dataclass(frozen=True)
class Content:
    """A lesson in one language."""

    number: int
    language: str
    name: str
    title: str
    question: str
    aims: tuple[str, ...]
    parts: tuple[Part, ...]
    summary: tuple[str, ...]
    tasks: tuple[Task, ...]
    teacher: Mapping[str, Any]

    @property
    def minutes(self) -> int:
        """How long it takes, tasks included."""
        return sum(part.minutes for part in self.parts) + sum(task.minutes for task in self.tasks)

    def task(self, name: str) -> Task:
        """Return a task by its name.

        Raises
        ------
        OptionError
            If there is none of that name.
        """
        found = next((task for task in self.tasks if task.id == name), None)
        if found is None:
            known = ", ".join(task.id for task in self.tasks)
            raise OptionError(f"Lesson {self.number} has the tasks {known}; not {name!r}.")
        return found


@lru_cache(maxsize=16)
def read_content(number: int, language: str) -> Content:
    """Read a lesson in one of its languages.

    Raises
    ------
    OptionError
        If there is no lesson of that number, or not in that language.

    Examples
    --------
    >>> lesson = read_content(1, "en")
    >>> lesson.minutes, lesson.tasks[0].id
    (45, '1a')
    """
    if number not in NUMBERS:
        raise OptionError(f"There are lessons {NUMBERS[0]} to {NUMBERS[-1]}; not {number!r}.")
    if language not in LANGUAGES:
        raise OptionError(f"Lessons are in 'de' or 'en'; not in {language!r}.")
    source = (resources.files("stimmlage.teaching") / "lessons" / f"{number}.toml").read_text("utf-8")
    told = _in_language(tomllib.loads(source), language)
    return Content(
        number=number,
        language=language,
        name=told["name"],
        title=told["title"],
        question=told["question"],
        aims=tuple(told["aims"]),
        parts=tuple(Part(**part) for part in told["part"]),
        summary=tuple(told["summary"]),
        tasks=tuple(_task(f"{number}{chr(97 + place)}", entry) for place, entry in enumerate(told["task"])),
        teacher=told["teacher"],
    )


def words_of(text: str) -> list[Word]:
    """Return the words of a text; those in brackets are right.

    Examples
    --------
    >>> [w.text for w in words_of("Das ist [wohl] so, [auf keinen Fall] anders.") if w.right]
    ['wohl', 'auf', 'keinen', 'Fall']
    >>> words_of("Ja, [wohl].")[1]
    Word(text=',', blank_before=False, right=False)
    """
    found, inside, blank, end = [], False, False, 0
    for match in _TOKEN.finditer(text):
        blank, end = blank or match.start() > end, match.end()
        if match.group() in "[]":
            inside = match.group() == "["
            continue
        found.append(Word(match.group(), blank, inside))
        blank = False
    return found


def _in_language(value: Any, language: str) -> Any:
    """Replace each table of the two languages by what it says in one of them."""
    if isinstance(value, dict):
        if value and set(value) <= set(LANGUAGES):
            return value[language]
        return {key: _in_language(inner, language) for key, inner in value.items()}
    return [_in_language(inner, language) for inner in value] if isinstance(value, list) else value


def _task(name: str, told: Mapping[str, Any]) -> Task:
    rows = told.get("row", ())
    options = tuple(told.get("options", ()))
    if told["kind"] == "assign":
        right: tuple[float, ...] = tuple(row["right"] - 1 for row in rows)
    elif told["kind"] == "choose":
        right = (told["right"] - 1,)
    else:
        right = (told["right"],) if "right" in told else ()
    return Task(
        id=name,
        kind=told["kind"],
        minutes=told["minutes"],
        title=told["title"],
        question=told["question"],
        hint=told.get("hint", ""),
        solution=told["solution"],
        text=told.get("text", "").strip(),
        options=options,
        rows=tuple(row["text"] for row in rows),
        right=right,
        needs=told.get("needs"),
        kit=told.get("kit"),
    )
