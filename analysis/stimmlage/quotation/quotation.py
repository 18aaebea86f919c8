"""The quotation and the speaker, as the rules find them."""

from __future__ import annotations

from dataclasses import dataclass

from stimmlage.document import Span

TYPES = ("direct", "indirect", "indirect_free_indirect", "free_indirect", "reported")
"""Quotation types; the names follow Petersen-Frey & Biemann (2024)."""

THE_AUTHOR = "the author: "
"""How the problem of a quotation begins that the author gives of herself: `Ich glaube, dass …`. Its words stay hers."""
LOST_MARK = "mark"
"""The rule of a row that says that a quotation mark has no partner; its text is the mark alone."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation: what is said (`spans`), and who says it, by which words, to whom.

    Every role is a tuple of spans in reading order, empty where the text names none. `quotation_id` counts the
    quotations of a document in reading order.
    """

    type: str
    medium: str
    spans: tuple[Span, ...]
    speaker: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    frame: tuple[Span, ...] = ()
    addressee: tuple[Span, ...] = ()
    rule: str = ""
    problem: str = ""
    speaker_id: str = ""
    speaker_name: str = ""
    quotation_id: int = -1

    @property
    def start(self) -> int:
        """The offset of the first character."""
        return self.spans[0][0]

    @property
    def end(self) -> int:
        """The offset behind the last character."""
        return self.spans[-1][1]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who is quoted, under one name.

    `kind` is person, group, organisation, place or unnamed. `gender` is what the words of the text mark: `female`,
    `male` or `not marked`, and empty for what is no single person; `gender_evidence` is the word that marks it.
    """

    speaker_id: str
    name: str
    kind: str
    role: str = ""
    aliases: tuple[str, ...] = ()
    n_mentions: int = 0
    gender: str = ""
    gender_evidence: str = ""
