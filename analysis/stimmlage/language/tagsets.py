"""Named sets of part-of-speech tags (STTS), so that a rule says what it means and all rules mean the same.

Source: Schiller, Teufel, Stöckert & Thielen (1999), Guidelines für das Tagging deutscher Textcorpora mit STTS.
"""

from __future__ import annotations

FINITE = frozenset({"VVFIN", "VAFIN", "VMFIN"})
"""Finite verbs of statements and questions: full verbs, auxiliaries, modals."""
IMPERATIVES = frozenset({"VVIMP", "VAIMP"})
CLAUSAL = FINITE | IMPERATIVES
"""Verb forms that carry a clause."""
PARTICIPLES = frozenset({"VVPP", "VAPP", "VMPP"})
INFINITIVES = frozenset({"VVINF", "VAINF", "VMINF"})
NON_FINITE = PARTICIPLES | INFINITIVES | {"VVIZU"}
"""Verb forms at the end of a clause that has its finite verb elsewhere."""

NOUNS = frozenset({"NN", "NE"})
"""Nouns and names."""
NOMINALS = NOUNS | {"FM", "TRUNC", "XY"}
"""What the head of a noun phrase can be tagged as: foreign words, first parts of compounds and signs, too."""
ARTICLES = frozenset({"ART", "PPOSAT", "PDAT", "PIAT"})
"""What opens a noun phrase and agrees with its noun."""
PRENOMINAL = ARTICLES | {"ADJA", "CARD", "TRUNC"}
"""What can stand in a noun phrase before its noun."""
IN_NOUN_PHRASE = PRENOMINAL | NOMINALS
SUBSTITUTING = frozenset({"PPER", "PIS", "PDS"})
"""Pronouns that stand for a noun phrase, as the guidelines call them."""
ADVERBIALS = frozenset({"ADV", "ADJD", "PROAV", "PTKA"})
"""Adverbs, and what stands where adverbs stand."""
PREPOSITIONS = frozenset({"APPR", "APPRART"})

RELATIVES = frozenset({"PRELS", "PRELAT"})
QUESTION_WORDS = frozenset({"PWS", "PWAT", "PWAV"})
