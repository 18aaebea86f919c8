"""Sentiment: polarity of words and passages, as tables; the lexicons; the evaluation."""

import math
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

from stimmlage import from_text, passages_of
from stimmlage.errors import InputError, MissingFileError, OptionError
from stimmlage.evaluation import sentiment as evaluation
from stimmlage.evaluation.gold import read_gold
from stimmlage.language.lexicon import lexicon
from stimmlage.measures.measure import Hit
from stimmlage.measures.polarity import polarity_lexicon, read_polarity, textblob_polarity
from stimmlage.measures.sentiment import Sentiment, TextblobBaseline
from stimmlage.measures.wordparts import noun_polarity, word_polarity
from stimmlage.running import run

GOLD = Path(__file__).parents[3] / "shared" / "gold" / "sentiment_dev.jsonl.gz"
NOUNS = {
    "frieden": 1.0,
    "vertrauen": 1.0,
    "hoffnung": 1.0,
    "krise": -0.6,
    "schulden": -0.6,
    "schmerz": -0.6,
    "sitzung": 0.0,
    "erfolg": 1.0,
    "gewalt": -1.0,
    "verbrecher": -1.0,
}
WORDS = {
    "zerstören": -1.0,
    "fördern": 0.6,
    "retten": 1.0,
    "ablehnen": -0.6,
    "gefährlich": -0.6,
    "fair": 1.0,
    "gerecht": 1.0,
}


def one(text: str, **options) -> float:
    """Score a text as one passage."""
    passages = pd.DataFrame({"doc_id": ["a"], "passage_id": [0], "text": [text]})
    return Sentiment(**options)(passages)["value"].item()


@pytest.mark.parametrize(
    "text, sign",
    [
        ("Das ist gut.", 1),
        ("Das ist schlecht.", -1),
        ("Das ist nicht gut.", -1),
        ("Das ist keineswegs gut.", -1),
        ("Das ist kein guter Plan.", -1),
        ("Sie handelten ohne Erfolg.", -1),
        ("Das ist weder gut noch sicher.", -1),
        ("Das ist nicht nur gut, sondern auch billig.", 1),
        ("Das ist nicht gut, sondern schlecht.", -1),
        ("Das war ein Skandal.", -1),
        ("Die Skandale häufen sich.", -1),
        ("Sie lobte die Helferinnen.", 1),
        ("Sie lehnt das Angebot ab.", -1),
        ("Der Minister steht in der Kritik.", -1),
        ("Die Mannschaft ist auf dem Vormarsch.", 1),
        ("Man sprach über den Vertrauensverlust.", -1),
        ("Am Abend war eine Krisensitzung.", -1),
        ("Das Verfahren ist schmerzfrei.", 1),
        ("Das ist ein unfaires Verfahren.", -1),
        ("Der Vulkan ist ungefährlich.", 1),
    ],
)
def test_sign(text: str, sign: int) -> None:
    assert math.copysign(1, one(text)) == sign


@pytest.mark.parametrize(
    "stronger, weaker",
    [
        ("Das ist sehr gut.", "Das ist gut."),
        ("Das ist gut.", "Das ist etwas besser."),
        ("Das ist nicht gut.", "Das ist schlimm."),
        ("Das ist kaum gut.", "Das ist nicht gut."),
        ("Das ist schlecht.", "Das ist äußerst schlecht."),
    ],
)
def test_degree(stronger: str, weaker: str) -> None:
    assert one(stronger) > one(weaker)


@pytest.mark.parametrize(
    "text", ["Der Tisch steht im Zimmer.", "Es würde um zehn Uhr beginnen.", "… ?", "Er konnte kommen."]
)
def test_no_polar_word_is_undefined(text: str) -> None:
    assert math.isnan(one(text))


def test_parts_are_rates_per_hundred_words() -> None:
    passages = pd.DataFrame({"doc_id": ["a"] * 2, "passage_id": [0, 1], "text": ["Der Tisch steht.", "Das ist gut."]})
    profile = Sentiment().profile(passages).set_index(["passage_id", "measure"])["value"]
    assert profile[0, "sentiment:positive"] == profile[0, "sentiment:negative"] == 0
    assert profile[1, "sentiment:positive"] == pytest.approx(25)
    assert profile[1, "sentiment:negative"] == 0


@pytest.mark.parametrize(
    "text, cue, modifier, scope",
    [
        ("Das ist keineswegs sehr gut.", "gut", 'negated by "keineswegs", intensified by "sehr"', ""),
        ("Obwohl der Plan gut ist, kommt er nicht.", "gut", "", "concession"),
        ("Wenn der Plan gut ist, kommt er.", "gut", "", "conditional"),
        ("Ist der Plan gut?", "gut", "", "question"),
        ("Das Haus steht in Flammen.", "in Flammen", "", ""),
    ],
)
def test_hits_are_the_evidence(text: str, cue: str, modifier: str, scope: str) -> None:
    passages = pd.DataFrame({"doc_id": ["a"], "passage_id": [0], "text": [text], "start": [100]})
    hits = Sentiment().hits(passages)
    hit = hits[hits["cue"] == cue].iloc[0]
    assert (hit["modifier"], hit["scope"]) == (modifier, scope)
    assert text[hit["start"] - 100 : hit["end"] - 100] == cue


@pytest.mark.parametrize(
    "without, text, kept", [("negation", "Das ist nicht gut.", 1), ("intensity", "Das ist sehr gut.", 1)]
)
def test_mechanisms_can_be_switched_off(without: str, text: str, kept: int) -> None:
    assert one(text, without=(without,)) == one("Das ist gut.") != one(text)


@pytest.mark.parametrize(
    "source, word, noun", [("own", "Eklat", True), ("parts", "Ministerskandal", True), ("textblob", "Abbitte", True)]
)
def test_sources_can_be_left_out(source: str, word: str, noun: bool) -> None:
    assert polarity_lexicon().weight(word, word, noun) != 0
    assert polarity_lexicon(None, ("own", "parts") if source == "own" else (source,)).weight(word, word, noun) == 0


def test_neutral_words_bar_other_lists() -> None:
    assert polarity_lexicon().weight("eng", "eng", False) == 0
    assert polarity_lexicon(None, ("neutral",)).weight("eng", "eng", False) != 0


@pytest.mark.parametrize(
    "form, lemma, noun, same_as",
    [("würde", "werden", False, None), ("Würde", "Würde", True, "Ehre"), ("konnten", "können", False, None)],
)
def test_nouns_and_verbs_are_kept_apart(form: str, lemma: str, noun: bool, same_as: str | None) -> None:
    weight = polarity_lexicon().weight
    assert weight(form, lemma, noun) == (weight(same_as, same_as, True) if same_as else 0)


@pytest.mark.parametrize(
    "noun, expected",
    [
        ("Friedensgipfel", 0.6),
        ("Kriegsverbrecher", -1.0),
        ("Wahlerfolg", 1.0),
        ("Krisensitzung", -0.36),
        ("Vertrauensverlust", -0.6),
        ("Schuldenabbau", 0.6),
        ("Gewaltprävention", 0.6),
        ("Zerstörung", -1.0),
        ("Förderung", 0.6),
        ("Gerechtigkeit", 1.0),
        ("Unfairheit", -0.6),
        ("Missvertrauen", -0.6),
        ("Bündnis-Krise", -0.6),
        ("Verbrecherinnen", -1.0),
        ("Tischdecke", 0),
        ("Plenarsitzung", 0),
        ("Krisen", -0.6),
    ],
)
def test_nouns_from_their_parts(noun: str, expected: float) -> None:
    assert noun_polarity(noun, WORDS, NOUNS) == pytest.approx(expected)


@pytest.mark.parametrize(
    "word, expected",
    [
        ("schmerzfrei", 0.6),
        ("schmerzfreien", 0.6),
        ("hoffnungslos", -0.6),
        ("hoffnungsvolle", 1.0),
        ("unfair", -0.6),
        ("ungefährlich", 0.3),
        ("hochgefährlich", -0.6),
        ("zerstörend", -1.0),
        ("zerstörte", -1.0),
        ("gefördert", 0.6),
        ("gerettet", 1.0),
        ("abgelehnt", -0.6),
        ("viereckig", 0),
        ("untere", 0),
        ("los", 0),
    ],
)
def test_words_from_their_parts(word: str, expected: float) -> None:
    assert word_polarity(word, WORDS, NOUNS) == pytest.approx(expected)


@pytest.mark.parametrize(
    "lines, word, weight",
    [
        ("Freude|NN\t0.65\tFreuden", "Freuden", 0.65),
        ("Freude\t0.5", "Freude", 0.5),
        ("schlimm\tschlimm\tADJD\tnegative\t-\tD", "schlimm", -0.75),
        ("# a list\n\nübel\t-3", "übel", -1.0),
    ],
)
def test_lists_of_the_users(tmp_path: Path, lines: str, word: str, weight: float) -> None:
    path = tmp_path / "list.txt"
    path.write_text(lines, "utf-8")
    assert read_polarity(path)[word] == pytest.approx(weight)


def test_a_list_of_the_users_replaces_the_kits(tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_text("Tisch|NN\t0.5\tTische\ngut|ADJX\t-0.5\n", "utf-8")
    assert one("Das ist gut.", lexicon=str(path)) < 0 < one("Die Tische stehen.", lexicon=str(path))
    assert math.isnan(one("Das ist schlecht.", lexicon=str(path)))


def test_errors_teach(tmp_path: Path) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_text("gut sehr\n", "utf-8")
    with pytest.raises(InputError, match="line 1"):
        read_polarity(bad)
    with pytest.raises(MissingFileError, match="nowhere"):
        one("Das ist gut.", lexicon="nowhere.txt")
    with pytest.raises(OptionError, match="'negation'"):
        Sentiment(without=("magic",))
    with pytest.raises(OptionError, match="smoothing"):
        Sentiment(smoothing=-1)


@pytest.mark.parametrize("name", ["polarity_negative", "polarity_positive", "polarity_phrases"])
def test_lists_are_sound(name: str) -> None:
    rows = lexicon(name)
    assert len({row["entry"] for row in rows}) == len(rows)
    assert {float(row["weight"]) for row in rows} <= {-1, -0.75, -0.5, 0.5, 0.75, 1} | (
        {0} if name == "polarity_phrases" else set()
    )
    sign = {"polarity_negative": -1, "polarity_positive": 1}.get(name)
    assert sign is None or all(sign * float(row["weight"]) > 0 for row in rows)


def test_no_word_is_both_good_and_bad() -> None:
    bad, good = ({row["entry"] for row in lexicon(name)} for name in ("polarity_negative", "polarity_positive"))
    assert not bad & good


def test_textblobs_lexicon_is_read_with_its_nouns() -> None:
    found = textblob_polarity()
    assert found["Abenteuerlust"] > 0 > found["Abbruch"]
    assert 0 not in found.values() and sum(word[0].isupper() for word in found) > 3000


def test_the_baseline_is_that_of_textblob() -> None:
    passages = passages_of("Das ist gut. Das ist ein Skandal.")
    assert TextblobBaseline()(passages)["value"].tolist() == [1.0, 0.0]
    assert TextblobBaseline().hits(passages)["cue"].str.strip().tolist() == ["Das ist gut.", "Das ist ein Skandal."]


@given(st.text(max_size=60))
def test_any_text_has_a_score_between_minus_one_and_one(text: str) -> None:
    value = one(text)
    assert math.isnan(value) or -1 < value < 1


def test_input_is_untouched() -> None:
    passages = passages_of("Das ist gut. Das ist schlecht.")
    before = passages.copy(deep=True)
    scores = Sentiment()(passages)
    assert_frame_equal(passages, before)
    assert len(scores) == len(passages)


ITEMS = [
    {"id": "1", "text": "Der Sieg war ein großer Erfolg.", "target": "Sieg", "label": "positive"},
    {"id": "2", "text": "Der Mörder tötete das Opfer.", "target": "Mörder", "label": "negative"},
    {"id": "3", "text": "Der Zug hält in Ulm.", "target": "Zug", "label": "neutral"},
    {"id": "4", "text": "Der Zug hält in Bonn.", "target": "Zug", "label": "negative"},
]


def test_evaluation() -> None:
    predicted = evaluation.predict(ITEMS)
    assert [p["label"] for p in predicted] == ["positive", "negative", "neutral", "neutral"]
    assert evaluation.evaluate(ITEMS, predicted)["auc"].value == 1.0
    assert "4: negative" in evaluation.worst(ITEMS, predicted, 5)
    table = evaluation.ablation(ITEMS).set_index("switched off")
    assert table.loc["nothing", "accuracy"] == 0.75
    assert {"own", "negation", "intensity", "parts"} <= set(table.index)


@pytest.mark.skipif(not GOLD.exists(), reason="the shared gold data are not here")
def test_figures_on_the_shared_gold() -> None:
    items = read_gold(GOLD)
    figures = evaluation.evaluate(items, evaluation.predict(items))
    assert figures["auc"].value > 0.83
    assert figures["macro_f1"].value > 0.48


def test_a_list_that_was_edited_is_read_again(tmp_path: Path) -> None:
    path, table = tmp_path / "list.txt", passages_of("Das ist gut.")
    path.write_text("gut\t1\n", "utf-8")
    assert Sentiment(lexicon=path).hits(table)["weight"].tolist() == [1.0]
    path.write_text("gut\t-0.5\n", "utf-8")
    assert Sentiment(lexicon=path).hits(table)["weight"].tolist() == [-0.5]


def test_a_run_with_an_edited_list_is_another_run(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Das ist gut.", "utf-8")
    path, weights = tmp_path / "list.txt", []
    for weight in ("1", "-0.5"):
        path.write_text(f"gut\t{weight}\n", "utf-8")
        run(tmp_path / "a.txt", tmp_path / "out", measures=[Sentiment(lexicon=path)], resume=True, progress=False)
        weights += pd.read_csv(tmp_path / "out" / "hits.csv")["weight"].tolist()
    assert weights == [1.0, -0.5]


@pytest.mark.parametrize("content", ["gut\tnan\n", "gut\tinf\n", " \t1\n", "gut|ADJX\t1\tbesser,,beste\n", "gut\n"])
def test_a_line_that_says_no_weight_is_told(tmp_path: Path, content: str) -> None:
    (tmp_path / "list.txt").write_text(content, "utf-8")
    with pytest.raises(InputError, match="line 1: .* is neither SentiWS"):
        Sentiment(lexicon=tmp_path / "list.txt").hits(passages_of("Das ist gut."))


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16"])
def test_a_list_in_another_encoding_is_told(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "list.txt").write_text("schön\t1\n", encoding)
    with pytest.raises(InputError, match="is not UTF-8"):
        Sentiment(lexicon=tmp_path / "list.txt").hits(passages_of("Das ist gut."))


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("Das Haus ist stark beschädigt.", {"beschädigt": -1}),  # a degree has no tone of its own
        ("Der Süden ist am stärksten betroffen.", {}),
        ("Besonders hoch ist der Anteil.", {}),
        ("Die Mannschaft ist stark.", {"stark": 1}),
        ("Das ist zu schwach.", {"schwach": -1}),
        ("Der Kommissar kündigte an, dass der Rat tagt.", {}),  # `ankündigen`, not `kündigen`
        ("Die Firma kündigte ihm.", {"kündigte": -1}),
        ("Sie brach sich den Arm.", {}),  # a noun, not `arm`
        ("Die Familie ist arm.", {"arm": -1}),
        ("Es gibt kein System der Steuerhinterziehung.", {"Steuerhinterziehung": 1}),
        ("Es besteht kein Risiko großer Schmerzen.", {"Risiko": 1, "Schmerzen": 1}),
        ("Die Zahl der Unfälle sinkt.", {"Unfälle": 1}),
        ("Der Kurs der Hoffnung sinkt.", {"sinkt": -1, "Hoffnung": 1}),
        ("Die Temperatur sinkt.", {}),  # neither a burden nor a good
        ("Sie stieg in den Bus.", {}),
        ("Der Reallohn sinkt.", {"sinkt": -1}),
        ("Gut zehn Kilometer sind es.", {}),
        ("Gut sind die Wege.", {"Gut": 1}),
        ("Ein Beben der Stärke 5 folgte.", {}),
        ("Die Stärke der Elf zeigte sich.", {"Stärke": 1}),
        ("Das Modell Nova 6 Plus erscheint.", {}),
        ("Das Jahr endet mit einem Plus.", {"Plus": 1}),
        ("Der Entwurf überzeugt.", {"überzeugt": 1}),
        ("Sie ist überzeugt.", {}),
        ("Man will sie davon überzeugen.", {}),
        ("Er sagt, er glaube überzeugt, dass es regnet.", {}),
        ("Es gelte, Wohnraum zu schaffen.", {}),
        ("Das kann ihm zu schaffen machen.", {"zu schaffen machen": -1}),
        ("Von ihm geht Gefahr aus.", {"Gefahr": -1}),
        ("Ihr geht die Hoffnung aus.", {"Hoffnung": -1}),
        ("Das führt nicht selten zur Einigung.", {"Einigung": 1}),
        ("Es hilft nicht ausreichend informierten Menschen.", {"hilft": 1, "ausreichend": -1, "informierten": -1}),
        ("Es kam zu keinem Streit oder gar Krieg.", {"Streit": 1, "Krieg": 1}),
        ("Solche Erfolge wird es nicht geben.", {"Erfolge": -1}),
        ("Die Hochwasserzentrale tagt.", {}),
        ("Die Mordkommissarin tagt.", {}),
        ("Die Terrorgruppe tagt.", {"Terrorgruppe": -1}),
        ("Es war auf dem Platz des Himmlischen Friedens.", {}),
        ("Der Wiener Streit dauert an.", {"Streit": -1}),
        ("Er sagte: „Gute Wege sind da.“", {"Gute": 1}),
        ("Kein Wunder, dass er kam.", {}),
        ("Das ist ein Wunder.", {"Wunder": 1}),
        ("Das sind die falschen Anreize.", {"falschen": -1}),  # the attribute decides
        ("Das sind gute Anreize.", {"gute": 1, "Anreize": 1}),
        ("Der Stoff erhöht die Gefahr.", {"Gefahr": -1}),
        ("Sie fördern die Hoffnung.", {"Hoffnung": 1}),
        ("Die Helfer kamen.", {}),
        ("Sie helfen gern.", {"helfen": 1, "gern": 1}),
        ("Das EM-Qualispiel endet.", {}),
        ("Die Sozialdemokratie berät.", {}),
        ("Er überarbeitete das Gesetz.", {}),
        ("Er begründete den Schritt.", {}),
    ],
)
def test_what_has_a_tone_and_what_only_looks_so(text, cues):
    hits = from_text(text).measure(Sentiment()).hits
    assert {h.cue: (h.weight > 0) - (h.weight < 0) for h in hits.itertuples()} == cues


@given(st.permutations([0.1, 0.2, 0.3, -0.7, 0.35, 0.75, -0.45, 1e-17, 0.525]))
def test_sums_do_not_depend_on_order(weights):
    """They are correctly rounded, and so the same on every version of Python."""
    hits = [Hit("sentiment", "positive", "x", 0, 1, weight) for weight in weights]
    assert Sentiment().score(hits, 7) == Sentiment().score(sorted(hits, key=lambda h: h.weight), 7)


def test_good_and_bad_words_are_counted_apart():
    hits = [Hit("sentiment", "", "x", 0, 1, weight) for weight in (0.5, 1.0, 0.0, -0.5)]
    counted = Sentiment().counted(hits)
    assert counted["sentiment"] == [0.5, 1.0, 0.0, -0.5]
    assert (counted["sentiment:positive"], counted["sentiment:negative"]) == ([0.5, 1.0], [0.5])
