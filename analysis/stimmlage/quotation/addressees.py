"""To whom something is said."""

from __future__ import annotations

from collections.abc import Iterator

from stimmlage.language.closed_classes import ACCUSATIVE_PRONOUNS, AGENT_PREPOSITIONS, DATIVE_PRONOUNS, determiners
from stimmlage.language.given_names import GIVEN
from stimmlage.language.lexicon import words as entries
from stimmlage.language.noun_phrases import core_end, is_person, is_time, phrase_end, speaks
from stimmlage.language.nouns import noun
from stimmlage.language.tagsets import ARTICLES, NOUNS, PREPOSITIONS
from stimmlage.quotation.cues import VerbGroup
from stimmlage.quotation.scene import Range, Scene, Segment, Unit
from stimmlage.quotation.subjects import names_paper, subject

_ACCUSATIVE = entries("quotation_cues", "accusative")
_DATIVE = entries("quotation_cues", "dative")
_AUDIENCES = entries("quotation_cues", "audience")
_DEMANDED_OF = entries("verb_frames", "demanded_of")
_TOWARDS = entries("frame_nouns", "towards")
_TURNED_TO = entries("verb_frames", "turned_to")
_SPOKEN = entries("verb_frames", "said_to")
_WITH_OBJECT = entries("verb_frames", "object_first")
_TALKS = entries("frame_nouns", "talk")
_ACCUSATIVE_WORDS = determiners("accusative") | (ACCUSATIVE_PRONOUNS - {"es"})
_DATIVE_WORDS = determiners("dative") | DATIVE_PRONOUNS


def addressee(scene: Scene, unit: Unit, group: VerbGroup | None, speaker: Range | None, stop: int) -> Range | None:
    """Find whom a reporting verb addresses: a phrase with `gegenüber`, `zu`, `vor`, `an`, `von`, else its object.

    Parameters
    ----------
    stop : int
        Where the announcing clause ends.
    """
    if group is None:
        return None
    segment = next((s for s in unit.segments if s.first <= group.finite < s.stop), None)
    if segment is None:
        return None
    clause = segment.first, min(stop, segment.stop)
    return (
        facing(scene, unit.first, min(stop, unit.body))
        or _by_preposition(scene, clause, group, speaker)
        or _talked_with(scene, (unit.first, min(stop, unit.body)), group)
        or _object(scene, unit, segment, clause, group, speaker)
    )


def facing(scene: Scene, first: int, stop: int) -> Range | None:
    """Read `gegenüber X` and `X gegenüber`."""
    for i in range(first, stop):
        if (
            scene.words.lower[i] == "gegenüber"
            and not scene.depth[i]
            and scene.words.lemma[i - 1].lower() not in _TOWARDS
        ):
            end = phrase_end(scene.words, i + 1, stop)
            if end > i + 1:
                return i + 1, end
            before = next((k for k in range(max(first, i - 6), i) if phrase_end(scene.words, k, i) == i), i)
            return (before, i) if before < i else None
    return None


def _by_preposition(scene: Scene, clause: Range, group: VerbGroup, speaker: Range | None) -> Range | None:
    lower, lemma, depth = scene.words.lower, scene.words.lemma, scene.depth
    for i in range(clause[0], clause[1] - 1):
        if depth[i] or lower[i] not in ("zu", "zum", "zur", "vor", "an", "von", "vom") or lower[i - 1] == "bis":
            continue
        if speaker is not None and speaker[0] < i < speaker[1] and lower[i].startswith("zu"):
            continue  # `Karl zu Berg sagte`
        end = phrase_end(scene.words, i + 1, clause[1])
        if end == i + 1:
            continue
        head = core_end(scene.words, i + 1, end) - 1
        if lower[i] == "vor":
            addressed = lemma[head].lower() in _AUDIENCES
        elif lower[i] == "an":
            addressed = speaks(scene.words, i + 1, end) and (
                group.lemma in _TURNED_TO or (end < clause[1] and lower[end] == "gewandt")
            )
        elif lower[i] in ("von", "vom"):
            addressed = group.lemma in _DEMANDED_OF and not group.passive and speaks(scene.words, i + 1, end)
        else:
            head = next((k for k in range(i + 1, head + 1) if scene.words.tag[k] in NOUNS), head)
            somebody = names_paper(scene, head) or scene.words.tag[head] == "NE" or is_person(scene.words, head)
            addressed = group.lemma in _SPOKEN and somebody
        if addressed and not is_time(scene.words, head):
            return i + 1, end
    return None


def _talked_with(scene: Scene, clause: Range, group: VerbGroup) -> Range | None:
    """Read `in einem Gespräch mit X`, `in einem Brief an X`."""
    if group.lemma not in _DATIVE and group.lemma not in _ACCUSATIVE:
        return None
    lower = scene.words.lower
    for i in range(clause[0], clause[1] - 2):
        if lower[i] in _TALKS and lower[i + 1] in ("mit", "an") and not scene.depth[i]:
            end = phrase_end(scene.words, i + 2, clause[1])
            if end > i + 2:
                return i + 2, end
    return None


def _object(
    scene: Scene, unit: Unit, segment: Segment, clause: Range, group: VerbGroup, speaker: Range | None
) -> Range | None:
    """Find the object of a verb that takes whom it addresses as one; in the passive, its subject."""
    if group.lemma in _ACCUSATIVE:
        if group.passive:
            return _without_agent(scene, subject(scene, unit, segment, group.finite, segment.stop))
        fits = _ACCUSATIVE_WORDS
    elif group.lemma in _DATIVE:
        fits = _DATIVE_WORDS
    else:
        return None
    phrases = [
        p for p in _phrases(scene, clause, speaker) if speaker is None or p[1] <= speaker[0] or p[0] >= speaker[1]
    ]
    phrases.sort(key=lambda p: p[0] < group.finite)  # what stands behind the verb comes first
    found = next((p for p in phrases if _can_be_addressed(scene, p, fits)), None)
    return _without_object(scene, found) if found and group.lemma in _WITH_OBJECT else found


def _without_agent(scene: Scene, phrase: Range | None) -> Range | None:
    """Cut `die Regierung vom Verband` (aufgefordert): in the passive `vom` begins who does it."""
    if phrase is None:
        return None
    agents = (i for i in range(phrase[0] + 1, phrase[1]) if scene.words.lower[i] in AGENT_PREPOSITIONS)
    return phrase[0], next(agents, phrase[1])


def _without_object(scene: Scene, phrase: Range) -> Range:
    """Cut `der Regierung Untätigkeit` (vorwerfen): the second noun, which is no name, is the object."""
    tag, word = scene.words.tag, scene.words.word
    for i in range(phrase[0] + 1, phrase[1]):
        if tag[i] == "NN" and tag[i - 1] in NOUNS and word[i - 1] not in GIVEN and noun(word[i]) is None:
            return phrase[0], i
    return phrase


def _phrases(scene: Scene, clause: Range, speaker: Range | None = None) -> Iterator[Range]:
    """Go through the noun phrases of a clause that stand behind no preposition and name no time."""
    tag, lower = scene.words.tag, scene.words.lower
    i, stop = clause
    if tag[i] in ("PRELS", "PRELAT", "KOUS"):
        yield i, i + 1
        i += 1
    while i < stop:
        if speaker is not None and i == speaker[0]:
            i = max(speaker[1], i + 1)
            continue
        if tag[i] in PREPOSITIONS:
            i = max(phrase_end(scene.words, i + 1, stop), i + 1)
            continue
        end = phrase_end(scene.words, i, stop)
        if end == i:
            i += 1
        elif is_time(scene.words, core_end(scene.words, i, stop) - 1) or lower[i] == "es":
            i = end
        else:
            yield i, end
            i = end


def _can_be_addressed(scene: Scene, phrase: Range, fits: frozenset[str]) -> bool:
    """Tell whether a phrase can have the case that is asked for, and names somebody."""
    tag, lower = scene.words.tag, scene.words.lower
    first = phrase[0]
    if tag[first] in ("PPER", "PRELS"):
        return lower[first] in fits and (
            tag[first] == "PPER" or (fits is _DATIVE_WORDS and lower[first] in ("dem", "denen"))
        )
    if not speaks(scene.words, *phrase) and not any(scene.depth[first + 1 : phrase[1]]):  # `der „Bild am Sonntag“`
        return False
    if tag[first] in ARTICLES:
        return lower[first] in fits
    if tag[first] == "NE":
        return tag[first - 1] not in ("KON", "KOKOM")  # `Anna Berg wie Otto Kern`
    head = core_end(scene.words, *phrase) - 1
    return fits is _ACCUSATIVE_WORDS or (lower[head].endswith("n") and lower[first].endswith("n"))
