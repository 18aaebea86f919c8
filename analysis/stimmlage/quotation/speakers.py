"""One id for one person: who is behind the speaker phrases of a document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from stimmlage.language.tagging import Words
from stimmlage.quotation.coreference import Antecedents, Found, tokens_of
from stimmlage.quotation.entities import gather
from stimmlage.quotation.entity import Entity
from stimmlage.quotation.mentions import find_mentions
from stimmlage.quotation.names import slug
from stimmlage.quotation.naming import name_entity, role_of
from stimmlage.quotation.nouns import noun
from stimmlage.quotation.phrases import nominative, phrase_gender
from stimmlage.quotation.quotation import Quotation, Speaker
from stimmlage.reading.document import Document


def resolve_speakers(
    document: Document, words: Words, quotations: Sequence[Quotation]
) -> tuple[list[Quotation], list[Speaker]]:
    """Give every quotation the id and the name of its speaker, and list the speakers.

    Returns
    -------
    tuple
        The quotations in their order, with `speaker_id` and `speaker_name`, or with a `problem` that says why
        there is none; and the speakers in the order in which they first speak.
    """
    if not quotations:
        return [], []
    mentions = find_mentions(words, document.sentences)
    gather(words, mentions, _speaking_tokens(words, quotations))
    found = _find_all(document, words, quotations, mentions)
    speakers = _name_all(document, words, found)
    resolved = []
    for quotation, entity, problem in zip(quotations, *found, strict=True):
        if entity is None:
            resolved.append(replace(quotation, problem="; ".join(dict.fromkeys(filter(None, (quotation.problem, problem))))))
        else:
            speaker = speakers[id(entity)]
            resolved.append(replace(quotation, speaker_id=speaker.speaker_id, speaker_name=speaker.name))
    return resolved, list(speakers.values())


def _speaking_tokens(words: Words, quotations: Sequence[Quotation]) -> set[int]:
    return {i for q in quotations for span in q.speaker for i in range(*tokens_of(words, span))}


def _find_all(document, words, quotations, mentions) -> tuple[list[Entity | None], list[str]]:
    """Resolve the quotations in reading order; results stand in the order of the quotations."""
    antecedents = Antecedents(words, document.sentences, mentions, quotations)
    described: dict[str, Entity] = {}
    entities: list[Entity | None] = [None] * len(quotations)
    problems = [""] * len(quotations)
    for n in sorted(range(len(quotations)), key=lambda n: quotations[n].start):
        quotation = quotations[n]
        if not quotation.speaker:
            problems[n] = "no speaker named"
            continue
        for span in quotation.speaker:  # a name may be interrupted; its first part that tells somebody counts
            first, stop = tokens_of(words, span)
            found = antecedents.find(first, stop)
            entities[n] = found.entity or _described(document.text, words, found, described)
            problems[n] = found.problem or ("" if entities[n] else "no speaker named")
            if entities[n] is not None:
                break
        if (entity := entities[n]) is not None:
            antecedents.note(first, entity)
    return entities, problems


def _described(text: str, words: Words, found: Found, described: dict[str, Entity]) -> Entity | None:
    """Return the entity of a description that no mention covers, one for each wording."""
    kind, gender, plural = "unnamed", "", False
    if found.members:
        label, kind, plural = " und ".join(name_entity(text, words, member)[0] for member in found.members), "group", True
    elif isinstance(found.label, tuple):
        label = nominative(words, *found.label, definite=True)
        gender = phrase_gender(words, *found.label)
        if " und " in label:
            kind, plural = "group", True
    else:
        label = found.label
        known = noun(label)
        kind = "group" if known is not None and known.sort == "person" else "organisation"
    return described.setdefault(label.lower(), Entity(kind, gender, plural, label=label)) if label else None


def _name_all(document: Document, words: Words, found) -> dict[int, Speaker]:
    speakers: dict[int, Speaker] = {}
    taken: dict[str, int] = {}
    for entity in found[0]:
        if entity is None or id(entity) in speakers:
            continue
        name, kind, aliases = name_entity(document.text, words, entity)
        base = slug(name)
        taken[base] = taken.get(base, 0) + 1
        unique = base if taken[base] == 1 else f"{base}-{taken[base]}"
        role = role_of(document.text, words, entity)
        speakers[id(entity)] = Speaker(f"{document.doc_id}:{unique}", name, kind, role, aliases, max(len(entity.mentions), 1))
    return speakers
