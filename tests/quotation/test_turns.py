"""Turns: whose words the paragraphs of a printed conversation are, and what looks like one and is none."""

from __future__ import annotations

import pytest

import stimmlage as sl


def voices(text: str, tmp_path) -> dict[str, str]:
    """Return for the last word of each paragraph who says it: a name, `author` or `unattributed`."""
    path = tmp_path / "text.txt"
    path.write_text(text, "utf-8")
    corpus = sl.read([path])
    found = {}
    for p in corpus.passages.itertuples():
        words = [w.strip(".,!?“”„»«()") for w in p.text.split()]
        found |= {w: p.speaker or p.voice for w in words if w}
    return found


CONVERSATIONS = {
    "magazine in capitals, guest by surname": (
        "Mehr Mut zur Lücke\n\nDie Stadtplanerin Greta Holm baut seit Jahren Spielplätze.\n\n"
        "KURIER: Frau Holm, was fehlt den Städten?\n\nHolm: Schatten. Wir brauchen Bäume.\n\n"
        "KURIER: Und wer zahlt?\n\nHolm: Das Land, hoffe ich.\n",
        {
            "Spielplätze": "author",
            "Städten": "KURIER",
            "Schatten": "Greta Holm",
            "Bäume": "Greta Holm",
            "Land": "Greta Holm",
        },
    ),
    "guest only named in the question": (
        "Im Gespräch\n\nDas Museum öffnet wieder.\n\nBote: Herr Sund, freuen Sie sich?\n\nSund: Sehr, das Dach hält endlich.\n\n"
        "Bote: Was zeigen Sie zuerst?\n\nSund: Zuerst zeigen wir Münzen.\n",
        {"wieder": "author", "endlich": "Sund", "zuerst": "Bote", "Münzen": "Sund"},
    ),
    "questions and answers by their names": (
        "Zur Lage\n\nWir trafen Anke Roth, die Leiterin der Tafel.\n\nFrage: Frau Roth, wie geht es?\n\n"
        "Antwort: Schlecht. Der Bürgermeister sagte, das Geld sei weg.\n\nFrage: Was nun?\n\nAntwort: Wir sammeln Pfandflaschen.\n",
        {
            "Tafel": "author",
            "Schlecht": "Anke Roth",
            "weg": "Der Bürgermeister",
            "nun": "Frage",
            "Pfandflaschen": "Anke Roth",
        },
    ),
    "initials": (
        "Auf dem Hof\n\nVeit Ruland züchtet Esel. Die Landpost (LP) besuchte ihn.\n\nLP: Wie viele Esel haben Sie?\n\n"
        "V. R.: Zwölf.\n\nLP: Warum gerade Esel?\n\nV. R.: Weil ich Ruhe mag.\n",
        {"Zwölf": "Veit Ruland", "mag": "Veit Ruland", "besuchte": "author"},
    ),
    "bold questions without labels": (
        "Der lange Atem\n\nNils Farber läuft Marathon.\n\n**Herr Farber, wann begannen Sie?**\n\nMit vierzig.\n\n"
        "**Und die Knie?**\n\nHalten noch. Im Ernst: Es ist eine Frage des Schuhs.\n",
        {
            "Marathon": "author",
            "begannen": "author",
            "vierzig": "Nils Farber",
            "noch": "Nils Farber",
            "Schuhs": "Nils Farber",
        },
    ),
    "bold labels": (
        "Streitfrage\n\nZu Gast ist Ines Mohr.\n\n**Radio:** Frau Mohr, reicht das?\n\n**Mohr:** Nein, das reicht nie.\n\n"
        "**Radio:** Warum?\n\n**Mohr:** Weil alle nur warten.\n",
        {"reicht": "Ines Mohr", "nie": "Ines Mohr", "warten": "Ines Mohr", "Warum": "Radio"},
    ),
    "questions without labels, addressed by name": (
        "Neue Wege\n\nDer Arzt Karl Wendt leitet die Klinik.\n\nHerr Wendt, warum ziehen Sie um?\n\nDer alte Bau ist feucht.\n\n"
        "Wann ist es so weit?\n\nIm Mai, hoffentlich.\n\nWas wird aus dem Altbau?\n\nEr wird verkauft.\n",
        {
            "Klinik": "author",
            "um": "author",
            "feucht": "Karl Wendt",
            "hoffentlich": "Karl Wendt",
            "verkauft": "Karl Wendt",
        },
    ),
    "two guests": (
        "Pro und contra\n\nEva Stein und Uwe Lang streiten über Tempo 30.\n\nAnzeiger: Frau Stein, warum langsamer?\n\n"
        "Stein: Damit Kinder leben.\n\nLang: Das ist Symbolpolitik.\n\nStein: Ich rede von Unfällen.\n\nLang: Ich von Staus.\n",
        {"leben": "Eva Stein", "Symbolpolitik": "Uwe Lang", "Unfällen": "Eva Stein", "Staus": "Uwe Lang"},
    ),
    "protocol": (
        "Präsidentin Ruth Ebel:\nDas Wort hat Frau Kuhn.\n\n(Beifall links)\n\nJana Kuhn (Freie):\nMeine Damen und Herren! Das Gesetz ist alt.\n\n"
        "(Zuruf rechts: Unerhört!)\n\n– Ja, uralt.\n\nPräsidentin Ruth Ebel:\nIch danke Ihnen.\n",
        {"Wort": "Ruth Ebel", "links": "author", "alt": "Jana Kuhn", "uralt": "Jana Kuhn", "danke": "Ruth Ebel"},
    ),
    "podcast with times": (
        "Folge 7\n\nEs reden Tim Harms und Pia Lund.\n\n[00:01] Tim Harms: Hallo, ich bin zurück.\n\n[00:05] Pia Lund: Und ich habe Kuchen.\n\n"
        "[00:09] Tim Harms: Dann fangen wir an.\n",
        {"reden": "author", "zurück": "Tim Harms", "Kuchen": "Pia Lund", "fangen": "Tim Harms"},
    ),
    "play with a note behind": (
        "Abend im Theater\n\nDas Stück beginnt laut.\n\nDIE KÖCHIN (singt): Ich koche, bis du kommst.\n\nDER KELLNER: Du kommst zu spät.\n\n"
        "DIE KÖCHIN: Ich komme immer.\n\nDann wird es dunkel, und der Saal klatscht.\n",
        {"laut": "author", "koche": "DIE KÖCHIN", "spät": "DER KELLNER", "klatscht": "author"},
    ),
    "a note on the person behind a heading": (
        "Kurz gefragt\n\nHeute mit Olaf Brinck.\n\nWelle: Herr Brinck, tanzen Sie?\n\nBrinck: Nur zu Hause.\n\nWelle: Und singen?\n\nBrinck: Lieber nicht, sage ich.\n\n"
        "Zur Person\n\nOlaf Brinck wurde 1970 in Lunden geboren. Er lebt am Meer.\n",
        {"Hause": "Olaf Brinck", "ich": "Olaf Brinck", "geboren": "author", "Meer": "author"},
    ),
}


@pytest.mark.parametrize("name", CONVERSATIONS)
def test_turns_of_conversations(name, tmp_path):
    text, expected = CONVERSATIONS[name]
    found = voices(text, tmp_path)
    assert {word: found.get(word) for word in expected} == expected


NONE = {
    "labels that name nobody": "Neue Regeln\n\nAchtung: Bringen Sie Geld mit, wir nehmen keine Karten.\n\nAchtung: Es wird voll. Kommen Sie früh.\n\nAußerdem: Hunde bleiben draußen.\n",
    "days": "Die Woche\n\nSamstag: Der Markt öffnet. Kommen Sie?\n\nSonntag: Der Markt schließt.\n\nMontag: Wir ruhen uns aus.\n",
    "two sides": "Braucht es das?\n\nDafür: Es spart Zeit. Wollen wir ewig warten?\n\nDagegen: Es kostet.\n\nDafür: Im Winter ist es warm.\n\nDagegen: Im Sommer auch.\n",
    "a data sheet": "Räder im Test\n\nSechs Räder fuhren wir.\n\nBlitz 3\nPreis: 900 Euro\nGewicht: 12 Kilo\nUrteil: zu schwer\n\nAlle kamen an.\n",
    "questions of an explainer": "Das neue Geld\n\nAb Mai gibt es Geld.\n\nWer bekommt es?\n\nAlle mit Kindern.\n\nMuss ich es zurückzahlen?\n\nNein, Sie dürfen es behalten.\n\nWann kommt es?\n\nIm Mai.\n",
    "rhetorical questions": "Ein Kommentar\n\nWas soll das?\n\nDie Stadt spart wieder einmal.\n\nWer versteht das noch?\n\nNiemand im Ort.\n",
    "players and their goals": "Die Torjäger\n\nAnna Berg: 12 Tore\n\nEva Stein: 9 Tore\n\nInes Mohr: 7 Tore\n",
    "examples": "So spart man\n\nBeispiel Kiel: Dort brennt kein Licht.\n\nBeispiel Graz: Dort blüht es.\n\nBeispiel Bern: Dort fährt nichts.\n",
}


@pytest.mark.parametrize("name", NONE)
def test_what_looks_like_a_conversation(name, tmp_path):
    assert set(voices(NONE[name], tmp_path).values()) == {"author"}


def test_letters_belong_to_those_who_signed_them(tmp_path):
    text = (
        "Leserbriefe\n\nZu „Neue Bäume“ vom 3. Mai:\n\nIch freue mich über jeden Baum. Weiter so!\n\nGerda Moll, Lunden\n\n"
        "Zum selben Thema:\n\nBäume werfen Laub. Wer fegt das weg?\n\nUnd wer zahlt?\n\nKurt Sander, Bad Ahlen\n"
    )
    found = voices(text, tmp_path)
    assert (found["Baum"], found["Laub"], found["zahlt"]) == ("Gerda Moll", "Kurt Sander", "Kurt Sander")
    assert found["Mai:"] == "author"


def test_names_below_texts_that_are_no_letters_sign_nothing(tmp_path):
    text = "Die Sieger\n\nSie tanzte am besten von allen.\n\nGerda Moll, Lunden\n\nEr kam als Zweiter ins Ziel.\n\nKurt Sander, Ahlen\n"
    assert set(voices(text, tmp_path).values()) == {"author"}


def test_posts_belong_to_those_who_wrote_them(tmp_path):
    text = (
        "Feuer im Turm\n\nDie Wehr meldete sich im Netz:\n\nFeuer ist gelöscht. Danke für die Hilfe!\n— Feuerwehr Lunden (@fwlunden) 3. Mai 2024\n\n"
        "Der Turm steht noch. Verletzt wurde niemand.\n"
    )
    found = voices(text, tmp_path)
    assert (found["gelöscht"], found["Hilfe"], found["Netz:"], found["noch"]) == (
        "Feuerwehr Lunden",
        "Feuerwehr Lunden",
        "author",
        "author",
    )
    assert "2024" not in found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # only what somebody else is quoted with by name leaves a turn
        ("„Das reicht“, sagte mir der Wirt.", {"reicht": "Der Wirt"}),
        ("Ich glaube, dass es reicht.", {"reicht": "Jo Falk"}),
        ("Es heißt, der Wirt gehe.", {"gehe": "Jo Falk"}),
        ("Der Wirt hat den Plan kritisiert.", {"kritisiert": "Jo Falk"}),
        ("Mein Vater sagte, der Hof sei alt.", {"alt": "Vater"}),
    ],
)
def test_who_is_quoted_inside_a_turn(text, expected, tmp_path):
    found = voices(
        f"Am Tresen\n\nHier redet Jo Falk.\n\nBlatt: Herr Falk, was nun?\n\nFalk: {text}\n\nBlatt: Und dann?\n",
        tmp_path,
    )
    assert {word: found[word] for word in expected} == expected


def test_a_turn_ends_what_came_before(tmp_path):
    text = "Im Bad\n\nHier redet Jo Falk.\n\nBlatt: Der Wirt sagte, es sei zu kalt. Was sagen Sie?\n\nFalk: Wärmer werde es nicht.\n\nBlatt: Schade.\n"
    assert voices(text, tmp_path)["Wärmer"] == "Jo Falk"


def test_turns_are_direct_speech_with_their_rule():
    corpus = sl.from_text("Boot: Herr Ahl, wann?\n\nAhl: Bald, sage ich.\n\nBoot: Wie bald?\n\nAhl: Sehr bald.")
    assert corpus.quotations[["type", "rule", "speaker", "text"]].values.tolist()[1] == [
        "direct",
        "turn",
        "Ahl",
        "Bald, sage ich.",
    ]
