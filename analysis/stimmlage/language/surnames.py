"""The surnames of a document, tagged anew: a full name tells what `Groß`, `Neu` or `von der Aue` is elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from stimmlage.language.closed_classes import NAME_LINKS
from stimmlage.language.given_names import GIVEN, PARTICLES
from stimmlage.language.lexicon import words
from stimmlage.language.nouns import noun
from stimmlage.language.tagsets import ARTICLES, FINITE

_PLACES = words("places")
_ARTICLES = ARTICLES | {"APPRART"}
"""Particles that are prepositions and articles first of all: `Anna Berg von der Uni`."""
_SAYING = words("reporting_verbs") - {"sprechen", "reden", "berichten", "erzählen", "hören", "wissen", "zählen"}
"""Verbs of saying that have no object with `von` or `zu`."""
_COPULAS = frozenset("sein werden bleiben".split())
_SURE = frozenset(("NE", "FM"))


def tag_surnames(word: Sequence[str], tag: list[str], lemma: list[str], first: Sequence[int]) -> None:
    """Tag the surnames of the full names in a document as names wherever they stand, in place.

    Parameters
    ----------
    word, tag, lemma : list of str
        The words of a document.
    first : sequence of int
        Where the sentence of each word begins.
    """
    surnames: dict[str, dict[tuple[str, ...], None]] = {}
    for start, stop in _full_names(word, tag, lemma):
        name = tuple(word[start:stop])
        surnames.setdefault(name[0].lower(), {})[name] = None  # each once, in the order of the text
        _as_name(range(start, stop), word, tag, lemma)
    if not surnames:
        return
    for i, form in enumerate(word):
        if form[-1] == "s" and (form[:-1],) in surnames.get(form[:-1].lower(), ()) and _is_genitive(i, tag, first):
            tag[i], lemma[i] = "NE", form
        for name in surnames.get(form.lower(), ()):
            stop = i + len(name)
            if tuple(word[i + 1 : stop]) != name[1:]:
                continue
            if len(name) > 1 or (form == name[0] and tag[i] not in _SURE and _is_name(i, word, tag, lemma, first)):
                _as_name(range(i, stop), word, tag, lemma)


def _full_names(word: Sequence[str], tag: Sequence[str], lemma: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the surname of each full name: what stands behind a first name, particles included."""
    for i, form in enumerate(word):
        given = form in GIVEN or form.split("-")[0] in GIVEN
        behind = i > 0 and tag[i - 1] == "NE" and word[i - 1] not in GIVEN
        first = tag[i] == "NE" and form not in _PLACES and form[0].isupper() and len(form) > 2 and tag[i - 1] != "NE"
        start = stop = i + 1
        while stop < len(word) and word[stop] in PARTICLES:
            stop += 1
        if behind or not (given or first) or stop >= len(word) or not _may_name(word[stop], particles=stop > start):
            continue
        if stop == start:
            if tag[stop] in _SURE or (given and tag[i] in ("NE", "NN")):
                yield start, stop + 1
        elif word[stop] not in _PLACES and (tag[stop] in _SURE or (given and noun(word[stop]) is None)):
            own = word[start] in NAME_LINKS and word[start] not in ("zur", "zum", "vom", "der", "den")
            if given or word[start] not in NAME_LINKS or (own and _says(word[start : stop + 1], word, tag, lemma)):
                yield start, stop + 1


def _may_name(form: str, *, particles: bool) -> bool:
    return form[0].isupper() and form.isalpha() and not form.isupper() and (particles or form not in GIVEN)


def _says(name: Sequence[str], word: Sequence[str], tag: Sequence[str], lemma: Sequence[str]) -> bool:
    """Tell whether `von Aue` speaks somewhere: behind a verb of saying, or in front with a capital."""
    for i in range(1, len(word) - len(name) + 1):
        if list(word[i + 1 : i + len(name)]) == list(name[1:]) and word[i].lower() == name[0]:
            if word[i][0].isupper() or (tag[i - 1] == "VVFIN" and lemma[i - 1] in _SAYING):
                return True
    return False


def _is_name(i: int, word: Sequence[str], tag: Sequence[str], lemma: Sequence[str], first: Sequence[int]) -> bool:
    """Tell whether a word that looks like a surname of the text is one here: it is no noun, and no predicate."""
    if tag[i] == "NN" or not word[i][0].isupper():
        return False
    if i > first[i]:
        return tag[i - 1] not in _ARTICLES
    if i + 2 >= len(word) or tag[i + 1] not in FINITE:
        return False
    return lemma[i + 1] not in _COPULAS or tag[i + 2] not in ("PPER", "ART", "NE", "PIS", "PDS")


def _is_genitive(i: int, tag: Sequence[str], first: Sequence[int]) -> bool:
    """Tell whether `Bergs` is somebody's: a noun in the genitive has an article or an adjective before it."""
    return tag[i] == "NN" and (i == first[i] or tag[i - 1] not in _ARTICLES | {"ADJA", "CARD", "PRELAT", "PWAT"})


def _as_name(places: range, word: Sequence[str], tag: list[str], lemma: list[str]) -> None:
    for i in places:
        if tag[i] not in _SURE and not (tag[i] == "NN" and len(places) == 1):
            tag[i] = "NE"
            lemma[i] = word[i]
