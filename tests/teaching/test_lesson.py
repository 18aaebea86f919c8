"""Calls in a lesson."""

import pytest
from tests.teaching.tasks import ARTICLE

from stimmlage.errors import OptionError
from stimmlage.teaching import Lesson


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


def test_boxes_of_a_lesson_share_one_register(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    lesson = Lesson(1, "en", ARTICLE)
    box = lesson.name()
    first = lesson.task("1a")
    box.field.value = "Mia Wolf"
    assert first._register is box._register and box._register.answers is not None
    assert box._register.answers.file.is_relative_to(lesson._folder)
    assert lesson.task("1a").task.id == "1a"


def test_the_layers_that_are_on_at_the_start():
    shown = str(Lesson(1, "de", ARTICLE).page()._repr_html_())
    chosen = str(Lesson(1, "de", ARTICLE).page(layers=("voices", "mode", "hedges", "reportive"))._repr_html_())
    assert shown == chosen and shown != str(Lesson(1, "de", ARTICLE).page(layers=("voices",))._repr_html_())
