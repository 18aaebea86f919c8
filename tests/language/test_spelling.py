"""Base forms in the spelling of today: `ss` behind a short vowel, `ß` behind a long one."""

import pytest

from stimmlage.language.spelling import in_todays_spelling


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Beschluß", "Beschluss"),
        ("mißbrauchen", "missbrauchen"),
        ("Rußland", "Russland"),
        ("Geschoß", "Geschoss"),
        ("daß", "dass"),
        ("Prozeß", "Prozess"),
    ],
)
def test_old_spelling(old, new):
    assert in_todays_spelling(old) == new


@pytest.mark.parametrize(
    "word", "außen äußerst Schweiß gießen größer bloß Blöße stoßen Stöße Floß Soße Schoß Sträßchen mäßig".split()
)
def test_behind_a_long_vowel_it_stays(word):
    assert in_todays_spelling(word) == word


@pytest.mark.parametrize("word", "Straße Maß groß schließen Fuß Gruß süß Ruß heiß äußern Spaß Kloß Buße".split())
def test_what_stays(word):
    assert in_todays_spelling(word) == word
