"""Tokens: words, numbers and single marks, as the STTS guidelines cut them."""

from __future__ import annotations

import re
from sys import intern

from stimmlage.document import Tokens
from stimmlage.language.closed_classes import CONTRACTIONS, MONTHS, WEEKDAYS, determiners
from stimmlage.language.given_names import GIVEN
from stimmlage.language.lexicon import lexicon, words

_LETTER = r"[^\W\d_]"
_INSIDE = r"[\w\u0300-\u036f\u00ad\u200b-\u200d]"
_TOKEN = re.compile(
    rf"""
      (?:https?://|www\.)[^\s<>„“”"»«]*[^\s<>„“”"»«.…,;:!?)\]'’]     # links
    | (?:{_LETTER}\.-?){{2,}}(?:{_LETTER}+(?:-\w+)*)?                 # z.B., K.-o.-Phase, U.S.
    | -?\w{_INSIDE}*
      (?: (?: [-‐‑/&]                                              # US-Soldat, und/oder, AT&T
            | ['’](?={_LETTER})                                    # D'Artagnan
            | \.(?=[a-zäöüß\d]) | (?<=\b[A-Z])\.(?=[A-ZÄÖÜ]{{2}})  # 1.000, example.org, E.ON
            | (?<=\d)[,:](?=\d) | (?<=\d)%-                         # 2,5 and 2:1 and 5%-Hürde
            | [:*](?=(?:in(?:nen)?|[rnm])\b)                       # Leser:innen, eine:r
            | (?:[.+-]\w+)*@(?=\w)                                 # mail addresses
          ){_INSIDE}+ )*
      [-‐‑]?(?:\.(?!\.))?
    | \.{{2,}} | '' | `` | --+ | [^\w\s]
    """,
    re.VERBOSE,
)
_STOPS = frozenset(".!?…")
_CLITIC = re.compile(rf"({_LETTER}+)(['’]s)")
_HOSTS = frozenset("hat geht gibt ist war wie was wer wenn ob kann wird muss soll darf macht tut kommt steht".split())
_PART = re.compile(r"(?<!\w)[a-z]\.\s*$")
_LETTERS = re.compile(rf"(?:{_LETTER}\.-?){{2,}}")
_LAST_PART = re.compile(r"^.*[/-]")  # Wien/St.
_DATE = re.compile(r"\d{1,2}\.\d{1,2}\.")
_ROMAN = re.compile(r"[IVX]{1,6}\.")
_NEXT = re.compile(r"\s*(\w+)")
_BEFORE = re.compile(r"(\w+)\s*$")

_ABBREVIATIONS = {row["entry"]: row["category"] for row in lexicon("abbreviations")}
OPENERS = words("openers")
_MONTHS = frozenset(month.capitalize() for month in MONTHS)
_BEHIND_NAMES = frozenset(("Jr.", "Sr.", "Jun.", "Sen.", "St."))
_COUNTED = re.compile(
    "(?:Jahrhundert|Jahrestag|Geburtstag|Todestag|Weltkrieg|Lebensjahr|Stock|Bezirk|Platz|Rang|Runde|Spieltag|"
    "Minute|Auflage|Bundesliga|Liga|Klasse|Etage|Kapitel|Legislaturperiode|Jahrtausend|Armee|Division|Tag|Mal|"
    "Senat|Kammer|Halbzeit|Etappe|Staffel|Folge|Hochzeitstag|FC|Sitzung|Mann|Wahlgang|Advent)"
)
_BEFORE_ORDINAL = determiners() | CONTRACTIONS | WEEKDAYS | {"ab", "bis", "seit", "zwischen", "und"}


_SHARED = 1 << 15
_OFFSETS = tuple(range(_SHARED))
"""The offsets of nearly all tokens: each is kept once, and not once for each token of each article."""


def tokenise(text: str, start: int, end: int, tokens: Tokens) -> list[int]:
    """Append the tokens of `text[start:end]`, and return which of them may end a sentence."""
    word, starts, ends = tokens.word, tokens.start, tokens.end
    stops = []
    for match in _TOKEN.finditer(text, start, end):
        form = match.group()
        begin, stop = match.span()
        if form[-1] in _STOPS:
            if (
                form[-1] == "."
                and len(form) > 1
                and form[0] != "."
                and not _keeps_stop(text, form, begin, stop, start, end)
            ):
                stop -= 1
                begin = _append(form[:-1], begin, tokens)
                form, begin, stop = ".", stop, stop + 1
            stops.append(len(word))
        elif form[-1] == "s" and (form[-2:-1] == "'" or form[-2:-1] == "’"):
            _append(form, begin, tokens)
            continue
        word.append(intern(form))  # most words stand in many articles: one of each is kept
        starts.append(_OFFSETS[begin] if begin < _SHARED else begin)
        ends.append(_OFFSETS[stop] if stop < _SHARED else stop)
    return stops


def _append(form: str, begin: int, tokens: Tokens) -> int:
    """Append a word; `geht's` are two, `Kant's` is one. Return where it ends."""
    clitic = _CLITIC.fullmatch(form)
    host = clitic is not None and (form.islower() or clitic.group(1).lower() in _HOSTS)
    for part in clitic.groups() if clitic is not None and host else (form,):
        tokens.word.append(intern(part))
        tokens.start.append(begin)
        begin += len(part)
        tokens.end.append(begin)
    return begin


def _keeps_stop(text: str, form: str, begin: int, stop: int, low: int, high: int) -> bool:
    """Tell whether the stop belongs to the word: to an abbreviation, an initial, an ordinal."""
    if form in _ABBREVIATIONS and _is_surname(text, form, begin, stop, low, high):
        return False
    if form in _ABBREVIATIONS or _LETTERS.fullmatch(form) or _LAST_PART.sub("", form) in _ABBREVIATIONS:
        return True
    found = _NEXT.match(text, stop, high)
    following = found.group(1) if found else ""
    if form[0].isdigit():
        return _is_ordinal(text, form, begin, low, following) or (
            _DATE.fullmatch(form) is not None and text[stop : stop + 1] in (",", ")")
        )
    if len(form) == 2:  # z. and B. and J., but not a letter at the end of a paragraph
        return form[0].isalpha() and (following != "" or _PART.search(text, max(low, begin - 4), begin) is not None)
    if _ROMAN.fullmatch(form):
        return following != ""
    return form.endswith("str.") and following != ""  # Hauptstr. 5


def _is_surname(text: str, form: str, begin: int, stop: int, low: int, high: int) -> bool:
    """Tell whether an abbreviation is a surname at the end of a sentence: `… sagte Loris Abt. Neue Schulden …`."""
    before, found = _BEFORE.search(text, max(low, begin - 20), begin), _NEXT.match(text, stop, high)
    ends = found is None or found.group(1)[0].isupper()
    return form[0].isupper() and form not in _BEHIND_NAMES and ends and before is not None and before.group(1) in GIVEN


def _is_ordinal(text: str, form: str, begin: int, low: int, following: str) -> bool:
    if not following:
        return False
    if _DATE.fullmatch(form):
        return not following[0].isupper() or following not in OPENERS
    if not form[:-1].isdigit():
        return False
    if following[0].islower() or following in _MONTHS or _COUNTED.match(following):
        return True
    if len(form) > 4 or following in OPENERS:
        return False
    before = _BEFORE.search(text, max(low, begin - 20), begin)
    return before is None or _expects_ordinal(before.group(1))


def _expects_ordinal(before: str) -> bool:
    """Articles and the like, and adjectives: `die neue 12. Klasse`."""
    return before.lower() in _BEFORE_ORDINAL or (before.islower() and before.endswith(("e", "en", "er", "em", "es")))


def may_close(form: str) -> bool:
    """Tell whether an abbreviation, initial or ordinal may be the last word of a sentence.

    Examples
    --------
    >>> may_close("usw."), may_close("Dr."), may_close("z."), may_close("3.")
    (True, False, False, False)
    """
    category = _ABBREVIATIONS.get(form) or _ABBREVIATIONS.get(_LAST_PART.sub("", form))
    if category is not None:
        return category == "end"
    if form[0].isdigit():
        return False
    return len(form) > 2 or not form[0].islower()
