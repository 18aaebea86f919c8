"""Install Stimmlage from this folder, without internet: `python install.py`. Nothing outside this folder is changed."""

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
PLACE = HERE / "env"
PROGRAMS = PLACE / ("Scripts" if os.name == "nt" else "bin")


def main() -> int:
    """Check the folder, install, and write what starts JupyterLab; return the exit code."""
    if not (3, 11) <= sys.version_info[:2] <= (3, 13):
        print(f"This needs Python 3.11, 3.12 or 3.13; you are running {sys.version.split()[0]}.")
        return 2
    broken = [name for name in listed() if not right(name)]
    if broken:
        print(f"Damaged or missing: {', '.join(broken[:5])}. Copy the folder again.")
        return 1
    print("Installing (a minute or two) ...", flush=True)
    venv.create(PLACE, with_pip=True, clear=True)
    pip = [
        PROGRAMS / "python",
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--no-index",
        "--no-compile",
    ]
    pip += ["--find-links", HERE / "wheels"]
    subprocess.run([*pip, "--require-hashes", "-r", HERE / "requirements.txt"], check=True)
    subprocess.run([*pip, "--no-deps", *sorted((HERE / "wheels").glob("stimmlage-*.whl"))], check=True)
    start = HERE / ("start.bat" if os.name == "nt" else "start.sh")
    program = PROGRAMS / "stimmlage"
    if os.name == "nt":
        start.write_text(f'@echo off\r\ncd /d "{HERE / "class"}"\r\n"{program}.exe" lab\r\n')
    else:
        start.write_text(f'#!/bin/sh\ncd "{HERE / "class"}" && exec "{program}" lab\n')
        start.chmod(0o755)
    print(f"Done. To begin: {start}")
    return 0


def listed() -> dict[str, str]:
    """Return the sha256 of each file that was packed."""
    lines = (HERE / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    return {name: digest for digest, _, name in (line.partition("  ") for line in lines)}


def right(name: str) -> bool:
    """Tell whether a file is there as it was packed."""
    path = HERE / name
    if name.startswith("class/"):  # the class works there
        return True
    return path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == listed()[name]


if __name__ == "__main__":
    sys.exit(main())
