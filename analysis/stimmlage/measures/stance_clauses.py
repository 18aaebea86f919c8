"""The clauses of a sentence as stance needs them: what kind each is, and which clause governs it."""

from __future__ import annotations

from dataclasses import dataclass, field

from stimmlage.language.tagging import Words
from stimmlage.measures.negation import clauses as simple_clauses
from stimmlage.measures.negation import is_finite

MAIN, COMPLEMENT, RELATIVE = "main", "complement", "relative"
CONDITIONAL, ADVERBIAL, SUBORDINATE = "conditional", "adverbial", "subordinate"

_COMPLEMENTERS = frozenset(("dass", "daß", "ob"))
_CONDITIONALS = frozenset(("wenn", "falls", "sofern", "solange", "ehe", "bevor", "obwohl", "obgleich", "obschon", "wenngleich"))
_ADVERBIALS = frozenset(("um", "ohne", "statt", "anstatt"))
_PRONOUNS = frozenset(("der", "die", "das", "den", "dem", "deren", "dessen", "denen"))
_OPENERS = frozenset(("KON", "ADV", "$(", "$,", "$."))


@dataclass(slots=True)
class Clause:
    """A clause: the indices of its words, its kind, and the place of the clause that governs it."""

    kind: str
    words: list[int] = field(default_factory=list)
    governor: int | None = None
    finite: bool = False


def find_clauses(words: Words, first: int, stop: int) -> list[Clause]:
    """Divide a sentence into clauses; a clause that another one interrupts is put together again."""
    found: list[Clause] = []
    for start, end in simple_clauses(words, first, stop):
        finite = any(is_finite(words.tag[i]) for i in range(start, end))
        kind = _kind(words, start, end, finite, inside=start > first)
        goes_on = _continued(words, found, start, end, kind, finite)
        if goes_on is not None:
            goes_on.words += range(start, end)
            goes_on.finite |= finite
        else:
            found.append(Clause(kind, list(range(start, end)), finite=finite))
    for place, clause in enumerate(found):
        if clause.kind != MAIN:
            clause.governor = _governor(found, place)
    return found


def _kind(words: Words, start: int, end: int, finite: bool, inside: bool) -> str:
    i = start
    while i < end - 1 and words.tag[i] in _OPENERS and words.lower[i] not in _ADVERBIALS:
        i += 1
    form, tag = words.lower[i], words.tag[i]
    if form in _CONDITIONALS:
        return CONDITIONAL
    if form in _COMPLEMENTERS:
        return COMPLEMENT
    if form in _ADVERBIALS and not finite or tag == "KOUI":
        return ADVERBIAL
    if tag == "KOUS":
        return SUBORDINATE
    if not finite and any(words.tag[j] in ("PTKZU", "VVIZU") for j in range(i, end)):
        return COMPLEMENT
    if tag == "APPR" and i + 1 < end:
        i += 1
        form, tag = words.lower[i], words.tag[i]
    last = end - 1
    while last > i and words.tag[last][0] == "$":
        last -= 1
    verb_last = last > i + 1 and words.tag[last][0] == "V" and finite and not is_finite(words.tag[i + 1])
    if not inside:
        return MAIN
    if tag in ("PRELS", "PRELAT") or form in _PRONOUNS and verb_last and not _verb_early(words, i, last):
        return RELATIVE
    if tag in ("PWAV", "PWS", "PWAT") and verb_last:
        return COMPLEMENT
    return MAIN


def _verb_early(words: Words, start: int, last: int) -> bool:
    return any(is_finite(words.tag[j]) for j in range(start, last - 1))


def _continued(
    words: Words, found: list[Clause], start: int, end: int, kind: str, finite: bool
) -> Clause | None:
    """Return the clause that goes on here: in an enumeration, or after a clause inside it."""
    if not found or kind != MAIN:
        return None
    if not finite and not any(words.tag[i][0] == "V" for i in range(start, end)):
        return found[-1]
    open_before = next((c for c in reversed(found) if _is_open(words, c)), None)
    if open_before is not None and finite:
        return open_before
    return None


def _is_open(words: Words, clause: Clause) -> bool:
    """Tell whether a clause still waits for its finite verb; infinitive clauses have none."""
    if clause.finite or clause.kind == ADVERBIAL:
        return False
    return clause.kind == MAIN or not any(words.tag[i] in ("PTKZU", "VVIZU") for i in clause.words)


def _governor(found: list[Clause], place: int) -> int | None:
    """Return the clause before that is no relative one; at the head of the sentence the one after."""
    before = next((p for p in range(place - 1, -1, -1) if found[p].kind != RELATIVE), None)
    if before is not None:
        return before
    return next((p for p in range(place + 1, len(found)) if found[p].kind == MAIN), None)
