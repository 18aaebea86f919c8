"""What stands between the lines of a page: links, page numbers, running heads."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Sequence

from stimmlage.document import Furniture
from stimmlage.reading.lines import Line

_LINK = re.compile(
    r"(?:[\[(]?\d{1,3}[\])]?:?\s+)?(?:(?:Quellen?|Links?|URL|Abgerufen von|Online|Web)\s*:?\s+)?<?"
    r"(?:(?:https?://|www\.)\S+(?:\s*[,;|]?\s+(?=https?://|www\.)|\s+\d{1,4}\s*(?:/|von)\s*\d{1,4}$|$))+",
    re.IGNORECASE,
)
_LINK_GOES_ON = re.compile(r"(?=\S*[/.=_%?&-])[\w./=%?&#~+,;:@!$()*-]+$")
_LINK_BREAKS = re.compile(r"[/=&?_-]$")
_LINK_TAIL = re.compile(r"\S*(?:/|\.html?|\.php|\.aspx?|=)\S*$")
_PAGE = re.compile(
    r"(?:Seite|S\.|Page|Blatt|Bl\.)\s*\d{1,4}(?:\s*(?:von|of|/|\|)\s*\d{1,4})?|[-–—|·]\s*\d{1,4}\s*[-–—|·]",
    re.IGNORECASE,
)
_PERHAPS_PAGE = re.compile(r"\d{1,4}\s*(?:/|von|of|\|)\s*\d{1,4}|[\[(]\d{1,4}[\])]")
_NUMBER = re.compile(r"\d{1,4}")
_SENTENCE_END = re.compile(r"[.!?:…][“”\"»«’'‘)\]]*$")


def find_furniture(lines: Sequence[Line]) -> dict[int, str]:
    """Return the kind of furniture (`link`, `page number`, `running head`) of each line that is one."""
    kinds: dict[int, str] = {}
    for i, line in enumerate(lines):
        if not line.text:
            continue
        if _LINK.fullmatch(line.text) or (kinds.get(i - 1) == "link" and _goes_on(lines[i - 1].text, line.text)):
            kinds[i] = "link"
        elif _PAGE.fullmatch(line.text) or (_PERHAPS_PAGE.fullmatch(line.text) and _apart_or_cutting(lines, i)):
            kinds[i] = "page number"
    _find_numbers(lines, kinds)
    _find_heads(lines, kinds)
    return kinds


def furniture_rows(lines: Sequence[Line], kinds: dict[int, str]) -> list[Furniture]:
    """Make the rows of furniture; a link that was broken over lines is one."""
    rows: list[Furniture] = []
    before = -2
    for i in sorted(kinds):
        line = lines[i]
        if kinds[i] == "link" and before == i - 1 and rows[-1].kind == "link" and not _LINK.fullmatch(line.text):
            rows[-1] = Furniture("link", rows[-1].text + line.text, rows[-1].source_start, line.end)
        else:
            rows.append(Furniture(kinds[i], line.text, line.start, line.end))
        before = i
    return rows


def _goes_on(link: str, text: str) -> bool:
    """Tell whether a line is the rest of the link in the line before."""
    if not _LINK_GOES_ON.match(text):
        return False
    return bool(_LINK_TAIL.match(text)) or (bool(_LINK_BREAKS.search(link)) and not _SENTENCE_END.search(text))


def _find_numbers(lines: Sequence[Line], kinds: dict[int, str]) -> None:
    """Take numbers that stand alone for page numbers if they count up, or stand at the edge of a page."""
    found = {
        i: int(line.text)
        for i, line in enumerate(lines)
        if i not in kinds and _NUMBER.fullmatch(line.text) and _apart_or_cutting(lines, i)
    }
    counted = list(found.values())
    neighbours = set(itertools.pairwise(counted))
    for i, number in found.items():
        counts = (number - 1, number) in neighbours or (number, number + 1) in neighbours
        if counts or _at_page_edge(lines, kinds, i):
            kinds[i] = "page number"


def _find_heads(lines: Sequence[Line], kinds: dict[int, str]) -> None:
    """Take a line that comes again at the edge of a page for a running head."""
    places: dict[str, list[int]] = defaultdict(list)
    for i, line in enumerate(lines):
        if i not in kinds and 3 <= len(line.text) <= 100 and _stands_alone(lines, kinds, i):
            places[re.sub(r"\d+", "#", line.text)].append(i)
    content = next((i for i, line in enumerate(lines) if line.text and i not in kinds), -1)
    for key, found in places.items():
        at_edge = sum(_at_page_edge(lines, kinds, i) for i in found)
        if len(found) < 2 or _SENTENCE_END.search(key) or at_edge * 3 < len(found) * 2:
            continue
        for i in found:
            if i != content or _has_own_title(lines, i):
                kinds[i] = "running head"


def _stands_apart(lines: Sequence[Line], i: int) -> bool:
    """Tell whether a blank line or a page break is at least on one side, or a sentence is cut."""
    if i == 0 or i + 1 == len(lines):
        return True
    before, after = lines[i - 1].text, lines[i + 1].text
    return not before or not after or lines[i].new_page or lines[i + 1].new_page or _cuts(before, lines[i].text, after)


def _stands_alone(lines: Sequence[Line], kinds: dict[int, str], i: int) -> bool:
    """Tell whether a line is next to furniture, or parted from the text on both sides, or cuts a sentence."""
    if i - 1 in kinds or i + 1 in kinds or lines[i].new_page or not any(line.text for line in lines[:i]):
        return True
    before, after = lines[i - 1].text, lines[i + 1].text if i + 1 < len(lines) else ""
    last_of_page = not after or lines[i + 1].new_page
    return (last_of_page and not before) or _cuts(before, lines[i].text, after)


def _cuts(before: str, text: str, after: str) -> bool:
    """Tell whether a short line that belongs to neither stands between two lines of one sentence."""
    if not before or _SENTENCE_END.search(before) or not after[:1].islower() or text[:1].islower():
        return False
    return len(text) < 0.8 * max(len(before), len(after))


def _apart_or_cutting(lines: Sequence[Line], i: int) -> bool:
    """Tell whether a line stands apart, or behind a line of running text that stops in mid-sentence."""
    before = lines[i - 1].text
    return _stands_apart(lines, i) or (len(before) > 30 and not _SENTENCE_END.search(before))


def _at_page_edge(lines: Sequence[Line], kinds: dict[int, str], i: int) -> bool:
    """Tell whether a page seems to end or begin here; the text's own ends are such places."""
    before = i - 1
    while before >= 0 and not lines[before].text:
        before -= 1
    after = i + 1
    while after < len(lines) and not lines[after].text:
        after += 1
    if before in kinds or after in kinds or before < 0 or after == len(lines):
        return True
    if any(line.new_page for line in lines[before + 1 : after + 1]):
        return True
    return _cuts(lines[before].text, lines[i].text, lines[after].text)


def _has_own_title(lines: Sequence[Line], i: int) -> bool:
    """Tell whether another title stands below the first line, so that it is only the page's head."""
    rest = [j for j in range(i + 1, len(lines)) if lines[j].text]
    if len(rest) < 2:
        return False
    if rest[0] == i + 1:  # no blank line: the title is the shorter line above the text
        title, text = (lines[j].text for j in rest[:2])
        return len(title) < 0.8 * len(text) and not _SENTENCE_END.search(title)
    stop = rest[0]
    while stop < len(lines) and lines[stop].text:
        stop += 1
    return stop - rest[0] <= 3 and not _SENTENCE_END.search(lines[stop - 1].text)
