"""Whether a noun phrase is the subject of its clause: who acts takes no stance towards herself."""

from __future__ import annotations

from collections.abc import Sequence

from stimmlage.language.closed_classes import SUBJECT_PRONOUNS, determiners
from stimmlage.language.genders import is_feminine
from stimmlage.language.tagsets import CLAUSAL, NOUNS, PRENOMINAL, PREPOSITIONS, SUBSTITUTING
from stimmlage.language.words import Words

_NOMINATIVES = SUBJECT_PRONOUNS - {"du", "es"} | {"niemand", "jeder", "keiner", "beide", "alle"}
_ACCUSATIVES = determiners("accusative", "m")
_NOMINATIVE_ARTICLES = determiners("nominative", "m") - determiners("nominative", "n")
_INSIDE = PRENOMINAL | {"$("}


def is_subject(words: Words, clause: Sequence[int], first: int, stop: int, modal: bool = False) -> bool:
    """Tell whether the phrase from word `first` up to `stop` is the subject of an active clause.

    A phrase with a masculine article shows its case. One after another bare noun phrase is none, nor
    one whose clause has no finite verb or is passive; else the first noun phrase is the subject,
    unless a nominative pronoun or a name follows the verb.
    """
    if words.lower[first] in _ACCUSATIVES or _is_passive(words, clause):
        return False
    if words.lower[first] in _NOMINATIVE_ARTICLES:
        head = next((i for i in range(first, stop) if words.tag[i] in NOUNS), stop - 1)
        return not is_feminine(words.lemma[head])  # `der Reform` is a dative or a genitive
    finite = next((i for i in clause if words.tag[i] in CLAUSAL), None)
    if finite is None:
        return False
    opening = clause[1] if words.tag[clause[0]] == "KON" and len(clause) > 1 else clause[0]
    if finite == opening < first and finite and words.tag[finite - 1] != "$.":
        return False  # a second verb of the same subject: `… und kritisierte die Quote`
    others = [i for i in clause if not first <= i < stop and _is_bare(words, i)]
    if any(i < first for i in others):
        return False
    if finite < first:
        after = [i for i in others if i > finite]
        return not any(words.lower[i] in _NOMINATIVES or words.tag[i] == "NE" for i in after) and not modal
    next_word = finite + 1
    return not (next_word in clause and (words.lower[next_word] in _NOMINATIVES or words.tag[next_word] == "NE"))


def _is_passive(words: Words, clause: Sequence[int]) -> bool:
    return any(words.tag[i] == "VVPP" for i in clause) and any(
        words.lemma[i] == "werden" or words.lower[i] == "worden" for i in clause
    )


def _is_bare(words: Words, i: int) -> bool:
    """Tell whether a noun or pronoun stands without a preposition and is no genitive of the noun before."""
    tag = words.tag[i]
    if tag in SUBSTITUTING:
        return words.lower[i] not in ("es", "sich") and (i == 0 or words.tag[i - 1] not in PREPOSITIONS)
    if tag not in NOUNS:
        return False
    j = i - 1
    while j >= 0 and words.tag[j] in _INSIDE:
        j -= 1
    return j < 0 or words.tag[j] not in ("APPR", "APPRART", "NN", "NE", "KON")
