"""Fuzzing: many odd texts through the whole kit, and what must hold of each: `make fuzz`.

    python tests/fuzzing.py [--cases 100000] [--seed 1] [--workers 2]

A case is made from its number alone, so `--seed S --only N` makes it again. Most go through as text and as source with
layout; some through tables, summaries and pages, and some as bytes through the readers. What went wrong is printed with
its smallest text; it becomes a row of `tests/test_fuzzing.py`, which runs a few hundred cases in the suite.
"""

from __future__ import annotations

import argparse
import math
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import stimmlage as sl
from stimmlage.analysis import Analysis, analyse
from stimmlage.errors import StimmlageError
from stimmlage.exchange.tables import tables_of
from stimmlage.measures.concession import Concession
from stimmlage.measures.framing import Framing
from stimmlage.measures.hedging import Hedging
from stimmlage.measures.modality import Modality
from stimmlage.measures.sentiment import Sentiment
from stimmlage.measures.stance.stance import Stance
from stimmlage.measures.stance.statement import read_statement
from stimmlage.measures.stance.thesis import read_thesis
from stimmlage.measures.subjectivity import Subjectivity
from stimmlage.measures.targets import Target
from stimmlage.reading.alignment import to_source
from stimmlage.reading.segmentation import read_source, read_text

MEASURES = (
    Sentiment(),
    Hedging(),
    Modality(),
    Concession(),
    Framing(),
    Subjectivity(),
    Stance((Target("plan", ("lemma:Plan", "tail:plan", "europäische Armee")),)),
)
_SENTENCES = (
    "„Der Plan ist gut“, sagte Anna Berg.",
    "Der Minister betonte, dass die Reform nicht scheitern dürfe.",
    "Laut Otto Klein (CDU) sei das Vorhaben „völlig falsch“.",
    "Er wolle keine neuen Steuern, so der Kanzler weiter.",
    "Die SPD lehnt die Kürzung der Hilfen ab.",
    "Vielleicht hätte das Gericht anders entschieden, wenn Beweise vorgelegen hätten.",
    "Anna Berg: Wie geht es weiter?",
    "Jan Kuhn, Sprecher der Partei, soll zugestimmt haben.",
    "Zwar ist der Rat vorsichtig, doch die Lage ist katastrophal.",
    "Warum kommt die europäische Armee nicht voran?",
    "Von Max Muster",
    "Berlin (dpa) – Am 3. Mai 2024 um 12.30 Uhr z. B. kamen ca. 1.000 Menschen.",
    "Foto: dpa/Muster",
    "Lesen Sie auch: Mehr zum Thema",
    "FRAGE: Was nun?",
    "Weder ja noch nein, aber ohne Zweifel sehr gut",
)
_MARKS = "„“”\"'‚‘’»«›‹`´'–—-…/()[]{}.,;:!?"
_ODD = ("\u00ad", "\u200b", "\u2028", "\u0301", "\ufeff", "\x0c", "\t", "\u00a0", "\U0001f600", "\ud83d", "ﬁ", "ſ", "İ")
_MARKUP = ("<p>", "</div>", "<script>alert(1)</script>", "&amp;", "&quot;", "**", "# ", "> ", "|", "<b onclick='x'>")
_BREAKS = ("\n", "\n\n", "\r\n", "-\n", " \n  ", "\n\n\n")
_ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "latin-1", "cp1252", "iso8859_15", "mac_roman")
_SUFFIXES = (".txt", ".html", ".csv", ".tsv", ".jsonl", ".md", ".rtf", ".xml", ".json", ".conllu", ".csv.gz")


def text_of(seed: int, number: int) -> str:
    """Make the text of a case: sentences cut, joined and spoilt at random."""
    draw = random.Random(f"{seed}-{number}")
    parts: list[str] = []
    for _ in range(draw.randint(0, 6)):
        sentence = draw.choice(_SENTENCES)
        cut = draw.random()
        if cut < 0.2:
            sentence = sentence[draw.randrange(len(sentence)) :]
        elif cut < 0.4:
            sentence = sentence[: draw.randrange(len(sentence))]
        parts += [sentence, draw.choice((" ", " ", " ", draw.choice(_BREAKS)))]
    letters = list("".join(parts))
    for _ in range(draw.choice((0, 0, 1, 2, 4, 8, 30))):
        at = draw.randint(0, len(letters))
        kind = draw.random()
        if kind < 0.35:
            letters.insert(at, draw.choice(_MARKS) * draw.choice((1, 1, 1, 2, 9)))
        elif kind < 0.5:
            letters.insert(at, draw.choice(_ODD))
        elif kind < 0.6:
            letters.insert(at, draw.choice(_MARKUP))
        elif kind < 0.7:
            letters.insert(at, draw.choice(_BREAKS))
        elif kind < 0.85:
            del letters[at : at + draw.randint(1, 5)]
        else:
            other = draw.randint(0, len(letters))
            letters[at:at] = letters[other : other + draw.randint(1, 20)]
    return "".join(letters)


def check(seed: int, number: int) -> None:
    """Run one case; an AssertionError or any error of another kind than the kit's own is a finding."""
    text = text_of(seed, number)
    for read in (read_text, read_source):
        try:
            analysis = analyse(read(text, "case"))
        except StimmlageError as error:
            _check_line(error)
            continue
        check_analysis(analysis, text if read is read_source else analysis.document.text)
        if number % 10 == 0:
            again = analyse(read(text, "case"))
            assert repr(tables_of(again, MEASURES)) == repr(tables_of(analysis, MEASURES)), "twice is not the same"
    if number % 20 == 0:
        value = read_statement(text, read_thesis(text_of(seed, -number))).value
        assert -1 <= value <= 1
    if number % 40 == 0:
        check_corpus(text)
    if number % 25 == 0:
        check_readers(text, random.Random(f"bytes-{seed}-{number}"))


def _check_line(error: Exception) -> None:
    assert "\n" not in str(error), "an error of several lines"


def check_analysis(analysis: Analysis, source: str) -> None:
    """Check what must hold of every analysis, and of what is measured in it."""
    document, text = analysis.document, analysis.document.text
    size = len(text)
    words = document.tokens
    assert all(text[a:b] == word for word, a, b in zip(words.word, words.start, words.end, strict=True))
    assert all(end <= start for end, start in zip(words.end, words.start[1:], strict=False)), "tokens overlap"
    ends = 0
    for sentence in document.sentences:
        assert ends <= sentence.start < sentence.end <= size, "sentences overlap"
        ends = sentence.end
    covered = [0] * size
    inside = {s.sentence_id: (s.start, s.end) for s in document.sentences}
    voices = {speaker.speaker_id for speaker in analysis.speakers} | {"author", "unattributed"}
    assert len(voices) == len(analysis.speakers) + 2, "ids of speakers are not unique"
    for passage in analysis.passages:
        begin, end = inside[passage.sentence_id]
        assert begin <= passage.start < passage.end <= end and passage.voice in voices
        for i in range(passage.start, passage.end):
            covered[i] += 1
    assert all(n <= 1 for n in covered), "passages overlap"
    assert all(n or char.isspace() for n, char in zip(covered, text, strict=True)), "a character is in no passage"
    before = -1
    for quotation in analysis.quotations:
        assert before <= quotation.start, "quotations are not in order"
        before = quotation.start
        for role in ("spans", "speaker", "cue", "frame", "addressee"):
            for begin, end in getattr(quotation, role):
                assert 0 <= begin < end <= size
        assert not quotation.speaker_id or quotation.speaker_id in voices
    _check_alignment(analysis, source)
    tables = tables_of(analysis, MEASURES)
    places = sorted((p.start, p.end) for p in analysis.passages)
    for row in _dicts("hits", tables):
        assert 0 <= row["start"] < row["end"] <= size
        assert text[row["start"] : row["end"]].strip()
        assert any(a <= row["start"] < b for a, b in places) or row["measure"] == "framing"
        assert math.isfinite(row["weight"])
    for row in _dicts("scores", tables):
        assert row["value"] is None or math.isnan(row["value"]) or math.isfinite(row["value"])


def _dicts(name: str, tables: dict[str, list]) -> Iterator[dict]:
    from stimmlage.schema import TABLES

    columns = list(TABLES[name])
    for row in tables[name]:
        yield row if isinstance(row, dict) else dict(zip(columns, row, strict=False))


def _check_alignment(analysis: Analysis, source: str) -> None:
    document = analysis.document
    if document.alignment is None:
        return
    pieces = document.alignment.pieces
    assert pieces == sorted(pieces), "the alignment is not in order"
    kept = [False] * len(document.source_text)
    for start, source_start, source_end, length in pieces:
        assert 0 <= start <= start + length <= len(document.text) and 0 <= source_start <= source_end
        assert source_end <= len(document.source_text)
        assert to_source(document.alignment, start, start + length) == (source_start, source_end) or not length
        kept[source_start:source_end] = [True] * (source_end - source_start)
    for part in document.furniture:
        kept[part.source_start : part.source_end] = [True] * (part.source_end - part.source_start)
    lost = [char for char, there in zip(document.source_text, kept, strict=True) if not there and char.isalnum()]
    assert not lost, f"lost: {''.join(lost)[:40]!r}"


def check_corpus(text: str) -> None:
    """Check tables as pandas gives them, summaries and the page."""
    corpus = sl.from_texts([text, "„Ja“, sagte Anna Berg."])
    assert len(corpus.documents) == 2
    quotations = corpus.quotations
    texts = corpus.documents.set_index("doc_id")["text"]
    for row in quotations.itertuples():
        assert row.start < row.end <= len(texts[row.doc_id])
    for measure in MEASURES[:2]:
        for by in ("voice", "mode", "section"):
            corpus.summary(measure, by=[by])
    corpus.positions(MEASURES[-1].targets)  # type: ignore[attr-defined]
    corpus.framings()
    for language in ("de", "en"):
        html = corpus.show(language=language).html
        assert "<script" not in html.lower().replace("&lt;script", "") and "onclick='x'" not in html


def check_readers(text: str, draw: random.Random) -> None:
    """Check that bytes under any name come in, or are refused in one line."""
    data = text.encode(draw.choice(_ENCODINGS), "replace")
    if draw.random() < 0.3 and data:
        at = draw.randrange(len(data))
        data = data[:at] + bytes(draw.randrange(256) for _ in range(draw.randint(1, 4))) + data[at + 1 :]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"case{draw.choice(_SUFFIXES)}"
        path.write_bytes(data)
        try:
            corpus = sl.read(path)
        except StimmlageError as error:
            _check_line(error)
            return
        assert "\n" not in "".join(corpus.documents["problem"])
        assert len(corpus.documents) >= 1


def run(seed: int, numbers: range) -> list[tuple[int, str]]:
    """Run cases, and return those that failed with what was found."""
    failed = []
    for number in numbers:
        try:
            check(seed, number)
        except Exception as error:
            failed.append((number, f"{type(error).__name__}: {str(error)[:200]}"))
    return failed


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--only", type=int, help="run this case alone, with its traceback")
    options = parser.parse_args()
    if options.only is not None:
        print(repr(text_of(options.seed, options.only)))
        check(options.seed, options.only)
        return 0
    begin, found = time.monotonic(), []
    step = 250
    parts = [range(a, min(a + step, options.cases)) for a in range(0, options.cases, step)]
    with ProcessPoolExecutor(options.workers) as pool:
        for done, failed in enumerate(pool.map(run, [options.seed] * len(parts), parts), start=1):
            found += failed
            print(f"\r{done * step:,} cases, {len(found)} findings", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    for number, what in found[:50]:
        print(f"--only {number}: {what}\n    {text_of(options.seed, number)[:300]!r}")
    took = time.monotonic() - begin
    print(f"{options.cases:,} cases (seed {options.seed}) in {took / 60:.1f} minutes: {len(found)} findings.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
