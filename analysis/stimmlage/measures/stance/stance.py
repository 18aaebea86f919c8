"""Stance: how speakers comment on what they say, which side they take, and for or against what."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import fsum, nan
from operator import attrgetter
from pathlib import Path
from typing import ClassVar, NamedTuple

from stimmlage.analysis import Analysis
from stimmlage.errors import OptionError
from stimmlage.language.lexicon import words as entries
from stimmlage.language.noun_phrases import is_person
from stimmlage.language.words import Words
from stimmlage.measures.measure import Hit, cue_at
from stimmlage.measures.own_words import GivenWords, OwnEntry, OwnWords
from stimmlage.measures.stance.holders import find_holder
from stimmlage.measures.stance.inferred import RIGHT as INFERRED
from stimmlage.measures.stance.inferred import inferred
from stimmlage.measures.stance.positions import Position, SentenceStance
from stimmlage.measures.stance.profile import CLASSES, find_profile
from stimmlage.measures.stance.sides import AGAINST_NEGATED, WEIGHTS, Sides
from stimmlage.measures.targets import Mention, Target, find_mentions, read_targets
from stimmlage.quotation.quotation import Speaker
from stimmlage.scope.scopes import Scopes, find_scopes
from stimmlage.speakers.passages import Passage

_OTHERS = "reported"


_WORTH = entries("frame_nouns", "worth")
"""Nouns for what something is good for; who doubts it is against it, who doubts that it will come is not."""


@dataclass(frozen=True)
class Stance(OwnWords):
    """Side taken in each passage, a profile of stance words, and positions on targets.

    `stance` is (for − against) / (for + against), the weights of the words that take a side; it lies
    in [-1, 1]. `stance:certainty`, `:hypothesis`, `:distance`, `:affect`, `:evaluation`,
    `:obligation` and `:demand` are words of the class per 100 words. `stance:target:<id>` is the mean
    of the positions on a target, each 1 or -1. All that is not taken is NaN.

    Parameters
    ----------
    targets : tuple of Target, or path of a TOML file
        What positions are read towards; see `stimmlage.measures.targets`.
    words : path or mapping, optional
        Words of your own beside the kit's, with their category: a side (`support`, `opposition` …, as in `WEIGHTS`) or
        a class of the profile: `measures.own_words` says how a list is written. They stand above the kit's; the
        category `none` takes a word out.
    own_only : bool
        Whether your words stand instead of the kit's; positions on targets stay.

    References
    ----------
    Helbig & Helbig (1990), Lexikon deutscher Modalwörter; Biber (2006), Stance in spoken and written
    university registers; Martin & White (2005), The Language of Evaluation.

    Examples
    --------
    >>> from stimmlage import from_text
    >>> waffen = Target("weapons", ("lemma:Waffenlieferung",))
    >>> corpus = from_text("„Wir warnen vor einem Ende der Waffenlieferungen“, sagte sie.")
    >>> table = corpus.measure(Stance((waffen,))).scores
    >>> table.loc[table["measure"] == "stance:target:weapons", "value"].dropna().tolist()
    [1.0]
    """

    targets: tuple[Target, ...] | str | Path = ()
    words: GivenWords = None
    own_only: bool = False
    name: ClassVar[str] = "stance"
    scores: ClassVar[Mapping[str, str]] = {"stance": "balance", "stance:target:*": "position", "stance:*": "rate"}
    categories: ClassVar[tuple[str, ...]] = tuple(dict.fromkeys((*WEIGHTS, *CLASSES)))

    def __post_init__(self) -> None:
        targets = read_targets(self.targets) if isinstance(self.targets, (str, Path)) else self.targets
        if not (isinstance(targets, (tuple, list)) and all(isinstance(target, Target) for target in targets)):
            raise OptionError(f"`targets` takes Target objects or the path of a TOML file; not {self.targets!r}.")
        object.__setattr__(self, "targets", tuple(targets))
        self._read_words()

    @property
    def _targets(self) -> tuple[Target, ...]:
        assert isinstance(self.targets, tuple)
        return self.targets

    def find(self, analysis: Analysis) -> list[Hit]:
        """Find the words that take a side, those of the profile, and the positions on the targets."""
        hits = self._with_own(analysis, self._find)
        hits += [stance.hit() for stance in find_stances(analysis, self._targets)]
        return sorted(hits, key=lambda h: (h.start, h.end, h.category, h.target))

    def own(self, entry: OwnEntry, analysis: Analysis, scopes: Scopes, first: int) -> tuple[str, float, str]:
        """A side of the user's is turned by a negation, as the kit's are; a class of the profile is counted."""
        weight = WEIGHTS.get(entry.category)
        if weight is None or first not in scopes.negator:
            return entry.category, 1.0 if weight is None else weight, ""
        return entry.category, AGAINST_NEGATED if weight >= 0 else -weight, scopes.modifier(first, intensity=False)

    def _find(self, analysis: Analysis) -> list[Hit]:
        scopes = find_scopes(analysis)
        text = analysis.document.text
        hits = [h._replace(cue=cue_at(text, h.start, h.end)) for h in Sides().find(analysis, scopes)]
        hits += [h._replace(cue=cue_at(text, h.start, h.end)) for h in find_profile(analysis, scopes)]
        return sorted(hits, key=lambda h: (h.start, h.end, h.category, h.target))

    def score(self, hits: Sequence[Hit], n_words: int) -> Mapping[str, float]:
        """Make the balance, the rates and the means of the positions of one passage."""
        sides = [h.weight for h in hits if not h.target and h.category in WEIGHTS]
        strength = fsum(map(abs, sides))
        scores = {"stance": fsum(sides) / strength if strength else nan}
        counts = Counter(h.category for h in hits if not h.target)
        for name in CLASSES:
            scores[f"stance:{name}"] = 100 * counts[name] / n_words if n_words else nan
        for target in self._targets:
            taken = [h.weight for h in hits if _is_taken(h, target)]
            scores[f"stance:target:{target.id}"] = fsum(taken) / len(taken) if taken else nan
        return scores

    def counted(self, hits: Sequence[Hit]) -> Mapping[str, Sequence[float]]:
        """Return the weights of the words that take a side, of each class of the profile, and of the positions."""
        counted = {"stance": [h.weight for h in hits if not h.target and h.category in WEIGHTS]}
        for name in CLASSES:
            counted[f"stance:{name}"] = [1.0 for h in hits if not h.target and h.category == name]
        for target in self._targets:
            counted[f"stance:target:{target.id}"] = [h.weight for h in hits if _is_taken(h, target)]
        return counted


def _worth(words: Words, mention: Mention) -> bool:
    """Tell whether it is the worth of a target that is doubted, which is against it: `den Nutzen der Reform`."""
    return any(words.lemma[i] in _WORTH for i in range(max(mention.first - 3, 0), mention.first))


def _is_taken(hit: Hit, target: Target) -> bool:
    """Tell whether a hit is the position of the voice itself, for or against; doubt is neither."""
    return hit.target == target.id and hit.scope != _OTHERS and hit.weight != 0


_DOUBTS = ("doubt", "support")
_RIGHT = (0.65, 0.62, 0.5)
"""How often a position was right on statements on theses, by how many words turn it: none, one, more."""


class TargetStance(NamedTuple):
    """A position on a target in its place: where the target is named, who takes it, and why one thinks so.

    `voice` is the voice of the passage; `holder_id` and `holder` say who takes the position: that voice,
    or the person of whom the author reports it.
    """

    target: str
    category: str
    weight: float
    text: str
    start: int
    end: int
    evidence: str
    voice: str
    holder_id: str
    holder: str
    confidence: float = _RIGHT[0]
    basis: str = "stated"

    def hit(self) -> Hit:
        """Make the evidence for the scores; a position that the author only reports is not hers."""
        reported = self.voice == "author" and self.holder != ""
        modifier = self.evidence + (f", held by {self.holder}" if reported else "")
        return Hit(
            "stance",
            self.category,
            " ".join(self.text.split()),
            self.start,
            self.end,
            self.weight,
            modifier,
            _OTHERS if reported else "",
            self.target,
        )


def find_stances(analysis: Analysis, targets: Sequence[Target], with_inferred: bool = False) -> list[TargetStance]:
    """Find who takes which stance towards which target in one document, in reading order.

    `with_inferred` adds, where nobody takes one in so many words, what the tone and the sides around a target suggest.

    A target with `direction` −1 asks who wants less of what its patterns name: there each position counts the other
    way round, while `category` and `evidence` stay those of the words.
    """
    mentions = find_mentions(analysis.words, tuple(targets))
    if not mentions:
        return []
    turned = {target.id for target in targets if target.direction < 0}
    found = sorted(_stances(analysis, mentions, with_inferred), key=attrgetter("start", "end"))
    return [s._replace(weight=-s.weight) if s.target in turned and s.weight else s for s in found]


def _stances(analysis: Analysis, mentions: list[Mention], with_inferred: bool) -> Iterator[TargetStance]:
    scopes = find_scopes(analysis)
    remaining = iter(mentions)
    mention = next(remaining, None)
    silent: list[tuple[Mention, int]] = []
    for number, sentence in enumerate(analysis.document.sentences):
        here = []
        while mention is not None and mention.first < sentence.stop:
            here.append(mention)
            mention = next(remaining, None)
        if here:
            reading = SentenceStance(analysis.words, sentence.first, sentence.stop, scopes)
            found = [(m, reading.position(m)) for m in here]
            for _, position in found:
                if position is not None:
                    yield _in_place(analysis, reading, position)
            taken = {m.target for m, position in found if position is not None}
            silent += [(m, number) for m, position in found if position is None and m.target not in taken]
    if with_inferred:
        for mention, hit in inferred(analysis, [m for m, _ in silent], [number for _, number in silent]):
            yield _suggested(analysis, mention, hit)


def _passage_at(analysis: Analysis, start: int) -> Passage:
    return analysis.passages[max(bisect_right(analysis.passages, start, key=attrgetter("start")) - 1, 0)]


def _suggested(analysis: Analysis, mention: Mention, hit: Hit) -> TargetStance:
    """Say what the words around a target suggest; who speaks there is taken to hold it."""
    words = analysis.words
    start, end = words.start[mention.first], words.end[mention.stop - 1]
    passage = _passage_at(analysis, start)
    return TargetStance(
        mention.target,
        "support" if hit.weight > 0 else "opposition",
        hit.weight,
        analysis.document.text[start:end],
        start,
        end,
        f'around it: "{hit.cue}"',
        passage.voice,
        passage.voice,
        passage.speaker,
        INFERRED,
        "inferred",
    )


def _third_party(
    words: Words, reading: SentenceStance, position: Position, speakers: Sequence[Speaker]
) -> tuple[str, str] | None:
    """Return whom a speaker tells of, if it is not herself: `„Die SPD lehnt das ab“, sagte Berg`.

    What somebody needs is said by who says so: `„Die Stadt braucht das Bad“, sagte Berg`.
    """
    if position.category == "need":
        return None
    clause = reading.clause_of(position.cue)
    holder = find_holder(words, clause, position.cue, position.mention[:2], speakers)
    named = [i for i in clause.words if words.word[i] in holder[1].split()]
    somebody = any(words.tag[i] == "NE" or is_person(words, i) for i in named)
    return holder if somebody and words.tag[position.cue].startswith("V") else None


def _in_place(analysis: Analysis, reading: SentenceStance, position: Position) -> TargetStance:
    """Say where a position stands and who holds it."""
    words, mention = analysis.words, position.mention
    start, end = words.start[mention.first], words.end[mention.stop - 1]
    passage = _passage_at(analysis, start)
    holder_id, holder = passage.voice, passage.speaker
    if passage.voice == "author":
        clause = reading.clause_of(position.cue)
        opening = [words.tag[i] for i in clause.words if words.tag[i] != "KON"][:1]
        if opening == ["VVFIN"] and clause is not reading.clauses[0]:
            clause = reading.clauses[reading.clauses.index(clause) - 1]  # `… und kritisierte die Quote`
        if not position.voiced and position.category != "need":
            holder_id, holder = find_holder(words, clause, position.cue, mention[:2], analysis.speakers)
    elif (other := _third_party(words, reading, position, analysis.speakers)) is not None:
        holder_id, holder = other
    evidence = ", ".join([f'{position.category}: "{reading.wording(position.cue)}"', *position.turned])
    doubts = position.category in ("doubt", "feasible") and not _worth(words, mention)
    category = _DOUBTS[position.sign > 0] if doubts else position.category  # `es ist nicht schwer`, `nicht machbar`
    return TargetStance(
        mention.target,
        category,
        0.0 if doubts and position.sign < 0 else float(position.sign),
        analysis.document.text[start:end],
        start,
        end,
        evidence,
        passage.voice,
        holder_id,
        holder,
        _RIGHT[min(len(position.turned), len(_RIGHT) - 1)],
    )
