"""The reading of a modal verb."""
from __future__ import annotations
from collections.abc import Iterator
from stimmlage.analysis import Analysis
from stimmlage.language.tagging import Words
from stimmlage.reading.document import Sentence

def reading(words: Words, i: int, sentence: Sentence) -> str:
    w=words.lower[i]
    if w in ("könnte","könnten","dürfte","dürften","müsste","müssten"): return "ep"
    return "de"

def find_modals(analysis: Analysis) -> Iterator[tuple[int, str]]:
    words = analysis.words
    for s in analysis.document.sentences:
        for i in range(s.first, s.stop):
            if words.tag[i] == "VMFIN":
                yield i, reading(words, i, s)
