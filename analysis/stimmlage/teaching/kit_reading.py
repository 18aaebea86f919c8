"""What the kit finds in a short text, as counts and as words, for tasks that ask for it."""

from __future__ import annotations

from collections import Counter
from typing import Any

from stimmlage.display.labels import label, language
from stimmlage.doors import from_text
from stimmlage.measures.hedging import Hedging
from stimmlage.measures.sentiment import Sentiment
from stimmlage.measures.targets import Target

SCHOOL_TARGET = Target(
    "phone_ban",
    ("lemma:Handyverbot", "Verbot von Handys", "Verbot der Handys", "Handys zu verbieten"),
    label_de="Handyverbot an der Schule",
    label_en="a ban on phones at school",
)
"""What the sentences of the last lesson are about."""
_COUNTED = {
    "direct": ("direct",),
    "indirect": ("indirect", "indirect_free_indirect", "free_indirect"),
    "reported": ("reported",),
}


def counts_of(text: str) -> Counter[str]:
    """Count what tasks may ask for: words, sentences, voices, kinds of quotations, kinds of hedges, polar words.

    Examples
    --------
    >>> found = counts_of("„Der Weg ist wohl weit“, sagte Anna Berg. Das Dach ist schön.")
    >>> found["direct"], found["voices"], found["hedge"], found["positive"], found["sentences"]
    (1, 1, 1, 1, 2)
    """
    corpus = from_text(text)
    found: Counter[str] = Counter(words=int(corpus.documents["n_words"].sum()), sentences=len(corpus.sentences))
    quotations = corpus.quotations
    for name, types in _COUNTED.items():
        found[name] = int(quotations["type"].isin(types).sum())
    found["voices"] = int(quotations.loc[quotations["speaker"] != "", "speaker"].nunique())
    hits = corpus.measure(Hedging(), Sentiment()).hits
    found.update(hits["category"].tolist())
    return found


def reading_of(text: str, what: str) -> list[Any]:
    """List what the kit finds in a text: `hedging` and `sentiment` (words), `quotations` (type, speaker), `stance`
    (speaker, side).

    Examples
    --------
    >>> reading_of("Das Dach ist wohl schön.", "hedging"), reading_of("Das Dach ist wohl schön.", "sentiment")
    (['wohl'], ['+schön'])
    >>> reading_of("„Ja“, sagte Anna Berg.", "quotations")
    [['direct', 'Anna Berg']]
    >>> reading_of("Der Elternrat begrüßt das Handyverbot.", "stance")
    [['Der Elternrat', 'for']]
    """
    corpus = from_text(text)
    if what == "quotations":
        return [list(row) for row in corpus.quotations[["type", "speaker"]].itertuples(index=False)]
    if what == "stance":
        return [[row.speaker, side_of_position(row)] for row in corpus.positions([SCHOOL_TARGET]).itertuples()]
    hits = corpus.measure(Hedging() if what == "hedging" else Sentiment()).hits.sort_values("start")
    if what == "hedging":
        return [str(cue) for cue in hits["cue"]]
    return [f"{'+' if row.weight > 0 else '−'}{row.cue}" for row in hits.itertuples()]


def side_of(text: str) -> str:
    """Return the side that the kit reads in a sentence about the target of the last lesson, or `neither`."""
    sides = {side for _, side in reading_of(text, "stance")}
    return sides.pop() if len(sides) == 1 else "neither"


def in_words(found: list[Any], code: str) -> str:
    """Return a reading as one line for a pupil.

    Examples
    --------
    >>> in_words([["direct", "Anna Berg"]], "de"), in_words(["wohl", "rund"], "en"), in_words([], "de")
    ('Anna Berg (direkt)', 'wohl, rund', '–')
    """
    with language(code):
        words = [item if isinstance(item, str) else _pair(item) for item in found]
    return ", ".join(words) or "–"


def _pair(item: list[str]) -> str:
    if item[1] in ("for", "against", "doubt"):
        return f"{label('voice', item[0])} ({label('side', item[1])})"
    return f"{item[1] or label('voice', 'unattributed')} ({label('mode', item[0])})"


def side_of_position(row: Any) -> str:
    """Return `for`, `against` or `doubt` for a row of positions."""
    return "doubt" if row.category == "doubt" else "for" if row.value > 0 else "against"
