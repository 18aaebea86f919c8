"""How the word that reports a quotation frames its speaker."""

import pytest
from tests.found import analysed

from stimmlage.measures.reporting_frames import CATEGORIES, framing_of


@pytest.mark.parametrize(
    ("text", "cue", "category"),
    [
        ("Anna Berg sagte, es reiche.", "sagen", "neutral"),
        ("Anna Berg behauptete, es reiche.", "behaupten", "distancing"),
        ("Anna Berg stellte klar, dass es reicht.", "klarstellen", "endorsing"),
        ("Anna Berg räumte ein, dass es reicht.", "einräumen", "conceding"),
        ("Anna Berg warnte, das Geld reiche nicht.", "warnen", "warning"),
        ("Anna Berg forderte, dass es reicht.", "fordern", "demanding"),
        ("Anna Berg fragte, ob es reicht.", "fragen", "asking"),
        ("Laut Anna Berg reicht es.", "laut", "neutral"),
        ("Anna Berg erhob den Vorwurf, dass es nicht reicht.", "Vorwurf", "criticising"),
    ],
)
def test_frames(text, cue, category):
    hits = framing_of(analysed(text))
    assert [(hit.cue, hit.category) for hit in hits] == [(cue, category)]
    assert category in CATEGORIES
    assert hits[0].target.endswith("anna-berg")


def test_a_cue_of_two_quotations_counts_once():
    hits = framing_of(analysed("Anna Berg sagte, es sei „ein großer Fehler“."))
    assert [hit.cue for hit in hits] == ["sagen"]
