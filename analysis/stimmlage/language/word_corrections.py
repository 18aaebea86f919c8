"""Corrections to the tags of single words: names, figures, and what a capital says.

The tagger sees two words back. That letters with figures are a name, and that a capital inside a sentence opens a
noun, is seen at the word itself. Each rule is a named function over the words of a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from stimmlage.language.lexicon import in_order
from stimmlage.language.tagsets import CLAUSAL, PRENOMINAL, PREPOSITIONS

MARKS = {
    **dict.fromkeys(("„", "“", "”", "»", "«", "‚", "‘", "’", "›", "‹", '"', "'", "''", "``", "`", "´"), "$("),
    **dict.fromkeys(("(", ")", "[", "]", "{", "}", "/", "-", "–", "—", "―", "−", "…", "...", "•", "*", "|"), "$("),
    **dict.fromkeys((".", "!", "?", ":", ";", "?!", "!?", "!!", "??", "!!!", "???"), "$."),
    ",": "$,",
}
"""The tags of punctuation marks."""

_ADDRESS = re.compile(r"[\w-]+(?:\.[\w-]+)*\.(?:de|at|ch|com|org|net|eu|info|tv|io)", re.I)
_LETTERED = re.compile(r"[A-Za-zÄÖÜäöü]+-?\d+")
_FIGURE = re.compile(r"\d+(?:[.,:]\d+)*")
_OPEN_CLASS = frozenset({"NN", "FM", "XY", "ADV", "ADJD", "VVPP", "VVINF", "VVFIN", "VVIMP"})
_ADJECTIVE_ENDINGS = in_order("word_parts", "adjective_ending")
_NOT_CAPITALISED = frozenset({"VVFIN", "VVIMP", "VVINF", "VVPP", "ADJD", "VAINF"})
_BEFORE_NOUN = PRENOMINAL | PREPOSITIONS | {"KON"}
_NOT_NAMES = frozenset(
    "AKW ADHS BIP CD DNA DVD GAU IT KZ LKW LNG MRT PC PCR PKW PR SMS TV U-Haft UKW WC WLAN WM EM".split()
)


@dataclass(frozen=True, slots=True)
class Tagged:
    """A sentence under correction. `can_be(word, tag)`: the form alone allows that tag."""

    words: Sequence[str]
    lower: Sequence[str]
    tags: list[str]
    can_be: Callable[[str, str], bool]


def correct_words(sentence: Tagged) -> None:
    """Apply the rules for single words to the tags of a sentence, in place."""
    figure_is_number(sentence)
    letters_with_figures_are_name(sentence)
    abbreviation_is_name(sentence)
    address_is_name(sentence)
    initial_is_name(sentence)
    name_before_verb(sentence)
    unknown_word_is_name(sentence)
    capital_is_noun(sentence)
    small_word_is_no_noun(sentence)


def figure_is_number(sentence: Tagged) -> None:
    """`1.000.000`, `3,5`: figures are numbers, wherever they stand (ordinals, `3.`, are left as they are)."""
    for i, word in enumerate(sentence.words):
        if word[0].isdigit() and sentence.tags[i] != "CARD" and _FIGURE.fullmatch(word):
            sentence.tags[i] = "CARD"


def letters_with_figures_are_name(sentence: Tagged) -> None:
    """`n24`, `G20`: letters with figures behind them are no number."""
    for i, word in enumerate(sentence.words):
        if sentence.tags[i] == "CARD" and _LETTERED.fullmatch(word):
            sentence.tags[i] = "NE"


def abbreviation_is_name(sentence: Tagged) -> None:
    """`ÖVP`, `EZB`: a word of two to five capitals is a name, save for some nouns (`LKW`) and in lines of capitals."""
    words, tags = sentence.words, sentence.tags
    for i, word in enumerate(words):
        if tags[i] in _OPEN_CLASS and word.isupper() and 2 <= len(word) <= 5 and word.isalpha():
            beside = (*words[max(0, i - 1) : i], *words[i + 1 : i + 2])
            if word not in _NOT_NAMES and not any(w.isupper() and len(w) > 1 for w in beside):
                tags[i] = "NE"


def address_is_name(sentence: Tagged) -> None:
    """`spiegel.de`: the address of a page is a name."""
    for i, word in enumerate(sentence.words):
        if "." in word and sentence.tags[i] != "NE" and _ADDRESS.fullmatch(word):
            sentence.tags[i] = "NE"


def initial_is_name(sentence: Tagged) -> None:
    """`A. Berg kam`: a letter with a full stop before a capital belongs to a name."""
    words = sentence.words
    for i, word in enumerate(words[:-1]):
        if len(word) == 2 and word[1] == "." and word[0].isupper() and words[i + 1][0].isupper():
            sentence.tags[i] = "NE"


def name_before_verb(sentence: Tagged) -> None:
    """`Google teilte mit`: what opens a sentence before a finite verb is no imperative, but a name."""
    tags = sentence.tags
    if len(tags) > 1 and tags[0] == "VVIMP" and tags[1] in CLAUSAL:
        tags[0] = "NE"


def unknown_word_is_name(sentence: Tagged) -> None:
    """An unknown capitalised word that begins the sentence before a finite verb or a name is a name."""
    first = next((i for i, tag in enumerate(sentence.tags) if tag[0] != "$"), None)
    if first is None or first + 1 >= len(sentence.tags):
        return
    word, tag = sentence.words[first], sentence.tags[first]
    following = sentence.tags[first + 1]
    if tag in _OPEN_CLASS and tag != "NN" and word[0].isupper() and not word.endswith(_ADJECTIVE_ENDINGS):
        if (following in CLAUSAL or following == "NE") and not sentence.can_be(word, tag):
            sentence.tags[first] = "NE"


def capital_is_noun(sentence: Tagged) -> None:
    """`Sebastian Schick`, `im Springen`: a capitalised verb or adjective inside a sentence is a noun or a name."""
    tags, words = sentence.tags, sentence.words
    for i in range(1, len(tags)):
        if tags[i] in _NOT_CAPITALISED and words[i][0].isupper() and tags[i - 1][0] != "$":
            article = sentence.lower[i - 1] in ("das", "dem", "des")  # `Das Springen war …`: no pronoun
            tags[i - 1] = "ART" if article else tags[i - 1]
            tags[i] = "NN" if tags[i - 1] in _BEFORE_NOUN else "NE"


def small_word_is_no_noun(sentence: Tagged) -> None:
    """`Hier sparte der Präsident nicht`: a noun written small is a verb if its form allows it."""
    for i, tag in enumerate(sentence.tags):
        if tag == "NN" and sentence.words[i][0].islower() and sentence.can_be(sentence.words[i], "VVFIN"):
            sentence.tags[i] = "VVFIN"
