"""Measures: what each declares of its scores, and what comes of a user's own."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import stimmlage as sl
from stimmlage.errors import ColumnError, OptionError
from stimmlage.language.lexicon import lexicon
from stimmlage.measures.measure import Hit, Measure, count_words
from stimmlage.measures.targets import Target
from stimmlage.running import run
from stimmlage.scope.scopes import find_scopes

SHORT_AND_LONG = "Gut. Der Rat hat gestern in Berlin nach einer langen Sitzung mit vielen Gästen den neuen Plan für die Brücke am Hafen beschlossen."

LONG = " ".join([SHORT_AND_LONG] * 6)


@dataclass(frozen=True)
class Evidentiality(Measure):
    """A rate of a user's own: words of evidence per 100 words."""

    name: ClassVar[str] = "evidentiality"
    scores: ClassVar[Mapping[str, str]] = {"evidentiality": "rate"}

    def find(self, analysis):
        words = analysis.words
        return [
            Hit(self.name, "evidence", words.word[i], words.start[i], words.end[i], 1.0)
            for i, lower in enumerate(words.lower)
            if lower in ("belegt", "beweis")
        ]

    def score(self, hits, n_words):
        return {self.name: 100 * len(hits) / n_words if n_words else float("nan")}


class Undeclared(Evidentiality):
    scores: ClassVar[Mapping[str, str]] = {}


class Misdeclared(Evidentiality):
    scores: ClassVar[Mapping[str, str]] = {"evidentiality": "share"}


def test_a_rate_that_is_not_the_headline_is_weighted_by_words():
    corpus = sl.from_text(" ".join([SHORT_AND_LONG] * 6))
    row = corpus.summary(sl.Sentiment(), by=["mode"]).set_index("measure").loc["sentiment:positive"]
    hits = corpus.measure(sl.Sentiment()).hits
    assert row["estimate"] == pytest.approx(100 * hits.loc[hits["weight"] > 0, "weight"].sum() / row["n_words"])
    assert row["estimate"] < 10


@pytest.mark.parametrize("text", ["Belegt. " + LONG, LONG + " Ein Beweis fehlt."])
def test_a_rate_of_a_users_own_is_a_ratio_of_sums_everywhere(text, tmp_path):
    corpus = sl.from_text(text, layout=False)
    n_words = count_words(next(corpus.analyses()), 0, len(text))
    assert corpus.summary(Evidentiality(), by=["mode"])["estimate"].tolist() == pytest.approx([100 / n_words])
    scores = corpus.grouped(corpus.measure(Evidentiality()).scores)
    cut = scores.assign(doc_id=[f"d{i % 6}" for i in range(len(scores))])
    row = sl.compare(pd.concat([cut.assign(side="a"), cut.assign(side="b")]), by="side").iloc[0]
    assert row["estimate_b"] == pytest.approx(100 / n_words) and row["size"] == pytest.approx(1)
    (tmp_path / "a.txt").write_text(text, "utf-8")
    run(tmp_path / "a.txt", tmp_path / "out", format="parquet", measures=[Evidentiality()], progress=False)
    stored = sl.open(tmp_path / "out").summary("evidentiality", by="mode")
    assert stored["estimate"].tolist() == pytest.approx([100 / n_words])


@pytest.mark.parametrize(
    ("measure", "said"),
    [
        (Undeclared(), "Undeclared gives the score 'evidentiality' and does not say what kind it is; declare it"),
        (Misdeclared(), "calls it 'share'"),
    ],
)
def test_a_score_must_be_declared(measure, said):
    with pytest.raises(OptionError, match=said):
        sl.from_text("Das ist belegt.").measure(measure)


@pytest.mark.parametrize(
    ("measure", "score", "kind"),
    [
        (sl.Sentiment(), "sentiment", "balance"),
        (sl.Sentiment(), "sentiment:negative", "rate"),
        (sl.Hedging(), "hedging", "rate"),
        (sl.Hedging(), "hedging:booster", "rate"),
        (sl.Subjectivity(), "subjectivity:view", "rate"),
        (sl.TextblobBaseline(), "textblob", "balance"),
        (sl.Stance(targets=()), "stance", "balance"),
        (sl.Stance(targets=()), "stance:demand", "rate"),
        (sl.Stance(targets=()), "stance:target:nato", "position"),
    ],
)
def test_what_the_kits_own_scores_are(measure, score, kind):
    assert measure.kind(score) == kind


# ---- evidence: every hit lies in one sentence, and its cue is what stands there ----

LISTS = (
    "hedges",
    "boosters",
    "approximators",
    "reportive",
    "polarity_phrases",
    "negators",
    "stance_phrases",
    "intensifiers",
    "evaluation_words",
)
PHRASES = sorted(
    {row["entry"].removeprefix("lemma:") for name in LISTS for row in lexicon(name) if " " in row["entry"]}
)
TARGETS = (
    Target("army", ("europäische Armee", "lemma:Plan")),
    Target("coalition", ("Koalition der Willigen",)),
    Target("ends", ("tail:truppe",)),
)
MEASURES = (sl.Sentiment(), sl.Hedging(), sl.Subjectivity(), sl.Stance(targets=TARGETS))
WORDS = st.one_of(
    st.sampled_from(PHRASES),
    st.sampled_from(["europäische Armee", "Koalition der Willigen", "Friedenstruppe", "Plan"]),
    st.sampled_from(["Der Rat", "lehnt", "ab", "„", "“", ".", ",", "nicht", "sagte Anna Berg", "führung", "gut", "?"]),
)
GAPS = st.sampled_from([" ", "\n", "\n\n", " \n", "\t"])


@settings(max_examples=150, deadline=None)
@given(pieces=st.lists(WORDS, min_size=1, max_size=8), data=st.data())
def test_every_hit_lies_in_one_sentence(pieces, data):
    text = "".join(word + data.draw(GAPS) for piece in pieces for word in piece.split(" "))
    corpus = sl.from_text(text, layout=False)
    hits = corpus.measure(*MEASURES).hits
    sentences = list(corpus.sentences[["start", "end"]].itertuples(index=False, name=None))
    for hit in hits.itertuples():
        assert any(start <= hit.start < hit.end <= end for start, end in sentences), hit
        assert hit.cue == " ".join(text[hit.start : hit.end].split())


@pytest.mark.parametrize(
    ("text", "measure", "cues"),
    [
        ("Die Spitze liegt in\n\nFührung übernimmt der Rat.", sl.Sentiment(), []),
        ("Die Spitze liegt in Führung.", sl.Sentiment(), ["in Führung"]),
        ("Das ist auf\njeden fall so.", sl.Hedging(), ["auf jeden fall"]),
        ("Das ist auf. Jeden Fall prüft er.", sl.Hedging(), []),
    ],
)
def test_phrases_end_with_their_sentence(text, measure, cues):
    assert [cue for cue in sl.from_text(text, layout=False).measure(measure).hits["cue"] if " " in cue] == cues


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Er lehnt die Koalition der\nWilligen ab.", []),
        ("Er lehnt die Koalition der Willigen ab.", ["coalition"]),
        ("europäische\nArmee", []),
        ("Er lehnt eine europäische. Armee ab.", []),
    ],
)
def test_targets_end_with_their_sentence(text, targets):
    hits = sl.from_text(text, layout=False).measure(sl.Stance(targets=TARGETS)).hits
    assert [target for target in hits["target"] if target] == targets


def test_irony_ends_with_its_sentence():
    found = sl.from_text("Er sprach von „einer. Sache“ und ging. Die „Experten“ kamen.").measure(sl.Subjectivity()).hits
    assert found.loc[found["category"] == "irony", "cue"].tolist() == ["Experten"]


# ---- one way to measure: in a corpus, and called with its passages ----

EVERY = (
    sl.Sentiment(),
    sl.Hedging(),
    sl.Stance(targets=TARGETS),
    sl.Subjectivity(),
    sl.Modality(),
    sl.Concession(),
    sl.Framing(),
    sl.AuthorsView(),
    sl.CommentLikeness(),
    sl.TextblobBaseline(),
)
STORY = (
    "Der Umbau sei wohl nötig, sagte Anna Berg. „Er ist keineswegs schlecht“, erklärte sie. Trotz der Kritik ist das Bad zwar teuer, "
    "aber es hilft. Jonas Feld behauptete, die Koalition der Willigen „dürfte nicht“ kommen.\n\nNiemand weiß das! Soll er gehen?"
)


@pytest.mark.parametrize("measure", EVERY, ids=lambda m: m.name)
def test_a_measure_called_with_passages_gives_what_the_corpus_gives(measure):
    corpus = sl.from_text(STORY)
    found = corpus.measure(measure)
    pd.testing.assert_frame_equal(measure.profile(corpus.passages), found.scores)
    pd.testing.assert_frame_equal(measure.hits(corpus.passages), found.hits)
    headline = found.scores[found.scores["measure"] == measure.name].reset_index(drop=True)
    pd.testing.assert_frame_equal(measure(corpus.passages), headline)


def test_passages_of_several_documents_in_any_order(tmp_path):
    pd.DataFrame({"id": ["x", "y"], "text": [STORY, SHORT_AND_LONG]}).to_csv(tmp_path / "t.csv", index=False)
    corpus = sl.read(tmp_path / "t.csv")
    shuffled = corpus.passages.sample(frac=1, random_state=1)
    keys = ["doc_id", "passage_id"]
    found = sl.Hedging()(shuffled).sort_values(keys, ignore_index=True)
    scores = corpus.measure(sl.Hedging()).scores
    expected = scores[scores["measure"] == "hedging"].sort_values(keys, ignore_index=True)
    pd.testing.assert_frame_equal(found, expected)


def test_passages_without_a_place_are_measured_each_by_itself():
    table = pd.DataFrame({"doc_id": "d", "passage_id": [7, 8], "text": ["Das ist wohl so.", "Das ist keineswegs so."]})
    assert sl.Hedging().hits(table)[["passage_id", "cue"]].values.tolist() == [[7, "wohl"], [8, "keineswegs"]]


@pytest.mark.parametrize(
    ("table", "said"),
    [
        (pd.DataFrame({"doc_id": ["d"], "text": ["Ja."]}), "it lacks \\['passage_id'\\]"),
        (pd.DataFrame({"doc_id": ["d"], "passage_id": [1], "text": [float("nan")]}), "holds nan, which is no text"),
        (pd.DataFrame({"doc_id": ["d"], "passage_id": [1], "text": [5]}), "holds 5, which is no text"),
    ],
)
def test_passages_that_cannot_be_measured(table, said):
    with pytest.raises(ColumnError, match=said):
        sl.Hedging()(table)


def test_scopes_are_made_once_for_an_analysis():
    (one,), (other,) = sl.from_text("Das ist nicht gut.").analyses(), sl.from_text("Das ist gut.").analyses()
    assert find_scopes(one) is find_scopes(one) is not find_scopes(other)
    assert find_scopes(one).negator and not find_scopes(other).negator


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("Er dürfte irren.", [("dürfte", "epistemic")]),
        ("Er soll gelogen haben.", [("soll", "reportive")]),
        ("Sie muss zahlen.", [("muss", "deontic")]),
        ("Sie kann schwimmen.", [("kann", "dynamic")]),
        ("Sie geht.", []),
    ],
)
def test_modality(text, hits):
    found = sl.from_text(text).measure(sl.Modality())
    assert list(found.hits[["cue", "category"]].itertuples(index=False, name=None)) == hits
    values = found.scores.set_index("measure")["value"]
    assert values["modality"] == pytest.approx(100 * len(hits) / found.scores["n_words"].iloc[0])
    assert (
        sum(values[f"modality:{kind}"] for kind in ("epistemic", "reportive", "expected", "deontic", "dynamic"))
        == values["modality"]
    )


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        ("Das Bad ist zwar gut, aber es ist teuer.", {"gut": "concession", "teuer": ""}),
        ("Trotz der Kritik ist es gut.", {"Kritik": "concession", "gut": ""}),
        ("Auch wenn es gut ist, ist es teuer.", {"gut": "concession", "teuer": ""}),
        ("Wenn es gut ist, ist es teuer.", {"gut": "conditional", "teuer": ""}),
        ("Ist es gut?", {"gut": "question"}),
        ("Anna Berg sagte, es sei gut.", {"gut": "reported"}),
    ],
)
def test_what_is_conceded_is_the_scope_of_other_measures(text, scopes):
    hits = sl.from_text(text).measure(sl.Sentiment()).hits
    assert dict(zip(hits["cue"], hits["scope"])) == scopes


def test_concession_says_by_what():
    found = sl.from_text("Das Bad ist zwar gut, aber es ist teuer.").measure(sl.Concession())
    assert found.hits[["cue", "modifier"]].values.tolist() == [["Das Bad ist zwar gut,", 'by "zwar"']]
    assert found.scores["value"].tolist() == [pytest.approx(100 / 9)]
    assert sl.from_text("Das Bad ist zwar gut.").measure(sl.Concession(without=("grants",))).hits.empty


def test_the_authors_view_is_what_is_not_somebody_elses():
    text = "Das ist doch absurd! „Das ist doch wirklich ein ganz und gar absurder Plan von gestern“, sagte Anna Berg."
    hits = sl.from_text(text).measure(sl.AuthorsView()).hits
    assert "absurd" in hits["cue"].tolist() and "absurder" not in hits["cue"].tolist()
    assert hits.loc[hits["category"] == "quotation", ["cue", "weight"]].values.tolist() == [["„", -0.75]]
    without = sl.from_text(text).measure(sl.AuthorsView(without=("quotation",))).hits
    assert "quotation" not in without["category"].tolist()


def test_comment_likeness_counts_names_against():
    with_name, without = (
        sl.from_text(t).measure(sl.CommentLikeness()).scores.set_index("measure")["value"]["comment_likeness"]
        for t in ("Das sagt doch Anna Berg.", "Das sagt doch jemand anders.")
    )
    assert with_name < without
    hits = sl.from_text("Anna geht! Warum?").measure(sl.CommentLikeness()).hits
    assert hits[["category", "weight"]].values.tolist() == [["name", -0.2]]


@pytest.mark.parametrize(
    "make",
    [
        lambda: sl.Modality(per=0),
        lambda: sl.Concession(per=0),
        lambda: sl.Framing(per=0),
        lambda: sl.Concession(without=("x",)),
        lambda: sl.AuthorsView(without=("x",)),
        lambda: sl.CommentLikeness(without=("x",)),
    ],
)
def test_options_that_cannot_be(make):
    with pytest.raises(OptionError, match="`(per|without)`"):
        make()
