"""The rules of quotation: their names, their order, what each finds, an example, and what it must not find.

A new rule is a function of a `Sight` that yields drafts with its name, and a row here. The switches of
`find_quotations`, the ablation of `stimmlage evaluate quotations`, the table in docs/quotations.md and a table of tests
are made from these rows.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from stimmlage.quotation import (
    acts,
    bare_colon,
    carrying_on,
    complement_clauses,
    credited,
    direct_speech,
    loose_clauses,
    quoted_words,
    reporting_clauses,
    sources,
    turns,
    unannounced,
)
from stimmlage.quotation.sight import Finder

STAGES = ("document", "sentence", "pointing", "before", "inside")
"""In which order rules are asked.

- `document`: what is said by the form in which it is printed; inside of it the other rules find only whom it quotes
- `sentence`: what a sentence says by itself; all rules are asked, one does not find again what another has found
- `pointing`: where there is nothing, or only a source, what points back at the sentence before
- `before`: where there is still nothing, what a sentence is by what stands before it; the first family that finds
  anything ends the search
- `inside`: what lies beside or inside of what was found
"""


@dataclass(frozen=True)
class Rule:
    """A rule of quotation, asked for each sentence.

    Parameters
    ----------
    name : str
        As in the column `rule`.
    stage : str
        One of `STAGES`.
    family : str
        Rules of a family share a reading; what they find counts in reading order.
    find : callable
        From a `Sight` to drafts; the sight of the stage `document` is of all sentences, and of none.
    finds : str
        What it finds, in a line; words of the language in asterisks.
    example, counter : str
        A text in which it finds something, and one that looks like it and in which it must find nothing.
    """

    name: str
    stage: str
    family: str
    find: Finder
    finds: str
    example: str
    counter: str


RULES: tuple[Rule, ...] = (
    Rule(
        "turn",
        "document",
        "turn",
        turns.turn,
        "turns of an interview, a protocol, a play: *Berg: Das reicht.*",
        "Anna Berg leitet das Bad.\n\nBote: Frau Berg, wann öffnen Sie?\n\nBerg: Wir warten noch.\n\nBote: Worauf?",
        "Wichtig: Bringen Sie Geld mit.\n\nWichtig: Wir schließen um acht.\n\nFazit: Es wird teuer.",
    ),
    Rule(
        "signed",
        "document",
        "signed",
        turns.signed,
        "letters to the editor and posts with their writer below",
        "So schrieb sie:\n\nDas Bad ist wieder offen!\n\n— Anna Berg (@berg)",
        "So endet es:\n\nDas Bad ist wieder offen!\n\n— Ende —",
    ),
    Rule(
        "attribution",
        "sentence",
        "source",
        sources.attribution,
        "*laut X*, *nach Angaben von X*, *X zufolge*, *aus Sicht von X*",
        "Laut Polizei ist die Straße frei.",
        "Er las den Brief laut vor.",
    ),
    Rule(
        "so",
        "sentence",
        "so",
        sources.so,
        "*…, so X*",
        "Der Damm ist dicht, so Anna Berg.",
        "Der Damm ist so dicht wie nie.",
    ),
    Rule(
        "wie",
        "sentence",
        "wie",
        reporting_clauses.wie,
        "*Wie X mitteilte, …*, *…, wie X mitteilte*",
        "Wie Anna Berg mitteilte, ist der Damm dicht.",
        "Sie weiß, wie der Damm gebaut wurde.",
    ),
    Rule(
        "wonach",
        "sentence",
        "adverb",
        sources.wonach,
        "*Berichte, wonach …*",
        "Es gibt Berichte, wonach der Damm bricht.",
        "Wonach sie suchten, blieb offen.",
    ),
    Rule(
        "demnach",
        "sentence",
        "adverb",
        sources.demnach,
        "*Demnach …*: the adverb stands for a source named before",
        "Es gibt einen Bericht. Demnach ist der Damm dicht.",
        "Danach ging sie nach Hause.",
    ),
    Rule(
        "dass",
        "sentence",
        "complement",
        complement_clauses.dass,
        "clauses with *dass*, *ob* behind a verb, noun or adjective that announces",
        "Anna Berg sagte, dass der Damm dicht ist.",
        "Es regnete so sehr, dass der Damm brach.",
    ),
    Rule(
        "w_clause",
        "sentence",
        "complement",
        complement_clauses.w_clause,
        "indirect questions (*warum*, *wie viele*)",
        "Anna Berg fragte, warum der Damm brach.",
        "Warum der Damm brach, ist offen.",
    ),
    Rule(
        "infinitive",
        "sentence",
        "complement",
        complement_clauses.infinitive,
        "infinitives: *bat ihn, zu kommen*",
        "Anna Berg forderte, den Damm zu prüfen.",
        "Sie kam, um den Damm zu prüfen.",
    ),
    Rule(
        "verb_second",
        "sentence",
        "complement",
        complement_clauses.verb_second,
        "verb-second clauses: *sagte, es sei gut*",
        "Anna Berg sagte, der Damm sei dicht.",
        "Anna Berg kam, der Damm war dicht.",
    ),
    Rule(
        "inverted",
        "sentence",
        "inverted",
        reporting_clauses.inverted,
        "*…, sagte X*",
        "Der Damm sei dicht, sagte Anna Berg.",
        "Der Damm ist dicht, kam Anna Berg zu spät.",
    ),
    Rule(
        "credited",
        "sentence",
        "credited",
        credited.credited,
        "wordings with their speaker behind them: *„…“ (Anna Berg, SPD)*",
        "„Der Damm ist dicht, das sieht jeder“ (Anna Berg, SPD).",
        "„Der Damm ist dicht, das sieht jeder“ (siehe Seite 3).",
    ),
    Rule(
        "direct_frame",
        "sentence",
        "direct",
        direct_speech.direct_frame,
        "wordings in marks with their verb before, behind or around",
        "„Der Damm ist dicht“, sagte Anna Berg.",
        "Sie las die Zeitung „Der Damm“.",
    ),
    Rule(
        "direct_colon",
        "sentence",
        "direct",
        direct_speech.direct_colon,
        "wordings behind a colon that a verb announces",
        "Anna Berg sagte: „Der Damm ist dicht.“",
        "Anna Berg: „Der Damm ist dicht.“",
    ),
    Rule(
        "direct_noun",
        "sentence",
        "direct",
        direct_speech.direct_noun,
        "clauses in marks that a noun announces: *kam zu dem Ergebnis, „dass …“*",
        "Die Prüfer kamen zu dem Ergebnis, „dass der Damm nicht mehr dicht ist“.",
        "Sie kamen zu dem Ort, „den niemand kennt“.",
    ),
    Rule(
        "colon",
        "sentence",
        "direct",
        direct_speech.colon,
        "a colon without a verb that announces",
        "Ein Beamter der Polizei: „Der Damm ist dicht.“",
        "Das Wetter: Regen und Wind.",
    ),
    Rule(
        "marks_alone",
        "sentence",
        "direct",
        direct_speech.marks_alone,
        "a sentence wholly in marks",
        "„Der Damm ist noch lange nicht dicht.“",
        "„Der Damm“",
    ),
    Rule(
        "bare_colon",
        "sentence",
        "bare_colon",
        bare_colon.bare_colon,
        "sentences without marks behind a colon: *Anna Berg sagte: Wir schaffen das.*",
        "Anna Berg sagte: Wir schaffen das.",
        "Anna Berg schafft das: Sie hat einen Plan.",
    ),
    Rule(
        "pointing_back",
        "pointing",
        "pointing",
        carrying_on.pointing_back,
        "*Das sagte X* behind what was said",
        "Der Damm ist dicht. Das sagte Anna Berg.",
        "Der Damm ist dicht. Das freute Anna Berg.",
    ),
    Rule(
        "carried_on",
        "before",
        "subjunctive",
        carrying_on.carried_on,
        "sentences that go on in the Konjunktiv",
        "Anna Berg sagte, der Damm sei dicht. Er halte noch lange.",
        "Anna Berg sagte, der Damm sei dicht. Er hält noch lange.",
    ),
    Rule(
        "konjunktiv",
        "before",
        "subjunctive",
        carrying_on.konjunktiv,
        "any other sentence in the Konjunktiv I",
        "Der Damm sei dicht.",
        "Der Damm wäre dicht.",
    ),
    Rule(
        "soll",
        "before",
        "rumour",
        unannounced.soll,
        "*soll … gewesen sein*",
        "Der Damm soll dicht gewesen sein.",
        "Der Damm soll dicht werden.",
    ),
    Rule(
        "soll_near",
        "before",
        "rumour",
        unannounced.soll_near,
        "*soll* behind what somebody said",
        "Anna Berg sagte, der Damm sei dicht. Er soll lange halten.",
        "Der Damm soll lange halten.",
    ),
    Rule(
        "act",
        "before",
        "act",
        acts.act,
        "acts told without wording: *kritisierte den Plan*",
        "Anna Berg kritisierte den Plan.",
        "Anna Berg kritisierte den Plan nicht.",
    ),
    Rule(
        "marks_inside",
        "before",
        "marks",
        unannounced.marks_inside,
        "long wordings in marks that no verb announces",
        "Der Rat wollte „so schnell wie möglich mit dem Bau beginnen“.",
        "Der Rat kaufte „Der große Band über den Bau“.",
    ),
    Rule(
        "loose_clause",
        "inside",
        "loose",
        loose_clauses.loose_clause,
        "a clause in the Konjunktiv that nothing announces",
        "Anna Berg suchte die Täter, die geflohen seien.",
        "Anna Berg suchte die Täter, die geflohen sind.",
    ),
    Rule(
        "nested",
        "inside",
        "nested",
        quoted_words.nested,
        "wordings inside what is said",
        "Anna Berg sagte, der Damm sei „noch lange nicht dicht“.",
        "Anna Berg sagte, der Damm sei dicht.",
    ),
)
"""The rules, in their order."""

NAMES = frozenset(rule.name for rule in RULES)


def families(stage: str) -> Iterator[list[Rule]]:
    """Yield the rules of a stage, family by family."""
    for _, rules in groupby((rule for rule in RULES if rule.stage == stage), key=lambda rule: rule.family):
        yield list(rules)
