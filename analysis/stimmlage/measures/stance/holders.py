"""Holders: whose position it is when the author reports one in her own words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from stimmlage.language.closed_classes import AGENT_PREPOSITIONS, COORDINATORS, GENITIVES
from stimmlage.language.noun_phrases import is_person, member_end, speaks
from stimmlage.language.tagsets import ARTICLES, CLAUSAL, IN_NOUN_PHRASE, NOUNS, PRENOMINAL, PREPOSITIONS
from stimmlage.language.words import Words
from stimmlage.measures.stance.clauses import Clause
from stimmlage.measures.stance.subject import is_subject
from stimmlage.quotation.quotation import Speaker
from stimmlage.speakers.speaker_phrases import nominative

_COMES = frozenset(("kommen", "stammen", "ausgehen"))
NOBODY = "unattributed"
_FIRST_PERSON = frozenset(("ich", "wir", "man"))
_DEMANDING = {"müssen": ("", ""), "sollen": (NOBODY, "somebody unnamed")}
"""Who says that somebody must do something: the author; whose will it is that somebody shall is not told."""


def find_holder(
    words: Words, clause: Clause, cue: int, target: tuple[int, int], speakers: Sequence[Speaker]
) -> tuple[str, str]:
    """Name who acts in the clause of a cue: `(speaker_id, name)`, both empty if it is the author.

    The id is empty if the actor is none of the speakers of the document. An attitude that is nobody's (`Die Kritik am
    Plan wächst`) is unattributed.
    """
    if _is_attitude(words, clause, cue, target):
        return _owner(words, clause, cue, target, speakers) or (NOBODY, "somebody unnamed")
    if words.tag[cue] == "VVPP" and any(words.lemma[i].lower() == "werden" for i in clause.words):
        return _agent(words, clause, target, speakers) or (NOBODY, "somebody unnamed")
    if words.lemma[cue] in _DEMANDING and words.tag[cue].startswith("VM"):
        return _DEMANDING[words.lemma[cue]]
    if words.tag[cue][0] != "V" and is_subject(words, clause.words, *target):
        return "", ""  # `Der Plan bringt keine Lösung`
    state = words.tag[cue][0] != "V" and not any(
        words.tag[i] in CLAUSAL and words.tag[i] != "VAFIN" for i in clause.words
    )
    if state and not _has_attitude(words, clause, target):
        return "", ""
    for i in clause.words:
        if words.tag[i] == "PPER" and words.lower[i] in _FIRST_PERSON:
            return "", ""
        if words.tag[i] in NOUNS and not target[0] <= i < target[1] and _stands_free(words, i):
            return _named(words, i, clause, speakers)
        if words.tag[i] == "PPER" and words.lower[i] in ("er", "sie"):
            return "", words.word[i]
    return _antecedent(words, clause, speakers)


def _antecedent(words: Words, clause: Clause, speakers: Sequence[Speaker]) -> tuple[str, str]:
    """Name whom a relative pronoun stands for that nobody else in the clause can be: `der Rat, der X ablehnt`."""
    first = clause.words[0]
    noun = first - 2
    if words.tag[first] != "PRELS" or words.word[first - 1] != "," or words.tag[noun] not in NOUNS:
        return "", ""
    start = noun
    while start > words.first[first] and words.tag[start] not in ARTICLES and words.tag[start - 1] in IN_NOUN_PHRASE:
        start -= 1
    if not speaks(words, start, noun + 1):
        return "", ""
    if words.lower[start] in GENITIVES and words.tag[start - 1] in NOUNS:
        return NOBODY, "somebody unnamed"  # `die Gegner der Bahn, die X ablehnen`
    return _called(words.word[start : noun + 1], speakers)


def _has_attitude(words: Words, clause: Clause, target: tuple[int, int]) -> bool:
    """Tell whether somebody is or has something towards the target: `Berg ist gegen den Plan, hat Zweifel am Plan`."""
    i = target[0] - 1
    while i >= 0 and words.tag[i] in PRENOMINAL:
        i -= 1
    if i < 0 or words.tag[i] not in PREPOSITIONS:
        return False
    free = (j for j in clause.words if j < i and words.tag[j] in NOUNS | {"PPER"} and _stands_free(words, j))
    first = next(free, -1)
    return first >= 0 and speaks(words, first, first + 1)


def _is_attitude(words: Words, clause: Clause, cue: int, target: tuple[int, int]) -> bool:
    """Tell whether the subject of a clause is an attitude towards the target: `die Kritik am Plan`."""
    if words.tag[cue] != "NN" or target[0] < cue or is_person(words, cue):
        return False
    first = cue
    while first > clause.words[0] and words.tag[first - 1] in IN_NOUN_PHRASE:
        first -= 1
    free = (i for i in clause.words if words.tag[i] == "PPER" or (words.tag[i] in NOUNS and _stands_free(words, i)))
    return first <= next(free, -1) <= cue


def _owner(
    words: Words, clause: Clause, cue: int, target: tuple[int, int], speakers: Sequence[Speaker]
) -> tuple[str, str] | None:
    """Name whose an attitude is: `Bergs Kritik am …`, `die Kritik der Opposition an …`, `Kritik am … kam von Berg`."""
    if cue > clause.words[0] and words.word[cue - 1].endswith(("s", "’")) and words.tag[cue - 1] in NOUNS:
        first = cue - 1
        while first > clause.words[0] and words.tag[first - 1] == "NE":
            first -= 1
        return _called(
            [*words.word[first : cue - 1], words.word[cue - 1].removesuffix("’").removesuffix("s")], speakers
        )
    comes = any(words.lemma[i].lower() in _COMES for i in clause.words)
    for i in clause.words:
        behind = i == cue + 1 and words.lower[i] in GENITIVES and words.tag[i] == "ART"
        near = i in (cue + 1, target[1]) or (comes and i > cue)  # no agent of a passive: `wurde von Berg abgewehrt`
        if (behind or (near and words.lower[i] in AGENT_PREPOSITIONS)) and not target[0] - 1 <= i < target[1]:
            return _behind(words, clause, i, speakers)
    return None


def _agent(
    words: Words, clause: Clause, target: tuple[int, int], speakers: Sequence[Speaker]
) -> tuple[str, str] | None:
    """Name who does it in a passive: `Der Plan wird von der SPD unterstützt`."""
    places = (i for i in clause.words if words.lower[i] in AGENT_PREPOSITIONS and not target[0] <= i < target[1])
    return next((found for i in places if (found := _behind(words, clause, i, speakers))), None)


def _behind(words: Words, clause: Clause, i: int, speakers: Sequence[Speaker]) -> tuple[str, str] | None:
    """Name the noun phrase behind a preposition, or behind the article of a genitive."""
    stop = first = i + 1
    while (
        stop <= clause.words[-1] and words.tag[stop] in IN_NOUN_PHRASE and (words.tag[stop] != "ART" or stop == first)
    ):
        stop += 1
    if (end := _joint_end(words, first, clause)) > stop > first:
        return _together(words, first, end, speakers, definite=False)
    article = stop > first and words.tag[first] == "ART"
    return _called(words.word[first + article : stop], speakers) if stop > first + article else None


def _called(phrase: Sequence[str], speakers: Sequence[Speaker]) -> tuple[str, str]:
    """Return the speaker whose name is in a phrase, or the phrase."""
    aliases = _aliases(tuple(speakers))
    for form in reversed(phrase):
        if (speaker := aliases.get(form) or aliases.get(form.removesuffix("s"))) is not None:
            return speaker.speaker_id, speaker.name
    return "", " ".join(phrase).removesuffix("’")


def _stands_free(words: Words, i: int) -> bool:
    """Tell whether a noun hangs neither on a preposition nor on a conjunction."""
    j = i - 1
    while j >= 0 and words.tag[j] in PRENOMINAL | {"$("}:
        j -= 1
    return j < 0 or words.tag[j] not in ("APPR", "APPRART", "KON")


def _named(words: Words, i: int, clause: Clause, speakers: Sequence[Speaker]) -> tuple[str, str]:
    """Return the speaker that a noun phrase names, or its words."""
    start = i
    while start > clause.words[0] and words.tag[start - 1] in IN_NOUN_PHRASE:
        start -= 1
    if words.lower[start].startswith("kein"):
        return NOBODY, "somebody unnamed"  # `kein Arzt lehnt X ab`
    stop = max(member_end(words, start, clause.words[-1] + 1), i + 1)
    if (end := _joint_end(words, start, clause)) > stop:
        return _together(words, start, end, speakers)
    phrase = words.word[start:stop]
    if (called := _called(phrase, speakers))[0]:
        return called
    named = words.tag[start] == "ART" and set(words.tag[start + 1 : stop]) == {"NE"}
    return "", " ".join(phrase[named:])  # a name without its article


def _joint_end(words: Words, start: int, clause: Clause) -> int:
    """Return where a phrase ends that others are joined to: `die Union, die SPD und die Grünen`; else `start`."""
    end = member_end(words, start, clause.words[-1] + 1)
    joint = start
    while end in clause.words and (words.joint[end] >= 0 or words.lower[end] in COORDINATORS):
        while words.joint[end] >= 0 and words.joint[end + 1] >= 0:
            end += 1
        joint = member_end(words, end + 1, clause.words[-1] + 1)
        if joint == end + 1:
            return start
        end = joint
    return joint


def _together(
    words: Words, start: int, stop: int, speakers: Sequence[Speaker], definite: bool = True
) -> tuple[str, str]:
    """Return the group that a phrase of several names, or all of them as one."""
    name = nominative(words, start, stop, definite)
    named = _each(name)
    for speaker in speakers:
        members = _each(speaker.name)  # without the titles that the phrase has
        if len(members) == len(named) and all(a.endswith(b) for a, b in zip(named, members)):
            return speaker.speaker_id, speaker.name
    return "", name


def _each(name: str) -> list[str]:
    return name.replace(" und ", ", ").split(", ")


@lru_cache(maxsize=64)
def _aliases(speakers: tuple[Speaker, ...]) -> dict[str, Speaker]:
    """Return the speakers by the last word of each of their names; shared ones are left out."""
    found: dict[str, Speaker | None] = {}
    for speaker in speakers:
        for name in {speaker.name, *speaker.aliases}:
            last = name.split()[-1] if name.split() else ""
            found[last] = speaker if found.get(last, speaker) is speaker else None
    return {last: speaker for last, speaker in found.items() if last and speaker is not None}
