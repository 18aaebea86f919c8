"""Paragraphs that belong to the page and not to the article: by-lines, credits, boxes, contacts, readers' comments.

Place decides before words do: a line by itself, the head and the tail of the page, a box of short lines. Words of
the page (`page_words.txt`) only say of a line in such a place what it is. A sentence that is closed and speaks to
nobody is text, whatever its words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from stimmlage.language.lexicon import words
from stimmlage.reading.wrapping import Block, has_inner_end, is_closed

CREDITS = words("page_words", "credit")
_ADVERTISING = words("page_words", "advertising") | {w.upper() for w in words("page_words", "advertising")}
_BUTTONS = words("page_words", "button")
_MORE = tuple(sorted(words("page_words", "more"), key=lambda entry: -len(entry)))
_CALLS = words("page_words", "call")
_MEDIA = words("page_words", "medium")
_COMMENTS = words("page_words", "comments")
_CONTACTS = words("page_words", "contact")
_EMBARGOES = words("page_words", "embargo")
_FORMULAS = words("page_words", "formula")

_NAME = r"[A-ZÄÖÜ][\w.'’-]*"
_NAMES = rf"{_NAME}(?: {_NAME}| (?:von|van|zu|de|der)(?= ))+"
_BYLINE = re.compile(
    rf"(?:Eine? [A-ZÄÖÜ]\w+ )?[Vv]on:? {_NAMES}(?:(?:,| und| &| /) {_NAMES})*(?:[,/]? \(?(?:[a-z]{{2,5}}|{_NAME})\)?)?"
    rf"|(?:Das )?(?:Gespräch|Interview) führten?:? {_NAMES}.{{0,60}}"
    rf"|(?:Protokoll|Aufgezeichnet|Interview|Autor(?:in)?):? (?:von )?{_NAMES}"
)
_BUREAUS = "dpa|afp|apa|ap|rtr|reuters|kna|epd|sid|sda|ots|red|dapd|ddp|dts|pm"
_DAY = r"\d{1,2}\.\s?\d{1,2}\.\s?(?:\d{2,4})?"
_AGENCY = re.compile(
    rf"[a-zäöü.-]{{2,8}}(?:\s*[/,]\s*(?:[a-zäöü.-]{{2,8}}|{_DAY}))+|(?:{_BUREAUS})(?:-\w+)*|{_DAY}", re.IGNORECASE
)
_MONTHS = (
    r"(?:Jan(?:uar|\.)?|Jänner|Feb(?:ruar|\.)?|März|Apr(?:il|\.)?|Mai|Juni?|Juli?|Aug(?:ust|\.)?|Sep(?:t?\.|tember)?"
    r"|Okt(?:ober|\.)?|Nov(?:ember|\.)?|Dez(?:ember|\.)?|January|February|March|May|June|July|October|December)"
)
DATE = re.compile(
    rf"\d{{1,2}}\.\s?(?:{_MONTHS}|\d{{1,2}}\.)\s?(?:\d{{4}}|\d{{2}}\b)?|{_MONTHS} \d{{1,2}},? \d{{4}}"
    r"|\d{4}-\d\d-\d\d",
    re.IGNORECASE,
)
_DAYS = "Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag|Mo|Di|Mi|Do|Fr|Sa|So"
_DATE_LINE = re.compile(
    rf"(?:(?:Stand|Aktualisiert|Veröffentlicht|Erschienen|Erstellt|Zuletzt aktualisiert|Datum)(?: am)?:?\s*)?"
    rf"(?:(?:{_DAYS})\.?,?\s*(?:den )?)?(?:{DATE.pattern})(?:\s*[,|–·-]?\s*(?:um )?\d{{1,2}}[.:]\d\d(?: Uhr)?)?"
    r"(?:\s*[|·]\s*.{1,40})?|\d{1,2}[.:]\d\d Uhr|\d{1,3} Min(?:uten|\.)? Lese(?:zeit|dauer)"
    r"|Lese(?:zeit|dauer):? .{1,20}"
    r"|vor \d{1,3} (?:Sekunden?|Minuten?|Min\.?|Stunden?|Std\.?|Tag(?:en)?|Wochen?|Monat(?:en)?|Jahr(?:en)?)",
    re.IGNORECASE,
)
_MAIL = re.compile(r"[\w.+-]+(?:@|\(at\)|\[at\])[\w.-]+\.\w{2,}")
_PHONE = re.compile(r"(?:\+\d|\b0)[\d ()/–-]{5,}\d")
_COUNT = re.compile(r"^\(?\d{1,5}\)?\s+|\s*\(\d{1,5}\)$")
_ADDRESS = re.compile(r"\b(?:Sie|Ihnen|Ihr(?:e[mnrs]?)?|dein(?:e[mnrs]?)?|mir|mich|du|dir|dich|Du|uns|Jetzt|Hier)\b")
_PAST = re.compile(r"\b(?:hatten?|waren?|wurden?|habe[nt]?|sei(?:en)?|könnten?|sagten?)\b")
_TRAIL = re.compile(r"\s+[|›»>·]\s+")
_EDGES = " \t.:;,–—-|+*#•·()[]"
_WORD = re.compile(r"[\w-]+")
_LONGEST = 160
_LONGEST_TITLE = 12
"""The most words of the title of another text."""


def find_boilerplate(blocks: Sequence[Block]) -> dict[int, str]:
    """Return the kind of each paragraph that belongs to the page.

    Kinds are `by-line`, `credit`, `agency`, `date`, `link`, `advertising`, `button`, `box`, `comments`, `contact`,
    `embargo`, `notice` and `tail`.
    """
    kinds = {i: kind for i, block in enumerate(blocks) if (kind := kind_of_line(block.text))}
    body = [i for i, block in enumerate(blocks) if i not in kinds and is_body(block.text)]
    if not body:
        return {}
    _find_boxes(blocks, kinds)
    _find_contacts(blocks, kinds)
    _find_buttons(blocks, kinds, body)
    _find_comments(blocks, kinds, body[0])
    _find_tail(blocks, kinds)
    return kinds


def is_body(text: str) -> bool:
    """Tell whether a paragraph is running text: sentences that are closed."""
    return (len(text) > 20 and is_closed(text) and len(text.split()) > 3) or has_inner_end(text)


def kind_of_line(text: str) -> str:
    """Say what a line by itself is, whatever stands around it."""
    bare = text.strip(_EDGES)
    if not bare or len(text) > _LONGEST or has_inner_end(text):
        return ""
    if bare.rstrip("!") in _FORMULAS:
        return "notice"
    if _DATE_LINE.fullmatch(bare) and not is_closed(text):
        return "date"
    if is_closed(text) and not text.endswith(":"):
        return ""
    label = text.partition(":")[0].strip() if ":" in text else ""
    if _MAIL.search(text) or label in _CONTACTS or (_PHONE.search(text) and len(text.split()) < 8):
        return "contact"
    if text.endswith(":"):
        return ""
    if bare in _ADVERTISING:
        return "advertising"
    if _AGENCY.fullmatch(bare) and _is_short(bare):
        return "agency"
    if _is_credit(text):
        return "credit"
    if _BYLINE.fullmatch(bare) and len(bare.split()) <= 14:
        return "by-line"
    if _leads_on(bare):
        return "link"
    return "embargo" if label in _EMBARGOES or bare.split(" Nr")[0] in _EMBARGOES else ""


def _is_credit(text: str) -> bool:
    """Read `Foto: Anna Berg`, `(Bild: dpa)`, `© Stadt Lunden`; a label with nothing behind it is none."""
    bare = text.strip("()[] ")
    if text.lower().startswith(("©", "(c) ")) or bare.startswith("©") or bare.endswith("©"):
        return len(bare) > 2
    label, colon, rest = bare.partition(":")
    if not colon:
        label, slash, rest = bare.partition(" © ")
        return bool(slash) and label in CREDITS
    return label.split("/")[0].strip() in CREDITS and 0 < len(rest.split()) <= 12 and "„" not in rest


def _is_short(bare: str) -> bool:
    """Tell whether a line holds nothing but short forms: `dpa/kna`, `stb, APA, 3.4.2024`."""
    forms = re.findall(r"[A-Za-zÄÖÜäöü-]+", bare)
    return len(forms) < 7 and all(len(f) <= 5 or "-" in f or f.isupper() for f in forms) and bool(forms)


def _leads_on(bare: str) -> bool:
    """Read `Lesen Sie auch: …`, `Mehr zum Thema`: what leads to other texts, alone or with their titles behind."""
    for start in _MORE:
        if bare.startswith(start):
            rest = bare[len(start) :]
            return not rest or rest[0] == ":" or (start.count(" ") > 1 and rest[0] in " ,")
    return False


def _is_of_the_page(text: str, by_itself: bool) -> bool:
    """Tell whether a line asks its reader to do something with the page; less is asked for inside a box.

    A closed sentence that speaks to nobody is text.
    """
    forms = _WORD.findall(text)
    n_media = sum(f in _MEDIA for f in forms)
    n_calls = sum(not _CALLS.isdisjoint((f.lower(), f.lower() + "n", f.lower() + "en")) for f in forms)
    speaks = bool(_ADDRESS.search(text))
    if is_closed(text) and not (speaks and n_media):
        return False
    return (n_calls > 0 or speaks) and n_media + n_calls > 1 if by_itself else n_media + n_calls > 0


def _boxes(blocks: Sequence[Block]) -> list[list[int]]:
    """Group paragraphs that no blank line parts."""
    boxes: list[list[int]] = []
    for i, block in enumerate(blocks):
        if boxes and not block.apart:
            boxes[-1].append(i)
        else:
            boxes.append([i])
    return boxes


def _find_boxes(blocks: Sequence[Block], kinds: dict[int, str]) -> None:
    """Find boxes that ask their reader to do something with the page: all their lines are short and of the page."""
    for box in _boxes(blocks):
        texts = [blocks[i].text for i in box]
        if any(len(t) > _LONGEST or has_inner_end(t) for t in texts):
            continue
        alone = len(box) == 1
        of_page = [i in kinds or _is_of_the_page(t, alone) for i, t in zip(box, texts)]
        asks = any(_is_of_the_page(t, by_itself=True) for t in texts)
        if asks and sum(of_page) * 2 > len(box):
            for i in box:
                kinds.setdefault(i, "box")


def _find_contacts(blocks: Sequence[Block], kinds: dict[int, str]) -> None:
    """A box with ways to reach somebody is one as a whole, as far as its lines are short."""
    for box in _boxes(blocks):
        contacts = [i for i in box if kinds.get(i) == "contact"]
        if contacts:
            for i in box:
                if not is_body(blocks[i].text) or len(contacts) * 2 >= len(box):
                    kinds.setdefault(i, "contact")


def _find_buttons(blocks: Sequence[Block], kinds: dict[int, str], body: Sequence[int]) -> None:
    """What is to be clicked stands beside other things of the page, or above or below the running text."""
    for i, block in enumerate(blocks):
        trail = len(_TRAIL.findall(block.text)) >= 2 and not any(c.isdigit() for c in block.text)
        beside = {i - 1, i + 1} & kinds.keys() or not body[0] < i < body[-1]
        if i not in kinds and beside and (block.text.strip(_EDGES) in _BUTTONS or trail):
            kinds[i] = "button"


def _find_comments(blocks: Sequence[Block], kinds: dict[int, str], body: int) -> None:
    """What stands below the line that opens the readers' comments is theirs."""
    for i in range(body + 1, len(blocks)):
        bare = blocks[i].text.strip(_EDGES)
        opens = _COUNT.sub("", bare)
        if opens in _COMMENTS and not is_closed(blocks[i].text):
            dated = any(kinds.get(k) in ("date", "button") for k in range(i + 1, len(blocks)))
            if opens != bare or " " in opens or dated:
                kinds |= dict.fromkeys(range(i, len(blocks)), "comments")
                return


def _find_tail(blocks: Sequence[Block], kinds: dict[int, str]) -> None:
    """Below the last running text: titles of other texts, names, notices of the makers."""
    last = max((i for i, b in enumerate(blocks) if i not in kinds and is_body(b.text)), default=-1)
    if last > 0 and len(blocks[last].text) <= 2 * _LONGEST and not _PAST.search(blocks[last].text):
        forms = _WORD.findall(blocks[last].text)
        if sum(f in _MEDIA for f in forms) > 1 and any(f in ("Redaktion", "Leserbriefe", "Artikel") for f in forms):
            kinds[last] = "notice"
            last -= 1
    led = any(kinds.get(i) == "link" for i in range(last + 1, len(blocks)))
    for i in range(last + 1, len(blocks)):
        text = blocks[i].text
        plain = text[0].isalnum() and not any(c in '„“"»«' or c.isdigit() for c in text)
        if led and plain and not is_closed(text) and len(text.split()) <= _LONGEST_TITLE:
            kinds.setdefault(i, "tail")
