"""The tables of exploring, whole, on three articles of our own."""

import pytest
from tests.held import held

import stimmlage as sl

ARTICLES = {
    "a": "Neuer Damm\n\nDer neue Damm in Bern wird teuer. „Der Damm ist dicht“, sagte Anna Berg am Montag. Sie lobte den Damm "
    "und die alte Brücke.\n\nDie Kosten steigen, sagte Otto Kern. Die Kosten des Damms seien zu hoch, warf er Anna Berg vor.",
    "b": "Streit um den Damm\n\nOtto Kern kritisiert die Kosten. „Die Kosten steigen“, sagte er. Der alte Weg am Damm bleibt "
    "offen, teilte die Polizei mit.\n\nAnna Berg widersprach Otto Kern. Der neue Damm sei dicht, und die Kosten sinken.",
    "c": "Ein Fest\n\nDas Fest am Damm war schön. Viele Leute kamen, sangen und tanzten bis in die Nacht. „Was für ein Fest!“, "
    "rief Anna Berg. Die alte Brücke blieb gesperrt.\n\nDer neue Damm in Bern wird teuer. Die Polizei war zufrieden.",
}


@pytest.fixture(scope="module")
def corpus():
    return sl.concat([sl.from_text(text, doc_id=name) for name, text in ARTICLES.items()])


TABLES = {
    "kwic": lambda c: c.kwic("Kosten"),
    "kwic-regex": lambda c: c.kwic("D.*m", kind="regex", window=3, by="speaker"),
    "kwic-voice": lambda c: c.kwic("d*", speaker="Anna Berg"),
    "frequencies": lambda c: c.frequencies(),
    "frequencies-by": lambda c: c.frequencies(by="doc_id", of="word", content=False, least=2),
    "ngrams": lambda c: c.ngrams(),
    "ngrams-3": lambda c: c.ngrams(n=3, of="lemma", by="doc_id", least=1),
    "keyness": lambda c: c.keyness({"doc_id": "c"}, least=1),
    "keyness-two": lambda c: c.keyness({"doc_id": "a"}, {"doc_id": ["b", "c"]}, of="word", content=False, least=1),
    "collocations": lambda c: c.collocations("Damm", least=1),
    "collocations-near": lambda c: c.collocations("kosten", window=2, of="word", content=False, least=1),
    "dispersion": lambda c: c.dispersion(["Damm", "Kosten", "Fest"]),
    "word_places": lambda c: c.word_places(["Damm", "Brücke"]),
    "readability": lambda c: c.readability(),
    "readability-mode": lambda c: c.readability(by="mode"),
    "duplicates": lambda c: c.duplicates(0.1),
    "voices-each-by": lambda c: c.voices(by="doc_id", each=True),
    "voices-each": lambda c: c.voices(each=True),
    "voices": lambda c: c.voices(),
    "voices-by": lambda c: c.voices(by="doc_id"),
    "people": lambda c: c.people(),
    "passages": lambda c: c.passages,
    "sections": lambda c: c.sections,
    "sentences": lambda c: c.sentences,
    "furniture": lambda c: c.furniture,
    "tokens": lambda c: c.tokens,
}


@pytest.mark.parametrize("name", TABLES)
def test_tables(corpus, name):
    found = TABLES[name](corpus)
    held(
        f"exploring/{name}",
        found.to_csv(index=False, float_format="%.4g") if hasattr(found, "to_csv") else f"{found}\n",
    )
