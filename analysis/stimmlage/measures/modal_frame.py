"""What stands around a modal verb: its form, its subject, its infinitive, the kind of question."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from stimmlage.language.clauses import stretch_at
from stimmlage.language.lexicon import words as listed
from stimmlage.language.tagsets import NOUNS, PARTICIPLES
from stimmlage.language.words import Words

_LEMMAS = {
    "konn": "können",
    "könn": "können",
    "kann": "können",
    "muss": "müssen",
    "muß": "müssen",
    "müss": "müssen",
    "müß": "müssen",
    "soll": "sollen",
    "darf": "dürfen",
    "durf": "dürfen",
    "dürf": "dürfen",
    "mag": "mögen",
    "moch": "mögen",
    "möch": "mögen",
    "mög": "mögen",
    "will": "wollen",
    "woll": "wollen",
    "wird": "werden",
    "werd": "werden",
}
_SUBJECTS = {
    "ich": "ich",
    "wir": "wir",
    "du": "du",
    "ihr": "ihr",
    "er": "he",
    "es": "it",
    "das": "it",
    "dies": "it",
    "man": "man",
    "alles": "it",
    "nichts": "it",
    "was": "it",
    "jeder": "noun",
    "niemand": "noun",
    "keiner": "noun",
}
_SUBJECT_TAGS = frozenset(("PPER", "PIS", "PDS", "PWS", "PRELS", "ART"))
_STATES = listed("modal_infinitives", "state")
_HAPPENINGS = listed("modal_infinitives", "happen")
_OPINIONS = listed("modal_infinitives", "opinion")
_MOVES = listed("modal_infinitives", "perfect with sein")


_INFINITIVES = frozenset(("VVINF", "VAINF"))
_MISTAGGED = _STATES | {"haben", "sein", "werden"}
_OPENERS = ("KOUS", "PREL", "PW", "KOUI")


class Frame(NamedTuple):
    """The clause of a modal verb, as far as its reading depends on it.

    `form` is present, past, subjunctive1, subjunctive2 or infinitive; `infinitive` is perfect, passive, be, state,
    happens, opinion, action or none, and `verb` the place of that infinitive (-1 for none).
    """

    lemma: str
    form: str
    subject: str
    infinitive: str
    verb: int
    first: int
    stop: int
    question: bool
    detail: bool
    inverted: bool
    negated: bool


@lru_cache(maxsize=2000)
def modal_form(word: str, finite: bool) -> tuple[str, str]:
    """Return the infinitive and the form of a modal verb in lower case: `müßten` is `müssen`, `subjunctive2`.

    Examples
    --------
    >>> modal_form("müßten", True), modal_form("könne", True), modal_form("sollte", True)
    (('müssen', 'subjunctive2'), ('können', 'subjunctive1'), ('sollen', 'past'))
    """
    lemma = next((name for stem, name in _LEMMAS.items() if word.startswith(stem)), "")
    if not finite:
        return lemma, "infinitive"
    if ("t" in word[3:] and not word.endswith(("st", "ßt"))) or word.endswith(("test", "tet")):
        kind = "past"
        if word[1] in "öü" and word[2:] not in ("nnt", "rft"):
            kind = "subjunctive2"
        return lemma, "present" if word in ("sollt", "wollt", "könnt", "dürft", "müsst", "müßt") else kind
    if word in ("könne", "müsse", "solle", "dürfe", "möge", "wolle", "müße"):
        return lemma, "subjunctive1"
    return lemma, "present"


def frame(words: Words, i: int) -> Frame:
    """Read off what stands around the modal verb `i` in its sentence."""
    stop = words.stop[i]
    start, end = _clause(words, i, stop)
    finite = words.tag[i].endswith("FIN")
    lemma, form = modal_form(words.lower[i], finite)
    if not finite and any(w.startswith("hätt") for w in words.lower[start:i]):
        form = "unreal"
    infinitive, verb = _infinitive(words, i, start, end)
    question = "?" in words.lower[i:stop]
    return Frame(
        lemma,
        form,
        _subject(words, i, start, end),
        infinitive,
        verb,
        start,
        end,
        question,
        any(words.tag[j].startswith("PW") for j in range(start, i)),
        i - start <= _leading(words, start, i),
        "nicht" in words.lower[start:end],
    )


def _leading(words: Words, start: int, i: int) -> int:
    """Count the words before the verb that do not take the first place of the clause."""
    return sum(words.tag[j] in ("KON", "ITJ", "PTKANT") for j in range(start, i))


def _clause(words: Words, i: int, stop: int) -> tuple[int, int]:
    """The clause reaches to the next mark, and over a mark behind which the infinitive still follows."""
    start, end = stretch_at(words, i)
    while end < stop and _goes_on(words, i, end, stop):
        end = stretch_at(words, end + 1)[1]
    return start, end


def _goes_on(words: Words, i: int, comma: int, stop: int) -> bool:
    """Behind the comma of an enumeration the infinitive is still to come: `sollen Anna, Otto und Eva fahren`."""
    if words.tag[comma] != "$," or comma + 1 >= stop or words.tag[comma + 1].startswith(_OPENERS):
        return False
    if any(words.tag[j] in _INFINITIVES for j in range(i + 1, comma)) or words.tag[comma + 1] not in (
        "NN",
        "NE",
        "ADJA",
        "ART",
    ):
        return False
    return (
        i + 1 < comma
        and words.tag[comma - 1] in NOUNS
        and not any(words.tag[j].endswith("FIN") for j in range(i + 1, comma))
    )


def _subject(words: Words, i: int, start: int, end: int) -> str:
    """Name the subject: a pronoun next after the verb, else the nearest before it, else a noun."""
    if words.lower[i].endswith("st"):
        return "du"
    plural = words.lower[i].endswith("en")
    last = end - 1 <= i or words.tag[i - 1][:2] in ("VV", "VA") if i > start else False
    around = [*range(i - 1, max(i - 2, start - 1), -1), *range(i + 1, min(i + 3, end)), *range(i - 2, start - 1, -1)]
    order: Sequence[int] = range(start, i) if last else around
    for j in order:
        lower, tag = words.lower[j], words.tag[j]
        if lower == "sie":
            return _sie(words, i, j, start)
        if lower in ("die", "der") and tag in ("PDS", "PRELS"):
            return "noun"
        if (
            lower in _SUBJECTS
            and plural == (lower == "wir")
            and ((tag in _SUBJECT_TAGS and (tag != "ART" or j + 1 == i)) or lower in ("ich", "wir", "du", "man", "er"))
        ):
            return _SUBJECTS[lower]
        if tag in NOUNS and not last:
            return "noun"
    return "noun"


def _sie(words: Words, i: int, j: int, start: int) -> str:
    """`Sie` is polite where it has its capital inside the sentence; at its head a plural is left open (`they`)."""
    if not words.lower[i].endswith("en"):
        return "she"
    return "polite" if words.word[j] == "Sie" and j > start else "they"


def _infinitive(words: Words, i: int, start: int, end: int) -> tuple[str, int]:
    """Name the kind of the infinitive that goes with the modal: after it, or before it in a dependent clause."""
    for j in (*range(end - 1, i, -1), *range(i - 1, start - 1, -1)):
        tag = words.tag[j]
        if tag in _INFINITIVES or (j > i and words.lower[j] in _MISTAGGED):
            return _kind(words, j, start), j
    return "none", -1


def _kind(words: Words, j: int, start: int) -> str:
    verb, before = words.lower[j], words.lower[j - 1] if j > start else ""
    participle = j > start and words.tag[j - 1] in PARTICIPLES
    if verb == "haben" and j > start and words.tag[j - 1].startswith("VV"):
        return "perfect"
    if verb == "sein":
        if before in ("worden", "gewesen", "geworden") or (participle and before.endswith(tuple(_MOVES))):
            return "perfect"
        return "be"
    if verb == "werden":
        return "passive" if participle else "state"
    if verb in _OPINIONS:
        return "opinion"
    if verb in _HAPPENINGS:
        return "happens"
    return "state" if verb in _STATES else "action"
