"""A voice as a text of NLTK."""

import pytest

import stimmlage as sl
from stimmlage.errors import OptionError


def test_a_voice_is_an_nltk_text(corpus, capsys):
    text = corpus.nltk_text(speaker="author")
    text.concordance("Damm")
    assert "Displaying 2 of 2 matches" in capsys.readouterr().out
    sl.from_text("Der alte Damm hält gut. Der alte Zug hält gut. Wir sehen den Damm dort.").nltk_text().similar("Damm")
    assert "zug" in capsys.readouterr().out.lower()
    assert text.vocab()["Zug"] == 2 and corpus.nltk_text(speaker="Anna Berg").count("Damm") == 1


@pytest.mark.parametrize("method", ["collocations", "collocation_list", "generate"])
def test_what_needs_data_says_so(corpus, method):
    with pytest.raises(OptionError) as error:
        getattr(corpus.nltk_text(), method)()
    assert "corpus." in str(error.value) and "\n" not in str(error.value)
