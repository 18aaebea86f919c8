"""Answers are taken, refused, never with a traceback."""

from tests.teaching.tasks import ODD, TASKS, WRONG, every_task, right_answer

from stimmlage.teaching.grading import grade


@every_task
def test_right_answer_is_taken(code, task):
    verdict = grade(task, right_answer(task), code)
    assert verdict.right is (True if task.has_right_answer else None), verdict.said


@every_task
def test_wrong_answers_are_told_without_the_solution(code, task):
    for answer in WRONG.get(task.kind, ()):
        verdict = grade(task, answer, code)
        assert verdict.right is False and verdict.said
        assert task.solution not in verdict.said


@every_task
def test_no_answer_raises_anything(code, task):
    for answer in ODD:
        assert grade(task, answer, code).said


def test_an_answer_in_own_words_is_noted_if_it_is_one():
    task = next(task for _, task in TASKS if task.kind == "write")
    assert grade(task, "  ", "en").said == "A little short: write a whole sentence."
    assert grade(task, "Die Leute im Dorf.", "en") == (None, "Noted.", ())


def test_a_number_is_told_to_be_too_large_or_too_small():
    task = next(task for code, task in TASKS if task.kind == "number" and code == "en")
    large, small = (grade(task, str(task.right[0] + more), "en").said for more in (1, -1))
    assert "too large" in large and "too small" in small
