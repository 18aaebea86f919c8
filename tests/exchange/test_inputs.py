"""Inputs: one bad file, row or cell stops nothing, and is told; every article has a name of its own."""

import gzip
import json
import os
import socket
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import stimmlage as sl
from stimmlage.cli import main
from stimmlage.errors import ColumnError, InputError, OptionError
from stimmlage.exchange.inputs import Item, items_of
from stimmlage.exchange.paths import sources_of
from stimmlage.running import run

GOOD = "Der Plan sei gut, sagte Anna Berg."


def problems(corpus) -> dict[str, str]:
    table = corpus.documents
    return dict(table.loc[table["problem"] != "", ["doc_id", "problem"]].itertuples(index=False, name=None))


def jsonl(path: Path, *rows) -> Path:
    path.write_bytes(b"".join((row if isinstance(row, bytes) else json.dumps(row).encode()) + b"\n" for row in rows))
    return path


# ---- files ----


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("b.txt", b"", "holds no text"),
        ("b.txt", b" \n\t\n", "holds no text"),
        ("b.txt", b"%PDF-1.7", "a damaged PDF"),
        ("b.txt", bytes(range(32)) * 20, "not a text file"),
        ("b.parquet", b"PAR1 and nothing", "no Parquet table"),
        ("b.csv", b"a,b\n1,2\n", "no column 'text'"),
        ("b.csv.gz", b"not gzip at all", "cannot be read from row 1 on"),
    ],
)
def test_a_bad_file_among_good_ones_is_a_row_with_its_problem(tmp_path, name, content, said):
    (tmp_path / "a.txt").write_text(GOOD, "utf-8")
    (tmp_path / "c.txt").write_text(GOOD, "utf-8")
    (tmp_path / name).write_bytes(content)
    corpus = sl.read(tmp_path)
    assert corpus.documents["doc_id"].tolist() in (["a", "b", "c"], ["a", "b-1", "c"]) and len(corpus) == 3
    (problem,) = problems(corpus).values()
    assert said in problem and "\n" not in problem
    assert corpus.quotations["speaker"].tolist() == ["Anna Berg"] * 2
    assert "1 could not be read" in repr(corpus)
    report = run(tmp_path, tmp_path.parent / f"{tmp_path.name}-out", progress=False)
    assert report.n_documents == 3 and len(report.problems) == 1 and said in report.problems[0]


def test_a_bad_file_by_itself_is_an_error(tmp_path):
    (tmp_path / "b.txt").write_bytes(b"")
    with pytest.raises(InputError, match="holds no text"):
        sl.read(tmp_path / "b.txt")
    with pytest.raises(InputError, match="holds no text"):
        sl.read(tmp_path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_a_problem(tmp_path):
    (tmp_path / "a.txt").write_text(GOOD, "utf-8")
    (tmp_path / "b.txt").write_text(GOOD, "utf-8")
    (tmp_path / "b.txt").chmod(0)
    (tmp_path / "closed").mkdir(mode=0)
    found = problems(sl.read(tmp_path))
    assert "cannot be read" in found["b"] and "cannot be opened" in found["closed"]


def test_a_file_that_cannot_be_read_is_a_problem(tmp_path, monkeypatch):
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(GOOD, "utf-8")
    genuine = Path.read_bytes

    def refusing(path):
        if path.name == "b.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return genuine(path)

    monkeypatch.setattr(Path, "read_bytes", refusing)
    assert "cannot be read (Permission denied)" in problems(sl.read(tmp_path))["b"]


def test_a_folder_that_cannot_be_opened_is_a_problem(tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text(GOOD, "utf-8")
    (tmp_path / "closed").mkdir()
    genuine = os.scandir

    def refusing(path):
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", str(path))
        return genuine(path)

    monkeypatch.setattr(os, "scandir", refusing)
    assert problems(sl.read(tmp_path)) == {"closed": "the folder cannot be opened (Permission denied)"}


@pytest.mark.parametrize("make", [os.mkfifo, lambda path: socket.socket(socket.AF_UNIX).bind(str(path))])
def test_special_files_are_refused_and_never_waited_for(tmp_path, capsys, make):
    place = tmp_path / "s"
    make(place)
    with pytest.raises(InputError, match="no regular file"):
        sl.read(place)
    for command in (
        ["analyse", str(place), "--out", str(tmp_path / "out")],
        ["show", str(place), "--out", str(tmp_path / "x.html")],
    ):
        assert main(command) == 2
    assert capsys.readouterr().err.count("no regular file") == 2


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device")
def test_devices_are_refused():
    with pytest.raises(InputError, match="no regular file"):
        sl.read("/dev/zero")


def test_file_names_that_are_no_utf8(tmp_path):
    try:
        Path(os.fsdecode(os.fsencode(str(tmp_path)) + b"/m\xfcller.txt")).write_text(GOOD, "utf-8")
    except OSError:
        pytest.skip("this file system takes no such names")
    run(tmp_path, tmp_path.parent / f"{tmp_path.name}-out", format="parquet", progress=False)
    assert sl.read(tmp_path).documents["doc_id"].tolist() == ["m\ufffdller"]


# ---- rows ----


def test_broken_lines_are_problems_of_their_own(tmp_path):
    path = jsonl(
        tmp_path / "t.jsonl",
        {"id": "a", "text": GOOD},
        b"{broken",
        b"[1]",
        {"id": "d"},
        b'{"text": ' + b"9" * 5000 + b"}",
        b'{"text": ' + b"[" * 100_000 + b"}",
        {"id": "g", "text": GOOD},
    )
    corpus = sl.read(path)
    assert corpus.documents["doc_id"].tolist() == ["a", "t-2", "t-3", "d", "t-5", "t-6", "g"]
    expected = ["is not JSON", "not a JSON object", "has no 'text'", "is not JSON", "is not JSON"]
    assert [part in said for part, said in zip(expected, problems(corpus).values(), strict=True)] == [True] * 5


def test_a_table_that_breaks_off_keeps_the_rows_before(tmp_path):
    lines = "".join(json.dumps({"id": f"r{n}", "text": GOOD, "more": os.urandom(200).hex()}) + "\n" for n in range(300))
    whole = gzip.compress(lines.encode())
    (tmp_path / "t.jsonl.gz").write_bytes(whole[: len(whole) // 2])
    corpus = sl.read(tmp_path / "t.jsonl.gz")
    (problem,) = problems(corpus).values()
    assert len(corpus.quotations) > 50 and "cannot be read from row" in problem


@pytest.mark.parametrize("cell", [5, ["a"], True, {}, 1.5])
def test_what_is_no_text_is_not_read_as_one(tmp_path, cell):
    corpus = sl.read(jsonl(tmp_path / "t.jsonl", {"id": "a", "text": GOOD}, {"id": "b", "text": cell}))
    assert f"holds no text but {type(cell).__name__}" in problems(corpus)["b"]


@pytest.mark.parametrize("cell", [None, "", "  "])
def test_an_empty_cell_holds_no_text(tmp_path, cell):
    assert (
        problems(sl.read(jsonl(tmp_path / "t.jsonl", {"id": "a", "text": GOOD}, {"id": "b", "text": cell})))["b"]
        == "b holds no text."
    )


def test_bytes_and_missing_values_in_parquet(tmp_path):
    pd.DataFrame({"id": ["a", "b"], "text": [GOOD.encode(), None]}).to_parquet(tmp_path / "t.parquet")
    with pytest.raises(InputError, match="holds no text but bytes"):
        sl.read(tmp_path / "t.parquet")
    assert Item("x", text=float("nan")).metadata == {}
    with pytest.raises(InputError, match="x holds no text"):
        Item("x", text=np.nan).read()


# ---- names ----


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (["a", "a", "a~2"], ["a", "a~2", "a~2~2"]),
        (["a~2", "a", "a"], ["a~2", "a", "a~3"]),
        (["a", "a", "a"], ["a", "a~2", "a~3"]),
        (["", None, "t-1"], ["t-1", "t-2", "t-1~2"]),
    ],
)
def test_equal_names_are_told_apart(tmp_path, given, expected):
    path = jsonl(tmp_path / "t.jsonl", *({"id": name, "text": GOOD} for name in given))
    assert sl.read(path).documents["doc_id"].tolist() == expected
    run(path, tmp_path / "out", workers=2, partition_size=1, measures=[], progress=False)
    assert pd.read_csv(tmp_path / "out" / "documents.csv")["doc_id"].tolist() == expected


@settings(max_examples=50, deadline=None)
@given(names=st.lists(st.sampled_from(["a", "a~2", "a~3", "a~2~2", "b"]), min_size=1, max_size=12))
def test_no_two_articles_have_one_name(names, tmp_path_factory):
    path = jsonl(tmp_path_factory.getbasetemp() / "names.jsonl", *({"id": name, "text": "x"} for name in names))
    found = [item.doc_id for item in items_of(sources_of(path))]
    assert len(set(found)) == len(names)


def test_a_corpus_of_two_articles_with_one_name_is_refused():
    (analysis,) = sl.from_text(GOOD).analyses()
    with pytest.raises(InputError, match="same `doc_id`"):
        sl.Corpus([analysis, analysis])
    with pytest.raises(InputError, match="made of analysed articles"):
        sl.Corpus([1])


# ---- metadata and odd characters ----


@pytest.mark.parametrize("format", ["csv", "jsonl", "parquet"])
@pytest.mark.parametrize(
    "values",
    [
        [99999999999999999999999, 1],
        [2**63, 0.5],
        [int("9" * 400), 0.5],
        ["\ud800", "ok"],
        [["\ud800"], {"a": "\udfff"}],
    ],
)
def test_odd_metadata_stops_nothing(tmp_path, format, values):
    path = jsonl(
        tmp_path / "t.jsonl",
        *({"id": str(n), "text": GOOD, "n": value, "k\ud800": 1} for n, value in enumerate(values)),
    )
    report = run(path, tmp_path / "out", format=format, measures=[], progress=False)
    assert (report.n_documents, report.problems) == (2, [])
    assert len(sl.read(path).documents) == 2


@pytest.mark.parametrize("format", ["csv", "jsonl", "parquet"])
def test_half_a_surrogate_pair_is_told(tmp_path, format):
    path = jsonl(tmp_path / "t.jsonl", {"id": "a\ud800", "text": "Ein \ud800 Satz."})
    run(path, tmp_path / "out", format=format, measures=[], progress=False)
    row = sl.read(path).documents.iloc[0]
    assert (row["doc_id"], row["text"]) == ("a\ufffd", "Ein \ufffd Satz.")
    assert row["problem"] == "1 character that is none (half of a surrogate pair)"
    assert sl.from_text("Ein \ud800 \udc00 Satz.").documents.at[0, "problem"].startswith("2 characters that are none")


# ---- calls that cannot be meant ----


@pytest.mark.parametrize(
    "call", [lambda: sl.read(None), lambda: sl.read([]), lambda: sl.read(5), lambda: sl.read([None])]
)
def test_read_says_what_it_takes(call):
    with pytest.raises(InputError, match="`paths` takes the path of a text file"):
        call()


@pytest.mark.parametrize("text", [None, 5, b"Der Plan", ["a"]])
def test_from_text_says_what_it_takes(text):
    with pytest.raises(InputError, match="`text` takes a text; not"):
        sl.from_text(text)


def test_a_column_that_is_not_there(tmp_path):
    path = jsonl(tmp_path / "t.jsonl", {"text": GOOD})
    with pytest.raises(ColumnError, match="no column 'nr'"):
        sl.read(path, id_column="nr")


@pytest.mark.parametrize(
    ("content", "options"),
    [
        ("a;Das ist gut.;x\nb;Das ist schlecht.;y\n", {"names": ["id", "text", "outlet"]}),
        ("a|Das ist gut.|x\nb|Das ist schlecht.|y\n", {"names": ["id", "text", "outlet"], "sep": "|"}),
        ("id|text|outlet\na|Das ist gut.|x\nb|Das ist schlecht.|y\n", {"sep": "|"}),
        ("a,Das ist gut.,x\n\nb,Das ist schlecht.,y\n", {"names": ["id", "body", "outlet"], "text_column": "body"}),
    ],
)
def test_tables_without_a_head_and_with_another_separator(tmp_path, content, options):
    (tmp_path / "t.csv").write_text(content, "utf-8")
    documents = sl.read(tmp_path / "t.csv", **options).documents
    assert documents[["doc_id", "text", "outlet"]].values.tolist() == [
        ["a", "Das ist gut.", "x"],
        ["b", "Das ist schlecht.", "y"],
    ]


@pytest.mark.parametrize(
    "options", [{"names": "text"}, {"names": ["text", "text"]}, {"sep": ";;"}, {"sep": ""}, {"names": [1]}]
)
def test_table_options_that_cannot_be_right(tmp_path, options):
    (tmp_path / "t.csv").write_text("text\nGut.\n", "utf-8")
    with pytest.raises(OptionError) as error:
        sl.read(tmp_path / "t.csv", **options)
    assert "\n" not in str(error.value)


def test_names_must_hold_the_text(tmp_path):
    (tmp_path / "t.csv").write_text("a,Gut.\n", "utf-8")
    with pytest.raises(ColumnError, match="no column 'text'"):
        sl.read(tmp_path / "t.csv", names=["id", "body"])
