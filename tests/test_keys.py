"""Keys: every row of every table can be named, and every table joined to the others."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import stimmlage as sl

KEYS = {
    "documents": ["doc_id"],
    "sections": ["doc_id", "section_id"],
    "sentences": ["doc_id", "sentence_id"],
    "quotations": ["doc_id", "quotation_id"],
    "tokens": ["doc_id", "token_id"],
    "speakers": ["doc_id", "speaker_id"],
    "passages": ["doc_id", "passage_id"],
    "scores": ["doc_id", "passage_id", "measure"],
}
LEADS_TO = [
    ("tokens", ["doc_id", "sentence_id"], "sentences"),
    ("tokens", ["doc_id", "passage_id"], "passages"),
    ("sections", ["doc_id"], "documents"),
    ("furniture", ["doc_id"], "documents"),
    ("sentences", ["doc_id", "section_id"], "sections"),
    ("quotations", ["doc_id", "sentence_id"], "sentences"),
    ("quotations", ["doc_id", "section_id"], "sections"),
    ("passages", ["doc_id", "sentence_id"], "sentences"),
    ("passages", ["doc_id", "section_id"], "sections"),
    ("hits", ["doc_id", "passage_id"], "passages"),
    ("scores", ["doc_id", "passage_id"], "passages"),
    ("quotations", ["doc_id", "speaker_id"], "speakers"),
    ("speakers", ["doc_id"], "documents"),
]
PIECES = st.sampled_from(
    [
        "Der Plan sei gut, sagte Anna Berg.",
        "„Er ist keineswegs schlecht“, erklärte sie.",
        "Die Lage",
        "Niemand weiß, was kommt.",
        "Otto Klein warnte: „Das Geld fehlt. Es reicht nie.“",
        "„Nein!“",
        "Laut Polizei wurde niemand verletzt.",
        "Anna Berg kritisierte den Plan.",
        "Sie nannte ihn „wohl falsch“ und „teuer“.",
        "–",
        "1. Mai",
    ]
)
TEXTS = st.lists(
    st.lists(PIECES, min_size=1, max_size=6).flatmap(
        lambda pieces: st.lists(st.sampled_from([" ", "\n", "\n\n"]), min_size=len(pieces), max_size=len(pieces)).map(
            lambda gaps: "".join(a + b for pair in zip(pieces, gaps) for a, b in [pair])
        )
    ),
    min_size=1,
    max_size=3,
)


def tables_of(corpus):
    found = corpus.measure(sl.Hedging(), sl.Sentiment())
    names = ["documents", "furniture", "sections", "sentences", "tokens", "quotations", "speakers", "passages"]
    return {**{name: getattr(corpus, name) for name in names}, "hits": found.hits, "scores": found.scores}


def check(tables):
    for name, key in KEYS.items():
        table = tables[name]
        assert not table.duplicated(key).any(), f"{name}: a key stands twice"
        numbers = table[key].select_dtypes("number")
        assert (numbers >= 0).all(axis=None), f"{name}: a key is negative"
    for name, key, other in LEADS_TO:
        rows = tables[name]
        if key[-1] == "speaker_id":
            rows = rows[rows["speaker_id"] != ""]
        joined = rows[key].merge(tables[other][key].drop_duplicates(), how="left", on=key, indicator=True)
        assert (joined["_merge"] == "both").all(), f"{name} leads to no row of {other}"
    voices = tables["passages"].loc[~tables["passages"]["voice"].isin(["author", "unattributed"]), ["doc_id", "voice"]]
    known = set(tables["speakers"][["doc_id", "speaker_id"]].itertuples(index=False, name=None))
    assert set(voices.itertuples(index=False, name=None)) <= known


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("keys")


@settings(max_examples=40, deadline=None)
@given(texts=TEXTS, ids=st.lists(st.sampled_from(["a", "a~2", "b"]), min_size=3, max_size=3))
def test_keys_are_unique_and_lead_to_rows(texts, ids, folder):
    path = folder / "table.csv"
    pd.DataFrame({"id": ids[: len(texts)], "text": texts}).to_csv(path, index=False)
    tables = tables_of(sl.read(path))
    assert len(tables["documents"]) == len(texts)
    check(tables)


def test_quotations_are_counted_in_reading_order():
    quotations = sl.from_text(
        "„Ja“, sagte Anna Berg. „Nein, das ist falsch“, sagte Otto Klein. Er warnte, es werde teuer."
    ).quotations
    assert quotations["quotation_id"].tolist() == list(range(len(quotations)))
    assert quotations["start"].is_monotonic_increasing


@pytest.mark.parametrize(("table", "said"), [("quotations", "stands twice"), ("scores", "no row of passages")])
def test_the_measuring_rod_finds_what_is_wrong(table, said):
    tables = tables_of(sl.from_text("„Ja, das ist gut“, sagte Anna Berg. Otto Klein warnte, es werde teuer."))
    check(tables)
    wrong = {"quotations": {"quotation_id": 0}, "scores": {"passage_id": lambda t: t["passage_id"] + 50}}[table]
    with pytest.raises(AssertionError, match=said):
        check({**tables, table: tables[table].assign(**wrong)})
