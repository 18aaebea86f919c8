"""Names: given names and their gender, base forms, and one key for all spellings of a name."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from stimmlage.language.given_names import GIVEN, PARTICLES
from stimmlage.language.lexicon import lexicon
from stimmlage.language.lexicon import words as entries

PLACES = {row["entry"]: row["gender"] for row in lexicon("places")}
ORGANISATIONS = {row["entry"]: row["gender"] for row in lexicon("organisations")}
TITLES = entries("word_classes", "title")

# From the longest group of letters to the shortest: how the letters of one sound are written in the
# German, English, French and Polish rendering of Slavic, Arabic and other names.
_SOUNDS = [
    (re.compile(pattern), sound)
    for pattern, sound in [
        (r"schtsch|shch|tsch|tch|cz", "C"),
        (r"dsch|dzh|dj", "J"),
        (r"sch|sh|sz|zh", "S"),
        (r"kh|ch", "C"),
        (r"ae", "a"),
        (r"oe", "o"),
        (r"ou|ue", "u"),
        (r"ph", "f"),
        (r"th|dt\b", "t"),
        (r"gh", "g"),
        (r"ck|q|c(?![ei])", "k"),
        (r"x", "ks"),
        (r"tz|ts|z|c", "s"),
        (r"[eo](w|v|ff)\b", "ov"),
        (r"w", "v"),
        (r"ie|[jy]", "i"),
        (r"ine\b", "in"),
        (r"(.)\1+", r"\1"),
    ]
]
_LETTERS = str.maketrans(
    {
        "ß": "ss",
        "ł": "l",
        "ø": "o",
        "ı": "i",
        "đ": "d",
        "æ": "a",
        "č": "ch",
        "š": "sh",
        "ž": "zh",
        "ş": "sh",
        "ç": "ch",
        "ś": "s",
        "’": "",
        "'": "",
        "-": " ",
    }
)
_ASCII = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ł": "l", "ø": "o", "ı": "i"})


@lru_cache(maxsize=20_000)
def sound_key(name: str) -> str:
    """Write a name by its sounds, so that its transliterations fall together.

    Examples
    --------
    >>> sound_key("Gorbatschow") == sound_key("Gorbachev")
    True
    >>> sound_key("Müller") == sound_key("Mueller")
    True
    >>> sound_key("Hansen") == sound_key("Jansen")
    False
    """
    key = _plain(name.lower().translate(_LETTERS))
    for pattern, sound in _SOUNDS:
        key = pattern.sub(sound, key)
    return key


def _plain(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


@lru_cache(maxsize=20_000)
def same_spelling(a: str, b: str) -> bool:
    """Tell whether two surnames may be two spellings of one name.

    They are if their sound keys agree, or differ in one letter: a vowel, or in long names any; the
    first sound never differs.

    Examples
    --------
    >>> same_spelling("Zelensky", "Selenskyj"), same_spelling("Schmidt", "Schneider")
    (True, False)
    """
    x, y = sound_key(a), sound_key(b)
    if x == y:
        return True
    if not x or not y or x[0] != y[0] or min(len(x), len(y)) < 6 or not _one_edit(x, y):
        return False
    return min(len(x), len(y)) >= 8 or _consonants(x) == _consonants(y)


def _consonants(key: str) -> str:
    return re.sub("[aeiou]", "", key)


def _one_edit(x: str, y: str) -> bool:
    if len(x) > len(y):
        x, y = y, x
    if len(y) - len(x) > 1:
        return False
    i = next((i for i, (a, b) in enumerate(zip(x, y)) if a != b), len(x))
    return x[i + (len(x) == len(y)) :] == y[i + 1 :]


def without_genitive(name: str) -> str:
    """Take the genitive ending from a name; a name that merely ends in s loses it too.

    Examples
    --------
    >>> without_genitive("Merkels"), without_genitive("Grass’"), without_genitive("Rice")
    ('Merkel', 'Grass', 'Rice')
    """
    if name.endswith(("’s", "'s")):
        return name[:-2]
    if name.endswith(("’", "'")):
        return name[:-1]
    return name[:-1] if len(name) > 3 and name.endswith("s") and not name.endswith("ss") else name


def surname_of(name: tuple[str, ...]) -> str:
    """Return the surname of a full name, with its particles (`von der Ahe`)."""
    if name[0].lower() in PARTICLES and len(name) > 1:
        return " ".join((name[0].lower(), *name[1:]))
    for i, part in enumerate(name[1:], start=1):
        if part.lower() in PARTICLES and i < len(name) - 1:
            return " ".join(name[i:])
    return name[-1]


def gender_of(name: tuple[str, ...]) -> str:
    """Return the gender that a given name points to: m, f or empty."""
    if len(name) < 2:
        return ""
    gender = GIVEN.get(name[0]) or GIVEN.get(name[0].split("-")[0], "")
    return "" if gender == "mf" else gender


def slug(name: str) -> str:
    """Write a name in ASCII small letters and hyphens.

    Examples
    --------
    >>> slug("Béla Anda"), slug("Der russische Außenminister")
    ('bela-anda', 'der-russische-aussenminister')
    """
    return re.sub(r"[^a-z0-9]+", "-", _plain(name.lower().translate(_ASCII))).strip("-") or "speaker"
