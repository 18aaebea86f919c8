"""A few hundred cases of the fuzzer, always the same, and what it has found so far."""

import pytest
from tests.fuzzing import check, check_analysis, check_readers, run, text_of

from stimmlage.analysis import analyse
from stimmlage.reading.segmentation import read_source, read_text


def test_what_must_hold_holds_of_odd_texts():
    assert run(seed=7, numbers=range(300)) == []


def test_a_case_is_made_from_its_number_alone():
    assert text_of(1, 5) == text_of(1, 5) != text_of(2, 5)


@pytest.mark.parametrize(
    "text", ["", "europäische\nArmee", "Die Spitze liegt in\n\nFührung übernimmt der Rat.", "– " * 50]
)
def test_what_was_found_once(text):
    for read in (read_text, read_source):
        check_analysis(analyse(read(text, "case")), text)


def test_the_checks_can_fail():
    analysis = analyse(read_text("„Ja“, sagte Anna Berg.", "case"))
    analysis.passages.pop()
    with pytest.raises(AssertionError, match="in no passage"):
        check_analysis(analysis, analysis.document.text)
    assert check(1, 1) is None and callable(check_readers)
