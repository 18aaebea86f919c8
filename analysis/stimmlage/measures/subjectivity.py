"""Subjectivity: does a passage judge, comment and address, or does it report?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import fsum
from types import MappingProxyType
from typing import ClassVar

from stimmlage.analysis import Analysis
from stimmlage.errors import OptionError
from stimmlage.language.closed_classes import NEGATIVE_ARTICLES
from stimmlage.language.lexicon import PhraseIndex, lexicon
from stimmlage.language.lexicon import words as entries
from stimmlage.language.tagsets import FINITE
from stimmlage.language.words import Words
from stimmlage.measures.measure import Hit, cue_at
from stimmlage.measures.own_words import GivenWords, OwnEntry, OwnWords
from stimmlage.measures.particles import find_particles
from stimmlage.measures.sentiment import Sentiment
from stimmlage.scope.scopes import Scopes, find_scopes

WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "exclamation": 1.5,  # the mark itself: hardly any in reports
        "judgement": 1.0,  # absurd, skandalös, Panikmache
        "comment": 0.75,  # offenbar, leider, keineswegs: the writer on what is said
        "self": 0.75,  # ich, wir, unser
        "general": 0.75,  # man, jeder, nie, immer
        "particle": 0.5,  # ja, doch, eben, wohl
        "connective": 0.5,  # a sentence that begins with und, aber, also, denn
        "irony": 0.5,  # one to three words in quotation marks
        "superlative": 0.5,
        "demonstrative": 0.4,  # das, dieser: argues with what was said
        "colloquial": 0.3,
        "polar": 0.3,  # times the strength of the polar word
        "focus": 0.25,  # nur, auch, sogar, noch
        "intensifier": 0.25,
        "argument": 0.25,  # weil, deshalb, wenn, sondern
        "negation": 0.25,
        "modal": 0.25,
        "question": 0.25,
        "number": -0.3,
        "past": -0.4,  # the tense of reports
        "reporting": -0.5,  # sagte, erklärte
        "source": -0.75,  # Studie, Sprecher
        "attribution": -1.0,  # laut, zufolge
        "subjunctive": -1.0,  # sei, habe, werde: somebody else's words
    }
)
"""What a cue of each category adds, set by hand in few steps: above 0 the writer's own view, below 0 the report."""

_LISTED: PhraseIndex[str] = PhraseIndex((row["entry"], row["category"]) for row in lexicon("evaluation_words"))
_INTENSIFIERS: PhraseIndex[str] = PhraseIndex((row["entry"], row["category"]) for row in lexicon("intensifiers"))
_OPENERS = frozenset("und aber doch denn oder also nun so da".split())
_SUBJUNCTIVES = entries("word_classes", "subjunctive")
_NEGATORS = NEGATIVE_ARTICLES | {"nicht", "nie", "niemals", "nichts", "niemand"}
_STRONG_PAST = entries("word_classes", "strong_past")
_NO_PAST = entries("word_classes", "no_past")
_SUPERLATIVE = ("ste", "sten", "ster", "stes", "stem")
_OPEN, _CLOSE = frozenset('„»«"“'), frozenset('“”»«"')


@dataclass(frozen=True)
class Subjectivity(OwnWords):
    r"""How much a passage shows its writer's own view.

    Each cue adds the weight of its category (`WEIGHTS`, set by hand): judging and commenting words,
    particles, first person, generalisations, questions and the like speak for a view of one's own;
    reporting verbs, sources, Konjunktiv I, numbers and the past tense for a report.

    .. math:: subjectivity = 100 \cdot \frac{\sum weights}{words + padding}

    The padding keeps very short passages from extremes. Above about 3.5 a news sentence is
    more often subjective than not. It measures style: a report may hide a view,
    and irony without a mark is not seen.

    Parameters
    ----------
    padding : int
        Words added to the length of each passage.
    without : tuple of str
        Categories to leave out.
    words : path or mapping, optional
        Words of your own beside the kit's, with their category, one of `WEIGHTS`: `measures.own_words` says how a list
        is written. They stand above the kit's; the category `none` takes a word out.
    own_only : bool
        Whether your words stand instead of the kit's.

    References
    ----------
    Biber (1988), Variation across speech and writing (involved against informational production).
    Wiebe et al. (2004), Learning subjective language, Computational Linguistics 30(3).

    Examples
    --------
    >>> from stimmlage import passages_of
    >>> text = "Das ist doch absurd! Die Sitzung dauerte laut Angaben 3 Stunden."
    >>> own, report = Subjectivity()(passages_of(text))["value"]
    >>> own > 10, report < 0
    (True, True)
    """

    padding: int = 10
    without: tuple[str, ...] = ()
    words: GivenWords = None
    own_only: bool = False

    name: ClassVar[str] = "subjectivity"
    scores: ClassVar[Mapping[str, str]] = {"subjectivity": "net", "subjectivity:*": "rate"}
    categories: ClassVar[tuple[str, ...]] = tuple(WEIGHTS)

    def __post_init__(self) -> None:
        known = self._categories()
        if unknown := [c for c in self.without if c not in known]:
            raise OptionError(f"`without` takes {', '.join(map(repr, known))}; not {unknown[0]!r}.")
        if self.padding < 0:
            raise OptionError(f"`padding` must be 0 or more; not {self.padding!r}.")
        self._read_words()

    def _categories(self) -> tuple[str, ...]:
        return tuple(WEIGHTS)

    def find(self, analysis: Analysis) -> list[Hit]:
        """Find the cues of a writer's view and of a report."""
        return self._with_own(analysis, self._find)

    def own(self, entry: OwnEntry, analysis: Analysis, scopes: Scopes, first: int) -> tuple[str, float, str]:
        """A word of the user's weighs what its category does."""
        return entry.category, WEIGHTS[entry.category], ""

    def _find(self, analysis: Analysis) -> list[Hit]:
        words, scopes = analysis.words, find_scopes(analysis)
        hits = []
        for first, stop, category, strength in _cues(analysis, scopes):
            if category not in self.without:
                start, end = words.start[first], words.end[stop - 1]
                hits.append(
                    Hit(
                        self.name,
                        category,
                        cue_at(analysis.document.text, start, end),
                        start,
                        end,
                        round(WEIGHTS[category] * strength, 3),
                        "",
                        scopes.context(first),
                    )
                )
        return sorted(hits, key=lambda h: (h.start, h.end))

    def score(self, hits: Sequence[Hit], n_words: int) -> Mapping[str, float]:
        """Sum the weights of a passage per 100 words."""
        scale = 100 / (n_words + self.padding) if n_words else float("nan")
        return {
            self.name: fsum(h.weight for h in hits) * scale,
            f"{self.name}:view": fsum(h.weight for h in hits if h.weight > 0) * scale,
            f"{self.name}:report": -fsum(h.weight for h in hits if h.weight < 0) * scale,
        }

    def counted(self, hits: Sequence[Hit]) -> Mapping[str, Sequence[float]]:
        """Return the weights of all cues, of those of a view and of those of a report."""
        return {
            self.name: [h.weight for h in hits],
            f"{self.name}:view": [h.weight for h in hits if h.weight > 0],
            f"{self.name}:report": [-h.weight for h in hits if h.weight < 0],
        }


Cue = tuple[int, int, str, float]


def _cues(analysis: Analysis, scopes: Scopes) -> Iterator[Cue]:
    words = analysis.words
    for first, stop, category in _LISTED.find(words.lower, words.lemma, words.stop):
        if words.word[first] != "Mal" or first == words.first[first]:  # `jedes Mal` counts; `mal` is colloquial
            yield first, stop, category, 1.0
    for first, stop, category in _INTENSIFIERS.find(words.lower, words.lemma, words.stop):
        if category == "intensifier" and words.tag[first] not in ("PTKZU", "APPR", "PTKVZ", "KOUS"):
            yield first, stop, "intensifier", 1.0
    questions = frozenset(i for i, context in scopes.contexts.items() if context == "question")
    for first, stop, category in find_particles(words, questions):
        yield first, stop, "focus" if category == "focus" else "particle", 1.0
    index = {start: i for i, start in enumerate(words.start)}
    for hit in Sentiment().find(analysis):
        first = index[hit.start]
        yield first, first + len(hit.cue.split()), "polar", abs(hit.weight)
    for sentence in analysis.document.sentences:
        yield from _openings(words, sentence.first)
    yield from _forms(words)
    yield from _irony(words)


def _openings(words: Words, first: int) -> Iterator[Cue]:
    if words.lower[first] in _OPENERS:
        yield first, first + 1, "connective", 1.0


def _forms(words: Words) -> Iterator[Cue]:
    """Cues by the form or tag of single words."""
    for i, (form, tag) in enumerate(zip(words.lower, words.tag)):
        category = _MARKS.get(form) or _BY_TAG.get(tag)
        if form in _NEGATORS:
            category = "negation"
        elif form in _SUBJUNCTIVES and tag in FINITE:
            category = None if "ich" in words.lower[max(i - 2, 0) : i + 2] else "subjunctive"
        elif tag in ("VVFIN", "VAFIN") and _is_past(form):
            category = "past"
        elif (
            tag == "ADJA"
            and form.endswith(_SUPERLATIVE)
            and words.lemma[i].lower() != form
            and _is_superlative(form, words.lemma[i])
        ):
            category = "superlative"
        elif category is None and form[0].isdigit():
            category = "number"
        if category:
            yield i, i + 1, category, 1.0


_MARKS = {"?": "question", "!": "exclamation"}
_BY_TAG = {"CARD": "number", "VMFIN": "modal", "PDS": "demonstrative", "PDAT": "demonstrative"}


def _is_past(form: str) -> bool:
    return (form in _STRONG_PAST or form.endswith(("te", "ten"))) and form not in _NO_PAST


def _is_superlative(form: str, lemma: str) -> bool:
    """`wichtigste` is one of `wichtig`, `gerechte` none of `gerecht`; ordinals are none."""
    base = lemma.lower()
    return not base.endswith("t") and base[:3] == form[:3]


def _irony(words: Words) -> Iterator[Cue]:
    """One to three words in quotation marks, within a sentence: `die „Experten“`."""
    opened = -1
    for i, form in enumerate(words.word):
        if opened >= 0 and form in _CLOSE:
            if 1 <= i - opened - 1 <= 3 and words.lower[i - 1] not in ",.!?" and words.stop[opened + 1] >= i:
                yield opened + 1, i, "irony", 1.0
            opened = -1
        elif form in _OPEN:
            opened = i
