"""Word lists: their format, and finding their entries."""

import itertools
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stimmlage.errors import InputError
from stimmlage.language.lexicon import PhraseIndex, lexicon, parse, words

LISTS = sorted(
    file.name.removesuffix(".txt") for file in (resources.files("stimmlage.language") / "lexicons").iterdir()
)


def find(entries, text, lemmas=None):
    lower = text.lower().split()
    return list(PhraseIndex(entries).find(lower, lemmas or lower))


@pytest.mark.parametrize(
    ("entries", "text", "expected"),
    [
        ([("wohl", 1)], "Das ist wohl so", [(2, 3, 1)]),
        ([("auf jeden fall", 1)], "Er kommt auf jeden Fall", [(2, 5, 1)]),
        ([("auf", 1), ("auf jeden Fall", 2)], "auf jeden Fall auf", [(0, 3, 2), (3, 4, 1)]),
        ([("auf jeden Fall", 1)], "auf jeden", []),
        ([("in der Tat", 1), ("der Tat", 2)], "in der Tat", [(0, 3, 1)]),
        ([("nicht nur", 1), ("nicht", 2)], "nicht so", [(0, 1, 2)]),
        ([], "nichts", []),
    ],
)
def test_phrases(entries, text, expected):
    assert find(entries, text) == expected


def test_a_lemma_is_found_in_all_its_forms():
    index = PhraseIndex([("lemma:behaupten", "cue"), ("lemma:Angabe", "noun")])
    assert list(index.find(["er", "behauptete", "laut", "angaben"], ["er", "behaupten", "laut", "Angabe"])) == [
        (1, 2, "cue"),
        (3, 4, "noun"),
    ]


@given(st.lists(st.sampled_from(["a", "b", "c"]), max_size=12))
def test_what_is_found_does_not_overlap_and_is_in_the_list(lower):
    entries = [("a", 1), ("a b", 2), ("b c a", 3)]
    found = list(PhraseIndex(entries).find(lower, lower))
    assert all(" ".join(lower[first:stop]) == entries[value - 1][0] for first, stop, value in found)
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(found))


@pytest.mark.parametrize("name", LISTS)
def test_every_list_has_a_visible_maker_and_no_entry_without_text(name):
    head = (resources.files("stimmlage.language") / "lexicons" / f"{name}.txt").read_text("utf-8")
    assert head.startswith("#")
    assert "licence: mit" in head.lower()
    assert all(row["entry"] for row in lexicon(name))
    assert len(lexicon(name)) == len({tuple(row.items()) for row in lexicon(name)})


def test_words_of_a_category(tmp_path):
    assert "nicht" in words("negators", "adverb")
    assert words("negators", "adverb") < words("negators")


def test_too_many_columns_are_told_with_their_line():
    with pytest.raises(InputError, match="mine, line 2: 2 columns, but the head names 1"):
        parse("gut\nprima\t1\n", "mine")


def test_columns_are_named_by_the_head():
    assert parse("# mine\n# columns: entry weight\nprima\t1\n\nganz gut\n", "mine") == [
        {"entry": "prima", "weight": "1"},
        {"entry": "ganz gut"},
    ]
