"""Sentiment: how good or bad is what the words of a passage name, and textblob-de's figure beside it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import fsum
from pathlib import Path
from typing import Any, ClassVar

from stimmlage.analysis import Analysis
from stimmlage.errors import OptionError
from stimmlage.language.given_names import GIVEN, full_names
from stimmlage.language.nouns import noun, person_noun
from stimmlage.language.tagging import Words
from stimmlage.language.tagsets import FINITE
from stimmlage.language.verbs import separated_prefixes
from stimmlage.measures.measure import Hit, Measure, count_words, cue_at
from stimmlage.measures.own_words import GivenWords, OwnEntry, OwnWords
from stimmlage.measures.polarity import SOURCES, PolarityLexicon, polarity_lexicon
from stimmlage.scope.scopes import NEGATED, Scopes, find_scopes
from stimmlage.scope.shifters import NO_SHIFTS, Shift, find_shifts, grows

MECHANISMS = (*SOURCES, "negation", "intensity", "shifters")
CONCEDED = 0.5
"""What a word weighs that is only granted: `zwar gut, aber zu teuer`."""
_POLAR_TAGS = frozenset(
    ("NN", "ADJA", "ADJD", "ADV", "VVFIN", "VVINF", "VVIZU", "VVPP", "VVIMP", "PTKVZ", "APPR", "PTKANT", "FM", "XY")
)
_NOUNS = frozenset(("NN", "FM", "XY"))


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
        modifier = _modifier(analysis.words, scopes.modifier(first, negation, intensity), turned)
        return "positive" if weight > 0 else "negative", round(weight, 3), modifier

    def _find(self, analysis: Analysis) -> list[Hit]:
        words, scopes = analysis.words, find_scopes(analysis)
        negation, intensity = "negation" not in self.without, "intensity" not in self.without
        polar = [
            (_head(words, first, stop), first, stop, weight)
            for first, stop, weight in _polar(analysis, self._lexicon())
        ]
        shifts = find_shifts(analysis) if "shifters" not in self.without else NO_SHIFTS
        silent = shifts.silenced_by({head for head, *_ in polar})
        silent |= {head for head, *_ in polar if grows(words, head) and _has_polar_subject(words, head, polar)}
        bad = {head for head, *_, weight in polar if weight < 0 and words.tag[head] == "ADJA"}
        silent |= {head for head, *_, weight in polar if weight > 0 and head - 1 in bad and words.tag[head] == "NN"}
        hits = []
        for head, first, stop, weight in polar:
            if head in silent:
                continue
            weight *= scopes.factor(head, negation, intensity)
            turned = shifts.turned.get(head)
            if turned is not None:
                weight *= NEGATED
            if scopes.context(head) == "concession":
                weight *= CONCEDED
            hits.append(
                Hit(
                    self.name,
                    "positive" if weight > 0 else "negative",
                    cue_at(analysis.document.text, words.start[first], words.end[stop - 1]),
                    words.start[first],
                    words.end[stop - 1],
                    round(weight, 3),
                    _modifier(words, scopes.modifier(head, negation, intensity), turned),
                    scopes.context(head),
                )
            )
        return hits

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


def _polar(analysis: Analysis, lexicon: PolarityLexicon) -> Iterator[tuple[int, int, float]]:
    """Yield `(first, stop, weight)` of the polar words and phrases; a phrase takes its words with it."""
    words = analysis.words
    weight = lexicon.weight
    phrases = {
        first: (stop, value) for first, stop, value in lexicon.phrases.find(words.lower, words.lower, words.stop)
    }
    lemmas, barred = analysis.once(_with_prefixes), analysis.once(_names) | analysis.once(_degrees)
    free = 0
    for i, tag in enumerate(words.tag):
        if i >= free and i in phrases:
            free, value = phrases[i]
            yield i, free, value
        elif (
            i >= free
            and tag in _POLAR_TAGS
            and i not in barred
            and (value := weight(words.word[i] if lemmas[i] == words.lemma[i] else lemmas[i], lemmas[i], tag in _NOUNS))
        ):
            yield i, i + 1, value


def _modifier(words: Words, modifier: str, turned: Shift | None) -> str:
    if turned is None:
        return modifier
    return ", ".join(filter(None, (modifier, f'turned by "{words.word[turned.first]}"')))


def _has_polar_subject(words: Words, verb: int, polar: Sequence[tuple[int, int, int, float]]) -> bool:
    """Tell whether a word of tone stands in the clause of a verb that says that there is more of something."""
    return any(abs(head - verb) < 6 and words.tag[head] in _NOUNS for head, *_ in polar)


def _head(words: Words, first: int, stop: int) -> int:
    """Return the word of a hit that is asked for its scope: the last noun or verb of a phrase."""
    return next((i for i in range(stop - 1, first, -1) if words.tag[i] in _POLAR_TAGS), first)


def _names(analysis: Analysis) -> frozenset[int]:
    """Return the tokens of people's names: a minister called Streit is no quarrel."""
    words = analysis.words
    places = {i for a, b in full_names(words.word) for i in range(a, b)}
    surnames = {words.word[i] for i in places if words.word[i] not in GIVEN}
    for i, form in enumerate(words.word):
        known = person_noun(words.word[i - 1]) if i else None
        titled = known is not None and known.number != "p" and words.tag[i] == "NN" and noun(form) is None
        if (titled and i + 1 < len(words) and words.tag[i + 1] in FINITE) or (
            form in surnames and i and words.tag[i - 1] not in ("ART", "ADJA", "PPOSAT", "PIAT", "APPRART")
        ):
            places.add(i)
    return frozenset(places)


_MOST = ["ADJD", "VVPP"]


def _degrees(analysis: Analysis) -> frozenset[int]:
    """Return the tokens of adverbs that only say how much: `stark beschädigt`, `am stärksten betroffen`."""
    words = analysis.words
    intensity = find_scopes(analysis).intensity
    found = {i for _, first, stop in intensity.values() for i in range(first, stop) if words.tag[i] in ("ADV", "ADJD")}
    found |= {i for i in range(1, len(words) - 1) if words.lower[i - 1] == "am" and words.tag[i : i + 2] == _MOST}
    return frozenset(found)


def _with_prefixes(analysis: Analysis) -> list[str]:
    """Return the lemmas with separated prefixes put back: `lehnt … ab` is `ablehnen`."""
    words = analysis.words
    lemmas = list(words.lemma)
    for sentence in analysis.document.sentences:
        for verb, prefix in separated_prefixes(words, sentence.first, sentence.stop).items():
            if not lemmas[verb].startswith(words.lower[prefix]):
                lemmas[verb] = words.lower[prefix] + lemmas[verb]
                if lemmas[verb] == "ausfallen" and "ADJD" in words.tag[verb:prefix]:
                    lemmas[verb] = "geschehen"  # `fiel gut aus`
    return lemmas


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
    from textblob_de import TextBlobDE
    from textblob_de.tokenizers import PatternTokenizer

    return TextBlobDE, PatternTokenizer()
