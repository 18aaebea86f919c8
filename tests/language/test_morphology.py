"""The own decoder against HanTa's."""

import gzip
import json
from pathlib import Path

import pytest

from stimmlage.compiled import build
from stimmlage.language.morphology import Morphology, morphology
from stimmlage.language.tagging import Tagger
from stimmlage.language.word_corrections import MARKS
from stimmlage.reading.segmentation import read_text

GOLD = Path(__file__).parents[2] / ".." / "shared" / "gold" / "news_articles.jsonl.gz"

SENTENCES = [
    "Der Bürgermeister lehnte den Bau der Umgehungsstraße am Dienstagabend ab .",
    "Nach Angaben des Ministeriums seien 3.400 Haushalte ohne Strom gewesen .",
    '" Das wird teuer " , sagte die Kreisrätin Ilse Wendtner-Kopp dem Blatt .',
    "Ob die Übernahmegespräche scheitern , wisse derzeit niemand , hieß es aus Konzernkreisen .",
    "Xylqp Zrkvw hat , wie man hört , die Ämter niedergelegt .",
    "Wegen der Unwetterwarnung blieben Dutzende Grundschulen vorsorglich geschlossen .",
    "Die EU-Kommission prüft , ob das 27-jährige Abkommen nachverhandelt werden müsse .",
    "Geh nach Hause !",
    "Ä",
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_tags_and_lemmas_are_those_of_hanta(sentence):
    forms = morphology()
    words = sentence.split()
    tagger = Tagger(forms)
    expected = forms.model.tag_sent(words)
    assert tagger.decode(words) == [forms.model.tag2int[tag] for _, _, tag in expected]
    assert [forms.lemma(w, forms.model.tag2int[t]) for w, _, t in expected] == [lemma for _, lemma, _ in expected]


@pytest.mark.parametrize(
    "word", ["umgehungsstraße", "nachzuverhandeln", "glöckchenhaft", "abc-xyz", "kreisrätin", "x", "läse", "würgte"]
)
def test_probabilities_are_those_of_hanta(word):
    forms = morphology()
    expected = dict(forms.model.analyze_forward(word))
    found = dict(forms.tags(word))
    top = max(expected.values())
    for tag, p in expected.items():
        if p > top - 20:
            assert found[tag] == pytest.approx(p)


@pytest.mark.skipif(not GOLD.is_file(), reason="needs the shared news articles")
def test_news_is_tagged_as_by_hanta():
    with gzip.open(GOLD, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line, _ in zip(lines, range(3))]
    forms = morphology()
    tagger = Tagger(forms)
    for document in map(read_text, texts):
        for sentence in document.sentences:
            words = document.tokens.word[sentence.first : sentence.stop]
            expected = [tag for _, _, tag in forms.model.tag_sent(words)]
            if all(MARKS.get(word, tag) == tag for word, tag in zip(words, expected)):
                assert tagger.decode(words) == [forms.model.tag2int[tag] for tag in expected]


def test_caches_are_cut_back_and_keep_the_first_forms(monkeypatch):
    from stimmlage.language import morphology as module
    from stimmlage.language import tagging

    monkeypatch.setattr(tagging, "_CACHED_FORMS", 4)
    monkeypatch.setattr(module, "_DECODED_FORMS", 0)
    tagger = Tagger(morphology())
    words = "Die Kreisrätin Wendtner lobt den Übernahmeplan .".split()
    before = tagger.tag(words, [w.lower() for w in words])
    tagger.forget()
    assert len(tagger._inner) == 2
    assert tagger.tag(words, [w.lower() for w in words]) == before


def test_lemmas_do_not_depend_on_what_was_asked_before():
    words = [word for sentence in SENTENCES for word in sentence.split()]
    fresh, used = Morphology(), morphology()
    for word in words:
        for tag, _ in used.candidates(word, initial=False):
            assert fresh.lemma(word, tag) == used.lemma(word, tag)
        used.forget()


@pytest.mark.skipif(build() != "plain Python", reason="methods of what is compiled cannot be replaced")
def test_what_one_tagger_has_learned_another_need_not(monkeypatch):
    sentences = [sentence.split() for sentence in SENTENCES]
    first, second = Tagger(morphology()), Tagger(morphology())
    tagged = [first.tag(words, [w.lower() for w in words]) for words in sentences]
    assert first.n_untold == first.n_learned > 30
    second.learn(json.loads(json.dumps(first.learned())))
    assert first.n_untold == second.n_untold == 0
    assert first.learned() == second.learned() == ([], [], [])
    asked = []
    look_up = second._look_up
    monkeypatch.setattr(second, "_look_up", lambda word, initial: (asked.append(word), look_up(word, initial))[1])
    assert [second.tag(words, [w.lower() for w in words]) for words in sentences] == tagged
    assert "hat" in asked  # its tags stand in the model
    assert not any(morphology().is_decoded(word) for word in asked)
