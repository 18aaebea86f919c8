"""From reading text to sections, paragraphs, sentences and tokens."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from stimmlage.document import Document, Mark, Paragraph, Section, Sentence, Tokens
from stimmlage.reading.intake import take_in
from stimmlage.reading.layout import Layout, lay_out
from stimmlage.reading.sentences import sentence_starts
from stimmlage.reading.tokens import tokenise

_BREAK = re.compile(r"\n\s*\n|(?<=[.!?:…“”\"«»)])[^\S\n]*\n|\n(?![^\S\n]*[a-zäöüß])")


def read(given: bytes | str | Path, doc_id: str | None = None) -> Document:
    """Read an article from a file or its bytes: text as it comes from a PDF, or plain text.

    Parameters
    ----------
    given : path or bytes
        A path (as `str` or `Path`), or the content of a file.
    doc_id : str, optional
        The name of the document; by default the name of the file without its ending.

    Raises
    ------
    MissingFileError
        If the path leads to nothing.
    InputError
        If there is no text in it.

    Examples
    --------
    >>> document = read(b"Ein Streit\\n\\nDer Rat spricht heute \\xfcber die Sicher-\\nheit im Tal.\\n")
    >>> document.encoding, document.title, [document.text[s.start : s.end] for s in document.sentences][1]
    ('cp1252', 'Ein Streit', 'Der Rat spricht heute über die Sicherheit im Tal.')
    """
    intake = take_in(given)
    layout = lay_out(intake.text)
    return _document(
        doc_id or intake.name or "text",
        layout,
        source=intake.source,
        encoding=intake.encoding,
        sha256=intake.sha256,
        problem=intake.problem,
        source_text=intake.text,
    )


def read_source(text: str, doc_id: str = "text", marks: Sequence[Mark] = (), wrapped: bool | None = None) -> Document:
    """Read a text as `read` does, layout undone, when it is already decoded (a cell of a table, a page of a file).

    `marks` and `wrapped` are those of `layout.lay_out`: what the file itself says of its paragraphs and lines.
    """
    return _document(doc_id, lay_out(text, marks, wrapped), source_text=text)


def read_text(text: str, doc_id: str = "text") -> Document:
    """Read plain text into a document, as it stands: `document.text` is `text`.

    Paragraphs end at blank lines, and at line ends unless the sentence goes on in the next line.

    Examples
    --------
    >>> document = read_text("Er kam am 3. März. „Nein!“, rief sie.")
    >>> [document.text[s.start : s.end] for s in document.sentences]
    ['Er kam am 3. März.', '„Nein!“, rief sie.']
    """
    spans: list[Paragraph] = []
    start = 0
    for end in [m.start() for m in _BREAK.finditer(text)] + [len(text)]:
        block = text[start:end]
        stripped = block.strip()
        if stripped:
            begin = start + len(block) - len(block.lstrip())
            spans.append(Paragraph(len(spans), 0, "text", begin, begin + len(stripped)))
        start = end
    sentences, tokens = segment(text, spans)
    return Document(doc_id, text, [Section(0, "", 0, len(text))], spans, sentences, tokens)


def segment(text: str, paragraphs: Iterable[Paragraph]) -> tuple[list[Sentence], Tokens]:
    """Cut paragraphs into sentences and tokens."""
    tokens = Tokens([], [], [])
    sentences: list[Sentence] = []
    for paragraph in paragraphs:
        first = len(tokens)
        stops = tokenise(text, paragraph.start, paragraph.end, tokens)
        if len(tokens) == first:
            continue
        starts = sentence_starts(text, tokens, first, stops)
        for begin, stop in zip(starts, [*starts[1:], len(tokens)]):
            sentences.append(
                Sentence(
                    len(sentences),
                    paragraph.section_id,
                    paragraph.paragraph_id,
                    paragraph.kind,
                    tokens.start[begin],
                    tokens.end[stop - 1],
                    begin,
                    stop,
                )
            )
    return sentences, tokens


def _document(doc_id: str, layout: Layout, source_text: str, **fields: Any) -> Document:
    sentences, tokens = segment(layout.text, layout.paragraphs)
    same = source_text == layout.text  # then one of them is kept
    return Document(
        doc_id,
        layout.text,
        layout.sections,
        layout.paragraphs,
        sentences,
        tokens,
        title=layout.part("title"),
        lead=layout.part("lead"),
        author=layout.head.author,
        date=layout.head.date,
        place=layout.head.place,
        agency=layout.head.agency,
        furniture=layout.furniture,
        alignment=layout.alignment,
        source_text=layout.text if same else source_text,
        **fields,
    )
