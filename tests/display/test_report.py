"""The report: one page that a reader without Python opens, in one language, with figures, tables, text and doubts."""

import base64
import re
from pathlib import Path

import pytest
from tests.display.test_article import Reader, assert_harmless
from tests.held import held

import stimmlage as sl
from stimmlage.cli import main
from stimmlage.display import labels
from stimmlage.display.notes import said

ROOT = Path(__file__).parents[2]
TEXT = (
    "Streit im Rat\n\nDer Rat von Lunden hat gestern lange gestritten. „Wir fordern den Radweg“, sagte Ministerin Anna Berg. "
    "Jan Kuhn erklärte, der Radweg sei wohl zu teuer und schlecht geplant.\n"
)
TARGET = sl.Target("path", ("lemma:Radweg",), "Radweg", "cycle path")


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("report")
    corpus = sl.from_text(TEXT)
    return {
        code: corpus.report(folder / f"{code}.html", targets=[TARGET], language=code).read_text("utf-8")
        for code in ("de", "en")
    }


def test_it_holds_figures_tables_text_and_how_right_the_kit_is(pages):
    page = assert_harmless(pages["en"], {"header", "figure", "img"})
    text = page.texts["main"]
    for part in (
        "What came in",
        "Who is heard",
        "How surely",
        "In what tone",
        "For or against what",
        "How right this is",
    ):
        assert part in text
    assert "Wir fordern den Radweg" in text and "cycle path" in text and "unseen text (2026-" in text
    pictures = re.findall(r'src="data:image/png;base64,([^"]+)"', pages["en"])
    assert len(pictures) == 4 and all(base64.b64decode(p).startswith(b"\x89PNG") for p in pictures)
    assert all("alt" in a and a["alt"] for tag, a in page.elements if tag == "img")


def test_one_language_speaks(pages):
    german = re.sub(r"<style>.*?</style>|base64,[^\"]+", "", pages["de"], flags=re.S)
    main_text = Reader(german).texts["main"]
    for word in ("Who is heard", "hits", "sentences", "words", "speaks of", "author", "for "):
        assert word not in main_text.replace("Message / Roles / Joint F1", "").split("Wie richtig")[0], word
    assert "Wer zu Wort kommt" in main_text and "Radweg" in main_text


@pytest.mark.parametrize(
    ("english", "german"),
    [
        ("speaks of this text only", "gilt nur für diesen Text"),
        ("1 hit in 1 words, 1 sentence", "1 Treffer in 1 Wort, 1 Satz"),
        ("3 hits in 200 words, 4 documents", "3 Treffer in 200 Wörtern, 4 Artikel"),
        (
            "0 in 34 words (up to 10.8 per 100 not excluded)",
            "0 in 34 Wörtern (bis zu 10,8 je 100 nicht ausgeschlossen)",
        ),
        ("no words", "keine Wörter"),
        ("", ""),
    ],
)
def test_notes_in_german(english, german):
    with labels.language("de"):
        assert said(english) == german
    with labels.language("en"):
        assert said(english) == english


def test_every_note_of_a_summary_has_its_german(tmp_path):
    corpus = sl.read(ROOT / "corpus/example/articles.csv")
    with labels.language("de"):
        for by in ("outlet", "speaker", "doc_id"):
            for note in corpus.summary(sl.Hedging(), sl.Sentiment(), by=by)["note"]:
                assert not re.search(r"\b(?:hits?|words?|sentences?|documents?|only|per)\b", said(note)), note


def test_a_corpus_with_a_file_that_failed(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "b.txt").write_text("Der Rat schweigt. „Nein“, sagte Anna Berg.", "utf-8")
    (tmp_path / "c.pdf").write_bytes(b"%PDF-1.7")
    out = tmp_path.parent / f"{tmp_path.name}.html"
    assert main(["report", str(tmp_path), "--out", str(out), "--title", "Lunden", "--language", "en"]) == 0
    page = Reader(out.read_text("utf-8"))
    assert "could not be read" in page.texts["main"] and "damaged PDF" in page.texts["main"]
    assert "Lunden" in page.texts["h1"] and page.texts["main"].count("Anna Berg") > 2
    assert sum("swatch" in a.get("class", "") for _, a in page.elements if a.get("class")) >= 3


def test_a_person_of_two_articles_is_one_voice():
    html = sl.from_texts(["„Ja“, sagte Anna Berg.", "„Nein“, sagte Anna Berg."]).show().html
    assert html.count('</span>Anna Berg</td><td class="number">2<') == 1


def test_nothing_is_replaced(tmp_path, capsys):
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    assert main(["report", str(tmp_path / "a.txt"), "--out", str(tmp_path)]) == 2
    assert main(["report", str(tmp_path / "a.txt"), "--out", str(tmp_path / "a.txt")]) == 2
    assert "would replace it" in capsys.readouterr().err and (tmp_path / "a.txt").read_text("utf-8") == TEXT


def test_a_text_without_a_voice(tmp_path):
    page = sl.from_text("Es regnet.").report(tmp_path / "x.html").read_text("utf-8")
    assert "Wie sicher" in page


@pytest.mark.parametrize("code", ["de", "en"])
def test_the_page_as_it_is(pages, code):
    page = re.sub(r"data:image/png;base64,[^\"]+", "PICTURE", pages[code])
    page = re.sub(r"<style>.*?</style>", "", page, flags=re.S)
    page = re.sub(r"\b20\d\d-\d\d-\d\d\b", "DAY", page)
    held(f"report/{code}", re.sub(r"\b\d+\.\d+\.\d+\b", "VERSION", page) + "\n")
