"""What a lesson shows."""

import re

import pytest
from tests.held import held
from tests.teaching.tasks import ARTICLE, KNOWN_HEADS, ROOT, every_lesson

from stimmlage.doors import from_text
from stimmlage.measures.targets import Target
from stimmlage.teaching import Lesson
from stimmlage.teaching.content import LANGUAGES, read_content
from stimmlage.teaching.showing import _TABLES, Showing, draw, tones


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


@pytest.mark.parametrize("code", LANGUAGES)
def test_all_tables_of_an_article(code):
    """All that a lesson shows of an article with two sections, held as text."""
    corpus = from_text(TEXT)
    showing = Showing(corpus, code)
    parts = [(what, showing.show(what, *(("Brücke",) if what == "places" else ()))) for what in _TABLES]
    parts += [("sentences 2 to 3", showing.sentences(2, 3)), ("sentences 6 to 99", showing.sentences(6, 99))]
    parts += [("places of nothing", showing.places("")), ("certainty by section", showing.certainty("section"))]
    parts += [("positions", showing.positions([Target("bridge", ("lemma:Brücke",), "die Brücke", "the bridge")]))]
    parts += [("tones", tones(["Das ist gut.", "Das ist schlecht und leider teuer.", "Der Zug kam."], code))]
    told = "\n\n".join(f"# {what}\n{table.frame.to_csv(index=False)}" for what, table in parts)
    held(f"teaching/tables_{code}", told)


@pytest.mark.parametrize("what", ["words", "timeline", "tone"])
def test_charts_of_an_article(what):
    axes = draw(from_text(TEXT), what, "en")
    assert axes.get_ylabel() == "" and {t.get_text() for t in axes.get_yticklabels()} >= {"Jan Kuhn"}


TEXT = (
    "Streit um die Brücke\n\nDer Rat von Lunden hat gestern lange gestritten. „Wir brauchen die Brücke“, sagte Ministerin "
    "Anna Berg. Sie lobte den Entwurf. Jan Kuhn erklärte, die Brücke sei wohl zu teuer und schlecht geplant. Das Amt "
    "lehnte die Brücke ab.\n\nDie Kosten\n\nDie Brücke koste rund zehn Millionen, teilte das Amt mit. Vielleicht wird sie "
    "nie gebaut. „Das wäre gut“, meinte Kuhn. Die Gegner freuen sich.\n\nhttps://bote.de\n"
)
