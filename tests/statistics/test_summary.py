"""Summaries: what is pooled, what is independent, what may be shown, and what a note says."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

import stimmlage as sl
from stimmlage.errors import ColumnError, OptionError
from stimmlage.statistics.rates import rate
from stimmlage.statistics.summary import summarise


def scores(*rows: tuple, measure: str = "hedging", kind: str = "rate") -> pd.DataFrame:
    """Make scores of rows (doc_id, sentence_id, value, n_words)."""
    table = pd.DataFrame(rows, columns=["doc_id", "sentence_id", "value", "n_words"]).astype({"value": float})
    return table.assign(speaker="Blum", passage_id=range(len(table)), measure=measure, kind=kind)


def sentences(n: int, value: float = 10.0, words: int = 10) -> list[tuple]:
    return [("d", i, value if i % 2 else 0.0, words) for i in range(n)]


def documents(n: int, value: float = 1.0, words: int = 200) -> list[tuple]:
    return [(f"d{i}", 0, value * (i % 3), words) for i in range(n)]


@pytest.mark.parametrize(
    ("rows", "shown", "note"),
    [
        # within one text: ten sentences, a hundred words
        (sentences(10), True, "speaks of this text only"),
        (sentences(9, 5.0, words=20), False, "4 hits in 180 words, 9 sentences"),
        (sentences(12, 12.5, words=8), False, "6 hits in 96 words, 12 sentences"),
        ([("d", 0, 0, 25)], False, "0 in 25 words (up to 14.8 per 100 not excluded)"),
        ([("d", 0, 4.0, 25)], False, "1 hit in 25 words, 1 sentence"),
        ([("d", 0, np.nan, 0)], False, "no words"),
        # over documents: five of equal size, however many sentences
        (documents(6), True, ""),
        (documents(4), False, "6 hits in 800 words, 4 documents"),
        ([(f"d{i % 3}", i, 5.0, 20) for i in range(60)], False, "60 hits in 1200 words, 3 documents"),
        ([*documents(5), ("long", 0, 1.0, 9000)], False, "98 hits in 10000 words, 6 documents"),
    ],
)
def test_what_is_shown_and_what_is_said(rows, shown, note):
    row = summarise(scores(*rows), by="speaker").iloc[0]
    assert row["note"] == note
    assert np.isnan(row["estimate"]) == np.isnan(row["low"]) == np.isnan(row["high"]) == (not shown)


def test_a_group_in_one_document_is_counted_in_sentences_else_in_documents():
    table = pd.concat([scores(*sentences(12)), scores(*documents(7)).assign(speaker="Lang")])
    found = summarise(table, by="speaker")
    assert found[["unit", "n"]].values.tolist() == [["sentence", 12], ["document", 7]]


def test_fragments_of_a_sentence_are_one_unit():
    whole = scores(*[("d", i, 10.0, 10) for i in range(12)])
    cut = scores(*[("d", i, 10.0, 5) for i in range(12) for _ in "ab"])
    columns = ["estimate", "low", "high", "n", "n_hits", "n_words", "note"]
    expected = summarise(whole, by="speaker")[columns]
    found = summarise(cut.assign(n_hits=0.5, total=0.5, squares=0.5, base=0.05), by="speaker")[columns]
    assert_frame_equal(found, expected)


def test_a_rate_is_that_of_the_functions_on_arrays():
    rows = [
        (f"d{i}", 0, 100 * y / w, w)
        for i, (y, w) in enumerate([(3, 300), (0, 250), (2, 400), (5, 350), (1, 200), (4, 310)])
    ]
    row = summarise(scores(*rows), by="speaker").iloc[0]
    expected = rate([3, 0, 2, 5, 1, 4], [300, 250, 400, 350, 200, 310])
    assert row[["estimate", "low", "high"]].tolist() == pytest.approx([100 * float(x) for x in expected[:3]])


@pytest.mark.parametrize("unit", ["document", "sentence"])
def test_the_unit_can_be_chosen(unit):
    row = summarise(
        scores(*[(f"d{i % 6}", i, 10.0 * (i % 6 > 3), 20) for i in range(60)]), by="speaker", unit=unit
    ).iloc[0]
    assert row["n"] == {"document": 6, "sentence": 60}[unit]
    assert row["note"] == {"document": "", "sentence": "sentences of one document are not independent"}[unit]


def test_a_voice_cut_into_pieces_has_the_tone_of_one_whole():
    text = " ".join(f"„Das ist gut“, sagte Anna Berg, „und das ist sehr gut.“ Der Tag {i} ist lang." for i in range(12))
    row = sl.from_text(text).summary(sl.Sentiment(), by="speaker").query("measure == 'sentiment'")
    assert row.set_index("speaker")["estimate"]["Anna Berg"] > 0.7


@pytest.mark.parametrize("unit", ["auto", "document"])
def test_kinds_are_told_by_the_declaration_and_not_by_the_name(unit):
    table = scores(*documents(6), measure="evidentiality")
    assert summarise(table, by="speaker", unit=unit)["estimate"].item() == pytest.approx(1)
    table = scores(*documents(6, 0.5), measure="hedging", kind="balance")
    assert summarise(table, by="speaker", unit=unit)["estimate"].item() == pytest.approx(0.5)


@pytest.mark.parametrize("options", [{"by": []}, {"by": "speaker", "level": 1.5}, {"by": "speaker", "unit": "passage"}])
def test_bad_options(options):
    with pytest.raises(OptionError):
        summarise(scores(("d", 0, 1, 10)), **options)


@pytest.mark.parametrize(
    ("change", "error", "said"),
    [
        (lambda t: t.drop(columns="kind"), ColumnError, "`kind` says of each score"),
        (lambda t: t.assign(kind="ratio"), OptionError, "'hedging' is \\['ratio'\\]"),
        (lambda t: t.assign(kind=["rate", "balance"]), OptionError, "\\['balance', 'rate'\\]"),
        (lambda t: t.drop(columns="speaker"), ColumnError, "speaker"),
    ],
)
def test_a_score_without_a_kind_is_told_what_to_say(change, error, said):
    with pytest.raises(error, match=said):
        summarise(change(scores(("d", 0, 10, 10), ("d", 1, 0, 90))), by="speaker")


ROWS = st.lists(
    st.tuples(
        st.sampled_from(["a", "b", "c"]),
        st.integers(0, 5),
        st.one_of(st.just(float("nan")), st.floats(-1, 1)),
        st.integers(0, 50),
    ),
    max_size=30,
)


@settings(deadline=None, max_examples=60)
@given(ROWS, st.sampled_from(["rate", "net", "balance", "position"]))
def test_intervals_hold_their_estimates_and_the_input_is_untouched(rows, kind):
    table = scores(*[(d, s, abs(v) if kind == "rate" else v, w) for d, s, v, w in rows], kind=kind)
    before = table.copy(deep=True)
    found = summarise(table, by="speaker")
    assert_frame_equal(table, before)
    for row in found.to_dict("records"):
        shown = not np.isnan(row["estimate"])
        assert shown == (not np.isnan(row["low"])) and bool(row["note"]) == (not shown or row["unit"] == "sentence")
        if shown:
            assert row["low"] <= row["estimate"] <= row["high"] and row["low"] < row["high"]


TABLE = [
    {"id": "a", "text": "Das ist wohl so. „Ja“, sagte Anna Berg.", "outlet": "A", "date": "2024-03-05"},
    {"id": "b", "text": "Das ist so. „Nein“, sagte der Minister Otto Kern.", "outlet": "B", "date": "7.4.2024"},
    {"id": "c", "text": "Der Rat tagt vielleicht heute. Es regnet.", "outlet": "A", "date": "im Mai"},
]


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    import json

    file = tmp_path_factory.mktemp("in") / "articles.jsonl"
    file.write_text("\n".join(json.dumps(row) for row in TABLE), "utf-8")
    return sl.read(file, id_column="id")


@pytest.mark.parametrize(
    ("by", "groups"),
    [
        ("outlet", ["A", "B"]),
        ("year", ["2024", ""]),
        ("month", ["2024-03", "2024-04", ""]),
        ("week", ["2024-W10", "2024-W14", ""]),
        ("speaker", ["author", "Anna Berg", "Otto Kern"]),
        ("role", ["author", "", "der Minister"]),
        ("section", [""]),
        ("mode", ["narration", "direct"]),
        ("doc_id", ["a", "b", "c"]),
    ],
)
def test_any_column_groups(corpus, by, groups):
    found = corpus.summary(sl.Hedging(), by=by)
    assert list(dict.fromkeys(found[by])) == groups
    assert found.query("measure == 'hedging'")["n_hits"].sum() == 2


def test_a_column_that_is_nowhere_is_answered_with_those_that_are(corpus):
    with pytest.raises(OptionError, match="'colour'; there are .*'outlet'"):
        corpus.summary(sl.Hedging(), by=["speaker", "colour"])


def test_nothing_is_measured_twice(corpus, monkeypatch):
    first = corpus.summary(sl.Hedging(), by="speaker")
    monkeypatch.setattr(sl.Hedging, "find", lambda *_: pytest.fail("measured again"))
    assert_frame_equal(corpus.summary(sl.Hedging(), by="speaker"), first)
    before = corpus.measure(sl.Hedging()).scores
    before["value"] = 0.0  # what is given away is the user's own
    assert corpus.measure(sl.Hedging()).scores["value"].sum() > 0
