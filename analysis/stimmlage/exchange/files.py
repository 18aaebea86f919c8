"""Files that appear whole or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path


def write_whole(path: Path, data: bytes, scratch: Path | None = None) -> None:
    """Write a file so that it is there whole or not at all, whatever happens meanwhile.

    `scratch` is a folder on the same file system for the file while it is being written; by default its own.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    _replace((scratch or path.parent) / f".{path.name}.{os.getpid()}.tmp", path, [data])


def join_whole(path: Path, head: bytes, parts: Iterable[Path]) -> None:
    """Write one file out of many, without holding more than one of them in memory."""
    _replace(path.with_name(f".{path.name}.{os.getpid()}.tmp"), path, _chunks(head, parts))


def move_whole(source: Path, target: Path) -> None:
    """Move a file or folder to its place, in the stead of one that is there; what has been moved before is
    left alone."""
    if source.exists():
        if source.is_dir() or target.is_dir():
            remove(target)
        os.replace(source, target)
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
    try:
        with unfinished.open("wb") as file:
            for chunk in chunks:
                file.write(chunk)
            file.flush()
            os.fsync(file.fileno())
        os.replace(unfinished, path)
    except OSError:
        with suppress(OSError):
            unfinished.unlink()
        raise
    sync_folder(path.parent)
