"""Concession: what a text grants to the other side before, or after, it speaks against it.

A text is taken as units (clauses or sentences). A unit is conceded

- if it says so itself: `zwar`, `obwohl`, `natürlich` at its head, `es mag sein`, or the voice of
  others (`Kritiker meinen`);
- if what follows turns against it: the next unit has `aber`, `doch`, `trotzdem` at its head, or
  `aber` inside the same sentence;
- with a unit that is conceded, if it only carries that on (`denn …`, `und …`).

`allerdings`, `jedoch`, and `aber` inside a sentence of its own, look back only while no demand or
conclusion has been made; after that they bring an objection, and the unit itself is conceded.
"""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from stimmlage.analysis import Analysis
from stimmlage.document import Span
from stimmlage.errors import OptionError
from stimmlage.language.closed_classes import ADVERSATIVES
from stimmlage.language.lexicon import PhraseIndex, lexicon
from stimmlage.language.lexicon import words as listed
from stimmlage.language.tagsets import NOUNS
from stimmlage.language.words import Words

MECHANISMS = ("grants", "voices", "counters", "objections", "continuation")
_GRANTS: PhraseIndex[str] = PhraseIndex(
    (row["entry"], "grant") for row in lexicon("concessives") if row["category"] == "grant"
)
_SUBORDINATORS: PhraseIndex[str] = PhraseIndex(
    (row["entry"], "subordinator") for row in lexicon("concessives") if row["category"] == "subordinator"
)
_OPENERS = listed("concessives", "opener")
_COUNTERS = listed("concessives", "counter") - {"immerhin", "dagegen", "hingegen"}
_REBUTTING = ADVERSATIVES - {"allerdings", "jedoch"} | {"nichtsdestotrotz", "nichtsdestoweniger"}
_VOICES = listed("concessives", "voice")
_CLAIMS = listed("concessives", "claim")
_CONTINUATIONS = listed("concessives", "continuation")
_PREPOSITIONS = listed("concessives", "preposition")
_THESES = listed("concessives", "thesis")
_INNER = frozenset(("aber", "jedoch", "allerdings"))
_HEAD = 2
_OPENING = 3


class Concession(NamedTuple):
    """A conceded stretch of the reading text, and how it is known to be one."""

    start: int
    end: int
    cue: str


class _Unit(NamedTuple):
    first: int
    stop: int
    head: tuple[str, ...]
    grant: str
    counter: str
    counter_leads: bool
    continues: bool
    thesis: bool
    same_sentence: bool


def find_concessions(analysis: Analysis, without: Collection[str] = ()) -> list[Concession]:
    """Find what a document concedes, clause by clause, and phrases behind `trotz` and the like.

    Parameters
    ----------
    without : collection of str
        Mechanisms to switch off, as in `conceded`.

    Examples
    --------
    >>> from stimmlage.analysis import analyse
    >>> from stimmlage.reading.segmentation import read_text
    >>> text = "Das Bad ist zwar teuer, aber es hilft allen. Kritiker meinen, es sei zu klein."
    >>> [text[c.start : c.end] for c in find_concessions(analyse(read_text(text)))]
    ['Das Bad ist zwar teuer,', 'Kritiker meinen, es sei zu klein.']
    """
    words = analysis.words
    spans = []
    for sentence in analysis.document.sentences:
        cuts = [sentence.first, *_cuts(words, sentence.first, sentence.stop), sentence.stop]
        spans += [(words.start[a], words.end[b - 1]) for a, b in itertools.pairwise(cuts) if a < b]
    cues = conceded(words, spans, without)
    found = [Concession(start, end, cue) for (start, end), cue in zip(spans, cues) if cue]
    if "grants" in without:
        return found
    phrases = (c for c in _phrases(words) if not any(start <= c.start < end for (start, end, _) in found))
    return sorted([*found, *phrases])


def _phrases(words: Words) -> Iterator[Concession]:
    """Yield what stands behind a conceding preposition, up to its noun: `trotz der Kritik`."""
    for i, form in enumerate(words.lower):
        if form in _PREPOSITIONS:
            stop = next((j + 1 for j in range(i + 1, words.stop[i]) if words.tag[j] in NOUNS), i)
            if stop > i:
                yield Concession(words.start[i], words.end[stop - 1], form)


def conceded(words: Words, spans: Sequence[Span], without: Collection[str] = ()) -> list[str]:
    """Say of each unit of a text by which cue it is conceded; empty if it is not.

    Parameters
    ----------
    spans : sequence of (start, end)
        The units of one text, in order.
    without : collection of str
        Mechanisms to switch off: `grants`, `voices`, `counters`, `objections`, `continuation`.
    """
    if unknown := [m for m in without if m not in MECHANISMS]:
        raise OptionError(f"`without` takes {', '.join(map(repr, MECHANISMS))}; not {unknown[0]!r}.")
    units = _units(words, spans, without)
    cues = [unit.grant for unit in units]
    for k, unit in enumerate(units):
        if "counters" not in without and unit.counter and k and not unit.grant:
            _turn(units, cues, k, "objections" not in without)
        before = cues[k - 1] if k else ""
        if before and unit.continues and not cues[k] and not unit.counter and "continuation" not in without:
            cues[k] = before
    return cues


def _turn(units: Sequence[_Unit], cues: list[str], k: int, objections: bool) -> None:
    """Decide what a counter at unit `k` concedes: the units before it, the unit itself, or nothing."""
    unit, first = units[k], k - 1
    while first > 0 and units[first].continues and not units[first].counter:
        first -= 1
    if any(cues[first:k]) or units[first].counter:
        return
    leads = unit.counter_leads and (unit.counter in _REBUTTING or unit.same_sentence)
    opening = not any(u.thesis for u in units[:k]) and k <= _OPENING
    if leads or opening or (unit.same_sentence and unit.counter == "aber"):
        first = 0 if opening and not leads else first
        cues[first:k] = [unit.counter] * (k - first)
    elif objections:
        cues[k] = unit.counter


def _units(words: Words, spans: Sequence[Span], without: Collection[str]) -> list[_Unit]:
    units: list[_Unit] = []
    i, n = 0, len(words)
    for start, end in spans:
        while i < n and words.start[i] < start:
            i += 1
        first = i
        while i < n and words.start[i] < end:
            i += 1
        units.append(_unit(words, first, i, bool(units) and _joined(words, first), without))
    return units


def _joined(words: Words, first: int) -> bool:
    """Tell whether a unit goes on in the sentence of the one before it."""
    return first > 0 and words.tag[first - 1] != "$."


def _unit(words: Words, first: int, stop: int, same_sentence: bool, without: Collection[str]) -> _Unit:
    inner = words.lower[first:stop]
    head = tuple(itertools.islice((w for w in inner if w[0].isalnum()), _HEAD))
    counter, leads = _counter(words, first, stop, head)
    grant = _grant(words, first, stop, head) if "grants" not in without else ""
    if not grant and "voices" not in without:
        grant = _voice(words, first, stop)
    return _Unit(
        first,
        stop,
        head,
        grant,
        counter,
        leads,
        bool(head) and (head[0] in _CONTINUATIONS or "nämlich" in inner),
        _demands(words, first, stop),
        same_sentence,
    )


def _counter(words: Words, first: int, stop: int, head: tuple[str, ...]) -> tuple[str, bool]:
    """Return the counter of a unit and whether it leads; not in questions and not in reasons (`da aber`)."""
    if head[:1] and head[0] in _COUNTERS:
        return head[0], True
    inner = words.lower[first:stop]
    if _INNER.isdisjoint(inner):
        return "", False
    if "?" in inner or (head[:1] and (head[0] in _CONTINUATIONS or head[0] in ("was", "wer", "wo", "dass"))):
        return "", False
    relative = False
    for i in range(first, stop):
        relative = words.tag[i].startswith("PREL") or (relative and words.tag[i] != "$,")
        if words.lower[i] in _INNER and not relative and words.joint[i] < 0:
            return words.lower[i], False
    return "", False


def _demands(words: Words, first: int, stop: int) -> bool:
    """Tell whether a unit demands or concludes: `sollte`, `daher`, `ist abzulehnen`, `ist nicht zu leisten`."""
    if not _THESES.isdisjoint(words.lower[first:stop]):
        return True
    tags = [tag for tag in words.tag[first:stop] if tag[0] != "$"][-2:]
    modal = tags == ["PTKZU", "VVINF"] or tags[1:] == ["VVIZU"]
    return (
        modal and not {"ist", "sind"}.isdisjoint(words.lower[first:stop]) and "," not in words.lower[first : stop - 1]
    )


def _grant(words: Words, first: int, stop: int, head: tuple[str, ...]) -> str:
    """Return the words by which a unit concedes itself."""
    if head[:1] and head[0] in _OPENERS:
        return head[0]
    if head[:1] == ("ja",) and _next_counters(words, stop):
        return "ja"
    lower = words.lower[first:stop]
    for a, b, _ in _GRANTS.find(lower, lower):
        if lower[max(a - 1, 0) : b] != ["und", "zwar"]:  # `und zwar` only adds something
            return " ".join(lower[a:b])
    for a, b, _ in _SUBORDINATORS.find(lower, lower):
        if a <= 1:
            return " ".join(lower[a:b])
    return ""


def _next_counters(words: Words, stop: int) -> bool:
    return any(w in _COUNTERS for w in words.lower[stop : stop + 2])


def _voice(words: Words, first: int, stop: int) -> str:
    """Return who else is speaking: `Kritiker führen an, dass …`, `Manche meinen …`."""
    for i in range(first, min(first + 3, stop)):
        if words.lower[i] in _VOICES or (
            words.tag[i] == "NN" and words.lower[i].endswith(("gegner", "kritiker", "eltern"))
        ):
            for j in range(i + 1, min(i + 4, stop)):
                if words.lower[j] in _CLAIMS:
                    return f"{words.word[i]} {words.word[j]}"
    return ""


def _cuts(words: Words, first: int, stop: int) -> list[int]:
    """Return where a sentence falls into units: at commas before a counter, a reason, a concession, and behind
    one at its head."""
    cuts = []
    opened = words.lower[first] in _SINGLE_SUBORDINATORS or words.lower[first : first + 2] in _PAIRED_SUBORDINATORS
    for i in range(first + 1, stop):
        if words.tag[i - 1] != "$," or words.joint[i] >= 0:
            continue
        counters = words.lower[i] in _COUNTERS or words.lower[i] in _SINGLE_SUBORDINATORS
        if (
            counters
            or words.lower[i] in _CONTINUATIONS
            or words.lower[i : i + 2] in _PAIRED_SUBORDINATORS
            or (opened and words.tag[i].endswith("FIN"))
        ):
            cuts.append(i)
    return cuts


_SINGLE_SUBORDINATORS = frozenset(p for p in listed("concessives", "subordinator") if " " not in p)
_PAIRED_SUBORDINATORS = [p.split() for p in listed("concessives", "subordinator") if p.count(" ") == 1]
