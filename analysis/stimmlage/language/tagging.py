"""Part-of-speech tags (STTS) and lemmas for the tokens of a document.

The tags come from HanTa's German model: the candidates of a word form from `morphology`, cached per
form, and the best sequence over a sentence from a trigram model, decoded here.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import islice
from sys import intern
from typing import Any

from stimmlage.document import Document
from stimmlage.language.clause_corrections import correct_clauses
from stimmlage.language.morphology import Candidates, Morphology, morphology
from stimmlage.language.series import series
from stimmlage.language.spelling import in_todays_spelling
from stimmlage.language.surnames import tag_surnames
from stimmlage.language.word_corrections import MARKS, Tagged, correct_words
from stimmlage.language.words import Words

_CACHED_FORMS = 200_000
_BITS = 7
_LOW = (1 << _BITS) - 1
_START_PAIR = 1
_END = 2
_NEVER = -math.inf
_LONGEST_WORD = 100
_POSSIBLE = 10.0
_UNLIKELY = -19.0


Learned = tuple[list[tuple[str, Candidates]], list[tuple[str, Candidates]], list[tuple[str, int, str]]]
"""Forms at the beginning of a sentence and inside it with their tags; forms and tags with their lemmas."""


class Tagger:
    """Tags and lemmas of sentences; what depends on the word form alone is remembered."""

    def __init__(self, forms: Morphology) -> None:
        model = forms.model
        self._forms = forms
        self._anything = [(t, 0.0) for t in model.LP_wtag]
        self._transitions = {(a << _BITS) | b: after for (a, b), after in model.LP_trans_word.items()}
        self._names = {t: _stts(model.int2tag[t]) for t in model.LP_wtag}
        self._numbers = {name: t for t, name in reversed(self._names.items())}
        self._initial: dict[str, Candidates] = {}
        self._inner: dict[str, Candidates] = {}
        self._lemmas: dict[tuple[str, int], str] = {}
        self._allowed: dict[tuple[str, str], bool] = {}
        self._told = (0, 0, 0)

    def tag(self, words: Sequence[str], lower: Sequence[str]) -> tuple[list[str], list[str]]:
        """Return the tags and the lemmas of the words of a sentence, given also in lower case."""
        names = self._names
        numbers = self.decode(words)
        tags = [names[t] for t in numbers]
        sentence = Tagged(words, lower, tags, self.can_be)
        correct_words(sentence)
        correct_clauses(sentence)
        for i, name in enumerate(tags):
            if names[numbers[i]] != name:
                numbers[i] = self._numbers[name]
        lemmas = []
        known = self._lemmas
        for pair in zip(words, numbers):
            lemma = known.get(pair)
            if lemma is None:
                word = pair[0]
                lemma = known[pair] = (
                    word if len(word) > _LONGEST_WORD else in_todays_spelling(self._forms.lemma(*pair))
                )
            lemmas.append(lemma)
        return tags, lemmas

    def can_be(self, word: str, tag: str) -> bool:
        """Tell whether a word form allows a tag, whatever its neighbours: `verkauft` can be `VVFIN`, `gekauft` not."""
        key = (word, tag)
        found = self._allowed.get(key)
        if found is None:
            scores = dict(self._forms.tags(word.lower()))
            score = scores.get(self._numbers[tag], _NEVER)
            found = self._allowed[key] = score > max(scores.values(), default=0.0) - _POSSIBLE and score > _UNLIKELY
        return found

    def forget(self) -> None:
        """Cut back the caches that have grown too large, so that any number of documents fits into memory.

        The forms that were met first, which are the frequent ones, are kept.
        """
        self._forms.forget()
        caches: tuple[dict[Any, Any], ...] = (self._initial, self._inner, self._lemmas, self._allowed)
        for cache in caches:
            if len(cache) > _CACHED_FORMS:
                for key in list(cache)[_CACHED_FORMS // 2 :]:
                    cache.pop(key, None)
        initial, inner, lemmas = self._told
        self._told = (min(initial, len(self._initial)), min(inner, len(self._inner)), min(lemmas, len(self._lemmas)))

    @property
    def n_learned(self) -> int:
        """How many word forms are known by now."""
        return len(self._initial) + len(self._inner)

    @property
    def n_untold(self) -> int:
        """How many word forms were learned since `learned` or `learn` was called last."""
        return self.n_learned - self._told[0] - self._told[1]

    def learned(self) -> Learned:
        """Return what was learned since it was asked last, for another process to `learn`."""
        worth = self._forms.is_decoded
        initial, inner, lemmas = self._told
        new = (
            [(word, found) for word, found in _newest(self._initial, initial) if worth(word)],
            [(word, found) for word, found in _newest(self._inner, inner) if worth(word)],
            [(word, tag, lemma) for (word, tag), lemma in _newest(self._lemmas, lemmas)],
        )
        self._tell_no_more()
        return new

    def learn(self, learned: Learned | Sequence[Any]) -> None:
        """Take over what another process has learned; what was learned here must have been asked for before."""
        initial, inner, lemmas = learned
        for cache, forms in ((self._initial, initial), (self._inner, inner)):
            for word, candidates in forms:
                if word not in cache:
                    cache[word] = [(t, p) for t, p in candidates]
        for word, tag, lemma in lemmas:
            self._lemmas.setdefault((word, tag), lemma)
        self._tell_no_more()

    def _tell_no_more(self) -> None:
        self._told = (len(self._initial), len(self._inner), len(self._lemmas))

    def _candidates(self, words: Sequence[str]) -> list[Candidates]:
        found = []
        cache = self._initial
        for word in words:
            candidates = cache.get(word)
            if candidates is None:
                candidates = cache[word] = self._look_up(word, initial=cache is self._initial)
            found.append(candidates)
            cache = self._inner
        return found

    def _look_up(self, word: str, initial: bool) -> Candidates:
        mark = MARKS.get(word)
        if mark is not None:
            return [(self._numbers[mark], 0.0)]
        if len(word) > _LONGEST_WORD:
            return [(self._numbers["XY"], 0.0)]
        return self._forms.candidates(word, initial) or self._anything

    def decode(self, words: Sequence[str]) -> list[int]:
        """Return the most probable tags, as numbers; at each word the six best pairs of tags are continued."""
        transitions = self._transitions
        row = {_START_PAIR: 0.0}
        origins: list[dict[int, int]] = []
        for candidates in self._candidates(words):
            after: dict[int, float] = {}
            origin: dict[int, int] = {}
            bound = sorted(row.values())[-6] - 1 if len(row) > 5 else _NEVER
            for pair, score in row.items():
                if score < bound:
                    continue
                followers = transitions[pair]
                base = (pair & _LOW) << _BITS
                for t, p in candidates:
                    total = score + followers[t] + p
                    new = base | t
                    if new not in after or total > after[new]:
                        after[new] = total
                        origin[new] = pair
            origins.append(origin)
            row = after
        pair = max(row, key=lambda last: row[last] + transitions[last][_END])
        tags = []
        for origin in reversed(origins):
            tags.append(pair & _LOW)
            pair = origin[pair]
        return tags[::-1]


def _newest(cache: dict[Any, Any], n_old: int) -> list[tuple[Any, Any]]:
    return list(islice(reversed(cache.items()), max(len(cache) - n_old, 0)))[::-1]


def _stts(name: str) -> str:
    """Return the STTS tag for HanTa's name of it: `VV(FIN)` is `VVFIN`, nouns of all origins are `NN`."""
    if name in ("NNA", "NNI"):
        return "NN"
    return name if name.startswith("$") else name.replace("(", "").replace(")", "")


@lru_cache(maxsize=1)
def tagger() -> Tagger:
    """Return the tagger of this process."""
    return Tagger(morphology())


def tag(document: Document) -> Words:
    """Tag a document, sentence by sentence.

    Examples
    --------
    >>> from stimmlage.reading.segmentation import read_text
    >>> tag(read_text("Der Minister lehnt das ab.")).tag
    ['ART', 'NN', 'VVFIN', 'PDS', 'PTKVZ', '$.']
    """
    tags_of = tagger()
    tags_of.forget()
    tokens = document.tokens
    lower = [intern(word.lower()) for word in tokens.word]
    tags: list[str] = []
    lemmas: list[str] = []
    firsts: list[int] = []
    stops: list[int] = []
    for sentence in document.sentences:
        first, stop = sentence.first, sentence.stop
        names, bases = tags_of.tag(tokens.word[first:stop], lower[first:stop])
        tags += names
        lemmas += bases
        firsts += [first] * (stop - first)
        stops += [stop] * (stop - first)
    tag_surnames(tokens.word, tags, lemmas, firsts)
    none = [0] * len(tokens)
    words = Words(tokens.word, tokens.start, tokens.end, lower, tags, lemmas, firsts, stops, none, none)
    return replace(words, joint=series(words))
