"""Contexts in which a word does not simply claim: questions, conditions, concessions, reported speech."""

from __future__ import annotations

from bisect import bisect_left

from stimmlage.analysis import Analysis
from stimmlage.language.clauses import simple_clauses
from stimmlage.language.closed_classes import ADVERSATIVES, CONDITIONALS, DASHES, FOCUS_PARTICLES, SENTENCE_ENDS
from stimmlage.language.lexicon import words as listed
from stimmlage.language.tagsets import CLAUSAL, FINITE
from stimmlage.language.words import Words
from stimmlage.scope.concession import find_concessions

_CONDITIONALS = CONDITIONALS | {"insofern", "vorausgesetzt", "angenommen"}
_SUBORDINATORS = {phrase for phrase in listed("concessives", "subordinator") if " " not in phrase}
_REBUTTING = ADVERSATIVES - {"allerdings"}
_OPENERS = SENTENCE_ENDS | DASHES | {":", "„", "»", "«", "“", '"'}


def find_contexts(analysis: Analysis) -> dict[int, str]:
    """Return the context of each word that has one; a question outweighs a condition, and so on."""
    words = analysis.words
    contexts: dict[int, str] = {}
    _mark_reported(analysis, contexts)
    for sentence in analysis.document.sentences:
        lower = words.lower[sentence.first : sentence.stop]
        if not _SIGNS.isdisjoint(lower) or words.tag[sentence.first] in CLAUSAL:
            _mark_clauses(words, sentence.first, sentence.stop, contexts)
        if "?" in lower:
            _mark_questions(words, sentence.first, sentence.stop, contexts)
    _mark_conceded(analysis, contexts)
    return contexts


def _mark_conceded(analysis: Analysis, contexts: dict[int, str]) -> None:
    words = analysis.words
    for concession in find_concessions(analysis):
        first, stop = bisect_left(words.start, concession.start), bisect_left(words.start, concession.end)
        for start, end in simple_clauses(words, first, stop):
            rebuts = start > first and not _REBUTTING.isdisjoint(words.lower[start:end])
            for i in range(start, end) if not rebuts else ():
                contexts.setdefault(i, "concession")


_SIGNS = _CONDITIONALS


def _mark_reported(analysis: Analysis, contexts: dict[int, str]) -> None:
    i, n = 0, len(analysis.words)
    starts = analysis.words.start
    for passage in analysis.passages:
        while i < n and starts[i] < passage.end:
            if passage.mode != "narration":
                contexts[i] = "reported"
            i += 1


def _mark_questions(words: Words, first: int, stop: int, contexts: dict[int, str]) -> None:
    for i in range(first, stop):
        if words.lower[i] == "?":
            j = i - 1
            while j >= first and words.lower[j] not in _OPENERS:
                contexts[j] = "question"
                j -= 1


def _mark_clauses(words: Words, first: int, stop: int, contexts: dict[int, str]) -> None:
    parts = simple_clauses(words, first, stop)
    for number, (start, end) in enumerate(parts):
        context = _context(words, start, end)
        if not context and number == 0 and words.tag[start] in CLAUSAL and _verb_first(words, parts):
            context = "conditional"
        for i in range(start, end) if context else ():
            contexts[i] = context


def _context(words: Words, start: int, end: int) -> str:
    """Tell whether the first words of a clause open a condition; `auch wenn` concedes."""
    head = words.lower[start : min(start + 3, end)]
    for k, form in enumerate(head):
        if form in _CONDITIONALS:
            even = (k and head[k - 1] in FOCUS_PARTICLES) or head[k + 1 : k + 2] == ["auch"]
            return "" if even else "conditional"
        if form in _SUBORDINATORS or words.tag[start + k] in FINITE | {"NN"}:
            break
    return ""


def _verb_first(words: Words, parts: list[tuple[int, int]]) -> bool:
    """`Kommt er, so ist das gut`: verb first, and the main clause begins with its verb or with so/dann."""
    if len(parts) < 2:
        return False
    start = parts[1][0]
    return words.tag[start] in CLAUSAL or words.lower[start] in ("so", "dann")
