"""In what a quotation was given: speech, writing, thought, or what the text leaves open."""

from __future__ import annotations

from functools import lru_cache

from stimmlage.language.lexicon import words as entries
from stimmlage.quotation.draft import Draft
from stimmlage.quotation.scene import Range, Scene

_UNCUED = frozenset(("carried_on", "konjunktiv", "loose_clause", "soll", "soll_near", "marks_alone"))


_OPEN = frozenset(("attribution", "wie", "demnach", "wonach", "pointing_back", "act"))
"""Rules whose cues leave open whether something was said or written: `laut`, `wie X mitteilte`."""


@lru_cache(maxsize=1)
def _words() -> dict[str, frozenset[str]]:
    return {c: frozenset(e.lower() for e in entries("quotation_media", c)) for c in ("writing", "thought", "spoken")}


def medium_of(scene: Scene, draft: Draft) -> str:
    """Tell the medium from the cue and the speaker phrase; `speech_writing` where both are possible.

    What somebody thinks the text can only know from what she said, so thought is `speech_thought`.
    A sentence that goes on without a cue keeps the medium of what it goes on with.
    """
    if draft.rule in _UNCUED:
        return draft.medium
    cue = _lemmas(scene, draft.cue or draft.quote[:1])
    named = {medium for lemma in [*cue, *_lemmas(scene, draft.speaker)] for medium in _named_by(lemma)}
    if "thought" in named:
        return "speech_thought"
    if "writing" in named:
        return "writing"
    spoken = _words()["spoken"]
    return "speech_writing" if draft.rule in _OPEN and not any(lemma in spoken for lemma in cue) else "speech"


@lru_cache(maxsize=50_000)
def _named_by(lemma: str) -> tuple[str, ...]:
    """Return the lists that hold a word or the last part of a compound."""
    tails = {lemma, *(lemma[k:] for k in range(3, len(lemma) - 4))}
    return tuple(medium for medium, known in _words().items() if not known.isdisjoint(tails))


def _lemmas(scene: Scene, ranges: tuple[Range, ...]) -> list[str]:
    """Return lemmas of verbs, nouns and adjectives, and forms: `überzeugt` is not `überzeugen`."""
    tag, lemma, lower = scene.words.tag, scene.words.lemma, scene.words.lower
    content = [i for a, b in ranges for i in range(a, b) if tag[i][0] == "V" or tag[i] in ("NN", "ADJD")]
    return [form for i in content for form in (lemma[i].lower(), lower[i])]
