"""Places of a word or phrase, with what is around them."""

import pytest

from stimmlage.errors import OptionError


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
