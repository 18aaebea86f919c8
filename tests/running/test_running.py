"""Many articles: inputs, tables, reading back."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal
from tests.running.articles import article, contents, read_all

import stimmlage as sl
from stimmlage.errors import ColumnError, InputError, MissingFileError, OptionError
from stimmlage.exchange.paths import items_of, sources_of
from stimmlage.running import run
from stimmlage.schema import TABLES
from stimmlage.waiting import bar


def test_folder_glob_and_single_file(tmp_path):
    (tmp_path / "b").mkdir()
    for name in ("a.txt", "b/c.txt", "b/.hidden.txt", "README.md"):
        (tmp_path / name).write_text("Ein Satz steht hier.", "utf-8")
    assert [d.doc_id for d in read_all(tmp_path)] == ["a", "b/c"]
    assert [d.source for d in read_all(tmp_path / "**" / "*.txt")] == ["a.txt", "b/c.txt"]
    assert [d.doc_id for d in read_all([tmp_path / "a.txt", tmp_path / "a.txt"])] == ["a", "a~2"]


@pytest.mark.parametrize("kind", ["csv", "semicolon", "jsonl", "jsonl.gz", "parquet"])
def test_tables_keep_their_columns(tmp_path, kind):
    table = pd.DataFrame(
        {
            "doc_id": ["x", "y"],
            "text": ["Erster Satz, ja.\nZweiter.", "„Größe“; Ende."],
            "ressort": ["Sport", "Kultur"],
            "title": ["Ein Tor", "Ein Bild"],
            "text_id": [1, 2],
        }
    )
    path = tmp_path / f"t.{'csv' if kind == 'semicolon' else kind}"
    if kind in ("csv", "semicolon"):
        table.to_csv(path, index=False, sep=";" if kind == "semicolon" else ",")
    elif kind == "parquet":
        table.to_parquet(path)
    else:
        table.to_json(path, orient="records", lines=True, force_ascii=False)
    read = read_all(path)
    assert [d.doc_id for d in read] == ["x", "y"]
    assert [d.title for d in read] == ["Ein Tor", "Ein Bild"]
    assert [list(d.metadata) for d in read] == [["ressort", "text_id"]] * 2
    assert read[1].text == "„Größe“; Ende." and read[0].metadata["ressort"] == "Sport"


@pytest.mark.parametrize(
    ("name", "content", "error", "message"),
    [
        ("nichts.txt", None, MissingFileError, "Nothing found"),
        ("*.txt", None, MissingFileError, "Nothing found"),
        ("t.csv", "a,b\n1,2\n", ColumnError, "no column 'text'; it has \\['a', 'b'\\]"),
        ("t.parquet", "no parquet", InputError, "no Parquet table"),
    ],
)
def test_inputs_that_cannot_be_used(tmp_path, name, content, error, message):
    if content is not None:
        (tmp_path / name).write_text(content)
    with pytest.raises(error, match=message):
        run(tmp_path / name, tmp_path / "out", measures=[], progress=False)
    assert not (tmp_path / "out").exists()


def test_empty_folder_is_refused(tmp_path):
    with pytest.raises(InputError, match="holds no file that is read"):
        run(tmp_path, tmp_path / "out", measures=[], progress=False)


def test_tables_are_read_row_by_row(tmp_path):
    path = tmp_path / "t.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as file:
        for i in range(5000):
            file.write(json.dumps({"text": f"Satz {i}."}) + "\n")
    first = next(items_of(sources_of(path)))
    assert (first.doc_id, first.text) == ("t-1", "Satz 0.")


@pytest.mark.parametrize("format", ["csv", "jsonl", "parquet"])
def test_tables_and_manifest(rows, tmp_path, format):
    out = tmp_path / "out"
    report = run(rows, out, format=format, measures=[], progress=False)
    assert (report.n_documents, report.problems) == (60, [])
    assert sorted(p.name for p in out.iterdir()) == sorted([f"{t}.{format}" for t in TABLES] + ["manifest.json"])
    read = {"csv": pd.read_csv, "parquet": pd.read_parquet, "jsonl": lambda p: pd.read_json(p, lines=True)}[format]
    frame = read(out / f"documents.{format}")
    assert list(frame.columns) == [*TABLES["documents"], "ressort", "jahr"]
    assert frame["doc_id"].tolist() == [f"a{i}" for i in range(60)]
    assert frame["jahr"].tolist() == list(range(2000, 2060))
    manifest = json.loads((out / "manifest.json").read_text("utf-8"))
    assert manifest["rows"]["documents"] == manifest["n_documents"] == 60
    assert manifest["inputs"][0]["name"] == "artikel.jsonl" and len(manifest["inputs"][0]["sha256"]) == 64
    assert str(tmp_path) not in json.dumps(manifest)


def test_broken_rows_are_documents_with_a_problem(tmp_path):
    path = tmp_path / "t.jsonl"
    path.write_text('{"text": "Ein Satz."}\n{"text": \n[1]\n{"titel": "x"}\n{"text": null}\n')
    report = run(path, tmp_path / "out", measures=[], progress=False)
    assert report.n_documents == 5 and len(report.problems) == 4
    assert "line 2 is not JSON" in report.problems[0] and "line 4 has no 'text'" in report.problems[2]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"format": "xls"}, "'csv', 'csv-de', 'parquet', 'jsonl', 'xlsx'; not 'xls'"),
        ({"engine": "spark"}, "not 'spark'"),
        ({"workers": 0}, "from 1 to 512"),
        ({"workers": 99999999999}, "from 1 to 512"),
        ({"partition_size": -1}, "1 or more"),
        ({"measures": [5]}, "takes measures"),
        ({"scheduler": "tcp://x:1"}, "engine 'dask'"),
    ],
)
def test_wrong_options(rows, tmp_path, options, message):
    with pytest.raises(OptionError, match=message):
        run(rows, tmp_path / "out", **{"measures": [], **options})


def test_a_bar_interrupted_while_it_is_made_says_nothing(monkeypatch):
    said = []
    monkeypatch.setattr(sys, "unraisablehook", said.append)
    with bar(total=3, disable=True) as whole:
        half = type(whole).__new__(type(whole))
    half.disable = False
    del half
    assert not said


@pytest.mark.parametrize("format", ["csv", "parquet"])
def test_killed_while_the_tables_are_put_in_place(rows, tmp_path, monkeypatch, format):
    from stimmlage.running import finishing

    options = dict(format=format, measures=[], partition_size=10, progress=False)
    run(rows, tmp_path / "whole", **options)
    steps = ["join_whole", "move_whole"] if format == "csv" else ["move_whole"]
    for stop_at, name in [(n, step) for step in steps for n in range(1, 10)]:
        genuine, calls = getattr(finishing, name), []

        def stopping(*arguments, genuine=genuine, calls=calls, stop_at=stop_at):
            calls.append(1)
            if len(calls) == stop_at:
                raise KeyboardInterrupt
            genuine(*arguments)

        with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
            patch.setattr(finishing, name, stopping)
            run(rows, tmp_path / "killed", resume=stop_at > 1, **options)
    run(rows, tmp_path / "killed", resume=True, **options)
    assert contents(tmp_path / "killed") == contents(tmp_path / "whole")


def test_memory_stays_flat(tmp_path):
    """Twice the articles take no more memory: they pass through in partitions."""

    def peak(n: int) -> int:
        path = tmp_path / f"{n}.jsonl"
        path.write_text("".join(json.dumps({"text": article(i)}) + "\n" for i in range(n)))
        code = (
            "import resource; from stimmlage.running import run\n"
            f"run({str(path)!r}, {str(tmp_path / str(n))!r}, format='parquet', measures=[], partition_size=50, progress=False)\n"
            "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
        )
        return int(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout)

    assert peak(1200) < peak(300) * 1.1


def test_what_is_read_back_is_what_was_found(rows, stored):
    corpus, again = sl.read(rows), sl.open(stored)
    assert len(again) == 60
    for name in ("documents", "sections", "sentences", "passages"):
        assert_frame_equal(getattr(again, name), getattr(corpus, name), check_dtype=name != "documents")  # jahr: Int64


def test_some_columns_and_rows(stored):
    again = sl.open(stored)
    found = again.table("passages", ["doc_id", "text"], {"doc_id": ["a3", "a7"]})
    assert set(found["doc_id"]) == {"a3", "a7"} and list(found.columns) == ["doc_id", "text"]
    assert again.table("documents", ["jahr"], {"doc_id": "a5"})["jahr"].tolist() == [2005]
    with pytest.raises(ColumnError, match="no columns \\['x'\\]"):
        again.table("passages", ["x"])
    with pytest.raises(OptionError, match="no table 'x'"):
        again.table("x")
    with pytest.raises(AttributeError, match="no 'quotes'"):
        again.quotes  # noqa: B018


def test_nothing_to_open(rows, tmp_path):
    with pytest.raises(MissingFileError, match="No finished run"):
        sl.open(tmp_path)
    run(rows, tmp_path / "csv", measures=[], progress=False)
    assert len(sl.open(tmp_path / "csv")) == len(sl.read(rows))
    for damaged in ("{", "[]", '{"format": "xls", "rows": {}}'):
        (tmp_path / "csv/manifest.json").write_text(damaged)
        with pytest.raises(InputError, match=r"manifest\.json"):
            sl.open(tmp_path / "csv")


@pytest.mark.parametrize("by", ["speaker", ["section", "mode"], "ressort", ["ressort", "speaker"], "kind", "doc_id"])
def test_a_stored_corpus_gives_the_summaries_of_one_in_memory(rows, summed, by, monkeypatch):
    monkeypatch.setattr("stimmlage.exchange.stored.AT_ONCE", 3)
    memory = sl.read(rows, id_column="id")
    for measure in (sl.Hedging(), sl.Sentiment()):
        assert_frame_equal(summed.summary(measure, by=by), memory.summary(measure, by=by), check_dtype=False)
        assert_frame_equal(
            summed.summary(measure.name, by=by, unit="document"),
            memory.summary(measure, by=by, unit="document").query("measure == @measure.name").reset_index(drop=True),
            check_dtype=False,
        )


def test_a_stored_corpus_gives_the_comparisons_of_one_in_memory(rows, summed):
    memory = sl.read(rows, id_column="id")
    for options in ({"by": "speaker"}, {"by": "speaker", "parts": True}, {"by": "speaker", "groups": ["author"]}):
        assert_frame_equal(summed.compare(sl.Hedging(), **options), memory.compare(sl.Hedging(), **options))


def test_summary_of_what_is_not_there(summed):
    with pytest.raises(OptionError, match="no scores \\['tone'\\]"):
        summed.summary("tone", by="speaker")
    with pytest.raises(OptionError, match="no scores \\['modality'\\]"):
        summed.summary(sl.Modality(), by="speaker")
    with pytest.raises(OptionError, match="'colour'; there are"):
        summed.summary("hedging", by="colour")
    with pytest.raises(OptionError, match="'sentence'"):
        summed.summary("hedging", by="speaker", unit="sentence")
