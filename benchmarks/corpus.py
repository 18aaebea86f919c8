"""Articles for measuring: real ones by path, or made by shuffling their sentences, as many as are wanted."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterator
from pathlib import Path

from stimmlage.reading.segmentation import read, read_text

ROOT = Path(__file__).parents[1]
NEWS = ROOT.parent / "shared/gold/news_articles.jsonl.gz"


def news() -> list[str]:
    """Return the news articles that lie beside the project, or else articles made of the seed's sentences."""
    if NEWS.exists():
        with gzip.open(NEWS, "rt", encoding="utf-8") as lines:
            return [json.loads(line)["text"] for line in lines]
    return [" ".join(part) for part in _shuffled(_sentences(None), 1000, 20)]


def made(n: int, n_sentences: int = 20, seed: int = 0) -> Iterator[str]:
    """Make articles of sentences drawn by lot."""
    for part in _shuffled(_sentences(news() if NEWS.exists() else None), n, n_sentences, seed):
        yield " ".join(part)


def write(path: Path, n: int, n_sentences: int) -> None:
    """Write made articles as JSON Lines."""
    with path.open("w", encoding="utf-8") as file:
        for number, text in enumerate(made(n, n_sentences)):
            file.write(json.dumps({"id": f"made-{number}", "text": text}, ensure_ascii=False) + "\n")


def _sentences(texts: list[str] | None) -> list[str]:
    documents = (
        [read(path) for path in sorted((ROOT / "seeds").glob("*.txt"))] if texts is None else map(read_text, texts)
    )
    return [d.text[s.start : s.end] for d in documents for s in d.sentences if s.kind == "text"]


def _shuffled(sentences: list[str], n: int, n_sentences: int, seed: int = 0) -> Iterator[list[str]]:
    draw = random.Random(seed)
    for _ in range(n):
        yield draw.choices(sentences, k=n_sentences)
