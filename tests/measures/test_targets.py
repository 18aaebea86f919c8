"""Targets: reading the file, and finding where they are named."""

from pathlib import Path

import pytest

from stimmlage.errors import InputError, MissingFileError
from stimmlage.language.tagging import tag
from stimmlage.measures.targets import Target, find_mentions, read_targets
from stimmlage.reading.segmentation import read_text

TARGETS = (
    Target("force", ("lemma:Schutztruppe", "tail:schutztruppe", "Truppe der Nachbarn")),
    Target("troops", ("tail:truppe",)),
)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Die Schutztruppe kommt.", [("Schutztruppe", "force"), ("Schutztruppe", "troops")]),
        ("Die Schutztruppen kommen.", [("Schutztruppen", "force"), ("Schutztruppen", "troops")]),
        ("Die EU-Schutztruppe kommt.", [("EU-Schutztruppe", "force"), ("EU-Schutztruppe", "troops")]),
        ("Eine Truppe der Nachbarn kommt.", [("Truppe der Nachbarn", "force")]),
        ("Eine Truppe kommt.", []),
        ("Das Haar ist struppig.", []),
    ],
)
def test_mentions(sentence, expected):
    words = tag(read_text(sentence))
    found = [(sentence[words.start[m.first] : words.end[m.stop - 1]], m.target) for m in find_mentions(words, TARGETS)]
    assert sorted(found) == sorted(expected)


def test_no_targets_no_mentions():
    assert find_mentions(tag(read_text("Die Schutztruppe kommt.")), ()) == []


def test_file(tmp_path):
    file = tmp_path / "targets.toml"
    file.write_text('[[target]]\nid = "tax"\nlabel_de = "Steuer"\npatterns = ["tail:steuer"]\n', "utf-8")
    assert read_targets(file) == (Target("tax", ("tail:steuer",), "Steuer", "Steuer"),)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("[[target]\n", "not TOML"),
        ('[[target]]\nid = "tax"\n', "target 1: it needs an `id` and `patterns`"),
        ('[[target]]\nid = "a"\npatterns = ["x"]\n[[target]]\nid = "a"\npatterns = ["y"]\n', "same id"),
    ],
)
def test_bad_file_says_what_is_wrong(tmp_path, content, message):
    file = tmp_path / "targets.toml"
    file.write_text(content, "utf-8")
    with pytest.raises(InputError, match=message):
        read_targets(file)


def test_missing_file():
    with pytest.raises(MissingFileError, match="TOML file"):
        read_targets("nowhere.toml")


def test_the_study_has_targets_in_both_languages():
    targets = read_targets(Path(__file__).parents[2] / "corpus" / "targets.toml")
    assert len(targets) >= 6
    assert all(t.label_de and t.label_en and t.label_de != t.label_en for t in targets)


@pytest.mark.parametrize("form", ["Amt", "Amts", "Amtes", "Amten", "Amte", "Amter", "Amtern", "Amtens", "Amtn"])
def test_a_tail_may_have_any_ending(form):
    words = tag(read_text(f"Das Neben{form.lower()} kommt."))
    assert [m.target for m in find_mentions(words, (Target("office", ("tail:amt",)),))] == ["office"]
