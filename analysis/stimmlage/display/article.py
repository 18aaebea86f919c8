"""The annotated article: one page, complete in itself, coloured by voice, with the evidence at hand."""

from __future__ import annotations

import base64
import hashlib
import html as escaping
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib import resources
from itertools import pairwise
from pathlib import Path, PurePath
from typing import Any

from stimmlage.analysis import Analysis
from stimmlage.display import labels
from stimmlage.display.labels import label
from stimmlage.display.marking import Block, Mark, Piece, Stretch, blocks, kind
from stimmlage.errors import OptionError
from stimmlage.exchange.files import write_whole
from stimmlage.measures.measure import Hit, words_by_passage
from stimmlage.quotation.quotation import TYPES, Quotation, Speaker
from stimmlage.speakers.person_ids import person_id

LAYERS: Mapping[str, tuple[str, ...]] = {
    "voices": (),
    "mode": (),
    "hedges": ("hedge", "approximator", "booster"),
    "reportive": ("reportive",),
    "tone": ("positive", "negative"),
    "stance": ("for", "against"),
}
"""What can be switched on and off on the page, and the marks of each layer."""
SHOWN = ("voices", "mode", "hedges", "reportive")
"""The layers that are on at the start."""
MARKS = tuple(kind for kinds in LAYERS.values() for kind in kinds)
_HUES = tuple((245 + 160 * i) % 360 for i in range(9))  # nine, each far from the one before
_MODIFIED = re.compile(r"\b(?:negated|intensified|weakened|turned) by(?= \")")
_SHORT = 24
_BEGINNING = 9


@dataclass(frozen=True)
class Page:
    """An HTML page that needs nothing else; a notebook displays it in a frame of its own."""

    html: str

    def __repr__(self) -> str:
        return f'Page of {len(self.html):,} characters: `page.save("page.html")` writes it; a notebook displays it.'

    def save(self, path: str | Path) -> None:
        """Write the page to a file, whole or not at all."""
        write_whole(Path(path), self.html.encode())

    def _repr_html_(self) -> str:
        content = escaping.escape(self.html, quote=True)
        # sandbox: whatever an article holds, nothing in the frame can run or reach the notebook
        return (
            f'<iframe sandbox srcdoc="{content}" style="width: 100%; height: 42rem; border: 1px solid #ccc"></iframe>'
        )


def annotate(
    analyses: Sequence[Analysis],
    language: str = "de",
    layers: Sequence[str] = SHOWN,
    rules: bool = False,
    preface: str = "",
) -> Page:
    """Make the annotated page of analysed documents, with their hedges, boosters, polar words and sides.

    Parameters
    ----------
    analyses : sequence of Analysis
    language : str
        The language of the labels, `"de"` or `"en"`.
    layers : sequence of str
        What is switched on at the start, some of `LAYERS`; a reader may switch all of them.
    rules : bool
        Whether the evidence names the rules by which quotations were found.
    preface : str
        HTML of the kit's own that stands above the articles.

    Raises
    ------
    OptionError
        If there is no such layer.
    """
    from stimmlage.measures.hedging import Hedging
    from stimmlage.measures.sentiment import Sentiment
    from stimmlage.measures.stance.stance import Stance

    measures = (Hedging(), Sentiment(), Stance())
    hits = [[hit for m in measures for hit in m.find(a)] for a in analyses]
    return render(analyses, hits, language, layers, rules, preface)


def render(
    analyses: Sequence[Analysis],
    hits: Sequence[Sequence[Hit]],
    language: str = "de",
    layers: Sequence[str] = SHOWN,
    rules: bool = False,
    preface: str = "",
) -> Page:
    """Make the page from analysed documents and the hits to mark in each."""
    if isinstance(layers, str) or (unknown := [name for name in layers if name not in LAYERS]):
        wrong = layers if isinstance(layers, str) else unknown[0]
        raise OptionError(f"`layers` is a list of some of {', '.join(map(repr, LAYERS))}; not {wrong!r}.")
    with labels.language(language):
        voices = _voices(analyses)
        pages = [
            _article(number, analysis, found, voices, rules)
            for number, (analysis, found) in enumerate(zip(analyses, hits, strict=True))
        ]
        style = _resource("article.css") + "".join(f".v{v.number} {{ --hue: {v.hue:.0f}; }}\n" for v in voices.values())
        html = _template().render(
            language=language,
            say=label,
            pages=pages,
            voices=sorted(voices.values(), key=lambda v: (v.number > 0, -v.n_words)),
            title=analyses[0].document.title or label("article", "title"),
            layers=_layers(Counter(kind(h) for found in hits for h in found), voices, pages, layers),
            modes=_modes(analyses),
            preface=_trusted(preface),
            style=_trusted(style),
            style_hash=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
        )
    return Page(html.encode("utf-8", "replace").decode())  # a lone surrogate cannot be written to a file


def _layers(
    counts: Counter[str], voices: Mapping[Any, _Voice], pages: Sequence[Mapping[str, Any]], shown: Sequence[str]
) -> list[dict[str, Any]]:
    """Say of each layer whether it is on, what it marks, and how much there is."""
    sizes = {"voices": len(voices), "mode": sum(len(page["quotations"]) for page in pages)}
    return [
        {
            "name": name,
            "on": name in shown,
            "count": sizes.get(name, sum(counts[k] for k in kinds)),
            "marks": [(k, counts[k]) for k in kinds],
        }
        for name, kinds in LAYERS.items()
    ]


@dataclass(frozen=True)
class _Voice:
    number: int
    name: str
    short: str
    kind: str
    n_words: int
    percent: str
    unknown: bool = False
    colour: int = 0

    @property
    def css(self) -> str:
        """Voices beyond the ninth share hues and are told apart by a line below: dashed, then dotted."""
        rounds = ("", " dashed", " dotted")[min(self.colour // len(_HUES), 2)]
        return "nobody" if self.unknown else f"v{self.number}{rounds}" if self.number else "author"

    @property
    def hue(self) -> float:
        return _HUES[self.colour % len(_HUES)]


def _voices(analyses: Sequence[Analysis]) -> dict[tuple[str, str], _Voice]:
    """Number the voices of all documents as they appear, the author is 0; `(doc_id, voice)` finds them."""
    words: Counter[tuple[str, str]] = Counter({("", "author"): 0})
    for analysis in analyses:
        for passage, n in zip(analysis.passages, words_by_passage(analysis), strict=True):
            words[_key(analysis, passage.voice)] += n
        for quotation in analysis.quotations:  # one without any words of its own is a voice still
            words[_key(analysis, quotation.speaker_id or "unattributed")] += 0
    known = {_key(a, s.speaker_id): s for a in reversed(analyses) for s in a.speakers}
    total = max(sum(words.values()), 1)
    colours = _colours([_key(a, q.speaker_id or "unattributed") for a in analyses for q in a.quotations], list(words))
    return {
        key: replace(_voice(number, key[1], known.get(key), n, f"{100 * n / total:.1f}"), colour=colours[key])
        for number, (key, n) in enumerate(words.items())
    }


def _colours(order: Sequence[tuple[str, str]], voices: Sequence[tuple[str, str]]) -> dict[tuple[str, str], int]:
    """Give each voice the least used of nine hues that no voice beside it in the text has."""
    beside: dict[tuple[str, str], set[tuple[str, str]]] = {}
    for one, other in pairwise(order):
        beside.setdefault(one, set()).add(other)
        beside.setdefault(other, set()).add(one)
    found: dict[tuple[str, str], int] = {}
    used = [0] * len(_HUES)
    for voice in voices:
        if voice[1] in ("author", "unattributed"):
            found[voice] = 0
            continue
        taken = {found[other] % len(_HUES) for other in beside.get(voice, ()) if other in found}
        hue = min(range(len(_HUES)), key=lambda i: (i in taken, used[i], i))
        found[voice] = hue + len(_HUES) * used[hue]
        used[hue] += 1
    return found


def _voice(number: int, voice: str, speaker: Speaker | None, n_words: int, percent: str) -> _Voice:
    if speaker is None:
        name = label("voice", voice)
        return _Voice(number, name, _short(name), "", n_words, percent, voice == "unattributed")
    if speaker.kind == "person":
        family = speaker.name.split()[-1] if speaker.name.split() else speaker.name
        return _Voice(number, speaker.name, _short(family), "", n_words, percent)
    return _Voice(number, speaker.name, _short(speaker.name), label("kind", speaker.kind), n_words, percent)


def _key(analysis: Analysis, voice: str) -> tuple[str, str]:
    """Return what tells a voice from the others: a person with a full name is one over all articles."""
    if voice in ("author", "unattributed"):
        return "", voice
    person = analysis.once(_persons).get(voice, "")
    return ("person", person) if person else (analysis.document.doc_id, voice)


def _persons(analysis: Analysis) -> dict[str, str]:
    return {s.speaker_id: person_id(s.name, s.kind) for s in analysis.speakers}


def _short(name: str) -> str:
    """Shorten a name so that it can stand beside the text."""
    return name if len(name) <= _SHORT else name[: _SHORT - 1] + "…"


def _article(
    number: int, analysis: Analysis, hits: Sequence[Hit], voices: Mapping[tuple[str, str], _Voice], rules: bool
) -> dict[str, Any]:
    """Gather what the template shows of one document."""
    document = analysis.document
    cut = blocks(analysis, hits)
    shown = {id(s.quotation) for b in cut for s in b.stretches}
    # a quotation that another one fills has no place of its own to link to
    anchors = {id(q): f"d{number}q{i}" if id(q) in shown else "" for i, q in enumerate(analysis.quotations)}
    marks: list[dict[str, str]] = []

    def piece(found: Piece, around: str) -> dict[str, str]:
        made = _piece(found, around, voice)
        own = [m for m in found.marks if m.kind != "cue"]
        if own and own[0].start == found.start:
            made["anchor"] = f"d{number}m{len(marks)}"
            says = "; ".join(_mark_note(m, voice) for m in own)
            marks.append({"text": found.text, "anchor": made["anchor"], "note": says})
        return made

    def voice(quotation: Quotation) -> _Voice:
        return voices[_key(analysis, quotation.speaker_id or "unattributed")]

    def block(found: Block) -> dict[str, Any]:
        return {
            "kind": found.kind,
            "stretches": [stretch(s, b) for b, s in zip((None, *found.stretches), found.stretches)],
        }

    def stretch(found: Stretch, before: Stretch | None) -> dict[str, Any]:
        q = found.quotation
        if q is None:
            return {"css": "", "pieces": [piece(p, "") for p in found.pieces]}
        note = _quotation_note(q, voice(q), document.text, rules)
        tag = label("mode", q.type)
        if before is None or before.quotation is None or voice(before.quotation) is not voice(q):
            tag = f"{voice(q).short} · {tag}"  # `Berg · indirect`; within it only `direct`
        return {
            "css": voice(q).css,
            "note": note,
            "anchor": anchors[id(q)] if found.opens else "",
            "tag": tag,
            "name": tag.partition(" · ")[0] if " · " in tag else "",
            "pieces": [piece(p, note) for p in found.pieces],
        }

    return {
        "id": f"d{number}",
        "title": document.title or document.doc_id,
        "language": document.language,
        "source": PurePath(document.source).name or document.doc_id,
        "n_words": sum(words_by_passage(analysis)),
        "blocks": [block(b) for b in cut],
        "marks": marks,
        "quotations": [
            {
                "css": voice(q).css,
                "speaker": voice(q).name,
                "type": label("mode", q.type),
                "anchor": anchors[id(q)],
                "begins": _beginning(_joined(document.text, q.spans)),
                "cue": _joined(document.text, q.cue),
            }
            for q in analysis.quotations
        ],
        "furniture": [{"kind": f.kind, "text": f.text} for f in document.furniture],
        "problems": [
            *([(document.doc_id, document.problem)] if document.problem else []),
            *((_beginning(_joined(document.text, q.spans)), q.problem) for q in analysis.quotations if q.problem),
        ],
    }


def _quotation_note(quotation: Quotation, voice: _Voice, text: str, rules: bool) -> str:
    parts = [voice.name, label("mode", quotation.type)]
    if quotation.cue:
        parts.append(f"{label('article', 'cue')}: {_joined(text, quotation.cue)}")
    if rules and quotation.rule:
        parts.append(f"{label('article', 'rule')}: {quotation.rule}")
    return " · ".join([*parts, *([quotation.problem] if quotation.problem else [])])


def _piece(piece: Piece, around: str, voice: Any) -> dict[str, str]:
    notes = [*dict.fromkeys(_mark_note(m, voice) for m in piece.marks), *([around] if around else [])]
    return {
        "text": piece.text,
        "css": " ".join(dict.fromkeys(m.kind for m in piece.marks)),
        "note": "\n".join(notes) if piece.marks else "",
        "anchor": "",
    }


def _mark_note(mark: Mark, voice: Any) -> str:
    evidence = mark.evidence
    if isinstance(evidence, Quotation):
        return f"{label('category', 'cue')}: {voice(evidence).name}, {label('mode', evidence.type)}"
    parts = [f"{label('category', mark.kind)}: {evidence.cue}"]
    if mark.kind in ("positive", "negative"):
        parts.append(f"{evidence.weight:+.2f}".replace("-", "−"))
    modifier = _MODIFIED.sub(lambda found: label("modifier", found.group()), evidence.modifier)
    return " · ".join([*parts, *filter(None, (modifier, label("scope", evidence.scope)))])


def _modes(analyses: Sequence[Analysis]) -> list[tuple[str, int]]:
    found = Counter(q.type for a in analyses for q in a.quotations)
    return [(t, found[t]) for t in TYPES if found[t]]


def _joined(text: str, spans: Sequence[tuple[int, int]]) -> str:
    return " … ".join(text[start:end] for start, end in spans)


def _beginning(text: str) -> str:
    words = text.split()
    return " ".join(words[:_BEGINNING]) + (" …" if len(words) > _BEGINNING else "")


@lru_cache(maxsize=1)
def _template() -> Any:
    from jinja2 import Environment, StrictUndefined

    return Environment(autoescape=True, undefined=StrictUndefined).from_string(_resource("article.html.j2"))


def _trusted(style: str) -> Any:
    """Let the style sheet, or a page part that was escaped already, through: both are the kit's own."""
    from markupsafe import Markup

    return Markup(style)


def _resource(name: str) -> str:
    return (resources.files("stimmlage.display") / name).read_text("utf-8")
