"""Concession: what a text grants to the other side before, or after, it speaks against it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from stimmlage.analysis import Analysis
from stimmlage.document import Span
from stimmlage.errors import OptionError
from stimmlage.language.words import Words
from stimmlage.measures.measure import Hit, cue_at
from stimmlage.measures.own_words import GivenWords, OwnWords
from stimmlage.scope.concession import MECHANISMS, conceded, find_concessions


@dataclass(frozen=True)
class Concession(OwnWords):
    """Rate of conceded clauses in each passage.

    A clause is conceded if it says so (*zwar*, *obwohl*, *natürlich* at its head, *Kritiker meinen*), if what follows
    turns against it (*aber*, *doch*, *trotzdem*), or if it carries on what is conceded; a phrase behind
    *trotz* is, too.
    These are the stretches that have the scope `concession` in the hits of all measures.

    Parameters
    ----------
    per : int
        The rate counts conceded clauses per this many words.
    without : tuple of str
        Mechanisms to switch off, some of `grants`, `voices`, `counters`, `objections`, `continuation`.
    words : path or mapping, optional
        Words of your own beside the kit's, with their category, which is `conceded`: `measures.own_words` says how a
        list is written. They stand above the kit's; the category `none` takes a word out.
    own_only : bool
        Whether your words stand instead of the kit's.

    References
    ----------
    Peldszus & Stede (2016), An annotated corpus of argumentative microtexts.

    Examples
    --------
    >>> from stimmlage import from_text
    >>> corpus = from_text("Das Bad ist zwar teuer, aber es hilft allen.")
    >>> corpus.measure(Concession()).hits[["cue", "modifier"]].values.tolist()
    [['Das Bad ist zwar teuer,', 'by "zwar"']]
    """

    per: int = 100
    without: tuple[str, ...] = ()
    words: GivenWords = None
    own_only: bool = False

    name: ClassVar[str] = "concession"
    scores: ClassVar[Mapping[str, str]] = {"concession": "rate"}
    categories: ClassVar[tuple[str, ...]] = ("conceded",)

    def __post_init__(self) -> None:
        if unknown := [m for m in self.without if m not in MECHANISMS]:
            raise OptionError(f"`without` takes {', '.join(map(repr, MECHANISMS))}; not {unknown[0]!r}.")
        if self.per < 1:
            raise OptionError(f"`per` must be 1 or more; not {self.per!r}.")
        self._read_words()

    def find(self, analysis: Analysis) -> list[Hit]:
        """Find the conceded clauses of a document, with the word that shows it; of your own words, the words."""
        return self._with_own(analysis, self._find)

    def _find(self, analysis: Analysis) -> list[Hit]:
        text = analysis.document.text
        return [
            Hit(self.name, "conceded", cue_at(text, c.start, c.end), c.start, c.end, 1.0, f'by "{c.cue}"', "concession")
            for c in find_concessions(analysis, self.without)
        ]

    def score(self, hits: Sequence[Hit], n_words: int) -> Mapping[str, float]:
        """Count the conceded clauses per `per` words."""
        return {self.name: len(hits) * self.per / n_words if n_words else float("nan")}

    def cues(self, words: Words, units: Sequence[Span]) -> list[str]:
        """Say of each unit of a text, cut by somebody else, by which cue it is conceded; empty if it is not."""
        return conceded(words, units, self.without)
