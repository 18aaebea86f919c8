"""What is doubtful about a text as a whole is said in its `problem`."""

import pytest

import stimmlage as sl
from stimmlage.reading.doubts import doubts_of, language_of

GERMAN = "Der Rat von Lunden hat am Montag beschlossen, dass die Brücke über den Fluss im Mai neu gebaut wird. "
ENGLISH = "The council of the town met on Monday and decided that the old bridge over the river will be built anew. "
SWISS = (
    "Der Stadtrat het hüt beschlosse, dass d Brugg bi de Schuel im Mai abgrisse und neu baut wird, wie er gseit het. "
)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (GERMAN, "de"),
        (ENGLISH, "en"),
        ("Le conseil de la ville a décidé lundi de construire un nouveau pont sur la rivière au mois de mai. ", "fr"),
        ("De gemeenteraad heeft maandag besloten dat de oude brug over de rivier in mei wordt vervangen. ", "nl"),
        (SWISS, "de"),
        ("Hello world", "de"),
        ("Hafen Lunden Kai Schiff Kran Damm Deich Meer Wind Sturm Regen Schnee Eis", "de"),
    ],
)
def test_language(text, language):
    assert language_of(text) == language


def test_a_long_text_is_read_in_two_places():
    assert language_of(GERMAN * 20 + ENGLISH * 2) == "de"
    assert language_of("Zeile. " * 3 + ENGLISH * 40) == "en"


@pytest.mark.parametrize(
    ("text", "doubts"),
    [
        (GERMAN, []),
        ("FÃ¼r die BrÃ¼cke gibt es Geld.", ["decoded wrongly (Ã¼ …): save the file as UTF-8"]),
        ("Das Ã ist ein Buchstabe.", []),
        ("Wir warten, sagte Berg. Ich gehe, sagte Kern.", ["quotation marks seem to be lost"]),
        ("„Wir warten“, sagte Berg. „Ich gehe“, sagte Kern.", []),
        ("Es regne, sagte Berg. Es schneie, sagte Kern.", []),
        ("Wir warten, sagte Berg.", []),
        ("<p>Der Rat tagt.</p>" * 12, ["a page of markup: save its text alone"]),
        ("Der <b>Rat</b> tagt.", []),
    ],
)
def test_doubts(text, doubts):
    assert doubts_of(text, text) == doubts


def test_a_doubtful_document_is_analysed_and_says_so(tmp_path):
    (tmp_path / "a.txt").write_text(ENGLISH, "utf-8")
    (tmp_path / "b.txt").write_text(GERMAN, "utf-8")
    documents = sl.read([tmp_path]).documents
    assert documents["language"].tolist() == ["en", "de"]
    assert documents["problem"].tolist() == ["not German but en: the rules and lists are for German only", ""]


def test_a_pasted_text_is_read_as_a_file_is(tmp_path):
    text = "Streit um den Hafen\n\nVon Anna Berg\n\nLunden – Der Rat hat am Montag den neuen Ha-\nfen beschlossen, sagte Kern. Gebaut wird er\nab Mai, wenn das Land zahlt.\n"
    (tmp_path / "text.txt").write_text(text, "utf-8")
    read, pasted = sl.read([tmp_path / "text.txt"]), sl.from_text(text)
    for name in ("sections", "sentences", "furniture", "quotations", "passages", "speakers"):
        assert getattr(read, name).equals(getattr(pasted, name)), name
    assert sl.from_text(text, layout=False).documents["text"].tolist() == [text]
