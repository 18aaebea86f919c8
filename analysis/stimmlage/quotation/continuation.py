"""Speech without a frame: sentences carried on in the Konjunktiv, rumour with `soll`, acts told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from stimmlage.quotation.complements import agent
from stimmlage.quotation.cues import finite_verbs, reporting_verbs, verb_group
from stimmlage.quotation.draft import Draft
from stimmlage.quotation.mood import mood
from stimmlage.quotation.noun_phrases import subject
from stimmlage.quotation.scene import Scene, Unit

_ACTS = frozenset((
    "kritisieren", "fordern", "verurteilen", "ablehnen", "begrüßen", "bestreiten", "dementieren", "loben", "warnen", "sprechen",
    "aussprechen", "appellieren", "drohen", "zurückweisen", "ankündigen", "bestätigen", "bezeichnen", "vorwerfen", "äußern",
    "bedauern", "beklagen", "verlangen", "fürchten", "befürchten", "erwarten", "hoffen", "plädieren", "aufrufen", "einräumen",
    "bedanken", "beschweren", "entschuldigen", "verteidigen", "rechtfertigen", "danken", "gratulieren", "würdigen", "beschuldigen",
    "anklagen", "beantragen", "empfehlen", "vorschlagen", "widersprechen", "protestieren", "rügen", "auffordern", "mahnen", "anprangern",
    "hinweisen", "beziffern", "schätzen", "berichten", "nennen", "befürworten", "gestehen", "zugeben", "leugnen", "versprechen", "zusagen",
    "betonen", "unterstreichen", "hervorheben", "einschätzen", "bewerten", "verweisen", "vermuten", "erklären", "erläutern", "schildern",
))
_WITH_OBJECT = {
    "sprechen": ("von", "über", "gegen", "für"), "aussprechen": ("für", "gegen"), "äußern": (), "warnen": ("vor",), "drohen": ("mit",),
    "berichten": ("von", "über"), "hinweisen": ("auf",), "verweisen": ("auf",), "hoffen": ("auf",),
}


def carried_on(scene: Scene, unit: Unit, drafts: Sequence[Draft], previous: Unit | None) -> Iterator[Draft]:
    """Find a sentence in the Konjunktiv without a frame: it goes on with who spoke before."""
    if scene.kind[unit.first] in ("heading", "title"):
        return
    moods = [mood(scene.words, v) for s in unit.segments if s.kind == "main" for v in finite_verbs(scene, s)]
    if not moods or not any(moods):
        return
    first = any(m == "first" for m in moods)
    last = drafts[-1] if drafts else None
    near = previous is not None and last is not None and last.first >= previous.first - 1 and last.first < unit.first
    if not first and not (near and last is not None and last.type in ("indirect_free_indirect", "indirect", "direct")):
        return
    if not first and (moods[0] == "" or any(s.kind == "adverbial" and scene.words.lower[s.first] in ("wenn", "falls") for s in unit.segments)):
        return
    if near and last is not None:
        yield Draft("indirect_free_indirect", "carried_on", ((unit.first, unit.stop),), last.speaker, medium=last.medium)
    elif last is not None and unit.first - last.stop < 120:
        yield Draft("indirect_free_indirect", "konjunktiv", ((unit.first, unit.stop),), last.speaker, medium=last.medium)
    else:
        yield Draft("free_indirect", "konjunktiv", ((unit.first, unit.stop),), problem="no speaker named", medium="speech_writing")


def rumours(scene: Scene, unit: Unit) -> Iterator[Draft]:
    """Find reportive `soll`: with a perfect infinitive it tells what others say."""
    words = scene.words
    for s in unit.segments:
        for v in finite_verbs(scene, s):
            if words.lower[v] in ("soll", "sollen") and s.kind in ("main", "relative"):
                end = [i for i in range(v + 1, s.stop) if words.lower[i] in ("haben", "sein", "worden")]
                before = [i for i in range(s.first, s.stop) if words.tag[i] in ("VVPP", "VAPP")]
                if end and before and words.lower[end[-1]] in ("haben", "sein") and end[-1] >= s.stop - 2 - (s.kind == "relative"):
                    yield Draft("free_indirect", "soll", ((unit.first, unit.stop),) if s.kind == "main" else ((s.first, s.stop),), medium="speech_writing", problem="no speaker named")
                    return


def acts(scene: Scene, unit: Unit) -> Iterator[Draft]:
    """Find speech acts told without their wording: `Sie kritisierte den Plan`."""
    for k, s in enumerate(unit.segments):
        if s.kind != "main" or scene.kind[unit.first] != "text":
            continue
        for verb in finite_verbs(scene, s):
            group = verb_group(scene, s, verb)
            if group.lemma not in _ACTS:
                continue
            need = _WITH_OBJECT.get(group.lemma)
            if need is not None and not any(scene.words.lower[i] in need for i in range(s.first, s.stop)):
                continue
            speaker = agent(scene, s) if group.passive else subject(scene, unit, s, verb, s.stop)
            if speaker is None:
                continue
            whole = k == 0 and len(unit.segments) == 1 or all(x.kind != "main" for x in unit.segments if x is not s)
            quote = (unit.first, unit.stop) if whole else (s.first, s.stop)
            yield Draft("reported", "act", (quote,), (speaker,))
            return


__all__ = ["acts", "carried_on", "reporting_verbs", "rumours"]
