"""Doubt without a word of doubt: that something can be done (`lässt sich nicht machen`), or helps (`löst nichts`)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from stimmlage.language.lexicon import words as entries
from stimmlage.language.verbs import full_lemma
from stimmlage.language.words import Words
from stimmlage.measures.stance.subject import is_subject

_DENYING = entries("word_classes", "denying")
_SCARCELY = entries("word_classes", "scarcely")
_NOBODY = frozenset(("niemand", "keiner", "man"))
_NO = ("kein", "keinerlei")
_INFINITIVES = ("VVINF", "VVIZU", "VAINF")
_DOUBTING = entries("word_classes", "doubting")


@lru_cache(maxsize=8)
def _verbs(category: str) -> frozenset[str]:
    return entries("stance_effects", category)


def doubting(words: Words, clause: Sequence[int], first: int, stop: int, bare: bool) -> int | None:
    """Return the verb of a clause by which it doubts what stands from word `first` up to `stop`; None if it does not.

    `bare` says that the phrase hangs on no preposition.
    """
    if not bare or not clause:
        return None
    subject = is_subject(words, clause, first, stop)
    if (verb := _failing(words, clause)) is not None:
        return verb if subject else None
    if not any(_denies(words, i) for i in clause if not first <= i < stop):
        return None
    verbs = [i for i in clause if words.tag[i][0] == "V"]
    full = next((i for i in reversed(verbs) if words.tag[i][:2] == "VV" and words.lemma[i] != "lassen"), None)
    if full is None:
        return None
    lemma = full_lemma(words, full)
    if lemma in _verbs("carry_out") and words.tag[full] in _INFINITIVES and _is_possible(words, clause, full, subject):
        return full
    active = not any(words.lemma[i] == "werden" for i in verbs) or words.tag[full] in _INFINITIVES
    return full if subject and active and lemma in _verbs("effect") else None


def concerns_nobody(words: Words, clause: Sequence[int]) -> bool:
    """Tell whether a clause denies of everybody: `niemand kann X bezahlen` refuses nothing."""
    return any(words.lower[i] in _NOBODY for i in clause)


def whether_doubted(words: Words, governor: Sequence[int]) -> int | None:
    """Return the word by which a clause doubts the *ob* clause under it; None if it only leaves it open."""
    return next((i for i in governor if words.lemma[i] in _DOUBTING), None)


def _is_possible(words: Words, clause: Sequence[int], full: int, subject: bool) -> bool:
    """Tell whether a clause speaks of what can be done: `können`, `sich … lassen`, `ist … zu …`."""
    lemmas = {words.lemma[i] for i in clause if words.tag[i][0] == "V"}
    if "können" in lemmas:
        return not subject
    if "lassen" in lemmas:
        return subject and any(words.lower[i] == "sich" for i in clause)
    infinitive = words.tag[full] == "VVIZU" or (full > 0 and words.tag[full - 1] == "PTKZU")
    return subject and infinitive and "sein" in lemmas


def _denies(words: Words, i: int) -> bool:
    lower = words.lower[i]
    return lower in _DENYING or lower in _SCARCELY or (words.tag[i] in ("PIAT", "ART", "PIS") and lower.startswith(_NO))


def _failing(words: Words, clause: Sequence[int]) -> int | None:
    """Return a verb that says of itself that nothing comes of it."""
    forms = [words.lower[i] for i in clause]
    for i in clause:
        if words.tag[i][0] != "V":
            continue
        lemma = full_lemma(words, i)
        for entry in _verbs("no_effect"):
            *before, verb = entry.split()
            if verb == lemma and all(form.lower() in forms for form in before):
                return i
    return None
