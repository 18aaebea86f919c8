"""Noun phrases: where they end, and which of them is the subject of a verb."""

from __future__ import annotations

from stimmlage.quotation.cues import is_noun
from stimmlage.quotation.mood import mood
from stimmlage.quotation.nouns import noun
from stimmlage.quotation.scene import Range, Scene, Segment, Unit

_DETERMINERS = frozenset(("ART", "PPOSAT", "PDAT", "PIAT", "PWAT", "CARD", "PIS", "PRELAT", "PDS"))
_NOUNS = frozenset(("NN", "NE", "FM", "TRUNC", "XY"))
_NOT_SUBJECT = frozenset((
    "den", "dem", "des", "einen", "einem", "eines", "diesen", "diesem", "seinen", "seinem", "ihren", "ihrem", "ihm", "ihn",
    "ihnen", "mich", "mir", "uns", "sich", "dies", "keinen", "keinem", "jedem", "jeden", "unseren", "unserem",
))
_GENITIVES = frozenset(("des", "der", "eines", "einer", "seines", "seiner", "ihres", "ihrer", "dieses", "dieser", "beider", "aller", "deren", "dessen", "zweier", "dreier"))
_TIMES = frozenset((
    "jahr", "monat", "woche", "tag", "abend", "morgen", "mittag", "nachmittag", "vormittag", "nacht", "montag", "dienstag", "mittwoch",
    "donnerstag", "freitag", "samstag", "sonnabend", "sonntag", "stunde", "minute", "wochenende", "mal", "januar", "februar",
    "märz", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "dezember", "zeit", "uhr", "ende", "anfang", "mitte",
))
_SET_PHRASES = frozenset(("zuge", "rahmen", "zusammenhang", "anschluss", "hinblick", "gegensatz", "laufe", "verlauf", "anfrage", "nachfrage", "grund", "basis", "frage", "aussicht", "betracht", "kauf", "anspruch"))
_MARKS = frozenset("„\"“»«‚›")
_NOMINATIVES = frozenset(("er", "wir", "ich", "du", "man"))
_ABSTRACT = ("ungen", "heiten", "keiten", "tionen", "schaften", "nahmen", "täten")
_STATES = frozenset(("VVFIN", "VAFIN", "VMFIN"))
_ATTACHED = frozenset(("von", "vom", "für", "aus", "um", "gegen"))
_PLACED = frozenset(("in", "im", "an", "am", "bei", "beim", "der", "auf"))
_ADVERBS = frozenset(("ADV", "PTKNEG", "PRF", "ADJD", "PROAV", "PAV", "KON", "PTKA"))


def is_time(scene: Scene, i: int) -> bool:
    """Tell whether a noun names a time."""
    lemma = scene.words.lemma[i].lower()
    if lemma == "zeit" and scene.words.word[i] == "Zeit" and scene.words.lower[i - 1] == "die" and (i < 2 or scene.words.tag[i - 2] not in ("APPR", "APPRART")):
        return False  # the newspaper
    return lemma in _TIMES or lemma.endswith(("tag", "abend", "morgen", "woche", "nachmittag", "vormittag"))


def core_end(scene: Scene, i: int, stop: int) -> int:
    """Return where the core of the noun phrase that begins at `i` ends; `i` if none does.

    The core runs from the article to the last noun or name: `der neue SPD-Vorsitzende Kurt Beck`.
    """
    tag, word, depth = scene.words.tag, scene.words.word, scene.depth
    if i >= stop:
        return i
    if tag[i] == "PPER":
        return i + 1
    last = i
    k = i
    while k < stop:
        name = tag[k]
        if depth[k] > 0:
            closed = _name_in_marks(scene, k, stop) if word[k] in _MARKS else k
            if closed > k:
                last = k = closed
                continue
            break
        if name in _NOUNS or k > i and name in ("ADJA", "PIS", "ADJD") and (word[k][0].isupper() or _is_aged(word[k]) and (k + 1 == stop or tag[k + 1] not in ("ADJA", "NN"))):
            if last == k > i and name == "NN" and tag[k - 1] in ("NN", "NE") and word[k].endswith(_ABSTRACT) and noun(word[k]) is None:
                break  # `ordnete der Präsident Maßnahmen an`: no name ends like this
            last = k + 1
        elif name == "CARD" and last > i:
            break
        elif name in ("APPR", "APPRART", "PTKZU") and last == i and k > i and tag[i] in ("ART", "PPOSAT", "PDAT", "PIAT"):
            skipped = _inner_attribute(scene, k, stop)
            if skipped == k:
                break
            k = skipped
            continue
        elif name in ("ADJA", "CARD") or (name in ("ADV", "ADJD", "PTKNEG") and k + 1 < stop and tag[k + 1] in ("ADJA", "CARD") and k > i):
            if last > i and name != "CARD" and not word[k][0].isupper():
                break
        elif name in _DETERMINERS and last == i and (k == i or tag[k - 1] in ("PIAT", "PIS", "PDAT", "ART", "PPOSAT")):
            pass
        elif name in ("KON",) and tag[k - 1] == "TRUNC":
            pass
        elif word[k] == "&" and last == k:
            pass
        else:
            break
        k += 1
    if last == i and tag[i] in ("PIS", "PDS", "PPOSS"):
        return i + 1
    return last


def _is_aged(form: str) -> bool:
    """Tell whether an adjective may stand for a person: `der 81-Jährige`, also written small."""
    return form[0].isdigit() and "ährige" in form


def _name_in_marks(scene: Scene, k: int, stop: int) -> int:
    """Return where a name in marks ends that begins at `k`, or `k` if the marks hold a wording."""
    end = k
    while end < stop and scene.depth[end] > 0:
        end += 1
    inside = range(k + 1, end - 1)
    if not inside:
        return k
    wording = any(scene.words.tag[i] in _STATES for i in inside) and not _is_source(scene, k, end) or len(inside) > 6 or scene.words.word[k + 1][0].islower() and "." not in scene.words.word[k + 1] and not _is_source(scene, k, end)
    return k if wording else end


def _is_source(scene: Scene, opened: int, stop: int) -> bool:
    """Tell whether marks hold one or two words behind `wie`, `laut`: `wie „heise online“ berichtet`."""
    return opened > 0 and scene.words.lower[opened - 1] in ("wie", "laut") and stop - opened < 5


def _inner_attribute(scene: Scene, k: int, stop: int) -> int:
    """Step over `für die Region` in `der für die Region zuständige Leiter`."""
    tag = scene.words.tag
    end = core_end(scene, k + 1, stop)
    if end > k + 1 and end + 1 < stop and tag[end] in ("ADJA", "VVPP") and tag[end + 1] in ("NN", "NE", "ADJA", "TRUNC"):
        return end
    return k


def phrase_end(scene: Scene, i: int, stop: int, wide: bool = False) -> int:
    """Return where the noun phrase that begins at `i` ends, with genitives, names, `(…)` and attributes.

    With `wide`, prepositional attributes of all kinds belong to it (nothing else can stand there).
    """
    end = core_end(scene, i, stop)
    if end == i or scene.words.tag[i] == "PPER":
        return end
    tag, word, lower = scene.words.tag, scene.words.word, scene.words.lower
    while end < stop:
        if word[end] == "(":
            close = next((k for k in range(end, min(end + 9, stop)) if word[k] == ")"), -1)
            if close < 0:
                break
            end = close + 1
        elif tag[end] == "ART" and lower[end] in _GENITIVES and (lower[end] != "der" or tag[end - 1] != "NE") or tag[end] in ("PPOSAT", "PDAT", "PIAT") and lower[end] in _GENITIVES:
            further = core_end(scene, end, stop)
            if further == end or is_time(scene, further - 1):
                break
            end = further
        elif tag[end] == "ADJA" and tag[end - 1] == "NN" and lower[end].endswith("er") and is_noun(scene.words.lemma[end - 1], "view"):
            further = core_end(scene, end, stop)  # `Einschätzung politischer Beobachter`
            if further == end:
                break
            end = further
        elif tag[end] in ("APPR", "APPRART") and (wide or lower[end] in _ATTACHED or lower[end] in _PLACED and tag[end - 1] == "NN" and noun(word[end - 1]) is not None):
            if not wide and (tag[end - 1] == "NE" and not _is_home(scene, end, stop) or lower[min(end + 1, stop - 1)] in _SET_PHRASES):
                break
            further = core_end(scene, end + 1, stop)
            if further == end + 1 or (not wide and is_noun(scene.words.lemma[further - 1], "medium")) or (not wide and (is_time(scene, further - 1) or tag[end + 1] == "PPER")):
                break
            end = further
        elif lower[end] in ("und", "sowie", "oder") and (further := core_end(scene, end + 1, stop)) > end + 1 and tag[end + 1] not in ("PPER", "ADV"):
            if further < stop and tag[further] in _STATES and not wide:
                break
            end = further
        else:
            break
    return end


def subject(scene: Scene, unit: Unit, segment: Segment, verb: int, stop: int) -> Range | None:
    """Find the subject of a finite verb: what stands before it, or the first noun phrase behind it."""
    tag = scene.words.tag
    if verb == segment.stop - 1 and verb > segment.first + 1 and tag[verb - 1] == "PPER":
        return verb - 1, verb
    if segment.kind in ("main", "phrase", "infinitive"):
        if tag[verb - 1] == "KON" and verb > segment.first + 1 and segment.verb < verb and segment.verb >= 0:
            k = unit.segments.index(segment)
            if k and unit.segments[k - 1].kind == "main" and mood(scene.words, segment.verb) == "first" and not mood(scene.words, verb):
                announcing = unit.segments[k - 1]  # `Sie sagte, er sei krank, und ging`
                return subject(scene, unit, announcing, announcing.verb, announcing.stop)
            return subject(scene, unit, segment, segment.verb, verb - 1)
        if verb > segment.first:
            if verb + 1 < stop and scene.words.lower[verb + 1] in _NOMINATIVES:
                return verb + 1, verb + 2  # `die Leute bat er`
            if _is_nominative(scene, verb + 1, stop):
                return _behind(scene, unit, verb + 1, stop)  # `die Pläne stellte der Minister in Frage`
            found = _before(scene, segment.first, verb)
            if found and not speaks(scene, *found) and (other := _named_behind(scene, unit, verb, stop)):
                return other  # `den Plan`, `die Entscheidung nannte Berg falsch`
            if found:
                return _with_name_before(scene, unit, segment, found)
        else:
            found = _resumed(scene, unit, segment)
            if found:
                return found
        return _behind(scene, unit, verb + 1, stop) or _name_with_particle(scene, segment.first, verb) or _shared(scene, unit, segment, verb)
    if segment.kind == "relative" and tag[segment.first] in ("PRELS", "ART", "PDS") and scene.words.lower[segment.first] in ("der", "die", "das"):
        if scene.words.lower[segment.first] != "der" and (found := _person_behind(scene, unit, segment, verb)):
            return found
        return segment.first, segment.first + 1
    return _behind(scene, unit, segment.first + 1, verb)


def _shared(scene: Scene, unit: Unit, segment: Segment, verb: int) -> Range | None:
    """Read `Die Behörde bestätigte den Fall, teilte jedoch mit, …`: the clause before has the subject, too."""
    k = unit.segments.index(segment)
    if verb != segment.first or k == 0 or unit.segments[k - 1].kind != "main":
        return None
    before = unit.segments[k - 1]
    return subject(scene, unit, before, before.verb, before.stop) if before.verb > before.first else None


def _name_with_particle(scene: Scene, first: int, verb: int) -> Range | None:
    """Read `Von der Leyen sagte, …` as a name: there is no other subject."""
    tag, lower = scene.words.tag, scene.words.lower
    i = first + 1
    while i < verb - 1 and lower[i] in ("der", "den", "dem", "und", "zu"):
        i += 1
    named = lower[first] in ("von", "van", "zu", "vom", "zur", "zum") and i < verb and scene.words.word[i][0].isupper() and tag[i] in _NOUNS
    return (first, verb) if named and core_end(scene, i, verb) == verb else None


def _person_behind(scene: Scene, unit: Unit, segment: Segment, verb: int) -> Range | None:
    """Read `die Marke, die Anna Berg genannt hatte`: a name or `er` behind a pronoun that may be the object is the subject."""
    i = segment.first + 1
    if scene.words.lower[i] in _NOMINATIVES or _is_nominative(scene, i, verb):
        return _behind(scene, unit, i, verb)
    if scene.words.tag[i] != "NE" or scene.words.lower[verb].endswith("en"):
        return None
    return _behind(scene, unit, i, verb)


def _named_behind(scene: Scene, unit: Unit, verb: int, stop: int) -> Range | None:
    """Return the name right behind a verb, with its title: what stands before it is no one who could speak."""
    i = verb + 1
    if i < stop and (scene.words.tag[i] == "NE" or _is_person(scene, i)) and core_end(scene, i, stop) > i:
        return _behind(scene, unit, i, stop)
    return None


def _is_person(scene: Scene, i: int) -> bool:
    known = noun(scene.words.word[i]) if scene.words.tag[i] == "NN" else None
    return known is not None and known.sort == "person"


def _is_nominative(scene: Scene, i: int, stop: int) -> bool:
    """Tell whether a noun phrase can be nothing but a subject: `der Minister`, not `der Ministerin`."""
    if i >= stop or scene.words.lower[i] not in ("der", "dieser", "ein"):
        return False
    head = next((k for k in range(i + 1, core_end(scene, i, stop)) if scene.words.tag[k] == "NN"), -1)
    known = noun(scene.words.word[head]) if head > 0 else None
    if known is None or known.sort != "person":
        return False
    if known.gender == "a":
        return scene.words.word[head].endswith("e" if scene.words.lower[i] != "ein" else "er")
    return known.gender == "m" and known.number != "p" and scene.words.lower[head] == known.before + known.base


def _is_home(scene: Scene, i: int, stop: int) -> bool:
    """Tell whether `von X` behind a name tells where somebody belongs: `Anna Berg vom Roten Kreuz`."""
    if scene.words.lower[i] not in ("von", "vom"):
        return False
    end = core_end(scene, i + 1, stop)
    return end > i + 1 and (scene.words.tag[end - 1] == "NE" or speaks(scene, i + 1, end))


def speaks(scene: Scene, first: int, stop: int) -> bool:
    """Tell whether a noun phrase names somebody who can speak: a name, a person, a body, a text."""
    tag, word = scene.words.tag, scene.words.word
    for i in range(first, core_end(scene, first, stop)):
        if tag[i] == "NE" or tag[i] == "PPER" and scene.words.lower[i] != "es":
            return True
        if tag[i] == "NN" and noun(word[i]) is not None:
            return True
    return False


def _with_name_before(scene: Scene, unit: Unit, segment: Segment, found: Range) -> Range:
    """Take along the name that opens the sentence: `Ana Lind, die Ministerin, …` without the second comma."""
    k = unit.segments.index(segment)
    opening = unit.segments[0]
    if k == 1 and found[0] == segment.first and opening.kind == "phrase" and scene.words.tag[opening.stop - 1] == "NE":
        if scene.words.word[opening.stop] == "," and core_end(scene, opening.first, opening.stop) == opening.stop:
            return opening.first, found[1]
    return found


def _before(scene: Scene, first: int, verb: int) -> Range | None:
    """Read what stands before the verb of a main clause as its subject, if it can be one."""
    tag, lower = scene.words.tag, scene.words.lower
    i = first
    if scene.depth[first] and verb - first > 4 and all(scene.depth[x] or not scene.words.word[x][0].isalnum() for x in range(first, verb)):
        return None
    while i < verb and (tag[i] in ("ADV", "KON", "PTKNEG") or lower[i] in ("auch", "doch", "so", "selbst", "sogar")):
        i += 1
    while i < verb and scene.words.word[i] in ",:-–)" :
        i += 1
    if i + 1 < verb and lower[i + 1] == "gegenüber":
        return None
    if i >= verb or lower[i] in _NOT_SUBJECT and tag[i] != "PDS" or tag[i] in ("APPR", "APPRART", "PROAV", "PWAV", "ADJD", "KOUS", "VVPP", "PTKVZ"):
        return None
    if lower[i] in ("es", "dies", "das", "dazu") and (tag[i] != "ART" or i + 1 == verb):
        return None
    end = phrase_end(scene, i, verb, wide=True)
    if end == i or lower[end - 1] in ("es",) or is_time(scene, end - 1) and end - i <= 3:
        return None
    if tag[i] == "CARD" and is_time(scene, core_end(scene, i, verb) - 1):  # `sechs Tage nach dem Fest meldete …`
        return None
    return i, end


def _resumed(scene: Scene, unit: Unit, segment: Segment) -> Range | None:
    """Find the subject before a relative clause or an apposition: `Die Behörde, die …, sagte`."""
    k = unit.segments.index(segment) - 1
    last = -1
    while k >= 0 and unit.segments[k].kind in ("relative", "phrase"):
        s = unit.segments[k]
        if s.kind == "phrase" and last < 0:
            last = s.stop
        if s.kind == "relative":
            last = -1
        k -= 1
    k += 1
    if k >= len(unit.segments) or unit.segments[k] is segment or unit.segments[k].kind != "phrase":
        return None
    first = unit.segments[k]
    if all(scene.depth[i] for i in range(first.first, first.stop)):
        return None
    found = _before(scene, first.first, first.stop)
    if found is None or found[1] < first.stop - 1:
        return None
    follows = unit.segments[k + 1]
    if follows.kind == "phrase" and last > 0:
        return found[0], last
    return found


def _behind(scene: Scene, unit: Unit, i: int, stop: int) -> Range | None:
    """Find the first noun phrase from `i` on that can be a subject, with its appositions."""
    tag, lower, depth = scene.words.tag, scene.words.lower, scene.depth
    while i < stop:
        if depth[i] > 0 and scene.words.word[i] not in "„\"“»«":
            i += 1
        elif tag[i] in _ADVERBS or lower[i] in ("es", "uns", "mir", "ihm", "ihr", "ihnen") and tag[i] == "PPER" and lower[i] != "ihr":
            i += 1
        elif tag[i] in ("APPR", "APPRART"):
            i = max(core_end(scene, i + 1, stop), i + 1)
            while i < stop and tag[i] == "ART" and lower[i] in ("des", "der", "eines", "einer") and scene.words.tag[i - 1] == "NN":
                further = core_end(scene, i, stop)
                if further == i:
                    break
                i = further
        elif tag[i] in ("ADJA", "CARD") or tag[i] in _DETERMINERS or tag[i] in _NOUNS or tag[i] in ("PPER", "PIS", "PDS") or depth[i] > 0:
            end = phrase_end(scene, i, stop)
            if end == i:
                i += 1
            elif lower[i] in _NOT_SUBJECT and not (lower[i] == "das" and tag[i] == "ART") or is_time(scene, end - 1) and tag[end - 1] == "NN" and end - i <= 3:
                i = end
            else:
                return i, _apposition(scene, unit, end)
        elif tag[i] in ("VVPP", "VVINF", "PTKVZ"):
            i += 1
        else:
            i += 1
    return None


def _apposition(scene: Scene, unit: Unit, end: int) -> int:
    """Take along what stands between commas behind a name: `Elmar Gesse, Vorsitzender des Verbandes`."""
    for k, s in enumerate(unit.segments[:-1]):
        if s.stop == end and scene.words.word[end] == ",":
            further = unit.segments[k + 1]
            denied = scene.words.lower[further.first].startswith("kein")  # `Es gebe, sagte X, keinen Grund`
            if further.kind == "phrase" and not denied and scene.depth[further.first] == 0 and phrase_end(scene, further.first, further.stop, wide=True) >= further.stop:
                return further.stop
    return end
