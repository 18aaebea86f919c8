"""Whether a noun is feminine: then `der` before it is a dative or a genitive, never a subject."""

from __future__ import annotations

from functools import lru_cache

from stimmlage.language.lexicon import in_order, words

_FEMININE_ENDINGS = in_order("word_parts", "feminine_ending")
_OTHER_ENDINGS = in_order("word_parts", "other_ending")


@lru_cache(maxsize=50_000)
def is_feminine(lemma: str) -> bool:
    """Tell whether a noun is feminine, by its ending or the last part of the compound.

    Examples
    --------
    >>> [is_feminine(noun) for noun in ("Reform", "Mietpreisbremse", "Impfpflicht", "Plan", "Ende")]
    [True, True, True, False, False]
    """
    form = lemma.lower()
    if form.endswith(_OTHER_ENDINGS) or form in _MASCULINE:
        return False
    return form.endswith(tuple(_FEMININE_ENDINGS)) or (form.endswith("e") and not form.startswith("ge"))


_MASCULINE = frozenset(entry.lower() for entry in words("role_nouns"))
