"""Notebooks are those of the contents."""

import re

import nbformat
import pytest
from tests.teaching.tasks import ROOT, every_lesson

from stimmlage.study import Study
from stimmlage.teaching.content import LANGUAGES, NUMBERS, read_content
from stimmlage.teaching.making import extent, notebooks, write


@pytest.mark.parametrize("code", LANGUAGES)
@every_lesson
def test_notebooks_are_those_of_the_contents(code, number):
    for name, made in notebooks(read_content(number, code)):
        there = nbformat.read(ROOT / "notebooks/teaching" / code / name, as_version=4)
        assert there == made, "write them anew: make lessons"


def test_no_other_notebooks_lie_among_the_lessons():
    made = {f"{c}/{name}" for c in LANGUAGES for n in NUMBERS for name, _ in notebooks(read_content(n, c))}
    folder = ROOT / "notebooks/teaching"
    assert {p.relative_to(folder).as_posix() for p in Study(ROOT).lessons} == made | {"0_start.ipynb"}


def test_what_is_written_is_what_lies_there(tmp_path):
    for path in write(tmp_path):
        there = ROOT / "notebooks/teaching" / path.relative_to(tmp_path)
        assert there.read_bytes() == path.read_bytes(), "write them anew: make lessons"


@pytest.mark.parametrize("code", LANGUAGES)
def test_lessons_are_as_long_as_they_say(code):
    """Words grow and shrink with the contents; tasks and minutes are counted from them."""
    for number in NUMBERS:
        content = read_content(number, code)
        words, tasks, minutes = extent(content)
        assert tasks == len(content.tasks) and minutes == content.minutes
        told = [cell.source for _, made in notebooks(content) for cell in made.cells if cell.cell_type == "markdown"]
        asked = [text for task in content.tasks for text in (task.question, task.plain, *task.rows, *task.options)]
        assert words == len(re.findall(r"\w+", "\n".join([*told, *asked])))
