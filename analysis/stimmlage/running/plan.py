"""What there is to do: the inputs counted and hashed, cut into partitions, so that a run can be resumed."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from importlib.metadata import version
from itertools import islice
from pathlib import Path
from typing import Any

from stimmlage.errors import InputError
from stimmlage.exchange.inputs import Articles, Item, items_of
from stimmlage.exchange.known_rows import people_columns
from stimmlage.exchange.paths import format_name
from stimmlage.exchange.people_file import Person
from stimmlage.measures.measure import Measure
from stimmlage.measures.own_words import WordList

_LARGEST, _SMALLEST, _WANTED = 200, 50, 40  # articles in a partition; partitions


@dataclass(frozen=True, slots=True)
class Plan:
    """The run as it is described in its manifest; equal plans give equal files.

    `metadata` are the columns that came with the input and their types; `formats` counts the files by format, and
    those that were refused.
    """

    format: str
    n_documents: int
    partition_size: int
    metadata: tuple[tuple[str, str], ...]
    inputs: tuple[dict[str, Any], ...]
    options: dict[str, Any]
    versions: dict[str, str]
    measures: tuple[str, ...]
    formats: dict[str, int] = field(default_factory=dict)
    word_lists: tuple[dict[str, str], ...] = ()
    people: tuple[tuple[str, str], ...] = ()

    @property
    def n_partitions(self) -> int:
        """How many partitions the articles are cut into."""
        return -(-self.n_documents // self.partition_size)

    @property
    def extra(self) -> dict[str, tuple[tuple[str, str], ...]]:
        """The columns that tables have beside the kit's own."""
        return {"documents": self.metadata, "speakers": self.people}

    @property
    def key(self) -> str:
        """What must be the same if a run is to be resumed."""
        return hashlib.sha256(json.dumps(asdict(self), sort_keys=True).encode()).hexdigest()

    def described(self) -> dict[str, Any]:
        """The head of the manifest."""
        return {
            "n_documents": self.n_documents,
            "inputs": list(self.inputs),
            "format": self.format,
            "options": self.options,
            "formats": self.formats,
            "measures": [m.partition("(")[0] for m in self.measures],
            **({"word_lists": list(self.word_lists)} if self.word_lists else {}),
            "versions": self.versions,
        }


def make_plan(
    sources: Sequence[Articles],
    format: str,
    measures: Sequence[Measure],
    partition_size: int | None = None,
    people: Sequence[Person] = (),
) -> Plan:
    """Count and hash the inputs, and learn the types of the columns that come with them."""
    counts: list[int] = []
    kinds: dict[str, str] = {}
    formats: Counter[str] = Counter()
    for source in sources:
        n, before = 0, None
        for item in source.items():
            n += 1
            if item.source != before:
                refused = bool(item.problem) and not item.text and item.known is None
                formats["refused" if refused else format_name(item.source)] += 1
                before = item.source
            for name, value in item.extra().items():
                kinds[name] = _common(kinds.get(name), value)
        counts.append(n)
    total = sum(counts)
    if not total:
        raise InputError(
            f"There is no article in {', '.join(s.name for s in sources) or 'nothing'}; give text files or "
            f"tables with rows."
        )
    return Plan(
        format,
        total,
        partition_size or min(_LARGEST, max(_SMALLEST, total // _WANTED)),
        tuple((name, kind or "string") for name, kind in kinds.items()),
        tuple({"name": s.name, "n_documents": n, "sha256": s.sha256()} for s, n in zip(sources, counts, strict=True)),
        {"text_column": sources[0].text_column, "id_column": sources[0].id_column, **_known(people)},
        {name: version(name) for name in ("stimmlage", "HanTa", "textblob-de")},
        tuple(measure.identity() for measure in measures),
        dict(formats),
        tuple(_word_lists(measures)),
        people_columns(people),
    )


def _known(people: Sequence[Person]) -> dict[str, str]:
    """Return the hash of the people that are laid over a run."""
    if not people:
        return {}
    said = json.dumps([(p.id, p.name, p.aliases, p.more) for p in people], sort_keys=True, default=str)
    return {"people": hashlib.sha256(said.encode()).hexdigest()}


def _word_lists(measures: Sequence[Measure]) -> Iterator[dict[str, str]]:
    """Name the word lists of the user's, with their hashes."""
    for measure in measures:
        words, lexicon = getattr(measure, "words", None), getattr(measure, "lexicon", None)
        if isinstance(words, WordList):
            yield {"measure": measure.name, "name": words.name, "sha256": words.sha256}
        if lexicon is not None:
            data = Path(lexicon).read_bytes()
            yield {"measure": measure.name, "name": Path(lexicon).name, "sha256": hashlib.sha256(data).hexdigest()}


def partitions(sources: Sequence[Articles], size: int) -> Iterator[tuple[int, list[Item]]]:
    """Cut the articles into numbered partitions, in their order."""
    items = items_of(sources)
    number = 0
    while part := list(islice(items, size)):
        yield number, part
        number += 1


def _common(kind: str | None, value: Any) -> str:
    """Return the type that holds what was there before and this value, too; empty for nothing yet."""
    if value is None:
        return kind or ""
    own = {bool: "bool", int: "int", float: "float"}.get(type(value), "string")
    if own == "int" and not -(2**63) <= value < 2**63:
        own = "string"  # no column of numbers holds it
    if not kind or kind == own:
        return own
    return "float" if {kind, own} == {"int", "float"} else "string"
