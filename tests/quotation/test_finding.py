"""Quotations as a table of sentences: type, rule, quote, speaker, cue. Pieces of a quote are joined by ` … `."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stimmlage.errors import OptionError
from stimmlage.language.tagging import tag
from stimmlage.quotation.finding import find_quotations
from stimmlage.quotation.quotation import LOST_MARK, TYPES, Quotation
from stimmlage.quotation.rules import NAMES
from stimmlage.reading.segmentation import read_text


def found(text: str, without: tuple[str, ...] = ()) -> list[Quotation]:
    document = read_text(text)
    return find_quotations(document, tag(document), without)


def told(text: str) -> list[tuple[str, ...]]:
    def pieces(spans):
        return " … ".join(text[a:b] for a, b in spans)

    return [(q.type, q.rule, pieces(q.spans), pieces(q.speaker), pieces(q.cue)) for q in found(text)]


SENTENCES = [
    (
        "„Der Damm hält“, sagte die Bürgermeisterin Jana Korte am Montag.",
        [("direct", "direct_frame", "„Der Damm hält“", "die Bürgermeisterin Jana Korte", "sagte")],
    ),
    (
        "Die Bürgermeisterin sagte: „Der Damm hält.“",
        [("direct", "direct_colon", "„Der Damm hält.“", "Die Bürgermeisterin", "sagte")],
    ),
    ("«Der Damm hält», sagte Korte.", [("direct", "direct_frame", "«Der Damm hält»", "Korte", "sagte")]),
    ("»Der Damm hält«, sagte Korte.", [("direct", "direct_frame", "»Der Damm hält«", "Korte", "sagte")]),
    ('"Der Damm hält", sagte Korte.', [("direct", "direct_frame", '"Der Damm hält"', "Korte", "sagte")]),
    (
        "„Der Damm“, sagte Korte, „ist dicht.“",
        [("direct", "direct_frame", "„Der Damm“ … „ist dicht.“", "Korte", "sagte")],
    ),
    ("„Ein guter Anfang“, sagte sie.", [("direct", "direct_frame", "„Ein guter Anfang“", "sie", "sagte")]),
    (
        "Der Damm wurde von Korte als „Wunderwerk“ bezeichnet.",
        [("direct", "direct_frame", "„Wunderwerk“", "Korte", "wurde … als … bezeichnet")],
    ),
    ("„Nein“ sagte Korte.", [("direct", "direct_frame", "„Nein“", "Korte", "sagte")]),
    ("„Nein – nein –“ stotterte sie.", [("direct", "direct_frame", "„Nein – nein –“", "sie", "stotterte")]),
    (
        "„Der Damm ist dicht, das sieht jeder“ – Jana Korte, Dichterin",
        [("direct", "credited", "„Der Damm ist dicht, das sieht jeder“", "Jana Korte", "")],
    ),
    (
        "„Der Damm ist dicht, das sieht jeder“ — Jana Korte, Dichterin",
        [("direct", "credited", "„Der Damm ist dicht, das sieht jeder“", "Jana Korte", "")],
    ),
    (
        "„Der Damm ist dicht, das sieht jeder“ - Jana Korte, Dichterin",
        [("direct", "credited", "„Der Damm ist dicht, das sieht jeder“", "Jana Korte", "")],
    ),
    ("„Orion“ sagte Korte nichts.", []),
    ("„Orion“ sagte Korte ab.", []),
    ("„Orion“ sagte ihm viel.", []),
    ("„Orion“ schrieb Korte lange.", []),
    ("Das „Nein“ sagte Korte leise.", []),
    ("Sie nannte den Plan „fahrlässig“.", [("direct", "direct_frame", "„fahrlässig“", "Sie", "nannte")]),
    ("Korte sagte, der Damm sei dicht.", [("indirect", "verb_second", "der Damm sei dicht", "Korte", "sagte")]),
    ("Der Damm sei dicht, sagte Korte.", [("indirect", "inverted", "Der Damm sei dicht", "Korte", "sagte")]),
    (
        "Korte erklärte, dass der Damm bis Mai fertig werde.",
        [("indirect", "dass", "dass der Damm bis Mai fertig werde", "Korte", "erklärte")],
    ),
    (
        "Korte erklärte, dass der Damm halte, was jedoch keiner glaubt.",
        [("indirect", "dass", "dass der Damm halte", "Korte", "erklärte")],
    ),
    (
        "Korte erklärte, dass sie nicht sagen könne, was sie erwartet.",
        [("indirect", "dass", "dass sie nicht sagen könne, was sie erwartet", "Korte", "erklärte")],
    ),
    ("Korte hoffte dass der Damm halte.", [("indirect", "dass", "dass der Damm halte", "Korte", "hoffte")]),
    (
        "Korte sprach davon, dass der Damm halte.",
        [("indirect", "dass", "dass der Damm halte", "Korte", "sprach davon")],
    ),
    ("Korte fragte, ob der Damm halte.", [("indirect", "dass", "ob der Damm halte", "Korte", "fragte")]),
    (
        "Korte kündigte an, den Damm zu erhöhen.",
        [("indirect", "infinitive", "den Damm zu erhöhen", "Korte", "kündigte an")],
    ),
    (
        "Korte sagte, der Damm, den man baue, sei dicht.",
        [("indirect", "verb_second", "der Damm, den man baue, sei dicht", "Korte", "sagte")],
    ),
    (
        "Laut dem Gutachten ist der Damm dicht.",
        [("indirect", "attribution", "ist der Damm dicht", "dem Gutachten", "Laut")],
    ),
    (
        "Laut dem neuen Gutachten ist der Damm dicht.",
        [("indirect", "attribution", "ist der Damm dicht", "dem neuen Gutachten", "Laut")],
    ),
    ("Laut Korte ist der Damm dicht.", [("indirect", "attribution", "ist der Damm dicht", "Korte", "Laut")]),
    (
        "Nach Angaben der Polizei starben drei Menschen.",
        [("indirect", "attribution", "starben drei Menschen", "Angaben der Polizei", "Nach")],
    ),
    (
        "Der Polizei zufolge starben drei Menschen.",
        [("indirect", "attribution", "starben drei Menschen", "Der Polizei", "zufolge")],
    ),
    (
        "Seiner Meinung nach ist der Damm zu niedrig.",
        [("indirect", "attribution", "ist der Damm zu niedrig", "Seiner Meinung", "nach")],
    ),
    (
        "Aus Sicht der Opposition ist der Damm zu teuer.",
        [("indirect", "attribution", "ist der Damm zu teuer", "Sicht der Opposition", "Aus")],
    ),
    ("Nach der Rede gingen alle nach Hause.", []),
    ("Nach drei Tagen war der Damm fertig.", []),
    ("Der Damm ist dicht, so Korte.", [("indirect", "so", "Der Damm ist dicht", "Korte", "so")]),
    (
        "Wie die Polizei mitteilte, starben drei Menschen.",
        [("indirect", "wie", "starben drei Menschen", "die Polizei", "Wie … mitteilte")],
    ),
    (
        "Drei Menschen starben, wie die Polizei mitteilte.",
        [("indirect", "wie", "Drei Menschen starben", "die Polizei", "wie … mitteilte")],
    ),
    (
        "Seine Behauptung, der Damm sei undicht, wurde nie geprüft.",
        [("indirect", "verb_second", "der Damm sei undicht", "Seine", "Seine Behauptung")],
    ),
    (
        "In dem Gutachten heißt es, der Damm sei marode.",
        [("indirect", "verb_second", "der Damm sei marode", "dem Gutachten", "heißt es")],
    ),
    (
        "Der Minister wird mit den Worten zitiert, der Damm müsse weg.",
        [("indirect", "verb_second", "der Damm müsse weg", "Der Minister", "wird mit den Worten zitiert")],
    ),
    (
        "Es gibt Berichte, wonach der Damm undicht ist.",
        [("indirect", "wonach", "der Damm undicht ist", "Berichte", "wonach")],
    ),
    (
        "Der Damm ist dicht. Das sagte Korte am Montag.",
        [("indirect", "pointing_back", "Der Damm ist dicht … Das", "Korte", "sagte")],
    ),
    (
        "Korte betonte, dass der Damm „absolut dicht“ sei.",
        [
            ("indirect", "dass", "dass der Damm „absolut dicht“ sei", "Korte", "betonte"),
            ("direct", "nested", "„absolut dicht“", "Korte", "betonte"),
        ],
    ),
    (
        "Korte sagte, der Damm sei dicht. Er habe ihn selbst geprüft. Man könne ruhig schlafen.",
        [
            ("indirect", "verb_second", "der Damm sei dicht", "Korte", "sagte"),
            (
                "indirect_free_indirect",
                "carried_on",
                "Er habe ihn selbst geprüft. Man könne ruhig schlafen.",
                "Korte",
                "",
            ),
        ],
    ),
    (
        "Die Brücke soll bei dem Sturm eingestürzt sein.",
        [("free_indirect", "soll", "Die Brücke soll bei dem Sturm eingestürzt sein.", "", "")],
    ),
    (
        "Jana Korte kritisierte den Minister scharf.",
        [("reported", "act", "Jana Korte kritisierte den Minister scharf.", "Jana Korte", "")],
    ),
    ("Die Messung bestätigte den Verdacht.", []),
    (
        "Korte war sich sicher, dass der Damm halte.",
        [("indirect", "dass", "dass der Damm halte", "Korte", "war sich sicher")],
    ),
    # no quotations: names and titles in marks, plain reports
    ("Das Unternehmen „Nordlicht“ baut einen Damm.", []),
    ("Unter dem Motto „Freies Wasser“ feierte die Stadt.", []),
    ("Der Damm ist alt. Er wurde 1950 gebaut.", []),
    # the rest of a verb behind what is set in
    (
        "Der Damm ist dicht, teilte die Leiterin der Behörde, Jana Korte, mit.",
        [("indirect", "inverted", "Der Damm ist dicht", "die Leiterin der Behörde, Jana Korte", "teilte … mit")],
    ),
    (
        "Gestern gab die Leiterin der Behörde, Jana Korte, bekannt, dass der Damm dicht ist.",
        [("indirect", "dass", "dass der Damm dicht ist", "die Leiterin der Behörde, Jana Korte", "gab … bekannt")],
    ),
    (
        "Am Montag hat der Sprecher, der aus Rom kam, in Berlin erklärt, er wolle bleiben.",
        [("indirect", "verb_second", "er wolle bleiben", "der Sprecher", "hat … erklärt")],
    ),
    # the frame stands inside of what is said
    (
        "In zehn Jahren, so schätzen die Forscher, soll der Damm fertig sein.",
        [("indirect", "inverted", "In zehn Jahren … soll der Damm fertig sein", "die Forscher", "so schätzen")],
    ),
    (
        "Es gebe, sagte Korte, keinen Grund zur Sorge.",
        [("indirect", "inverted", "Es gebe … keinen Grund zur Sorge", "Korte", "sagte")],
    ),
    (
        "Sie habe, betonte Korte, nichts gewusst.",
        [("indirect", "inverted", "Sie habe … nichts gewusst", "Korte", "betonte")],
    ),
    (
        "Es ist nur ein Name – das zumindest meint Korte.",
        [("indirect", "inverted", "Es ist nur ein Name", "Korte", "meint")],
    ),
    # in the indicative only where nothing else is said
    ("Korte sagte, der Damm ist dicht.", [("indirect", "verb_second", "der Damm ist dicht", "Korte", "sagte")]),
    (
        "Den Plan lobte er mit den Worten: „Der Damm ist dicht.“",
        [("direct", "direct_colon", "„Der Damm ist dicht.“", "er", "lobte … mit den Worten")],
    ),
    ("So etwas nennt man einen Damm.", []),
    ("Ich glaube, dass der Damm dicht ist.", [("indirect", "dass", "dass der Damm dicht ist", "Ich", "glaube")]),
    ("Ein Sprecher wollte nicht bestätigen, dass der Damm dicht ist.", []),
    ("Er weigerte sich, den Damm zu bauen.", []),
    (
        "Meiner Meinung nach ist der Damm dicht.",
        [("indirect", "attribution", "ist der Damm dicht", "Meiner Meinung", "nach")],
    ),
    ("Kritisieren Sie den Plan?", []),
    ("Korte sagte einen Satz, der Damm ist dicht.", []),
    ("Korte sagte nicht, der Damm ist dicht.", []),
    # where word comes from
    (
        "Aus dem Ministerium hieß es, der Damm sei dicht.",
        [("indirect", "verb_second", "der Damm sei dicht", "dem Ministerium", "hieß es")],
    ),
    (
        "Wie aus einem Bericht der Behörde hervorgeht, ist der Damm dicht.",
        [("indirect", "wie", "ist der Damm dicht", "einem Bericht der Behörde", "Wie … hervorgeht")],
    ),
    (
        "Wie eine Studie zeigt, ist der Damm dicht.",
        [("indirect", "wie", "ist der Damm dicht", "eine Studie", "Wie … zeigt")],
    ),
    (
        "Denn wie der Sender am Montag berichtete, ist der Damm dicht.",
        [("indirect", "wie", "ist der Damm dicht", "der Sender", "wie … berichtete")],
    ),
    (
        "Der Damm ist Gerüchten zu Folge dicht.",
        [("indirect", "attribution", "Der Damm ist … dicht", "Gerüchten", "zu Folge")],
    ),
    ("Laut spiegel.de ist der Damm dicht.", [("indirect", "attribution", "ist der Damm dicht", "spiegel.de", "Laut")]),
    (
        "Die Behörde kam zu dem Schluss, dass der Damm dicht sei.",
        [("indirect", "dass", "dass der Damm dicht sei", "Die Behörde", "kam zu dem Schluss")],
    ),
    (
        "Der Sender fragte das Mädchen danach, ob der Damm dicht sei.",
        [("indirect", "dass", "ob der Damm dicht sei", "Der Sender", "fragte")],
    ),
    # who is the subject
    (
        "Von der Leyen sagte, der Damm sei dicht.",
        [("indirect", "verb_second", "der Damm sei dicht", "Von der Leyen", "sagte")],
    ),
    (
        "Von der Insel sagte Korte, der Damm sei dicht.",
        [("indirect", "verb_second", "der Damm sei dicht", "Korte", "sagte")],
    ),
    (
        "In einem Interview sagte der 81-Jährige, der Damm sei dicht.",
        [("indirect", "verb_second", "der Damm sei dicht", "der 81-Jährige", "sagte")],
    ),
    (
        "Sechs Tage nach der Flut meldete der Sender, dass der Damm dicht sei.",
        [("indirect", "dass", "dass der Damm dicht sei", "der Sender", "meldete")],
    ),
    (
        "Die Zeit berichtete, dass der Damm dicht sei.",
        [("indirect", "dass", "dass der Damm dicht sei", "Die Zeit", "berichtete")],
    ),
    (
        "Die Pläne stellte der Minister in Frage: „Das ist ein Irrtum.“",
        [("direct", "colon", "„Das ist ein Irrtum.“", "der Minister", "")],
    ),
    (
        "Die Behörde bestätigte den Fall, teilte jedoch mit, der Damm sei dicht.",
        [("indirect", "verb_second", "der Damm sei dicht", "Die Behörde", "teilte … mit")],
    ),
    (
        "Korte sagte, der Damm sei dicht und kündigte an, ihn zu erhöhen.",
        [
            ("indirect", "verb_second", "der Damm sei dicht", "Korte", "sagte"),
            ("indirect", "infinitive", "ihn zu erhöhen", "Korte", "kündigte an"),
        ],
    ),
    (
        "Von der Polizei kam der Hinweis, der Damm sei dicht.",
        [("indirect", "verb_second", "der Damm sei dicht", "der Polizei", "kam der Hinweis")],
    ),
    (
        "Nach Einschätzung politischer Beobachter ist der Damm dicht.",
        [("indirect", "attribution", "ist der Damm dicht", "Einschätzung politischer Beobachter", "Nach")],
    ),
    (
        "Wie „heise online“ berichtet, ist der Damm dicht.",
        [("indirect", "wie", "ist der Damm dicht", "„heise online“", "Wie … berichtet")],
    ),
    (
        "Korte kam zu spät; nach Polizeiangaben war der Damm dicht.",
        [("indirect", "attribution", "war der Damm dicht", "Polizeiangaben", "nach")],
    ),
    (
        "Andere Quellen berichten, dass der Damm dicht sei.",
        [("indirect", "dass", "dass der Damm dicht sei", "Andere Quellen", "berichten")],
    ),
    # cues of several words
    (
        "Korte hält es für möglich, dass der Damm bricht.",
        [("indirect", "dass", "dass der Damm bricht", "Korte", "hält es für möglich")],
    ),
    (
        "Die Behörde betont, wie wichtig der Damm sei.",
        [("indirect", "w_clause", "wie wichtig der Damm sei", "Die Behörde", "betont")],
    ),
    (
        "Kranken wurde geraten, nicht zu arbeiten.",
        [("indirect", "infinitive", "nicht zu arbeiten", "", "wurde geraten")],
    ),
    # direct speech behind other verbs
    (
        "Korte sprach von einer „vollkommen neuen Lage“.",
        [("direct", "direct_frame", "„vollkommen neuen Lage“", "Korte", "sprach von")],
    ),
    (
        "Korte nannte den Plan „fahrlässig“ und verwies auf Studien.",
        [("direct", "direct_frame", "„fahrlässig“", "Korte", "nannte")],
    ),
    (
        "Er wollte „einen Damm mit sechs bis acht Toren“.",
        [("direct", "marks_inside", "„einen Damm mit sechs bis acht Toren“", "Er", "")],
    ),
    ("Korte wollte „Der Herr der Ringe und andere Sagen“ lesen.", []),
    (
        "Der Damm, so Korte, sei dicht. Er halte ihn für „vollkommen sicher und gut“.",
        [
            ("indirect", "so", "Der Damm … sei dicht", "Korte", "so"),
            ("indirect_free_indirect", "carried_on", "Er halte ihn für „vollkommen sicher und gut“.", "Korte", ""),
            ("direct", "nested", "„vollkommen sicher und gut“", "Korte", "so"),
        ],
    ),
    (
        "Korte sagte: „Der Damm ist dicht.“ „Er hält.“",
        [
            ("direct", "direct_colon", "„Der Damm ist dicht.“", "Korte", "sagte"),
            ("direct", "marks_alone", "„Er hält.“", "Korte", "sagte"),
        ],
    ),
    (
        "„Wir haben vier Punkte“, zeigte sich der Trainer zufrieden.",
        [("direct", "direct_frame", "„Wir haben vier Punkte“", "der Trainer", "zeigte sich … zufrieden")],
    ),
    (
        "„Wo ist meine Stimme?“, wollen die Leute wissen.",
        [("direct", "direct_frame", "„Wo ist meine Stimme?“", "die Leute", "wollen … wissen")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_quotations_of_a_sentence(text, expected):
    assert told(text) == expected


@pytest.mark.xfail(
    strict=True, reason="only the Konjunktiv I makes a loose clause; the plural takes the Konjunktiv II instead"
)
def test_loose_clause_beside_an_act():
    assert ("indirect", "die den Damm nie gesehen hätten") in [
        (q[0], q[2]) for q in told("Korte sprach von Gutachtern, die den Damm nie gesehen hätten.")
    ]


ADDRESSED = [
    ("Korte forderte die Regierung auf, den Damm zu erneuern.", "die Regierung"),
    ("Die Regierung forderte sie auf, den Damm zu erneuern.", "sie"),
    ("Die Leute bat er, den Damm zu erneuern.", "Die Leute"),
    ("Die Regierung wurde aufgefordert, den Damm zu erneuern.", "Die Regierung"),
    ("Gestern wurde die Regierung vom Verband aufgefordert, den Damm zu erneuern.", "die Regierung"),
    ("Den Bürgern versprach Korte, den Damm zu erneuern.", "Den Bürgern"),
    ("Ihm wird vorgeworfen, den Damm gesprengt zu haben.", "Ihm"),
    ("Die Sprecherin erklärte Reportern, dass der Damm dicht sei.", "Reportern"),
    ("Korte sagte der Polizei, dass der Damm dicht sei.", "der Polizei"),
    ("Korte sagte am Montag, dass der Damm dicht sei.", ""),
    ("Korte sagte vor Journalisten, dass der Damm dicht sei.", "Journalisten"),
    ("Korte sagte vor dem Haus, dass der Damm dicht sei.", ""),
    ("Korte sagte zur Begründung, dass der Damm dicht sei.", ""),
    ("Korte verlangte von der Regierung, den Damm zu erneuern.", "der Regierung"),
    ("Korte appellierte an die Regierung, den Damm zu erneuern.", "die Regierung"),
    ("Gegenüber der ARD sagte Korte, der Damm sei dicht.", "der ARD"),
    ("Ihr gegenüber hat er gesagt, der Damm sei dicht.", "Ihr"),
    ("Ihre Haltung gegenüber der Regierung bezeichnete er als „völlig verlogen und falsch“.", ""),
    ("Der Damm sei dicht, so Korte gegenüber der ARD.", "der ARD"),
    ("Nach Angaben von Korte gegenüber der ARD ist der Damm dicht.", "der ARD"),
    ("Korte warf der Regierung Untätigkeit vor.", "der Regierung"),
]


@pytest.mark.parametrize(("text", "expected"), ADDRESSED)
def test_addressee_is_found(text, expected):
    (quotation,) = found(text)
    assert " … ".join(text[a:b] for a, b in quotation.addressee) == expected


def test_frame_is_the_rest_of_the_sentence():
    text = "Am Montag sagte Korte in Kiel, der Damm sei dicht."
    (quotation,) = found(text)
    assert [text[a:b] for a, b in quotation.frame] == ["Am Montag sagte Korte in Kiel,"]


def test_quotation_over_paragraphs_is_one():
    text = "Korte sagte: „Der Damm hält.\n\n„Er ist aus Beton.“\n\nDann ging sie."
    (quotation,) = found(text)
    assert quotation.type == "direct"
    assert text[quotation.start : quotation.end] == "„Der Damm hält.\n\n„Er ist aus Beton.“"


def test_unbalanced_mark_costs_its_own_quotation_only():
    text = "Korte sagte: „Der Damm hält.\n\nDer Minister sagte: „Das freut mich.“\n\nKorte sagte, sie sei müde."
    quotes = [text[q.start : q.end] for q in found(text)]
    assert quotes[-2:] == ["„Das freut mich.“", "sie sei müde"]


@pytest.mark.parametrize(("rule", "text"), [(expected[0][1], text) for text, expected in SENTENCES if expected])
def test_a_rule_can_be_switched_off(rule, text):
    assert rule not in {q.rule for q in found(text, without=(rule,))}


_PIECES = st.sampled_from(
    [
        "„",
        "“",
        "»",
        "«",
        '"',
        "‚",
        "‘",
        "\n\n",
        ": ",
        ", ",
        ". ",
        "– ",
        "sagte Korte",
        "der Damm sei dicht",
        "laut Polizei",
        "dass er gehe",
        "Der Minister",
        "so Korte",
        "die sie kenne",
        "(",
        ")",
        "er habe",
        "nach Angaben",
        "und",
        "Wie sie sagte",
        "?",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(_PIECES, max_size=14).map(" ".join))
def test_any_text_gives_sound_quotations(text):
    quotations = found(text)
    for q in quotations:
        assert q.type in TYPES and q.rule
        for spans in (q.spans, q.speaker, q.cue, q.frame, q.addressee):
            assert all(0 <= a < b <= len(text) for a, b in spans)
            assert list(spans) == sorted(spans)
    assert [q.start for q in quotations] == sorted(q.start for q in quotations)


def test_an_unknown_rule_is_refused():
    document = read_text("Anna Berg sagte nichts.")
    with pytest.raises(OptionError, match="No rule is named 'das'; `without` takes some of act, attribution"):
        find_quotations(document, tag(document), without=("das",))


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            'laut nach zufolge so wie dass sagte er Anna Berg , : . „ “ " ( ) und soll habe sei das Dach , wonach gemäß aus Sicht'.split()
        ),
        max_size=12,
    )
)
def test_any_words_can_be_searched(words):
    """Cue words at the very end, marks that are not closed, nothing but punctuation: no rule raises."""
    text = " ".join(words)
    for quotation in found(text):
        assert quotation.rule in {*NAMES, LOST_MARK}
        assert all(0 <= a < b <= len(text) for a, b in quotation.spans)
