"""From a passages table back to analysed documents, so that a measure sees whole sentences again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from stimmlage.analysis import Analysis
from stimmlage.document import Document, Paragraph, Section, Sentence, Tokens
from stimmlage.errors import ColumnError
from stimmlage.language.tagging import tag
from stimmlage.quotation.finding import find_quotations
from stimmlage.reading.segmentation import read_text
from stimmlage.reading.tokens import tokenise
from stimmlage.speakers.passages import Passage
from stimmlage.speakers.resolution import resolve_speakers

if TYPE_CHECKING:
    import pandas as pd

_NEEDED = ("doc_id", "passage_id", "text")
_PLACED = ("sentence_id", "start")
Row = Mapping[str, Any]


def analyses_of(passages: pd.DataFrame) -> Iterator[Analysis]:
    """Put the passages of each document together, and analyse it; the passages stay as they are in the table.

    Raises
    ------
    ColumnError
        If the table lacks `doc_id`, `passage_id` or `text`, or a text is none.
    """
    missing = [c for c in _NEEDED if c not in passages.columns]
    if missing:
        raise ColumnError(f"`passages` needs the columns {', '.join(_NEEDED)}; it lacks {missing}.")
    rows = passages.to_dict("records")
    if wrong := next((row for row in rows if not isinstance(row["text"], str)), None):
        raise ColumnError(
            f"The column 'text' of `passages` holds {wrong['text']!r}, which is no text; leave such rows out."
        )
    if all(c in passages.columns for c in _PLACED):
        for own in _by("doc_id", rows).values():
            yield _together(sorted(own, key=lambda row: row["start"]))
    else:
        yield from map(_alone, rows)


def _alone(row: Row) -> Analysis:
    """Analyse a passage that has no place among others as a text of its own; offsets count from its `start`."""
    start = int(row.get("start", 0))
    document = read_text(" " * start + row["text"], str(row["doc_id"]))
    return _analysed(document, [_passage(row, start, start + len(row["text"]))])


def _together(rows: Sequence[Row]) -> Analysis:
    """Write the passages where they stood, blanks between them, and analyse the sentences that they make."""
    first = rows[0]
    pieces, length = [], 0
    for row in rows:
        pieces.append(" " * (int(row["start"]) - length) + row["text"])
        length = max(length, int(row["start"])) + len(row["text"])
    text = "".join(pieces)
    tokens = Tokens([], [], [])
    sentences = []
    for number, own in _by("sentence_id", rows).items():
        start, end = int(own[0]["start"]), int(own[-1]["start"]) + len(own[-1]["text"])
        begin = len(tokens)
        tokenise(text, start, end, tokens)
        section = int(own[0].get("section_id", 0))
        sentences.append(Sentence(int(number), section, 0, "text", start, end, begin, len(tokens)))
    paragraph = Paragraph(0, 0, "text", int(first["start"]), len(text))
    document = Document(str(first["doc_id"]), text, [Section(0, "", 0, len(text))], [paragraph], sentences, tokens)
    return _analysed(document, [_passage(row, int(row["start"]), int(row["start"]) + len(row["text"])) for row in rows])


def _by(column: str, rows: Sequence[Row]) -> dict[Any, list[Row]]:
    found: dict[Any, list[Row]] = {}
    for row in rows:
        found.setdefault(row[column], []).append(row)
    return found


def _analysed(document: Document, passages: list[Passage]) -> Analysis:
    words = tag(document)
    quotations, speakers = resolve_speakers(document, words, find_quotations(document, words))
    return Analysis(document, words, quotations, speakers, passages)


def _passage(row: Row, start: int, end: int) -> Passage:
    return Passage(
        row["passage_id"],
        int(row.get("section_id", 0)),
        int(row.get("sentence_id", 0)),
        str(row.get("voice", "author")),
        str(row.get("speaker", "")),
        str(row.get("mode", "narration")),
        start,
        end,
    )
