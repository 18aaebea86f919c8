"""Mentions: every place where a document names or describes somebody who could speak."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from stimmlage.language.tagging import Words
from stimmlage.quotation.names import GIVEN, ORGANISATIONS, PARTICLES, PLACES, TITLES, gender_of
from stimmlage.quotation.nouns import Noun, noun, person_noun
from stimmlage.reading.document import Sentence

if TYPE_CHECKING:
    from stimmlage.quotation.entity import Entity

_NAME_TAGS = frozenset({"NE", "FM", "XY", "NN", "ADJA", "ADJD"})
_SURE_TAGS = frozenset({"NE", "FM"})
_ADJECTIVES = frozenset({"ADJA", "CARD", "ADV", "PIDAT"})
_DETERMINERS = frozenset({"ART", "PPOSAT", "PDAT", "PIAT", "PIDAT", "APPRART", "PDS", "PRELS", "PRELAT"})
_DEFINITE = frozenset("der die das dem den des dieser diese dieses diesem diesen jener jene jenes vom beim zum zur im am ins".split())
_SINGULAR = frozenset("dem des das ein eine einen einem einer eines im vom beim zum zur am dieses jenes diesem kein keine keinem".split())
_MASCULINE = frozenset("der dem des ein einem eines den einen vom beim zum dieser jener".split())
_FEMININE = frozenset("die eine einer zur diese jene".split())
NAMED_BODIES = frozenset(
    "zeitung agentur nachrichtenagentur presseagentur sender fernsehsender magazin nachrichtenmagazin firma konzern unternehmen organisation "
    "partei gesellschaft verein hersteller gruppe bank verlag blatt fachblatt club klub stiftung portal zeitschrift airline "
    "fluggesellschaft reederei initiative bündnis gewerkschaft ratingagentur betreiber anbieter verband bewegung miliz".split()
)
_ARABIC_ARTICLES = frozenset("al el as ar an ad at az ul ud".split())
_TIMES = frozenset(
    "Anfang Mitte Ende Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonnabend Sonntag Januar Februar März April Mai "
    "Juni Juli August September Oktober November Dezember Fragen Kritik Recht Bescheid Stellung Vorwürfe".split()
)
OPENING = frozenset("„»«‚›\"“")
CLOSING = frozenset("“”«»‘‹\"")


@dataclass(slots=True, eq=False)
class Mention:
    """Tokens `first` to `stop` that point at somebody: `core` is the noun, `head` the last part of the name.

    `name` is empty for a description; `noun` is empty for a bare name. `rank` is the prominence that
    its place in the sentence gives it, from -1 (genitive) to 2 (opens the sentence as subject).
    """

    first: int
    core: int
    head: int
    stop: int
    kind: str
    name: tuple[str, ...]
    noun: Noun | None
    gender: str
    plural: bool
    definite: bool
    sentence: int
    rank: float
    entity: Entity | None = None


def find_mentions(words: Words, sentences: Sequence[Sentence]) -> list[Mention]:
    """Find the names and the nouns for people and bodies, in reading order."""
    mentions: list[Mention] = []
    word = words.word
    for number, sentence in enumerate(sentences):
        i, stop = sentence.first, sentence.stop
        while i < stop:
            found = None
            if word[i][0].isupper() or _arabic(word[i]):
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


def _arabic(form: str) -> bool:
    """Tell whether a form is a name with a small article, such as `al-Masri`."""
    return form[2:3] == "-" and form[:2] in _ARABIC_ARTICLES and form[3:4].isupper()


def _noun_at(words: Words, i: int, sentence: Sentence, number: int) -> Mention | None:
    known = _common_noun(words, i)
    if known is None or known.sort == "source" or words.tag[i] in ("ADJA", "VVFIN", "ADV"):
        return None
    if i + 1 < sentence.stop and words.word[i] in GIVEN and words.tag[i + 1] == "NE":
        return None
    first = left_edge(words, i, sentence.first)
    det = words.lower[first] if words.tag[first] in _DETERMINERS else ""
    stop = i + 1
    name: tuple[str, ...] = ()
    plural = is_plural(known, det, first > sentence.first and words.tag[first - 1] == "NN")
    if known.sort == "organisation" and i + 1 < sentence.stop and words.word[i + 1] in GIVEN:
        known = person_noun(words.word[i]) or known
    if known.sort == "person":
        start = after_titles(words, stop, sentence.stop)
        end = name_end(words, start, sentence.stop, after_role=True)
        if end > start and not _place(words.word[start]) and (not plural or (known.number == "?" and not det)):
            name, stop, plural = tuple(words.word[start:end]), end, False
    else:
        name, stop = _body_name(words, stop, sentence.stop, known.base in NAMED_BODIES and not plural)
    kind = _kind_of_noun(known, plural, name)
    gender = noun_gender(known, det)
    if known.sort == "person" and gender in ("", "n"):  # `das Mitglied` may be a he or a she
        gender = gender_of(name)
    return Mention(first, i, stop - 1, stop, kind, name, known, gender, plural, det in _DEFINITE, number,
                   _rank(words, first, sentence.first, det))


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
    while j < stop and (words.tag[j] in _SURE_TAGS or word[j].isupper() or _arabic(word[j])) and word[j] not in GIVEN and word[j][0].isalnum():
        j += 1
    if j == i or not named or _place(word[j - 1]):
        person = j - i > 1 and not any(map(_place, word[i:j]))  # `der Chef der Verwaltung Uwe Lang`
        return (), i if person else j
    return tuple(word[i:j]), j


def _common_noun(words: Words, i: int) -> Noun | None:
    """Look up the noun at `i`; a word tagged as a name is no noun for looking like one (`Hartmann`, `Richter`)."""
    known = noun(words.word[i])
    if known is None or words.tag[i] != "NE" or known.sort != "person" or known.before.endswith("-"):
        return known
    if known.before:
        return known if len(known.base) > 5 else None
    named = i + 1 < len(words) and words.tag[i + 1] == "NE"
    return known if named or (i > 0 and words.tag[i - 1] in _DETERMINERS) else None


def _kind_of_noun(known: Noun, plural: bool, name: tuple[str, ...]) -> str:
    if known.sort == "organisation":
        return "organisation"
    return "person" if name else "group" if plural else "unnamed"


def left_edge(words: Words, i: int, start: int) -> int:
    """Return where the noun phrase of the noun at `i` begins: at its article or first adjective."""
    tag, k = words.tag, i
    while k > start and tag[k - 1] in _ADJECTIVES and i - k < 6:
        k -= 1
    if k > start and tag[k - 1] in _DETERMINERS:
        return k - 1
    while k < i and tag[k] == "ADV":
        k += 1
    return k


def is_plural(known: Noun, det: str, genitive: bool = False) -> bool:
    """Decide the number of a noun by its ending, its article, and whether it follows another noun.

    After a noun `der` is a genitive: `Angaben der Veranstalter` speaks of several.
    """
    if genitive and det == "der" and known.gender in ("m", "n") and known.number != "s":
        return True
    if known.gender == "p" or known.number == "p":
        return not (det in ("ein", "eine", "einer", "einem") or (known.number == "s"))
    if known.number == "s" or det in _SINGULAR:
        return False
    if known.number == "w":
        return det != "der" or genitive
    if det in ("die", "diese"):
        return known.gender in ("m", "n")
    return not det or det not in _DEFINITE


def noun_gender(known: Noun, det: str) -> str:
    """Return the gender of a noun: its own, or the one that the article of an adjectival noun shows."""
    if known.gender in ("a", "p"):
        return "m" if det in _MASCULINE else "f" if det in _FEMININE else ""
    return known.gender


def after_titles(words: Words, i: int, stop: int) -> int:
    """Skip titles such as `Dr.` before a name."""
    while i < stop and words.word[i] in TITLES:
        i += 2 if i + 1 < stop and words.word[i + 1] == "." else 1
    return i


def name_end(words: Words, i: int, stop: int, after_role: bool = False) -> int:
    """Return where the name that begins at `i` ends; `i` itself if none begins there."""
    if i >= stop or not _opens_name(words, i, stop, after_role):
        return i
    word, tag = words.word, words.tag
    if _place(word[i]) and word[i] not in GIVEN and not _title_of_paper(words, i, stop):
        return i + 1
    j = i + 1 + (_title_of_paper(words, i, stop) or _abbreviation_opens(words, i, stop))
    while j < stop and j - i < 6:
        if word[j] == "." and len(word[j - 1]) == 1 and j + 1 < stop and word[j + 1][0].isupper():
            j += 1
        elif word[j].lower() in PARTICLES and _particle(words, i, j, stop):
            j += 1
        elif not _arabic(word[j]) and (
            not word[j][0].isupper() or (tag[j] not in _NAME_TAGS and word[j - 1] not in GIVEN) or not _continues_name(words, i, j, after_role)
        ):
            break
        else:
            j += 1
    return j


def _title_of_paper(words: Words, i: int, stop: int) -> bool:
    """Tell whether a place opens the name of something else, as in `die Boston Post`."""
    j = i + 1
    return (i > 0 and words.tag[i - 1] == "ART" and words.word[i] in PLACES and j < stop
            and words.tag[j] in ("NE", "FM", "NN") and not _place(words.word[j]) and words.word[j] not in GIVEN)


def _abbreviation_opens(words: Words, i: int, stop: int) -> bool:
    """Tell whether an abbreviation opens a longer name, as in `AK Wasser`."""
    form = words.word[i]
    return (form.isupper() and 1 < len(form) < 5 and i + 1 < stop and words.tag[i + 1] == "NN"
            and words.word[i + 1] not in _TIMES and noun(words.word[i + 1]) is None)


def _opens_name(words: Words, i: int, stop: int, after_role: bool) -> bool:
    form, tag = words.word[i], words.tag[i]
    if _arabic(form):
        return True
    if not form[0].isupper() and form.lower() not in PARTICLES:
        return False
    if form in TITLES:
        return False
    if form in GIVEN:
        return tag in _SURE_TAGS or tag == "NN" or (i + 1 < stop and (words.tag[i + 1] in _SURE_TAGS or _arabic(words.word[i + 1])))
    if form.lower() in PARTICLES:
        noble = form[0].isupper() or (after_role and i + 1 < stop and words.lower[i + 1] in ("der", "den"))
        return noble and form.lower() in ("von", "van", "de", "al") and _name_follows(words, i + 1, stop)
    known = _common_noun(words, i)
    if after_role and known is not None and known.before and known.base == "mann":
        known = None
    if after_role and known is None and tag in ("NN", "ADJA"):
        return tag == "NN" or (i + 1 < stop and words.tag[i + 1] in ("NE", "NN") and not _place(words.word[i + 1]) and noun(words.word[i + 1]) is None)
    return tag in _SURE_TAGS and (known is None or (after_role and known.sort == "person"))


def _name_follows(words: Words, i: int, stop: int, given: bool = False) -> bool:
    while i < stop and words.lower[i] in PARTICLES:
        i += 1
    if i >= stop or _place(words.word[i]):
        return False
    return words.tag[i] == "NE" or (given and words.word[i][0].isupper() and noun(words.word[i]) is None)


def _particle(words: Words, i: int, j: int, stop: int) -> bool:
    """Tell whether the small word at `j` belongs to the name: only right after given names."""
    if words.lower[j] in ("von", "vom", "zu", "zum", "zur", "der", "den"):
        given = all(w in GIVEN or w.lower() in PARTICLES for w in words.word[i:j])
        return given and _name_follows(words, j + 1, stop, given)
    return _name_follows(words, j + 1, stop, given=words.word[i] in GIVEN)


def _continues_name(words: Words, i: int, j: int, after_role: bool) -> bool:
    form, before = words.word[j], words.word[j - 1]
    if before.lower() in PARTICLES:
        return True
    if after_role and j == i + 1 and words.tag[j] == "NN" and before not in GIVEN:
        return noun(form) is None and form not in _TIMES and not before.endswith("s")
    if words.tag[j] in _SURE_TAGS or (j == i + 1 and words.tag[i] == "ADJA" and before not in GIVEN):
        known = _common_noun(words, j)
        return not _genitive_before(words, j) and (known is None or before in GIVEN)
    known = noun(form)
    return before in GIVEN and (known is None or known.sort == "person") and form not in _TIMES


def _genitive_before(words: Words, j: int) -> bool:
    """Tell whether the name before `j` is a genitive of a place, as in `Berlins Michael Müller`."""
    form = words.word[j - 1]
    return form not in PLACES and form.endswith("s") and form[:-1] in PLACES


def _place(form: str) -> bool:
    return form in PLACES or (form.endswith("s") and form[:-1] in PLACES)


def _name_at(words: Words, i: int, sentence: Sentence, number: int) -> Mention | None:
    end = name_end(words, i, sentence.stop)
    if end == i:
        return None
    name = tuple(words.word[i:end])
    if len(name) == 1 and name[0].isupper() and len(name[0]) > 1 and end < sentence.stop and _compound_head(words, end):
        return None
    det = words.lower[i - 1] if i > sentence.first and words.tag[i - 1] == "ART" else ""
    kind, gender = _kind_of_name(words, i, name, det, sentence.first)
    if not kind and words.word[i - 1] in OPENING and i > sentence.first:
        kind = "organisation"  # a single name in quotation marks is a paper or a club
    return Mention(i - bool(det), end - 1, end - 1, end, kind, name, None, gender, det == "die" and kind == "place" and gender == "p",
                   bool(det), number, _rank(words, i - bool(det), sentence.first, det))


def _compound_head(words: Words, i: int) -> bool:
    """Tell whether a noun follows that makes one phrase with the abbreviation before it: `US Botschaft`."""
    return words.tag[i] == "NN" and noun(words.word[i]) is not None


def _kind_of_name(words: Words, i: int, name: tuple[str, ...], det: str, start: int) -> tuple[str, str]:
    """Guess what a name names: person, place, organisation, or empty for an undecided single name."""
    last = name[-1]
    if len(name) == 1:
        if _place(last):
            return "place", PLACES.get(last) or PLACES.get(last[:-1], "n")
        if last in ORGANISATIONS or last.removesuffix("s") in ORGANISATIONS:
            return "organisation", ORGANISATIONS.get(last) or ORGANISATIONS.get(last[:-1], "")
        if (last.isupper() and len(last) > 1) or (det and last not in GIVEN):
            return "organisation", {"die": "f", "das": "n"}.get(det, "m" if det else "")
        return ("person" if i > start and _titled(words, i) else ""), ""
    if name[0] in GIVEN or name[0].split("-")[0] in GIVEN or _titled(words, i):
        return "person", gender_of(name)
    if _place(last) or name[0] in ORGANISATIONS or det or any(w.isupper() and len(w) > 2 for w in name):
        return ("place" if _place(last) else "organisation"), {"die": "f", "das": "n"}.get(det, "m" if det else "")
    return "person", ""


def _titled(words: Words, i: int) -> bool:
    return words.word[i - 1] in TITLES or (words.word[i - 1] == "." and words.word[i - 2] in TITLES)


def _rank(words: Words, first: int, start: int, det: str) -> float:
    """Weigh the place of a phrase in its sentence: subjects come early and without a preposition."""
    before = words.tag[first - 1]
    if first == start or (first == start + 1 and before in ("ADV", "KON", "NE")):
        return 2.0
    if before in ("APPR", "APPRART") or words.tag[first] == "APPRART":
        return -0.5
    if not det and before == "NN" and words.word[first].endswith("s"):
        return -1.0
    if det in ("des", "eines") or (det in ("der", "einer") and before in ("NN", "NE")):
        return -1.0
    return 0.0 if det in ("dem", "den", "einem", "einen") else 1.0
