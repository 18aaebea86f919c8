"""Speech that nothing in its sentence announces: rumour with `soll`, long wordings in marks."""

from __future__ import annotations

from collections.abc import Iterator

from stimmlage.language.noun_phrases import speaks
from stimmlage.quotation.announcements import source_text
from stimmlage.quotation.carrying_on import is_near
from stimmlage.quotation.cues import finite_verbs
from stimmlage.quotation.draft import Draft
from stimmlage.quotation.scene import Range, Scene, Segment, Unit
from stimmlage.quotation.sight import Sight
from stimmlage.quotation.subjects import subject

_LONG_WORDING = 6  # words


def soll(sight: Sight) -> Iterator[Draft]:
    """Find `soll` with a perfect infinitive: rumour."""
    return sight.read(_rumours, "soll")


def soll_near(sight: Sight) -> Iterator[Draft]:
    """Find `soll` behind what somebody said."""
    return sight.read(_rumours, "soll_near")


def _rumours(sight: Sight) -> Iterator[Draft]:
    """Find reportive `soll`: with a perfect infinitive, or behind what somebody said."""
    scene, unit, last = sight.scene, sight.unit, sight.last
    words = scene.words
    near = is_near(last, sight.previous)
    speaker = last.next_speaker if last is not None and (near or unit.first - last.stop < 100) else ()
    for k, s in enumerate(unit.segments):
        for v in finite_verbs(scene, s):
            if words.lower[v] in ("soll", "sollen") and s.kind in ("main", "relative"):
                end = [i for i in range(v + 1, s.stop) if words.lower[i] in ("haben", "sein", "worden")]
                before = [i for i in range(s.first, s.stop) if words.tag[i] in ("VVPP", "VAPP")]
                if (
                    end
                    and before
                    and words.lower[end[-1]] in ("haben", "sein")
                    and end[-1] >= s.stop - 2 - (s.kind == "relative")
                ):
                    start = s.first if k and any(x.kind == "main" for x in unit.segments[:k]) else unit.first
                    yield Draft(
                        "free_indirect",
                        "soll",
                        ((start, unit.stop),),
                        speaker,
                        medium="speech_writing",
                        problem="" if speaker else "no speaker named",
                    )
                    return
                if near and s.kind == "main" and s is unit.segments[0]:
                    yield Draft(
                        "free_indirect", "soll_near", ((unit.first, unit.stop),), speaker, medium="speech_writing"
                    )
                    return


def marks_inside(sight: Sight) -> Iterator[Draft]:
    """Find long wordings in marks that begin inside a sentence and have no frame: `Sie wollte „so schnell wie
    möglich …“`.

    Shorter ones, and those with a capital, are mostly names and titles.
    """
    scene, unit, last, previous = sight.scene, sight.unit, sight.last, sight.previous
    for mark in unit.marks:
        words = scene.words.word[mark.opened + 1 : mark.closed]
        if mark.depth or mark.problem or len(words) < _LONG_WORDING or not words[0][0].islower():
            continue
        segment = next((s for s in unit.segments if s.first <= mark.opened < s.stop and s.verb >= 0), None)
        who = _speaking_subject(scene, unit, segment) if segment else None
        speaker = (who,) if who else last.next_speaker if last is not None and is_near(last, previous) else ()
        yield Draft(
            "direct",
            "marks_inside",
            ((mark.opened, mark.closed + 1),),
            speaker,
            problem="" if speaker else "no speaker named",
        )


def _speaking_subject(scene: Scene, unit: Unit, segment: Segment) -> Range | None:
    who = source_text(scene, segment) or subject(scene, unit, segment, segment.verb, segment.stop)
    return who if who and (speaks(scene.words, *who) or scene.words.lower[who[0]] in ("er", "sie")) else None
