"""Quotation marks: which belong together, nested and unbalanced ones included.

Whether a mark opens or closes is decided by the mark itself, by the style of the document (`“` and `"` close where the
text has `„`) and by the spaces beside it. An inch sign behind a number and an apostrophe are no marks. A mark that
finds no partner is lost: it says so, and nothing is taken for speech because of it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from stimmlage.language.lexicon import words as entries

_PARTNERS = {
    "„": '“”"',
    "“": "”",
    "”": "”",
    '"': '"',
    "»": "«",
    "«": "»",
    "›": "‹",
    "‹": "›",
    "‚": "‘’'",
    "``": ("''", "“"),
    "'": "'",
    "`": "´'",
}
"""What may close each opening mark; `“` opens English quotations, `»` German and `«` Swiss ones."""
_CLOSERS = frozenset(closer for closers in _PARTNERS.values() for closer in closers)
_POINTED = {"»": "«", "«": "»", "›": "‹", "‹": "›"}
_SIGNS = frozenset("'`´’‘")
"""Also apostrophes: one of these without a partner is no lost mark."""
_ELIDED = entries("word_classes", "elided")
"""What `'` shortens when it stands before it: `'ne Sache`."""
_BEFORE_OPENING = frozenset("([{/–—-…")
OPENING = frozenset('„»«‚›"“')
CLOSING = frozenset('“”»«‘‹"')
"""What may open and close a name or a short wording."""
_LONGEST = 400
"""A quotation of more tokens than this in one paragraph is not one: its closing mark was lost."""
_LONGEST_LETTER = 1500
"""The same for one that goes on over paragraphs."""
_NOT_CLOSED, _NOT_OPENED = "mark not closed", "mark not opened"


class Mark(NamedTuple):
    """A pair of marks: `opened` and `closed` are the tokens of the marks; `depth` counts from 0.

    `problem` says what is wrong. A mark that is lost is a pair of its own, with a problem that begins with `mark`.
    """

    opened: int
    closed: int
    depth: int
    problem: str = ""

    @property
    def lost(self) -> bool:
        """Whether this is a single mark without a partner."""
        return self.opened == self.closed


class Placed(Protocol):
    """Tokens and where they stand."""

    @property
    def word(self) -> Sequence[str]: ...  # noqa: D102
    @property
    def start(self) -> Sequence[int]: ...  # noqa: D102
    @property
    def end(self) -> Sequence[int]: ...  # noqa: D102


def find_marks(words: Placed, paragraph: Sequence[int], is_told: Callable[[int, int], bool]) -> list[Mark]:
    """Pair the quotation marks of a document, outer pairs before inner ones.

    Parameters
    ----------
    words
        The tokens, with their offsets.
    paragraph : sequence of int
        The paragraph of each token. A quotation goes on in the next paragraph if that opens with the same mark
        again, or if no other mark stands before the one that closes it there.
    is_told : callable
        Whether a stretch of tokens holds a reporter's words (`, sagte sie`): then it is not all speech.
    """
    pairs: list[tuple[int, int, str]] = []
    lost: list[tuple[int, str]] = []
    pending: _Open | None = None
    for marks in _by_paragraph(words, paragraph):
        here = _match(words.word, marks)
        if pending is not None and not _go_on(words, paragraph, pending, here, pairs, is_told):
            lost.append((pending.opened, _NOT_CLOSED))
            pending = None
        if pending is not None and pending.closed:
            pending = None
        pairs += here.pairs
        lost += [(i, _NOT_OPENED) for i in here.closers]
        lost += [(i, _NOT_CLOSED) for i in (*here.over, *here.openers[:-1])]
        if here.openers:
            pending = _Open(here.openers[-1], here.openers[-1])
    if pending is not None:
        lost.append((pending.opened, _NOT_CLOSED))
    return _nested(pairs) + [Mark(i, i, 0, why) for i, why in sorted(lost) if words.word[i] not in _SIGNS]


class _Sign(NamedTuple):
    """A mark and what it can do."""

    place: int
    opens: bool
    closes: bool


@dataclass(slots=True)
class _Matched:
    """The marks of one paragraph: pairs with their problem, and what is left over (`over`: inside of a pair)."""

    first: int
    pairs: list[tuple[int, int, str]]
    openers: list[int]
    closers: list[int]
    over: list[int] = field(default_factory=list)


@dataclass(slots=True)
class _Open:
    """A quotation that goes on over paragraphs: where it was opened, and opened again last."""

    opened: int
    last: int
    closed: bool = False


def _by_paragraph(words: Placed, paragraph: Sequence[int]) -> list[list[_Sign]]:
    style = _style(words, paragraph)
    groups: list[list[_Sign]] = []
    number = -1
    for i, form in enumerate(words.word):
        if (form in _PARTNERS or form in _CLOSERS) and (sign := _sign(words, paragraph, i, style)) is not None:
            if paragraph[i] != number:
                groups.append([])
                number = paragraph[i]
            groups[-1].append(sign)
    return groups


def _style(words: Placed, paragraph: Sequence[int]) -> dict[str, bool]:
    """Say which marks open in this document: `“` and `"` unless `„` does; of `»` and `«` the one that mostly does."""
    low, straight = words.word.count("„"), words.word.count('"')
    style = {"“": not low, "”": not low and "“" not in words.word}
    style['"'] = straight > low or not {"“", "”"}.isdisjoint(words.word)  # else it closes what `„` has opened
    counts = dict.fromkeys(_POINTED, 0)
    for i, form in enumerate(words.word):
        if form in counts:
            counts[form] += _free(words, paragraph, i, -1) and not _free(words, paragraph, i, 1)
    return style | {form: counts[form] >= counts[other] for form, other in _POINTED.items()}


def _sign(words: Placed, paragraph: Sequence[int], i: int, style: dict[str, bool]) -> _Sign | None:
    form = words.word[i]
    before, after = _free(words, paragraph, i, -1), _free(words, paragraph, i, 1)
    if form in ("„", "‚", "``"):
        return _Sign(i, True, False)
    if form in ("‘", "''", "´"):
        return _Sign(i, False, True)
    if form in ("“", "”", '"') and not style[form]:
        return None if _is_inch(words, i) else _Sign(i, False, True)
    if form in ("'", "`"):
        following = words.word[i + 1].lower() if i + 1 < len(words.word) else ""
        if before == after or (before and (following in _ELIDED or not following[:1].isalnum())):
            return None
        return _Sign(i, before, after) if form == "'" or before else None
    if form == "’":
        return None if before or not after else _Sign(i, False, True)
    if before != after:
        return None if after and _is_inch(words, i) else _Sign(i, before, after)
    if form in _POINTED:
        return _Sign(i, style[form], not style[form])
    if not before and (_is_inch(words, i) or not words.word[i + 1].startswith("-")):
        return None  # in the middle of a word
    return _Sign(i, before, True)


_DEEPEST = 100
"""Marks that may be open at once."""
_MOST_MARKS = 12
"""Marks that touch each other and are looked through."""


def _is_inch(words: Placed, i: int) -> bool:
    """Tell whether a straight mark right behind a number is an inch sign: no sentence or clause ends behind it."""
    if words.word[i] != '"' or i == 0 or not words.word[i - 1][-1].isdigit() or words.start[i] > words.end[i - 1]:
        return False
    return i + 1 < len(words.word) and words.word[i + 1][0] not in ".,;:!?)–—"


def _free(words: Placed, paragraph: Sequence[int], i: int, step: int) -> bool:
    """Tell whether there is a space, the edge of a paragraph, or a mark that parts, beside the token `i`."""
    for _ in range(_MOST_MARKS):
        k = i + step
        if not 0 <= k < len(words.word) or paragraph[k] != paragraph[i]:
            return True
        gap = words.start[i] - words.end[k] if step < 0 else words.start[k] - words.end[i]
        if gap > 0:
            return True
        form = words.word[k]
        if form not in _PARTNERS and form not in _CLOSERS:
            break
        i = k
    else:
        return False
    return form in _BEFORE_OPENING if step < 0 else not (form[0].isalnum() or (form[0] in "([-" and len(form) > 1))


def _match(word: Sequence[str], signs: Sequence[_Sign]) -> _Matched:
    """Match the marks of a paragraph like brackets; what cannot be matched is left over."""
    found = _Matched(signs[0].place, [], [], [])
    stack: list[int] = []
    for sign in signs:
        partner = _partner(word, stack, sign.place) if sign.closes else -1
        if sign.closes and partner >= 0 and sign.place - stack[partner] <= _LONGEST:
            inner = any(word[i] not in _SIGNS for i in stack[partner + 1 :])
            found.over += stack[partner + 1 :]
            found.pairs.append((stack[partner], sign.place, "inner mark not closed" if inner else ""))
            del stack[partner:]
        elif sign.opens and not (sign.closes and partner >= 0):
            stack.append(sign.place)
        elif sign.closes:
            found.closers.append(sign.place)
    found.openers = stack
    return found


def _partner(word: Sequence[str], stack: Sequence[int], closer: int) -> int:
    """Return where in the stack the innermost mark is that this one closes, or -1."""
    deepest = max(len(stack) - _DEEPEST, 0) - 1
    return next((k for k in range(len(stack) - 1, deepest, -1) if word[closer] in _PARTNERS[word[stack[k]]]), -1)


def _go_on(
    words: Placed,
    paragraph: Sequence[int],
    open_: _Open,
    here: _Matched,
    pairs: list[tuple[int, int, str]],
    is_told: Callable[[int, int], bool],
) -> bool:
    """Lead a quotation that is open on into the next paragraph that has marks; tell whether it goes on there."""
    word, opened, first = words.word, open_.opened, here.first
    form = word[opened]
    if form in _SIGNS:
        return False
    if form not in '"”' and word[first] == form and _begins(paragraph, first):
        end = next((pair for pair in here.pairs if pair[0] == first), None)
        whole = here.openers == [first] if end is None else _ends(paragraph, end[1])
        if not whole or paragraph[first] != paragraph[open_.last] + 1 or is_told(open_.last, first):
            return False
        if end is None:
            here.openers.clear()
            open_.last = first
        else:
            here.pairs.remove(end)
            pairs.append((opened, *end[1:]))
            open_.closed = True
        return first - opened <= _LONGEST_LETTER
    closer = here.closers[0] if here.closers else -1
    if closer < 0 or word[closer] not in _PARTNERS[form] or not _ends(paragraph, closer):
        return False
    if any(a < closer and word[a] == form for a, _, _ in here.pairs) or any(i < closer for i in here.openers):
        return False
    if closer - opened > _LONGEST_LETTER or is_told(opened, closer):
        return False
    here.closers.remove(closer)
    pairs.append((opened, closer, ""))
    open_.closed = True
    return True


def _begins(paragraph: Sequence[int], i: int) -> bool:
    return i == 0 or paragraph[i - 1] != paragraph[i]


def _ends(paragraph: Sequence[int], i: int) -> bool:
    return i + 1 == len(paragraph) or paragraph[i + 1] != paragraph[i]


def _nested(pairs: list[tuple[int, int, str]]) -> list[Mark]:
    """Sort pairs, and count for each how many are around it."""
    marks: list[Mark] = []
    closing: list[int] = []  # where the pairs around the present one close, the innermost last
    for opened, closed, problem in sorted(pairs):
        while closing and closing[-1] < opened:
            closing.pop()
        marks.append(Mark(opened, closed, len(closing), problem))
        closing.append(closed)
    return marks
