"""Framing: what the reporting word says about the speaker. The cue stands in brackets."""

import re

import pytest

from stimmlage.analysis import Analysis
from stimmlage.language.lexicon import lexicon
from stimmlage.language.tagging import tag
from stimmlage.measures.reporting_frames import CATEGORIES, frame, framing_of
from stimmlage.quotation.quotation import Quotation
from stimmlage.reading.segmentation import read_text


def read_marked(marked):
    text, spans = "", []
    for part in re.split(r"(\[[^]]*\])", marked):
        if part.startswith("["):
            spans.append((len(text), len(text) + len(part) - 2))
        text += part.strip("[]") if part.startswith("[") else part
    return text, tuple(spans)


@pytest.mark.parametrize(
    ("marked", "lemma", "category"),
    [
        ("Das stimmt, [sagte] sie.", "sagen", "neutral"),
        ("[Laut] Frau Berg stimmt das.", "laut", "neutral"),
        ("Er [behauptet], das stimme.", "behaupten", "distancing"),
        ("Die [Behauptung], das stimme, kam von ihm.", "Behauptung", "distancing"),
        ("Sie [stellte] gestern [klar], dass es stimmt.", "klarstellen", "endorsing"),
        ("Sie [verdeutlichte], dass es stimmt.", "verdeutlichen", "endorsing"),
        ("Sie [wies darauf hin], dass es stimmt.", "hinweisen", "endorsing"),
        ("Sie [hat betont], dass es stimmt.", "betonen", "emphasising"),
        ("Er [hob] am Montag [hervor], dass es stimmt.", "hervorheben", "emphasising"),
        ("Er [räumte] Fehler [ein].", "einräumen", "conceding"),
        ("Er [gab] das [zu].", "zugeben", "conceding"),
        ("Er [gab zu bedenken], dass es teuer sei.", "zu bedenken geben", "tentative"),
        ("Er [vermutet], dass es stimmt.", "vermuten", "tentative"),
        ("Sie [warnte], das sei gefährlich.", "warnen", "warning"),
        ("Sie [forderte], das zu lassen.", "fordern", "demanding"),
        ("Sie [kündigte an], zu kommen.", "ankündigen", "promising"),
        ("Sie [stellte] das [in Frage].", "in Frage stellen", "denying"),
        ("Er [wies] das [zurück].", "zurückweisen", "denying"),
        ("Er [kritisierte], das sei falsch.", "kritisieren", "criticising"),
        ("Sie [lobte], das sei klug.", "loben", "praising"),
        ("Sie [fragte], ob es stimmt.", "fragen", "asking"),
        ("Das stimmt, [jubelte] er.", "jubeln", "emotive"),
        ("Das stimmt, [radelte] er.", "radeln", "other"),
    ],
)
def test_frames(marked, lemma, category):
    text, spans = read_marked(marked)
    assert frame(tag(read_text(text)), spans) == (lemma, category)


def test_one_hit_for_each_quotation_with_a_cue():
    document = read_text("Das stimmt, behauptete er. Das stimmt nicht.")
    quotations = [
        Quotation("direct", "speech", ((0, 10),), cue=((12, 22),), speaker_id="s1"),
        Quotation("direct", "speech", ((27, 43),)),
    ]
    hits = framing_of(Analysis(document, tag(document), quotations, [], []))
    assert [(h.category, document.text[h.start : h.end], h.target) for h in hits] == [
        ("distancing", "behauptete", "s1")
    ]


@pytest.mark.parametrize("name", ["reporting_verbs", "reporting_nouns"])
def test_lists_hold_known_frames_once(name):
    rows = lexicon(name)
    assert {row["category"] for row in rows} <= set(CATEGORIES)
    assert len({row["entry"] for row in rows}) == len(rows)
