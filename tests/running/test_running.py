"""Many articles: inputs, partitions, resuming after a kill, Dask, reading back."""

from __future__ import annotations

import gzip
import json
import os
import random
import signal
import subprocess
import sys
import textwrap
import time
from contextlib import suppress
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from pandas.testing import assert_frame_equal

import stimmlage as sl
from stimmlage.document import Document
from stimmlage.errors import ColumnError, InputError, LimitError, MissingFileError, OptionError
from stimmlage.exchange import inputs
from stimmlage.exchange.files import write_whole
from stimmlage.exchange.paths import documents, items_of, sources_of
from stimmlage.language.morphology import morphology
from stimmlage.language.tagging import Tagger
from stimmlage.running import limits, run, shared_forms
from stimmlage.running.limits import Limits
from stimmlage.schema import TABLES
from stimmlage.waiting import bar

NAMES = ["Anna Berg", "Otto Klein", "Maja Lindt", "Jonas Feld"]


def article(number: int) -> str:
    name = NAMES[number % len(NAMES)]
    return (
        f"Der Rat von Auental hat am {number % 28 + 1}. März über die Brücke beraten. „Das wird wohl {number} Euro "
        f"kosten“, sagte {name}. Die Gegner hielten den Plan für keineswegs sicher. "
    ) * 3


@pytest.fixture
def rows(tmp_path) -> Path:
    path = tmp_path / "artikel.jsonl"
    lines = [{"id": f"a{i}", "text": article(i), "ressort": "Politik", "jahr": 2000 + i} for i in range(60)]
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), "utf-8")
    return path


def contents(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def read_all(paths) -> list[Document]:
    return [article.document for article in documents(paths)]


# ---- inputs ----


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


# ---- results ----


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


def test_workers_make_no_difference(rows, tmp_path):
    for workers in (1, 2):
        run(rows, tmp_path / str(workers), format="parquet", workers=workers, partition_size=7, progress=False)
    assert contents(tmp_path / "1") == contents(tmp_path / "2")


def test_processes_share_what_they_learn(rows, tmp_path, monkeypatch):
    monkeypatch.setattr(shared_forms, "_WORTH_TELLING", 1)
    one, other = Tagger(morphology()), Tagger(morphology())
    monkeypatch.setattr(shared_forms, "tagger", lambda: one)
    folder = tmp_path / "forms"
    told = shared_forms.SharedForms(folder)
    one.tag(["Auental", "glänzt"], ["auental", "glänzt"])
    told.exchange()
    assert len(list(folder.iterdir())) == 1
    (folder / "half.json").write_bytes(b"")  # as after a power cut
    monkeypatch.setattr(shared_forms, "tagger", lambda: other)
    shared_forms.SharedForms(folder)
    assert other._initial == {"Auental": morphology().candidates("Auental", initial=True)}
    assert other._inner == {"glänzt": morphology().candidates("glänzt", initial=False)}
    assert {word for word, _ in other._lemmas} == {"Auental", "glänzt"}


def test_order_of_hashes_makes_no_difference(rows, tmp_path):
    for seed in ("1", "2"):
        code = f"from stimmlage.running import run; run({str(rows)!r}, {str(tmp_path / seed)!r}, format='jsonl', progress=False)"
        subprocess.run([sys.executable, "-c", code], env={**os.environ, "PYTHONHASHSEED": seed}, check=True)
    assert contents(tmp_path / "1") == contents(tmp_path / "2")
    assert (tmp_path / "1" / "scores.jsonl").stat().st_size > 1000


def test_types_of_metadata_columns_hold_over_partitions(tmp_path):
    path = tmp_path / "t.jsonl"
    values = [1, None, 2.5, 3]
    path.write_text(
        "".join(
            json.dumps({"text": "Ein Satz.", "n": v, "m": [v]} if i else {"text": "Ein Satz."}) + "\n"
            for i, v in enumerate(values)
        )
    )
    run(path, tmp_path / "out", format="parquet", measures=[], partition_size=1, progress=False)
    table = pq.read_table(tmp_path / "out" / "documents.parquet")
    assert table.schema.field("n").type == pa.float64() and table.schema.field("m").type == pa.string()
    assert table.column("n").to_pylist() == [None, None, 2.5, 3.0]


def test_a_document_that_fails_does_not_stop_the_others(tmp_path, monkeypatch):
    texts = {"gut": "Ein Satz.", "leer": " ", "schlimm": "Dieser Text wirft.", "auch": "Noch ein Satz."}
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(text)
    analyse = inputs.analyse

    def throwing(document):
        if document.doc_id == "schlimm":
            raise ZeroDivisionError("so etwas")
        return analyse(document)

    monkeypatch.setattr(inputs, "analyse", throwing)
    report = run(tmp_path, tmp_path / "out", measures=[], progress=False)
    frame = pd.read_csv(tmp_path / "out" / "documents.csv", keep_default_na=False).set_index("doc_id")
    assert frame.loc["schlimm", "problem"] == "ZeroDivisionError: so etwas"
    assert frame.loc["schlimm", "text"] == "Dieser Text wirft."
    assert "holds no text" in frame.loc["leer", "problem"]
    assert frame.loc[["gut", "auch"], "problem"].tolist() == ["", ""]
    assert [p.split(":")[0] for p in report.problems] == ["leer", "schlimm"]


LONG = "Der Rat tagt und der Plan ist gut. " * 20_000


def test_an_article_that_takes_too_long_is_a_row_and_the_run_goes_on(tmp_path):
    for name, text in {"lang": LONG, "kurz": "Ein Satz.", "zuletzt": "Noch ein Satz."}.items():
        (tmp_path / f"{name}.txt").write_text(text)
    report = run(tmp_path, tmp_path / "out", progress=False, limits=Limits(seconds=0.3))
    assert report.n_documents == 3 and [p.split(":")[0] for p in report.problems] == ["lang"]
    assert "stopped after 0.3 seconds" in report.problems[0]
    frame = pd.read_csv(tmp_path / "out" / "documents.csv", keep_default_na=False).set_index("doc_id")
    assert frame["problem"].ne("").to_dict() == {"kurz": False, "lang": True, "zuletzt": False}
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


@pytest.mark.parametrize("workers", [1, 2])
def test_an_article_that_would_take_too_much_memory_is_not_begun(tmp_path, workers):
    for name, text in {"lang": LONG, "kurz": "Ein Satz."}.items():
        (tmp_path / f"{name}.txt").write_text(text)
    report = run(tmp_path, tmp_path / "out", measures=[], progress=False, workers=workers, limits=Limits(megabytes=100))
    assert len(report.problems) == 1 and "699,999 characters would take about 210 MB" in report.problems[0]
    assert run(tmp_path / "kurz.txt", tmp_path / "two", measures=[], progress=False, limits=Limits(0, 0)).problems == []


@pytest.mark.parametrize("limit", [-1, float("nan"), float("inf"), "viel", True])
def test_limits_are_numbers(limit):
    with pytest.raises(OptionError, match="no limit"):
        Limits(seconds=limit)


def test_an_alarm_that_was_swallowed_rings_again(monkeypatch):
    monkeypatch.setattr(limits, "_AGAIN", 0.05)
    with pytest.raises(LimitError), Limits(seconds=0.05).timed():
        for _ in range(2):
            with suppress(LimitError):
                time.sleep(1)
        time.sleep(1)


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


def test_files_are_whole(tmp_path):
    write_whole(tmp_path / "a" / "b.txt", b"x")
    write_whole(tmp_path / "a" / "b.txt", b"yz")
    assert contents(tmp_path) == {"a/b.txt": b"yz"}


# ---- resuming ----


def test_resume_computes_only_what_is_missing(rows, tmp_path, monkeypatch):
    whole, stopped = tmp_path / "whole", tmp_path / "stopped"
    options = dict(measures=[], partition_size=10, progress=False)
    run(rows, whole, **options)
    analyse, seen = inputs.analyse, []

    def stopping(document):
        seen.append(document.doc_id)
        if len(seen) == 35:
            raise KeyboardInterrupt
        return analyse(document)

    monkeypatch.setattr(inputs, "analyse", stopping)
    with pytest.raises(KeyboardInterrupt):
        run(rows, stopped, **options)
    assert not (stopped / "manifest.json").exists() and not (stopped / "documents.csv").exists()
    report = run(rows, stopped, resume=True, **options)
    assert report.n_resumed == 30 and seen[35:] == [f"a{i}" for i in range(30, 60)]
    assert contents(whole) == contents(stopped)
    assert run(rows, stopped, resume=True, **options).n_resumed == 60


def test_resume_refuses_another_run(rows, tmp_path, monkeypatch):
    def stop(document):
        raise KeyboardInterrupt

    monkeypatch.setattr(inputs, "analyse", stop)
    with pytest.raises(KeyboardInterrupt):
        run(rows, tmp_path / "out", measures=[], progress=False)
    monkeypatch.undo()
    with pytest.raises(OptionError, match="other inputs, options or versions"):
        run(rows, tmp_path / "out", measures=[], format="jsonl", resume=True, progress=False)
    run(rows, tmp_path / "out", measures=[], format="jsonl", progress=False)
    assert (tmp_path / "out" / "documents.jsonl").exists()


SCRIPT = "import sys; from stimmlage.running import run\nif __name__ == '__main__': run({rows!r}, {out!r}, {options})"


def start(rows: Path, out: Path, **options) -> subprocess.Popen:
    given = ", ".join(f"{name}={value!r}" for name, value in dict(measures=[], progress=False, **options).items())
    code = textwrap.dedent(SCRIPT).format(rows=str(rows), out=str(out), options=given)
    # A suite that is started in the background ignores Ctrl-C, and its children would, too.
    return subprocess.Popen(
        [sys.executable, "-c", code],
        stderr=subprocess.DEVNULL,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )


@pytest.mark.parametrize(("format", "workers", "seed"), [("csv", 1, 1), ("parquet", 2, 2), ("jsonl", 1, 3)])
def test_killed_at_random_moments(rows, tmp_path, format, workers, seed):
    """Kill -9 again and again, at any moment; the end is the same, byte for byte."""
    options = dict(format=format, workers=workers, partition_size=4)
    begin = time.monotonic()
    assert start(rows, tmp_path / "whole", **options).wait(120) == 0
    took = time.monotonic() - begin
    moments = random.Random(seed)
    for _ in range(4):
        process = start(rows, tmp_path / "killed", resume=True, **options)
        try:
            process.wait(moments.uniform(0.3, 1.0) * took)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
        seen = {p.name for p in (tmp_path / "killed").glob("[!.]*")} if (tmp_path / "killed").exists() else set()
        if "manifest.json" in seen:
            break
    assert start(rows, tmp_path / "killed", resume=True, **options).wait(120) == 0
    assert contents(tmp_path / "killed") == contents(tmp_path / "whole")


def test_ctrl_c_ends_the_workers_at_once(rows, tmp_path):
    process = start(rows, tmp_path / "out", workers=2, partition_size=60)
    while process.poll() is None and not list(tmp_path.glob("out/.unfinished-*")):
        time.sleep(0.01)
    begin = time.monotonic()
    process.send_signal(signal.SIGINT)
    assert process.wait(30) != 0 and time.monotonic() - begin < 10
    assert not (tmp_path / "out" / "manifest.json").exists()


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_who_is_asked_to_end_says_how_to_go_on(rows, tmp_path, name):
    out = tmp_path / "out"
    command = [sys.executable, "-m", "stimmlage", "analyse", str(rows), "--out", str(out), "--workers", "2"]
    process = subprocess.Popen(
        command,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: [signal.signal(s, signal.SIG_DFL) for s in (signal.SIGINT, signal.SIGHUP)],
    )
    while process.poll() is None and not list(out.glob(".unfinished-*")):
        time.sleep(0.01)
    process.send_signal(getattr(signal, name))
    _, said = process.communicate(timeout=30)
    assert process.returncode == 1 and "--resume` goes on" in said and "Traceback" not in said
    assert not (out / "manifest.json").exists() and not list(out.glob(".lock*"))


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


# ---- Dask ----


def test_dask_with_a_killed_worker_equals_local(rows, tmp_path):
    distributed = pytest.importorskip("distributed")
    options = dict(format="parquet", partition_size=3, progress=False)
    run(rows, tmp_path / "local", **options)
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster:
        victim = next(iter(cluster.workers.values())).pid
        killer = subprocess.Popen([sys.executable, "-c", _KILLER, str(tmp_path / "dask"), str(victim)])
        report = run(rows, tmp_path / "dask", engine="dask", scheduler=cluster.scheduler_address, **options)
        assert killer.wait(60) == 0, "the worker was not killed in the middle"
    assert report.n_documents == 60
    assert contents(tmp_path / "dask") == contents(tmp_path / "local")


_KILLER = """
import os, signal, sys, time
from pathlib import Path
for _ in range(3000):
    if any(Path(sys.argv[1]).glob(".unfinished-*/done/*.json")):
        os.kill(int(sys.argv[2]), signal.SIGKILL)
        sys.exit(0)
    time.sleep(0.01)
sys.exit(1)
"""


def test_dask_starts_its_own_cluster(rows, tmp_path):
    pytest.importorskip("distributed")
    run(rows, tmp_path / "local", measures=[], partition_size=20, progress=False)
    run(rows, tmp_path / "dask", measures=[], partition_size=20, progress=False, engine="dask", workers=2)
    assert contents(tmp_path / "dask") == contents(tmp_path / "local")


def test_no_scheduler_there(rows, tmp_path, monkeypatch):
    pytest.importorskip("distributed")
    monkeypatch.setattr("stimmlage.running.dask_engine._PATIENCE", 1)
    with pytest.raises(OptionError, match="No Dask scheduler answers"):
        run(rows, tmp_path / "out", measures=[], engine="dask", scheduler="tcp://127.0.0.1:1", progress=False)


# ---- reading back ----


@pytest.fixture
def stored(rows, tmp_path) -> Path:
    run(rows, tmp_path / "stored", format="parquet", measures=[], partition_size=9, progress=False)
    return tmp_path / "stored"


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


@pytest.fixture
def summed(rows, tmp_path):
    run(rows, tmp_path / "out", format="parquet", partition_size=7, progress=False)
    return sl.open(tmp_path / "out")


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
