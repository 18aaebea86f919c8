"""Speech without a frame: sentences carried on in the Konjunktiv, rumour with `soll`, acts told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from stimmlage.language.lexicon import words as entries
from stimmlage.quotation.addressees import addressee
from stimmlage.quotation.announcements import agent, source_text
from stimmlage.quotation.cues import VerbGroup, finite_verbs, verb_group
from stimmlage.quotation.draft import Draft, cue_of
from stimmlage.quotation.mood import mood
from stimmlage.quotation.noun_phrases import speaks
from stimmlage.quotation.scene import Range, Scene, Segment, Unit
from stimmlage.quotation.subjects import subject

_LONG_WORDING = 6  # words
_ACTS = entries("quotation_cues", "act")
_TOLD = entries("quotation_cues", "told")
_WITH_OBJECT = {
    "sprechen": ("von", "über", "gegen", "für"), "aussprechen": ("für", "gegen"), "warnen": ("vor",), "drohen": ("mit",), "ausgehen": ("von",),
    "berichten": ("von", "über"), "hinweisen": ("auf",), "verweisen": ("auf",), "hoffen": ("auf",), "rechnen": ("mit",), "werten": ("als",),
    "betrachten": ("als",), "sehen": ("als", "darin", "in"), "bitten": ("um",), "informieren": ("über",), "raten": ("zu", "zur", "zum"),
    "erklären": ("für", "mit", "zu", "zum", "zur"), "nennen": ("als", "ein", "eine", "einen"), "beschreiben": ("als",), "klagen": ("über",),
}
"""Verbs that tell a speech act only with one of these words in their clause."""


def is_near(last: Draft | None, previous: Unit | None) -> bool:
    """Tell whether somebody spoke in the sentence before."""
    return last is not None and previous is not None and last.stop > previous.first


def carried_on(scene: Scene, unit: Unit, drafts: Sequence[Draft], previous: Unit | None, before: Unit | None = None) -> Iterator[Draft]:
    """Find a sentence in the Konjunktiv without a frame: it goes on with who spoke before."""
    if scene.kind[unit.first] in ("heading", "title"):
        return
    lower = scene.words.lower
    verbs = [v for s in unit.segments if s.kind == "main" for v in finite_verbs(scene, s) if not lower[v].startswith("möcht")]
    moods = [mood(scene.words, v) for v in verbs]
    if not any(moods) or "ich" in lower[unit.first : unit.stop]:
        return
    first = any(m == "first" for m in moods)
    last = drafts[-1] if drafts else None
    near = is_near(last, previous)
    if not first and not (near and last is not None and last.type != "free_indirect"):
        return
    conditional = any(s.kind == "adverbial" and lower[s.first] in ("wenn", "falls") for s in unit.segments)
    if not first and (moods[0] == "" or conditional):
        return
    if near and last is not None:
        if scene.words.lower[unit.first] in ("demnach", "danach"):
            yield Draft("indirect_free_indirect", "carried_on", ((unit.first, unit.stop),), ((unit.first, unit.first + 1),), medium="speech_writing")
            return
        spoke = _who_spoke(drafts, previous)
        yield Draft("indirect_free_indirect", "carried_on", ((unit.first, unit.stop),), spoke.speaker, medium=spoke.medium)
    elif previous is not None and before is not None and _all_subjunctive2(scene, previous) and not is_near(last, previous):
        who = _subject_of(scene, before)
        speaker = last.speaker if last is not None and is_near(last, before) else (who,) if who else ()
        yield Draft("indirect_free_indirect", "konjunktiv", ((previous.first, unit.stop),), speaker, medium="speech_writing")
    elif not _same_paragraph(scene, last, unit) and previous is not None and (who := _subject_of(scene, previous)) is not None and speaks(scene, *who):
        yield Draft("indirect_free_indirect", "konjunktiv", ((unit.first, unit.stop),), (who,), medium="speech_writing")
    elif last is not None and unit.first - last.stop < 120:
        yield Draft("indirect_free_indirect", "konjunktiv", ((unit.first, unit.stop),), last.speaker, medium=last.medium)
    else:
        yield Draft("free_indirect", "konjunktiv", ((unit.first, unit.stop),), problem="no speaker named", medium="speech_writing")


def _same_paragraph(scene: Scene, last: Draft | None, unit: Unit) -> bool:
    """Tell whether somebody who is named has spoken in this paragraph."""
    return last is not None and bool(last.speaker) and scene.paragraph[last.first] == scene.paragraph[unit.first]


def _all_subjunctive2(scene: Scene, unit: Unit) -> bool:
    """Tell whether a sentence stands in the Konjunktiv II: reported, if the next one is."""
    moods = [mood(scene.words, s.verb) for s in unit.segments if s.kind == "main"]
    return bool(moods) and all(m == "second" for m in moods)


def _who_spoke(drafts: Sequence[Draft], previous: Unit | None) -> Draft:
    """Return the outermost quotation of the sentence before that names a speaker."""
    outer = [d for d in drafts if previous is not None and d.stop > previous.first and d.rule != "nested"]
    named = [d for d in outer if d.speaker]
    return max(named, key=lambda d: d.stop - d.first) if named else drafts[-1]


def _subject_of(scene: Scene, unit: Unit) -> Range | None:
    """Return the subject of the first main clause of a sentence."""
    segment = next((s for s in unit.segments if s.kind == "main"), None)
    return subject(scene, unit, segment, segment.verb, segment.stop) if segment else None


def all_subjunctive(scene: Scene, unit: Unit) -> bool:
    """Tell whether every main clause of a sentence stands in the Konjunktiv I: even its frame is reported."""
    moods = [mood(scene.words, s.verb) for s in unit.segments if s.kind == "main"]
    return bool(moods) and moods[0] == "first" and all(moods)


def pointing_back(scene: Scene, unit: Unit, previous: Unit | None) -> Iterator[Draft]:
    """Find `Das sagte X` behind what was said: the quote is the sentence before, with the pronoun."""
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
        "indirect", "pointing_back", ((previous.first, previous.body), (first, first + 1)), (speaker,) if speaker else (),
        cue_of(group, scene), ((first + 1, unit.body),), (who,) if who else (), medium="speech_writing",
    )


def rumours(scene: Scene, unit: Unit, drafts: Sequence[Draft], previous: Unit | None) -> Iterator[Draft]:
    """Find reportive `soll`: with a perfect infinitive, or behind what somebody said."""
    words = scene.words
    last = drafts[-1] if drafts else None
    near = is_near(last, previous)
    speaker = last.speaker if last is not None and (near or unit.first - last.stop < 100) else ()
    for k, s in enumerate(unit.segments):
        for v in finite_verbs(scene, s):
            if words.lower[v] in ("soll", "sollen") and s.kind in ("main", "relative"):
                end = [i for i in range(v + 1, s.stop) if words.lower[i] in ("haben", "sein", "worden")]
                before = [i for i in range(s.first, s.stop) if words.tag[i] in ("VVPP", "VAPP")]
                if end and before and words.lower[end[-1]] in ("haben", "sein") and end[-1] >= s.stop - 2 - (s.kind == "relative"):
                    start = s.first if k and any(x.kind == "main" for x in unit.segments[:k]) else unit.first
                    yield Draft(
                        "free_indirect", "soll", ((start, unit.stop),), speaker, medium="speech_writing",
                        problem="" if speaker else "no speaker named",
                    )
                    return
                if near and s.kind == "main" and s is unit.segments[0]:
                    yield Draft("free_indirect", "soll_near", ((unit.first, unit.stop),), speaker, medium="speech_writing")
                    return


def _is_told(scene: Scene, segment: Segment, group: VerbGroup) -> bool:
    """Tell whether an act is told as something that happens: in simple tense or passive, and not denied."""
    tag = scene.words.tag
    if tag[group.finite] != "VVFIN" and not group.passive:
        return False
    return not any(tag[i] == "PTKNEG" or scene.words.lower[i] == "ich" for i in range(segment.first, segment.stop))


def unframed(scene: Scene, unit: Unit, last: Draft | None, previous: Unit | None) -> Iterator[Draft]:
    """Find long wordings in marks that begin inside a sentence and have no frame: `Sie wollte „so schnell wie möglich …“`.

    Shorter ones, and those with a capital, are mostly names and titles.
    """
    for mark in unit.marks:
        words = scene.words.word[mark.opened + 1 : mark.closed]
        if mark.depth or mark.problem or len(words) < _LONG_WORDING or not words[0][0].islower():
            continue
        segment = next((s for s in unit.segments if s.first <= mark.opened < s.stop and s.verb >= 0), None)
        who = _speaking_subject(scene, unit, segment) if segment else None
        speaker = (who,) if who else last.speaker if last is not None and is_near(last, previous) else ()
        yield Draft("direct", "marks_inside", ((mark.opened, mark.closed + 1),), speaker, problem="" if speaker else "no speaker named")


def _speaking_subject(scene: Scene, unit: Unit, segment: Segment) -> Range | None:
    who = source_text(scene, segment) or subject(scene, unit, segment, segment.verb, segment.stop)
    return who if who and (speaks(scene, *who) or scene.words.lower[who[0]] in ("er", "sie")) else None


def acts(scene: Scene, unit: Unit) -> Iterator[Draft]:
    """Find speech acts told without their wording: `Sie kritisierte den Plan`."""
    for k, s in enumerate(unit.segments):
        if s.kind != "main" or scene.kind[unit.first] != "text" or scene.words.word[unit.stop - 1] == "?":
            continue
        for verb in finite_verbs(scene, s):
            group = verb_group(scene, s, verb)
            if group.lemma not in _ACTS or not _is_told(scene, s, group):
                continue
            need = _WITH_OBJECT.get(group.lemma)
            if need is not None and not any(scene.words.lower[i] in need for i in range(s.first, s.stop)):
                continue
            speaker = agent(scene, s) if group.passive else subject(scene, unit, s, verb, s.stop)
            if speaker is None or scene.words.lower[speaker[0]] == "man":
                continue
            if not speaks(scene, *speaker) and speaker[1] - speaker[0] > 1:  # one bare word may be a surname
                continue
            whole = k == 0 and len(unit.segments) == 1 or all(x.kind != "main" for x in unit.segments if x is not s)
            quote = (unit.first, unit.stop) if whole else (s.first, s.stop)
            who = addressee(scene, unit, group, speaker, s.stop)
            yield Draft("reported", "act", (quote,), (speaker,), addressee=(who,) if who else ())
            return


