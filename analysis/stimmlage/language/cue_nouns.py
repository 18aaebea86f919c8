"""Nouns that announce what somebody says: `Behauptung`, `Meinung`, `Bericht`, and compounds of them."""

from __future__ import annotations

from functools import lru_cache

from stimmlage.language.lexicon import words as entries


@lru_cache(maxsize=100_000)
def is_noun(lemma: str, kind: str = "noun") -> bool:
    """Tell whether a noun, or the last part of a compound, is a cue noun of a kind."""
    lemma = lemma.lower()
    nouns = _kinds()[kind]
    return lemma in nouns or any(len(lemma) - k > 4 and lemma[k:] in nouns for k in range(3, len(lemma) - 3))


@lru_cache(maxsize=1)
def _kinds() -> dict[str, frozenset[str]]:
    return {
        kind: frozenset(e.lower() for e in entries("quotation_cues", kind))
        for kind in ("noun", "view", "medium", "adjective", "light")
    }
