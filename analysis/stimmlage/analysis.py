"""One document through all stages."""

from __future__ import annotations

from dataclasses import dataclass

from stimmlage.collector import without_collector
from stimmlage.document import Document
from stimmlage.language.tagging import Words, tag
from stimmlage.quotation.finding import find_quotations
from stimmlage.quotation.quotation import Quotation, Speaker
from stimmlage.speakers.passages import Passage, divide
from stimmlage.speakers.resolution import resolve_speakers


@dataclass(frozen=True, slots=True)
class Analysis:
    """A document with its words, quotations, speakers and passages: what the measures look at."""

    document: Document
    words: Words
    quotations: list[Quotation]
    speakers: list[Speaker]
    passages: list[Passage]

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
