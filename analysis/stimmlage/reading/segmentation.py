"""From reading text to sections, paragraphs, sentences and tokens."""

from __future__ import annotations

import re

from stimmlage.reading.document import Document, Paragraph, Section, Sentence, Tokens

_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*\.?(?=\s+[a-zäöü])|\w+(?:[-.’'/]\w+)*-?|\.\.\.|…|[^\w\s]")
_END = re.compile(r"[.!?…][“”\"«»‹›)]*(?=\s+[„“\"»«A-ZÄÖÜ0-9])|\n\s*\n")


def read_text(text: str, doc_id: str = "text") -> Document:
    """Read plain text into a document, as it stands: `document.text` is `text`."""
    tokens: Tokens = Tokens([], [], [])
    paragraphs: list[Paragraph] = []
    sentences: list[Sentence] = []
    for number, block in enumerate(re.finditer(r"\S(?:.|\n(?!\s*\n))*", text)):
        start, end = block.start(), block.start() + len(block.group().rstrip())
        paragraphs.append(Paragraph(number, 0, "text", start, end))
        cuts = [m.end() for m in _END.finditer(text, start, end)] + [end]
        for cut in cuts:
            while start < cut and text[start].isspace():
                start += 1
            if start >= cut:
                continue
            first = len(tokens)
            for match in _TOKEN.finditer(text, start, cut):
                tokens.word.append(match.group())
                tokens.start.append(match.start())
                tokens.end.append(match.end())
            sentences.append(Sentence(len(sentences), 0, number, "text", start, cut, first, len(tokens)))
            start = cut
    return Document(doc_id, text, [Section(0, "", 0, len(text))], paragraphs, sentences, tokens)
