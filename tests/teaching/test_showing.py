"""What a lesson shows."""

import re

import pytest
from tests.teaching.tasks import ARTICLE, KNOWN_HEADS, ROOT, every_lesson

from stimmlage.teaching import Lesson
from stimmlage.teaching.content import LANGUAGES, read_content


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


def test_voices_stand_by_their_words_the_most_first():
    frame = Lesson(1, "en", ARTICLE).show("certainty").frame
    words = frame[frame.columns[1]].tolist()
    assert words == sorted(words, reverse=True) and len(words) > 2
