"""The corpus split by section and speaker: every character of running text has one voice."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from stimmlage.quotation.quotation import Quotation
from stimmlage.reading.document import Document


class Passage(NamedTuple):
    """A stretch of one sentence that belongs to one voice.

    `voice` is `author`, a speaker id, or `unattributed` (quoted, but no speaker is to be found);
    `mode` is `narration` or the type of the quotation.
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
    """Divide the sentences of a document among the voices; the innermost quotation wins."""
    passages: list[Passage] = []
    for sentence in document.sentences:
        passages += _divide_sentence(document.text, sentence, quotations, len(passages))
    return passages


def _divide_sentence(text, sentence, quotations, number):
    """Cut one sentence where the innermost quotation changes; white space never stands alone."""
    inside = [
        (max(start, sentence.start), min(end, sentence.end), quotation)
        for quotation in quotations
        for start, end in quotation.spans
        if start < sentence.end and end > sentence.start
    ]
    cuts = sorted({sentence.start, sentence.end, *(c for start, end, _ in inside for c in (start, end))})
    pieces: list[list] = []
    for start, end in zip(cuts, cuts[1:]):
        covering = [(e - s, q) for s, e, q in inside if s <= start and end <= e]
        owner = min(covering, key=lambda c: c[0])[1] if covering else None
        if pieces and (pieces[-1][2] is owner or not text[start:end].strip()):
            pieces[-1][1] = end
        else:
            pieces.append([start, end, owner])
    passages = []
    for start, end, owner in pieces:
        voice = "author" if owner is None else owner.speaker_id or "unattributed"
        speaker = "" if owner is None else owner.speaker_name
        mode = "narration" if owner is None else owner.type
        passages.append(
            Passage(number + len(passages), sentence.section_id, sentence.sentence_id, voice, speaker, mode, start, end)
        )
    return passages
