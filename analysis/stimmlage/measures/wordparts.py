"""Word formation: the polarity of a German word from the polarity of its parts.

`Vertrauensverlust` is bad because a loss of something good is; `schmerzfrei` is good;
`Krisentreffen` is bad because of its first part, `Wahlerfolg` good because of its last.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from stimmlage.language.lexicon import in_order
from stimmlage.language.lexicon import words as entries

ATTENUATED = 0.6
"""A first part colours a compound less than the last part does; so does a prefix that turns a word."""

Rule = Callable[[str, Mapping[str, float], Mapping[str, float]], float | None]

_LINKS = ("", "s", "es", "n", "en", "er", "e")
_TAKES_AWAY = in_order("word_parts", "takes_away")
_GIVES = in_order("word_parts", "gives")
_STRENGTHENS = in_order("word_parts", "strengthens")
_REVERSES = in_order("word_parts", "reverses")
_NO_HEADS = entries("word_parts", "no_head")
_NO_FIRST_PARTS = entries("word_parts", "no_first_part")
_NOUN_ENDINGS = ("innen", "in", "es", "en", "s", "n", "e")
_ADJECTIVE_ENDINGS = ("eren", "ere", "er", "es", "em", "en", "e")


def noun_polarity(noun: str, words: Mapping[str, float], nouns: Mapping[str, float]) -> float:
    """Return the polarity of a noun that no list holds; 0 if its parts say nothing.

    `words` are the words that are known, `nouns` the nouns, in lower case.

    Examples
    --------
    >>> nouns = {"vertrauen": 1.0, "erfolg": 1.0, "krise": -0.6}
    >>> [noun_polarity(n, {"zerstören": -1.0}, nouns) for n in ("Vertrauensverlust", "Wahlerfolg", "Zerstörung")]
    [-0.6, 1.0, -1.0]
    """
    if "-" in noun[1:-1]:
        return _hyphenated(noun, words, nouns)
    return _first_answer((_noun_form, _turned, _compound), noun.lower(), words, nouns)


def word_polarity(word: str, words: Mapping[str, float], nouns: Mapping[str, float]) -> float:
    """Return the polarity of an adjective, adverb or verb form that no list holds.

    Examples
    --------
    >>> nouns = {"schmerz": -0.6, "hoffnung": 1.0}
    >>> [word_polarity(w, {"zerstören": -1.0, "fair": 1.0}, nouns) for w in ("schmerzfrei", "zerstörend", "unfair")]
    [0.6, -1.0, -0.6]
    """
    return _first_answer((_participle, _turned, _with_suffix), word, words, nouns)


def _first_answer(rules: tuple[Rule, ...], word: str, words: Mapping[str, float], nouns: Mapping[str, float]) -> float:
    if len(word) < 6:
        return 0.0
    return next((value for rule in rules if (value := rule(word, words, nouns)) is not None), 0.0)


def _noun_form(word: str, words: Mapping[str, float], nouns: Mapping[str, float]) -> float | None:
    """Inflected nouns; nouns in -ung and -heit from verbs and adjectives; participles as nouns."""
    for stem in _without(word, _NOUN_ENDINGS):
        if stem in nouns:
            return nouns[stem]
    for plain in (word, word.removesuffix("en")):
        if plain.endswith("ung"):
            return words.get(plain[:-3] + "en", words.get(plain[:-3] + "n"))
        for ending in ("igkeit", "heit", "keit"):
            if plain.endswith(ending):
                return words.get(plain.removesuffix(ending))
    return _participle(word, words, nouns) if word.endswith(("te", "ten", "ter", "ene", "enen")) else None


def _participle(word: str, words: Mapping[str, float], nouns: Mapping[str, float]) -> float | None:
    """Participles of verbs that are known: `zerstörend`, `verletzter`, `abgelehnt`, `gefördert`."""
    for base in (word, *_without(word, _ADJECTIVE_ENDINGS)):
        for verb in _verbs(base):
            if verb in words:
                return words[verb]
    return None


def _verbs(participle: str) -> Iterator[str]:
    if participle.endswith("end"):
        yield participle[:-1]
    elif participle.endswith("t"):
        cut = participle.find("ge", 0, 6)
        for plain in (participle, participle[:cut] + participle[cut + 2 :] if cut >= 0 else participle):
            yield plain[:-1] + "en"
            yield plain[:-1] + "n"
            if plain.endswith("et"):
                yield plain[:-2] + "en"


def _turned(word: str, words: Mapping[str, float], nouns: Mapping[str, float]) -> float | None:
    """un-, miss- and nicht-: what is good turns bad; what is bad becomes harmless."""
    for prefix in ("un", "miss", "nicht"):
        if word.startswith(prefix) and len(word) > len(prefix) + 3:
            rest = word.removeprefix(prefix)
            bases = (rest, *_without(rest, _ADJECTIVE_ENDINGS))
            value = next((v for base in bases if (v := words.get(base) or nouns.get(base))), None)
            value = value or _noun_form(rest, words, nouns)
            if value:
                return -ATTENUATED if value > 0 else 0.3
    return None


def _with_suffix(word: str, words: Mapping[str, float], nouns: Mapping[str, float]) -> float | None:
    """Adjectives made of a noun (`schmerzfrei`, `hoffnungsvoll`) or made stronger (`hochgefährlich`)."""
    for base in (word, *_without(word, _ADJECTIVE_ENDINGS)):
        for suffix in (*_TAKES_AWAY, *_GIVES):
            if base.endswith(suffix) and (value := _first_part(base.removesuffix(suffix), nouns)):
                return value if suffix in _GIVES else -ATTENUATED * _sign(value)
        for prefix in _STRENGTHENS:
            if base.startswith(prefix) and (stronger := words.get(base.removeprefix(prefix))):
                return stronger
    return None


def _compound(word: str, words: Mapping[str, float], nouns: Mapping[str, float]) -> float | None:
    """The longest last part that is known; if it is neutral or none, the longest first part, attenuated."""
    for plain in (word, *_without(word, ("en", "s", "n", "e"))):
        if plain.endswith(_REVERSES):
            for head in _REVERSES:
                if plain.endswith(head) and (value := _first_part(plain.removesuffix(head), nouns)):
                    return -ATTENUATED * _sign(value)
    stems = (word, *_without(word, _NOUN_ENDINGS))
    last = next((part for part in _last_parts(word, stems) if part in nouns and part not in _NO_HEADS), None)
    if last is not None and nouns[last]:
        return nouns[last]
    for cut in range(len(word) - 4, 3, -1):
        value = _first_part(word[:cut], nouns)
        if value < 0 or value == 1:  # a good first part often names a field: Sicherheitsfirma
            return None if _deals(stems) else ATTENUATED * value
    return None


def _last_parts(word: str, stems: tuple[str, ...]) -> Iterator[str]:
    """Yield what may be the last part of a compound, the longest first."""
    for cut in range(3, len(word) - 3):
        for stem in stems:
            if stem is word or len(stem) - cut >= 4:
                yield stem[cut:]


def _deals(stems: tuple[str, ...]) -> bool:
    """Tell whether the last part of a compound deals with what the first names: `Hochwasserzentrale`."""
    heads = entries("dealing_heads")
    return any(stem[cut:].capitalize() in heads for stem in stems for cut in range(3, len(stem) - 2))


def _first_part(part: str, nouns: Mapping[str, float]) -> float:
    """Look a first part up, without its linking element: `vertrauens`, `krisen`, `freuden`."""
    for link in _LINKS:
        if part.endswith(link) and len(part) - len(link) >= 4:
            stem = part[: len(part) - len(link)]
            if stem not in _NO_FIRST_PARTS and (value := nouns.get(stem, 0.0)):
                return value
    return 0.0


def _hyphenated(word: str, words: Mapping[str, float], nouns: Mapping[str, float]) -> float:
    first, _, last = word.rpartition("-")
    value = nouns.get(last.lower(), 0.0) if len(last) > 3 else 0.0
    value = value or noun_polarity(last, words, nouns)
    return value or ATTENUATED * _first_part(first.lower(), nouns)


def _without(word: str, endings: tuple[str, ...]) -> list[str]:
    return [word[: -len(e)] for e in endings if word.endswith(e) and len(word) - len(e) >= 4]


def _sign(value: float) -> float:
    return 1.0 if value > 0 else -1.0
