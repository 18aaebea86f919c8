"""Sources that are named without a verb, and what only looks like one."""

import pytest
from tests.found import quoted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Laut Anna Berg ist der Plan gut.", ["attribution: ist der Plan gut | Anna Berg"]),
        ("Nach Angaben der Polizei ist der Wagen rot.", ["attribution: ist der Wagen rot | Angaben der Polizei"]),
        (
            "Nach Angaben der Polizei und der Bahn ist er rot.",
            ["attribution: ist er rot | Angaben der Polizei und der Bahn"],
        ),
        ("Laut Angaben der Polizei ist er rot.", ["attribution: ist er rot | Angaben der Polizei"]),
        ("Laut Sprecherin der Bahn ist er rot.", ["attribution: ist er rot | Sprecherin der Bahn"]),
        ("Er ist laut Sprecher des Verbandes rot.", ["attribution: Er ist … rot | Sprecher des Verbandes"]),
        ("Er wurde laut Polizei von einem Auto erfasst.", ["attribution: Er wurde … von einem Auto erfasst | Polizei"]),
        ("Sie fordern laut Medien von ihnen Geld.", ["attribution: Sie fordern … von ihnen Geld | Medien"]),
        (
            "Das wurde laut Berechnungen des Rates von Inseraten begleitet.",
            ["attribution: Das wurde … von Inseraten begleitet | Berechnungen des Rates"],
        ),
        (
            "Laut vorläufigem Ergebnis auf 194 Sitze kam sie.",
            ["attribution: auf 194 Sitze kam sie | vorläufigem Ergebnis"],
        ),
        ("Nach Angaben von n24 ist er rot.", ["attribution: ist er rot | Angaben von n24"]),
        ("Schuld war laut Polizei der Fahrer.", ["attribution: Schuld war … der Fahrer | Polizei"]),
        (
            "Das wurde laut Berichten von einem Auto erfasst.",
            ["attribution: Das wurde … von einem Auto erfasst | Berichten"],
        ),
        ("Der Polizei zufolge ist der Wagen rot.", ["attribution: ist der Wagen rot | Der Polizei"]),
        ("Seiner Meinung nach ist der Plan gut.", ["attribution: ist der Plan gut | Seiner Meinung"]),
        ("Aus Sicht der Firma ist der Plan gut.", ["attribution: ist der Plan gut | Sicht der Firma"]),
        ("Der Wagen ist rot, so die Polizei.", ["so: Der Wagen ist rot | die Polizei"]),
        ("Der Wagen sei rot, so einige Nachbarn.", ["so: Der Wagen sei rot | einige Nachbarn"]),
        ("Er half allen, so vielen Kindern.", []),
        ("Das Wasser stieg, so schnell.", []),
        ("Er blieb, so einer.", []),
        ("Es gibt Berichte, wonach der Wagen rot ist.", ["wonach: der Wagen rot ist | Berichte"]),
        ("Die Behörde legte einen Bericht vor. Demnach ist der Wagen rot.", ["demnach: ist der Wagen rot | Demnach"]),
    ],
)
def test_a_source(text, expected):
    assert quoted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Nach dem Spiel ist der Rasen nass.",
        "Nach der Rede ging sie nach Hause.",
        "Getreu dem Motto ist der Plan gut.",
        "Laut lachend ging sie nach Hause.",
        "Der Wagen ist so rot.",
        "Sie aß. Danach ging sie nach Hause.",
        "Sie aß. Danach war sie satt: Ich habe Zeit.",
    ],
)
def test_no_source(text):
    assert quoted(text) == []
