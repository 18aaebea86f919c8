"""The profile: words by which speakers comment on what they say, by class."""

from __future__ import annotations

from collections.abc import Iterator

from stimmlage.analysis import Analysis
from stimmlage.language.lexicon import PhraseIndex, lexicon
from stimmlage.language.lexicon import words as entries
from stimmlage.language.words import Words
from stimmlage.measures.measure import Hit
from stimmlage.measures.modal_readings import reading
from stimmlage.scope.scopes import Scopes

CLASSES = ("certainty", "hypothesis", "distance", "affect", "evaluation", "obligation", "demand")
"""The five classes of German Modalwörter (Helbig & Helbig), then what must be and what is asked for."""

_WORDS: PhraseIndex[str] = PhraseIndex((row["entry"], row["category"]) for row in lexicon("modalwoerter"))
_DUTIES = {"müssen": (False,), "sollen": (False, True), "dürfen": (True,)}
"""Modals of duty, and whether they are so plain or negated: `muss`, `darf nicht`."""

_NO_DUTY = entries("modal_contexts", "no_duty")
_BEFORE_NOUNS = entries("word_classes", "modal_adjective")


def find_profile(analysis: Analysis, scopes: Scopes) -> Iterator[Hit]:
    """Find the words of the profile, save demands, which are found with the sides (`stance_sides`)."""
    words = analysis.words
    for first, stop, category in _WORDS.find(words.lower, words.lemma, words.stop):
        if stop == first + 1 and not _comments(words, first, category):
            continue
        negator = scopes.negator.get(first)
        if negator is None:
            yield _hit(words, first, stop, category)
        elif category == "certainty":
            yield _hit(words, first, stop, "hypothesis", f'negated by "{" ".join(words.word[slice(*negator)])}"')
        elif category != "obligation":
            yield _hit(words, first, stop, category)
    yield from _duties(analysis, scopes)


def _comments(words: Words, i: int, category: str) -> bool:
    """Tell whether a single word comments on the clause and is no plain adjective or modal adverb."""
    if words.tag[i] == "ADJA":
        return category in ("distance", "affect", "obligation")
    form = words.lower[i]
    if form in _BEFORE_NOUNS and words.tag[i] == "ADJD" and i and words.lower[i - 1] in ("so", "sehr", "als", "zu"):
        return False
    return not (form == "wohl" and _is_well(words, i))


def _is_well(words: Words, i: int) -> bool:
    """`sich wohl fühlen`, `sehr wohl`, `wohl aber`: no guess."""
    before = words.lower[i - 1] if i else ""
    after = words.lemma[i + 1] if i + 1 < len(words) else ""
    return before in ("sehr", "sich") or after in ("aber", "fühlen")


def _duties(analysis: Analysis, scopes: Scopes) -> Iterator[Hit]:
    """Find deontic `müssen`, `sollen`, `nicht dürfen`, and `sein`/`haben` with `zu` and an infinitive."""
    words = analysis.words
    for sentence in analysis.document.sentences:
        for i in range(sentence.first, sentence.stop):
            tag, lemma = words.tag[i], words.lemma[i]
            if tag == "VMFIN" and lemma in _DUTIES and (i in scopes.negator) in _DUTIES[lemma]:
                if reading(words, i) == "de":
                    yield _hit(words, i, i + 1, "obligation", scopes.modifier(i))
            elif tag == "VAFIN" and lemma in ("sein", "haben") and (duty := _duty(words, i, sentence.stop)):
                yield _hit(words, duty, duty + 1, "obligation")


def _duty(words: Words, i: int, stop: int) -> int | None:
    """Return the infinitive that `sein` or `haben` makes a duty, in the same clause."""
    for j in range(i + 1, min(i + 15, stop)):
        tag = words.tag[j]
        if tag[0] == "$" or tag == "VVFIN" or tag == "VVPP":
            return None
        if tag == "VVIZU" or (tag == "VVINF" and words.tag[j - 1] == "PTKZU"):
            return None if words.lemma[j] in _NO_DUTY else j
    return None


def _hit(words: Words, first: int, stop: int, category: str, modifier: str = "") -> Hit:
    return Hit(
        "stance", category, " ".join(words.word[first:stop]), words.start[first], words.end[stop - 1], 1.0, modifier
    )
