"""Notebooks are those of the contents."""

import nbformat
import pytest
from tests.teaching.tasks import ROOT, every_lesson

from stimmlage.study import Study
from stimmlage.teaching.content import LANGUAGES, NUMBERS, read_content
from stimmlage.teaching.making import notebooks


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
