"""Boxes of tasks."""

import pytest
from tests.teaching.tasks import TASKS, box_of, right_answer

from stimmlage.teaching.boxes import TaskBox


@pytest.mark.parametrize("task", [t for c, t in TASKS if c == "de"], ids=lambda t: t.id)
def test_boxes_take_what_they_are_given_and_give_it_back(task, register):
    box = TaskBox(task, register)
    answer = right_answer(task)
    box.control.put(answer)
    assert box.control.get() == answer
    assert box.check().right is (True if task.has_right_answer else None)
    bundle = box._repr_mimebundle_()
    assert "application/vnd.jupyter.widget-view+json" in bundle and task.title not in bundle["text/plain"]


def test_hint_comes_first_and_the_solution_after_two_wrong_answers(register):
    box = box_of("4d", register)
    box.control.put(0)
    box.check()
    assert "Tipp" in box.said.value and box.reveal.layout.display == "none" and box.solution.value == ""
    box.check()
    assert box.reveal.layout.display == "" and box.solution.value == ""
    box.reveal.click()
    assert "Lösung" in box.solution.value
    box.control.put(2)
    assert box.check().right and "Richtig" in box.said.value


def test_wrong_rows_and_words_are_pointed_at_after_two_answers(register):
    rows, words = box_of("4b", register), box_of("4a", register)
    rows.control.put([0, 3, 2, 0, 1])
    words.control.put([0, 3])
    for _ in range(2):
        rows.check()
        words.check()
    assert ["✗" in mark.value for mark in rows.control.marks] == [True, False, False, False, False]
    styles = {place: b.button_style for place, b in words.control.buttons.items() if b.button_style}
    assert styles == {0: "warning"}


def test_an_answer_of_another_version_of_the_task_is_passed_over(register):
    register.begin("Mia")
    for name, odd in (("4d", 77), ("4b", [99]), ("4a", None), ("4e", 5)):
        register.answers.put(name, odd, False)
        box_of(name, register).check()
