"""Hyphens at line ends: which belong to the word, and which only broke it."""

from __future__ import annotations

import re

_LAST = re.compile(r"[\w-]*\w-$")
_FIRST = re.compile(r"\w+")
_LINKING = frozenset("und oder bzw sowie als bis noch wie statt aber".split())
_COLOURS = ("rot", "grün", "schwarz", "gelb", "blau", "weiß", "türkis", "lila", "orange")  # of coalitions
_PARTICLES = frozenset("up ups off offs out outs".split())  # Start-ups
_INNER = frozenset("saudi in of to and the".split())  # Not-in-my-backyard
_ADJECTIVE = re.compile(r"\w{2,}isch(?:e[nmrs]?)?")
_LONG_ADJECTIVE = re.compile(r"(?!er)\w{5,}e[nmrs]?")


def joint(left: str, right: str, vocabulary: frozenset[str]) -> tuple[int, str]:
    """Say how a line is joined to the next: how many letters to cut from it, and what to put between.

    `vocabulary` holds the words of the text: one that is written with its hyphen elsewhere keeps it.

    Examples
    --------
    >>> joint("die Sicher-", "heit", frozenset()), joint("des NATO-", "Prinzips", frozenset())
    ((1, ''), (0, ''))
    >>> joint("die Vor-", "und Nachteile", frozenset())
    (0, ' ')
    """
    before, after = _LAST.search(left), _FIRST.match(right)
    if before is None or after is None:
        slash = left.endswith("/") and after is not None and left[-2:-1].isalnum()
        return 0, "" if slash else " "
    stem, rest = before.group()[:-1], after.group()
    if rest in _LINKING:
        return 0, " "
    if stem + "-" + rest in vocabulary:
        return 0, ""
    if stem + rest in vocabulary:
        return 1, ""
    return (0, "") if _keeps_hyphen(stem, rest) else (1, "")


def _keeps_hyphen(stem: str, rest: str) -> bool:
    if not rest[0].islower() or stem[-1].isdigit():
        return True
    last = stem.rpartition("-")[2]
    if last.isupper() or len(last) == 1:  # US-amerikanisch, e-mobil
        return True
    if (last in _COLOURS and rest.startswith(_COLOURS)) or rest in _PARTICLES or last in _INNER:
        return True
    adjective = _LONG_ADJECTIVE if last.endswith("isch") and len(last) > 6 else _ADJECTIVE
    return last.endswith("sch") and bool(adjective.fullmatch(rest))  # deutsch-polnische, islamisch-konservative
