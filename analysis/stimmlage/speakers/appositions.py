"""Appositions: the roles that stand beside a name belong to its bearer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from stimmlage.language.words import Words
from stimmlage.speakers.entities import Entity, Mention
from stimmlage.speakers.known_people import People
from stimmlage.speakers.offices import complement_end, mark, office

_COPULA = frozenset({"ist", "war", "wird", "wurde"})
_CLAUSE = ("V", "$,", "$.", "KOUS")


def attach_roles(words: Words, mentions: Sequence[Mention], people: People) -> None:
    """Link `X, der Direktor der Y`, `der Direktor der Y, X`, `X ist Direktor`: the role is the person's."""
    for k, mention in enumerate(mentions):
        if mention.kind not in ("person", "") or not mention.name:
            continue
        role = _role_after(words, mention, mentions[k + 1 : k + 3])  # a party may stand between
        role = role or _role_before(words, mention, mentions[max(k - 5, 0) : k])
        if role is None:
            continue
        if mention.entity is None:
            people.add(mention)
        assert mention.entity is not None and role.noun is not None
        stop = complement_end(words, role.stop)
        if role.first < mention.first:
            stop = _end_before(words, stop, mention.first)
        mention.entity.hold(office(words, role.noun, role.first, role.core, stop))
        role.plural = False
        mention.entity.add(role)


def _end_before(words: Words, stop: int, name: int) -> int:
    """Return the end of a role before a name: all up to the comma, but without a bracket."""
    end = name - (words.word[name - 1] in (",", "–"))
    if end == name or any(words.tag[i].startswith(("$", "V")) for i in range(min(stop, end), end)):
        return min(stop, name)
    return end


def in_bracket(words: Words, i: int) -> frozenset[str]:
    """Return what a bracket after a name adds, mostly the party: `Anna Blum (SPD)`."""
    return frozenset(mark(words.word[j]) for j in range(i + 1, after_bracket(words, i) - 1))


def _free_role(mention: Mention, role: Mention) -> bool:
    if role.sentence != mention.sentence or role.entity is not None or role.name or role.noun is None:
        return False
    return role.noun.sort == "person"


def _role_after(words: Words, mention: Mention, following: Sequence[Mention]) -> Mention | None:
    """Return the role of `X, [ein] Direktor` or `X ist [ein] Direktor`."""
    stop = after_bracket(words, mention.stop)
    for role in following:
        if (
            not _free_role(mention, role)
            or words.tag[role.first] == "PRELAT"
            or (role.plural and (role.definite or role.noun is None or role.noun.number != "?"))
        ):
            continue  # `X, Sprecher der Y` shows no number
        if (role.first == stop + 1 and words.word[stop] == ",") or (
            role.first == mention.stop + 1 and words.lower[mention.stop] in _COPULA
        ):
            return role
    return None


def _role_before(words: Words, mention: Mention, before: Sequence[Mention]) -> Mention | None:
    """Return the role of `der Direktor der Y, X`, `Direktor der Y ist X` or `der Direktor der Y X`."""
    end = mention.first - 1
    if end < 1:
        return None
    apart = words.word[end] in (",", "–") or words.lower[end] in _COPULA
    if not apart and (mention.noun is not None or len(mention.name) < 2):
        return None
    for role in before:
        if _free_role(mention, role) and not role.plural and (apart or words.lower[role.stop] in ("des", "der")):
            barriers = _CLAUSE if apart else (*_CLAUSE, "$(")
            between = range(role.stop, end + 1 - apart)
            if not any(words.tag[i].startswith(barriers) and not words.word[i][0].isupper() for i in between):
                return role
    return None


def after_bracket(words: Words, i: int) -> int:
    """Skip a short bracket after a name, as in `Anna Blum (SPD)`."""
    if i < len(words) and words.word[i] == "(":
        for j in range(i + 1, min(i + 8, len(words))):
            if words.word[j] == ")":
                return j + 1
    return i


def introduce(words: Words, mentions: Sequence[Mention], people: Iterable[Entity]) -> None:
    """Link a bare surname to the office told of right before: `Der Landrat klagte. Blum nannte …`.

    A surname that nothing introduces belongs to whom the sentence before had as its subject.
    """
    place = {id(m): k for k, m in enumerate(mentions)}
    for person in people:
        first = min(person.mentions, key=lambda m: m.first)
        if person.offices or any(len(n) > 1 for n in person.names) or first.rank < 1:
            continue
        for before in reversed(mentions[max(place[id(first)] - 6, 0) : place[id(first)]]):
            if before.kind == "person" or first.sentence - before.sentence > 1:
                break
            if before.kind == "unnamed" and before.entity is None and before.definite and before.rank >= 2:
                assert before.noun is not None
                stop = complement_end(words, before.stop)
                person.hold(office(words, before.noun, before.first, before.core, stop))
                person.add(before)
                break
