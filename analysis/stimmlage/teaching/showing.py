"""What the lessons show of an article: tables in the language of the lesson."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd

from stimmlage.corpus import Corpus
from stimmlage.display import charts
from stimmlage.display.labels import label, language
from stimmlage.doors import from_text
from stimmlage.errors import OptionError
from stimmlage.measures.hedging import Hedging
from stimmlage.measures.sentiment import Sentiment, TextblobBaseline
from stimmlage.measures.targets import Target
from stimmlage.teaching.kit_reading import side_of_position
from stimmlage.teaching.phrases import phrase
from stimmlage.teaching.table import Table, table

_LONGEST = 110
_TABLES = tuple("facts sections sentences frequent places voices modes quotations cues hedges".split())
_TABLES += ("reported_forms", "certainty")


class Showing:
    """Tables of one corpus in one language.

    Parameters
    ----------
    corpus : Corpus
    code : {"de", "en"}
    """

    def __init__(self, corpus: Corpus, code: str) -> None:
        self.corpus = corpus
        self.code = code

    def show(self, what: str, *arguments: Any) -> Table:
        """Return a table by its name.

        Raises
        ------
        OptionError
            If there is no such table.
        """
        if what not in _TABLES:
            raise OptionError(f"The lessons show {', '.join(_TABLES)}; not {what!r}.")
        shown: Table = getattr(self, what)(*arguments)
        return shown

    def facts(self) -> Table:
        """What came in: the title, and how much of everything."""
        documents, quotations = self.corpus.documents, self.corpus.quotations
        rows = [
            ("title", documents["title"].iloc[0]),
            ("n_words", int(documents["n_words"].sum())),
            ("n_sentences", len(self.corpus.sentences)),
            ("n_sections", len(self.corpus.sections)),
            ("n_voices", quotations.loc[quotations["speaker"] != "", "speaker"].nunique()),
            ("n_quotations", len(quotations)),
            ("n_furniture", len(self.corpus.furniture)),
        ]
        told = [{"fact": phrase(name, self.code), "value": str(value)} for name, value in rows]
        return self._table(told, "fact", "value")

    def sections(self) -> Table:
        """The sections: heading, sentences, words."""
        words = _passages(self.corpus).groupby("section_id")["n_words"].sum()
        sentences = self.corpus.sentences.groupby("section_id").size()
        with language(self.code):
            rows = [
                {
                    "number": row.section_id + 1,
                    "section": row.heading or label("section", "lead"),
                    "n_sentences": int(sentences.get(row.section_id, 0)),
                    "n_words": int(words.get(row.section_id, 0)),
                }
                for row in self.corpus.sections.itertuples()
            ]
        return self._table(rows, "number", "section", "n_sentences", "n_words")

    def sentences(self, first: int = 1, last: int = 10) -> Table:
        """Sentences by number."""
        texts = self.corpus.sentences["text"].tolist()
        rows = [{"number": n, "sentence": texts[n - 1]} for n in range(first, min(last, len(texts)) + 1)]
        return self._table(rows, "number", "sentence")

    def frequent(self, n: int = 12) -> Table:
        """The content words that stand most often in the text, all forms of a word together."""
        found = self.corpus.frequencies(content=True).head(n)
        rows = [{"word": row.item, "count": int(row.n)} for row in found.itertuples()]
        return self._table(rows, "word", "count")

    def places(self, word: str) -> Table:
        """Every place of a word with what stands beside it, all forms of the word."""
        if not word:
            return self._table([], "left_n", "keyword", "right_n", "voice")
        found = self.corpus.kwic(word)
        rows = [
            {"left_n": f"… {row.left}", "keyword": row.keyword, "right_n": f"{row.right} …", "voice": self._name(row)}
            for row in found.itertuples()
        ]
        return self._table(rows, "left_n", "keyword", "right_n", "voice")

    def voices(self) -> Table:
        """Who speaks: role, kind, quotations, words."""
        words = _passages(self.corpus).groupby("speaker")["n_words"].sum()
        quoted = self.corpus.quotations.groupby("speaker").size().drop("", errors="ignore")
        words = words.reindex([*words.index, *quoted.index.difference(words.index)], fill_value=0)
        known = self.corpus.speakers.drop_duplicates("name").set_index("name")
        rows = []
        with language(self.code):
            for name, n_words in words.sort_values(ascending=False, kind="stable").items():
                told = known.loc[name] if name in known.index else None
                rows.append(
                    {
                        "voice": label("voice", str(name)),
                        "kind": label("kind", told["kind"]) if told is not None else "",
                        "role": told["role"] if told is not None else "",
                        "n_quotations": int(quoted.get(name, 0)),
                        "n_words": int(n_words),
                    }
                )
        return self._table(rows, "voice", "kind", "role", "n_quotations", "n_words")

    def modes(self) -> Table:
        """How often each voice is quoted in which way."""
        counts: dict[str, Counter[str]] = {}
        for row in self.corpus.quotations.itertuples():
            counts.setdefault(self._name(row), Counter())[str(row.type)] += 1
        types = [t for t in ("direct", "indirect", "indirect_free_indirect", "free_indirect", "reported")]
        types = [t for t in types if any(c[t] for c in counts.values())]
        with language(self.code):
            heads = {"voice": phrase("voice", self.code), **{t: label("mode", t) for t in types}}
        rows = [{"voice": name, **{t: c[t] for t in types}} for name, c in counts.items()]
        return table(rows, heads, self.code)

    def quotations(self) -> Table:
        """Each quotation: voice, kind, reporting word, text."""
        with language(self.code):
            rows = [
                {
                    "voice": self._name(row),
                    "kind": label("mode", str(row.type)),
                    "cue": row.cue_text,
                    "quotation": _cut(row.text),
                }
                for row in self.corpus.quotations.itertuples()
            ]
        return self._table(rows, "voice", "kind", "cue", "quotation")

    def cues(self) -> Table:
        """The reporting words: whose, and how they colour what is said."""
        quotations = self.corpus.quotations
        with language(self.code):
            rows = [
                {"voice": row.speaker, "cue": row.verb, "colour": label("framing", str(row.framing))}
                for row in self.corpus.framings().itertuples()
            ]
        rows.sort(key=lambda row: (row["colour"], row["voice"]))
        return self._table(rows, "voice", "cue", "colour") if len(quotations) else self._table([], "voice", "cue")

    def hedges(self) -> Table:
        """Words of certainty: which, of what kind, how often."""
        hits = self._hits(Hedging())
        with language(self.code):
            counts = Counter((label("category", row.category), str(row.cue)) for row in hits.itertuples())
        rows = [{"category": kind, "word": word, "count": n} for (kind, word), n in sorted(counts.items())]
        return self._table(rows, "category", "word", "count")

    def reported_forms(self) -> Table:
        """Words and verb forms by which a text marks words as another's, each in its sentence."""
        hits = self._hits(Hedging())
        hits = hits[hits["category"] == "reportive"].sort_values("start")
        rows = [{"word": row.cue, "sentence": _cut(self._sentence(row.doc_id, row.start))} for row in hits.itertuples()]
        return self._table(rows, "word", "sentence")

    def certainty(self, by: str = "speaker") -> Table:
        """Hedges per 100 words of each voice or section, where there is text enough, with what chance may do."""
        summary = self.corpus.summary(Hedging(), by=[by])
        rows: list[dict[str, Any]] = []
        with language(self.code):
            for row in summary[summary["measure"] == "hedging:hedge"].itertuples():
                enough = not pd.isna(row.estimate)
                between = f"{row.low:.1f} – {row.high:.1f}" if enough else phrase("too_little", self.code)
                rows.append(
                    {
                        "voice": label("voice", getattr(row, by)),
                        "section": getattr(row, by) or label("section", "lead"),
                        "n_words": int(row.n_words),
                        "count": int(row.n_hits),
                        "per_100": float(row.estimate),
                        "from_to": between.replace(".", ",") if self.code == "de" else between,
                    }
                )
        if by == "speaker":
            rows.sort(key=lambda row: -row["n_words"])
        return self._table(rows, "voice" if by == "speaker" else "section", "n_words", "count", "per_100", "from_to")

    def positions(self, targets: Sequence[Target] | str) -> Table:
        """Who is for or against what: each position with the sentence it stands in."""
        with language(self.code):
            rows = [
                {
                    "voice": label("voice", row.speaker),
                    "target": row.label_de if self.code == "de" else row.label_en,
                    "side": label("side", side_of_position(row)),
                    "evidence": _cut(self._sentence(row.doc_id, row.start)),
                }
                for row in self.corpus.positions(targets).itertuples()
            ]
        return self._table(rows, "voice", "target", "side", "evidence")

    def _hits(self, measure: Any) -> pd.DataFrame:
        return self.corpus.measure(measure).hits

    def _name(self, row: Any) -> str:
        with language(self.code):
            return label("voice", str(row.speaker or "unattributed"))

    def _sentence(self, doc_id: str, start: int) -> str:
        sentences = self.corpus.sentences
        here = sentences[(sentences["doc_id"] == doc_id) & (sentences["start"] <= start) & (start < sentences["end"])]
        return str(here["text"].iloc[0]) if len(here) else ""

    def _table(self, rows: Sequence[dict[str, Any]], *columns: str) -> Table:
        return table(rows, {name: phrase(name, self.code) for name in columns}, self.code)


def tones(sentences: Sequence[str], code: str) -> Table:
    """Return what the kit and textblob-de make of sentences, from −1 to 1; a dash where no word is on the list."""
    rows = []
    for sentence in sentences:
        corpus = from_text(sentence)
        found = corpus.measure(Sentiment()).hits
        words = ", ".join(f"{'+' if row.weight > 0 else '−'}{row.cue}" for row in found.itertuples())
        scores = [_score(corpus, measure) for measure in (Sentiment(), TextblobBaseline())]
        rows.append({"sentence": sentence, "word": words or "–", "kit_value": scores[0], "baseline_value": scores[1]})
    heads = {name: phrase(name, code) for name in ("sentence", "word", "kit_value", "baseline_value")}
    return table(rows, heads, code)


def _score(corpus: Corpus, measure: Any) -> float:
    """Return the one score of a sentence; NaN where no word of it is on the list."""
    found = corpus.measure(measure)
    scores = found.scores[found.scores["measure"] == measure.name]
    return float(scores["value"].mean()) if len(found.hits) or not isinstance(measure, Sentiment) else float("nan")


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: text.rfind(" ", 0, _LONGEST)] + " …"


def draw(corpus: Corpus, what: str, code: str) -> Any:
    """Draw a chart of a corpus with its labels in one language; return its axes.

    Raises
    ------
    OptionError
        If there is no such chart.
    """
    if what not in _CHARTS:
        raise OptionError(f"The lessons draw {', '.join(_CHARTS)}; not {what!r}.")
    with language(code):
        return _CHARTS[what](corpus)


def _passages(corpus: Corpus) -> pd.DataFrame:
    scores = corpus.measure(Hedging()).scores
    return corpus.grouped(scores[scores["measure"] == "hedging"])


def _tone(corpus: Corpus) -> Any:
    hits = corpus.measure(Sentiment()).hits
    table = hits.merge(corpus.passages[["doc_id", "passage_id", "voice", "speaker"]], on=["doc_id", "passage_id"])
    speaker = table["speaker"].where(table["voice"] != "author", "author")
    return charts.sentiment(table.assign(speaker=speaker)[["speaker", "cue", "weight", "modifier"]])


_CHARTS: dict[str, Callable[[Corpus], Any]] = {
    "words": lambda corpus: charts.words(_passages(corpus)),
    "timeline": lambda corpus: charts.timeline(_passages(corpus)),
    "tone": _tone,
}
