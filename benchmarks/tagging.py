"""Measure tagging alone, on the same tokens, beside HanTa token by token and textblob-de; all in one process.

    python benchmarks/tagging.py [ARTICLES]

`cold` begins with empty caches, so that every word form is looked up once; `warm` goes over the same
articles again. HanTa and textblob-de, which keep nothing, take a tenth of the articles.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from contenders import textblob_sentiment
from corpus import news

from stimmlage.document import Document
from stimmlage.language.morphology import morphology
from stimmlage.language.tagging import tag
from stimmlage.reading.segmentation import read_text


def words_per_second(run: Callable[[Document], object], documents: list[Document]) -> float:
    """Return the tokens per second of processor time."""
    begin = time.process_time()
    for document in documents:
        run(document)
    return sum(len(d.tokens) for d in documents) / (time.process_time() - begin)


def hanta(document: Document) -> None:
    tagger = morphology().model
    for sentence in document.sentences:
        tagger.tag_sent(document.tokens.word[sentence.first : sentence.stop])


def main(n: int) -> None:
    documents = [read_text(text) for text in news()[:n]]
    begin = time.perf_counter()
    morphology()
    textblob = textblob_sentiment()
    print(f"{sum(len(d.tokens) for d in documents):,} tokens; model read in {time.perf_counter() - begin:.2f} s")
    few = documents[: max(1, n // 10)]
    for name, run, over in (
        ("Stimmlage, cold", tag, documents),
        ("Stimmlage, warm", tag, documents),
        ("HanTa, token by token", hanta, few),
        ("textblob-de", lambda document: textblob(document.text), few),
    ):
        print(f"{name:<24}{words_per_second(run, over):>12,.0f} words/s")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1028)
