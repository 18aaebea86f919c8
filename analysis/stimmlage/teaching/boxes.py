"""The boxes of the lessons: a name, a task, a text of one's own, a word to search."""

from __future__ import annotations

import html
from collections.abc import Callable
from pathlib import Path
from typing import Any

import ipywidgets as widgets
from traitlets import TraitError

from stimmlage.errors import StimmlageError
from stimmlage.teaching.answers import Answers, answers_of
from stimmlage.teaching.content import Task
from stimmlage.teaching.grading import Verdict, grade
from stimmlage.teaching.markdown import as_html, as_plain
from stimmlage.teaching.phrases import phrase

_TRIES = 2
"""After how many wrong answers the solution can be seen."""
_OPEN = -1
_WIDE = {"width": "100%", "max_width": "46em"}
_STYLE = (
    "<style>.sl-task{max-width:46em;line-height:1.5}.sl-task p{margin:.3em 0}"
    ".sl-text{border-left:3px solid #0072b2;padding:.2em .8em;margin:.5em 0}"
    ".sl-right,.sl-not,.sl-info{border-left:3px solid;padding:.2em .8em;margin:.4em 0;max-width:46em;line-height:1.5}"
    ".sl-right{border-color:#009e73}.sl-not{border-color:#d55e00}.sl-info{border-color:#888}</style>"
)


class Box:
    """Something to fill in; in a page without a running notebook it shows as text."""

    def __init__(self, widget: widgets.Widget, still: str) -> None:
        self.widget = widget
        self.still = still

    def _repr_mimebundle_(self, **kwargs: Any) -> dict[str, Any]:
        """Show the box, and for pages without a kernel what stands in it."""
        bundle = dict(self.widget._repr_mimebundle_(**kwargs) or {})
        return {**bundle, "text/html": self.still, "text/plain": type(self).__name__}


class Register:
    """Who answers, and the boxes that want to know it."""

    def __init__(self, folder: str | Path, language: str) -> None:
        self.folder = Path(folder)
        self.language = language
        self.answers: Answers | None = None
        self.tasks: dict[str, TaskBox] = {}

    def begin(self, name: str) -> str:
        """Take up the answers of a pupil; return what to tell her."""
        try:
            answers = answers_of(name, self.folder)
        except StimmlageError as error:
            key = "damaged" if "holds no answers" in str(error) else "bad_name"
            return phrase(key, self.language, file=self.folder / name.strip())
        said = "taken_up" if answers.tasks else "new_file"
        self.answers = answers
        for box in self.tasks.values():
            box.take_up()
        return phrase(said, self.language, file=answers.file.as_posix(), n=len(answers.tasks))

    def known(self) -> str:
        """The only name in the folder, if there is one only."""
        files = sorted(self.folder.glob("*.json")) if self.folder.is_dir() else []
        if len(files) != 1:
            return ""
        try:
            return answers_of(files[0].stem, self.folder).name
        except StimmlageError:
            return ""

    def keep(self, change: Callable[[Answers], None]) -> str:
        """Take down what was answered; return what to tell of it."""
        if self.answers is None:
            return phrase("not_kept", self.language)
        file = self.answers.file.as_posix()
        try:
            change(self.answers)
        except StimmlageError:
            return phrase("damaged", self.language, file=file)
        except OSError as error:
            return phrase("cannot_write", self.language, file=file, why=error.strerror or error)
        return ""


class NameBox(Box):
    """Where a pupil says who she is."""

    def __init__(self, register: Register) -> None:
        code = register.language
        self.field = widgets.Text(
            value=register.known(),
            description=phrase("name", code),
            style={"description_width": "initial"},
            continuous_update=False,
        )
        self.button = widgets.Button(description=phrase("begin", code), button_style="primary")
        self.said = widgets.HTML()
        self._register = register
        self.button.on_click(lambda _: self._begin())
        self.field.observe(lambda _: self._begin(), names="value")  # Enter in the field
        why = widgets.HTML(f"<p>{html.escape(phrase('name_why', code))}</p>")
        rows = [why, widgets.HBox([self.field, self.button]), self.said]
        super().__init__(widgets.VBox(rows), f"<p>{html.escape(phrase('name', code))}: ____________</p>")
        if self.field.value:
            self._begin()

    def _begin(self) -> None:
        self.said.value = _note(self._register.begin(self.field.value), "info")


class TaskBox(Box):
    """A task with what to fill in, a button that checks it, hint and solution."""

    def __init__(self, task: Task, register: Register) -> None:
        self.task, self._register, self._code = task, register, register.language
        self._wrong = 0
        self.control = _CONTROLS[task.kind](task, self._code)
        label = phrase("check" if task.has_right_answer else "keep", self._code)
        self.button = widgets.Button(description=label, button_style="primary")
        self.reveal = widgets.Button(description=phrase("show_solution", self._code), layout={"display": "none"})
        self.said, self.solution = widgets.HTML(), widgets.HTML()
        self.button.on_click(lambda _: self.check())
        self.reveal.on_click(lambda _: self.show_solution())
        head = widgets.HTML(_STYLE + task_html(task, self._code, with_text=task.kind != "mark"))
        buttons = widgets.HBox([self.button, self.reveal])
        rows = [head, self.control.widget, buttons, self.said, self.solution]
        super().__init__(widgets.VBox(rows, layout=_WIDE), still_task(task, self._code))
        register.tasks[task.id] = self
        self.take_up()

    def take_up(self) -> None:
        """Fill in what the pupil answered before."""
        answers = self._register.answers
        entry = answers.tasks.get(self.task.id) if answers else None
        if entry is None:
            return
        try:
            self.control.put(entry["answer"])
        except (TypeError, ValueError, TraitError):
            return  # an answer of another version of the task
        if entry["right"]:
            self._tell(Verdict(True, phrase("right", self._code)), "")

    def check(self) -> Verdict:
        """Judge what is filled in; say it, and keep it."""
        answer = self.control.get()
        verdict = grade(self.task, answer, self._code)
        kept = self._register.keep(lambda answers: answers.put(self.task.id, answer, verdict.right))
        self._wrong += verdict.right is False
        self._tell(verdict, kept)
        return verdict

    def show_solution(self) -> None:
        """Show the solution."""
        self._register.keep(lambda answers: answers.see_solution(self.task.id))
        said = f"<p><b>{phrase('solution', self._code)}.</b> {as_html(self.task.solution)}</p>"
        self.solution.value = _note(said, "info")
        if self.task.kit:  # the first time this takes a moment
            self.solution.value = _note(said + kit_html(self.task, self._code), "info")

    def _tell(self, verdict: Verdict, kept: str) -> None:
        said = f"<p><b>{html.escape(verdict.said)}</b></p>"
        if verdict.right is False and self.task.hint:
            said += f"<p>{phrase('hint', self._code)}: {as_html(self.task.hint)}</p>"
        if kept:
            said += f"<p>{html.escape(kept)}</p>"
        self.said.value = _note(said, {True: "right", False: "not", None: "info"}[verdict.right])
        if self._wrong >= _TRIES:
            self.control.point_at(verdict.wrong)
        done = verdict.right or (verdict.right is None and verdict.said == phrase("kept", self._code))
        if done and self.task.kind != "label":
            self.show_solution()
        elif self._wrong >= _TRIES:
            self.reveal.layout.display = ""


class TextBox(Box):
    """A box for a text of one's own, and what the kit makes of it."""

    def __init__(self, language: str, show: Callable[[str], str], height: str = "9em") -> None:
        self.field = widgets.Textarea(placeholder=phrase("own_text", language), layout={**_WIDE, "height": height})
        self.button = widgets.Button(description=phrase("look", language), button_style="primary")
        self.shown = widgets.HTML(layout={"width": "100%"})
        self._show, self._language = show, language
        self.button.on_click(lambda _: self.look())
        rows = [self.field, self.button, self.shown]
        still = f"<p>[{html.escape(phrase('own_text', language))}]</p>"
        super().__init__(widgets.VBox(rows, layout={"width": "100%"}), still)

    def look(self) -> None:
        """Show what the kit makes of the text."""
        text = str(self.field.value).strip()
        try:
            shown = self._show(text) if text else _note(phrase("no_text", self._language), "not")
        except StimmlageError as error:
            shown = _note(html.escape(str(error)), "not")
        self.shown.value = shown


class SearchBox(Box):
    """A box for a word, and the places where it stands."""

    def __init__(self, language: str, find: Callable[[str], str], word: str) -> None:
        self.field = widgets.Text(value=word, description=phrase("search_word", language), continuous_update=False)
        self.button = widgets.Button(description=phrase("search", language), button_style="primary")
        self.shown = widgets.HTML(value=find(word), layout={"width": "100%"})
        self._find = find
        self.button.on_click(lambda _: self.look())
        self.field.observe(lambda _: self.look(), names="value")
        rows = [widgets.HBox([self.field, self.button]), self.shown]
        super().__init__(widgets.VBox(rows, layout={"width": "100%"}), self.shown.value)

    def look(self) -> None:
        """Show where the word stands."""
        self.shown.value = self._find(str(self.field.value).strip())


class _Choose:
    def __init__(self, task: Task, _: str) -> None:
        options = [(as_plain(option), place) for place, option in enumerate(task.options)]
        self.widget = widgets.RadioButtons(options=options, value=None, layout={**_WIDE, "width": "max-content"})

    def get(self) -> Any:
        return self.widget.value

    def put(self, answer: Any) -> None:
        self.widget.value = answer

    def point_at(self, wrong: tuple[int, ...]) -> None:
        """An option that is not right needs no mark."""


class _Mark:
    def __init__(self, task: Task, _: str) -> None:
        self.buttons: dict[int, Any] = {}
        shown = []
        for place, word in enumerate(task.words):
            if word.is_word:
                item = widgets.ToggleButton(description=word.text, layout={"width": "auto", "margin": "1px"})
                self.buttons[place] = item
            else:
                item = widgets.HTML(f"<span>{html.escape(word.text)}</span>", layout={"margin": "1px 4px 1px 0"})
            shown.append(item)
        self.widget = widgets.Box(shown, layout={**_WIDE, "flex_flow": "row wrap"})

    def get(self) -> Any:
        return [place for place, button in self.buttons.items() if button.value]

    def put(self, answer: Any) -> None:
        for place, button in self.buttons.items():
            button.value = place in answer

    def point_at(self, wrong: tuple[int, ...]) -> None:
        for place, button in self.buttons.items():
            button.button_style = "warning" if place in wrong else ""


class _Assign:
    def __init__(self, task: Task, code: str) -> None:
        options = [(phrase("choose", code), _OPEN), *((option, place) for place, option in enumerate(task.options))]
        self.menus = [widgets.Dropdown(options=options, value=_OPEN, layout={"width": "16em"}) for _ in task.rows]
        self.marks = [widgets.HTML(layout={"width": "1.5em"}) for _ in task.rows]
        texts = [widgets.HTML(f"<div class=sl-task>{as_html(row)}</div>", layout={"flex": "1"}) for row in task.rows]
        wide = {**_WIDE, "align_items": "center"}
        rows = [
            widgets.HBox([mark, text, menu], layout=wide) for mark, text, menu in zip(self.marks, texts, self.menus)
        ]
        self.widget = widgets.VBox(rows)

    def get(self) -> Any:
        return [None if menu.value == _OPEN else menu.value for menu in self.menus]

    def put(self, answer: Any) -> None:
        for menu, value in zip(self.menus, answer):
            menu.value = _OPEN if value is None else value

    def point_at(self, wrong: tuple[int, ...]) -> None:
        for place, mark in enumerate(self.marks):
            mark.value = "<b>✗</b>" if place in wrong else ""


class _Line:
    def __init__(self, _task: Task, _: str) -> None:
        self.widget = widgets.Text(layout={"width": "10em"})

    def get(self) -> Any:
        return self.widget.value

    def put(self, answer: Any) -> None:
        self.widget.value = str(answer)

    def point_at(self, wrong: tuple[int, ...]) -> None:
        """What is said tells enough."""


class _Area(_Line):
    def __init__(self, _task: Task, _: str) -> None:
        self.widget = widgets.Textarea(layout={**_WIDE, "height": "7em"})


_CONTROLS: dict[str, Callable[[Task, str], Any]] = {
    "choose": _Choose,
    "mark": _Mark,
    "assign": _Assign,
    "number": _Line,
    "compose": _Area,
    "write": _Area,
    "label": _Assign,
}


def task_html(task: Task, code: str, with_text: bool = True) -> str:
    """Return the head of a task: its title, what is asked, the text."""
    minutes = phrase("minutes", code, n=task.minutes)
    text = f"<div class=sl-text lang=de>{as_html(task.plain)}</div>" if task.text and with_text else ""
    return f"<div class=sl-task>{as_html(task.question)} <small>({html.escape(minutes)})</small>{text}</div>"


def still_task(task: Task, code: str) -> str:
    """Return a task as text, for paper and pages."""
    listed = task.rows or task.options
    items = "".join(f"<li>{as_html(item)}</li>" for item in listed)
    options = f"<p>({html.escape(' · '.join(task.options))})</p>" if task.rows else ""
    return _STYLE + task_html(task, code) + (f"<ol>{items}</ol>" if items else "") + options


def kit_html(task: Task, code: str) -> str:
    """Return what the kit finds in the text of a task now."""
    from stimmlage.teaching.kit_reading import in_words, reading_of

    readings = [in_words(reading_of(task.plain, what), code) for what in task.kit or ()]
    return "".join(f"<p>{phrase('kit_finds', code)}: {html.escape(reading)}</p>" for reading in readings)


def _note(text: str, kind: str) -> str:
    return f"{_STYLE}<div class='sl-{kind}' role=status>{text}</div>"
