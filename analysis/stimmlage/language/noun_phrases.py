"""Noun phrases: where they end, and whether they name somebody who can speak."""

from __future__ import annotations

from stimmlage.language.closed_classes import COORDINATORS, GENITIVES
from stimmlage.language.cue_nouns import is_noun
from stimmlage.language.lexicon import in_order
from stimmlage.language.lexicon import words as entries
from stimmlage.language.nouns import noun
from stimmlage.language.tagsets import ARTICLES, FINITE, NOMINALS, NOUNS, PREPOSITIONS
from stimmlage.language.words import Words

DETERMINERS = frozenset(("ART", "PPOSAT", "PDAT", "PIAT", "PWAT", "CARD", "PIS", "PRELAT", "PDS"))
_TIMES = entries("quantities", "time")
_SET_PHRASES = entries("frame_nouns", "set_phrase")
_PAIRED_DEGREES = frozenset({("mehr", "als"), ("weniger", "als"), ("bis", "zu"), ("an", "die")})
_DEGREES = frozenset(("über", "unter", "gegen"))
_PARTS = frozenset(("die", "ein", "eine"))
"""What begins a part or a share: `mehr als die Hälfte`, `mehr als ein Drittel`."""
_MARKS = frozenset('„"“»«‚›')
_ABSTRACT = in_order("word_parts", "abstract_ending")
_PRESS = in_order("word_parts", "press")
_ATTACHED = frozenset(("von", "vom", "für", "aus", "um", "gegen"))
_PLACED = frozenset(("in", "im", "an", "am", "bei", "beim", "der", "auf"))


def is_time(words: Words, i: int) -> bool:
    """Tell whether a noun names a time."""
    lemma = words.lemma[i].lower()
    if lemma == "zeit" and words.word[i] == "Zeit" and words.lower[i - 1] == "die":
        if i < 2 or words.tag[i - 2] not in PREPOSITIONS:
            return False  # the newspaper
    return lemma in _TIMES or lemma.endswith(("tag", "abend", "morgen", "woche", "nachmittag", "vormittag"))


def core_end(words: Words, i: int, stop: int) -> int:
    """Return where the core of the noun phrase that begins at `i` ends; `i` if none does.

    The core runs from the article to the last noun or name: `der neue SPD-Vorsitzende Kurt Beck`.
    """
    tag, word, depth = words.tag, words.word, words.depth
    if i >= stop:
        return i
    if tag[i] == "PPER":
        return i + 1
    last = i
    k = i
    while k < stop:
        name = tag[k]
        if depth[k] > 0:
            closed = _name_in_marks(words, k, stop) if word[k] in _MARKS else k
            if closed > k:
                last = k = closed
                continue
            break
        if name in NOMINALS or (k > i and _is_nominal(words, k, stop)):
            if last == k > i and _is_object(words, k):
                break
            last = k + 1
        elif name == "CARD" and last > i:
            break
        elif name in ("APPR", "APPRART", "PTKZU") and last == i and k > i and tag[i] in ARTICLES:
            skipped = _inner_attribute(words, k, stop)
            if skipped == k:
                break
            k = skipped
            continue
        elif name in ("ADJA", "CARD") or (
            name in ("ADV", "ADJD", "PTKNEG") and k + 1 < stop and tag[k + 1] in ("ADJA", "CARD") and k > i
        ):
            if last > i and name != "CARD" and not word[k][0].isupper():
                break
        elif (
            (name in DETERMINERS and last == i and (k == i or tag[k - 1] in ("PIAT", "PIS", "PDAT", "ART", "PPOSAT")))
            or (name in ("KON",) and tag[k - 1] == "TRUNC")
            or (word[k] == "&" and last == k)
        ):
            pass
        else:
            break
        k += 1
    if last == i and tag[i] in ("PIS", "PDS", "PPOSS"):
        return i + 1
    return last


def degree_end(words: Words, i: int, stop: int) -> int:
    """Return where what stands before a number ends: `mehr als drei Zeugen`, `über hundert`; else `i`."""
    lower, tag = words.lower, words.tag
    number = i + 2 if tuple(lower[i : i + 2]) in _PAIRED_DEGREES else i + (lower[i] in _DEGREES)
    counted = number + 1 < stop and tag[number] == "CARD" and tag[number + 1] in ("NN", "ADJA")
    parted = number == i + 2 and number < stop and lower[number] in _PARTS and lower[i + 1] == "als"
    return number if counted or parted else i


def _is_nominal(words: Words, k: int, stop: int) -> bool:
    """Tell whether an adjective stands for a person: `der Grüne`, `der 81-Jährige`, also written small."""
    tag, word = words.tag, words.word[k]
    if tag[k] not in ("ADJA", "PIS", "ADJD"):
        return False
    aged = word[0].isdigit() and "ährige" in word
    return word[0].isupper() or (aged and (k + 1 == stop or tag[k + 1] not in ("ADJA", "NN")))


def _is_object(words: Words, k: int) -> bool:
    """Tell whether a second noun is an object: in `ordnete der Präsident Maßnahmen an` it is no name."""
    tag, word = words.tag, words.word
    return tag[k] == "NN" and tag[k - 1] in NOUNS and word[k].endswith(_ABSTRACT) and noun(word[k]) is None


def _name_in_marks(words: Words, k: int, stop: int) -> int:
    """Return where a name in marks ends that begins at `k`, or `k` if the marks hold a wording."""
    end = k
    while end < stop and words.depth[end] > 0:
        end += 1
    inside = range(k + 1, end - 1)
    if not inside:
        return k
    if len(inside) > 6:
        return k
    first = words.word[k + 1]
    clause = any(words.tag[i] in FINITE for i in inside) or (first[0].islower() and "." not in first)
    return k if clause and not _is_source(words, k, end) else end


def _is_source(words: Words, opened: int, stop: int) -> bool:
    """Tell whether marks hold one or two words behind `wie`, `laut`: `wie „heise online“ berichtet`."""
    return opened > 0 and words.lower[opened - 1] in ("wie", "laut") and stop - opened < 5


def _inner_attribute(words: Words, k: int, stop: int) -> int:
    """Step over `für die Region` in `der für die Region zuständige Leiter`."""
    tag = words.tag
    end = core_end(words, k + 1, stop)
    if (
        end > k + 1
        and end + 1 < stop
        and tag[end] in ("ADJA", "VVPP")
        and tag[end + 1] in ("NN", "NE", "ADJA", "TRUNC")
    ):
        return end
    return k


def phrase_end(words: Words, i: int, stop: int, wide: bool = False) -> int:
    """Return where the noun phrase that begins at `i` ends, with genitives, names, `(…)` and attributes.

    With `wide`, prepositional attributes of all kinds belong to it (nothing else can stand there).
    """
    end = core_end(words, i, stop)
    if end == i or words.tag[i] == "PPER":
        return end
    while end < stop and (further := _extended(words, end, stop, wide)) > end:
        end = further
    return end


def member_end(words: Words, i: int, stop: int) -> int:
    """Return where one noun phrase ends that begins at `i`, with its attributes, without what is joined by `und`."""
    end = core_end(words, i, stop)
    while i < end < stop and (further := _with_attribute(words, end, stop, False)) > end:
        end = further
    return end


def _extended(words: Words, end: int, stop: int, wide: bool) -> int:
    """Return where a phrase ends if it goes on at `end`; `end` if it does not."""
    tag, lower = words.tag, words.lower
    if words.joint[end] >= 0 and not words.depth[end]:
        return core_end(words, end + 1, stop)
    if lower[end] not in COORDINATORS:
        return _with_attribute(words, end, stop, wide)
    if end + 1 >= stop or tag[end + 1] in ("PPER", "ADV"):
        return end
    further = core_end(words, end + 1, stop)
    begins_clause = further < stop and tag[further] in FINITE and not wide
    return end if further == end + 1 or begins_clause else further


def _with_attribute(words: Words, end: int, stop: int, wide: bool) -> int:
    """Return where an attribute ends that begins at `end`: a bracket, a genitive, one with a preposition."""
    if words.word[end] == "(":
        return next((k + 1 for k in range(end, min(end + 9, stop)) if words.word[k] == ")"), end)
    if _is_genitive(words, end):
        further = core_end(words, end, stop)
        return end if is_time(words, further - 1) else further
    if _is_bare_genitive(words, end):
        return core_end(words, end, stop)
    return _attribute_end(words, end, stop, wide) if words.tag[end] in PREPOSITIONS else end


def _is_genitive(words: Words, i: int) -> bool:
    """Tell whether an article in the genitive stands here; `der` behind a name is none."""
    tag, lower = words.tag, words.lower
    if lower[i] not in GENITIVES:
        return False
    if _is_told(words, i):
        return False
    return tag[i] in ("PPOSAT", "PDAT", "PIAT") or (tag[i] == "ART" and (lower[i] != "der" or tag[i - 1] != "NE"))


def _is_told(words: Words, i: int) -> bool:
    """Tell whether `der Nachrichtenagentur` is whom a spokesman tells: `ein Polizeisprecher der Zeitung`."""
    before = noun(words.word[i - 1]) if i and words.tag[i - 1] == "NN" else None
    if words.lower[i] != "der" or before is None or before.sense != "speaker" or not before.before:
        return False
    heads = (k for k in range(i + 1, min(i + 4, len(words))) if words.tag[k] == "NN")
    return any(words.lower[k].endswith(_PRESS) for k in heads)


def _is_bare_genitive(words: Words, i: int) -> bool:
    """Tell whether a genitive without article begins: `Einschätzung politischer Beobachter`."""
    tag, lemma = words.tag, words.lemma
    adjective = tag[i] == "ADJA" and words.lower[i].endswith("er")
    return adjective and tag[i - 1] == "NN" and is_noun(lemma[i - 1], "view")


def _attribute_end(words: Words, i: int, stop: int, wide: bool) -> int:
    """Return where a prepositional attribute ends that begins at `i`; `i` if the preposition belongs to
    something else."""
    tag, lower = words.tag, words.lower
    further = core_end(words, i + 1, stop)
    if wide or further == i + 1:
        return further if further > i + 1 else i
    placed = lower[i] in _PLACED and tag[i - 1] == "NN" and noun(words.word[i - 1]) is not None
    if (not placed and lower[i] not in _ATTACHED) or (tag[i - 1] == "NE" and not _is_home(words, i, stop)):
        return i
    elsewhere = lower[i + 1] in _SET_PHRASES or tag[i + 1] == "PPER"
    said = is_noun(words.lemma[further - 1], "medium") or is_time(words, further - 1)
    return i if elsewhere or said else further


def is_person(words: Words, i: int) -> bool:
    """Tell whether a word is a noun for a person."""
    known = noun(words.word[i]) if words.tag[i] == "NN" else None
    return known is not None and known.sort == "person"


def _is_home(words: Words, i: int, stop: int) -> bool:
    """Tell whether `von X` behind a name tells where somebody belongs: `Anna Berg vom Roten Kreuz`."""
    if words.lower[i] not in ("von", "vom"):
        return False
    end = core_end(words, i + 1, stop)
    return end > i + 1 and (words.tag[end - 1] == "NE" or speaks(words, i + 1, end))


def speaks(words: Words, first: int, stop: int) -> bool:
    """Tell whether a noun phrase names somebody who can speak: a name, a person, a body, a text."""
    tag, word = words.tag, words.word
    for i in range(first, core_end(words, first, stop)):
        if tag[i] == "NE" or (tag[i] == "PPER" and words.lower[i] != "es"):
            return True
        if tag[i] == "NN" and noun(word[i]) is not None:
            return True
    return False
