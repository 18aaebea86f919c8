"""Indirect speech in a clause of its own: dass, ob, w-words, infinitives, verb-second clauses."""

from __future__ import annotations

from collections.abc import Iterator

from stimmlage.language.closed_classes import pronominal_adverbs
from stimmlage.language.lexicon import words as entries
from stimmlage.language.noun_phrases import core_end, is_time, phrase_end
from stimmlage.language.nouns import noun
from stimmlage.language.tagsets import FINITE, PREPOSITIONS
from stimmlage.language.verbs import subjunctive
from stimmlage.quotation.addressees import addressee
from stimmlage.quotation.announcements import announcement, reacting
from stimmlage.quotation.cues import VerbGroup, finite_verbs, verb_group, wants_to_know
from stimmlage.quotation.draft import Draft, framed
from stimmlage.quotation.scene import Range, Scene, Segment, Unit
from stimmlage.quotation.sight import Sight
from stimmlage.quotation.subjects import subject

_RESUMING = frozenset(("und", "aber", "doch", "jedoch", "sondern", "sowie"))
_NO_QUESTION = pronominal_adverbs("wo") - {"wonach", "worum", "wovor"} | {
    "wo",
    "was",
    "woraufhin",
    "wohingegen",
    "weswegen",
    "weshalb",
    "wohin",
    "woher",
}
_CONNECTING = frozenset(("woraufhin", "worauf", "wohingegen", "wobei"))
_SHALL = frozenset(("soll", "sollen", "sollte", "sollten"))
_OUTRIGHT = entries("quotation_cues", "outright")
_FORMS = {"complement": "complement", "question": "question", "infinitive": "infinitive", "main": "second"}


def dass(sight: Sight) -> Iterator[Draft]:
    """Find clauses with *dass* or *ob* that a verb, noun or adjective announces."""
    return sight.read(_announced_clauses, "dass")


def w_clause(sight: Sight) -> Iterator[Draft]:
    """Find indirect questions that are announced."""
    return sight.read(_announced_clauses, "w_clause")


def infinitive(sight: Sight) -> Iterator[Draft]:
    """Find infinitives with *zu* that are announced."""
    return sight.read(_announced_clauses, "infinitive")


def verb_second(sight: Sight) -> Iterator[Draft]:
    """Find verb-second clauses that are announced, in the Konjunktiv, with *soll* or behind an outright verb."""
    return sight.read(_announced_clauses, "verb_second")


def _announced_clauses(sight: Sight) -> Iterator[Draft]:
    """Find clauses that a verb, noun or adjective announces as said or thought."""
    scene, unit = sight.scene, sight.unit
    taken = outer = unit.first
    for k in range(1, len(unit.segments)):
        segment = unit.segments[k]
        form = _FORMS.get(segment.kind) or _second_in_parts(scene, unit, k)
        inside = segment.first < taken
        if form is None or not (_can_complement(scene, unit, k) or _is_said_outright(scene, unit, k)):
            continue
        if form == "second" and _is_set_between(scene, unit, k - 1):
            continue
        announced = announcement(scene, unit, k, form)
        if announced is None:
            continue
        group, cue, speaker = announced
        if form == "question" and not _is_asked(scene, segment.first, group):
            continue
        if inside and not (group and speaker and outer <= speaker[0] < segment.first and _is_somebody(scene, *speaker)):
            continue
        stop = _extent(scene, unit, k)
        rule = {"complement": "dass", "question": "w_clause", "infinitive": "infinitive", "second": "verb_second"}[form]
        reacts = reacting(scene, unit, group, speaker)
        who = addressee(scene, unit, group, speaker or next(iter(reacts), None), segment.first)
        draft = framed(scene, unit, "indirect", rule, ((segment.first, stop),), speaker, cue, who)
        draft.inner, draft.reacting = inside, reacts
        yield draft
        if not inside:
            taken, outer = stop, segment.first


def _is_asked(scene: Scene, first: int, group: VerbGroup | None) -> bool:
    """Tell whether a w-word asks: behind verbs of asking most do; else many only go on (`…, weshalb er ging`)."""
    opener = scene.words.lower[first]
    if opener not in _NO_QUESTION:
        return True
    if opener in _CONNECTING or group is None:
        return False
    return group.lemma in entries("reporting_verbs", "asking") or wants_to_know(scene, group)


def _is_set_between(scene: Scene, unit: Unit, k: int) -> bool:
    """Tell whether a frame parts what is said: `Er komme, sagte sie, und er bleibe` is one quotation, of `inverted`."""
    if k < 1 or unit.segments[k].verb != unit.segments[k].first or scene.words.word[unit.segments[k].first - 1] != ",":
        return False
    before = unit.segments[k - 1]
    return before.kind == "main" and before.verb > before.first and subjunctive(scene.words, before.verb) == 1


def _is_somebody(scene: Scene, first: int, stop: int) -> bool:
    """Tell whether a phrase names a person or a body, not a text and not with a pronoun."""
    for i in range(first, core_end(scene.words, first, stop)):
        known = noun(scene.words.word[i]) if scene.words.tag[i] == "NN" else None
        if scene.words.tag[i] == "NE" or (known is not None and known.sort != "source"):
            return True
    return False


def _second_in_parts(scene: Scene, unit: Unit, k: int) -> str | None:
    """Read a verb-second clause whose verb stands in marks, or behind a relative clause that is set in."""
    segment = unit.segments[k]
    if segment.kind != "phrase" or scene.words.word[segment.first - 1] != ",":
        return None
    tag, depth = scene.words.tag, scene.depth
    if not depth[segment.first] and any(tag[i] in FINITE and depth[i] == 1 for i in range(segment.first, segment.stop)):
        return "second"
    rest = unit.segments[k + 1 :]
    main = next((s for s in rest if s.kind != "relative"), None)
    if main is None or main is rest[0] or main.kind != "main" or main.verb != main.first:
        return None
    return "second" if subjunctive(scene.words, main.verb) or scene.words.lower[main.verb] in _SHALL else None


def _can_complement(scene: Scene, unit: Unit, k: int) -> bool:
    """A verb-second clause is reported only with Konjunktiv or `soll`; marks alone are direct speech."""
    segment = unit.segments[k]
    depth = scene.depth
    if all(depth[i] for i in range(segment.first, segment.stop)):
        return False
    if segment.kind != "main":
        return True  # also a phrase that `_second_in_parts` takes for a clause
    if segment.verb == segment.first:
        return False
    words = scene.words
    return any(subjunctive(words, i) or words.lower[i] in _SHALL for i in finite_verbs(scene, segment))


def _is_said_outright(scene: Scene, unit: Unit, k: int) -> bool:
    """Read `Er sagte, die Lage ist ernst`: in the indicative only behind a verb that lacks its object.

    The announcing clause holds its subject, adverbs and prepositional phrases, and nothing else that could be said.
    """
    segment, before = unit.segments[k], unit.segments[k - 1]
    words, depth = scene.words, scene.depth
    if segment.kind != "main" or before.kind != "main" or words.word[segment.first - 1] != "," or depth[segment.first]:
        return False
    if segment.verb == segment.first or words.tag[segment.first] == "KON" or before.verb == before.first:
        return False
    group = verb_group(scene, before, before.verb)
    if (
        group.lemma not in _OUTRIGHT
        or group.passive
        or any(words.tag[i] == "PTKNEG" for i in range(before.first, before.stop))
    ):
        return False
    who = subject(scene, unit, before, before.verb, before.stop)
    return who is not None and not _has_object(scene, before, who)


def _has_object(scene: Scene, segment: Segment, who: Range) -> bool:
    """Tell whether a clause holds a noun phrase that is neither its subject, nor a time, nor behind a preposition."""
    tag = scene.words.tag
    i = segment.first
    while i < segment.stop:
        if i == who[0]:
            i = who[1]
        elif tag[i] in PREPOSITIONS:
            i = max(phrase_end(scene.words, i + 1, segment.stop), i + 1)
        elif (end := core_end(scene.words, i, segment.stop)) > i:
            if not is_time(scene.words, end - 1):
                return True
            i = end
        else:
            i += 1
    return False


def _extent(scene: Scene, unit: Unit, k: int) -> int:
    """Return where what is said ends: with the sentence, unless the announcing clause goes on."""
    words = scene.words
    segment = unit.segments[k]
    own = _cut_coordination(scene, segment)
    if own < segment.stop:
        return own
    stop = segment.stop
    matrix_verb = any(s.verb >= 0 and s.kind == "main" for s in unit.segments[:k])
    for m in range(k + 1, len(unit.segments)):
        s = unit.segments[m]
        if words.word[s.first - 1] == ":" and scene.depth[s.first]:
            return stop
        if _comments(scene, unit.segments[k], s):
            return stop
        if s.kind == "main":
            if s.verb == s.first and (not matrix_verb or words.word[s.first - 1] == ","):
                resumes = segment.kind == "phrase" and all(r.kind == "relative" for r in unit.segments[k + 1 : m])
                if not matrix_verb or (subjunctive(words, s.verb) == 0 and not resumes):
                    return stop  # in `sagte, der Damm, der alt ist, soll weg` the clause goes on
            elif (
                (
                    words.lower[s.first] in _RESUMING
                    and not subjunctive(words, s.verb)
                    and _verb_second(scene, s)
                    and segment.kind != "main"
                )
                or (
                    segment.kind != "main"
                    and s.verb < s.stop - 1
                    and s.verb > s.first
                    and not subjunctive(words, s.verb)
                    and _closed(scene, unit.segments[m - 1])
                )
                or (
                    segment.kind == "main"
                    and not subjunctive(words, s.verb)
                    and _verb_second(scene, s)
                    and words.lower[s.verb] not in ("soll", "sollen")
                )
            ):
                return stop
        if words.word[s.first - 1] in (";",) and s.kind == "main" and not subjunctive(words, s.verb):
            return stop
        stop = s.stop
        cut = (
            _cut_coordination(scene, s)
            if s.kind in ("complement", "question", "relative", "adverbial") and segment.kind != "main"
            else s.stop
        )
        if cut < s.stop:
            return cut
    return unit.body


def _verb_second(scene: Scene, segment: Segment) -> bool:
    """Tell whether a clause has its verb second: something follows it, or one phrase alone is before it."""
    if segment.verb < segment.stop - 1:
        return True
    words = scene.words
    first = segment.first + (words.tag[segment.first] in ("ADV", "KON"))
    return first <= segment.verb == phrase_end(words, first, segment.verb)


def _comments(scene: Scene, said: Segment, segment: Segment) -> bool:
    """Tell whether a clause with `was` comments on what is said: `…, er gehe, was jedoch keiner glaubt`.

    What is asked with `was` has its subject first (`…, was sie wollen`), and what is said has no indicative
    after a Konjunktiv.
    """
    words, first = scene.words, segment.first
    opener, after = words.lower[first], first + 1
    if segment.stop == after or scene.depth[first] or opener not in ("was", "wobei", "woraufhin", "wohingegen"):
        return False
    if opener == "was" and not (
        words.tag[after] in ("ADV", "PROAV", "ADJD", "PTKNEG") or words.lower[after] in ("ihm", "ihnen")
    ):
        return False
    verbs = finite_verbs(scene, segment)
    indicative = bool(verbs) and not any(subjunctive(words, i) for i in verbs)
    return indicative and any(subjunctive(words, i) for i in finite_verbs(scene, said))


def _closed(scene: Scene, segment: Segment) -> bool:
    """Tell whether a subordinate clause is over: its verb has come."""
    return scene.words.tag[segment.stop - 1] in FINITE or scene.words.tag[segment.stop - 1] in (
        "VVINF",
        "VVIZU",
        "VAINF",
        "VMINF",
    )


def _cut_coordination(scene: Scene, segment: Segment) -> int:
    """Cut `dass es stimme und ging` behind the clause: the finite verb stands last in it."""
    tag, lower = scene.words.tag, scene.words.lower
    for i in range(segment.first + 2, segment.stop - 1):
        if (
            lower[i] in ("und", "aber")
            and (tag[i - 1] in FINITE or segment.kind == "main")
            and tag[i + 1] in FINITE
            and i + 2 < segment.stop
            and not scene.depth[i]
            and not subjunctive(scene.words, i + 1)
        ):
            return i
    return segment.stop
