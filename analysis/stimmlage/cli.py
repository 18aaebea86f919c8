"""The command line: `stimmlage reproduce | new | analyse | show | report | evaluate | class | lab | doctor`."""

from __future__ import annotations

import argparse
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

from stimmlage import __version__
from stimmlage.errors import OptionError, StimmlageError, WorkerError

TASKS = (
    "quotations",
    "sentiment",
    "subjectivity",
    "stance",
    "target_stance",
    "modality",
    "hedging",
    "concession",
    "genre",
)


class _Parser(argparse.ArgumentParser):
    """A parser whose complaints are one line that says what would work."""

    def error(self, message: str) -> None:  # type: ignore[override]
        print(f"stimmlage: {message}. See '{self.prog} --help'.", file=sys.stderr)
        raise SystemExit(2)


def _said(error: OSError) -> str:
    """Say in one line what the system refused, and where."""
    where = f"{str(error.filename)!r}: " if error.filename is not None else ""
    return f"{where}{error.strerror or error}."


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; return the exit code (0 done, 1 something failed, 2 a wrong call)."""
    options = _parser().parse_args(arguments)
    try:
        with _asked_to_end():
            return int(options.run(options))
    except WorkerError as error:
        print(f"stimmlage: {error}", file=sys.stderr)
        return 1
    except StimmlageError as error:
        print(f"stimmlage: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:  # the reader of our output went away, as `head` does
        sys.stderr.close()
        return 0
    except OSError as error:
        print(f"stimmlage: {_said(error)} {options.advice}".rstrip(), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("stimmlage: interrupted; what was finished is kept, `--resume` goes on.", file=sys.stderr)
        return 1


@contextmanager
def _asked_to_end() -> Iterator[None]:
    """Let a process that is asked to end (`kill`, a terminal that is closed) tidy up as after Ctrl-C."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    names = [name for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {name: signal.signal(getattr(signal, name), _interrupt) for name in names}
    try:
        yield
    finally:
        for name, handler in before.items():
            signal.signal(getattr(signal, name), handler)


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


class _Version(argparse.Action):
    """Print version and build; the build is looked at only when it is asked for."""

    def __init__(self, option_strings: Sequence[str], dest: str, help: str | None = None) -> None:
        super().__init__(option_strings, dest, nargs=0, help=help)

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from stimmlage.compiled import build

        print(f"stimmlage {__version__} ({build()})")
        parser.exit()


_Commands = Any  # what add_subparsers gives has no public type


def _parser() -> _Parser:
    parser = _Parser(
        prog="stimmlage", description="Who speaks in German news text, how surely, in what tone, for or against what."
    )
    parser.add_argument("--version", action=_Version, help="say which version and which build runs")
    parser.set_defaults(advice="")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    _add_reproduce(commands)
    _add_new(commands)
    _add_analyse(commands)
    _add_show(commands)
    _add_report(commands)
    _add_evaluate(commands)
    _add_class(commands)
    _add_start(commands)
    return parser


def _add_reproduce(commands: _Commands) -> None:
    command = commands.add_parser("reproduce", help="build the study's tables, run its notebooks, draw its figures")
    command.add_argument("--check", action="store_true", help="compare with what is there; exit 1 if anything differs")
    command.add_argument("--root", type=Path, default=Path("."), help="the project's folder (default: this one)")
    command.set_defaults(run=_reproduce)


def _add_new(commands: _Commands) -> None:
    command = commands.add_parser("new", help="begin a study of your own texts, of the same form as this one")
    command.add_argument("folder", type=Path, metavar="DIR", help="a new folder")
    command.add_argument("--from", dest="paths", nargs="+", required=True, metavar="PATH", help="the texts")
    command.add_argument("--title", default="", help="what the study is called (default: the folder's name)")
    command.add_argument("--text-column", default="text", metavar="NAME", help="for tables: the column of the text")
    command.add_argument("--id-column", metavar="NAME", help="for tables: the column of the document's name")
    command.set_defaults(run=_new)


def _add_analyse(commands: _Commands) -> None:
    command = commands.add_parser("analyse", help="analyse articles and write one file per table")
    command.add_argument(
        "paths", nargs="+", metavar="PATH", help="a file (text, HTML, PDF, DOCX …), folder, glob, or table of articles"
    )
    command.add_argument("--out", type=Path, required=True, metavar="DIR", help="where the tables go")
    command.add_argument("--format", choices=("csv", "csv-de", "parquet", "jsonl", "xlsx"), default="csv")
    command.add_argument("--workers", type=_positive, default=1, metavar="N", help="processes on this machine")
    command.add_argument("--engine", choices=("local", "dask"), default="local")
    command.add_argument("--scheduler", metavar="ADDRESS", help="a running Dask scheduler, tcp://host:port")
    command.add_argument("--resume", action="store_true", help="go on with what an earlier call left unfinished")
    command.add_argument("--text-column", default="text", metavar="NAME", help="for tables: the column of the text")
    command.add_argument("--id-column", metavar="NAME", help="for tables: the column of the document's name")
    command.add_argument("--targets", type=Path, metavar="FILE", help="what stance is taken towards (TOML)")
    command.add_argument("--people", type=Path, metavar="FILE", help="who is who, and what you know of them (TOML)")
    command.add_argument(
        "--words",
        action="append",
        default=[],
        metavar="MEASURE=FILE",
        help="a word list of your own, as hedging=mine.txt",
    )
    command.add_argument(
        "--seconds", type=float, default=600, metavar="N", help="what one article may take (default 600; 0: no limit)"
    )
    command.add_argument(
        "--megabytes", type=float, default=4000, metavar="N", help="memory of one article (default 4000; 0: no limit)"
    )
    command.set_defaults(
        run=_analyse, advice="What was finished is kept; call again with --resume when that is mended."
    )


def _add_show(commands: _Commands) -> None:
    command = commands.add_parser("show", help="write the annotated article as one self-contained page")
    command.add_argument("path", metavar="PATH", help="a file with one article")
    command.add_argument("--out", type=Path, required=True, metavar="FILE.html")
    command.add_argument("--language", choices=("de", "en"), default="de", help="language of the labels")
    command.set_defaults(run=_show)


def _add_report(commands: _Commands) -> None:
    command = commands.add_parser("report", help="write a report of articles as one self-contained page")
    command.add_argument("paths", nargs="+", metavar="PATH", help="files, folders or tables of articles")
    command.add_argument("--out", type=Path, required=True, metavar="FILE.html")
    command.add_argument("--title", default="", help="of the report (default: that of the article)")
    command.add_argument("--by", metavar="COLUMN", help="what makes groups (default: outlet, or speaker)")
    command.add_argument("--targets", type=Path, metavar="FILE", help="what stance is taken towards (TOML)")
    command.add_argument("--people", type=Path, metavar="FILE", help="who is who (TOML)")
    command.add_argument("--language", choices=("de", "en"), default="de", help="language of the page")
    command.set_defaults(run=_report)


def _add_evaluate(commands: _Commands) -> None:
    command = commands.add_parser("evaluate", help="score the kit against gold data")
    command.add_argument("task", choices=TASKS, metavar="TASK", help=", ".join(TASKS))
    command.add_argument(
        "gold", type=Path, metavar="GOLD", help="a .jsonl or .jsonl.gz file, or a folder of .json files"
    )
    command.add_argument("--predictions", type=Path, metavar="FILE", help="write what was predicted, as JSON Lines")
    command.add_argument("--json", action="store_true", help="print the figures as JSON")
    command.add_argument("--ablation", action="store_true", help="also: what each mechanism is worth")
    command.add_argument("--worst", type=_positive, metavar="N", help="also: the N worst errors")
    command.add_argument("--without", action="append", default=[], metavar="RULE", help="switch a quotation rule off")
    command.set_defaults(run=_evaluate)


def _add_class(commands: _Commands) -> None:
    command = commands.add_parser("class", help="sum up the answers of a class: tasks, agreement on the ten sentences")
    command.add_argument("folder", type=Path, metavar="DIR", help="with the files of answers, one per pupil")
    command.add_argument("--language", choices=("de", "en"), default="de", help="of what is printed (default: de)")
    command.add_argument("--out", type=Path, metavar="FILE.csv", help="write the table of sentences, too")
    command.set_defaults(run=_class)


def _add_start(commands: _Commands) -> None:
    command = commands.add_parser("lab", help="open JupyterLab on the notebooks")
    command.add_argument("--root", type=Path, default=Path("."), help="the project's folder (default: this one)")
    command.add_argument("further", nargs="*", metavar="ARGUMENT", help="behind `--`, for JupyterLab: `-- --port=9999`")
    command.set_defaults(run=_lab)
    command = commands.add_parser("doctor", help="say what is missing here")
    command.add_argument("--root", type=Path, default=Path("."), help="the project's folder (default: this one)")
    command.set_defaults(run=_doctor)


def _positive(text: str) -> int:
    try:
        number = int(text)
    except ValueError:
        number = 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"takes a whole number of 1 or more, not {text!r}")
    return number


def _class(options: argparse.Namespace) -> int:
    from stimmlage.exchange.files import write_whole
    from stimmlage.teaching.class_results import as_text, class_results

    results = class_results(options.folder, options.language)
    print(as_text(results, options.language))
    if options.out is not None:
        write_whole(options.out, results.sentences.to_csv(index=False).encode())
    for problem in results.problems:
        print(f"stimmlage: {problem}", file=sys.stderr)
    return 1 if results.problems else 0


def _lab(options: argparse.Namespace) -> int:
    from stimmlage.starting import lab

    return lab(options.root, options.further)


def _doctor(options: argparse.Namespace) -> int:
    from stimmlage.starting import findings

    found = findings(options.root)
    for finding in found:
        print(
            f"{'ok     ' if finding.right else 'missing'}  {finding.what}"
            + ("" if finding.right else f": {finding.advice}")
        )
    return 0 if all(finding.right for finding in found) else 1


def _reproduce(options: argparse.Namespace) -> int:
    from stimmlage.study import Study

    study = Study(options.root)
    if not options.check:
        study.reproduce()
        for what, place in (
            ("Tables", "corpus/built"),
            ("Figures", "figures"),
            ("Executed notebooks", "build/notebooks"),
            ("The same as pages", "build/html/index.html"),
        ):
            print(f"{what}: {options.root / place}")
        return 0
    differences = study.check()
    for line in differences:
        print(line)
    print(f"{len(differences)} differences." if differences else "Everything is as committed.")
    return 1 if differences else 0


def _new(options: argparse.Namespace) -> int:
    from stimmlage.new_study import new_study

    new_study(options.folder, options.paths, options.text_column, options.id_column, options.title)
    print(f"A study of your own: {options.folder}. Read its README.md, then notebooks/01_corpus.ipynb.")
    return 0


def _analyse(options: argparse.Namespace) -> int:
    from stimmlage.running import run
    from stimmlage.running.limits import Limits

    report = run(
        options.paths,
        options.out,
        format=options.format,
        workers=options.workers,
        engine=options.engine,
        scheduler=options.scheduler,
        resume=options.resume,
        text_column=options.text_column,
        id_column=options.id_column,
        targets=options.targets,
        words=_word_lists(options.words),
        people=options.people,
        limits=Limits(options.seconds, options.megabytes),
    )
    for problem in report.problems:
        print(f"stimmlage: {problem}", file=sys.stderr)
    if sum(report.formats.values()) > 1:
        print(_came_in(report.formats), file=sys.stderr)
    return 1 if report.problems else 0


def _word_lists(given: Sequence[str]) -> dict[str, str]:
    """Read `--words hedging=mine.txt`.

    Raises
    ------
    OptionError
        If it is not written so.
    """
    parted = [text.partition("=") for text in given]
    if wrong := [text for text, (name, sign, path) in zip(given, parted, strict=True) if not (name and sign and path)]:
        raise OptionError(f"--words takes MEASURE=FILE, for example hedging=mine.txt; not {wrong[0]!r}.")
    return {name: path for name, _, path in parted}


def _came_in(formats: dict[str, int]) -> str:
    """Say how many files of each format there were: `stimmlage: 12 html, 3 pdf; 1 refused.`"""
    read = ", ".join(f"{n} {name}" for name, n in formats.items() if name != "refused")
    refused = f"; {formats['refused']} refused" if formats.get("refused") else ""
    return f"stimmlage: {read or 'nothing'}{refused}."


def _check_page(out: Path, inputs: Sequence[str]) -> None:
    """Refuse a page that is a folder, or would replace an article."""
    if out.is_dir():
        raise OptionError(
            f"{str(out)!r} is a folder; give the name of a file, for example {str(out / 'article.html')!r}."
        )
    for path in inputs:
        if out.exists() and Path(path).exists() and out.samefile(path):
            raise OptionError(f"--out is the article itself, {path!r}, and would replace it; give another file.")


def _show(options: argparse.Namespace) -> int:
    from stimmlage.doors import read

    _check_page(options.out, [options.path])
    read(options.path).show(language=options.language).save(options.out)
    return 0


def _report(options: argparse.Namespace) -> int:
    from stimmlage.doors import read

    _check_page(options.out, options.paths)
    corpus = read(options.paths)
    known = corpus if options.people is None else corpus.with_people(options.people)
    known.report(options.out, options.title, options.by, options.targets, options.language)
    return 0


def _evaluate(options: argparse.Namespace) -> int:
    from stimmlage.evaluation.command import evaluate

    print(
        evaluate(
            options.task,
            options.gold,
            predictions=options.predictions,
            as_json=options.json,
            ablation=options.ablation,
            worst=options.worst,
            without=options.without,
        )
    )
    return 0
