"""Nouns that announce what somebody says, and the last parts of compounds."""

import pytest

from stimmlage.language.cue_nouns import is_noun


@pytest.mark.parametrize(
    ("lemma", "kind", "expected"),
    [
        ("Behauptung", "noun", True),
        ("Schutzbehauptung", "noun", True),
        ("Meinung", "view", True),
        ("Minderheitsmeinung", "view", True),
        ("Bericht", "medium", True),
        ("Medienbericht", "medium", True),
        ("Zeitung", "medium", True),
        ("Baum", "noun", False),
        ("Apfelbaum", "medium", False),
        ("Richtung", "medium", False),
    ],
)
def test_kinds(lemma, kind, expected):
    assert is_noun(lemma, kind) is expected


def test_an_unknown_kind_is_no_silence():
    with pytest.raises(KeyError):
        is_noun("Bericht", "no such kind")
