"""Corrections to the tags of verbs and of what opens clauses, where the clause shows what three neighbours cannot.

Whether `kritisiert` is finite or a participle is decided by the whole clause: is there another finite verb, does the
clause begin with a conjunction, does a finite verb follow the comma. Each rule is a named function over the stretches
of a sentence between its punctuation marks.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from stimmlage.language.closed_classes import COMPLEMENTISERS, QUOTATION_MARKS, VERBAL_PREPOSITIONS
from stimmlage.language.lexicon import words as entries
from stimmlage.language.tagsets import (
    ARTICLES,
    CLAUSAL,
    IN_NOUN_PHRASE,
    NON_FINITE,
    NOUNS,
    PREPOSITIONS,
    QUESTION_WORDS,
    RELATIVES,
    SUBSTITUTING,
)
from stimmlage.language.word_corrections import Tagged

_VERBS = CLAUSAL | NON_FINITE
_RELATIVE_FORMS = frozenset("der die das den dem".split())
_UNLIKE_NOUN_PHRASE = ARTICLES | SUBSTITUTING | {"PRF", "PROAV", "PTKNEG"}
_NOMINAL = IN_NOUN_PHRASE | SUBSTITUTING
_AFTER_ARTICLE = NOUNS | {"ADJA", "CARD"}
_INFINITIVES = {"VAFIN": "VAINF", "VMFIN": "VMINF", "VVFIN": "VVINF"}
_ENDS = {"VAINF": "VAFIN", "VMINF": "VMFIN"}
_DETERMINED = ARTICLES | {"PPER", "PDS", "NE"}
_CONJUNCTIONS = entries("word_classes", "conjunction")
_SENTENCE_ENDS = frozenset({".", "!", "?", "…", "“", "”", "«", "»", '"'})


@dataclass(slots=True)
class Stretch:
    """The tokens between two punctuation marks, quotation marks left out; `finite`: where its finite verbs are."""

    tokens: list[int]
    finite: list[int]
    subordinate: bool = False


def correct_clauses(sentence: Tagged) -> None:
    """Apply the rules for clauses to the tags of a sentence, in place."""
    verb_of_sentence(sentence)
    verb_before_pronoun(sentence)
    verb_first_condition(sentence)
    stretches = _stretches(sentence)
    if not any(sentence.tags[i] in _VERBS for s in stretches for i in s.tokens):
        return
    um_with_infinitive(sentence, stretches)
    conjunction(sentence, stretches)
    verb_before_clause(sentence, stretches)
    prefix_at_end(sentence, stretches)
    relative_pronoun(sentence, stretches)
    article_of_apposition(sentence, stretches)
    article_in_series(sentence, stretches)
    participle_before_noun(sentence, stretches)
    mark_subordinate(sentence, stretches)
    verb_final(sentence, stretches)
    verb_first(sentence, stretches)
    verb_between_nouns(sentence, stretches)
    verb_second(sentence, stretches)
    participle_before_verb(sentence, stretches)
    participle_after_auxiliary(sentence, stretches)
    infinitive_after_auxiliary(sentence, stretches)


def verb_of_sentence(sentence: Tagged) -> None:
    """`Andere Quellen berichten von …`: in a sentence without a finite verb the infinitive behind its first
    noun phrase is one."""
    tags = sentence.tags
    first = next((i for i, tag in enumerate(tags) if tag not in _NOMINAL), len(tags))
    if (
        0 < first < len(tags) - 2
        and tags[first] == "VVINF"
        and sentence.words[first][0].islower()
        and not any(tag in CLAUSAL for tag in tags)
    ):
        tags[first] = "VVFIN"


def verb_before_pronoun(sentence: Tagged) -> None:
    """`»Halt!« schrie er`: what stands right before its subject is no imperative."""
    for i in range(len(sentence.tags) - 1):
        if sentence.tags[i] == "VVIMP" and sentence.lower[i + 1] in ("er", "ich", "wir", "man"):
            sentence.tags[i] = "VVFIN"


def verb_first_condition(sentence: Tagged) -> None:
    """`Scheitern die Gespräche, tagt der Rat`: a verb with a capital opens a condition."""
    tags, words = sentence.tags, sentence.words
    if len(tags) < 5 or tags[0] not in ("NN", "VVINF") or tags[1] not in ARTICLES | {"PPER"}:
        return
    comma = next((i for i, word in enumerate(words) if word == ","), 0)
    finite = any(tag in CLAUSAL for tag in tags[:comma])
    if comma and comma + 1 < len(tags) and tags[comma + 1] in CLAUSAL and not finite:
        if sentence.can_be(sentence.lower[0], "VVFIN"):
            tags[0] = "VVFIN"


def um_with_infinitive(sentence: Tagged, stretches: list[Stretch]) -> None:
    """`um … zu sparen`: a preposition before a clause with `zu` is a conjunction."""
    for stretch in stretches:
        first, last = stretch.tokens[0], stretch.tokens[-1]
        if sentence.tags[first] == "APPR" and sentence.lower[first] in ("um", "ohne", "statt", "anstatt"):
            if sentence.tags[last] == "VVIZU" or sentence.tags[last - 1] == "PTKZU":
                sentence.tags[first] = "KOUI"


def conjunction(sentence: Tagged, stretches: list[Stretch]) -> None:
    """`Damit das bleibt, müssen …`: before a clause that ends in its only finite verb stands a conjunction."""
    for k, stretch in enumerate(stretches):
        first = stretch.tokens[0]
        if sentence.lower[first] in _CONJUNCTIONS and stretch.finite == [stretch.tokens[-1]]:
            before_verb = any(after.tokens[0] in after.finite for after in stretches[k + 1 : k + 3])
            if before_verb or (sentence.tags[first] == "KOKOM" and len(stretch.tokens) > 2):
                sentence.tags[first] = "KOUS"


def verb_before_clause(sentence: Tagged, stretches: list[Stretch]) -> None:
    """`andere Quellen berichten, dass …`: a clause without a finite verb that ends in an infinitive has it there."""
    tags = sentence.tags
    for stretch, after in itertools.pairwise(stretches):
        last = stretch.tokens[-1]
        if (
            (
                tags[last] == "VVINF"
                and not stretch.finite
                and sentence.lower[after.tokens[0]] in COMPLEMENTISERS
                and len(stretch.tokens) > 1
            )
            and tags[next((i for i in stretch.tokens if tags[i] not in ("ADV", "KON")), last)] in _NOMINAL
            and not any(tags[i] in ("PTKZU", "VVIZU", "KOUI") for i in stretch.tokens)
        ):
            _retag(sentence, stretch, last, "VVFIN")


def prefix_at_end(sentence: Tagged, stretches: list[Stretch]) -> None:
    """`Google teilte mit, …`: a preposition that ends a clause behind its verb belongs to the verb."""
    for stretch in stretches:
        last = stretch.tokens[-1]
        behind_verb = bool(stretch.finite) and stretch.finite[0] < last
        if behind_verb and sentence.tags[last] in ("APPR", "ADV") and sentence.lower[last] in VERBAL_PREPOSITIONS:
            sentence.tags[last] = "PTKVZ"


def relative_pronoun(sentence: Tagged, stretches: list[Stretch]) -> None:
    """`…, die niemand will, …`: `die` before a clause that ends in its only finite verb is a pronoun.

    The clause must follow a noun; and either what follows cannot follow an article, or the sentence
    has its finite verb only after the clause.
    """
    tags, lower = sentence.tags, sentence.lower
    main_verb = False
    for k, stretch in enumerate(stretches):
        first, last = stretch.tokens[0], stretch.tokens[-1]
        if k and tags[first] == "ART" and lower[first] in _RELATIVE_FORMS and len(stretch.tokens) > 2:
            verb = last if last in stretch.finite or _finite_form(sentence, last) else -1
            alone = not stretch.finite or stretch.finite == [last]
            after_noun = tags[stretches[k - 1].tokens[-1]] in NOUNS and sentence.words[first - 1] == ","
            encloses = (
                not main_verb and k + 1 < len(stretches) and stretches[k + 1].tokens[0] in stretches[k + 1].finite
            )
            if verb >= 0 and alone and after_noun and (tags[first + 1] in _UNLIKE_NOUN_PHRASE or encloses):
                tags[first] = "PRELS"
        if tags[first] not in RELATIVES and tags[first] != "KOUS" and stretch.finite:
            main_verb = True


def article_of_apposition(sentence: Tagged, stretches: list[Stretch]) -> None:
    """`am Montag, dem 3. Mai`, `…, die Verletzten zu bergen`: no relative clause without a finite verb."""
    tags = sentence.tags
    for stretch, after in zip(stretches, [*stretches[1:], None]):
        first = stretch.tokens[0]
        if tags[first] != "PRELS" or sentence.lower[first] not in _RELATIVE_FORMS or len(stretch.tokens) < 2:
            continue
        verbs = [i for i in stretch.tokens if tags[i] in _VERBS]
        phrase = tags[first + 1] in _AFTER_ARTICLE and (after is None or after.tokens[0] in after.finite)
        with_zu = not stretch.finite and verbs and (tags[verbs[-1]] == "VVIZU" or tags[verbs[-1] - 1] == "PTKZU")
        if (phrase and not verbs) or (with_zu and verbs[-1] == stretch.tokens[-1]):
            tags[first] = "ART"


def article_in_series(sentence: Tagged, stretches: list[Stretch]) -> None:
    """`Die Union, die SPD und die Grünen lehnen den Plan ab`: in a relative clause the verb would stand last."""
    tags = sentence.tags
    for k in range(1, len(stretches)):
        tokens = stretches[k].tokens
        verb = next((i for i in tokens if tags[i] in _VERBS), tokens[-1])
        if verb == tokens[-1] or verb not in stretches[k].finite or stretches[k - 1].finite:
            continue
        series = [i for i in tokens if i < verb]
        if not all(tags[i] in _NOMINAL | {"PRELS", "KON"} for i in series) or "KON" not in (tags[i] for i in series):
            continue
        while k and tags[stretches[k].tokens[0]] == "PRELS" and tags[stretches[k].tokens[0] + 1] in _AFTER_ARTICLE:
            tags[stretches[k].tokens[0]] = "ART"
            k -= 1


def participle_before_noun(sentence: Tagged, stretches: list[Stretch]) -> None:
    """`das 1938 erbaute Haus ist …`: of two finite verbs in a clause one before a noun is an adjective.

    The only one is an adjective, too, if an article before it waits for its noun: `ein Leiter der am Bau beteiligten
    Firma`.
    """
    for stretch in stretches:
        if any(sentence.tags[i] == "KON" for i in stretch.tokens):
            continue
        for i in stretch.finite:
            inside = stretch.tokens[0] < i < stretch.tokens[-1] and sentence.tags[i] == "VVFIN"
            if not inside or sentence.tags[i + 1] != "NN" or not sentence.can_be(sentence.words[i], "ADJA"):
                continue
            if len(stretch.finite) > 1 or _waits_for_noun(sentence, stretch.tokens[0], i):
                _retag(sentence, stretch, i, "ADJA")
                break


def mark_subordinate(sentence: Tagged, stretches: list[Stretch]) -> None:
    """Note which stretches are subordinate clauses, or go on with one that an inserted clause cut in two."""
    tags = sentence.tags
    waiting = 0
    for k, stretch in enumerate(stretches):
        opener = [tags[i] for i in stretch.tokens[:3]]
        if opener[0] in ("KON", "ADV", "KOKOM") and len(opener) > 1 and opener[1] in ("KOUS", "PRELS"):
            opener = opener[1:]
        begins = opener[0] == "KOUS" or opener[0] in RELATIVES or (k > 0 and opener[0] in QUESTION_WORDS)
        if opener[0] in PREPOSITIONS and len(opener) > 1:
            begins = opener[1] in RELATIVES or (k > 0 and opener[1] in QUESTION_WORDS)
        waiting += begins
        stretch.subordinate = begins or (waiting > 0 and stretch.tokens[0] not in stretch.finite)
        if waiting and any(tags[i] in _VERBS for i in stretch.tokens):
            waiting -= 1


def verb_final(sentence: Tagged, stretches: list[Stretch]) -> None:
    """`…, dass die Preise steigen`: a subordinate clause without a finite verb ends in one, and so does its
    second half after `und`."""
    for stretch in stretches:
        halved = stretch.finite and "KON" in sentence.tags[stretch.finite[-1] : stretch.finite[-1] + 2]
        if stretch.subordinate and (not stretch.finite or halved) and len(stretch.tokens) > 1:
            last = stretch.tokens[-1]
            finite = _finite_form(sentence, last)
            if finite:
                _retag(sentence, stretch, last, finite)


def verb_first(sentence: Tagged, stretches: list[Stretch]) -> None:
    """`Bevor es beginnt, vergehen Monate`: after a subordinate clause a verb before a noun phrase is finite."""
    for before, stretch in itertools.pairwise(stretches):
        first = stretch.tokens[0]
        if before.subordinate and not stretch.subordinate and not stretch.finite and len(stretch.tokens) > 1:
            finite = _finite_form(sentence, first)
            if finite and sentence.tags[first + 1] in _NOMINAL:
                _retag(sentence, stretch, first, finite)


def verb_between_nouns(sentence: Tagged, stretches: list[Stretch]) -> None:
    """`Die Beobachter dokumentierten Verstöße, kamen aber …`: right behind its noun stands no adjective in `-ten`."""
    tags = sentence.tags
    for stretch in stretches:
        if stretch.subordinate or stretch.finite or tags[stretch.tokens[0]] not in _NOMINAL:
            continue
        for before, i in itertools.pairwise(stretch.tokens):
            past = tags[i] == "ADJA" and sentence.lower[i].endswith(("te", "ten")) and tags[before] in NOUNS
            alone = i - before == 1 and not _waits_for_noun(sentence, stretch.tokens[0], i)
            if past and alone and sentence.can_be(sentence.words[i], "VVFIN"):
                _retag(sentence, stretch, i, "VVFIN")
                break


def verb_second(sentence: Tagged, stretches: list[Stretch]) -> None:
    """`Die Nato reagiert.`: the first clause of a full sentence without a finite verb has one, after its subject
    or before it. Headlines (`Drei Menschen verletzt.`) stay as they are."""
    tags = sentence.tags
    stretch = next((s for s in stretches if not s.subordinate), None)
    if stretch is None or stretch.finite:
        return
    later = [s for s in stretches if not s.subordinate and s.tokens[0] > stretch.tokens[0]]
    if sentence.words[-1] not in _SENTENCE_ENDS or any(s.tokens[0] in s.finite for s in later):
        return
    opener, last = tags[stretch.tokens[0]], stretch.tokens[-1]
    for i in stretch.tokens[1:]:
        finite = _finite_form(sentence, i)
        if not finite or tags[i] == "ADJD":
            continue
        inverted = i < last and tags[i + 1] in _DETERMINED
        if inverted or opener in (_DETERMINED if i == last and tags[i] == "VVPP" else _NOMINAL):
            _retag(sentence, stretch, i, finite)
            return


def participle_before_verb(sentence: Tagged, stretches: list[Stretch]) -> None:
    """`Von allen kritisiert, zog er …`: a clause without subject before a finite verb ends in a participle."""
    if len(stretches) < 2 or stretches[0].subordinate or stretches[1].tokens[0] not in stretches[1].finite:
        return
    first, last = stretches[0].tokens[0], stretches[0].tokens[-1]
    if stretches[0].finite == [last] and sentence.tags[first] in ("APPR", "APPRART", "ADV", "ADJD", "PROAV"):
        if sentence.can_be(sentence.words[last], "VVPP"):
            _retag(sentence, stretches[0], last, "VVPP")


def participle_after_auxiliary(sentence: Tagged, stretches: list[Stretch]) -> None:
    """`Wird der Plan kritisiert, …`: after an auxiliary, at the end of a main clause, is no second finite verb."""
    for stretch in stretches:
        if stretch.subordinate or len(stretch.finite) != 2:
            continue
        auxiliary, last = stretch.finite
        inside = [i for i in stretch.tokens if auxiliary < i < last]
        between = {sentence.tags[i] for i in inside if sentence.tags[i - 1] != "TRUNC"}  # `Fraktions- und Parteichefs`
        if last != stretch.tokens[-1] or "KON" in between or sentence.tags[last] != "VVFIN":
            continue
        future = sentence.lower[auxiliary].startswith(("wird", "werd", "würd")) or sentence.tags[auxiliary] == "VMFIN"
        word = sentence.words[last]
        if future and word.endswith("n") and sentence.can_be(word, "VVINF"):
            _retag(sentence, stretch, last, "VVINF")
        elif sentence.tags[auxiliary] == "VAFIN" and sentence.can_be(word, "VVPP"):
            _retag(sentence, stretch, last, "VVPP")


def infinitive_after_auxiliary(sentence: Tagged, stretches: list[Stretch]) -> None:
    """`hätte versuchen müssen`, `könnte gehört haben`: the last of a chain of verbs is no second finite verb."""
    for stretch in stretches:
        if stretch.subordinate or len(stretch.finite) != 2:
            continue
        first, last = stretch.finite
        chained = last == stretch.tokens[-1] and sentence.tags[last - 1] in _VERBS and last - 1 != first
        if chained and sentence.tags[first] in ("VAFIN", "VMFIN") and sentence.lower[last].endswith("n"):
            _retag(sentence, stretch, last, _INFINITIVES[sentence.tags[last]])


def _stretches(sentence: Tagged) -> list[Stretch]:
    """Return the stretches between marks, with their finite verbs."""
    found, tokens = [], []
    for i, tag in enumerate(sentence.tags):
        if tag[0] != "$":
            tokens.append(i)
        elif sentence.words[i] not in QUOTATION_MARKS and tokens:
            found.append(tokens)
            tokens = []
    if tokens:
        found.append(tokens)
    return [Stretch(t, [i for i in t if sentence.tags[i] in CLAUSAL]) for t in found]


def _retag(sentence: Tagged, stretch: Stretch, i: int, tag: str) -> None:
    """Give a token another tag."""
    sentence.tags[i] = tag
    stretch.finite = [k for k in stretch.tokens if sentence.tags[k] in CLAUSAL]


def _waits_for_noun(sentence: Tagged, first: int, i: int) -> bool:
    """Tell whether an article stands right before a preposition between `first` and `i`: its noun comes later."""
    return any(sentence.tags[k] in ARTICLES and sentence.tags[k + 1] in PREPOSITIONS for k in range(first, i - 1))


def _finite_form(sentence: Tagged, i: int) -> str | None:
    """Return the finite tag that a token tagged as participle, infinitive or adjective may have."""
    tag = sentence.tags[i]
    if tag in _ENDS:
        return None if sentence.lower[i] == "sein" else _ENDS[tag]
    if tag == "VVINF":
        return None if i and sentence.tags[i - 1] == "PTKZU" else "VVFIN"
    if (
        tag in ("VVPP", "ADJD")
        and sentence.lower[i].endswith(("t", "en"))
        and sentence.can_be(sentence.words[i], "VVFIN")
    ):
        return "VVFIN"
    return None
