"""A small gold for each task, of sentences of our own; some labels are wrong on purpose, so that there are errors."""

from __future__ import annotations

from typing import Any

from tests.found import tagged

from stimmlage.reading.segmentation import read_text

_SENTIMENT = {
    "positive": ["Das Fest war sehr schön.", "Anna Berg gewann den Preis.", "Der Plan ist gut und hilft allen."],
    "negative": [
        "Der Streit war bitter.",
        "Otto Kern verlor das Spiel.",
        "Der Krieg zerstört das Land.",
        "Alles ist neu.",
    ],
    "neutral": ["Der Rat tagt am Montag.", "Das Amt liegt in Bern.", "Der Skandal traf sie hart."],
}
_SUBJECTIVE = {
    "SUBJ": [
        "Das ist doch absurd!",
        "Ich finde das einfach wunderbar.",
        "Wer soll das glauben?",
        "Der Zug kam um acht.",
    ],
    "OBJ": ["Der Rat tagte am Montag in Rom.", "Drei Autos brannten, teilte die Polizei mit.", "Leider ist es so!"],
}
_STANCE = {
    "support": [
        "Wir müssen die Steuer senken, denn das hilft allen.",
        "Das ist richtig und nötig.",
        "Nein, das ist Unsinn.",
    ],
    "oppose": ["Das ist falsch und gefährlich.", "Die Steuer schadet den Armen.", "Man darf das nicht zulassen."],
}
_TARGET = [
    ("Die Stadt soll Zelte verbieten.", "Zelte stören die Ruhe der Nachbarn.", "support"),
    ("Die Stadt soll Zelte verbieten.", "Zelte bringen Leben in die Stadt und schaden niemandem.", "oppose"),
    ("Die Stadt soll Zelte verbieten.", "Ein Verbot der Zelte ist unnötig und teuer.", "oppose"),
    ("Die Steuer auf Brot soll sinken.", "Eine niedrigere Steuer auf Brot hilft den Armen.", "support"),
    ("Die Steuer auf Brot soll sinken.", "Die Steuer auf Brot ist gerecht und muss bleiben.", "oppose"),
    ("Die Steuer auf Brot soll sinken.", "Der Staat braucht das Geld aus der Steuer.", "support"),
]
_MODAL = [
    ("koennen", "dy", "Anna Berg kann gut schwimmen."),
    ("koennen", "ep", "Anna Berg kann krank gewesen sein."),
    ("koennen", "ep", "Er kann kommen."),
    ("muessen", "de", "Wir müssen den Plan ändern."),
    ("muessen", "ep", "Er muss schon gegangen sein."),
    ("sollen", "ep", "Er soll krank gewesen sein."),
    ("sollen", "de", "Du sollst jetzt gehen."),
    ("duerfen", "de", "Hier darf man parken."),
    ("duerfen", "ep", "Das dürfte stimmen."),
    ("muessen", "dy", "Er muss immer lachen."),
    ("koennen", "de", "Du kannst jetzt gehen."),
]
_HEDGED = [
    ("Vielleicht kommt er.", [("Vielleicht", "hedge")]),
    ("Rund 20 Leute kamen laut Polizei.", [("Rund", "approximator"), ("laut", "reportive")]),
    ("Natürlich ist das wahrscheinlich falsch.", [("Natürlich", "booster"), ("wahrscheinlich", "hedge")]),
    ("Er soll krank gewesen sein.", [("soll", "reportive")]),
    ("Er ist da.", [("ist", "hedge")]),
    ("Er ist wohl da.", []),
]
_ESSAY = "Zwar ist der Plan teuer. Aber er hilft allen. Manche sagen, er komme zu spät. Das ist falsch."
_GENRE = [
    (
        "comment",
        "Endlich! Das ist doch der richtige Weg. Wer will das bestreiten? Wir alle wissen es. Mehr Mut, bitte.",
    ),
    (
        "comment",
        "Was für ein Unsinn. Ausgerechnet jetzt soll gespart werden? So geht es nicht weiter, das muss man sagen.",
    ),
    ("news", "Der Rat tagte am Montag in Bern. Er beschloss den Plan mit 20 zu 12 Stimmen. Die Polizei kam um acht."),
    ("news", "Bern – Drei Autos brannten am Dienstag, teilte die Polizei mit. Der Schaden beträgt 30.000 Euro."),
    ("news", "Das ist wirklich unfassbar schön! Wir danken allen."),
]
_QUOTED = [
    ("Anna Berg sagte, der Damm sei dicht.", "Indirect", "der Damm sei dicht", "Anna Berg", "sagte"),
    ("„Der Damm ist dicht“, sagte Otto Kern.", "Direct", "„Der Damm ist dicht“", "Otto Kern", "sagte"),
    ("Otto Kern lobte den Plan.", "Reported", "Otto Kern lobte den Plan", "Otto Kern", ""),
    ("Laut Polizei ist der Weg frei.", "Indirect", "ist der Weg", "Polizei", "Laut"),
    ("Der Weg ist frei.", "Indirect", "Der Weg ist frei", "", ""),
]


def _labelled(texts: dict[str, list[str]], **fields: Any) -> list[dict[str, Any]]:
    rows = [(text, label) for label, found in texts.items() for text in found]
    return [{"id": f"{i}", "text": text, "label": label, **fields} for i, (text, label) in enumerate(rows)]


def _quoted(i: int, text: str, kind: str, said: str, speaker: str, cue: str) -> dict[str, Any]:
    words, sentence = tagged(text), read_text(text).sentences[0]

    def role(form: str) -> dict[str, Any]:
        a = text.find(form) if form else -1
        inside = [k for k, start in enumerate(words.start) if a <= start < a + len(form)]
        return {"tokenIds": inside if a >= 0 else [], "text": form}

    annotation = {"type": kind, "quote": role(said), "speaker": role(speaker), "cue": role(cue), "frame": role("")}
    spot = {"charBegin": sentence.start, "charEnd": sentence.end, "tokenIds": list(range(len(words.word)))}
    return {
        "documentName": f"{i}",
        "originalText": text,
        "sentences": [{"id": 0, "begin": 0, "end": len(words.word), "tokens": list(words.word), **spot}],
        "annotations": [{"id": 0, "medium": "Speech", "isNested": False, **annotation, "addressee": role("")}],
    }


def items(task: str) -> list[dict[str, Any]]:
    """Return the items of the small gold of a task."""
    if task == "sentiment":
        return _labelled(_SENTIMENT, target="")
    if task == "subjectivity":
        return _labelled(_SUBJECTIVE)
    if task == "stance":
        return [{**item, "id": f"{i % 3}-{i}", "claims": ["1"]} for i, item in enumerate(_labelled(_STANCE))]
    if task == "target_stance":
        rows = enumerate(_TARGET)
        return [{"id": f"{i}", "text": text, "thesis": t, "topic": t, "label": side} for i, (t, text, side) in rows]
    if task == "modality":
        return [
            {"id": f"{m}-{i}", "text": text, "modal": m, "label": label} for i, (m, label, text) in enumerate(_MODAL)
        ]
    if task == "hedging":
        return [
            {
                "id": f"{i}",
                "stratum": "random",
                "text": text,
                "cues": [
                    {"start": text.index(c), "end": text.index(c) + len(c), "text": c, "category": k} for c, k in cues
                ],
            }
            for i, (text, cues) in enumerate(_HEDGED)
        ]
    if task == "concession":
        labels = ("opponent", "proponent", "opponent", "opponent")
        parts = [p.strip() + "." for p in _ESSAY.split(".") if p.strip()]
        doc = {"doc": "1", "doc_text": _ESSAY, "doc_stance": "pro"}
        return [{"id": f"1-{i}", "text": p, "label": label, **doc} for i, (p, label) in enumerate(zip(parts, labels))]
    if task == "genre":
        return [{"id": f"{i}", "label": label, "text": text} for i, (label, text) in enumerate(_GENRE)]
    return [_quoted(i, *row) for i, row in enumerate(_QUOTED)]
