"""The verbs of exploring, as methods of a corpus: each gives a tidy table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import pandas as pd

from stimmlage.errors import OptionError

if TYPE_CHECKING:
    from stimmlage.exploring.nltk_text import VoiceText

Chosen = str | Sequence[str] | None


class Explored:
    """What can be explored; `_table` gives a table of the corpus by its name.

    Words are those of the running text. `speaker` and `section` choose voices (`"author"` is the author) and sections
    by their headings; `by` names columns of documents, sections, speakers or passages.
    """

    def _table(self, name: str) -> pd.DataFrame:
        raise NotImplementedError

    def _words(self, of: str, content: bool, by: str | Sequence[str], speaker: Chosen, section: Chosen) -> pd.DataFrame:
        from stimmlage.exploring.words import columns_of, counted_words, words_of

        return counted_words(words_of(self._table, columns_of(by), speaker, section), of, content)

    def kwic(
        self,
        pattern: str,
        kind: str = "wildcard",
        window: int = 8,
        by: str | Sequence[str] = (),
        speaker: Chosen = None,
        section: Chosen = None,
        headings: bool = False,
    ) -> pd.DataFrame:
        """Find every place of a word or phrase, with its context and its voice.

        Parameters
        ----------
        pattern : str
            One word or several: with `*` and `?` (`wildcard`), base forms (`lemma`), or a regular expression for each
            word (`regex`).
        window : int
            Words of context on each side.
        by : str or list of str
            Columns to add, such as `"outlet"`.
        headings : bool
            Whether titles and headings are searched, too.

        Returns
        -------
        DataFrame
            `left`, `keyword`, `right`, the columns of `by`, `speaker`, `section`, `doc_id`, `sentence_id`, `start`,
            `end`: `text[start:end]` is the keyword.

        Raises
        ------
        OptionError
            If the pattern is empty or no regular expression, or there is no such column, voice or section.

        Examples
        --------
        >>> import stimmlage as sl
        >>> corpus = sl.from_text("Der Frieden hält. „Das Friedensangebot gilt“, sagte Anna Berg.")
        >>> corpus.kwic("Frieden*")[["keyword", "speaker"]].values.tolist()
        [['Frieden', 'author'], ['Friedensangebot', 'Anna Berg']]
        """
        from stimmlage.exploring.kwic import kwic
        from stimmlage.exploring.words import columns_of, words_of

        tokens = words_of(self._table, columns_of(by), speaker, section, headings)
        return kwic(tokens, self._table("documents").set_index("doc_id")["text"], pattern, kind, window)

    def frequencies(
        self,
        by: str | Sequence[str] = (),
        of: str = "lemma",
        content: bool = True,
        least: int = 1,
        speaker: Chosen = None,
        section: Chosen = None,
    ) -> pd.DataFrame:
        """Count words, the most frequent first; `content` takes nouns, names, adjectives and full verbs only.

        Returns
        -------
        DataFrame
            The columns of `by`, `item`, `n`, `per_thousand`, `n_documents`, `n_speakers`.

        Examples
        --------
        >>> import stimmlage as sl
        >>> sl.from_text("Der Plan ist gut. Die Pläne sind alt.").frequencies()[["item", "n"]].values.tolist()[0]
        ['Plan', 2]
        """
        from stimmlage.exploring.frequencies import frequencies
        from stimmlage.exploring.words import columns_of

        return frequencies(self._words(of, content, by, speaker, section), columns_of(by), least)

    def ngrams(
        self,
        n: int = 2,
        by: str | Sequence[str] = (),
        of: str = "word",
        least: int = 2,
        speaker: Chosen = None,
        section: Chosen = None,
    ) -> pd.DataFrame:
        """Count sequences of n words; each lies in one sentence of one voice.

        Returns
        -------
        DataFrame
            The columns of `by`, `item`, `n`, `per_thousand`.
        """
        from stimmlage.exploring.frequencies import sequences
        from stimmlage.exploring.words import columns_of

        return sequences(self._words(of, False, by, speaker, section), n, columns_of(by), least)

    def keyness(
        self,
        target: Mapping[str, str | Sequence[str]],
        reference: Mapping[str, str | Sequence[str]] | None = None,
        of: str = "lemma",
        content: bool = True,
        least: int = 3,
        alpha: float = 0.05,
    ) -> pd.DataFrame:
        """Find the words that one part of the corpus uses more, or less, than another.

        Parameters
        ----------
        target, reference : mapping
            Column to value or values, such as `{"outlet": "A"}` or `{"speaker": "author"}`; the reference is by
            default all the rest.
        of : {'lemma', 'word', 'tag'}
            What is counted.
        least : int
            How often an item must be in both together.
        alpha : float
            Of the interval, and over all items for the conservative log ratio.

        Returns
        -------
        DataFrame
            A row per item: counts and rates, `log_ratio` with `low` and `high`, `conservative` (the limit nearer to
            0, corrected for all items of the table: sort by this), `log_likelihood`, and how it is spread over
            documents and speakers of the target.

        Raises
        ------
        OptionError
            If a column or value is not there, or target or reference hold no word, or share one.

        Examples
        --------
        >>> import stimmlage as sl
        >>> corpus = sl.from_texts({"a": "Der Damm hält. Der Damm ist dicht.", "b": "Der Zug fährt. Der Zug ist voll."})
        >>> corpus.keyness({"doc_id": "a"}, least=2)[["item", "n", "n_reference"]].values.tolist()
        [['Damm', 2, 0], ['Zug', 0, 2]]
        """
        from stimmlage.exploring.keyness import keyness

        columns = list(dict.fromkeys([*target, *(reference or {})]))
        if not target:
            raise OptionError("`target` names no column; give for example {'outlet': 'A'}.")
        words = self._words(of, content, [c for c in columns if c not in ("speaker", "section")], None, None)
        own = _where(words, target)
        other = ~own if reference is None else _where(words, reference)
        if (own & other).any():
            raise OptionError(
                f"Target and reference share {int((own & other).sum())} words; give parts that do not overlap."
            )
        return keyness(words[own | other], own[own | other], least, alpha)

    def collocations(
        self,
        node: str,
        window: int = 5,
        of: str = "lemma",
        content: bool = True,
        least: int = 2,
        speaker: Chosen = None,
        section: Chosen = None,
    ) -> pd.DataFrame:
        """List what stands near a word; windows end where the sentence or the voice does.

        Returns
        -------
        DataFrame
            `node`, `collocate`, `n`, `n_expected`, `log_dice`, `log_likelihood`, `t`, `pmi`, the highest `log_dice`
            first.
        """
        from stimmlage.exploring.collocations import collocations

        return collocations(self._words(of, content, (), speaker, section), node, window, least)

    def dispersion(
        self, items: str | Sequence[str], of: str = "lemma", speaker: Chosen = None, section: Chosen = None
    ) -> pd.DataFrame:
        """Tell how evenly words are spread over the documents.

        Returns
        -------
        DataFrame
            `item`, `n`, `range`, `n_documents`, `dp` (0 even, near 1 all in one short document), `n_speakers`.
        """
        from stimmlage.exploring.dispersion import dispersion
        from stimmlage.exploring.words import columns_of

        return dispersion(self._words(of, False, (), speaker, section), columns_of(items))

    def word_places(
        self, items: str | Sequence[str], of: str = "lemma", speaker: Chosen = None, section: Chosen = None
    ) -> pd.DataFrame:
        """Tell where in each document words stand, for `sl.charts.dispersion`.

        Returns
        -------
        DataFrame
            A row per place: `item`, `doc_id`, `at` (0 the first word of the document, 1 the last), `speaker`.
        """
        from stimmlage.exploring.dispersion import places_of
        from stimmlage.exploring.words import columns_of

        return places_of(self._words(of, False, (), speaker, section), columns_of(items))

    def readability(self, by: str | Sequence[str] = "doc_id") -> pd.DataFrame:
        """Measure readability by LIX, Wiener Sachtextformel and Flesch-Amstad.

        Returns
        -------
        DataFrame
            The columns of `by`, what the formulas go by, `lix`, `wstf` (school grades), `flesch_amstad` (0 hard to
            100 easy); below ten sentences no formula, and `note` says so.
        """
        from stimmlage.exploring.readability import readability
        from stimmlage.exploring.words import columns_of

        groups = columns_of(by)
        more = [name for name in groups if name not in ("doc_id", "speaker", "section")]
        return readability(self._words("word", False, more, None, None), groups)

    def duplicates(self, least: float = 0.5) -> pd.DataFrame:
        """Find pairs of documents that share much of their wording: one article twice, an agency text in two outlets.

        Parameters
        ----------
        least : float
            The smallest share of the shorter document's sequences of five words that is listed.

        Returns
        -------
        DataFrame
            `doc_id`, `other`, `shared`, `resemblance`, `containment`, `cluster`. To count each text once:
            `corpus[~corpus.documents["doc_id"].isin(corpus.duplicates()["other"])]`.

        Examples
        --------
        >>> import stimmlage as sl
        >>> text = "Der Rat tagt heute in Lunden. Er berät über den neuen Damm an der See."
        >>> corpus = sl.from_texts({"a": text, "b": text + " Das Wetter ist gut.", "c": "Es regnet."})
        >>> corpus.duplicates()[["doc_id", "other", "containment"]].values.tolist()
        [['a', 'b', 1.0]]
        """
        from stimmlage.exploring.duplicates import duplicates

        return duplicates(self._words("word", False, (), None, None), least)

    def nltk_text(self, speaker: Chosen = None, section: Chosen = None) -> VoiceText:
        """Return the words of a voice or a section as an `nltk.Text`.

        `concordance`, `similar`, `common_contexts` and `dispersion_plot` work as in the NLTK book.

        Examples
        --------
        >>> import stimmlage as sl
        >>> sl.from_text("„Der Plan ist gut“, sagte Anna Berg.").nltk_text(speaker="Anna Berg").count("Plan")
        1
        """
        from stimmlage.exploring.nltk_text import VoiceText
        from stimmlage.exploring.words import words_of

        tokens = words_of(self._table, (), speaker, section)
        name = ", ".join(str(part) for part in (speaker, section) if part) or "corpus"
        return VoiceText(tokens["word"].tolist(), name)

    def voices(self, by: str | Sequence[str] = (), each: bool = False, level: float = 0.95) -> pd.DataFrame:
        """Count the voices: how many, how evenly they are heard, who they are, and how they are given.

        Parameters
        ----------
        by : str or list of str
            Columns of `documents` (and `year`, `month`, `week`) that make groups of articles; none for the whole.
        each : bool
            Whether the voices themselves are listed, the loudest first.
        level : float
            What the intervals cover.

        Returns
        -------
        DataFrame
            A row per group and figure with `estimate`, `low`, `high`, `n_documents`, `n_voices`, `n_words` and
            `note`; with `each`, a row per group and voice. Shares are from 0 to 1; intervals are over articles and
            need five of them. What each figure is, is told in docs/voices.md.

        Raises
        ------
        OptionError
            If a column is none of `documents`.

        Examples
        --------
        >>> import stimmlage as sl
        >>> corpus = sl.from_text("„Ja“, sagte Ministerin Anna Berg. „Nein, nie“, sagte Karl Zander.")
        >>> corpus.voices(each=True)[["speaker", "gender", "n_words", "n_first"]].values.tolist()
        [['Karl Zander', 'not marked', 2, 0], ['Anna Berg', 'female', 1, 1]]
        """
        from stimmlage.exploring.voices import check_groups, each_voice, heard_voices, voices
        from stimmlage.exploring.words import columns_of
        from stimmlage.statistics.groups import dated

        by = columns_of(by)
        documents = dated(self._table("documents"))
        check_groups(by, documents)
        heard = heard_voices(*map(self._table, ("passages", "tokens", "speakers", "quotations")))
        heard = heard.merge(
            documents[list(dict.fromkeys(["doc_id", *by]))], on="doc_id", how="left", validate="many_to_one"
        )
        return each_voice(heard, by) if each else voices(heard, by, level)


def _where(words: pd.DataFrame, chosen: Mapping[str, str | Sequence[str]]) -> pd.Series:
    """Return which words are meant."""
    found = pd.Series(True, index=words.index)
    for column, values in chosen.items():
        wanted = [values] if isinstance(values, str) or not isinstance(values, Sequence) else list(values)
        if missing := [value for value in wanted if value not in set(words[column])]:
            there = ", ".join(map(repr, list(dict.fromkeys(words[column]))[:6]))
            raise OptionError(f"No words with {column!r} {missing[0]!r}; there are {there} …")
        found &= words[column].isin(wanted)
    return found
