"""PDF: the text of its pages in reading order, with titles and headings by the size of their letters."""

from __future__ import annotations

import ctypes
import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from stimmlage.document import Mark
from stimmlage.errors import InputError
from stimmlage.exchange.article import Article, imprint_of, names_of
from stimmlage.exchange.readers import genios
from stimmlage.exchange.readers.columns import PrintedLine, Word, in_reading_order
from stimmlage.exchange.readers.safety import LARGEST, needed
from stimmlage.reading.wrapping import is_closed

_MOST_PAGES = 2000
_HYPHENS = "\ufffe\x02\u2010\u00ad"
_BOLD = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
_FORCED_BOLD = 1 << 18


def pdf(path: Path) -> Iterator[Article]:
    """Yield the articles of a PDF: one, or all of a collection of WISO or Genios.

    Raises
    ------
    InputError
        If it is encrypted, damaged, too long, or holds pictures of pages instead of text.
    """
    if path.stat().st_size > LARGEST:
        raise InputError(f"{path.name} has more than {LARGEST // 1_000_000} MB; give parts of it.")
    document = _opened(path)
    try:
        if len(document) > _MOST_PAGES:
            raise InputError(f"{path.name} has {len(document)} pages; the most that is read is {_MOST_PAGES}.")
        pages = [in_reading_order(_words(page)) for page in document]
        told = document.get_metadata_dict()
    finally:
        document.close()
    n_letters = sum(len(line.text) for page in pages for line in page)
    if n_letters < 20 * len(pages):
        raise InputError(f"{path.name} holds no text but pictures of {len(pages)} pages; run OCR over it first.")
    if genios.is_collection(line.text for page in pages[:3] for line in page):
        yield from genios.articles(pages, _written)
        return
    yield _article(pages, told)


def _opened(path: Path) -> Any:
    library = needed("pypdfium2", "PDF")
    try:
        return library.PdfDocument(path)
    except library.PdfiumError as error:
        if "assword" in str(error):
            raise InputError(f"{path.name} is encrypted; save it without a password.") from error
        raise InputError(f"{path.name} is a damaged PDF; save it anew.") from error


def _words(page: Any) -> list[Word]:
    """Return the words of a page: letters that touch."""
    raw = needed("pypdfium2.raw", "PDF")
    textpage = page.get_textpage()
    words: list[Word] = []
    letters: list[tuple[str, float, float, float, float, float, bool]] = []
    fonts: dict[Any, bool] = {}

    def close() -> None:
        if letters:
            words.append(_word(letters))
            letters.clear()

    handle = textpage.raw
    box = [ctypes.c_double() for _ in range(4)]
    for i in range(textpage.count_chars()):
        letter = chr(raw.FPDFText_GetUnicode(handle, i) or 0xFFFD)
        if letter.isspace() or letter == "\0":
            close()
            continue
        raw.FPDFText_GetCharBox(handle, i, box[0], box[1], box[2], box[3])
        left, right, bottom, top = (edge.value for edge in box)
        size = raw.FPDFText_GetFontSize(handle, i) * _scale(raw, handle, i)
        if letter in _HYPHENS:
            letter = "-"
        bold = _is_bold(raw, handle, i, fonts)
        if letters:
            _, _, before, low, _, height, _ = letters[-1]
            moved = left - before
            if moved > 0.28 * size or moved < -1.5 * size or abs(low - bottom) > 0.9 * max(height, size):
                close()
        letters.append((letter, left, right, bottom, top, size, bold))
    close()
    textpage.close()
    return words


def _scale(raw: Any, handle: Any, i: int) -> float:
    """Return by how much the page enlarges the letters of a font."""
    matrix = raw.FS_MATRIX()
    if raw.FPDFText_GetMatrix(handle, i, matrix):
        return float(abs(matrix.d) or abs(matrix.b) or 1.0)
    return 1.0


def _is_bold(raw: Any, handle: Any, i: int, fonts: dict[Any, bool]) -> bool:
    flags = ctypes.c_int()
    buffer = ctypes.create_string_buffer(80)
    raw.FPDFText_GetFontInfo(handle, i, buffer, 80, flags)
    key = (buffer.value, flags.value)
    if key not in fonts:
        name = buffer.value.decode("utf-8", "replace")
        fonts[key] = (
            bool(_BOLD.search(name)) or bool(flags.value & _FORCED_BOLD) or raw.FPDFText_GetFontWeight(handle, i) >= 600
        )
    return fonts[key]


def _word(letters: Sequence[tuple[str, float, float, float, float, float, bool]]) -> Word:
    size = median(letter[5] for letter in letters)
    return Word(
        "".join(letter[0] for letter in letters),
        min(letter[1] for letter in letters),
        max(letter[2] for letter in letters),
        median(letter[3] for letter in letters),
        max(letter[4] for letter in letters),
        size,
        sum(letter[6] for letter in letters) * 2 > len(letters),
    )


def _article(pages: list[list[PrintedLine]], told: dict[str, str]) -> Article:
    """Make one article of all pages."""
    body = _body_size(pages)
    known: dict[str, str] = {}
    heads = _running_heads(pages, body, known)
    text, marks = _written(pages, heads)
    title = next((" ".join(text[m.start : m.end].split()) for m in marks if m.kind == "title"), "")
    named = " ".join((told.get("Title") or "").split())
    unsure = []
    if not title and len(named) > 8 and not re.search(r"\.\w{2,5}$", named):
        title = named
        unsure.append("title")
    author = told.get("Author", "") or ""
    date = known.get("date", "")
    if not date and (match := re.match(r"D:(\d{4})(\d\d)(\d\d)", told.get("CreationDate", "") or "")):
        date = "-".join(match.groups())
        unsure.append("date")
    return Article(
        text,
        tuple(marks),
        wrapped=True,
        title=_joined(title),
        author="" if author == "anonymous" else names_of(author),
        date=date,
        outlet=known.get("outlet", ""),
        about={"section": known.get("section", ""), "page": known.get("page", "")},
        unsure=tuple(unsure),
    )


def _joined(title: str) -> str:
    return re.sub(r"(?<=[a-zäöüß])- (?=[a-zäöüß])", "", title)


def _body_size(pages: Sequence[Sequence[PrintedLine]]) -> float:
    """Return the size that most letters have."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page:
            sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 10.0


def _running_heads(pages: Sequence[list[PrintedLine]], body: float, known: dict[str, str]) -> set[int]:
    """Find the lines at the edges of pages that say where and when it stood, or come again; read what they say."""
    found: set[int] = set()
    edges: dict[str, list[PrintedLine]] = {}
    for page in pages:
        if not page:
            continue
        by_height = sorted(page, key=lambda line: -line.top)
        for line in {id(line): line for line in (*by_height[:2], *by_height[-2:])}.values():
            edges.setdefault(re.sub(r"\d+", "#", line.text), []).append(line)
    for key, lines in edges.items():
        read = imprint_of(lines[0].text)
        page_number = re.fullmatch(
            r"(?:S\.|Seite) ?#(?: ?[–-].*)?|[–-]? ?#(?: ?/ ?#)? ?[–-]?|.{3,50} [–-] (?:S\.|Seite) ?#", key
        )
        repeated = (
            len(lines) > 1
            and len(lines) * 2 >= len(pages)
            and not is_closed(lines[0].text)
            and lines[0].size < 1.3 * body
        )
        if read or page_number or repeated:
            found |= {id(line) for line in lines}
            for name, value in read.items():
                known.setdefault(name, value)
    return found


def _written(pages: Sequence[Sequence[PrintedLine]], heads: set[int]) -> tuple[str, list[Mark]]:
    """Write the lines of pages as one text, with what their letters say of them."""
    body = _body_size(pages)
    lines = [(line, number) for number, page in enumerate(pages) for line in page]
    kinds = _kinds(lines, heads, body)
    pitch = _pitch([line for line, _ in lines], body)
    parts: list[str] = []
    marks: list[Mark] = []
    length = 0
    for number, ((line, page), kind) in enumerate(zip(lines, kinds, strict=True)):
        gap = ""
        if number:
            before, last = lines[number - 1]
            turned = page != last
            apart = kind != kinds[number - 1] or (not kind and _is_apart(before, line, pitch, turned))
            gap = ("\n" if apart else "") + ("\n\f" if turned else "\n")
        length += len(gap)
        goes_on = number > 0 and kind == kinds[number - 1] and "\n\n" not in gap
        if kind and goes_on:
            marks[-1] = marks[-1]._replace(end=length + len(line.text))
        elif kind:
            marks.append(Mark(length, length + len(line.text), kind))
        parts += (gap, line.text)
        length += len(line.text)
    return "".join(parts), marks


def _is_apart(before: PrintedLine, line: PrintedLine, pitch: float, turned: bool) -> bool:
    """Tell whether white space or an indent parts two lines of one column."""
    if turned or line.column != before.column:
        return False
    if before.base - line.base > 1.25 * pitch:
        return True
    return is_closed(before.text) and 0.7 * line.size < line.left - before.left < 4 * line.size


def _pitch(lines: Sequence[PrintedLine], body: float) -> float:
    """Return how far the lines of the text stand from each other."""
    steps = sorted(
        before.base - line.base
        for before, line in itertools.pairwise(lines)
        if before.column == line.column
        and abs(line.size - body) < 0.6
        and 0.8 * body < before.base - line.base < 3 * body
    )
    return steps[len(steps) // 4] if steps else 1.2 * body  # many may part paragraphs; none is narrower than in text


def _kinds(lines: Sequence[tuple[PrintedLine, int]], heads: set[int], body: float) -> list[str]:
    """Tell the title, headings and by-lines by size and weight."""
    text = [line for line, _ in lines if id(line) not in heads]
    mostly_bold = sum(len(line.text) for line in text if line.bold) * 2 > sum(len(line.text) for line in text)
    largest = max(
        (round(line.size, 1) for line, page in lines if page == 0 and id(line) not in heads and len(line.text) > 8),
        default=body,
    )
    kinds = []
    title = False
    for line, page in lines:
        large = line.size > 1.12 * body
        if id(line) in heads:
            kinds.append("running head")
        elif (
            page == 0
            and round(line.size, 1) == largest
            and largest > 1.15 * body
            and (not title or kinds[-1] == "title")
        ):
            kinds.append("title")
            title = True
        elif len(line.text) < 90 and not re.search(r"[.,;]$", line.text) and (large or (line.bold and not mostly_bold)):
            kinds.append("heading")
        else:
            kinds.append("")
    return kinds
