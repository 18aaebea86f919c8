"""What a saved page says of its article."""

import json

import pytest
from lxml import html

from stimmlage.exchange.readers.page_facts import bare, facts_of, is_beside, of_article, text_of


def facts(head="", body="", day="", author=""):
    page = html.document_fromstring(f"<html><head>{head}</head><body>{body}</body></html>")
    return facts_of(page, day, author)


def ld(**known):
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **known})}</script>'


def test_what_is_declared_for_machines():
    found = facts(
        ld(
            headline="Streit im Rat",
            datePublished="2021-03-02T10:00",
            author={"name": "Anna Berg"},
            publisher={"name": "Bote"},
        ),
        "<h1>Streit im Rat</h1>",
    )
    assert (found.title, found.day, found.author, found.outlet) == ("Streit im Rat", "2021-03-02", "Anna Berg", "Bote")


@pytest.mark.parametrize("broken", ["{", "[]", "3", '{"@graph": [3, null]}'])
def test_a_broken_declaration_is_passed_over(broken):
    found = facts(f'<script type="application/ld+json">{broken}</script>', "<h1>Streit im Rat</h1>", "2021-03-02")
    assert (found.title, found.day) == ("Streit im Rat", "2021-03-02")


def test_meta_tags():
    head = '<meta property="og:title" content="Streit im Rat"><meta property="og:site_name" content="Bote">'
    found = facts(head + '<meta name="author" content="Anna Berg">', "<h1>Streit im Rat</h1>")
    assert (found.title, found.outlet, found.author) == ("Streit im Rat", "Bote", "Anna Berg")


def test_a_kicker_is_not_the_title():
    found = facts(
        ld(headline="Streit im Rat"), '<h1><span class="kicker">Lokales:</span> <span>Streit im Rat</span></h1>'
    )
    assert found.title == "Streit im Rat"


def test_boxes_beside_the_article():
    tree = html.fragment_fromstring('<div><div class="teaser"><p>Mehr</p></div><p>Text</p></div>')
    assert [is_beside(box) for box in tree.iter("div")] == [False, True]
    assert [text_of(p) for p in of_article(tree, ("p",))] == ["Text"]
    assert bare("Streit – im „Rat“!") == bare("streit im rat")


@pytest.mark.parametrize(
    ("end", "title"),
    [
        (" | Bote.de", "Streit im Rat"),
        (" - SZ", "Streit im Rat"),
        (" - Bote", "Streit im Rat"),
        (" | Politik", "Streit im Rat"),
        (" - nichts als Worte", "Streit im Rat - nichts als Worte"),
    ],
)
def test_the_name_of_the_site_is_cut_off(end, title):
    head = f'<title>Streit im Rat{end}</title><meta property="og:site_name" content="Bote">'
    assert facts(head).title == title


@pytest.mark.parametrize(
    ("head", "body", "day", "unsure"),
    [
        ('<meta name="article:published_time" content="2021-03-02">', "", "2021-03-02", False),
        ("", '<p itemprop="datePublished">2. März 2021</p>', "2021-03-02", False),
        ("", '<time pubdate datetime="2021-03-02">gestern</time>', "2021-03-02", False),
        ("", "<p>Veröffentlicht am 2. März 2021</p>", "2021-03-02", False),
        ("", '<time datetime="2021-03-02">gestern</time><time datetime="2021-03-09">jetzt</time>', "2021-03-02", True),
        ('<meta name="date" content="2021-03-02">', "", "2021-03-02", True),
        ('<meta name="dc.date" content="2021-03-02">', "", "2021-03-02", True),
        ('<meta name="last-modified" content="2021-03-02">', "", "2021-03-02", True),
        ("", "", "2020-01-01", True),
    ],
)
def test_a_day_and_how_sure_it_is(head, body, day, unsure):
    found = facts(head, f"<h1>Streit im Rat</h1>{body}", "2020-01-01")
    assert (found.day, "date" in found.unsure) == (day, unsure)
