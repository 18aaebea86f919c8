"""The entity: somebody or something that a document speaks of."""

from __future__ import annotations

from bisect import insort
from dataclasses import dataclass, field

from stimmlage.speakers.mentions import Mention
from stimmlage.speakers.offices import Office


@dataclass(slots=True, eq=False)
class Entity:
    """Somebody or something that a document speaks of: all its names, offices and mentions.

    `places` are the first tokens of its mentions, in order; `phrases` the tokens of the speaker phrases
    that named it; `label` is its name if no mention has one; `long_form` is where the text spells
    out an abbreviation.
    """

    kind: str
    gender: str = ""
    plural: bool = False
    names: list[tuple[str, ...]] = field(default_factory=list)
    offices: list[Office] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    phrases: list[tuple[int, int]] = field(default_factory=list)
    label: str = ""
    long_form: tuple[int, int] | None = None

    def add(self, mention: Mention) -> None:
        """Take up one more mention."""
        mention.entity = self
        self.mentions.append(mention)
        insort(self.places, mention.first)
        self.gender = self.gender or mention.gender
        if mention.name and mention.name not in self.names:
            self.names.append(mention.name)

    def hold(self, office: Office) -> bool:
        """Note an office; tell whether it says something new."""
        if any(o.noun == office.noun and o.marks == office.marks for o in self.offices):
            return False
        self.offices.append(office)
        return True
