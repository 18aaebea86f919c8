"""The readings in which a word of the hedging lists counts, one named rule each.

A rule looks at the words `[first, stop)` of a cue and at what is around them. Its name stands in
the column `condition` of the lists.
"""

from __future__ import annotations

from collections.abc import Callable

from stimmlage.language.closed_classes import DASHES, DEFINITE_ARTICLES, INDEFINITE_ARTICLES, QUOTATION_MARKS
from stimmlage.language.lexicon import in_order
from stimmlage.language.lexicon import words as listed
from stimmlage.language.tagsets import ADVERBIALS, FINITE, IN_NOUN_PHRASE, NOUNS
from stimmlage.language.verbs import form
from stimmlage.language.words import Words

_NEGATORS = listed("negators", "adverb") | listed("negators", "determiner") | listed("negators", "near")
_UNITS = listed("quantities", "unit")
_ARTICLES = (DEFINITE_ARTICLES - {"des"}) | INDEFINITE_ARTICLES | {"weitere", "weiteren", "noch"}
_DAYTIMES = listed("word_classes", "daytime")
_SIZE_TIME = listed("word_classes", "size")
_MODIFIED = frozenset(("ADJD", "ADJA", "VVPP", "ADV"))
_JUDGEMENT = listed("frame_nouns", "clear_case")
_COMPARED = frozenset(("als", "denn"))
_OPENS = QUOTATION_MARKS | DASHES | {","}


def negated(words: Words, first: int) -> tuple[int, int] | None:
    """Return the words that negate a cue directly: `nicht sicher`, `nicht ganz klar`, `kein klarer Verstoß`."""
    for i in (first - 1, first - 2):
        if (
            i >= 0
            and words.lower[i] in _NEGATORS
            and (i == first - 1 or words.tag[first - 1] in ("ADV", "ADJD", "ART"))
        ):
            return i, i + 1
    return None


def _next(words: Words, stop: int, distance: int = 0) -> str:
    return words.lower[stop + distance] if stop + distance < len(words) else ""


def _tag(words: Words, i: int) -> str:
    return words.tag[i] if 0 <= i < len(words) else "$."


def _number(words: Words, i: int) -> bool:
    """Tell whether a number, or a unit with its article, begins at word `i`: `20`, `drei`, `ein Drittel`, `die
    Hälfte`."""
    word = _next(words, i)
    if _tag(words, i) == "CARD" or word[:1].isdigit() or word in _UNITS or word.startswith(_UNIT_HEADS):
        return True
    return word in _ARTICLES and (
        _next(words, i, 1) in _UNITS or _tag(words, i + 1) == "CARD" or _next(words, i, 1)[:1].isdigit()
    )


_COPULAS = frozenset(("ist", "sind", "war", "waren", "sei", "wäre", "bleibt", "steht", "stand", "blieb"))
_UNIT_HEADS = in_order("word_parts", "number")


def _before_number(words: Words, first: int, stop: int) -> bool:
    return _number(words, stop)


def _before_amount(words: Words, first: int, stop: int) -> bool:
    """`um die 50`; not `um die 50 Arbeitsplätze zu retten`."""
    if not _number(words, stop):
        return False
    purpose = any(words.tag[i] in ("PTKZU", "VVIZU") for i in range(stop, min(stop + 12, words.stop[first])))
    return words.tag[first] != "KOUI" and not purpose


def _before_time(words: Words, first: int, stop: int) -> bool:
    """`gegen 12 Uhr`, `gegen Mitternacht`; not `gegen den Plan`."""
    return _next(words, stop) in _DAYTIMES or (
        _number(words, stop) and _next(words, stop, 1) in ("uhr", ".") and ("uhr" in words.lower[stop : stop + 4])
    )


def _before_quantity(words: Words, first: int, stop: int) -> bool:
    """`etwa 20`, `etwa gleich groß`, `etwa im Mai`, `etwa um acht`; not `etwa in Berlin` (for example)."""
    if _number(words, stop) or _next(words, stop) in _SIZE_TIME:
        return True
    return _tag(words, stop).startswith("APPR") and (
        _number(words, stop + 1)
        or _next(words, stop, 1).endswith(("zeit", "jahr", "mai", "juni", "juli", "ember", "uar"))
    )


def _degree(words: Words, first: int, stop: int) -> bool:
    """`fast alle`, `bis zu 20`: not where a noun phrase of a place or time follows (`bis zu den Wahlen`)."""
    if words.lower[first] == "bis":
        return _number(words, stop)
    return words.tag[first] in ADVERBIALS or words.lower[first] == "in" or stop - first > 1


def _adverb(words: Words, first: int, stop: int) -> bool:
    return stop - first > 1 or words.tag[first] in ADVERBIALS


def _wohl(words: Words, first: int, stop: int) -> bool:
    """Not `sehr wohl`, `sich wohl fühlen`, `wohl oder übel`, `das Wohl`."""
    if words.word[first][0].isupper() and words.tag[first] == "NN":
        return False
    before = words.lower[max(first - 3, 0) : first]
    return (
        before[-1:] not in (["sehr"], ["zum"], ["am"])
        and _next(words, stop) not in ("oder", "fühlen", "fühlt", "fühlten", "gefühlt")
        and not (_tag(words, stop)[:2] in ("$,", "$.") and any(w.startswith("fühl") for w in before))
    )


def _rather(words: Words, first: int, stop: int) -> bool:
    """`eher` weakens an adjective (`eher skeptisch`); with `als` it compares, before a verb it prefers."""
    return _tag(words, stop) in ("ADJA", "ADJD") and not _COMPARED & set(words.lower[stop : stop + 5])


def _dass_follows(words: Words, stop: int, reach: int = 1, ob: bool = False) -> bool:
    """A clause with dass (or ob, an infinitive) begins within `reach` words."""
    for j in range(stop, min(stop + reach, len(words) - 1)):
        if words.tag[j] == "$,":
            return words.lower[j + 1] in ("dass", "daß") or (ob and words.tag[j + 1] in ("KOUS", "PWAV", "PWS"))
        if words.tag[j] == "$.":
            return False
    return False


def _possible(words: Words, first: int, stop: int) -> bool:
    """`mögliche Fehler`, `es ist möglich, dass`, `hält es für möglich`; not `so viel wie möglich`, `macht möglich`."""
    if negated(words, first):
        return False
    if words.tag[first] == "ADJA":
        noun = words.word[first][0].isupper() and first > words.first[first]  # `alles Mögliche`
        return not noun and _tag(words, first - 1) != "CARD"
    if _next(words, first - 1) in ("für", "durchaus", "gut", "theoretisch", "auch"):
        return True
    return _dass_follows(words, stop, 2) or (first > 0 and _tag(words, first - 1) in ("$.", "$("))


def _predicate(words: Words, first: int, stop: int) -> bool:
    """`ist zu erwarten`, `zu befürchten steht`; not `eine Stelle anzunehmen`."""
    start = first
    while start > max(first - 8, 0) and words.tag[start - 1] not in ("$,", "$."):
        start -= 1
    return not _COPULAS.isdisjoint((*words.lower[start:first], *words.lower[stop : stop + 1]))


def _predicative(words: Words, first: int, stop: int) -> bool:
    """Not before a noun: `die fragliche Sitzung` is the one in question."""
    return words.tag[first] != "ADJA"


def _generally(words: Words, first: int, stop: int) -> bool:
    """Not `der Sport im Allgemeinen`."""
    return _tag(words, first - 1) not in NOUNS


def _imaginable(words: Words, first: int, stop: int) -> bool:
    return (
        not negated(words, first)
        and words.tag[first] in ("ADJA", "ADJD", "ADV")
        and not words.word[first].endswith("st")
    )


def _certain(words: Words, first: int, stop: int) -> bool:
    """`sicher` of certainty: `das wird sicher gut`, `sicher, dass`, `ist sich sicher`; not `ein sicherer Ort`,
    `ist sicher`."""
    if words.tag[first] not in ADVERBIALS:
        return False
    near = words.lower[max(first - 4, 0) : first]
    if any(w.startswith("fühl") for w in near) or "langsam" in near:
        return False
    if _dass_follows(words, stop, 2, ob=True) or "sich" in near or "mir" in near:
        return True
    following = _tag(words, stop)
    if following == "APPR" or following == "APPRART":
        return _tag(words, first - 1) in ("VMFIN", "ADV") or _next(words, first - 1) in ("wird", "werden")
    return following[:1] != "$" and following[:2] not in ("VV", "VA", "VM", "KO") and following != "PTKVZ"


def _clear(words: Words, first: int, stop: int) -> bool:
    """`klar` of certainty: `es ist klar, dass`, `ein klarer Verstoß`, `ganz klar eine Aufgabe`; not `klare Worte`."""
    if words.tag[first] == "ADJA":
        return words.word[stop : stop + 1] != [] and words.word[stop] in _JUDGEMENT
    if words.lower[first] != "klar" or any(
        lemma in ("machen", "stellen") for lemma in words.lemma[max(first - 6, 0) : first]
    ):
        return False
    on_the_hand = words.lower[stop : stop + 3] == ["auf", "der", "hand"]
    return (
        _dass_follows(words, stop, 3) or on_the_hand or _next(words, first - 1) == "ganz" or words.tag[first] == "ADV"
    )


def _judged(words: Words, first: int, stop: int) -> bool:
    """`ist eindeutig`, `ein eindeutiger Beweis`; not `eine eindeutige Nummer`."""
    return words.tag[first] != "ADJA" or (stop < len(words) and words.word[stop] in _JUDGEMENT)


def _announced(words: Words, first: int, stop: int) -> bool:
    """`fest steht, dass`, `fest steht:`; not `der Termin steht fest`."""
    return _dass_follows(words, stop) or _next(words, stop) == ":"


def _convinced(words: Words, first: int, stop: int) -> bool:
    return _dass_follows(words, stop, 2) or words.lower[max(first - 1, 0)] in ("davon", "fest")


def _full_degree(words: Words, first: int, stop: int) -> bool:
    return words.tag[first] in ("ADV", "ADJD") and _tag(words, stop) in _MODIFIED


def _preposition(words: Words, first: int, stop: int) -> bool:
    """`laut Polizei`; not `laut und deutlich`, `sagte laut`, `lauter`."""
    following = _tag(words, stop)
    if words.lower[first] == "gemäß":
        return _next(words, stop).endswith(("angaben", "mitteilung", "bericht", "aussagen", "informationen"))
    return (following in IN_NOUN_PHRASE and _next(words, stop)[:1].isalnum()) or (
        words.tag[first] == "APPR" and following == "$("
    )


def _attribution(words: Words, first: int, stop: int) -> bool:
    """`…, so der Minister.`: after a comma or mark, before a noun phrase, and no verb follows in the clause."""
    if first == 0 or words.lower[first - 1] not in _OPENS:
        return False
    following = _tag(words, stop)
    if following not in IN_NOUN_PHRASE and following not in ("PPER", "PIS"):
        return False
    if _next(words, stop) in (
        "ein",
        "eine",
        "einen",
        "viel",
        "viele",
        "wenig",
        "weit",
        "etwas",
        "manche",
        "mancher",
        "manches",
    ):
        return following == "ART" and words.lower[first - 1] != ","
    for j in range(stop, min(stop + 12, len(words))):
        if (words.tag[j][0] == "$" and words.tag[j] != "$(") or words.lower[j][0] == ".":
            return True
        if words.tag[j] in FINITE or words.lower[j] in ("dass", "daß"):
            return False
    return True


def _wonach(words: Words, first: int, stop: int) -> bool:
    """`Berichte, wonach …`: after a comma and a noun."""
    return first > 1 and words.lower[first - 1] == "," and words.tag[first - 2] in NOUNS


def _seem(words: Words, first: int, stop: int) -> bool:
    """`scheint zu schlafen`, `scheint klar`, `es scheint, als`; not `die Sonne scheint`."""
    if words.tag[first] not in ("VVFIN", "VVINF", "VAFIN"):
        return False
    window = range(stop, min(stop + 18, len(words)))
    for j in window:
        if words.tag[j] == "$.":
            break
        if words.tag[j] in ("PTKZU", "VVIZU", "ADJD", "VVPP") or words.lower[j] in (
            "als",
            "dass",
            "mir",
            "ihm",
            "ihr",
            "uns",
        ):
            return True
    return words.tag[first - 1 : first] in (["VVINF"], ["VAINF"], ["VVIZU"])


def _opinion(words: Words, first: int, stop: int) -> bool:
    """A verb of opinion as the source of a claim: `er glaubt, dass`, `sie hofft zu …`; not `glaubt an`, `meinte er`."""
    lemma, tag = words.lemma[first].lower(), words.tag[first]
    if tag not in ("VVFIN", "VVINF"):
        return False
    past = form(words.lower[first], lemma).tense == "past"
    if lemma == "meinen" and past:
        return False
    for j in range(stop, min(stop + 6, len(words) - 1)):
        if words.tag[j] == "PTKZU" or words.tag[j] == "VVIZU":
            return True
        if words.tag[j] == "$,":
            following = words.lower[j + 1]
            return following in ("dass", "daß") or (
                not past and words.tag[j + 1] in ("ART", "PPER", "NE", "PDS", "NN", "PPOSAT")
            )
        if words.tag[j][0] == "$" or (words.lower[j] in ("an", "auf") and words.tag[j] != "PTKVZ"):
            return False
    return False


def _fear_or_hope(words: Words, first: int, stop: int) -> bool:
    """`hofft, dass es gelingt` claims; `hofft zu gewinnen` wishes."""
    return words.tag[first] in ("VVFIN", "VVINF") and _dass_follows(words, stop, 4)


def _framing(words: Words, first: int, stop: int) -> bool:
    """A noun that frames a claim: `die Vermutung, dass`, `besteht die Möglichkeit, dass`."""
    return words.tag[first] == "NN" and (
        _dass_follows(words, stop, 2)
        or (
            words.lemma[first] in ("Verdacht", "Vermutung")
            and _next(words, stop) == ","
            and _tag(words, stop + 1) in ("PPER", "ART", "NE")
        )
    )


def _weakened(words: Words, first: int, stop: int) -> bool:
    """`würde` that weakens a conclusion: `das würde bedeuten`, `dies würde … erklären`; not in conditionals."""
    if _next(words, first - 1) not in ("das", "dies", "es") and _next(words, stop) not in ("das", "dies"):
        return False
    for j in range(stop, min(stop + 12, len(words))):
        if words.tag[j] in ("$.", "$,"):
            return False
        if words.lower[j] in ("bedeuten", "heißen", "erklären", "nahelegen", "passen", "entsprechen", "sprechen"):
            return True
    return False


def _kind_of(words: Words, first: int, stop: int) -> bool:
    """`eine Art Brücke`; not `eine Art der Gattung Felis`, a species."""
    return _next(words, stop) not in ("der", "des", "dieser")


def _expected(words: Words, first: int, stop: int) -> bool:
    """`rechnen mit einem Anstieg`; not `rechnen mit Brüchen`."""
    return _tag(words, stop) in ("ART", "ADJA", "CARD", "PIAT", "PDAT", "PPOSAT", "ADV")


def _left_open(words: Words, first: int, stop: int) -> bool:
    """`Ob er kommt, ist offen`: as a predicate, with a question beside it."""
    sentence = words.lower[words.first[first] : words.stop[first]]
    asked = not {"ob", "wann", "wie", "wer", "warum", "wohin"}.isdisjoint(sentence)
    return asked and words.tag[first] in ADVERBIALS and not _COPULAS.isdisjoint(words.lower[max(first - 4, 0) : first])


def _not_ruled_out(words: Words, first: int, stop: int) -> bool:
    """`schließt einen Anschlag nicht aus`."""
    return bool(negated(words, first)) or "nicht" in words.lower[stop : stop + 8]


def _informed(words: Words, first: int, stop: int) -> bool:
    """`Nach Informationen der Zeitung`; not `nach Informationen suchte die Polizei`."""
    return _next(words, stop) in ("der", "des", "von", "aus", "dieser", "unserer") or _tag(words, stop) in ("NE", "NN")


def _adverb_not_predicate(words: Words, first: int, stop: int) -> bool:
    """`Das ist natürlich wahr`; not `das Haar wirkt natürlich`."""
    looks = {"wirken", "aussehen", "klingen", "scheinen", "bleiben"}
    final = _tag(words, stop)[:1] == "$"
    return _adverb(words, first, stop) and not (final and not looks.isdisjoint(words.lemma[max(first - 3, 0) : first]))


CONDITIONS: dict[str, Callable[[Words, int, int], bool]] = {
    "adverb": _adverb,
    "adverb_not_predicate": _adverb_not_predicate,
    "expected": _expected,
    "informed": _informed,
    "kind_of": _kind_of,
    "left_open": _left_open,
    "not_ruled_out": _not_ruled_out,
    "announced": _announced,
    "attribution": _attribution,
    "before_amount": _before_amount,
    "before_number": _before_number,
    "before_quantity": _before_quantity,
    "before_time": _before_time,
    "certain": _certain,
    "clear": _clear,
    "convinced": _convinced,
    "degree": _degree,
    "fear_or_hope": _fear_or_hope,
    "framing": _framing,
    "full_degree": _full_degree,
    "generally": _generally,
    "imaginable": _imaginable,
    "opinion": _opinion,
    "judged": _judged,
    "possible": _possible,
    "predicate": _predicate,
    "predicative": _predicative,
    "preposition": _preposition,
    "rather": _rather,
    "seem": _seem,
    "weakened": _weakened,
    "wohl": _wohl,
    "wonach": _wonach,
}
