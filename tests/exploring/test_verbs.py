"""Exploring: each verb against counting by hand, and what it refuses."""

import math
import random

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import stimmlage as sl
from stimmlage.errors import OptionError
from stimmlage.exploring.keyness import conservative_log_ratio, limits, log_likelihood, log_ratio
from stimmlage.exploring.readability import syllables

TEXTS = {
    "a": "Der Damm hält. Der neue Damm ist dicht. „Der Damm ist wohl nicht dicht“, sagte Anna Berg.",
    "b": "Der Zug fährt. Der alte Zug ist voll. Laut Polizei ist der Bahnhof voll.",
    "c": "Friedensgespräche beginnen. Ein Frieden ist dicht an dicht mit Friedensarbeit verbunden.",
}


@pytest.fixture(scope="module")
def corpus():
    table = pd.DataFrame({"id": list(TEXTS), "text": list(TEXTS.values()), "outlet": ["A", "B", "B"]})
    return sl.from_frame(table)


# Concordance


@pytest.mark.parametrize(
    ("pattern", "options", "found"),
    [
        ("Damm", {}, ["Damm"] * 3),
        ("damm", {}, ["Damm"] * 3),
        ("Frieden*", {}, ["Friedensgespräche", "Frieden", "Friedensarbeit"]),
        ("D?mm", {}, ["Damm"] * 3),
        ("der neue *", {}, ["Der neue Damm"]),
        ("Damm ist", {}, ["Damm ist"] * 2),
        ("sein", {"kind": "lemma"}, ["ist"] * 5),
        ("(Zug|Bahnhof)", {"kind": "regex"}, ["Zug", "Zug", "Bahnhof"]),
        ("Damm", {"speaker": "Anna Berg"}, ["Damm"]),
        ("Damm", {"speaker": "author"}, ["Damm"] * 2),
        ("hält Der", {}, []),  # over the full stop
        ("nirgends", {}, []),
        ("D(amm", {}, []),
    ],
)
def test_places_are_found(corpus, pattern, options, found):
    table = corpus.kwic(pattern, **options)
    assert table["keyword"].tolist() == found
    texts = corpus.documents.set_index("doc_id")["text"]
    assert all(texts[row.doc_id][row.start : row.end] == row.keyword for row in table.itertuples())


def test_a_place_has_its_context_and_its_voice(corpus):
    row = corpus.kwic("wohl", window=2, by="outlet").iloc[0]
    assert row[["left", "right", "speaker", "outlet", "doc_id"]].tolist() == [
        "Damm ist",
        "nicht dicht“,",
        "Anna Berg",
        "A",
        "a",
    ]


def test_a_context_does_not_leave_its_document(corpus):
    assert corpus.kwic("Friedensgespräche").iloc[0]["left"] == ""


@pytest.mark.parametrize(
    "options",
    [
        {"pattern": ""},
        {"pattern": 5},
        {"pattern": "(", "kind": "regex"},
        {"pattern": "a", "kind": "stem"},
        {"pattern": "a", "window": 0},
        {"pattern": "a", "speaker": "Nobody"},
        {"pattern": "a", "section": "Nowhere"},
        {"pattern": "a", "by": "nothing"},
        {"pattern": "a", "by": "lemma"},
    ],
)
def test_a_wrong_question_is_told_in_one_line(corpus, options):
    with pytest.raises(OptionError) as error:
        corpus.kwic(**options)
    assert "\n" not in str(error.value)


# Frequencies


def test_words_are_counted(corpus):
    table = corpus.frequencies(of="word", content=False).set_index("item")
    assert table.loc["damm", ["n", "n_documents", "n_speakers"]].tolist() == [3, 1, 2]
    assert table.loc["dicht", ["n", "n_documents"]].tolist() == [4, 2]
    assert table["per_thousand"].sum() == pytest.approx(1000) and table["n"].is_monotonic_decreasing
    assert not {",", ".", "„"} & set(table.index)


def test_words_are_counted_in_groups(corpus):
    table = corpus.frequencies(by="outlet").set_index(["outlet", "item"])
    assert table.loc[("A", "Damm"), "n"] == 3 and ("B", "Damm") not in table.index
    assert table.groupby("outlet")["per_thousand"].sum().tolist() == pytest.approx([1000, 1000])


def test_content_is_nouns_names_adjectives_and_full_verbs(corpus):
    items = set(corpus.frequencies()["item"])
    assert {"Damm", "dicht", "halten", "Anna"} <= items and not {"der", "sein", "wohl", "nicht"} & items


@given(st.sampled_from(["word", "lemma", "tag"]), st.booleans())
@settings(max_examples=8)
def test_nothing_is_counted_twice(of, content):
    corpus = sl.from_texts(TEXTS)
    whole = corpus.frequencies(of=of, content=content)["n"].sum()
    assert corpus.frequencies(by="speaker", of=of, content=content)["n"].sum() == whole


def test_sequences_end_with_sentence_and_voice(corpus):
    items = corpus.ngrams(2, least=1).set_index("item")["n"]
    assert items["der damm"] == 2 and items["damm ist"] == 2
    assert "hält der" not in items and "dicht sagte" not in items
    with pytest.raises(OptionError, match="1 to 10"):
        corpus.ngrams(0)


# Keyness


def test_fixed_values():
    a, b, n = [3, 30, 300], [1, 10, 100], 10_000
    assert log_ratio(a, b, n, n) == pytest.approx([1.585] * 3, abs=5e-4)
    assert conservative_log_ratio(a, b, n, n) == pytest.approx([0, 0.513, 1.254], abs=5e-4)
    assert conservative_log_ratio(a, b, n, n, 0.001, 3) == pytest.approx([0, 0, 0.996], abs=5e-4)
    assert log_likelihood(a, b, n, n) == pytest.approx([1.05, 10.5, 106.7], abs=0.05)


@given(*[st.integers(0, 60)] * 2, *[st.integers(100, 5000)] * 2)
def test_keyness_is_the_same_seen_from_the_other_side(a, b, n, m):
    assert log_ratio(a, b, n, m) == pytest.approx(-log_ratio(b, a, m, n))
    assert log_likelihood(a, b, n, m) == pytest.approx(log_likelihood(b, a, m, n))
    assert conservative_log_ratio(a, b, n, m) == pytest.approx(-conservative_log_ratio(b, a, m, n))
    low, high = limits(a, b, n, m)
    assert low <= high or not a + b


def test_keywords_of_a_part(corpus):
    table = corpus.keyness({"outlet": "A"}, least=2).set_index("item")
    assert table.loc["Damm", ["n", "n_reference", "n_documents", "n_speakers", "dp"]].tolist() == [3, 0, 1, 2, 0]
    assert table.loc["Damm", "log_ratio"] > 0 > table.loc["Zug", "log_ratio"]
    speakers = corpus.keyness({"speaker": "Anna Berg"}, {"speaker": "author", "outlet": "A"}, least=1).set_index("item")
    assert speakers.loc["Damm", ["n", "n_reference"]].tolist() == [1, 2]


@pytest.mark.parametrize(
    ("target", "reference"),
    [
        ({}, None),
        ({"outlet": "Z"}, None),
        ({"outlet": "A"}, {"doc_id": "a"}),
        ({"nothing": "A"}, None),
        ({"outlet": ["A", "B"]}, None),
    ],
)
def test_parts_that_cannot_be_compared(corpus, target, reference):
    with pytest.raises(OptionError):
        corpus.keyness(target, reference)


# Collocations and dispersion


def test_neighbours_are_counted(corpus):
    table = corpus.collocations("Damm", least=1, content=False).set_index("collocate")
    assert table.loc["dicht", "n"] == 2 and "sagen" not in table.index and "Zug" not in table.index
    dice = 14 + math.log2(2 * 2 / (3 + 4))
    assert table.loc["dicht", "log_dice"] == pytest.approx(dice)
    near = corpus.collocations("Damm", window=1, least=1, content=False)["collocate"].tolist()
    assert "dicht" not in near and "halten" in near


def test_a_node_that_is_not_there_is_told_what_is(corpus):
    with pytest.raises(OptionError, match="'Damm' is"):
        corpus.collocations("damm")
    with pytest.raises(OptionError, match="window"):
        corpus.collocations("Damm", window=0)


def test_dispersion_by_hand(corpus):
    table = corpus.dispersion(["dicht", "Damm", "nirgends"]).set_index("item")
    sizes = corpus.documents["n_words"].to_numpy()
    by_hand = np.abs(np.array([1, 0, 0]) - sizes / sizes.sum()).sum() / 2
    assert table.loc["Damm", "dp"] == pytest.approx(by_hand) and table.loc["Damm", "range"] == 1
    assert table.loc["dicht", ["n", "range", "n_documents"]].tolist() == [4, 2, 3]
    assert table.loc["nirgends", "n"] == 0 and math.isnan(table.loc["nirgends", "dp"])
    with pytest.raises(OptionError, match="empty"):
        corpus.dispersion([])


# Readability


@pytest.mark.parametrize(
    ("word", "n"), [("Haus", 1), ("Bäume", 2), ("Universität", 5), ("Beere", 2), ("SPD", 1), ("Sicherheit", 3)]
)
def test_syllables(word, n):
    assert syllables(word) == n


def test_formulas_by_hand():
    text = "Der Hund bellt laut. " * 9 + "Die Regierung verhandelt."
    row = sl.from_text(text, layout=False).readability().iloc[0]
    words, sentences, long = 39, 10, 2
    assert row["lix"] == pytest.approx(words / sentences + 100 * long / words)
    assert row["flesch_amstad"] == pytest.approx(180 - words / sentences - 58.5 * (9 * 4 + 1 + 3 + 3) / words)
    three, one = 2 / words, 37 / words
    assert row["wstf"] == pytest.approx(
        19.35 * three + 0.1672 * words / sentences + 12.97 * long / words - 3.27 * one - 0.875
    )


def test_a_few_sentences_have_no_formula(corpus):
    table = corpus.readability(by="outlet")
    assert table["lix"].isna().all() and set(table["note"]) == {"below 10 sentences: no formula"}


# Near-duplicates


def test_copies_are_found_whole_and_in_part():
    rng = random.Random(3)
    vocabulary = [f"Wort{i}" for i in range(400)]

    def text():
        return " ".join(rng.choices(vocabulary, k=60)) + "."

    agency, other = text(), text()
    corpus = sl.from_texts({"a": agency, "b": agency + " " + text(), "c": other, "d": text(), "e": other})
    table = corpus.duplicates()
    assert table[["doc_id", "other", "cluster"]].values.tolist() == [["a", "b", 0], ["c", "e", 1]]
    assert (
        table["containment"].tolist() == [1, 1]
        and table["resemblance"].tolist()[1] == 1 > table["resemblance"].tolist()[0]
    )
    assert len(corpus[~corpus.documents["doc_id"].isin(table["other"])]) == 3


def test_many_copies_hang_together():
    text = "Der Rat tagt heute in Lunden und berät über den neuen Damm an der See."
    table = sl.from_texts([text] * 60).duplicates()
    assert set(table["cluster"]) == {0} and set(table["other"]) == {f"text-{n}" for n in range(2, 61)}


@pytest.mark.parametrize("least", [0, 1.5])
def test_a_share_is_a_share(corpus, least):
    with pytest.raises(OptionError, match="least"):
        corpus.duplicates(least)


# NLTK


def test_a_voice_is_an_nltk_text(corpus, capsys):
    text = corpus.nltk_text(speaker="author")
    text.concordance("Damm")
    assert "Displaying 2 of 2 matches" in capsys.readouterr().out
    sl.from_text("Der alte Damm hält gut. Der alte Zug hält gut. Wir sehen den Damm dort.").nltk_text().similar("Damm")
    assert "zug" in capsys.readouterr().out.lower()
    assert text.vocab()["Zug"] == 2 and corpus.nltk_text(speaker="Anna Berg").count("Damm") == 1


@pytest.mark.parametrize("method", ["collocations", "collocation_list", "generate"])
def test_what_needs_data_says_so(corpus, method):
    with pytest.raises(OptionError) as error:
        getattr(corpus.nltk_text(), method)()
    assert "corpus." in str(error.value) and "\n" not in str(error.value)


# Network


def test_ties_sum_up_positions():
    text = "„Wir unterstützen den Plan“, sagte Anna Berg. „Wir begrüßen den Plan“, sagte Anna Berg. "
    text += "„Wir lehnen den Plan ab“, sagte Karl Zander."
    corpus = sl.from_text(text)
    table = corpus.network([sl.Target("plan", ("lemma:Plan",))]).set_index("speaker")
    assert table.loc["Anna Berg", ["n", "n_for", "n_against", "balance"]].tolist() == [2, 2, 0, 1.0]
    assert table.loc["Karl Zander", ["n", "n_against", "balance"]].tolist() == [1, 1, -1.0]
    doc_id, place = table.loc["Karl Zander", "evidence"].rsplit(":", 1)
    start, end = map(int, place.split("-"))
    assert corpus.documents["text"].item()[start:end] == "Plan" and doc_id == "text"


def test_doubts_alone_have_no_balance():
    from stimmlage.exploring.network import ties

    positions = pd.DataFrame(
        {"doc_id": "a", "speaker": ["x", ""], "target": "t", "value": [0.0, 1.0], "start": 0, "end": 3}
    )
    (row,) = ties(positions).to_dict("records")
    assert row["n_doubt"] == 1 and math.isnan(row["balance"])


EVIDENCE = {
    "a": "Lage\n\nDas ist wohl so. „Vielleicht ist es gut, vielleicht nicht“, sagte Anna Berg. Alles wird besser.",
    "b": "Es ist möglicherweise so. „Nein“, sagte Jan Kuhn.",
}


def test_the_sentences_behind_a_row_of_a_summary():
    corpus = sl.from_texts(EVIDENCE)
    table = corpus.summary(sl.Hedging(), by="speaker").query("measure == 'hedging:hedge'")
    for row in table.to_dict("records"):
        found = corpus.evidence(pd.Series(row))
        assert len(found) == row["n_hits"] and set(found["speaker"]) <= {row["speaker"]}
        for hit in found.itertuples():
            text = corpus.documents.set_index("doc_id").loc[hit.doc_id, "text"]
            assert text[hit.start : hit.end] == hit.cue and hit.cue in hit.sentence and hit.sentence in text
    assert len(corpus.evidence(table)) == table["n_hits"].sum()


def test_the_sentences_of_hits_positions_and_quotations():
    corpus = sl.from_texts(EVIDENCE)
    hits = corpus.measure(sl.Sentiment()).hits
    assert corpus.evidence(hits)["cue"].tolist() == hits["cue"].tolist()
    assert corpus.evidence(hits.iloc[0])["sentence"].tolist() == [
        "„Vielleicht ist es gut, vielleicht nicht“, sagte Anna Berg."
    ]
    assert corpus.evidence(corpus.quotations)["sentence"].str.contains("sagte").all()
    assert corpus.evidence(hits.iloc[:0]).empty


def test_what_has_no_evidence_says_so():
    corpus = sl.from_texts(EVIDENCE)
    table = sl.from_texts(EVIDENCE).summary(sl.Hedging(), by="speaker")
    with pytest.raises(OptionError, match="was not measured"):
        corpus.evidence(table)
    with pytest.raises(OptionError, match="these are neither"):
        corpus.evidence(corpus.documents)
    with pytest.raises(OptionError, match="not int"):
        corpus.evidence(3)


def test_the_section_of_the_paper_can_be_grouped_by():
    table = pd.DataFrame({"text": list(EVIDENCE.values()), "section": ["Politik", "Lokales"]})
    corpus = sl.from_frame(table)
    assert set(corpus.summary(sl.Hedging(), by="documents.section")["documents.section"]) == {"Politik", "Lokales"}


def test_to_writes_a_workbook_or_a_folder(tmp_path):
    corpus = sl.from_texts(EVIDENCE)
    assert corpus.to("xlsx", tmp_path / "c.xlsx").is_file() and corpus.to("csv", tmp_path / "csv").is_dir()
    assert sorted(p.name for p in tmp_path.iterdir()) == ["c.xlsx", "csv"]
    with pytest.raises(OptionError, match="already"):
        corpus.to("xlsx", tmp_path / "c.xlsx")
    with pytest.raises(OptionError, match="one of"):
        corpus.to("ods", tmp_path / "c.ods")
