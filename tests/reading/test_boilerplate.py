"""What belongs to the page and not to the article, and what only looks like it."""

from __future__ import annotations

import pytest

from stimmlage.reading.boilerplate import kind_of_line
from stimmlage.reading.layout import lay_out
from stimmlage.reading.masthead import dateline, iso_date, signature_date, ticker_marks
from stimmlage.reading.segmentation import read_source

BODY = (
    "Der Rat von Lunden hat am Montag den neuen Hafen beschlossen. Gebaut wird ab Mai.",
    "Die Anwohner fürchten Lärm. Ein Verein sammelt Unterschriften gegen den Bau.",
)


def page(*lines: str) -> str:
    return "\n\n".join(lines) + "\n"


def furniture(source: str) -> list[tuple[str, str]]:
    layout = lay_out(source)
    for row in layout.furniture:
        assert source[row.source_start : row.source_end].split() == row.text.split()
    return [(row.kind, row.text) for row in layout.furniture]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Von Anna Berg", "by-line"),
        ("Von Anna Berg und Jan Kern", "by-line"),
        ("Von Anna Berg, Lunden", "by-line"),
        ("Von Anna von der Heide", "by-line"),
        ("Ein Kommentar von Jan Kern", "by-line"),
        ("Das Gespräch führte Jan Kern.", ""),
        ("Interview: Jan Kern", "credit"),
        ("Foto: Anna Berg/dpa", "credit"),
        ("(Bild: Stadt Lunden)", "credit"),
        ("© Anna Berg", "credit"),
        ("Grafik: Redaktion | Quelle: Statistikamt", "credit"),
        ("dpa/kna", "agency"),
        ("(stb, APA, 3.4.2024)", "agency"),
        ("lnw", ""),
        ("(dpa)", "agency"),
        ("3. April 2024", "date"),
        ("Stand: 3.4.2024, 14:05 Uhr", "date"),
        ("Mittwoch, 3. April 2024", "date"),
        ("vor 3 Stunden", "date"),
        ("Lesezeit: 4 Minuten", "date"),
        ("Lesen Sie auch: Hafen wird teurer", "link"),
        ("Mehr zum Thema", "link"),
        ("Lesen Sie hier, wie der Hafen entstand", "link"),
        ("Anzeige", "advertising"),
        ("- Anzeige -", "advertising"),
        ("WERBUNG", "advertising"),
        ("Telefon: 0123 456789", "contact"),
        ("presse@lunden.example", "contact"),
        ("Rückfragen an: Pressestelle der Stadt", "contact"),
        ("Medienmitteilung", "embargo"),
        ("Pressemitteilung Nr. 12/2024", "embargo"),
        ("Sperrfrist: 3. April, 10 Uhr", "embargo"),
        ("Es gilt das gesprochene Wort!", "notice"),
        # the same words in text, in headings, in lists
        ("Von der Krise zur Chance", ""),
        ("Von Menschen und Mäusen", ""),
        ("Von Anna Berg fehlt jede Spur.", ""),
        ("Das Foto zeigt den Hafen.", ""),
        ("Foto und Film im Hafen", ""),
        ("Anzeige gegen den Hafenmeister", ""),
        ("Anzeigen kostet Mut.", ""),
        ("Mehr Lärm als Licht", ""),
        ("Lesen Sie genau.", ""),
        ("Am 3. April 2024 begann der Bau", ""),
        ("Quelle des Ärgers", ""),
        ("Die dpa hatte berichtet", ""),
        ("Kontakt zum Nachbarn", ""),
        ("© steht unter jedem Bild, das er malt.", ""),
        ("Text und Musik: gelungen", ""),
    ],
)
def test_a_line_by_itself(line, kind):
    assert kind_of_line(line) == kind


def test_a_page_is_parted_from_its_article():
    source = page(
        "Startseite > Politik > Lunden",
        "Hafen in Lunden beschlossen",
        "Von Anna Berg",
        "3. April 2024",
        "Foto: Jan Kern",
        f"Lunden (nad) – {BODY[0]}",
        "Anzeige",
        BODY[1],
        "nad/abe",
        "Mehr zum Thema\nHafen wird teurer\nStreit um den Kai",
        "2 Kommentare",
        "Seebär\nvor 2 Stunden\nDer Hafen kommt zu spät.\nAntworten",
    )
    document = read_source(source)
    assert [document.text[p.start : p.end] for p in document.paragraphs] == ["Hafen in Lunden beschlossen", *BODY]
    assert (document.author, document.date, document.place, document.agency) == (
        "Anna Berg",
        "2024-04-03",
        "Lunden",
        "nad",
    )
    assert [kind for kind, _ in furniture(source)] == [
        "button",
        "by-line",
        "date",
        "credit",
        "dateline",
        "advertising",
        "agency",
        "link",
        "tail",
        "tail",
        *["comments"] * 5,
    ]


@pytest.mark.parametrize(
    "box",
    [
        "Newsletter „Morgenpost“\nAlles Wichtige früh in Ihrem Postfach\nJetzt kostenlos abonnieren",
        "Jetzt Probeabo testen",
        "Melden Sie sich an, um den Artikel weiterzulesen und zu kommentieren.",
        "Empfohlener redaktioneller Inhalt\nIch bin damit einverstanden, dass mir externe Inhalte angezeigt werden.",
        "Unser Podcast erscheint freitags\nHier abonnieren und anhören",
        "Diesen Artikel weiterlesen mit Plus",
    ],
)
def test_boxes_that_ask_for_something(box):
    assert [kind for kind, _ in furniture(page(BODY[0], box, BODY[1]))] == ["box"] * len(box.splitlines())


@pytest.mark.parametrize(
    "text",
    [
        "Der Newsletter des Vereins erscheint freitags.",
        "Redaktion streitet über Newsletter",
        "Abonniert haben ihn zwölf Leute.",
        "Lesen Sie einmal eine Rechnung bis zum Ende, und Sie verstehen den Ärger.",
        "Ein Kommentar im Gemeindeblatt hatte den Streit ausgelöst.",
        "Wenn Sie uns unterstützen, wird der Hafen schön.",
        "Kommentare blieben freundlich.",
        "Sie bestellen zwei Bier.",
        "Jetzt wird gebaut",
        "• Der Bau beginnt im Mai",
    ],
)
def test_words_of_the_page_in_text(text):
    assert furniture(page("Hafen in Lunden beschlossen", BODY[0], text, BODY[1])) == []


def test_contacts_of_a_press_release_are_a_box():
    source = page(
        "Pressemitteilung\nSperrfrist: 3. April, 10 Uhr",
        "Hafen in Lunden beschlossen",
        *BODY,
        "Pressekontakt:\nStadtwerke Lunden, Mia Quast\nTelefon: 0123 456-789\npresse@lunden.example",
    )
    assert [kind for kind, _ in furniture(source)] == ["embargo", "embargo", *["contact"] * 4]
    assert lay_out(source).part("title") == "Hafen in Lunden beschlossen"


def test_lines_that_wrapping_joined_are_parted_again():
    text = "Der Rat von Lunden hat am Montag den neuen Hafen be-\nschlossen. Gebaut wird ab Mai, wenn das Land den Zu-\nschuss zahlt, den es versprochen hat.\n"
    assert furniture(f"{text}\nnad/abe\n© Nordagentur\n") == [("agency", "nad/abe"), ("credit", "© Nordagentur")]


def test_a_notice_of_the_makers_below():
    assert furniture(page(*BODY, "Die Redaktion behält sich vor, Leserbriefe zu kürzen.")) == [
        ("notice", "Die Redaktion behält sich vor, Leserbriefe zu kürzen.")
    ]
    assert furniture(page(*BODY, "Die Redaktion hatte den Artikel am Abend gelöscht.")) == []


def test_without_running_text_nothing_is_parted():
    assert furniture("Foto: Anna Berg\n") == [] and furniture("Anzeige\n\nMehr\n") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lunden (nad) – Der Rat tagt.", ("Lunden", "nad")),
        ("Berlin – Der Rat tagt.", ("Berlin", "")),
        ("BERLIN/WIEN – Der Rat tagt.", ("Berlin/Wien", "")),
        ("Bad Ahlen, 3. Mai – Der Rat tagt heute über den neuen Hafen, der teuer wird.", ("Bad Ahlen", "")),
        ("Berlin: Der Rat tagt.", ("Berlin", "")),
        ("Lunden – Der Rat tagt heute über den neuen Hafen, der sehr teuer werden soll.", ("Lunden", "")),
        ("Berlin – das war ihm zu laut.", ("", "")),
        ("Hamburg – Berlin fährt er in zwei Stunden.", ("", "")),
        ("Lunden: Der Rat tagt.", ("", "")),
        ("Der Rat – er tagt.", ("", "")),
        ("Fazit – Der Rat tagt.", ("", "")),
    ],
)
def test_the_place_before_the_first_word(text, expected):
    assert dateline(text, text)[1:] == expected


def test_a_dateline_leaves_the_text_and_leads_back_to_the_source():
    source = page("Hafen in Lunden beschlossen", f"Lunden – {BODY[0]}", BODY[1])
    layout = lay_out(source)
    assert layout.text.split("\n\n")[1] == BODY[0]
    assert furniture(source) == [("dateline", "Lunden –")]
    assert layout.head.place == "Lunden"


def test_a_tag_behind_the_last_sentence():
    source = page("Hafen in Lunden beschlossen", BODY[0], f"{BODY[1]} (red, Reuters)")
    assert furniture(source) == [("agency", "(red, Reuters)")]
    assert furniture(page(BODY[0], f"{BODY[1][:-1]} (siehe unten).")) == []


def test_times_of_a_ticker():
    source = page(
        "Hochwasser: die Lage",
        "+++ 06:12 Uhr: Pegel steigt +++\nDer Pegel in Lunden hat sechs Meter überschritten.",
        "+++ 07.40: Deich hält +++\nDer Deich in Lunden hält nach Angaben der Stadt.",
    )
    layout = lay_out(source)
    assert [s.heading for s in layout.sections[1:]] == ["Pegel steigt", "Deich hält"]
    assert [kind for kind, _ in furniture(source)] == ["ticker"] * 4
    assert ticker_marks("Pegel +++ steigt") == (0, 16)


def test_dates():
    assert [iso_date(d) for d in ("1. Jänner 2020", "1.2.71", "31.2.2020", "2020-01-05", "März")] == [
        "2020-01-01",
        "1971-02-01",
        "31.2.2020",
        "2020-01-05",
        "März",
    ]
    assert signature_date("— Anna Berg (@berg) 3. Mai 2024") == 20
    assert signature_date("Anna Berg, 3. Mai 2024") == 0


def test_old_marks_and_entities_are_written_as_marks():
    text = lay_out("Er sagte: ,,Ja'' und <<nein>> und &quot;gut&quot; und ``so''. Das Rad hat 27''.\n").text
    assert text == "Er sagte: „Ja“ und «nein» und \"gut\" und „so“. Das Rad hat 27''."


def test_stars_of_bold_print_go_and_leave_their_trace():
    layout = lay_out("**Was nun?**\n\nWir **warten** noch. Das dauert** lange.\n")
    assert [layout.text[p.start : p.end] for p in layout.paragraphs] == [
        "Was nun?",
        "Wir **warten** noch. Das dauert** lange.",
    ]
    assert [p.strong for p in layout.paragraphs] == [True, False]
    assert lay_out("Wir **warten** noch.\n").text == "Wir warten noch."
