"""Sentiment: how good or bad the words of a passage are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from stimmlage.analysis import Analysis
from stimmlage.language.tagging import Words
from stimmlage.measures.measure import Hit, Measure
from stimmlage.measures.polarity import polarity_lexicon
from stimmlage.measures.scope import find_scopes

_NO_POLARITY = frozenset(("NE", "ART", "PPER", "PRF", "PPOSAT", "PDS", "PDAT", "KON", "KOUS", "CARD", "PIAT", "$.", "$,", "$("))
NAN = float("nan")


@dataclass(frozen=True)
class Sentiment(Measure):
    """Polarity of each passage, in [-1, 1].

    With `P` the sum of the positive and `N` that of the negative weights of the hits,
    the score is `(P - N) / (P + N + smoothing)`.
    """

    lexicon: str | None = None
    smoothing: float = 1.0
    without: tuple[str, ...] = ()

    name: ClassVar[str] = "sentiment"

    def find(self, analysis: Analysis) -> list[Hit]:
        """Find the polar words of a document, with what modifies them."""
        words, scopes = analysis.words, find_scopes(analysis)
        lexicon = polarity_lexicon(self.lexicon, tuple(p for p in self.without if p not in ("negation", "intensity")))
        hits = []
        for first, stop, weight in _polar(words, lexicon):
            key = stop - 1
            factor = scopes.factor(key)
            hits.append(Hit(
                self.name, "positive" if weight * factor > 0 else "negative", " ".join(words.word[first:stop]),
                words.start[first], words.end[stop - 1], max(-2.0, min(2.0, weight * factor)),
                scopes.modifier(key), scopes.context(key),
            ))
        return hits

    def score(self, hits: Sequence[Hit], n_words: int) -> Mapping[str, float]:
        """Balance the positive and the negative weights of a passage."""
        if not n_words:
            return {self.name: NAN}
        positive = sum(h.weight for h in hits if h.weight > 0)
        negative = -sum(h.weight for h in hits if h.weight < 0)
        total = positive + negative
        return {self.name: (positive - negative) / (total + self.smoothing)}


def _polar(words: Words, lexicon) -> Iterator[tuple[int, int, float]]:
    weight = lexicon.weight
    phrases = {first: (stop, value) for first, stop, value in lexicon.phrases.find(words.lower, words.lower)}
    lemmas = with_prefixes(words)
    free = 0
    for i, tag in enumerate(words.tag):
        if i in phrases:
            free, value = phrases[i]
            yield i, free, value
        elif i >= free and tag not in _NO_POLARITY:
            if value := weight(words.word[i], lemmas[i]):
                yield i, i + 1, value


def with_prefixes(words: Words) -> list[str]:
    """Return the lemmas, with separated verb prefixes put back: `lehnt ... ab` is `ablehnen`."""
    lemmas = list(words.lemma)
    verb = -1
    for i, tag in enumerate(words.tag):
        if tag == "VVFIN":
            verb = i
        elif tag == "PTKVZ" and verb >= 0 and not lemmas[verb].startswith(words.lower[i]):
            lemmas[verb] = words.lower[i] + lemmas[verb]
            verb = -1
        elif tag == "$.":
            verb = -1
    return lemmas
