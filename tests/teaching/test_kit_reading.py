"""The kit finds what the solutions say."""

import pytest
from tests.teaching.tasks import TASKS

from stimmlage.teaching.content import read_content
from stimmlage.teaching.kit_reading import counts_of, reading_of


@pytest.mark.parametrize("task", [t for c, t in TASKS if c == "de" and t.kit], ids=lambda t: t.id)
def test_the_kit_finds_what_the_solution_says(task):
    for what, said in task.kit.items():
        assert reading_of(task.plain, what) == said


def test_the_number_of_sentences_is_the_kits():
    task = read_content(1, "de").task("1a")
    assert counts_of(task.text)["sentences"] == task.right[0]
