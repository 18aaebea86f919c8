"""Hyphens at line ends."""

import pytest

from stimmlage.reading.hyphens import joint


@pytest.mark.parametrize(
    ("left", "right", "whole"),
    [
        ("die Sicher-", "heit", "die Sicherheit"),
        ("des NATO-", "Prinzips", "des NATO-Prinzips"),
        ("die Vor-", "und Nachteile", "die Vor- und Nachteile"),
        ("die deutsch-", "polnische Grenze", "die deutsch-polnische Grenze"),
        ("die islamisch-", "konservative Partei", "die islamisch-konservative Partei"),
        ("die US-", "amerikanische Regierung", "die US-amerikanische Regierung"),
        ("die rot-", "grüne Koalition", "die rot-grüne Koalition"),
        ("ein Start-", "up", "ein Start-up"),
        ("der Mit-", "arbeiter", "der Mitarbeiter"),
        ("der Rat", "tagt", "der Rat tagt"),
        ("SPD/", "Grüne", "SPD/Grüne"),
        ("Corona-19-", "ten", "Corona-19-ten"),
        ("ein Jahr -", "lang", "ein Jahr - lang"),
    ],
)
def test_joints(left, right, whole):
    cut, between = joint(left, right, frozenset())
    assert left[: len(left) - cut] + between + right == whole


def test_the_text_itself_decides():
    assert joint("die Ost-", "küste", frozenset(["Ostküste"])) == (1, "")
    assert joint("die Ost-", "küste", frozenset(["Ost-küste"])) == (0, "")
