"""Where sentences end."""

from __future__ import annotations

from stimmlage.document import Tokens
from stimmlage.reading.tokens import OPENERS, may_close

_ENDS = frozenset([".", "!", "?", "…", "...", ".."])
_CLOSERS = frozenset("“”\"«»‹›’‘'`)]") | {"''"}
_DASHES = frozenset("–—-") | {"--"}
_LONGEST = 600
"""Tokens of the longest stretch that is taken for one sentence."""
_CUTS = frozenset(",;:")
_MOST_MARKS = 8
"""So many marks in a row may stand before the first word of a sentence."""
_ONGOING = frozenset(",;:/)]")


def sentence_starts(text: str, tokens: Tokens, first: int, stops: list[int]) -> list[int]:
    """Return the token with which each sentence begins, for the tokens of one paragraph from `first` on.

    `stops` are the tokens that end in a full stop, exclamation or question mark or an ellipsis.
    """
    starts = [first]
    last = len(tokens)
    following = first
    for i in stops:
        if i < starts[-1]:
            continue
        if i >= following:  # else it is one of the marks that were stepped over
            following = _after_closers(text, tokens, i + 1, last)
        if following < last and _ends_here(tokens, i, following, first):
            starts.append(following)
    return _bounded(tokens, starts, last)


def _bounded(tokens: Tokens, starts: list[int], last: int) -> list[int]:
    """Cut what has no end: a stretch of more than `_LONGEST` tokens is cut behind a comma or the like.

    No sentence of a newspaper is as long; a list or a text without full stops is, and every step after this one would
    take ever longer over it.
    """
    if last - starts[0] <= _LONGEST:
        return starts
    found: list[int] = []
    for start, stop in zip(starts, [*starts[1:], last], strict=True):
        while True:
            found.append(start)
            if stop - start <= _LONGEST:
                break
            limit = start + _LONGEST
            comma = next((i for i in range(limit - 1, start + _LONGEST // 2, -1) if tokens.word[i] in _CUTS), limit - 1)
            start = comma + 1
    return found


def _after_closers(text: str, tokens: Tokens, i: int, last: int) -> int:
    """Step over what still belongs to the sentence: further stops and closing marks."""
    word, start, end = tokens.word, tokens.start, tokens.end
    while i < last:
        form = word[i]
        if form in _CLOSERS:
            after = text[end[i] : end[i] + 1]
            if start[i] != end[i - 1] or after.isalnum():
                break  # it opens: there is a space before it, or a word right behind
        elif form not in _ENDS or start[i] != end[i - 1]:
            break
        i += 1
    return i


def _ends_here(tokens: Tokens, i: int, following: int, first: int) -> bool:
    word, start, end = tokens.word, tokens.start, tokens.end
    form, opening = word[i], word[following]
    if opening in _ONGOING or (i > first and word[i - 1] in "[(" and form in ("…", "...")):
        return False
    if opening in _DASHES and following + 1 < len(word):
        opening = word[following + 1]
    bare = following
    while not opening[0].isalnum() and bare + 1 < min(len(word), following + _MOST_MARKS):
        bare += 1
        opening = word[bare]
    if opening[0].islower():
        return False
    if start[following] == end[following - 1] and form == "." and following == i + 1 and not opening[0].isupper():
        return False
    if form in _ENDS:
        return True
    return opening in OPENERS and may_close(form) and not (len(form) == 2 and i > first and _is_part(word[i - 1]))


def _is_part(form: str) -> bool:
    """The second letter of `z. B.`; a sentence that ends in it is too rare to look for."""
    return len(form) == 2 and form[1] == "." and form[0].islower() and form not in ("a.", "o.")
