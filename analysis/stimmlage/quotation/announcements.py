"""What announces a clause as said or thought: a verb, a noun, an adjective; and who is behind it."""

from __future__ import annotations

from stimmlage.language.closed_classes import AGENT_PREPOSITIONS, DEFINITE_ARTICLES, DEMONSTRATIVES
from stimmlage.language.cue_nouns import is_noun
from stimmlage.language.given_names import GIVEN
from stimmlage.language.lexicon import words as entries
from stimmlage.language.noun_phrases import core_end, phrase_end, speaks
from stimmlage.language.tagsets import ARTICLES, FINITE, PREPOSITIONS
from stimmlage.language.verbs import subjunctive
from stimmlage.quotation.cues import (
    NO_WORDS,
    VerbGroup,
    finite_verbs,
    is_formula,
    reporting_verbs,
    takes_clause,
    verb_group,
    wants_to_know,
)
from stimmlage.quotation.draft import PRONOMINAL, cue_of
from stimmlage.quotation.scene import Range, Scene, Segment, Unit
from stimmlage.quotation.subjects import subject

_BEHIND_NOUN = frozenset(("PTKVZ", "VVPP", "VVINF", "VAFIN", "VAINF", "VVFIN", "ADV"))
_RECEIVED = entries("quotation_cues", "received")
_CHARGES = frozenset(e.lower() for e in entries("quotation_cues", "charge"))
_OF_TEXTS = frozenset(("besagen", "lauten", "vorsehen", "vorschreiben"))
_REACTING = entries("quotation_cues", "reacting")
_KNOWN = DEFINITE_ARTICLES | DEMONSTRATIVES | {"jede"}
_RESTATING = entries("quotation_cues", "restating")
_DOERS = entries("verb_frames", "doer")
_NOT_THAT = entries("verb_frames", "not_that")
_NEVER = frozenset(("nicht", "nie", "niemals"))
_HOLDING = entries("word_classes", "holding")


Announced = tuple[VerbGroup | None, tuple[Range, ...], Range | None]
"""The verb group, the cue, the speaker."""


def announcement(scene: Scene, unit: Unit, k: int, form: str) -> Announced | None:
    """Find what announces segment `k` of a unit; looks back over appositions and relative clauses.

    `form` is that of `takes_clause`.
    """
    for back in range(k - 1, max(k - 5, -1), -1):
        segment = unit.segments[back]
        beside = all(s.kind == "phrase" for s in unit.segments[back + 1 : k])
        found = _in_segment(scene, unit, segment, _cue_noun(scene, segment) if beside else None, form, unit.segments[k])
        if found is not None:
            return found
        over = (
            ("relative", "adverbial")
            if finite_verbs(scene, segment)
            else ("phrase", "relative", "infinitive", "adverbial")
        )
        if segment.kind not in over:
            return None
    return None


def _in_segment(
    scene: Scene, unit: Unit, segment: Segment, noun: Range | None, form: str, said: Segment
) -> Announced | None:
    """Find what announces in a segment: a verb, a noun with its verb, a noun alone, an infinitive."""
    verbs = finite_verbs(scene, segment)
    for verb in reversed(verbs):
        group = verb_group(scene, segment, verb, _group_stop(scene, segment, verb, verbs))
        if noun is not None and group.lemma in _REACTING and not group.passive and _is_anothers(scene, segment, noun):
            who = subject(scene, unit, segment, verb, segment.stop)
            if who is not None and not who[0] <= noun[0] < who[1]:
                return group, (*cue_of(group, scene), noun), _owner(scene, noun)
        if _takes(scene, segment, group, form, said):
            cue = (*cue_of(group, scene), *adjective(scene, segment, group))
            if noun is not None and group.lemma in ("geben", "machen", "sein", "haben"):
                cue = (*cue, noun)
            return group, cue, _speaker(scene, unit, segment, group)
        if noun is not None:
            return _by_noun(scene, unit, segment, group, noun)
    if noun is not None:
        return None, (noun,), _owner(scene, noun)
    groups = [verb_group(scene, segment, v) for v in verbs]
    if any(group.denied or _was_not_said(scene, segment, group, form, said) for group in groups):
        return None
    doer = groups[-1] if groups and groups[-1].lemma in _DOERS else None
    return _infinitive_cue(scene, unit, segment, form, doer)


def _takes(scene: Scene, segment: Segment, group: VerbGroup, form: str, said: Segment) -> bool:
    if _was_not_said(scene, segment, group, form, said) or is_formula(scene, segment):
        return False
    if takes_clause(group, form) or _pointing(scene, segment, group) or reflexive_or_adjective(scene, segment, group):
        return True
    if form == "second" and group.lemma in ("finden", "befinden"):
        return _is_reported(scene, said)  # `Sie findet, es sei zu klein`
    asks = wants_to_know(scene, group) or (takes_clause(group, "complement") and _is_reported(scene, said))
    return form == "question" and asks


def _was_not_said(scene: Scene, segment: Segment, group: VerbGroup, form: str, said: Segment) -> bool:
    """Tell whether it was not said what a clause tells: `sagte nie, dass …`, `hätte sagen sollen, dass …`.

    `nicht müde werden, zu betonen` denies no saying, and `wollte nicht sagen, ob …` tells of a refusal.
    """
    if group.lemma not in _NOT_THAT or form in ("question", "second") or scene.words.lower[said.first] == "ob":
        return False
    tag, lower = scene.words.tag, scene.words.lower
    joined = [i for i in range(segment.first, segment.stop - 1) if tag[i] == "KON" and tag[i + 1] in FINITE]
    first = max((i for i in joined if i < group.finite), default=segment.first)
    stop = min((i for i in joined if i > group.finite), default=segment.stop)
    if "PTKZU" in tag[first:stop]:
        return False
    wished = lower[group.finite].startswith("hätte") and "VMINF" in tag[first:stop]
    condition = lower[group.finite].startswith("hätte") and group.finite == segment.first
    return wished or condition or not _NEVER.isdisjoint(lower[first:stop])


def _by_noun(scene: Scene, unit: Unit, segment: Segment, group: VerbGroup, noun: Range) -> Announced:
    """Read `Sie erhob den Vorwurf, …` with its verb, `Der Vorwurf der Polizei, …` without."""
    received = _is_received(scene, segment, group, noun)  # before the noun takes its preposition
    light = is_noun(group.lemma, "light") and not group.passive
    if light and scene.words.tag[noun[0] - 1] in PREPOSITIONS and noun[0] > segment.first:
        noun = noun[0] - 1, noun[1]  # `zu dem Schluss kommen`
    if received:
        return (
            group,
            ((*cue_of(group, scene), noun) if light else (noun,)),
            _owner(scene, noun) or agent(scene, segment),
        )
    if light:
        who = _speaker(scene, unit, segment, group)
    else:
        who = _owner(scene, noun) or _told_by(scene, unit, segment, group, noun)
    if who is None or who[0] <= noun[0] < who[1]:
        who = _giver(scene, segment) or who
    if light and who and who[0] <= noun[0] < who[1]:
        return group, (noun,), _owner(scene, noun)
    return group, ((*cue_of(group, scene), noun) if light else (noun,)), who


def _is_received(scene: Scene, segment: Segment, group: VerbGroup, noun: Range) -> bool:
    """Tell whether the subject is whom it is said of or to: `im Verdacht stehen`, `den Rat bekommen`."""
    lower, lemma = scene.words.lower, scene.words.lemma
    if group.lemma in _RECEIVED:
        return True
    around = lower[segment.first : segment.stop]
    if (
        "ausgesetzt" in around
        or "konfrontiert" in around
        or ("gefallen" in around and group.lemma in ("lassen", "gefallen"))
    ):
        return True
    charged = lemma[noun[1] - 1].lower() in _CHARGES and lower[noun[0] - 1] in ("in", "im", "unter")
    return charged and noun[0] > segment.first and group.lemma in ("stehen", "geraten", "kommen", "bringen")


def _is_reported(scene: Scene, segment: Segment) -> bool:
    """Tell whether a clause stands in the Konjunktiv I: `sie betont, wie wichtig es sei`."""
    return any(subjunctive(scene.words, i) == 1 for i in finite_verbs(scene, segment))


def _infinitive_cue(scene: Scene, unit: Unit, segment: Segment, form: str, doer: VerbGroup | None) -> Announced | None:
    """Read `um ihn aufzufordern, …`, without a speaker, and `X zögerte nicht zu sagen, …`: a verb in the infinitive."""
    tag, lemma = scene.words.tag, scene.words.lemma
    last = segment.stop - 1
    if last > segment.first and tag[last] in ("VVIZU", "VVINF") and not scene.depth[last]:
        group = VerbGroup(last, lemma[last].lower(), (last,))
        if takes_clause(group, form):
            return group, ((last, last + 1),), _speaker(scene, unit, segment, doer) if doer else None
    return None


def _group_stop(scene: Scene, segment: Segment, verb: int, verbs: list[int]) -> int:
    """A verb group ends where the next coordinated verb begins."""
    later = [v for v in verbs if v > verb and scene.words.tag[v - 1] == "KON"]
    return later[0] - 1 if later else segment.stop


def _pointing(scene: Scene, segment: Segment, group: VerbGroup) -> bool:
    """Read `sie spricht davon, dass …`: the adverb points at the clause, so the verb need not take it by itself."""
    if group.lemma == "stehen":
        return source_text(scene, segment) is not None
    if group.lemma == "sprechen" and not {"dafür", "dagegen"}.isdisjoint(
        scene.words.lower[segment.first : segment.stop]
    ):
        return False  # what speaks for it is no speaker
    if group.lemma in ("sein", "gehen", "lauten") and group.finite > segment.first:
        first = segment.first
        head = core_end(scene.words, first, group.finite) - 1
        return phrase_end(scene.words, first, group.finite, wide=True) == group.finite and is_noun(
            scene.words.lemma[head]
        )
    return (
        group.lemma in reporting_verbs()
        and group.lemma not in NO_WORDS
        and any(scene.words.lower[i] in PRONOMINAL and not scene.depth[i] for i in range(group.finite, segment.stop))
    )


def reflexive_or_adjective(scene: Scene, segment: Segment, group: VerbGroup) -> bool:
    """Read `zeigte sich überzeugt`, `ist zuversichtlich`, `war der Meinung` as announcing."""
    if group.lemma in _HOLDING and "es" in scene.words.lower[segment.first : segment.stop]:
        return True
    finite = scene.words.lemma[group.finite].lower()  # `ist überzeugt` looks like a verb group of `überzeugen`
    if finite != "sein" and group.lemma not in ("zeigen", "geben", "werden", "äußern", "bleiben", "machen"):
        return False
    tag, lower = scene.words.tag, scene.words.lower
    return any(
        (tag[i] in ("ADJD", "VVPP", "ADV") and is_noun(lower[i], "adjective") and lower[i] not in ("bekannt", "unklar"))
        or (lower[i] == "bekannt" and group.lemma in ("werden", "geben", "machen"))
        for i in range(segment.first, segment.stop)
        if not scene.depth[i]
    )


def adjective(scene: Scene, segment: Segment, group: VerbGroup) -> tuple[Range, ...]:
    """Return what a verb without content of its own takes with it: `war sich sicher`, `zeigte sich überzeugt`."""
    if group.lemma in _HOLDING:
        return _held(scene, segment, group)
    if group.lemma not in ("sein", "zeigen", "geben", "bleiben") and scene.words.lemma[group.finite] != "sein":
        return ()
    lower, tag = scene.words.lower, scene.words.tag
    return tuple(
        (i, i + 1)
        for i in range(segment.first, segment.stop)
        if not scene.depth[i]
        and (lower[i] == "sich" or (tag[i] in ("ADJD", "VVPP", "ADV") and is_noun(lower[i], "adjective")))
    )


def _held(scene: Scene, segment: Segment, group: VerbGroup) -> tuple[Range, ...]:
    """Return `es für möglich`, `es als erwiesen` behind `halten`, `sehen`."""
    lower, tag = scene.words.lower, scene.words.tag
    found = [(i, i + 1) for i in range(group.finite, segment.stop) if lower[i] == "es" and not scene.depth[i]]
    for i in range(group.finite, segment.stop - 1):
        if lower[i] in ("für", "als") and tag[i + 1] in ("ADJD", "VVPP", "ADV", "ADJA") and not scene.depth[i]:
            return (*found, (i, i + 2))
    return tuple(found)


def _cue_noun(scene: Scene, segment: Segment) -> Range | None:
    """Return the cue noun (with its article) at the end of a segment: `die Behauptung von X`, `…`."""
    tag, lemma = scene.words.tag, scene.words.lemma
    for i in range(segment.stop - 1, max(segment.first - 1, segment.stop - 7), -1):
        if tag[i] == "NN" and not scene.depth[i] and is_noun(lemma[i]):
            if i < segment.stop - 1 and not _reaches(scene, i, segment.stop):
                return None
            first = i
            while first > segment.first and tag[first - 1] in ("ADJA",):
                first -= 1
            if first > segment.first and tag[first - 1] in ARTICLES:
                first -= 1
            return (i, i + 1) if first == i else (first, i + 1)
        if tag[i] in FINITE:
            return None
    return None


def _reaches(scene: Scene, i: int, stop: int) -> bool:
    """Tell whether the phrase of a noun (with genitives and attributes) or its verb ends a segment."""
    end = phrase_end(scene.words, i, stop, wide=True)
    tag = scene.words.tag
    while end < stop and (scene.words.lower[end] in PRONOMINAL or tag[end] in _BEHIND_NOUN):
        end += 1
    return end >= stop


def _owner(scene: Scene, noun: Range) -> Range | None:
    """Return whose word it is: `die Behauptung der Polizei`, `seine Behauptung`."""
    tag, lower = scene.words.tag, scene.words.lower
    if tag[noun[0]] == "PPOSAT":
        return noun[0], noun[0] + 1
    if noun[0] > 1 and tag[noun[0] - 1] == "NN" and scene.words.word[noun[0] - 1].endswith("s"):
        if scene.words.word[noun[0] - 2] in GIVEN:  # `Uwe Kerns Vorwurf`
            return noun[0] - 2, noun[0]
    i = noun[1]
    if i < len(tag) and (tag[i] == "ART" or lower[i] in ("von", "vom")):
        first = i if tag[i] == "ART" else i + 1
        end = phrase_end(scene.words, first, len(tag))
        if end > first:
            return first, end
    return None


def _giver(scene: Scene, segment: Segment) -> Range | None:
    """Return who stands in front with `von`: `Von der Polizei kam der Hinweis, …`."""
    first = segment.first
    if scene.words.lower[first] not in AGENT_PREPOSITIONS:
        return None
    end = phrase_end(scene.words, first + 1, segment.stop)
    return (first + 1, end) if end > first + 1 and speaks(scene.words, first + 1, end) else None


def reacting(scene: Scene, unit: Unit, group: VerbGroup | None, speaker: Range | None) -> tuple[Range, ...]:
    """Return who only reacts to what a cue noun announces: `X` in `X wies den Vorwurf zurück, …`."""
    finite = group is not None and scene.words.tag[group.finite] in FINITE
    if group is None or not finite or group.lemma not in _REACTING or group.passive:
        return ()
    segment = next(s for s in unit.segments if s.first <= group.finite < s.stop)
    who = subject(scene, unit, segment, group.finite, segment.stop)
    return (who,) if who not in (None, speaker) else ()


def _is_anothers(scene: Scene, segment: Segment, noun: Range) -> bool:
    """Tell whether a cue noun is an object and no word of the subject's own: `mit dem Argument`, `seine Forderung`."""
    own = scene.words.tag[noun[0]] == "PPOSAT"
    return noun[0] > segment.first and not own and scene.words.lower[noun[0] - 1] not in ("mit", "unter", "per")


def _told_by(scene: Scene, unit: Unit, segment: Segment, group: VerbGroup, noun: Range) -> Range | None:
    """Return the subject of `Sie kamen der Frage mit dem Argument zuvor, …`, if it is somebody who speaks."""
    if group.lemma not in _RESTATING and scene.words.lower[noun[0]] in _KNOWN and _is_anothers(scene, segment, noun):
        return None  # `prüft den Vorwurf`, `folgte dem Rat`
    found = None if group.passive else subject(scene, unit, segment, group.finite, segment.stop)
    return found if found and not found[0] <= noun[0] < found[1] and speaks(scene.words, *found) else None


def _speaker(scene: Scene, unit: Unit, segment: Segment, group: VerbGroup) -> Range | None:
    if group.passive and group.lemma != "zitieren":
        return agent(scene, segment) or source_text(scene, unit.segments[0])
    if group.lemma in ("heißen", "verlauten") and (found := circle(scene, segment)):
        return found
    nobody = group.lemma == "heißen" and "es" in scene.words.lower[group.finite - 1 : group.finite + 2]
    found = None if nobody else subject(scene, unit, segment, group.finite, segment.stop)
    if found and group.lemma in _OF_TEXTS and scene.words.tag[found[0]] == "PPER":
        return None  # `Sie besagt, dass …`: a rule, a letter; never the person named before
    return found or source_text(scene, segment) or source_text(scene, unit.segments[0])


def agent(scene: Scene, segment: Segment) -> Range | None:
    """Return who does it in a passive: `von X`, `seitens X`; or the text it stands in, `in einem Bericht`."""
    lower = scene.words.lower
    found: list[Range] = []
    for i in range(segment.first, segment.stop - 1):
        attribute = segment.first < i < segment.verb and scene.words.tag[i - 1] == "NN"  # `Orte in der Nähe von X`
        if lower[i] in AGENT_PREPOSITIONS and not scene.depth[i] and not attribute:
            end = phrase_end(scene.words, i + 1, segment.stop)
            if end > i + 1:
                found.append((i + 1, end))
    if found:
        return next((r for r in found if speaks(scene.words, *r)), found[0])
    return source_text(scene, segment)


def source_text(scene: Scene, segment: Segment) -> Range | None:
    """Return the text that speaks: `in einem Bericht der Zeitung`."""
    lower, lemma = scene.words.lower, scene.words.lemma
    for i in range(segment.first, segment.stop - 1):
        if lower[i] in ("in", "im", "aus", "auf") and not scene.depth[i]:
            end = phrase_end(scene.words, i + 1, segment.stop)
            if end > i + 1 and any(is_noun(lemma[x], "medium") for x in range(i + 1, end)):
                return i + 1, end
    return None


def circle(scene: Scene, segment: Segment) -> Range | None:
    """Return where word comes from: `aus Regierungskreisen hieß es`, `hieß es von der Polizei`."""
    tag, word = scene.words.tag, scene.words.word
    for i in range(segment.first, segment.stop - 1):
        if scene.words.lower[i] in ("aus", "von", "vom", "bei", "seitens", "vonseiten") and not scene.depth[i]:
            end = phrase_end(scene.words, i + 1, segment.stop)
            head = next((word[k] for k in range(i + 1, end) if tag[k] == "NN"), "")
            opening = segment.first + (scene.words.lower[segment.first] == "wie")
            named = scene.words.lower[i] == "aus" and i == opening
            if (end > i + 1 and (named or speaks(scene.words, i + 1, end))) or head.lower().endswith(
                ("kreise", "kreisen", "umfeld")
            ):
                return i + 1, end
    return None
