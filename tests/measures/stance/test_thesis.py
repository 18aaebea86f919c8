"""The parts of a thesis, where it wants to go, and which words of a statement name a part again."""

import pytest

from stimmlage.measures.stance.thesis import Thesis, read_thesis
from stimmlage.measures.targets import Target


@pytest.mark.parametrize(
    ("thesis", "direction"),
    [
        ("Es soll eine Maut geben.", 1),
        ("Die Maut soll erhöht werden.", 1),
        ("Die Maut soll abgeschafft werden.", -1),
        ("Die Maut soll verboten werden.", -1),
        ("Es soll keine Maut geben.", -1),
    ],
)
def test_more_or_less(thesis, direction):
    read = read_thesis(thesis)
    assert read.direction == direction


@pytest.mark.parametrize(
    ("word", "noun", "part"),
    [
        ("Maut", True, "object"),
        ("Lkw-Maut", True, "object"),
        ("Abschaffung", True, "end"),
        ("abschaffen", False, "end"),
        ("Wetter", True, ""),
        ("maulen", False, ""),
    ],
)
def test_which_part_a_word_names(word, noun, part):
    assert read_thesis("Die Maut soll abgeschafft werden.").part_of(word, noun) == part


def test_what_should_stay_is_kept():
    assert read_thesis("Die Maut soll weiterhin gelten.").keeps
    assert not read_thesis("Die Maut soll gelten.").keeps


def test_a_target_is_a_thesis_for_more_of_it():
    target = Target(id="maut", patterns=("lemma:Maut",), direction=-1)
    thesis = Thesis.of(target)
    assert (thesis.direction, thesis.part_of("Maut", True)) == (-1, "object")
