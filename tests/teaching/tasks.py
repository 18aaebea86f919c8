"""The tasks of all lessons, with right and wrong answers."""

import tomllib
from pathlib import Path

import pytest

from stimmlage.teaching.boxes import TaskBox
from stimmlage.teaching.content import LANGUAGES, NUMBERS, read_content

ROOT = Path(__file__).parents[2]


ARTICLE = ROOT / "seeds/000_a5ec92196d37f77f.txt"


TASKS = [(code, task) for code in LANGUAGES for number in NUMBERS for task in read_content(number, code).tasks]


every_lesson = pytest.mark.parametrize("number", NUMBERS)


every_task = pytest.mark.parametrize(("code", "task"), TASKS, ids=[f"{t.id}-{c}" for c, t in TASKS])


COMPOSED = {
    "1e": "Am 3. Mai war Sportfest. Alle Klassen liefen um den Teich. Dr. Kern gab den Startschuss. "
    "Am Ende gewann die 8b vor der 9a. Danach gab es für alle Kuchen und Saft auf dem Hof der Schule.",
    "3e": "„Das Fest war laut“, sagte Mia Wolf. Der Hausmeister erklärte, er habe nichts gehört.",
    "4e": "Der Hafen wird vermutlich geschlossen. Rund 300 Menschen könnten ihre Arbeit verlieren.",
    "5d": "Na prima, der Zug fällt aus.",
}


def right_answer(task):
    """What a pupil would fill in who knows the solution."""
    if task.kind == "mark":
        return [place for place, word in enumerate(task.words) if word.right]
    if task.kind == "assign":
        return [int(place) for place in task.right]
    if task.kind == "label":
        return [0] * len(task.rows)
    if task.kind in ("choose", "number"):
        return int(task.right[0]) if task.kind == "choose" else f" {task.right[0]:g} "
    return COMPOSED.get(task.id, "Das ist eine Antwort.")


PHRASES = tomllib.loads((ROOT / "analysis/stimmlage/teaching/phrases.toml").read_text("utf-8"))


LABELS = tomllib.loads((ROOT / "analysis/stimmlage/display/labels.toml").read_text("utf-8"))


KNOWN_HEADS = {c: {said[c] for said in PHRASES.values()} | set(LABELS[c]["mode"].values()) for c in LANGUAGES}


WRONG = {
    "mark": [[0], [], None, "x", [99]],
    "assign": [[0] * 9, [], None, [None], "x"],
    "choose": [None, -1, "x"],
    "number": ["", "drei", "999", "-1", None, "1e9"],
    "compose": ["", "Ja.", "   ", "<script>alert(1)</script>", None],
}


ODD = [
    None,
    True,
    -1,
    10**30,
    float("nan"),
    "x" * 999,
    "½",
    [],
    [None],
    [True],
    ["a"],
    [[0]],
    [10**9] * 5,
    {"a": 1},
    b"x",
]


def box_of(name, register):
    return TaskBox(read_content(int(name[0]), "de").task(name), register)
