"""The lines of a source text, cleaned of what cannot be seen; marks of old digital text are written as marks."""

from __future__ import annotations

import html
import re
import unicodedata
from dataclasses import dataclass

from stimmlage.reading.alignment import Piece, append_piece

_LINE_END = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_ODD = re.compile(
    r"[^\S ]\s*| [^\S ]\s*|  +\s*"  # white space other than single blanks
    r"|[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufff9-\ufffb]"
    r"|[\ufb00-\ufb06\u2010\u2011]"
    r"|[^\W\d_][\u0300-\u036f]+"
    r"|(?<!,),,(?=[^\s,\d])|(?<![\d'])''(?!')|``(?=\S)"  # old marks
    r"|<<(?=\S)|(?<=\S)>>|>>(?=\w)|(?<=[\w.!?])<<|[\u2033\u201f]"
    r"|&(?!(?:lt|gt|#60|#62);)(?:[A-Za-z]{2,8}|#\d{2,5});|(?<!\*)\*\*(?!\*)"
)
_OLD_MARKS = {",,": "„", "''": "“", "``": "„", "<<": "«", ">>": "»", "\u2033": '"', "\u201f": "„"}
_INVISIBLE = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufff9-\ufffb\s]"
)


@dataclass(slots=True)
class Line:
    """A line as it is read, and where it stood: `pieces` count from the start of `text`."""

    text: str
    pieces: list[Piece]
    start: int
    end: int
    indent: int = 0
    new_page: bool = False
    soft_hyphen: bool = False
    strong: bool = False


def split_lines(source: str) -> list[Line]:
    """Cut a source text into lines; control characters, ligatures, odd spaces are put right."""
    lines = []
    start = 0
    page = False
    for match in _LINE_END.finditer(source):
        lines.append(_line(source, start, match.start(), page))
        start = match.end()
        page = match.group() == "\f"
    lines.append(_line(source, start, len(source), page))
    return lines


def _line(source: str, start: int, end: int, page: bool) -> Line:
    raw_start, raw_end = start, end
    while start < end and _INVISIBLE.match(source, start):
        start += 1
    while end > start and _INVISIBLE.match(source, end - 1):
        end -= 1
    soft = end < raw_end and source[end] == "\u00ad"
    line = Line("", [], start, end, start - raw_start, page, soft)
    parts: list[str] = []
    stars = source.count("**", start, end)
    line.strong = stars == 2 and source.startswith("**", start) and source.endswith("**", start, end)
    length, at = 0, start
    for match in _ODD.finditer(source, start, end):
        for begin, stop, text in (
            (at, match.start(), source[at : match.start()]),
            (*match.span(), "**" if match.group() == "**" and stars % 2 else _put_right(match.group())),
        ):
            append_piece(line.pieces, (length, begin, stop, len(text)))
            parts.append(text)
            length += len(text)
        at = match.end()
    append_piece(line.pieces, (length, at, end, end - at))
    parts.append(source[at:end])
    line.text = "".join(parts)
    return line


def _put_right(odd: str) -> str:
    if odd.isspace():
        return " "
    if odd[0] in "\u2010\u2011":
        return "-"
    if odd == "**":
        return ""
    if odd in _OLD_MARKS:
        return _OLD_MARKS[odd]
    if odd[0] == "&":
        return html.unescape(odd).replace("\xa0", " ")
    return "" if _INVISIBLE.match(odd) else unicodedata.normalize("NFKC" if odd[0] >= "\ufb00" else "NFC", odd)
