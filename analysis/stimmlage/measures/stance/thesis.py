"""A thesis: what it is about, what it wants done with it, and whether that is more or less of it.

`Die Maut soll abgeschafft werden` is about `Maut` and wants less of it; a statement on it may speak of the `Maut`,
where all that is for it is against the thesis, or of `Abschaffung`, where it is not. So the words of a thesis are told
apart by their part in it, and found again in a statement by their family: inflected, derived, in compounds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from stimmlage.analysis import analyse
from stimmlage.language.closed_classes import GENITIVES
from stimmlage.language.lexicon import words as entries
from stimmlage.language.noun_phrases import is_person
from stimmlage.language.tagsets import ADVERBIALS, FINITE, NOUNS, PRENOMINAL, PREPOSITIONS
from stimmlage.language.words import Words
from stimmlage.measures.stance.clauses import COMPLEMENT, MAIN, Clause, find_clauses
from stimmlage.measures.stance.cues import find_cues, noun_readings
from stimmlage.measures.targets import Target
from stimmlage.reading.segmentation import read_text
from stimmlage.scope.scopes import find_scopes

OBJECT, LIMITED, SETTING, ACT, END = "object", "limited", "setting", "act", "end"
"""The parts of a thesis: what it is about; what its object limits (`Hürden für Volksbegehren`); who does it, where and
for whom; what is done; and what is done if that ends, forbids or lessens."""
PARTS = (END, OBJECT, LIMITED, ACT, SETTING)
"""In this order a word is taken for one of them."""

_LESS = frozenset(("hinder", "end", "opposition", "refusal"))
_BARRED = entries("word_classes", "barred")
"""Adjectives that say that something must not be: `soll verboten bleiben`."""
_IN_PHRASE = PRENOMINAL | ADVERBIALS - {"PROAV"} | {"$("}
_BY = frozenset(("werden", "sein", "bleiben"))
_KEEPS = entries("argument_words", "keep") | {"weiter"}
_WIDE = entries("word_classes", "wide")
"""Words that name nothing of their own: who acts in nearly every thesis, and verbs that say only that something is."""
_ENDS_PERSONS = {"ausweisen": True, "einstellen": False}
"""Verbs that end or start something by whether it is a person: who is `ausgewiesen` has to go, an area comes to be."""
_VOWELS = re.compile("[aeiouäöüy]")
_SHORT, _BONES = 5, 4


@dataclass(frozen=True)
class Thesis:
    """The words of a thesis by the part they play, as stems, and where it wants to go.

    Attributes
    ----------
    parts : tuple of (part, stems)
    direction : int
        1 if it wants more of its object, −1 if less.
    denied : bool
        Whether it is negated (`keine weiteren Moscheen`).
    keeps : bool
        Whether it wants things to stay as they are (`weiterhin`).
    """

    parts: tuple[tuple[str, frozenset[str]], ...]
    direction: int = 1
    denied: bool = False
    keeps: bool = False
    _known: dict[tuple[str, bool], str] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, target: Target) -> Thesis:
        """Make a thesis of a target: more of what its patterns name, or less of it by its direction."""
        named = [pattern.partition(":")[2] or pattern for pattern in target.patterns]
        stems = frozenset(_stem(word) for phrase in named for word in phrase.split()[-1:])
        return cls(((OBJECT, stems),), target.direction)

    def part_of(self, lemma: str, noun: bool) -> str:
        """Say which part of the thesis a word names again, or nothing; only what is done is named by other than nouns.

        Examples
        --------
        >>> thesis = read_thesis("Die Maut soll abgeschafft werden.")
        >>> [thesis.part_of(word, True) for word in ("Lkw-Maut", "Abschaffung", "Wetter")]
        ['object', 'end', '']
        """
        key = lemma, noun
        if key not in self._known:
            stem = _stem(lemma)
            self._known[key] = next(
                (
                    part
                    for part, stems in self.parts
                    if (noun or part in (ACT, END)) and _akin(stem, stems, derived=part in (ACT, END))
                ),
                "",
            )
        return self._known[key]


@lru_cache(maxsize=4096)
def read_thesis(thesis: str) -> Thesis:
    """Read a thesis: the words it is made of, and whether it wants more (1) or less (−1) of what they name.

    Examples
    --------
    >>> read_thesis("Die Maut soll abgeschafft werden.").direction
    -1
    >>> read_thesis("Es soll eine Maut geben.").direction
    1
    """
    analysis = analyse(read_text(thesis, "thesis"))
    words, negators = analysis.words, set(find_scopes(analysis).negator.values())
    clause = _clause(words, [(s.first, s.stop) for s in analysis.document.sentences])
    inside = clause.words if clause else ()
    objects, settings = _nouns(words, clause) if clause else ([], [])
    limited = {
        j
        for i in objects
        if _limits(words.lemma[i])
        for j in (*objects, *settings)
        if i < j <= i + 4 and not _limits(words.lemma[j])
    }
    persons = any(is_person(words, i) for i in objects)
    ending = [cue for cue in find_cues(words, inside[0], inside[-1] + 1)] if inside else []
    ending = [
        cue
        for cue in ending
        if cue.word in inside
        and cue.kind == "verb"
        and cue.readings[0][0] in _LESS
        and _ENDS_PERSONS.get(words.lemma[cue.word], persons) == persons
    ]
    barred = [i for i in inside if words.tag[i] == "ADJD" and words.lemma[i] in _BARRED]
    ends = {_stem(_whole_verb(words, cue.words)) for cue in ending} | {_stem(words.lemma[i]) for i in barred}
    bare = [i for i in objects if not _limits(words.lemma[i])]
    nominal = [i for i in objects if limited and _limits(words.lemma[i]) and not _has_verb(words, inside)]
    if nominal:  # `Abschaffung der Maut`, without a verb
        ends |= {_stem(words.lemma[i]) for i in nominal}
        objects, limited = [*bare, *limited], set()
    acts = {_stem(words.lemma[i]) for i in inside if _does(words, i)} - ends
    denied = any(first in inside and words.lower[first] != "ohne" for first, _ in negators)
    found = {
        END: frozenset(ends),
        OBJECT: _stems(words, [i for i in objects if i not in limited]),
        LIMITED: _stems(words, sorted(limited)),
        ACT: frozenset(acts),
        SETTING: _stems(words, [i for i in settings if i not in limited]),
    }
    fewer = [i for i in inside if words.lower[i] == "weniger" and words.tag[i] in ("PIAT", "PIS")]
    less = (len(ending) + len(barred) + len(nominal) + len(fewer)) % 2 == 1
    keeps = any(words.lower[i] in _KEEPS or words.lemma[i] in _KEEPS for i in inside)
    return Thesis(tuple((part, found[part]) for part in PARTS), -1 if less != denied else 1, denied, keeps)


def _clause(words: Words, sentences: Sequence[tuple[int, int]]) -> Clause | None:
    """Return the clause that says what is wanted: `…, dass X`, or the main clause."""
    clauses = [clause for first, stop in sentences for clause in find_clauses(words, first, stop)]
    that = (c for c in clauses if c.kind == COMPLEMENT and {"dass", "daß"} & {words.lower[i] for i in c.words[:2]})
    return next(that, None) or next((c for c in clauses if c.kind == MAIN), clauses[0] if clauses else None)


def _nouns(words: Words, clause: Clause) -> tuple[list[int], list[int]]:
    """Divide the nouns of a clause into what it is about and the rest: who does it, and what stands in prepositions."""
    inside = clause.words
    bare: list[int] = []
    rest: list[int] = []
    for i, in_preposition in _by_preposition(words, inside):
        (rest if in_preposition else bare).append(i)
    agents = _agents(words, clause, bare)
    objects = [i for i in bare if i not in agents]
    if not objects:
        objects, rest, agents = (rest, agents, []) if rest else (agents, rest, [])
    if agents and not _has_verb(words, inside):  # `Freie Marktwirtschaft ist die beste Strategie`
        objects, agents = [*agents, *objects], []
    return objects, [*rest, *agents]


def _by_preposition(words: Words, inside: Sequence[int]) -> Iterator[tuple[int, bool]]:
    """Yield the nouns and whether they hang on a preposition; genitives and lists go with the noun before them."""
    hangs, start = False, inside[0]
    for i in inside:
        if words.tag[i] not in NOUNS:
            continue
        left = i - 1
        while left >= start and words.tag[left] in _IN_PHRASE:
            left -= 1
        before = words.tag[left] if left >= start else ""
        if before in PREPOSITIONS:
            hangs = True
        elif not (before in ("KON", "$,") or (before in NOUNS and words.lower[left + 1] in GENITIVES)):
            hangs = False
        yield i, hangs


def _agents(words: Words, clause: Clause, bare: Sequence[int]) -> list[int]:
    """Return the nouns of the subject where it is the one who acts: not in the passive, nor in `es gibt`."""
    inside = clause.words
    lemmas, tags = {words.lemma[i] for i in inside}, {words.tag[i] for i in inside}
    if ("VVPP" in tags and lemmas & _BY) or ("geben" in lemmas and "es" in {words.lower[i] for i in inside}):
        return []
    finite = next((i for i in inside if words.tag[i] in FINITE), None)
    if finite is None:
        return []
    first = next((i for i in inside if words.tag[i] != "$("), finite)
    if clause.kind != MAIN:
        return list(bare[:1])
    if words.tag[first] in PREPOSITIONS:
        return [i for i in bare if i > finite][:1]
    return [i for i in bare if i < finite]


def _has_verb(words: Words, inside: Sequence[int]) -> bool:
    return any(words.tag[i].startswith("VV") for i in inside)


def _does(words: Words, i: int) -> bool:
    """Tell whether a word says what is done: a verb that says more than that something is, or an adverb."""
    return (words.tag[i].startswith("VV") and words.lemma[i] not in _WIDE) or words.tag[i] == "ADJD"


def _stems(words: Words, nouns: Sequence[int]) -> frozenset[str]:
    return frozenset(_stem(words.lemma[i]) for i in nouns if words.lemma[i] not in _WIDE)


def _whole_verb(words: Words, of: Sequence[int]) -> str:
    """Return a verb with its separated prefix: `lehnt … ab` is `ablehnen`."""
    verb = next(i for i in of if words.tag[i].startswith("V"))
    prefix = next((i for i in of if words.tag[i] == "PTKVZ"), None)
    return words.lemma[verb] if prefix is None else words.lower[prefix] + words.lemma[verb]


def _limits(lemma: str) -> bool:
    """Tell whether a noun ends or limits what hangs on it: `Begrenzung der Verschuldung`, `Hürden für X`."""
    found = noun_readings(lemma)
    return found is not None and found[0] == "shifter"


@lru_cache(maxsize=200_000)
def _stem(lemma: str) -> str:
    """Return the stem of a word (Snowball, by nltk)."""
    return str(_stemmer().stem(lemma.lower()))


@lru_cache(maxsize=1)
def _stemmer():  # type: ignore[no-untyped-def]  # nltk has no types
    from nltk.stem.snowball import GermanStemmer

    return GermanStemmer()


def _akin(stem: str, stems: frozenset[str], derived: bool) -> bool:
    """Tell whether a stem is of the family of one of these: the same, in a compound, or with another vowel.

    Examples
    --------
    >>> _akin("verbot", frozenset({"verbiet"}), True), _akin("verbot", frozenset({"verbiet"}), False)
    (True, False)
    """
    if (
        stem in stems
        or stem.rpartition("-")[2] in stems
        or any(
            (len(other) >= _SHORT and (stem.startswith(other) or stem.endswith(other)))
            or (len(stem) >= _SHORT and (other.startswith(stem) or other.endswith(stem)))
            for other in stems
        )
    ):
        return True
    bones = _bones(stem)
    return derived and len(bones) >= _BONES and any(bones == _bones(other) for other in stems)


def _bones(stem: str) -> str:
    """Return a stem without the vowels that ablaut and umlaut change: `ausstieg`, `aussteig`."""
    return stem[:1] + _VOWELS.sub("", stem[1:])


__all__ = ["ACT", "END", "LIMITED", "OBJECT", "SETTING", "Thesis", "read_thesis"]
