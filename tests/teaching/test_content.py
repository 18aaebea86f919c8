"""What lessons say and ask."""

import dataclasses

import pytest
from tests.teaching.tasks import TASKS, every_lesson, every_task

from stimmlage.teaching.content import KINDS, LANGUAGES, Task, read_content, words_of


@every_lesson
def test_both_languages_have_the_same_parts_and_tasks(number):
    german, english = (read_content(number, code) for code in LANGUAGES)
    assert german.minutes == english.minutes == 45
    assert [p.code for p in german.parts] == [p.code for p in english.parts]
    for one, other in zip(german.tasks, english.tasks, strict=True):
        for field in ("id", "kind", "minutes", "text", "right", "needs", "kit"):
            assert getattr(one, field) == getattr(other, field)
        assert len(one.options) == len(other.options) and len(one.rows) == len(other.rows)
    assert len(german.aims) == len(english.aims) and set(german.teacher) == set(english.teacher)


@every_task
def test_task_is_whole(code, task):
    assert task.kind in KINDS and task.question and task.solution and task.title
    assert task.hint or not task.has_right_answer
    assert all(0 <= place < len(task.options) for place in task.right if task.kind in ("choose", "assign"))
    if task.kind == "mark":
        assert any(word.right for word in task.words) and not all(word.right for word in task.words)


@pytest.mark.parametrize(
    ("text", "words", "right"),
    [
        ("Das ist [wohl] so.", "Das ist wohl so .", "wohl"),
        ("„Ja“, sagte [Anna Berg].", "„ Ja “ , sagte Anna Berg .", "Anna Berg"),
        ("[Laut] ihm um 14.30 Uhr", "Laut ihm um 14.30 Uhr", "Laut"),
        ("der US-Chef", "der US-Chef", ""),
    ],
)
def test_words_that_can_be_marked(text, words, right):
    found = words_of(text)
    assert " ".join(word.text for word in found) == words
    assert " ".join(word.text for word in found if word.right) == right
    shown = "".join(" " * word.blank_before + word.text for word in found).strip()
    assert shown == text.replace("[", "").replace("]", "")


def test_every_kind_of_task_occurs():
    assert {task.kind for _, task in TASKS} == set(KINDS)
    assert all(dataclasses.is_dataclass(task) and isinstance(task, Task) for _, task in TASKS)
