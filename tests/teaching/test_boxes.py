"""Boxes of tasks."""

import pytest
from tests.teaching.tasks import TASKS, box_of, right_answer

from stimmlage.teaching.boxes import NameBox, Register, SearchBox, TaskBox


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


def test_the_name_box_greets_and_takes_up(tmp_path):
    register = Register(tmp_path, "en")
    box = NameBox(register)
    assert box.field.value == "" and box.said.value == "" and "____" in box.still
    box.field.value = "Mia Wolf"
    assert register.answers is not None and register.answers.file.as_posix() in box.said.value
    task = next(t for c, t in TASKS if c == "en" and t.kind == "choose")
    TaskBox(task, register).check()
    again = NameBox(Register(tmp_path, "en"))
    assert again.field.value == "Mia Wolf" and again.said.value != ""
    (tmp_path / "Eva.json").write_text("{}")
    assert NameBox(Register(tmp_path, "en")).field.value == ""


def test_answers_that_were_damaged_stay_as_they_are(tmp_path):
    register = Register(tmp_path, "en")
    NameBox(register).field.value = "Mia"
    file = register.answers.file
    file.write_text("{")
    box = NameBox(Register(tmp_path, "en"))
    assert box.field.value == ""
    box.field.value = "Mia"
    assert "is damaged and stays as it is" in box.said.value and file.read_text() == "{"


def test_a_button_begins_too(tmp_path):
    register = Register(tmp_path, "de")
    box = NameBox(register)
    box.button.click()
    assert box.said.value != "" and register.answers is None


def test_a_search_box_looks_when_it_is_asked():
    asked = []
    box = SearchBox("de", lambda word: asked.append(word) or f"<p>{word}</p>", "Damm")
    assert box.shown.value == "<p>Damm</p>" == box.still
    box.field.value = "Deich"
    assert box.shown.value == "<p>Deich</p>"
    box.button.click()
    assert asked == ["Damm", "Deich", "Deich"]
