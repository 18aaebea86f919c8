"""The folder for machines without internet: what it asks for on each platform, and what it does with a damaged copy."""

import hashlib
import importlib.util
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TEACHING = ROOT / "notebooks/teaching"


def module(path):
    spec = importlib.util.spec_from_file_location(path.stem, path)
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


wheelhouse = module(TEACHING / "wheelhouse.py")
LOCK = """\
colorama==0.4.6 ; sys_platform == 'win32' \\
    --hash=sha256:aa \\
    --hash=sha256:bb
pexpect==4.9.0 ; sys_platform != 'win32' \\
    --hash=sha256:cc
pandas==3.0.0 \\
    --hash=sha256:dd
zipp==4.1.2 ; python_full_version < '3.12' \\
    --hash=sha256:ee
"""


@pytest.mark.parametrize(
    ("python", "platform", "names"),
    [
        ("3.11", "linux", ["pexpect", "pandas", "zipp"]),
        ("3.12", "linux", ["pexpect", "pandas"]),
        ("3.13", "windows", ["colorama", "pandas"]),
        ("3.11", "macos", ["pexpect", "pandas", "zipp"]),
    ],
)
def test_each_platform_gets_what_it_needs(python, platform, names):
    found = wheelhouse.requirements(LOCK, python, platform)
    assert [line.split("==")[0] for line in found] == names
    assert all("--hash=sha256:" in line and ";" not in line for line in found)


def test_all_hashes_of_a_package_are_kept():
    (line, *_) = wheelhouse.requirements(LOCK, "3.12", "windows")
    assert line == "colorama==0.4.6 --hash=sha256:aa --hash=sha256:bb"


@pytest.mark.parametrize("platform", wheelhouse.PLATFORMS)
@pytest.mark.parametrize("python", wheelhouse.PYTHONS)
def test_the_lock_file_is_understood(python, platform):
    found = wheelhouse.requirements((ROOT / "requirements.lock").read_text(), python, platform)
    assert len(found) > 100 and any(line.startswith("ipywidgets==") for line in found)
    assert any(line.startswith("pywinpty==") for line in found) is (platform == "windows")


@pytest.fixture
def folder(tmp_path):
    shutil.copyfile(TEACHING / "wheelhouse/install.py", tmp_path / "install.py")
    (tmp_path / "wheels").mkdir()
    (tmp_path / "wheels/a.whl").write_bytes(b"a")
    (tmp_path / "class").mkdir()
    (tmp_path / "class/lesson.ipynb").write_bytes(b"changed by the class")
    listed = {"wheels/a.whl": b"a", "class/lesson.ipynb": b"as it was"}
    lines = (f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in listed.items())
    (tmp_path / "SHA256SUMS").write_text("".join(lines))
    return tmp_path


def test_a_damaged_copy_is_not_installed(folder):
    (folder / "wheels/a.whl").write_bytes(b"b")
    ran = subprocess.run([sys.executable, folder / "install.py"], capture_output=True, text=True)
    assert ran.returncode == 1 and "wheels/a.whl" in ran.stdout and not (folder / "env").exists()


def test_what_the_class_changed_is_no_damage(folder):
    install = module(folder / "install.py")
    assert install.right("class/lesson.ipynb") and install.right("wheels/a.whl")
    (folder / "wheels/a.whl").unlink()
    assert not install.right("wheels/a.whl")


def test_the_page_says_what_to_call():
    page = (TEACHING / "wheelhouse/README.html").read_text("utf-8")
    assert "py install.py" in page and "python3 install.py" in page and "stimmlage class" in page
    assert not re.search(r"https?://", page) and "<script" not in page
