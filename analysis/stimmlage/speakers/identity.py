"""Naming: the name under which an entity stands in the tables."""

from __future__ import annotations

from collections import Counter

from stimmlage.language.words import Words
from stimmlage.speakers.entities import Entity, Mention
from stimmlage.speakers.name_forms import ORGANISATIONS, PLACES, without_genitive
from stimmlage.speakers.offices import complement_end
from stimmlage.speakers.speaker_phrases import nominative


def name_entity(text: str, words: Words, entity: Entity) -> tuple[str, str, tuple[str, ...]]:
    """Return the name of an entity, its kind and the forms under which the text has it."""
    in_order = sorted(entity.mentions, key=lambda m: m.first)
    aliases = tuple(dict.fromkeys(_joined(m.name) or _form(text, words, m.first, m.stop) for m in in_order))
    if entity.label:
        return entity.label, "group" if entity.plural else entity.kind, aliases or (entity.label,)
    if entity.long_form and _only_abbreviation(entity):
        return nominative(words, *entity.long_form, definite=False), entity.kind, aliases
    if entity.names:
        kind = {"": "person", "unnamed": "person"}.get(entity.kind, entity.kind)
        return _proper_name(words, entity), kind, aliases
    return _description(words, entity), entity.kind, aliases


def _joined(name: tuple[str, ...]) -> str:
    initials = len(name) > 1 and len(name[-1]) == 1 and name[-2].endswith(".")  # the stop of `V. R.` is a token
    return " ".join(name).replace(" .", ".") + ("." if initials else "")


def _only_abbreviation(entity: Entity) -> bool:
    return all(len(n) == 1 and sum(map(str.isupper, n[0])) > 1 for n in entity.names)


def _form(text: str, words: Words, first: int, stop: int) -> str:
    return " ".join(text[words.start[first] : words.end[stop - 1]].split())


def _proper_name(words: Words, entity: Entity) -> str:
    """Choose the fullest form, then the most frequent one, in the nominative."""
    forms = Counter(_base_form(words, entity, m) for m in entity.mentions if m.name)
    best = max(forms, key=lambda name: (len(name), forms[name]))
    return _joined(best)


def _base_form(words: Words, entity: Entity, mention: Mention) -> tuple[str, ...]:
    """Take the genitive ending from a name, where the text or the place of the name shows it to be one."""
    name = mention.name
    bare = without_genitive(name[-1])
    if bare == name[-1]:
        return name
    known = {n[-1] for n in entity.names}
    if bare in known or bare in PLACES or bare in ORGANISATIONS or name[-1].endswith(("’", "'", "’s")):
        return (*name[:-1], bare)
    if entity.kind == "organisation" or len(known) > 1 or mention.noun:
        return name
    after = words.tag[mention.stop] if mention.stop < len(words) else ""
    attribute = (
        mention.first > 0
        and words.tag[mention.first - 1] == "NN"
        and all(o.stop != mention.first for o in entity.offices)
    )
    return (*name[:-1], bare) if attribute or after in ("NN", "ADJA") else name


def _description(words: Words, entity: Entity) -> str:
    """Write the fullest description; unnamed people keep a definite article, bodies do not.

    The speaker phrases come first: their borders are known, those of other mentions are guessed.
    """
    spans = entity.phrases or [(m.first, complement_end(words, m.stop)) for m in entity.mentions]
    names = [nominative(words, first, stop, definite=entity.kind != "organisation") for first, stop in spans]
    return max(names, key=len)


def role_of(text: str, words: Words, entity: Entity) -> str:
    """Return the fullest role that the text gives a named person: as it stands, or in the nominative."""
    if not entity.names or not entity.offices:
        return ""
    fullest = max(entity.offices, key=lambda o: o.stop - o.first)
    if words.lower[fullest.first] in (
        "dem",
        "den",
        "des",
        "einem",
        "einen",
        "eines",
        "einer",
        "vom",
        "zum",
        "zur",
        "beim",
    ):
        return nominative(words, fullest.first, fullest.stop, definite=False)
    return _form(text, words, fullest.first, fullest.stop)
