"""The subject of a verb: before it, behind it, shared with the clause before."""

import pytest
from tests.found import tagged

from stimmlage.quotation.scene import set_scene
from stimmlage.quotation.subjects import subject
from stimmlage.reading.segmentation import read_text


def subject_of(text, verb):
    scene = set_scene(read_text(text), tagged(text))
    i = scene.words.word.index(verb)
    unit = scene.units[0]
    segment = next(s for s in unit.segments if s.first <= i < s.stop)
    found = subject(scene, unit, segment, i, segment.stop)
    return " ".join(scene.words.word[slice(*found)]) if found else ""


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Anna Berg sagte das.", "sagte", "Anna Berg"),
        ("Auch Anna Berg sagte das.", "sagte", "Anna Berg"),
        ("Gestern sagte Anna Berg das.", "sagte", "Anna Berg"),
        ("Am Montag sagte die Ministerin das.", "sagte", "die Ministerin"),
        ("Den Plan nannte Berg falsch.", "nannte", "Berg"),
        ("Der Ministerin sagte der Minister das.", "sagte", "der Minister"),
        ("Der Zeitung sagte Anna Berg das.", "sagte", "Anna Berg"),
        ("Der Abgeordnete sagte das.", "sagte", "Der Abgeordnete"),
        ("Die Beobachter dokumentierten Verstöße, kamen aber zum Ergebnis, dass es reicht.", "kamen", "Die Beobachter"),
        ("Von der Leyen sagte, es reiche.", "sagte", "Von der Leyen"),
        ("Die Behörde, die prüft, sagte das.", "sagte", "Die Behörde"),
        ("Der Plan, sagte Anna Berg, sei gut.", "sagte", "Anna Berg"),
        ("Elmar Gesse, Vorsitzender des Verbandes, sagte das.", "sagte", "Elmar Gesse, Vorsitzender des Verbandes"),
        ("Die Behörde bestätigte den Fall, teilte jedoch mit, es reiche.", "teilte", "Die Behörde"),
        ("Er nannte die Marke, die Anna Berg gekauft hatte.", "hatte", "Anna Berg"),
        ("Die Frau, die das sagte, ging.", "sagte", "die"),
        ("Sechs Tage nach dem Fest meldete die Polizei das.", "meldete", "die Polizei"),
        ("Es heißt, er komme.", "heißt", ""),
    ],
)
def test_subjects(text, verb, expected):
    assert subject_of(text, verb).replace(" ,", ",") == expected
