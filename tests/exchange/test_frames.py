"""Articles that are in memory: texts, and rows of a data frame."""

import pandas as pd
import pytest

import stimmlage as sl
from stimmlage.errors import ColumnError, InputError
from stimmlage.exchange.frames import kept, rows_of_frame, rows_of_texts


def test_texts_get_names_or_bring_them():
    assert [a.document.doc_id for a in rows_of_texts(["Ja.", "Nein."])] == ["text-1", "text-2"]
    assert [a.document.doc_id for a in rows_of_texts({"x": "Ja."})] == ["x"]


@pytest.mark.parametrize(
    ("texts", "words"),
    [
        ("Ja.", "takes a list of texts; not str"),
        ([], "is empty"),
        (pd.DataFrame({"text": ["Ja."]}), "sl.from_frame reads its rows"),
        (3, "takes a list of texts"),
    ],
)
def test_what_are_no_texts_is_told(texts, words):
    with pytest.raises(InputError, match=words):
        list(rows_of_texts(texts))


def test_paths_are_told_apart_from_texts(tmp_path):
    (tmp_path / "a.txt").write_text("Ja.")
    with pytest.raises(InputError, match="is a file, not a text; sl.read reads"):
        list(rows_of_texts([str(tmp_path / "a.txt")]))


def test_rows_bring_their_columns():
    table = pd.DataFrame(
        {"id": [7, None], "text": ["Ja.", "Nein."], "day": pd.to_datetime(["2026-01-05", None]), "n": [1, 2]}
    )
    first, second = rows_of_frame(table)
    assert (first.document.doc_id, second.document.doc_id) == ("7.0", "row-2")
    assert first.document.metadata == {"day": "2026-01-05", "n": 1}
    assert second.document.metadata == {"day": None, "n": 2}


@pytest.mark.parametrize(
    ("table", "options", "error", "words"),
    [
        (pd.DataFrame({"body": ["Ja."]}), {}, ColumnError, "no column 'text'"),
        (pd.DataFrame({"text": ["Ja."]}), {"id": "key"}, ColumnError, "no column 'key'"),
        (pd.DataFrame({"text": []}), {}, InputError, "no rows"),
        (pd.DataFrame([["a", "b"]], columns=["text", "text"]), {}, ColumnError, "two columns 'text'"),
        ([1], {}, InputError, "takes a data frame"),
    ],
)
def test_what_is_wrong_with_a_frame_is_told(table, options, error, words):
    with pytest.raises(error, match=words):
        list(rows_of_frame(table, **options))


def test_kept_articles_have_a_hash_of_their_own():
    one, other = (kept(sl.from_text(text).analyses()) for text in ("Ja.", "Nein."))
    assert one.sha256() != other.sha256() and one.sha256() == kept(sl.from_text("Ja.").analyses()).sha256()
    assert [item.doc_id for item in one.items()] == ["text"]
