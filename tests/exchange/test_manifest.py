"""The manifest of a run, and which files of a folder are the kit's own."""

import json

import pytest

import stimmlage as sl
from stimmlage.exchange.manifest import fingerprint, is_whole, own_names, read_manifest


@pytest.fixture
def folder(tmp_path):
    sl.from_text("Ja, das ist gut.").save(tmp_path, format="csv")
    return tmp_path


def test_a_run_is_known_by_its_manifest(folder):
    manifest = read_manifest(folder)
    assert manifest["rows"]["documents"] == 1 and is_whole(folder, manifest)
    assert {"manifest.json", "documents.csv"} <= own_names(folder)
    assert "mine.csv" not in own_names(folder)


@pytest.mark.parametrize("content", ["[]", "{", '{"rows": {}, "format": "csv"}', '{"rows": 3}', '{"versions": {}}'])
def test_the_manifest_of_another_is_none(tmp_path, content):
    (tmp_path / "manifest.json").write_text(content)
    assert read_manifest(tmp_path) is None and own_names(tmp_path) == frozenset()


def test_a_changed_file_is_seen(folder):
    manifest = read_manifest(folder)
    with (folder / "documents.csv").open("a") as file:
        file.write("x")
    assert not is_whole(folder, manifest)
    assert not is_whole(folder, {})


def test_a_manifest_cannot_claim_what_is_no_table(folder):
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    manifest["rows"]["../secret"] = 1
    (folder / "manifest.json").write_text(json.dumps(manifest))
    assert not [name for name in own_names(folder) if "secret" in name]


def test_the_fingerprint_of_a_folder_is_that_of_its_files(tmp_path):
    for name in "ab":
        (tmp_path / name).write_text(name)
    (tmp_path.parent / "both").write_text("ab")
    assert fingerprint(tmp_path) == fingerprint(tmp_path.parent / "both")
