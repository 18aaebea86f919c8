"""The reading of a modal verb: epistemic, reportive, expected, deontic or dynamic."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache
from math import fsum

from stimmlage.analysis import Analysis
from stimmlage.language.lexicon import lexicon
from stimmlage.language.lexicon import words as entries
from stimmlage.language.words import Words
from stimmlage.measures.modal_frame import Frame, frame

MECHANISMS = ("form", "subject", "infinitive", "word", "asks", "report")
"""Kinds of signs; the first five are how the entries of the list `modal_signs` begin."""

_REPORT_WEIGHT = 4.0
_THIRD = frozenset(("he", "she", "it", "noun", "they"))
_TOLD = entries("word_classes", "told")
_PLANNED = entries("modal_contexts", "planned")
_OUTLOOKS = entries("modal_contexts", "outlook")
_INFERRED = entries("modal_contexts", "inferred")
_EASE = entries("modal_contexts", "ease")
_CHANCE = entries("modal_contexts", "chance")


def reading(words: Words, i: int) -> str:
    """Name the reading of the modal verb `i`.

    `ep`: the writer concludes (`dürfte stimmen`, `muss gewesen sein`); `reportive`: others say so
    (`soll gesagt haben`, `will gesehen haben`); `expected`: it is planned, fated or asked
    (`Er sollte um vier kommen`, `Was soll das?`), which English corpora count as epistemic;
    `de`: duty or permission; `dy`: ability or will.

    Examples
    --------
    >>> from stimmlage.language.tagging import tag
    >>> from stimmlage.reading.segmentation import read_text
    >>> document = read_text("Er soll gelogen haben. Er soll zahlen.")
    >>> words = tag(document)
    >>> [reading(words, i) for i in (1, 6)]
    ['reportive', 'de']
    """
    around = frame(words, i)
    weight = _weight(words, around)
    if around.lemma in ("sollen", "wollen") and _is_report(words, around):
        return "reportive"
    if around.lemma == "sollen" and around.infinitive == "perfect" and _is_requirement(words, around):
        return "de"
    if around.lemma == "können" and around.infinitive == "perfect" and around.form == "present":
        return "ep"  # `er kann nicht hier gewesen sein`
    if weight > 0:
        return "expected" if around.lemma == "sollen" and not _is_inference(words, around) else "ep"
    return "dy" if around.lemma in ("wollen", "mögen", "können", "werden") and not _permits(around) else "de"


def epistemic(words: Words, i: int, without: Collection[str] = ()) -> float:
    """Return how much speaks for a reading that is neither deontic nor dynamic; above 0 is more than against.

    `without` are kinds of signs to leave out, of `MECHANISMS`.
    """
    around = frame(words, i)
    report = "report" not in without and around.lemma in ("sollen", "wollen") and _is_report(words, around)
    return _weight(words, around, without) + _REPORT_WEIGHT * report


def find_modals(analysis: Analysis) -> Iterator[tuple[int, str]]:
    """Yield each finite modal verb of a document with its reading."""
    words = analysis.words
    tags = words.tag
    for sentence in analysis.document.sentences:
        for i in range(sentence.first, sentence.stop):
            if tags[i] == "VMFIN":
                yield i, reading(words, i)


def signs(words: Words, around: Frame) -> list[str]:
    """List the signs of a clause, as they stand in the list `modal_signs`."""
    found = [f"form={around.form}", f"subject={around.subject}", f"infinitive={around.infinitive}"]
    found += [f"word={w}" for w in set(words.lower[around.first : around.stop])]
    if around.form == "unreal":
        found.append("unreal")
    if around.negated:
        found.append("negated")
    if around.question and around.detail:
        found.append("asks_detail")
    elif around.inverted and around.question:
        past = around.form == "past" and (around.negated or around.subject == "ich")
        found.append("asks_expected" if past else "asks_whether")
        if around.subject in ("ich", "wir", "du", "polite", "ihr"):
            found.append("request")
    if (
        around.subject == "it"
        and around.verb >= 0
        and words.lower[around.verb] in _CHANCE
        and words.lower[around.first] == "es"
    ):
        found.append("maybe")
    return found


def _weight(words: Words, around: Frame, without: Collection[str] = ()) -> float:
    weights, left_out = _weights(), tuple(without)
    return fsum(weights.get((around.lemma, s), 0.0) for s in signs(words, around) if not s.startswith(left_out))


@cache
def _weights() -> dict[tuple[str, str], float]:
    return {(row["category"], row["entry"]): float(row["weight"]) for row in lexicon("modal_signs")}


def _is_report(words: Words, around: Frame) -> bool:
    """`soll` and `will` that pass a claim on: of the past, of a state, or beside `demnach`, `angeblich`."""
    told = around.form == "present" or (around.form == "subjunctive1" and around.lemma == "sollen")
    if not told or around.subject not in _THIRD | {"man"} or around.question:
        return False
    if around.infinitive == "perfect":
        return not _is_requirement(words, around)
    if around.form != "present":
        return False
    if around.lemma == "wollen":
        return False
    clause = words.lower[around.first : around.stop]
    if not _PLANNED.isdisjoint(clause) or around.negated:
        return False
    if around.verb >= 0 and words.lower[around.verb] in _OUTLOOKS:
        return True
    told = not _TOLD.isdisjoint(clause)
    return around.infinitive in ("state", "be") or (told and around.infinitive != "passive")


def _is_requirement(words: Words, around: Frame) -> bool:
    """`Bewerber sollen ein Studium abgeschlossen haben`: of a bare plural, not of somebody who is known."""
    first = around.first
    return words.tag[first] == "NN" and words.lower[first + 1 : first + 2] == ["sollen"]


def _is_inference(words: Words, around: Frame) -> bool:
    """`Das sollte reichen`: a conclusion about a thing."""
    if (
        around.form != "past"
        or around.inverted
        or around.question
        or around.subject not in ("it", "noun")
        or around.verb < 0
    ):
        return False
    if words.lower[around.verb] == "sein":
        return words.lower[around.verb - 1] in _EASE
    return words.lower[around.verb] in _INFERRED


def _permits(around: Frame) -> bool:
    """`Kann ich gehen?`, `du kannst gehen`: können of permission."""
    return (
        around.lemma == "können"
        and around.form == "present"
        and ((around.inverted and around.question) or around.subject == "du")
    )
