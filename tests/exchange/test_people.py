"""People over a corpus: who is one person, who stays apart, and what a file says of them."""

import pandas as pd
import pytest

import stimmlage as sl
from stimmlage.errors import InputError, MissingFileError, OptionError
from stimmlage.exchange.people_file import read_people
from stimmlage.speakers.person_ids import person_id

TEXTS = {
    "a": "„Ja“, sagte Ministerin Anna Berg. „Es bleibt wohl so“, sagte Berg.",
    "b": "„Nein“, sagte Berg.",
    "c": "„Vielleicht“, meinte Karl Zander.",
    "d": "„Nie“, meinte Zander.",
    "e": "„Immer“, meinte Eva Zander.",
    "f": "„Gut“, meinte Lohse.",
}


@pytest.fixture(scope="module")
def corpus():
    return sl.from_texts(TEXTS)


@pytest.mark.parametrize(
    ("name", "kind", "id_"),
    [
        ("Anna Berg", "person", "anna-berg"),
        ("Anna B. Berg", "person", "anna-berg"),
        ("Dr. Anna Berg", "person", "anna-berg"),
        ("Apple-Chefin Anna Berg", "person", "anna-berg"),
        ("Xi Jinping", "person", "xi-jinping"),
        ("Anna-Lena Größe", "person", "anna-lena-groesse"),
        ("Berg", "person", ""),
        ("Dr. Berg", "person", ""),
        ("Anna Berg", "organisation", ""),
        ("Der Minister", "unnamed", ""),
    ],
)
def test_a_full_name_gives_an_id(name, kind, id_):
    assert person_id(name, kind) == id_


def test_people_are_proposed_with_evidence(corpus):
    people = corpus.people().set_index("name")
    assert people.loc["Anna Berg", ["person_id", "n_documents", "n_quotations"]].tolist() == ["anna-berg", 2, 3]
    assert people.loc["Anna Berg", "aliases"] == ["Berg"] and "Berg in b" in people.loc["Anna Berg", "evidence"]
    assert people.loc["Zander", "problem"] == "Zander could be eva-zander or karl-zander"
    assert people.loc["Zander", "person_id"] == "" and "no full name" in people.loc["Lohse", "problem"]


def test_another_gender_is_another_person():
    people = sl.from_texts({"a": "„Ja“, sagte Ministerin Anna Berg.", "b": "„Nein“, sagte Minister Berg."}).people()
    assert "another gender" in people.set_index("name").loc["Berg", "problem"]


@pytest.mark.parametrize(
    ("texts", "name", "aliases"),
    [
        (["„Ja“, sagte Eva Maria.", "„Nein“, sagte Maria."], "Eva Maria", []),
        (["„Ja“, sagte Apple-Chefin Anna Berg.", "„Nein“, sagte Anna Berg."], "Anna Berg", None),
    ],
)
def test_a_first_name_is_no_surname_and_an_office_no_name(texts, name, aliases):
    people = sl.from_texts(texts).people().set_index("name")
    assert name in people.index and aliases in (None, people.loc[name, "aliases"])


def test_a_file_is_written_read_and_laid_over_the_tables(corpus, tmp_path):
    path = tmp_path / "people.toml"
    sl.write_people(corpus.people(), path)
    assert [person.id for person in read_people(path)] == ["anna-berg", "karl-zander", "eva-zander"]
    path.write_text(path.read_text("utf-8").replace('aliases = ["Berg"]', 'aliases = ["Berg"]\nparty = "x"'), "utf-8")
    found = corpus.with_people(path)
    assert found.speakers.query("person_id == 'anna-berg'")["name"].tolist() == ["Anna Berg", "Anna Berg"]
    assert found.quotations["speaker"].tolist()[:3] == ["Anna Berg"] * 3
    assert set(found.passages.query("doc_id == 'b'")["speaker"]) == {"Anna Berg", ""}
    assert found.speakers["party"].tolist() == ["x", "x", "", "", "", ""]
    words = found.summary(sl.Hedging(), by=["party"]).query("measure == 'hedging'").set_index("party")["n_words"]
    assert words["x"] == 6
    assert found["b"].quotations["speaker"].tolist() == ["Anna Berg"]


def test_nothing_of_the_corpus_changes(corpus, tmp_path):
    before = corpus.quotations.copy()
    path = tmp_path / "people.toml"
    path.write_text('[[person]]\nname = "Maria Lohse"\naliases = ["Lohse"]\n', "utf-8")
    assert corpus.with_people(path).quotations["speaker"].tolist()[-1] == "Maria Lohse"
    pd.testing.assert_frame_equal(corpus.quotations, before)


def test_people_are_grouped_by_person(corpus, tmp_path):
    apart = corpus.summary(sl.Hedging(), by="speaker")["speaker"].unique().tolist()
    assert apart == ["Anna Berg", "author", "Berg (b)", "Karl Zander", "Zander (d)", "Eva Zander", "Lohse (f)"]
    path = tmp_path / "people.toml"
    sl.write_people(corpus.people(), path)
    joined = corpus.with_people(path).summary(sl.Hedging(), by="speaker")["speaker"].unique().tolist()
    assert joined == ["Anna Berg", "author", "Karl Zander", "Zander (d)", "Eva Zander", "Lohse (f)"]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("", "no [[person]] table"),
        ("[[person", "no TOML"),
        ("[person]\nname = 'a'", "no [[person]] table"),
        ("[[person]]\nid = 'a'", "needs a `name`"),
        ("[[person]]\nname = 'A B'\naliases = 'B'", "a list of names"),
        ("[[person]]\nname = 'A B'\nkind = 'x'", "a column of the kit's own"),
        (
            "[[person]]\nname = 'A B'\naliases = ['B']\n[[person]]\nname = 'C B'\naliases = ['B']",
            "belongs to two people",
        ),
    ],
)
def test_a_file_that_cannot_be_right_is_refused_in_one_line(tmp_path, corpus, content, says):
    path = tmp_path / "people.toml"
    path.write_text(content, "utf-8")
    with pytest.raises(InputError) as error:
        corpus.with_people(path)
    assert says in str(error.value) and "\n" not in str(error.value)


def test_a_file_that_is_not_there_or_there_already(tmp_path, corpus):
    with pytest.raises(MissingFileError):
        corpus.with_people(tmp_path / "none.toml")
    (tmp_path / "p.toml").write_text("mine", "utf-8")
    with pytest.raises(OptionError, match="there already"):
        sl.write_people(corpus.people(), tmp_path / "p.toml")
    with pytest.raises(OptionError, match="lacks the columns"):
        sl.write_people(corpus.speakers, tmp_path / "q.toml")


def test_positions_and_frames_carry_the_person(tmp_path):
    (tmp_path / "people.toml").write_text('[[person]]\nid = "ab"\nname = "Anna B."\naliases = ["Anna Berg"]\n', "utf-8")
    corpus = sl.from_text("„Wir lehnen den Plan ab“, sagte Anna Berg. „Der Plan ist kaum zu stoppen“, so die Stadt.")
    target = sl.Target("plan", ("lemma:Plan",))
    columns = ["speaker", "person_id", "confidence", "basis"]
    assert corpus.positions([target])[columns].values.tolist()[0] == ["Anna Berg", "anna-berg", 0.65, "stated"]
    known = corpus.with_people(tmp_path / "people.toml")
    assert known.positions([target])[columns].values.tolist()[0] == ["Anna B.", "ab", 0.65, "stated"]
    assert known.framings()[["speaker", "person_id"]].values.tolist()[0] == ["Anna B.", "ab"]


def test_a_position_that_words_turn_is_less_sure():
    corpus = sl.from_text("„Wir warnen vor einem Ende der Hilfe“, sagte Anna Berg. „Wir fordern Hilfe“, sagte sie.")
    found = corpus.positions([sl.Target("aid", ("lemma:Hilfe",))])
    assert found["confidence"].tolist() == [0.62, 0.65]
