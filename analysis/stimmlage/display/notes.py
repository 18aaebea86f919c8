"""The notes of a summary, in the language that is chosen: tables have them in English."""

from __future__ import annotations

import re

from stimmlage.display import labels

_GERMAN = (
    (r"no words", "keine Wörter"),
    (r"nothing to measure", "nichts zu messen"),
    (r"speaks of this text only", "gilt nur für diesen Text"),
    (r"sentences of one document are not independent", "Sätze eines Artikels sind nicht unabhängig"),
    (r"\(up to ([\d.]+) per (\d+) not excluded\)", r"(bis zu \1 je \2 nicht ausgeschlossen)"),
    (r"\bhits?\b", "Treffer"),
    (r"\bin 1 words?\b", "in 1 Wort"),
    (r"\bin (\d+) words?\b", r"in \1 Wörtern"),
    (r"\b1 sentence\b", "1 Satz"),
    (r"\b(\d+) sentences\b", r"\1 Sätze"),
    (r"\b1 document\b|\b1 article\b", "1 Artikel"),
    (r"\b(\d+) (?:documents|articles)\b", r"\1 Artikel"),
    (r"\b1 position\b", "1 Position"),
    (r"\b(\d+) positions\b", r"\1 Positionen"),
    (r"(?<=\d)\.(?=\d)", ","),
)


def said(note: str) -> str:
    """Return a note in the language that is chosen.

    Examples
    --------
    >>> with labels.language("de"):
    ...     said("2 hits in 72 words, 5 sentences"), said("0 in 34 words (up to 10.8 per 100 not excluded)")
    ('2 Treffer in 72 Wörtern, 5 Sätze', '0 in 34 Wörtern (bis zu 10,8 je 100 nicht ausgeschlossen)')
    """
    if labels.chosen() != "de":
        return note
    for english, german in _GERMAN:
        note = re.sub(english, german, note)
    return note
