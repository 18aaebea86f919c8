"""Clauses of saying beside what is said: `X sei Y, sagte Z`, `X, sagte Z, sei Y`, `Wie Z mitteilte, …`."""

from __future__ import annotations

from collections.abc import Iterator

from stimmlage.language.cue_nouns import is_noun
from stimmlage.language.lexicon import words as entries
from stimmlage.language.noun_phrases import speaks
from stimmlage.language.tagsets import FINITE
from stimmlage.language.verbs import form, subjunctive
from stimmlage.quotation.addressees import addressee, facing
from stimmlage.quotation.announcements import adjective, agent, circle, source_text
from stimmlage.quotation.carrying_on import is_near
from stimmlage.quotation.cues import VerbGroup, finite_verbs, takes_clause, verb_group
from stimmlage.quotation.direct_speech import framing_speaker, is_speech
from stimmlage.quotation.draft import Draft, cue_of, joined
from stimmlage.quotation.scene import Range, Scene, Segment, Unit
from stimmlage.quotation.sight import Sight
from stimmlage.quotation.subjects import first_subject

_BEFORE = frozenset((",", "–", "-", "?", "!"))
_GOING_ON = entries("word_classes", "going_on")
_JUDGING = frozenset(("finden", "befinden", "bemerken", "wissen"))
"""Verbs that also take a thing as their object; alone with their subject they give what stands before them."""
_SHALL = frozenset(("soll", "sollen"))
_CONDITIONS = frozenset(("wenn", "falls", "erst", "sollte", "sollten", "nachdem", "da", "als"))


def inverted(sight: Sight) -> Iterator[Draft]:
    """Find `X sei Y, sagte Z`: a verb of saying that opens the clause behind a main clause."""
    scene, unit = sight.scene, sight.unit
    for k in range(1, len(unit.segments)):
        segment = unit.segments[k]
        opener = _opener(scene, segment)
        if opener < 0:
            continue
        group = verb_group(scene, segment, segment.verb)
        speaker = framing_speaker(scene, unit, segment, group)
        saying = _is_saying(segment, group, opener) or _is_judging(scene, segment, group, speaker)
        saying = saying or _is_sure(scene, segment, group, speaker)
        if not saying or not _has_said(scene, unit, k, group, opener):
            continue
        if (
            speaker is None
            and group.lemma == "heißen"
            and is_near(sight.last, sight.previous)
            and sight.last is not None
        ):
            speaker = (
                next(iter(sight.last.next_speaker), None)
                if _GOING_ON & set(scene.words.lower[segment.first : segment.stop])
                else None
            )
            if speaker is not None:
                draft = _beside(scene, unit, k, group, None)
                draft.speaker = (speaker,)
                yield draft
                return
        unnamed = group.lemma == "heißen" or (speaker is None and group.passive)
        if not unnamed and (speaker is None or speaker[0] < segment.first):
            continue
        yield _beside(scene, unit, k, group, speaker)
        return


def _opener(scene: Scene, segment: Segment) -> int:
    """Return the verb that opens a clause, or follows on `so`, `das`, `das zumindest`; -1 if none does."""
    words, opener = scene.words, segment.first
    if words.lower[opener] in ("so", "das", "dies") and segment.verb > opener:
        if all(words.tag[i] == "ADV" for i in range(opener + 1, segment.verb)):
            opener = segment.verb
    beside = segment.kind == "main" or (segment.kind == "relative" and opener > segment.first)
    return opener if segment.verb == opener and beside and words.word[segment.first - 1] in _BEFORE else -1


def _is_saying(segment: Segment, group: VerbGroup, opener: int) -> bool:
    alone = segment.stop - segment.first == len(group.tokens)  # `X sei Y, wird vermutet`
    active = not group.passive or group.lemma == "zitieren" or alone
    takes = takes_clause(group, "second") or group.lemma == "hervorgehen"  # `X ist Y, geht aus Z hervor`
    return takes and active and segment.stop - opener > 1


def _is_judging(scene: Scene, segment: Segment, group: VerbGroup, speaker: Range | None) -> bool:
    """Tell whether a clause is `findet X`, with nothing in it but adverbs: `findet X einen Käufer` gives no words."""
    if group.lemma not in _JUDGING or group.passive or speaker is None:
        return False
    own = {*group.tokens, *range(*speaker)}
    rest = [i for i in range(segment.first, min(segment.stop, max(speaker[1], segment.stop))) if i not in own]
    return all(scene.words.tag[i] == "ADV" for i in rest)


def _is_sure(scene: Scene, segment: Segment, group: VerbGroup, speaker: Range | None) -> bool:
    """Tell whether a clause is `ist sich X sicher`, `zeigte sich X überzeugt`: it ends with the adjective."""
    if speaker is None or not speaks(scene.words, *speaker):
        return False
    taken = adjective(scene, segment, group)
    return bool(taken) and taken[-1] == (segment.stop - 1, segment.stop) and scene.words.lower[taken[-1][0]] != "sich"


def _has_said(scene: Scene, unit: Unit, k: int, group: VerbGroup, opener: int) -> bool:
    """Tell whether what stands before a clause of saying can be what is said."""
    segment, before = unit.segments[k], unit.segments[:k]
    lower = scene.words.lower
    if _is_no_frame(scene, unit, segment, group) or _is_wording(scene, unit, segment):
        return False
    if lower[opener + 1] in ("aber", "jedoch", "dann", "auch") and opener == segment.first:
        return False
    whole = any(s.kind == "main" for s in before) or before[0].kind in ("complement", "question")
    told = _is_set_in_behind_clause(scene, unit, k)
    if not whole and not _is_set_in(unit, k) and not told:
        return False
    condition = lower[unit.first] in _CONDITIONS or before[0].kind == "adverbial"
    if not condition or before[0].kind == "complement" or told:
        return True
    return any(s.kind == "main" and s.verb == s.first for s in before[1:])  # `Da niemand da sei, gehe er, sagte sie`


def _beside(scene: Scene, unit: Unit, k: int, group: VerbGroup, speaker: Range | None) -> Draft:
    """Make a draft of what stands before a clause of saying, and behind it if it goes on there."""
    segment = unit.segments[k]
    stop = max(segment.stop, speaker[1]) if speaker else segment.stop
    resumed = _resumed(scene, unit, k, stop)
    quote: tuple[Range, ...] = ((unit.first, segment.first - 1),)
    if resumed is not None:
        quote = (*quote, (resumed, _told_until(scene, unit, resumed)))
    who = addressee(scene, unit, group, speaker, stop)
    cue = joined((*cue_of(group, scene), *adjective(scene, segment, group)))
    if scene.words.lower[segment.first] == "so":
        cue = joined((*cue, (segment.first, group.finite)))
    frame = segment.first - 1, unit.body if resumed is None else resumed
    kind = "direct" if _is_first_person(scene, quote[0]) else "indirect"
    return Draft(kind, "inverted", quote, (speaker,) if speaker else (), cue, (frame,), (who,) if who else ())


def _told_until(scene: Scene, unit: Unit, first: int) -> int:
    """Return where what goes on behind a frame ends: in the Konjunktiv, before a main clause in the present tense."""
    words = scene.words
    behind = [s for s in unit.segments if s.first >= first]
    if not behind or behind[0].verb < 0 or not subjunctive(words, behind[0].verb):
        return unit.body
    for s in behind[1:]:
        if s.kind != "main" or words.word[s.first - 1] not in (",", ";", "–") or words.lower[s.verb] in _SHALL:
            continue
        told = form(words.lower[s.verb], words.lemma[s.verb])
        if (told.mood, told.tense) == ("indicative", "present"):
            return s.first - 1
    return unit.body


def _is_first_person(scene: Scene, said: Range) -> bool:
    """Tell whether a wording without marks is the speaker's own: `ich`, `wir` with a verb in the indicative."""
    words = scene.words
    if any(scene.depth) or scene.lost:
        return False  # where the text has marks, a wording without them is none
    own = any(words.lower[i] in ("ich", "wir") for i in range(*said))
    finite = [i for i in range(*said) if words.tag[i] in FINITE]
    return own and bool(finite) and not any(subjunctive(words, i) for i in finite)


def _is_no_frame(scene: Scene, unit: Unit, segment: Segment, group: VerbGroup) -> bool:
    """Tell whether the clause before is a condition or a question, or the verb is denied: `Warum, sagte er nicht`."""
    tag, lower = scene.words.tag, scene.words.lower
    asked = (
        tag[unit.first] in ("PWAV", "PWS", "PWAT", "KOKOM") and "?" not in scene.words.word[unit.first : segment.first]
    )
    whole = any(
        s.kind == "main" and s.verb == s.first + (lower[s.first] == "so")
        for s in unit.segments[1:]
        if s.stop < segment.first
    )
    condition = (unit.segments[0].verb == unit.first and not whole) or lower[unit.first : unit.first + 2] == [
        "selbst",
        "wenn",
    ]
    that_is = group.lemma == "heißen" and lower[segment.first] == "das"
    return (asked and not whole) or condition or that_is or "PTKNEG" in tag[segment.first : segment.stop]


def _is_set_in(unit: Unit, k: int) -> bool:
    """Tell whether segment `k` stands between the first part of a clause and its verb: `Der Plan, sagte sie,
    sei gut`."""
    if k != 1 or len(unit.segments) < 3 or unit.segments[0].kind != "phrase":
        return False
    after = unit.segments[2]
    return after.kind == "main" and after.verb == after.first


def _is_set_in_behind_clause(scene: Scene, unit: Unit, k: int) -> bool:
    """Tell whether segment `k` stands between a clause and the main clause it belongs to: `Weil es regne, sagte sie,
    bleibe man`."""
    if k != 1 or len(unit.segments) < 3 or unit.segments[0].kind != "adverbial":
        return False
    after, segment = unit.segments[2], unit.segments[1]
    who = first_subject(scene, unit, segment.first + 1, segment.stop)
    adjacent = who is not None and who[0] == segment.first + 1
    return adjacent and after.kind == "main" and after.verb == after.first and subjunctive(scene.words, after.verb) == 1


def _is_wording(scene: Scene, unit: Unit, segment: Segment) -> bool:
    """Tell whether what stands before the frame is a wording in marks: then it is direct speech."""
    closing = segment.first - 2
    mark = next((m for m in unit.marks if m.closed == closing and m.depth == 0), None)
    if mark is None:
        return scene.depth[closing] > 0
    if mark.opened == unit.first or scene.words.word[mark.opened - 1] == ":":
        return True
    if any(s.first == mark.opened and s.kind != "relative" for s in unit.segments) and is_speech(scene, mark):
        return True  # `„Das Geld ist da“, sagte A, „es fehlt am Willen“, entgegnete B`
    return not any(0 <= s.verb < mark.opened and s.kind == "main" for s in unit.segments)


def _resumed(scene: Scene, unit: Unit, k: int, stop: int) -> int | None:
    """Return where what is said goes on behind the frame, if it does."""
    for s in unit.segments[k + 1 :]:
        if s.first < stop:
            continue
        if _goes_on_telling(scene, unit, k, s):
            return None
        if s.kind in ("complement", "infinitive", "question") or (
            s.kind == "main" and (s.verb > s.first or _is_set_in(unit, k) or _is_set_in_behind_clause(scene, unit, k))
        ):
            return s.first
        if s.kind == "phrase" and s.first != unit.segments[k].tail[0] and _lacks_rest(scene, unit.segments[k - 1]):
            return s.first
        if s.kind in ("phrase", "relative"):
            continue
        return None
    return None


def _goes_on_telling(scene: Scene, unit: Unit, k: int, segment: Segment) -> bool:
    """Tell whether a clause goes on with the frame: `Dass es reicht, sagte sie, und ging`, not `…, und reiche lange`.

    What is said in the Konjunktiv does not go on in the indicative; and what ends with its verb is not carried on by
    a verb right behind `und`.
    """
    verb, words, before = segment.verb, scene.words, unit.segments[k - 1]
    if segment.kind != "main" or verb == segment.first or subjunctive(words, verb) or words.lower[verb] in _SHALL:
        return False
    joined = words.tag[segment.first] == "KON" and verb == segment.first + 1
    told = before.verb >= 0 and subjunctive(words, before.verb) == 1
    return told or (joined and before.kind in ("complement", "question"))


def _lacks_rest(scene: Scene, segment: Segment) -> bool:
    """Tell whether a clause is cut off: it ends with its auxiliary, or with any verb that stands second."""
    verb = segment.verb
    if segment.kind != "main" or verb < 0:
        return False
    auxiliary = scene.words.tag[verb] in ("VAFIN", "VMFIN") and scene.words.lemma[verb] != "sein"
    auxiliary = auxiliary and verb_group(scene, segment, verb).tokens == (verb,)
    return (verb == segment.stop - 1 and verb > segment.first) or (auxiliary and segment.stop - verb < 3)


def wie(sight: Sight) -> Iterator[Draft]:
    """Find `Wie X mitteilte, …` and `…, wie X mitteilte`."""
    scene, unit = sight.scene, sight.unit
    lower = scene.words.lower
    for k, segment in enumerate(unit.segments):
        if len(unit.segments) < 2 or segment.stop - segment.first < 2:
            continue
        first = segment.first + (lower[segment.first] in ("denn", "doch", "und", "aber"))
        found = _as_verb(scene, unit, k) if lower[first] == "wie" else None
        if found is None or not _is_telling(scene, *found, first):
            continue
        home, group = found
        a = segment.first - 1 if segment.first > unit.first else segment.first
        last = unit.segments.index(home)
        while (
            segment.first == unit.first and last + 1 < len(unit.segments) and unit.segments[last + 1].kind == "relative"
        ):
            last += 1  # `Wie aus einem Papier hervorgeht, das vorliegt, …`
        over = unit.segments[last].stop if unit.segments[last].stop < unit.body else home.stop
        b = over + 1 if over < unit.body else over
        quote = tuple(r for r in ((unit.first, a), (b, unit.body)) if scene.has_word(*r) and r[1] > r[0])
        if not quote:
            continue
        speaker = _teller(scene, unit, segment, group, first + 1)
        if speaker is not None and any(scene.depth[speaker[1] : home.stop]):
            continue  # `Sie hörte, wie er „Halt!“ rief`
        cue = joined(((first, first + 1), *group.ranges))
        if home is segment:
            who = addressee(scene, unit, group, speaker, home.stop)
        else:
            who = facing(scene, segment.first, home.stop)
        yield Draft(
            "indirect",
            "wie",
            quote,
            (speaker,) if speaker else (),
            cue,
            ((a, b),),
            (who,) if who else (),
            "speech_writing",
        )
        return


def _as_verb(scene: Scene, unit: Unit, k: int) -> tuple[Segment, VerbGroup] | None:
    """Return the verb of a `wie` clause and the segment that it stands in: `wie X, Sprecherin der Firma, mitteilte`."""
    segment, words = unit.segments[k], scene.words
    further = unit.segments[k + 1 : k + 4]
    if not further or further[0].kind not in ("phrase", "main"):
        further = []
    for home in (segment, *further):
        if verbs := finite_verbs(scene, home):
            return home, verb_group(scene, home, verbs[-1])
    last = segment.stop - 1
    if words.tag[last] != "VVPP":
        return None
    return segment, VerbGroup(last, words.lemma[last].lower(), (last,), passive=True)


def _is_telling(scene: Scene, home: Segment, group: VerbGroup, first: int) -> bool:
    """Tell whether the verb of a `wie` clause says something, and stands at its end."""
    tag, verb = scene.words.tag, group.finite
    telling = (
        takes_clause(group, "complement")
        or group.lemma in ("ergeben", "verlauten")
        or _shows(scene, group, first, verb)
    )
    if not telling or verb < first + 1 or tag[verb] == "VMFIN":
        return False
    return home.stop - 1 - verb <= 3 or home.kind == "adverbial" or tag[verb] != "VVFIN"


def _teller(scene: Scene, unit: Unit, segment: Segment, group: VerbGroup, first: int) -> Range | None:
    """Return who tells it: the agent of a passive, the text it comes out of, the subject."""
    if group.passive:
        return agent(scene, segment)
    if group.lemma == "hervorgehen":
        return source_text(scene, segment)
    if group.lemma in ("heißen", "verlauten") and (source := circle(scene, segment) or source_text(scene, segment)):
        return source
    return _between(scene, unit, first, group.finite)


def _shows(scene: Scene, group: VerbGroup, first: int, verb: int) -> bool:
    """Tell whether a text is what shows something: `wie eine Studie zeigt`."""
    lemma = scene.words.lemma
    texts = (is_noun(lemma[i], kind) for i in range(first, verb) for kind in ("medium", "view"))
    return group.lemma in ("zeigen", "belegen", "nahelegen") and any(texts)


def _between(scene: Scene, unit: Unit, first: int, verb: int) -> Range | None:
    """Return the subject of a verb-final clause."""
    found = first_subject(scene, unit, first, verb)
    if found is None:
        return None
    return found[0], min(found[1], verb)
