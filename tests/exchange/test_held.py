"""What is read off single lines of files, of manifests, and of people over a corpus: held as text."""

from __future__ import annotations

import json

import pandas as pd
import pytest
from tests.held import held

import stimmlage as sl
from stimmlage.errors import OptionError
from stimmlage.exchange.article import imprint_of, is_cut_off, names_of
from stimmlage.exchange.choosing import chosen_where
from stimmlage.exchange.formats import _json_float
from stimmlage.exchange.manifest import MANIFEST, read_manifest
from stimmlage.exchange.people import write_people

IMPRINTS = """
Lundener Bote · Dienstag, 2. März 2021 · LOKALES · S. 9
Lundener Bote | 2. März 2021 | Nr. 51
Lundener Bote, 02.03.2021, Seite A4
Lundener Bote – Ausgabe 3 – 2. März 2021
Lundener Bote - S. 7
Lundener Bote; Page 12, Politik; Kultur
Lundener Bote · Politik · Kultur · Sport · S. 4
Bote, Di., 2. März 2021, 10:15 Uhr
Bote, 2. März 2021.
Bote 2. März 2021
2. März 2021, S. 4
Bote, Lokales
bote, 2. März 2021
Bote, der beste in der ganzen Stadt, 2. März 2021
Bote, der beste, 2. März 2021
Jg. 12, Bote, S. 4
Heft 3, Bote, S. 4 und 5
Am 2. März 2021 tagte der Rat, und er beschloss nichts
""".strip().split("\n")
IMPRINTS += [
    "Bote, " + "Lunden " * 20 + ", 2. März 2021",
    "Bote, 2. März 2021" + " " * 300,
    "Bote," + " " * 104 + "2. März 2021",
]
NAMES = """
Von Anna Berg und JAN KUHN, dpa
von Anna Berg
By Anna Berg and Jan Kuhn
Autorin: Anna Berg (Berlin)
Autoren: Anna Berg / Jan Kuhn
Text: Anna Berg; Jan Kuhn | Ina Voss & Eva Stein
Anna
Anna Maria von der Berg zu Tal
Anna Maria von der Berg zu Tal Ost
Anna Berg, Anna Berg
Anna BERG
Anna NDR
ANNA BERG
Redaktion Bote
Bote Online
Anna Berg anna@bote.de
https://bote.de anna berg
Lundener Bote
Der Lundener Bote
Bote Lunden
""".strip().split("\n")
ENDS = [
    "Der Rat von Lunden stritt am Abend lange über den neuen Damm und vertagte dann den…",
    "Der Rat von Lunden stritt am Abend lange über den neuen Damm und vertagte dann den ...",
    "Der Rat von Lunden stritt am Abend lange über den neuen Damm und vertagte dann den [...]",
    "Der Rat von Lunden stritt am Abend lange über den neuen Damm und vertagte dann den [ … ]",
    "Der Rat von Lunden stritt am Abend lange über den neuen Damm und vertagte dann den. …",
    "Der Rat von Lunden stritt am Abend lange über den neuen Damm und vertagte dann den Bau.",
    "Der Rat stritt…",
]


def test_single_lines():
    found = [f"{line[:60]} ({len(line)}) → {json.dumps(imprint_of(line), ensure_ascii=False)}" for line in IMPRINTS]
    found += [f"{line} → {names_of(line, 'Lundener Bote')} / {names_of(line)}" for line in NAMES]
    found += [f"{line} → {is_cut_off(line)}" for line in ENDS]
    held("read/lines", "\n".join(found) + "\n")


def test_a_condition_without_words_of_its_own(monkeypatch):
    class Odd(pd.DataFrame):
        def query(self, *_, **__):
            raise ZeroDivisionError

    monkeypatch.setattr("stimmlage.exchange.choosing.dated", Odd)
    with pytest.raises(OptionError, match=r"cannot be read \(ZeroDivisionError\); `documents` has \['doc_id'\]"):
        chosen_where("doc_id == 'a'", pd.DataFrame({"doc_id": ["a"]}))


def test_numbers_that_json_has_no_word_for():
    assert [_json_float(x) for x in (None, float("nan"), float("inf"), -0.5)] == ["null", "null", "null", "-0.5"]


@pytest.mark.parametrize(
    "content",
    [
        '{"rows": {}, "format": "csv", "versions": {"pandas": "1"}}',
        '{"rows": [], "format": "csv", "versions": {"stimmlage": "1"}}',
        '{"rows": {}, "format": 3, "versions": {"stimmlage": "1"}}',
        '{"rows": {}, "versions": {"stimmlage": "1"}}',
        "[]",
        "{",
        "[" * 100_000,
    ],
)
def test_a_manifest_of_another_is_none(tmp_path, content):
    (tmp_path / MANIFEST).write_text(content)
    assert read_manifest(tmp_path) is None


PEOPLE = {
    "a": "„Ja“, sagte Ministerin Anna Berg. „Es bleibt wohl so“, sagte Berg. Kim Lund schwieg. „Gut“, rief Herr Kim Lund.",
    "b": "„Nein“, sagte Berg. „Doch“, sagte Frau Kim Lund.",
    "c": "„Vielleicht“, meinte der Arzt Karl Zander. „Nie“, sagte Anna.",
    "d": "„Nie“, meinte Zander. „Bald“, sagte Kanzler Zander.",
    "e": "„Immer“, meinte Eva Zander, die Leiterin der Schule von Lunden. „Ja“, sagte Anna Berg aus Kiel.",
    "f": "„Gut“, meinte Lohse. „Gut“, sagte Frau Zander.",
}


def test_people_over_a_corpus(tmp_path):
    corpus = sl.from_texts(PEOPLE)
    people = corpus.people()
    path = tmp_path / "people.toml"
    write_people(people, str(path))
    again = corpus.with_people(path).speakers
    parts = [people.to_csv(index=False), path.read_text("utf-8"), again.drop(columns="speaker_id").to_csv(index=False)]
    held("read/people", "\n\n".join(parts))
