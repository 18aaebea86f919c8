"""The subjunctive of reported speech: Konjunktiv I, and the Konjunktiv II forms that stand in for it."""

from __future__ import annotations

from collections.abc import Iterator

from stimmlage.analysis import Analysis
from stimmlage.language.clauses import stretch_at
from stimmlage.language.closed_classes import CONDITIONALS
from stimmlage.language.lexicon import in_order
from stimmlage.language.lexicon import words as entries
from stimmlage.language.tagsets import CLAUSAL
from stimmlage.language.verbs import mood
from stimmlage.language.words import Words

_CONDITIONS = CONDITIONALS | {"sonst", "ansonsten", "andernfalls", "ob"}
_UNREAL = entries("word_classes", "unreal")
_NOMINAL = frozenset(("PPER", "ART", "NE", "NN", "PDS", "PPOSAT", "PIS"))
_GUESSES = in_order("word_parts", "guess")
_INFINITIVES = frozenset(("VMINF", "VMPP"))


def find_reported(analysis: Analysis) -> Iterator[int]:
    """Yield the finite verbs whose subjunctive says that somebody else is speaking."""
    words, inside = analysis.words, _Inside(analysis)
    before = False
    for sentence in analysis.document.sentences:
        first, stop = sentence.first, sentence.stop
        verbs = [i for i in range(first, stop) if words.tag[i] in CLAUSAL and words.lower[i] == words.word[i]]
        moods = {i: mood(words, i) for i in verbs}
        own = [i for i in verbs if moods[i] == "subjunctive1" and not _wish(words, i, first)]
        yield from own
        others = [i for i in verbs if moods[i] == "subjunctive2" and _may_stand_in(words, i, first, stop)]
        if others and not _conditional(words, first, stop):
            for i in others:
                told = own or (
                    (before or inside(i)) and (words.lower[i].endswith("n") or _in_told_clause(words, i, first))
                )
                if (told and _stands_in(words, i, first)) or _told_perfect(words, i, first, stop):
                    yield i
        before = bool(own)


class _Inside:
    """Tells whether a word lies in indirect speech."""

    def __init__(self, analysis: Analysis) -> None:
        self._starts = analysis.words.start
        self._spans = [(p.start, p.end) for p in analysis.passages if p.mode in ("indirect", "indirect_free_indirect")]

    def __call__(self, i: int) -> bool:
        place = self._starts[i]
        return any(start <= place < end for start, end in self._spans)


def _wish(words: Words, i: int, first: int) -> bool:
    """Subjunctives that report nothing: `es sei denn`, `…, sei es heute oder morgen`, `als habe er …`."""
    before = words.lower[i - 1] if i > first else ""
    after = words.lower[i + 1] if i + 1 < len(words) else ""
    if before == "als" or (before == "man" and i == first + 1 and words.tag[i] == "VVFIN"):
        return True
    if words.lower[i] != "sei":
        return False
    fixed = (
        (before, after) == ("es", "denn")
        or before == "gott"
        or (before == "auch" and "wie" in words.lower[max(i - 4, first) : i])
    )
    return (
        fixed
        or (after == "es" and (not before.isalnum() or before in ("oder", "und")))
        or "dahingestellt" in words.lower[i : i + 3]
    )


def _in_told_clause(words: Words, i: int, first: int) -> bool:
    """A clause behind a comma, with `dass` or with its subject first: `sagte, er hätte …`."""
    start = stretch_at(words, i)[0]
    return words.lower[start] in ("dass", "daß") or (start > first and words.tag[start] in _NOMINAL)


def _may_stand_in(words: Words, i: int, first: int, stop: int) -> bool:
    """Of the modals only the plurals stand in (`könne` is there for `könnte`), and not behind a fear or a guess."""
    if words.tag[i] != "VMFIN" or words.lower[i] in ("müssten", "müßten"):
        return True
    if words.lower[i] != "könnten" or words.tag[stretch_at(words, i)[0]].startswith(("KOUS", "PREL")):
        return False
    return not any(w.startswith(_GUESSES) for w in words.lower[first:stop])


def _stands_in(words: Words, i: int, first: int) -> bool:
    """Konjunktiv II stands in for I where I looks like the indicative, in the plural; else not in relative clauses."""
    if words.lower[i - 1] in _UNREAL or not _UNREAL.isdisjoint(words.lower[i + 1 : i + 4]):
        return False
    if words.lower[i].endswith("n"):
        return True
    j = i
    while j > first and words.tag[j - 1][0] != "$":
        j -= 1
    return (
        not words.tag[j].startswith("PREL")
        and "möglich" not in words.lower[j:i]
        and words.lower[j] not in ("dies", "das")
    )


def _conditional(words: Words, first: int, stop: int) -> bool:
    return not _CONDITIONS.isdisjoint(words.lower[first:stop]) or words.tag[first] in CLAUSAL


def _told_perfect(words: Words, i: int, first: int, stop: int) -> bool:
    """`Die Partner hätten den Plan verworfen`: a perfect without condition or modal verb is told, not imagined."""
    near = words.lower[max(i - 1, first) : i + 2]
    if words.lower[i] not in ("hätten", "wären") or "wir" in near or "als" in near:
        return False
    for j in range(i + 1, stop):
        if words.tag[j] in _INFINITIVES or words.lower[j] in _UNREAL or words.tag[j] == "VVINF":
            return False
        if words.tag[j] == "VVPP":
            return True
    return False
