"""The clauses of a sentence: a light split that is good enough for scope, `dass` clauses and relative clauses.

`clauses(words, first, stop)` returns the clauses of the sentence `words[first:stop]` in the order in which
they begin. Each has a `kind`:

- `main`: the verb second, or first after a clause or quote that takes the first place
- `verb_first`: a question, a command, or a condition without `wenn` that begins the sentence with its verb
- `subordinate`: begins with a conjunction (`dass`, `weil`, `wenn`, `ob`)
- `relative`: begins with a relative pronoun
- `question`: an indirect question (`wie`, `warum`, `wer` …)
- `infinitive`: with `zu`
- `fragment`: no verb of its own and nothing that it goes on with

A clause that others interrupt has several spans. `parent` is the clause that it depends on.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import NamedTuple

from stimmlage.language.closed_classes import QUOTATION_MARKS
from stimmlage.language.tagsets import CLAUSAL, INFINITIVES, PREPOSITIONS, QUESTION_WORDS, RELATIVES
from stimmlage.language.words import Words

_LEADING = frozenset({"KON", "ADV", "KOKOM", "PTKNEG"})
_DEPENDENT = frozenset({"subordinate", "relative", "question", "infinitive"})


class Clause(NamedTuple):
    """A clause: token ranges `spans`, the conjunction or pronoun `opener` and the finite verb `finite` (or -1)."""

    kind: str
    spans: tuple[tuple[int, int], ...]
    opener: int
    finite: int
    parent: int

    @property
    def first(self) -> int:
        """Where the clause begins."""
        return self.spans[0][0]

    @property
    def stop(self) -> int:
        """Where the clause ends."""
        return self.spans[-1][1]

    def __contains__(self, i: object) -> bool:
        """Tell whether the token `i` is in the clause itself, not in one that interrupts it."""
        return isinstance(i, int) and any(first <= i < stop for first, stop in self.spans)


@dataclass(slots=True)
class _Open:
    """A clause while it is being put together."""

    kind: str
    spans: list[tuple[int, int]]
    opener: int
    finite: int
    parent: int

    @property
    def stop(self) -> int:
        return self.spans[-1][1]


def clauses(words: Words, first: int, stop: int) -> list[Clause]:
    """Split the sentence `words[first:stop]` into clauses.

    Examples
    --------
    >>> from stimmlage.language.tagging import tag
    >>> from stimmlage.reading.segmentation import read_text
    >>> words = tag(read_text("Der Rat, der lange stritt, hofft, dass es reicht."))
    >>> [(c.kind, " ".join(" ".join(words.word[a:b]) for a, b in c.spans)) for c in clauses(words, 0, len(words))]
    [('main', 'Der Rat hofft'), ('relative', 'der lange stritt'), ('subordinate', 'dass es reicht')]
    """
    found: list[_Open] = []
    for start, end in stretches(words, first, stop):
        kind, opener, finite = _kind(words, start, end, not found)
        home = _continued(words, found, kind, start, end, finite)
        if home is None and kind == "main" and finite == start:
            home = _begun_before(words, found)
        if home is None and _coordinated(words, found, kind, start, end, finite):
            found.append(_Open(found[-1].kind, [(start, end)], opener, finite, found[-1].parent))
        elif home is None:
            found.append(_Open(kind, [(start, end)], opener, finite, _parent(found, kind)))
        else:
            home.spans.append((start, end))
            if home.finite < 0 and finite >= 0:
                home.finite = finite
                home.kind = "main" if home.kind == "fragment" else home.kind
    _attach_leading(found)
    return [Clause(c.kind, tuple(c.spans), c.opener, c.finite, c.parent) for c in found]


def stretches(words: Words, first: int, stop: int) -> list[tuple[int, int]]:
    """Cut a sentence into its simple clauses: at punctuation marks, and before conjunctions that begin a
    clause with a verb.

    Quotation marks cut nothing. Marks belong to no stretch.

    Examples
    --------
    >>> from stimmlage.language.tagging import tag
    >>> from stimmlage.reading.segmentation import read_text
    >>> words = tag(read_text("Er kam nicht, und sie ging und lachte."))
    >>> [" ".join(words.word[a:b]) for a, b in stretches(words, 0, len(words))]
    ['Er kam nicht', 'und sie ging', 'und lachte']
    """
    tags = words.tag
    cuts = []
    start = first
    has_verb = False
    for i in range(first, stop):
        name = tags[i]
        if name[0] == "$" and words.word[i] not in _TRANSPARENT and words.joint[i] < 0:
            if i > start:
                cuts.append((start, i))
            start, has_verb = i + 1, False
        elif name == "KON" and has_verb and i > start and words.joint[i] < 0 and _finite_follows(words, i + 1, stop):
            cuts.append((start, i))
            start, has_verb = i, False
        elif name in CLAUSAL:
            has_verb = True
    if stop > start:
        cuts.append((start, stop))
    return cuts


def simple_clauses(words: Words, first: int, stop: int) -> list[tuple[int, int]]:
    """Cut a sentence into its simple clauses without a gap: a mark between two belongs to the one before.

    Examples
    --------
    >>> from stimmlage.language.tagging import tag
    >>> from stimmlage.reading.segmentation import read_text
    >>> words = tag(read_text("Er kam nicht, und sie ging."))
    >>> [" ".join(words.word[a:b]) for a, b in simple_clauses(words, 0, len(words))]
    ['Er kam nicht ,', 'und sie ging .']
    """
    starts = [a for a, _ in stretches(words, first, stop)] or [first]
    return list(zip([first, *starts[1:]], [*starts[1:], stop]))


def stretch_at(words: Words, i: int) -> tuple[int, int]:
    """Return the simple clause that the word `i` stands in."""
    found = stretches(words, words.first[i], words.stop[i])
    return next(((a, b) for a, b in found if a <= i < b), (i, i + 1))


_TRANSPARENT = QUOTATION_MARKS | {"/"}


def _finite_follows(words: Words, i: int, stop: int) -> bool:
    for j in range(i, stop):
        if words.tag[j] in CLAUSAL:
            return True
        if (words.tag[j][0] == "$" and words.word[j] not in _TRANSPARENT and words.joint[j] < 0) or words.tag[
            j
        ] == "KON":
            return False
    return False


def _kind(words: Words, start: int, end: int, leading: bool) -> tuple[str, int, int]:
    """Return the kind of a stretch by its opener and its verbs, the opener and the finite verb."""
    tags = words.tag
    while start < end - 1 and (tags[start][0] == "$" or (tags[start] in _LEADING and _opens(tags[start + 1]))):
        start += 1
    finite = next((i for i in range(start, end) if tags[i] in CLAUSAL), -1)
    opener = start + 1 if tags[start] in PREPOSITIONS and start + 1 < end else start
    name = tags[opener]
    if tags[start] == "KOUS" and not (finite == start + 1 and words.lower[start] in ("denn", "doch")):
        return "subordinate", start, finite
    if name in RELATIVES:
        return "relative", opener, finite
    if name in QUESTION_WORDS and (not leading or (finite >= 0 and finite == end - 1)):
        return "question", opener, finite
    if tags[start] == "KOUI" or (finite < 0 and _has_zu(tags[start:end])):
        return "infinitive", start if tags[start] == "KOUI" else -1, finite
    if finite >= 0:
        return ("verb_first" if leading and finite == start else "main"), -1, finite
    return "fragment", -1, -1


def _opens(name: str) -> bool:
    return name in ("KOUS", "PRELS", "PRELAT", "KOUI") or name in QUESTION_WORDS


def _has_zu(tags: list[str]) -> bool:
    return "VVIZU" in tags or any(a == "PTKZU" and b in INFINITIVES for a, b in itertools.pairwise(tags))


def _continued(words: Words, found: list[_Open], kind: str, start: int, end: int, finite: int) -> _Open | None:
    """Return the clause that a stretch without opener goes on with, if it does."""
    if not found or kind not in ("fragment", "main"):
        return None
    last = found[-1]
    if kind == "fragment":
        return last if words.tag[start] == "KON" or not _complete(last) else found[_outer(found)]
    waiting = [c for c in found if c.finite < 0 and c.kind != "infinitive"]
    if not waiting:
        return None
    home = waiting[-1]
    if home.kind in _DEPENDENT:
        return home if finite == _last_verb(words, start, end) else None
    return home if finite == start or home is not last else None


def _begun_before(words: Words, found: list[_Open]) -> _Open | None:
    """Split off the beginning of a clause that was taken for the end of the one before it.

    In `Er sagte, die Firma, die er leitet, sei gesund`, only `sei` shows that `die Firma` is a subject.
    """
    if not found or not _complete(found[-1]) or found[-1].parent < 0:
        return None
    outer = found[-1].parent
    spans = found[outer].spans
    if len(spans) < 2 or words.word[spans[-1][0] - 1] != "," or spans[-1][1] > found[-1].spans[0][0]:
        return None
    begun = _Open("main", [spans.pop()], -1, -1, -1)
    place = next(k for k, clause in enumerate(found) if clause.spans[0] > begun.spans[0])
    for clause in found[place:]:
        clause.parent = place if clause.parent == outer else clause.parent + (clause.parent >= place)
    found.insert(place, begun)
    return begun


def _complete(clause: _Open) -> bool:
    """Tell whether nothing can follow in the clause: its verb, at the end, is there."""
    return clause.kind in _DEPENDENT and (clause.finite >= 0 or clause.kind == "infinitive")


def _outer(found: list[_Open]) -> int:
    """Return the nearest clause around the last one that is not complete."""
    k = len(found) - 1
    while _complete(found[k]) and found[k].parent >= 0:
        k = found[k].parent
    return k


def _coordinated(words: Words, found: list[_Open], kind: str, start: int, end: int, finite: int) -> bool:
    """Tell whether `und …` begins a second subordinate clause: `dass er geht und die Preise steigen`."""
    if kind != "main" or words.tag[start] != "KON" or not found or found[-1].kind not in _DEPENDENT:
        return False
    return found[-1].stop == start and finite == _last_verb(words, start, end)


def _last_verb(words: Words, start: int, end: int) -> int:
    return next((i for i in range(end - 1, start - 1, -1) if words.tag[i][0] == "V"), -1)


def _parent(found: list[_Open], kind: str) -> int:
    """Return the clause that a new clause depends on: the one before it."""
    if kind not in _DEPENDENT or not found:
        return -1
    return len(found) - 1


def _attach_leading(found: list[_Open]) -> None:
    """Let clauses that begin the sentence depend on the main clause that follows."""
    main = next((k for k, c in enumerate(found) if c.kind in ("main", "verb_first", "fragment")), -1)
    for k, clause in enumerate(found):
        if clause.kind in _DEPENDENT and clause.parent < 0 and k != main:
            clause.parent = main
