"""The notebooks of the lessons out of their contents: lesson, tasks, solutions, teacher's page, in two languages.

python -m stimmlage.teaching.making notebooks/teaching
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import nbformat

from stimmlage.exchange.files import write_whole
from stimmlage.teaching.content import LANGUAGES, NUMBERS, Content, Task, read_content
from stimmlage.teaching.phrases import phrase

KINDS = ("lesson", "workbook", "solutions", "teachers")
_SUFFIX = {
    "de": {"lesson": "", "workbook": "_aufgaben", "solutions": "_loesungen", "teachers": "_lehrkraefte"},
    "en": {"lesson": "", "workbook": "_tasks", "solutions": "_solutions", "teachers": "_teachers"},
}
_LANGUAGE = {"de": "Deutsch", "en": "English"}
_START = (
    "Sechs Lektionen zu je 45 Minuten, ohne Internet, ohne Programmieren. Antworten stehen danach im Ordner `answers` "
    "neben den Aufgaben; `stimmlage class answers` wertet eine Klasse aus.\n\n"
    "Six lessons of 45 minutes each, without internet, without programming; the texts are German. Answers are kept in "
    "the folder `answers` beside the tasks; `stimmlage class answers` sums up a class."
)
_ARTICLE = "../../../seeds/000_a5ec92196d37f77f.txt"
_HIDDEN = {"jupyter": {"source_hidden": True}, "tags": ["hide-input"]}


def file_of(content: Content, kind: str) -> str:
    """Return the name of a notebook.

    >>> file_of(read_content(1, "en"), "workbook")
    '1_an_article_as_a_corpus_tasks.ipynb'
    """
    return f"{content.number}_{content.name}{_SUFFIX[content.language][kind]}.ipynb"


def notebooks(content: Content) -> Iterator[tuple[str, Any]]:
    """Yield the notebooks of a lesson with their file names."""
    for kind, cells in (
        ("lesson", _lesson(content)),
        ("workbook", _workbook(content)),
        ("solutions", _solutions(content)),
        ("teachers", _teachers(content)),
    ):
        name = file_of(content, kind)
        yield name, _notebook(name.removesuffix(".ipynb"), cells)


def write(folder: Path) -> list[Path]:
    """Write all notebooks to the folders `de` and `en`; return their paths."""
    paths = []
    for language in LANGUAGES:
        for number in NUMBERS:
            for name, notebook in notebooks(read_content(number, language)):
                paths.append(folder / language / name)
                write_whole(paths[-1], _bytes(notebook))
    paths.append(folder / "0_start.ipynb")
    write_whole(paths[-1], _bytes(_notebook("0_start", _start())))
    return paths


def extent(content: Content) -> tuple[int, int, int]:
    """Return how long a lesson is: words of its four notebooks without their code, tasks, minutes."""
    cells = [cell for _, notebook in notebooks(content) for cell in notebook.cells if cell.cell_type == "markdown"]
    asked = [text for task in content.tasks for text in (task.question, task.plain, *task.rows, *task.options)]
    words = sum(len(re.findall(r"\w+", text)) for text in [*(cell.source for cell in cells), *asked])
    return words, len(content.tasks), content.minutes


def _start() -> Iterator[Any]:
    """The page that leads to all lessons."""
    yield _text("# Lektionen · Lessons", _START)
    for language in LANGUAGES:
        lessons = [read_content(number, language) for number in NUMBERS]
        heads = [phrase(kind, language) for kind in KINDS]
        lines = [f"| {' | '.join(heads)} |", f"|{'---|' * len(heads)}"]
        for lesson in lessons:
            titles = [f"{lesson.number} · {lesson.title}", *heads[1:]]
            lines.append(
                "| " + " | ".join(f"[{t}]({language}/{file_of(lesson, k)})" for t, k in zip(titles, KINDS)) + " |"
            )
        yield _text(f"## {_LANGUAGE[language]}", "\n".join(lines))


def _lesson(content: Content) -> Iterable[Any]:
    code = content.language
    yield _text(
        f"# {content.number} · {content.title}",
        f"**{phrase('lesson', code)} {content.number} · {phrase('offline', code)}**",
        content.question,
        f"**{phrase('aims', code)}:**",
        "\n".join(f"- {aim}" for aim in content.aims),
        phrase("run", code),
    )
    yield _code(f'from stimmlage.teaching import Lesson\n\nlesson = Lesson({content.number}, "{code}", "{_ARTICLE}")')
    for part in content.parts:
        yield _text(f"## {part.title} ({phrase('minutes', code, n=part.minutes)})", part.text)
        if part.code:
            yield _code(part.code)
        if part.after:
            yield _text(part.after)
    yield _text(
        f"## {phrase('seen', code)}",
        "\n".join(f"{n}. {line}" for n, line in enumerate(content.summary, start=1)),
        phrase("next", code, file=file_of(content, "workbook")),
    )


def _workbook(content: Content) -> Iterable[Any]:
    code = content.language
    yield _text(
        f"# {content.number} · {content.title} · {phrase('workbook', code)}",
        phrase("back", code, title=content.title, file=file_of(content, "lesson")),
        phrase("run", code),
        phrase("need_name", code),
    )
    yield _code(f'from stimmlage.teaching import Lesson\n\nlesson = Lesson({content.number}, "{code}")\nlesson.name()')
    for task in content.tasks:
        yield _text(_head(task, code))
        yield _code(f'lesson.task("{task.id}")')


def _solutions(content: Content) -> Iterable[Any]:
    code = content.language
    yield _text(
        f"# {content.number} · {content.title} · {phrase('solutions', code)}",
        phrase("back_to_tasks", code, file=file_of(content, "workbook")),
    )
    for task in content.tasks:
        yield _text(
            _head(task, code), task.question, *_listed(task), f"**{phrase('solution', code)}.** {task.solution}"
        )


def _teachers(content: Content) -> Iterable[Any]:
    code, told = content.language, content.teacher
    yield _text(
        f"# {content.number} · {content.title} · {phrase('teachers', code)}",
        f"**{phrase('questions', code)}:** {content.question}",
        f"**{phrase('aims', code)}:**",
        "\n".join(f"- {aim}" for aim in content.aims),
        phrase("back", code, title=content.title, file=file_of(content, "lesson")),
    )
    yield _text(f"## {phrase('course', code)}", _schedule(content))
    for head in ("before", "talk", "pitfalls", "more"):
        if told.get(head):
            lines = told[head] if isinstance(told[head], list) else [told[head]]
            yield _text(f"## {phrase(head, code)}", "\n".join(f"- {line}" for line in lines))


def _schedule(content: Content) -> str:
    code = content.language
    rows = [(part.title, part.minutes, phrase("lesson", code)) for part in content.parts]
    rows += [(f"{task.id} {task.title}", task.minutes, phrase("workbook", code)) for task in content.tasks]
    lines = [f"| {phrase('phase', code)} | | min |", "|---|---|---:|"]
    lines += [f"| {title} | {where} | {minutes} |" for title, minutes, where in rows]
    return "\n".join([*lines, f"| | | **{content.minutes}** |"])


def _listed(task: Task) -> Iterator[str]:
    """What stands in a task besides the question, as Markdown, with what is right."""
    if task.kind == "mark":
        yield "> " + task.text.replace("[", "**").replace("]", "**")
    elif task.text:
        yield "> " + task.text.replace("\n\n", "\n>\n> ")
    if task.kind == "choose":
        yield "\n".join(f"- {'**' if n == task.right[0] else ''}{o}{'**' if n == task.right[0] else ''}"
                        for n, o in enumerate(task.options))  # fmt: skip
    elif task.kind == "assign":
        rows = zip(task.rows, task.right)
        yield "\n".join(f"{n}. {row} → **{task.options[int(right)]}**" for n, (row, right) in enumerate(rows, start=1))
    elif task.kind == "label":
        yield "\n".join(f"{n}. {row}" for n, row in enumerate(task.rows, start=1))


def _head(task: Task, code: str) -> str:
    return f"## {phrase('task', code)} {task.id}: {task.title}"


def _bytes(notebook: Any) -> bytes:
    return f"{nbformat.writes(notebook)}\n".encode()  # type: ignore[no-untyped-call]


def _text(*paragraphs: str) -> Any:
    return nbformat.v4.new_markdown_cell("\n\n".join(p.strip() for p in paragraphs if p))  # type: ignore[no-untyped-call]


def _code(source: str) -> Any:
    return nbformat.v4.new_code_cell(source, metadata=dict(_HIDDEN))  # type: ignore[no-untyped-call]


def _notebook(name: str, cells: Iterable[Any]) -> Any:
    notebook = nbformat.v4.new_notebook(cells=list(cells))  # type: ignore[no-untyped-call]
    notebook.metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    for number, cell in enumerate(notebook.cells, start=1):
        cell["id"] = f"{name.replace('_', '-')}-{number:02d}"
    return notebook


if __name__ == "__main__":
    for path in write(Path(sys.argv[1])):
        print(path)
