"""Turns: conversations that are printed as such, and texts that somebody has signed.

`Berg: Das reicht.` is what Berg says, without a verb that says so. That a paragraph opens with a word and a colon
proves nothing (`Wichtig: …`, `Montag: …`): a label must name somebody, recur or alternate with others, and the text
must be a conversation, with questions, with `ich`, `wir` or `Sie`. Where the labels are left out, questions and
answers take turns, and somebody is addressed by name.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from stimmlage.language.closed_classes import CONTRACTIONS, DEFINITE_ARTICLES, NAME_LINKS
from stimmlage.language.given_names import GIVEN, full_names
from stimmlage.language.lexicon import words as entries
from stimmlage.language.nouns import noun
from stimmlage.language.tagsets import ARTICLES, FINITE
from stimmlage.quotation.draft import Draft
from stimmlage.quotation.scene import Range, Scene
from stimmlage.quotation.sight import Sight

_LABEL = re.compile(
    r"(?:[\[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?\s*[–:-]?\s*)?"
    r"(?P<name>[^\W\d_][^:„“\"»«!?()\[\]]{0,50}?)\s*(?P<aside>[(\[][^()\[\]:]{1,70}[)\]])?\s*:(?:\s+|$)"
)
_SMALL = DEFINITE_ARTICLES | CONTRACTIONS | NAME_LINKS | {"de", "van", "für", "und"}
_INITIALS = re.compile(r"(?:[A-ZÄÖÜ]\.\s?-?){1,3}$")
_TALK = re.compile(
    r"\b(?:ich|wir|mir|mich|uns|mein(?:e[mnrs]?)?|unser(?:e[mnrs]?)?|du|dir|dich|Ihnen|Ich|Wir|Mein|Unsere?)\b"
    r"|\b(?<![.!?] )(?<!^)Sie\b"
)
_FIRST = re.compile(r"\b(?:[Ii]ch|[Ww]ir|mir|mich|[Uu]ns|[Mm]ein(?:e[mnrs]?)?|[Uu]nser(?:e[mnrs]?)?)\b")
_ADDRESSED = re.compile(r"\b(?:Sie|Ihnen|Ihr(?:e[mnrs]?)?|[Dd]u|[Dd]ir|[Dd]ich|[Dd]ein(?:e[mnrs]?)?)\b")
_VOCATIVE = re.compile(
    r"\b(?:Herrn?|Frau)\s+(?:(?:Dr|Prof|Professor|Professorin|Minister|Ministerin|Präsident|Präsidentin)\.?\s+)*"
    r"(?P<name>(?:(?:von|van|der|de|zu|al-)\s?)*[A-ZÄÖÜ][\w’'-]+(?:\s[A-ZÄÖÜ][\w’'-]+)?)(?=\s?[,?!:.])"
)
_SIGNED = re.compile(
    r"(?:(?P<dash>[—–-]+)\s*)?(?P<name>[A-ZÄÖÜ][\w.’'-]*(?:\s(?:von|van|der|de|zu))*(?:\s[A-ZÄÖÜ][\w.’'-]*){0,3})"
    r"(?P<rest>\s*\(@\w+\)[.,]?|,\s*[A-ZÄÖÜ][\w-]+(?:[ /](?:am |an der |[A-ZÄÖÜ])[\w-]*){0,2})?"
)
_LETTERS = re.compile(r"\b(?:Leser|Leserinnen)?(?:brief|zuschrift|post)e?n?\b|\bLeser(?:briefe?|post|forum|stimmen)\b")
_LONGEST_QUESTION = 70
_ASKS, _ANSWERS = entries("turn_labels", "asks"), entries("turn_labels", "answers")
_PARTS = entries("turn_labels")


@dataclass(slots=True)
class _Paragraph:
    """A paragraph for the reader of turns: its text, its tokens, and the label that it opens with, if any."""

    text: str
    first: int
    stop: int
    kind: str
    strong: bool
    start: int
    label: str = ""
    named: Range = (0, 0)
    speech: int = 0

    @property
    def said(self) -> str:
        """What stands behind the label."""
        return self.text[self.speech - self.start :] if self.label else self.text

    @property
    def asks(self) -> bool:
        """Whether the paragraph is a question by itself."""
        return self.said.rstrip('“”"»« ')[-1:] == "?" and len(self.said.split()) <= _LONGEST_QUESTION

    @property
    def aside(self) -> bool:
        """Whether it stands in brackets: `(Beifall)`."""
        return self.text.startswith(("(", "[")) and self.text.rstrip(".")[-1:] in ")]" and not self.label


@dataclass(slots=True)
class _Turn:
    """What one voice says until the next one speaks."""

    speaker: tuple[Range, ...]
    quote: list[Range] = field(default_factory=list)


def turn(sight: Sight) -> Iterator[Draft]:
    """Find the turns of a conversation that is printed with labels, or as questions and answers."""
    scene = sight.scene
    paragraphs = _paragraphs(scene)
    turns = _labelled(scene, paragraphs) or _questions_and_answers(scene, paragraphs)
    yield from _drafts("turn", turns)


def signed(sight: Sight) -> Iterator[Draft]:
    """Find letters and posts with the name of their writer below."""
    scene = sight.scene
    paragraphs = _paragraphs(scene)
    places = [k for k, p in enumerate(paragraphs) if k and _signature(p)]
    letters = [k for k in places if not paragraphs[k].text.startswith(("—", "–", "-"))]
    if len(letters) < 2 or not _LETTERS.search(scene.document.text):
        places = [k for k in places if k not in letters]
    turns = []
    for n, k in enumerate(places):
        over = places[n - 1] if n else -1
        first = _opening(paragraphs, over, k, k in letters)
        match = _signature(paragraphs[k])
        if match is not None and first < k:
            begin = paragraphs[k].start + match.start("name")
            who = _tokens(scene, begin, begin + len(match["name"]))
            turns.append(_Turn((who,), [(p.first, p.stop) for p in paragraphs[first:k]]))
    yield from _drafts("signed", turns)


def _drafts(rule: str, turns: Sequence[_Turn]) -> Iterator[Draft]:
    for t in turns:
        if t.quote:
            problem = "" if t.speaker else "no speaker named"
            yield Draft("direct", rule, tuple(t.quote), t.speaker, problem=problem)


def _paragraphs(scene: Scene) -> list[_Paragraph]:
    document = scene.document
    bounds: dict[int, Range] = {}
    for s in document.sentences:
        bounds[s.paragraph_id] = (bounds.get(s.paragraph_id, (s.first, 0))[0], s.stop)
    found = []
    for p in document.paragraphs:
        if p.paragraph_id in bounds:
            first, stop = bounds[p.paragraph_id]
            text = document.text[p.start : p.end]
            found.append(_with_label(scene, _Paragraph(text, first, stop, p.kind, p.strong, p.start)))
    return found


def _with_label(scene: Scene, p: _Paragraph) -> _Paragraph:
    """Read the label in front of a paragraph: names and nouns, in capitals, no sentence."""
    match = _LABEL.match(p.text)
    if match is None or p.kind == "title":
        return p
    name = match["name"].strip()
    parts = name.split()
    if len(parts) > 6 or not all(w[0].isupper() or w.lower() in _SMALL for w in parts):
        return p
    p.label, p.speech = name, p.start + match.end()
    begin = p.start + match.start("name")
    p.named = _tokens(scene, begin, begin + len(name))
    if any(scene.words.tag[i] in FINITE and len(parts) > 2 for i in range(*p.named)):
        p.label = ""
    return p


def _tokens(scene: Scene, start: int, end: int) -> Range:
    """Return the tokens of a stretch of text."""
    words = scene.words
    return bisect_right(words.end, start), bisect_left(words.start, end)


# ---- with labels ----


def _labelled(scene: Scene, paragraphs: list[_Paragraph]) -> list[_Turn]:
    """Read a conversation whose turns have labels."""
    labels = _labels_of_speakers(scene, paragraphs)
    places = [k for k, p in enumerate(paragraphs) if p.label in labels]
    if len(places) < 2:
        return []
    asked = _asked(scene, paragraphs)
    inner = paragraphs[places[0] : places[-1]]
    labels += [p.label for p in inner if p.label not in labels and _voice(scene, p)]
    own = {p.label: (p.named,) for p in reversed(paragraphs) if p.label}
    speakers = {label: _named(scene, paragraphs, label, asked) or own[label] for label in labels}
    asker = paragraphs[places[0]].label if paragraphs[places[0]].asks else ""
    bare = asker and sum(p.label == asker for p in paragraphs) == 1 and len(places) < 4  # the labels stand only once
    whole = any(not p.said.strip() for p in paragraphs if p.label in labels)
    inside = sum(not p.aside for p in paragraphs[places[0] : places[-1] + 1])
    dense = whole or len(places) * 2 >= inside
    turns: list[_Turn] = []
    answering = ""
    for k in range(places[0], len(paragraphs)):
        p = paragraphs[k]
        if p.label in labels:
            answering = p.label
            turns.append(_Turn((p.named,) if speakers[p.label] == own[p.label] else speakers[p.label]))
            _add(scene, turns[-1], p)
        elif p.kind == "heading" or _is_over(p, turns[-1]):
            if k > places[-1]:
                break
            answering = ""
        elif p.label and _voice(scene, p) is not False:
            answering = ""  # whose words these are is not known: nobody's
        elif p.aside or not answering:
            continue
        elif bare and p.asks:
            turns.append(_Turn(speakers[asker], [(p.first, p.stop)]))
        elif bare:
            other = next((label for label in labels if label != asker), asker)
            turns.append(_Turn(speakers[other], [(p.first, p.stop)]))
        elif (k < places[-1] and dense) or whole or _FIRST.search(p.text):
            turns[-1].quote.append((p.first, p.stop))
    return turns


def _voice(scene: Scene, p: _Paragraph) -> bool | None:
    """Tell whether a label inside a conversation is a voice; None if it may be one (`Lang: …`, `Wichtig: …`)."""
    if not p.label:
        return False
    known, tag = noun(p.label.split()[-1]), scene.words.tag[p.named[1] - 1]
    if tag == "NE" or (known is not None and known.sort in ("person", "organisation")):
        return True
    may_be = tag.startswith("ADJ") or (tag == "NN" and known is None)
    return None if may_be and scene.words.tag[p.named[0]] not in ARTICLES else False


def _is_over(p: _Paragraph, last: _Turn) -> bool:
    """Tell whether a note of the makers ends the conversation."""
    return (
        bool(last.quote)
        and re.match(r"(?:Das )?(?:Gespräch|Interview) führte|Interview:|Die Fragen stellte", p.text) is not None
    )


def _add(scene: Scene, turn_: _Turn, p: _Paragraph) -> None:
    first, _ = _tokens(scene, p.speech, p.start + len(p.text))
    if first < p.stop:
        turn_.quote.append((first, p.stop))


def _labels_of_speakers(scene: Scene, paragraphs: list[_Paragraph]) -> list[str]:
    """Return the labels that open turns, if this is a conversation at all."""
    said = [(p.label, p.said or _below(paragraphs, k)) for k, p in enumerate(paragraphs) if p.label]
    counts = Counter(label for label, _ in said)
    surnames = _surnames(scene, paragraphs)
    named = [label for label, n in counts.items() if _names_somebody(label, n, surnames)]
    talks = any(_TALK.search(text) for _, text in said)
    asking = {p.label for p in paragraphs if p.label and p.asks}
    recurring = [label for label, n in counts.items() if n > 1]
    if not named:
        pair = len(recurring) == 2 and len(asking) == 1 and _answered(paragraphs, recurring, asking)
        return recurring if pair else []
    if any(label in recurring for label in named) or asking - set(named):
        found = [label for label in counts if label in named or label in recurring or label in asking]
        return found if (talks or asking) and sum(counts[label] for label in found) > 1 else []
    own = [label for label in named if all(_FIRST.search(text) for other, text in said if other == label)]
    if asking & set(named) and len(named) > 1:
        return named if talks else []
    return own if len(own) > 1 else []


def _below(paragraphs: Sequence[_Paragraph], k: int) -> str:
    """Return the paragraph below a label that stands by itself."""
    return next((p.text for p in paragraphs[k + 1 :] if not p.aside), "")


def _answered(paragraphs: list[_Paragraph], labels: list[str], asking: set[str]) -> bool:
    """Tell whether one of two labels asks mostly, and the other answers as `ich` or `wir`."""
    asks = [p for p in paragraphs if p.label in labels and p.label in asking]
    answers = [p for p in paragraphs if p.label in labels and p.label not in asking]
    return sum(p.asks for p in asks) * 2 >= len(asks) and any(_FIRST.search(p.said) for p in answers)


def _surnames(scene: Scene, paragraphs: list[_Paragraph]) -> set[str]:
    """Collect what people are called in the text: parts of full names, and what stands behind `Herr` and `Frau`."""
    word, tag = scene.words.word, scene.words.tag
    found = {w for a, b in full_names(word) for w in word[a:b] if w[0].isupper()}
    found |= {word[i] for i in range(1, len(word)) if tag[i] == tag[i - 1] == "NE"}
    return found | {m["name"].split()[-1] for p in paragraphs for m in _VOCATIVE.finditer(p.text)}


def _names_somebody(label: str, count: int, surnames: set[str]) -> bool:
    """Tell whether a label names a person, a part of a conversation, or a body that recurs."""
    parts = label.split()
    last = parts[-1]
    if last in surnames or (parts[0] in GIVEN and len(parts) < 4) or _INITIALS.match(label) or label in _PARTS:
        return True
    if label.isupper() and len(label) > 1:
        return True
    known = noun(last)
    return count > 1 and known is not None and known.sort in ("person", "organisation")


def _named(scene: Scene, paragraphs: list[_Paragraph], label: str, asked: Range | None) -> tuple[Range, ...]:
    """Return where the person behind a label is named in full; nothing if the label itself says it."""
    if label in _ANSWERS:
        return (asked,) if asked else ()
    if _INITIALS.match(label):
        letters = re.findall(r"[A-ZÄÖÜ]", label)
        word = scene.words.word
        for a, b in full_names(word):
            if [w[0] for w in word[a:b] if w[0].isupper()] == letters:
                return ((a, b),)
        for p in paragraphs:
            for m in re.finditer(r"[A-ZÄÖÜ][\w’-]+(?: [A-ZÄÖÜ][\w’-]+)+", p.text if not p.label else ""):
                if [w[0] for w in m.group().split()[-len(letters) :]] == letters:
                    name = " ".join(m.group().split()[-len(letters) :])
                    begin = p.start + m.end() - len(name)
                    return (_tokens(scene, begin, begin + len(name)),)
    return ()


# ---- without labels ----


def _questions_and_answers(scene: Scene, paragraphs: list[_Paragraph]) -> list[_Turn]:
    """Read a conversation without labels: questions to somebody, each a paragraph, and what stands below them."""
    bold = [k for k, p in enumerate(paragraphs) if p.strong and p.kind != "title" and k + 1 < len(paragraphs)]
    asks = [k for k, p in enumerate(paragraphs) if p.kind in ("text", "heading") and p.asks and not p.label]
    questions = bold if len(bold) > 1 and sum(paragraphs[k].asks for k in bold) * 2 >= len(bold) else asks
    if len(questions) < 2:
        return []
    asked = _asked(scene, [paragraphs[k] for k in questions])
    addressed = any(_ADDRESSED.search(paragraphs[k].text) for k in questions)
    answers = [p for k, p in enumerate(paragraphs) if k > questions[0] and k not in questions and p.kind != "heading"]
    first_person = sum(bool(_FIRST.search(p.text)) for p in answers)
    if asked is None and not (addressed and first_person and first_person * 3 >= len(answers)):
        return []
    who = asked or _interviewed(scene, paragraphs[: questions[0]])
    turns = []
    for n, k in enumerate(questions):
        following = questions[n + 1] if n + 1 < len(questions) else len(paragraphs)
        said = []
        for m in range(k + 1, following):
            p = paragraphs[m]
            last = n + 1 == len(questions)
            if p.kind == "heading" or (last and m > k + 1 and not _FIRST.search(p.text)):
                break
            if not p.aside:
                said.append((p.first, p.stop))
        turns.append(_Turn((who,) if who else (), said))
    return turns


def _asked(scene: Scene, paragraphs: Sequence[_Paragraph]) -> Range | None:
    """Return where the person is named whom the questions address as `Herr …` or `Frau …`: in full, if anywhere."""
    word = scene.words.word
    for p in paragraphs:
        for match in _VOCATIVE.finditer(p.said if p.label else p.text):
            name = match["name"].split()
            for a, b in full_names(word):
                if word[b - 1] == name[-1]:
                    return a, b
            begin = (p.speech if p.label else p.start) + match.start("name")
            place = _tokens(scene, begin, begin + len(match["name"]))
            wider = [i for i, w in enumerate(word) if w == name[-1] and i and word[i - 1][0].isupper() and i < place[0]]
            full = next((i for i in wider if scene.words.tag[i - 1] == "NE" and noun(word[i - 1]) is None), None)
            return (full - 1, full + 1) if full else place
    return None


def _interviewed(scene: Scene, paragraphs: Sequence[_Paragraph]) -> Range | None:
    """Return the only person whom the text names in full before the first question."""
    word = scene.words.word
    stop = paragraphs[-1].stop if paragraphs else 0
    names = {tuple(word[a:b]): (a, b) for a, b in reversed(list(full_names(word[:stop])))}
    return next(iter(names.values())) if len(names) == 1 else None


# ---- signed ----


def _signature(p: _Paragraph) -> re.Match[str] | None:
    match = _SIGNED.fullmatch(p.text.strip())
    if match is None or p.kind in ("title", "lead") or not match["rest"]:
        return None
    first = match["name"].split()
    handle = "@" in match["rest"]
    if handle != bool(match["dash"]) or (not handle and len(first) < 2):
        return None
    return match if handle or first[0] in GIVEN or len(first) == 2 else None


def _opening(paragraphs: list[_Paragraph], over: int, k: int, letter: bool) -> int:
    """Return the first paragraph of what is signed at `k`: it begins below the signature before, a heading, a colon."""
    first = k
    while first - 1 > over and (letter or k - first < 3):
        p = paragraphs[first - 1]
        if p.kind in ("title", "heading") or p.text.endswith(":"):
            return first
        first -= 1
    return first if letter or first == k or k - first == 1 else k - 1
