"""What a word form can be: its possible tags with their probabilities, and its lemma for each tag.

The knowledge is the German model inside the HanTa wheel, a trigram model over the morphemes of a word
(Wartena 2019, "A Probabilistic Morphology Model for German Lemmatization"). HanTa decodes some thousand
word forms a second; this module decodes the same model many times as fast by

- looking up the morphemes that exist instead of asking every tag about every stretch of the word,
- sharing the scores of unknown morphemes between all words with the same ending and length,
- leaving out unknown morphemes that the beam of the four best states would drop anyway.

The results are HanTa's, save for ties between equally probable analyses. They depend on the word alone, not
on what was asked before, so that processes can exchange them.
"""

from __future__ import annotations

import math
from functools import lru_cache
from operator import itemgetter
from typing import Any

_NEVER = -math.inf
_WHOLE_WORD_UNKNOWN = 4.6
_CUTOFF = 5
_NEGLIGIBLE = 12.0
_DECODED_FORMS = 100_000
_STEM = 4

Candidates = list[tuple[int, float]]
"""Tags (as numbers) with log probabilities."""


class _Node:
    """A state of the word: the last two morpheme tags, and where it can go from here."""

    __slots__ = ("best_guess", "ends", "follow", "guesses", "tag")

    def __init__(self, tag: int) -> None:
        self.tag = tag
        self.follow: dict[int, tuple[_Node, float]] = {}
        self.guesses: list[tuple[int, _Node, float]] = []
        self.best_guess = _NEVER
        self.ends: list[tuple[int, float]] = []


Row = dict[_Node, float]
Live = list[tuple[_Node, float]]
_FirstRow = tuple[Row, float, Live]
Origins = dict[_Node, tuple[_Node, int]]
_Path = tuple[_Node, list[Origins]]


class _Endings(dict[str, str]):
    """The longest ending of a word that the model knows, by its last letters; filled as it is asked."""

    def __init__(self, known: frozenset[str]) -> None:
        self._known = known

    def __missing__(self, tail: str) -> str:
        found = self[tail] = next(tail[k:] for k in range(len(tail) + 1) if tail[k:] in self._known)
        return found


class _UnknownMorphemes:
    """How probable a morpheme that is not in the model is for each open class."""

    def __init__(self, model: Any) -> None:
        tags = [t for t in model.LP_m_t if t in model.LP_hapax_t and t in model.LP_s_t]
        self.position = {t: k for k, t in enumerate(tags)}
        base = [model.Int_t + model.LP_hapax_t[t] for t in tags]
        self._classes = list(zip(base, [model.LP_len_t[t] for t in tags], [model.LP_s_t[t] for t in tags]))
        self.best = [base + max(lengths) + max(endings.values()) for base, lengths, endings in self._classes]
        self.endings = _Endings(frozenset(model.LP_s_t[tags[0]]))
        self._scores: dict[tuple[str, int], list[float]] = {}

    def of(self, ending: str, length: int) -> list[float]:
        """Return log p(morpheme | class) for a morpheme of this length with this known ending."""
        key = (ending, length if length < 24 else 24)
        scores = self._scores.get(key)
        if scores is None:
            scores = [base + lengths[key[1]] + endings[ending] for base, lengths, endings in self._classes]
            self._scores[key] = scores
        return scores


class _Graph:
    """The states of a word and the steps between them: all, or only those on a way to one tag."""

    def __init__(self, model: Any, unknown: _UnknownMorphemes, reachable: frozenset[int] | None = None) -> None:
        self._unknown = unknown
        self._first: dict[tuple[str, int, bool], _FirstRow] = {}
        nodes = {state: _Node(state[1]) for state in model.LP_trans}
        for (_, last), followers in list(model.LP_trans.items()):
            for t in followers:
                nodes.setdefault((last, t), _Node(t))
        for (before, last), followers in model.LP_trans.items():
            node = nodes[before, last]
            allowed = [(t, p) for t, p in followers.items() if t > 0 and (reachable is None or t in reachable)]
            node.follow = {t: (nodes[last, t], p) for t, p in allowed}
            node.guesses = [(unknown.position[t], nodes[last, t], p) for t, p in allowed if t in unknown.position]
            node.best_guess = max((p + unknown.best[k] for k, _, p in node.guesses), default=_NEVER)
            node.ends = [(-t, p) for t, p in followers.items() if t < 0]
        self.start = nodes[0, 1]

    def first_row(self, ending: str, length: int, whole: bool) -> _FirstRow:
        """Return the states after an unknown morpheme that begins the word, the scores below which others
        need not be looked at, and the states to go on from if no others come in."""
        found = self._first.get((ending, length, whole))
        if found is None:
            scores = self._unknown.of(ending, length)
            less = _WHOLE_WORD_UNKNOWN if whole else 0.0
            row = {node: p + scores[k] - less for k, node, p in self.start.guesses if scores[k] > _NEVER}
            low = min(row.values(), default=_NEVER) - _NEGLIGIBLE
            if not whole:
                bound = _bound(row)
                row = {node: score for node, score in row.items() if score >= bound}
                low = max(low, bound)
            live = [(node, score) for node, score in row.items() if node.follow]
            found = self._first[ending, length, whole] = row, low, live
        return found

    def forget(self) -> None:
        self._first.clear()


def _bound(row: Row) -> float:
    """Return the score below which the states of a row are not continued: the fourth best less 1."""
    return sorted(row.values())[-4] - 1 if len(row) > 3 else _NEVER


class Morphology:
    """HanTa's German model, decoded for single word forms."""

    def __init__(self) -> None:
        from HanTa.HanoverTagger import HanoverTagger

        model = HanoverTagger("morphmodel_ger.pgz")
        self.model = model
        self._unknown = _UnknownMorphemes(model)
        self._graph = _Graph(model, self._unknown)
        self._graph_to: dict[int, _Graph] = {}
        self._paths: dict[str, dict[int, _Path]] = {}
        self._decoded = 0
        self._known: dict[str, Candidates] = {}
        for t, morphemes in model.LP_m_t.items():
            if t > 0:
                for morpheme, p in morphemes.items():
                    self._known.setdefault(morpheme, []).append((t, p))
        self._reach: dict[str, int] = {}
        for morpheme in self._known:
            if len(morpheme) >= _STEM:
                stem = morpheme[:_STEM]
                self._reach[stem] = max(len(morpheme), self._reach.get(stem, 0))
        self._endings = {
            pos: (endings, max(map(len, endings), default=0)) for pos, endings in model.lemmasuffixtable.items()
        }

    def candidates(self, word: str, initial: bool) -> Candidates:
        """Return the tags a word can have with log p(word | tag); `initial`: its case says nothing."""
        model = self.model
        lower = model.normalize(word)
        cached = model.cache.get(lower)
        scored = self._without_case(self.tags(lower) if cached is None else cached)
        if not initial:
            upper = word[0].isupper()
            scored = [(t, p + model.LP_case_t[t][upper]) for t, p in scored]
        scored.sort(key=itemgetter(1), reverse=True)
        return scored if cached is not None else [(t, p) for t, p in scored if p >= scored[0][1] - _CUTOFF]

    def _without_case(self, tags: Candidates) -> Candidates:
        prior = self.model.LP_wtag
        return [(t, p - prior[t]) for t, p in tags]

    def tags(self, word: str) -> Candidates:
        """Return all tags of a word in lower case with log p(word, tag)."""
        return self._tags_and_paths(word)[0]

    def _tags_and_paths(self, word: str) -> tuple[Candidates, dict[int, _Path]]:
        """Return all tags, and the paths of the probable ones, which are kept for the lemmas."""
        tags, paths = self._tags(word)
        scored = self._without_case(tags)
        limit = max([p for _, p in scored], default=_NEVER) - _CUTOFF
        probable = self._paths[word] = {t: paths[t] for t, p in scored if p >= limit}
        return tags, probable

    def _tags(self, word: str) -> tuple[Candidates, dict[int, _Path]]:
        """Return all tags of a word, and for each how its most probable analysis ends."""
        rows, origins = self._table(word, self._graph, guess=True)
        best: dict[tuple[int, int], float] = {}
        paths: dict[int, tuple[float, _Node]] = {}
        for node, score in rows[-1].items():
            for end, p in node.ends:
                total = score + p
                if total > best.get((node.tag, end), _NEVER):
                    best[node.tag, end] = total
                    if end not in paths or total > paths[end][0]:
                        paths[end] = (total, node)
        summed: dict[int, float] = {}
        for (_, end), score in best.items():
            summed[end] = _log_add(summed[end], score) if end in summed else score
        return list(summed.items()), {end: (node, origins) for end, (_, node) in paths.items()}

    def is_decoded(self, word: str) -> bool:
        """Tell whether the tags of a word must be worked out; those of frequent words are in the model."""
        return self.model.normalize(word) not in self.model.cache

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
        if tag in model.capitalizedlemmata:
            return base[0].upper() + base[1:] + self._ending(base, main)
        return base + self._ending(base, main)

    def forget(self) -> None:
        """Drop what is kept between looking for tags and for lemmas, and caches that have grown too large."""
        self._paths.clear()
        if self._decoded > _DECODED_FORMS:
            self._decoded = 0
            self._unknown.endings.clear()
            for graph in (self._graph, *self._graph_to.values()):
                graph.forget()

    def _ending(self, base: str, pos: str) -> str:
        endings, longest = self._endings.get(pos, ({}, 0))
        marked = "#" + base
        for size in range(min(longest, len(marked)), 0, -1):
            if (ending := endings.get(marked[-size:])) is not None:
                return str(ending)
        return ""

    def _path(self, word: str, tag: int) -> list[tuple[str, int]] | None:
        """Return the most probable morphemes of a word with this tag; known ones only, if that is possible."""
        graph = self._graph_to.get(tag)
        if graph is None:
            reachable = self.model.reachability.get(-tag, frozenset())
            graph = self._graph_to[tag] = _Graph(self.model, self._unknown, reachable)
        ready = self._ready(word, tag)
        if ready is not None and ready[1]:
            return ready[0]
        for guess in (False,) if ready is not None else (False, True):
            rows, origins = self._table(word, graph, guess)
            best, last = _NEVER, None
            for node, score in rows[-1].items():
                for end, p in node.ends:
                    if end == tag and score + p > best:
                        best, last = score + p, node
            if last is not None:
                return _trace(word, graph.start, last, origins)
        return None if ready is None else ready[0]

    def _ready(self, word: str, tag: int) -> tuple[list[tuple[str, int]], bool] | None:
        """Return the analysis found when the tags were looked for, and whether all its morphemes are known."""
        if word in self.model.cache:
            return None
        paths = self._paths.get(word)
        if paths is None:
            _, paths = self._tags_and_paths(word)
        path = paths.get(tag)
        if path is None:
            return None
        pairs = _trace(word, self._graph.start, *path)
        known = all(any(t == tag for t, _ in self._known.get(part, ())) for part, tag in pairs)
        return pairs, known

    def _table(self, word: str, graph: _Graph, guess: bool) -> tuple[list[Row], list[Origins]]:
        """Return for each position the states that a morpheme ending there leaves, and their origins."""
        self._decoded += 1
        size = len(word)
        shortest = (1 if size < 4 else 3) if guess else size + 1
        rows: list[Row] = [{} for _ in range(shortest if guess else size + 1)]
        origins: list[Origins] = [{} for _ in range(size + 1)]
        lives: list[Live] = [[]] * shortest
        lows: list[float] = [_NEVER] * shortest
        endings = self._unknown.endings
        for stop in range(shortest, size + 1):
            ending = endings[word[stop - 4 if stop > 4 else 1 : stop]]
            row, low, live = graph.first_row(ending, stop, stop == size)
            rows.append(row.copy())
            lives.append(live)
            lows.append(low)
        lives[0] = [(graph.start, 0.0)]
        for i in range(size):
            live = lives[i]
            if origins[i]:
                row = rows[i]
                bound = _bound(row)
                live = [(node, score) for node, score in row.items() if score >= bound and node.follow]
            if live:
                self._add_known(word, i, live, rows, origins)
                if i and i + shortest <= size:
                    self._add_unknown(word, i, live, rows, origins, lows, shortest)
        return rows, origins

    def _add_known(self, word: str, i: int, live: Live, rows: list[Row], origins: list[Origins]) -> None:
        known = self._known
        size = len(word)
        last = i + self._reach.get(word[i : i + _STEM], _STEM - 1)
        if last > size:
            last = size
        for j in range(i + 1, last + 1):
            for t, p in known.get(word[i:j], ()):
                row, origin = rows[j], origins[j]
                for node, score in live:
                    if t in node.follow:
                        new, q = node.follow[t]
                        total = score + q + p
                        if new not in row or total > row[new]:
                            row[new] = total
                            origin[new] = (node, i)

    def _add_unknown(
        self, word: str, i: int, live: Live, rows: list[Row], origins: list[Origins], lows: list[float], shortest: int
    ) -> None:
        """Add unknown morphemes from `i` on, save those to states that the beam drops or far worse ones."""
        lowest = min(lows[i + shortest :])
        for node, score in live:
            best = score + node.best_guess
            if best < lowest:
                continue
            for j in range(i + shortest, len(word) + 1):
                if best < lows[j]:
                    continue
                scores = self._unknown.of(self._unknown.endings[word[max(i + 1, j - 4) : j]], j - i)
                row = rows[j]
                for k, new, p in node.guesses:
                    total = score + p + scores[k]
                    if total > row.get(new, _NEVER):
                        row[new] = total
                        origins[j][new] = (node, i)


def _trace(word: str, start: _Node, node: _Node, origins: list[Origins]) -> list[tuple[str, int]]:
    pairs = []
    stop = len(word)
    while stop > 0:
        before, first = origins[stop].get(node, (start, 0))
        pairs.append((word[first:stop], node.tag))
        node, stop = before, first
    return pairs[::-1]


def _log_add(a: float, b: float) -> float:
    return max(a, b) + math.log1p(math.exp(-abs(a - b)))


@lru_cache(maxsize=1)
def morphology() -> Morphology:
    """Return the model; it is read from the HanTa wheel at the first call."""
    return Morphology()
