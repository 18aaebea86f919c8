"""What announces a clause as said: a verb, a noun with a light verb, an adjective, an infinitive."""

import pytest
from tests.found import quoted

SAID = "dass das Geld fehlt"
ANNOUNCED = {
    "Anna Berg sagte, dass das Geld fehlt.": ("Anna Berg", "sagte"),
    "Anna Berg erhob den Vorwurf, dass das Geld fehlt.": ("Anna Berg", "erhob den Vorwurf"),
    "Anna Berg kam zu dem Schluss, dass das Geld fehlt.": ("Anna Berg", "kam zu dem Schluss"),
    "Anna Berg sprach davon, dass das Geld fehlt.": ("Anna Berg", "sprach davon"),
    "Anna Berg zeigte sich überzeugt, dass das Geld fehlt.": ("Anna Berg", "zeigte sich überzeugt"),
    "Anna Berg, die den Plan kennt, sagte, dass das Geld fehlt.": ("Anna Berg", "sagte"),
    "Anna Berg war der Meinung, dass das Geld fehlt.": ("Anna Berg", "war der Meinung"),
}
OF_A_NOUN = {
    "Anna Berg kam in den Verdacht, zu lügen.": "infinitive: zu lügen |",
    "Anna Berg hat den Vorwurf zurückgewiesen, zu lügen.": "infinitive: zu lügen |",
    "Anna Berg wies den Vorwurf zurück, zu lügen.": "infinitive: zu lügen |",
    "Anna Berg lehnte die Forderung der Partei ab, zu gehen.": "infinitive: zu gehen | der Partei",
    "Anna Berg reagierte auf Vorwürfe, sie lüge.": "verb_second: sie lüge |",
    "Anna Berg prüft den Verdacht, dass er log.": "dass: dass er log |",
    "Anna Berg kritisierte ihn mit dem Argument, dass er log.": "dass: dass er log | Anna Berg",
    "Anna Berg verteidigte ihre Forderung, zu gehen.": "infinitive: zu gehen | Anna Berg",
    "Anna Berg warf die Frage auf, ob er log.": "dass: ob er log | Anna Berg",
    "Anna Berg bestätigte, dass er log.": "dass: dass er log | Anna Berg",
    "Die Regel besagt, dass alle zahlen.": "dass: dass alle zahlen | Die Regel",
    "Anna Berg ging. Sie besagt, dass alle zahlen.": "dass: dass alle zahlen |",
    "Anna Berg steht im Verdacht, Geld zu nehmen.": "infinitive: Geld zu nehmen |",
    "Anna Berg steht unter dem Verdacht, dass sie nimmt.": "dass: dass sie nimmt |",
    "Anna Berg geriet in den Verdacht der Polizei, zu lügen.": "infinitive: zu lügen | der Polizei",
    "Anna Berg sieht sich dem Vorwurf der Polizei ausgesetzt, zu lügen.": "infinitive: zu lügen | der Polizei",
    "Anna Berg ist mit dem Vorwurf konfrontiert, zu lügen.": "infinitive: zu lügen |",
    "Anna Berg muss sich den Vorwurf gefallen lassen, zu lügen.": "infinitive: zu lügen |",
    "Anna Berg bekam von Otto Kern den Rat, zu gehen.": "infinitive: zu gehen | Otto Kern",
    "Anna Berg erhielt den Hinweis, das Geld fehle.": "verb_second: das Geld fehle |",
    "Anna Berg hat den Verdacht, dass er nimmt.": "dass: dass er nimmt | Anna Berg",
    "Anna Berg steht vor der Frage, ob sie geht.": "dass: ob sie geht |",
    "Von der Polizei kam der Hinweis, das Geld fehle.": "verb_second: das Geld fehle | der Polizei",
    "Von der Brücke kam der Hinweis, das Geld fehle.": "verb_second: das Geld fehle |",
    "Die Frage von Anna Berg, ob das Geld fehle, blieb offen.": "dass: ob das Geld fehle | Anna Berg",
    "Die Frage der Polizei, ob das Geld fehle, blieb offen.": "dass: ob das Geld fehle | der Polizei",
    "Ihre Frage, ob das Geld fehle, blieb offen.": "dass: ob das Geld fehle | Ihre",
}
ANNOUNCED |= {"Die Zahlen stiegen und es heißt nun, dass das Geld fehlt.": ("", "es heißt")}
NOT_ANNOUNCED = (
    "Anna Berg half, dass das Geld reicht.",
    "Das führt dazu, dass das Geld fehlt.",
    "Es ist schade, dass das Geld fehlt.",
)


@pytest.mark.parametrize("text", ANNOUNCED)
def test_what_announces(text):
    assert [q.partition(" |")[0] for q in quoted(text)] == [f"dass: {SAID}"]
    assert quoted(text)[0].partition(" |")[2].strip() == ANNOUNCED[text][0]
    assert quoted(text, "cue")[0].partition(" | ")[2] == ANNOUNCED[text][1]


@pytest.mark.parametrize("text", NOT_ANNOUNCED)
def test_nothing_announces(text):
    assert quoted(text) == []


@pytest.mark.parametrize("text", OF_A_NOUN)
def test_whose_word_it_is(text):
    assert quoted(text) == [OF_A_NOUN[text]]
