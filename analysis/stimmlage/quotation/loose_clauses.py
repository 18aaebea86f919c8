"""Clauses in the Konjunktiv that no verb of saying takes: `sie spricht von Tätern, die geflohen seien`."""

from __future__ import annotations

from collections.abc import Iterator

from stimmlage.language.lexicon import needed
from stimmlage.language.verbs import subjunctive
from stimmlage.quotation.announcements import agent
from stimmlage.quotation.cues import VerbGroup, finite_verbs, reporting_verbs, verb_group
from stimmlage.quotation.draft import Draft, cue_of, joined
from stimmlage.quotation.scene import Range, Scene, Segment, Unit
from stimmlage.quotation.sight import Sight
from stimmlage.quotation.subjects import subject

_COMPARING = frozenset(("als", "wie", "damit"))
_PREPOSITIONS = needed("loose")


def loose_clause(sight: Sight) -> Iterator[Draft]:
    """Find relative and adverbial clauses in the Konjunktiv I outside of what is already found."""
    scene, unit, found = sight.scene, sight.unit, sight.found
    taken = -1
    main = next((k for k, segment in enumerate(unit.segments) if segment.kind == "main"), len(unit.segments))
    for k, segment in enumerate(unit.segments[main + 1 :], start=main + 1):
        if (
            segment.kind not in ("relative", "adverbial")
            or segment.first < taken
            or scene.words.lower[segment.first] in _COMPARING
        ):
            continue
        reported = any(subjunctive(scene.words, v) == 1 for v in finite_verbs(scene, segment))
        if not reported or "ich" in scene.words.lower[segment.first : segment.stop]:
            continue
        stop = _stop(scene, unit, k)
        if any(a < stop and segment.first < b for d in found for a, b in d.quote):
            continue
        taken = stop
        speaker, cue = _told_by(scene, unit, k)
        quote = ((segment.first, stop),)
        yield Draft(
            "indirect",
            "loose_clause",
            quote,
            (speaker,) if speaker else (),
            cue,
            scene.without(unit, *quote) if cue else (),
        )


def _told_by(scene: Scene, unit: Unit, k: int) -> tuple[Range | None, tuple[Range, ...]]:
    """Return the subject of the clause that segment `k` hangs on, and its verb if it is one of saying."""
    for segment in reversed(unit.segments[:k]):
        verbs = finite_verbs(scene, segment)
        if not verbs:
            continue
        group = verb_group(scene, segment, verbs[-1])
        speaker = agent(scene, segment) if group.passive else subject(scene, unit, segment, verbs[-1], segment.stop)
        return speaker, _cue(scene, segment, group) if group.lemma in reporting_verbs() else ()
    return None, ()


def _cue(scene: Scene, segment: Segment, group: VerbGroup) -> tuple[Range, ...]:
    """Return the verb with its preposition: `spricht von`, `bezeichnet als`."""
    lower, depth = scene.words.lower, scene.depth
    for i in range(segment.first, segment.stop):
        if lower[i] in _PREPOSITIONS.get(group.lemma, ()) and not depth[i]:
            return joined((*group.ranges, (i, i + 1)))
    return cue_of(group, scene)


def _stop(scene: Scene, unit: Unit, k: int) -> int:
    """Return where the clause ends: with the clauses in the Konjunktiv that go on with it."""
    stop = unit.segments[k].stop
    for s in unit.segments[k + 1 :]:
        verbs = finite_verbs(scene, s)
        if s.kind == "main" and verbs and not subjunctive(scene.words, verbs[0]):
            break
        if s.kind == "phrase" and s is not unit.segments[-1]:
            break
        stop = s.stop
    return stop
