"""The annotated article: all of the text, every mark with its evidence, and nothing that could run."""

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.held import held

from stimmlage.analysis import Analysis
from stimmlage.display.article import LAYERS, SHOWN, Page, render
from stimmlage.display.marking import blocks
from stimmlage.document import Furniture
from stimmlage.errors import OptionError
from stimmlage.language.tagging import tag
from stimmlage.measures.measure import Hit
from stimmlage.quotation.quotation import Quotation, Speaker
from stimmlage.reading.segmentation import read_text
from stimmlage.speakers.passages import divide

TEXT = (
    "Am Dienstag kam der schöne Plan. „Der Umbau“, sagte Anna Berg im Rathaus, „ist wohl unvermeidlich.“ Jonas Feld "
    "behauptete, der Hafen werde auf keinen Fall geschlossen. Die Kosten seien angeblich hoch. Niemand müsse gehen."
)
HOSTILE = (
    "<script>alert(1)</script><img src=x onerror=alert(2)><a href='javascript:alert(3)'>\" onfocus=\"alert(4)&lt;b&gt;"
)


def span(text, part):
    return text.index(part), text.index(part) + len(part)


def analysis_of(text, quotations=(), speakers=(), **document):
    read = replace(read_text(text, document.pop("doc_id", "hafen")), **document)
    return Analysis(read, tag(read), list(quotations), list(speakers), divide(read, quotations))


def harbour(**document):
    quotations = [
        Quotation(
            "direct",
            "speech",
            (span(TEXT, "„Der Umbau“"), span(TEXT, "„ist wohl unvermeidlich.“")),
            cue=(span(TEXT, "sagte"),),
            rule="marks",
            speaker_id="s1",
            speaker_name="Anna Berg",
        ),
        Quotation(
            "indirect",
            "speech",
            (span(TEXT, "der Hafen werde auf keinen Fall geschlossen"),),
            cue=(span(TEXT, "behauptete"),),
            rule="clause",
            speaker_id="s2",
            speaker_name="Jonas Feld",
        ),
        Quotation(
            "indirect_free_indirect",
            "speech",
            (span(TEXT, "Die Kosten seien angeblich hoch. Niemand müsse gehen."),),
            rule="continuation",
            speaker_id="s2",
            speaker_name="Jonas Feld",
        ),
    ]
    speakers = [Speaker("s1", "Anna Berg", "person"), Speaker("s2", "Jonas Feld", "person")]
    return analysis_of(TEXT, quotations, speakers, **document)


HITS = [
    Hit("sentiment", "positive", "schöne", *span(TEXT, "schöne"), 0.8),
    Hit("hedging", "hedge", "wohl", *span(TEXT, "wohl"), 1.0),
    Hit("hedging", "booster", "auf keinen Fall", *span(TEXT, "auf keinen Fall"), 1.0),
    Hit("hedging", "reportive", "angeblich", *span(TEXT, "angeblich"), 1.0, 'negated by "nicht"'),
]


class Reader(HTMLParser):
    """Collects what a browser would: elements with their attributes, and the text of each."""

    def __init__(self, html):
        super().__init__()
        self.elements, self.open, self.texts = [], [], {}
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))
        if tag not in ("meta", "rect"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        while self.open and tag in self.open and self.open.pop() != tag:
            pass

    def handle_data(self, data):
        for element in set(self.open):
            self.texts[element] = self.texts.get(element, "") + data

    def notes(self, css):
        return [a["data-note"] for _, a in self.elements if css in a.get("class", "").split() and "data-note" in a]


def words(text):
    return "".join(text.split())


@pytest.fixture(scope="module")
def page():
    return Reader(render([harbour()], [HITS], "en", rules=True).html)


def test_the_whole_text_is_there_in_order(page):
    assert words(TEXT) in words(page.texts["main"])


def test_pieces_give_the_paragraphs_again():
    analysis = harbour()
    shown = ["".join(p.text for s in b.stretches for p in s.pieces) for b in blocks(analysis, HITS)]
    assert shown == [analysis.document.text[p.start : p.end] for p in analysis.document.paragraphs]


def test_each_stretch_belongs_to_its_voice():
    stretches = [s for b in blocks(harbour(), []) for s in b.stretches if s.quotation]
    assert [("".join(p.text for p in s.pieces), s.quotation.speaker_name, s.opens) for s in stretches] == [
        ("„Der Umbau“", "Anna Berg", True),
        ("„ist wohl unvermeidlich.“", "Anna Berg", False),
        ("der Hafen werde auf keinen Fall geschlossen", "Jonas Feld", True),
        ("Die Kosten seien angeblich hoch. Niemand müsse gehen.", "Jonas Feld", True),
    ]


def test_a_quotation_within_another_keeps_its_own_voice():
    text = "Berg sagte, Feld habe „nein“ gerufen."
    outer = Quotation(
        "indirect", "speech", (span(text, "Feld habe „nein“ gerufen"),), speaker_id="s1", speaker_name="Berg"
    )
    inner = Quotation("direct", "speech", (span(text, "„nein“"),), speaker_id="s2", speaker_name="Feld")
    stretches = [s for b in blocks(analysis_of(text, [outer, inner]), []) for s in b.stretches if s.quotation]
    assert [s.quotation.speaker_name for s in stretches] == ["Berg", "Feld", "Berg"]
    assert [s.opens for s in stretches] == [True, True, False]


def test_quotations_may_share_their_cue_and_their_words():
    text = "Berg sagte „nein“."
    cue, said = (span(text, "sagte"),), (span(text, "„nein“"),)
    twice = [
        Quotation(t, "speech", said, cue=cue, speaker_id="s1", speaker_name="Berg") for t in ("indirect", "direct")
    ]
    page = Reader(render([analysis_of(text, twice, [Speaker("s1", "Berg", "person")])], [[]], "en").html)
    links = {a["href"][1:] for tag, a in page.elements if tag == "a" and a["href"].startswith("#d")}
    assert len(links) == 1 and links <= {a.get("id") for _, a in page.elements}
    assert page.notes("cue") == ["reporting words: Berg, indirect\nreporting words: Berg, direct"]


@pytest.mark.parametrize(
    "css, note",
    [
        ("positive", "positive: schöne · +0.80"),
        ("hedge", "hedge: wohl\nAnna Berg · direct · reporting words: sagte · rule: marks"),
        ("booster", "booster: auf keinen Fall\nJonas Feld · indirect · reporting words: behauptete · rule: clause"),
        (
            "reportive",
            'reportive: angeblich · negated by "nicht"\nJonas Feld · indirect/free indirect · rule: continuation',
        ),
    ],
)
def test_evidence_is_at_the_mark(page, css, note):
    assert page.notes(css) == [note]


def test_evidence_can_be_reached_with_the_keyboard(page):
    noted = [a for _, a in page.elements if "data-note" in a]
    assert noted and all(a.get("aria-label") or a.get("aria-description") for a in noted)
    stops = [a["data-tag"] for a in noted if a["tabindex"] == "0"]
    assert len(stops) == 3 and {a["tabindex"] for a in noted} == {"0", "-1"}  # from quotation to quotation
    links = {a["href"][1:] for tag, a in page.elements if tag == "a" and a["href"].startswith("#d0m")}
    assert len(links) == len(HITS) and links <= {a.get("id") for a in noted}  # each mark is in the list


def test_rules_are_named_only_if_asked_for():
    assert "rule" not in str(Reader(render([harbour()], [HITS], "en").html).notes("v"))


def test_the_source_is_its_last_name_and_without_one_the_article_is_named():
    for source, shown in (("a/b/harbour.txt", "harbour.txt"), ("", "n1")):
        html = render([harbour(source=source, doc_id="n1")], [HITS], "en").html
        assert f'<p class="source" lang="en">{shown} · ' in html


def test_layers_can_be_switched():
    for layers in (SHOWN, ("voices", "tone")):
        page = Reader(render([harbour()], [HITS], "en", layers).html)
        boxes = {a["id"].removeprefix("layer-"): "checked" in a for tag, a in page.elements if tag == "input"}
        assert boxes == {name: name in layers for name in LAYERS}
    for wrong in ("tone", ["tones"]):
        with pytest.raises(OptionError, match="'voices', 'mode'"):
            render([harbour()], [HITS], "en", wrong)


def test_neighbours_never_share_a_colour_and_the_tenth_voice_has_a_line():
    names = [f"Anna Berg{n}" for n in range(20)]
    order = [*range(20), *range(0, 20, 3), *range(1, 20, 2)]
    text = " ".join(f"„Ja {i}“, sagte {names[n]}." for i, n in enumerate(order))
    quotations = [
        Quotation("direct", "speech", (span(text, f"„Ja {i}“"),), speaker_id=f"s{n}", speaker_name=names[n])
        for i, n in enumerate(order)
    ]
    speakers = [Speaker(f"s{n}", name, "person") for n, name in enumerate(names)]
    html = render([analysis_of(text, quotations, speakers)], [[]]).html
    hues = dict(re.findall(r"^\.(v\d+) \{ --hue: (\d+); \}", html, re.M))
    shown = [a["class"].split()[1:] for _, a in Reader(html).elements if a.get("class", "").startswith("v ")]
    assert all(hues[a[0]] != hues[b[0]] for a, b in pairwise(shown) if a != b)
    looks = {(hues[css[0]], *css[1:]) for css in shown}
    assert len(looks) == 20 and sum(len(look) == 1 for look in looks) == 9


def test_words_that_report_lead_to_the_quotation(page):
    assert page.notes("cue") == ["reporting words: Anna Berg, direct", "reporting words: Jonas Feld, indirect"]


def test_overlapping_marks_are_one_mark_with_all_evidence():
    hits = [*HITS, Hit("sentiment", "negative", "keinen Fall", *span(TEXT, "keinen Fall"), -0.5)]
    page = Reader(render([harbour()], [hits], "en").html)
    both = [a for _, a in page.elements if a.get("class") == "booster negative"]
    assert len(both) == 1 and "booster: auf keinen Fall" in both[0]["data-note"] and "−0.50" in both[0]["data-note"]


def test_legend_counts_the_words_of_each_voice():
    html = render([harbour()], [HITS], "en").html
    legend = re.findall(
        r'<tr class="(author|v\d+)"><td><span class="swatch"></span>([^<]+)</td><td class="number">(\d+)<', html
    )
    assert legend == [("author", "author", "14"), ("v2", "Jonas Feld", "15"), ("v1", "Anna Berg", "5")]


def test_quotations_are_listed_with_a_link_to_their_place(page):
    links = [a["href"] for tag, a in page.elements if tag == "a" and a["href"].startswith("#d0q")]
    ids = {a["id"] for _, a in page.elements if "id" in a}
    assert links == ["#d0q0", "#d0q1", "#d0q2"] and {link[1:] for link in links} <= ids


def test_voices_are_named_where_they_begin(page):
    tags = [a["data-tag"] for _, a in page.elements if "data-tag" in a]
    assert tags == ["Berg · direct", "Feld · indirect", "Feld · indirect/free indirect"]


def test_a_quotation_within_the_same_voice_only_says_its_type():
    text = "Berg sagte, es sei „gut“."
    quotations = [
        Quotation(t, "speech", (span(text, part),), speaker_id="s1", speaker_name="Anna Berg")
        for t, part in (("indirect", "es sei „gut“"), ("direct", "„gut“"))
    ]
    page = Reader(render([analysis_of(text, quotations, [Speaker("s1", "Anna Berg", "person")])], [[]], "en").html)
    assert [a["data-tag"] for _, a in page.elements if "data-tag" in a] == ["Berg · indirect", "direct"]


def test_furniture_and_problems_are_listed():
    page = Reader(
        render(
            [harbour(furniture=[Furniture("link", "https://example.org/a", 0, 20)], problem="an odd byte")], [[]], "en"
        ).html
    )
    assert "https://example.org/a" in page.texts["main"] and "an odd byte" in page.texts["main"]
    assert not any("example.org" in str(a) for _, a in page.elements)


def test_what_modifies_a_hit_is_said_in_the_language_of_the_page():
    hit = Hit(
        "sentiment",
        "negative",
        "schöne",
        *span(TEXT, "schöne"),
        -0.5,
        'negated by "nicht", intensified by "so"',
        "question",
    )
    page = Reader(render([harbour()], [[hit]], "de").html)
    assert page.notes("negative") == [
        'negativ: schöne · −0.50 · verneint durch "nicht", verstärkt durch "so" · in einer Frage'
    ]


def test_labels_are_in_the_language_asked_for():
    english, german = (render([harbour()], [HITS], code).html for code in ("en", "de"))
    assert "Quotations" in english and "Zitate" not in english
    assert "Zitate" in german and "Quotations" not in german


def test_one_page_holds_several_articles():
    page = Reader(render([harbour(doc_id="a"), harbour(doc_id="b")], [HITS, []], "en").html)
    assert words(page.texts["main"]).count(words(TEXT)) == 2
    ids = {a.get("id") for _, a in page.elements}
    assert {"d0q0", "d1q0", "d0", "d1", "contents"} <= ids
    links = {a["href"][1:] for tag, a in page.elements if tag == "a"}
    assert {"d0", "d1", "contents"} <= links <= ids


def test_the_page_is_as_it_was():
    page = render([harbour(title="Hafen", furniture=[Furniture("link", "https://example.org/a", 0, 20)])], [HITS], "de")
    held("article", re.sub(r"<style>.*?</style>|sha256-[^']+", "", page.html, flags=re.S))


def test_a_page_is_one_line_and_can_be_saved(tmp_path):
    page = render([harbour()], [HITS])
    assert repr(page).startswith("Page of ") and "\n" not in repr(page)
    page.save(tmp_path / "a.html")
    assert (tmp_path / "a.html").read_text("utf-8") == page.html


def test_no_english_label_stands_on_a_german_page():
    kinds = ["by-line", "credit", "agency", "advertising", "comments", "dateline", "caption", "table"]
    page = render([harbour(furniture=[Furniture(kind, "x", 0, 1) for kind in kinds])], [HITS], "de").html
    assert not [kind for kind in kinds if f"<td>{kind}</td>" in page]


def assert_harmless(html, more=frozenset()):
    page = Reader(html)
    allowed = {
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "a",
        "div",
        "aside",
        "h1",
        "h2",
        "table",
        "tr",
        "th",
        "td",
        "span",
        "svg",
        "rect",
        "mark",
        "p",
        "main",
        "article",
        "section",
        "fieldset",
        "legend",
        "label",
        "input",
        "ul",
        "ol",
        "li",
        "nav",
        "details",
        "summary",
    }
    assert {tag for tag, _ in page.elements} <= allowed | set(more)
    for tag_, attributes in page.elements:
        assert not [name for name in attributes if name.startswith("on") or name == "style"], (tag_, attributes)
        assert attributes.get("src", "data:image/png;").startswith("data:image/png;")
        assert attributes.get("href", "#").startswith("#")
    return page


def test_a_hostile_article_stays_text():
    text = f"{HOSTILE} „{HOSTILE}“, sagte {HOSTILE}."
    quotation = Quotation(
        "direct",
        "speech",
        (span(text, f"„{HOSTILE}“"),),
        cue=(span(text, "sagte"),),
        rule=HOSTILE,
        problem=HOSTILE,
        speaker_id=HOSTILE,
        speaker_name=HOSTILE,
    )
    analysis = analysis_of(
        text,
        [quotation],
        [Speaker(HOSTILE, HOSTILE, "person", aliases=(HOSTILE,))],
        title=HOSTILE,
        source=f"/{HOSTILE}.txt",
        furniture=[Furniture("link", HOSTILE, 0, 1)],
        problem=HOSTILE,
    )
    hit = Hit("hedging", "hedge", HOSTILE, *span(text, "sagte"), 1.0, HOSTILE, HOSTILE)
    page = render([analysis], [[hit]])
    assert words(text) in words(assert_harmless(page.html).texts["main"])
    frame = Reader(page._repr_html_())
    assert [tag for tag, _ in frame.elements] == ["iframe"]
    assert "sandbox" in frame.elements[0][1] and frame.elements[0][1]["srcdoc"] == page.html


def test_policy_lets_only_the_page_s_own_style_through():
    html = render([harbour()], [HITS]).html
    policy = re.search(r'content="(default-src[^"]+)"', html).group(1)
    style = re.search(r"<style>(.*?)</style>", html, re.S).group(1)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy.startswith("default-src 'none'") and f"'sha256-{digest}'" in policy
    assert "unsafe" not in policy and "url(" not in style and "@import" not in style


@settings(max_examples=60, deadline=None)
@given(
    st.text(
        alphabet=st.one_of(
            st.sampled_from("aäß <>&\"'„“{}%#\n;/"), st.characters(codec="utf-8", categories=("L", "P", "S", "N"))
        ),
        min_size=1,
        max_size=80,
    )
)
def test_any_text_is_shown_as_it_is(text):
    analysis = analysis_of(text)
    shown = assert_harmless(render([analysis], [[]]).html).texts.get("article", "")
    assert words(text) in words(shown)


def test_the_same_article_gives_the_same_page():
    assert render([harbour()], [HITS]) == render([harbour()], [HITS])
    assert isinstance(render([harbour()], [HITS]), Page)


@pytest.mark.parametrize("text", ["Ja\ud800.", "Ein \x00 Zeichen."])
def test_what_no_file_can_hold_is_replaced(text):
    render([analysis_of(text)], [[]]).html.encode("utf-8")
