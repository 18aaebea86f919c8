"""One partition: whole or not at all."""

from __future__ import annotations

import json

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
from tests.running.articles import contents

from stimmlage.exchange import inputs
from stimmlage.exchange.files import write_whole
from stimmlage.running import run


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


def test_files_are_whole(tmp_path):
    write_whole(tmp_path / "a" / "b.txt", b"x")
    write_whole(tmp_path / "a" / "b.txt", b"yz")
    assert contents(tmp_path) == {"a/b.txt": b"yz"}
