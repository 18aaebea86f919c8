"""Polarity of words: the kit's own lists, textblob-de's lexicon read properly, and word formation.

What is known of a word is asked in this order; the first answer counts, 0 is an answer:

1. the kit's own lists (`polarity_negative.txt`, `polarity_positive.txt`), by lemma, then by form;
2. words that are neutral in news (`polarity_neutral.txt`): they bar what follows;
3. textblob-de's lexicon (Klenner et al. 2010, read from the installed package), by lemma and form:
   nouns count, inflected forms count;
4. what the word is made of: `wordparts.py`.
"""

from __future__ import annotations

import math
from collections.abc import Collection
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from xml.etree import ElementTree

from stimmlage.errors import InputError, MissingFileError
from stimmlage.language.lexicon import PhraseIndex, lexicon
from stimmlage.measures.wordparts import noun_polarity, word_polarity

SOURCES = ("own", "neutral", "textblob", "parts", "phrases")
OWN = ("polarity_negative", "polarity_positive")
PART = 0.75
"""Only nouns of the kit's own lists that weigh at least this much colour the words they are part of."""

_CLASSES = {"positive": 0.75, "negative": -0.75, "neutral": 0.0}


class PolarityLexicon:
    """Look up the polarity of words, in [-1, 1]; 0 is neutral or unknown.

    Parameters
    ----------
    path : path, optional
        A list of the user's instead of the kit's: SentiWS (`Wort|NN<TAB>weight<TAB>forms`),
        GermanPolarityClues (`form<TAB>lemma<TAB>class<TAB>positive|negative|neutral`), or
        `word<TAB>weight`.
    without : collection of str
        Sources to leave out: `own`, `neutral`, `textblob`, `parts`, `phrases`.

    Examples
    --------
    >>> polarity = PolarityLexicon()
    >>> polarity.weight("gute", "gut", False), polarity.weight("Friedensbotschaft", "Friedensbotschaft", True)
    (0.75, 0.6)
    """

    def __init__(self, path: str | Path | None = None, without: Collection[str] = ()) -> None:
        entries: dict[str, float] = {}
        phrases: list[tuple[str, float]] = []
        if path is not None:
            entries = read_polarity(path)
            phrases = [(word, weight) for word, weight in entries.items() if " " in word]
        else:
            if "textblob" not in without:
                entries |= textblob_polarity()
            if "neutral" not in without:
                entries = _bar(entries)
            if "own" not in without:
                entries |= own_entries()
            if "neutral" not in without:
                entries = {word: 0.0 if _names_people(word) else weight for word, weight in entries.items()}
                entries |= {word.capitalize(): 0.0 for word in people()}
            if "phrases" not in without:
                phrases = [(row["entry"], float(row["weight"])) for row in lexicon("polarity_phrases")]
        own = own_entries() if path is None else {}
        self._adjectives = frozenset(word for word in _adjectives() if path is None and word not in own)
        strong = {e for e in entries if abs(entries[e]) >= PART and (path is not None or e in own_entries())}
        self._nouns = {e.lower(): weight for e, weight in entries.items() if e[0].isupper()}
        self._words = {e.lower(): weight for e, weight in entries.items() if not e[0].isupper()}
        self._heads = {e.lower(): entries[e] if e in strong else 0.0 for e in entries if e[0].isupper()}
        self.phrases: PhraseIndex[float] = PhraseIndex(phrases)
        self._parts = "parts" not in without
        self._people = path is None and "neutral" not in without
        self._known: dict[tuple[str, str, bool], float] = {}

    def weight(self, form: str, lemma: str, is_noun: bool) -> float:
        """Return the polarity of a word by its lemma and form; nouns and other words are kept apart."""
        key = (form, lemma, is_noun)
        value = self._known.get(key)
        if value is None:
            value = self._known[key] = self._look_up(form, lemma, is_noun)
        return value

    def _look_up(self, form: str, lemma: str, is_noun: bool) -> float:
        low = form.lower()
        known_form = not (lemma.endswith("n") and low in self._adjectives and not low.startswith(lemma.lower()))
        candidates = (lemma.lower(), low) if known_form else (lemma.lower(),)
        for entries in (self._nouns, self._words) if is_noun else (self._words,):
            for word in candidates:
                if word in entries and not (entries is self._words and is_noun and _is_bare(form, word)):
                    return entries[word]
        if not self._parts or not form.replace("-", "").isalpha():
            return 0.0
        if is_noun and self._people and _is_people(low):
            return 0.0
        if is_noun and self._people and (rest := _behind_people(lemma)):
            return self._look_up(rest, rest, is_noun=True)
        known, heads = self._words, self._heads
        value = noun_polarity(lemma, known, heads) if is_noun else word_polarity(lemma.lower(), known, heads)
        if not value and low != lemma.lower() and (is_noun or not lemma.endswith("n")):
            value = noun_polarity(form, known, heads) if is_noun else word_polarity(form.lower(), known, heads)
        return value


def _is_bare(noun: str, word: str) -> bool:
    """Tell whether a noun is spelled as an adjective without an ending, and so is none of it: `Arm`, `Reich`."""
    return noun.lower() == word and not word.endswith(("n", "e"))


def _bar(entries: dict[str, float]) -> dict[str, float]:
    """Make the neutral words 0, as words and as nouns."""
    barred = {row["entry"] for row in lexicon("polarity_neutral")}
    kept = {word: weight for word, weight in entries.items() if word.lower() not in barred}
    return kept | dict.fromkeys(barred, 0.0) | {word.capitalize(): 0.0 for word in barred}


@lru_cache(maxsize=1)
def people() -> frozenset[str]:
    """Return the forms of the words for groups of people, in lower case: that they are there is no news."""
    found = set()
    for row in lexicon("people_groups"):
        base = row["entry"].lower()
        stems = {base, base.removesuffix("r")} if base.endswith("er") else {base}
        stems |= {base + "in", base + "innen"}
        found |= {stem + ending for stem in stems for ending in ("", "n", "en", "e", "er", "s", "es", "r", "m")}
    return frozenset(found)


def _names_people(word: str) -> bool:
    """Tell whether a word names people: `Helfer`, also where it looks like a verb (`die Helfen`), but not `helfen`."""
    return word.lower() in people() and not word.endswith("en")


def _is_people(noun: str) -> bool:
    """Tell whether a compound names a group of people: `Kriegsflüchtlinge` are no bad news."""
    known = people()
    return any(noun[k:] in known for k in range(3, len(noun) - 5))  # `alten` ends many words


def _behind_people(noun: str) -> str:
    """Return what stands behind a word for people in a compound, which tells of its head alone: `Krankenheim`."""
    low, known = noun.lower(), people()
    stop = next((k for k in range(len(low) - 3, 4, -1) if low[:k] in known), 0)
    return noun[stop:].lstrip("-").capitalize() if stop else ""


@lru_cache(maxsize=1)
def own_entries() -> dict[str, float]:
    """Return the words of the kit's own lists with their weights."""
    return {row["entry"]: float(row["weight"]) for name in OWN for row in lexicon(name)}


def polarity_lexicon(path: str | None = None, without: tuple[str, ...] = ()) -> PolarityLexicon:
    """Return a polarity lexicon; the same arguments give the same one, with what it has learnt.

    A list of the user's that has been edited since is read again.
    """
    return _kept(path, without, None if path is None else _state(Path(path)))


@lru_cache(maxsize=16)
def _kept(path: str | None, without: tuple[str, ...], state: tuple[int, int] | None) -> PolarityLexicon:  # noqa: ARG001
    return PolarityLexicon(path, without)


def _state(path: Path) -> tuple[int, int]:
    """Return what changes when a file is edited: its time and its size."""
    try:
        found = path.stat()
    except OSError:
        return 0, 0
    return found.st_mtime_ns, found.st_size


@lru_cache(maxsize=1)
def textblob_polarity() -> dict[str, float]:
    """Read the lexicon in the installed textblob-de: words with their polarity.

    The package itself is not imported. Entries of polarity 0 are no entries.
    """
    spec = find_spec("textblob_de")
    if spec is None or not spec.submodule_search_locations:
        raise MissingFileError("textblob-de is not installed; its lexicon is needed: pip install textblob-de.")
    file = Path(spec.submodule_search_locations[0]) / "data" / "de-sentiment.xml"
    found: dict[str, float] = {}
    for word in ElementTree.fromstring(file.read_bytes()):
        if polarity := float(word.get("polarity", "0")):
            found.setdefault(word.get("form", ""), polarity)
    return found


@lru_cache(maxsize=1)
def _adjectives() -> frozenset[str]:
    """Return the words of textblob-de's lexicon that look like participles: adjectives, and no forms of their verbs."""
    return frozenset(word for word in textblob_polarity() if word.islower() and word.endswith(("t", "en")))


def read_polarity(path: str | Path) -> dict[str, float]:
    """Read a polarity list of the user's: words with their weight.

    Raises
    ------
    MissingFileError
        If there is no such file.
    InputError
        If a line is in none of the formats.
    """
    path = Path(path)
    if not path.is_file():
        raise MissingFileError(f"No polarity list at {str(path)!r}; give the path of a UTF-8 text file.")
    found: dict[str, float] = {}
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise InputError(f"{str(path)!r} is not UTF-8 ({error.reason}); save the list as UTF-8 text.") from error
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.startswith("#"):
            continue
        entry = _entry(line.rstrip("\n").split("\t"))
        if entry is None:
            raise InputError(
                f"{str(path)!r}, line {number}: {line[:60]!r} is neither SentiWS, GermanPolarityClues nor "
                f"word<TAB>weight."
            )
        for word in entry[0]:
            found.setdefault(word.strip(), entry[1])
    return found


def _entry(fields: list[str]) -> tuple[list[str], float] | None:
    """Return the words and the weight of one line, or None if it is in no format that is known."""
    if len(fields) >= 4 and fields[3].strip().lower() in _CLASSES:
        return [fields[0], fields[1]], _CLASSES[fields[3].strip().lower()]
    try:
        weight = float(fields[1])
    except (IndexError, ValueError):
        return None
    words = [fields[0].split("|")[0], *(fields[2].split(",") if len(fields) > 2 and fields[2].strip() else [])]
    if not math.isfinite(weight) or not all(word.strip() for word in words):
        return None
    return words, max(-1.0, min(1.0, weight))
