"""Part-of-speech tags (STTS) and lemmas for the tokens of a document."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from stimmlage.reading.document import Document


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens of a document with their tags, as parallel lists.

    `tag` holds STTS tags (`VVFIN`, `NN`, `NE`, `ADJA`, `KOUS`, `PTKVZ`, `$,` …), `lemma` base forms.
    """

    word: list[str]
    start: list[int]
    end: list[int]
    lower: list[str]
    tag: list[str]
    lemma: list[str]

    def __len__(self) -> int:
        return len(self.word)


@lru_cache(maxsize=1)
def _tagger():
    from HanTa.HanoverTagger import HanoverTagger

    return HanoverTagger("morphmodel_ger.pgz")


_STTS = {"NNA": "NN", "NNI": "NN", "APZR": "APZR", "PIAT": "PIAT"}


def tag(document: Document) -> Words:
    """Tag a document, sentence by sentence."""
    tags: list[str] = []
    lemmas: list[str] = []
    tokens = document.tokens
    for sentence in document.sentences:
        for _, lemma, name in _tagger().tag_sent(tokens.word[sentence.first : sentence.stop]):
            name = name.replace("(", "").replace(")", "")
            tags.append(_STTS.get(name, name))
            lemmas.append(lemma)
    return Words(tokens.word, tokens.start, tokens.end, [w.lower() for w in tokens.word], tags, lemmas)
