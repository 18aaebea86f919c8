"""Shifters: words that turn what they act on, so that verb and noun are read together.

`Die Inflation sinkt` is good news, `es fehlt an Vertrauen` bad: neither word alone says so. What a shifter acts on
is found by grammar: the subject of what falls or ends, the object of what solves or prevents, the genitive of `Ende`,
what stands behind a preposition that the list names. Beside a word of tone that it acts on, a shifter has none itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from stimmlage.analysis import Analysis
from stimmlage.language.clauses import simple_clauses
from stimmlage.language.closed_classes import DEFINITE_ARTICLES, GENITIVES, SUBJECT_PRONOUNS, determiners
from stimmlage.language.lexicon import lexicon
from stimmlage.language.lexicon import words as entries
from stimmlage.language.tagsets import FINITE, NOUNS, PRENOMINAL, PREPOSITIONS
from stimmlage.language.verbs import full_lemma, subjunctive
from stimmlage.language.words import Words
from stimmlage.scope.negation import find_negation

_KINDS = {row["entry"]: (row["kind"], frozenset(row.get("prepositions", "").split())) for row in lexicon("shifters")}
_ACCUSATIVE = determiners("accusative", "m")
_SUBJECTS = SUBJECT_PRONOUNS | determiners("nominative") & DEFINITE_ARTICLES
_AMOUNTS = entries("quantities", "size")
"""Nouns that only say how much there is of something: `die Zahl der Unfälle sinkt`."""
_OF = frozenset(("von", "an"))
_LESS = entries("word_classes", "less")
_MORE_OR_LESS = entries("quantities", "change")
_FROM = frozenset(("von", "vom", "davon", "wovon", "daraus"))
_NAMED = frozenset(("ADJA", *NOUNS))
_PASSIVE = frozenset(("werden", "sein"))
_UNREAL = frozenset(("hätte", "hätten", "wäre", "wären"))


class Shift(NamedTuple):
    """What turns a word: the tokens of the shifter."""

    first: int
    stop: int


class Shifts(NamedTuple):
    """What the shifters of a document do: `turned` words with what turns them, and `mute` ones without a tone."""

    turned: Mapping[int, Shift]
    mute: frozenset[int]

    def silenced_by(self, polar: set[int]) -> set[int]:
        """Return the shifters that act on one of the given words, and are mute beside it."""
        return {s.first for i, s in self.turned.items() if i in polar} | set(self.mute)


NO_SHIFTS = Shifts({}, frozenset())


def find_shifts(analysis: Analysis) -> Shifts:
    """Find the shifters of a document and what they turn.

    Examples
    --------
    >>> from stimmlage.analysis import analyse
    >>> from stimmlage.reading.segmentation import read_text
    >>> find_shifts(analyse(read_text("Die Inflation sinkt."))).turned
    {1: Shift(first=2, stop=3)}
    """
    return analysis.once(_made)


def _made(analysis: Analysis) -> Shifts:
    words, negated = analysis.words, find_negation(analysis)
    turned: dict[int, Shift] = {}
    mute: set[int] = set()
    for sentence in analysis.document.sentences:
        parts = simple_clauses(words, sentence.first, sentence.stop)
        for first, stop in parts:
            for shift, acted_on in _in_clause(words, negated, first, stop, mute):
                for i in acted_on:
                    turned.setdefault(i, shift)
        if _is_unreal(words, parts):
            place = next(i for i in range(sentence.first, sentence.stop) if words.lower[i] in _UNREAL)
            for i in range(sentence.first, sentence.stop):
                if i not in negated:
                    turned.setdefault(i, Shift(place, place + 1))
    return Shifts(turned, frozenset(mute))


def _in_clause(
    words: Words, negated: Mapping[int, tuple[int, int]], first: int, stop: int, mute: set[int]
) -> Iterator[tuple[Shift, list[int]]]:
    """Yield the shifters of a clause with the nouns that they turn, and add to `mute` the words without a tone here:
    what was feared in `als befürchtet`, and what only says that there is more or less of something that is neither a
    burden nor a good: `die Temperatur sinkt`."""
    for i in range(first, stop):
        tag = words.tag[i]
        if tag in NOUNS and words.lemma[i] in _KINDS:
            kind, prepositions = _KINDS[words.lemma[i]]
            if kind == "of":
                yield Shift(i, i + 1), _complement(words, i, stop, prepositions)
        elif tag.startswith("VV"):
            lemma = full_lemma(words, i) if tag in FINITE else words.lemma[i].lower()
            if tag == "VVPP" and i > first and words.lower[i - 1] == "als":
                mute.add(i)
            burden = _first_of("burdens", words, first, stop) if lemma in _MORE_OR_LESS else None
            if lemma in _MORE_OR_LESS and burden is None and _first_of("goods", words, first, stop) is None:
                mute.add(i)
            if burden is not None:
                yield Shift(burden, burden + 1), [i]
            elif _acts(words, i, lemma, first, stop):
                kind, prepositions = _KINDS[lemma]
                found = _acted_on(words, negated, i, first, stop, kind, prepositions)
                if i in negated and kind != "happens":  # `wurde nicht verhindert` turns nothing
                    found = [j for j in found if j in negated]
                yield Shift(i, i + 1), found
        elif tag == "ADJD" and words.lower[i] in _LESS and words.lower[i + 1 : i + 2] == ["als"]:
            yield Shift(i, i + 1), _bare_nouns(words, first, i)


def _acts(words: Words, verb: int, lemma: str, first: int, stop: int) -> bool:
    """Tell whether a verb is a shifter here: `die Kraft geht aus`, but not `von ihm geht Gefahr aus`."""
    if lemma not in _KINDS or _KINDS[lemma][0] == "of":
        return False
    return not (lemma == "ausgehen" and any(words.lower[i] in _FROM for i in range(first, stop) if i != verb))


def _first_of(name: str, words: Words, first: int, stop: int) -> int | None:
    """Return the first noun of a clause that a list holds: of burdens, `die Preise steigen`, or of goods."""
    nouns = _bare_nouns(words, first, stop)
    return next((i for i in nouns if _is_listed(name, words.lemma[i]) or _is_listed(name, words.word[i])), None)


@lru_cache(maxsize=40_000)
def _is_listed(name: str, noun: str) -> bool:
    """Tell whether a noun, or the last part of a compound, is in a list."""
    return any(noun[k:].capitalize() in entries(name) for k in (0, *range(2, len(noun) - 3)))


def _acted_on(
    words: Words,
    negated: Mapping[int, tuple[int, int]],
    verb: int,
    first: int,
    stop: int,
    kind: str,
    prepositions: frozenset[str],
) -> list[int]:
    """Return the nouns of a clause that a verb turns."""
    behind = [i for i in range(first, stop) if words.tag[i] in NOUNS and _preposition(words, i, first) in prepositions]
    if kind == "with" or (prepositions and behind):
        return behind
    bare = _bare_nouns(words, first, stop)
    bare += [j for i in bare if words.lemma[i] in _AMOUNTS for j in _complement(words, i, stop, _OF)]
    if kind == "subject":
        return bare
    if kind == "happens":
        return [i for i in bare if i not in negated] if verb in negated else []
    if kind != "object":
        return []
    passive = words.tag[verb] == "VVPP" and any(words.lemma[i] in _PASSIVE for i in range(first, stop) if i != verb)
    if passive:
        return bare
    finite = next((i for i in range(first, stop) if words.tag[i] in FINITE), first - 1)
    if finite >= verb and all(i < verb for i in bare):
        return _objects_before(words, bare, first, stop)
    return [i for i in bare if i > finite or words.lower[_article(words, i, first)] in _ACCUSATIVE]


def _objects_before(words: Words, bare: list[int], first: int, stop: int) -> list[int]:
    """Return the object of a verb at the end of its clause: the last of two nouns before it, or one beside a pronoun
    that is the subject (`dass sie Kriege verhindert`, `Kriege verhindert sie`), or one that its article tells."""
    told = [i for i in bare if words.lower[_article(words, i, first)] in _ACCUSATIVE]
    has_subject = any(words.lower[i] in _SUBJECTS and words.tag[i] not in ("ART", "PDAT") for i in range(first, stop))
    return told or (bare[-1:] if len(bare) > 1 or has_subject else [])


def grows(words: Words, i: int) -> bool:
    """Tell whether a verb only says that there is more of something."""
    return (
        words.tag[i].startswith("VV")
        and _KINDS.get(full_lemma(words, i) if words.tag[i] in FINITE else words.lemma[i], ("",))[0] == "grows"
    )


def _is_unreal(words: Words, parts: list[tuple[int, int]]) -> bool:
    """Tell whether a sentence says what did not happen: `Wäre sie gekommen, hätte es Erfolg gehabt`."""
    if len(parts) < 2 or _UNREAL.isdisjoint(words.lower[parts[0][0] : parts[-1][1]]):
        return False
    whole = [range(first, stop) for first, stop in parts]
    unreal = [any(words.lower[i] in _UNREAL and subjunctive(words, i) for i in part) for part in whole]
    past = [any(words.tag[i] in ("VVPP", "VAPP") for i in part) for part in whole]
    return unreal[0] and unreal[1] and past[0] and past[1]


def _bare_nouns(words: Words, first: int, stop: int) -> list[int]:
    """Return the nouns that stand behind no preposition, and are no genitive."""
    return [
        i
        for i in range(first, stop)
        if _is_noun(words, i) and not _preposition(words, i, first) and not _is_genitive(words, i, first)
    ]


def _is_noun(words: Words, i: int) -> bool:
    """Tell whether a word is a noun, or an adjective in the place of one: `Schlimmeres vermeiden`."""
    if words.tag[i] in NOUNS:
        return True
    alone = i + 1 == len(words) or words.tag[i + 1] not in _NAMED
    return words.tag[i] == "ADJA" and words.word[i][0].isupper() and i > words.first[i] and alone


def _article(words: Words, i: int, first: int) -> int:
    """Return where the phrase of a noun begins."""
    k = i
    while k > first and words.tag[k - 1] in PRENOMINAL | {"APPRART"}:
        k -= 1
    return k


def _preposition(words: Words, i: int, first: int) -> str:
    """Return the preposition that a noun stands behind, or nothing."""
    k = _article(words, i, first)
    if words.tag[k] == "APPRART":
        return words.lemma[k].lower()
    return words.lower[k - 1] if k > first and words.tag[k - 1] in PREPOSITIONS else ""


def _is_genitive(words: Words, i: int, first: int) -> bool:
    k = _article(words, i, first)
    return k > first and words.tag[k - 1] in NOUNS and words.lower[k] in GENITIVES


def _complement(words: Words, i: int, stop: int, prepositions: frozenset[str]) -> list[int]:
    """Return the nouns of the genitive behind a noun, or behind one of its prepositions."""
    k = i + 1
    if k >= stop or not (words.lower[k] in GENITIVES or words.lower[k] in prepositions):
        return []
    while k < stop and words.tag[k] not in NOUNS:
        if words.tag[k] in FINITE or words.tag[k][0] == "$":
            return []
        k += 1
    return [k] if k < stop else []
