"""What is measured: stages of the kit, and what a user would pick instead. Each makes a function of a text."""

from __future__ import annotations

from collections.abc import Callable

Run = Callable[[str], object]


def textblob_sentiment() -> Run:
    from textblob_de import TextBlobDE
    from textblob_de.tokenizers import PatternTokenizer

    tokenizer = PatternTokenizer()
    return lambda text: TextBlobDE(text, tokenizer=tokenizer).sentiment


def nltk_tokens() -> Run:
    from nltk.tokenize import NLTKWordTokenizer, PunktSentenceTokenizer

    words, sentences = NLTKWordTokenizer(), PunktSentenceTokenizer()
    return lambda text: [words.tokenize(sentence) for sentence in sentences.tokenize(text)]


def nltk_stems() -> Run:
    from nltk.stem.snowball import SnowballStemmer

    tokens, stem = nltk_tokens(), SnowballStemmer("german").stem
    return lambda text: [stem(word) for sentence in tokens(text) for word in sentence]  # type: ignore[attr-defined]


def hanta_tags() -> Run:
    from HanTa.HanoverTagger import HanoverTagger

    tagger, tokens = HanoverTagger("morphmodel_ger.pgz"), nltk_tokens()
    return lambda text: [tagger.tag_sent(sentence) for sentence in tokens(text)]  # type: ignore[attr-defined]


def simplemma_lemmas() -> Run:
    import simplemma

    return lambda text: simplemma.text_lemmatizer(text, lang="de")


def spacy_blank() -> Run:
    import spacy

    tokenizer = spacy.blank("de")
    return lambda text: tokenizer(text)


def kit_reading() -> Run:
    from stimmlage.reading.segmentation import read_source

    return lambda text: read_source(text)


def kit_tagging() -> Run:
    from stimmlage.language.tagging import tag
    from stimmlage.reading.segmentation import read_source

    return lambda text: tag(read_source(text))


def kit_voices() -> Run:
    from stimmlage.analysis import analyse
    from stimmlage.reading.segmentation import read_source

    return lambda text: analyse(read_source(text))


def kit_sentiment() -> Run:
    from stimmlage.measures.sentiment import Sentiment

    return _measured(Sentiment())


def kit_whole() -> Run:
    from stimmlage.analysis import analyse
    from stimmlage.exchange.tables import tables_of
    from stimmlage.reading.segmentation import read_source
    from stimmlage.running.running import default_measures

    measures = default_measures(None)
    return lambda text: tables_of(analyse(read_source(text)), measures)


def _measured(measure) -> Run:
    voices = kit_voices()
    return lambda text: measure.find(voices(text))


CONTENDERS: dict[str, tuple[str, Callable[[], Run]]] = {
    "textblob-de": ("sentiment", textblob_sentiment),
    "NLTK": ("sentences, tokens", nltk_tokens),
    "NLTK + Snowball": ("sentences, tokens, stems", nltk_stems),
    "HanTa": ("tags, token by token", hanta_tags),
    "simplemma": ("tokens, lemmas", simplemma_lemmas),
    "spaCy blank": ("tokens", spacy_blank),
    "Stimmlage reading": ("layout, sentences, tokens, offsets", kit_reading),
    "Stimmlage tagging": ("+ tags, lemmas", kit_tagging),
    "Stimmlage voices": ("+ quotations, speakers, passages", kit_voices),
    "Stimmlage sentiment": ("+ sentiment with its hits", kit_sentiment),
    "Stimmlage whole": ("all of it: three measures, all tables", kit_whole),
}
"""Name to what it does and how to make it."""
