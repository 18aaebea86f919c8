"""Small documents of our own, each with what one place of a reader is for; what is read from them is held as text."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

from tests.samples import pdf

LINE = "Der Rat von Lunden stritt am Abend lange über den neuen Damm und vertagte den Beschluss auf den Mai."
MORE = "Die Kosten seien zu hoch, sagte Anna Berg. Sie forderte ein Gutachten und mehr Zeit für alle Gemeinden."
TITLE = "Streit um den neuen Damm in Lunden"


def ld(**known: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(known)}</script>'


def meta(**known: str) -> str:
    return "".join(f'<meta property="{key.replace("__", ":")}" content="{value}">' for key, value in known.items())


def page(head: str = "", top: str = f"<h1>{TITLE}</h1>", body: str = "", below: str = "", title: str = TITLE) -> str:
    """A saved page: `top` and two paragraphs with `body` between them, `below` behind the article."""
    return (
        f'<html lang="de"><head><meta charset="utf-8"><title>{title}</title>{head}</head><body><main><article>'
        f"{top}<p>{LINE}</p>{body}<p>{MORE}</p></article></main>{below}</body></html>"
    )


PAGES = {
    "all in JSON-LD": page(
        ld(
            **{
                "@type": ["Thing", "NewsArticle"],
                "headline": TITLE,
                "datePublished": "2021-03-02T10:00:00+01:00",
                "author": [{"@type": "Person", "name": "Anna Berg"}, "Uwe Lang", {"@type": "Person"}],
                "publisher": {"name": "Lundener  Bote"},
                "articleSection": ["Lokales", "Rat"],
            }
        )
        + '<link rel="canonical" href="https://www.bote.de/damm">'
    ),
    "JSON-LD in a graph, in a list": page(
        ld(**{"@graph": [{"@type": "WebPage", "headline": "Startseite"}, {"@type": "Report", "headline": TITLE}]})
        + f'<script type="application/ld+json">{json.dumps([{"@type": "BlogPosting", "author": "Uwe Lang"}])}</script>'
        + '<script type="application/json">{"@type": "NewsArticle", "author": "Ina Voss"}</script>'
    ),
    "a section that is one word, a publisher that is text": page(
        ld(**{"@type": "Article", "articleSection": "Lokales  Rat", "publisher": "Bote"})
    ),
    "an empty list of sections": page(ld(**{"@type": "Article", "articleSection": []}), top=""),
    "meta tags": page(
        meta(
            og__title=TITLE,
            og__site_name="Lundener Bote",
            article__published_time="2021-03-02T10:00",
            article__section="Lokales",
            og__url="https://bote.de/damm",
        )
        + '<meta name="author" content="Anna Berg">'
    ),
    "other names of the day": page('<meta name="datepublished" content="03.03.2021"><meta itemprop="x" content="y">'),
    "the day in date.issued": page('<meta name="date.issued" content="2021-03-04">'),
    "the day in og:article": page(meta(og__article__published_time="2021-03-05")),
    "the day of last change is unsure": page('<meta name="last-modified" content="2021-03-06">'),
    "the day in dc.date is unsure": page('<meta name="DC.date" content="2021-03-07">'),
    "the day in date is unsure": page(
        '<meta name="date" content="2021-03-08"><meta name="dc.date" content="2021-03-09">'
    ),
    "an empty meta tag": page('<meta name="date" content=""><meta property="" content="x">'),
    "itemprop on a time": page(
        top=f'<h1>{TITLE}</h1><time itemprop="datePublished" datetime="2021-03-10">gestern</time>'
    ),
    "itemprop on a span": page(top=f'<h1>{TITLE}</h1><span itemprop="datePublished">11. März 2021</span>'),
    "itemprop with content": page(top=f'<h1>{TITLE}</h1><meta itemprop="datePublished" content="2021-03-12">'),
    "pubdate": page(top=f"<h1>{TITLE}</h1><time pubdate>13. März 2021</time>"),
    "a day behind Stand": page(top=f"<h1>{TITLE}</h1><p>Stand: 14. März 2021, 10 Uhr</p>"),
    "a day behind Veröffentlicht": page(top=f"<h1>{TITLE}</h1><div>Veröffentlicht am 15.03.2021</div>"),
    "a long line behind Stand": page(
        top=f"<h1>{TITLE}</h1><p>Stand: 16. März 2021, wie uns die Leute am Ort berichtet haben, die es wissen</p>"
    ),
    "a bare time is unsure": page(
        top=f'<h1>{TITLE}</h1><time datetime="2021-03-17">x</time><time>18. März 2021</time>'
    ),
    "a time in a teaser": page(below='<div class="teaser"><time datetime="2021-03-19">x</time></div>'),
    "an author that is linked": page(top=f'<h1>{TITLE}</h1><a rel="nofollow author" href="/b">Anna Berg</a>'),
    "an author by itemprop": page(top=f'<h1>{TITLE}</h1><span itemprop="author">Von Anna Berg</span>'),
    "an author by class": page(top=f'<h1>{TITLE}</h1><div class="x article-author-name">Anna Berg</div>'),
    "two authors by class": page(
        top=f'<h1>{TITLE}</h1><p class="byline">Anna Berg</p><p class="byline">Uwe Lang</p><p class="byline">Anna Berg</p>'
    ),
    "six authors by class": page(
        top=f"<h1>{TITLE}</h1>"
        + "".join(
            f'<p class="autor">{n}</p>'
            for n in ("Anna Berg", "Uwe Lang", "Ina Voss", "Eva Stein", "Tim Harms", "Jo Falk")
        )
    ),
    "two authors in one line": page(
        top=f'<h1>{TITLE}</h1><p class="autoren">Anna Berg, Uwe Lang</p><p class="author">Ina Voss</p>'
    ),
    "a class that only looks like one": page(top=f'<h1>{TITLE}</h1><p class="authority">Anna Berg</p>'),
    "an author in a comment": page(below='<div class="comments"><p class="author">Anna Berg</p></div>'),
    "an author that is too long": page(
        top=f'<h1>{TITLE}</h1><p class="author">Anna Berg, die seit vielen Jahren aus Lunden berichtet, vorher in Kiel und in '
        "Graz und in Bern und in Linz und anderswo gearbeitet hat</p>"
    ),
    "article:author": page(meta(article__author="Anna Berg")),
    "the newsroom is no author": page('<meta name="author" content="Redaktion Bote">'),
    "an author that only the library finds": page(body="<p>Von Anna Berg</p>"),
    "the paper by its application": page('<meta name="application-name" content="Bote App">'),
    "the paper by its host": page(
        '<link rel="canonical" href="https://www.lundener-bote.de/damm">',
        below="<footer>Der Lundener-Bote dankt</footer>",
    ),
    "the host where the page names it nowhere": page('<link rel="canonical" href="https://news.kurier.de/damm">'),
    "a canonical link without a host": page(
        '<link rel="canonical" href="/damm"><link rel="icon" href="https://x.de/i">'
    ),
    "the paper behind the title": page(title=f"{TITLE} | Lundener Bote"),
    "no paper behind a dash": page(title=f"{TITLE} - Lundener Bote"),
    "the title without its paper": page(top="", title=f"{TITLE} | Lundener Bote"),
    "the title with a dash": page(top="", title=f"{TITLE} - Lundener Bote"),
    "the title with a host": page(top="", title=f"{TITLE} - Bote.de"),
    "the title with an online": page(top="", title=f"{TITLE} – Bote ONLINE"),
    "the title with letters": page(top="", title=f"{TITLE} - NDR"),
    "the title with the paper declared": page(
        meta(og__site_name="Lundener Bote"), top="", title=f"{TITLE} - Lundener Bote"
    ),
    "a kicker in the heading": page(
        meta(og__title=TITLE),
        top='<h1><span class="overline">Lokales</span><br>Streit um den <i>neuen</i> Damm in Lunden</h1>',
    ),
    "a kicker by its component": page(
        meta(og__title=TITLE), top=f'<h1><span data-component="Kicker">Lokales</span><span>{TITLE}</span></h1>'
    ),
    "the paper in the heading": page(
        meta(og__title=TITLE, og__site_name="Lundener Bote"), top=f"<h1>Lundener Bote</h1><h2>{TITLE}</h2>"
    ),
    "a heading that says more than is declared": page(
        meta(og__title="Streit um den neuen Damm"), top=f"<h1>{TITLE}</h1>", title="x"
    ),
    "two headings, none declared": page(
        top="<h1>Der Damm wird teuer</h1><h1>Der Rat streitet lange</h1>", title="Bote"
    ),
    "one heading, not declared": page(top="<h1>Der Damm wird teuer</h1>", title="Bote"),
    "short headings": page(top="<h1>Zu teuer</h1>", title="Der Damm | Bote"),
    "a heading of a few letters": page(top="<h1>Damm</h1>", title="Damm"),
    "a description that is the lead": page(
        '<meta name="description" content="Der Rat hat lange gestritten, und am Ende stand doch kein Beschluss.">',
        top=f"<h1>{TITLE}</h1><div>Der Rat hat lange gestritten, und am Ende stand doch kein Beschluss.</div>",
    ),
    "a lead by class": page(
        top=f'<h1>{TITLE}</h1><div class="article-intro">Der Rat hat lange gestritten, und am Ende stand kein Beschluss.</div>'
    ),
    "a lead that is too short": page(top=f'<h1>{TITLE}</h1><div class="lead">Der Rat hat gestritten.</div>'),
    "a lead that is no sentence": page(
        top=f'<h1>{TITLE}</h1><div class="lead">Der Rat hat lange gestritten und am Ende stand dann doch kein Beschluss</div>'
    ),
    "a lead that the text has": page(top=f'<h1>{TITLE}</h1><p class="lead">{MORE}</p>'),
    "headings, lists, quotes and links": page(
        body=f"<h2>Die Kosten</h2><ul><li>{LINE}</li><li><p>{MORE}</p></li></ul><blockquote><p>{LINE} Wirklich.</p></blockquote>"
        f"<blockquote>{MORE} Sagte sie.</blockquote><p><a href='/x'>Mehr über den Damm lesen</a></p>"
        f"<p><a href='/y'>Wir haben berichtet.</a></p><p>[Zum Archiv]</p><p><b>Die Gegner</b></p><p><b>Fett</b> und mager.</p>"
    ),
    "a heading that is a link": page(body="<h2><a href='/x'>Museum zeigt Karten</a></h2>", below="<h3>Die Kosten</h3>"),
    "a heading in a box": page(
        body=f"<aside class='related'><h3>Museum zeigt Karten</h3><p>{LINE}</p></aside><h3>Die Kosten</h3>"
    ),
    "broken lines": page(
        body="<p>Bote: Was nun, Frau Berg?<br>Berg: Wir warten, und<br>dann sehen wir weiter.<br><br><b>Und dann?<br></b>Dann gehen wir.</p>"
    ),
    "the title again in the text": page(
        top=f"<h1>{TITLE}</h1><p>Kurz.</p><p>{LINE} Das steht über dem Titel.</p><h2>{TITLE}</h2>"
    ),
    "short lines below the text": page(below="", body="").replace(
        "</article>", "<p>Lunden, 3. Mai</p><h2>Mehr davon</h2></article>"
    ),
    "a text that breaks off": page().replace("Gemeinden.</p>", "Gemeinden, die am</p>"),
    "comments and a newsletter": page(
        body=f'<div class="newsletter-box"><p>{LINE} Abonnieren Sie uns.</p></div>',
        below=f'<div class="comment-list"><p>{MORE} Meint ein Leser.</p></div><nav><p>{LINE}</p></nav>',
    ),
    "an XML head": '<?xml version="1.0" encoding="utf-8"?>\n' + page(),
    "an unknown encoding": page().replace("utf-8", "klingonisch"),
}

FACTIVA = {
    "two articles": '<html><body><div class="article deArticle"><div>Lokales</div><div id="hd"><span class="deHeadline">1) Streit im '
    'Rat</span></div><div class="author">Von Anna Berg</div><div>1.234 Wörter</div><div>2. März 2021</div><div>10:15</div>'
    "<div>Lundener Bote</div><div>LUBO</div><div>S. A4</div><div>Deutsch</div><div>(c) 2021 Bote</div>"
    f'<p class="articleParagraph deArticleParagraph">{LINE}</p><p class="articleParagraph"><b>Die Kosten</b></p>'
    f'<p class="articleParagraph"><b>Fett</b> gedruckt ist das nicht.</p><p>Dokument LUBO1</p></div>'
    '<div class="enArticle"><div class="enHeadline">Museum opens</div><div>12 words</div><div>3 March 2021</div><div>The Post</div>'
    f'<div>POST</div><div>Page 7</div><p class="articleParagraph">{MORE}</p></div></body></html>',
    "boxes of another name": '<html><head><title>Factiva</title></head><body><div class="article"><div class="Headline">Streit im '
    "Rat</div><div>Seite im Lokalen, die einen langen Namen trägt</div><div>99 mots</div>"
    f'<p class="articleParagraph">{LINE}</p></div><div class="box">x</div></body></html>',
    "without a headline": '<html><head><title>Dow Jones Factiva</title></head><body><div class="deArticle"><div>7 Wörter</div>'
    f'<div>kein Tag</div><p class="articleParagraph">{MORE}</p></div></body></html>',
}

_NUMBERED = f"""Dokument 1 von 3

Lundener Bote

Dienstag 2. März 2021

Streit im Rat

AUTOR: Anna Berg; Uwe Lang
RUBRIK: LOKALES; S. A4

HIGHLIGHT: Der Rat hat sich
vertagt.

LÄNGE: 120 Wörter

{LINE[:50]}
{LINE[50:]}

Copyright 2021 Bote

{MORE}

UPDATE: 3. März 2021

SPRACHE: GERMAN

                             Dokument 2 von 3

Kurier (Online)

3. März 2021

Museum öffnet

ORT: KIEL

{MORE}

GRAPHIC: Ein Bild

3 of 3 DOCUMENTS

Ohne Tag

{LINE}
"""
_UNI = f"""Streit im Rat

Lundener Bote (Print)

2. März 2021 Dienstag

Copyright 2021 Bote Alle Rechte vorbehalten

Section: Lokales, S. 12
Byline: Von Anna Berg
Dateline: Lunden
Length: 120 words

Body

{LINE}

(c) Bote

{MORE}

Classification

Language: German
Load-Date: March 3, 2021

End of Document

Museum öffnet

Kurier

March 3, 2021

Body

{MORE}

Subject: Museen; End of Document
"""
NEXIS = {
    "numbered": _NUMBERED,
    "uni": _UNI,
    "with a cover": f"Ihre Suche\n\n1. Streit im Rat\n\n2. Museum öffnet\n\n1. Mai 2021\n\nStreit im Rat\n\n{_UNI.partition(chr(10))[2]}",
    "with a cover that lists nothing": f"Ihre Suche\n\nErgebnis\n\n{_UNI}",
    "the last without an end": _UNI.replace("Subject: Museen; End of Document\n", ""),
    "without a day": "Streit im Rat\n\nBody\n\n" + LINE + "\n\nEnd of Document\n\n" + "Ende des Dokuments\n",
    "a number and nothing more": "Dokument 1 von 1\n",
    "a number and a paper": "1 of 1 DOCUMENTS\n\nBote\n",
    "a label that is none": _UNI.replace("Dateline: Lunden", "Merke: Lunden"),
}

_TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>{head}</teiHeader><text><body>{body}</body></text></TEI>'
_HEAD = (
    '<fileDesc><titleStmt><title level="m">Der Band</title><title type="sub">Ein Bericht</title><title type="main">Streit im Rat</title>'
    "<author><persName><forename>Anna</forename><forename>Maria</forename><nameLink>von</nameLink><surname>Berg</surname>"
    "</persName></author><author>Lang, Uwe</author><author><persName>Ina Voss</persName></author></titleStmt>"
    "<publicationStmt><date>2020</date></publicationStmt><sourceDesc><bibl><title>Lundener Bote</title>"
    '<date when="1921-03-02">gestern</date></bibl></sourceDesc></fileDesc><profileDesc><langUsage>'
    '<language ident="deu">Deutsch</language></langUsage></profileDesc>'
)
_BODY = (
    f'<fw type="header">Lundener Bote</fw><head>Streit im Rat</head><byline>Von Anna Berg</byline><dateline>Lunden</dateline>'
    f"<argument><p>Wer streitet.</p></argument><p>{LINE}<note>Eine Notiz.</note><lb/>Der neue Da<lb break='no'/>mm kos¬<lb/>tet viel. "
    "Er ist teu-<lb/>er.<pb n='2'/> <choice><sic>Sei</sic><corr>Sie</corr></choice> <choice><orig>sey</orig></choice> "
    "<choice/><del>nicht</del> <abbr>Dr.</abbr> da.</p><head>Die Kosten</head><list><item>Eins</item><item><p>Zwei</p></item></list>"
    "<table><row><cell>7</cell></row></table><quote>Es reicht.</quote><p>Sie sagt: <quote>Nein.</quote></p>"
    "<lg><l>Ein Vers</l><l>Noch <ab>einer</ab></l></lg><sp><speaker>Berg .</speaker><stage>lacht</stage><ab>Nie!</ab></sp>"
    "<figure><figDesc>Ein Damm</figDesc><p>Foto</p></figure><closer>Ende</closer><opener>Anfang</opener>"
    "<titlePart>Teil zwei</titlePart>"
)
TEIS = {
    "everything": _TEI.format(head=_HEAD, body=_BODY),
    "two texts": f'<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">{_TEI.format(head=_HEAD, body=f"<p>{LINE}</p>")}'
    f"{_TEI.format(head='', body=f'<p>{MORE}</p>')}</teiCorpus>",
    "a day in words": _TEI.format(
        head="<fileDesc><titleStmt><title>Streit</title></titleStmt><sourceDesc><p>Lundener Bote, 2. März 1921</p></sourceDesc></fileDesc>",
        body=f"<p>{LINE}</p>",
    ),
    "a source of one word and a title that is the source's": _TEI.format(
        head="<fileDesc><titleStmt><title>Streit</title></titleStmt><sourceDesc><title>Streit</title><date>im März</date>"
        "</sourceDesc></fileDesc><profileDesc><creation><date notBefore='1921-03'/></creation></profileDesc>",
        body=f"<p>{LINE}</p>",
    ),
    "the day of the edition": _TEI.format(
        head="<fileDesc><titleStmt><title>Streit</title><author>Berg, Anna, Dr.</author></titleStmt><publicationStmt><date>2. März 2020</date></publicationStmt>"
        "</fileDesc><profileDesc><language ident='fr-CH'/></profileDesc>",
        body=f"<head>Ein anderer Titel</head><p>{LINE}</p><p>{MORE}</p><head>Streit</head>",
    ),
    "English and without a text": '<TEI><teiHeader><language ident="eng"/></teiHeader></TEI>',
    "a CAS": '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore"><cas:Sofa sofaString="Der Rat tagt."/>'
    '<cas:Sofa sofaString=" "/><cas:Sofa/></xmi:XMI>',
}

MARKDOWN = {
    "front matter": f'---\nTitle: "Streit im Rat"\nautor: [Anna Berg, Uwe Lang]\ndatum: 2. März 2021\nQuelle: Bote\nx: y\n---\n\n{LINE}\n',
    "other front matter": f"---\ntitel: Streit\nAuthors: die Mannschaft\ndate: neulich\npublication: Kurier\n...\n{LINE}\n",
    "headings": f"# Streit im Rat #\n{LINE}\n\n## Die Kosten\n\n{MORE}\n\n# Noch einer\nDarunter.\n",
    "underlined headings": f"Streit im Rat\n===\n\n{LINE}\n\nDie Kosten\n---\n\n{MORE}\n\n- kein Titel\n---\n",
    "code, comments and rules": f"{LINE}\n\n```python\nx = 1\n```\n\n~~~\ny\n```\n~~~\n\n***\n\n<!-- ein\nKommentar -->{MORE}\n\n```\noffen\n\n<!-- offen",
    "lists, quotes and tables": "* eins\n* zwei **fett**\n\n1. drei\n2. vier\n\n> gesagt\n> > getan\n\n| a | b |\n|---|---|\n\n- \n+ fünf\n\n**Nur fett**\n\n__Auch fett__\n\n**Zwei** und **fett**\n",
    "inline": "![Bild](b.png) [Damm](d.html) [Rat][1] <https://bote.de> Fuß[^1] `code` *kursiv* __fett__ snake_case_name \\*kein\\* 2 * 3 * 4\n",
}

CONLLU = {
    "two documents": "# newdoc id = eins\n# newpar\n# text = Der Rat tagt.\n1\tDer\t_\t_\t_\t_\t_\t_\t_\t_\n\n# text = Er streitet.\n\n# newpar id = p2\n"
    "# text = Er geht.\n\n# newdoc id = zwei\n# text = Es regnet.\n",
    "from its words": "1-2\tim\t_\t_\t_\t_\t_\t_\t_\t_\n1\tin\t_\t_\t_\t_\t_\t_\t_\t_\n2\tdem\t_\t_\t_\t_\t_\t_\t_\t_\n3\tRat\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
    "3.1\tx\t_\t_\t_\t_\t_\t_\t_\t_\n4\t.\t_\t_\t_\t_\t_\t_\t_\t_\nkurz\tx\n\n1\tEr\t_\t_\t_\t_\t_\t_\t_\t_\n2\tgeht\t_\t_\t_\t_\t_\t_\t_\t_\n",
    "documents without a name": "# newdoc\n# text = Eins.\n\n# newdoc\n# text = Zwei.\n",
}
CAS_JSON = {
    "a list": {
        "%FEATURE_STRUCTURES": [
            {"%TYPE": "uima.cas.Sofa", "sofaString": "Der Rat tagt."},
            {"%TYPE": "x", "sofaString": "y"},
            3,
        ]
    },
    "a table": {
        "%FEATURE_STRUCTURES": {
            "1": {"%TYPE": "uima.cas.Sofa", "sofaString": "Eins."},
            "2": {"%TYPE": "uima.cas.Sofa", "sofaString": 2},
        }
    },
}


def zipped(**files: str | bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return out.getvalue()


QDPX = zipped(
    project_qde='<Project xmlns="urn:QDA-XML:project:1.0"><Sources><TextSource name="eins"><PlainTextContent>Der Rat tagt.</PlainTextContent>'
    '</TextSource><TextSource name="zwei" plainTextPath="internal://ZWEI.txt"/><TextSource guid="drei" plainTextPath="internal://fehlt.txt">'
    "<PlainTextContent> </PlainTextContent></TextSource><TextSource/></Sources></Project>",
    sources__zwei_txt="Größe zählt.".encode("cp1252"),
)

_ODT_NAMES = " ".join(
    f'xmlns:{key}="urn:oasis:names:tc:opendocument:xmlns:{key}:1.0"'
    for key in ("office", "text", "table", "style", "meta")
)


def odt(body: str, styles: str = "", about: str = "") -> bytes:
    known = (
        {} if not about else {"meta_xml": f'<m {_ODT_NAMES} xmlns:dc="http://purl.org/dc/elements/1.1/">{about}</m>'}
    )
    return zipped(content_xml=f"<d {_ODT_NAMES}>{styles}<office:text>{body}</office:text></d>", **known)


def _p(text: str, style: str = "Standard") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


ODTS = {
    "styles": odt(
        _p("Streit im Rat", "P1")
        + _p("Ein langer Abend", "Untertitel")
        + _p("Bote, 2. März 2021, Lokales, S. 4")
        + '<text:h text:style-name="Heading_20_1">Die<text:s text:c="2"/>Kosten<text:tab/>heute</text:h>'
        + '<text:h text:style-name="Title">Noch ein Titel</text:h>'
        + _p(f"{LINE}<text:note><text:p>Fußnote</text:p></text:note> Danach<text:line-break/>weiter.<text:s/>Ende")
        + _p("Ein Bild", "Caption")
        + _p("Seite 3", "Footer")
        + f"<text:tracked-changes><text:p>weg</text:p></text:tracked-changes><table:table>{_p('Zelle')}</table:table>"
        + _p(f"<text:span>{MORE}</text:span>"),
        '<style:style style:name="P1" style:parent-style-name="Title"/><style:style style:name="P2"/>',
        "<meta:initial-creator>Anna Berg</meta:initial-creator><dc:creator>LibreOffice</dc:creator><dc:title>Die Datei</dc:title>"
        "<meta:creation-date>2021-03-05T10:00</meta:creation-date>",
    ),
    "a page laid out by a table": odt(f"{_p('Kopf')}<table:table>{_p(LINE)}{_p(MORE)}</table:table>"),
    "the title of the file is the first line": odt(
        _p("") + _p("Streit  im Rat") + _p(LINE),
        about="<dc:title>Streit im Rat</dc:title><dc:creator>User</dc:creator>",
    ),
    "an imprint below the eighth line": odt(
        "".join(_p(f"Zeile {n} des Textes.") for n in range(8)) + _p("Bote, 2. März 2021")
    ),
    "two imprints": odt(_p("Bote, 2. März 2021") + _p("Kurier, 3. März 2021, S. 5") + _p(LINE)),
    "a collection": odt("".join(_p(line) for line in _UNI.split("\n"))),
}
RTFS = {
    "with its own words": r"{\rtf1\ansi{\info{\title Streit im Rat}{\author Anna B\'e4r}{\creatim\yr2021\mo3\dy2}}"
    + LINE.replace("ü", r"\'fc")
    + r"\par Eins | zwei | drei\par {\pict 0a0b}"
    + MORE.replace("ü", r"\u252?")
    + r"\par Ende|hier\par}",
    "without": r"{\rtf1\ansi " + LINE.replace("ü", r"\'fc") + r"\par}",
}


def docx(path: Path) -> None:
    """Write a Word document with styles, a table with merged cells, bold lines and a box."""
    import docx as library

    document = library.Document()
    document.core_properties.title, document.core_properties.author = "Die Datei", "python-docx"
    document.add_paragraph("Streit im Rat", style="Title")
    document.add_paragraph("Ein langer Abend", style="Subtitle")
    document.add_paragraph("Bote, 2. März 2021, S. 4")
    document.add_paragraph(LINE)
    document.add_paragraph("Die Kosten", style="Heading 1")
    document.add_paragraph("Ein Bild", style="Caption")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Eine Zelle"
    document.add_paragraph(MORE)
    document.save(str(path))


def bold_docx(path: Path, lines: tuple[tuple[bool, str], ...]) -> None:
    """Write a Word document without styles."""
    import docx as library

    document = library.Document()
    for bold, text in lines:
        paragraph = document.add_paragraph()
        paragraph.add_run(text).bold = bold
        paragraph.add_run(" ")
    document.save(str(path))


BOLD = {
    "short bold lines": ((True, "Streit im Rat"), (False, LINE), (True, "Die Kosten"), (False, MORE)),
    "a bold line with a full stop": ((True, "Streit im Rat."), (False, LINE), (True, "Die Kosten:"), (False, MORE)),
    "nearly all is bold": ((True, "Streit im Rat"), (True, "Die Kosten"), (True, "Noch mehr"), (False, LINE)),
    "half of it is bold": ((True, "Streit im Rat"), (False, LINE)),
    "a bold line that is long": ((True, LINE + " " + "Und mehr davon"), (False, LINE), (False, MORE)),
    "bold below the first line": ((False, LINE), (True, "Die Kosten"), (False, MORE)),
}


def _lines(
    top: float, left: float, texts: list[str], size: float = 10, step: float = 12, bold: bool = False
) -> list[tuple]:
    return [(left, top - step * n, size, bold, text) for n, text in enumerate(texts)]


_SHORT = [LINE[:34], LINE[34:66], LINE[66:]]
_OTHER = ["Am Morgen schien dann die Sonne", "auf den Deich, und alle gingen heim.", "Nur ein Hund blieb noch da."]
_LONG = [*_SHORT, MORE[:42], MORE[42:79], MORE[79:]]


def pdfs() -> dict[str, bytes]:
    """Pages of print, each for one place of the reader."""
    text = _lines(600, 50, _LONG)
    title = (50, 700, 18, True, "Streit um den neuen Damm")
    two = [
        [(50, 810, 7, False, "Lundener Bote · Lokales"), title, *text, (290, 30, 7, False, f"Seite {n}")]
        for n in (1, 2)
    ]
    return {
        "a title in two lines": pdf([[title, (50, 680, 18, True, "in Lunden"), *text]]),
        "two large lines apart": pdf(
            [[title, *text, (50, 400, 18, True, "Noch ein großer Titel"), *_lines(380, 50, _SHORT)]]
        ),
        "a title of a few letters": pdf([[(50, 700, 18, True, "Der Damm"), *text]]),
        "a title that is hardly larger": pdf([[(50, 700, 11.4, False, "Streit um den neuen Damm"), *text]]),
        "bold headings": pdf([[title, *text, (50, 500, 10, True, "Die Kosten"), *_lines(488, 50, _SHORT)]]),
        "a bold line with a full stop": pdf(
            [[title, *text, (50, 500, 10, True, "Sie kosten."), *_lines(488, 50, _SHORT)]]
        ),
        "all is bold": pdf([[title, *_lines(600, 50, _LONG, bold=True), (50, 500, 10, True, "Die Kosten")]]),
        "a larger heading": pdf([[title, *text, (50, 500, 12, False, "Die Kosten"), *_lines(488, 50, _SHORT)]]),
        "a heading as long as a line": pdf([[title, *text, (50, 500, 12, False, LINE[:95]), *_lines(488, 50, _SHORT)]]),
        "paragraphs by white space": pdf([[title, *text, *_lines(510, 50, _SHORT)]]),
        "paragraphs by an indent": pdf(
            [[title, *text, (65, 528, 10, False, "Danach schwieg sie."), *_lines(516, 50, _SHORT)]]
        ),
        "a small indent": pdf([[title, *text, (53, 528, 10, False, "Danach schwieg sie."), *_lines(516, 50, _SHORT)]]),
        "a running head and page numbers": pdf(two),
        "an imprint": pdf([[(50, 810, 7, False, "Lundener Bote, 2. März 2021, Lokales, S. 4"), title, *text]]),
        "numbers of pages": pdf(
            [
                [*text, (290, 30, 7, False, "- 3 -")],
                [*_lines(600, 50, _OTHER), (290, 30, 7, False, "4 / 7")],
                [
                    *_lines(600, 50, ["Zum Schluss kam doch noch Regen,", "und der Damm hielt ihm stand."]),
                    (290, 30, 7, False, "S. 5 – Bote"),
                ],
            ]
        ),
        "a sentence that comes again": pdf(
            [
                [title, *text, (50, 40, 10, False, "Das war es."), (50, 28, 10, False, "Ende")],
                [*_lines(600, 50, _OTHER), (50, 40, 10, False, "Das war es."), (50, 28, 10, False, "Schluss")],
            ]
        ),
        "an empty page between": pdf([[title, *text], [], [*_lines(700, 50, _OTHER)]]),
        "two columns": pdf([[title, *text, *_lines(600, 310, _LONG)]]),
        "three columns": pdf(
            [[title, *_lines(600, 40, _LONG, 8, 10), *_lines(600, 220, _LONG, 8, 10), *_lines(600, 400, _LONG, 8, 10)]]
        ),
        "a heading over two columns": pdf(
            [
                [
                    title,
                    *text,
                    *_lines(600, 310, _LONG),
                    (50, 480, 14, True, "Die Kosten des Damms im nächsten Jahr"),
                    *_lines(450, 50, _SHORT),
                    *_lines(450, 310, _SHORT),
                ]
            ]
        ),
        "lines that are close": pdf([[title, *_lines(600, 50, _LONG, 10, 10.5), *_lines(500, 250, _SHORT, 10, 10.5)]]),
        "a letter that is set large": pdf(
            [
                [
                    title,
                    (50, 592, 24, False, "D"),
                    (70, 600, 10, False, LINE[1:40]),
                    (70, 588, 10, False, LINE[40:80]),
                    (50, 576, 10, False, LINE[80:]),
                ]
            ]
        ),
        "words set by hand": pdf(
            [
                [
                    title,
                    (50, 600, 10, False, "Der"),
                    (70, 600, 10, False, "Rat"),
                    (87.5, 600, 10, False, "hat"),
                    *_lines(588, 50, _SHORT),
                ]
            ]
        ),
        "hyphens": pdf(
            [
                [
                    (50, 700, 18, True, "Streit um den neuen Da-"),
                    (50, 680, 18, True, "mm in Lunden"),
                    *_lines(600, 50, ["Der Rat strei-", "tet über den Damm- und", "Wegebau in Nord-", "Lunden."]),
                ]
            ]
        ),
    }


def genios(
    label: str = "Quelle: Lundener Bote vom 02.03.2021, S. A9",
    more: tuple[str, ...] = ("Ressort: Lokales", "Autor: Anna Berg"),
    foot: str = "Dauerhafte Adresse des Dokuments: https://x.de/1",
) -> bytes:
    """An article of Genios behind a page of contents, and one more on the page of the first."""
    rows = [(50, 800, 8, False, "Dokumente"), (50, 770, 14, True, "Streit um den"), (50, 752, 14, True, "neuen Damm")]
    rows += _lines(730, 50, [label, *more, "Dokumentnummer: LB_1"])
    rows += _lines(660, 50, _LONG)
    rows += [
        (50, 100, 7, False, foot),
        (50, 80, 7, False, "© GBI-Genios Deutsche Wirtschaftsdatenbank GmbH"),
        (50, 60, 7, False, "Seite 2 von 3"),
    ]
    contents = [(50, 770, 14, True, "Inhaltsverzeichnis"), (50, 740, 10, False, "1. Streit um den neuen Damm ..... 2")]
    second = [
        (50, 560, 14, True, "Museum öffnet"),
        *_lines(540, 50, ["Quelle: Kurier, 3. Mai 2021", "Seite: 7", "Rubrik: Kultur"]),
        *_lines(490, 50, _SHORT),
        (50, 60, 7, False, "Seite 3 von 3"),
    ]
    return pdf([contents, rows, second])


GENIOS = {
    "two articles": genios(),
    "a source with a bare day": genios(
        "Quelle Lundener Bote 02.03.2021", ("Verfasser: Anna Berg; Uwe Lang", "Seite: 3")
    ),
    "a source with a comma": genios("Quelle: Lundener Bote, 2. März 2021", (), "Alle Rechte vorbehalten: (c) Bote"),
}
