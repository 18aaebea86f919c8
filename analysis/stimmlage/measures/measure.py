"""What all measures share: hits are the evidence, scores are made of them."""

from __future__ import annotations

from abc import ABC, abstractmethod
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from stimmlage.analysis import Analysis, analyse
from stimmlage.errors import ColumnError
from stimmlage.reading.segmentation import read_text

if TYPE_CHECKING:
    import pandas as pd


class Hit(NamedTuple):
    """One cue in the text: the evidence behind a score.

    `start` and `end` are offsets in the reading text, `weight` is what the cue adds to the score
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


class Measure(ABC):
    """A measure: a frozen dataclass that is called with a passages table and gives scores.

    A subclass names itself, finds its hits in one analysed document, and makes the scores of a
    passage out of the hits that lie in it. The first score is the headline; the others are its
    parts, named `<measure>:<part>`.
    """

    name: ClassVar[str]

    @abstractmethod
    def find(self, analysis: Analysis) -> list[Hit]:
        """Find the evidence in one document, in reading order."""

    @abstractmethod
    def score(self, hits: Sequence[Hit], n_words: int) -> Mapping[str, float]:
        """Make the scores of one passage from its hits; undefined is NaN."""

    def __call__(self, passages: pd.DataFrame) -> pd.DataFrame:
        """Score each passage: `doc_id`, `passage_id`, `measure`, `value`, `n_words`, a row each."""
        scores = self.profile(passages)
        return scores[scores["measure"] == self.name].reset_index(drop=True)

    def profile(self, passages: pd.DataFrame) -> pd.DataFrame:
        """Score each passage with the headline and all its parts, a row each."""
        import pandas as pd  # only here: many articles are analysed without it

        rows = [
            (doc_id, passage_id, name, value, n_words)
            for doc_id, passage_id, hits, n_words in self._measured(passages)
            for name, value in self.score(hits, n_words).items()
        ]
        return pd.DataFrame(rows, columns=["doc_id", "passage_id", "measure", "value", "n_words"])

    def hits(self, passages: pd.DataFrame) -> pd.DataFrame:
        """List the evidence in each passage; offsets count from the start of the document."""
        import pandas as pd

        rows = [
            (doc_id, passage_id, *hit)
            for doc_id, passage_id, hits, _ in self._measured(passages)
            for hit in hits
        ]
        return pd.DataFrame(rows, columns=["doc_id", "passage_id", *Hit._fields])

    def _measured(self, passages: pd.DataFrame):
        """Measure each passage by itself, as a text of its own."""
        missing = [c for c in ("doc_id", "passage_id", "text") if c not in passages.columns]
        if missing:
            raise ColumnError(f"`passages` needs the columns doc_id, passage_id and text; it lacks {missing}.")
        starts = passages["start"] if "start" in passages.columns else [0] * len(passages)
        for doc_id, passage_id, text, start in zip(
            passages["doc_id"], passages["passage_id"], passages["text"], starts, strict=True
        ):
            analysis = analyse(read_text(text, str(doc_id)))
            hits = [h._replace(start=h.start + start, end=h.end + start) for h in self.find(analysis)]
            yield doc_id, passage_id, hits, count_words(analysis, 0, len(text))


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
