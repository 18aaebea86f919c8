"""Attribution without a verb: `laut X`, `nach Angaben von X`, `X zufolge`, `so X`, `demnach`."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from stimmlage.language.closed_classes import GENITIVES, determiners
from stimmlage.language.cue_nouns import is_noun
from stimmlage.language.genders import is_feminine
from stimmlage.language.lexicon import words as entries
from stimmlage.language.noun_phrases import core_end, is_time, phrase_end, speaks
from stimmlage.language.nouns import noun
from stimmlage.language.tagsets import FINITE, PREPOSITIONS
from stimmlage.language.verbs import subjunctive, tense
from stimmlage.quotation.addressees import facing
from stimmlage.quotation.cues import finite_verbs, takes_clause, verb_group
from stimmlage.quotation.draft import Draft
from stimmlage.quotation.scene import Range, Scene, Segment, Unit
from stimmlage.quotation.sight import Sight

_BEFORE = frozenset(("laut", "gemäß", "zufolge", "lt."))
_ADVERBS = frozenset(("demnach", "demzufolge", "danach"))
_LATTER = frozenset(("letztere", "letzterer", "erstere", "ersterer"))
# `so dass`, and degrees: `so viele Kinder`
_DEGREES = entries("word_classes", "degree")
_ASKED = frozenset(("deiner", "eurer"))
_NUMBERED = entries("frame_nouns", "numbered")
_AFTER = entries("frame_nouns", "after")
_SIGHT = frozenset(("sicht", "perspektive"))
_EVENTS = entries("word_classes", "event")
_ALSO_EVENTS = frozenset(("brief", "untersuchung", "ermittlung", "recherche"))
_NO_SOURCE = entries("word_classes", "no_source")


def attribution(sight: Sight) -> Iterator[Draft]:
    """Find a source that is named by a preposition; what it says is the rest of the clause."""
    scene, unit = sight.scene, sight.unit
    lower, depth = scene.words.lower, scene.depth
    for i in range(unit.first, unit.body):
        if depth[i]:
            continue
        form = lower[i]
        found: tuple[Range, Range] | None = None
        if form in _BEFORE or form == "nach" or form == "aus" or form == "vom":
            found = _prepositional(scene, unit, i)
        if found is None and form in ("nach", "zufolge", "gemäß") and i > unit.first:
            found = _postpositional(scene, unit, i)
        if (
            form == "folge"
            and i > unit.first + 1
            and lower[i - 1] == "zu"
            and (named := _postpositional(scene, unit, i - 1))
        ):
            found = (i - 1, i + 1), named[1]
        if found:
            (cue, speaker) = found
            if speaker[1] > cue[1] and speaker[1] < unit.body and scene.words.word[speaker[1]] == ",":
                speaker = (speaker[0], _with_apposition(scene, unit, speaker[1]))
            end = max(cue[1], speaker[1])
            told = facing(scene, end, unit.body) if end < unit.body and lower[end] == "gegenüber" else None
            frame = (min(cue[0], speaker[0]), _frame_end(unit, told[1] if told else end))
            if quote := _scope(scene, unit, frame):
                kind = "direct" if all(_is_marked(scene, r) for r in quote) else "indirect"
                who = (told,) if told else ()
                yield Draft(kind, "attribution", quote, (speaker,), (cue,), (frame,), who, medium="speech_writing")


def _prepositional(scene: Scene, unit: Unit, i: int) -> tuple[Range, Range] | None:
    """Read `laut X`, `nach Angaben X`, `aus Sicht X`."""
    lower, tag = scene.words.lower, scene.words.tag
    form = lower[i]
    if form == "zufolge" or i + 1 >= unit.body or (form == "nach" and _belongs_to_noun(scene, unit, i)):
        return None
    alone = form == "laut" and lower[i + 1] == "dem" and tag[min(i + 2, len(tag) - 1)] not in ("NN", "ADJA", "NE")
    if tag[i + 1] == "PRELS" or lower[i + 1] in ("denen", "welchem", "welcher") or alone:
        return _relative_source(scene, unit, i)
    end = phrase_end(scene.words, i + 1, unit.body)
    if end <= i + 1 or end - i > 40:
        return None
    if form in ("laut", "lt.") and tag[i + 1] in ("NN", "ADJA"):
        end = _bare_end(scene, unit, i + 1, end)
    if i == unit.first and end < unit.body and lower[end] in ("und", "sowie"):  # before the verb stands one phrase
        joined_end = core_end(scene.words, end + 1, unit.body)
        end = joined_end if joined_end < unit.body and tag[joined_end] in FINITE else end
    if end < unit.body and tag[end] == "CARD" and scene.words.lemma[end - 1].lower() in _NUMBERED:
        end = phrase_end(scene.words, end + 1, unit.body) if lower[end + 1] in GENITIVES else end + 1
    head = _head(scene, i + 1, end)
    return ((i, i + 1), (i + 1, end)) if _names_source(scene, unit, i, head, end) else None


def _bare_end(scene: Scene, unit: Unit, i: int, whole: int) -> int:
    """Return where a source without an article ends: `laut Angaben der Bahn`, but `laut Polizei von einem Auto`.

    Behind `Angaben` and `Bericht` stands who gave them. Behind other nouns a genitive belongs to them if it can be no
    other case, or if the verb follows at once on the phrase that opens the sentence.
    """
    words = scene.words
    core = core_end(words, i, whole)
    if core == whole or words.joint[core] == i:
        return whole
    further = core_end(words, core, whole)
    known = noun(words.word[_head(scene, i, core)])
    if known is not None and known.sort == "source":
        if words.tag[core] in PREPOSITIONS:
            return whole if speaks(words, core + 1, whole) else core
        return further if further < whole and words.tag[further] in PREPOSITIONS else whole
    if words.lower[core] not in GENITIVES:
        return core
    opens = i - 1 == unit.first and further < unit.body and words.tag[further] in FINITE
    alone = words.lower[core] in ("des", "eines") or is_feminine(words.lemma[further - 1])
    return further if opens or alone else core


def _names_source(scene: Scene, unit: Unit, i: int, head: int, end: int) -> bool:
    """Tell whether the phrase behind a preposition is a source: `nach` needs a word for what is said, `laut`
    does not."""
    lower, lemma, tag = scene.words.lower, scene.words.lemma[head].lower(), scene.words.tag
    if lower[i] in ("laut", "lt."):
        return tag[i + 1] != "PPER" and lemma not in _NO_SOURCE and not _is_accusative(scene, i + 1)
    told = is_noun(lemma, "view") or is_noun(lemma, "medium")
    if lower[i] == "gemäß":
        return told or speaks(scene.words, i + 1, end)
    if lower[i] != "nach":
        return lower[i + 1] in _SIGHT or (lower[i + 1] == "der" and lower[min(i + 2, len(lower) - 1)] in _SIGHT)
    numbered = tag[end - 1] == "CARD" or (end < unit.body and tag[end] == "CARD" and lemma in _NUMBERED)
    if numbered or is_time(scene.words, head) or lemma in _EVENTS:
        return False
    later = lemma in _ALSO_EVENTS and i > unit.first and tag[i - 1] in ("NN", "ADV", "VVFIN")
    return told and not later


def _belongs_to_noun(scene: Scene, unit: Unit, i: int) -> bool:
    """Tell whether `nach` belongs to the noun before it: `auf die Frage nach dem Plan`."""
    return i > unit.first and scene.words.lemma[i - 1].lower() in _AFTER


def _is_accusative(scene: Scene, i: int) -> bool:
    """Tell whether an article is in the accusative: `Sie las laut die Zeitung` names no source."""
    return scene.words.lower[i] in determiners("accusative") - determiners("dative") - determiners("genitive")


def _relative_source(scene: Scene, unit: Unit, i: int) -> tuple[Range, Range] | None:
    """Read `Berichte, nach denen …`: the source is the noun before the comma."""
    lemma = scene.words.lemma
    before = [k for k in range(max(unit.first, i - 12), i) if scene.words.tag[k] == "NN"]
    told = (is_noun(lemma[k], kind) for k in before for kind in ("view", "medium", "noun"))
    if scene.words.lower[i] == "laut" or any(told):
        return (i, i + 1), (i + 1, i + 2)
    return None


def _postpositional(scene: Scene, unit: Unit, i: int) -> tuple[Range, Range] | None:
    """Read `X zufolge`, `seiner Meinung nach`."""
    for first in range(max(unit.first, i - 14), i):
        ends = (phrase_end(scene.words, first, i), phrase_end(scene.words, first, i, wide=True))
        if i in ends and _begins_phrase(scene, unit, first):
            if _is_asked(scene, unit, first):
                return None
            if scene.words.lower[i] in ("zufolge", "zu") or _is_view(scene, first, i):
                return (i, i + 1), (first, i)
    return None


def _begins_phrase(scene: Scene, unit: Unit, i: int) -> bool:
    """Tell whether a noun phrase can begin here, and not before."""
    tag, depth = scene.words.tag, scene.depth
    if tag[i] in ("ADV", "KON", "VAFIN", "VVFIN", "VMFIN", "ADJD", "$,", "KOUS") or (
        depth[i] and not depth[i - 1 if i else 0]
    ):
        return False
    begun = i > unit.first and tag[i - 1] in ("ART", "ADJA", "PPOSAT", "APPR", "APPRART", "CARD", "PIAT")
    return not begun or tag[i] not in ("NN", "ADJA", "NE", "CARD")


def _is_asked(scene: Scene, unit: Unit, first: int) -> bool:
    """Tell whether `Ihrer Meinung nach` of a question is meant, or `deiner Meinung nach`."""
    return scene.words.lower[first] in _ASKED or (scene.words.word[first] in ("Ihrer", "Ihrem") and first > unit.first)


def _is_view(scene: Scene, first: int, i: int) -> bool:
    """Tell whether `nach` stands behind a view (`seiner Meinung nach`), and not before a phrase of its own."""
    tag = scene.words.tag
    behind = i + 1 >= len(tag) or tag[i + 1] not in ("ART", "NN", "NE", "ADJA", "CARD", "PPOSAT")
    return is_noun(scene.words.lemma[_head(scene, first, i)], "view") and (tag[first] == "PPOSAT" or behind)


def _with_apposition(scene: Scene, unit: Unit, end: int) -> int:
    """Take along `, Vorsitzender des Ausschusses` if the sentence goes on behind it with its verb."""
    for k, s in enumerate(unit.segments[:-1]):
        if s.stop == end and unit.segments[k + 1].kind == "phrase":
            further = unit.segments[k + 1]
            after = unit.segments[k + 2] if k + 2 < len(unit.segments) else None
            if phrase_end(scene.words, further.first, further.stop, wide=True) >= further.stop and (
                after is None or after.verb == after.first
            ):
                return further.stop
    return end


def _frame_end(unit: Unit, end: int) -> int:
    """Take a relative clause or addition behind the source into the frame: `Laut X, der …, kam …`."""
    for k, s in enumerate(unit.segments[:-2]):
        if s.stop == end:
            last = k + 1
            while last + 1 < len(unit.segments) and unit.segments[last].kind in ("relative", "phrase"):
                last += 1
            if (
                last > k + 1
                and unit.segments[last].kind == "main"
                and unit.segments[last].verb == unit.segments[last].first
            ):
                return unit.segments[last].first
    return end


def _head(scene: Scene, first: int, stop: int) -> int:
    """Return the head noun: the last noun of the core, before genitives and names."""
    tag = scene.words.tag
    end = core_end(scene.words, first, stop)
    nouns = [k for k in range(first, end) if tag[k] == "NN"]
    return nouns[0] if nouns else max(end - 1, first)


def _scope(scene: Scene, unit: Unit, frame: Range) -> tuple[Range, ...]:
    """Return what the source says: the relative or complement clause around it, or the sentence."""
    first, stop = unit.first, unit.body
    word = scene.words.word
    for s in unit.segments:
        if (
            s.first == frame[0]
            and frame[1] < s.stop
            and s.kind == "phrase"
            and s.first > unit.first
            and s.stop < unit.body
        ):
            first, stop = s.first, s.stop  # `Der Mann, laut Polizei ein Kieler, floh`
            break
        if s.first <= frame[0] < s.stop and s.kind in ("relative", "complement", "adverbial") and s.first > unit.first:
            first, stop = s.first, s.stop
            if s.kind == "complement":
                stop = unit.body
    for s in unit.segments:
        if frame[1] < s.first < stop and s.kind == "main" and not subjunctive(scene.words, s.verb):
            if not takes_clause(verb_group(scene, s, s.verb), "second"):
                continue
            stop = s.first - 1
            break
    a, b = frame
    first = max([first, *(i + 1 for i in range(first, a) if word[i] == ";" and not scene.depth[i])])
    stop = min([stop, *(i for i in range(b, stop) if word[i] == ";" and not scene.depth[i])])
    if a > first and word[a - 1] == "," and b < stop and word[b] == ",":
        a, b = a - 1, b + 1
    pieces = [(first, a), (b, stop)]
    out = []
    for x, y in pieces:
        while x < y and word[x] in ",;–-:":
            x += 1
        while y > x and word[y - 1] in ",;–-:":
            y -= 1
        if y > x:
            out.append((x, y))
    return tuple(out)


def so(sight: Sight) -> Iterator[Draft]:
    """Read `…, so X.`"""
    scene, unit = sight.scene, sight.unit
    lower, tag = scene.words.lower, scene.words.tag
    for k, s in enumerate(unit.segments):
        if k == 0 or lower[s.first] != "so" or s.stop - s.first < 2 or s.verb >= 0:
            continue
        end = phrase_end(scene.words, s.first + 1, s.stop)
        if lower[s.first + 1] in _LATTER:
            end = s.first + 2
        elif end == s.first + 1 or tag[s.first + 1] in ("ADJA", "PIS") or lower[s.first + 1] in _DEGREES:
            continue
        stop = s.stop
        if k + 1 < len(unit.segments) and unit.segments[k + 1].kind == "phrase" and end == s.stop:
            further = unit.segments[k + 1]
            if phrase_end(scene.words, further.first, further.stop, wide=True) >= further.stop and tag[
                further.first
            ] in ("ART", "NN", "NE", "ADJA"):
                end = stop = further.stop
        frame = (s.first - 1, min(stop + 1, unit.body) if stop < unit.body and scene.words.word[stop] == "," else stop)
        quote = tuple(r for r in ((unit.first, s.first - 1), (frame[1], unit.body)) if r[1] > r[0])
        direct = _is_marked(scene, quote[0])
        told = facing(scene, end, s.stop)
        yield Draft(
            "direct" if direct else "indirect",
            "so",
            quote,
            ((s.first + 1, end),),
            ((s.first, s.first + 1),),
            (frame,),
            (told,) if told else (),
        )


def _is_marked(scene: Scene, r: Range) -> bool:
    return all(scene.depth[i] > 0 or not scene.words.word[i][0].isalnum() for i in range(*r))


def _wonach_clause(scene: Scene, unit: Unit) -> Segment | None:
    lower, asking = scene.words.lower, entries("reporting_verbs", "asking")
    for before, s in itertools.pairwise(unit.segments):
        asked = any(scene.words.lemma[verb].lower() in asking for verb in finite_verbs(scene, before))
        if lower[s.first] == "wonach" and s.first < s.stop - 1 and not asked:  # `fragte, wonach er suche`
            return s
    return None


def wonach(sight: Sight) -> Iterator[Draft]:
    """Read `Berichte, wonach …`."""
    scene, unit = sight.scene, sight.unit
    clause = _wonach_clause(scene, unit)
    if clause is not None:
        quote = clause.first + 1, clause.stop
        cue, speaker = (clause.first, clause.first + 1), _noun_before(scene, unit, clause)
        yield Draft(
            "indirect", "wonach", (quote,), speaker, (cue,), scene.without(unit, quote), medium="speech_writing"
        )


def demnach(sight: Sight) -> Iterator[Draft]:
    """Read `Demnach …`: the adverb stands for a source that was named before."""
    scene, unit = sight.scene, sight.unit
    lower, first = scene.words.lower, unit.first
    if _wonach_clause(scene, unit) is not None:
        return
    for i in range(first, unit.body):
        if lower[i] in _ADVERBS and not scene.depth[i]:
            if lower[i] == "danach" and not _refers_to_source(scene, unit, i):
                continue
            quote = tuple(r for r in ((first, i), (i + 1, unit.body)) if r[1] > r[0])
            if quote:
                yield Draft(
                    "indirect", "demnach", quote, ((i, i + 1),), ((i, i + 1),), ((i, i + 1),), medium="speech_writing"
                )
            return


def _refers_to_source(scene: Scene, unit: Unit, i: int) -> bool:
    """Tell whether `danach` means a source and not a time: with Konjunktiv, or in the present behind a text
    that speaks."""
    words = scene.words
    verbs = [k for k in range(unit.first, unit.body) if words.tag[k] in FINITE]
    own = next((s for s in unit.segments if s.first == i), None)
    if own is None:  # `sie fragte danach, ob …`
        return False
    verbs = [k for k in verbs if k < own.stop]
    if any(words.lower[k] in ("sei", "seien", "habe", "soll", "sollen", "solle", "werde", "könne") for k in verbs):
        return True
    if i != unit.first or not verbs or tense(words, verbs[0]) != "present":
        return False
    before = range(max(0, unit.first - 30), unit.first)
    return any(
        words.tag[k] == "NN" and (is_noun(words.lemma[k], "medium") or is_noun(words.lemma[k], "view")) for k in before
    )


def _noun_before(scene: Scene, unit: Unit, segment: Segment) -> tuple[Range, ...]:
    """Return the noun phrase that a `wonach` clause belongs to."""
    stop = segment.first - 1
    for i in range(unit.first, stop):
        if (
            scene.words.tag[i] in ("ART", "PPOSAT", "PIAT", "NN", "NE", "ADJA", "CARD")
            and phrase_end(scene.words, i, stop, wide=True) == stop
        ) and any(is_noun(scene.words.lemma[k], "view") or is_noun(scene.words.lemma[k]) for k in range(i, stop)):
            return ((i, stop),)
    return ()
