"""The answers of a class: who solved what, how far pupils agree on sentences, and how far the kit agrees with them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from stimmlage.errors import InputError, MissingFileError, StimmlageError
from stimmlage.statistics.reliability import reliability
from stimmlage.teaching.answers import Answers, read_answers
from stimmlage.teaching.content import NUMBERS, Task, read_content
from stimmlage.teaching.kit_reading import side_of
from stimmlage.teaching.phrases import phrase

SIDES = ("for", "against", "doubt", "neither")
"""What the places of the options of a sentence mean."""
_LEAST = 2


@dataclass(frozen=True)
class ClassResults:
    """What a class has answered, as tidy tables.

    Attributes
    ----------
    pupils : DataFrame
        `pupil`, `file`, `solved` (tasks with a right answer), `tried`, `annotated` (sentences): a row per file.
    tasks : DataFrame
        `task`, `title`, `n` (answered), `right` (how many of them), `tries` (mean), `solution_seen`.
    sentences : DataFrame
        `sentence`, `text`, a column for each side with how many chose it, `majority` (empty if two are even), `kit`.
    agreement : DataFrame
        `between` (`class`, or `kit and majority`), `alpha`, `low`, `high`, `observed`, `n_sentences`, `n_coders`,
        `reading`; NaN where there is nothing to agree on.
    problems : list of str
        Files that hold no answers.
    """

    pupils: pd.DataFrame
    tasks: pd.DataFrame
    sentences: pd.DataFrame
    agreement: pd.DataFrame
    problems: list[str]


def class_results(folder: str | Path, language: str = "de") -> ClassResults:
    """Sum up all files of answers in a folder and its folders.

    Raises
    ------
    MissingFileError
        If there is no such folder.
    InputError
        If no file of it holds answers.
    """
    folder = Path(folder)
    if not folder.is_dir():
        raise MissingFileError(f"There is no folder {str(folder)!r}; give the one with the answers of the class.")
    files = sorted(folder.rglob("*.json"))
    known, problems = [], []
    for file in files:
        try:
            known.append(read_answers(file))
        except StimmlageError as error:
            problems.append(str(error))
    if not known:
        said = f"none of its {len(files)} .json files does" if files else "it has no .json file"
        raise InputError(f"{str(folder)!r} holds no answers of a class: {said}.")
    tasks = [task for number in NUMBERS for task in read_content(number, language).tasks]
    sentences, agreement = _annotation(known, next(task for task in tasks if task.kind == "label"))
    return ClassResults(_pupils(known, tasks), _tasks(known, tasks), sentences, agreement, problems)


def as_text(results: ClassResults, language: str) -> str:
    """Return the results for a terminal, in the language of the teacher."""
    lines = []
    for name, table in (("pupils", results.pupils), ("tasks", results.tasks), ("sentences", results.sentences)):
        lines += [phrase(f"class_{name}", language), _plain(table, language), ""]
    for row in results.agreement.itertuples():
        who = phrase("between_class" if row.between == "class" else "between_kit", language)
        if pd.isna(row.alpha):
            lines.append(f"{who}: {phrase('nothing_to_agree', language)}")
            continue
        between = "" if pd.isna(row.low) else f" [{row.low:.2f}, {row.high:.2f}]"
        same = f"{row.observed:.0%}".replace("%", " %" if language == "de" else "%")
        said = phrase("agreement", language, alpha=f"{row.alpha:.2f}{between}", same=same, n=row.n_sentences)
        advice = phrase(_READINGS[row.reading], language) if row.between == "class" else ""
        line = f"{who}: {said} {advice}".rstrip()
        lines.append(_comma(line) if language == "de" else line)
    return "\n".join(lines)


_READINGS = {
    "reliable": "reading_reliable",
    "tentative conclusions only": "reading_tentative",
    "not reliable": "reading_not",
    "nothing to agree on": "nothing_to_agree",
}


def _pupils(known: Sequence[Answers], tasks: Sequence[Task]) -> pd.DataFrame:
    names = {task.id for task in tasks if task.has_right_answer}
    rows = []
    for answers in known:
        given = {name: entry for name, entry in answers.tasks.items() if name in names}
        solved = sum(entry["right"] is True for entry in given.values())
        labels = next((_labels(answers, task) for task in tasks if task.kind == "label"), [])
        annotated = sum(label is not None for label in labels)
        rows.append((answers.name, answers.file.as_posix(), solved, len(given), annotated))
    return pd.DataFrame(rows, columns=["pupil", "file", "solved", "tried", "annotated"])


def _tasks(known: Sequence[Answers], tasks: Sequence[Task]) -> pd.DataFrame:
    rows = []
    for task in tasks:
        given = [answers.tasks[task.id] for answers in known if task.id in answers.tasks]
        if given and task.has_right_answer:
            right = sum(entry["right"] is True for entry in given)
            tries = sum(_tries(entry) for entry in given) / len(given)
            seen = sum(bool(entry.get("solution_seen")) for entry in given)
            rows.append((task.id, task.title, len(given), right, round(tries, 1), seen))
    return pd.DataFrame(rows, columns=["task", "title", "n", "right", "tries", "solution_seen"])


def _annotation(known: Sequence[Answers], task: Task) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the labels of each sentence, and how far coders agree on them."""
    given = [_labels(answers, task) for answers in known]
    columns = ["sentence", "text", *SIDES, "majority", "kit"]
    rows, majorities = [], {}
    for place, text in enumerate(task.rows):
        here = [labels[place] for labels in given if labels]
        chosen = Counter(SIDES[label] for label in here if label is not None)
        most = [side for side in SIDES if chosen[side] and chosen[side] == max(chosen.values())]
        majority = most[0] if len(most) == 1 else ""
        kit = side_of(text) if chosen else ""
        rows.append((place + 1, text, *(chosen[side] for side in SIDES), majority, kit))
        if majority:
            majorities[place] = (majority, kit)
    ratings = [
        (str(coder), place, SIDES[label])
        for coder, labels in enumerate(given)
        for place, label in enumerate(labels)
        if label is not None
    ]
    pairs = [(coder, place, pair[n]) for place, pair in majorities.items() for n, coder in enumerate(("class", "kit"))]
    agreement = [_agreement("class", ratings), _agreement("kit and majority", pairs)]
    return pd.DataFrame(rows, columns=columns), pd.DataFrame(agreement)


def _agreement(between: str, ratings: Sequence[tuple[str, int, str]]) -> dict[str, object]:
    """Return alpha and the share of equal labels of sentences that two coders or more have labelled."""
    seen = Counter(place for _, place, _ in ratings)
    shared = [rating for rating in ratings if seen[rating[1]] >= _LEAST]
    coders = {coder for coder, _, _ in shared}
    found: dict[str, object] = dict.fromkeys(("alpha", "low", "high", "observed"), float("nan"))
    told = {"n_sentences": len({place for _, place, _ in shared}), "n_coders": len(coders)}
    words = "nothing to agree on"
    if shared:
        table = reliability(pd.DataFrame(shared, columns=["coder", "item", "label"])).set_index("coefficient")
        found = {name: float(table.loc["alpha", name]) for name in ("low", "high")}
        found |= {"alpha": float(table.loc["alpha", "value"]), "observed": float(table.loc["observed", "value"])}
        words = str(table.loc["alpha", "reading"])
    return {"between": between, **found, **told, "reading": words}


def _labels(answers: Answers, task: Task) -> list[int | None]:
    """Return a pupil's labels of the sentences, None where there is none; nothing if she has not begun."""
    given = answers.tasks.get(task.id, {}).get("answer")
    if not isinstance(given, list):
        return []
    places = range(len(task.options))
    labels = [label if type(label) is int and label in places else None for label in given[: len(task.rows)]]
    return [*labels, *[None] * (len(task.rows) - len(labels))]


def _tries(entry: dict[str, object]) -> int:
    tries = entry.get("tries")
    return tries if isinstance(tries, int) else 1


def _plain(table: pd.DataFrame, language: str) -> str:
    shown = table.drop(columns=["file"], errors="ignore")
    for column in {"majority", "kit"} & set(shown):
        shown = shown.assign(**{column: [phrase(f"side_{s}", language) if s else "–" for s in shown[column]]})
    if "text" in shown:
        shown = shown.assign(text=[text if len(text) <= 46 else f"{text[:45]}…" for text in shown["text"]])
    heads = {name: phrase(f"head_{name}", language) for name in shown}
    text = shown.rename(columns=heads).to_string(index=False) if len(shown) else "–"
    return _comma(text) if language == "de" and "tries" in table else text


def _comma(text: str) -> str:
    """Return a text with the decimal commas of German."""
    return re.sub(r"(?<=\d)\.(?=\d)", ",", text)
