"""The document: the reading text with its sections, paragraphs, sentences and tokens."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

Span = tuple[int, int]
"""A half-open stretch `[start, end)` of the reading text, in Python code points."""


class Section(NamedTuple):
    """A stretch of text under one heading; the text before the first heading has an empty one."""

    section_id: int
    heading: str
    start: int
    end: int


class Paragraph(NamedTuple):
    """A paragraph of running text. `kind` is `title`, `lead`, `heading` or `text`; `strong` if it was printed bold."""

    paragraph_id: int
    section_id: int
    kind: str
    start: int
    end: int
    strong: bool = False


class Sentence(NamedTuple):
    """A sentence; its tokens are `tokens[first:stop]`. `kind` is that of its paragraph."""

    sentence_id: int
    section_id: int
    paragraph_id: int
    kind: str
    start: int
    end: int
    first: int
    stop: int


class Furniture(NamedTuple):
    """What stood between the lines of the source: a link, a page number, a running head."""

    kind: str
    text: str
    source_start: int
    source_end: int


class Mark(NamedTuple):
    """What a file says of a stretch of its source text: `title`, `lead`, `heading`, or a kind of furniture."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a document as parallel lists: the word forms and where they stand."""

    word: list[str]
    start: list[int]
    end: list[int]

    def __len__(self) -> int:
        return len(self.word)


@dataclass(frozen=True, slots=True)
class Alignment:
    """Where each stretch of the reading text comes from in the source text.

    `pieces` are `(start, source_start, source_end, length)` in reading order: the reading text
    from `start` over `length` code points was written as `source[source_start:source_end]`.
    """

    pieces: list[tuple[int, int, int, int]]


@dataclass(frozen=True, slots=True)
class Document:
    """A text that has been read: `text[start:end]` is always what an offset claims.

    Sentences tile the paragraphs, paragraphs the sections; what lies between them is white space.
    """

    doc_id: str
    text: str
    sections: list[Section]
    paragraphs: list[Paragraph]
    sentences: list[Sentence]
    tokens: Tokens
    title: str = ""
    lead: str = ""
    author: str = ""
    date: str = ""
    outlet: str = ""
    place: str = ""
    agency: str = ""
    language: str = "de"
    source: str = ""
    source_text: str = ""
    encoding: str = ""
    sha256: str = ""
    furniture: list[Furniture] = field(default_factory=list)
    alignment: Alignment | None = None
    problem: str = ""
    metadata: dict[str, Any] = field(default_factory=dict)
