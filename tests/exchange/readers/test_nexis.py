"""Collections of Nexis Uni and LexisNexis."""

import pytest
from tests import samples as make

from stimmlage.exchange.readers.nexis import Line, articles, is_collection
from stimmlage.exchange.readers.texts import export


@pytest.mark.parametrize("english", [False, True])
def test_the_newer_form_in_both_languages(english):
    lines = make.nexis_lines(english)
    found = list(articles([Line(line) for line in lines]))
    assert len(found) > 1 and all(a.title and a.text and a.date and a.outlet for a in found)
    assert is_collection(lines)


def test_the_older_form(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(make.lexis_text(), "utf-8")
    found = list(export(path))
    assert len(found) > 1 and all(a.title and a.text and a.date for a in found)


@pytest.mark.parametrize("lines", [["Body", "Der Rat tagt."], ["Dokument der Zeit"], []])
def test_other_lines_are_no_collection(lines):
    assert not is_collection(lines)
