"""Mentions gathered: who is one person, which body a short form means."""

import pytest

import stimmlage as sl


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Anna Berg sagte, es reiche. Berg sagte, es sei gut.", ["Anna Berg", "Anna Berg"]),
        ("Anna Berg sagte, es reiche. Frau Berg sagte, es sei gut.", ["Anna Berg", "Anna Berg"]),
        ("Anna Berg sagte, es reiche. Bergs Sprecher sagte, es sei gut.", ["Anna Berg", "Bergs Sprecher"]),
        ("Anna Berg sagte, es reiche. Otto Berg sagte, es sei gut.", ["Anna Berg", "Otto Berg"]),
        (
            "Der Weltbund der Segler (WS) sagte, es reiche. Der WS sagte, es sei gut.",
            ["Weltbund der Segler", "Weltbund der Segler"],
        ),
        ("Die Direktorin Anna Berg kam. Die Direktorin sagte, es reiche.", ["Anna Berg"]),
        ("Ein Zeuge sagte, es reiche. Ein Zeuge sagte, es sei gut.", ["Zeuge", "Zeuge"]),
    ],
)
def test_who_is_one(text, names):
    assert sl.from_text(text, layout=False).quotations["speaker"].tolist() == names


def test_a_noun_may_be_a_surname_of_the_text():
    text = "Karl Richter sagte, es reiche. Richter sagte, es sei gut."
    assert sl.from_text(text, layout=False).speakers["name"].tolist() == ["Karl Richter"]


def test_a_name_with_people_of_its_own_is_a_body():
    speakers = sl.from_text("Billa sagte, es reiche. Eine Billa-Sprecherin schwieg.", layout=False).speakers
    assert speakers[["name", "kind"]].values.tolist() == [["Billa", "organisation"]]
    named = sl.from_text("Anna Berg kam. Ein Berg-Sprecher schwieg. Berg sagte, es reiche.", layout=False).speakers
    assert named[["name", "kind"]].values.tolist() == [["Anna Berg", "person"]]
