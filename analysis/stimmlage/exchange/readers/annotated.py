"""Files of annotation tools, for their texts: UIMA CAS, CoNLL-U, WebAnno TSV, brat, and REFI-QDA projects."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from stimmlage.errors import InputError
from stimmlage.exchange.article import Article
from stimmlage.exchange.readers.safety import bytes_of, opened_zip, parse_xml
from stimmlage.reading.intake import encoding_of

_WEB_TEXT = re.compile(r"^#Text=(.*)$", re.MULTILINE)


def cas_texts(root: Any, name: str) -> Iterator[Article]:
    """Yield the texts of a CAS in XMI."""
    found = [sofa for sofa in root.iter() if isinstance(sofa.tag, str) and sofa.tag.endswith("}Sofa")]
    texts = [sofa.get("sofaString") or "" for sofa in found]
    if not any(text.strip() for text in texts):
        raise InputError(f"{name} is a UIMA CAS without a text (sofaString).")
    yield from (Article(text, wrapped=None) for text in texts if text.strip())


def cas_json(path: Path) -> Iterator[Article]:
    """Yield the texts of a CAS in JSON."""
    known = json.loads(bytes_of(path))
    structures = known.get("%FEATURE_STRUCTURES", []) if isinstance(known, dict) else []
    if isinstance(structures, dict):
        structures = list(structures.values())
    texts = [s.get("sofaString", "") for s in structures if isinstance(s, dict) and s.get("%TYPE") == "uima.cas.Sofa"]
    if not any(isinstance(text, str) and text.strip() for text in texts):
        raise InputError(f"{path.name} is a UIMA CAS without a text (sofaString).")
    yield from (Article(text, wrapped=None) for text in texts if isinstance(text, str) and text.strip())


def conllu(path: Path) -> Iterator[Article]:
    """Yield the documents of a CoNLL-U file; a file that names none is one."""
    sentences: list[str] = []
    name = ""
    for block in re.split(r"\n\s*\n", _decoded(path)):
        told = dict(re.findall(r"^# ?(newdoc|newpar|newdoc id|newpar id|text)(?: ?= ?(.*))?$", block, re.MULTILINE))
        if ("newdoc id" in told or "newdoc" in told) and sentences:
            yield Article("".join(sentences).strip(), wrapped=False, name=name)
            sentences = []
        name = told.get("newdoc id", name)
        text = told.get("text") or _of_words(block)
        if text:
            sentences.append(f"\n\n{text}" if "newpar" in told or "newpar id" in told or not sentences else f" {text}")
    if not sentences:
        raise InputError(f"{path.name} is CoNLL-U without a sentence.")
    yield Article("".join(sentences).strip(), wrapped=False, name=name)


def _of_words(block: str) -> str:
    """Put a sentence together from its words, where the file does not give it."""
    words, until = [], 0
    for line in block.split("\n"):
        cells = line.split("\t")
        if len(cells) < 10 or "." in cells[0]:
            continue
        first, _, last = cells[0].partition("-")
        if not first.isdigit() or int(first) <= until:
            continue
        until = int(last) if last else 0
        words.append(cells[1] + ("" if "SpaceAfter=No" in cells[9] else " "))
    return "".join(words).strip()


def webanno(path: Path) -> Iterator[Article]:
    """Yield the text of a WebAnno TSV file."""
    texts = [
        re.sub(r"\\r|\\n", " ", text).replace("\\t", " ").replace("\\\\", "\\")
        for text in _WEB_TEXT.findall(_decoded(path))
    ]
    if not texts:
        raise InputError(f"{path.name} is WebAnno TSV without a text.")
    yield Article(" ".join(texts), wrapped=False)


def brat(path: Path) -> Iterator[Article]:
    """Yield the text that a file of brat annotations is about: it lies beside it."""
    beside = path.with_suffix(".txt")
    if not beside.is_file():
        raise InputError(f"{path.name} annotates {beside.name}, which is not there; give that file.")
    yield Article(_decoded(beside), wrapped=None)


def qdpx(path: Path) -> Iterator[Article]:
    """Yield the texts of a REFI-QDA project (MAXQDA, ATLAS.ti, NVivo).

    Raises
    ------
    InputError
        If the project holds no text.
    """
    with opened_zip(path) as archive:
        names = archive.namelist()
        projects = [name for name in names if name.lower().endswith(".qde")]
        if len(projects) != 1:
            raise InputError(f"{path.name} is no REFI-QDA project: it holds {len(projects)} .qde files instead of one.")
        root = parse_xml(archive.read(projects[0]), path.name)
        sources = [e for e in root.iter() if isinstance(e.tag, str) and e.tag.endswith("}TextSource")]
        if not sources:
            raise InputError(f"{path.name} is a REFI-QDA project without texts.")
        inside = {name.rpartition("/")[2].lower(): name for name in names}
        for source in sources:
            yield _of_source(source, archive, inside)


def _of_source(source: Any, archive: Any, inside: dict[str, str]) -> Article:
    name = source.get("name") or source.get("guid") or "text"
    written = next(
        (e.text or "" for e in source.iter() if isinstance(e.tag, str) and e.tag.endswith("}PlainTextContent")), ""
    )
    if written.strip():
        return Article(written, wrapped=None, name=name)
    place = (source.get("plainTextPath") or "").rpartition("/")[2].lower()
    if place not in inside:
        return Article("", name=name, problem=f"the project names the text {name!r}, but does not hold it")
    data = archive.read(inside[place])
    encoding = encoding_of(data)
    return Article(data.decode(encoding, "replace"), wrapped=None, name=name, encoding=encoding)


def _decoded(path: Path) -> str:
    data = bytes_of(path)
    return data.decode(encoding_of(data), "replace").replace("\r\n", "\n").removeprefix("\ufeff")
