"""The corpus split by section and speaker: every character of running text has one voice."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import NamedTuple

from stimmlage.document import Document, Sentence
from stimmlage.quotation.quotation import LOST_MARK, THE_AUTHOR, Quotation

_Stretch = tuple[int, int, int]
"""Start and end of a span, and the number of its quotation."""


class Passage(NamedTuple):
    """A stretch of one sentence that belongs to one voice.

    `voice` is `author`, a speaker id, or `unattributed` (quoted, but no speaker is to be found);
    `mode` is `narration`, `heading` or the type of the quotation. Words about what somebody said are the author's.
    """

    passage_id: int
    section_id: int
    sentence_id: int
    voice: str
    speaker: str
    mode: str
    start: int
    end: int


def divide(document: Document, quotations: Sequence[Quotation]) -> list[Passage]:
    """Divide the sentences of a document among the voices; the innermost quotation wins.

    The passages of a sentence tile it, and none is white space alone. Of two quotations the inner one is
    that with the shorter stretch; if both have the same, the direct one.
    """
    spans = sorted(
        (start, end, number)
        for number, quotation in enumerate(quotations)
        if _has_a_voice(quotation)
        for start, end in quotation.spans
    )
    passages: list[Passage] = []
    inside: list[_Stretch] = []
    following = 0
    for sentence in document.sentences:
        inside = [s for s in inside if s[1] > sentence.start]
        while following < len(spans) and spans[following][0] < sentence.end:
            inside.append(spans[following])
            following += 1
        for start, end, owner in _pieces(document.text, sentence, inside, quotations):
            quotation = None if owner is None else quotations[owner]
            passages.append(_passage(len(passages), sentence, start, end, quotation))
    return passages


def _has_a_voice(quotation: Quotation) -> bool:
    """Tell whether words are somebody else's: not a lost mark, not the author's own, not words about what was said."""
    told = quotation.type == "reported" or quotation.rule == LOST_MARK
    return not told and not quotation.problem.startswith(THE_AUTHOR)


def _pieces(
    text: str, sentence: Sentence, inside: Sequence[_Stretch], quotations: Sequence[Quotation]
) -> list[tuple[int, int, int | None]]:
    """Cut a sentence where the innermost quotation changes; white space goes with what is before it."""
    bounds = {c for start, end, _ in inside for c in (start, end) if sentence.start < c < sentence.end}
    cuts = sorted(bounds | {sentence.start, sentence.end})
    pieces: list[tuple[int, int, int | None]] = []
    for start, end in itertools.pairwise(cuts):
        owner = _innermost([s for s in inside if s[0] <= start and end <= s[1]], quotations)
        if pieces and (pieces[-1][2] == owner or not text[start:end].strip()):
            pieces[-1] = (pieces[-1][0], end, pieces[-1][2])
        else:
            pieces.append((start, end, owner))
    return pieces


def _innermost(covering: Sequence[_Stretch], quotations: Sequence[Quotation]) -> int | None:
    if not covering:
        return None
    return min(covering, key=lambda s: (s[1] - s[0], quotations[s[2]].type != "direct", s[2]))[2]


def _passage(number: int, sentence: Sentence, start: int, end: int, quotation: Quotation | None) -> Passage:
    if quotation is None:
        heading = sentence.kind in ("title", "heading")
        voice, speaker, mode = "author", "", "heading" if heading else "narration"
    else:
        voice, speaker, mode = quotation.speaker_id or "unattributed", quotation.speaker_name, quotation.type
    return Passage(number, sentence.section_id, sentence.sentence_id, voice, speaker, mode, start, end)
