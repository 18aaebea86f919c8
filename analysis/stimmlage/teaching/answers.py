"""The answers of a pupil, kept in a file of her own."""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from stimmlage.errors import InputError, OptionError
from stimmlage.exchange.files import write_whole

FORMAT = "stimmlage answers 1"
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


@dataclass
class Answers:
    """What one pupil has answered: for each task the last answer, whether it is right, and how often she tried.

    Attributes
    ----------
    name : str
    file : Path
    tasks : dict
        By the name of the task: `answer`, `right` (true, false, or null where no answer is right or wrong), `tries`,
        `solution_seen`.
    """

    name: str
    file: Path
    tasks: dict[str, dict[str, Any]] = field(default_factory=dict)

    def put(self, task: str, answer: Any, right: bool | None, tried: bool = True) -> None:
        """Take down an answer, and write the file."""
        self._refresh()
        before = self.tasks.get(task, {})
        self.tasks[task] = {
            "answer": answer,
            "right": right,
            "tries": before.get("tries", 0) + tried,
            "solution_seen": before.get("solution_seen", False),
        }
        self.write()

    def see_solution(self, task: str) -> None:
        """Take down that the solution was looked at before the task was solved."""
        self._refresh()
        if task in self.tasks and not self.tasks[task]["right"]:
            self.tasks[task]["solution_seen"] = True
            self.write()

    def _refresh(self) -> None:
        """Take in what another workbook of the pupil's has written meanwhile: none takes the other's answers away."""
        if self.file.is_file():
            self.tasks = {**self.tasks, **read_answers(self.file).tasks}

    def write(self) -> None:
        """Write the file, whole or not at all."""
        told = {"format": FORMAT, "name": self.name, "tasks": self.tasks}
        write_whole(self.file, (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode())


def answers_of(name: str, folder: str | Path) -> Answers:
    """Return the answers of a pupil from the folder, none if she is new there.

    Raises
    ------
    OptionError
        If the name has neither a letter nor a digit.
    InputError
        If her file is there and cannot be read as answers.

    Examples
    --------
    >>> answers_of("Zoë Groß", "answers").file.as_posix()
    'answers/zoe-gross.json'
    """
    file = Path(folder) / f"{file_name(name)}.json"
    return read_answers(file) if file.is_file() else Answers(name.strip(), file)


def read_answers(file: Path) -> Answers:
    """Read a file of answers.

    Raises
    ------
    InputError
        If it holds none.
    """
    try:
        told = json.loads(file.read_text("utf-8-sig"))
        right = told["format"] == FORMAT and isinstance(told["name"], str)
        tasks = told["tasks"]
        right = right and isinstance(tasks, dict) and all(_is_entry(entry) for entry in tasks.values())
    except (ValueError, KeyError, TypeError, OSError, RecursionError) as error:
        raise InputError(f"{str(file)!r} holds no answers of a lesson: {' '.join(str(error).split())}.") from error
    if not right:
        raise InputError(f"{str(file)!r} holds no answers of a lesson; their `format` is {FORMAT!r}.")
    return Answers(told["name"], file, tasks)


def file_name(name: str) -> str:
    """Return a name as the name of a file, the same on every system.

    Raises
    ------
    OptionError
        If nothing is left of it.

    Examples
    --------
    >>> file_name("Jörg  A."), file_name("../x")
    ('joerg-a', 'x')
    """
    plain = unicodedata.normalize("NFKD", name.strip().lower().translate(_UMLAUTS))
    slug = "-".join(re.findall(r"[a-z0-9]+", "".join(c for c in plain if not unicodedata.combining(c))))
    slug = slug or "-".join(f"{ord(c):x}" for c in name if c.isalnum())  # other scripts
    if not slug:
        raise OptionError(f"A name needs a letter or a digit; {name!r} has none.")
    return slug[:60]


def _is_entry(entry: Any) -> bool:
    return isinstance(entry, dict) and "answer" in entry and isinstance(entry.get("right"), bool | None)
