"""A lesson in a notebook: what it shows, its tasks, and the pupil's own text."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from stimmlage.errors import OptionError
from stimmlage.teaching.content import read_content
from stimmlage.teaching.phrases import phrase

if TYPE_CHECKING:  # a workbook opens at once: what reads texts is fetched when a text is read
    from stimmlage.corpus import Corpus
    from stimmlage.display.article import Page
    from stimmlage.teaching.boxes import NameBox, Register, SearchBox, TaskBox, TextBox
    from stimmlage.teaching.showing import Showing
    from stimmlage.teaching.table import Table

_LAYERS = ("voices", "mode", "hedges", "reportive")


class Lesson:
    """One of the six lessons, in German or English: views of an article, tasks that check themselves, boxes for texts.

    Parameters
    ----------
    number : int
        1 to 6.
    language : {"de", "en"}
    article : str or Path, optional
        What the lesson looks at: any file that `sl.read` reads.
    answers : str or Path
        The folder in which each pupil's answers are kept, a file by her name.

    Raises
    ------
    OptionError
        If there is no such lesson.
    MissingFileError
        If there is no such article.

    Examples
    --------
    >>> lesson = Lesson(2, "en")
    >>> print(lesson.look("„Ja“, sagte Anna Berg.", show="quotations"))
        voice   kind reporting word quotation
    Anna Berg direct          sagte      „Ja“
    """

    def __init__(
        self, number: int, language: str = "de", article: str | Path | None = None, answers: str | Path = "answers"
    ) -> None:
        self.content = read_content(number, language)
        self.language = language
        self.corpus: Corpus | None = None
        self._folder = Path(answers)
        self._boxes: Register | None = None
        if article is not None:
            from stimmlage.doors import read

            self.corpus = read(article)

    def show(self, what: str, *arguments: Any) -> Table:
        """Show a table of the article.

        Parameters
        ----------
        what : str
            `facts`, `sections`, `sentences`, `frequent`, `places`, `voices`, `modes`, `quotations`, `cues`, `hedges`,
            `reported_forms` or `certainty`.
        arguments
            What the table asks for: the first and the last sentence, a word, a column.
        """
        return self._showing(self._article()).show(what, *arguments)

    def positions(self, targets: str | Path) -> Table:
        """Show who is for or against what."""
        return self._showing(self._article()).positions(str(targets))

    def page(self, layers: Sequence[str] = _LAYERS) -> Page:
        """Show the article in colour; `layers` are switched on at the start."""
        return self._article().show(language=self.language, layers=layers)

    def look(self, text: str, show: str) -> Table:
        """Show a table of a short text."""
        from stimmlage.doors import from_text

        return self._showing(from_text(text)).show(show)

    def tones(self, *sentences: str) -> Table:
        """Show what the kit and textblob-de make of sentences."""
        from stimmlage.teaching.showing import tones

        return tones(sentences, self.language)

    def draw(self, what: str) -> Any:
        """Draw a chart of the article, `words`, `timeline` or `tone`; return its axes."""
        from stimmlage.teaching.showing import draw

        return draw(self._article(), what, self.language)

    def box(self, layers: Sequence[str] = _LAYERS) -> TextBox:
        """Show a box for a text of one's own, and under it that text in colour."""
        from stimmlage.teaching.boxes import TextBox

        def shown(text: str) -> str:
            from stimmlage.doors import from_text

            return from_text(text).show(language=self.language, layers=layers)._repr_html_()

        return TextBox(self.language, shown)

    def search(self, word: str) -> SearchBox:
        """Show a box for a word, and every place where the article has it."""
        from stimmlage.teaching.boxes import SearchBox

        showing, nothing = self._showing(self._article()), f"<p>{phrase('nothing_found', self.language)}</p>"

        def found(wanted: str) -> str:
            places = showing.places(wanted)
            return places._repr_html_() if len(places.frame) else nothing

        return SearchBox(self.language, found, word)

    def name(self) -> NameBox:
        """Show the box in which a pupil says who she is; from then on her answers are kept."""
        from stimmlage.teaching.boxes import NameBox

        return NameBox(self._register())

    def task(self, name: str) -> TaskBox:
        """Show a task.

        Raises
        ------
        OptionError
            If the lesson has no task of that name.
        """
        from stimmlage.teaching.boxes import TaskBox

        return TaskBox(self.content.task(name), self._register())

    def _article(self) -> Corpus:
        if self.corpus is None:
            raise OptionError(f"Say which article: `Lesson({self.content.number}, {self.language!r}, 'article.txt')`.")
        return self.corpus

    def _showing(self, corpus: Corpus) -> Showing:
        from stimmlage.teaching.showing import Showing

        return Showing(corpus, self.language)

    def _register(self) -> Register:
        from stimmlage.teaching.boxes import Register

        if self._boxes is None:
            self._boxes = Register(self._folder, self.language)
        return self._boxes
