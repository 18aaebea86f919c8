"""Files that appear whole or not at all."""

import os

import pytest

from stimmlage.exchange.files import join_whole, move_whole, remove, write_whole


def test_a_file_is_written_into_folders_that_are_not_there_yet(tmp_path):
    write_whole(tmp_path / "a/b.txt", b"new")
    write_whole(tmp_path / "a/b.txt", b"newer")
    assert (tmp_path / "a/b.txt").read_bytes() == b"newer" and len(list((tmp_path / "a").iterdir())) == 1


def test_parts_are_joined(tmp_path):
    for name in "ab":
        (tmp_path / name).write_text(name)
    join_whole(tmp_path / "c", b"head,", [tmp_path / "a", tmp_path / "b"])
    assert (tmp_path / "c").read_text() == "head,ab"


def test_what_fails_leaves_the_old_file_and_no_rest(tmp_path, monkeypatch):
    (tmp_path / "a").write_text("old")
    monkeypatch.setattr(os, "fsync", lambda _: (_ for _ in ()).throw(OSError("disk full")))
    with pytest.raises(OSError, match="disk full"):
        write_whole(tmp_path / "a", b"new")
    assert (tmp_path / "a").read_text() == "old" and [p.name for p in tmp_path.iterdir()] == ["a"]


def test_a_folder_takes_the_place_of_another(tmp_path):
    for name in ("new", "old"):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).write_text("x")
    move_whole(tmp_path / "new", tmp_path / "old")
    move_whole(tmp_path / "new", tmp_path / "old")  # moved before: left alone
    assert [p.name for p in (tmp_path / "old").iterdir()] == ["new"]


def test_a_link_is_removed_and_not_what_it_leads_to(tmp_path):
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "folder")
    remove(tmp_path / "link")
    remove(tmp_path / "nothing")
    assert (tmp_path / "folder").is_dir() and not (tmp_path / "link").exists()
    remove(tmp_path / "folder")
    assert not (tmp_path / "folder").exists()
