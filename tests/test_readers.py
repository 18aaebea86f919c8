"""Files as people have them: each format gives its articles, with title, day, paper, author, headings and all words."""

import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from tests import samples as make
from tests.samples import BODY, HEADING, PARAGRAPHS, SECOND, TITLE

import stimmlage as sl
from stimmlage.errors import InputError
from stimmlage.exchange.registry import FORMATS, format_of


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def written(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


ARTICLE = [("Title", TITLE), *(("Heading_20_2" if t == HEADING else "Standard", t) for t in BODY)]
TEI_BODY = (
    f"<div><head>{TITLE}</head><p>{BODY[0]}</p><div><head>{HEADING}</head><p>{BODY[2]}</p><p>{BODY[3]}</p></div></div>"
)
MARKDOWN = (
    f"---\ntitle: {TITLE}\ndate: 2021-03-02\nauthor: Anna Berg\noutlet: Lundener Bote\n---\n\n# {TITLE}\n\n"
    + "\n\n".join(
        f"## {t}"
        if t == HEADING
        else t.replace("Landrätin", "*Landrätin*").replace("Gutachten", "[Gutachten](https://x.de/a)")
        for t in BODY
    )
)
META = "<dc:title>Kreistag</dc:title><meta:initial-creator>Anna Berg</meta:initial-creator><meta:creation-date>2021-03-02T10:00:00</meta:creation-date>"
LD = json.dumps(
    {
        "@type": "NewsArticle",
        "datePublished": "2021-03-02T08:00:00",
        "author": [{"name": "Anna Berg"}],
        "publisher": {"name": "Lundener Bote"},
        "articleSection": "Lokales",
    }
)
DECLARED = f'<script type="application/ld+json">{LD}</script><meta property="og:title" content="{TITLE}">'
FULL = {"title": TITLE, "date": "2021-03-02", "author": "Anna Berg", "outlet": "Lundener Bote"}
RTF = f"{TITLE}\nLundener Bote, 2. März 2021\n" + "\n".join(BODY)

SINGLE = {
    "a.html": (lambda: make.page(make.article_html(), DECLARED), FULL),
    "kicker.html": (
        lambda: make.page(
            make.article_html(f'<h1><span class="kicker">Verkehr:</span> <span>{TITLE}</span></h1>'), DECLARED
        ),
        FULL,
    ),
    "cp1252.html": (
        lambda: make.page(make.article_html(), DECLARED).replace("utf-8", "windows-1252").encode("cp1252"),
        FULL,
    ),
    "a.htm": (
        lambda: make.page(
            make.article_html(more='<p class="author">Von Anna Berg</p>'),
            '<meta property="og:site_name" content="Lundener Bote"><meta property="article:published_time" content="2021-03-02T01:00">',
        ),
        FULL,
    ),
    "one.pdf": (lambda: make.article_pdf(1), FULL),
    "two.pdf": (lambda: make.article_pdf(2), FULL),
    "three.pdf": (lambda: make.article_pdf(3), FULL),
    "across.pdf": (lambda: make.article_pdf(2, by_row=True), FULL),
    "across-three.pdf": (lambda: make.article_pdf(3, by_row=True), FULL),
    "a.odt": (lambda: make.odt(ARTICLE, META), {"title": TITLE, "date": "2021-03-02", "author": "Anna Berg"}),
    "a.rtf": (
        lambda: make.rtf(RTF, "{\\info{\\title Kreistag}{\\author Anna Berg}}"),
        {"date": "2021-03-02", "author": "Anna Berg", "outlet": "Lundener Bote"},
    ),
    "a.md": (lambda: MARKDOWN, FULL),
    "a.xml": (
        lambda: make.tei(
            TEI_BODY, "<sourceDesc><bibl><title>Lundener Bote</title><date when='2021-03-02'/></bibl></sourceDesc>"
        ),
        FULL,
    ),
}


@pytest.mark.parametrize("name", SINGLE)
def test_a_file_with_one_article(tmp_path, name):
    content, told = SINGLE[name]
    corpus = sl.read(written(tmp_path / name, content()))
    (document,) = corpus.documents.to_dict("records")
    assert {key: document[key] for key in told} == told
    assert corpus.sections["heading"].tolist() == ["", HEADING]
    assert words(document["text"]) == words(" ".join([TITLE, *BODY]))
    running = [p for p in corpus._articles[document["doc_id"]].document.paragraphs if p.kind in ("text", "lead")]
    assert [document["text"][p.start : p.end] for p in running] == list(PARAGRAPHS)
    assert corpus.quotations.query("type == 'direct'")["speaker"].tolist()[0] == "Greta Möhle"
    assert document["source"] == name and document["problem"] == ""


def test_a_source_told_in_one_line_names_the_outlet(tmp_path):
    content = make.tei(TEI_BODY, "<sourceDesc><p>Lundener Bote, 2. März 2021</p></sourceDesc>")
    (document,) = sl.read(written(tmp_path / "a.xml", content)).documents.to_dict("records")
    assert (document["outlet"], document["date"]) == ("Lundener Bote", "2021-03-02")


@pytest.mark.parametrize("styled", [True, False])
def test_word(tmp_path, styled):
    corpus = sl.read(make.docx(tmp_path / "a.docx", styled))
    (document,) = corpus.documents.to_dict("records")
    assert document["title"] == TITLE and document["author"] == "Anna Berg"
    assert (document["date"], document["outlet"]) == (("2021-03-02", "Lundener Bote") if styled else ("", ""))
    assert corpus.sections["heading"].tolist() == ["", HEADING]
    assert "Archiv" not in document["text"] and "Kasten" not in document["text"]
    assert ("table", "Kasten") in corpus.furniture[["kind", "text"]].itertuples(index=False, name=None)


COLLECTIONS = {
    "nexis.rtf": lambda: make.rtf("\n".join(make.nexis_lines())),
    "nexis-english.rtf": lambda: make.rtf("\n".join(make.nexis_lines(english=True))),
    "nexis.html": lambda: "<html><body>" + "".join(f"<p>{line}</p>" for line in make.nexis_lines()) + "</body></html>",
    "nexis.txt": lambda: "\n".join(make.nexis_lines()),
    "lexis.txt": make.lexis_text,
    "lexis.html": lambda: (
        "<html><body>" + "".join(f"<p>{part}</p>" for part in make.lexis_text().split("\n\n")) + "</body></html>"
    ),
    "factiva.html": make.factiva,
    "genios.pdf": make.genios,
}
MUST_NOT = (
    "Search",
    "Suchformular",
    "Copyright",
    "Classification",
    "GERMAN",
    "Inhaltsverzeichnis",
    "Genios",
    "LÄNGE",
    "UPDATE",
    "Dokument",
)


@pytest.mark.parametrize("name", COLLECTIONS)
def test_a_file_with_many_articles(tmp_path, name):
    corpus = sl.read(written(tmp_path / name, COLLECTIONS[name]()))
    table = corpus.documents
    assert table["title"].tolist() == [TITLE, SECOND[0]]
    assert table["date"].tolist() == ["2021-03-02", "2021-05-04"]
    assert table["outlet"].tolist() == ["Lundener Bote"] * 2
    assert table["author"][0] == "Anna Berg"
    assert (table["section"] == "Lokales").all()
    for text, (title, body) in zip(table["text"], ((TITLE, BODY), SECOND)):
        assert words(text) == words(" ".join([title, *body]))
    assert not [word for word in MUST_NOT if table["text"].str.contains(word).any()]
    assert corpus.sections.query("heading != ''")["heading"].tolist() == [HEADING]
    stem = name.partition(".")[0]
    assert table["doc_id"].tolist() == [f"{stem}-1", f"{stem}-2"]


def test_nexis_as_word(tmp_path):
    import docx

    document = docx.Document()
    for line in make.nexis_lines():
        document.add_paragraph().add_run(line).bold = line == HEADING
    document.save(str(tmp_path / "nexis.docx"))
    table = sl.read(tmp_path / "nexis.docx").documents
    assert table["title"].tolist() == [TITLE, SECOND[0]] and table["page"].tolist() == ["9", "9"]


def test_spreadsheets(tmp_path):
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Hinweise"])
    sheet = book.create_sheet("Artikel")
    sheet.append(["id", "Titel", "Datum", "Zeitung", "partei", "text"])
    sheet.append(["a", TITLE, "2. März 2021", "Lundener Bote", "x", "\n\n".join(BODY)])
    sheet.append(["b", SECOND[0], None, "Lundener Bote", "y", SECOND[1][0]])
    book.save(tmp_path / "t.xlsx")
    table = sl.read(tmp_path / "t.xlsx").documents
    assert table[["doc_id", "title", "date", "outlet", "partei"]].values.tolist() == [
        ["a", TITLE, "2021-03-02", "Lundener Bote", "x"],
        ["b", SECOND[0], "", "Lundener Bote", "y"],
    ]


def test_annotation_tools_give_their_texts(tmp_path):
    text = "Der Rat tagt heute. „Ja“, sagte Anna Berg 😊."
    cas = {"%TYPES": {}, "%FEATURE_STRUCTURES": [{"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaString": text}]}
    written(tmp_path / "cas.json", json.dumps(cas))
    written(
        tmp_path / "cas.xmi",
        f'<?xml version="1.0"?><xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore"><cas:Sofa sofaString="{text}"/></xmi:XMI>',
    )
    words_of = "".join(f"{n}\t{w}\t_\t_\t_\t_\t0\t_\t_\t_\n" for n, w in enumerate(["Der", "Rat", "tagt", "."], 1))
    written(tmp_path / "a.conllu", f"# newdoc id = eins\n# text = {text}\n{words_of}\n# newdoc id = zwei\n{words_of}\n")
    written(tmp_path / "w.tsv", f"#FORMAT=WebAnno TSV 3.3\n\n#Text={text}\n1-1\t0-3\tDer\t\n")
    written(tmp_path / "brat.ann", "T1\tX 0 3\tDer\n")
    written(tmp_path / "brat.txt", text)
    with zipfile.ZipFile(tmp_path / "p.qdpx", "w") as archive:
        source = '<TextSource guid="g" name="Gespräch" plainTextPath="internal://g.txt"/><TextSource guid="h" name="fehlt" plainTextPath="internal://h.txt"/>'
        archive.writestr(
            "project.qde",
            f'<?xml version="1.0"?><Project xmlns="urn:QDA-XML:project:1.0"><Sources>{source}</Sources></Project>',
        )
        archive.writestr("sources/g.txt", text)
    table = sl.read(tmp_path).documents.set_index("doc_id")
    assert set(table.index) == {"cas", "cas~2", "eins", "zwei", "w", "brat", "Gespräch", "fehlt"}
    for name in ("cas", "cas~2", "eins", "w", "brat", "Gespräch"):
        assert table.loc[name, "text"] == text
    assert table.loc["zwei", "text"] == "Der Rat tagt ." and "does not hold it" in table.loc["fehlt", "problem"]
    assert sl.read(tmp_path / "brat.ann").documents["text"].tolist() == [text]


# ---- pages ----


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        ("", '<p class="date">Stand: 3. April 2022</p>', {"date": "2022-04-03"}),
        ("", '<time itemprop="datePublished" datetime="2022-04-03T10:00">gestern</time>', {"date": "2022-04-03"}),
        *(
            (f'<meta {name} content="2022-04-03">', "", {"date": "2022-04-03", "unsure": ""})
            for name in (
                'property="article:published_time"', 'property="og:article:published_time"', 'name="datepublished"',
                'name="date.issued"',
            )
        ),
        *(
            (f'<meta name="{name}" content="2022-04-03">', "", {"date": "2022-04-03", "unsure": "date"})
            for name in ("date", "dc.date", "last-modified")
        ),
        *(("", f'<{tag} class="author">Jan Kuhn</{tag}>', {"author": "Jan Kuhn"}) for tag in ("span", "p", "div", "address")),
        ('<meta name="author" content="Lundener Bote">', "", {"author": ""}),
        ('<meta name="author" content="Redaktion">', "", {"author": ""}),
        ('<meta name="author" content="Jan Kuhn (dpa)">', "", {"author": "Jan Kuhn"}),
        ("", '<a rel="author" href="/k">Jan Kuhn</a> und <a rel="author" href="/b">Ute Böll</a>', {"author": "Jan Kuhn, Ute Böll"}),
        ("", '<div class="comments"><p><a class="author">Otto Troll</a> meint: So geht das nicht weiter!</p></div>', {"author": ""}),
        ('<link rel="canonical" href="https://www.bote.de/politik/a">', "<p>Der Bote war dabei.</p>", {"outlet": "Bote"}),
        ('<link rel="canonical" href="https://www.bote.de/politik/a">', "", {"outlet": "Bote", "url": "https://www.bote.de/politik/a"}),
    ],
)  # fmt: skip
def test_what_a_page_says_of_its_article(tmp_path, head, body, expected):
    (found,) = sl.read(written(tmp_path / "a.html", make.page(make.article_html(more=body), head))).documents.to_dict(
        "records"
    )
    assert {key: found[key] for key in expected} == expected
    assert found["title"] == TITLE


def test_a_page_without_what_stands_around_the_article(tmp_path):
    around = (
        "<p>[Alle Nachrichten des Tages im Überblick finden Sie hier.]</p><h4><a href='/x'>Fünf Tipps für Pendler</a></h4>"
        "<p><a href='/y'>Lesen Sie hier, was der Bus kostet</a></p>"
    )
    lead = (
        '<p class="article-intro">Im Kreis Lunden wird über Busse gestritten, und die Opposition will Zahlen sehen.</p>'
    )
    tail = "<p>Anna Berg, 02.03.2021 21:38 Uhr</p>"
    text = make.article_html(f"<h1>{TITLE}</h1>{lead}", tail).replace("</h2>", f"</h2>{around}")
    corpus = sl.read(written(tmp_path / "a.html", make.page(text, DECLARED)))
    found = corpus.documents["text"][0]
    assert not [w for w in ("[Alle", "Pendler", "Lesen Sie", "21:38", "Impressum", "Museum") if w in found]
    assert found.endswith("vorstellen.") and corpus.documents["lead"][0].startswith("Im Kreis Lunden")


def test_an_interview_keeps_its_questions_and_answers(tmp_path):
    lines = [
        ("Bote", "Frau Möhle, warum streitet der Kreistag so lange über eine Linie?"),
        ("Möhle", "Weil es um viel Geld geht, und weil wir gründlich sind."),
    ] * 3
    for body in (
        "".join(f"<p><strong>{n}:</strong> {t}</p>" for n, t in lines),
        "<p>" + "<br>".join(f"<b>{n}:</b> {t}" for n, t in lines) + "</p>",
    ):
        corpus = sl.read(
            written(
                tmp_path / "a.html",
                make.page(
                    f"<h1>{TITLE}</h1><p>Landrätin Greta Möhle spricht über den Streit um die neue Linie.</p>{body}"
                ),
            )
        )
        turns = corpus.quotations.query("rule == 'turn'")
        assert len(turns) == 6 and turns["speaker"].nunique() == 2


def test_a_text_that_stops_at_a_barrier_says_so(tmp_path):
    text = make.page(
        f"<h1>{TITLE}</h1><p>{BODY[0]}</p><p>{BODY[2]} Doch die Verwaltung hat noch eine ganz andere Idee, und die ...</p>"
    )
    assert "paywall" in sl.read(written(tmp_path / "a.html", text)).documents["problem"][0]


@pytest.mark.parametrize(
    ("head", "titles", "expected"),
    [
        (
            f'<meta property="og:title" content="{TITLE} – Bote">',
            f"<h1>Bote</h1><h2 class='entry-title'>{TITLE}</h2>",
            TITLE,
        ),
        ('<meta property="og:title" content="Buslinie: So streitet Lunden">', f"<h1>{TITLE}</h1>", TITLE),
        ("", f"<h1>Der Bote</h1><h1>{TITLE}</h1>", TITLE),
        ("", "", TITLE),
    ],
)
def test_the_title_of_a_page_is_told_from_the_name_of_the_site(tmp_path, head, titles, expected):
    text = make.page(make.article_html(titles), head)
    assert sl.read(written(tmp_path / "a.html", text)).documents["title"].tolist() == [expected]


# ---- what cannot be read ----


def _swollen(path: Path) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"<a>" + b" " * 30_000_000 + b"</a>")
    return path


def _zip(path: Path, name: str) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(name, "x")
    return path


def _outside(path: Path) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<a/>")
        archive.writestr("../../evil.txt", "x")
    return path


def _odt_with_entities(path: Path) -> Path:
    bomb = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "ha">]><a>&x;</a>'
    return written(path, make.odt([], content=bomb))


REFUSED = {
    "swollen.docx": (_swollen, "unpacks to 30 MB"),
    "outside.docx": (_outside, "outside itself"),
    "entities.odt": (_odt_with_entities, "entities"),
    "entities.xml": (lambda p: written(p, '<?xml version="1.0"?><!DOCTYPE TEI [<!ENTITY x SYSTEM "file:///etc/passwd">]><TEI><text>&x;</text></TEI>'), "entities"),
    "broken.docx": (lambda p: written(p, b"PK\x03\x04 and nothing"), "damaged"),
    "encrypted.docx": (lambda p: written(p, b"\xd0\xcf\x11\xe0" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")), "without a password"),
    "old.doc": (lambda p: written(p, b"\xd0\xcf\x11\xe0" + b"\0" * 600), "old office document"),
    "scan.pdf": (lambda p: written(p, make.pdf([[], []])), "OCR"),
    "locked.pdf": (lambda p: written(p, make.pdf([[(50, 700, 10, False, "Geheim")]], encrypt=True)), "encrypted"),
    "broken.pdf": (lambda p: written(p, b"%PDF-1.7\n%%EOF"), "damaged"),
    "empty.html": (lambda p: written(p, "<html><body><nav>Start</nav></body></html>"), "no article was found"),
    "other.xml": (lambda p: written(p, '<?xml version="1.0"?><rss><channel/></rss>'), "<rss>"),
    "bild.png": (lambda p: written(p, b"\x89PNG\r\n\x1a\n"), "picture"),
    "ton.mp3": (lambda p: written(p, b"ID3"), "transcript"),
    "buch.epub": (lambda p: written(p, b"x"), "e-book"),
    "paket.zip": (lambda p: _zip(p, "a.txt"), "unpack"),
    "daten.json": (lambda p: written(p, '{"a": 1}'), "JSON of no known kind"),
    "mail.eml": (lambda p: written(p, "From: a"), "a mail"),
    "leer.md": (lambda p: written(p, "---\ntitle: x\n---\n"), "holds no text"),
    "x.ann": (lambda p: written(p, "T1\tX 0 3\tDer\n"), "not there"),
    "x.conllu": (lambda p: written(p, "# leer\n"), "without a sentence"),
    "p.qdpx": (lambda p: _zip(p, "a.txt"), "REFI-QDA"),
    "t.xlsx": (lambda p: written(p, b"PK\x03\x04"), "damaged"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_refused_in_one_line(tmp_path, name):
    build, said = REFUSED[name]
    path = build(tmp_path / name)
    with pytest.raises(InputError) as error:
        sl.read(path)
    assert said in str(error.value) and "\n" not in str(error.value) and len(str(error.value)) < 250


def test_a_mixed_folder_is_read_whole(tmp_path, capsys):
    for name in ("a.html", "one.pdf", "a.md"):
        written(tmp_path / name, SINGLE[name][0]())
    written(tmp_path / "lexis.txt", make.lexis_text())
    for name in ("bild.png", "scan.pdf", "other.xml"):
        REFUSED[name][0](tmp_path / name)
    written(tmp_path / "ohne_endung", "Der Plan ist gut, sagte Anna Berg.")
    (tmp_path / "a_files").mkdir()
    written(tmp_path / "a_files" / "stil.css", "p {}")
    written(tmp_path / "README.md", "# Über diesen Ordner")
    corpus = sl.read(tmp_path)
    files = corpus.sources().set_index("source")
    assert set(files.index) == {
        "a.html",
        "one.pdf",
        "a.md",
        "lexis.txt",
        "bild.png",
        "scan.pdf",
        "other.xml",
        "ohne_endung",
    }
    assert files["n_articles"].sum() == 6 and files["n_failed"].sum() == 3
    assert "OCR" in files.loc["scan.pdf", "problem"] and files.loc["lexis.txt", "n_articles"] == 2
    from stimmlage.cli import main

    assert main(["analyse", str(tmp_path), "--out", str(tmp_path.parent / f"{tmp_path.name}-out")]) == 1
    assert "1 html, 2 txt, 1 pdf; 3 refused." in capsys.readouterr().err.replace("1 markdown, ", "")


def said_of(path: Path) -> str:
    """Return what reading says against a file, if anything."""
    try:
        return str(sl.read(path).documents["problem"][0])
    except InputError as error:
        return str(error)


@pytest.mark.parametrize("form", [form for form in FORMATS if form.reader], ids=lambda form: form.name)
def test_any_bytes_are_read_or_refused(tmp_path, form):
    """A damaged file of a format is refused by its reader in one line, whatever its library raises."""
    import random

    chance = random.Random(form.name)
    for number in range(8):
        start = {
            "pdf": make.article_pdf(1),
            "html": make.page(make.article_html()).encode(),
            "odt": make.odt(ARTICLE),
        }.get(form.name, b"")
        data = bytearray(start or bytes(chance.randrange(256) for _ in range(400)))
        for _ in range(30):
            data[chance.randrange(len(data))] = chance.randrange(256)
        path = written(tmp_path / f"{number}{form.suffixes[0] if form.suffixes else '.txt'}", bytes(data))
        problem = said_of(path)
        assert "\n" not in problem


def test_offsets_lead_back_to_the_text_of_the_file(tmp_path):
    corpus = sl.read(written(tmp_path / "two.pdf", make.article_pdf(2)))
    document = corpus._articles["two"].document
    for sentence in corpus.sentences.itertuples():
        start, end = corpus.to_source("two", sentence.start, sentence.end)
        first, last = sentence.text.split()[0], sentence.text.split()[-1]
        assert document.source_text[start:end].startswith(first[:4]) and document.source_text[:end].endswith(last[-3:])


def test_formats_are_told_by_content_before_name(tmp_path):
    for name, other, expected in (
        ("one.pdf", "x.txt", "pdf"),
        ("a.html", "x.txt", "html"),
        ("a.rtf", "x.doc", "rtf"),
        ("a.odt", "x.docx", "odt"),
    ):
        assert format_of(written(tmp_path / other, SINGLE[name][0]())).name == expected


def test_without_the_extra_one_line_says_what_to_install(tmp_path):
    written(tmp_path / "a.pdf", make.article_pdf(1))
    written(tmp_path / "a.html", make.page(make.article_html()))
    written(tmp_path / "a.rtf", make.rtf("Ein Satz."))
    make.docx(tmp_path / "a.docx")
    code = (
        "import sys\n"
        "for name in ('trafilatura', 'lxml', 'lxml.html', 'lxml.etree', 'pypdfium2', 'docx', 'striprtf', 'striprtf.striprtf'): sys.modules[name] = None\n"
        "import stimmlage as sl\n"
        f"for name in ('a.pdf', 'a.html', 'a.rtf', 'a.docx'):\n"
        f"    try: sl.read({str(tmp_path)!r} + '/' + name)\n"
        "    except sl.InputError if hasattr(sl, 'InputError') else ValueError as error: print(error)\n"
    )
    said = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env={**os.environ}, check=True
    ).stdout.splitlines()
    assert len(said) == 4 and all("pip install 'stimmlage[formats]'" in line for line in said)


def test_the_readers_are_not_imported_at_the_start():
    code = "import stimmlage, sys; stimmlage.read; print([m for m in ('trafilatura', 'lxml', 'pypdfium2', 'docx', 'openpyxl') if m in sys.modules])"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert said.strip() == "[]"


# ---- out ----


def test_a_workbook_and_csv_for_german_excel(tmp_path):
    import openpyxl
    import pandas as pd

    text = "=1+1 ist zwei. „Der Plan ist wohl gut“, sagte Anna Berg. " + "Das Wetter ist heute so. " * 1500
    corpus = sl.from_texts({"a": text, "b": "Der Plan ist schlecht."})
    corpus.save(tmp_path / "x", format="xlsx")
    corpus.save(tmp_path / "d", format="csv-de")
    assert sorted(p.name for p in (tmp_path / "x").iterdir()) == ["manifest.json", "tables.xlsx"]
    sheets = pd.read_excel(tmp_path / "x" / "tables.xlsx", sheet_name=None)
    assert len(sheets["sentences"]) == len(corpus.sentences) and len(sheets["tokens"]) == len(corpus.tokens)
    assert sheets["scores"]["value"].dropna().tolist() == pytest.approx(
        pd.read_csv(tmp_path / "d" / "scores.csv", sep=";", decimal=",", encoding="utf-8-sig")["value"]
        .dropna()
        .tolist()
    )
    book = openpyxl.load_workbook(tmp_path / "x" / "tables.xlsx")
    assert {cell.data_type for row in book["sentences"].iter_rows(min_row=2) for cell in row} <= {"s", "n"}
    assert ["documents", 2, "text", len(text.strip())] in [[c.value for c in row] for row in book["about"].iter_rows()]
    german = (tmp_path / "d" / "sentences.csv").read_bytes()
    assert german.startswith(b"\xef\xbb\xbfdoc_id;") and b"\r\n" in german and b";'=1+1 ist zwei." in german
    before = (tmp_path / "x" / "tables.xlsx").read_bytes()
    corpus.save(tmp_path / "x", format="xlsx")
    assert (tmp_path / "x" / "tables.xlsx").read_bytes() == before


def test_a_workbook_of_the_users_is_never_touched(tmp_path):
    (tmp_path / "tables.xlsx").write_bytes(b"mine")
    corpus = sl.from_text("Der Plan ist gut.")
    with pytest.raises(ValueError, match="not made by a run"):
        corpus.save(tmp_path, format="xlsx")
    corpus.save(tmp_path, format="csv")
    assert (tmp_path / "tables.xlsx").read_bytes() == b"mine"
    corpus.save(tmp_path, format="jsonl")
    assert (tmp_path / "tables.xlsx").read_bytes() == b"mine"


def test_a_table_that_is_too_long_for_a_sheet_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("stimmlage.exchange.workbook.MOST_ROWS", 3)
    with pytest.raises(ValueError, match="'tokens' has 5 rows"):
        sl.from_text("Der Plan ist gut.").save(tmp_path / "x", format="xlsx")
    assert not (tmp_path / "x" / "tables.xlsx").exists()


def test_the_page_of_formats_names_each(tmp_path):
    page = (Path(__file__).parents[1] / "docs/formats.md").read_text("utf-8")
    for form in FORMATS:
        assert all(f"`{suffix}`" in page for suffix in form.suffixes), form.name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# A\n\n```\ncode\n```\n\nDer Rat *tagt* __heute__ in `Lunden`.", "A\n\nDer Rat tagt heute in Lunden."),
        ("~~~ offen\n\nDer Rat tagt.", "~~~ offen\n\nDer Rat tagt."),
        ("Der <!-- weg --> Rat <!-- offen", "Der Rat <!-- offen"),
        ("3. März war ein Tag.\n\n- Der Rat\n- Die Stadt", "3. März war ein Tag.\n\nDer Rat\n\nDie Stadt"),
        ("![Bild](a.png) Der [Rat](https://x.de)[^1] tagt.", "Der Rat tagt."),
        ("> „Ja“, sagte Anna Berg.\n> „Nein“, rief sie.", "„Ja“, sagte Anna Berg. „Nein“, rief sie."),
    ],
)
def test_markdown(tmp_path, text, expected):
    assert sl.read(written(tmp_path / "a.md", text)).documents["text"].tolist() == [expected]


FORMAT = {form.name: form for form in FORMATS}


@pytest.mark.parametrize("piece", ["```a\n", "<!--", "*a ", "![", "[^", "`", "<!DOCTYPE[", "# \n", "[a]("])
def test_long_runs_of_marks_are_read_in_linear_time(tmp_path, piece):
    """Each was quadratic once: a megabyte would not end."""
    path = written(tmp_path / "a.md", "Der Rat tagt.\n\n" + piece * (100_000 // len(piece)))
    (article,) = FORMAT["markdown"].articles(path)
    assert article.text.startswith("Der Rat tagt.")
