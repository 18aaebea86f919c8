"""`people.toml`: who is who."""

import pytest

from stimmlage.errors import InputError, MissingFileError
from stimmlage.exchange.people_file import bearers, read_people


def write(tmp_path, text):
    path = tmp_path / "people.toml"
    path.write_text(text, "utf-8")
    return path


def test_people_are_read_with_what_is_said_of_them(tmp_path):
    path = write(
        tmp_path,
        '[[person]]\nname = "Anna Berg"\naliases = ["Berg"]\nparty = "A"\n\n[[person]]\nid = "k"\nname = "Otto Kern"\n',
    )
    berg, kern = read_people(path)
    assert (berg.id, berg.aliases, berg.more, kern.id) == ("anna-berg", ("Berg",), {"party": "A"}, "k")
    assert set(bearers([berg, kern])) == {"anna-berg", "berg", "k", "otto-kern"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("= 3", "is no TOML"),
        ("a = 3", r"has no \[\[person\]\] table"),
        ("person = 3", r"has no \[\[person\]\] table"),
        ('[[person]]\nparty = "A"', "a person needs a `name`"),
        ('[[person]]\nname = "A"\naliases = "B"', "`aliases` of 'A' is a list"),
        ('[[person]]\nname = "A"\nkind = "person"', "'kind' of 'A' is a column of the kit's own"),
        ('[[person]]\nname = "A"\n[[person]]\nname = "B"\naliases = ["A"]', "'a' belongs to two people"),
    ],
)
def test_what_is_wrong_is_told_in_one_line(tmp_path, text, words):
    with pytest.raises(InputError, match=words) as error:
        read_people(write(tmp_path, text))
    assert "\n" not in str(error.value)


def test_no_such_file_is_told(tmp_path):
    with pytest.raises(MissingFileError, match="No people at"):
        read_people(tmp_path / "people.toml")
