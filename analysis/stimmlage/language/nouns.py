"""Nouns for people, bodies and utterances: what a noun tells about who speaks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from stimmlage.language.closed_classes import CONTRACTIONS, DEFINITE_ARTICLES, DEMONSTRATIVES
from stimmlage.language.lexicon import in_order, lexicon
from stimmlage.language.lexicon import words as entries

_UMLAUT = str.maketrans({"a": "ä", "o": "ö", "u": "ü"})
_ADJECTIVE = (("r", "m", "s"), ("n", "a", "w"), ("m", "m", "s"), ("s", "n", "s"), ("", "a", "?"))

DEFINITE = DEFINITE_ARTICLES | DEMONSTRATIVES | CONTRACTIONS
_SINGULAR = frozenset(
    "jeder jede jedes jedem jeden "
    "dem des das ein eine einen einem einer eines im vom beim zum zur am dieses jenes diesem kein keine keinem".split()
)
_MASCULINE = frozenset("der dem des ein einem eines den einen vom beim zum dieser jener".split())
_FEMININE = frozenset("die eine einer zur diese jene".split())


class Noun(NamedTuple):
    """A noun as the lists know it.

    `base` is the listed form, in small letters, that the noun is or ends in, `before` what stands before it in
    a compound (`us-` in `US-Beamte`). `gender` is m, f, n or `a` (shown by the article), `number` is
    s, p, `?` or w (a weak ending, plural after `die`), `sort` is person, organisation or source, `sense` is
    the sense in its list.
    """

    base: str
    before: str
    gender: str
    number: str
    sort: str
    sense: str


def _person_forms(base: str, gender: str) -> Iterator[tuple[str, str, str]]:
    """Yield the inflected and the feminine forms of a noun for a person: form, gender, number."""
    if gender == "a":
        yield from ((base[:-1] + ending, g, number) for ending, g, number in _ADJECTIVE)
        return
    if gender == "p":
        yield base, "m", "p"
        return
    weak = base.endswith(("e", "ent", "ant", "ist", "at", "ot", "soph", "loge", "nom", "rch", "f", "nt"))
    yield base, gender, "?" if base.endswith(("er", "el", "en")) and gender != "f" else "s"
    yield from (
        (base + e, gender, "p" if e in ("en", "n") and not weak else "?") for e in ("s", "es", "n", "en", "ern")
    )
    yield base + "e", gender, "p"
    stem = base.removesuffix("e")
    if base.endswith("mann"):
        yield from (
            (stem[:-4] + e, g, n)
            for e, g, n in (
                ("männer", "m", "p"),
                ("männern", "m", "p"),
                ("leute", "m", "p"),
                ("leuten", "m", "p"),
                ("frau", "f", "s"),
                ("frauen", "f", "p"),
            )
        )
    if gender == "m":
        for feminine in (stem, stem[:-3] + stem[-3:].translate(_UMLAUT), stem[:-4] + stem[-4:].translate(_UMLAUT)):
            yield feminine + "in", "f", "s"
            yield feminine + "innen", "f", "p"
    for plural in (base[:-3] + base[-3:].translate(_UMLAUT), base[:-4] + base[-4:].translate(_UMLAUT)):
        if plural != base:
            yield from ((plural + e, gender, "p") for e in ("", "e", "en", "n"))


def _thing_forms(base: str, gender: str) -> Iterator[tuple[str, str, str]]:
    if gender == "p":
        yield from ((base + e, "p", "p") for e in ("", "n"))
        return
    yield base, gender, "s"
    if gender != "f":
        yield from ((base + e, gender, "s") for e in ("s", "es"))
    yield from ((base + e, gender, "p") for e in ("n", "en", "nen", "e", "er", "ern"))
    stems = (base[:-3] + base[-3:].translate(_UMLAUT), base[:-4] + base[-4:].translate(_UMLAUT))
    yield from ((stem + e, gender, "p") for stem in stems if stem != base for e in ("", "e", "en", "er", "ern"))
    if base.endswith("um"):
        yield base[:-2] + "en", gender, "p"
    if base.endswith("nis"):
        yield from ((base + e, gender, "p") for e in ("se", "sen"))


def _table() -> dict[str, tuple[str, str, str, str, str]]:
    table: dict[str, tuple[str, str, str, str, str]] = {}
    for name, sort in (("role_nouns", "person"), ("organisation_nouns", "organisation"), ("source_nouns", "source")):
        forms_of = _person_forms if sort == "person" else _thing_forms
        for row in lexicon(name):
            base = row["entry"].lower()
            for form, gender, number in forms_of(base, row["gender"]):
                known = (base, gender, number, sort, row.get("sense", ""))
                if form == base:
                    table[form] = known
                else:
                    table.setdefault(form, known)
    return table


_FORMS = _table()
_PERSON_FORMS = {
    form: (row["entry"].lower(), gender, number, "person", row["sense"])
    for row in lexicon("role_nouns")
    for form, gender, number in _person_forms(row["entry"].lower(), row["gender"])
}
_SHORT_HEADS = entries("word_parts", "short_head")
_AGENTS = in_order("word_parts", "agent_ending")
_WHOLE_ONLY = frozenset({"demonym"})


@lru_cache(maxsize=50_000)
def noun(word: str) -> Noun | None:
    """Look up a noun, or the last part of a compound; None for a noun that is in no list.

    Examples
    --------
    >>> noun("Verteidigungsministerin")[:4]
    ('minister', 'verteidigungs', 'f', 's')
    >>> noun("US-Beamte").base, noun("Staatsanwaltschaft").sort, noun("Polizeiangaben").sort
    ('beamter', 'organisation', 'source')
    >>> noun("Fahrrad") is None
    True
    """
    return _look_up(word, _FORMS)


@lru_cache(maxsize=5_000)
def person_noun(word: str) -> Noun | None:
    """Look up a noun as one for a person only: `Vorstand` is a body, but in `Vorstand Uwe Blum` a man."""
    return _look_up(word, _PERSON_FORMS)


def _look_up(word: str, forms: Mapping[str, tuple[str, str, str, str, str]]) -> Noun | None:
    form = word.lower()
    for k in range(len(form) - 2):
        if (known := forms.get(form[k:])) is None:
            continue
        base, gender, number, sort, sense = known
        hyphen = k > 0 and form[k - 1] == "-"
        if k and not hyphen:
            if k < 3 or sense in _WHOLE_ONLY or (len(form) - k < 5 and form[k:] not in _SHORT_HEADS):
                continue
        return Noun(base, form[:k], gender, number, sort, sense)
    return None


def names_agent(word: str) -> bool:
    """Tell by its ending whether a noun that is in no list can name a person: `Prüferin`, `Kieferer`, `Hornist`.

    Examples
    --------
    >>> names_agent("Prüferin"), names_agent("Kaufhaus")
    (True, False)
    """
    return noun(word) is None and word.lower().endswith(_AGENTS)


def is_plural(known: Noun, det: str, genitive: bool = False) -> bool:
    """Decide the number of a noun by its ending, its article, and whether it follows another noun.

    After a noun `der` is a genitive: `Angaben der Veranstalter` speaks of several.
    """
    if genitive and det == "der" and known.gender in ("m", "n") and known.number != "s":
        return True
    if known.gender == "p" or known.number == "p":
        return not (det in ("ein", "eine", "einer", "einem") or (known.number == "s"))
    if known.number == "s" or det in _SINGULAR:
        return False
    if known.number == "w":
        return det != "der" or genitive
    if det in ("die", "diese"):
        return known.gender in ("m", "n")
    return not det or det not in DEFINITE


def noun_gender(known: Noun, det: str) -> str:
    """Return the gender of a noun: its own, or the one that the article of an adjectival noun shows."""
    if known.gender in ("a", "p"):
        return "m" if det in _MASCULINE else "f" if det in _FEMININE else ""
    return known.gender
