"""The clauses of a sentence as stance needs them: what kind each is, and which clause governs it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from stimmlage.language.clauses import Clause as SplitClause
from stimmlage.language.clauses import clauses as split_clauses
from stimmlage.language.closed_classes import COMPLEMENTISERS, CONDITIONALS
from stimmlage.language.words import Words

MAIN, COMPLEMENT, RELATIVE = "main", "complement", "relative"
CONDITIONAL, ADVERBIAL, SUBORDINATE = "conditional", "adverbial", "subordinate"

_CONDITIONALS = CONDITIONALS | {"ehe", "bevor", "obwohl", "obgleich", "obschon", "wenngleich"}


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause: the indices of its words, its kind, and the place of the clause that governs it.

    `conditional` and `adverbial` (`um … zu`) clauses claim nothing; concessive ones count as conditional.
    """

    kind: str
    words: tuple[int, ...]
    governor: int | None


def find_clauses(words: Words, first: int, stop: int) -> list[Clause]:
    """Divide a sentence into clauses; what has no verb of its own belongs to the clause before it."""
    split = split_clauses(words, first, stop)
    places: list[int] = []
    kept: list[SplitClause] = []
    for clause in split:
        if clause.kind != "fragment" or not kept:
            kept.append(clause)
        places.append(len(kept) - 1)
    inside: list[list[int]] = [[] for _ in kept]
    for place, a, b in _after_colons(words, sorted((a, b, p) for c, p in zip(split, places) for a, b in c.spans)):
        inside[place] += range(a, b)
    return [
        Clause(_kind(words, clause), tuple(within), places[clause.parent] if clause.parent >= 0 else None)
        for clause, within in zip(kept, inside)
    ]


def _after_colons(words: Words, spans: list[tuple[int, int, int]]) -> Iterator[tuple[int, int, int]]:
    """Yield the spans with their clauses; a list after a colon belongs to the clause before the colon."""
    before, listing = -1, False
    for a, b, place in spans:
        verbal = any(words.tag[i][0] == "V" for i in range(a, b))
        listing = not verbal and (listing or (before >= 0 and words.word[a - 1] == ":"))
        before = before if listing else place
        yield before, a, b


def _kind(words: Words, clause: SplitClause) -> str:
    opener = words.lower[clause.opener] if clause.opener >= 0 else ""
    if clause.kind == "relative":
        return RELATIVE
    if clause.kind == "question":
        return COMPLEMENT
    if clause.kind == "infinitive":
        return ADVERBIAL if opener else COMPLEMENT
    if clause.kind == "subordinate":
        return COMPLEMENT if opener in COMPLEMENTISERS else CONDITIONAL if opener in _CONDITIONALS else SUBORDINATE
    return MAIN
