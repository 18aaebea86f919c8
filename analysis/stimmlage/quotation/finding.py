"""All quotations of a document: the rules, one after the other."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from stimmlage.document import Document
from stimmlage.errors import OptionError
from stimmlage.language.closed_classes import FIRST_PERSON_PRONOUNS
from stimmlage.language.tagsets import NOUNS, SUBSTITUTING
from stimmlage.language.verbs import subjunctive
from stimmlage.language.words import Words
from stimmlage.quotation.carrying_on import all_subjunctive, carried_on, is_near
from stimmlage.quotation.denied import is_denied
from stimmlage.quotation.draft import Draft
from stimmlage.quotation.medium import medium_of
from stimmlage.quotation.quotation import LOST_MARK, Quotation
from stimmlage.quotation.rules import NAMES, STAGES, Rule, families
from stimmlage.quotation.scene import Scene, Unit, cut_before, set_scene
from stimmlage.quotation.sight import Sight

_INNER = frozenset(("dass", "w_clause", "infinitive", "verb_second", "demnach", "direct_frame", "direct_noun"))
"""Rules whose finds lie inside what is said, if their sentence is in the Konjunktiv throughout."""

Stage = Sequence[Sequence[Rule]]
Order = Mapping[str, Stage]
"""The rules that are switched on, family by family, by stage."""
_OWN = FIRST_PERSON_PRONOUNS | {"man"}
_NAMING = NOUNS | SUBSTITUTING | {"FM", "CARD"}
"""Tags of words that can name somebody."""


def find_quotations(document: Document, words: Words, without: Collection[str] = ()) -> list[Quotation]:
    """Find the quotations of a document, in reading order.

    Parameters
    ----------
    without : collection of str
        Names of rules to switch off, some of `rules.NAMES`.

    Raises
    ------
    OptionError
        If `without` names no rule.
    """
    if unknown := sorted(set(without) - NAMES):
        raise OptionError(
            f"No rule is named {', '.join(map(repr, unknown))}; `without` takes some of {', '.join(sorted(NAMES))}."
        )
    scene = set_scene(document, words)
    order = {
        stage: [rules for family in families(stage) if (rules := _switched_on(family, without))] for stage in STAGES
    }
    drafts = _first_of(order["document"], Sight(scene, Unit(0, 0, 0, [], []), []))
    for said, units in _stretches(scene, drafts):
        found = _in_stretch(scene, units, order)
        drafts += found if said is None else [draft for draft in found if _is_anothers(scene, draft, said)]
    drafts += [Draft("direct", LOST_MARK, ((m.opened, m.opened + 1),), problem=m.problem) for m in scene.lost]
    in_order = sorted(drafts, key=lambda d: (d.first, -d.stop))
    return [_finished(scene, draft, number) for number, draft in enumerate(in_order)]


def _switched_on(family: Iterable[Rule], without: Collection[str]) -> list[Rule]:
    return [rule for rule in family if rule.name not in without]


def _stretches(scene: Scene, turns: Sequence[Draft]) -> Iterator[tuple[Draft | None, list[Unit]]]:
    """Part the units of a document by the turn that they begin in: nothing goes on over its borders."""
    owner = {i: turn for turn in turns for first, stop in turn.quote for i in range(first, stop)}

    def turn_of(unit: Unit) -> int:
        inside = (owner.get(i) for i in (unit.first, unit.stop - 1))
        return next((id(turn) for turn in inside if turn is not None), 0)

    known = {id(turn): turn for turn in turns}
    for number, units in groupby(scene.units, key=turn_of):
        turn = known.get(number)
        starts = {} if turn is None else {scene.words.first[first]: first for first, _ in turn.quote}
        yield (
            turn,
            [cut_before(scene, u, starts[u.first]) if u.first < starts.get(u.first, 0) < u.body else u for u in units],
        )


def _is_anothers(scene: Scene, draft: Draft, turn: Draft) -> bool:
    """Tell whether in a turn somebody else is quoted by name; all other words are those of who speaks."""
    if draft.type == "reported" or not all(turn.holds(*piece) for piece in draft.quote) or not draft.speaker:
        return False
    places = [i for first, stop in draft.speaker for i in range(first, stop)]
    named = any(scene.words.tag[i] in _NAMING for i in places)
    return named and not any(scene.words.lower[i] in _OWN for i in places)


def _in_stretch(scene: Scene, units: Iterable[Unit], order: Order) -> list[Draft]:
    """Ask the rules for sentences, one sentence after the other."""
    drafts: list[Draft] = []
    previous: Unit | None = None
    before: Unit | None = None
    frame: Draft | None = None  # the last one, as long as the speaker goes on
    for unit in units:
        sight = Sight(scene, unit, drafts, previous, before)
        found = _in_sentence(sight, order)
        _take_frame(found, frame)
        frame = next((d for d in reversed(found) if d.cue), frame if found else None)
        for draft in found:
            draft.medium = medium_of(scene, draft)
        if found and _continues(found[0], drafts, previous):
            drafts[-1].quote = ((drafts[-1].first, found[0].stop),)
            drafts[-1:] = [*found[1:], drafts[-1]]
        else:
            drafts += found
        before, previous = previous, unit
    return drafts


def _in_sentence(sight: Sight, order: Order) -> list[Draft]:
    """Go through the stages of the rules for one sentence."""
    _by_itself(sight, order["sentence"])
    if all(d.rule == "attribution" for d in sight.found):
        sight.found = _first_of(order["pointing"], sight) or sight.found
    _carried_on_as_a_whole(sight, order["before"])
    if not sight.found:
        sight.found = _first_of(order["before"], sight)
    for rules in order["inside"]:
        sight.found += _found_by(rules, sight)
    return [draft for draft in sight.found if not is_denied(sight.scene, sight.unit, draft)]


def _by_itself(sight: Sight, stage: Stage) -> None:
    """Ask the rules for what a sentence says by itself; a later one does not find again what an earlier one has."""
    for rules in stage:
        for draft in _found_by(rules, sight):
            told = [other for other in sight.found if _tells(sight.scene, draft, other)]
            if not _clashes(draft, [other for other in sight.found if other not in told]):
                for other in told:
                    other.inner = True
                    if any(sight.scene.words.lower[speaker[0]] in FIRST_PERSON_PRONOUNS for speaker in other.speaker):
                        other.speaker = draft.speaker  # `Ich hoffe, es reicht, sagte sie`
                sight.found.append(draft)
    for alone in sight.found:
        if alone.rule == "marks_alone" and sight.last is not None and is_near(sight.last, sight.previous):
            alone.speaker = sight.last.next_speaker


def _tells(scene: Scene, draft: Draft, other: Draft) -> bool:
    """Tell whether what is said holds another quotation with its verb: `Er hoffe, es reiche, sagte sie`.

    The inner verb shows it: it is in the Konjunktiv, or its subject is the first person.
    """
    inside = bool(other.cue) and all(draft.holds(*cue) for cue in other.cue)
    if draft.rule != "inverted" or other.rule not in _INNER or not inside or not draft.holds(other.first, other.stop):
        return False
    told = any(subjunctive(scene.words, i) for cue in other.cue for i in range(*cue))
    return told or any(scene.words.lower[speaker[0]] in _OWN for speaker in other.speaker)


def _carried_on_as_a_whole(sight: Sight, stage: Stage) -> None:
    """A sentence all in the Konjunktiv is carried on with its own frame: `Sie habe gesagt, es sei dicht`."""
    inner = sight.found and all(d.rule in _INNER for d in sight.found)
    switched_on = any(rule.find is carried_on for rules in stage for rule in rules)
    if inner and switched_on and all_subjunctive(sight.scene, sight.unit):
        sight.found = list(carried_on(sight)) or sight.found


def _found_by(rules: Sequence[Rule], sight: Sight) -> list[Draft]:
    """Return what the rules of a family find, in reading order."""
    found = [draft for rule in rules for draft in rule.find(sight)]
    return sorted(found, key=lambda draft: draft.first) if len(found) > 1 else found


def _first_of(stage: Stage, sight: Sight) -> list[Draft]:
    """Return what the first family of a stage that finds anything has found."""
    return next((found for rules in stage if (found := _found_by(rules, sight))), [])


def _take_frame(found: Sequence[Draft], frame: Draft | None) -> None:
    """Give wordings without a frame of their own that of the sentences before, if the same speaker goes on."""
    if frame is None:
        return
    for draft in found:
        bare = draft.rule in ("marks_alone", "nested") and draft.type == "direct" and not draft.cue
        if bare and draft.speaker == frame.speaker:
            draft.cue, draft.frame, draft.addressee = frame.cue, frame.frame, frame.addressee


def _continues(draft: Draft, drafts: list[Draft], previous: Unit | None) -> bool:
    """Tell whether a sentence goes on with the quotation that the sentence before ended with."""
    if not drafts or previous is None or drafts[-1].stop != previous.stop:
        return False
    before = drafts[-1].rule
    return (draft.rule == "carried_on" and before in ("carried_on", "konjunktiv")) or (
        draft.rule == "soll_near" and before.startswith("soll")
    )


def _clashes(draft: Draft, found: list[Draft]) -> bool:
    for other in found:
        if draft.inner and other.holds(draft.first, draft.stop):
            continue
        common = sum(max(0, min(b, d) - max(a, c)) for a, b in draft.quote for c, d in other.quote)
        size = min(sum(b - a for a, b in draft.quote), sum(b - a for a, b in other.quote))
        if common and (draft.type == "direct") == (other.type == "direct") and common > 0.5 * size:
            return True
        if (
            draft.type == "direct"
            and not (draft.rule == "direct_frame" and draft.speaker and other.rule == "attribution")
            and common == sum(b - a for a, b in draft.quote)
        ):
            return True
    return False


def _finished(scene: Scene, draft: Draft, quotation_id: int) -> Quotation:
    return Quotation(
        draft.type,
        draft.medium,
        scene.spans(*draft.quote),
        scene.spans(*draft.speaker),
        scene.spans(*draft.cue),
        scene.spans(*draft.frame),
        scene.spans(*draft.addressee),
        draft.rule,
        draft.problem,
        quotation_id=quotation_id,
    )
