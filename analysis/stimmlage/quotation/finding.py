"""All quotations of a document: the rules, one after the other."""

from __future__ import annotations

from collections.abc import Collection

from stimmlage.language.tagging import Words
from stimmlage.quotation.quotation import Quotation
from stimmlage.reading.document import Document


def find_quotations(document: Document, words: Words, without: Collection[str] = ()) -> list[Quotation]:
    """Find the quotations of a document, in reading order."""
    return []
