"""Notes of summaries in both languages."""

import pytest

from stimmlage.display import labels
from stimmlage.display.notes import said


@pytest.mark.parametrize(
    ("note", "german"),
    [
        ("2 hits in 72 words, 5 sentences", "2 Treffer in 72 Wörtern, 5 Sätze"),
        ("1 hit in 7 words, 1 sentence", "1 Treffer in 7 Wörtern, 1 Satz"),
        (
            "0 in 34 words (up to 10.8 per 100 not excluded)",
            "0 in 34 Wörtern (bis zu 10,8 je 100 nicht ausgeschlossen)",
        ),
        ("", ""),
    ],
)
def test_a_note_in_german(note, german):
    with labels.language("de"):
        assert said(note) == german
    assert said(note) == note
