"""Particles: where a small word is a modal particle, and where it is not."""

import pytest
from tests.found import analysed

from stimmlage.measures.particles import find_particles


def particles(text):
    words = analysed(text).words
    asked = frozenset(range(len(words))) if "?" in text else frozenset()
    return [(words.word[first], category) for first, _, category in find_particles(words, asked)]


@pytest.mark.parametrize(
    ("word", "yes", "no"),
    [
        ("ja", "Das ist ja wahr.", "Ja, das ist wahr."),
        ("doch", "Er kommt doch.", "Doch er kommt."),
        ("eben", "Das ist eben so.", "Der Boden ist eben."),
        ("halt", "Das ist halt so.", "Er macht hier halt."),
        ("wohl", "Er kommt wohl morgen.", "Er weiß das sehr wohl."),
        ("schon", "Das ist schon wahr.", "Er wartet schon lange."),
        ("mal", "Komm mal her.", "Das erste Mal war schön."),
        ("denn", "Was ist denn das?", "Er ging, denn es war spät."),
        ("nur", "Wie konnte das nur geschehen?", "Er hat nur Zeit."),
        ("ruhig", "Du kannst ruhig kommen.", "Das Kind ist ruhig."),
    ],
)
def test_where_it_is_a_particle(word, yes, no):
    modal = [found for found in particles(yes) if found[0] == word]
    assert len(modal) == 1
    assert [found for found in particles(no) if found == modal[0]] == []
