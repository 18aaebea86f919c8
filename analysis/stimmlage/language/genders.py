"""Whether a noun is feminine: then `der` before it is a dative or a genitive, never a subject."""

from __future__ import annotations

from functools import lru_cache

from stimmlage.language.lexicon import words

_FEMININE_ENDINGS = (
    "ung heit keit schaft ion tät enz anz ik ur ie ei age ade ette ose itis pflicht steuer bremse reform quote wahl "
    "zahl macht kraft stadt welt hilfe form norm frist gefahr haft kunst last luft not post schuld schlacht sicht spur "
    "tat zeit arbeit armut angst bank börse fahrt flucht gewalt grenze hand regel partei polizei union wehr zukunft "
    "brücke straße schule kirche firma stimme waffe ware bahn bewegung mauer rente miete prämie kohle front klinik "
    "nato eu cdu csu spd fdp uno ukraine türkei schweiz"
).split()
_OTHER_ENDINGS = tuple(
    "ende auge interesse name gedanke wille friede glaube buchstabe junge erbe beamte käse see".split()
)


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
