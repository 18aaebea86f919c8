"""What a word form can be: its possible tags with their probabilities, and its lemma for each tag.

The knowledge is the German model inside the HanTa wheel (a trigram model over morphemes: Wartena
2019, "A Probabilistic Morphology Model for German Lemmatization"). HanTa decodes it about 1,200 word forms
a second; this module decodes the same model more than twenty times as fast by

- looking up the morphemes that exist instead of asking every tag about every stretch of the word,
- sharing the scores of unknown morphemes between all words with the same suffix and length,
- leaving out unknown morphemes that the beam of three states would drop anyway.

The results are HanTa's, save for ties between equally probable analyses.
"""

from __future__ import annotations

import math
from functools import lru_cache
from operator import itemgetter
from typing import Any, NamedTuple

_START = (0, 1)
_UNKNOWN = 3
_NEVER = -math.inf
_WHOLE_WORD_UNKNOWN = 4.6
_CUTOFF = 5

Candidates = list[tuple[int, float]]
State = tuple[int, int]
Row = dict[State, float]


class _Step(NamedTuple):
    """Where a state leads: by known morphemes, by unknown ones, and to the end of the word."""

    known: dict[int, tuple[State, float]]
    unknown: list[tuple[int, State, float]]
    best_unknown: float
    final: list[tuple[int, float]]


_NOWHERE = _Step({}, [], _NEVER, [])


class _Steps:
    """All steps of the model, or only those on a way to one tag."""

    def __init__(self, model: Any, unknown: _UnknownMorphemes, reachable: frozenset[int] | None = None) -> None:
        self._scores = unknown
        self._rows: dict[tuple[str, int, bool], tuple[Row, float]] = {}
        self.of: dict[State, _Step] = {}
        for state, followers in model.LP_trans.items():
            allowed = [(t, p) for t, p in followers.items() if t > 0 and (reachable is None or t in reachable)]
            known = {t: ((state[1], t), p) for t, p in allowed}
            guesses = [(unknown.position[t], (state[1], t), p) for t, p in allowed if t in unknown.position]
            best = max((p + unknown.best[k] for k, _, p in guesses), default=_NEVER)
            self.of[state] = _Step(known, guesses, best, [(t, p) for t, p in followers.items() if t < 0])

    def first_row(self, suffix: str, length: int, whole: bool) -> tuple[Row, float]:
        """Return the states after one unknown morpheme, and the bound below which states are dropped."""
        key = (suffix, length, whole)
        found = self._rows.get(key)
        if found is None:
            scores = self._scores.of(suffix, length)
            less = _WHOLE_WORD_UNKNOWN if whole else 0.0
            row = {s: p + scores[k] - less for k, s, p in self.of[_START].unknown if scores[k] > _NEVER}
            found = self._rows[key] = row, _bound(row)
        return found


class _UnknownMorphemes:
    """How probable a morpheme that is not in the model is for each open class."""

    def __init__(self, model: Any) -> None:
        tags = [t for t in model.LP_m_t if t in model.LP_hapax_t and t in model.LP_s_t]
        self.position = {t: k for k, t in enumerate(tags)}
        self._base = [model.Int_t + model.LP_hapax_t[t] for t in tags]
        self._length = [model.LP_len_t[t] for t in tags]
        self._suffix = [model.LP_s_t[t] for t in tags]
        self._scores: dict[tuple[str, int], list[float]] = {}
        self.suffixes = frozenset(self._suffix[0])
        self.best = [
            base + max(length) + max(suffix.values())
            for base, length, suffix in zip(self._base, self._length, self._suffix)
        ]

    def of(self, suffix: str, length: int) -> list[float]:
        key = (suffix, length)
        scores = self._scores.get(key)
        if scores is None:
            by_class = zip(self._base, self._length, self._suffix)
            scores = self._scores[key] = [b + lens[min(length, 24)] + sufs[suffix] for b, lens, sufs in by_class]
        return scores

    def suffix(self, word: str, stop: int, length: int) -> str:
        """Return the longest known suffix, up to four letters, of the morpheme that ends at `stop`."""
        for size in (4, 3, 2, 1):
            if length > size and word[stop - size : stop] in self.suffixes:
                return word[stop - size : stop]
        return ""


def _bound(row: Row) -> float:
    """Return the score below which the states of a row are not continued: the fourth best less 1."""
    return sorted(row.values(), reverse=True)[3] - 1 if len(row) > 3 else _NEVER


class Morphology:
    """HanTa's German model, decoded for single word forms."""

    def __init__(self) -> None:
        from HanTa.HanoverTagger import HanoverTagger

        model = HanoverTagger("morphmodel_ger.pgz")
        self.model = model
        self._unknown = _UnknownMorphemes(model)
        self._steps = _Steps(model, self._unknown)
        self._steps_to: dict[int, _Steps] = {}
        self._known: dict[str, list[tuple[int, float]]] = {}
        for t, morphemes in model.LP_m_t.items():
            if t > 0:
                for morpheme, p in morphemes.items():
                    self._known.setdefault(morpheme, []).append((t, p))
        self._lemma_endings = {
            pos: (endings, max(map(len, endings), default=0)) for pos, endings in model.lemmasuffixtable.items()
        }

    def candidates(self, word: str, initial: bool) -> Candidates:
        """Return the tags a word can have with log p(word | tag); `initial`: its case says nothing."""
        model = self.model
        lower = model.normalize(word)
        cached = model.cache.get(lower)
        tags = self.tags(lower) if cached is None else cached
        upper = word[0].isupper()
        scored = [
            (t, p - model.LP_wtag[t] if initial else p + model.LP_case_t[t][upper] - model.LP_wtag[t])
            for t, p in tags
        ]
        scored.sort(key=itemgetter(1), reverse=True)
        if cached is None and scored:
            limit = scored[0][1] - _CUTOFF
            scored = [(t, p) for t, p in scored if p >= limit]
        return scored

    def tags(self, word: str) -> Candidates:
        """Return all tags of a word in lower case with log p(word, tag)."""
        last = self._rows(word, self._steps, guess=True)[0][-1]
        best: dict[State, float] = {}
        for state, score in last.items():
            for end, p in self._steps.of.get(state, _NOWHERE).final:
                key = (state[1], end)
                if score + p > best.get(key, _NEVER):
                    best[key] = score + p
        summed: dict[int, float] = {}
        for (_, end), score in best.items():
            summed[-end] = _log_add(summed[-end], score) if -end in summed else score
        return list(summed.items())

    def lemma(self, word: str, tag: int) -> str:
        """Return the base form of a word that has this tag."""
        word = word.lower()
        model = self.model
        name = model.int2tag[tag]
        pairs = [(word, tag)] if -tag in model.atomic_class else self._path(word, tag)
        if pairs is None:
            return word
        main = name.split("(")[0]
        dropped = model.nonstemtags.get(main, ())
        stem = [pair for pair in pairs if pair[1] not in dropped] or pairs
        last, last_tag = stem[-1]
        last_name = model.int2tag[last_tag]
        if last_name[:2] == name[:2] or last_name.startswith("SUF"):
            last = model.stemdict.get(last_tag, {}).get(last, last)
        base = "".join(morpheme for morpheme, _ in stem[:-1]) + last
        ending = self._lemma_ending(base, main)
        return (base[0].upper() + base[1:] if tag in model.capitalizedlemmata else base) + ending

    def _lemma_ending(self, base: str, pos: str) -> str:
        endings, longest = self._lemma_endings.get(pos, ({}, 0))
        marked = "#" + base
        for size in range(min(longest, len(marked)), 0, -1):
            ending = endings.get(marked[-size:])
            if ending is not None:
                return ending
        return ""

    def _path(self, word: str, tag: int) -> list[tuple[str, int]] | None:
        """Return the most probable morphemes of a word with this tag; known ones only, if that is possible."""
        steps = self._steps_to.get(tag)
        if steps is None:
            reachable = self.model.reachability.get(-tag, frozenset())
            steps = self._steps_to[tag] = _Steps(self.model, self._unknown, reachable)
        for guess in (False, True):
            rows, back = self._rows(word, steps, guess)
            best, state = _NEVER, None
            for candidate, score in rows[-1].items():
                for end, p in steps.of.get(candidate, _NOWHERE).final:
                    if end == -tag and score + p > best:
                        best, state = score + p, candidate
            if state is not None:
                return _trace(word, state, back)
        return None

    def _rows(self, word: str, steps: _Steps, guess: bool) -> tuple[list[Row], list[dict[State, tuple[State, int]]]]:
        """Fill the table: for each position the states that a morpheme ending there can leave, and their origin."""
        size = len(word)
        rows: list[Row] = [{} for _ in range(size + 1)]
        back: list[dict[State, tuple[State, int]]] = [{} for _ in range(size + 1)]
        bounds = [_NEVER] * (size + 1)
        shortest = 1 if size < 4 else 3
        if guess:
            for stop in range(shortest, size + 1):
                suffix = self._unknown.suffix(word, stop, stop)
                row, bounds[stop] = steps.first_row(suffix, stop, stop == size)
                rows[stop] = row.copy()
        self._extend_known(word, 0, {_START: 0.0}, steps, rows, back)
        for i in range(1, size):
            row = rows[i]
            if not row:
                continue
            if len(row) > 3:
                bound = sorted(row.values())[-4] - 1
                row = {state: score for state, score in row.items() if score >= bound}
            self._extend_known(word, i, row, steps, rows, back)
            if guess and i + shortest <= size:
                self._extend_unknown(word, i, row, steps, rows, back, bounds, shortest)
        return rows, back

    def _extend_known(self, word, i, row, steps, rows, back) -> None:
        known = self._known
        found = []
        for j in range(i + 1, len(word) + 1):
            tags = known.get(word[i:j])
            if tags is not None:
                found.append((j, tags))
        if not found:
            return
        for state, score in row.items():
            step = steps.of.get(state)
            if step is None:
                continue
            follow = step.known
            for j, tags in found:
                for t, p in tags:
                    arrival = follow.get(t)
                    if arrival is not None:
                        new, lpt = arrival
                        total = score + lpt + p
                        if total > rows[j].get(new, _NEVER):
                            rows[j][new] = total
                            back[j][new] = (state, i)

    def _extend_unknown(self, word, i, row, steps, rows, back, bounds, shortest) -> None:
        """Add unknown morphemes from `i` on, unless the beam would drop the state they lead to."""
        size = len(word)
        scores_of, suffix_of = self._unknown.of, self._unknown.suffix
        for state, score in row.items():
            step = steps.of.get(state)
            if step is None or not step.unknown:
                continue
            best = score + step.best_unknown
            for j in range(i + shortest, size + 1):
                if j < size and best < bounds[j]:
                    continue
                scores = scores_of(suffix_of(word, j, j - i), j - i)
                for k, new, lpt in step.unknown:
                    total = score + lpt + scores[k]
                    if total > rows[j].get(new, _NEVER):
                        rows[j][new] = total
                        back[j][new] = (state, i)


def _trace(word: str, state: State, back: list[dict[State, tuple[State, int]]]) -> list[tuple[str, int]]:
    pairs = []
    stop = len(word)
    while stop > 0:
        before, start = back[stop].get(state, (_START, 0))
        pairs.append((word[start:stop], state[1]))
        state, stop = before, start
    return pairs[::-1]


def _log_add(a: float, b: float) -> float:
    return max(a, b) + math.log1p(math.exp(-abs(a - b)))


@lru_cache(maxsize=1)
def morphology() -> Morphology:
    """Return the model; it is read from the HanTa wheel at the first call."""
    return Morphology()
