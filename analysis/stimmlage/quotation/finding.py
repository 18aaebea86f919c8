"""All quotations of a document: the rules, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence

from stimmlage.document import Document
from stimmlage.errors import OptionError
from stimmlage.language.tagging import Words
from stimmlage.quotation.carrying_on import (
    acts,
    all_subjunctive,
    carried_on,
    is_near,
    pointing_back,
    rumours,
    unframed,
)
from stimmlage.quotation.complement_clauses import complements
from stimmlage.quotation.direct_speech import direct_speech
from stimmlage.quotation.draft import Draft
from stimmlage.quotation.loose_clauses import loose_clauses
from stimmlage.quotation.medium import medium_of
from stimmlage.quotation.quotation import Quotation
from stimmlage.quotation.quoted_words import nested
from stimmlage.quotation.reporting_clauses import as_clauses, inverted
from stimmlage.quotation.scene import Scene, Unit, set_scene
from stimmlage.quotation.sources import attributions, report_adverbs

Rule = Callable[[Scene, Unit], Iterator[Draft]]

_INNER = frozenset(("dass", "w_clause", "infinitive", "verb_second", "demnach", "direct_frame", "direct_noun"))

SENTENCE_RULES: tuple[Rule, ...] = (attributions, as_clauses, report_adverbs, complements, inverted, direct_speech)


RULES = frozenset((
    "act", "attribution", "carried_on", "colon", "dass", "demnach", "direct_colon", "direct_frame", "direct_noun", "infinitive",
    "inverted", "konjunktiv", "loose_clause", "marks_alone", "marks_inside", "nested", "pointing_back", "so", "soll", "soll_near",
    "verb_second", "w_clause", "wie", "wonach",
))
"""The names of the rules, as they stand in the column `rule`."""


def find_quotations(document: Document, words: Words, without: Collection[str] = ()) -> list[Quotation]:
    """Find the quotations of a document, in reading order.

    Parameters
    ----------
    without : collection of str
        Names of rules to switch off, some of `RULES`.

    Raises
    ------
    OptionError
        If `without` names no rule.
    """
    if unknown := sorted(set(without) - RULES):
        raise OptionError(f"No rule is named {', '.join(map(repr, unknown))}; `without` takes some of {', '.join(sorted(RULES))}.")
    scene = set_scene(document, words)
    drafts: list[Draft] = []
    previous: Unit | None = None
    before: Unit | None = None
    frame: Draft | None = None  # the last one, as long as the speaker goes on
    for unit in scene.units:
        found = _in_sentence(scene, unit, drafts, previous, without)
        found = found or _from_before(scene, unit, drafts, previous, before, without)
        if "loose_clause" not in without:
            found += loose_clauses(scene, unit, found)
        if "nested" not in without:
            found += nested(scene, unit, found)
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
    in_order = sorted(drafts, key=lambda d: (d.first, -d.stop))
    return [_finished(scene, draft, number) for number, draft in enumerate(in_order)]


def _take_frame(found: Sequence[Draft], frame: Draft | None) -> None:
    """Give wordings without a frame of their own that of the sentences before, if the same speaker goes on."""
    if frame is None:
        return
    for draft in found:
        bare = draft.rule in ("marks_alone", "nested") and draft.type == "direct" and not draft.cue
        if bare and draft.speaker == frame.speaker:
            draft.cue, draft.frame, draft.addressee = frame.cue, frame.frame, frame.addressee


def _in_sentence(
    scene: Scene, unit: Unit, drafts: list[Draft], previous: Unit | None, without: Collection[str]
) -> list[Draft]:
    """Find what a sentence says by itself, or by pointing back; a sentence all in the Konjunktiv is carried on."""
    found = _in_unit(scene, unit, without)
    for alone in found:
        if alone.rule == "marks_alone" and drafts and is_near(drafts[-1], previous):
            alone.speaker = drafts[-1].speaker
    if all(d.rule == "attribution" for d in found) and "pointing_back" not in without:
        found = list(pointing_back(scene, unit, previous)) or found
    if found and all(d.rule in _INNER for d in found) and all_subjunctive(scene, unit):
        outer = [d for d in carried_on(scene, unit, drafts, previous) if d.rule == "carried_on" and "carried_on" not in without]
        found = outer or found
    return found


def _from_before(
    scene: Scene, unit: Unit, drafts: list[Draft], previous: Unit | None, before: Unit | None, without: Collection[str]
) -> list[Draft]:
    """Find what a sentence without a frame is by what stands before it: carried on, rumour; or an act that is told."""
    for rule in (
        lambda: carried_on(scene, unit, drafts, previous, before), lambda: rumours(scene, unit, drafts, previous), lambda: acts(scene, unit),
        lambda: unframed(scene, unit, drafts[-1] if drafts else None, previous),
    ):
        found = [d for d in rule() if d.rule not in without]
        if found:
            return found
    return []


def _continues(draft: Draft, drafts: list[Draft], previous: Unit | None) -> bool:
    """Tell whether a sentence goes on with the quotation that the sentence before ended with."""
    if not drafts or previous is None or drafts[-1].stop != previous.stop:
        return False
    before = drafts[-1].rule
    return draft.rule == "carried_on" and before in ("carried_on", "konjunktiv") or draft.rule == "soll_near" and before.startswith("soll")


def _in_unit(scene: Scene, unit: Unit, without: Collection[str]) -> list[Draft]:
    """Apply the sentence rules; a later rule does not find again what an earlier one has."""
    found: list[Draft] = []
    for rule in SENTENCE_RULES:
        for draft in rule(scene, unit):
            if draft.rule not in without and not _clashes(draft, found):
                found.append(draft)
    return found


def _clashes(draft: Draft, found: list[Draft]) -> bool:
    for other in found:
        common = sum(max(0, min(b, d) - max(a, c)) for a, b in draft.quote for c, d in other.quote)
        size = min(sum(b - a for a, b in draft.quote), sum(b - a for a, b in other.quote))
        if common and (draft.type == "direct") == (other.type == "direct") and common > 0.5 * size:
            return True
        if draft.type == "direct" and not (draft.rule == "direct_frame" and draft.speaker and other.rule == "attribution") and common == sum(b - a for a, b in draft.quote):
            return True
    return False


def _finished(scene: Scene, draft: Draft, quotation_id: int) -> Quotation:
    return Quotation(
        draft.type, draft.medium, scene.spans(*draft.quote), scene.spans(*draft.speaker), scene.spans(*draft.cue),
        scene.spans(*draft.frame), scene.spans(*draft.addressee), draft.rule, draft.problem,
        quotation_id=quotation_id,
    )
