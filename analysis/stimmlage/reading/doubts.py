"""What is doubtful about a text as a whole: another language, a wrong decoding, lost marks, a page of markup."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from stimmlage.document import Document

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_SHORTEST = 12
"""Texts of fewer words are taken for German: too little to tell."""
_SEEN = 400
"""How many characters decide the language; of a long text also as many from its middle."""
_SURE = 0.9
_MOJIBAKE = re.compile("Ã[¤¶¼ŸŸ„–œ\x84\x96\x9c\x9f]|â€[žœ\x9e\x9c“”™\x99–]|Â[»«\xa0]|ï¿½")
_TAG = re.compile(r"</?[A-Za-z][\w-]*(?:\s[^<>]{0,300})?/?>")
_MARKS = re.compile("[„“”»«\"‚‘›‹]|''|'\\w")
_FRAMED = re.compile(r", (?:sagte|sagt|meinte|meint|erklärte|erklärt|betonte|so) (?:[A-ZÄÖÜ]|er\b|sie\b|der\b|die\b)")
_SMALL_WORDS = frozenset(
    "und nicht der das ist auch sich mit auf für dem eine einen einem werden wird wurde sie ich als nach bei über aber "
    "haben hat wie sind noch nur oder aus zum zur durch".split()
)
_WORD = re.compile(r"[^\W\d_]{2,}")


def with_doubts(document: Document) -> Document:
    """Return a document with its language, and with a `problem` for each doubt about its text."""
    language = language_of(document.text)
    doubts = [document.problem, *(doubts_of(document.source_text or document.text, document.text))]
    if language != "de":
        doubts.append(f"not German but {language}: the rules and lists are for German only")
    return replace(document, language=language, problem="; ".join(filter(None, doubts)))


def doubts_of(source: str, text: str) -> list[str]:
    """List what makes a text doubtful, in words.

    Examples
    --------
    >>> doubts_of("<p>Gut.</p>" * 20, "")
    ['a page of markup: save its text alone']
    """
    found = []
    if len(_TAG.findall(source[:200_000])) >= 12 and source.lstrip()[:1] == "<":
        found.append("a page of markup: save its text alone")
    if len(wrong := _MOJIBAKE.findall(text)) > 1:
        found.append(f"decoded wrongly ({wrong[0]} …): save the file as UTF-8")
    if len(_FRAMED.findall(text)) > 1 and not _MARKS.search(text) and re.search(r"\b(?:[Ii]ch|[Ww]ir|uns)\b", text):
        found.append("quotation marks seem to be lost")
    return found


def language_of(text: str) -> str:
    """Return the language of a text as a code of two letters; `de` for very short texts.

    Examples
    --------
    >>> language_of("The council met on Monday and decided to build a new bridge over the river near the town.")
    'en'
    """
    middle = len(text) // 2
    seen = text[:_SEEN] if len(text) < 3 * _SEEN else f"{text[:_SEEN]} {text[middle : middle + _SEEN]}"
    words = _WORD.findall(seen)
    if len(words) < _SHORTEST or _is_plainly_german(words):
        return "de"
    language, share = _identifier().classify(seen)
    return str(language) if share >= _SURE else "de"


def _is_plainly_german(words: Sequence[str]) -> bool:
    """Tell whether enough small words are German: then nothing else needs to be asked."""
    found = [word.lower() for word in words if word.lower() in _SMALL_WORDS]
    return len(set(found)) > 3 and len(found) * 7 > len(words)


@lru_cache(maxsize=1)
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
