"""Three small articles that the verbs of exploring go through."""

import pandas as pd
import pytest

import stimmlage as sl

TEXTS = {
    "a": "Der Damm hält. Der neue Damm ist dicht. „Der Damm ist wohl nicht dicht“, sagte Anna Berg.",
    "b": "Der Zug fährt. Der alte Zug ist voll. Laut Polizei ist der Bahnhof voll.",
    "c": "Friedensgespräche beginnen. Ein Frieden ist dicht an dicht mit Friedensarbeit verbunden.",
}


@pytest.fixture(scope="module")
def corpus():
    table = pd.DataFrame({"id": list(TEXTS), "text": list(TEXTS.values()), "outlet": ["A", "B", "B"]})
    return sl.from_frame(table)
