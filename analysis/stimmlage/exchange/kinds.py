"""What was given, and which door is the right one for it."""

from __future__ import annotations

import contextlib
from pathlib import Path

_LONGEST_PATH = 1000  # characters; what is longer is a text


def names_a_file(text: str) -> bool:
    """Tell whether a text is the name of a file that is there."""
    if is_text(text) or not text.strip():
        return False
    with contextlib.suppress(OSError, ValueError):
        return Path(text).is_file()
    return False


def is_text(given: str) -> bool:
    """Tell whether a string can be no path: it has several lines, or is too long."""
    return "\n" in given or len(given) > _LONGEST_PATH


def is_frame(given: object) -> bool:
    """Tell whether this is a data frame."""
    return type(given).__name__ == "DataFrame"  # the command line starts without pandas


def wrong_kind(given: object) -> str:
    """Say what was given and which door is the right one for it."""
    doors = {
        "DataFrame": "sl.from_frame reads its rows.",
        "Series": "sl.from_texts(series.tolist()) reads its texts.",
        "dict": "sl.from_texts takes texts with their names.",
        "list": "sl.from_texts takes a list of texts, sl.read a list of paths.",
        "Corpus": "it is a corpus already.",
    }
    kind = type(given).__name__
    door = "sl.read reads it." if isinstance(given, Path) else doors.get(kind, "for a text there is sl.from_text.")
    shown = f"{kind} ({given!r})" if isinstance(given, int | float | bytes | type(None)) else kind
    return f"{shown}: {door}"
