"""Offices: which holder a description means."""

from __future__ import annotations

import pytest

from stimmlage.language.tagging import tag
from stimmlage.reading.segmentation import read_text
from stimmlage.speakers.mentions import find_mentions
from stimmlage.speakers.offices import complement_end, holds, mark, office


def office_of(phrase: str):
    document = read_text(f"Es kam {phrase}.")
    words = tag(document)
    m = next(m for m in find_mentions(words, document.sentences) if m.noun is not None)
    return office(words, m.noun, m.first, m.core, complement_end(words, m.core + 1))


@pytest.mark.parametrize(
    ("held", "wanted", "fits"),
    [
        ("der Außenminister", "der Minister", True),
        ("der Minister", "der Außenminister", False),
        ("der Präsident", "der Staatschef", True),
        ("der Premierminister", "die Kanzlerin", True),
        ("der russische Präsident", "der Präsident", True),
        ("der US-Präsident", "der amerikanische Präsident", True),
        ("der US-Präsident", "der russische Präsident", False),
        ("der Präsident Russlands", "der russische Präsident", True),
        ("der Direktor des Museums", "der Direktor", True),
        ("der Richter", "der Anwalt", False),
        ("der Präsident", "der damalige Präsident", True),
        ("der Trainer", "die Trainerin", True),
        ("der Sprecher der Polizei", "die Polizei", False),
    ],
)
def test_who_holds_an_office(held, wanted, fits):
    assert holds([office_of(held)], office_of(wanted)) is fits


@pytest.mark.parametrize(
    ("form", "other"),
    [("russische", "Russlands"), ("britischen", "Großbritanniens"), ("US-", "amerikanische"), ("deutscher", "Bundes")],
)
def test_derivations_share_their_mark(form, other):
    assert mark(form) == mark(other)
