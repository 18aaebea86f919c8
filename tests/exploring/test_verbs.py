"""What the verbs of exploring share: grouping, and tables that leave."""

import pandas as pd
import pytest

import stimmlage as sl
from stimmlage.errors import OptionError

EVIDENCE = {
    "a": "Lage\n\nDas ist wohl so. „Vielleicht ist es gut, vielleicht nicht“, sagte Anna Berg. Alles wird besser.",
    "b": "Es ist möglicherweise so. „Nein“, sagte Jan Kuhn.",
}


def test_the_section_of_the_paper_can_be_grouped_by():
    table = pd.DataFrame({"text": list(EVIDENCE.values()), "section": ["Politik", "Lokales"]})
    corpus = sl.from_frame(table)
    assert set(corpus.summary(sl.Hedging(), by="documents.section")["documents.section"]) == {"Politik", "Lokales"}


def test_to_writes_a_workbook_or_a_folder(tmp_path):
    corpus = sl.from_texts(EVIDENCE)
    assert corpus.to("xlsx", tmp_path / "c.xlsx").is_file() and corpus.to("csv", tmp_path / "csv").is_dir()
    assert sorted(p.name for p in tmp_path.iterdir()) == ["c.xlsx", "csv"]
    with pytest.raises(OptionError, match="already"):
        corpus.to("xlsx", tmp_path / "c.xlsx")
    with pytest.raises(OptionError, match="one of"):
        corpus.to("ods", tmp_path / "c.ods")
