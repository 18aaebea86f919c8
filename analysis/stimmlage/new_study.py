"""A study of one's own: a folder of the same form as the kit's, made from texts, that reproduces itself at once."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import tempfile
from collections.abc import Iterable, Sequence
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from stimmlage import __version__
from stimmlage.errors import OptionError
from stimmlage.exchange.inputs import Source
from stimmlage.exchange.paths import sources_of
from stimmlage.study import Study
from stimmlage.wording import counted

if TYPE_CHECKING:
    from stimmlage.corpus import Corpus

_NOTEBOOKS = ("01_corpus", "02_voices", "03_measures")
_MOST_TARGETS = 5
_LEAST = 3
"""How often a noun must stand in the texts to be proposed as a target."""


def new_study(
    folder: str | Path,
    paths: str | Path | Iterable[str | Path],
    text_column: str = "text",
    id_column: str | None = None,
    title: str = "",
) -> Study:
    """Make a study of texts: copied and hashed, with targets and people proposed, notebooks and figures.

    Nothing is there until all of it is.

    Parameters
    ----------
    folder : path
        A folder that is not there yet, or is empty.
    paths : path or list of paths
        The texts, as `sl.read` takes them.
    text_column, id_column : str
        For tables: where the text stands, and the name.
    title : str
        What the study is called; by default the name of its folder.

    Raises
    ------
    OptionError
        If the folder holds anything.
    MissingFileError, InputError
        If the texts cannot be read.
    """
    folder = Path(folder)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise OptionError(f"{str(folder)!r} is there already and not empty; give the name of a new folder.")
    sources = sources_of(paths, text_column, id_column)
    place = folder.resolve()
    place.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=place.parent, prefix=f".{place.name}-") as scratch:
        made = Path(scratch) / "study"
        options = {"text_column": text_column} | ({"id_column": id_column} if id_column else {})
        _write(made, sources, options, title or place.name)
        Study(made).reproduce()
        _crate(made, title or place.name)
        if place.exists():
            place.rmdir()
        os.replace(made, place)
    return Study(folder)


def _write(study: Path, sources: Sequence[Source], options: dict[str, str], title: str) -> None:
    """Write all but what is computed."""
    from stimmlage.doors import read
    from stimmlage.exchange.people import write_people

    (study / "corpus/source").mkdir(parents=True)
    names = _copied(sources, study / "corpus/source")
    _sources_toml(study / "corpus/source", names, options)
    corpus = read(study / "corpus/source", **options)
    (study / "corpus/targets.toml").write_text(proposed_targets(corpus), "utf-8")
    write_people(corpus.people(), study / "corpus/people.toml")
    (study / "notebooks").mkdir()
    given = {key: value for key, value in options.items() if (key, value) != ("text_column", "text")}
    call = "".join(f", {key}={json.dumps(value, ensure_ascii=False)}" for key, value in given.items())
    for name in _NOTEBOOKS:
        text = _template(f"{name}.txt").replace("{{READ}}", f'sl.read("../corpus/source"{call})')
        (study / f"notebooks/{name}.ipynb").write_text(notebook(text), "utf-8")
    told = {"TITLE": title, "VERSION": __version__, "N": counted(len(corpus), "article")}
    readme = _template("README.md")
    for key, value in told.items():
        readme = readme.replace(f"{{{{{key}}}}}", value)
    (study / "README.md").write_text(readme, "utf-8")
    (study / "requirements.txt").write_text(f"stimmlage=={__version__}\n", "utf-8")
    (study / ".gitignore").write_text("build/\n.ipynb_checkpoints/\n", "utf-8")
    (study / "CITATION.cff").write_text(_citation(title), "utf-8")


def _template(name: str) -> str:
    return (resources.files("stimmlage") / "templates/study" / name).read_text("utf-8")


def _copied(sources: Sequence[Source], target: Path) -> list[str]:
    """Copy the files, each under its own name or, where that is taken, with a number."""
    names: list[str] = []
    for source in sources:
        for file in source.files:
            name = file.relative_to(source.root).as_posix()
            number = 1
            while (target / name).exists():
                number += 1
                name = file.relative_to(source.root).with_stem(f"{file.stem}-{number}").as_posix()
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target / name)
            names.append(name)
    return sorted(names)


def _sources_toml(folder: Path, names: Sequence[str], options: dict[str, str]) -> None:
    lines = [
        "# The texts of this study, byte for byte as they were given. A text that is changed is refused.",
        "[options]",
    ]
    lines += [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in options.items()]
    for name in names:
        found = hashlib.sha256((folder / name).read_bytes()).hexdigest()
        lines += ["", "[[source]]", f"path = {json.dumps(name, ensure_ascii=False)}", f'sha256 = "{found}"']
    (folder / "sources.toml").write_text("\n".join(lines) + "\n", "utf-8")


def proposed_targets(corpus: Corpus) -> str:
    """Propose targets: the nouns that stand most often in most articles, as the text of a `targets.toml`.

    Words for people are left out: positions are taken towards plans, things and events.
    """
    from stimmlage.language.nouns import person_noun
    from stimmlage.measures.polarity import people
    from stimmlage.reading.masthead import PLACES

    tags = corpus.tokens.groupby("lemma")["tag"].agg(lambda tag: tag.mode().iloc[0])
    nouns = {noun for noun in tags.index[tags == "NN"] if person_noun(noun) is None}
    words = corpus.frequencies(least=_LEAST)
    words = words[words["item"].isin(nouns) & (words["item"].str.len() > 3)]
    words = words[~words["item"].str.lower().isin(people() | PLACES | _COMMON)]
    words = words.sort_values(["n_documents", "n"], ascending=False, kind="stable").head(_MOST_TARGETS)
    lines = [
        "# Proposed from the most frequent nouns: no findings. Take out what nobody is for or against, name what you",
        "# ask about, and put what texts call it into `patterns`: a phrase, `lemma:Wort` (all forms), `tail:wort`.",
    ]
    if words.empty:
        lines += ["# No noun stands three times in these texts; this one is an example.", *_target("Plan", 0, 0)]
    for row in words.itertuples():
        lines += _target(str(row.item), int(row.n), int(row.n_documents))
    return "\n".join(lines) + "\n"


_COMMON = frozenset(
    "jahr monat woche tag stunde zeit montag dienstag mittwoch donnerstag freitag samstag sonntag prozent million "
    "milliarde euro ende anfang teil seite fall frage land stadt welt mensch mann frau thema artikel grund".split()
)
"""Nouns that are frequent everywhere and that nobody is for or against."""


def _target(noun: str, n: int, n_documents: int) -> list[str]:
    slug = re.sub(r"\W+", "_", noun.lower()).strip("_") or "target"
    said = f"# {n} times in {counted(n_documents, 'article')}" if n else ""
    return [
        "",
        "[[target]]",
        f'id = "{slug}"',
        f"patterns = [{json.dumps('lemma:' + noun, ensure_ascii=False)}]",
        f"label_de = {json.dumps(noun, ensure_ascii=False)}",
        *([said] if said else []),
    ]


def notebook(text: str) -> str:
    """Make a notebook of cells that begin with `%% md` or `%% code`."""
    cells: list[dict[str, Any]] = []
    for number, part in enumerate(re.split(r"^%% ", text, flags=re.MULTILINE)[1:]):
        kind, _, source = part.partition("\n")
        lines = source.strip("\n").splitlines(keepends=True)
        cell: dict[str, Any] = {
            "cell_type": "markdown" if kind == "md" else "code",
            "id": f"cell-{number}",
            "metadata": {},
        }
        if kind != "md":
            cell |= {"execution_count": None, "outputs": []}
        cells.append({**cell, "source": lines})
    kernel = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
    content = {
        "cells": cells,
        "metadata": {"kernelspec": kernel, "language_info": {"name": "python"}},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _citation(title: str) -> str:
    return (
        "cff-version: 1.2.0\n"
        'message: "Write your names here, then cite this study as below."\n'
        f"title: {json.dumps(title, ensure_ascii=False)}\n"
        "type: dataset\n"
        "authors:\n"
        '  - name: "Your name"\n'
        "references:\n"
        "  - type: software\n"
        "    title: Stimmlage\n"
        f'    version: "{__version__}"\n'
        "    authors:\n"
        "      - name: The makers of Stimmlage\n"
    )


def _crate(study: Path, title: str) -> None:
    """Describe the folder as an RO-Crate 1.1: its files with their hashes, and the kit that made the tables."""
    files = [p for p in sorted(study.rglob("*")) if p.is_file() and "build" not in p.relative_to(study).parts[:1]]
    parts = [
        {
            "@id": path.relative_to(study).as_posix(),
            "@type": "File",
            "contentSize": str(path.stat().st_size),
            "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        }
        for path in files
        if not path.name.startswith(".")
    ]
    graph: list[dict[str, Any]] = [
        {
            "@id": "ro-crate-metadata.json",
            "@type": "CreativeWork",
            "about": {"@id": "./"},
            "conformsTo": {"@id": "https://w3id.org/ro/crate/1.1"},
        },
        {
            "@id": "./",
            "@type": "Dataset",
            "name": title,
            "description": "A study of news texts: who speaks, how surely, in what tone, for or against what.",
            "license": "to be named by its authors",
            "hasPart": [{"@id": part["@id"]} for part in parts],
        },
        {"@id": "#stimmlage", "@type": "SoftwareApplication", "name": "Stimmlage", "softwareVersion": __version__},
        *parts,
    ]
    crate = {"@context": "https://w3id.org/ro/crate/1.1/context", "@graph": graph}
    (study / "ro-crate-metadata.json").write_text(json.dumps(crate, ensure_ascii=False, indent=1) + "\n", "utf-8")


__all__ = ["new_study", "notebook", "proposed_targets"]
