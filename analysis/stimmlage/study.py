"""The study: from the sources to the tables, the executed notebooks and the figures."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
import tomllib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from stimmlage.errors import InputError, MissingFileError
from stimmlage.exchange.files import write_whole
from stimmlage.executed import as_page, index_page, title_of
from stimmlage.waiting import bar

_INPUTS = (
    "seeds",
    "corpus/source",
    "corpus/gold",
    "corpus/targets.toml",
    "corpus/people.toml",
    "corpus/example",
    "notebooks",
)
_RESULTS = ("corpus/built", "figures")
_AT_ONCE = 2
"""How many notebooks run at a time, each on a kernel of its own."""


@dataclass(frozen=True)
class Study:
    """A folder with `corpus/source/sources.toml`, `corpus/targets.toml` and `notebooks/`.

    Parameters
    ----------
    root : Path
        The project's folder.

    Raises
    ------
    MissingFileError
        If the folder holds no study.
    """

    root: Path

    def __post_init__(self) -> None:
        if not (self.root / "corpus/source/sources.toml").is_file():
            raise MissingFileError(
                f"No study in {str(self.root)!r}: it has no corpus/source/sources.toml. "
                "Call this in the project's folder, or name it with --root."
            )

    @property
    def recorded(self) -> dict[str, Any]:
        """What `sources.toml` says: a `source` for each file, and for a study that was begun by the kit `options`.

        Raises
        ------
        InputError
            If it is no TOML, or names no source.
        """
        place = self.root / "corpus/source/sources.toml"
        try:
            known = tomllib.loads(place.read_text("utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise InputError(f"{str(place)!r} is no TOML ({' '.join(str(error).split())}).") from error
        if not isinstance(known.get("source"), list):
            raise InputError(f"{str(place)!r} names no [[source]]; each has a `path` and a `sha256`.")
        return known

    @property
    def sources(self) -> list[Path]:
        """The articles, each checked against its recorded hash."""
        folder = self.root / "corpus/source"
        paths = []
        for entry in self.recorded["source"]:
            path = (folder / entry["path"]).resolve()
            if not path.is_file():
                raise MissingFileError(f"sources.toml names {entry['path']!r}, which is not there.")
            found = hashlib.sha256(path.read_bytes()).hexdigest()
            if found != entry["sha256"]:
                raise InputError(f"{entry['path']} was changed: its sha256 is {found}, recorded is {entry['sha256']}.")
            paths.append(path)
        return paths

    @property
    def notebooks(self) -> list[Path]:
        """The notebooks of the study, in reading order."""
        return sorted((self.root / "notebooks").glob("[0-9]*.ipynb"))

    @property
    def lessons(self) -> list[Path]:
        """The lessons with their workbooks, solutions and teacher's pages, if the study has any."""
        folder = self.root / "notebooks/teaching"
        return sorted([*folder.glob("[0-9]*.ipynb"), *folder.glob("[a-z]*/[0-9]*.ipynb")])

    def reproduce(self, lessons: bool = True) -> None:
        """Build the tables and run the notebooks, which draw the figures; `lessons` says whether those are run, too."""
        notebooks = [*self.notebooks, *(self.lessons if lessons else ())]
        with bar(total=1 + len(notebooks), unit="step") as progress:
            progress.set_description("corpus/built")
            self.build()
            progress.update()
            with ThreadPoolExecutor(_AT_ONCE) as pool:
                for notebook, _ in zip(notebooks, pool.map(self.execute, notebooks)):
                    progress.set_description(notebook.name)
                    progress.update()
        self.publish()

    def publish(self) -> None:
        """Write the executed notebooks as pages to `build/html/`, with a page that leads to them."""
        import nbformat

        source, target = self.root / "build/notebooks", self.root / "build/html"
        groups = []
        by_language = {
            heading: [path for path in self.lessons if path.parent.name == code]
            for heading, code in (("Lektionen", "de"), ("Lessons", "en"), ("Lessons of this study", "teaching"))
        }
        for heading, notebooks in {"The study": self.notebooks, **by_language}.items():
            entries = []
            for notebook in notebooks:
                place = notebook.relative_to(self.root / "notebooks")
                if not (source / place).is_file():
                    continue
                content = nbformat.read(source / place, as_version=4)  # type: ignore[no-untyped-call]
                write_whole(target / place.with_suffix(".html"), as_page(content, notebook.parent.name).encode())
                entries.append((place.with_suffix(".html"), *title_of(content)))
            groups.append((heading, entries))
        write_whole(target / "index.html", index_page(groups).encode())

    def build(self) -> None:
        """Write the tables of the study to `corpus/built/`."""
        from stimmlage.running import run

        with tempfile.TemporaryDirectory() as folder:
            fresh = Path(folder) / "built"
            targets = self.root / "corpus/targets.toml"
            options = self.recorded.get("options")
            checked = self.sources
            paths = checked if options is None else [self.root / "corpus/source"]
            run(paths, fresh, format="csv", targets=targets, progress=False, **(options or {}))
            built = self.root / "corpus/built"
            built.mkdir(parents=True, exist_ok=True)
            for file in sorted(built.iterdir()):
                if not (fresh / file.name).exists() and file.is_file():
                    file.unlink()
            for file in sorted(fresh.iterdir()):
                shutil.copyfile(file, built / file.name)

    def execute(self, notebook: Path) -> Path:
        """Run one notebook on a fresh kernel; write it with its outputs to `build/notebooks/`."""
        import nbformat
        from nbclient import NotebookClient

        content = nbformat.read(notebook, as_version=4)  # type: ignore[no-untyped-call]
        client = NotebookClient(
            content,
            timeout=600,
            kernel_name="python3",
            record_timing=False,
            extra_arguments=["--IPKernelApp.log_level=40"],
            resources={"metadata": {"path": str(notebook.parent)}},
        )
        if any(cell.cell_type == "code" for cell in content.cells):
            # A fixed hash seed: the same figures on every machine.
            client.execute(env={**os.environ, "PYTHONHASHSEED": "0", "PYDEVD_DISABLE_FILE_VALIDATION": "1"})
        _clear_bars(content)
        target = self.root / "build/notebooks" / notebook.relative_to(self.root / "notebooks")
        target.parent.mkdir(parents=True, exist_ok=True)
        nbformat.write(content, target)  # type: ignore[no-untyped-call]
        return target

    def check(self) -> list[str]:
        """Reproduce the study in a folder of its own, and list what differs from this one."""
        from stimmlage.checking import differences

        with tempfile.TemporaryDirectory() as folder:
            fresh = Path(folder)
            for name in _INPUTS:
                source = self.root / name
                (fresh / name).parent.mkdir(parents=True, exist_ok=True)
                if source.is_dir():
                    shutil.copytree(source, fresh / name)
                elif source.exists():
                    shutil.copyfile(source, fresh / name)
            Study(fresh).reproduce(lessons=False)
            return [line for name in _RESULTS for line in differences(self.root / name, fresh / name, name)]


def _clear_bars(notebook: Any) -> None:
    """Take progress bars out of the outputs of a notebook: on a slow machine they show, and leave no trace."""
    for cell in notebook.cells:
        if "outputs" in cell:
            cell.outputs = [o for o in cell.outputs if o.get("name") != "stderr" or not o.text.startswith("\r")]
