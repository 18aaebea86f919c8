"""Wordings in marks and the frames around them: `„…“, sagte X`, `X sagte: „…“`, `X nannte es „…“`."""

from __future__ import annotations

from collections.abc import Iterator

from stimmlage.language.closed_classes import (
    CONTRACTIONS,
    DASHES,
    DEFINITE_ARTICLES,
    INDEFINITE_ARTICLES,
    NEGATIVE_ARTICLES,
    SENTENCE_ENDS,
    SUBJECT_PRONOUNS,
)
from stimmlage.language.lexicon import words as entries
from stimmlage.language.noun_phrases import core_end, is_person, phrase_end, speaks
from stimmlage.language.tagsets import FINITE, PREPOSITIONS
from stimmlage.quotation.addressees import addressee
from stimmlage.quotation.announcements import (
    adjective,
    agent,
    announcement,
    circle,
    reflexive_or_adjective,
    source_text,
)
from stimmlage.quotation.cues import VerbGroup, finite_verbs, takes_clause, verb_group, wants_to_know
from stimmlage.quotation.draft import Draft, cue_of, joined
from stimmlage.quotation.marks import CLOSING, OPENING, Mark
from stimmlage.quotation.scene import Range, Scene, Segment, Unit
from stimmlage.quotation.sight import Sight
from stimmlage.quotation.subjects import first_subject, subject

_TITLED = entries("frame_nouns", "titled")
_DEFINITE = DEFINITE_ARTICLES | CONTRACTIONS

_INDEFINITE = INDEFINITE_ARTICLES | NEGATIVE_ARTICLES
_PREDICATES = frozenset(("ADJD", "ADJA", "VVPP", "ADV", "PTKNEG", "KON", "VVINF", "VVFIN", "PTKA"))
_JUDGING_AS = entries("quotation_cues", "judging_as")
_BEFORE_JUDGEMENT = frozenset(("ART", "PIAT", "ADJA", "APPR", "APPRART", "KOKOM", "PPOSAT", "KON"))
_JUDGING = entries("quotation_cues", "judging")
_COMMA_OR_DASH = DASHES | {","}
_OF_THE_VOICE = (
    entries("quotation_media", "spoken")
    | entries("reporting_verbs", "answering")
    | entries("reporting_verbs", "emotive")
)
_SAID_BESIDE = entries("word_classes", "said_beside")
_ELLIPSES = frozenset(("…", "..."))


def is_speech(scene: Scene, mark: Mark) -> bool:
    """Tell whether what stands in marks is a wording and not a name: it has a verb, or is long."""
    tag, word = scene.words.tag, scene.words.word
    inside = [i for i in range(mark.opened + 1, mark.closed) if word[i][0].isalnum()]
    if not inside or (len(inside) == 1 and word[mark.closed - 1] not in SENTENCE_ENDS and word[mark.opened - 1] != ":"):
        return False
    if any(tag[i] in FINITE for i in inside) or len(inside) >= 6:
        return True
    if word[mark.closed - 1] in ".!?":
        return True
    return (
        any(tag[i] in ("ADJA", "ADJD", "VVPP", "VVINF", "ADV", "PTKNEG") for i in inside)
        and not word[inside[0]][0].isupper()
    )


def direct_frame(sight: Sight) -> Iterator[Draft]:
    """Find wordings in marks with their verb before, behind or around."""
    return sight.read(_direct_speech, "direct_frame")


def direct_colon(sight: Sight) -> Iterator[Draft]:
    """Find wordings in marks behind a colon that a verb announces."""
    return sight.read(_direct_speech, "direct_colon")


def direct_noun(sight: Sight) -> Iterator[Draft]:
    """Find clauses in marks that a noun announces."""
    return sight.read(_direct_speech, "direct_noun")


def colon(sight: Sight) -> Iterator[Draft]:
    """Find wordings in marks behind a colon without a verb that announces."""
    return sight.read(_direct_speech, "colon")


def marks_alone(sight: Sight) -> Iterator[Draft]:
    """Find sentences that stand wholly in marks."""
    return sight.read(_direct_speech, "marks_alone")


def _direct_speech(sight: Sight) -> Iterator[Draft]:
    """Find wordings in marks with the verb that announces them; one that its frame interrupts is one quotation."""
    scene, unit = sight.scene, sight.unit
    last: Draft | None = None
    for draft in _wordings(scene, unit):
        if last is not None and _goes_on(scene, unit, last, draft):
            last.quote = (*last.quote, *draft.quote)
            continue
        if last is not None:
            yield last
        last = draft
    if last is not None:
        yield last


def _goes_on(scene: Scene, unit: Unit, first: Draft, second: Draft) -> bool:
    """Tell whether `„Der Plan“, sagte sie, „ist gut“` is one wording: a whole frame stands between two commas."""
    word = scene.words.word
    a, b = first.stop, second.first
    framed = bool(first.cue) and first.cue == second.cue and first.cue[0][0] in (a + 1, a + 2) and first.cue[-1][1] <= b
    set_in = word[a] == "," and word[b - 1] == "," and word[a - 2] not in ".!?"
    return framed and set_in and any(s.first == a + 1 and s.stop == b - 1 for s in unit.segments)


def _wordings(scene: Scene, unit: Unit) -> Iterator[Draft]:
    for mark in unit.marks:
        if mark.depth:
            continue
        quote = (mark.opened, mark.closed + 1)
        found = _framing_verb(scene, unit, mark)
        if not is_speech(scene, mark) and not (
            found and (_is_judgement(scene, mark, *found) or _is_inverted(scene, mark, *found))
        ):
            continue
        if _is_title(scene, mark) and not (found and found[1].lemma in _JUDGING):
            continue
        rest = scene.without(
            unit, *((m.opened, m.closed + 1) for m in unit.marks if m.depth == 0 and is_speech(scene, m))
        )
        if found is None:
            announced = _announced(scene, unit, mark) if scene.words.word[mark.opened - 1] != ":" else None
            if announced:
                yield Draft("direct", "direct_noun", (quote,), *announced, rest)
            elif (mark.opened <= unit.first + 1 and mark.closed >= unit.body - 2) or _is_a_reply(scene, unit, mark):
                yield Draft("direct", "marks_alone", (quote,))
            elif scene.words.word[mark.opened - 1] == ":":
                announcing = next((s for s in unit.segments if s.kind == "main"), None)
                who = (
                    subject(scene, unit, announcing, announcing.verb, announcing.stop)
                    if announcing
                    else _alone(scene, unit, mark)
                )
                yield Draft(
                    "direct",
                    "colon",
                    (quote,),
                    (who,) if who else (),
                    _shown(scene, announcing) if announcing else (),
                    rest,
                )
            continue
        segment, group = found
        speaker = framing_speaker(scene, unit, segment, group)
        if speaker and mark.opened <= speaker[0] < mark.closed:  # a word in the marks is no subject: `„Nein“ sagte sie`
            speaker = first_subject(scene, unit, group.finite + 1, segment.stop)
        colon = mark.opened > unit.first and scene.words.word[mark.opened - 1] == ":"
        rule = "direct_colon" if colon else "direct_frame"
        who = addressee(scene, unit, group, speaker, segment.stop)
        cue = cue_of(group, scene)
        if group.lemma == "zeigen":
            cue = joined((*cue, *adjective(scene, segment, group)))
        if (group.lemma in _JUDGING or group.lemma in _JUDGING_AS) and (before := _preposition(scene, mark)):
            cue = joined((*cue, before))
        yield Draft("direct", rule, (quote,), (speaker,) if speaker else (), cue, rest, (who,) if who else ())


def _shown(scene: Scene, segment: Segment) -> tuple[Range, ...]:
    """Return `zeigte sich zufrieden` as the cue of what follows behind a colon; other verbs there announce nothing."""
    group = verb_group(scene, segment, segment.verb)
    if group.lemma != "zeigen" or not reflexive_or_adjective(scene, segment, group):
        return ()
    return joined((*cue_of(group, scene), *adjective(scene, segment, group)))


def _preposition(scene: Scene, mark: Mark) -> Range | None:
    """Return the preposition that a wording hangs on, its article set aside: `sprach von einer „…“`."""
    i = mark.opened - 1
    while i > 0 and scene.words.tag[i] in ("ART", "PIAT", "ADJA", "PPOSAT"):
        i -= 1
    return (i, i + 1) if scene.words.lower[i] in ("als", "von", "vor", "für", "mit", "zu") else None


def _announced(scene: Scene, unit: Unit, mark: Mark) -> tuple[tuple[Range, ...], tuple[Range, ...]] | None:
    """Read `Sie kamen zu dem Ergebnis, „dass …“`: the speaker and the cue of a clause that stands in marks."""
    if scene.words.lower[max(mark.opened - 3, 0) : mark.opened] == ["mit", "den", "worten"]:
        return _with_these_words(scene, unit, mark)
    k = next((k for k, s in enumerate(unit.segments) if s.first == mark.opened), 0)
    found = announcement(scene, unit, k, "complement") if k else None
    if found is None:
        return None
    _, cue, speaker = found
    return (speaker,) if speaker else (), joined(cue)


def _with_these_words(scene: Scene, unit: Unit, mark: Mark) -> tuple[tuple[Range, ...], tuple[Range, ...]]:
    """Read `Mit den Worten „…“ verließ sie den Saal`: whoever does it says it."""
    around = (
        s
        for s in unit.segments
        if s.kind == "main" and s.verb >= 0 and (s.first <= mark.opened or s.verb > mark.closed)
    )
    segment = next((s for s in around if s.stop > mark.opened - 1), None)
    who = subject(scene, unit, segment, segment.verb, segment.stop) if segment else None
    return (who,) if who else (), ((mark.opened - 3, mark.opened),)


def _alone(scene: Scene, unit: Unit, mark: Mark) -> Range | None:
    """Read `Ein Beamter der Polizei: „…“`, `Und noch einmal Anna Berg, diesmal im Rat: „…“`: who is named first.

    No verb stands before the colon; adverbs and conjunctions are left out. Behind a name anything may follow.
    """
    words, stop = scene.words, mark.opened - 1
    while stop > unit.first and words.tag[stop - 1] in ("ADJD", "ADV"):
        stop -= 1
    first = unit.first
    while first < stop and words.tag[first] in ("ADV", "KON", "$("):
        first += 1
    end = phrase_end(words, first, stop, wide=True)
    if end < stop and (words.word[end] == "," or words.word[end] in _ELLIPSES) and speaks(words, first, end):
        apposition = words.word[end] == "," and words.tag[end + 1] not in ("ADV", "APPR", "APPRART")
        return first, stop if apposition else end
    return (first, end) if first < end == stop else None


def _is_judgement(scene: Scene, mark: Mark, segment: Segment, group: VerbGroup) -> bool:
    """Tell whether a word in marks is what somebody calls something: `nannte es einen „Skandal“`."""
    judging = group.lemma in _JUDGING or (
        group.lemma in _JUDGING_AS and "als" in scene.words.lower[max(mark.opened - 2, 0) : mark.opened]
    )
    inside = scene.words.tag[mark.opened + 1 : mark.closed]
    if (
        scene.words.lower[mark.opened - 1] in _INDEFINITE
        and takes_clause(group, "direct")
        and segment.first <= mark.opened < segment.stop
    ):
        return "NE" not in inside and "FM" not in inside
    if not judging or not segment.first <= mark.opened < segment.stop:
        return False
    if all(t in _PREDICATES for t in inside) and scene.words.word[mark.opened + 1][0].islower():
        return True
    if scene.words.tag[mark.opened - 1] not in _BEFORE_JUDGEMENT and scene.words.word[mark.opened + 1][0].isupper():
        return False
    return "NE" not in inside and "FM" not in inside and scene.words.tag[mark.opened - 1] != "NN"


def _is_title(scene: Scene, mark: Mark) -> bool:
    """Tell whether marks hold the name of a body, law or work: behind its kind, or capitalised behind the article."""
    word, before = scene.words.word, mark.opened - 1
    if before < 0 or word[mark.closed - 1] in ".!?":
        return before >= 0 and scene.words.lower[before] in _TITLED
    if scene.words.lower[before] in _TITLED or (
        scene.words.lower[before] in ("wie", "laut") and mark.closed - mark.opened < 5
    ):
        return True
    opening = mark.opened + 1  # `mit „Die Reise in den Süden“ einen Roman geschrieben`
    named = scene.words.tag[before] in PREPOSITIONS and scene.words.tag[opening] == "ART"
    if named and scene.words.lower[opening] in _DEFINITE and word[opening][0].isupper():
        return not any(scene.words.tag[i] in FINITE for i in range(opening, mark.closed))
    return scene.words.lower[before] in _DEFINITE and word[opening][0].isupper()


def _is_inverted(scene: Scene, mark: Mark, segment: Segment, group: VerbGroup) -> bool:
    """Tell whether the frame follows the marks with its verb first: `„Ein Anfang“, sagte sie`, `„Halt!“ rief sie`."""
    if group.finite == mark.closed + 1:
        last = scene.words.word[mark.closed - 1]
        return last in SENTENCE_ENDS or last in _COMMA_OR_DASH or _is_without_comma(scene, mark, segment, group)
    return segment.first == mark.closed + 2 and group.finite == segment.first


def _is_without_comma(scene: Scene, mark: Mark, segment: Segment, group: VerbGroup) -> bool:
    """Read `„Nein“ sagte sie`: the marks begin the clause, and behind the verb stands who says it, with nothing said
    beside: `„Orion“ sagte ihr nichts` and `„Orion“ sagte der Chef ab` are of a thing of that name."""
    words, behind = scene.words, group.finite + 1
    if group.lemma not in _OF_THE_VOICE or mark.opened > segment.first or behind >= segment.stop:
        return False
    rest = range(behind, segment.stop)
    if any(words.tag[i] == "PTKVZ" or words.lower[i] in _SAID_BESIDE for i in rest):
        return False
    if words.tag[behind] == "PPER":
        return words.lower[behind] in SUBJECT_PRONOUNS
    end = phrase_end(words, behind, segment.stop)
    return end > behind and speaks(words, behind, end)


def _is_a_reply(scene: Scene, unit: Unit, mark: Mark) -> bool:
    """Tell whether marks hold sentences of their own among others in marks: a dialogue without frames."""
    word = scene.words.word
    begins = mark.opened == unit.first or word[mark.opened - 1] in SENTENCE_ENDS or word[mark.opened - 1] in CLOSING
    after = word[mark.closed + 1] if mark.closed + 1 < unit.stop else "."
    ends = word[mark.closed - 1] in SENTENCE_ENDS or word[mark.closed - 1] in ("–", "—", "-", ":")
    return begins and ends and (after in OPENING or after in SENTENCE_ENDS or after[0].isupper())


def _framing_verb(scene: Scene, unit: Unit, mark: Mark) -> tuple[Segment, VerbGroup] | None:
    """Find the announcing verb: right behind the mark, else before it, else anywhere in the clause."""
    around = sorted(unit.segments, key=lambda s: _distance(s, mark))
    behind = [s for s in unit.segments if s.first > mark.closed]
    if behind and behind[0].first <= mark.closed + 2:
        around = [behind[0], *[s for s in around if s is not behind[0]]]
    for segment in around[:4]:
        verbs = finite_verbs(scene, segment)
        verbs.sort(key=lambda v: (v < mark.closed, abs(v - (mark.closed if v > mark.closed else mark.opened))))
        verbs.sort(key=lambda v: _is_coordinated(scene, mark, v))
        for verb in verbs:
            group = verb_group(scene, segment, verb)
            if takes_clause(group, "direct") or group.lemma in _JUDGING:
                return segment, group
            if group.lemma in _JUDGING_AS and _is_judgement(scene, mark, segment, group):
                return segment, group
            if _announces(scene, mark, segment, group) or _is_written(scene, mark, segment, group):
                return segment, group
    return None


def _is_written(scene: Scene, mark: Mark, segment: Segment, group: VerbGroup) -> bool:
    """Read `„…“ ist zu lesen`, `„…“ steht dort`, `„…“, begann sie`; what somebody reads is a title."""
    if group.lemma in ("lesen", "finden"):
        reflexive = "sich" in scene.words.lower[segment.first : segment.stop]
        return scene.words.lemma[group.finite] == "sein" or group.passive or reflexive
    return group.lemma == "stehen" or (group.lemma == "beginnen" and _is_inverted(scene, mark, segment, group))


def _is_coordinated(scene: Scene, mark: Mark, verb: int) -> bool:
    """Tell whether a verb behind the marks begins another clause: `nannte es „falsch“ und verwies auf …`."""
    return scene.words.tag[verb - 1] == "KON" and verb - 1 > mark.closed


def _announces(scene: Scene, mark: Mark, segment: Segment, group: VerbGroup) -> bool:
    """Read `„…“, zeigte sich X zufrieden`, `„…?“, will X wissen`: behind the marks these announce, too."""
    if not _is_inverted(scene, mark, segment, group):
        return False
    lemma = scene.words.lemma[group.finite].lower()
    if _is_told_by_person(scene, segment, group):
        return True
    return reflexive_or_adjective(scene, segment, group) if lemma == "zeigen" else wants_to_know(scene, group)


def _is_told_by_person(scene: Scene, segment: Segment, group: VerbGroup) -> bool:
    """Tell whether a person is the subject right behind a full verb of any kind: `„…“, strahlte Anna Berg`."""
    tag, first = scene.words.tag, group.finite + 1
    first += first < segment.stop and scene.words.lower[first] == "sich"
    if tag[group.finite] != "VVFIN" or first >= segment.stop or tag[first] not in ("NN", "NE", "ART"):
        return False
    end = core_end(scene.words, first, segment.stop)
    named = any(tag[i] == "NE" or is_person(scene.words, i) for i in range(first, end))
    return named and speaks(scene.words, first, end) and scene.words.lower[first] not in ("den", "dem", "des", "einen")


def _distance(segment: Segment, mark: Mark) -> int:
    if segment.first <= mark.opened < segment.stop:
        return 0
    return segment.first - mark.closed + 1 if segment.first > mark.closed else mark.opened - segment.stop + 2


def framing_speaker(scene: Scene, unit: Unit, segment: Segment, group: VerbGroup) -> Range | None:
    """Return who says what a verb announces: its subject, the agent of a passive, the text that is quoted."""
    if group.passive and group.lemma == "zitieren":
        return subject(scene, unit, segment, group.finite, segment.stop)
    if group.passive:
        return agent(scene, segment)
    if group.lemma in ("heißen", "hervorgehen"):
        told = source_text(scene, segment) or circle(scene, segment) or _text_in_front(scene, unit, segment)
        if told is not None or group.lemma == "heißen":
            return told
    if group.lemma == "zitieren" and (quoted := _object(scene, unit, segment, group)):
        return quoted
    return subject(scene, unit, segment, group.finite, segment.stop)


def _text_in_front(scene: Scene, unit: Unit, segment: Segment) -> Range | None:
    """Read `In dem Papier, das vorliegt, heißt es: …`: the text stands before the clause that is set in."""
    k = unit.segments.index(segment)
    set_in = k > 1 and segment.verb == segment.first and unit.segments[k - 1].kind == "relative"
    return source_text(scene, unit.segments[k - 2]) if set_in else None


def _object(scene: Scene, unit: Unit, segment: Segment, group: VerbGroup) -> Range | None:
    """Return whom a text or a person quotes: `Die Zeitung zitiert Anna Berg mit den Worten …`."""
    who = subject(scene, unit, segment, group.finite, segment.stop)
    i = group.finite + 1 if who is None or who[1] <= group.finite else who[1]
    end = core_end(scene.words, i, segment.stop)
    return (i, end) if who is not None and end > i and speaks(scene.words, i, end) else None
