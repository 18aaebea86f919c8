"""One id for one person: who is behind the speaker phrases of a document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from stimmlage.document import Document
from stimmlage.language.closed_classes import determiners
from stimmlage.language.nouns import noun
from stimmlage.language.tagsets import FINITE
from stimmlage.language.words import Words
from stimmlage.quotation.quotation import LOST_MARK, Quotation, Speaker
from stimmlage.speakers.antecedents import Antecedents, tokens_of
from stimmlage.speakers.clustering import gather
from stimmlage.speakers.coreference import Found, SpeakerPhrases
from stimmlage.speakers.entities import Entity, Mention
from stimmlage.speakers.gender import marked_gender
from stimmlage.speakers.identity import name_entity, role_of
from stimmlage.speakers.mentions import find_mentions
from stimmlage.speakers.name_forms import slug
from stimmlage.speakers.speaker_phrases import nominative, phrase_gender

_DETERMINERS = determiners("nominative")
_PASSIVE = frozenset("wird werden wurde wurden werde würde würden worden".split())


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
    entities, problems = _find_all(document, words, quotations, mentions)
    speakers = _name_all(document, words, entities)
    resolved = []
    for quotation, entity, problem in zip(quotations, entities, problems, strict=True):
        if entity is None:
            known = quotation.problem.removeprefix("no speaker named")
            resolved.append(replace(quotation, problem="; ".join(filter(None, (known, problem)))))
        else:
            speaker = speakers[id(entity)]
            resolved.append(replace(quotation, speaker_id=speaker.speaker_id, speaker_name=speaker.name))
    return resolved, list(dict.fromkeys(speakers.values()))


def _speaking_tokens(words: Words, quotations: Sequence[Quotation]) -> set[int]:
    return {i for q in quotations for span in q.speaker for i in range(*tokens_of(words, span))}


def _find_all(
    document: Document, words: Words, quotations: Sequence[Quotation], mentions: Sequence[Mention]
) -> tuple[list[Entity | None], list[str]]:
    """Resolve the quotations in reading order; results stand in the order of the quotations."""
    antecedents = Antecedents(words, document.sentences, mentions, quotations)
    phrases = SpeakerPhrases(words, mentions, antecedents)
    described: dict[str, Entity] = {}
    entities: list[Entity | None] = [None] * len(quotations)
    problems = ["" if q.rule == LOST_MARK else _without_speaker(words, q) for q in quotations]
    for n in sorted(range(len(quotations)), key=lambda n: quotations[n].start):
        for span in quotations[n].speaker:  # a name may be interrupted; its first part that tells somebody counts
            first, stop = tokens_of(words, span)
            if quotations[n].rule == "turn":
                found = phrases.label(first, stop)
            else:
                found = phrases.read(first, stop, _spoken_of(words, quotations[n]))
            entity = found.entity or _described(document.text, words, found, described)
            problems[n] = found.problem or problems[n]
            if entity is not None:
                entities[n] = entity
                antecedents.note(max(first, tokens_of(words, quotations[n].spans[0])[0]), entity)
                break
    return entities, problems


def _spoken_of(words: Words, quotation: Quotation) -> str:
    """Return the genders of whom a wording speaks as `er` or `sie`: that is not its speaker."""
    if quotation.type != "direct":
        return ""
    said = [i for span in quotation.spans for i in range(*tokens_of(words, span))]
    singular = [i for i in said if words.lower[i] == "sie" and i + 1 < len(words) and _is_singular(words, i + 1)]
    spoken_of = "m" if any(words.lower[i] in ("er", "ihn", "ihm") for i in said) else ""
    return spoken_of + ("f" if singular else "")


def _is_singular(words: Words, i: int) -> bool:
    return words.tag[i] in FINITE and not words.lower[i].endswith(("n", "sind"))


def _without_speaker(words: Words, quotation: Quotation) -> str:
    """Say why nobody is named: in a passive without an agent nobody can be."""
    frame = [i for span in (*quotation.frame, *quotation.cue) for i in range(*tokens_of(words, span))]
    participle = any(words.tag[i] == "VVPP" for i in frame)
    passive = participle and any(words.lower[i] in _PASSIVE for i in frame)
    return "passive without agent" if passive else "no speaker named"


def _described(text: str, words: Words, found: Found, described: dict[str, Entity]) -> Entity | None:
    """Return the entity of a description that no mention covers, one for each wording."""
    kind, gender, plural = "unnamed", "", False
    if found.members:
        *names, last = (name_entity(text, words, member)[0] for member in found.members)
        opening = last.split()[0].lower()
        last = last[0].lower() + last[1:] if opening in _DETERMINERS else last  # `Otto Kern und seine Frau`
        label = f"{', '.join(names)} und {last}"
        kind, plural = "group", True
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


def _name_all(document: Document, words: Words, entities: Sequence[Entity | None]) -> dict[int, Speaker]:
    """Name the entities; people and bodies that are only described are one if they are called the same."""
    speakers: dict[int, Speaker] = {}
    known: dict[tuple[str, bool], Speaker] = {}
    taken: set[str] = set()
    for entity in dict.fromkeys(e for e in entities if e is not None):
        name, kind, aliases = name_entity(document.text, words, entity)
        speaker = known.get((name, kind == "person"))
        if speaker is None:
            speaker_id = _unused(f"{document.doc_id}:{slug(name)}", taken)
            role = role_of(document.text, words, entity)
            marked = marked_gender(words, entity) if kind in ("person", "unnamed") and not entity.plural else ("", "")
            speaker = Speaker(speaker_id, name, kind, role, aliases, max(len(entity.mentions), 1), *marked)
        else:
            forms = tuple(dict.fromkeys((*speaker.aliases, *aliases)))
            speaker = replace(speaker, aliases=forms, n_mentions=speaker.n_mentions + len(entity.mentions))
        known[name, kind == "person"] = speaker
        speakers[id(entity)] = speaker
    latest = {s.speaker_id: s for s in known.values()}
    return {key: latest[s.speaker_id] for key, s in speakers.items()}


def _unused(speaker_id: str, taken: set[str]) -> str:
    number, unique = 1, speaker_id
    while unique in taken:
        number += 1
        unique = f"{speaker_id}-{number}"
    taken.add(unique)
    return unique
