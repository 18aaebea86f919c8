"""The readings in which a word of the hedging lists counts: each condition with what it takes and what it refuses."""

import pytest
from tests.found import place, tagged

from stimmlage.language.lexicon import lexicon
from stimmlage.measures.cue_conditions import CONDITIONS, negated

ROWS = [
    ("before_number", "rund", "Es kamen rund 50 Leute.", "Der Ball ist rund."),
    ("before_number", "knapp", "Es fehlt knapp ein Drittel.", "Das Geld ist knapp."),
    ("before_time", "gegen", "Er kam gegen 12 Uhr.", "Er ist gegen den Plan."),
    ("before_time", "gegen", "Er kam gegen Mitternacht.", "Er kam gegen Otto."),
    ("before_quantity", "etwa", "Es sind etwa 20 Leute.", "Man spricht etwa in Berlin so."),
    ("before_quantity", "etwa", "Sie sind etwa gleich groß.", "Er sah etwa Anna."),
    ("before_quantity", "etwa", "Er kommt etwa im Mai.", "Er kommt etwa mit Anna."),
    ("wohl", "wohl", "Das ist wohl wahr.", "Sie wird sich wohl fühlen."),
    ("wohl", "wohl", "Er kommt wohl morgen.", "Er weiß das sehr wohl."),
    ("wohl", "wohl", "Das ist wohl falsch.", "Er zahlt wohl oder übel."),
    ("rather", "eher", "Er ist eher skeptisch.", "Er kam eher als sie."),
    ("possible", "möglich", "Es ist möglich, dass er kommt.", "Er macht es möglich."),
    ("possible", "möglich", "Sie hält es für möglich.", "So schnell wie möglich ging er."),
    ("predicate", "erwarten", "Das ist zu erwarten.", "Sie kam, um ihn zu erwarten."),
    ("predicative", "fraglich", "Der Erfolg ist fraglich.", None),
    ("certain", "sicher", "Das wird sicher gut.", "Das Haus ist sicher."),
    ("certain", "sicher", "Sie ist sich sicher.", "Sie fährt langsam und sicher."),
    ("certain", "sicher", "Es ist sicher, dass er kommt.", "Sie fühlt sich dort sicher."),
    ("clear", "klar", "Es ist klar, dass er kommt.", "Er machte es ihr klar, dass er geht."),
    ("announced", "fest steht", "Fest steht: Er kommt.", "Fest steht der Baum."),
    ("convinced", "überzeugt", "Sie ist überzeugt, dass er kommt.", "Das Konzept überzeugt."),
    ("preposition", "laut", "Es brennt laut Polizei.", "Er sprach laut."),
    ("preposition", "gemäß", "Es brennt gemäß Angaben der Stadt.", "Er lebt gemäß seinem Stand."),
    ("attribution", "so", "Es brennt, so der Minister.", "Es brennt so sehr."),
    ("wonach", "wonach", "Es gibt Berichte, wonach es brennt.", "Er fragte, wonach es riecht."),
    ("seem", "scheint", "Er scheint zu schlafen.", "Die Sonne scheint."),
    ("opinion", "glaubt", "Er glaubt, dass es reicht.", "Er glaubt an Gott."),
    ("opinion", "meint", "Er meint, es reicht.", "Wen meint er?"),
    ("fear_or_hope", "hofft", "Sie hofft, dass es reicht.", "Sie hofft auf Regen."),
    ("framing", "Vermutung", "Die Vermutung, dass er kommt, ist alt.", "Die Vermutung ist alt."),
    ("kind_of", "Art", "Es ist eine Art Brücke.", "Es ist eine Art der Gattung Felis."),
    ("expected", "mit", "Sie rechnen mit einem Anstieg.", "Sie rechnen mit Brüchen."),
    ("left_open", "offen", "Ob er kommt, ist offen.", "Das Fenster ist offen."),
    ("not_ruled_out", "schließt", "Er schließt einen Anschlag nicht aus.", "Er schließt einen Anschlag aus."),
    ("informed", "Informationen", "Nach Informationen der Zeitung brennt es.", "Nach Informationen suchte er."),
    ("adverb_not_predicate", "natürlich", "Das ist natürlich wahr.", "Das Haar wirkt natürlich."),
    ("weakened", "würde", "Das würde viel erklären.", "Er würde gern kommen."),
    ("full_degree", "völlig", "Das ist völlig falsch.", None),
    ("judged", "eindeutig", "Das ist eindeutig.", None),
    ("generally", "Allgemeinen", "Im Allgemeinen reicht es.", None),
]


def holds(condition, cue, text):
    words = tagged(text)
    first = next(i for i, w in enumerate(words.lower) if w == cue.lower().split()[0])
    return CONDITIONS[condition](words, first, first + len(cue.split()))


@pytest.mark.parametrize(("condition", "cue", "yes", "no"), ROWS)
def test_a_condition(condition, cue, yes, no):
    assert holds(condition, cue, yes)
    assert no is None or not holds(condition, cue, no)


def test_the_lists_name_only_conditions_that_there_are():
    named = {
        row["condition"]
        for name in ("hedges", "boosters", "reportive")
        for row in lexicon(name)
        if row.get("condition")
    }
    assert named <= set(CONDITIONS)


@pytest.mark.parametrize(
    ("text", "cue", "expected"),
    [
        ("Das ist nicht sicher.", "sicher", "nicht"),
        ("Das ist nicht ganz klar.", "klar", "nicht"),
        ("Das ist kein klarer Verstoß.", "klarer", "kein"),
        ("Das ist ganz klar.", "klar", ""),
    ],
)
def test_what_negates_a_cue(text, cue, expected):
    words = tagged(text)
    found = negated(words, place(words, cue))
    assert " ".join(words.word[slice(*found)] if found else []) == expected


@pytest.mark.parametrize(
    "word", ["ein", "eine", "einen", "viel", "viele", "wenig", "weit", "etwas", "manche", "mancher", "manches"]
)
def test_so_before_a_degree_names_no_source(word):
    assert not holds("attribution", "so", f"Es brennt, so {word} Haus.")


@pytest.mark.parametrize("word", ["als", "dass", "mir", "ihm", "ihr", "uns"])
def test_what_seems_is_told_by_what_follows(word):
    assert holds("seem", "scheint", f"Es scheint {word} so.")
