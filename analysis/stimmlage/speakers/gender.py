"""Gender as the text marks it: by a noun for the person, by `Frau` and `Herr`, by a pronoun; never by a first name."""

from __future__ import annotations

from stimmlage.language.nouns import DEFINITE
from stimmlage.language.words import Words
from stimmlage.speakers.entities import Entity

_TITLES = {"frau": "female", "herr": "male", "herrn": "male"}
_PRONOUNS = {"er": "male", "ihm": "male", "ihn": "male", "sie": "female"}
_ARTICLES = {"die": "female", "eine": "female", "ein": "male", "einem": "male", "dem": "male", "der": "male"}
NOT_MARKED = "not marked"


def marked_gender(words: Words, entity: Entity) -> tuple[str, str]:
    """Return the gender that the words of a text mark for a person, and the word that marks it.

    A noun marks it by its form (`Ministerin`, and beside a name `Minister`) or by its article (`die Abgeordnete`);
    a pronoun only if nothing else does.
    """
    for mention in sorted(entity.mentions, key=lambda m: m.first):
        known = mention.noun
        if known is not None and known.gender in ("f", "m") and known.number != "p":
            return ("female" if known.gender == "f" else "male"), words.word[mention.core]
        if known is not None and known.gender == "a" and (found := _by_article(words, mention.first, mention.core)):
            return found
        before = words.lower[mention.first - 1] if mention.first else ""
        before = words.lower[mention.first - 2] if before in (".", "dr", "dr.", "prof", "prof.") else before
        if before in _TITLES:
            return _TITLES[before], before.capitalize()
    for i in entity.pronouns:
        if words.lower[i] in _PRONOUNS:
            return _PRONOUNS[words.lower[i]], words.word[i]
    return NOT_MARKED, ""


def _by_article(words: Words, first: int, core: int) -> tuple[str, str] | None:
    """Read `die Abgeordnete`, `ein Abgeordneter`: a noun that is inflected like an adjective."""
    article, form = words.lower[first], words.word[core]
    if first < core and article in _ARTICLES and (article in DEFINITE or article in ("ein", "eine", "einem")):
        return _ARTICLES[
            article
        ], f"{words.word[first]} … {form}" if core - first > 1 else f"{words.word[first]} {form}"
    return ("male", form) if form.endswith("er") else None
