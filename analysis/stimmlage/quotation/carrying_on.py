"""Speech that goes on over the end of a sentence: in the Konjunktiv without a frame, or pointed back at by
`das sagte X`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from stimmlage.language.lexicon import words as entries
from stimmlage.language.noun_phrases import speaks
from stimmlage.language.verbs import subjunctive
from stimmlage.quotation.addressees import addressee
from stimmlage.quotation.announcements import agent, source_text
from stimmlage.quotation.cues import finite_verbs, is_formula, verb_group
from stimmlage.quotation.draft import Draft, cue_of
from stimmlage.quotation.scene import Range, Scene, Segment, Unit
from stimmlage.quotation.sight import Sight
from stimmlage.quotation.subjects import subject

_TOLD = entries("quotation_cues", "told")


def is_near(last: Draft | None, previous: Unit | None) -> bool:
    """Tell whether somebody spoke in the sentence before."""
    return last is not None and previous is not None and last.stop > previous.first


def carried_on(sight: Sight) -> Iterator[Draft]:
    """Find a sentence in the Konjunktiv that goes on with what was said in the sentence before."""
    return sight.read(_unframed_subjunctive, "carried_on")


def konjunktiv(sight: Sight) -> Iterator[Draft]:
    """Find any other sentence in the Konjunktiv I without a frame."""
    return sight.read(_unframed_subjunctive, "konjunktiv")


def _unframed_subjunctive(sight: Sight) -> Iterator[Draft]:
    """Find a sentence in the Konjunktiv without a frame: it goes on with who spoke before."""
    scene, unit, drafts, previous, before = sight.scene, sight.unit, sight.drafts, sight.previous, sight.before
    if scene.kind[unit.first] in ("heading", "title"):
        return
    lower = scene.words.lower
    verbs = [
        v
        for s in unit.segments
        if s.kind == "main" and not _compares(scene, s)
        for v in finite_verbs(scene, s)
        if not lower[v].startswith("möcht")
    ]
    moods = [subjunctive(scene.words, v) for v in verbs]
    if not any(moods) or "ich" in lower[unit.first : unit.stop]:
        return
    if _is_wish(scene, unit) or (not moods[0] and _is_anothers_view(scene, unit)):
        return
    first = any(m == 1 for m in moods)
    last = sight.last
    near = is_near(last, previous)
    if not first and not (near and last is not None and last.type != "free_indirect"):
        return
    conditional = any(s.kind == "adverbial" and lower[s.first] in ("wenn", "falls") for s in unit.segments)
    if not first and (moods[0] == 0 or conditional):
        return
    if near and last is not None:
        if scene.words.lower[unit.first] in ("demnach", "danach"):
            yield Draft(
                "indirect_free_indirect",
                "carried_on",
                ((unit.first, unit.stop),),
                ((unit.first, unit.first + 1),),
                medium="speech_writing",
            )
            return
        spoke = _who_spoke(drafts, previous)
        yield Draft(
            "indirect_free_indirect", "carried_on", ((unit.first, unit.stop),), spoke.next_speaker, medium=spoke.medium
        )
    elif (
        previous is not None
        and before is not None
        and _all_subjunctive2(scene, previous)
        and not is_near(last, previous)
    ):
        who = _subject_of(scene, before)
        speaker = (who,) if who else ()
        yield Draft(
            "indirect_free_indirect", "konjunktiv", ((previous.first, unit.stop),), speaker, medium="speech_writing"
        )
    elif (
        not _same_paragraph(scene, last, unit)
        and previous is not None
        and not _begins_reported(scene, previous)
        and (who := _subject_of(scene, previous)) is not None
        and speaks(scene.words, *who)
    ):
        yield Draft("indirect_free_indirect", "konjunktiv", ((unit.first, unit.stop),), (who,), medium="speech_writing")
    elif last is not None and unit.first - last.stop < 120:
        yield Draft(
            "indirect_free_indirect", "konjunktiv", ((unit.first, unit.stop),), last.next_speaker, medium=last.medium
        )
    else:
        yield Draft(
            "free_indirect",
            "konjunktiv",
            ((unit.first, unit.stop),),
            problem="no speaker named",
            medium="speech_writing",
        )


def _begins_reported(scene: Scene, unit: Unit) -> bool:
    """Tell whether the first main clause of a sentence is itself reported: its subject says nothing."""
    segment = next((s for s in unit.segments if s.kind == "main"), None)
    return segment is not None and subjunctive(scene.words, segment.verb) > 0


def _compares(scene: Scene, segment: Segment) -> bool:
    """Tell whether a clause only compares: `als sei sie reich`, `als ob sie reich sei`."""
    first, lower = segment.first, scene.words.lower
    return lower[first] == "als" and (segment.verb == first + 1 or lower[first + 1 : first + 2] in (["ob"], ["wenn"]))


def _is_wish(scene: Scene, unit: Unit) -> bool:
    """Tell whether a sentence wishes, concedes or prescribes: `Möge er kommen`, `Sei es aus Trotz …`, `Man nehme …`."""
    lower, tag, first = scene.words.lower, scene.words.tag, unit.first
    if lower[first] in ("möge", "mögen") or lower[first : first + 2] in (
        ["sei", "es"],
        ["es", "lebe"],
        ["gott", "sei"],
    ):
        return True
    if unit.segments and is_formula(scene, unit.segments[0]):
        return True
    return lower[first] == "man" and tag[first + 1] == "VVFIN" and subjunctive(scene.words, first + 1) == 1


def _is_anothers_view(scene: Scene, unit: Unit) -> bool:
    """Tell whether what somebody else thinks follows on a clause in the indicative: `Kern findet, es sei …`."""
    opening = unit.segments[0]
    who = subject(scene, unit, opening, opening.verb, opening.stop) if opening.kind == "main" else None
    if who is None or not speaks(scene.words, *who) or scene.words.tag[who[0]] == "PPER":
        return False
    behind = [s for s in unit.segments[1:] if s.kind == "main"]
    return bool(behind) and subjunctive(scene.words, behind[0].verb) == 1


def _same_paragraph(scene: Scene, last: Draft | None, unit: Unit) -> bool:
    """Tell whether somebody who is named has spoken in this paragraph."""
    return last is not None and bool(last.next_speaker) and scene.paragraph[last.first] == scene.paragraph[unit.first]


def _all_subjunctive2(scene: Scene, unit: Unit) -> bool:
    """Tell whether a sentence stands in the Konjunktiv II: reported, if the next one is."""
    moods = [subjunctive(scene.words, s.verb) for s in unit.segments if s.kind == "main"]
    return bool(moods) and all(m == 2 for m in moods)


_RECENT = 300
"""Quotations that the last sentence may have ended or held: more than a sentence has words."""


def _who_spoke(drafts: Sequence[Draft], previous: Unit | None) -> Draft:
    """Return the outermost quotation of the sentence before that names a speaker."""
    outer = [d for d in drafts[-_RECENT:] if previous is not None and d.stop > previous.first and d.rule != "nested"]
    named = [d for d in outer if d.speaker]
    return max(named, key=lambda d: d.stop - d.first) if named else drafts[-1]


def _subject_of(scene: Scene, unit: Unit) -> Range | None:
    """Return the subject of the first main clause of a sentence."""
    segment = next((s for s in unit.segments if s.kind == "main"), None)
    return subject(scene, unit, segment, segment.verb, segment.stop) if segment else None


def all_subjunctive(scene: Scene, unit: Unit) -> bool:
    """Tell whether every main clause of a sentence stands in the Konjunktiv I: even its frame is reported."""
    moods = [subjunctive(scene.words, s.verb) for s in unit.segments if s.kind == "main"]
    return bool(moods) and moods[0] == 1 and all(moods)


def pointing_back(sight: Sight) -> Iterator[Draft]:
    """Find `Das sagte X` behind what was said: the quote is the sentence before, with the pronoun."""
    scene, unit, previous = sight.scene, sight.unit, sight.previous
    words = scene.words
    first = unit.first
    if previous is None or words.lower[first] not in ("das", "dies") or words.tag[first] not in ("PDS", "ART", "PRELS"):
        return
    if scene.paragraph[first] != scene.paragraph[previous.first]:
        return
    segment = unit.segments[0]
    if segment.verb != first + 1:
        return
    group = verb_group(scene, segment, segment.verb)
    if group.lemma not in _TOLD or any(s.kind in ("complement", "infinitive") for s in unit.segments):
        return
    if group.lemma == "hervorgehen":
        speaker = source_text(scene, segment)
    else:
        speaker = agent(scene, segment) if group.passive else subject(scene, unit, segment, segment.verb, segment.stop)
    who = addressee(scene, unit, group, speaker, segment.stop)
    yield Draft(
        "indirect",
        "pointing_back",
        ((previous.first, previous.body), (first, first + 1)),
        (speaker,) if speaker else (),
        cue_of(group, scene),
        ((first + 1, unit.body),),
        (who,) if who else (),
        medium="speech_writing",
    )
