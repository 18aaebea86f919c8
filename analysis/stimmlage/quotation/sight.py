"""What a rule of quotation sees: the sentence, what was found in it, and what came before."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from stimmlage.quotation.draft import Draft
from stimmlage.quotation.scene import Scene, Unit

Finder = Callable[["Sight"], Iterator[Draft]]


@dataclass(slots=True)
class Sight:
    """One sentence of the reporter's for the rules; for those that look at a whole document, its scene.

    `found` is what rules have found in it so far, `drafts` what was found in all sentences before, `previous` and
    `before` are the sentence before and the one before that.
    """

    scene: Scene
    unit: Unit
    drafts: list[Draft]
    previous: Unit | None = None
    before: Unit | None = None
    found: list[Draft] = field(default_factory=list)
    _read: dict[Finder, list[Draft]] = field(default_factory=dict)

    @property
    def last(self) -> Draft | None:
        """The last quotation of the sentences before."""
        return self.drafts[-1] if self.drafts else None

    def read(self, finder: Finder, rule: str) -> Iterator[Draft]:
        """Yield what one of several rules that share a finder has found; the finder reads a sentence once."""
        if finder not in self._read:
            self._read[finder] = list(finder(self))
        return (draft for draft in self._read[finder] if draft.rule == rule)
