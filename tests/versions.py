"""A short suite with the lowest and with the newest versions of what the kit needs: `make versions`.

    python tests/versions.py lowest|newest

Makes an environment in `build/`, installs what `pyproject.toml` names, at its lower bounds or as new as there is, and
runs the part of the suite that goes through every room. The lower bounds are true as long as this passes.
"""

from __future__ import annotations

import subprocess
import sys
import tomllib
import venv
from pathlib import Path

ROOT = Path(__file__).parents[1]
SUITE = """
test_corpus measures/test_sentiment measures/test_hedging measures/stance/test_stance quotation/test_finding
exploring/test_frequencies exploring/test_keyness exploring/test_voices exchange/test_stored running/test_running
statistics/test_rates statistics/test_contrasts statistics/test_agreement display/test_charts
"""
TOOLS = ("pytest", "pytest-xdist", "hypothesis")


def wanted(which: str, requirements: list[str]) -> list[str]:
    """Return the requirements with their lower bounds as the version, or as they stand.

    Examples
    --------
    >>> wanted("lowest", ["pandas>=2.2", "textblob>=0.17,<0.18", "HanTa==1.2.1"])
    ['pandas==2.2', 'textblob==0.17', 'HanTa==1.2.1']
    >>> wanted("newest", ["pandas>=2.2"])
    ['pandas>=2.2']
    """
    return [r.partition(",")[0].replace(">=", "==") for r in requirements] if which == "lowest" else requirements


def main(which: str) -> int:
    """Make the environment, and run the suite in it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    place = ROOT / "build" / f"versions-{which}"
    venv.create(place, with_pip=True, clear=True)
    python = place / "bin" / "python"
    install = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*install, *wanted(which, project["dependencies"]), *TOOLS], check=True)
    subprocess.run([*install, *wanted(which, project["optional-dependencies"]["build"])], check=True)
    subprocess.run([*install, "--no-deps", "--no-build-isolation", "-e", ROOT], check=True)
    files = [f"tests/{name}.py" for name in SUITE.split()]
    print(f"The {which} versions on Python {sys.version.split()[0]}:", flush=True)
    frozen = subprocess.run([python, "-m", "pip", "freeze", "--exclude-editable"], capture_output=True, text=True)
    print(" ".join(frozen.stdout.split()), flush=True)
    return subprocess.run([python, "-m", "pytest", "-n", "2", *files], cwd=ROOT).returncode


if __name__ == "__main__":
    if sys.argv[1:] not in (["lowest"], ["newest"]):
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
