"""Speech without marks behind a verb of saying and a colon: `Anna Berg sagte: Wir schaffen das.`"""

from __future__ import annotations

from collections.abc import Iterator

from stimmlage.language.noun_phrases import speaks
from stimmlage.language.tagsets import FINITE
from stimmlage.quotation.addressees import addressee
from stimmlage.quotation.cues import finite_verbs, takes_clause, verb_group
from stimmlage.quotation.direct_speech import framing_speaker
from stimmlage.quotation.draft import Draft, cue_of
from stimmlage.quotation.sight import Sight

_OWN = frozenset(("ich", "wir"))


def bare_colon(sight: Sight) -> Iterator[Draft]:
    """Find a sentence without marks behind a colon that a verb of saying announces."""
    scene, unit = sight.scene, sight.unit
    words = scene.words
    place = next((i for i in range(unit.first, unit.body) if words.word[i] == ":" and not scene.depth[i]), -1)
    announcing = [s for s in unit.segments if s.stop <= place]
    said = [s for s in unit.segments if s.first > place]
    if place < 0 or not announcing or not said or said[0].first != place + 1 or scene.depth[place + 1]:
        return
    if not any(words.tag[i] in FINITE for s in said for i in range(s.first, s.stop)):
        return
    for segment in reversed(announcing):
        for verb in reversed(finite_verbs(scene, segment)):
            group = verb_group(scene, segment, verb)
            if not takes_clause(group, "direct") or group.passive:
                continue
            speaker = framing_speaker(scene, unit, segment, group)
            own = speaker is not None and words.lower[speaker[0]] in _OWN
            if speaker is None or not (own or speaks(words, *speaker)):
                return
            who = addressee(scene, unit, group, speaker, segment.stop)
            yield Draft(
                "indirect",
                "bare_colon",
                ((place + 1, unit.body),),
                (speaker,),
                cue_of(group, scene),
                ((unit.first, place),),
                (who,) if who else (),
            )
            return
