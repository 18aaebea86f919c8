"""Hedging: how surely a passage speaks, and what it lays at somebody else's door."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import fsum
from typing import ClassVar

from stimmlage.analysis import Analysis
from stimmlage.errors import OptionError
from stimmlage.language.lexicon import PhraseIndex, lexicon
from stimmlage.language.verbs import full_lemmas
from stimmlage.language.words import Words
from stimmlage.measures.cue_conditions import CONDITIONS, negated
from stimmlage.measures.measure import Hit, cue_at
from stimmlage.measures.modal_readings import find_modals
from stimmlage.measures.own_words import GivenWords, OwnEntry, OwnWords
from stimmlage.measures.reported_mood import find_reported
from stimmlage.scope.scopes import Scopes, find_scopes

CATEGORIES = ("hedge", "approximator", "reportive", "booster")
MECHANISMS = ("conditions", "modals", "mood", "negation")
_LISTS = {"hedges": "hedge", "approximators": "approximator", "reportive": "reportive", "boosters": "booster"}
_CERTAIN = frozenset(("muss", "muß", "müssen"))

Cue = tuple[int, int, str, str]
"""First word, stop, category, and what modified it."""


@dataclass(frozen=True)
class Hedging(OwnWords):
    """Rate of hedges in each passage, with approximators, reportive markers and boosters beside it.

    A *hedge* lowers the commitment to a claim (`vielleicht`, `könnte`, `er glaubt, dass`), an
    *approximator* leaves a quantity vague (`rund 20`), a *reportive* marker takes the claim from
    somebody else (`laut`, `soll gesagt haben`, `er habe`), a *booster* raises certainty or force
    (`zweifellos`). Whether a word is one of these is decided where it stands: `etwa` in the sense
    of "for example", `sicher` of safety, `kann` of ability and `soll` of duty are not counted.
    A booster that is negated (`nicht unbedingt`) is a hedge.

    The score is the number of hedges per `per` words; the parts are the rates of the four
    categories. A passage without words has none (NaN).

    Parameters
    ----------
    per : int
        The rates count cues per this many words.
    without : tuple of str
        Mechanisms to switch off: `conditions`, `modals`, `mood`, `negation`.
    words : path or mapping, optional
        Words of your own beside the kit's, with their category (`hedge`, `approximator`, `reportive`, `booster`):
        `measures.own_words` says how a list is written. They stand above the kit's; the category `none` takes a word
        out.
    own_only : bool
        Whether your words stand instead of the kit's.

    References
    ----------
    Hyland (2005), Metadiscourse, ch. 3. Biber (1988), Variation across Speech and Writing.
    Helbig & Helbig (1990), Lexikon deutscher Modalwörter. Fabricius-Hansen, Solfjeld & Pitz (2018), Der Konjunktiv.

    Examples
    --------
    >>> from stimmlage import passages_of
    >>> Hedging()(passages_of("Das ist wohl wahr. Ja."))["value"].tolist()
    [25.0, 0.0]
    """

    per: int = 100
    without: tuple[str, ...] = ()
    words: GivenWords = None
    own_only: bool = False

    name: ClassVar[str] = "hedging"
    scores: ClassVar[Mapping[str, str]] = {"hedging*": "rate"}
    categories: ClassVar[tuple[str, ...]] = CATEGORIES

    def __post_init__(self) -> None:
        if not self.per > 0:
            raise OptionError(f"`per` must be more than 0 words; not {self.per!r}.")
        if unknown := [m for m in self.without if m not in MECHANISMS]:
            raise OptionError(f"`without` takes {', '.join(map(repr, MECHANISMS))}; not {unknown[0]!r}.")
        self._read_words()

    def find(self, analysis: Analysis) -> list[Hit]:
        """Find the cues of a document; where two rules mark the same words, the first of mood, modals, lists wins."""
        return self._with_own(analysis, self._find)

    def own(self, entry: OwnEntry, analysis: Analysis, scopes: Scopes, first: int) -> tuple[str, float, str]:
        """A booster of the user's that is negated is a hedge, too."""
        by = negated(analysis.words, first) if entry.category == "booster" and "negation" not in self.without else None
        if by is None:
            return entry.category, 1.0, ""
        return "hedge", 1.0, f'negated by "{analysis.words.word[by[0]]}"'

    def _find(self, analysis: Analysis) -> list[Hit]:
        words, scopes = analysis.words, find_scopes(analysis)
        taken: set[int] = set()
        cues = []
        for first, stop, category, modifier in self._cues(analysis):
            if taken.isdisjoint(range(first, stop)):
                taken.update(range(first, stop))
                cues.append((first, stop, category, modifier))
        return [
            Hit(
                self.name,
                category,
                cue_at(analysis.document.text, words.start[first], words.end[stop - 1]),
                words.start[first],
                words.end[stop - 1],
                1.0,
                modifier,
                scopes.context(first),
            )
            for first, stop, category, modifier in sorted(cues)
        ]

    def score(self, hits: Sequence[Hit], n_words: int) -> Mapping[str, float]:
        """Count the cues of each category per `per` words."""
        scale = self.per / n_words if n_words else float("nan")
        rates = {c: fsum(h.weight for h in hits if h.category == c) * scale for c in CATEGORIES}
        return {self.name: rates["hedge"], **{f"{self.name}:{c}": rate for c, rate in rates.items()}}

    def _cues(self, analysis: Analysis) -> Iterator[Cue]:
        words = analysis.words
        if "mood" not in self.without:
            for i in find_reported(analysis):
                yield i, i + 1, "reportive", ""
        if "modals" not in self.without:
            yield from _modal_cues(analysis)
        yield from self._listed(words)

    def _listed(self, words: Words) -> Iterator[Cue]:
        conditions, negation = "conditions" not in self.without, "negation" not in self.without
        for first, stop, (category, condition) in _index().find(words.lower, full_lemmas(words), words.stop):
            if conditions and condition and not CONDITIONS[condition](words, first, stop):
                continue
            by = negated(words, first) if negation and category == "booster" else None
            if by is None:
                yield first, stop, category, ""
            else:
                yield first, stop, "hedge", f'negated by "{words.word[by[0]]}"'


def _modal_cues(analysis: Analysis) -> Iterator[Cue]:
    """Modal verbs that hedge (`könnte`), report (`soll gesagt haben`) or assert (`muss gewesen sein`)."""
    for i, reading in find_modals(analysis):
        if reading == "reportive":
            yield i, i + 1, "reportive", ""
        elif reading == "ep":
            yield i, i + 1, "booster" if analysis.words.lower[i] in _CERTAIN else "hedge", ""


@cache
def _index() -> PhraseIndex[tuple[str, str]]:
    return PhraseIndex(
        (row["entry"], (category, row.get("condition", "")))
        for name, category in _LISTS.items()
        for row in lexicon(name)
    )
