"""Who a document speaks of: entities, and the mentions that point at them."""

from __future__ import annotations

from bisect import insort
from dataclasses import dataclass, field

from stimmlage.language.nouns import Noun
from stimmlage.speakers.offices import Office


@dataclass(slots=True, eq=False)
class Mention:
    """Tokens `first` to `stop` that point at somebody: `core` is the noun, `head` the last part of the name.

    `name` is empty for a description; `noun` is empty for a bare name. `rank` is the prominence that
    its place in the sentence gives it, from -1 (genitive) to 2 (opens the sentence as subject). `namesakes` are the
    people who may be meant as well as `entity`.
    """

    first: int
    core: int
    head: int
    stop: int
    kind: str
    name: tuple[str, ...]
    noun: Noun | None
    gender: str
    plural: bool
    definite: bool
    sentence: int
    rank: float
    entity: Entity | None = None
    namesakes: tuple[Entity, ...] = ()


@dataclass(slots=True, eq=False)
class Entity:
    """Somebody or something that a document speaks of: all its names, offices and mentions.

    `places` are the first tokens of its mentions, in order; `phrases` the tokens of the speaker phrases
    that named it; `label` is its name if no mention has one; `long_form` is where the text spells
    out an abbreviation; `pronouns` are the tokens that stand for it.
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
    pronouns: list[int] = field(default_factory=list)

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
