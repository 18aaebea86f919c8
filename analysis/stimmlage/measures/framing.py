"""Framing: how the words that report quotations frame who is quoted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from stimmlage.analysis import Analysis
from stimmlage.errors import OptionError
from stimmlage.measures.measure import Hit, cue_at
from stimmlage.measures.own_words import GivenWords, OwnWords
from stimmlage.measures.reporting_frames import CATEGORIES, framing_of


@dataclass(frozen=True)
class Framing(OwnWords):
    """Rate of reporting words in each passage, by how they frame who is quoted.

    The hits lie where the reporting words stand, mostly in the author's own text; `target` is the id of the speaker
    who is framed. `corpus.framings()` gives the same with names and base forms.

    Parameters
    ----------
    per : int
        The rates count reporting words per this many words.
    words : path or mapping, optional
        Words of your own beside the kit's, with their frame, one of `reporting_frames.CATEGORIES`:
        `measures.own_words` says how a list is written. They stand above the kit's; the category `none` takes a word
        out.
    own_only : bool
        Whether your words stand instead of the kit's.

    References
    ----------
    Caldas-Coulthard (1994), On reporting reporting; the list of verbs is the project's own.

    Examples
    --------
    >>> from stimmlage import from_text
    >>> corpus = from_text("„Der Plan ist gut“, behauptete Anna Berg. Otto Klein betonte, er sei teuer.")
    >>> corpus.measure(Framing()).hits[["cue", "category"]].values.tolist()
    [['behauptete', 'distancing'], ['betonte', 'emphasising']]
    """

    per: int = 100
    words: GivenWords = None
    own_only: bool = False

    name: ClassVar[str] = "framing"
    scores: ClassVar[Mapping[str, str]] = {"framing*": "rate"}
    categories: ClassVar[tuple[str, ...]] = CATEGORIES

    def __post_init__(self) -> None:
        if self.per < 1:
            raise OptionError(f"`per` must be 1 or more; not {self.per!r}.")
        self._read_words()

    def find(self, analysis: Analysis) -> list[Hit]:
        """Find the reporting words of a document, each once."""
        return self._with_own(analysis, self._find)

    def _find(self, analysis: Analysis) -> list[Hit]:
        text = analysis.document.text
        return [hit._replace(cue=cue_at(text, hit.start, hit.end)) for hit in framing_of(analysis)]

    def score(self, hits: Sequence[Hit], n_words: int) -> Mapping[str, float]:
        """Count all reporting words, and those of each frame, per `per` words."""
        scale = self.per / n_words if n_words else float("nan")
        counts = {category: sum(hit.category == category for hit in hits) for category in CATEGORIES}
        return {
            self.name: len(hits) * scale,
            **{f"{self.name}:{category}": n * scale for category, n in counts.items()},
        }
