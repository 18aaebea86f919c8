"""What the readers read from the small documents of `documents`: all of it, held as text."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.exchange.readers import documents
from tests.held import held

from stimmlage.errors import StimmlageError
from stimmlage.exchange.article import Article
from stimmlage.exchange.readers import annotated, pages, pdf, tei, texts, word

_FIELDS = ("name", "title", "lead", "author", "date", "outlet", "place", "language", "problem", "encoding")


def told(article: Article) -> Iterator[str]:
    """Give an article line by line: what the file says of it, then its paragraphs with their kinds."""
    known = {field: getattr(article, field) for field in _FIELDS} | article.about
    yield "; ".join(f"{field}: {value}" for field, value in known.items() if value)
    if article.unsure or article.wrapped is not False:
        yield f"unsure: {', '.join(article.unsure)}; wrapped: {article.wrapped}"
    text = article.text
    for mark in reversed(article.marks):
        text = f"{text[: mark.start]}[{mark.kind}: {text[mark.start : mark.end]}]{text[mark.end :]}"
    for paragraph in text.replace("\f", "\\f").split("\n\n"):
        yield f"  {paragraph}".replace("\n", "\\n")


def read(reader: Callable[[Path], Iterator[Article]], path: Path) -> str:
    try:
        return "\n\n".join("\n".join(told(article)) for article in reader(path))
    except StimmlageError as error:
        return f"{type(error).__name__}: {error}"


def compare(name: str, reader: Any, given: dict[str, str | bytes], tmp_path: Path, suffix: str) -> None:
    parts = []
    for number, (heading, content) in enumerate(given.items()):
        path = tmp_path / f"text{number}{suffix}"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        parts.append(f"# {heading}\n{read(reader, path)}")
    held(f"readers/{name}", "\n\n".join(parts) + "\n")


CAS_JSON = {heading: json.dumps(content) for heading, content in documents.CAS_JSON.items()}
RTF = {heading: content.encode("latin-1") for heading, content in documents.RTFS.items()}
ALL = [
    ("pages", pages.html, documents.PAGES, ".html"),
    ("factiva", pages.html, documents.FACTIVA, ".html"),
    ("nexis", texts.export, documents.NEXIS, ".txt"),
    ("tei", tei.xml, documents.TEIS, ".xml"),
    ("markdown", texts.markdown, documents.MARKDOWN, ".md"),
    ("conllu", annotated.conllu, documents.CONLLU, ".conllu"),
    ("cas", annotated.cas_json, CAS_JSON, ".json"),
    ("qdpx", annotated.qdpx, {"a project": documents.QDPX}, ".qdpx"),
    ("odt", word.odt, documents.ODTS, ".odt"),
    ("rtf", word.rtf, RTF, ".rtf"),
    ("pdf", pdf.pdf, documents.pdfs(), ".pdf"),
    ("genios", pdf.pdf, documents.GENIOS, ".pdf"),
]


@pytest.mark.parametrize(("name", "reader", "given", "suffix"), ALL, ids=[name for name, *_ in ALL])
def test_what_is_read(name, reader, given, suffix, tmp_path):
    compare(name, reader, given, tmp_path, suffix)


def test_word_documents(tmp_path):
    documents.docx(tmp_path / "styles.docx")
    parts = [f"# styles\n{read(word.docx, tmp_path / 'styles.docx')}"]
    for number, (heading, lines) in enumerate(documents.BOLD.items()):
        documents.bold_docx(tmp_path / f"{number}.docx", lines)
        parts.append(f"# {heading}\n{read(word.docx, tmp_path / f'{number}.docx')}")
    held("readers/docx", "\n\n".join(parts) + "\n")
