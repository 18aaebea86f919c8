"""Doors and handles: texts, data frames, parts of a corpus, and corpora put together."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import stimmlage as sl
from stimmlage.errors import ColumnError, InputError, OptionError

TEXTS = {
    "a": "Der Plan ist wohl gut. „Er ist keineswegs schlecht“, sagte Anna Berg.",
    "b": "Der Damm bricht vielleicht.",
    "c": "Laut Polizei ist die Straße frei.",
}
FRAME = pd.DataFrame(
    {
        "id": list(TEXTS),
        "text": list(TEXTS.values()),
        "outlet": ["Bote", "Bote", "Blatt"],
        "date": ["2026-01-05", "2026-02-01", "01.02.2026"],
        "party": ["x", None, "y"],
    }
)


@pytest.fixture(scope="module")
def corpus():
    return sl.from_frame(FRAME)


def test_a_frame_gives_names_and_metadata(corpus):
    documents = corpus.documents
    assert documents["doc_id"].tolist() == ["a", "b", "c"] and documents["outlet"].tolist() == ["Bote", "Bote", "Blatt"]
    assert documents["party"].fillna("").tolist() == ["x", "", "y"]


def test_a_frame_is_read_as_its_file_is(tmp_path, corpus):
    FRAME.to_csv(tmp_path / "t.csv", index=False)
    from_file = sl.read(tmp_path / "t.csv")
    for name in ("sentences", "tokens", "quotations", "speakers", "passages"):
        pd.testing.assert_frame_equal(getattr(corpus, name), getattr(from_file, name))


@pytest.mark.parametrize(("options", "names"), [({}, ["a", "b", "c"]), ({"id": "outlet"}, ["Bote", "Bote~2", "Blatt"])])
def test_names_come_from_a_column_and_are_unique(options, names):
    assert sl.from_frame(FRAME, **options).documents["doc_id"].tolist() == names


def test_rows_without_a_name_are_numbered():
    assert sl.from_frame(FRAME[["text"]]).documents["doc_id"].tolist() == ["row-1", "row-2", "row-3"]


def test_a_row_without_text_is_a_row_with_its_problem():
    documents = sl.from_frame(pd.DataFrame({"text": ["Gut.", None, 5]})).documents
    assert documents["problem"].astype(bool).tolist() == [False, True, True]


def test_dates_of_a_frame_are_dates_of_the_documents():
    dated = FRAME[["text"]].assign(date=pd.to_datetime(["2026-01-05", "2026-02-01", None]))
    assert sl.from_frame(dated).documents["date"].tolist() == ["2026-01-05", "2026-02-01", ""]


def test_without_layout_a_text_stays_as_it_stands():
    text = "Ein Satz\ngeht weiter."
    assert sl.from_texts([text], layout=False).documents["text"].tolist() == [text]
    assert sl.from_texts([text]).documents["text"].tolist() != [text]


@pytest.mark.parametrize(
    ("call", "wrong", "says"),
    [
        (sl.read, FRAME, "sl.from_frame"),
        (sl.read, "Ein Text.\nUnd noch einer.", "sl.from_text"),
        (sl.read, 5, "sl.from_text"),
        (sl.from_text, FRAME, "sl.from_frame"),
        (sl.from_text, ["a", "b"], "sl.from_texts"),
        (sl.from_text, Path("a.txt"), "sl.read"),
        (sl.from_text, None, "sl.from_text"),
        (sl.from_texts, "Ein Text.", "sl.from_text"),
        (sl.from_texts, [], "empty"),
        (sl.from_frame, [{"text": "a"}], "sl.from_texts"),
        (sl.from_frame, FRAME[:0], "no rows"),
        (sl.concat, [], "sl.from_texts"),
        (sl.concat, ["a"], "sl.from_text"),
    ],
)
def test_a_wrong_kind_is_told_the_right_door(call, wrong, says):
    with pytest.raises(InputError) as error:
        call(wrong)
    assert says in str(error.value) and "\n" not in str(error.value) and len(str(error.value)) < 250


def test_a_file_is_no_text(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Gut.", "utf-8")
    for call, given_ in ((sl.from_text, str(path)), (sl.from_texts, [str(path)])):
        with pytest.raises(InputError, match=r"sl\.read"):
            call(given_)


@pytest.mark.parametrize(("options", "says"), [({"text": "body"}, "body"), ({"id": "nr"}, "nr")])
def test_a_column_that_is_not_there_is_named(options, says):
    with pytest.raises(ColumnError, match=says):
        sl.from_frame(FRAME, **options)


def test_two_columns_of_one_name_are_refused():
    with pytest.raises(ColumnError, match="two columns 'text'"):
        sl.from_frame(pd.DataFrame([["a", "b"]], columns=["text", "text"]))


@pytest.mark.parametrize(
    ("which", "names"),
    [
        ("b", ["b"]),
        (["c", "a"], ["c", "a"]),
        (["a", "a"], ["a"]),
        (slice(1, None), ["b", "c"]),
        ([True, False, True], ["a", "c"]),
        (np.array([False, True, False]), ["b"]),
        (FRAME["outlet"] == "Bote", ["a", "b"]),
        ((FRAME["outlet"] == "Blatt")[::-1], ["c"]),
    ],
)
def test_parts_are_taken(corpus, which, names):
    assert corpus[which].documents["doc_id"].tolist() == names


@pytest.mark.parametrize("which", ["z", ["a", "z"], [True], [False] * 3, 3, None, slice(5, None)])
def test_parts_that_are_not_there_are_refused(corpus, which):
    with pytest.raises(OptionError) as error:
        corpus[which]
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("condition", "names"),
    [
        ("outlet == 'Bote'", ["a", "b"]),
        ("outlet == 'Bote' and month == '2026-02'", ["b"]),
        ("month == '2026-02'", ["b", "c"]),
        ("n_words > 4", ["a", "c"]),
        ("party.isna()", ["b"]),
    ],
)
def test_where_takes_conditions(corpus, condition, names):
    assert corpus.where(condition).documents["doc_id"].tolist() == names


@pytest.mark.parametrize("condition", ["nowhere == 1", "outlet ==", "", 5, "outlet == 'nobody'"])
def test_where_says_what_is_wrong(corpus, condition):
    with pytest.raises(OptionError) as error:
        corpus.where(condition)
    assert "\n" not in str(error.value)


def test_going_through_a_corpus_gives_its_articles(corpus):
    assert [part.documents["doc_id"].item() for part in corpus] == ["a", "b", "c"]
    assert "a" in corpus and "z" not in corpus and len(corpus) == 3


@given(st.sets(st.sampled_from("abc"), min_size=1))
def test_a_part_is_what_would_have_been_read_alone(names):
    whole = sl.from_texts(TEXTS)
    whole.measure(sl.Hedging())
    part, alone = whole[sorted(names)], sl.from_texts({name: TEXTS[name] for name in sorted(names)})
    for name in ("documents", "tokens", "quotations", "speakers", "passages"):
        pd.testing.assert_frame_equal(getattr(part, name), getattr(alone, name))
    pd.testing.assert_frame_equal(part.measure(sl.Hedging()).scores, alone.measure(sl.Hedging()).scores)


def test_corpora_are_put_together(corpus):
    again = sl.concat([corpus["c"], corpus[:2]])
    assert again.documents["doc_id"].tolist() == ["c", "a", "b"]
    with pytest.raises(InputError, match="'a'"):
        sl.concat([corpus, corpus["a"]])


def test_a_corpus_says_what_it_is():
    assert repr(sl.from_texts(TEXTS)) == "Corpus: 3 articles, 22 words, 2 quotations, 2 speakers"
    assert repr(sl.from_texts(["Gut.", ""])).endswith("1 could not be read, see documents['problem']")
