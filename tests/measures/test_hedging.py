"""Hedging: cues in brackets with their category; a sentence without brackets holds none."""

import itertools
import math
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stimmlage.analysis import analyse
from stimmlage.errors import OptionError
from stimmlage.evaluation import hedging as task
from stimmlage.evaluation.gold import read_gold
from stimmlage.measures.hedging import CATEGORIES, Hedging
from stimmlage.reading.segmentation import read_text

GOLD = Path(__file__).parents[2] / "../shared/gold/hedging_dev.jsonl.gz"
SHORT = {"h": "hedge", "a": "approximator", "r": "reportive", "b": "booster"}


def hits_of(text):
    return Hedging().find(analyse(read_text(text)))


MARKED = [
    # hedges
    "Das ist [h:wohl] wahr.",
    "Sie fühlt sich wohl.",
    "Wohl oder übel ging er.",
    "Das Wohl des Kindes zählt.",
    "[h:Vielleicht] regnet es.",
    "[h:Meines Erachtens] genügt das.",
    "[h:Soweit bekannt], fehlt nichts.",
    "Es ist [h:möglich], dass er kommt.",
    "Er hält einen Streik für [h:möglich].",
    "Sie prüfen einen [h:möglichen] Betrug.",
    "Sie laufen so schnell wie möglich.",
    "Die Brücke macht das möglich.",
    "Von zwölf möglichen Punkten holte sie neun.",
    "Ein Streik ist [h:zu erwarten].",
    "Er war bereit, die Stelle anzunehmen.",
    "Ob das hilft, ist [h:fraglich].",
    "In der fraglichen Nacht schlief er.",
    "Er [h:glaubt], dass es reicht.",
    "Er glaubt an Gott.",
    "Sie [h:hofft], dass es reicht.",
    "Sie hofft auf Regen.",
    "Er [h:scheint] krank zu sein.",
    "Die Sonne scheint.",
    "Es gibt die [h:Möglichkeit], dass er kommt.",
    "Sie ist eine [h:eher] leise Rednerin.",
    "Das war eher Glück als Können.",
    "Der Preis [h:könnte] steigen.",
    "Das [h:dürfte] stimmen.",
    "Er [h:mag] Recht haben.",
    "Er mag Bier.",
    "Es [h:kann] sein, dass er irrt.",
    "Er kann schwimmen.",
    "Das [h:sollte] reichen.",
    "Die Regierung sollte handeln.",
    "Das [h:würde] bedeuten, dass er irrt.",
    "Er würde gern kommen.",
    # approximators
    "[a:Rund] 20 Leute kamen.",
    "Sie sah sich rund um den See um.",
    "Sie hat [a:gut] 100 Bücher.",
    "Das ist gut.",
    "Es kamen [a:knapp] zwei Drittel.",
    "Er gewann knapp.",
    "[a:Etwa] 20 Leute kamen.",
    "Er kam [a:etwa] im Mai.",
    "Städte wie etwa Berlin wuchsen.",
    "Es werden [a:bis zu] 20 Grad.",
    "Bis zu den Wahlen ist Zeit.",
    "Er kam [a:gegen] 7 Uhr.",
    "Sie ist gegen den Plan.",
    "Das Haus ist [a:fast] fertig.",
    "Es dauert [a:zwei, drei] Tage.",
    # reportive markers
    "[r:Laut] Polizei brannte es.",
    "Er rief laut.",
    "Es brannte, [r:so] die Polizei.",
    "So ein Unglück gab es nie.",
    "Den Angaben [r:zufolge] brannte es.",
    "[r:Nach Angaben] der Polizei brannte es.",
    "Er [r:soll] gelogen haben.",
    "Er soll zahlen.",
    "Sie [r:will] nichts gewusst haben.",
    "Sie will zahlen.",
    "Er sagt, sie [r:habe] Zeit.",
    "Er sagt, sie [r:komme] heute.",
    "Die Partner [r:hätten] zugestimmt, hieß es.",
    "Wenn sie kämen, wäre es gut.",
    "Der Rat sei [h:vielleicht] müde, sagt er.".replace("sei", "[r:sei]"),
    "Sie geht, es sei denn, er kommt.",
    "Gott sei Dank ist es vorbei.",
    "Er tat, als habe er Zeit.",
    "Man nehme zwei Eier.",
    "Anstelle von Brot gab es Kuchen.",
    # boosters
    "Das ist [b:zweifellos] falsch.",
    "Das ist [b:natürlich] falsch.",
    "Natürliche Wälder sind selten.",
    "Das wird [b:sicher] gut.",
    "Sie ist [b:sicher], dass er kommt.",
    "Das Haus ist sicher.",
    "Eine sichere Grenze ist selten.",
    "Es ist [b:klar], dass er irrt.",
    "Sie machte klar, dass sie geht.",
    "Eine klare Mehrheit stimmte zu.",
    "Das war ein [b:klarer] Verstoß.",
    "[b:Fest steht], dass er irrt.",
    "Der Termin steht fest.",
    "Er [b:muss] krank gewesen sein.",
    "Er muss gehen.",
    "Das ist [b:völlig] falsch.",
    "Das hilft [b:auf jeden Fall].",
]


@pytest.mark.parametrize("marked", MARKED)
def test_cues(marked):
    expected = [(SHORT[m[1]], m[2]) for m in re.finditer(r"\[(\w):([^]]+)\]", marked)]
    text = re.sub(r"\[\w:([^]]+)\]", r"\1", marked)
    assert [(h.category, h.cue) for h in hits_of(text)] == expected


@pytest.mark.parametrize(
    ("text", "cue", "modifier"),
    [
        ("Das ist nicht unbedingt falsch.", "unbedingt", 'negated by "nicht"'),
        ("Das ist nicht wirklich neu.", "wirklich", 'negated by "nicht"'),
        ("Das ist nicht ganz eindeutig.", "eindeutig", 'negated by "nicht"'),
    ],
)
def test_negated_booster_is_a_hedge(text, cue, modifier):
    (hit,) = hits_of(text)
    assert (hit.category, hit.cue, hit.modifier) == ("hedge", cue, modifier)


def test_negator_behind_a_booster_leaves_it():
    assert [h.category for h in hits_of("Das stimmt natürlich nicht.")] == ["booster"]


def test_a_word_is_counted_once():
    assert [(h.cue, h.category) for h in hits_of("Er sagt, man müsse wohl gehen.")] == [
        ("müsse", "reportive"),
        ("wohl", "hedge"),
    ]


def test_rates_count_per_hundred_words_and_are_undefined_without_words():
    hits = hits_of("Das ist wohl wahr.")
    assert Hedging().score(hits, 4)["hedging"] == 25
    assert Hedging(per=1000).score(hits, 4)["hedging:hedge"] == 250
    assert Hedging().score(hits, 4)["hedging:booster"] == 0
    assert all(math.isnan(v) for v in Hedging().score([], 0).values())


@pytest.mark.parametrize("options", [{"per": 0}, {"without": ("moods",)}])
def test_wrong_options_are_refused(options):
    with pytest.raises(OptionError):
        Hedging(**options)


def test_mechanisms_can_be_switched_off():
    analysis = analyse(read_text("Er sagt, es sei sicher. Er könnte irren."))
    assert [h.cue for h in Hedging(without=("mood", "modals")).find(analysis)] == []
    assert [h.cue for h in Hedging(without=("conditions",)).find(analysis)] == ["sei", "sicher", "könnte"]


PIECES = [
    "wohl",
    "Er",
    "sei",
    "nicht",
    "unbedingt",
    "könnte",
    "soll",
    "haben",
    "gesagt",
    ",",
    "so",
    "laut",
    "etwa",
    "20",
    ".",
    "„",
    "“",
    "Uhr",
    "klar",
    "dass",
    "gegen",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=14).map(" ".join))
def test_hits_quote_the_text_in_order_and_do_not_overlap(text):
    hits = hits_of(text)
    document = read_text(text)
    assert all(document.text[h.start : h.end] == h.cue and h.category in CATEGORIES for h in hits)
    assert all(a.end <= b.start for a, b in itertools.pairwise(hits))


def test_evaluation_counts_overlap_of_the_same_category():
    text = "Das ist wohl rund 20 Jahre her."
    gold = [
        {
            "id": "1",
            "text": text,
            "cues": [
                {"start": 8, "end": 12, "text": "wohl", "category": "hedge"},
                {"start": 0, "end": 3, "text": "Das", "category": "booster"},
            ],
        }
    ]
    figures = task.evaluate(gold, task.predict(gold))
    assert (figures["precision"].value, figures["recall"].value) == (0.5, 0.5)
    assert "missed booster 'Das'" in task.worst(gold, task.predict(gold), 5)


@pytest.mark.skipif(not GOLD.exists(), reason="the shared gold data is not here")
def test_development_figure_holds():
    items = read_gold(GOLD)
    assert task.evaluate(items, task.predict(items))["f1"].value > 0.93
