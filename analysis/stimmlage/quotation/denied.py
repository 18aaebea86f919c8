"""Who says nothing: `Kein Zeuge sagte, …`, `Nicht (einmal) Berg meinte, …`, `Hat jemand gesagt, …?`"""

from __future__ import annotations

from stimmlage.language.tagsets import FINITE
from stimmlage.quotation.draft import Draft
from stimmlage.quotation.scene import Scene, Unit

_NOBODY = ("kein", "niemand")
_NEITHER = ("kaum", "weder")
_HARDLY = (["nicht", "einmal"], ["nicht", "mal"])
_FORMS = frozenset(("turn", "signed", "attribution", "marks_alone"))
"""Rules that do not tell of somebody saying something."""


def is_denied(scene: Scene, unit: Unit, draft: Draft) -> bool:
    """Tell whether a sentence says of what was found that nobody said it, or asks whether anybody did."""
    if draft.rule in _FORMS or not draft.speaker:
        return False
    lower, first = scene.words.lower, draft.speaker[0][0]
    if lower[first].startswith(_NOBODY) or lower[first] in _NEITHER:
        return True
    before = lower[max(unit.first, first - 3) : first]
    if not set(_NEITHER).isdisjoint(before[-2:]) or before[-2:] in _HARDLY or before[-1:] == ["nicht"]:
        return True
    asked = scene.words.word[unit.stop - 1] == "?" and scene.words.tag[unit.first] in FINITE
    return asked and draft.type != "direct" and not scene.depth[unit.first]
