"""Small files of many formats, made for the tests: an article with title, by-line, a heading and three paragraphs."""

from __future__ import annotations

import html
import io
import zipfile
from pathlib import Path

TITLE = "Kreistag streitet über die neue Buslinie"
PARAGRAPHS = (
    "Der Kreistag von Lunden hat am Montag über die geplante Buslinie gestritten. „Wir brauchen diese Linie dringend“, "
    "sagte Landrätin Greta Möhle.",
    "Kritik kam von der Opposition. Die Kosten seien „nicht zu verantworten“, erklärte Fraktionschef Tarik Sönmez. Er "
    "forderte ein Gutachten und mehr Zeit für die Gemeinden.",
    "Eine Entscheidung soll im Herbst fallen. Bis dahin wird die Verwaltung nach eigenen Angaben weitere Zahlen "
    "sammeln und den Bürgern vorstellen.",
)
HEADING = "Streit um die Kosten"
BODY = (PARAGRAPHS[0], HEADING, *PARAGRAPHS[1:])
SECOND = (
    "Museum zeigt alte Karten",
    ("Das Museum in Lunden zeigt ab Mai alte Karten der Küste. Der Eintritt ist frei.",),
)


def pdf(pages: list[list[tuple[float, float, float, bool, str]]], encrypt: bool = False, title: str = "") -> bytes:
    """Write a PDF; a page is a list of `(x, y, size, bold, text)`, `title` what the file says of itself."""
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    fonts = b"<< /F1 3 0 R /F2 4 0 R >>"
    objects += [
        b"<< /Type /Font /Subtype /Type1 /BaseFont /" + name + b" /Encoding /WinAnsiEncoding >>"
        for name in (b"Helvetica", b"Helvetica-Bold")
    ]
    kids = []
    for page in pages:
        stream = b"\n".join(
            b"BT /F%d %g Tf %g %g Td (%s) Tj ET" % (2 if bold else 1, size, x, y, _escaped(text))
            for x, y, size, bold, text in page
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        kids.append(len(objects) + 1)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources << /Font %s >> >>"
            % (len(objects), fonts)
        )
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(b"%d 0 R" % kid for kid in kids), len(kids))
    extra = b""
    if encrypt:
        objects.append(b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >>" % (b"41" * 32, b"42" * 32))
        extra = b" /Encrypt %d 0 R /ID [<00> <00>]" % len(objects)
    if title:
        objects.append(b"<< /Title (%s) >>" % _escaped(title))
        extra += b" /Info %d 0 R" % len(objects)
    out = io.BytesIO(b"")
    out.write(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(b"trailer << /Size %d /Root 1 0 R%s >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, extra, start))
    return out.getvalue()


def _escaped(text: str) -> bytes:
    return text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def wrapped(paragraphs: tuple[str, ...], width: int, hyphens: bool = True) -> list[list[str]]:
    """Wrap paragraphs to lines of a width; a long word is cut with a hyphen where it fits."""
    found = []
    for paragraph in paragraphs:
        lines, line = [], ""
        for word in paragraph.split():
            if len(line) + len(word) + 1 <= width:
                line = f"{line} {word}".strip()
                continue
            room = width - len(line) - 2
            if hyphens and len(word) > 9 and word.isalpha() and 3 < room < len(word) - 3:
                lines.append(f"{line} {word[:room]}-")
                line = word[room:]
            else:
                lines.append(line)
                line = word
        found.append([*lines, line])
    return found


def article_pdf(columns: int, by_row: bool = False, step: float = 12) -> bytes:
    """Write the article on one page in columns; `by_row` writes the lines across the columns, as some programs do."""
    width = (91, 44, 28)[columns - 1]
    lines = []
    for text, parts in zip(BODY, wrapped(BODY, width), strict=True):
        if lines:
            lines.append((False, ""))
        lines += [(text == HEADING, part) for part in parts]
    per = -(-len(lines) // columns)
    columns_of = [lines[i * per : (i + 1) * per] for i in range(columns)]
    place = 495 / columns
    body = [
        (50 + column * (place + 8), 700 - step * row, 9, bold, text)
        for column, part in enumerate(columns_of)
        for row, (bold, text) in enumerate(part)
        if text
    ]
    if by_row:
        body.sort(key=lambda line: (-line[1], line[0]))
    head = [(50, 810, 7, False, "Lundener Bote · Dienstag, 2. März 2021 · Lokales"), (50, 760, 18, True, TITLE)]
    return pdf([[*head, (50, 735, 9, False, "Von Anna Berg"), *body, (50, 40, 7, False, "S. 9")]])


def page(article: str, head: str = "") -> str:
    """Write a web page around an article."""
    return (
        f'<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><title>{TITLE} | Lundener Bote</title>{head}</head>'
        '<body><nav><a href="/">Start</a> <a href="/politik">Politik</a></nav><main><article>'
        f"{article}</article></main><aside class='teaser'><h2><a href='/x'>Museum zeigt alte Karten</a></h2></aside>"
        "<footer>© Lundener Bote, alle Rechte vorbehalten. Impressum. Datenschutz.</footer></body></html>"
    )


def article_html(title: str = f"<h1>{TITLE}</h1>", more: str = "") -> str:
    """Write the article as HTML."""
    body = "".join(f"<h2>{t}</h2>" if t == HEADING else f"<p>{html.escape(t)}</p>" for t in BODY)
    return f"{title}{body}{more}"


def odt(paragraphs: list[tuple[str, str]], meta: str = "", content: bytes | None = None) -> bytes:
    """Write an ODT of `(style, text)`."""
    rows = "".join(
        f'<text:h text:style-name="{style}" text:outline-level="2">{html.escape(text)}</text:h>'
        if style.startswith("Heading")
        else f'<text:p text:style-name="{style}">{html.escape(text)}</text:p>'
        for style, text in paragraphs
    )
    names = (
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"'
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        xml = f"<office:document-content {names}><office:body><office:text>{rows}</office:text></office:body></office:document-content>"
        archive.writestr("content.xml", content if content is not None else xml)
        archive.writestr(
            "meta.xml", f"<office:document-meta {names}><office:meta>{meta}</office:meta></office:document-meta>"
        )
    return out.getvalue()


def docx(path: Path, styled: bool = True, extra: tuple[tuple[str, str], ...] = ()) -> Path:
    """Write the article as DOCX, with styles or with bold lines."""
    import docx as library

    document = library.Document()
    document.core_properties.author = "Anna Berg"
    document.sections[0].header.paragraphs[0].text = "Archiv der Stadt"
    if styled:
        document.add_paragraph(TITLE, style="Title")
        document.add_paragraph("Lundener Bote, 2. März 2021", style="Subtitle")
    else:
        document.add_paragraph().add_run(TITLE).bold = True
    for text in BODY:
        if text == HEADING and styled:
            document.add_paragraph(text, style="Heading 2")
        elif text == HEADING:
            document.add_paragraph().add_run(text).bold = True
        else:
            document.add_paragraph(text)
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Kasten", "Zahlen: 3 Mio. Euro"
    for style, text in extra:
        document.add_paragraph(text, style=style or None)
    document.save(str(path))
    return path


def rtf(text: str, info: str = "") -> str:
    """Write RTF as Word does, with letters of cp1252 as escapes."""
    coded = "".join(c if c.isascii() else f"\\'{c.encode('cp1252')[0]:02x}" for c in text)
    return (
        "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Times New Roman;}}"
        + info
        + coded.replace("\n", "\\par\n")
        + "}"
    )


def nexis_lines(english: bool = False) -> list[str]:
    """Write two articles as Nexis Uni exports them, with their cover page."""
    labels = ("Section", "Length", "Byline", "Body") if english else ("Rubrik", "Länge", "Autor", "Body")
    day = (
        ("March 2, 2021 Tuesday", "May 4, 2021 Tuesday")
        if english
        else ("2. März 2021 Dienstag", "4. Mai 2021 Dienstag")
    )
    lines = ["Datum und Uhrzeit:\xa0Freitag, 3. Dezember 2022 09:31:00 MEZ", "Dokumente (2)", f"1. {TITLE}"]
    lines += ["Search Terms:\xa0Bus", "", f"2. {SECOND[0]}", "Search Terms:\xa0Bus", "", ""]
    for (title, body), when, name in zip(((TITLE, BODY), SECOND), day, ("Anna Berg", "")):
        lines += [title, "Lundener Bote", when, "", "Copyright 2021 Lundener Bote Verlag Alle Rechte vorbehalten", ""]
        lines += [f"{labels[0]}:\xa0LOKALES; S. 9", f"{labels[1]}:\xa080 Wörter"]
        lines += [f"{labels[2]}:\xa0{name}"] if name else []
        lines += [labels[3], ""]
        for text in body:
            lines += [text, ""]
        lines += [
            "Classification",
            "Language:\xa0GERMAN",
            "Subject:\xa0VERKEHR (90%)",
            "Load-Date:\xa03. März 2021  End of Document",
            "",
        ]
    return lines


def lexis_text() -> str:
    """Write two articles as the older LexisNexis exports them: wrapped at 78, labels in capitals."""
    parts = ["Ausgabeauftrag: Dokument(e) 1-2", "Suchbegriffe: (Bus)", ""]
    for number, (title, body), when in ((1, (TITLE, BODY), "2. März 2021"), (2, SECOND, "4. Mai 2021")):
        parts += [f"{'':30}Dokument {number} von 2", "", f"{'':30}Lundener Bote", "", f"{'':25}Dienstag {when}", ""]
        parts += [title, "", "AUTOR: Anna Berg", "", "RUBRIK: LOKALES; S. 9", "", "LÄNGE: 80 Wörter", ""]
        for lines in wrapped(tuple(body), 78, hyphens=False):
            parts += [*lines, ""]
        parts += [
            "UPDATE: 3. März 2021",
            "",
            "SPRACHE: GERMAN; DEUTSCH",
            "",
            "Copyright 2021 Lundener Bote Verlag",
            "Alle Rechte vorbehalten",
            "",
        ]
    return "\n".join(parts)


def factiva() -> str:
    """Write two articles as Factiva exports them."""
    boxes = []
    for number, (title, body), day in ((1, (TITLE, BODY), "2 März 2021"), (2, SECOND, "4 Mai 2021")):
        text = "".join(f'<p class="articleParagraph dearticleParagraph">{html.escape(t)}</p>' for t in body)
        text = text.replace("Kreistag", "<b>Kreistag</b>").replace(" am ", "\nam ")
        boxes.append(
            f'<div id="article-{number}" class="article"><div class="article deArticle"><p></p><div>Lokales</div>'
            f'<div id="hd"><span class="deHeadline counted">{number}) {title}</span></div><div class="author">Anna Berg </div>'
            f"<div>80 Wörter</div><div>{day}</div><div>Lundener Bote</div><div>LUND</div><div>Deutsch</div>"
            f"<div>Copyright 2021. Lundener Bote.</div><p></p>{text}<p>Lundener Bote Verlag</p><p>Dokument LUND00{number}</p></div></div>"
        )
    return f"<html><head><title>Factiva</title></head><body><form>{''.join(boxes)}<table><tr><td>Suchformular</td></tr></table></form></body></html>"


def genios() -> bytes:
    """Write a collection of WISO: contents, then one article a page."""
    pages: list[list[tuple[float, float, float, bool, str]]] = [
        [
            (50, 800, 8, False, "Dokumente"),
            (50, 770, 14, True, "Inhaltsverzeichnis"),
            (50, 740, 10, False, f"1. {TITLE} ..... 2"),
        ]
    ]
    for number, (title, body), day in ((2, (TITLE, BODY), "02.03.2021"), (3, SECOND, "04.05.2021")):
        rows = [(50, 800, 8, False, "Dokumente"), (50, 770, 14, True, title)]
        rows += [(50, 745, 9, False, f"Quelle: Lundener Bote vom {day}, S. 9"), (50, 733, 9, False, "Ressort: Lokales")]
        rows += [(50, 721, 9, False, "Autor: Anna Berg"), (50, 709, 9, False, f"Dokumentnummer: LB_{number}")]
        y = 680.0
        for text, lines in zip(body, wrapped(tuple(body), 90), strict=True):
            for line in lines:
                rows.append((50, y, 10, text == HEADING, line))
                y -= 12
            y -= 8
        rows += [(50, 100, 7, False, f"Dauerhafte Adresse des Dokuments: https://www.wiso-net.de/document/LB_{number}")]
        rows += [(50, 90, 7, False, "Alle Rechte vorbehalten: (c) Lundener Bote Verlag")]
        rows += [
            (50, 80, 7, False, "© GBI-Genios Deutsche Wirtschaftsdatenbank GmbH"),
            (50, 60, 7, False, f"Seite {number} von 3"),
        ]
        pages.append(rows)
    return pdf(pages)


def tei(body: str, header: str = "") -> str:
    """Write a TEI document."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?><TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt>'
        f"<title>{TITLE}</title><author><persName><forename>Anna</forename><surname>Berg</surname></persName></author>"
        f"</titleStmt>{header}</fileDesc></teiHeader><text><body>{body}</body></text></TEI>"
    )
