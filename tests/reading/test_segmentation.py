"""Sentences and tokens, as tables of German text with the expected cuts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stimmlage.compiled import build
from stimmlage.reading.segmentation import read, read_source, read_text


def sentences(text: str) -> list[str]:
    document = read_text(text)
    return [text[s.start : s.end] for s in document.sentences]


# A bar marks where one sentence ends and the next begins.
@pytest.mark.parametrize(
    "marked",
    [
        "Er kam. |Sie ging.",
        "Er kam am 3. März. |Sie ging am 4. April 2020 fort.",
        "Am 3. und 4. Mai ist zu.",
        "Der 2. Weltkrieg endete 1945. |Im 19. Jahrhundert war das anders.",
        "Das war 1998. |Danach kam nichts.",
        "Sie wurde 3. |Das reichte nicht.",
        "Zum 25. Geburtstag kam die 2. Auflage.",
        "Der Termin ist der 3.10. um acht Uhr. |Er gilt.",
        "Dr. Anna Berg und Prof. Dr. h. c. Otto Klein kamen.",
        "Das gilt z. B. für Hunde, d. h. für alle.",
        "Das gilt z.B. für Hunde, u. a. für kleine.",
        "Es kostet ca. 5 Mio. Euro. |Das ist viel.",
        "Äpfel, Birnen usw. |Sie aßen alles.",
        "Äpfel, Birnen usw. lagen da.",
        "Die Firma Klein & Co. |Sie wurde verkauft.",
        "J. R. R. Berger schrieb das Buch. |Es ist dick.",
        "Der Plan von K. Sommer ist gut.",
        "Er wohnt in der Berliner Str. 12 in Auental. |Dort ist es still.",
        "Sie wohnt in der Hauptstr. 5 in Seeburg. |Er wohnt in der Parkstr. |Das ist weit.",
        "Das war 300 v. Chr. |Danach kam Rom. |Der Bund (e. V.) besteht noch.",
        "Am 3.4., einem Montag, kam er. |Das war's. |Geht's noch?",
        "St. Auental liegt im Tal. |Auental/St. Anna nicht. |Wr. Feld auch nicht.",
        "Es war die 114. Sitzung des Rates. |Er tagt seit 2019. |Berta Klein leitet ihn.",
        "Papst Johannes XXIII. |Er kam aus Italien.",
        "König Ludwig II. baute Schlösser.",
        "„Das ist gut“, sagte er. |„Nein.“ |Sie ging.",
        "„Kommt ihr?“, fragte er. |Keiner kam.",
        "„Kommt ihr?“ fragte er.",
        "„Nein!“ rief er.",
        "„Ich gehe. |Du bleibst“, sagte er.",
        "„Ich gehe. |Du bleibst.“ |Dann ging er.",
        "»Ich gehe.« |Er blieb. |«Ich gehe.» |Er blieb.",
        '“Ich gehe.” |Er blieb. |"Ich gehe." |Er blieb. |"Ach!" |Sie blieb.',
        "Er sagte, das sei ‚gut.‘ |Dann ging er.",
        "Er sagte: „Ich gehe jetzt.“ |Sie blieb.",
        "Er sagte: Das geht nicht. |Sie blieb.",
        "Es gibt drei Gründe: Geld, Zeit und Mut; mehr nicht.",
        "Wer braucht … das? |Niemand …",
        "Er ging... |Dann kam er.",
        "Er ging... und kam wieder.",
        "„Das ist […] schwer“, sagte er. |Er ging.",
        "Was?! |Das geht nicht!!! |Doch.",
        "Er kam (das war 2001.) |Sie ging.",
        "Er kam. |(Das war spät.) |Sie ging.",
        "Die Firma ver.di und die Seite www.bote.example sind da. |Schön.",
        "Schreiben Sie an post@bote.example. |Danke.",
        "Die Quelle steht auf https://bote.example/a/b.html. |Dort ist mehr.",
        "Das Spiel endete 2:1. |Der Trainer lobte die 90er-Jahre.",
        "Rund 1.000 Leute kamen. |2 % blieben weg.",
        "Das sagte Anna Berg (Grüne). |Sie lachte.",
        "Erste Zeile.\n|Zweite Zeile.",
        "Überschrift ohne Punkt\n\n|Der Text beginnt hier.",
        "Der Satz geht\nin der nächsten Zeile weiter.",
        "Er war da – das stimmt! – und ging.",
        "Der 1. FC Auental gewann. |Bravo.",
        "Das kostet 3 Euro. |30 Leute zahlen.",
        "Der Chef der U.S. Army kam.",
    ],
)
def test_sentences(marked):
    parts = [part.strip() for part in marked.split("|")]
    assert sentences(marked.replace("|", "")) == parts


# A bar stands between two tokens that are not already parted by a blank.
@pytest.mark.parametrize(
    "marked",
    [
        "Er kam|.",
        "Er kam|, sie ging|!",
        "„|Nein|“|, sagte er|.",
        "‚|Ach|‘ |»|So|« |›|Ja|‹ |\"|Nu|\" |'|Na|'",
        "am 3. März",
        "im 19. Jahrhundert|.",
        "Dr. Berg",
        "z. B. er",
        "z.B. er",
        "ca. 5 Mio. Euro|.",
        "100.000 Leute|, 2,5 |%|, 5 |€",
        "2 |%",
        "ein 2:1",
        "Wer |… das|...|?",
        "GPA-djp-Chef",
        "US- und EU-Recht",
        "Vor- und Nachteile",
        "90er-Jahre|, 10-jährige",
        "(|Grüne|)",
        "https://a.example/b.html|.",
        "post@a.example|.",
        "wie geht|'s|?",
        "Das war|'s|.",
        "Geht|’s so|?",
        "Kant's Werk",
        "Kants|’",
        "(|e. V.|)",
        "am 3.4.|, um",
        "D'Angelo",
        "Leser:innen",
        "Leser*innen",
        "CDU/SPD",
        "5%-Hürde",
        "3|.",
        "das war 1998|.",
        "Straße 5|a".replace("|a", "a"),
        "20.45 Uhr|.",
        "[|…|]",
        "Lärm- und -schutz",
        "AT&T",
        "Ja|–|nein",
        "e.V.",
        "E.ON",
        "K.-o.-Runde",
        "der 1.1.2020",
    ],
)
def test_tokens(marked):
    text = marked.replace("|", "")
    assert read_text(text).tokens.word == marked.replace("|", " ").split()


def test_headings_do_not_glue():
    document = read(
        b"Streit im Tal\n\nDie Lage im Tal ist ernst. Niemand redet mehr.\n\nNeue Bahn\n\nSie soll bald fahren, sagt die Stadt Auental."
    )
    assert [(s.kind, document.text[s.start : s.end]) for s in document.sentences] == [
        ("title", "Streit im Tal"),
        ("text", "Die Lage im Tal ist ernst."),
        ("text", "Niemand redet mehr."),
        ("heading", "Neue Bahn"),
        ("text", "Sie soll bald fahren, sagt die Stadt Auental."),
    ]
    assert [s.heading for s in document.sections] == ["", "Neue Bahn"]
    assert [s.section_id for s in document.sentences] == [0, 0, 0, 1, 1]


def test_read_says_where_a_text_comes_from(tmp_path):
    path = tmp_path / "tal.txt"
    path.write_bytes(b"Gr\xf6\xdfer. Besser.")
    document = read(path)
    assert (document.doc_id, document.source, document.encoding) == ("tal", "tal.txt", "cp1252")
    assert read(path, "anders").doc_id == "anders"
    assert read_source("Größer. Besser.", "x").text == "Größer. Besser."


TEXTS = st.one_of(
    st.text(),
    st.lists(
        st.sampled_from(
            [
                "Er",
                "kam",
                ".",
                "!",
                "„",
                "“",
                '"',
                "z. B.",
                "3.",
                "XII.",
                "…",
                "...",
                "\n",
                " ",
                "(",
                ")",
                "–",
                "-",
                "'s",
                "\u00ad",
                "a@b",
                "https://",
                "\u0301",
            ]
        ),
        max_size=30,
    ).map("".join),
)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_text_stays_as_it_is_and_offsets_hold(text):
    document = read_text(text)
    assert document.text is text
    tokens = document.tokens
    assert all(text[s:e] == w for w, s, e in zip(tokens.word, tokens.start, tokens.end, strict=True))
    assert all(a <= b for a, b in zip(tokens.end, tokens.start[1:]))
    assert "".join("".join(tokens.word).split()) == "".join(text.split())


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_sentences_tile_paragraphs(text):
    document = read_text(text)
    stops = [s.stop for s in document.sentences]
    assert [s.first for s in document.sentences] == [0, *stops[:-1]][: len(stops)]
    assert (stops or [0])[-1] == len(document.tokens)
    for s in document.sentences:
        p = document.paragraphs[s.paragraph_id]
        assert p.start <= s.start < s.end <= p.end
        assert (s.start, s.end) == (document.tokens.start[s.first], document.tokens.end[s.stop - 1])


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_any_text_can_be_laid_out(text):
    document = read_source(text)
    for p in document.paragraphs:
        assert document.text[p.start : p.end].strip()


@pytest.mark.parametrize("piece", ["der Rat tagt in Lunden, und ", "ja ", "„Ja“, sagte er, "])
def test_a_text_without_full_stops_is_cut_behind_a_comma(piece):
    """Every step after this one takes ever longer over what is taken for one sentence."""
    from stimmlage.reading.sentences import _LONGEST

    document = read_text(piece * 2000)
    lengths = [s.stop - s.first for s in document.sentences]
    assert max(lengths) <= _LONGEST and sum(lengths) == len(document.tokens)
    ends = [document.tokens.word[s.stop - 1] for s in document.sentences[:-1]]
    assert set(ends) == ({","} if "," in piece else {"ja"})


@pytest.mark.skipif(build() != "plain Python", reason="what is compiled makes its numbers anew")
def test_words_and_offsets_of_many_articles_are_kept_once():
    first, second = (read_source("Der Damm hält seit tausend Tagen und tausend Nächten.", name) for name in "ab")
    assert all(a is b for a, b in zip(first.tokens.word, second.tokens.word, strict=True))
    assert all(a is b for a, b in zip(first.tokens.start, second.tokens.start, strict=True))
    assert first.source_text is first.text
