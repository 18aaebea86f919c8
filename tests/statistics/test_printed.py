"""Summaries and comparisons, whole, on two dozen articles made of the sentences in `tests/sentences`."""

from zlib import crc32

import pandas as pd
import pytest
from tests.held import held
from tests.sentences import sections

import stimmlage as sl


@pytest.fixture(scope="module")
def corpus():
    texts = [
        text.replace("\\n", " ") for name in ("measures", "speakers") for _, kept in sections(name) for text, _ in kept
    ]
    rows = [
        {
            "text": "\n\n".join(text for text in texts if crc32(text.encode()) % 24 == i),
            "outlet": "ABC"[i % 3],
            "date": f"2021-0{1 + i % 4}-1{i % 9}",
            "doc_id": f"d{i}",
        }
        for i in range(24)
    ]
    return sl.from_frame(pd.DataFrame(rows))


TABLES = {
    "outlet": lambda c: c.summary(sl.Hedging(), sl.Sentiment(), sl.Subjectivity(), by="outlet"),
    "month": lambda c: c.summary(sl.Modality(), sl.Concession(), by="month"),
    "mode": lambda c: c.summary(sl.Hedging(), sl.Framing(), by="mode"),
    "speaker": lambda c: c.summary(sl.Sentiment(), by="speaker"),
    "two": lambda c: c.summary(sl.Hedging(), by=["outlet", "mode"]),
    "sentences": lambda c: c.summary(sl.Hedging(), sl.Sentiment(), by="outlet", unit="sentence"),
    "documents": lambda c: c.summary(sl.Subjectivity(), by="outlet", unit="document"),
    "compare": lambda c: c.compare(sl.Hedging(), sl.Sentiment(), by="outlet"),
    "compare-parts": lambda c: c.compare(sl.Hedging(), by="outlet", parts=True, groups=["A", "C"]),
    "compare-mode": lambda c: c.compare(sl.Subjectivity(), by="mode"),
    "voices": lambda c: c.voices(by="outlet"),
    "frequencies": lambda c: c.frequencies(by="outlet", least=8),
    "keyness": lambda c: c.keyness({"outlet": "A"}, {"outlet": ["B", "C"]}).head(25),
    "readability": lambda c: c.readability(by="outlet"),
}


@pytest.mark.parametrize("name", TABLES)
def test_tables(corpus, name):
    held(f"statistics/{name}", TABLES[name](corpus).to_csv(index=False, float_format="%.4g"))
