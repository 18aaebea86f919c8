"""A voice as an NLTK text, for what classes know from the NLTK book."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from nltk.text import Text

from stimmlage.errors import OptionError


class VoiceText(Text):  # type: ignore[misc]  # nltk has no types
    """An `nltk.Text` whose methods that need data from elsewhere say so in a line.

    `concordance`, `similar`, `common_contexts`, `count`, `vocab` and `dispersion_plot` work as in the book.
    """

    def __init__(self, words: Sequence[str], name: str) -> None:
        if not words:
            raise OptionError("There is no word to make a text of.")
        super().__init__(list(words), name)

    def collocations(self, *_given: Any, **_options: Any) -> None:
        """Refuse: NLTK's method needs its list of stop words."""
        raise OptionError("nltk's collocations() needs data that is not here; use corpus.collocations(word).")

    def collocation_list(self, *_given: Any, **_options: Any) -> None:
        """Refuse: NLTK's method needs its list of stop words."""
        raise OptionError("nltk's collocation_list() needs data that is not here; use corpus.collocations(word).")

    def generate(self, *_given: Any, **_options: Any) -> None:
        """Refuse: what is generated is nobody's."""
        raise OptionError(
            "nltk's generate() makes up sentences that nobody said; use corpus.ngrams() to see sequences."
        )
