"""Speaker phrases: the noun phrase behind `nach Angaben der Polizei`, and its name in a table."""

from __future__ import annotations

import re

from stimmlage.language.closed_classes import (
    AGENT_PREPOSITIONS,
    CONTRACTIONS,
    COORDINATORS,
    DEFINITE_ARTICLES,
    GENITIVES,
)
from stimmlage.language.genders import is_feminine
from stimmlage.language.given_names import GIVEN
from stimmlage.language.nouns import Noun, is_plural, noun, noun_gender
from stimmlage.language.tagsets import ARTICLES, PREPOSITIONS
from stimmlage.language.words import Words
from stimmlage.quotation.marks import CLOSING, OPENING
from stimmlage.speakers.name_forms import TITLES

_OF = GENITIVES | AGENT_PREPOSITIONS | {"aus", "unter", "im", "in"}
_REPORTS = frozenset({"bericht", "pressemitteilung", "umfrage", "aussendung"})
_CUT = frozenset({"$,", "$(", "$."})
_BEFORE = frozenset({"APPR", "ADV", "KON", "PTKA", "KOKOM", "PROAV"})
_DETERMINERS = ARTICLES | {"APPRART", "PRELAT"}
_STRONG = {"m": "er", "f": "e", "n": "es"}
_ARTICLES = {"m": "Der", "f": "Die", "n": "Das", "p": "Die", "": "Die"}
_GENDER_OF_ARTICLE = {"der": "m", "die": "f", "das": "n", "einer": "f", "eine": "f", "zur": "f"}
_DEFINITE = DEFINITE_ARTICLES | CONTRACTIONS
_ENDINGS = ("en", "em", "er", "es", "e")
_ORIGIN = re.compile("isch(?:e[nmrs]?)?$")
_ENDS = frozenset(",(:;–-")


def head_of(words: Words, first: int, stop: int) -> int:
    """Return the head of the noun phrase that begins at `first`: its first noun or name; else -1."""
    for i in range(first, stop):
        if words.tag[i] in ("NN", "NE", "FM") and words.word[i][0].isalnum() and not _is_title(words, i, stop):
            if words.tag[i] == "NE" and (k := _possessed(words, i, stop)) >= 0:
                return k
            return i + 1 if _abbreviation_before(words, i, stop) or _town_before(words, i, stop) else i
    return -1


def _is_title(words: Words, i: int, stop: int) -> bool:
    """Tell whether a word is a title such as `Frau` or `Dr.`; in `die Frau und der Mann` it is not."""
    joined = i + 1 < stop and (words.joint[i + 1] >= 0 or words.lower[i + 1] in COORDINATORS)
    return words.word[i] in TITLES and not joined


def _town_before(words: Words, i: int, stop: int) -> bool:
    """Tell whether the word at `i` is made of a town, as in `der Kieler Forscher`, though the tag says noun."""
    form = words.word[i]
    return form.endswith("er") and noun(form) is None and i + 1 < stop and words.tag[i + 1] == "NN"


def _abbreviation_before(words: Words, i: int, stop: int) -> bool:
    """Tell whether an abbreviation only opens a compound: `US Botschaft`."""
    form = words.word[i]
    return (
        form.isupper()
        and len(form) > 1
        and i + 1 < stop
        and words.tag[i + 1] == "NN"
        and noun(words.word[i + 1]) is not None
    )


def _possessed(words: Words, i: int, stop: int) -> int:
    """Return the noun that a genitive name at `i` stands before: `Blums Angaben`, `Uwe Blums Frau`; else -1."""
    while i + 1 < stop and (words.tag[i + 1] == "NE" or _is_surname(words, i + 1)):
        i += 1
    if not words.word[i].endswith(("s", "’", "'")):
        return -1
    k = i + 1
    while k < stop and words.tag[k] in ("ADJA", "CARD"):
        k += 1
    return k if k < stop and words.tag[k] == "NN" else -1


def _is_surname(words: Words, i: int) -> bool:
    """Tell whether a common noun is a name behind a given name: `Uwe Kerns`."""
    return words.tag[i] == "NN" and words.word[i - 1] in GIVEN and noun(words.word[i]) is None


def quoted_name(words: Words, i: int, stop: int) -> str:
    """Return the name between quotation marks that a phrase begins with: `Blick` in `der „Blick“`."""
    i += i < stop and words.tag[i] == "ART"
    if i >= stop or words.word[i] not in OPENING:
        return ""
    end = next((j for j in range(i + 1, stop) if words.word[j] in CLOSING), stop)
    return " ".join(words.word[i + 1 : end]) if end + 1 >= stop or words.word[end + 1][0].isalpha() else ""


def behind_source(words: Words, head: int, stop: int) -> tuple[int, int] | None:
    """Return the phrase that a noun such as `Angaben` attributes: `der Polizei` in `Angaben der Polizei`."""
    if "durch" in words.lower[head + 1 : stop]:
        return words.lower.index("durch", head + 1, stop) + 1, stop
    i = head + 1
    while i < stop and words.tag[i] == "ADV":
        i += 1
    if i >= stop or not (words.lower[i] in _OF or words.tag[i] in ("ADJA", "NE", "FM", "NN", "PIAT")):
        return None
    behind = head_of(words, i, stop)
    if behind < 0 or (words.tag[i] in PREPOSITIONS and words.tag[behind] == "NN" and noun(words.word[behind]) is None):
        return None
    return i, stop


def compound_source(word: str, known: Noun) -> str:
    """Return who speaks in a compound (`Polizei` in `Polizeiangaben`); empty if its first part names nobody.

    Examples
    --------
    >>> from stimmlage.language.nouns import noun
    >>> compound_source("Zeugenaussagen", noun("Zeugenaussagen")), compound_source("Uno-Bericht", noun("Uno-Bericht"))
    ('Zeugen', 'Uno')
    >>> compound_source("Jahresbericht", noun("Jahresbericht"))
    ''
    """
    before = word[: len(known.before)]
    if before.endswith("-"):
        return before[:-1]
    if known.sense == "document" and known.base not in _REPORTS:
        return ""
    for form in (before.removesuffix("s"), before, before + "e"):
        if form and (found := noun(form)) is not None and found.sort != "source":
            return form
    return ""


def nominative(words: Words, first: int, stop: int, definite: bool) -> str:
    """Write a noun phrase in the nominative, as a name in a table.

    Prepositions before the phrase and all that follows a comma, a bracket or an adverb are left out.
    The indefinite article always goes; `definite` keeps the definite one.
    """
    while first < stop and (words.tag[first] in _BEFORE or words.tag[first] in _CUT):
        first += 1
    if (joint := _joint(words, first, stop)) > 0:
        behind = next((i for i in range(joint + 1, stop) if words.joint[i] < 0), stop - 1)
        second = nominative(words, behind, stop, definite)
        begin = behind + (words.tag[behind] in ARTICLES)
        small = (definite and words.lower[behind] in _DEFINITE) or words.word[min(begin, stop - 1)][0].islower()
        second = second[0].lower() + second[1:] if small else second
        joining = "," if words.word[joint] == "," and behind == joint + 1 else f" {_conjunction(words, joint)}"
        return f"{nominative(words, first, joint, definite)}{joining} {second}"
    head = head_of(words, first, stop)
    if head < 0 or words.tag[first] == "PIS" or words.tag[first : first + 2] == ["ART", "ART"]:  # `einer der Prüfer`
        return _capital(" ".join(words.word[first:stop]))
    known = noun(words.word[head])
    det = words.lower[first] if first < head and words.tag[first] in _DETERMINERS else ""
    genitive = first > 0 and words.tag[first - 1] == "NN"
    counted = "CARD" in words.tag[first:head]
    plural = counted or is_plural(known, det, genitive) if known else _looks_plural(words, first, head, det)
    gender = noun_gender(known, det) if known else _GENDER_OF_ARTICLE.get(det, "")
    keep = definite and det in _DEFINITE and bool(plural or gender)
    begin = first + 1 if det and words.tag[first] in ("ART", "APPRART", "PPOSAT", "PRELAT") else first
    parts = [_ARTICLES["p" if plural else gender]] if keep else []
    agreeing = gender or ("m" if det in ("des", "dem", "eines", "einem") else "")
    parts += [_adjective(words, i, plural, agreeing, keep) for i in range(begin, head)]
    parts.append(_head_noun(words, head, plural, gender, known, keep))
    if begin == head and not keep and words.tag[head] == "NE":
        return _joined(parts + _after_head(words, head + 1, stop))  # `dpa`, `n24`
    return _capital(_joined(parts + _after_head(words, head + 1, stop)))


def with_attributes(words: Words, first: int, head: int, name: str) -> str:
    """Write a name with the adjectives that say where it is from: `Israelische Armee` of `ersten israelischen Angaben`.

    Others belong to what is told: of `offiziellen Polizeiangaben` only the `Polizei` is left.
    """
    known = noun(name)
    gender = known.gender if known is not None and known.gender in _STRONG else "f" if is_feminine(name) else "m"
    plural = known is not None and known.number == "p"
    if not any(_ORIGIN.search(form) for form in words.lower[first:head]):
        return name
    origins = [i for i in range(first, head) if _ORIGIN.search(words.lower[i])]
    return _capital(" ".join([*(_adjective(words, i, plural, gender, False) for i in origins), name]))


def _joint(words: Words, first: int, stop: int) -> int:
    """Return where a series goes on, or `und` joins two phrases with articles: `der Bahn und der Post`; else -1.

    Where a genitive stands before it, the second may be one, too: `der Chef der Bahn und der Post`.
    """
    head = head_of(words, first, stop)
    if (series := next((i for i in range(max(head, first), stop) if 0 <= words.joint[i] <= head), -1)) > 0:
        return series
    if words.tag[first : first + 1] != ["ART"] or head < 0:
        return -1
    i = head + 1
    return i if i < stop - 2 and words.lower[i] in ("und", "sowie") and words.tag[i + 1] == "ART" else -1


def _conjunction(words: Words, i: int) -> str:
    """Return `und` for `als auch` and its like; `oder` and `sowie` stay."""
    return words.word[i] if words.lower[i] in COORDINATORS else "und"


def _looks_plural(words: Words, first: int, head: int, det: str) -> bool:
    """Guess the number of a noun that is in no list: by its ending, or by an adjective after `die`."""
    if not det:
        return words.word[head].endswith("en")
    return det in ("die", "den") and head - first > 1 and words.word[head - 1].endswith("en")


def phrase_gender(words: Words, first: int, stop: int) -> str:
    """Return the gender of a noun phrase by its noun or its article; empty if neither tells."""
    head = head_of(words, first, stop)
    known = noun(words.word[head]) if head >= 0 else None
    det = words.lower[first]
    return noun_gender(known, det) if known else _GENDER_OF_ARTICLE.get(det, "")


def _joined(parts: list[str]) -> str:
    text = (
        " ".join(parts).replace("„ ", "„").replace("» ", "»").replace(" “", "“").replace(" «", "«").replace(" . ", ". ")
    ).replace(" ,", ",")
    return text.replace("“", "").strip() if "“" in text and "„" not in text else text.replace(" -", "-")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _adjective(words: Words, i: int, plural: bool, gender: str, weak: bool) -> str:
    form = words.word[i]
    if words.tag[i] not in ("ADJA", "PIAT", "PIS") or not form.endswith(_ENDINGS):
        return form
    if form[0].isupper() and form.endswith("er") and i > 0 and words.tag[i - 1] != "$.":
        return form  # from a place: `Berliner`
    bare = next(form[: -len(e)] for e in _ENDINGS if form.endswith(e))
    if weak:
        return bare + ("en" if plural else "e")
    return bare + ("e" if plural else _STRONG.get(gender, "er" if form.endswith("em") else "e"))


def _head_noun(words: Words, head: int, plural: bool, gender: str, known: Noun | None, weak: bool) -> str:
    """Put the head of a phrase in the nominative, as far as its ending tells the case."""
    form = words.word[head]
    if known is None:
        if not plural and form.endswith("s") and form.startswith(words.lemma[head]):
            return words.lemma[head]
        return form
    stem = form[: len(known.before) + len(known.base)]
    if known.gender == "a":
        bare = next((form[: -len(e)] for e in _ENDINGS if form.endswith(e)), form)
        return bare + (("en" if weak else "e") if plural else "e" if weak or gender == "f" else "er")
    if not plural:
        return form if gender == "f" or stem.lower() != known.before + known.base else stem
    ending = form[len(stem) :]
    dative = form.endswith("n") and (
        known.gender == "p"
        or known.base.endswith(("er", "el"))
        or stem.lower() != known.before + known.base
        or (ending == "en" and known.sort != "person" and known.gender != "f")
    )
    return form[:-1] if dative and len(form) > len(stem) and not form.endswith("innen") else form


def _after_head(words: Words, i: int, stop: int) -> list[str]:
    parts = []
    while (
        i < stop
        and (words.word[i] not in _ENDS or words.joint[i] >= 0)
        and not words.tag[i].startswith("V")
        and words.tag[i] != "ADV"
    ):
        parts.append(words.word[i])
        i += 1
    return parts
