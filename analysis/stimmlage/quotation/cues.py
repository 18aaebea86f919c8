"""Cue words: verbs, nouns and adjectives that announce somebody's words, and their verb groups."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from stimmlage.language.lexicon import words as entries
from stimmlage.language.tagsets import FINITE, PARTICIPLES
from stimmlage.quotation.scene import PARTICLE_ADJECTIVES, Range, Scene, Segment

_NON_FINITE = PARTICIPLES | {"VVINF", "VVIZU"}
# verbs that with their clause tell what somebody does or perceives rather than says
_NO_CLAUSE = entries("verb_frames", "no_clause")
# verbs of acts that need no words
NO_WORDS = entries("verb_frames", "no_words")
_FORMULAS = entries("quotation_cues", "formula")
_UNSAID = entries("verb_frames", "unsaid")
_CLAUSE_ONLY = entries("verb_frames", "clause_only")


@lru_cache(maxsize=1)
def reporting_verbs() -> frozenset[str]:
    """Return the verbs that report what somebody says or thinks."""
    return frozenset(e for e in entries("reporting_verbs") | entries("quotation_cues", "verb") if " " not in e)


@lru_cache(maxsize=1)
def infinitive_verbs() -> frozenset[str]:
    """Return the verbs that report only with an infinitive."""
    return entries("quotation_cues", "infinitive")


@lru_cache(maxsize=1)
def _asking_verbs() -> frozenset[str]:
    """Return the verbs that take an indirect question with a w-word as what is said."""
    return entries("reporting_verbs", "asking") | {
        "erklären",
        "erläutern",
        "erzählen",
        "schildern",
        "sagen",
        "überlegen",
        "mitteilen",
    }


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A finite verb with what belongs to it: `tokens` are the cue, `lemma` the full verb.

    `denied` marks verbs that tell of nothing said when they are denied.
    """

    finite: int
    lemma: str
    tokens: tuple[int, ...]
    passive: bool = False
    denied: bool = False

    @property
    def ranges(self) -> tuple[Range, ...]:
        """The tokens of the group, as ranges."""
        return tuple((i, i + 1) for i in self.tokens)


def verb_group(scene: Scene, segment: Segment, verb: int, stop: int | None = None) -> VerbGroup:
    """Find the verb group of a finite verb: separated prefix, participle or infinitive at the end."""
    stop = stop or segment.stop
    group = _with_phrase(scene, segment, _verb_group(scene, segment, verb, stop), stop)
    if group.lemma in _UNSAID and "PTKNEG" in scene.words.tag[segment.first : stop]:
        return replace(group, denied=True)
    return group


def is_formula(scene: Scene, segment: Segment) -> bool:
    """Tell whether an author speaks of the text itself: `Es sei angemerkt, dass …`, `Erwähnt sei noch …`."""
    verb = segment.verb
    if (
        verb < 0
        or scene.words.lower[verb] not in ("sei", "seien")
        or "worden" in scene.words.lower[verb : segment.stop]
    ):
        return False
    said = (i for i in range(segment.first, segment.stop) if scene.words.tag[i] == "VVPP")
    return any(scene.words.lemma[i].lower() in _FORMULAS for i in said)


def _with_phrase(scene: Scene, segment: Segment, group: VerbGroup, stop: int) -> VerbGroup:
    """Read `gab zu bedenken`, `hat in Aussicht gestellt` as one verb."""
    lower = scene.words.lower
    for phrase in _phrases().get(group.lemma, ()):
        for i in range(segment.first, stop - len(phrase) + 1):
            if lower[i] == phrase[0] and tuple(lower[i : i + len(phrase)]) == phrase and not scene.depth[i]:
                tokens = tuple(sorted({*group.tokens, *range(i, i + len(phrase))}))
                return replace(group, lemma=f"{' '.join(phrase)} {group.lemma}", tokens=tokens)
    return group


@lru_cache(maxsize=1)
def _phrases() -> dict[str, list[tuple[str, ...]]]:
    """Return what makes a verb a verb of saying, by the verb: `zu bedenken` of `geben`."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for entry in entries("quotation_cues", "phrase"):
        *phrase, verb = entry.lower().split()
        found.setdefault(verb, []).append(tuple(phrase))
    return found


def _verb_group(scene: Scene, segment: Segment, verb: int, stop: int) -> VerbGroup:
    tail = range(*segment.tail) if stop == segment.stop and verb == segment.verb else range(0)
    tag, lemma, lower, depth = scene.words.tag, scene.words.lemma, scene.words.lower, scene.depth
    base = lemma[verb].lower()
    tokens = [verb]
    if tag[verb] == "VVFIN" and base != "lassen":
        for i in (*range(verb + 1, stop), *tail):
            if (
                depth[i] == 0
                and (tag[i] == "PTKVZ" or (lower[i] in PARTICLE_ADJECTIVES and tag[i] in ("ADJD", "PTKVZ", "ADV")))
                and (lower[i] + base in reporting_verbs() or base not in reporting_verbs())
            ):
                return VerbGroup(verb, lower[i] + base, (*tokens, i))
        before = verb - 1
        if before >= segment.first and lower[before] in PARTICLE_ADJECTIVES and tag[before] in ("ADJD", "PTKVZ"):
            return VerbGroup(verb, lower[before] + base, (before, verb))
        return VerbGroup(verb, base, (verb,))
    if (
        base == "werden"
        and (known := next((i for i in range(segment.first, stop) if lower[i] == "bekannt" and not depth[i]), -1)) >= 0
    ) and not any(lower[i] in ("gegeben", "gemacht") for i in range(known, stop)):
        return VerbGroup(verb, "bekanntwerden", tuple(sorted((known, verb))), passive=True)
    order = (*reversed(tail), *range(stop - 1, segment.first - 1, -1))
    final = [i for i in order if depth[i] == 0 and tag[i] in _NON_FINITE and i != verb]
    if not final:
        return VerbGroup(verb, base, (verb,))
    main = next((i for i in final if lower[i] != "worden" and tag[i] != "VAPP"), final[0])
    full = lemma[main].lower()
    if full == "geraten" and base in ("werden", "haben"):  # `geraten` (to get into) is built with `sein`
        full = "raten"
    if main > segment.first and lower[main - 1] in PARTICLE_ADJECTIVES:
        tokens.append(main - 1)
        full = lower[main - 1] + full
    tokens.append(main)
    tokens += [i for i in final if lower[i] == "worden"]
    passive = tag[main] == "VVPP" and (base == "werden" or any(lower[i] == "worden" for i in final))
    return VerbGroup(verb, full, tuple(sorted(tokens)), passive)


def takes_clause(group: VerbGroup, kind: str) -> bool:
    """Tell whether a verb announces what follows as said or thought.

    `kind` is `complement` (dass, ob), `question`, `infinitive`, `second` (verb-second clause), `direct`.
    """
    verb = group.lemma
    if verb in NO_WORDS or (verb in _UNSAID and group.denied):
        return False
    if kind == "infinitive" and verb in infinitive_verbs():
        return True
    if " " in verb:
        return kind != "infinitive"
    if verb not in reporting_verbs() or (kind == "question" and verb not in _asking_verbs()):
        return False
    if verb in _NO_CLAUSE:
        return verb in _CLAUSE_ONLY and kind == "complement" and verb != "stehen"
    return True


def wants_to_know(scene: Scene, group: VerbGroup) -> bool:
    """Read `wollte wissen, wie …`, which asks."""
    return group.lemma == "wissen" and scene.words.lemma[group.finite].lower() == "wollen"


def finite_verbs(scene: Scene, segment: Segment) -> list[int]:
    """Return all finite verbs of a segment outside quotation marks."""
    tag, depth = scene.words.tag, scene.depth
    return [i for i in range(segment.first, segment.stop) if tag[i] in FINITE and depth[i] == 0]
