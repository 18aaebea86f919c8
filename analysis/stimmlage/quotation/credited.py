"""Wordings whose speaker stands behind them without a verb: `„…“ (Anna Berg, SPD)`, `„…“ – Anna Berg, Dichterin`."""

from __future__ import annotations

from collections.abc import Iterator

from stimmlage.language.closed_classes import DASHES
from stimmlage.language.noun_phrases import core_end, speaks
from stimmlage.language.tagsets import FINITE
from stimmlage.quotation.draft import Draft
from stimmlage.quotation.scene import Range, Scene
from stimmlage.quotation.sight import Sight

_LONGEST = 14


def credited(sight: Sight) -> Iterator[Draft]:
    """Find wordings in marks with their speaker in brackets or behind a dash."""
    scene, unit = sight.scene, sight.unit
    for mark in unit.marks:
        if mark.depth or mark.closed - mark.opened < 4:
            continue
        place = mark.closed + 1
        if place < len(scene.words.word) and scene.words.word[place] in ".,":
            place += 1
        found = _in_brackets(scene, place) or _behind_dash(scene, place)
        if found is not None and scene.paragraph[found[0]] == scene.paragraph[mark.opened]:
            speaker, stop = found[0], found[1]
            end = core_end(scene.words, speaker, stop)
            if end > speaker and speaks(scene.words, speaker, end) and _is_a_name(scene, speaker, end):
                yield Draft(
                    "direct", "credited", ((mark.opened, mark.closed + 1),), ((speaker, end),), frame=((speaker, stop),)
                )


def _in_brackets(scene: Scene, i: int) -> Range | None:
    """Return what stands in brackets at `i`, if nothing goes on behind them."""
    word = scene.words.word
    if i >= len(word) or word[i] != "(":
        return None
    stop = next((k for k in range(i + 1, min(i + _LONGEST, len(word))) if word[k] == ")"), 0)
    ends = stop and (stop + 1 == len(word) or word[stop + 1] in ".!" or scene.paragraph[stop + 1] != scene.paragraph[i])
    return (i + 1, stop) if ends else None


def _behind_dash(scene: Scene, i: int) -> Range | None:
    """Return what stands behind a dash at the end of a paragraph."""
    word = scene.words.word
    if i >= len(word) or word[i] not in DASHES:
        return None
    stop = i + 1
    while stop < len(word) and scene.paragraph[stop] == scene.paragraph[i] and stop - i <= _LONGEST:
        stop += 1
    over = stop < len(word) and scene.paragraph[stop] == scene.paragraph[i]
    verbs = any(scene.words.tag[k] in FINITE for k in range(i + 1, stop))
    return None if over or verbs or stop == i + 1 else (i + 1, stop)


def _is_a_name(scene: Scene, first: int, stop: int) -> bool:
    """Tell whether a phrase begins with a capital and has a name in it, or nothing but a noun for who speaks."""
    return scene.words.word[first][0].isupper() and (
        any(scene.words.tag[i] == "NE" for i in range(first, stop)) or stop - first < 4
    )
