"""Closed classes of words: articles, pronouns, conjunctions and the like, each class whole and in one place.

A rule that asks for the genitive of an article asks `determiners("genitive")`, and gets all of them: words of a closed
class are never listed by the rule that needs them. All words are in small letters.

Source: Duden. Die Grammatik (2022); Zifonun, Hoffmann & Strecker (1997), Grammatik der deutschen Sprache.
"""

from __future__ import annotations

_GENDERS = ("m", "f", "n", "p")
"""Masculine, feminine, neuter, plural: the order of the forms below."""
_DEFINITE = {
    "nominative": ("der", "die", "das", "die"),
    "accusative": ("den", "die", "das", "die"),
    "dative": ("dem", "der", "dem", "den"),
    "genitive": ("des", "der", "des", "der"),
}
_STRONG = {
    "nominative": ("er", "e", "es", "e"),
    "accusative": ("en", "e", "es", "e"),
    "dative": ("em", "er", "em", "en"),
    "genitive": ("es", "er", "es", "er"),
}
_BARE = {("nominative", "m"), ("nominative", "n"), ("accusative", "n")}
"""Where *ein* and its kind have no ending."""
_LIKE_DIESER = ("dies", "jen", "jed", "welch", "solch", "manch", "all")
_LIKE_EIN = ("ein", "kein", "mein", "dein", "sein", "ihr", "unser", "euer")
_PLURAL_ONLY = ("einig", "mehrer", "beid", "viel", "wenig")
_SINGULAR_ONLY = ("ein", "jed")
_SHORTENED = {"unser": ("unser", "unsr"), "euer": ("eur",)}
"""The stems before an ending: *unsere* and *unsre*, *eure*."""


def _declined(stem: str, case: str, gender: str) -> set[str]:
    if stem in _LIKE_EIN and (case, gender) in _BARE:
        return {stem}
    if stem in (_SINGULAR_ONLY if gender == "p" else _PLURAL_ONLY):
        return set()
    return {short + _STRONG[case][_GENDERS.index(gender)] for short in _SHORTENED.get(stem, (stem,))}


def determiners(case: str = "", genders: str = "mfnp") -> frozenset[str]:
    """Return the articles and other words that open a noun phrase and are declined, in a case.

    Parameters
    ----------
    case
        `nominative`, `accusative`, `dative` or `genitive`; any when empty.
    genders
        Those that count: m, f, n, and p for the plural.

    Examples
    --------
    >>> sorted(w for w in determiners("genitive", "f") if w[0] == "d")
    ['deiner', 'der', 'dieser']
    >>> "kein" in determiners("nominative", "m"), "keinen" in determiners("nominative")
    (True, False)
    """
    cases = (case,) if case else tuple(_STRONG)
    forms = {_DEFINITE[c][_GENDERS.index(g)] for c in cases for g in genders}
    stems = (*_LIKE_DIESER, *_LIKE_EIN, *_PLURAL_ONLY)
    return frozenset(forms.union(*(_declined(stem, c, g) for stem in stems for c in cases for g in genders)))


def forms_of(*stems: str) -> frozenset[str]:
    """Return the forms of determiners by their stems: `forms_of("dies", "jen")`.

    Examples
    --------
    >>> sorted(forms_of("kein"))
    ['kein', 'keine', 'keinem', 'keinen', 'keiner', 'keines']
    """
    return frozenset().union(*(_declined(stem, case, g) for stem in stems for case in _STRONG for g in _GENDERS))


DEFINITE_ARTICLES = frozenset(form for forms in _DEFINITE.values() for form in forms)
INDEFINITE_ARTICLES = forms_of("ein")
NEGATIVE_ARTICLES = forms_of("kein")
DEMONSTRATIVES = forms_of("dies", "jen") | {"dies"}
CONTRACTIONS = frozenset(
    "am ans aufs beim durchs fürs hinterm hinters im ins ums unterm unters vom vorm vors zum zur überm übers".split()
)
"""Prepositions with an article in them."""
GENITIVES = determiners("genitive") | {"deren", "dessen", "zweier", "dreier"}
"""What can open an attribute in the genitive: *die Sprecherin der Stadt*."""
OBLIQUE = frozenset(form for form in determiners() - determiners("nominative") if not form.endswith("er"))
"""Articles that no subject has; *einer* and *keiner*, pronouns of the nominative too, are not among them."""

NOMINATIVE_PRONOUNS = frozenset({"ich", "du", "er", "wir", "man", "wer"})
"""Pronouns that are subjects only; *sie*, *es* and *ihr* can be more."""
SUBJECT_PRONOUNS = NOMINATIVE_PRONOUNS | {"sie", "es", "ihr"}
ACCUSATIVE_PRONOUNS = frozenset({"mich", "dich", "ihn", "sie", "es", "uns", "euch"})
DATIVE_PRONOUNS = frozenset({"mir", "dir", "ihm", "ihr", "uns", "euch", "ihnen"})
OBLIQUE_PRONOUNS = (ACCUSATIVE_PRONOUNS | DATIVE_PRONOUNS | {"sich"}) - SUBJECT_PRONOUNS
FIRST_PERSON_PRONOUNS = frozenset({"ich", "mir", "mich", "wir", "uns"})
FIRST_PERSON = FIRST_PERSON_PRONOUNS | forms_of("mein", "unser")
RELATIVE_PRONOUNS = frozenset({"der", "die", "das", "den", "dem", "deren", "dessen", "denen"})

_PREPOSITIONS = "an auf aus bei durch für gegen hinter in mit nach über um unter von vor zu".split()


def pronominal_adverbs(first: str) -> frozenset[str]:
    """Return the adverbs of a preposition and `da`, `hier` or `wo`.

    Examples
    --------
    >>> {"dafür", "daran"} <= pronominal_adverbs("da"), "worin" in pronominal_adverbs("wo")
    (True, True)
    >>> "hieran" in pronominal_adverbs("hier")
    True
    """
    link = "" if first == "hier" else "r"
    return frozenset(first + (link if p[0] in "aiuü" else "") + p for p in _PREPOSITIONS)


VERBAL_PREPOSITIONS = frozenset("ab an auf aus bei durch mit nach über um unter vor zu".split())
"""Prepositions that are also prefixes of verbs, and then stand at the end of a main clause."""
AGENT_PREPOSITIONS = frozenset({"von", "vom", "durch", "seitens", "vonseiten"})
"""What names who did something, or whose it is."""
NAME_LINKS = frozenset({"von", "vom", "zu", "zum", "zur", "der", "den"})
"""Small words within German names: *Anna von der Au*, *Karl zu Berg*."""

COORDINATORS = frozenset({"und", "oder", "sowie", "beziehungsweise", "bzw."})
ADVERSATIVES = frozenset({"aber", "allerdings", "dennoch", "doch", "gleichwohl", "jedoch", "trotzdem"})
COMPLEMENTISERS = frozenset({"dass", "daß", "ob"})
CONDITIONALS = frozenset({"wenn", "falls", "sofern", "soweit", "solange"})
FOCUS_PARTICLES = frozenset({"auch", "selbst", "sogar"})

SENTENCE_ENDS = frozenset({".", "!", "?", "…", "..."})
DASHES = frozenset({"–", "—", "-"})
QUOTATION_MARKS = frozenset("„“”»«‚‘’›‹\"'")

WEEKDAYS = frozenset("montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag".split())
MONTHS = frozenset(
    "januar jänner februar feber märz april mai juni juli august september oktober november dezember".split()
)
