"""Negation: which words of a sentence a negator reaches."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from stimmlage.analysis import Analysis
from stimmlage.language.clauses import simple_clauses
from stimmlage.language.closed_classes import COORDINATORS, GENITIVES
from stimmlage.language.lexicon import PhraseIndex, lexicon
from stimmlage.language.lexicon import words as listed
from stimmlage.language.tagsets import ARTICLES, CLAUSAL, NOUNS
from stimmlage.language.words import Words

NEAR = listed("negators", "near")
_EXEMPT = listed("negators", "exempt")
_COMMENTS = listed("modalwoerter", "affect")
"""Sentence adverbs: they comment on the whole clause, and stand outside of its negation."""
_NEGATORS: PhraseIndex[str] = PhraseIndex(
    (row["entry"], row["category"]) for row in lexicon("negators") if row["category"] != "exempt"
)
_DETERMINERS = ARTICLES | {"APPRART"}
_LISTED = NOUNS | {"ADJA"}
_BEFORE_NOUN = _DETERMINERS | {"ADJA", "CARD"}
_PARTICIPLES = tuple(stem + ending for stem in ("te", "ene", "nde") for ending in ("", "n", "r", "s", "m"))
_VERBAL = frozenset(("VVPP", "VVINF", "VVIZU", "PTKVZ"))
_PREDICATIVE = frozenset(("ADJD", "ADV", "VVPP"))


def find_negation(analysis: Analysis) -> dict[int, tuple[int, int]]:
    """Return the negated words of a document, each with `(first, stop)` of its negator; two cancel."""
    words = analysis.words
    negated: dict[int, tuple[int, int]] = {}
    sentences = iter(analysis.document.sentences)
    sentence = next(sentences, None)
    parts: Sequence[tuple[int, int]] = ()
    for i, after, category in _NEGATORS.find(words.lower, words.lower, words.stop):
        if category == "cancelled":
            continue
        while sentence is not None and sentence.stop <= i:
            sentence, parts = next(sentences, None), ()
        if sentence is None:
            break
        if not parts:
            parts = simple_clauses(words, sentence.first, sentence.stop)
        _negate(words, negated, i, after, category, parts)
    return negated


def _negate(
    words: Words,
    negated: dict[int, tuple[int, int]],
    i: int,
    after: int,
    category: str,
    parts: Sequence[tuple[int, int]],
) -> None:
    if category in ("adverb", "near") and after < len(words) and words.lower[after] in _EXEMPT:
        return
    if (
        category == "adverb"
        and words.lower[max(i - 1, 0) : after] == ["noch", "nie"]
        and "so" in words.lower[after : after + 6]
    ):
        return  # `noch nie war es so gut`: as good as now
    number = next(n for n, (_, end) in enumerate(parts) if i < end)
    start, end = parts[number]
    if category == "conjunction":
        end = _over_noch(words, parts, number)
    reached = _REACH[category](words, i, after, start, end)
    again = i > start and (words.tag[i - 1] == "KON" or words.lower[i - 1] in (",", "auch"))
    for j in reached:
        if words.lower[j] in _COMMENTS:
            continue  # `Leider kam er nicht`
        if j in negated and again:  # `nicht gut und nicht richtig`: the second does not cancel the first
            negated[j] = (i, after) if j >= after else negated[j]
        elif j in negated:
            del negated[j]
        else:
            negated[j] = (i, after)


def _over_noch(words: Words, parts: Sequence[tuple[int, int]], number: int) -> int:
    """`weder A, noch B`: the scope goes on over the comma."""
    while number + 1 < len(parts) and words.lower[parts[number + 1][0]] == "noch":
        number += 1
    return parts[number][1]


def _by_adverb(words: Words, i: int, after: int, start: int, end: int) -> Iterable[int]:
    if i > start and (words.tag[i - 1] in _DETERMINERS or _is_attributive(words, after, end)):
        return range(after, _phrase_end(words, after, end))
    there_is = [j for j in range(start, i) if words.tag[j] in _LISTED] if _says_there_is(words, start, end) else ()
    return [*range(after, end), *_verb_before(words, start, i), *_predicative_before(words, start), *there_is]


def _is_attributive(words: Words, after: int, end: int) -> bool:
    """Tell whether a negator belongs to an attribute without an article: `nicht offiziell genannte Leute`."""
    k = after
    while k < end and words.tag[k] in ("ADV", "ADJD"):
        k += 1
    return k < end and words.tag[k] == "ADJA" and words.lower[k].endswith(_PARTICIPLES)


def _says_there_is(words: Words, start: int, end: int) -> bool:
    """Tell whether a clause says that there is something: `Streit gibt es nicht`."""
    return any(words.lower[j] == "es" for j in range(start, end)) and any(
        words.lemma[j] in ("geben", "gibt") for j in range(start, end)
    )


def _by_determiner(words: Words, i: int, after: int, start: int, end: int) -> Iterable[int]:
    noun_end = _phrase_end(words, after, end)
    before = _verb_before(words, start, i)
    if not before and any(words.tag[j] in CLAUSAL for j in range(noun_end, min(noun_end + 2, end))):
        return range(after, end)  # as the subject it negates all that is said of it
    rest = [j for j in range(noun_end, end) if words.tag[j] in _VERBAL or words.tag[j] in CLAUSAL]
    return [*range(after, noun_end), *rest, *before]


def _by_preposition(words: Words, i: int, after: int, start: int, end: int) -> Iterable[int]:
    if words.tag[i] == "KOUI" or any(words.tag[j] in ("PTKZU", "VVIZU") for j in range(after, end)):
        return range(after, end)
    return range(after, _phrase_end(words, after, end))


def _by_pronoun(words: Words, i: int, after: int, start: int, end: int) -> Iterable[int]:
    return [*range(after, end), *_verb_before(words, start, i), *_predicative_before(words, start)]


_REACH = {
    "adverb": _by_adverb,
    "near": _by_adverb,
    "determiner": _by_determiner,
    "preposition": _by_preposition,
    "pronoun": _by_pronoun,
    "conjunction": _by_pronoun,
}


def _phrase_end(words: Words, first: int, end: int) -> int:
    """Return where a noun phrase ends: after its noun, and after nouns joined with it."""
    i = first
    while i < end and words.tag[i] not in NOUNS:
        i += 1
    if i == end:
        return end
    i += 1
    while i < end and words.tag[i] in NOUNS:
        i += 1
    while i < end and (genitive := _genitive_end(words, i, end)):  # `kein System der Steuerhinterziehung`
        i = genitive
    while i + 1 < end and words.lower[i] in COORDINATORS:
        joined = i + 2 if words.tag[i + 1] == "ADV" and i + 2 < end else i + 1  # `kein Streit oder gar Kampf`
        if words.tag[joined] not in _LISTED:
            break
        i = joined + 1
        while i < end and words.tag[i - 1] not in NOUNS:
            i += 1
    return i


def _genitive_end(words: Words, i: int, end: int) -> int:
    """Return where the genitive right behind a noun ends (`der Steuern`, `schwerer Schmerzen`); 0 if there is none."""
    if not (words.lower[i] in GENITIVES or (words.tag[i] == "ADJA" and words.lower[i].endswith("er"))):
        return 0
    while i < end and words.tag[i] in _BEFORE_NOUN:
        i += 1
    return i + 1 if i < end and words.tag[i] in NOUNS else 0


def _verb_before(words: Words, start: int, i: int) -> list[int]:
    """Return the finite verb of the clause if it comes before the negator.

    A clause without one may have it tagged as a participle or adjective: `Der Plan überzeugt nicht`.
    """
    before = range(i - 1, start - 1, -1)
    verb = next((j for j in before if words.tag[j] in CLAUSAL), -1)
    if verb < 0:
        verb = next((j for j in before if words.tag[j] in ("VVPP", "ADJD") and words.lower[j].endswith("t")), -1)
    return [verb] if verb >= 0 else []


def _predicative_before(words: Words, start: int) -> list[int]:
    """`Gut ist das nicht`: the predicative before the finite verb."""
    if start + 1 < len(words) and words.tag[start] in _PREDICATIVE and words.tag[start + 1] in CLAUSAL:
        return [start]
    return []
