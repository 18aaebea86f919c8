"""Verb forms: mood and tense of finite verbs, and the whole verb with its separated prefix.

For the token `i` of a sentence whose tokens are `words[first:stop]`:

- `mood(words, i)` is `indicative`, `subjunctive1`, `subjunctive2`, `imperative` or `ambiguous`;
- `tense(words, i)` is `present` or `past` (a subjunctive2 is `present`: it is no past in meaning);
- `full_lemma(words, i)` is the infinitive with the prefix: `lehnt … ab` is `ablehnen`;
- `clauses(words, first, stop)` (from `stimmlage.language.clauses`) splits the sentence into clauses.

How mood is told:

- Konjunktiv I: `sei`, `seien`, and every present form in -e that is not of the first person: `er habe`,
  `sie komme`, `das Land brauche`. With `ich` in the clause `habe`, `komme` are indicative; `könne`, `müsse`,
  `wisse` … stay Konjunktiv I, as the indicative has another vowel. Plural forms (`sie haben`) are indicative.
- Konjunktiv II: forms with their own vowel or ending (`wäre`, `hätte`, `würde`, `käme`, `ginge`).
- `ambiguous` are forms that are both past tense and Konjunktiv II (`sagte`, `sollte`, `gingen`), unless the
  sentence holds an unambiguous Konjunktiv II and a condition (`Wenn er käme, sagte er es`: subjunctive2).
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from stimmlage.language.clauses import Clause, clauses
from stimmlage.language.lexicon import in_order, lexicon
from stimmlage.language.tagsets import CLAUSAL, FINITE, IMPERATIVES
from stimmlage.language.words import Words

__all__ = ["Clause", "Form", "clauses", "form", "full_lemma", "mood", "tense"]

_PREFIXED = frozenset({"VVFIN", "VVIMP"})
_CONDITIONS = frozenset({"wenn", "falls", "sofern", "sonst", "andernfalls"})
_SUBJUNCTIVES = {"subjunctive1": 1, "subjunctive2": 2}
_SECOND_PERSON = {"seist": "subjunctive1", "seiest": "subjunctive1", "seiet": "subjunctive1", "habest": "subjunctive1"}
_LIKE_ANOTHER_VERB = frozenset({"fahren", "dringen", "trinken"})
_PREFIXES = in_order("word_parts", "verb_prefix")


class Form(NamedTuple):
    """What a verb form says by itself. `own_vowel`: it is no indicative of the first person either (`könne`)."""

    lemma: str
    mood: str
    tense: str
    own_vowel: bool = True


def mood(words: Words, i: int) -> str:
    """Return the mood of the finite verb `i`.

    Examples
    --------
    >>> from stimmlage.language.tagging import tag
    >>> from stimmlage.reading.segmentation import read_text
    >>> words = tag(read_text("Er sagt, er habe Zeit. Ich habe keine."))
    >>> mood(words, 4), mood(words, 8)
    ('subjunctive1', 'indicative')
    """
    if words.tag[i] in IMPERATIVES:
        return "imperative"
    first, stop = words.first[i], words.stop[i]
    reading = form(words.lower[i], words.lemma[i])
    if reading.mood == "subjunctive1" and not reading.own_vowel and _first_person(words, i, first, stop):
        return "indicative"
    if reading.mood == "subjunctive1" and words.lower[i] == "seien" and i + 1 < stop and words.word[i + 1] == "Sie":
        return "imperative"
    if reading.mood == "ambiguous" and _conditional(words, i, first, stop):
        return "subjunctive2"
    return reading.mood


def subjunctive(words: Words, i: int) -> int:
    """Return 1 for a finite verb in the Konjunktiv I, 2 for one in the Konjunktiv II, 0 for any other word.

    Examples
    --------
    >>> from stimmlage.language.tagging import tag
    >>> from stimmlage.reading.segmentation import read_text
    >>> words = tag(read_text("Er sagt, er habe Zeit und käme."))
    >>> [subjunctive(words, i) for i in (1, 4, 7)]
    [0, 1, 2]
    """
    return _SUBJUNCTIVES.get(mood(words, i), 0) if words.tag[i] in FINITE else 0


def tense(words: Words, i: int) -> str:
    """Return `present` or `past` for the finite verb `i`; a form that is past or Konjunktiv II counts as past."""
    return form(words.lower[i], words.lemma[i]).tense


def separated_prefixes(words: Words, first: int, stop: int) -> dict[int, int]:
    """Return the finite full verbs of the sentence `words[first:stop]` whose prefix stands apart, with its place.

    Verb and prefix are of one clause, however much is set in between them.

    Examples
    --------
    >>> from stimmlage.language.tagging import tag
    >>> from stimmlage.reading.segmentation import read_text
    >>> separated_prefixes(tag(read_text("Sie lehnt den Plan, den er kennt, ab.")), 0, 11)
    {1: 9}
    """
    prefixes = [i for i in range(first, stop) if words.tag[i] == "PTKVZ"]
    if not prefixes:
        return {}
    found: dict[int, int] = {}
    for clause in clauses(words, first, stop):
        if words.tag[clause.finite] in _PREFIXED and clause.finite >= 0:
            inside = [i for i in prefixes if i > clause.finite and i in clause]
            found |= {clause.finite: inside[-1]} if inside else {}
    for prefix in prefixes:  # where the clauses are cut amiss, the nearest verb before has it
        verb = next((i for i in range(prefix - 1, first - 1, -1) if words.tag[i] in _PREFIXED), -1)
        if prefix not in found.values() and verb >= 0:
            found.setdefault(verb, prefix)
    return found


def full_lemma(words: Words, i: int) -> str:
    """Return the infinitive of the verb `i`, with the prefix that stands apart.

    Examples
    --------
    >>> from stimmlage.language.tagging import tag
    >>> from stimmlage.reading.segmentation import read_text
    >>> full_lemma(tag(read_text("Sie lehnt den Plan ab.")), 1)
    'ablehnen'
    """
    lemma = form(words.lower[i], words.lemma[i]).lemma
    prefix = separated_prefixes(words, words.first[i], words.stop[i]).get(i) if words.tag[i] in _PREFIXED else None
    return lemma if prefix is None else words.lower[prefix] + lemma


def modal_lemma(words: Words, i: int) -> str:
    """Return the infinitive of a modal; `möchte` is one of its own, of `möchten`, and not of `mögen`."""
    return "möchten" if words.lower[i].startswith("möcht") else words.lemma[i]


def full_lemmas(words: Words) -> list[str]:
    """Return the lemmas of a document with separated prefixes put back: `nimmt … an` is `annehmen`."""
    lemmas = list(words.lemma)
    done = -1
    for i, tag in enumerate(words.tag):
        if tag == "PTKVZ" and words.first[i] != done:
            done = words.first[i]
            for verb, prefix in separated_prefixes(words, done, words.stop[i]).items():
                if not lemmas[verb].startswith(words.lower[prefix]):
                    lemmas[verb] = words.lower[prefix] + lemmas[verb]
    return lemmas


@lru_cache(maxsize=100_000)
def form(word: str, lemma: str) -> Form:
    """Return what a finite form in lower case says by itself, given the lemma of the tagger.

    Examples
    --------
    >>> form("käme", "kommen").mood, form("sagte", "sagen").mood, form("müsse", "müssen").own_vowel
    ('subjunctive2', 'ambiguous', True)
    """
    if word in ("sei", "seien"):
        return Form("sein", "subjunctive1", "present")
    if word in _SECOND_PERSON:
        return Form(lemma, _SECOND_PERSON[word], "present")
    strong = _strong(word, lemma) or (_strong(word.replace("ss", "ß"), lemma) if "ss" in word else None)
    if strong is not None:
        return strong
    if "ß" in lemma and "ss" in word:  # as the Swiss write: `schliesse`
        word = word.replace("ss", "ß")
    if word.endswith("e") and lemma in _present_stems(word):
        vowel_changes = lemma in ("können", "müssen", "dürfen", "mögen", "wollen", "sollen", "wissen", "tun")
        return Form(lemma, "subjunctive1", "present", own_vowel=vowel_changes)
    if word.endswith(("te", "ten", "test", "tet")) and _is_weak_past(word, lemma):
        return Form(lemma, "ambiguous", "past")
    return Form(lemma, "indicative", "present")


def _present_stems(word: str) -> tuple[str, ...]:
    """Return the infinitives of which a form in -e can be the present: `handle`, `ändere`, `komme`."""
    stem = word[:-1]
    return (word + "n", stem + "n", stem[:-1] + "eln", stem + "ern", stem[:-1] + "ern")


def _is_weak_past(word: str, lemma: str) -> bool:
    """Tell `sagten` (stem and -ten) from `arbeiten`, `tretet` (a stem in t and an ending of the present)."""
    stem = lemma[:-2] if lemma.endswith("en") else lemma[:-1]
    return word.startswith((stem + "te", stem + "ete"))


def _strong(word: str, lemma: str) -> Form | None:
    """Look a form up among those of the irregular verbs, with or without a prefix."""
    forms = _irregular()
    if (word, lemma) in forms:
        return forms[word, lemma]
    for cut in range(1, len(lemma) - 2):
        prefix = lemma[:cut]
        if not word.startswith(prefix):
            break
        found = forms.get((word[cut:], lemma[cut:]))
        if found is not None:
            return found._replace(lemma=lemma)
    if (word, "") in forms:
        return forms[word, ""]
    for prefix in _PREFIXES if word.endswith("e") or word == lemma else ():
        found = forms.get((word[len(prefix) :], "")) if word.startswith(prefix) else None
        if found is not None and found.mood == "subjunctive2":
            return found._replace(lemma=prefix + found.lemma)
    return None


@cache
def _irregular() -> dict[tuple[str, str], Form]:
    """Return the past and Konjunktiv II forms of irregular verbs, by form and lemma, and by form alone.

    By form alone are found those of which the tagger may not know the lemma (`bräche`), save those that
    are the present of another verb too (`führe`).
    """
    forms: dict[tuple[str, str], Form] = {}
    for row in lexicon("verb_strong"):
        lemma, past, subjunctive = row["entry"], row["past"], row["subjunctive2"]
        plural = "n" if past.endswith("e") else "en"
        indicative = {past, past + "st", past + plural, past + "t"}
        second = {subjunctive, subjunctive + "n", subjunctive + "st", subjunctive[:-1] + "st", subjunctive[:-1] + "t"}
        for word in indicative | second:
            both = word in indicative and word in second
            kind = "ambiguous" if both else "subjunctive2" if word in second else "indicative"
            time = "past" if word in indicative else "present"
            forms.setdefault((word, lemma), Form(lemma, kind, time))
            if not (kind == "subjunctive2" and lemma in _LIKE_ANOTHER_VERB):
                forms.setdefault((word, ""), Form(lemma, kind, time))
    return forms


def _first_person(words: Words, i: int, first: int, stop: int) -> bool:
    """Tell whether `ich` stands in the clause of the verb."""
    for step, end in ((-1, first - 1), (1, stop)):
        for j in range(i + step, end, step):
            if words.lower[j] == "ich":
                return True
            if (words.tag[j][0] == "$" and words.tag[j] != "$(") or words.tag[j] in CLAUSAL:
                break
    return False


def _conditional(words: Words, i: int, first: int, stop: int) -> bool:
    """Tell whether the sentence has a condition and, beside the verb, an unambiguous Konjunktiv II."""
    others = [j for j in range(first, stop) if j != i and words.tag[j] in CLAUSAL]
    if not any(form(words.lower[j], words.lemma[j]).mood == "subjunctive2" for j in others):
        return False
    verb_first = bool(others) and min(others[0], i) == first
    return verb_first or any(word in _CONDITIONS for word in words.lower[first:stop])
