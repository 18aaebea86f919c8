"""Lines, cleaned of what cannot be seen; each leads back to the source."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stimmlage.document import Alignment
from stimmlage.reading.alignment import to_source
from stimmlage.reading.lines import split_lines


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("a\nb\r\nc\rd", ["a", "b", "c", "d"]),
        ("a\u2028b\x85c", ["a", "b", "c"]),
        ("  zwei  Wörter \t hier ", ["zwei Wörter hier"]),
        ("Si\u00adcherheit", ["Sicherheit"]),
        ("\ufeffDer Rat", ["Der Rat"]),
        ("die E\ufb03zienz", ["die Effizienz"]),
        ("u\u0308ber", ["über"]),
        ("NATO\u2011Rat", ["NATO-Rat"]),
        (",,Nein'', sagte er", ["„Nein“, sagte er"]),
        ("<<Nein>>, sagte er", ["«Nein», sagte er"]),
        ("``Nein'', sagte er", ["„Nein“, sagte er"]),
        ("\u2033Nein\u2033, sagte er", ['"Nein", sagte er']),
        ("\u201fNein“, sagte er", ["„Nein“, sagte er"]),
        ("&quot;Nein&quot;&nbsp;sagte er", ['"Nein" sagte er']),
        ("3 &lt; 4", ["3 &lt; 4"]),
        ("ein **sehr** guter Rat", ["ein sehr guter Rat"]),
        ("ein ** Stern", ["ein ** Stern"]),
    ],
)
def test_what_is_put_right(source, lines):
    assert [line.text for line in split_lines(source)] == lines


def test_what_a_line_knows_of_itself():
    first, second, third = split_lines("   **Ja**\nSicher\u00ad\n\fneu")[:2] + split_lines("a\n\fneu")[-1:]
    assert (first.indent, first.strong) == (3, True)
    assert second.soft_hyphen and not second.strong
    assert third.new_page and third.text == "neu"


@given(st.text(alphabet="aÄ \t\u00ad\ufb01,'\n&*", max_size=40))
def test_each_line_lies_in_the_source(source):
    for line in split_lines(source):
        assert 0 <= line.start <= line.end <= len(source)
        for i in range(len(line.text)):
            begin, end = to_source(Alignment(line.pieces), i, i + 1)
            assert line.start <= begin <= end <= line.end
