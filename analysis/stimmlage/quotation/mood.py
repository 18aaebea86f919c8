"""The mood of finite verbs, as far as quotation rules need it."""

from __future__ import annotations

from stimmlage.language.tagging import Words
from stimmlage.language.verbs import form

FINITE = frozenset(("VVFIN", "VAFIN", "VMFIN"))
def mood(words: Words, i: int) -> str:
    """Return `first`, `second` or nothing: Konjunktiv I, Konjunktiv II, anything else."""
    if words.tag[i] not in FINITE:
        return ""
    found = _NAMES.get(form(words.lower[i], words.lemma[i]).mood, "")
    return "" if found == "first" and "ich" in words.lower[max(i - 2, 0) : i + 3] else found


_NAMES = {"subjunctive1": "first", "subjunctive2": "second"}
