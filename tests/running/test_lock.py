"""One run at a time in a folder."""

import sys
from types import SimpleNamespace

import pytest

from stimmlage.errors import OptionError
from stimmlage.running import lock
from stimmlage.running.lock import LOCK, locked


def test_a_second_run_is_told_and_the_first_goes_on(tmp_path):
    with locked(tmp_path):
        with pytest.raises(OptionError, match=r"Another run \(process \d+\) is writing into"), locked(tmp_path):
            pass
        assert (tmp_path / LOCK).is_file()
    assert not (tmp_path / LOCK).exists() and tmp_path.is_dir()
    with locked(tmp_path):
        pass


def test_a_folder_that_nothing_came_into_goes_again(tmp_path):
    with pytest.raises(KeyError), locked(tmp_path / "new"):
        raise KeyError
    assert not (tmp_path / "new").exists()
    with locked(tmp_path / "new"):
        (tmp_path / "new/a").write_text("x")
    assert [p.name for p in (tmp_path / "new").iterdir()] == ["a"]


def test_an_old_lock_file_locks_nobody_out(tmp_path):
    (tmp_path / LOCK).write_text("99999")
    with locked(tmp_path):
        assert (tmp_path / LOCK).read_text() != "99999"


def test_windows_locks_the_first_byte_without_waiting(monkeypatch, tmp_path):
    asked = []

    class Msvcrt:
        LK_NBLCK = 2

        @staticmethod
        def locking(handle, mode, size):
            asked.append((handle, mode, size))
            if len(asked) > 1:
                raise OSError

    monkeypatch.setitem(sys.modules, "msvcrt", Msvcrt)
    monkeypatch.setattr(lock, "os", SimpleNamespace(name="nt"))
    assert lock._take(7) and not lock._take(8)
    assert asked == [(7, 2, 1), (8, 2, 1)]


def test_a_lock_file_that_went_meanwhile_is_made_anew(monkeypatch, tmp_path):
    """The run before removes its file between our opening and our locking it."""
    taken, take = [], lock._take

    def removing(handle):
        if not taken:
            (tmp_path / LOCK).unlink()
        taken.append(handle)
        return take(handle)

    monkeypatch.setattr(lock, "_take", removing)
    with locked(tmp_path):
        assert len(taken) == 2 and (tmp_path / LOCK).is_file()


def test_who_holds_the_lock_need_not_have_written_its_number(monkeypatch, tmp_path):
    with locked(tmp_path):
        (tmp_path / LOCK).write_text("")
        with pytest.raises(OptionError, match=r"^Another run is writing into"), locked(tmp_path):
            pass
