"""Lessons: both languages say the same, last 45 minutes, and every task takes the right answer and explains the wrong."""

import dataclasses
import re
import tomllib
from pathlib import Path

import nbformat
import pytest

from stimmlage.errors import OptionError
from stimmlage.study import Study
from stimmlage.teaching import Lesson
from stimmlage.teaching.answers import answers_of
from stimmlage.teaching.boxes import Register, TaskBox
from stimmlage.teaching.content import KINDS, LANGUAGES, NUMBERS, Task, read_content, words_of
from stimmlage.teaching.grading import grade
from stimmlage.teaching.kit_reading import counts_of, reading_of
from stimmlage.teaching.making import notebooks

ROOT = Path(__file__).parents[1]
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


@every_task
def test_no_answer_raises_anything(code, task):
    for answer in ODD:
        assert grade(task, answer, code).said


def test_an_answer_in_own_words_is_noted_if_it_is_one():
    task = next(task for _, task in TASKS if task.kind == "write")
    assert grade(task, "  ", "en").said == "A little short: write a whole sentence."
    assert grade(task, "Die Leute im Dorf.", "en") == (None, "Noted.", ())


@pytest.mark.parametrize("task", [t for c, t in TASKS if c == "de" and t.kit], ids=lambda t: t.id)
def test_the_kit_finds_what_the_solution_says(task):
    for what, said in task.kit.items():
        assert reading_of(task.plain, what) == said


def test_the_number_of_sentences_is_the_kits():
    task = read_content(1, "de").task("1a")
    assert counts_of(task.text)["sentences"] == task.right[0]


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


@pytest.mark.parametrize("code", LANGUAGES)
@every_lesson
def test_what_a_lesson_shows_has_labels_of_its_language(code, number):
    lesson = Lesson(number, code, ARTICLE)
    for part in read_content(number, code).parts:
        if not part.code or "draw" in part.code:
            continue
        shown = eval(part.code.replace("../../../", f"{ROOT}/").rstrip(";"), {"lesson": lesson})
        assert shown is not None
        if hasattr(shown, "frame"):
            assert set(shown.frame.columns) <= KNOWN_HEADS[code]
            assert not re.search(r"\bnp\.\w|\bnan\b", str(shown))


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: Lesson(7), "There are lessons 1 to 6; not 7."),
        (lambda: Lesson(1, "fr"), "Lessons are in 'de' or 'en'; not in 'fr'."),
        (lambda: Lesson(1).task("9z"), "Lesson 1 has the tasks 1a, 1b, 1c, 1d, 1e; not '9z'."),
        (lambda: Lesson(1).show("facts"), "Say which article: `Lesson(1, 'de', 'article.txt')`."),
        (lambda: Lesson(1, "de", ARTICLE).draw("pie"), "The lessons draw words, timeline, tone; not 'pie'."),
        (lambda: Lesson(1, "de", ARTICLE).show("pie"), "The lessons show facts, "),
    ],
)
def test_a_wrong_call_says_what_would_work(call, said):
    with pytest.raises(OptionError) as error:
        call()
    assert str(error.value).startswith(said)


@pytest.fixture
def register(tmp_path):
    return Register(tmp_path / "answers", "de")


def box_of(name, register):
    return TaskBox(read_content(int(name[0]), "de").task(name), register)


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


def test_answers_are_kept_under_a_name_and_come_back(register, tmp_path):
    box = box_of("4d", register)
    box.control.put(0)
    box.check()
    assert "Nicht gespeichert" in box.said.value and not (tmp_path / "answers").exists()
    assert "kommen nach" in register.begin("Mia K.")
    box.control.put(2)
    box.check()
    again = Register(tmp_path / "answers", "de")
    assert again.known() == "Mia K."
    box = box_of("4d", again)
    assert "sind wieder da: 1" in again.begin("mia k")
    assert box.control.get() == 2 and "Richtig" in box.said.value


@pytest.mark.parametrize("content", ["{", "[]", '{"format": "x"}', '{"format": "stimmlage answers 1", "name": 1}'])
def test_a_damaged_file_of_answers_is_left_as_it_is(register, content):
    register.folder.mkdir()
    (register.folder / "mia.json").write_text(content)
    assert "beschädigt" in register.begin("Mia") and register.answers is None
    assert (register.folder / "mia.json").read_text() == content


def test_two_open_workbooks_do_not_take_each_others_answers(tmp_path):
    third, fourth = Register(tmp_path, "de"), Register(tmp_path, "de")
    third.begin("Mia")
    fourth.begin("Mia")
    for name, register in (("4d", fourth), ("3d", third)):
        box = box_of(name, register)
        box.control.put(2)
        box.check()
    assert set(answers_of("Mia", tmp_path).tasks) == {"3d", "4d"}


def test_a_file_that_is_damaged_meanwhile_is_told_and_kept(register):
    register.begin("Mia")
    box = box_of("4d", register)
    box.control.put(2)
    box.check()
    register.answers.file.write_text("{")
    box.check()
    assert "beschädigt" in box.said.value and register.answers.file.read_text() == "{"


def test_every_phrase_is_said_somewhere():
    source = "".join(path.read_text("utf-8") for path in (ROOT / "analysis/stimmlage/teaching").glob("*.py"))
    made = ("need_", "head_", "side_", "class_")
    assert [key for key in PHRASES if not key.startswith(made) and not re.search(rf"[\"'`]{key}[\"']", source)] == []


@pytest.mark.parametrize("name", ["", " ", "...", "/"])
def test_a_name_without_a_letter_is_refused(register, name):
    assert "braucht einen Buchstaben" in register.begin(name)


def test_an_answer_of_another_version_of_the_task_is_passed_over(register):
    register.begin("Mia")
    for name, odd in (("4d", 77), ("4b", [99]), ("4a", None), ("4e", 5)):
        register.answers.put(name, odd, False)
        box_of(name, register).check()


def test_a_folder_that_cannot_be_written_is_told(register, monkeypatch):
    register.begin("Mia")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("stimmlage.teaching.answers.write_whole", full)
    box = box_of("4d", register)
    box.control.put(2)
    box.check()
    assert "No space left on device" in box.said.value


def test_text_of_a_pupil_is_shown_as_text():
    lesson = Lesson(1, "de", ARTICLE)
    box = lesson.box()
    box.look()
    assert "Schreibe zuerst einen Text" in box.shown.value
    box.field.value = "<img src=x onerror=alert(1)> „Ja“, sagte Anna Berg."
    box.button.click()
    assert "sandbox" in box.shown.value and "<img" not in box.shown.value
    search = lesson.search("Europ*")
    assert "Donald Trump" in search.shown.value
    search.field.value = "<b>"
    assert "<b>" not in search.shown.value and "Nichts gefunden" in search.shown.value
    search.field.value = ""
    assert "Nichts gefunden" in search.shown.value


def test_every_kind_of_task_occurs():
    assert {task.kind for _, task in TASKS} == set(KINDS)
    assert all(dataclasses.is_dataclass(task) and isinstance(task, Task) for _, task in TASKS)
