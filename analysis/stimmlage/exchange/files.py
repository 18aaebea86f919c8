"""Files that appear whole or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that it is there whole or not at all, whatever happens meanwhile."""
    path.parent.mkdir(parents=True, exist_ok=True)
    _replace(path.with_name(f".{path.name}.{os.getpid()}.tmp"), path, [data])


def join_whole(path: Path, head: bytes, parts: Iterable[Path], scratch: Path) -> None:
    """Write one file out of many, without holding more than one of them in memory.

    `scratch` is a folder on the same file system for the file while it is being written.
    """
    _replace(scratch / f"{path.name}.joined", path, _chunks(head, parts))


def move_whole(folder: Path, target: Path) -> None:
    """Move a folder to its place, in the stead of one that is there, without what a kill left half written."""
    if folder.exists():
        for half in folder.glob(".*.tmp"):
            half.unlink()
        remove(target)
        os.replace(folder, target)
        sync_folder(target.parent)


def remove(path: Path) -> None:
    """Remove a file or a folder, if it is there."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Make sure that the names in a folder outlive a power cut, where the system can."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _chunks(head: bytes, parts: Iterable[Path]) -> Iterable[bytes]:
    yield head
    for part in parts:
        yield part.read_bytes()


def _replace(unfinished: Path, path: Path, chunks: Iterable[bytes]) -> None:
    with unfinished.open("wb") as file:
        for chunk in chunks:
            file.write(chunk)
        file.flush()
        os.fsync(file.fileno())
    os.replace(unfinished, path)
    sync_folder(path.parent)
