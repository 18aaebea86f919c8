"""One run at a time in a folder."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from stimmlage.errors import OptionError

LOCK = ".stimmlage.lock"


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keep other runs out of a folder; the system lets go of the lock when the process ends, however it ends.

    Raises
    ------
    OptionError
        If another run is writing into the folder.
    """
    new = not folder.exists()
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / LOCK
    handle = _held(path)
    try:
        os.ftruncate(handle, 0)
        os.write(handle, str(os.getpid()).encode())
        yield
    finally:
        with suppress(OSError):
            path.unlink()
        os.close(handle)
        if new:
            with suppress(OSError):  # nothing came of the run: the folder goes again, if it is empty
                folder.rmdir()


def _held(path: Path) -> int:
    """Return a handle of the lock file that no other process holds."""
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        if not _take(handle):
            holder = os.read(handle, 20).decode("ascii", "replace").strip()
            os.close(handle)
            raise OptionError(
                f"Another run{f' (process {holder})' if holder else ''} is writing into {str(path.parent)!r}; "
                "wait until it has ended, or give another folder."
            )
        with suppress(OSError):  # the run before may just have removed the file: then lock the new one
            if os.path.samestat(os.fstat(handle), path.stat()):
                return handle
        os.close(handle)


def _take(handle: int) -> bool:
    """Lock an open file without waiting; tell whether that worked."""
    try:
        if os.name == "nt":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
