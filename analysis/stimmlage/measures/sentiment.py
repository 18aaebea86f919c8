"""Sentiment: how good or bad is what the words of a passage name, and textblob-de's figure beside it."""

from __future__ import annotations

import hashlib
import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import fsum
from pathlib import Path
from typing import Any, ClassVar

from stimmlage.analysis import Analysis
from stimmlage.errors import OptionError
from stimmlage.measures.measure import Hit, Measure, count_words
from stimmlage.measures.own_words import GivenWords, OwnEntry, OwnWords
from stimmlage.measures.polar_words import CONCEDED, modified, polar_hits
from stimmlage.measures.polarity import SOURCES, PolarityLexicon, polarity_lexicon
from stimmlage.scope.scopes import NEGATED, Scopes
from stimmlage.scope.shifters import NO_SHIFTS, find_shifts

MECHANISMS = (*SOURCES, "negation", "intensity", "shifters")


@dataclass(frozen=True)
class Sentiment(OwnWords):
    r"""Polarity of each passage, from -1 (bad) to 1 (good).

    The hits are the polar words and phrases, each with its weight: that of the lexicon, turned
    by a negator (times -0.7) or by what acts on it (`die Inflation sinkt`, `Mangel an Vertrauen`; times -0.7), made
    stronger or weaker by an intensifier or diminisher, halved where it is only granted (`zwar gut, aber …`). With
    :math:`P` the sum of the positive and :math:`N` that of the negative weights,

    .. math:: sentiment = \frac{P - N}{P + N + smoothing}

    so that one weak word does not make a passage wholly good or bad. A passage without a polar
    word has no balance: its sentiment is NaN, while its two parts are 0.

    Read it as the balance of good and bad things that a passage *names*. It is not the writer's
    opinion, and not an attitude towards anybody: a report on a murder is negative.
    What is reported, asked or supposed counts like what is claimed; `scope` of the hits tells.

    Parts: `sentiment:positive` and `sentiment:negative`, the weights per 100 words.

    Parameters
    ----------
    lexicon : path, optional
        A polarity list of the user's instead of the kit's (`PolarityLexicon` names the formats).
    smoothing : float
        The weight that draws passages with little evidence towards 0.
    without : tuple of str
        Mechanisms to switch off: `own`, `neutral`, `textblob`, `parts`, `phrases`, `negation`, `intensity`,
        `shifters`.
    words : path or mapping, optional
        Words of your own beside the kit's, with their weight from −1 to 1: `measures.own_words` says how a list is
        written. They stand above the kit's; the category `none` takes a word out.
    own_only : bool
        Whether your words stand instead of the kit's.

    References
    ----------
    Taboada et al. (2011), Lexicon-based methods for sentiment analysis, Computational Linguistics 37(2).
    Klenner et al. (2010), the German Polarity Lexicon in textblob-de.

    Examples
    --------
    >>> from stimmlage import passages_of
    >>> Sentiment()(passages_of("Das ist gut. Das ist nicht gut. Das ist ein Tisch."))["value"].round(2).tolist()
    [0.43, -0.34, nan]
    """

    lexicon: str | Path | None = None
    smoothing: float = 1.0
    without: tuple[str, ...] = ()
    words: GivenWords = None
    own_only: bool = False

    name: ClassVar[str] = "sentiment"
    scores: ClassVar[Mapping[str, str]] = {"sentiment": "balance", "sentiment:*": "rate"}
    categories: ClassVar[tuple[str, ...]] = ("positive", "negative")
    weighted: ClassVar[bool] = True

    def __post_init__(self) -> None:
        if unknown := [m for m in self.without if m not in MECHANISMS]:
            raise OptionError(f"`without` takes {', '.join(map(repr, MECHANISMS))}; not {unknown[0]!r}.")
        if not self.smoothing >= 0:
            raise OptionError(f"`smoothing` must be 0 or more; not {self.smoothing!r}.")
        self._read_words()

    def identity(self) -> str:
        """Return the measure with its options, and the hash of the user's list."""
        if self.lexicon is None:
            return repr(self)
        return f"{self!r} {hashlib.sha256(Path(self.lexicon).read_bytes()).hexdigest()}"

    def find(self, analysis: Analysis) -> list[Hit]:
        """Find the polar words of a document, with what modifies them."""
        return self._with_own(analysis, self._find)

    def own(self, entry: OwnEntry, analysis: Analysis, scopes: Scopes, first: int) -> tuple[str, float, str]:
        """A word of the user's is turned, intensified and granted as the kit's are."""
        negation, intensity = "negation" not in self.without, "intensity" not in self.without
        shifts = find_shifts(analysis) if "shifters" not in self.without else NO_SHIFTS
        turned = shifts.turned.get(first)
        weight = entry.weight * scopes.factor(first, negation, intensity) * (1 if turned is None else NEGATED)
        weight *= CONCEDED if scopes.context(first) == "concession" else 1
        modifier = modified(analysis.words, scopes.modifier(first, negation, intensity), turned)
        return "positive" if weight > 0 else "negative", round(weight, 3), modifier

    def _find(self, analysis: Analysis) -> list[Hit]:
        negation, intensity, shifters = (m not in self.without for m in ("negation", "intensity", "shifters"))
        return polar_hits(analysis, self._lexicon(), negation, intensity, shifters)

    def score(self, hits: Sequence[Hit], n_words: int) -> Mapping[str, float]:
        """Balance the positive and the negative weights of a passage."""
        positive = fsum(h.weight for h in hits if h.weight > 0)
        negative = -fsum(h.weight for h in hits if h.weight < 0)
        per_hundred = 100 / n_words if n_words else float("nan")
        return {
            self.name: (positive - negative) / (positive + negative + self.smoothing) if hits else float("nan"),
            f"{self.name}:positive": positive * per_hundred,
            f"{self.name}:negative": negative * per_hundred,
        }

    def counted(self, hits: Sequence[Hit]) -> Mapping[str, Sequence[float]]:
        """Return the weights of all polar words, of the good and of the bad ones."""
        return {
            self.name: [h.weight for h in hits],
            f"{self.name}:positive": [h.weight for h in hits if h.weight > 0],
            f"{self.name}:negative": [-h.weight for h in hits if h.weight < 0],
        }

    def _lexicon(self) -> PolarityLexicon:
        path = None if self.lexicon is None else str(self.lexicon)
        return polarity_lexicon(path, tuple(m for m in self.without if m in SOURCES))


@dataclass(frozen=True)
class TextblobBaseline(Measure):
    """The polarity that textblob-de gives a passage: the baseline beside `Sentiment`.

    It is slow (15,000 words a second), and knows neither nouns nor `kein`; a passage in which it
    finds nothing gets 0 from it, as it is with textblob. The one hit of a passage is the passage.

    Examples
    --------
    >>> from stimmlage import passages_of
    >>> TextblobBaseline()(passages_of("Das ist gut. Das ist ein Skandal."))["value"].tolist()
    [1.0, 0.0]
    """

    name: ClassVar[str] = "textblob"
    scores: ClassVar[Mapping[str, str]] = {"textblob": "balance"}

    def find(self, analysis: Analysis) -> list[Hit]:
        """Ask textblob-de about each passage."""
        text = analysis.document.text
        return [
            Hit(self.name, "passage", text[p.start : p.end], p.start, p.end, _textblob(text[p.start : p.end]))
            for p in analysis.passages
            if count_words(analysis, p.start, p.end)
        ]

    def score(self, hits: Sequence[Hit], n_words: int) -> Mapping[str, float]:
        """Give the mean of textblob-de's figures."""
        return {self.name: fsum(h.weight for h in hits) / len(hits) if hits else float("nan")}


def _textblob(text: str) -> float:
    blob, tokenizer = _textblob_tools()
    return float(blob(text, tokenizer=tokenizer).sentiment.polarity)


@lru_cache(maxsize=1)
def _textblob_tools() -> tuple[Any, Any]:
    """Import textblob-de when it is first asked for; its default tokenizer would need a download."""
    with warnings.catch_warnings():  # its old escape sequences are no concern of who measures
        warnings.simplefilter("ignore")
        from textblob_de import TextBlobDE
        from textblob_de.tokenizers import PatternTokenizer

    return TextBlobDE, PatternTokenizer()
