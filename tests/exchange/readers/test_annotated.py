"""Files of annotation tools, for their texts."""

import json
import zipfile

import pytest

from stimmlage.errors import InputError
from stimmlage.exchange.readers.annotated import brat, cas_json, conllu, qdpx, webanno

CONLLU = "# newdoc id = {}\n# text = {}\n1\tDer\tder\tDET\t_\t_\t_\t_\t_\t_\n2\tRat\tRat\tNOUN\t_\t_\t_\t_\t_\t_\n\n"


def texts(articles):
    return [article.text for article in articles]


def test_a_cas_in_json(tmp_path):
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"%FEATURE_STRUCTURES": [{"%TYPE": "uima.cas.Sofa", "sofaString": "Der Rat tagt."}]}))
    assert texts(cas_json(path)) == ["Der Rat tagt."]
    path.write_text(json.dumps({"%FEATURE_STRUCTURES": []}))
    with pytest.raises(InputError, match="without a text"):
        list(cas_json(path))


def test_documents_of_conllu(tmp_path):
    path = tmp_path / "a.conllu"
    path.write_text(CONLLU.format("eins", "Der Rat") + CONLLU.format("zwei", "Der Rat"), "utf-8")
    assert [(a.name, a.text) for a in conllu(path)] == [("eins", "Der Rat"), ("zwei", "Der Rat")]
    path.write_text("# nothing\n", "utf-8")
    with pytest.raises(InputError, match="without a sentence"):
        list(conllu(path))


def test_words_are_put_together_where_no_text_is_given(tmp_path):
    path = tmp_path / "a.conllu"
    rows = [(1, "Der", "_"), (2, "Rat", "SpaceAfter=No"), (3, ".", "_")]
    path.write_text("".join(f"{i}\t{w}\t_\t_\t_\t_\t_\t_\t_\t{m}\n" for i, w, m in rows) + "\n", "utf-8")
    assert texts(conllu(path)) == ["Der Rat."]


def test_webanno(tmp_path):
    path = tmp_path / "a.tsv"
    path.write_text("#FORMAT=WebAnno TSV 3.3\n\n#Text=Der Rat tagt.\n1-1\t0-3\tDer\n\n#Text=Er schweigt.\n", "utf-8")
    assert texts(webanno(path)) == ["Der Rat tagt. Er schweigt."]


def test_brat_needs_its_text(tmp_path):
    (tmp_path / "a.ann").write_text("T1\tX 0 3\tDer")
    with pytest.raises(InputError, match=r"annotates a.txt, which is not there"):
        list(brat(tmp_path / "a.ann"))
    (tmp_path / "a.txt").write_text("Der Rat tagt.")
    assert texts(brat(tmp_path / "a.ann")) == ["Der Rat tagt."]


def test_a_project_holds_one_list_of_texts(tmp_path):
    path = tmp_path / "a.qdpx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("x.txt", "nothing")
    with pytest.raises(InputError, match=r"holds 0 .qde files"):
        list(qdpx(path))
