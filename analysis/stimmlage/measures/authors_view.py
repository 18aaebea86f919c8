"""The author's own view, and how much a text is like a comment piece: two measures built on subjectivity."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from stimmlage.analysis import Analysis
from stimmlage.measures.measure import Hit
from stimmlage.measures.subjectivity import Subjectivity

_QUOTED = re.compile(r"(?:[„»]|(?<![^\s\"])[\"“«])[^„“\"»«”]{40,}(?:[“\"«”»]|$)")
_QUOTATION = -0.75
_NAME = -0.2
_MARKS = ("exclamation", "question", "irony")


@dataclass(frozen=True)
class AuthorsView(Subjectivity):
    """How much a passage shows its author's own view: subjectivity without what is somebody else's.

    Cues between quotation marks and in reported speech are left out, and each long quotation counts against a view
    of the author's (-0.75); with `quotation` among `without` neither is done. A sentence above `THRESHOLD`
    shows one more often than not; the threshold was read off
    800 sentences.

    References
    ----------
    Wiebe et al. (2004), Learning subjective language, Computational Linguistics 30(3).

    Examples
    --------
    >>> from stimmlage import from_text
    >>> said = "„Das ist doch ein ganz und gar absurder Plan von gestern“, sagte Anna Berg."
    >>> corpus = from_text(f"Das ist doch absurd! {said}")
    >>> corpus.measure(AuthorsView()).hits["cue"].tolist()[:3]
    ['Das', 'doch', 'absurd']
    """

    name: ClassVar[str] = "authors_view"
    scores: ClassVar[Mapping[str, str]] = {"authors_view": "net", "authors_view:*": "rate"}
    THRESHOLD: ClassVar[float] = 3.5

    def find(self, analysis: Analysis) -> list[Hit]:
        """Find the cues in the author's own words, and one against her for each long quotation."""
        text = analysis.document.text
        cues = [hit._replace(measure=self.name) for hit in super().find(analysis)]
        if "quotation" in self.without:
            return cues
        quoted = [match.span() for match in _QUOTED.finditer(text)]
        own = [
            hit
            for hit in cues
            if hit.scope != "reported" and not any(start <= hit.start < end for start, end in quoted)
        ]
        against = [
            Hit(self.name, "quotation", text[a : a + 1], a, _within(analysis, a, a + 1), _QUOTATION) for a, _ in quoted
        ]
        return sorted([*own, *against], key=lambda hit: (hit.start, hit.end))

    def _categories(self) -> tuple[str, ...]:
        return (*super()._categories(), "quotation")


@dataclass(frozen=True)
class CommentLikeness(Subjectivity):
    """How much a passage is like a comment piece rather than a report: its subjectivity, less 0.2 for each name.

    Reports name people and places. The cues that are marks (exclamation, question, irony) are left out, so that
    nothing depends on how a text was typed. A text above `THRESHOLD` is more often a comment piece than not.

    Examples
    --------
    >>> from stimmlage import passages_of
    >>> text = "Das ist doch nur absurd. Anna Berg reiste laut Angaben nach Rom."
    >>> own, report = CommentLikeness()(passages_of(text))["value"]
    >>> own > CommentLikeness.THRESHOLD > report
    True
    """

    without: tuple[str, ...] = _MARKS

    name: ClassVar[str] = "comment_likeness"
    scores: ClassVar[Mapping[str, str]] = {"comment_likeness": "net", "comment_likeness:*": "rate"}
    THRESHOLD: ClassVar[float] = 4.0

    def find(self, analysis: Analysis) -> list[Hit]:
        """Find the cues of subjectivity, and the names."""
        words = analysis.words
        names = [
            Hit(self.name, "name", words.word[i], words.start[i], words.end[i], _NAME)
            for i, tag in enumerate(words.tag)
            if tag == "NE" and "name" not in self.without
        ]
        return sorted(
            [*(h._replace(measure=self.name) for h in super().find(analysis)), *names], key=lambda h: (h.start, h.end)
        )

    def _categories(self) -> tuple[str, ...]:
        return (*super()._categories(), "name")


def _within(analysis: Analysis, start: int, end: int) -> int:
    """Return `end`, or the end of the sentence in which `start` lies."""
    sentences = analysis.document.sentences
    place = max(bisect_right([s.start for s in sentences], start) - 1, 0)
    return min(end, sentences[place].end) if sentences else end


__all__: Sequence[str] = ["AuthorsView", "CommentLikeness"]
