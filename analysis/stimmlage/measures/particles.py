"""Particles: in which contexts ja, doch, eben, halt, wohl, schon and their like are modal particles."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from stimmlage.language.closed_classes import DEMONSTRATIVES
from stimmlage.language.lexicon import PhraseIndex, lexicon
from stimmlage.language.words import Words

_PARTICLES: PhraseIndex[tuple[str, str, str]] = PhraseIndex(
    (row["entry"], (row["category"], row.get("context", ""), row.get("otherwise", ""))) for row in lexicon("particles")
)
_AFTER_EBEN = DEMONSTRATIVES | {"noch", "erst"}
_AFTER_SCHON = frozenset(
    "seit vor bald jetzt heute gestern morgen früh früher lange länger immer im am nach bei wieder einmal mehrfach "
    "zuvor damals längst mehrmals oft allein wegen ab in zum beim 1".split()
)
_BEFORE_MAL = frozenset({"jedes", "dieses", "viele"}) | {
    stem + e for stem in ("erste", "zweite", "nächste", "letzte") for e in ("", "n")
}


def find_particles(words: Words, questions: frozenset[int] = frozenset()) -> Iterator[tuple[int, int, str]]:
    """Yield `(first, stop, category)` of each particle (`focus` for focus particles); `questions` are the
    words of questions.

    Examples
    --------
    >>> from stimmlage.language.tagging import tag
    >>> from stimmlage.reading.segmentation import read_text
    >>> words = tag(read_text("Ja, das ist ja wahr. Doch er kommt doch."))
    >>> [words.start[first] for first, _, _ in find_particles(words)]
    [12, 35]
    """
    for first, stop, (category, context, otherwise) in _PARTICLES.find(words.lower, words.lower, words.stop):
        if not context or _RULES[context](words, first, stop, questions):
            yield first, stop, category
        elif otherwise and words.tag[first] == "ADV":
            yield first, stop, otherwise


def _inner(words: Words, i: int, stop: int, questions: frozenset[int]) -> bool:
    """Not at the head of a clause, and not before a mark that makes it an answer."""
    return i > 0 and words.tag[i - 1][0] != "$" and words.word[i - 1][-1].isalnum()


def _next(words: Words, stop: int) -> str:
    return words.lower[stop] if stop < len(words) else ""


def _ja(words: Words, i: int, stop: int, questions: frozenset[int]) -> bool:
    return (
        _inner(words, i, stop, questions)
        and words.word[i].islower()
        and _next(words, stop) not in (",", ".", "!", "“", "zu")
    )


def _eben(words: Words, i: int, stop: int, questions: frozenset[int]) -> bool:
    copula = "sein" in words.lemma[max(i - 6, 0) : i]
    flat = copula and _next(words, stop) in (".", ",") and words.lemma[max(i - 1, 0)] == "sein"
    particle = words.tag[i] == "ADV" and _next(words, stop) not in _AFTER_EBEN
    return _inner(words, i, stop, questions) and particle and not flat  # `der Boden ist eben`


def _adverb(words: Words, i: int, stop: int, questions: frozenset[int]) -> bool:
    return _inner(words, i, stop, questions) and words.tag[i] == "ADV"


def _halt(words: Words, i: int, stop: int, questions: frozenset[int]) -> bool:
    """Not `macht halt`."""
    return _adverb(words, i, stop, questions) and "machen" not in words.lemma[max(i - 6, 0) : i]


def _degree(words: Words, i: int, stop: int, questions: frozenset[int]) -> bool:
    return (
        stop < len(words)
        and words.tag[i] not in ("PTKZU", "APPR", "PTKVZ")
        and words.tag[stop] in ("ADJD", "ADJA", "ADV")
    )


def _wohl(words: Words, i: int, stop: int, questions: frozenset[int]) -> bool:
    following = _next(words, stop)
    return (
        _adverb(words, i, stop, questions)
        and words.lower[i - 1] not in ("sehr", "so", "sowohl")
        and not following.startswith(("fühl", "gefühlt", "ergeh", "tu"))
    )


def _schon(words: Words, i: int, stop: int, questions: frozenset[int]) -> bool:
    if not _adverb(words, i, stop, questions) or stop >= len(words):
        return False
    return words.tag[stop] != "CARD" and words.lower[stop] not in _AFTER_SCHON


def _mal(words: Words, i: int, stop: int, questions: frozenset[int]) -> bool:
    before = words.lower[i - 1] if i else ""
    return words.word[i] == "mal" and bool(before) and words.tag[i - 1] != "CARD" and before not in _BEFORE_MAL


def _in_question(words: Words, i: int, stop: int, questions: frozenset[int]) -> bool:
    return i in questions and _inner(words, i, stop, questions)


def _wish(words: Words, i: int, stop: int, questions: frozenset[int]) -> bool:
    """`Wie konnte das nur geschehen?`: in questions for a detail."""
    if not _in_question(words, i, stop, questions):
        return False
    first = i
    while first - 1 in questions:
        first -= 1
    return words.tag[first].startswith("PW")


def _ruhig(words: Words, i: int, stop: int, questions: frozenset[int]) -> bool:
    return _inner(words, i, stop, questions) and "VMFIN" in words.tag[max(i - 4, 0) : i]


_RULES: dict[str, Callable[[Words, int, int, frozenset[int]], bool]] = {
    "inner": _inner,
    "adverb": _adverb,
    "degree": _degree,
    "ja": _ja,
    "doch": _inner,
    "eben": _eben,
    "halt": _halt,
    "wohl": _wohl,
    "schon": _schon,
    "mal": _mal,
    "denn": _in_question,
    "question": _in_question,
    "nur": _wish,
    "ruhig": _ruhig,
}
