"""Wordings in marks inside of what is reported: they have the roles of what is around them."""

from __future__ import annotations

from collections.abc import Iterator

from stimmlage.language.lexicon import words as entries
from stimmlage.quotation.direct_speech import is_speech
from stimmlage.quotation.draft import Draft
from stimmlage.quotation.marks import Mark
from stimmlage.quotation.scene import Scene
from stimmlage.quotation.sight import Sight

_INTRODUCING_NAMES = entries("frame_nouns", "introducing")


def nested(sight: Sight) -> Iterator[Draft]:
    """Find wordings in marks inside what is said: they have the roles of what is around them."""
    scene, unit, found = sight.scene, sight.unit, list(sight.found)
    for mark in unit.marks:
        around = [d for d in found if d.type != "direct" and d.holds(mark.opened, mark.closed + 1)]
        if not around or mark.depth or any(d.type == "direct" and d.quote[0][0] == mark.opened for d in found):
            continue
        outer = min(around, key=lambda d: d.stop - d.first)
        if not is_speech(scene, mark) and (outer.rule == "act" or _is_name(scene, mark)):
            continue
        quote = (mark.opened, mark.closed + 1)
        roles = outer.speaker, outer.cue, outer.frame, outer.addressee
        yield Draft("direct", "nested", (quote,), *roles, outer.medium)


def _is_name(scene: Scene, mark: Mark) -> bool:
    """Tell whether marks hold a name or title: capitalised words behind a noun, in brackets, or foreign."""
    word, tag = scene.words.word, scene.words.tag
    inside = [i for i in range(mark.opened + 1, mark.closed) if word[i][0].isalnum()]
    before = mark.opened - 1
    if before >= 0 and (word[before] == "(" or scene.words.lower[before] in _INTRODUCING_NAMES):
        return True
    if not all(word[i][0].isupper() or word[i][0].isdigit() for i in inside):
        return False
    return any(tag[i] in ("NE", "FM", "XY") for i in inside) or (
        before >= 0 and tag[before] in ("NN", "ART", "APPRART", "NE", "ADJA")
    )
