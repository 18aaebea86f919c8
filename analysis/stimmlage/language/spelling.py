"""Base forms in the spelling of today (rules of 1996): `Beschluß` is `Beschluss`, `Maß` stays."""

from __future__ import annotations

import re

_SHARP_S = re.compile("ß")
_LONG = (
    "auß",
    "äuß",
    "euß",
    "eiß",
    "aiß",
    "ieß",
    "groß",
    "größ",
    "bloß",
    "blöß",
    "stoß",
    "stöß",
    "floß",
    "flöß",
    "kloß",
    "klöß",
    "soß",
    "schoß",
    "straß",
    "sträß",
    "maß",
    "mäß",
    "spaß",
    "späß",
    "fraß",
    "fräß",
    "fuß",
    "füß",
    "gruß",
    "grüß",
    "buß",
    "büß",
    "süß",
    "ruß",
    "fäß",
    "säß",
)
_SHORT = ("geschoß",)


def in_todays_spelling(lemma: str) -> str:
    """Write `ss` for `ß` behind a short vowel, as is done since 1996.

    >>> [in_todays_spelling(lemma) for lemma in ("Beschluß", "mißbrauchen", "Straße", "schließen", "Rußland")]
    ['Beschluss', 'missbrauchen', 'Straße', 'schließen', 'Russland']
    """
    return _SHARP_S.sub(_spelt, lemma) if "ß" in lemma else lemma


def _spelt(found: re.Match[str]) -> str:
    before = found.string[: found.end()].lower()
    russian = before.endswith("ruß") and found.string[found.end() :].startswith("l")
    return "ß" if before.endswith(_LONG) and not before.endswith(_SHORT) and not russian else "ss"
