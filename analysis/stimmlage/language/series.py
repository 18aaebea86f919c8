"""Series of noun phrases: `die Bahn, die Post und die Stadt`, `sowohl SPD als auch FDP`.

The commas of a series part no clauses. What looks like one may be something else: a name with an apposition (`Anna
Berg, Ärztin und Mutter, sagte`), or the end of one clause and the beginning of another (`Das sagt Berg, Kern und Lind
kommen`).
"""

from __future__ import annotations

import itertools

from stimmlage.language.closed_classes import COORDINATORS, GENITIVES
from stimmlage.language.noun_phrases import core_end, is_person, member_end, speaks
from stimmlage.language.nouns import noun
from stimmlage.language.tagsets import ARTICLES, FINITE, IN_NOUN_PHRASE, NOUNS, PREPOSITIONS
from stimmlage.language.words import Words

Member = tuple[int, int]
_JOINING = COORDINATORS | {"als", "wie"}
_BEHIND_COMMA = frozenset({"sondern", "aber"})
_MOST = 100
"""Members of a series; more are a table."""


def series(words: Words) -> list[int]:
    """Return for what joins noun phrases in a series where the series begins; for all other tokens −1.

    Examples
    --------
    >>> from stimmlage.language.tagging import tag
    >>> from stimmlage.reading.segmentation import read_text
    >>> series(tag(read_text("Bahn, Post und Stadt warten.")))
    [-1, 0, -1, 0, -1, -1, -1]
    """
    joint = [-1] * len(words)
    read = 0
    for comma, form in enumerate(words.word):
        if form != "," or comma < read or comma == words.first[comma]:
            continue
        run, read = _run(words, comma)
        for k, place in enumerate([comma, *(stop for _, stop in run[:-2])][: len(run) - 1]):
            members = _members(words, place, run[k:])
            for _, stop in members[:-1]:
                joint[stop] = members[0][0]
            if members:
                break
    for also, form in enumerate(words.lower):
        if form == "auch" and also > words.first[also] + 1 and (pair := _pair(words, also)):
            joint[pair[0][1] : also + 1] = [pair[0][0]] * (also + 1 - pair[0][1])
    return joint


def _pair(words: Words, also: int) -> list[Member]:
    """Return the two that `als auch`, `wie auch`, `und auch`, `…, sondern auch`, `…, aber auch` join."""
    place = also - 1
    if words.lower[place] in _BEHIND_COMMA and words.word[place - 1] == ",":
        place -= 1
    elif words.lower[place] not in _JOINING:
        return []
    stop = words.stop[also]
    second = also + 1, member_end(words, also + 1, stop)
    for start in _starts(words, place):
        pair = [(start, place), second]
        if all(first < end and speaks(words, first, end) for first, end in pair):
            return [] if _is_parted(words, start, second[1]) else pair
    return []


def _run(words: Words, comma: int) -> tuple[list[Member], int]:
    """Return the noun phrases behind a comma up to the one behind `und`, and the place up to which commas are read.

    There are none if no `und` comes, or if they are too many.
    """
    stop = words.stop[comma]
    found: list[Member] = []
    end = comma
    while end < stop - 1 and (words.word[end] == "," or words.lower[end] in COORDINATORS):
        last = words.word[end] != ","
        further = member_end(words, end + 1, stop)
        if further == end + 1 or words.tag[end + 1] not in IN_NOUN_PHRASE:
            break
        found.append((end + 1, further))
        if last:
            return (found if len(found) < _MOST else []), end
        end = further
    return [], end + 1


def _members(words: Words, comma: int, behind: list[Member]) -> list[Member]:
    """Return the members of the series with its first comma here; none if it is no series."""
    for start in _starts(words, comma):
        members = [(start, comma), *behind]
        if sum(speaks(words, *m) for m in members) > 1 and _is_parallel(words, members):
            return [] if _is_parted(words, start, members[-1][1]) else members
    return []


def _starts(words: Words, comma: int) -> list[int]:
    """Return where the noun phrase that ends at a comma can begin: with what it is an attribute of, or alone."""
    first = words.first[comma]
    start = comma
    while start > first and (
        words.tag[start - 1] in IN_NOUN_PHRASE or words.word[start - 1] in "()" or words.tag[start - 1] in PREPOSITIONS
    ):
        start -= 1
    return [i for i in range(start, comma) if member_end(words, i, comma) == comma and _opens(words, i, start)]


def _opens(words: Words, i: int, start: int) -> bool:
    """Tell whether a phrase begins here: no article, adjective or name before it belongs to it."""
    return i == start or words.tag[i] in ARTICLES or words.tag[i - 1] in PREPOSITIONS


def _is_parallel(words: Words, members: list[Member]) -> bool:
    """Tell whether noun phrases stand side by side, and none explains the one before it."""
    first, rest = members[0], members[1:]
    inside = range(first[0] + 1, core_end(words, *first))
    if any(words.tag[i] == words.tag[i - 1] == "NN" and not _is_surname(words, i) for i in inside):
        return False  # `bittet der Verein Bürger, Firmen und Kirchen`
    if any(_is_in_attribute(words, *members[k:]) for k in range(len(rest))):
        return False
    return not any(_may_explain(words, a, b) for a, b in itertools.pairwise(members[:-1]))


def _is_in_attribute(words: Words, member: Member, *rest: Member) -> bool:
    """Tell whether what is joined is the attribute: `der Chef der Bahn, der Post und der Stadt`."""
    end = core_end(words, *member)
    if end == member[1] or words.word[end] == "(":
        return False
    return all(words.tag[a] not in ARTICLES or words.lower[a] in GENITIVES for a, _ in rest)


def _may_explain(words: Words, named: Member, other: Member) -> bool:
    """Tell whether a phrase can be an apposition: `Anna Berg, Ärztin`, `die Ärztin, eine Mutter`."""
    if _is_indefinite(words, other) and not _is_indefinite(words, named):
        return True
    return _form(words, named) != _form(words, other) and _is_person(words, named) and _is_person(words, other)


def _is_indefinite(words: Words, member: Member) -> bool:
    return words.lower[member[0]].startswith(("ein", "kein"))


def _form(words: Words, member: Member) -> str:
    """Say how a member is put: as a person's name, with an article, or bare."""
    last = core_end(words, *member) - 1
    inside = range(member[0], last + 1)
    named = any(words.tag[i] == "NE" or (i > member[0] and _is_surname(words, i)) for i in inside)
    named = named and not is_person(words, last)
    if named and (words.tag[member[0]] not in ARTICLES or _person_noun(words, member)):
        return "name"
    return "article" if words.tag[member[0]] in ARTICLES else "bare"


def _is_surname(words: Words, i: int) -> bool:
    """Tell whether a common noun is a name behind a noun for a person: `Herr Kern`."""
    return words.tag[i] == "NN" and noun(words.word[i]) is None and is_person(words, i - 1)


def _person_noun(words: Words, member: Member) -> bool:
    return any(is_person(words, i) for i in range(member[0], core_end(words, *member)))


def _is_person(words: Words, member: Member) -> bool:
    """Tell whether a phrase may name one person: not a body, not an abbreviation, not several."""
    inside = range(member[0], core_end(words, *member))
    if is_person(words, inside[-1]):
        return True  # `SPD Chef`
    head = next((i for i in inside if words.tag[i] in NOUNS), member[0])
    if words.tag[head] == "NN" and noun(words.word[head]) is not None:
        return is_person(words, head)  # `Städte Wien`, but `Anna Schlager`
    return any(words.tag[i] == "NE" and not words.word[i].isupper() for i in inside)


def _is_parted(words: Words, start: int, stop: int) -> bool:
    """Tell whether the verb behind a series says that it is none.

    A second finite verb begins a clause of its own within the series, and between two commas a singular stands
    behind an apposition.
    """
    end = words.stop[start]
    if stop < end and words.tag[stop] in FINITE:
        k = start
        while k > words.first[start] and words.tag[k - 1][0] != "$":
            k -= 1
            if words.tag[k] in FINITE:
                return True
    behind = stop + 1
    apposition = behind < end and words.word[stop] == "," and words.tag[behind] in FINITE
    return apposition and not words.lower[behind].endswith("n")
