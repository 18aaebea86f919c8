"""All quotations of a document: the rules, one after the other."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from stimmlage.document import Document
from stimmlage.errors import OptionError
from stimmlage.language.tagging import Words
from stimmlage.quotation.carrying_on import all_subjunctive, carried_on, is_near
from stimmlage.quotation.draft import Draft
from stimmlage.quotation.medium import medium_of
from stimmlage.quotation.quotation import LOST_MARK, Quotation
from stimmlage.quotation.rules import NAMES, Rule, families
from stimmlage.quotation.scene import Scene, Unit, set_scene
from stimmlage.quotation.sight import Sight

_INNER = frozenset(("dass", "w_clause", "infinitive", "verb_second", "demnach", "direct_frame", "direct_noun"))
"""Rules whose finds lie inside what is said, if their sentence is in the Konjunktiv throughout."""


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
    drafts: list[Draft] = []
    previous: Unit | None = None
    before: Unit | None = None
    frame: Draft | None = None  # the last one, as long as the speaker goes on
    for unit in scene.units:
        sight = Sight(scene, unit, drafts, previous, before)
        found = _in_sentence(sight, without)
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
    drafts += [Draft("direct", LOST_MARK, ((m.opened, m.opened + 1),), problem=m.problem) for m in scene.lost]
    in_order = sorted(drafts, key=lambda d: (d.first, -d.stop))
    return [_finished(scene, draft, number) for number, draft in enumerate(in_order)]


def _in_sentence(sight: Sight, without: Collection[str]) -> list[Draft]:
    """Go through the stages of the rules for one sentence."""
    _by_itself(sight, without)
    if all(d.rule == "attribution" for d in sight.found):
        sight.found = _first_of("pointing", sight, without) or sight.found
    _carried_on_as_a_whole(sight, without)
    if not sight.found:
        sight.found = _first_of("before", sight, without)
    for rules in families("inside"):
        sight.found += _found_by(rules, sight, without)
    return sight.found


def _by_itself(sight: Sight, without: Collection[str]) -> None:
    """Ask the rules for what a sentence says by itself; a later one does not find again what an earlier one has."""
    for rules in families("sentence"):
        for draft in _found_by(rules, sight, without):
            if not _clashes(draft, sight.found):
                sight.found.append(draft)
    for alone in sight.found:
        if alone.rule == "marks_alone" and sight.last is not None and is_near(sight.last, sight.previous):
            alone.speaker = sight.last.speaker


def _carried_on_as_a_whole(sight: Sight, without: Collection[str]) -> None:
    """A sentence all in the Konjunktiv is carried on with its own frame: `Sie habe gesagt, es sei dicht`."""
    inner = sight.found and all(d.rule in _INNER for d in sight.found)
    if inner and "carried_on" not in without and all_subjunctive(sight.scene, sight.unit):
        sight.found = list(carried_on(sight)) or sight.found


def _found_by(rules: Iterable[Rule], sight: Sight, without: Collection[str]) -> list[Draft]:
    """Return what the rules of a family find, in reading order."""
    found: Iterator[Draft] = (draft for rule in rules if rule.name not in without for draft in rule.find(sight))
    return sorted(found, key=lambda draft: draft.first)


def _first_of(stage: str, sight: Sight, without: Collection[str]) -> list[Draft]:
    """Return what the first family of a stage that finds anything has found."""
    return next((found for rules in families(stage) if (found := _found_by(rules, sight, without))), [])


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
