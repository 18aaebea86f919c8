"""From bytes to source text: encodings, and what cannot be an article."""

from __future__ import annotations

import codecs
import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from stimmlage.errors import InputError, MissingFileError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile(r"[\0-\x08\x0e-\x1f\x7f-\x9f]")
_BINARY = {
    b"%PDF": "a PDF file; extract its text first (for example with pdftotext)",
    b"PK\x03\x04": "a zip archive or office document; save it as plain text first",
    b"\xd0\xcf\x11\xe0": "an old office document; save it as plain text first",
    b"{\\rtf": "an RTF document; save it as plain text first",
    b"\x1f\x8b": "a gzip archive; unpack it first",
    b"\x89PNG": "a picture; give a text file",
    b"\xff\xd8\xff": "a picture; give a text file",
    b"PAR1": "a Parquet table; give it to `stimmlage analyse` or `sl.read`",
}


_SURROGATE = re.compile("[\ud800-\udfff]")


def clean(text: str) -> tuple[str, str]:
    """Replace what is no character (half of a surrogate pair) by `\ufffd`; return the text and what was wrong with it.

    Examples
    --------
    >>> clean("Ein \\ud800 Satz.")
    ('Ein \ufffd Satz.', '1 character that is none (half of a surrogate pair)')
    >>> clean("Ein Satz.")
    ('Ein Satz.', '')
    """
    cleaned, n = _SURROGATE.subn("\ufffd", text)
    return cleaned, f"{n} character{'s that are' if n > 1 else ' that is'} none (half of a surrogate pair)" if n else ""


@dataclass(frozen=True, slots=True)
class Intake:
    """The source text of a file, and where it comes from."""

    text: str
    encoding: str
    sha256: str
    source: str = ""
    name: str = ""
    problem: str = ""


def take_in(given: bytes | str | Path) -> Intake:
    """Decode a file, or its bytes.

    UTF-8 and UTF-16, with or without a byte order mark, and Windows-1252 are told apart. A byte that
    cannot be decoded becomes `\ufffd` and is told in `problem`.

    Examples
    --------
    >>> take_in("Größe".encode("cp1252")).text
    'Größe'
    """
    if isinstance(given, bytes):
        return _decoded(given, "the given bytes", "", "")
    path = Path(given)
    if path.is_dir():
        raise InputError(f"{str(path)!r} is a folder; give the path of one text file.")
    if not path.exists():
        raise MissingFileError(f"No file at {str(path)!r}; give the path of a text file.")
    if not path.is_file():
        raise InputError(f"{str(path)!r} is no regular file; write what it gives into one, and give that.")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"{str(path)!r} cannot be read ({error.strerror}); give a file that you may read.") from error
    return _decoded(data, repr(str(path)), path.name, path.stem)


def _decoded(data: bytes, given: str, source: str, name: str) -> Intake:
    for mark, what in _BINARY.items():
        if data.startswith(mark):
            raise InputError(f"{given} is {what}.")
    encoding = encoding_of(data)
    text = data.decode(encoding, errors="replace")
    if not text.strip("\ufeff\0 \t\r\n\f\v\u00a0"):
        raise InputError(f"{given} holds no text; give a file with at least one sentence.")
    if len(_CONTROL.findall(text)) * 20 > len(text):
        raise InputError(f"{given} is not a text file; give plain text in UTF-8, UTF-16 or Windows-1252.")
    return Intake(text, encoding, hashlib.sha256(data).hexdigest(), source, name, _problem(data, text, encoding))


def encoding_of(data: bytes, cut: bool = False) -> str:
    """Tell the encoding of a text from its bytes; `cut` if they are only the first ones of a file.

    Examples
    --------
    >>> encoding_of("Größe".encode()), encoding_of("Größe".encode("cp1252"))
    ('utf-8', 'cp1252')
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    sample = data[:4000]
    if sample.count(0) * 3 > len(sample):  # every other byte of western text in UTF-16 is zero
        return "utf-16-be" if sample[::2].count(0) > sample[1::2].count(0) else "utf-16-le"
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data, final=not cut)
        return "utf-8"
    except UnicodeDecodeError:
        broken = data.decode("utf-8", errors="replace").count("\ufffd")
    high = sum(byte >= 0x80 for byte in data)
    # Text in Windows-1252 has hardly a valid UTF-8 sequence; damaged UTF-8 has hardly an invalid one.
    return "cp1252" if broken * 2 > high else "utf-8"


def _problem(data: bytes, text: str, encoding: str) -> str:
    lost = text.count("\ufffd") - data.decode(encoding, errors="ignore").count("\ufffd")
    return f"{lost} undecodable byte{'s' if lost > 1 else ''} ({encoding})" if lost > 0 else ""
