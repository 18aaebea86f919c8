"""Mentions: every place where a document names or describes somebody who could speak."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from stimmlage.document import Sentence
from stimmlage.language.closed_classes import OBLIQUE
from stimmlage.language.given_names import GIVEN
from stimmlage.language.nouns import DEFINITE, Noun, is_plural, noun, noun_gender, person_noun
from stimmlage.language.tagsets import FINITE, NOUNS, PREPOSITIONS
from stimmlage.language.words import Words
from stimmlage.quotation.marks import CLOSING, OPENING
from stimmlage.speakers.entities import Mention
from stimmlage.speakers.name_borders import (
    DETERMINERS,
    SURE_TAGS,
    after_titles,
    arabic,
    body_end,
    common_noun,
    is_body,
    is_place,
    name_end,
)
from stimmlage.speakers.name_forms import ORGANISATIONS, PLACES, TITLES, gender_of
from stimmlage.speakers.offices import complement_end

_ADJECTIVES = frozenset({"ADJA", "CARD", "ADV"})
_WITH_DATIVE = frozenset("laut lt. von mit nach bei zu gegenüber gemäß".split())
_POSSESSIVE = ("sein", "ihr", "unser", "mein", "deren", "dessen")


def find_mentions(words: Words, sentences: Sequence[Sentence]) -> list[Mention]:
    """Find the names and the nouns for people and bodies, in reading order."""
    mentions: list[Mention] = []
    word = words.word
    for number, sentence in enumerate(sentences):
        i, stop = sentence.first, sentence.stop
        while i < stop:
            found = None
            if word[i][0].isupper() or words.tag[i] == "NE" or arabic(word[i]):
                found = _noun_at(words, i, sentence, number) or _name_at(words, i, sentence, number)
            if found is None:
                i += 1
            else:
                mentions.append(found)
                i = found.stop
    return _with_surnames(words, sentences, mentions)


def _with_surnames(words: Words, sentences: Sequence[Sentence], mentions: list[Mention]) -> list[Mention]:
    """Add the surnames of people with a full name where the tagger took them for common nouns."""
    surnames = {m.name[-1] for m in mentions if m.kind == "person" and len(m.name) > 1}
    taken = {i for m in mentions for i in range(m.first, m.stop)}
    stops = [s.stop for s in sentences]
    added = []
    for i, word in enumerate(words.word):
        if word in surnames and i not in taken:
            number = bisect_right(stops, i)
            rank = _rank(words, i, sentences[number].first, "")
            added.append(Mention(i, i, i, i + 1, "", (word,), None, "", False, False, number, rank))
    return sorted(mentions + added, key=lambda m: m.first) if added else mentions


def _noun_at(words: Words, i: int, sentence: Sentence, number: int) -> Mention | None:
    known = common_noun(words, i)
    if known is None or known.sort == "source" or words.tag[i] in ("ADJA", "VVFIN", "ADV"):
        return None
    if i + 1 < sentence.stop and words.word[i] in GIVEN and words.tag[i + 1] == "NE":
        return None
    first = left_edge(words, i, sentence.first)
    det = words.lower[first] if words.tag[first] in DETERMINERS else ""
    stop = i + 1
    name: tuple[str, ...] = ()
    plural = is_plural(known, det, first > sentence.first and words.tag[first - 1] == "NN")
    if (
        plural
        and known.number == "?"
        and (not det or det in ("deren", "dessen"))
        and _is_one(words, first, i + 1, sentence)
    ):
        plural = False
    if known.sort == "organisation" and i + 1 < sentence.stop and words.word[i + 1] in GIVEN:
        known = person_noun(words.word[i]) or known
    if known.sort == "person":
        start = after_titles(words, stop, sentence.stop)
        end = name_end(words, start, sentence.stop, after_role=True)
        if end > start and not is_place(words.word[start]) and (not plural or _may_be_one(known, det)):
            name, stop, plural = tuple(words.word[start:end]), end, False
    else:
        name, stop = _body_name(words, stop, sentence.stop, known.sense in ("named", "both", "ensemble") and not plural)
    kind = _kind_of_noun(known, plural, name)
    gender = noun_gender(known, det)
    if known.sort == "person" and gender in ("", "n"):  # `das Mitglied` may be a he or a she
        gender = gender_of(name)
    return Mention(
        first,
        i,
        stop - 1,
        stop,
        kind,
        name,
        known,
        gender,
        plural,
        det in DEFINITE,
        number,
        _rank(words, first, sentence.first, det),
    )


def _may_be_one(known: Noun, det: str) -> bool:
    """Tell whether what looks like a plural can be one person before a name: `den Beamten Uwe Lang`."""
    return (
        det == "den"
        if known.number == "w"
        else known.number == "?" and (not det or det.startswith((*_POSSESSIVE, "den")))
    )


def _is_one(words: Words, first: int, stop: int, sentence: Sentence) -> bool:
    """Tell the number of a noun that is the same in the plural (`Sprecher`) by what stands around it.

    The verb of its clause shows it (`Putins Sprecher sagte`, `…, sagte Putins Sprecher`), and so does the missing
    ending behind a preposition with the dative (`laut Sprecher`, not `laut Sprechern`).
    """
    if words.tag[first] == "CARD":
        return False
    first -= first > sentence.first and words.tag[first - 1] == "NE" and words.word[first - 1][-1] in "s’'"
    end = complement_end(words, stop)
    before = first - 1 if first > sentence.first else -1
    if before >= 0 and words.lower[before] in _WITH_DATIVE:
        return not words.lower[stop - 1].endswith("n")
    if before < 0 or words.tag[before][0] == "$":
        return end < sentence.stop and words.tag[end] in FINITE and not words.lower[end].endswith("n")
    inverted = words.tag[before] in FINITE and words.tag[before - 1][0] == "$" if before > sentence.first else False
    return inverted and not words.lower[before].endswith("n")


def _body_name(words: Words, i: int, stop: int, named: bool) -> tuple[tuple[str, ...], int]:
    """Read the name after a noun for a body: `Zeitung „Blick“`.

    A place only narrows (`Universität Bern`), and so does a name after a noun that is not usually
    followed by one (`die Verteidigung Meiers`).
    """
    word, j = words.word, i
    if i < stop and word[i] in OPENING:
        while j < stop and word[j] not in CLOSING and j - i < 7:
            j += 1
        if j < stop and word[j] in CLOSING and j > i + 1:
            return tuple(word[i + 1 : j]), j + 1
        return (), i
    while (
        j < stop
        and (words.tag[j] in SURE_TAGS or word[j].isupper() or arabic(word[j]))
        and word[j] not in GIVEN
        and word[j][0].isalnum()
    ):
        j += 1
    if j == i or not named or is_place(word[j - 1]):
        person = j - i > 1 and not any(map(is_place, word[i:j]))  # `der Chef der Verwaltung Uwe Lang`
        return (), i if person else j
    return tuple(word[i:j]), j


def _kind_of_noun(known: Noun, plural: bool, name: tuple[str, ...]) -> str:
    if known.sort == "organisation":
        return "group" if known.sense == "ensemble" else "organisation"
    return "person" if name else "group" if plural else "unnamed"


def left_edge(words: Words, i: int, start: int) -> int:
    """Return where the noun phrase of the noun at `i` begins: at its article or first adjective."""
    tag, k = words.tag, i
    while k > start and tag[k - 1] in _ADJECTIVES and i - k < 6:
        k -= 1
    if k > start and tag[k - 1] in DETERMINERS:
        return k - 1
    while k < i and tag[k] == "ADV":
        k += 1
    return k


def _name_at(words: Words, i: int, sentence: Sentence, number: int) -> Mention | None:
    end = body_end(words, i, name_end(words, i, sentence.stop), sentence.stop)
    if end == i:
        return None
    name = tuple(words.word[i:end])
    if len(name) == 1 and name[0].isupper() and len(name[0]) > 1 and end < sentence.stop and _compound_head(words, end):
        return None
    det = words.lower[i - 1] if i > sentence.first and words.tag[i - 1] == "ART" else ""
    kind, gender = _kind_of_name(words, i, name, det, sentence.first)
    if is_body(words, i, end):
        kind, gender = "organisation", ""
    if not kind and words.word[i - 1] in OPENING and i > sentence.first:
        kind = "organisation"  # a single name in quotation marks is a paper or a club
    return Mention(
        i - bool(det),
        end - 1,
        end - 1,
        end,
        kind,
        name,
        None,
        gender,
        det == "die" and kind == "place" and gender == "p",
        bool(det),
        number,
        _rank(words, i - bool(det), sentence.first, det),
    )


def _compound_head(words: Words, i: int) -> bool:
    """Tell whether a noun follows that makes one phrase with the abbreviation before it: `US Botschaft`."""
    return words.tag[i] == "NN" and noun(words.word[i]) is not None


def _kind_of_name(words: Words, i: int, name: tuple[str, ...], det: str, start: int) -> tuple[str, str]:
    """Guess what a name names: person, place, organisation, or empty for an undecided single name."""
    last = name[-1]
    if len(name) == 1:
        if is_place(last):
            return "place", PLACES.get(last) or PLACES.get(last[:-1], "n")
        if last in ORGANISATIONS or last.removesuffix("s") in ORGANISATIONS:
            return "organisation", ORGANISATIONS.get(last) or ORGANISATIONS.get(last[:-1], "")
        if (last.isupper() and len(last) > 1) or (det and last not in GIVEN):
            return "organisation", {"die": "f", "das": "n"}.get(det, "m" if det else "")
        return ("person" if i > start and _titled(words, i) else ""), ""
    if name[0] in GIVEN or name[0].split("-")[0] in GIVEN or _titled(words, i):
        return "person", gender_of(name)
    if is_place(last) or name[0] in ORGANISATIONS or det or any(w.isupper() and len(w) > 2 for w in name):
        return ("place" if is_place(last) else "organisation"), {"die": "f", "das": "n"}.get(det, "m" if det else "")
    return "person", ""


def _titled(words: Words, i: int) -> bool:
    return words.word[i - 1] in TITLES or (words.word[i - 1] == "." and words.word[i - 2] in TITLES)


def _rank(words: Words, first: int, start: int, det: str) -> float:
    """Weigh the place of a phrase in its sentence: subjects come early and without a preposition."""
    before = words.tag[first - 1]
    if (first == start or (first == start + 1 and before in ("ADV", "KON", "NE"))) and det not in ("den", "dem"):
        return 2.0
    if before in PREPOSITIONS or words.tag[first] == "APPRART":
        return -0.5
    if not det and before == "NN" and words.word[first].endswith("s"):
        return -1.0
    if det in ("des", "eines") or (det in ("der", "einer") and before in NOUNS):
        return -1.0
    return 0.0 if det in OBLIQUE else 1.0
