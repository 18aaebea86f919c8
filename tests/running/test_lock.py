"""One run at a time in a folder."""

import pytest

from stimmlage.errors import OptionError
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
