"""One document through all stages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from stimmlage.collector import without_collector
from stimmlage.document import Document
from stimmlage.language.tagging import tag
from stimmlage.language.words import Words
from stimmlage.quotation.finding import find_quotations
from stimmlage.quotation.quotation import Quotation, Speaker
from stimmlage.speakers.passages import Passage, divide
from stimmlage.speakers.resolution import resolve_speakers

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Analysis:
    """A document with its words, quotations, speakers and passages: what the measures look at."""

    document: Document
    words: Words
    quotations: list[Quotation]
    speakers: list[Speaker]
    passages: list[Passage]
    _known: dict[Callable[[Any], Any], Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def once(self, make: Callable[[Analysis], T]) -> T:
        """Return what a function makes of this analysis; it is made once, and kept with the analysis."""
        if make not in self._known:
            self._known[make] = make(self)
        known: T = self._known[make]
        return known

    @property
    def n_words(self) -> int:
        """How many words the document has: tokens that hold a letter or digit."""
        return sum(word[0].isalnum() or word[-1].isalnum() for word in self.words.word)


@without_collector()
def analyse(document: Document) -> Analysis:
    """Take one document through tagging, quotation, speakers and passages."""
    words = tag(document)
    quotations, speakers = resolve_speakers(document, words, find_quotations(document, words))
    return Analysis(document, words, quotations, speakers, divide(document, quotations))
