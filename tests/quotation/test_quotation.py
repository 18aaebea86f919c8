"""The quotation as the rules give it: where it begins and ends, and of which types it can be."""

import stimmlage as sl
from stimmlage.quotation.quotation import TYPES, Quotation


def test_an_interrupted_quotation_goes_from_its_first_piece_to_its_last():
    found = Quotation("direct", "speech", ((3, 9), (20, 31)))
    assert (found.start, found.end) == (3, 31)


def test_the_types_are_those_of_the_table():
    text = "„Ja“, sagte Anna Berg. Sie sagte, es sei kalt. Es werde wärmer. Otto soll gegangen sein. Sie lobte ihn."
    assert set(sl.from_text(text).quotations["type"]) <= set(TYPES)
    assert len(TYPES) == 5
