"""What the quotation rules look at: sentences cut into clause segments, marks, finite verbs.

A *unit* is what a reader takes as one sentence of the reporter: sentences between one pair of marks,
or behind a colon, belong to one unit. A *segment* is the stretch between two commas (or semicolons,
dashes, colons) outside quotation marks. All places are token indices, half-open.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from stimmlage.document import Document, Span
from stimmlage.language.closed_classes import COMPLEMENTISERS, DASHES, RELATIVE_PRONOUNS, SENTENCE_ENDS
from stimmlage.language.lexicon import words as entries
from stimmlage.language.tagsets import FINITE, PREPOSITIONS, QUESTION_WORDS, RELATIVES
from stimmlage.language.verbs import full_lemma, subjunctive
from stimmlage.language.words import Words
from stimmlage.quotation.marks import Mark, find_marks

Range = tuple[int, int]

_BORDERS = DASHES | {",", ";", ":"}
_SUBORDINATORS = frozenset(
    (
        "weil",
        "da",
        "obwohl",
        "nachdem",
        "bevor",
        "während",
        "wenn",
        "falls",
        "sofern",
        "damit",
        "indem",
        "sodass",
        "obgleich",
        "obschon",
        "sobald",
        "solange",
        "seit",
        "seitdem",
        "ehe",
        "bis",
        "als",
        "wobei",
        "woraufhin",
        "wodurch",
        "weshalb",
        "um",
        "ohne",
        "anstatt",
        "statt",
        "außer",
        "wie",
    )
)
_NOMINAL = frozenset(("ART", "PPOSAT", "NN", "NE", "ADJA", "PIAT", "CARD", "PRF"))
_ALSO_PREPOSITIONS = frozenset(("während", "bis", "seit", "statt", "außer"))
PARTICLE_ADJECTIVES = entries("frame_nouns", "particle_adjective")
"""What stands apart from its verb like a prefix: `gab bekannt`, `machte deutlich`."""
_NON_FINITE = frozenset(("PTKVZ", "VVPP", "VAPP", "VMPP", "VVINF"))
_BEFORE_DASS = frozenset(("auch", "aber", "jedoch", "selbst", "nur", "vor", "allem", "insbesondere", "so"))
_BEHIND_BIS = frozenset(("zu", "zum", "zur", "in", "auf", "heute", "dahin", "jetzt"))
_SAYING = entries("reporting_verbs")


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch between commas. `verb` is its first finite verb, or -1; `kind` is

    `main` (has a finite verb, no subordinator), `complement` (`dass`, `ob`), `question` (indirect
    question), `relative`, `adverbial` (other subordinators), `infinitive` (with `zu`, no finite verb),
    or `phrase` (no verb). `tail` is where the rest of its verb stands if it is cut off by what is set in:
    `teilte der Direktor, Karl Huber, mit`, `hat der Direktor, der …, in Rom erklärt`.
    """

    first: int
    stop: int
    kind: str
    verb: int
    tail: Range = (0, 0)


@dataclass(slots=True)
class Unit:
    """A sentence of the reporter's: tokens `[first, stop)`; `body` is where the final mark stands."""

    first: int
    stop: int
    body: int
    segments: list[Segment]
    marks: list[Mark]


@dataclass(slots=True)
class Scene:
    """A document for the quotation rules."""

    document: Document
    words: Words
    units: list[Unit] = field(default_factory=list)
    paragraph: list[int] = field(default_factory=list)
    kind: list[str] = field(default_factory=list)
    lost: list[Mark] = field(default_factory=list)

    @property
    def depth(self) -> list[int]:
        """How many pairs of marks there are around each token."""
        return self.words.depth

    def span(self, first: int, stop: int) -> Span:
        """Turn tokens into offsets."""
        return self.words.start[first], self.words.end[stop - 1]

    def spans(self, *ranges: Range) -> tuple[Span, ...]:
        """Turn ranges of tokens into offsets, in reading order, without empty ones."""
        return tuple(self.span(a, b) for a, b in sorted(ranges) if b > a)

    def without(self, unit: Unit, *ranges: Range) -> tuple[Range, ...]:
        """Return what is left of a unit (without its final mark) when ranges are taken out."""
        rest: list[Range] = []
        place = unit.first
        for a, b in sorted(ranges):
            if a > place:
                rest.append((place, a))
            place = max(place, b)
        if unit.body > place:
            rest.append((place, unit.body))
        return tuple(r for r in rest if self.has_word(*r))

    def has_word(self, first: int, stop: int) -> bool:
        """Tell whether a range holds anything but punctuation."""
        return any(self.words.word[i][0].isalnum() for i in range(first, stop))


def set_scene(document: Document, words: Words) -> Scene:
    """Cut a document into units and segments."""
    scene = Scene(document, words)
    for s in document.sentences:
        scene.paragraph += [s.paragraph_id] * (s.stop - s.first)
        scene.kind += [s.kind] * (s.stop - s.first)
    marks = find_marks(words, scene.paragraph, lambda first, stop: _is_told(words, first, stop))
    scene.lost = [m for m in marks if m.lost]
    marks = [m for m in marks if not m.lost]
    scene.words = replace(words, depth=_depths(len(words.word), marks))
    scene.units = list(_units(scene, marks))
    return scene


def _is_told(words: Words, first: int, stop: int) -> bool:
    """Tell whether a frame stands in a stretch: a verb of saying right behind a comma, and no `ich` or `wir`."""
    return any(
        words.tag[i] == "VVFIN"
        and words.word[i - 1] == ","
        and words.lower[i + 1 : i + 2] not in (["ich"], ["wir"])
        and full_lemma(words, i) in _SAYING
        for i in range(first + 1, stop)
    )


def _depths(n: int, marks: list[Mark]) -> list[int]:
    """Count for each token the pairs of marks around it; the marks themselves are inside."""
    depth = [0] * n
    for mark in marks:
        for i in range(mark.opened, mark.closed + 1):
            depth[i] += 1
    return depth


def _units(scene: Scene, marks: list[Mark]) -> Iterator[Unit]:
    word, depth = scene.words.word, scene.depth
    first = -1
    sentences = scene.document.sentences
    order = sorted(range(len(marks)), key=lambda i: marks[i].opened)
    opened = [marks[i].opened for i in order]
    for k, sentence in enumerate(sentences):
        first = sentence.first if first < 0 else first
        stop = sentence.stop
        if k + 1 < len(sentences) and _goes_on(scene, stop, sentences[k + 1].kind == sentence.kind):
            continue
        body = stop
        while body > first and word[body - 1] in SENTENCE_ENDS and depth[body - 1] == 0:
            body -= 1
        inside = [marks[i] for i in sorted(order[bisect_left(opened, first) : bisect_left(opened, stop)])]
        yield Unit(first, stop, body, _segments(scene, first, body), inside)
        first = -1


def cut_before(scene: Scene, unit: Unit, first: int) -> Unit:
    """Leave out what stands before the token `first` of a unit: the label of a turn."""
    return Unit(first, unit.stop, unit.body, _segments(scene, first, unit.body), unit.marks)


def _goes_on(scene: Scene, stop: int, same_kind: bool) -> bool:
    """Tell whether the next sentence belongs to this one: behind a colon, or between open marks."""
    word, depth = scene.words.word, scene.depth
    if not same_kind or stop >= len(word):
        return False
    if word[stop - 1] == ":":
        return depth[stop] > 0
    if depth[stop - 1] and depth[stop] and not (word[stop] in '„«»“"›‹‚' and word[stop - 1] in '“”«»"‹›‘'):
        return True
    # `„Nein!“ rief er.` may have been cut behind the mark
    return depth[stop - 1] > 0 and word[stop][0].islower()


def _segments(scene: Scene, first: int, body: int) -> list[Segment]:
    word, depth, tag, lower = scene.words.word, scene.depth, scene.words.tag, scene.words.lower
    found: list[Segment] = []
    start = first
    brackets = 0
    for i in range(first, body + 1):
        if i < body and word[i] in "()[]":
            brackets = max(brackets + (1 if word[i] in "([" else -1), 0)
        asked = (
            word[i] in "?!" and i + 1 < body and tag[i + 1] in FINITE if i < body else False
        )  # `Wirklich? fragte sie`
        border = i == body or (scene.words.joint[i] < 0 and (word[i] in _BORDERS or asked) and tag[i][0] == "$")
        if i == body or (border and not brackets and depth[i] == 0):
            if i > start:
                found.append(_segment(scene, start, i))
            start = i + 1
        elif (
            i > start
            and i < body
            and not brackets
            and depth[i] == 0
            and lower[i] in ("dass", "daß")
            and _lacks_comma(scene, i)
        ) or (
            start < i < body
            and not brackets
            and depth[i] == 0
            and tag[i - 1] in ("VVPP", "PTKVZ")
            and tag[i] in _NOMINAL
            and _is_infinitive(scene, i, body)
        ):
            found.append(_segment(scene, start, i))
            start = i
    return _with_tails(scene, found)


_MOST_SET_IN = 30
"""Appositions and relative clauses that may part a verb from its rest."""


def _with_tails(scene: Scene, segments: list[Segment]) -> list[Segment]:
    """Tell a segment where the rest of its verb stands: behind appositions and relative clauses that are set in."""
    tag, depth = scene.words.tag, scene.depth
    for k in range(2, len(segments)):
        last = segments[k].stop - 1
        alone = segments[k].verb == segments[k].first == last and scene.words.lower[last].endswith("t")
        if (
            (segments[k].kind != "phrase" and not alone)
            or depth[last]
            or scene.words.word[segments[k].first - 1] != ","
        ):
            continue
        m = k - 1
        while (
            m > max(0, k - _MOST_SET_IN)
            and segments[m].kind in ("phrase", "relative")
            and scene.words.word[segments[m].first - 1] == ","
        ):
            m -= 1
        whole = segments[m]
        if whole.kind != "main" or m == k - 1:
            continue
        particle = tag[last] == "PTKVZ" or scene.words.lower[last] in PARTICLE_ADJECTIVES
        parted = segments[k].first == last and tag[whole.verb] == "VVFIN" and particle
        compound = (tag[last] == "VVPP" and tag[whole.verb] == "VAFIN") or (
            tag[last] == "VVINF" and tag[whole.verb] == "VMFIN"
        )
        mistaken = (
            alone and tag[last] == "VVFIN" and tag[whole.verb] == "VAFIN"
        )  # a participle: `wird X, der …, zitiert`
        complete = any(tag[i] in _NON_FINITE and not depth[i] for i in range(whole.first, whole.stop))
        if (parted or compound or mistaken) and not complete:
            segments[m] = replace(whole, tail=(segments[k].first, segments[k].stop))
            if mistaken:
                segments[k] = replace(segments[k], kind="phrase", verb=-1)
    return segments


def _is_infinitive(scene: Scene, i: int, body: int) -> bool:
    """Tell whether a clause with `zu` begins at `i`, its comma left out: `sie hat zugesagt den Plan zu ändern`."""
    tag, word = scene.words.tag, scene.words.word
    stop = next((k for k in range(i, body) if word[k] in _BORDERS), body)
    if any(tag[k] in FINITE for k in range(i, stop)):
        return False
    return tag[stop - 1] == "VVIZU" or (stop - i > 2 and tag[stop - 2] == "PTKZU")


def _lacks_comma(scene: Scene, i: int) -> bool:
    """Tell whether a comma is missing before `dass`: a verb or noun stands there, not `so` or `und`."""
    return scene.words.tag[i - 1] in ("VVFIN", "VVPP", "NN", "NE", "PTKVZ", "PROAV", "VVINF")


def _segment(scene: Scene, first: int, stop: int) -> Segment:
    tag, depth = scene.words.tag, scene.depth
    verb = next((i for i in range(first, stop) if tag[i] in FINITE and depth[i] == 0), -1)
    return Segment(first, stop, _kind(scene, first, stop, verb), verb)


def _kind(scene: Scene, first: int, stop: int, verb: int) -> str:
    tag, lower = scene.words.tag, scene.words.lower
    opening = _opening(scene, first, stop)
    form, name = lower[opening], tag[opening]
    if form in COMPLEMENTISERS:
        return "adverbial" if opening > first and lower[opening - 1] == "so" else "complement"
    if _is_relative(scene, opening, first, stop, verb):
        return "relative"
    if name in QUESTION_WORDS and _behind_comma(scene, first):
        return "question"
    if form == "bis" and opening + 1 < stop and lower[opening + 1] in _BEHIND_BIS:
        return "main" if verb >= 0 else "phrase"
    subordinated = form in _SUBORDINATORS and name not in ("APPR", "APPRART", "KOKOM") and verb > opening + 1
    if (name in ("KOUS", "KOUI") or subordinated) and not (form in _ALSO_PREPOSITIONS and -1 < verb < stop - 2):
        return "adverbial"
    if verb >= 0:
        return "main"
    return "infinitive" if any(tag[i] in ("VVIZU", "PTKZU") for i in range(first, stop)) else "phrase"


def _opening(scene: Scene, first: int, stop: int) -> int:
    """Return what opens a clause behind `und`, a preposition with its pronoun, or `auch dass`."""
    tag, lower = scene.words.tag, scene.words.lower
    i = first
    while i < stop - 1:
        pronoun = tag[i] in PREPOSITIONS and tag[i + 1] in ("PRELS", "PRELAT", "PWS", "PWAT")
        if tag[i] != "KON" and not pronoun and not (lower[i] in _BEFORE_DASS and lower[i + 1] in COMPLEMENTISERS):
            break
        i += 1
    return i


def _is_relative(scene: Scene, opening: int, first: int, stop: int, verb: int) -> bool:
    """Tell whether a clause is relative: by its pronoun, or by `der`, `die`, `das` with the verb at the end."""
    tag = scene.words.tag
    if tag[opening] in RELATIVES and not _is_article(scene, opening, verb, stop):
        return True
    if scene.words.lower[opening] not in RELATIVE_PRONOUNS or verb != stop - 1 or not _behind_comma(scene, first):
        return False
    return not (tag[opening + 1] in ("NN", "NE", "ADJA", "CARD") and subjunctive(scene.words, verb))


def _behind_comma(scene: Scene, first: int) -> bool:
    return first > 0 and scene.words.word[first - 1] == ","


def _is_article(scene: Scene, opening: int, verb: int, stop: int) -> bool:
    """Tell whether `die` begins a noun phrase after all: the verb in the Konjunktiv stands second, not last."""
    return (
        scene.words.lower[opening] in RELATIVE_PRONOUNS
        and opening + 1 < verb < stop - 2
        and subjunctive(scene.words, verb) == 1
    )
