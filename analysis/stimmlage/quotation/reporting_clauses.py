"""Clauses of saying beside what is said: `X sei Y, sagte Z`, `X, sagte Z, sei Y`, `Wie Z mitteilte, …`."""

from __future__ import annotations

from collections.abc import Iterator

from stimmlage.quotation.addressees import addressee, facing
from stimmlage.quotation.announcements import agent, circle, source_text
from stimmlage.quotation.cues import VerbGroup, finite_verbs, is_noun, takes_clause, verb_group
from stimmlage.quotation.draft import Draft, cue_of, joined
from stimmlage.quotation.frames import framing_speaker
from stimmlage.quotation.scene import Range, Scene, Segment, Unit
from stimmlage.quotation.subjects import first_subject


def inverted(scene: Scene, unit: Unit) -> Iterator[Draft]:
    """Find `X sei Y, sagte Z`: a verb of saying that opens the clause behind a main clause."""
    words = scene.words
    for k in range(1, len(unit.segments)):
        segment = unit.segments[k]
        opener = segment.first
        if words.lower[opener] in ("so", "das", "dies") and segment.verb > opener and all(words.tag[i] == "ADV" for i in range(opener + 1, segment.verb)):
            opener = segment.verb
        if segment.verb != opener or segment.kind not in ("main", "relative") or words.word[segment.first - 1] not in (",", "–", "-"):
            continue
        if segment.kind == "relative" and opener == segment.first:
            continue
        group = verb_group(scene, segment, segment.verb)
        if not takes_clause(group, "second") or group.passive and group.lemma != "zitieren" or segment.stop - opener < 2:
            continue
        if _is_no_frame(scene, unit, segment, group):
            continue
        if words.lower[opener + 1] in ("aber", "jedoch", "dann", "auch") and opener == segment.first or _is_wording(scene, unit, segment):
            continue
        before = unit.segments[:k]
        if not any(s.kind == "main" for s in before) and before[0].kind not in ("complement", "question") and not _is_set_in(unit, k):
            continue
        if words.lower[unit.first] in ("wenn", "falls", "erst", "sollte", "sollten", "nachdem", "da", "als") and before[0].kind != "complement":
            continue
        stop = segment.stop
        speaker = framing_speaker(scene, unit, segment, group)
        if group.lemma != "heißen" and (speaker is None or speaker[0] < segment.first):
            continue
        if speaker and speaker[1] > stop:
            stop = speaker[1]
        resumed = _resumed(scene, unit, k, stop)
        quote: tuple[Range, ...] = ((unit.first, segment.first - 1),)
        frame_stop = unit.body
        if resumed is not None:
            quote = (*quote, (resumed, unit.body))
            frame_stop = resumed
        who = addressee(scene, unit, group, speaker, stop)
        cue = cue_of(group, scene)
        if opener > segment.first and words.lower[segment.first] == "so":
            cue = joined((*cue, (segment.first, opener)))
        yield Draft(
            "indirect", "inverted", quote, (speaker,) if speaker else (), cue,
            ((segment.first - 1, frame_stop),), (who,) if who else (),
        )
        return


def _is_no_frame(scene: Scene, unit: Unit, segment: Segment, group: VerbGroup) -> bool:
    """Tell whether the clause before is a condition or a question, or the verb is denied: `Warum, sagte er nicht`."""
    tag, lower = scene.words.tag, scene.words.lower
    asked = tag[unit.first] in ("PWAV", "PWS", "PWAT", "KOKOM") and "?" not in scene.words.word[unit.first : segment.first]
    condition = unit.segments[0].verb == unit.first or lower[unit.first : unit.first + 2] == ["selbst", "wenn"]
    that_is = group.lemma == "heißen" and lower[segment.first] == "das"
    return asked or condition or that_is or "PTKNEG" in tag[segment.first : segment.stop]


def _is_set_in(unit: Unit, k: int) -> bool:
    """Tell whether segment `k` stands between the first part of a clause and its verb: `Der Plan, sagte sie, sei gut`."""
    if k != 1 or len(unit.segments) < 3 or unit.segments[0].kind != "phrase":
        return False
    after = unit.segments[2]
    return after.kind == "main" and after.verb == after.first


def _is_wording(scene: Scene, unit: Unit, segment: Segment) -> bool:
    """Tell whether what stands before the frame is a wording in marks: then it is direct speech."""
    closing = segment.first - 2
    mark = next((m for m in unit.marks if m.closed == closing and m.depth == 0), None)
    if mark is None:
        return scene.depth[closing] > 0
    if mark.opened == unit.first or scene.words.word[mark.opened - 1] == ":":
        return True
    return not any(0 <= s.verb < mark.opened and s.kind == "main" for s in unit.segments)


def _resumed(scene: Scene, unit: Unit, k: int, stop: int) -> int | None:
    """Return where what is said goes on behind the frame, if it does."""
    for s in unit.segments[k + 1 :]:
        if s.first < stop:
            continue
        if s.kind in ("complement", "infinitive", "question") or s.kind == "main" and (s.verb > s.first or _is_set_in(unit, k)):
            return s.first
        if s.kind == "phrase" and s.first != unit.segments[k].tail[0] and _lacks_rest(scene, unit.segments[k - 1]):
            return s.first
        if s.kind in ("phrase", "relative"):
            continue
        return None
    return None


def _lacks_rest(scene: Scene, segment: Segment) -> bool:
    """Tell whether a clause is cut off: it ends with its auxiliary, or with any verb that stands second."""
    verb = segment.verb
    if segment.kind != "main" or verb < 0:
        return False
    auxiliary = scene.words.tag[verb] in ("VAFIN", "VMFIN") and scene.words.lemma[verb] != "sein" and verb_group(scene, segment, verb).tokens == (verb,)
    return verb == segment.stop - 1 and verb > segment.first or auxiliary and segment.stop - verb < 3


def as_clauses(scene: Scene, unit: Unit) -> Iterator[Draft]:
    """Find `Wie X mitteilte, …` and `…, wie X mitteilte`."""
    words = scene.words
    for k, segment in enumerate(unit.segments):
        if len(unit.segments) < 2 or segment.stop - segment.first < 2:
            continue
        first = segment.first + (words.lower[segment.first] in ("denn", "doch", "und", "aber"))
        if words.lower[first] != "wie":
            continue
        verbs = finite_verbs(scene, segment)
        last = segment.stop - 1
        k_stop = k + 1
        if not verbs and k + 1 < len(unit.segments) and unit.segments[k + 1].kind in ("phrase", "main"):
            # an apposition: `wie X, Sprecherin der Firma, mitteilte`
            for m in range(k + 1, min(k + 4, len(unit.segments))):
                verbs = finite_verbs(scene, unit.segments[m])
                if verbs:
                    last, k_stop = unit.segments[m].stop - 1, m + 1
                    break
        if verbs:
            verb = verbs[-1]
            home = unit.segments[k_stop - 1]
            group = verb_group(scene, home, verb)
        elif words.tag[last] == "VVPP":
            home, verb = segment, last
            group = VerbGroup(last, words.lemma[last].lower(), (last,), passive=True)
        else:
            continue
        if not takes_clause(group, "complement") and group.lemma not in ("ergeben", "verlauten") and not _shows(scene, group, first, verb) or verb < first + 1 or words.tag[verb] == "VMFIN":
            continue
        if home.stop - 1 - verb > 3 and home.kind != "adverbial" and words.tag[verb] == "VVFIN":
            continue
        stop = home.stop
        a = segment.first - 1 if segment.first > unit.first else segment.first
        b = stop + 1 if stop < unit.body else stop
        quote = tuple(r for r in ((unit.first, a), (b, unit.body)) if scene.has_word(*r) and r[1] > r[0])
        if not quote:
            continue
        speaker = agent(scene, segment) if group.passive else source_text(scene, segment) if group.lemma == "hervorgehen" else group.lemma == "verlauten" and circle(scene, segment) or _between(scene, unit, first + 1, verb)
        cue = joined(((first, first + 1), *group.ranges))
        who = addressee(scene, unit, group, speaker, home.stop) if home is segment else facing(scene, segment.first, home.stop)
        yield Draft(
            "indirect", "wie", quote, (speaker,) if speaker else (), cue, ((a, b),), (who,) if who else (), medium="speech_writing",
        )
        return


def _shows(scene: Scene, group: VerbGroup, first: int, verb: int) -> bool:
    """Tell whether a text is what shows something: `wie eine Studie zeigt`."""
    lemma = scene.words.lemma
    return group.lemma in ("zeigen", "belegen", "nahelegen") and any(is_noun(lemma[i], "medium") or is_noun(lemma[i], "view") for i in range(first, verb))


def _between(scene: Scene, unit: Unit, first: int, verb: int) -> Range | None:
    """Return the subject of a verb-final clause."""
    found = first_subject(scene, unit, first, verb)
    if found is None:
        return None
    return found[0], min(found[1], verb)
