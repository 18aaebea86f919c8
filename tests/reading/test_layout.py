"""Layout: the reading text is what a careful editor would write, and leads back to the source."""

from __future__ import annotations

import itertools
import textwrap
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from stimmlage.document import Alignment
from stimmlage.reading.alignment import to_source
from stimmlage.reading.hyphens import joint
from stimmlage.reading.layout import Layout, lay_out
from stimmlage.reading.wrapping import looks_like_heading

SEED = next((Path(__file__).parents[2] / "seeds").glob("*.txt"))


def parts(source: str) -> list[tuple[str, str]]:
    layout = lay_out(source)
    return [(p.kind, layout.text[p.start : p.end]) for p in layout.paragraphs]


def texts(source: str) -> list[str]:
    return [text for _, text in parts(source)]


# ---- an invented article, printed in many ways and read back ----

TITLE = "Stadtrat von Auental streitet über neue Seilbahn"
LEAD = "Soll die Kleinstadt Millionen ausgeben? Die Bürgermeisterin wirbt, die Opposition warnt vor Schulden."
FIRST = (
    "Am Dienstag legte Bürgermeisterin Karla Vogt den Plan für eine Seilbahn vor. „Wir wollen das Tal endlich mit "
    "dem Bahnhof verbinden“, sagte sie. Die Kosten beliefen sich auf etwa 12 Millionen Euro, bis zu 3 % davon "
    "trage das Land. Die EU-Kommission habe Fördermittel zugesagt."
)
SECOND = (
    "Der Fraktionschef der Liste Auental, Bernd Kuhl, nannte die Vor- und Nachteile „schlecht untersucht“. Das "
    "Vorhaben werde die Stadt über Jahrzehnte belasten, erklärte er. Wer den Vertrag gelesen habe, wisse das."
)
THIRD = (
    "Ob die Anwohner zustimmen, bleibt unklar. Nach Angaben der Verwaltung gingen 1.200 Einwendungen ein, mehr als "
    "bei jedem anderen Verfahren seit 1998. Viele fürchten den Lärm der Antriebe und den Schatten der Stützen, "
    "andere hoffen auf Gäste und Arbeit. Einen Bürgerentscheid lehnte der Rat im vergangenen Herbst ab."
)
FOURTH = (
    "Das Landesamt will im Mai entscheiden. Bis dahin sollen die Gutachter ihre Berichte vorlegen, wie das Amt "
    "mitteilte. Danach beginnt die Ausschreibung der Bauarbeiten, die zwei Jahre dauern dürften."
)
ARTICLE = [
    ("title", TITLE),
    ("lead", LEAD),
    ("text", FIRST),
    ("heading", "Opposition warnt vor den Folgen für den Haushalt"),
    ("text", SECOND),
    ("text", THIRD),
    ("heading", "Entscheidung im Mai"),
    ("text", FOURTH),
]


@dataclass(frozen=True)
class Printer:
    """Prints an article as text extracted from a PDF looks."""

    width: int
    page: int = 20
    footer: str = ""
    head: str = ""
    form_feed: bool = False
    hyphens: bool = False
    newline: str = "\n"

    def __call__(self, article: list[tuple[str, str]]) -> str:
        lines: list[str] = []
        for kind, text in article:
            width = self.width if kind == "text" else int(self.width * 0.7)
            wrapped = textwrap.wrap(text, width, break_on_hyphens=True)
            if self.hyphens and kind == "text":
                wrapped = hyphenate(wrapped)
            lines += [*wrapped, ""]
        pages = [lines[i : i + self.page] for i in range(0, len(lines), self.page)]
        printed = []
        for number, page in enumerate(pages, start=1):
            head = [self.head, ""] if self.head else []
            foot = ["", self.footer.format(number=number, pages=len(pages)), ""] if self.footer else []
            printed.append(self.newline.join([*head, *page, *foot]))
        return ("\f" if self.form_feed else self.newline).join(printed) + self.newline


def hyphenate(lines: list[str]) -> list[str]:
    """Break the long plain words at line starts: `Sicherheit` becomes `Sicher-` and `heit`."""
    lines = list(lines)
    for i in range(1, len(lines)):
        first, _, rest = lines[i].partition(" ")
        if len(first) > 8 and first.isalpha() and rest and lines[i - 1][-1] != "-":
            lines[i - 1] += f" {first[:5]}-"
            lines[i] = f"{first[5:]} {rest}"
    return lines


PRINTERS = [
    Printer(62),
    Printer(48),
    Printer(80),
    Printer(100, 12),
    Printer(62, footer="https://zeitung.example/auental/seilbahn/2025/artikel.html"),
    Printer(62, 17, footer="Seite {number} von {pages}"),
    Printer(56, 13, footer="- {number} -"),
    Printer(70, 11, footer="{number}", head="Auentaler Bote | Dienstag, 4. März 2025"),
    Printer(58, 16, footer="{number}/{pages}", form_feed=True),
    Printer(64, 14, head="Auentaler Bote", form_feed=True),
    Printer(62, hyphens=True),
    Printer(45, hyphens=True),
    Printer(74, 15, footer="S. {number}", hyphens=True),
    Printer(62, newline="\r\n", footer="Seite {number}"),
]


@pytest.mark.parametrize("printer", PRINTERS, ids=repr)
def test_printed_article_is_read_back(printer):
    layout = lay_out(printer(ARTICLE))
    assert [(p.kind, layout.text[p.start : p.end]) for p in layout.paragraphs] == ARTICLE
    assert layout.part("title") == TITLE and layout.part("lead") == LEAD


@pytest.mark.parametrize(
    ("printer", "kind"),
    [(p, "link") for p in PRINTERS if "http" in p.footer]
    + [(p, "page number") for p in PRINTERS if "number" in p.footer]
    + [(p, "running head") for p in PRINTERS if p.head],
)
def test_furniture_becomes_rows(printer, kind):
    source = printer(ARTICLE)
    rows = [row for row in lay_out(source).furniture if row.kind == kind]
    assert len(rows) == len(source) // len(source) * _pages(printer, source)
    assert all(source[row.source_start : row.source_end] == row.text for row in rows)


def _pages(printer: Printer, source: str) -> int:
    mark = printer.head or printer.footer
    if "{number}" in mark:
        return sum(
            any(mark.format(number=n, pages=p) == line for n in range(30) for p in range(30))
            for line in source.splitlines()
        )
    return source.count(mark)


# ---- small cases ----


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param(
            "Der Rat sprach lange über den Haushalt der Stadt und die\nLage der Bäder. Dann ging man heim.",
            ["Der Rat sprach lange über den Haushalt der Stadt und die Lage der Bäder. Dann ging man heim."],
            id="wrapped",
        ),
        pytest.param(
            "Der Streit um die neue Brücke ging weiter, sagte der NATO-\nSprecher. Es geht um die Sicher-\nheit "
            "aller, meinte er, und um Vor-\nund Nachteile der Lösung.",
            [
                "Der Streit um die neue Brücke ging weiter, sagte der NATO-Sprecher. Es geht um die Sicherheit aller, "
                "meinte er, und um Vor- und Nachteile der Lösung."
            ],
            id="hyphens",
        ),
        pytest.param(
            "Ein gemeinsamer Brief der deutsch-polnischen Kammer blieb liegen, weil die deutsch-\npolnischen "
            "Räte stritten und nicht mehr miteinan-\nder reden wollten.",
            [
                "Ein gemeinsamer Brief der deutsch-polnischen Kammer blieb liegen, weil die deutsch-polnischen Räte "
                "stritten und nicht mehr miteinander reden wollten."
            ],
            id="hyphen-elsewhere",
        ),
        pytest.param(
            "Ein E\ufb00ekt, ein \ufb01nales Wort\u00adende und 5\u00a0Euro\u200b.\x07",
            ["Ein Effekt, ein finales Wortende und 5 Euro."],
            id="ligatures",
        ),
        pytest.param("Die Ma\u0308nner  gehen\tweg.", ["Die Männer gehen weg."], id="combining"),
        pytest.param(
            "Am Ende gewann die Mannschaft aus dem Sü\u00ad\nden des Landes klar, was alle sehr\nüberrascht hat.",
            ["Am Ende gewann die Mannschaft aus dem Süden des Landes klar, was alle sehr überrascht hat."],
            id="soft-hyphen-at-line-end",
        ),
    ],
)
def test_reading_text(source, expected):
    assert texts(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Ein Satz. Noch einer.", [("text", "Ein Satz. Noch einer.")]),
        ("Ein Satz.\nNoch einer.", [("text", "Ein Satz."), ("text", "Noch einer.")]),
        ("Ein Satz.\r\n\r\nNoch einer.", [("text", "Ein Satz."), ("text", "Noch einer.")]),
        ("Nur eine Zeile", [("text", "Nur eine Zeile")]),
        (
            "Streit um die Brücke\nDer Rat hat am Montag die neue Brücke abgelehnt. Es war knapp.",
            [
                ("title", "Streit um die Brücke"),
                ("text", "Der Rat hat am Montag die neue Brücke abgelehnt. Es war knapp."),
            ],
        ),
        (
            "Der Rat hat am Montag die neue Brücke abgelehnt.\nVon Anna Berg\nEs war eine knappe Sache, sagte der Chef.",
            [
                ("text", "Der Rat hat am Montag die neue Brücke abgelehnt."),
                ("text", "Es war eine knappe Sache, sagte der Chef."),
            ],
        ),
        (
            "Die Ergebnisse vom Wochenende lauten so.\nAuental – Neustadt\nBergheim – Talheim\nSeeburg – Waldau\nAm Ende "
            "stand ein Unentschieden, sagte der Trainer.",
            [
                ("text", "Die Ergebnisse vom Wochenende lauten so."),
                ("text", "Auental – Neustadt"),
                ("text", "Bergheim – Talheim"),
                ("text", "Seeburg – Waldau"),
                ("text", "Am Ende stand ein Unentschieden, sagte der Trainer."),
            ],
        ),
    ],
)
def test_plain_text_keeps_its_lines(source, expected):
    assert parts(source) == expected


def test_sentence_across_a_page_is_one_paragraph():
    source = (
        "Nach langen Gesprächen einigten sich die Länder auf einen Plan, wie\n"
        "der Minister sagte. Er nannte den Plan gut. Helga Sommer, eine frühere\n\n"
        "https://bote.example/archiv/laender/\nplan-der-laender.html\n12\n\f"
        "Richterin am Verwaltungsgericht, sah das anders. Sie werde gegen den\nPlan klagen.\n"
    )
    layout = lay_out(source)
    assert [p.kind for p in layout.paragraphs] == ["text"]
    assert "eine frühere Richterin am Verwaltungsgericht" in layout.text
    assert [(f.kind, f.text) for f in layout.furniture] == [
        ("link", "https://bote.example/archiv/laender/plan-der-laender.html"),
        ("page number", "12"),
    ]


def test_headings_without_blank_lines():
    source = (
        "Die Gemeinde hat den Antrag auf den Bau der Halle in der Sitzung am\nAbend abgelehnt, wie der Rat "
        "mitteilte. Der Grund sei das Geld, das\nnicht reiche.\nKritik der Vereine\nDie Vereine sind enttäuscht "
        "und wollen den Beschluss nicht einfach so\nhinnehmen. Sie planen nun einen Protest vor dem Rathaus, um "
        "auf ihre\nLage hinzuweisen.\n"
    )
    assert [kind for kind, _ in parts(source)] == ["text", "heading", "text"]
    assert texts(source)[1] == "Kritik der Vereine"


def test_what_is_said_twice_is_no_running_head():
    """The same full line stands in two paragraphs, between lines of its sentence."""
    line = "der Bürgermeister hat den Bau der neuen Halle am Rand der Stadt endgültig"
    source = (
        f"Am Montag war es im Rat der kleinen Stadt so weit, denn wie es dort hieß,\n{line}\nabgesagt.\n\n"
        f"Das ist nun amtlich. Er sagte das gestern auf dem Markt noch einmal, und\n{line}\nabgesagt, auch wenn viele klagen.\n"
    )
    layout = lay_out(source)
    assert layout.furniture == [] and layout.text.count("der Bürgermeister") == 2


@pytest.mark.parametrize("title", ["Ein Dorf wehrt sich", "Minister tritt ab", "Bahn nimmt den Betrieb auf"])
def test_titles_that_end_in_a_small_word(title):
    source = (
        f"{title}\n\nDer Rat hat in der Sitzung am Abend lange gestritten. Beschlossen wurde\nnichts, wie es hieß.\n"
    )
    assert parts(source)[0] == ("title", title)


def test_date_above_the_title():
    source = "Der Bote, 3. März 2025\n\nStreit im Rat\n\nDer Rat hat in der Sitzung am Abend lange gestritten und\nnichts beschlossen.\n"
    assert [kind for kind, _ in parts(source)] == ["text", "title", "text"]


def test_word_broken_over_a_page():
    source = (
        "Der Rat hat in der Sitzung am Abend lange über die neue Verkehrsfüh-\n\nhttps://bote.example/rat\nSeite 2\n\n"
        "rung am Markt gestritten. Beschlossen wurde nichts, wie der Vorsitzende\nder Fraktion sagte.\n"
    )
    layout = lay_out(source)
    assert "die neue Verkehrsführung am Markt" in layout.text
    start = layout.text.index("Verkehrsführung")
    begin, end = to_source(layout.alignment, start, start + len("Verkehrsführung"))
    assert source[begin:end].startswith("Verkehrsfüh-") and source[begin:end].endswith("rung")


def test_page_edges_without_blank_lines():
    source = (
        "TAGBLATT SEEBURG\nHaushalt: Die Stadt spart beim Personal\nDie Stadt will im kommenden Jahr 40 Stellen "
        "streichen. Das kündigte\nKämmerer Paul Ritter am Freitag an. Er verwies auf die Einnahmen aus der\n2\n"
        "TAGBLATT SEEBURG\nGewerbesteuer, die stark gesunken seien. Die Gewerkschaft warnt vor den\nFolgen für "
        "Kitas und Ämter.\nPersonalrat spricht von Wortbruch\nDer Personalrat ist empört. Noch im Mai habe der "
        "Bürgermeister versprochen,\ndass niemand gehen müsse. „Das ist ein Wortbruch“, sagte die Vorsitzende\n3\n"
        "TAGBLATT SEEBURG\nInge Thoma. Man prüfe nun rechtliche Schritte.\n"
    )
    layout = lay_out(source)
    assert [p.kind for p in layout.paragraphs] == ["title", "text", "heading", "text"]
    assert layout.part("title") == "Haushalt: Die Stadt spart beim Personal"
    assert "aus der Gewerbesteuer, die" in layout.text and "die Vorsitzende Inge Thoma." in layout.text
    assert sorted(f.kind for f in layout.furniture) == ["page number"] * 2 + ["running head"] * 3


def test_indented_paragraphs():
    source = (
        "Neue Regeln für den Hafen von Seeburg\nVon Lena Harms\n\n   Der Senat von Seeburg hat am Mittwoch neue "
        "Regeln für den Hafen be-\nschlossen. Sie gelten ab dem 1. Juli und betreffen vor allem große Schiffe,\n"
        "die nachts im Hafen der Stadt liegen und ihre Motoren laufen lassen.\n   „Wir wollen die Luft in der "
        "Stadt endlich sauber bekommen“, sagte\nUmweltsenatorin Maja Lindt.\n"
    )
    assert [kind for kind, _ in parts(source)] == ["title", "text", "text"]
    assert (
        texts(source)[2]
        == "„Wir wollen die Luft in der Stadt endlich sauber bekommen“, sagte Umweltsenatorin Maja Lindt."
    )


@pytest.mark.parametrize(
    "footer",
    [
        "Seite 3 von 7",
        "- 4 -",
        "3/7",
        "[3]",
        "https://bote.example/artikel 2/4",
        "Quelle: https://bote.example/a",
        "[1] https://bote.example/a?id=3",
        "www.bote.example",
    ],
)
def test_footers_in_mid_sentence(footer):
    """Before a noun, without a blank line: only what the line is tells that it is no text."""
    source = (
        f"Der Antrag auf den Bau der Halle sei, so sagte es am Abend der\n{footer}\nBürgermeister von Seeburg, noch "
        "lange nicht vom Tisch. Er wolle\nweiter dafür werben.\n"
    )
    layout = lay_out(source)
    assert "am Abend der Bürgermeister von Seeburg" in layout.text
    assert [f.text for f in layout.furniture] == [footer]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("1. Die Ausgangslage", "heading"),
        ("Von der Krise zur Chance", "heading"),
        ("DIE FOLGEN", "heading"),
        ("Was bleibt vom Jahr 2020", "heading"),
        ("Seeburg, 3. März 2025", "text"),
        ("Auental – Seeburg 2:1", "text"),
    ],
)
def test_what_is_a_heading(line, kind):
    source = (
        f"Der Rat hat getagt. Er hat lange beraten.\n\n{line}\n\nDie Folgen sind noch nicht klar. Alle warten ab.\n"
    )
    assert parts(source)[1] == (kind, line)


def test_list_items_and_questions():
    source = (
        "Was jetzt gilt\n\nDie Regierung hat sich auf neue Regeln geeinigt, die ab Montag im ganzen\nLand gelten "
        "sollen. Die wichtigsten Punkte im Überblick:\n\n• Läden dürfen bis 22 Uhr öffnen, wenn die Zahl der "
        "Kunden begrenzt wird\nund Abstand möglich ist.\n• Schulen bleiben offen.\n\nWie geht es Ihnen damit?\n\n"
        "Gut. Aber viele Eltern haben Angst vor dem Winter und vor neuen Regeln, die\nkeiner versteht.\n\n"
        "Wie geht es weiter?\n\nIm Herbst will die Regierung die Regeln prüfen. Das hat sie angekündigt.\n"
    )
    assert [(kind, text.split()[0]) for kind, text in parts(source)] == [
        ("title", "Was"),
        ("text", "Die"),
        ("text", "•"),
        ("text", "•"),
        ("text", "Wie"),
        ("text", "Gut."),
        ("heading", "Wie"),
        ("text", "Im"),
    ]


def test_double_spacing():
    lines = textwrap.wrap(FIRST, 60)
    assert texts("\n\n".join(lines)) == [FIRST]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Sicher-", "heit der", (1, "")),
        ("NATO-", "Prinzips", (0, "")),
        ("US-", "amerikanisch", (0, "")),
        ("Vor-", "und Nachteile", (0, " ")),
        ("Ein-", "bzw. Ausgang", (0, " ")),
        ("10-", "jährige", (0, "")),
        ("politisch-", "ökonomische", (0, "")),
        ("religiös-politisch-", "konservativen", (0, "")),
        ("rot-", "grüne", (0, "")),
        ("Start-", "ups gründen", (0, "")),
        ("europäi-", "schen", (1, "")),
        ("logisch-", "erweise", (1, "")),
        ("techni-", "schen", (1, "")),
        ("der", "Mann", (0, " ")),
        ("Bund/", "Länder", (0, "")),
        ("kam -", "und ging", (0, " ")),
        ("Hunde-", "Hütte", (0, "")),
    ],
)
def test_joint(left, right, expected):
    assert joint(left, right, frozenset()) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Streit um die Brücke", True),
        ("Wie geht es weiter?", True),
        ("„Wir machen weiter“", True),
        ("Der Rat hat beschlossen.", False),
        ("kleiner Anfang", False),
        ("Der Streit um die", False),
        ("Er kam. Sie ging", False),
        ("Die Lage im 3. Bezirk", True),
        ("So sagte er:", False),
        ("12", False),
    ],
)
def test_looks_like_heading(text, expected):
    assert looks_like_heading(text) is expected


# ---- the article in seeds/ ----


def test_seed_structure():
    layout = lay_out(SEED.read_text("utf-8"))
    assert [s.heading for s in layout.sections] == [
        "",
        "Trumps Perspektive auf Sicherheitsgarantien",
        "Reaktionen deutscher und europäischer Politiker",
        "Der Weg zu einer europäischen Lösung",
        "Die Herausforderungen der Friedenssicherung",
        "Die Rolle der Drohnen und Waffen",
        "Auf dem Weg zu realistischen Lösungen",
    ]
    assert layout.part("title") == "Ukraine fordert Sicherheitsgarantien von den USA und Europa"
    assert layout.part("lead").startswith("Wird Europa Ukraine") and layout.part("lead").endswith("USA und Europa.")
    assert sum(p.kind == "text" for p in layout.paragraphs) == 14
    assert [f.kind for f in layout.furniture] == ["link"] * 4
    assert "ein ehemaliger deutscher Botschafter" in layout.text
    for word in ("NATO-Prinzips", "US-Unterstützung bedarf", "NATO-Krieg", "Ort, US-Unterstützung"):
        assert word in layout.text


# ---- properties ----

PIECES = st.sampled_from(
    [
        "Wort",
        "Der",
        "und",
        "Sicher-",
        "NATO-",
        "heit",
        "Ende.",
        "Sie sagte:",
        "„Nein!“",
        "\n",
        "\n\n",
        "\r\n",
        "\f",
        " ",
        "\u00a0",
        "\u00ad",
        "\ufb01",
        "a\u0308",
        "\x07",
        "https://a.example/b",
        "Seite 3",
        "- 4 -",
        "12",
        "\t",
        "•",
        "…",
        "\u2028",
    ]
)
SOURCES = st.one_of(st.lists(PIECES, max_size=40).map("".join), st.lists(PIECES, max_size=40).map(" ".join), st.text())


@settings(max_examples=300, deadline=None)
@given(SOURCES)
@example("")
@example("a-\nb")
def test_nothing_is_lost(source):
    """Every visible character of the source is in a paragraph or in furniture, but undone hyphens."""
    layout = lay_out(source)
    covered = bytearray(len(source))
    for _, start, end, _ in layout.alignment.pieces:
        covered[start:end] = b"\1" * (end - start)
    for row in layout.furniture:
        covered[row.source_start : row.source_end] = b"\1" * (row.source_end - row.source_start)
    lost = {c for c, seen in zip(source, covered) if not seen and c.isprintable() and not c.isspace()}
    assert lost <= {"-", "\u2010", "\u2011"}


@settings(max_examples=300, deadline=None)
@given(SOURCES)
def test_offsets_lead_back(source):
    layout = lay_out(source)
    _check_parts(layout)
    for start, source_start, source_end, length in layout.alignment.pieces:
        if length == source_end - source_start:
            read = layout.text[start : start + length]
            written = source[source_start:source_end]
            assert all(a == b or a in " -" for a, b in zip(read, written, strict=True))
        assert to_source(layout.alignment, start, start + length) == (source_start, source_end)
    for i, char in enumerate(layout.text):
        begin, end = to_source(layout.alignment, i, i + 1)
        assert 0 <= begin <= end <= len(source)
        assert char.isspace() or end > begin


def _check_parts(layout: Layout) -> None:
    text, at = layout.text, 0
    for p in layout.paragraphs:
        assert at <= p.start < p.end and not text[at : p.start].strip()
        assert text[p.start : p.end] == text[p.start : p.end].strip()
        at = p.end
    assert not text[at:].strip()
    for s in layout.sections[1:]:
        assert text[s.start : s.end].startswith(s.heading)


@given(SOURCES)
@settings(deadline=None)
def test_pieces_are_in_order(source):
    pieces = lay_out(source).alignment.pieces
    for (start, _, source_end, length), (following, source_start, _, _) in itertools.pairwise(pieces):
        assert start + length <= following and source_end <= source_start


def test_to_source_of_nothing():
    assert to_source(Alignment([]), 0, 3) == (0, 0)


def test_a_dateline_stands_below_the_lead():
    text = (
        "Streit um die Brücke\n\nVon Anna Berg\n\nDie Stadt will die Brücke schließen. Die Anwohner wehren sich.\n\n"
        "Lunden (dpa) – Der Rat hat gestern lange über die neue Brücke beraten und am Ende nichts beschlossen.\n\n"
        "„Wir warten“, sagte Otto Kern. Die Mehrheit will im Mai noch einmal lange darüber beraten.\n"
    )
    layout = lay_out(text)
    assert (layout.part("lead"), layout.head.author) == (
        "Die Stadt will die Brücke schließen. Die Anwohner wehren sich.",
        "Anna Berg",
    )
    assert (layout.head.place, layout.head.agency) == ("Lunden", "dpa")
