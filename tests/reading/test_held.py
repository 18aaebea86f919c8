"""What reading makes of lines, hyphens, tokens and whole pages: all of it, held as text."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.held import held

from stimmlage.reading.boilerplate import is_body, kind_of_line
from stimmlage.reading.furniture import find_furniture
from stimmlage.reading.hyphens import joint
from stimmlage.reading.layout import lay_out
from stimmlage.reading.lines import split_lines
from stimmlage.reading.masthead import agency_tag, dateline, iso_date, signature_date, ticker_marks
from stimmlage.reading.segmentation import read_text
from stimmlage.reading.wrapping import is_credit, looks_like_heading

LINES = """
Von Anna Berg
von Anna Berg und Uwe Lang
Von Anna Berg, Uwe Lang, Lunden
Von Anna Berg (dpa)
Von der Krise zur Chance
Ein Bericht von Anna Berg
Eine Reportage von Anna van der Berg
Das Gespräch führte Ina Voss
Interview führten: Ina Voss und Jo Falk in Lunden
Protokoll: Ina Voss
Aufgezeichnet von Ina Voss
Autorin: Anna Berg
Text: Anna Berg
Text:
Foto: Anna Berg
(Foto: Anna Berg/dpa)
[Bild: Archiv]
Foto/Grafik: Anna Berg
Foto: „Der Damm“
Foto: Anna Berg steht am Damm und zeigt den vielen Leuten aus dem Ort das Wasser
Foto © Anna Berg
Damm © Anna Berg
© Stadt Lunden
(c) Stadt Lunden
Anna Berg ©
©
dpa
dpa/kna
(dpa)
stb, APA, 3.4.2024
dpa-infocom
der Rat/das Amt
red, 3.4.2024
afp, ap, dpa, epd, kna, rtr, sid
3.4.2024
3. April 2024
April 3, 2024
2024-04-03
Stand: 3. April 2024, 10:15 Uhr
Aktualisiert am 3.4.2024 um 10.15
Mittwoch, den 3. April 2024
Mi., 3.4.24
Mittwoch, 3. April 2024 | Lokales
3. April 2024.
10:15 Uhr
3 Minuten Lesezeit
Lesedauer 3 Minuten
Lesezeit: etwa drei Minuten
vor 3 Stunden
vor 12 Tagen
vor langer Zeit
info@bote.de
info(at)bote.de
Telefon: 04882 1234
Kontakt: Anna Berg
Rufen Sie 04882 / 123 456 an
Die Nummer 04882 1234 wählten am Abend sehr viele Leute aus dem Ort
Anzeige
ANZEIGE
- Anzeige -
Anzeige:
Lesen Sie auch
Lesen Sie auch: Der Damm bricht
Lesen Sie auch, wie der Damm brach
Mehr zum Thema
Mehr zum Thema Damm
Mehr: Der Damm
Mehr Geld für Schulen
Sperrfrist: 3. April 2024
Pressemitteilung
Pressemitteilung Nr. 12
Pressemitteilung: Der Damm
Alle Rechte vorbehalten
Alle Rechte vorbehalten!
Der Damm
Der Damm ist dicht.
Der Damm ist dicht. Das ist gut.
Der Damm: ein Bericht
Der Damm:
Der Damm und
der Damm
Der Damm -
Der Damm,
Wer baut den Damm?
Baut den Damm!
Das war es!
„Der Damm ist dicht“
12 Dämme
12
12.
...
—
Z. B. der Damm
Am 3. Mai kommt der Damm
Der Streit um den Damm am Hafen von Lunden, der seit zwanzig Jahren dauert und noch lange nicht zu Ende ist, wie alle sagen, die es wissen müssen
2:1
Lunden 2:1 Kiel
Quelle: Bote
Stand 2024
Copyright Bote
Startseite
Zur Startseite
Abonnieren
Teilen
Jetzt abonnieren und den Newsletter lesen
Melden Sie sich hier für unseren Newsletter an
Die Zeitung hat einen Newsletter.
Kommentare (12)
Kommentar
""".strip().split("\n")


def test_lines_by_themselves():
    found = []
    for line in LINES:
        does = [
            name
            for name, holds in (
                ("heading", looks_like_heading(line)),
                ("credit line", is_credit(line)),
                ("running", is_body(line)),
            )
            if holds
        ]
        found.append(f"{line} → {kind_of_line(line) or '-'}{''.join(f', {d}' for d in does)}")
    held("reading/lines", "\n".join(found) + "\n")


DATES = "17. April 2024|April 17, 2024|3.4.15|3.4.69|3.4.70|3.4.99|3. Jänner 2020|1. Okt. 1999|31.2.2020|3. April|2020-01-02|heute|Dez 24|1.13.2020|3. May 2020"
HEADS = [
    "Lunden (dpa) – Der Rat tagt.",
    "Lunden/Kiel (dpa/lno) - Der Rat tagt.",
    "Bad Lunden – Der Rat tagte am Montag in der Halle und beschloss den Bau.",
    "Lunden – Der Rat tagt.",
    "Halle (Saale) – Der Rat tagt.",
    "Frankfurt am Main, 3. Mai 2024 – Der Rat tagt.",
    "Berlin: Der Rat tagt.",
    "Lunden: Der Rat tagt.",
    "Lunden (dpa): Der Rat tagt.",
    "BERLIN – 12 Leute kamen.",
    "Berlin - „Der Rat tagt.“",
    "Berlin – Hamburg ist weit.",
    "Berlin (dpa) – Hamburg tagt.",
    "Wetter – Es regnet.",
    "Berlin – es regnet.",
    "St. Pölten – Der Rat tagt.",
]
TAILS = [
    "Der Rat tagt. (dpa)",
    "Der Rat tagt. (dpa/afp)",
    "Der Rat tagt. (red, 3.4.2024)",
    "Der Rat tagt.(ab)",
    "Der Rat tagt „heute.“ (dpa)",
    "Der Rat tagt (dpa)",
    "Der Rat tagt. (Er tagt.)",
    "+++ 11:30 Uhr: Pegel steigt +++",
    "++ Pegel steigt ++",
    "+++ 11.30 | Pegel steigt",
    "+++ Pegel steigt. +++",
    "Pegel steigt +++",
    "+ Pegel",
    "— Anna Berg (@berg) 3. Mai 2024",
    "– Anna Berg (@berg), April 3, 2024",
    "— Anna Berg, 3. Mai 2024",
    "Anna Berg (@berg) 3. Mai 2024",
]


def test_heads_and_tails():
    found = [f"{text} → {iso_date(text)}" for text in DATES.split("|")]
    for text in HEADS:
        length, place, agency = dateline(text, "Er kam aus Lunden und vom Rathaus Bad Lunden.")
        found.append(f"{text} → {place} | {agency} | {text[length:]}")
    found += [
        f"{text} → {text[: agency_tag(text)]} | {text[slice(*ticker_marks(text))]} | {signature_date(text)}"
        for text in TAILS
    ]
    held("reading/heads", "\n".join(found) + "\n")


JOINTS = """
die Sicher-|heit
des NATO-|Prinzips
die Vor-|und Nachteile
die Vor-|oder Nachteile
die Vor-|bzw. Nachteile
die Vor-|sowie Nachteile
die Vor-|als Nachteile
die Vor-|bis Nachteile
die Vor-|noch Nachteile
die Vor-|wie Nachteile
die Vor-|statt Nachteile
die Vor-|aber Nachteile
US-|amerikanische
e-|mobil
rot-|grüne
schwarz-|gelbe
blau-|gelbe
grün-|rote
weiß-|blaue
türkis-|grüne
lila-|weiße
orange-|rote
deutsch-|polnische
islamisch-|konservative
islamisch-|kon
technisch-|e
tisch-|ende
frisch-|gebackenes
logisch-|erweise
Start-|up
Start-|ups
Play-|offs
Log-|out
Kick-|off
Time-|outs
saudi-|arabische
Not-in-|my
Check-in-|schalter
Out-of-|office
Made-to-|measure
Rock-and-|roll
Over-the-|top
2-|fach
30-|jährige
Hamburg-|Altona
Rechts-|staat
Rechts-|extreme
und/|oder
und /|oder
das Wort|und
das Wort -|und
das Wort-|„und“
Video-|spiel
Video-|spiele
""".strip().split("\n")


def test_line_ends():
    vocabulary = frozenset(("Rechts-staat", "Rechtsextreme", "Video-spiel", "Videospiel"))
    found = []
    for pair in JOINTS:
        left, right = pair.split("|")
        cut, between = joint(left, right, vocabulary)
        found.append(f"{pair} → {left[: len(left) - cut]}{between}{right}")
    held("reading/joints", "\n".join(found) + "\n")


SENTENCES = """
Das gilt z. B. in Kiel. Dort regnet es.
Das gilt z.B. in Kiel.
Er kam usw. Dann ging er.
Er kam mit Dr. Berg. Sie ging.
Dr. Berg kam am 3. Mai. Sie ging.
Am 3. Mai 2024 kam er. Am 4. ging er.
Er kam als 3. Dann ging er.
Im 19. Jahrhundert war es so. Es war das 3. Der Rat tagte.
Die neue 12. Klasse kam. Nach 12. Kommen sie?
Am 3.4. kam er. Am 3.4. Kam er?
Er kam am 3.4., sie am 4.4.
Er kam (am 3.4.) heim.
Er kam 1990. Sie kam 1991.
Er kam um 1990. Und sie?
Papst Johannes Paul II. kam. Ludwig XIV. Er war König.
J. R. Berg kam. Er ging mit J. Sie blieb.
Bahnhofstr. 5 in Kiel. Die Hauptstr. ist lang. Das ist die Parkstr.
Er sprach mit Loris Abt. Neue Schulden drohen.
Er sprach mit Abt. Neun des Amts.
Er kam mit Frank Sen. Neue Schulden drohen.
Das sei „gut.“ Er ging.
„Das ist gut.“, sagte er. „Ja!“ Er ging.
„Wirklich?“ fragte er. „Wirklich?!“ Er ging.
Er sagte: „Ja … nein.“ Dann … Er ging.
Er ging... und kam. Er ging... Und kam.
Er zitierte […] den Rat. Er zitierte (…) Den Rat.
Das war es.Er ging.Und kam.
Das kostet 1.000.000 Euro, 2,5 Prozent und 5%-Hürde.
Die Seite example.org und www.bote.de/damm?x=1. Ja.
Siehe https://bote.de/damm. Dann weiter.
Mail an anna.berg@bote.de oder a+b@c.de.
Leser:innen und Bürger*innen, eine:r von vielen.
Geht's gut? Wie geht's? Kant's Werk, Müller’s Hof, Hat's geklappt? Das war's.
AT&T und E.ON, und/oder, US-Soldat, D'Artagnan, K.-o.-Phase, U.S. Army.
'' hier `` da -- dort.
Er hat 2:1 gewonnen -- Berg traf. -- Dann war Schluss.
– Ja. – Nein. — Doch.
Wien/St. Pölten ist weit. Wien/St. Pölten?
Der FC. Er spielt. Das ist der 1. FC Kiel. Der 1. Vorsitzende kam. Der 2. Wahlgang.
Ab 3. Mai, bis 4. Juni, seit 5. Juli, zwischen 6. und 7. August.
Montag 3. kam er. Im 3. kam er.
Er kam. "Gut." "Ja." 'Nein.' Er ging.
Er kam!!! Dann?? Ging er?!
Er kam ... (er ging). Er kam. (Er ging.) Er kam.
a. D. Berg kam. Er ist Richter a. D. Sie auch.
Er wog ca. 80 kg. Sie auch. Vgl. Berg. S. 5.
""".strip().split("\n")


def test_tokens_and_sentences():
    found = []
    for text in SENTENCES:
        document = read_text(text)
        tokens = document.tokens
        cut = [" ".join(tokens.word[s.first : s.stop]) for s in document.sentences]
        found.append(f"{text}\n  {' | '.join(cut)}")
    held("reading/tokens", "\n".join(found) + "\n")


_TEXT = "Der Rat von Lunden stritt am Abend lange über den Damm. Er vertagte den Beschluss auf den Mai."
_MORE = "Die Kosten seien zu hoch, sagte Anna Berg. Sie forderte ein Gutachten und mehr Zeit für die Gemeinden."
_WRAPPED = """Der Rat von Lunden stritt am Abend lange über den Damm und
vertagte den Beschluss auf den Mai. Die Kosten seien zu hoch,
sagte Anna Berg. Sie forderte ein Gutachten und mehr Zeit."""
PAGES = {
    "title, lead, headings": f"Streit um den Damm\n\nEin langer Abend im Rat von Lunden endet ohne Beschluss.\n\n{_TEXT} {_MORE}\n\nDie Kosten\n\n{_MORE} {_TEXT}\n\nDie Gegner\n{_TEXT} {_MORE}",
    "wrapped": f"Streit um den Damm\n\n{_WRAPPED}\n\nDie Kosten\n\n{_WRAPPED}\n",
    "wrapped, with headings right above": f"Streit um den Damm\n\n{_WRAPPED}\nDie Kosten\n{_WRAPPED}\nWer baut den Damm?\n{_WRAPPED}\n",
    "wrapped, with an indent": _WRAPPED
    + "\n   Dann schwieg sie, und alle schwiegen mit ihr, denn es war\nspät geworden an diesem Abend im Rat.\n",
    "wrapped, a short last line": _WRAPPED
    + "\nDann schwieg sie.\nAlle schwiegen mit ihr, denn es war spät geworden, und der\nAbend war lang.\n",
    "wrapped, over pages": _WRAPPED.replace("Die Kosten", "\n\fDie Kosten", 1) + "\n",
    "wrapped, a page in a sentence": _WRAPPED.replace(" und\nvertagte", " und\n\n- 3 -\n\nvertagte"),
    "wrapped, bullets": f"{_WRAPPED}\n• erstens der Damm, den alle wollen und den niemand zahlen\nmag\n• zweitens der Deich\n",
    "doubly spaced": _WRAPPED.replace("\n", "\n\n") + "\n\n" + _WRAPPED.replace("\n", "\n\n"),
    "narrow lead": "Streit um den Damm\n\nDer Rat stritt lange.\nEr kam zu keinem Ende.\n\n"
    + _WRAPPED
    + "\n\n"
    + _WRAPPED,
    "one paragraph a line": "\n".join((_TEXT, _MORE, _TEXT)),
    "a list of short lines": f"Streit um den Damm\n\n{_TEXT}\n\nAnna Berg\n\nUwe Lang\n\nIna Voss\n\n{_MORE}",
    "two short lines": f"Streit um den Damm\n\n{_TEXT}\n\nAnna Berg\n\nUwe Lang\n\n{_MORE}",
    "questions that head": f"Was nun?\n\n{_TEXT}\n\nWer zahlt den Damm?\n{_MORE}\n\nWer baut ihn?\n{_TEXT}\n\nBote: Was sagen Sie?\n{_MORE}",
    "a heading in brackets below": f"Streit\n\n{_TEXT}\n\nDie Kosten\n\n(Eine Notiz, die in Klammern steht.)\n\n{_MORE}",
    "links": f"{_TEXT}\n\nhttps://bote.de/ein/sehr/langer/weg/\ndamm.html\n\n[1] https://bote.de 3/7\n\nQuelle: www.bote.de\n\nhttps://a.de, https://b.de\n\nhttps://bote.de/damm-\nbruch\n\n{_MORE}",
    "page numbers": f"{_TEXT}\n\nSeite 3 von 7\n\n{_MORE}\n\n– 4 –\n\n{_TEXT}\n\n5/7\n\n{_MORE}\n\n[6]\n",
    "numbers that count": f"{_TEXT}\n\n3\n\n{_MORE}\n\n4\n\n{_TEXT}\n",
    "a number alone": f"{_TEXT}\n\n1984\n\n{_MORE}\n\n{_TEXT}\n",
    "running heads": "\n\f".join(
        f"Lundener Bote S. {n}\n\nStreit um den Damm\n\n{_TEXT}\n{_MORE}\n" for n in (1, 2, 3)
    ),
    "a head that is the title": "\n\f".join(f"Streit um den Damm\n\n{_TEXT}\n{_MORE}\n" for _ in range(3)),
    "a head that cuts a sentence": f"{_TEXT[:60]}\nBote 3\n{_TEXT[60:]}\n\n{_TEXT[:56]}\nBote 4\nlange über den Damm im Mai und redete.\n",
    "by-line, date, agency": f"Streit um den Damm\n\nVon Anna Berg\n\n3. Mai 2024\n\nLunden (dpa) – {_TEXT}\n\n{_MORE} (dpa)\n",
    "credits around": f"Streit um den Damm\n\nFoto: Uwe Lang\n\nText: Anna Berg\n\n{_TEXT}\n\n(Bild: dpa)\n\n{_MORE}\n",
    "an agency and its day": f"Streit um den Damm\n\n{_TEXT}\n\n{_MORE}\n\nred, APA, 3.5.2024",
    "a signed post": f"Streit um den Damm\n\n{_TEXT}\n\nDer Damm hält!\n— Anna Berg (@berg) 3. Mai 2024\n\n{_MORE}",
    "a ticker": f"Ticker\n\n+++ 11:30 Uhr: {_TEXT} +++\n\n+++ 12:00 Uhr: {_MORE}\n",
    "boxes": f"Streit um den Damm\n\n{_TEXT}\n\nAbonnieren Sie unseren Newsletter\nJetzt kostenlos anmelden\nHier klicken\n\n{_MORE}",
    "contacts": f"Streit um den Damm\n\n{_TEXT}\n\n{_MORE}\n\nKontakt:\nAnna Berg\nTelefon: 04882 1234\ninfo@bote.de\n",
    "buttons": f"Startseite\n\nStreit um den Damm\n\nTeilen\n\n{_TEXT}\n\nTeilen\n\n{_MORE}\n\nStart › Lokales › Lunden\n\nDrucken\n",
    "comments": f"Streit um den Damm\n\n{_TEXT}\n\n{_MORE}\n\n12 Kommentare\n\nIch finde den Damm gut. Er hält.\n\nUwe\n",
    "comments with a day": f"Streit um den Damm\n\n{_TEXT}\n\n{_MORE}\n\nKommentare\n\nvor 3 Stunden\n\nIch finde den Damm gut. Er hält.\n",
    "a heading that is a word of the page": f"Streit um den Damm\n\n{_TEXT}\n\nKommentare\n\n{_MORE}\n",
    "a tail": f"Streit um den Damm\n\n{_TEXT}\n\n{_MORE}\n\nMehr zum Thema\n\nDer Deich bricht\n\nMuseum zeigt Karten\n\n„Zu teuer“\n\nZwölf 12 Orte\n\nDas war es.\n",
    "a notice of the makers": f"Streit um den Damm\n\n{_TEXT}\n\nDiesen Artikel hat die Redaktion im Newsletter und in der App veröffentlicht, Leserbriefe sind willkommen.\n",
    "a tag above a credit": f"Streit um den Damm\n\nLokales\nFoto: Anna Berg\n\n{_TEXT}\n\n{_MORE}",
    "only short lines": "Anna\n\nUwe\n\nIna\n",
    "dialogue in dashes": f"Streit\n\n– Was nun?\n\n– Nichts.\n\n{_TEXT}\n\n- noch eins\n\n{_MORE}",
    "soft hyphens": "Der Rat von Lunden stritt am Abend lange über den gro\u00ad\nßen Damm und vertagte den Beschluss auf den kommen-\nden Mai, sagte Anna Berg. Sie forderte ein Gut-\nachten und mehr Zeit für die Vor- und Nach-\nteile, so der Rat.",
}


def laid_out(source: str) -> Iterator[str]:
    layout = lay_out(source)
    for p in layout.paragraphs:
        yield f"  {p.kind} {p.section_id}{' strong' if p.strong else ''}: {layout.text[p.start : p.end]}"
    for row in layout.furniture:
        yield f"  {row.kind}: {row.text} = {source[row.source_start : row.source_end]!r}"
    head = layout.head
    if told := "; ".join(filter(None, (head.author, head.date, head.place, head.agency))):
        yield f"  head: {told}"


def test_pages():
    found = ["\n".join((f"# {name}", *laid_out(source))) for name, source in PAGES.items()]
    held("reading/pages", "\n\n".join(found) + "\n")


@pytest.mark.parametrize("source", PAGES.values(), ids=list(PAGES))
def test_furniture_is_found_at_its_lines(source):
    lines = split_lines(source)
    assert all(lines[i].text for i in find_furniture(lines))
