"""Name spans: where a name begins and ends in a sentence."""

from __future__ import annotations

from stimmlage.language.closed_classes import MONTHS, NAME_LINKS, WEEKDAYS
from stimmlage.language.given_names import GIVEN, PARTICLES
from stimmlage.language.lexicon import words as entries
from stimmlage.language.nouns import Noun, noun
from stimmlage.language.tagsets import ARTICLES, NOUNS, RELATIVES
from stimmlage.language.words import Words
from stimmlage.speakers.name_forms import PLACES, TITLES

SURE_TAGS = frozenset({"NE", "FM"})
DETERMINERS = ARTICLES | RELATIVES | {"APPRART", "PDS"}
FIRMS = entries("body_words", "firm")
CLUBS = entries("body_words", "club")
_NAME_TAGS = frozenset({"NE", "FM", "XY", "NN", "ADJA", "ADJD"})
_ARABIC_ARTICLES = frozenset("al el as ar an ad at az ul ud".split())
_TIMES = {word.capitalize() for word in WEEKDAYS | MONTHS} | {
    "Anfang",
    "Mitte",
    "Ende",
    "Fragen",
    "Kritik",
    "Recht",
    "Bescheid",
    "Stellung",
    "Vorwürfe",
}


def after_titles(words: Words, i: int, stop: int) -> int:
    """Skip titles such as `Dr.` before a name."""
    while i < stop and words.word[i] in TITLES:
        i += 1
    return i


def name_end(words: Words, i: int, stop: int, after_role: bool = False) -> int:
    """Return where the name that begins at `i` ends; `i` itself if none begins there."""
    if i >= stop or _is_legal_form(words.word[i]) or not _opens_name(words, i, stop, after_role):
        return i
    word, tag = words.word, words.tag
    if is_place(word[i]) and word[i] not in GIVEN and not _title_of_paper(words, i, stop):
        if word[i].lower() not in PARTICLES or not _name_follows(words, i + 1, stop):
            return i + 1
    j = i + 1 + (_title_of_paper(words, i, stop) or _abbreviation_opens(words, i, stop))
    while j < stop and j - i < 6:
        if (word[j] == "." and len(word[j - 1]) == 1 and j + 1 < stop and word[j + 1][0].isupper()) or (
            word[j].lower() in PARTICLES and _particle(words, i, j, stop)
        ):
            j += 1
        elif not arabic(word[j]) and (
            not word[j][0].isupper()
            or (tag[j] not in _NAME_TAGS and word[j - 1] not in GIVEN)
            or not _continues_name(words, i, j, after_role)
        ):
            break
        else:
            j += 1
    return j


def body_end(words: Words, i: int, end: int, stop: int) -> int:
    """Return where the name of a firm or a club ends, of which the name up to `end` is only a part.

    `Hanna Berg & Söhne`, `Paul Berg Logistik`, `Eintracht Lunden`.
    """
    word, tag = words.word, words.tag
    if end == i and word[i] in CLUBS and i + 1 < stop and word[i + 1][0].isupper() and tag[i + 1] in _NAME_TAGS:
        return i + 2
    if end + 1 < stop and tag[end] == "NN" and _is_legal_form(word[end + 1]):  # `Kern AG`, `ABC Holding GmbH`
        return end + 2
    if end == i:
        return i
    if end + 1 < stop and word[end] in ("&", "+") and word[end + 1][0].isupper():
        return end + 2
    if end < stop and word[end] in FIRMS and not _is_appointed(words, i):
        return end + 1
    return end


def _is_legal_form(form: str) -> bool:
    """Tell whether a word is `AG`, `GmbH`, `KG`: no noun that is also the name of a trade (`Bank`)."""
    return form in FIRMS and form[-1].isupper()


def _is_appointed(words: Words, i: int) -> bool:
    """Tell whether an office stands before a name: `Chef Paul Berg Bank`, where the noun behind it is its own."""
    return i > 0 and words.tag[i - 1] == "NN" and noun(words.word[i - 1]) is not None


def is_body(words: Words, first: int, stop: int) -> bool:
    """Tell whether a name is that of a firm or a club."""
    if stop - first < 2:
        return False
    last = words.word[stop - 1]
    return "&" in words.word[first:stop] or last in FIRMS or words.word[first] in CLUBS


def _title_of_paper(words: Words, i: int, stop: int) -> bool:
    """Tell whether a place opens the name of something else, as in `die Boston Post`."""
    j = i + 1
    return (
        i > 0
        and words.tag[i - 1] == "ART"
        and words.word[i] in PLACES
        and j < stop
        and words.tag[j] in ("NE", "FM", "NN")
        and not is_place(words.word[j])
        and words.word[j] not in GIVEN
    )


def _abbreviation_opens(words: Words, i: int, stop: int) -> bool:
    """Tell whether an abbreviation opens a longer name, as in `AK Wasser`."""
    form = words.word[i]
    return (
        form.isupper()
        and 1 < len(form) < 5
        and i + 1 < stop
        and words.tag[i + 1] == "NN"
        and words.word[i + 1] not in _TIMES
        and noun(words.word[i + 1]) is None
    )


def _opens_name(words: Words, i: int, stop: int, after_role: bool) -> bool:
    form, tag = words.word[i], words.tag[i]
    if arabic(form):
        return True
    if not form[0].isupper() and form.lower() not in PARTICLES:
        return False
    if form in TITLES:
        return False
    if form in GIVEN:
        return (
            tag in SURE_TAGS
            or tag == "NN"
            or (i + 1 < stop and (words.tag[i + 1] in SURE_TAGS or arabic(words.word[i + 1])))
        )
    if form.lower() in PARTICLES:
        noble = form[0].isupper() or (after_role and i + 1 < stop and words.lower[i + 1] in ("der", "den"))
        listed = noble and form.lower() in ("von", "van", "de", "al")
        return (listed or tag == "NE") and _name_follows(words, i + 1, stop, given=form.lower() == "van")
    known = common_noun(words, i)
    if after_role and known is not None and known.before and known.base == "mann":
        known = None
    if after_role and known is None and tag in ("NN", "ADJA"):
        return tag == "NN" or (
            i + 1 < stop
            and words.tag[i + 1] in NOUNS
            and not is_place(words.word[i + 1])
            and noun(words.word[i + 1]) is None
        )
    return tag in SURE_TAGS and (known is None or (after_role and known.sort == "person"))


def _name_follows(words: Words, i: int, stop: int, given: bool = False) -> bool:
    while i < stop and words.lower[i] in PARTICLES:
        i += 1
    if i >= stop or is_place(words.word[i]):
        return False
    return words.tag[i] == "NE" or (given and words.word[i][0].isupper() and noun(words.word[i]) is None)


def _particle(words: Words, i: int, j: int, stop: int) -> bool:
    """Tell whether the small word at `j` belongs to the name: only right after given names."""
    if words.tag[j] == "NE":
        return _name_follows(words, j + 1, stop)
    if words.lower[j] in NAME_LINKS:
        given = all(w in GIVEN or w.lower() in PARTICLES for w in words.word[i:j])
        return given and _name_follows(words, j + 1, stop, given)
    return _name_follows(words, j + 1, stop, given=words.word[i] in GIVEN)


def _continues_name(words: Words, i: int, j: int, after_role: bool) -> bool:
    form, before = words.word[j], words.word[j - 1]
    if before.lower() in PARTICLES:
        return True
    if after_role and j == i + 1 and words.tag[j] == "NN" and before not in GIVEN:
        return noun(form) is None and form not in _TIMES and not before.endswith("s")
    if words.tag[j] in SURE_TAGS or (j == i + 1 and words.tag[i] == "ADJA" and before not in GIVEN):
        known = common_noun(words, j)
        return not _genitive_before(words, j) and (known is None or before in GIVEN)
    known = noun(form)
    return before in GIVEN and (known is None or known.sort == "person") and form not in _TIMES


def _genitive_before(words: Words, j: int) -> bool:
    """Tell whether the name before `j` is a genitive of a place, as in `Berlins Michael Müller`."""
    form = words.word[j - 1]
    return form not in PLACES and form.endswith("s") and form[:-1] in PLACES


def is_place(form: str) -> bool:
    """Tell whether a form names a place, in the genitive, too."""
    return form in PLACES or (form.endswith("s") and form[:-1] in PLACES)


def arabic(form: str) -> bool:
    """Tell whether a form is a name with a small article, such as `al-Masri`."""
    return form[2:3] == "-" and form[:2] in _ARABIC_ARTICLES and form[3:4].isupper()


def common_noun(words: Words, i: int) -> Noun | None:
    """Look up the noun at `i`; a word tagged as a name is no noun for looking like one (`Hartmann`, `Richter`)."""
    known = noun(words.word[i])
    if known is None or words.tag[i] != "NE" or known.sort != "person" or known.before.endswith("-"):
        return known
    if known.before:
        return known if len(known.base) > 5 else None
    named = i + 1 < len(words) and words.tag[i + 1] == "NE"
    return known if named or (i > 0 and words.tag[i - 1] in DETERMINERS) else None
