"""Blocks of lines: headings, paragraphs, and lines that only end where the page did."""

import pytest

from stimmlage.reading.segmentation import read
from stimmlage.reading.wrapping import has_inner_end, is_closed, is_credit, looks_like_heading


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Streit um die Brücke", True),
        ("Was nun?", True),
        ("Der Streit um die", False),
        ("Der Rat tagt. Er tagt lange", False),
        ("123", False),
    ],
)
def test_what_looks_like_a_heading(text, heading):
    assert looks_like_heading(text) is heading


def test_ends_and_credits():
    assert is_closed("Der Rat tagt.") and is_closed("„Ja.“") and not is_closed("Der Rat")
    assert has_inner_end("Er kam. Sie ging.") and not has_inner_end("Er kam.")
    assert is_credit("Von Anna Berg") and not is_credit("Von der Krise zur Chance")


WRAPPED = """Streit um die Brücke

Der Rat hat gestern lange über die neue Brücke beraten und am Ende
nichts beschlossen, weil das Geld dafür noch fehlt und niemand es ge-
ben will. Die Mehrheit will im Mai noch einmal darüber beraten.

Am Abend gingen alle nach Hause, ohne dass etwas beschlossen worden
wäre. Das Geld fehlt weiterhin.
"""


def test_a_wrapped_text_is_read_in_paragraphs(tmp_path):
    path = tmp_path / "text.txt"
    path.write_text(WRAPPED, "utf-8")
    document = read(path)
    texts = [document.text[p.start : p.end] for p in document.paragraphs if p.kind == "text"]
    assert document.title == "Streit um die Brücke" and len(texts) == 2
    assert "niemand es geben will." in texts[0] and "worden wäre." in texts[1]
