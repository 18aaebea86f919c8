"""Acts of speech that are told without their wording: `Sie kritisierte den Plan`."""

from __future__ import annotations

from collections.abc import Container, Iterator

from stimmlage.language.lexicon import needed
from stimmlage.language.lexicon import words as entries
from stimmlage.language.noun_phrases import speaks
from stimmlage.quotation.addressees import addressee
from stimmlage.quotation.announcements import agent
from stimmlage.quotation.cues import VerbGroup, finite_verbs, verb_group
from stimmlage.quotation.draft import Draft
from stimmlage.quotation.scene import Range, Scene, Segment
from stimmlage.quotation.sight import Sight
from stimmlage.quotation.subjects import subject

_ACTS = entries("quotation_cues", "act")
_WITH_OBJECT = needed("act")
"""Verbs that tell a speech act only with one of these words in their clause."""
_NO_ACT = needed("no_act")
"""And those that tell none with one of these: `verurteilte ihn zu zwei Jahren`, `forderte drei Todesopfer`."""


def act(sight: Sight) -> Iterator[Draft]:
    """Find speech acts told without their wording: `Sie kritisierte den Plan`."""
    scene, unit = sight.scene, sight.unit
    for k, s in enumerate(unit.segments):
        if s.kind != "main" or scene.kind[unit.first] != "text" or scene.words.word[unit.stop - 1] == "?":
            continue
        for verb in finite_verbs(scene, s):
            group = verb_group(scene, s, verb)
            if group.lemma not in _ACTS or not _is_told(scene, s, group):
                continue
            need = _WITH_OBJECT.get(group.lemma)
            clause = frozenset(scene.words.lower[s.first : s.stop])
            if (need and clause.isdisjoint(need)) or not clause.isdisjoint(_NO_ACT.get(group.lemma, ())):
                continue
            speaker = agent(scene, s) if group.passive else subject(scene, unit, s, verb, s.stop)
            if speaker is None or scene.words.lower[speaker[0]] == "man":
                continue
            if not speaks(scene.words, *speaker) and speaker[1] - speaker[0] > 1:  # one bare word may be a surname
                continue
            if need is not None:
                speaker = _without_object(scene, s, speaker, need)
            whole = (k == 0 and len(unit.segments) == 1) or all(x.kind != "main" for x in unit.segments if x is not s)
            quote = (unit.first, unit.stop) if whole else (s.first, s.stop)
            who = addressee(scene, unit, group, speaker, s.stop)
            yield Draft("reported", "act", (quote,), (speaker,), addressee=(who,) if who else ())
            return


def _without_object(scene: Scene, segment: Segment, speaker: Range, needed: Container[str]) -> Range:
    """Cut off what the verb asks for: `spricht die Polizei | von Tätern`, but `sprach der Chef von X von Y`."""
    lower = scene.words.lower
    inside = next((i for i in range(speaker[0] + 1, speaker[1]) if lower[i] in needed), None)
    others = (i for i in range(segment.first, segment.stop) if not speaker[0] <= i < speaker[1])
    return speaker if inside is None or any(lower[i] in needed for i in others) else (speaker[0], inside)


def _is_told(scene: Scene, segment: Segment, group: VerbGroup) -> bool:
    """Tell whether an act is told as something that happens: in simple tense or passive, and not denied."""
    tag = scene.words.tag
    perfect = scene.words.lemma[group.finite] == "haben" and any(tag[i] == "VVPP" for i in group.tokens)
    if tag[group.finite] != "VVFIN" and not group.passive and not perfect:
        return False
    denied = (i for i in range(segment.first, segment.stop) if tag[i] == "PTKNEG" and tag[i + 1 : i + 2] != ["ADJA"])
    return next(denied, None) is None and "ich" not in scene.words.lower[segment.first : segment.stop]
