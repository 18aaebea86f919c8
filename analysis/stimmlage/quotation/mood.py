"""The mood of finite verbs, as far as quotation rules need it."""

from __future__ import annotations

from functools import lru_cache

from stimmlage.language.tagging import Words

FINITE = frozenset(("VVFIN", "VAFIN", "VMFIN"))
_FIRST = frozenset((
    "sei", "seien", "seiest", "habe", "werde", "könne", "müsse", "solle", "wolle", "dürfe", "möge", "wisse",
))
_SECOND = frozenset((
    "wäre", "wären", "hätte", "hätten", "würde", "würden", "könnte", "könnten", "müsste", "müssten", "müßte",
    "müßten", "dürfte", "dürften", "käme", "kämen", "gäbe", "gäben", "ginge", "gingen", "ließe", "ließen", "stünde",
    "stünden", "stände", "ständen", "läge", "lägen", "fände", "fänden", "bräuchte", "bräuchten", "wüsste", "wüssten",
    "hielte", "nähme", "nähmen", "bliebe", "blieben", "brächte", "brächten", "säße", "säßen", "sähe", "sähen",
    "täte", "träfe", "träfen", "bekäme", "bekämen", "entspräche", "spräche", "sprächen", "befände", "befänden",
    "bestünde", "bestünden", "entstünde", "entstünden", "verlöre", "verlören", "zöge", "zögen", "führe", "führen",
))
_AMBIGUOUS_SECOND = frozenset(("ginge", "blieben", "ließen", "führen", "gingen", "hielte", "führe"))


def mood(words: Words, i: int) -> str:
    """Return `first`, `second` or nothing: Konjunktiv I, Konjunktiv II, anything else."""
    form = words.lower[i]
    if form in _FIRST or _present_subjunctive(form, words.lemma[i].lower(), words.tag[i]):
        return "" if _with_first_person(words, i) else "first"
    if form in _SECOND and form not in _AMBIGUOUS_SECOND:
        return "second"
    return ""


@lru_cache(maxsize=200_000)
def _present_subjunctive(form: str, lemma: str, tag: str) -> bool:
    """Tell whether a form is stem + -e of a full verb: `komme`, `betrage`; not `sagte`, not `die Reise`."""
    if tag != "VVFIN" or not form.endswith("e") or not lemma.endswith("n"):
        return False
    stem = lemma[:-2] if lemma.endswith("en") else lemma[:-1]
    return form == stem + "e" or (lemma.endswith(("eln", "ern")) and form == lemma[:-1] + "e")


def _with_first_person(words: Words, i: int) -> bool:
    around = words.lower[max(i - 8, 0) : i + 4]
    return "ich" in around
