"""The end of a run: its tables put in their places, and nobody else's file touched."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from stimmlage.errors import OptionError
from stimmlage.exchange.files import join_whole, move_whole, remove, write_whole
from stimmlage.exchange.formats import head, suffix_of
from stimmlage.exchange.manifest import CLAIMS, MANIFEST, fingerprint, own_names
from stimmlage.exchange.workbook import WORKBOOK, workbook
from stimmlage.running.partition import Job
from stimmlage.running.plan import Plan
from stimmlage.schema import TABLES


def names_of(format: str) -> list[str]:
    """Return what a run writes into its folder."""
    return [WORKBOOK, MANIFEST] if format == "xlsx" else [*(f"{name}.{suffix_of(format)}" for name in TABLES), MANIFEST]


def check_out(out: Path, format: str, inputs: Iterable[Path]) -> None:
    """Refuse a folder in which a run would replace an input, or what is not the kit's own.

    Raises
    ------
    OptionError
        With the file in question, and what would work.
    """
    targets = [out / name for name in names_of(format)]
    places = {target.resolve(): target for target in targets}
    there = [target for target in targets if target.exists()]
    for file in inputs:
        place = file.resolve()
        taken = next((places[p] for p in (place, *place.parents) if p in places), None)
        taken = taken or next((target for target in there if os.path.samefile(file, target)), None)
        if taken is not None:
            raise OptionError(
                f"The input {str(file)!r} would be replaced by the table {taken.name!r}; give another folder "
                f"for the results."
            )
    own = own_names(out)
    for target in targets:
        if target.name not in own and os.path.lexists(target):
            raise OptionError(
                f"{str(target)!r} is there already and was not made by a run that is known here; "
                "move it away, or give another folder for the results."
            )


def finish(out: Path, job: Job, plan: Plan, results: Mapping[str, Any]) -> None:
    """Put the tables in their places; the manifest comes last and says that all are there.

    Everything is written before anything is replaced, so that until then the results of the run before are whole;
    tables of the run before that have other names go when the new ones stand.
    """
    work = Path(job.folder)
    if plan.format == "xlsx":
        ready = [_bound(work, job, plan, results["rows"])]
    else:
        ready = [_joined(work, job, plan, name) for name in TABLES]
    before = own_names(out)
    files = {path.name.removesuffix(".joined"): fingerprint(path) for path in ready if path.exists()}
    write_whole(work / CLAIMS, json.dumps(sorted(before | set(names_of(plan.format)))).encode())
    files = _as_it_began(work / "files.json", files)
    remove(out / MANIFEST)  # it never outlives its tables
    for path in ready:
        move_whole(path, out / path.name.removesuffix(".joined"))
    for name in before - set(names_of(plan.format)):
        remove(out / name)
    manifest = {**plan.described(), **results, "files": files, "key": plan.key}
    write_whole(out / MANIFEST, (json.dumps(manifest, ensure_ascii=False, indent=1) + "\n").encode(), scratch=work)
    remove(work)


def _joined(work: Path, job: Job, plan: Plan, name: str) -> Path:
    """Make a table whole in the work folder: one file of all parts, or the folder of the parts itself."""
    folder = work / f"{name}.{suffix_of(plan.format)}"
    if plan.format == "parquet":
        for half in folder.glob(".*.tmp"):
            half.unlink()  # what a kill left half written
        return folder
    whole = work / f"{folder.name}.joined"
    parts = (job.part(name, number) for number in range(plan.n_partitions))
    join_whole(whole, head(name, plan.format, plan.extra.get(name, ())), parts)
    return whole


def _bound(work: Path, job: Job, plan: Plan, rows: Mapping[str, int]) -> Path:
    """Make one workbook of all tables in the work folder."""
    whole = work / f"{WORKBOOK}.joined"
    parts = {name: [job.part(name, number) for number in range(plan.n_partitions)] for name in TABLES}
    if not whole.exists() or any(part.exists() for part in parts["documents"]):
        write_whole(whole, workbook(parts, dict(rows), plan.extra))
    return whole


def _as_it_began(path: Path, files: dict[str, Any]) -> dict[str, Any]:
    """Return what was noted when the tables began to move; a run that goes on finds some of them moved."""
    known = json.loads(path.read_bytes()) if path.exists() else {}
    together = {**known, **files}
    write_whole(path, json.dumps(together).encode())
    return together
