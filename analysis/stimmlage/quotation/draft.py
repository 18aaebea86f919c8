"""A quotation while the rules are at work: in tokens, not yet in offsets."""

from __future__ import annotations

from dataclasses import dataclass

from stimmlage.language.lexicon import needed
from stimmlage.language.lexicon import words as entries
from stimmlage.quotation.cues import VerbGroup
from stimmlage.quotation.scene import Range, Scene, Unit


@dataclass(slots=True)
class Draft:
    """What a rule found; all ranges are tokens, half-open, in reading order.

    `inner` marks what somebody says inside of what somebody else says: `Sie sagte, er habe gesagt, es sei kalt`;
    `reacting` is who only reacts to what is said.
    """

    type: str
    rule: str
    quote: tuple[Range, ...]
    speaker: tuple[Range, ...] = ()
    cue: tuple[Range, ...] = ()
    frame: tuple[Range, ...] = ()
    addressee: tuple[Range, ...] = ()
    medium: str = "speech"
    problem: str = ""
    inner: bool = False
    reacting: tuple[Range, ...] = ()

    @property
    def next_speaker(self) -> tuple[Range, ...]:
        """Who speaks on behind it: who reacted to it (`X wies den Vorwurf zurück, …`), else who said it."""
        return self.reacting or self.speaker

    @property
    def first(self) -> int:
        """The first token of what is said."""
        return self.quote[0][0]

    @property
    def stop(self) -> int:
        """The place behind the last token of what is said."""
        return self.quote[-1][1]

    def holds(self, first: int, stop: int) -> bool:
        """Tell whether a stretch lies in one piece of the quote."""
        return any(a <= first and stop <= b for a, b in self.quote)


def framed(
    scene: Scene,
    unit: Unit,
    kind: str,
    rule: str,
    quote: tuple[Range, ...],
    speaker: Range | None,
    cue: tuple[Range, ...],
    addressee: Range | None = None,
) -> Draft:
    """Make a draft whose frame is the rest of the sentence."""
    return Draft(
        kind,
        rule,
        quote,
        (speaker,) if speaker else (),
        joined(cue),
        scene.without(unit, *quote),
        (addressee,) if addressee else (),
    )


def joined(ranges: tuple[Range, ...]) -> tuple[Range, ...]:
    """Join ranges that touch."""
    out: list[Range] = []
    for a, b in sorted(ranges):
        if out and a <= out[-1][1]:
            out[-1] = (out[-1][0], max(b, out[-1][1]))
        else:
            out.append((a, b))
    return tuple(out)


def cue_of(group: VerbGroup, scene: Scene) -> tuple[Range, ...]:
    """Return the cue of a verb group: the verb, its prefix, `davon`, `es`."""
    ranges = group.ranges
    lower = scene.words.lower
    following = group.finite + 1
    if group.lemma == "heißen":
        for i in (following, group.finite - 1):
            if 0 <= i < len(lower) and lower[i] == "es":
                return joined((*ranges, (i, i + 1)))
    if group.passive and group.finite > 0:
        for i in (group.finite - 1, following):
            if i < len(lower) and lower[i] == "es":
                ranges = (*ranges, (i, i + 1))
    final = following >= len(lower) or scene.words.tag[following][0] == "$"
    for i in (
        range(group.finite - 1, max(group.finite - 9, -1), -1)
        if final
        else range(following, min(following + 9, len(lower)))
    ):
        if (lower[i] in PRONOMINAL or lower[i] in _DEMANDED.get(group.lemma, ())) and scene.depth[i] == 0:
            return joined((*ranges, (i, i + 1)))
        if lower[i] in ",.:;":
            break
        if lower[i] == "sich" and group.lemma in _REFLEXIVE:
            ranges = (*ranges, (i, i + 1))
        if lower[i] == "worten" and lower[i - 2 : i] == ["mit", "den"]:
            ranges = (*ranges, (i - 2, i + 1))
    return joined(ranges)


PRONOMINAL = frozenset("davon darauf dafür dagegen darüber daran davor darum daraus".split())
_DEMANDED = needed("demanded")
_REFLEXIVE = entries("verb_frames", "reflexive")
