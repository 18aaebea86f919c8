"""Modality: what kind of possibility or necessity modal verbs speak of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from stimmlage.analysis import Analysis
from stimmlage.errors import OptionError
from stimmlage.language.words import Words
from stimmlage.measures.measure import Hit, cue_at
from stimmlage.measures.modal_readings import find_modals, reading
from stimmlage.measures.own_words import GivenWords, OwnWords
from stimmlage.scope.scopes import find_scopes

READINGS: Mapping[str, str] = {
    "ep": "epistemic",
    "reportive": "reportive",
    "expected": "expected",
    "de": "deontic",
    "dy": "dynamic",
}
"""The short names of the readings and what the hits call them."""


@dataclass(frozen=True)
class Modality(OwnWords):
    """Rate of modal verbs in each passage, by their reading.

    `epistemic`: the writer concludes (*dürfte stimmen*). `reportive`: others say so (*soll gesagt haben*).
    `expected`: it is planned, fated or asked (*sollte um vier kommen*). `deontic`: duty or permission. `dynamic`:
    ability or will.

    Parameters
    ----------
    per : int
        The rates count modal verbs per this many words.
    words : path or mapping, optional
        Words of your own beside the kit's, with their reading (`epistemic`, `reportive`, `expected`, `deontic`,
        `dynamic`): `measures.own_words` says how a list is written. They stand above the kit's; the category `none`
        takes a word out.
    own_only : bool
        Whether your words stand instead of the kit's.

    References
    ----------
    Palmer (2001), Mood and Modality; Marasović & Frank (2016), Multilingual modal sense classification.

    Examples
    --------
    >>> from stimmlage import passages_of
    >>> hits = Modality().hits(passages_of("Er dürfte irren. Sie muss zahlen."))
    >>> hits[["cue", "category"]].values.tolist()
    [['dürfte', 'epistemic'], ['muss', 'deontic']]
    """

    per: int = 100
    words: GivenWords = None
    own_only: bool = False

    name: ClassVar[str] = "modality"
    scores: ClassVar[Mapping[str, str]] = {"modality*": "rate"}
    categories: ClassVar[tuple[str, ...]] = tuple(READINGS.values())

    def __post_init__(self) -> None:
        if self.per < 1:
            raise OptionError(f"`per` must be 1 or more; not {self.per!r}.")
        self._read_words()

    def find(self, analysis: Analysis) -> list[Hit]:
        """Find the finite modal verbs of a document with their readings."""
        return self._with_own(analysis, self._find)

    def _find(self, analysis: Analysis) -> list[Hit]:
        words, scopes, text = analysis.words, find_scopes(analysis), analysis.document.text
        return [
            Hit(
                self.name,
                READINGS[kind],
                cue_at(text, words.start[i], words.end[i]),
                words.start[i],
                words.end[i],
                1.0,
                scopes.modifier(i, intensity=False),
                scopes.context(i),
            )
            for i, kind in find_modals(analysis)
        ]

    def score(self, hits: Sequence[Hit], n_words: int) -> Mapping[str, float]:
        """Count all modal verbs, and those of each reading, per `per` words."""
        scale = self.per / n_words if n_words else float("nan")
        counts = {kind: sum(hit.category == kind for hit in hits) for kind in READINGS.values()}
        return {self.name: len(hits) * scale, **{f"{self.name}:{kind}": n * scale for kind, n in counts.items()}}

    def reading(self, words: Words, i: int) -> str:
        """Name the reading of the modal verb `i`, finite or not, as the hits do."""
        return READINGS[reading(words, i)]
