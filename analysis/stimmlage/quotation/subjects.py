"""Which noun phrase is the subject of a verb: what stands before it, or the first that can be behind it."""

from __future__ import annotations

from stimmlage.language.closed_classes import (
    COORDINATORS,
    DATIVE_PRONOUNS,
    GENITIVES,
    NOMINATIVE_PRONOUNS,
    OBLIQUE,
    OBLIQUE_PRONOUNS,
)
from stimmlage.language.genders import is_feminine
from stimmlage.language.lexicon import in_order
from stimmlage.language.lexicon import words as entries
from stimmlage.language.noun_phrases import DETERMINERS, core_end, degree_end, is_person, is_time, phrase_end, speaks
from stimmlage.language.nouns import noun
from stimmlage.language.tagsets import NOMINALS, PREPOSITIONS, SUBSTITUTING
from stimmlage.language.verbs import subjunctive
from stimmlage.quotation.scene import Range, Scene, Segment, Unit

_NOT_SUBJECT = OBLIQUE | OBLIQUE_PRONOUNS
_DATIVE = entries("quotation_cues", "dative")
_PRIVATE = frozenset(("person", "demonym", "law", "science", "military", "church", "sport"))
"""Senses of nouns for people who have no office with a paper."""
_PAPERS = in_order("word_parts", "paper")
_ADVERBS = frozenset(("ADV", "PTKNEG", "PRF", "ADJD", "PROAV", "KON", "PTKA"))


def subject(scene: Scene, unit: Unit, segment: Segment, verb: int, stop: int) -> Range | None:
    """Find the subject of a finite verb: what stands before it, or the first noun phrase behind it."""
    found = _subject(scene, unit, segment, verb, stop)
    if found is None or found[0] < verb or scene.words.lemma[verb].lower() not in _DATIVE:
        return found
    return found[0], _before_paper(scene, *found)


def _before_paper(scene: Scene, first: int, stop: int) -> int:
    """Cut `die Mutter der Zeitung „Bote“`: with a verb of telling, the paper is whom a private person tells it."""
    words = scene.words
    head = next((i for i in range(first, stop) if words.tag[i] == "NN"), stop)
    known = noun(words.word[head]) if head < stop else None
    if known is None or known.sense not in _PRIVATE:
        return stop
    articles = (i for i in range(head + 1, stop - 1) if words.tag[i] == "ART" and words.tag[i - 1] not in PREPOSITIONS)
    return next((i for i in articles if names_paper(scene, i + 1)), stop)


def names_paper(scene: Scene, i: int) -> bool:
    """Tell whether a noun is one for a paper, an agency, a station: `Sonntagszeitung`, `Nachrichtenagentur`."""
    return scene.words.tag[i] == "NN" and scene.words.lemma[i].lower().endswith(_PAPERS)


def _subject(scene: Scene, unit: Unit, segment: Segment, verb: int, stop: int) -> Range | None:
    tag = scene.words.tag
    if verb == segment.stop - 1 and verb > segment.first + 1 and tag[verb - 1] == "PPER":
        return verb - 1, verb
    if segment.kind in ("main", "phrase", "infinitive"):
        if tag[verb - 1] == "KON" and verb > segment.first + 1 and segment.verb < verb and segment.verb >= 0:
            k = unit.segments.index(segment)
            told = subjunctive(scene.words, segment.verb) == 1 and not subjunctive(scene.words, verb)
            if told and k and unit.segments[k - 1].kind == "main":
                announcing = unit.segments[k - 1]  # `Sie sagte, er sei krank, und ging`
                return subject(scene, unit, announcing, announcing.verb, announcing.stop)
            return subject(scene, unit, segment, segment.verb, verb - 1)
        if verb > segment.first:
            if verb + 1 < stop and scene.words.lower[verb + 1] in NOMINATIVE_PRONOUNS:
                return verb + 1, verb + 2  # `die Leute bat er`
            if _is_nominative(scene, verb + 1, stop):
                return first_subject(scene, unit, verb + 1, stop)  # `die Pläne stellte der Minister in Frage`
            found = _before(scene, segment.first, verb)
            if found and not speaks(scene.words, *found) and (other := _named_behind(scene, unit, verb, stop)):
                return other  # `den Plan`, `die Entscheidung nannte Berg falsch`
            if found and _is_dative(scene, *found) and (other := first_subject(scene, unit, verb + 1, stop)):
                return other
            if found:
                return _with_first_of_two(scene, unit, segment, verb, found)
        else:
            found = _resumed(scene, unit, segment)
            if found:
                return found
        found = first_subject(scene, unit, verb + 1, stop) or _name_with_particle(scene, segment.first, verb)
        return found or _shared(scene, unit, segment, verb)
    if (
        segment.kind == "relative"
        and tag[segment.first] in ("PRELS", "ART", "PDS")
        and scene.words.lower[segment.first] in ("der", "die", "das")
    ):
        if scene.words.lower[segment.first] != "der" and (found := _person_behind(scene, unit, segment, verb)):
            return found
        return segment.first, segment.first + 1
    return first_subject(scene, unit, segment.first + 1, verb)


def _shared(scene: Scene, unit: Unit, segment: Segment, verb: int) -> Range | None:
    """Read `Die Behörde bestätigte den Fall, teilte jedoch mit, …`: the clause before has the subject, too.

    Behind `und` other clauses may stand in between: `Berg kam, um zu helfen, und sagte, …`.
    """
    k = unit.segments.index(segment)
    joined = scene.words.tag[segment.first] == "KON"
    if verb != segment.first + joined:
        return None
    while joined and k > 1 and unit.segments[k - 1].kind in ("adverbial", "infinitive", "relative"):
        k -= 1
    if k == 0 or unit.segments[k - 1].kind != "main" or subjunctive(scene.words, unit.segments[k - 1].verb) == 1:
        return None
    before = unit.segments[k - 1]
    inverted = before.verb == before.first and k > 1
    return subject(scene, unit, before, before.verb, before.stop) if inverted or before.verb > before.first else None


def _name_with_particle(scene: Scene, first: int, verb: int) -> Range | None:
    """Read `Von der Leyen sagte, …` as a name: there is no other subject."""
    tag, lower = scene.words.tag, scene.words.lower
    i = first + 1
    while i < verb - 1 and lower[i] in ("der", "den", "dem", "und", "zu"):
        i += 1
    if lower[first] not in ("von", "van", "zu", "vom", "zur", "zum") or i >= verb:
        return None
    named = scene.words.word[i][0].isupper() and tag[i] in NOMINALS and core_end(scene.words, i, verb) == verb
    return (first, verb) if named else None


def _person_behind(scene: Scene, unit: Unit, segment: Segment, verb: int) -> Range | None:
    """Read `die Marke, die Anna Berg genannt hatte`: a name or `er` behind a pronoun that may be the object is
    the subject."""
    i = segment.first + 1
    if scene.words.lower[i] in NOMINATIVE_PRONOUNS or _is_nominative(scene, i, verb):
        return first_subject(scene, unit, i, verb)
    if scene.words.tag[i] != "NE" or scene.words.lower[verb].endswith("en"):
        return None
    return first_subject(scene, unit, i, verb)


def _named_behind(scene: Scene, unit: Unit, verb: int, stop: int) -> Range | None:
    """Return the name right behind a verb, with its title: what stands before it is no one who could speak."""
    i = verb + 1
    if i < stop and (scene.words.tag[i] == "NE" or is_person(scene.words, i)) and core_end(scene.words, i, stop) > i:
        return first_subject(scene, unit, i, stop)
    return None


def _is_nominative(scene: Scene, i: int, stop: int) -> bool:
    """Tell whether a noun phrase can be nothing but a subject: `der Minister`, not `der Ministerin`."""
    if i >= stop or scene.words.lower[i] not in ("der", "dieser", "ein"):
        return False
    head = next((k for k in range(i + 1, core_end(scene.words, i, stop)) if scene.words.tag[k] == "NN"), -1)
    known = noun(scene.words.word[head]) if head > 0 else None
    if known is None or known.sort != "person":
        return False
    if known.gender == "a":
        return scene.words.word[head].endswith("e" if scene.words.lower[i] != "ein" else "er")
    return known.gender == "m" and known.number != "p" and scene.words.lower[head] == known.before + known.base


def _is_dative(scene: Scene, first: int, stop: int) -> bool:
    """Tell whether a phrase can be no subject: `der Zeitung`, `einer Sprecherin`, with a feminine noun."""
    if scene.words.lower[first] not in ("der", "dieser", "einer", "jener"):
        return False
    head = next((k for k in range(first + 1, core_end(scene.words, first, stop)) if scene.words.tag[k] == "NN"), -1)
    known = noun(scene.words.word[head]) if head > 0 else None
    if known is not None:
        weak = known.gender == "a" and scene.words.lower[head].endswith("en")  # `der Angestellten sagte Berg, …`
        return known.gender == "f" or weak
    return head > 0 and is_feminine(scene.words.lemma[head])


def _with_first_of_two(scene: Scene, unit: Unit, segment: Segment, verb: int, found: Range) -> Range:
    """Take along the first of two subjects, and what is set in: `Ana Lind, die Ministerin, und Ute Lang sagten`."""
    words = scene.words
    k = unit.segments.index(segment)
    if words.lower[segment.first] not in COORDINATORS or not words.lower[verb].endswith("n"):
        return _with_name_before(scene, unit, segment, found)
    first = k - 1
    while first > 0 and unit.segments[first].kind in ("phrase", "relative"):
        first -= 1
    named = unit.segments[first]
    whole = core_end(words, named.first, named.stop) == named.stop and words.tag[named.stop - 1] in NOMINALS
    return (named.first, found[1]) if first < k - 1 and named.kind == "phrase" and whole else found


def _with_name_before(scene: Scene, unit: Unit, segment: Segment, found: Range) -> Range:
    """Take along the name that opens the sentence: `Ana Lind, die Ministerin, …` without the second comma."""
    k = unit.segments.index(segment)
    opening = unit.segments[0]
    if k == 1 and found[0] == segment.first and opening.kind == "phrase" and scene.words.tag[opening.stop - 1] == "NE":
        if scene.words.word[opening.stop] == "," and core_end(scene.words, opening.first, opening.stop) == opening.stop:
            return opening.first, found[1]
    return found


def _before(scene: Scene, first: int, verb: int) -> Range | None:
    """Read what stands before the verb of a main clause as its subject, if it can be one."""
    tag, lower = scene.words.tag, scene.words.lower
    i = degree_end(scene.words, first, verb) if lower[first] == "bis" else first
    if (
        scene.depth[first]
        and verb - first > 4
        and all(scene.depth[x] or not scene.words.word[x][0].isalnum() for x in range(first, verb))
    ):
        return None
    while i < verb and (tag[i] in ("ADV", "KON", "PTKNEG") or lower[i] in ("auch", "doch", "so", "selbst", "sogar")):
        i += 1
    while i < verb and scene.words.word[i] in ",:-–)":
        i += 1
    if lower[verb].endswith("n") or tag[i] == "PIAT":
        i = degree_end(scene.words, i, verb)  # `über hundert Ärzte fordern`, not `über hundert Ärzte spricht sie`
    if i + 1 < verb and lower[i + 1] == "gegenüber":
        return None
    if (
        i >= verb
        or (lower[i] in _NOT_SUBJECT and tag[i] != "PDS")
        or tag[i] in ("APPR", "APPRART", "PROAV", "PWAV", "ADJD", "KOUS", "VVPP", "PTKVZ")
    ):
        return None
    if lower[i] in ("es", "dies", "das", "dazu") and (tag[i] != "ART" or i + 1 == verb):
        return None
    end = phrase_end(scene.words, i, verb, wide=True)
    if end == i or lower[end - 1] in ("es",) or (is_time(scene.words, end - 1) and end - i <= 3):
        return None
    if tag[i] == "CARD" and is_time(
        scene.words, core_end(scene.words, i, verb) - 1
    ):  # `sechs Tage nach dem Fest meldete …`
        return None
    return i - (i > first and tag[i] == "PIAT" and tag[i - 1] == "PTKNEG"), end  # `nicht alle Ärzte`


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
    if unit.segments[k + 1] is segment and _goes_on_behind(unit, segment):
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


def _goes_on_behind(unit: Unit, segment: Segment) -> bool:
    """Tell whether a clause is set in between a phrase and its verb: `Der Plan, sagte Berg, sei gut`."""
    following = unit.segments[unit.segments.index(segment) + 1 :][:1]
    return bool(following) and following[0].kind == "main" and following[0].verb == following[0].first


def first_subject(scene: Scene, unit: Unit, i: int, stop: int) -> Range | None:
    """Find the first noun phrase from `i` on that can be a subject, with its appositions."""
    tag, lower, depth = scene.words.tag, scene.words.lower, scene.depth
    while i < stop:
        if (
            (depth[i] > 0 and scene.words.word[i] not in '„"“»«')
            or tag[i] in _ADVERBS
            or (tag[i] == "PPER" and (lower[i] == "es" or lower[i] in DATIVE_PRONOUNS))
        ):
            i += 1
        elif (number := degree_end(scene.words, i, stop)) > i and lower[i] not in ("über", "unter", "gegen"):
            i = number
        elif tag[i] in PREPOSITIONS:
            i = max(core_end(scene.words, i + 1, stop), i + 1)
            while i < stop and tag[i] == "ART" and lower[i] in GENITIVES and scene.words.tag[i - 1] == "NN":
                further = core_end(scene.words, i, stop)
                if further == i:
                    break
                i = further
        elif (
            tag[i] in ("ADJA", "CARD")
            or tag[i] in DETERMINERS
            or tag[i] in NOMINALS
            or tag[i] in SUBSTITUTING
            or depth[i] > 0
        ):
            end = phrase_end(scene.words, i, stop)
            if end == i:
                i += 1
            elif (lower[i] in _NOT_SUBJECT and not (lower[i] == "das" and tag[i] == "ART")) or (
                is_time(scene.words, end - 1) and tag[end - 1] == "NN" and end - i <= 3
            ):
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
            if (
                further.kind == "phrase"
                and not denied
                and scene.depth[further.first] == 0
                and phrase_end(scene.words, further.first, further.stop, wide=True) >= further.stop
            ):
                return _second_of_two(scene, unit, k + 2, further.stop)
    return end


def _second_of_two(scene: Scene, unit: Unit, k: int, end: int) -> int:
    """Take along a name that is joined behind an apposition: `sagten Ana Lind, die Ministerin, und Ute Lang`."""
    if k >= len(unit.segments) or unit.segments[k].first != end + 1 or unit.segments[k].kind != "phrase":
        return end
    first, words = unit.segments[k].first, scene.words
    joined = core_end(words, first + 1, unit.segments[k].stop) if words.lower[first] in COORDINATORS else first + 1
    return joined if joined > first + 1 and words.tag[joined - 1] in NOMINALS else end
