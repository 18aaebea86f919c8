"""Speaker phrases: the noun phrase behind `nach Angaben der Polizei`, and its name in a table."""

from __future__ import annotations

from functools import lru_cache

from stimmlage.language.tagging import Words
from stimmlage.quotation.mentions import is_plural, noun_gender
from stimmlage.quotation.nouns import Noun, noun

_OF = frozenset("der des eines einer von vom durch seitens aus unter im in ihrer ihres seiner seines".split())
_CUT = frozenset({"$,", "$(", "$."})
_STRONG = {"m": "er", "f": "e", "n": "es", "": "e"}
_ARTICLES = {"m": "Der", "f": "Die", "n": "Das", "p": "Die", "": "Die"}
_DEFINITE = frozenset("der die das dem den des vom beim zum zur im am".split())
_ENDINGS = ("en", "em", "er", "es", "e")


def head_of(words: Words, first: int, stop: int) -> int:
    """Return the head of the noun phrase that begins at `first`: its first noun or name; else -1."""
    for i in range(first, stop):
        if words.tag[i] in ("NN", "NE", "FM") and words.word[i][0].isalnum():
            if words.tag[i] == "NE" and (k := _possessed(words, i, stop)) >= 0:
                return k
            return i
    return -1


def _possessed(words: Words, i: int, stop: int) -> int:
    """Return the noun that a genitive name at `i` stands before, as in `Blums Angaben`; else -1."""
    if not words.word[i].endswith(("s", "’", "'")):
        return -1
    k = i + 1
    while k < stop and words.tag[k] in ("ADJA", "CARD"):
        k += 1
    return k if k < stop and words.tag[k] == "NN" else -1


def behind_source(words: Words, head: int, stop: int) -> tuple[int, int] | None:
    """Return the phrase that a noun such as `Angaben` attributes: `der Polizei` in `Angaben der Polizei`."""
    i = head + 1
    while i < stop and words.tag[i] == "ADV":
        i += 1
    if i >= stop:
        return None
    opens = words.lower[i] in _OF or words.tag[i] in ("ADJA", "NE", "FM") or words.tag[i] == "NN"
    if words.lower[i] in ("vom", "im", "in", "aus") and i + 1 < stop and (
        words.tag[i + 1] == "CARD" or (noun(words.word[i + 1]) is None and words.tag[i + 1] == "NN" and words.lower[i] != "vom")
    ):
        return None
    return (i, stop) if opens and head_of(words, i, stop) >= 0 else None


def compound_source(known: Noun) -> str:
    """Return who speaks in a compound: `Polizei` in `Polizeiangaben`; empty if the first part names nobody."""
    before = known.before.removesuffix("-")
    for form in (before, before.removesuffix("s"), before + "e"):
        if form and (found := noun(form.capitalize())) is not None and found.sort != "source":
            return form.capitalize()
    return ""


def nominative(words: Words, first: int, stop: int, definite: bool) -> str:
    """Write a noun phrase in the nominative, as a name in a table.

    `definite` keeps the definite article; an indefinite article always goes. Everything after a
    comma or bracket is left out, and so are prepositions before the phrase.
    """
    while first < stop and (words.tag[first] in ("APPR", "ADV", "KON", "PTKA", "KOKOM", "PROAV") or words.tag[first] in _CUT):
        first += 1
    head = head_of(words, first, stop)
    if head < 0:
        return _capital(" ".join(words.word[first:stop]))
    known = noun(words.word[head])
    det = words.lower[first] if first < head and words.tag[first] in ("ART", "APPRART", "PDAT", "PIAT", "PPOSAT", "PIDAT") else ""
    plural = is_plural(known, det) if known else (not det and words.word[head].endswith("en"))
    gender = noun_gender(known, det) if known else _gender_by(det)
    keep = definite and det in _DEFINITE and det
    begin = first + 1 if words.tag[first] in ("ART", "APPRART") and first < head else first
    parts = [_ARTICLES["p" if plural else gender]] if keep else []
    parts += [_adjective(words, i, plural, gender, bool(keep)) for i in range(begin, head)]
    parts.append(_head_noun(words, head, plural, gender, known, bool(keep)))
    parts += _after_head(words, head + 1, stop)
    return _capital(_joined(parts))


def _joined(parts: list[str]) -> str:
    return " ".join(parts).replace("„ ", "„").replace(" “", "“").replace(" . ", ". ")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _gender_by(det: str) -> str:
    return {"der": "m", "die": "f", "das": "n", "einer": "f", "eine": "f", "zur": "f"}.get(det, "")


def _adjective(words: Words, i: int, plural: bool, gender: str, weak: bool) -> str:
    form = words.word[i]
    if words.tag[i] not in ("ADJA", "PIAT", "PIDAT", "PIS") or not form.endswith(_ENDINGS):
        return form
    bare = next(form[: -len(e)] for e in _ENDINGS if form.endswith(e))
    if weak:
        return bare + ("en" if plural else "e")
    return bare + ("e" if plural else _STRONG.get(gender, "e"))


@lru_cache(maxsize=20_000)
def _plural_form(form: str, lemma: str) -> str:
    """Undo the dative -n of a plural: `Berichten`, `Bewohnern`, `Ärzten`."""
    if form.endswith(("ern", "eln")) and not form.endswith(("feldern",)):
        return form[:-1]
    if form.endswith("en") and form[:-2] == lemma and not lemma.endswith(("ung", "heit", "keit", "schaft", "ion", "ei", "tät", "ent", "ist", "ant", "at", "or", "ik")):
        return form[:-1] if lemma.endswith(("t", "d", "g", "k", "l", "r", "f", "s", "z", "n", "m")) and lemma[-3:] not in ("rau", "ahl", "aat", "ahn", "sch", "eit", "chrift") and not lemma.endswith(("mensch", "zeitung", "zahl", "quelle", "staat", "frau", "ansicht", "nachricht", "schrift", "aussicht")) else form
    if form.endswith("en") and any(c in form for c in "äöü") and not any(c in lemma for c in "äöü"):
        return form[:-1]
    return form


def _head_noun(words: Words, head: int, plural: bool, gender: str, known: Noun | None, weak: bool) -> str:
    form, lemma = words.word[head], words.lemma[head]
    if plural:
        return _plural_form(form, lemma)
    if known is not None and known.gender == "a" and gender:
        bare = next((form[: -len(e)] for e in _ENDINGS if form.endswith(e)), form)
        return bare + ("e" if weak or gender == "f" else "er")
    if gender == "f" or not form.endswith(("s", "n")) or not lemma or not form.startswith(lemma[:-1]):
        return form
    return lemma if form in (lemma + "s", lemma + "es", lemma + "n", lemma + "en", lemma + "ens") else form


def _after_head(words: Words, i: int, stop: int) -> list[str]:
    parts = []
    while i < stop and words.word[i] not in (",", "(", ":", ";", "–", "-") and not words.tag[i].startswith("V") and words.tag[i] != "ADV":
        parts.append(words.word[i])
        i += 1
    while parts and parts[-1].lower() in ("und", "von", "in", "im", "der", "des", "hingegen", "nach"):
        parts.pop()
    return parts
