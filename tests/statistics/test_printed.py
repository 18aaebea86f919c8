"""Summaries and comparisons, whole, on two dozen articles of our own."""

import pandas as pd
import pytest
from tests.held import held

import stimmlage as sl

SENTENCES = (
    "Vielleicht kommt Anna Berg. Der Plan ist gut, sagte Otto Kern. Das Fest war sehr schön. Laut Polizei kamen rund 20 "
    "Leute. Er soll krank gewesen sein. „Das ist ein Skandal“, rief Anna Berg. Zwar ist der Weg lang, aber er lohnt sich. "
    "Wer soll das glauben? Der Rat muss sparen. Die Gewalt wurde verhindert. Otto Kern behauptet, es reiche nicht. Wir "
    "können das nicht wollen! Natürlich war es teuer. Der Krieg endet bald. Anna Berg warnte vor Streit. Niemand fand den "
    "Plan schön. Der Damm dürfte halten, meint Otto Kern. Drei Autos brannten am Montag. Leider blieb das Geld aus. Es sei "
    "wohl ein Fehler gewesen, räumte die Polizei ein. Die Stadt will das Bad bauen. Obwohl es regnete, kamen fast alle. "
    "Ich finde das falsch. Die Opposition lehnt den Plan ab."
).split(". ")


@pytest.fixture(scope="module")
def corpus():
    sentences = [sentence if sentence[-1] in "!?." else f"{sentence}." for sentence in SENTENCES]
    n = len(sentences)
    rows = [
        {
            "text": "\n\n".join(sentences[(i * 5 + k * (1 + i % 7)) % n] for k in range(6 + i % 9)),
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
