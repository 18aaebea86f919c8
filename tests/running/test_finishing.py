"""The out folder of a run: what it may replace, what it never touches, and one run at a time."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

import stimmlage as sl
from stimmlage.cli import main
from stimmlage.errors import InputError, OptionError
from stimmlage.exchange import inputs
from stimmlage.exchange.manifest import own_names, read_manifest
from stimmlage.running import finishing, run
from stimmlage.running.lock import LOCK, locked

OPTIONS = {"measures": [], "progress": False}


def contents(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


@pytest.fixture
def article(tmp_path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text("Der Plan sei gut, sagte Anna Berg.", "utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "format"), [("documents.csv", "csv"), ("documents.jsonl", "jsonl"), ("documents.parquet", "parquet")]
)
def test_an_input_is_never_replaced(tmp_path, name, format):
    table = pd.DataFrame({"id": ["a"], "text": ["Ein Satz ist da."]})
    path = tmp_path / name
    {
        "csv": lambda: table.to_csv(path, index=False),
        "jsonl": lambda: table.to_json(path, orient="records", lines=True),
        "parquet": lambda: table.to_parquet(path),
    }[format]()
    before = contents(tmp_path)
    with pytest.raises(OptionError, match=f"The input .*{name}.* would be replaced"):
        run(path, tmp_path, format=format, **OPTIONS)
    assert contents(tmp_path) == before
    assert main(["analyse", str(path), "--out", str(tmp_path), "--format", format]) == 2


@pytest.mark.parametrize("link", ["symlink_to", "hardlink_to"])
def test_nor_one_behind_a_link(tmp_path, link):
    (tmp_path / "out").mkdir()
    path = tmp_path / "mine.csv"
    path.write_text("id,text\na,Ein Satz ist da.\n")
    getattr(tmp_path / "out" / "documents.csv", link)(path)
    with pytest.raises(OptionError, match="would be replaced"):
        run(path, tmp_path / "out", **OPTIONS)


def test_nor_a_part_of_a_stored_corpus(article, tmp_path):
    run(article, tmp_path / "out", format="parquet", **OPTIONS)
    part = next((tmp_path / "out" / "documents.parquet").iterdir())
    with pytest.raises(OptionError, match="would be replaced by the table 'documents.parquet'"):
        run(part, tmp_path / "out", format="parquet", **OPTIONS)


@pytest.mark.parametrize(
    "make",
    [
        lambda out: (out / "manifest.json").write_text(json.dumps({"version": 3, "files": []})),
        lambda out: (out / "manifest.json").write_text("no JSON"),
        lambda out: (out / "scores.csv").write_text("mine"),
        lambda out: (out / "passages.csv").mkdir(),
        lambda out: (out / "sections.csv").symlink_to(out / "nowhere"),
    ],
)
def test_what_is_not_the_kits_own_is_not_touched(article, tmp_path, make):
    out = tmp_path / "out"
    out.mkdir()
    make(out)
    before = sorted(out.iterdir()), contents(out)
    with pytest.raises(OptionError, match="was not made by a run that is known here"):
        run(article, out, **OPTIONS)
    assert (sorted(out.iterdir()), contents(out)) == before


def test_files_of_other_names_and_formats_stay(article, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    for name in ("notes.txt", "scores.parquet", "sections.jsonl"):
        (out / name).write_text("mine")
    run(article, out, **OPTIONS)
    assert [(out / name).read_text() for name in ("notes.txt", "scores.parquet", "sections.jsonl")] == ["mine"] * 3


def test_a_run_in_another_format_replaces_that_of_the_run_before(article, tmp_path):
    for format in ("csv", "parquet", "jsonl"):
        run(article, tmp_path / "out", format=format, **OPTIONS)
        assert {p.suffix for p in (tmp_path / "out").iterdir()} == {f".{format}", ".json"}


@pytest.mark.parametrize("format", ["csv", "parquet"])
def test_until_the_end_the_results_before_are_whole(article, tmp_path, monkeypatch, format):
    out = tmp_path / "out"
    run(article, out, format=format, **OPTIONS)
    before = contents(out)
    article.write_text("Der Plan sei schlecht, sagte Otto Klein.", "utf-8")

    def stop(document):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(inputs, "analyse", stop)
        run(article, out, format=format, **OPTIONS)
    assert {name: data for name, data in contents(out).items() if not name.startswith(".")} == before
    run(article, out, format=format, resume=True, **OPTIONS)
    assert "Otto Klein" in pd.concat([getattr(pd, f"read_{format}")(out / f"quotations.{format}")])["speaker"].tolist()


def test_tables_put_in_place_before_a_kill_are_the_kits(article, tmp_path, monkeypatch):
    out = tmp_path / "out"

    def stop(*arguments):
        raise KeyboardInterrupt

    write = finishing.write_whole
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(
            finishing,
            "write_whole",
            lambda path, *rest, **more: stop() if path.name == "manifest.json" else write(path, *rest, **more),
        )
        run(article, out, **OPTIONS)
    assert read_manifest(out) is None and "documents.csv" in own_names(out)
    article.write_text("Anders.", "utf-8")
    run(article, out, **OPTIONS)
    assert read_manifest(out) is not None and not list(out.glob(".*"))


def test_what_a_kill_left_half_written_is_not_kept(article, tmp_path, monkeypatch):
    run(article, tmp_path / "whole", format="parquet", **OPTIONS)

    def stop(*arguments):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr("stimmlage.running.running.finish", stop)
        run(article, tmp_path / "out", format="parquet", **OPTIONS)
    (work,) = (tmp_path / "out").glob(".unfinished-*")
    (work / "documents.parquet" / ".part-000000.parquet.77.tmp").write_bytes(b"half")
    run(article, tmp_path / "out", format="parquet", resume=True, **OPTIONS)
    assert contents(tmp_path / "out") == contents(tmp_path / "whole")


# ---- analysing where the results lie ----


@pytest.mark.parametrize("below", [".", "tables"])
@pytest.mark.parametrize("format", ["csv", "parquet"])
def test_a_folder_is_analysed_in_place_again_and_again(article, below, format):
    folder = article.parent
    for _ in range(2):
        report = run(folder, folder / below, format=format, **OPTIONS)
        assert (report.n_documents, report.problems) == (1, [])
    assert sl.read(folder).documents["doc_id"].tolist() == ["a"]
    assert run(folder, folder / below, format=format, resume=True, **OPTIONS).n_resumed == 1


# ---- resuming what was damaged ----


@pytest.mark.parametrize(
    "damage",
    [
        lambda out: (out / "quotations.csv").unlink(),
        lambda out: (out / "passages.csv").write_text((out / "passages.csv").read_text()[:-20]),
        lambda out: (out / "scores.csv").write_text("doc_id"),
    ],
)
def test_a_finished_run_that_was_damaged_is_made_anew(article, tmp_path, damage):
    out = tmp_path / "out"
    run(article, out, **OPTIONS)
    before = contents(out)
    damage(out)
    run(article, out, resume=True, **OPTIONS)
    assert contents(out) == before


@pytest.mark.parametrize(
    "damage",
    [
        lambda work: (work / "done" / "000001.json").write_text(""),
        lambda work: (work / "done" / "000001.json").write_text("[]"),
        lambda work: (work / "done" / "000001.json").write_text((work / "done" / "000000.json").read_text()),
        lambda work: (work / "documents.csv" / "part-000001.csv").unlink(),
        lambda work: (work / "passages.csv" / "part-000001.csv").write_text("cut"),
    ],
)
def test_a_partition_that_was_damaged_is_computed_again(tmp_path, monkeypatch, damage):
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(f"Satz {name}.", "utf-8")
    paths = [tmp_path / f"{name}.txt" for name in "abc"]
    run(paths, tmp_path / "whole", partition_size=1, **OPTIONS)

    def stop(*arguments):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr("stimmlage.running.running.finish", stop)
        run(paths, tmp_path / "out", partition_size=1, **OPTIONS)
    damage(next((tmp_path / "out").glob(".unfinished-*")))
    assert run(paths, tmp_path / "out", partition_size=1, resume=True, **OPTIONS).n_resumed == 2
    assert contents(tmp_path / "out") == contents(tmp_path / "whole")


# ---- one run at a time ----


def test_a_second_run_into_the_same_folder_is_refused(article, tmp_path, capsys):
    with locked(tmp_path / "out"):
        with pytest.raises(OptionError, match=f"process {os.getpid()}.* is writing into"):
            run(article, tmp_path / "out", **OPTIONS)
        assert main(["analyse", str(article), "--out", str(tmp_path / "out"), "--resume"]) == 2
        assert capsys.readouterr().err.count("\n") == 1
    run(article, tmp_path / "out", **OPTIONS)
    assert not (tmp_path / "out" / LOCK).exists()


def test_a_killed_run_locks_nobody_out(article, tmp_path):
    code = f"import os; from pathlib import Path; from stimmlage.running.lock import locked\nwith locked(Path({str(tmp_path / 'out')!r})): os._exit(9)"
    assert subprocess.run([sys.executable, "-c", code]).returncode == 9
    assert (tmp_path / "out" / LOCK).exists()
    run(article, tmp_path / "out", **OPTIONS)
    assert not (tmp_path / "out" / LOCK).exists()


def test_a_folder_that_nothing_came_into_goes_again(tmp_path):
    with pytest.raises(InputError), locked(tmp_path / "new" / "out"):
        raise InputError("nothing")
    assert not (tmp_path / "new" / "out").exists()


# ---- show ----


@pytest.mark.parametrize("link", [None, "symlink_to", "hardlink_to"])
def test_show_does_not_replace_its_article(article, tmp_path, capsys, link):
    out = article
    if link:
        out = tmp_path / "link.html"
        getattr(out, link)(article)
    assert main(["show", str(article), "--out", str(out)]) == 2
    assert "the article itself" in capsys.readouterr().err
    assert article.read_text("utf-8") == "Der Plan sei gut, sagte Anna Berg."


def test_show_into_a_folder_is_refused(article, tmp_path, capsys):
    assert main(["show", str(article), "--out", str(tmp_path)]) == 2
    assert "is a folder" in capsys.readouterr().err
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.txt"]
