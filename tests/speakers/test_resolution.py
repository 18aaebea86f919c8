"""Speakers: who is behind a speaker phrase. In the texts a speaker phrase stands in square brackets."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import stimmlage as sl
from stimmlage.language.tagging import tag
from stimmlage.quotation.quotation import Quotation
from stimmlage.reading.segmentation import read, read_text
from stimmlage.speakers.resolution import resolve_speakers


def resolved(marked: str):
    """Resolve the bracketed phrases of a text; the text after each one is taken for the quotation."""
    spans: list[tuple[int, int]] = []
    text = ""
    for piece in re.split(r"(\[[^\]]*\])", marked):
        inner = piece[1:-1] if piece.startswith("[") else piece
        if piece.startswith("["):
            spans.append((len(text), len(text) + len(inner)))
        text += inner
    quotations = [
        Quotation(
            "indirect",
            "speech",
            ((min(end + 1, len(text) - 1), min(end + 2, len(text))),),
            ((start, end),) if end > start else (),
        )
        for start, end in spans
    ]
    document = read_text(text, "d")
    return resolve_speakers(document, tag(document), quotations)


def names(marked: str) -> list[str]:
    return [q.speaker_name for q in resolved(marked)[0]]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # names and titles
        ("Ministerin Anna Blum fehlte. Am Abend sagte [Blum], es sei spät.", "Anna Blum"),
        ("[Blum] sagte zu. Uwe Blum ist Landrat.", "Uwe Blum"),
        ("Außenministerin Anna Blum reiste ab. Das bestätigte [die Ministerin].", "Anna Blum"),
        ("[Uwe Lang, ein ehemaliger deutscher Botschafter], warnte davor.", "Uwe Lang"),
        ("[Der Direktor der Landesbibliothek, Uwe Lang], warnte davor.", "Uwe Lang"),
        ("[Der Direktor des Bundesamts für Wetter (BfW), Uwe Lang], warnte davor.", "Uwe Lang"),
        ("[Uwe Lang (SPD)] sagte, es sei spät.", "Uwe Lang"),
        ("[Professor Dr. Uwe Lang] sagte, es sei spät.", "Uwe Lang"),
        ("[Frankreichs Präsident Jacques Lenoir] sagte, es sei spät.", "Jacques Lenoir"),
        ("[Meiers Anwalt Uwe Lang] sagte, es sei spät.", "Uwe Lang"),
        ("[Der Stadtrat und Parteichef Uwe Lang] sagte, es sei spät.", "Uwe Lang"),
        ("[Präsident Hussein al-Masri] sagte, es sei spät.", "Hussein al-Masri"),
        ("Ursula von der Ahe kam. [Von der Ahe] sagte, es sei spät.", "Ursula von der Ahe"),
        ("Uwe Hartmann kam an. Dann sagte [Hartmann], es sei spät.", "Uwe Hartmann"),
        ("Anna Richter kam an. Dann sagte [Richter], es sei spät.", "Anna Richter"),
        ("Uwe Füller kam an. Dann sagte [Füller], es sei spät.", "Uwe Füller"),
        ("[Ministerin Ackermann] sagte, es sei spät.", "Ackermann"),
        ("Kurt von Holtz kam an. Dann sagte [von Holtz], es sei spät.", "Kurt von Holtz"),
        # inflection
        ("Anna Blum schwieg lange. Nach [Angaben Blums] ist es spät.", "Anna Blum"),
        ("Anna Blum schwieg lange. Nach [Blums Angaben] ist es spät.", "Anna Blum"),
        ("Die Rede [Uwe Langs] war kurz.", "Uwe Lang"),
        ("Nach [Worten des Ministers Uwe Lang] ist es spät.", "Uwe Lang"),
        # spellings
        ("Präsident Zelmansky kam. [Andrij Selmanskyj] sagte, es sei spät.", "Andrij Selmanskyj"),
        ("Dmitri Gorbunow kam. [Gorbunov] sagte, es sei spät.", "Dmitri Gorbunow"),
        # bodies
        ("Nach [Angaben der Polizei] ist es spät.", "Polizei"),
        ("Nach [Polizeiangaben] ist es spät.", "Polizei"),
        ("Nach [Angaben der russischen Regierung] ist es spät.", "Russische Regierung"),
        (
            "[Die Internationale Wetter-Organisation (IWO)] warnte davor. Regen drohe.",
            "Internationale Wetter-Organisation",
        ),
        ("Die Weltbank der Meere (WBM) tagte. [Die WBM] sagte, es sei spät.", "Weltbank der Meere"),
        ("[Ein Sprecher des Ministeriums] sagte, es sei spät.", "Sprecher des Ministeriums"),
        ("[Litauen] verlangte mehr Zeit.", "Litauen"),
        ("Die Zeitung „Morgenruf“ erschien. [Die Zeitung] sagte, es sei spät.", "Morgenruf"),
        # groups and unnamed offices
        ("[Die Kanadier] sagten, es sei spät.", "Die Kanadier"),
        ("[Andere US-Beamte] sagten, es sei spät.", "Andere US-Beamte"),
        ("[Experten] warnten davor.", "Experten"),
        ("Nach [Ansicht von Experten] ist es spät.", "Experten"),
        ("[Der russische Außenminister] sagte, es sei spät.", "Der russische Außenminister"),
        ("US-Präsident Uwe Lang kam. [Der russische Präsident] sagte, es sei spät.", "Der russische Präsident"),
        ("Nach [Angaben der Veranstalter] ist es spät.", "Die Veranstalter"),
        ("[Anna Blum und Uwe Lang] sagten, es sei spät.", "Anna Blum und Uwe Lang"),
        # roles that the text ties to a name
        ("Verteidigungsminister Uwe Lang reiste ab. [Der Minister] sagte, es sei spät.", "Uwe Lang"),
        ("Uwe Lang ist Trainer des Vereins. [Der Trainer] sagte, es sei spät.", "Uwe Lang"),
        ("Staatssekretär Uwe Lang (SPD) reiste ab. [Der SPD-Staatssekretär] sagte, es sei spät.", "Uwe Lang"),
        ("Uwe Lang reiste ab. [Der 46-Jährige] sagte, es sei spät.", "Uwe Lang"),
        ("Präsident Uwe Lang traf Trainerin Anna Blum. [Die Trainerin] sagte, es sei spät.", "Anna Blum"),
        ("[Der Leiter des Museums Uwe Lang] sagte, es sei spät.", "Uwe Lang"),
        ("[Der Leiter des Museums Karl Albers] sagte, es sei spät.", "Karl Albers"),
        ("Nach [Angaben des Magazins DER MORGEN] ist es spät.", "DER MORGEN"),
        ("Der Physiker Uwe Lang kam an. [Der Forscher] sagte, es sei spät.", "Uwe Lang"),
        ("Die Agentur Nordpress meldete Regen. [Die gleiche Agentur] sagte, es sei spät.", "Nordpress"),
        ("Das Bundesamt für Wetterschutz (BfW) tagte. [Das BfW] sagte, es sei spät.", "Bundesamt für Wetterschutz"),
        (
            "Das Hilfswerk der Vereinten Nationen (HVN) tagte. [Das HVN] sagte, es sei spät.",
            "Hilfswerk der Vereinten Nationen",
        ),
        ("[Der AK Wasserwege] sagte, es sei spät.", "AK Wasserwege"),
        (
            "Die Vorsitzende im Verband der Wetterdienste, Anna Blum, kam an. [Die Wetterdienst-Chefin] sagte, es sei spät.",
            "Anna Blum",
        ),
        ("[Der Kieler Forscher Uwe Lang] sagte, es sei spät.", "Uwe Lang"),
        ("[Deren Sprecher Uwe Lang] sagte, es sei spät.", "Uwe Lang"),
        ("[Wien – Der Minister Uwe Lang] sagte, es sei spät.", "Uwe Lang"),
        ("Der Wissenschaftler Uwe Lang kam an. [Der 60-jährige Forscher] sagte, es sei spät.", "Uwe Lang"),
        ("Nach [Ministeriumsangaben] ist es spät.", "Ministerium"),
        ("Uwe Lang kam an. [Der Richter] sagte, es sei spät.", "Der Richter"),
        ("Uwe Lang, Sprecher des Vereins, kam an. [Der Sprecher] sagte, es sei spät.", "Uwe Lang"),
        ("Die Wasserfreunde Auental (WFA) tagten. Diese Firma wächst. [Die WFA] sagte, es sei spät.", "WFA"),
        # pronouns
        ("Uwe Lang traf Karl Moor. [Dieser] sagte, es sei spät.", "Karl Moor"),
        ("Uwe Lang kam. [Er] sagte, es sei spät.", "Uwe Lang"),
        ("Uwe Lang traf Anna Blum. [Sie] sagte, es sei spät.", "Anna Blum"),
        ("Anna Blum traf Uwe Lang. [Er] sagte, es sei spät.", "Uwe Lang"),
        ("Uwe Lang kam. [Seiner Meinung] nach ist es spät.", "Uwe Lang"),
        ("Die Sprecherin trat vor. [Ihrer Meinung] nach ist es spät.", "Die Sprecherin"),
        ("Anna Blum rief die Landwirte an. [Sie] sagten, es sei spät.", "Die Landwirte"),
        ("Die Partei lud Uwe Lang ein, [der] sagte, es sei spät.", "Uwe Lang"),
        ("Weil [er] glaubte, es sei spät, ging Uwe Lang heim.", "Uwe Lang"),
        ("Im Gespräch mit Karl Moor sagte [er], es sei spät. Uwe Lang kam.", ""),
    ],
)
def test_who_is_meant(text, name):
    assert names(text)[-1] == name


def test_the_speaker_of_before_is_meant_by_demnach():
    assert names("Das teilte [die Polizei] mit. [Demnach] ist es spät.") == ["Polizei", "Polizei"]


def test_one_id_for_all_spellings_and_short_forms():
    quotations, speakers = resolved(
        "[Präsident Zelmansky] rief an. [Der Präsident Andrij Selmanskyj] sprach lange. [Selmanskyj] schwieg. [Er] ging. [Zelmansky] kam."
    )
    assert {q.speaker_id for q in quotations} == {"d:andrij-selmanskyj"}
    assert [s.name for s in speakers] == ["Andrij Selmanskyj"]
    assert speakers[0].aliases == ("Zelmansky", "Andrij Selmanskyj", "Selmanskyj")


def test_two_people_of_one_surname_stay_apart():
    assert names("Anna Blum traf Uwe Blum. [Anna Blum] sagte ja. [Uwe Blum] sagte nein.") == ["Anna Blum", "Uwe Blum"]


def test_a_body_and_its_people_stay_apart():
    quotations, speakers = resolved("[Die Polizei] schwieg. [Ein Polizeisprecher] sagte, es sei spät.")
    assert [s.kind for s in speakers] == ["organisation", "unnamed"]
    assert quotations[0].speaker_id != quotations[1].speaker_id


@pytest.mark.parametrize(
    ("text", "kind", "role"),
    [
        (
            "[Uwe Lang, ein ehemaliger deutscher Botschafter], warnte davor.",
            "person",
            "ein ehemaliger deutscher Botschafter",
        ),
        ("Nach Worten [des Ministers Uwe Lang] ist es spät.", "person", "Minister"),
        ("[Die zuständige Ministerin Anna Blum] warnte davor.", "person", "Die zuständige Ministerin"),
        ("[Experten] warnten davor.", "group", ""),
        ("[Das Gericht] warnte davor.", "organisation", ""),
        ("[Der Richter] warnte davor.", "unnamed", ""),
    ],
)
def test_kind_and_role(text, kind, role):
    speaker = resolved(text)[1][0]
    assert (speaker.kind, speaker.role) == (kind, role)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Es sei spät, hieß es[].", "no speaker named"),
        ("[Er] sagte, es sei spät.", "pronoun without antecedent: Er"),
        ("[Demnach] ist es spät.", "no source named before: Demnach"),
    ],
)
def test_no_speaker_says_why(text, problem):
    quotations, speakers = resolved(text)
    assert quotations[0].problem == problem
    assert (quotations[0].speaker_id, quotations[0].speaker_name, speakers) == ("", "", [])


def test_a_passive_names_nobody():
    document = read_text("Es wurde behauptet, es sei spät.", "d")
    quotation = Quotation("indirect", "speech", ((20, 31),), frame=((0, 19),), cue=((3, 18),))
    assert resolve_speakers(document, tag(document), [quotation])[0][0].problem == "passive without agent"


def test_people_who_are_described_alike_are_one():
    quotations, speakers = resolved(
        "[Ein Polizeisprecher] sagte ja. [Uwe Lang] schwieg. [Ein Polizeisprecher] sagte nein."
    )
    assert quotations[0].speaker_id == quotations[2].speaker_id == "d:polizeisprecher"
    assert [(s.name, s.n_mentions) for s in speakers] == [("Polizeisprecher", 2), ("Uwe Lang", 1)]


def test_a_problem_of_before_is_kept():
    document = read_text("Es sei spät, hieß es.", "d")
    before = [Quotation("indirect", "speech", ((0, 11),), problem="mark never closed")]
    assert resolve_speakers(document, tag(document), before)[0][0].problem == "mark never closed; no speaker named"


WORDS = "Uwe Lang Anna Blum er sie der die Minister Ministerin sagte , . ( ) „ “ Angaben Polizei nach und von IWO demnach".split()


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=25),
    st.lists(st.tuples(st.integers(0, 99), st.integers(1, 25)), max_size=4),
)
def test_any_text_is_resolved(parts, stretches):
    text = " ".join(parts)
    document = read_text(text, "d")
    quotations = [
        Quotation("direct", "speech", ((0, 1),), ((start, min(start + length, len(text))),))
        for start, length in stretches
        if start < len(text)
    ]
    before = list(quotations)
    after, speakers = resolve_speakers(document, tag(document), quotations)
    assert quotations == before and len(after) == len(before)
    assert len({s.speaker_id for s in speakers}) == len(speakers)
    assert {q.speaker_id for q in after if q.speaker_id} == {s.speaker_id for s in speakers}
    assert all(bool(q.speaker_id) != bool(q.problem) and bool(q.speaker_id) == bool(q.speaker_name) for q in after)


ARTICLE = [
    ("äußerte [er] während eines Streits", "Donald Trump"),
    ("abgesehen von [seiner Behauptung]", "Donald Trump"),
    ("behauptete [Trump] am Montag", "Donald Trump"),
    ("[Er] deutete auch an", "Donald Trump"),
    ("Arbeitern sind“, sagte [er]", "Donald Trump"),
    ("Woche erklärte [er]", "Marco Rubio"),
    ("[Er] fügte hinzu", "Marco Rubio"),
    ("[Andere US-Beamte] haben", "Andere US-Beamte"),
    ("[Verteidigungsminister Pete Hegseth] betonte", "Pete Hegseth"),
    ("[Der Nationale Sicherheitsberater Mike Waltz] hat", "Mike Waltz"),
    ("erklärte [der britische Premierminister Keir Starmer]", "Keir Starmer"),
    ("[Wolfgang Ischinger, ein ehemaliger deutscher Botschafter in Washington], warnte", "Wolfgang Ischinger"),
    ("Obwohl [Präsident Emmanuel Macron]", "Emmanuel Macron"),
    ("stellte [er] auch fest", "Emmanuel Macron"),
    ("[Der scheidende deutsche Kanzler Olaf Scholz] erklärte", "Olaf Scholz"),
    ("[Starmer] betonte", "Keir Starmer"),
    ("[Er] hob hervor", "Keir Starmer"),
    ("warnten [Experten].", "Experten"),
    ("warnte [Mick Ryan, ein Experte für militärische Strategien]", "Mick Ryan"),
    (
        "[Matthew Schmidt, Professor für nationale Sicherheit und Politikwissenschaft an der University of New Haven],",
        "Matthew Schmidt",
    ),
    ("[Selenskyj] betont", "Wolodymyr Selenskyj"),
    ("[Der russische Außenminister] hat", "Der russische Außenminister"),
    ("fordert [Präsident Zelensky]", "Wolodymyr Selenskyj"),
    ("[CNN] berichtete", "CNN"),
]


def test_the_people_of_the_first_study():
    document = read(next((Path(__file__).parents[2] / "seeds").glob("*.txt")), "d")
    quotations, expected = [], []
    for marked, name in ARTICLE:
        before, phrase, _ = re.split(r"[\[\]]", marked)
        start = document.text.index(marked.replace("[", "").replace("]", "")) + len(before)
        span = (start, start + len(phrase))
        quotations.append(Quotation("indirect", "speech", (span,), (span,)))
        expected.append(name)
    resolved_, speakers = resolve_speakers(document, tag(document), quotations)
    assert [q.speaker_name for q in resolved_] == expected
    kinds = {s.name: s.kind for s in speakers}
    assert [kinds[n] for n in ("Keir Starmer", "Experten", "Der russische Außenminister", "CNN")] == [
        "person",
        "group",
        "unnamed",
        "organisation",
    ]
    roles = {s.name: s.role for s in speakers}
    assert roles["Wolfgang Ischinger"] == "ein ehemaliger deutscher Botschafter"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Die Partei Nova tagte. Nach eigenen Angaben hat sie 500 Mitglieder.", "Nova"),
        ("Die Partei Nova tagte. Nach hiesigen Angaben hat sie 500 Mitglieder.", "Hiesige Angaben"),
        ("In dem Bericht heißt es, der Damm sei dicht.", "Der Bericht"),
        ("Mit dem Bericht heißt es, der Damm sei dicht.", ""),
    ],
)
def test_a_source_is_followed_to_who_gave_it(text, speaker):
    assert sl.from_text(text).quotations["speaker"].tolist() == [speaker]
