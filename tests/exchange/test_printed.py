"""What is read from a file of each format, whole: what the documents are, their sections, what was left out."""

from pathlib import Path

import pytest
from tests import samples as make
from tests.held import held

import stimmlage as sl

HEAD = (
    '<meta name="author" content="Anna Berg"><meta property="article:published_time" content="2021-03-02T08:00:00+01:00">'
    '<meta property="og:site_name" content="Lundener Bote"><meta name="description" content="Es wird laut im Kreistag.">'
)
EXTRAS = (
    '<p class="author">Von Anna Berg</p><figure><img src="a.png"><figcaption>Ein Bus. Foto: dpa</figcaption></figure>'
    "<ul><li>Erstens</li><li>Zweitens</li></ul><blockquote>Wir brauchen die Linie.</blockquote><p><a href='/m'>Mehr: Museum"
    "</a></p><table><tr><td>Kosten</td><td>3 Euro</td></tr></table><p>Zeile eins<br>Zeile zwei</p><div>Lesen Sie auch: "
    "<a href='/b'>Busse</a></div><p><b>Streit im Rat</b></p><p>Der Rat schweigt.</p><hr><p>dpa/ab</p>"
)
TEI = (
    "<fw>Bote 3</fw><head>Streit</head><opener>Lunden, im Mai</opener><p>Der <del>alte</del> Rat <hi>tagt</hi>.<lb/>Er ist "
    "<choice><sic>daa</sic><corr>da</corr></choice>.</p><note>Anmerkung</note><lg><l>Erste Zeile</l><l>Zweite Zeile</l></lg>"
    "<list><item>Eins</item><item>Zwei</item></list><table><row><cell>Zelle</cell></row></table><sp><speaker>Berg</speaker>"
    "<p>Nein.</p><stage>geht ab</stage></sp><quote>Ein Wort.</quote><ab>Block hier.</ab><byline>Von Anna Berg</byline>"
    "<dateline>Lunden, 2. März</dateline><figure><figDesc>Ein Bild</figDesc></figure><closer>Ende gut.</closer>"
    "<argument>Worum es geht.</argument><p>Ein <orig>Theil</orig> und <abbr>usf.</abbr> Rest.</p>"
)
MARKDOWN = "---\ntitle: Streit\nauthor: Anna Berg\ndate: 2021-03-02\n---\n\n# Streit\n\n## Kosten\n\nDer *Rat* tagt. [Mehr](x).\n"
CSV = (
    "id,titel,vorspann,autor,datum,medium,ort,agentur,sprache,text,ressort\n"
    "7,Streit,Es wird laut.,Anna Berg,2021-03-02,Bote,Lunden,dpa,de,Der Rat tagt. Er schweigt.,Politik\n"
    "8,Fest,,,,,,,,,Kultur\n"
)
GERMAN = "überschrift;autorin;erscheinungsdatum;zeitung;text\nStreit;Anna Berg;02.03.2021;Bote;Der Rat tagt.\n"
THIRD = "schlagzeile\tautoren\ttext\nStreit\tAnna Berg, Otto Kern\tDer Rat tagt.\n"
PLAIN = (
    "Bote, 2. März 2021\n\nStreit um die Linie\n\nEs wird laut.\n\nVon Anna Berg\n\nLunden (dpa) - Der Rat tagt. Er schweigt.\n\n"
    "Foto: Anna Berg\n\nKosten\n\n• Die Linie ist teuer.\n• Sie ist lang.\n\nMehr zum Thema\n\n© Lundener Bote 2021\n"
)
FILES = {
    "page.html": lambda: make.page(make.article_html(), HEAD),
    "rich.html": lambda: make.page(make.article_html(more=EXTRAS), HEAD),
    "bare.html": lambda: "<html><body>" + make.article_html(more=EXTRAS) + "</body></html>",
    "one.pdf": lambda: make.article_pdf(1),
    "two.pdf": lambda: make.article_pdf(2),
    "across.pdf": lambda: make.article_pdf(3, by_row=True),
    "a.odt": lambda: make.odt([("Title", make.TITLE), ("Standard", make.PARAGRAPHS[0])]),
    "a.rtf": lambda: make.rtf(
        "Streit\\par Der Rat tagt.\\par Er schweigt.", "{\\info{\\title Streit}{\\author Anna Berg}}"
    ),
    "a.xml": lambda: make.tei(TEI, "<sourceDesc><p>Lundener Bote, 2. März 2021</p></sourceDesc>"),
    "a.md": lambda: MARKDOWN,
    "a.csv": lambda: CSV,
    "german.csv": lambda: GERMAN,
    "third.tsv": lambda: THIRD,
    "a.jsonl": lambda: '{"id": "9", "text": "Der Rat tagt.", "title": "Streit"}\n{"id": "10"}\n',
    "a.txt": lambda: PLAIN,
    "nexis.txt": lambda: "\n".join(make.nexis_lines()),
    "english.rtf": lambda: make.rtf("\n".join(make.nexis_lines(english=True))),
    "lexis.txt": make.lexis_text,
    "factiva.html": make.factiva,
    "genios.pdf": make.genios,
}
_VOLATILE = ["source", "sha256"]


def _read(path: Path) -> str:
    corpus = sl.read(path)
    documents = corpus.documents.drop(columns=_VOLATILE, errors="ignore")
    told = [f"{column}: {value!r}" for row in documents.to_dict("records") for column, value in row.items()]
    tables = [table.drop(columns="doc_id").to_csv(index=False) for table in (corpus.sections, corpus.furniture)]
    passages = corpus.passages[["doc_id", "mode", "text"]].to_csv(index=False)
    return "\n".join([*told, "", *tables, passages]).replace(str(path.parent), "…")


@pytest.mark.parametrize("name", FILES)
def test_files(name, tmp_path):
    content = FILES[name]()
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    held(f"read/{name.replace('.', '-')}", _read(path))


@pytest.mark.parametrize("styled", [True, False])
def test_word(styled, tmp_path):
    held(f"read/docx-{styled}", _read(make.docx(tmp_path / "a.docx", styled)))
