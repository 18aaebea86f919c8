"""What all measures share: hits are the evidence, scores are made of them."""

from __future__ import annotations

from abc import ABC, abstractmethod
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from fnmatch import fnmatchcase
from functools import lru_cache
from math import fsum
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from stimmlage.analysis import Analysis
from stimmlage.errors import OptionError
from stimmlage.measures.reassembly import analyses_of
from stimmlage.schema import KINDS, ROWS, frame

if TYPE_CHECKING:
    import pandas as pd


class Hit(NamedTuple):
    """One cue in the text: the evidence behind a score.

    `start` and `end` are offsets in the reading text, within one sentence; `cue` is what stands there, with white
    space of any kind written as one blank. `weight` is what the cue adds to the score
    after modification, `modifier` says in words what modified it (`negated by "nicht"`), empty if
    nothing did; `scope` is the context that was taken into account (`question`, `conditional`,
    `concession`, `reported`), empty for none; `target` is what a stance is taken towards.
    """

    measure: str
    category: str
    cue: str
    start: int
    end: int
    weight: float
    modifier: str = ""
    scope: str = ""
    target: str = ""


class Score(NamedTuple):
    """One score of a passage, and what the estimate of a group is made of: the sum of `total` over that of `base`.

    `n_hits` is how many hits it counts, `total` and `squares` the sums of their weights and squared weights; `base`
    are the words in units of the rate, or the number of values that a mean is taken of.
    """

    value: float
    n_hits: int
    total: float
    squares: float
    base: float


class Measure(ABC):
    """A measure: a frozen dataclass that is called with a passages table and gives scores.

    A subclass names itself, finds its hits in one analysed document, and makes the scores of a
    passage out of the hits that lie in it. The first score is the headline; the others are its
    parts, named `<measure>:<part>`. `scores` declares for each score, or for all that a pattern
    with `*` matches, what kind of number it is; statistics go by it:

    - `rate`: cues per a number of words; a group's rate is all its cues to all its words
    - `net`: cues for less cues against, per a number of words
    - `balance`: a mean of signed weights in [-1, 1]; a group's is the mean of all its hits
    - `position`: for (1) or against (-1) a target; a group's is the mean of all its positions

    A rate is per 100 words, or per `per` where a measure has such a field.
    """

    name: ClassVar[str]
    scores: ClassVar[Mapping[str, str]] = MappingProxyType({})

    @abstractmethod
    def find(self, analysis: Analysis) -> list[Hit]:
        """Find the evidence in one document, in reading order."""

    @abstractmethod
    def score(self, hits: Sequence[Hit], n_words: int) -> Mapping[str, float]:
        """Make the scores of one passage from its hits; undefined is NaN."""

    def counted(self, hits: Sequence[Hit]) -> Mapping[str, Sequence[float]]:  # noqa: ARG002
        """Return the weights that each score counts, so that those of a group can be pooled.

        A score that is not named is pooled by its value: as a rate per words, or as one value for each passage.
        """
        return {}

    def scored(self, hits: Sequence[Hit], n_words: int) -> dict[str, Score]:
        """Make the scores of one passage, each with what a group's estimate is made of."""
        counted = self.counted(hits)
        words = n_words / float(getattr(self, "per", 100))
        found = {}
        for name, value in self.score(hits, n_words).items():
            by_words = self.kind(name) in ("rate", "net")
            weights = counted.get(name)
            if weights is None:
                base = words if by_words else float(value == value)
                total = round(value * base, 9) if base else 0.0
                squares = abs(total) if by_words else total * total
                found[name] = Score(value, round(abs(total)) if by_words else int(base), total, squares, base)
            elif weights:
                base = words if by_words else float(len(weights))
                found[name] = Score(value, len(weights), fsum(weights), fsum(w * w for w in weights), base)
            else:
                found[name] = Score(value, 0, 0.0, 0.0, words if by_words else 0.0)
        return found

    def identity(self) -> str:
        """Return what a run is known by when it is resumed: the measure with its options, and what its lists hold."""
        return repr(self)

    def kind(self, score: str) -> str:
        """Return the declared kind of a score: `rate`, `balance` or `position`.

        Raises
        ------
        OptionError
            If the measure does not declare it, or declares another kind.
        """
        return _kind(type(self), score)

    def __call__(self, passages: pd.DataFrame) -> pd.DataFrame:
        """Score each passage: a table of `scores` with the headline of each, a row each.

        A passages table of a corpus gives what `corpus.measure` gives: its passages are put together to their sentences
        again. Rows that were taken out of it are missing in their sentence; passages without `start` and
        `sentence_id` are measured each by itself.
        """
        scores = self.profile(passages)
        return scores[scores["measure"] == self.name].reset_index(drop=True)

    def profile(self, passages: pd.DataFrame) -> pd.DataFrame:
        """Score each passage with the headline and all its parts, a row each."""
        row = ROWS["scores"]
        return frame(
            "scores",
            [
                row(
                    doc_id=doc_id,
                    passage_id=passage_id,
                    measure=name,
                    n_words=n_words,
                    kind=self.kind(name),
                    **score._asdict(),
                )
                for doc_id, passage_id, hits, n_words in self._measured(passages)
                for name, score in self.scored(hits, n_words).items()
            ],
        )

    def hits(self, passages: pd.DataFrame) -> pd.DataFrame:
        """List the evidence in each passage: a table of `hits`; offsets count from the start of the document."""
        row = ROWS["hits"]
        return frame(
            "hits",
            [
                row(doc_id=doc_id, passage_id=passage_id, **hit._asdict())
                for doc_id, passage_id, hits, _ in self._measured(passages)
                for hit in hits
            ],
        )

    def _measured(self, passages: pd.DataFrame) -> Iterator[tuple[str, int, list[Hit], int]]:
        for analysis in analyses_of(passages):
            found = hits_by_passage(analysis, self.find(analysis))
            for passage, hits, n_words in zip(analysis.passages, found, words_by_passage(analysis), strict=True):
                yield analysis.document.doc_id, passage.passage_id, hits, n_words


def cue_at(text: str, start: int, end: int) -> str:
    """Return the cue of a hit: what stands at its place, with line breaks and the like written as one blank."""
    return " ".join(text[start:end].split())


@lru_cache(maxsize=10_000)
def _kind(measure: type[Measure], score: str) -> str:
    declared = next((kind for pattern, kind in measure.scores.items() if fnmatchcase(score, pattern)), None)
    if declared not in KINDS:
        said = "does not say what kind it is" if declared is None else f"calls it {declared!r}"
        raise OptionError(
            f"{measure.__name__} gives the score {score!r} and {said}; "
            f"declare it in the class, for example scores = {{{score!r}: 'rate'}} (one of {', '.join(KINDS)})."
        )
    return declared


def count_words(analysis: Analysis, start: int, end: int) -> int:
    """Count the words (tokens that hold a letter or digit) between two offsets."""
    starts = analysis.words.start
    first, stop = bisect_left(starts, start), bisect_left(starts, end)
    return sum(word[0].isalnum() or word[-1].isalnum() for word in analysis.words.word[first:stop])


def words_by_passage(analysis: Analysis) -> list[int]:
    """Count the words of each passage."""
    return [count_words(analysis, p.start, p.end) for p in analysis.passages]


def hits_by_passage(analysis: Analysis, hits: Sequence[Hit]) -> list[list[Hit]]:
    """Sort hits into the passages of a document; a hit belongs to the passage in which it starts."""
    starts = [p.start for p in analysis.passages]
    sorted_hits: list[list[Hit]] = [[] for _ in analysis.passages]
    for hit in hits:
        sorted_hits[max(bisect_right(starts, hit.start) - 1, 0)].append(hit)
    return sorted_hits
