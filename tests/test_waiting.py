"""Progress bars: on stderr, without a trace, and quiet when interrupted."""

from stimmlage import waiting as module
from stimmlage.waiting import bar, waiting


def test_all_items_come_in_their_order(capsys):
    assert list(waiting([3, 1, 2], "counting")) == [3, 1, 2]
    assert list(waiting(iter("ab"), "counting", total=2)) == ["a", "b"]
    assert capsys.readouterr().out == ""


def test_what_is_short_shows_no_bar_and_what_is_long_does(capsys, monkeypatch):
    list(waiting([1, 2], "counting"))
    assert "counting" not in capsys.readouterr().err
    monkeypatch.setattr(module, "DELAY", 0.0)
    list(waiting([1, 2], "counting"))
    assert "counting" in capsys.readouterr().err
    list(waiting([1], "counting"))  # of one thing alone there is no far
    assert "counting" not in capsys.readouterr().err


def test_a_bar_that_was_never_made_whole_says_nothing(capsys):
    half = type(bar(disable=True)).__new__(type(bar(disable=True)))
    half.__del__()
    assert capsys.readouterr().err == ""
