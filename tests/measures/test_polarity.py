"""Polarity of words: the order in which lists are asked, and lists of the user's."""

import pytest

from stimmlage.errors import InputError, MissingFileError
from stimmlage.measures.polarity import PolarityLexicon, polarity_lexicon, read_polarity


@pytest.mark.parametrize(
    ("form", "lemma", "noun", "sign"),
    [
        ("gute", "gut", False, 1),
        ("Krise", "Krise", True, -1),
        ("Zerstörung", "Zerstörung", True, -1),
        ("Arm", "Arm", True, 0),  # no adjective
        ("Flüchtlinge", "Flüchtling", True, 0),  # that people are there is no news
        ("Kriegsflüchtlinge", "Kriegsflüchtling", True, 0),
        ("Tisch", "Tisch", True, 0),
        ("Bank-Kollaps", "Bank-kollap", True, -1),  # the form helps where the lemma is wrong
        ("Bankkrisen", "Bankkrisen", True, -1),
        ("topgesetzte", "topgesetzt", False, 1),
    ],
)
def test_words(form, lemma, noun, sign):
    weight = polarity_lexicon().weight(form, lemma, noun)
    assert (weight > 0) - (weight < 0) == sign and -1 <= weight <= 1


def test_a_source_can_be_left_out():
    assert PolarityLexicon(without=("parts",)).weight("Friedensbotschaft", "Friedensbotschaft", True) == 0
    assert PolarityLexicon(without=("own", "textblob", "parts", "phrases")).weight("gut", "gut", False) == 0


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Abbau|NN\t-0.058\tAbbaus,Abbaue", {"Abbau": -0.058, "Abbaus": -0.058, "Abbaue": -0.058}),
        ("gute\tgut\tADJ\tpositive\tx", {"gute": 0.75, "gut": 0.75}),
        ("schlimm\t-3", {"schlimm": -1.0}),
        ("# a note", {}),
        ("", {}),
    ],
)
def test_lists_of_the_users(tmp_path, line, words):
    path = tmp_path / "own.txt"
    path.write_text(line, "utf-8")
    assert read_polarity(path) == words


@pytest.mark.parametrize("line", ["gut", "gut\tsehr", "gut\tnan", "gut\tinf", " \t0.5"])
def test_a_line_in_no_format_is_told(tmp_path, line):
    path = tmp_path / "own.txt"
    path.write_text("schlecht\t-1\n" + line, "utf-8")
    with pytest.raises(InputError, match="line 2"):
        read_polarity(path)


def test_no_such_list_and_no_text_are_told(tmp_path):
    with pytest.raises(MissingFileError, match="give the path of a UTF-8 text file"):
        read_polarity(tmp_path / "none.txt")
    (tmp_path / "latin.txt").write_bytes("schön\t1".encode("latin-1"))
    with pytest.raises(InputError, match="is not UTF-8"):
        read_polarity(tmp_path / "latin.txt")


def test_an_edited_list_is_read_again(tmp_path):
    path = tmp_path / "own.txt"
    path.write_text("schlimm\t-0.5", "utf-8")
    assert polarity_lexicon(str(path)).weight("schlimm", "schlimm", False) == -0.5
    path.write_text("schlimm\t-0.25\n", "utf-8")
    assert polarity_lexicon(str(path)).weight("schlimm", "schlimm", False) == -0.25
