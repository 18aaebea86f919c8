"""To whom something is said."""

from __future__ import annotations

from stimmlage.quotation.cues import VerbGroup
from stimmlage.quotation.noun_phrases import is_time, phrase_end
from stimmlage.quotation.scene import Range, Scene, Unit

_OBJECT = frozenset((
    "auffordern", "vorwerfen", "beschuldigen", "mitteilen", "bitten", "warnen", "anweisen", "drängen", "aufrufen", "ermahnen",
    "informieren", "versichern", "drohen", "empfehlen", "raten", "vorhalten", "unterstellen", "bezichtigen", "erzählen", "fragen",
    "verdächtigen", "sagen", "antworten", "versprechen", "zusichern", "befehlen", "verbieten", "ersuchen", "überzeugen", "schreiben", "unterrichten",
))
_ACCUSATIVE = frozenset(("auffordern", "bitten", "aufrufen", "warnen", "anweisen", "drängen", "beschuldigen", "ersuchen", "ermahnen"))
_DATIVE = frozenset(("dem", "der", "den", "einem", "einer", "seinem", "seiner", "ihrem", "ihrer", "ihm", "ihr", "ihnen", "die", "das", "ihn", "sie", "einen", "seine", "seinen"))


def addressee(scene: Scene, unit: Unit, group: VerbGroup | None, speaker: Range | None, stop: int) -> Range | None:
    """Find whom a reporting verb addresses: its object, or the phrase with `gegenüber`, `zu`, `an`."""
    if group is None:
        return None
    lower, tag, depth = scene.words.lower, scene.words.tag, scene.depth
    for i in range(unit.first, min(stop, unit.body)):
        if lower[i] == "gegenüber" and not depth[i]:
            end = phrase_end(scene, i + 1, stop)
            if end > i + 1:
                return i + 1, end
    if group.lemma not in _OBJECT:
        return None
    for i in range(unit.first, min(stop, unit.body) - 2):
        if lower[i] in ("interview", "gespräch", "telefonat", "brief", "schreiben") and lower[i + 1] in ("mit", "an") and not depth[i]:
            end = phrase_end(scene, i + 2, stop)
            if end > i + 2:
                return i + 2, end
    i = max(group.finite + 1, speaker[1] if speaker and speaker[0] > group.finite else 0)
    if group.passive:
        return speaker_before(scene, unit, group)
    while i < stop:
        if tag[i] in ("APPR", "APPRART"):
            i = max(phrase_end(scene, i + 1, stop), i + 1)
        elif lower[i] in _DATIVE or tag[i] == "NE" or tag[i] in ("NN", "CARD", "ADJA", "PIAT") and group.lemma in _ACCUSATIVE:
            if tag[i] == "PPER" and lower[i] in ("sie",) and speaker is None:
                return None
            end = phrase_end(scene, i, stop)
            if end > i and not is_time(scene, end - 1):
                return i, end
            i = max(end, i + 1)
        elif tag[i] in ("VVPP", "PTKVZ", "$,", "VVINF"):
            return None
        else:
            i += 1
    return None


def speaker_before(scene: Scene, unit: Unit, group: VerbGroup) -> Range | None:
    """In a passive (`X wird aufgefordert`) the subject is who is addressed."""
    if group.lemma not in ("auffordern", "vorwerfen", "beschuldigen", "anweisen", "bitten", "verdächtigen", "bezichtigen", "drängen"):
        return None
    end = phrase_end(scene, unit.first, group.finite, wide=True)
    return (unit.first, end) if end == group.finite else None
