"""Words of tone: which words and phrases of a text are good or bad, and what makes them more, less, or the contrary."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache

from stimmlage.analysis import Analysis
from stimmlage.language.given_names import GIVEN, full_names
from stimmlage.language.lexicon import words as entries
from stimmlage.language.nouns import noun, person_noun
from stimmlage.language.verbs import full_lemmas
from stimmlage.language.words import Words
from stimmlage.measures.measure import Hit, cue_at
from stimmlage.measures.polarity import PolarityLexicon
from stimmlage.scope.scopes import NEGATED, find_scopes
from stimmlage.scope.shifters import NO_SHIFTS, Shift, find_shifts, grows

CONCEDED = 0.5
"""What a word weighs that is only granted: `zwar gut, aber zu teuer`."""
_POLAR_TAGS = frozenset(
    ("NN", "ADJA", "ADJD", "ADV", "VVFIN", "VVINF", "VVIZU", "VVPP", "VVIMP", "PTKVZ", "APPR", "PTKANT", "FM", "XY")
)
_NOUNS = frozenset(("NN", "FM", "XY"))


def polar_hits(
    analysis: Analysis, lexicon: PolarityLexicon, negation: bool = True, intensity: bool = True, shifters: bool = True
) -> list[Hit]:
    """Find the words of tone of a document, with what modifies them; the last three say what is looked at."""
    words, scopes = analysis.words, find_scopes(analysis)
    polar = [(_head(words, first, stop), first, stop, weight) for first, stop, weight in polar_words(analysis, lexicon)]
    shifts = find_shifts(analysis) if shifters else NO_SHIFTS
    heads = {head for head, _, _, _ in polar}
    silent = shifts.silenced_by(heads)
    silent |= {head for head in heads if grows(words, head) and _has_polar_subject(words, head, polar)}
    bad = {head for head, _, _, weight in polar if weight < 0 and words.tag[head] == "ADJA"}
    silent |= {head for head, _, _, weight in polar if weight > 0 and head - 1 in bad and words.tag[head] == "NN"}
    text, hits = analysis.document.text, []
    for head, first, stop, weight in polar:
        if head in silent:
            continue
        weight *= scopes.factor(head, negation, intensity)
        turned = shifts.turned.get(head)
        if turned is not None:
            weight *= NEGATED
        context = scopes.context(head)
        if context == "concession":
            weight *= CONCEDED
        start, end = words.start[first], words.end[stop - 1]
        modifier = modified(words, scopes.modifier(head, negation, intensity), turned)
        category = "positive" if weight > 0 else "negative"
        cue = cue_at(text, start, end)
        hits.append(Hit("sentiment", category, cue, start, end, round(weight, 3), modifier, context))
    return hits


def polar_words(analysis: Analysis, lexicon: PolarityLexicon) -> Iterator[tuple[int, int, float]]:
    """Yield `(first, stop, weight)` of the polar words and phrases; a phrase takes its words with it."""
    words = analysis.words
    weight = lexicon.weight
    phrases = {
        first: (stop, value) for first, stop, value in lexicon.phrases.find(words.lower, words.lower, words.stop)
    }
    lemmas, degrees, (names, surnames) = analysis.once(_with_prefixes), analysis.once(_degrees), analysis.once(_names)
    free = 0
    for i, tag in enumerate(words.tag):
        if i >= free and i in phrases:
            free, value = phrases[i]
            if value:
                yield i, free, value
        elif (
            i >= free
            and tag in _POLAR_TAGS
            and i not in degrees
            and i not in names
            and (value := weight(words.word[i] if lemmas[i] == words.lemma[i] else lemmas[i], lemmas[i], tag in _NOUNS))
            and not _is_name(words, i, surnames)
        ):
            yield i, i + 1, value


def modified(words: Words, modifier: str, turned: Shift | None) -> str:
    """Say what modifies a word: its negator and intensifier, and what turns it."""
    if turned is None:
        return modifier
    return ", ".join(filter(None, (modifier, f'turned by "{words.word[turned.first]}"')))


def _has_polar_subject(words: Words, verb: int, polar: Sequence[tuple[int, int, int, float]]) -> bool:
    """Tell whether a word of tone stands in the clause of a verb that says that there is more of something."""
    return any(abs(head - verb) < 6 and words.tag[head] in _NOUNS for head, *_ in polar)


def _head(words: Words, first: int, stop: int) -> int:
    """Return the word of a hit that is asked for its scope: the last noun or verb of a phrase."""
    return next((i for i in range(stop - 1, first, -1) if words.tag[i] in _POLAR_TAGS), first)


def _names(analysis: Analysis) -> tuple[frozenset[int], frozenset[str]]:
    """Return the tokens of people's full names, and the surnames among them."""
    words = analysis.words
    places = {i for a, b in full_names(words.word) for i in range(a, b)}
    return frozenset(places), frozenset(words.word[i] for i in places if words.word[i] not in GIVEN)


def _is_name(words: Words, i: int, surnames: frozenset[str]) -> bool:
    """Tell whether a word is a name: a minister called Streit is no quarrel."""
    if not i or not words.word[i][0].isupper():
        return False
    if words.word[i] in surnames and words.tag[i - 1] not in _DETERMINED:
        return True
    if words.tag[i] == "VVFIN":  # a verb does not begin so within a sentence: a river `Jagst`
        return i > words.first[i] and words.tag[i - 1] in _WITHIN
    if _is_proper(words, i) or (words.tag[i] == "NN" and _is_proper(words, i - 1)):
        return True  # `der Platz des Himmlischen Friedens`, `der Kalte Krieg`
    if words.tag[i] != "NN" or words.tag[i - 1] != "NN":
        return False
    titled = person_noun(words.word[i - 1])
    return (titled is not None and titled.number != "p" and noun(words.word[i]) is None) or _is_called(words, i)


def _is_proper(words: Words, i: int) -> bool:
    """Tell whether an adjective is written large within a sentence, as in names; those in `-er` always may be."""
    return (
        words.tag[i] == "ADJA"
        and words.word[i][0].isupper()
        and not words.word[i].endswith("er")
        and i > words.first[i]
        and words.tag[i - 1][0] != "$"
        and i + 1 < words.stop[i]
        and words.tag[i + 1] in ("NN", "NE")
    )


_DETERMINED = ("ART", "ADJA", "PPOSAT", "PIAT", "APPRART")
_WITHIN = ("$,", "ART", "APPR", "APPRART", "KON", "NN", "NE", "ADJA", "PPOSAT")
_AMOUNTS = entries("quantities", "of_what")
"""Nouns behind which another noun says of what: `ein Dutzend Probleme`."""


def _is_called(words: Words, i: int) -> bool:
    """Tell whether a noun right behind a noun is its name: `das Festival Herbstlärm`, `die Partei Zukunft`."""
    if i == words.first[i]:
        return False
    before, lemma = noun(words.word[i - 1]), words.lemma[i - 1]
    if lemma.lower() in _AMOUNTS:
        return False
    return (before is not None and before.number != "p") or _has_names(lemma)


@lru_cache(maxsize=20_000)
def _has_names(lemma: str) -> bool:
    """Tell whether a thing carries a name: it, or the last part of the compound, is in the list."""
    return any(lemma[k:].capitalize() in entries("named_things") for k in (0, *range(2, len(lemma) - 2)))


_MOST = ["ADJD", "VVPP"]


def _degrees(analysis: Analysis) -> frozenset[int]:
    """Return the tokens of adverbs that only say how much: `stark beschädigt`, `am stärksten betroffen`."""
    words = analysis.words
    intensity = find_scopes(analysis).intensity
    found = {i for _, first, stop in intensity.values() for i in range(first, stop) if words.tag[i] in ("ADV", "ADJD")}
    found |= {i for i in range(1, len(words) - 1) if words.lower[i - 1] == "am" and words.tag[i : i + 2] == _MOST}
    found |= {i for i, lemma in enumerate(words.lemma) if lemma in _BY_PLACE and not _BY_PLACE[lemma](words, i)}
    return frozenset(found)


def _ends_clause(words: Words, i: int) -> bool:
    """Tell whether only a verb follows in the clause: `das Haus ist sicher`, but `das ist sicher falsch`.

    An inflected form is no adverb: `sichere Häuser`.
    """
    if words.tag[i] == "ADJA":
        return True
    after = words.tag[i + 1 : min(i + 3, words.stop[i])]
    return (
        not after
        or after[0][0] == "$"
        or after[0] == "KON"
        or (after[0][0] == "V" and all(t[0] == "$" for t in after[1:]))
    )


def _is_said_of(words: Words, i: int) -> bool:
    """Tell whether an adjective is said of somebody: `die Elf ist stark`; `starker Regen` says how much."""
    return words.tag[i] == "ADJD" and not any(words.tag[j].startswith("VV") for j in _between_marks(words, i))


def _is_no_verb(words: Words, i: int) -> bool:
    """Tell whether a word is no verb: `sie war ihm überlegen`, but `sie wollen es überlegen`."""
    if words.tag[i][0] != "V":
        return True
    bare = words.tag[i] == "VVINF" and words.tag[i - 1] != "PTKZU"  # the tagger takes the adjective for an infinitive
    return bare and any(words.lemma[j] == "sein" and words.tag[j] == "VAFIN" for j in _between_marks(words, i))


def _is_no_estimate(words: Words, i: int) -> bool:
    """Tell whether no number follows: `gut zehn Kilometer`, `ein Beben der Stärke 5` say how many."""
    return i + 1 >= words.stop[i] or words.tag[i + 1] != "CARD"


def _is_no_label(words: Words, i: int) -> bool:
    """Tell whether a word does not stand behind a name or a number, as a part of what it names: `die Serie 6 Plus`."""
    return i == words.first[i] or words.tag[i - 1] not in ("NE", "CARD", "FM")


def _is_no_conviction(words: Words, i: int) -> bool:
    """Tell whether a word praises: `das Konzept überzeugt`; who is convinced, or convinces somebody, is not praised."""
    around = _between_marks(words, i)
    convinced = words.tag[i] in ("ADJD", "VVPP") and any(words.lemma[j] in _IS_CONVINCED for j in around)
    following = words.lower[around.stop : around.stop + 2]
    of = any(words.lower[j] in _CONVINCED_OF for j in around) or following[1:] == ["dass"]
    return not convinced and not of


def _between_marks(words: Words, i: int) -> range:
    """Return the words around one, up to the next mark on either side."""
    first, stop = i, i + 1
    while first > words.first[i] and words.tag[first - 1][0] != "$":
        first -= 1
    while stop < words.stop[i] and words.tag[stop][0] != "$":
        stop += 1
    return range(first, stop)


_IS_CONVINCED = frozenset(("sein", "zeigen", "geben"))
_CONVINCED_OF = frozenset(("davon", "von", "vom", "dass"))
_BY_PLACE: Mapping[str, Callable[[Words, int], bool]] = {
    "stark": _is_said_of,
    "sicher": _ends_clause,
    "überlegen": _is_no_verb,
    "gut": _is_no_estimate,
    "Stärke": _is_no_estimate,
    "Plus": _is_no_label,
    "überzeugt": _is_no_conviction,
    "überzeugen": _is_no_conviction,
}
"""Words that have a tone in one place only, and what tells whether they stand there."""


def _with_prefixes(analysis: Analysis) -> list[str]:
    """Return the lemmas with separated prefixes put back: `lehnt … ab` is `ablehnen`."""
    words = analysis.words
    lemmas = full_lemmas(words)
    for i, lemma in enumerate(lemmas):
        if lemma == "ausfallen" and "ADJD" in words.tag[i : words.stop[i]]:
            lemmas[i] = "geschehen"  # `fiel gut aus`
    return lemmas


__all__ = ["CONCEDED", "modified", "polar_hits", "polar_words"]
