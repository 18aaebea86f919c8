"""One id for one person over many documents: where her full name tells so, and else none."""

from __future__ import annotations

import re

from stimmlage.language.given_names import GIVEN
from stimmlage.speakers.name_forms import TITLES, slug

_INITIAL = re.compile(r"[A-ZÄÖÜ]\.?")


def person_id(name: str, kind: str) -> str:
    """Return the id of a person whose full name is known; empty for all others.

    Parameters
    ----------
    name : str
        The canonical name of a speaker.
    kind : str
        As in the column `kind` of `speakers`.

    Returns
    -------
    str
        The name in ASCII small letters and hyphens, without titles, initials and the office before it. A surname alone
        gives none: two articles' *Müller* need not be one person.

    Examples
    --------
    >>> person_id("Anna B. Berg", "person"), person_id("Apple-Chefin Anna Berg", "person")
    ('anna-berg', 'anna-berg')
    >>> person_id("Müller", "person"), person_id("Deutsche Bank", "organisation")
    ('', '')
    """
    if kind != "person":
        return ""
    words = [word for word in name.split() if word not in TITLES]
    given = next((i for i, word in enumerate(words[:-1]) if _is_given(word)), 0)
    words = [word for i, word in enumerate(words[given:]) if i == 0 or not _INITIAL.fullmatch(word)]
    return slug(" ".join(words)) if len(words) > 1 else ""


def _is_given(word: str) -> bool:
    return word in GIVEN or word.split("-")[0] in GIVEN
