"""Articles as files hold them: paragraphs, days, authors, imprints."""

import pytest

from stimmlage.exchange.article import Part, article_of, day_of, imprint_of, is_cut_off, names_of


def test_paragraphs_are_joined_and_marked():
    article = article_of(
        [Part(" Streit \n im Rat ", "title"), Part("  "), Part("Der Rat tagt."), Part("dpa", "agency")]
    )
    assert article.text == "Streit im Rat\n\nDer Rat tagt.\n\ndpa"
    assert [(article.text[m.start : m.end], m.kind) for m in article.marks] == [
        ("Streit im Rat", "title"),
        ("dpa", "agency"),
    ]
    assert article.title == "Streit im Rat"
    assert article_of([Part("Zwei", "title")], title="Eins").title == "Eins"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Dienstag, 2. März 2021", "2021-03-02"),
        ("January 11, 2010 Monday", "2010-01-11"),
        ("vom 02.03.2021, S. 9", "2021-03-02"),
        ("Stand: 2021-03-02 11:30", "2021-03-02"),
        ("um 11:30 Uhr", ""),
        ("31. Februar 2021, 2. März 2021", "2021-03-02"),
    ],
)
def test_days(text, day):
    assert day_of(text) == day


@pytest.mark.parametrize(
    ("text", "outlet", "names"),
    [
        ("Von Anna Berg und JAN KUHN, dpa", "", "Anna Berg, Jan Kuhn"),
        ("Autorin: Anna Berg (Berlin)", "", "Anna Berg"),
        ("Anna Berg; Anna Berg", "", "Anna Berg"),
        ("Bote Online", "Bote", ""),
        ("Redaktion", "", ""),
        ("Politische Redaktion", "", ""),
        ("Lundener Bote", "Der Lundener Bote", ""),
        ("Ein Bericht von uns aus dem alten Hafen", "", ""),
        ("siehe http://bote.example", "", ""),
        ("anna @bote", "", ""),
        ("anna@bote.example", "", ""),
        ("Von Anna", "", ""),
    ],
)
def test_authors(text, outlet, names):
    assert names_of(text, outlet) == names


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (
            "Lundener Bote · Dienstag, 2. März 2021 · LOKALES · S. 9",
            {"outlet": "Lundener Bote", "date": "2021-03-02", "section": "Lokales", "page": "9"},
        ),
        ("Lundener Bote, Nr. 12, Seite 3", {"outlet": "Lundener Bote", "page": "3"}),
        ("Am 2. März 2021 tagte der Rat, und er beschloss nichts.", {}),
        ("Lundener Bote", {}),
        ("Lundener Bote · Berlin", {}),
        ("x" * 500, {}),
    ],
)
def test_imprints(line, found):
    assert imprint_of(line) == found


def test_a_text_that_stops_in_mid_sentence():
    long = "Der Rat hat gestern lange über die neue Brücke beraten und am Ende nichts beschlossen, weil"
    assert is_cut_off(f"{long} …") and is_cut_off(f"{long}...") and is_cut_off(f"{long} [...]")
    assert not is_cut_off(f"{long}.") and not is_cut_off("Tja …")
