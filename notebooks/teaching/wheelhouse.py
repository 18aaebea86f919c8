"""A folder for machines without internet: the kit, every package it needs, the lessons, one page that says how.

    python notebooks/teaching/wheelhouse.py [--platform windows] [--python 3.12] [--out build/wheelhouse]

Without options it holds everything for Linux, Windows and macOS with Python 3.11 to 3.13 (two gigabytes); a class whose
laptops are all alike needs one platform and one Python only. Filling it needs a package registry, using it does not.
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[2]
PYTHONS = ("3.11", "3.12", "3.13")
# Macs with Intel processors are missing: not every package is built for them any more.
# What a wheel for it may be named for, and what it says of itself in the conditions of requirements.
PLATFORMS = {
    "linux": (
        [f"manylinux_2_{n}_x86_64" for n in (28, 27, 26, 24, 17, 12, 5)] + ["manylinux2014_x86_64", "linux_x86_64"],
        {"sys_platform": "linux", "os_name": "posix", "platform_system": "Linux", "platform_machine": "x86_64"},
    ),
    "windows": (
        ["win_amd64"],
        {"sys_platform": "win32", "os_name": "nt", "platform_system": "Windows", "platform_machine": "AMD64"},
    ),
    "macos": (
        [f"macosx_{n}_0_{kind}" for n in (14, 13, 12, 11) for kind in ("arm64", "universal2")],
        {"sys_platform": "darwin", "os_name": "posix", "platform_system": "Darwin", "platform_machine": "arm64"},
    ),
}


def requirements(lock: str, python: str, platform: str) -> list[str]:
    """Return the requirements of a lock file that hold on a platform, with their hashes, without their conditions."""
    said = PLATFORMS[platform][1] | {
        "python_version": python,
        "python_full_version": f"{python}.0",
        "platform_python_implementation": "CPython",
        "implementation_name": "cpython",
        "extra": "",
    }
    kept = []
    for entry in lock.replace("\\\n", " ").splitlines():
        named, *hashes = entry.split("--hash=")
        if not named.strip() or named.startswith("#"):
            continue
        wanted = Requirement(named.strip())
        if wanted.marker is None or wanted.marker.evaluate(said):
            kept.append(" ".join([f"{wanted.name}{wanted.specifier}", *(f"--hash={h.strip()}" for h in hashes)]))
    return kept


def download(wheels: Path, lock: str, python: str, platform: str) -> None:
    """Fetch the wheels of a platform; what is there already stays."""
    with tempfile.TemporaryDirectory() as folder:
        listed = Path(folder) / "requirements.txt"
        listed.write_text("\n".join(requirements(lock, python, platform)) + "\n")
        names = [part for tag in PLATFORMS[platform][0] for part in ("--platform", tag)]
        _pip("download", "--no-deps", "--only-binary=:all:", "--require-hashes", "--python-version", python,
             "--implementation", "cp", *names, "-d", wheels, "-r", listed)  # fmt: skip


def build(out: Path, platforms: list[str], pythons: list[str]) -> None:
    """Fill the folder, and say of each file what its sha256 is."""
    shutil.rmtree(out, ignore_errors=True)
    wheels = out / "wheels"
    wheels.mkdir(parents=True)
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    for platform in platforms:
        for python in pythons:
            print(f"{platform}, Python {python}", flush=True)
            download(wheels, lock, python, platform)
    _pip("wheel", "--no-deps", "--no-build-isolation", "-w", wheels, ROOT)
    shutil.copyfile(ROOT / "requirements.lock", out / "requirements.txt")
    here = Path(__file__).parent
    for name in ("install.py", "README.html"):
        shutil.copyfile(here / "wheelhouse" / name, out / name)
    for name in ("notebooks", "seeds", "corpus"):
        ignored = shutil.ignore_patterns("answers", ".ipynb_checkpoints", "wheelhouse*", "__pycache__")
        shutil.copytree(ROOT / name, out / "class" / name, ignore=ignored)
    (out / "SHA256SUMS").write_text("".join(_sums(out)))
    size = sum(path.stat().st_size for path in out.rglob("*") if path.is_file()) / 1e6
    print(f"{out}: {len(list(wheels.iterdir()))} wheels, {size:,.0f} MB. Open {out / 'README.html'}.")


def _sums(out: Path) -> list[str]:
    files = sorted(path for path in out.rglob("*") if path.is_file())
    return [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(out).as_posix()}\n" for path in files]


def _pip(*arguments: object) -> None:
    quiet = ("--quiet", "--disable-pip-version-check")
    subprocess.run([sys.executable, "-m", "pip", str(arguments[0]), *quiet, *map(str, arguments[1:])], check=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--platform", choices=PLATFORMS, action="append", help="default: all")
    parser.add_argument("--python", choices=PYTHONS, action="append", help="default: all")
    parser.add_argument("--out", type=Path, default=ROOT / "build/wheelhouse")
    given = parser.parse_args()
    try:
        build(given.out, given.platform or list(PLATFORMS), given.python or list(PYTHONS))
    except subprocess.CalledProcessError:
        sys.exit("The folder is not complete: what pip says above is missing. Is a package registry reachable?")
