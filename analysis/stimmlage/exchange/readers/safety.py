"""What a file may not do: unpack to more than fits, name files outside, bring entities; and what must be installed."""

from __future__ import annotations

import importlib
import zipfile
from pathlib import Path
from typing import Any

from stimmlage.errors import InputError

LARGEST = 200_000_000
"""Bytes: a larger file is no article, and no collection that is read at once."""
_LARGEST_UNPACKED = 400_000_000
_LARGEST_PART = 100_000_000
_MOST_PARTS = 20_000
_RATIO = 200  # text of office documents packs to a tenth
_SMALL = 5_000_000  # a part of this size may pack as it likes
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def needed(module: str, what: str) -> Any:
    """Import what a reader needs.

    Raises
    ------
    InputError
        If it is not installed; the message says how it is.
    """
    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise InputError(
            f"Reading {what} needs {module.partition('.')[0]}: pip install 'stimmlage[formats]'."
        ) from error


def bytes_of(path: Path, most: int = LARGEST) -> bytes:
    """Return the content of a file that is not larger than it may be."""
    size = path.stat().st_size
    if size > most:
        raise InputError(f"{path.name} has {size // 1_000_000} MB; the most that is read is {most // 1_000_000} MB.")
    return path.read_bytes()


def opened_zip(path: Path) -> zipfile.ZipFile:
    """Open an archive whose parts are of a sane size and stay where they belong.

    Raises
    ------
    InputError
        If it is damaged, encrypted, unpacks to too much, or a part names a place outside or brings entities.
    """
    with path.open("rb") as file:
        if file.read(4) == b"\xd0\xcf\x11\xe0":
            file.seek(0)
            locked = _ENCRYPTED in file.read(LARGEST)
            what = (
                "is encrypted; save it without a password" if locked else "is of an old format; save it as DOCX or XLSX"
            )
            raise InputError(f"{path.name} {what}.")
    try:
        archive = zipfile.ZipFile(path)
        _check(path.name, archive)
    except (zipfile.BadZipFile, EOFError, NotImplementedError) as error:
        raise InputError(f"{path.name} is a damaged file ({error}); save it anew.") from error
    return archive


def _check(name: str, archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    total = sum(part.file_size for part in parts)
    swollen = [p for p in parts if p.file_size > _SMALL and p.file_size > _RATIO * max(p.compress_size, 1)]
    if (
        total > _LARGEST_UNPACKED
        or len(parts) > _MOST_PARTS
        or swollen
        or any(p.file_size > _LARGEST_PART for p in parts)
    ):
        raise InputError(f"{name} unpacks to {total // 1_000_000} MB in {len(parts)} parts; that is not opened.")
    if any(part.flag_bits & 1 for part in parts):
        raise InputError(f"{name} is encrypted; save it without a password.")
    for part in parts:
        if ".." in part.filename.replace("\\", "/").split("/") or part.filename.startswith(("/", "\\")):
            raise InputError(f"{name} names a file outside itself ({part.filename[:60]!r}); that is not opened.")
        if part.filename.endswith((".xml", ".rels")):
            with archive.open(part) as file:
                _refuse_entities(file.read(4096), name)


def parse_xml(data: bytes, name: str) -> Any:
    """Return the root of an XML document; nothing outside it is fetched, and no entity of its own is put in."""
    etree = needed("lxml.etree", "XML")
    _refuse_entities(data[:100_000], name)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise InputError(f"{name} is no well-formed XML ({' '.join(str(error).split())}).") from error


def _refuse_entities(head: bytes, name: str) -> None:
    if b"<!DOCTYPE" in head and b"<!ENTITY" in head:
        raise InputError(f"{name} brings entities of its own (<!ENTITY); that is not opened.")
