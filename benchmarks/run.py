"""Measure the kit beside what a user would pick instead, in one run.

    python benchmarks/run.py                      the table, the start-up times, the growth curve
    python benchmarks/run.py --quick              the same on few articles
    python benchmarks/run.py --memory 100000      peak memory of `stimmlage analyse` over a made corpus
    python benchmarks/run.py --speed-up 5000      two workers against one over a made corpus

Every figure comes from a fresh process. A word is what stands between blanks. Speed is words per second
of processor time, so that what else the machine does weighs little; `wall` is by the clock.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from contextlib import nullcontext
from datetime import date
from pathlib import Path

from contenders import CONTENDERS

FOLDER = Path(__file__).parent
WARM_UP, SECONDS = 20, 40.0  # articles; seconds of measuring at most
SIZES = (10, 100, 1_000, 10_000)


def measure_one(name: str, n: int) -> dict[str, float]:
    """Run one contender in this process over `n` articles, or until its time is up."""
    import resource

    begin = time.perf_counter()
    run = CONTENDERS[name][1]()
    run("Das ist ein Satz.")
    start_up = time.perf_counter() - begin

    import corpus  # only now: it takes parts of the kit along

    from stimmlage.collector import without_collector

    texts = corpus.news() if n <= 1028 else list(corpus.made(n))
    for text in texts[:WARM_UP]:
        run(text)
    words = articles = 0
    begin = time.process_time()
    with without_collector() if name.startswith("Stimmlage") else nullcontext():  # as `stimmlage analyse` does
        for text in texts[:n]:
            run(text)
            words += len(text.split())
            articles += 1
            if n <= 1028 and time.process_time() - begin > SECONDS:
                break
    seconds = time.process_time() - begin
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"start_up": start_up, "words": words, "articles": articles, "seconds": seconds, "peak": peak}


def in_fresh_process(name: str, n: int) -> dict[str, float] | None:
    """Measure one contender; nothing if it is not installed."""
    done = subprocess.run([sys.executable, __file__, "--one", name, str(n)], capture_output=True, text=True)
    if done.returncode:
        print(f"| {name} | {CONTENDERS[name][0]} | skipped: {done.stderr.strip().splitlines()[-1]} | | | |")
        return None
    return json.loads(done.stdout)


def print_table(n: int) -> None:
    print("| | does | words/s | articles/s | peak memory, MB | ready after, s |\n|---|---|---:|---:|---:|---:|")
    for name, (does, _) in CONTENDERS.items():
        found = in_fresh_process(name, n)
        if found:
            print(
                f"| {name} | {does} | {found['words'] / found['seconds']:,.0f} | "
                f"{found['articles'] / found['seconds']:,.1f} "
                f"| {found['peak']:,.0f} | {found['start_up']:.2f} |",
                flush=True,
            )


def print_pairs(pairs: int, against: str = "textblob-de", name: str = "Stimmlage whole") -> None:
    """Print how the kit compares with one of the others, measured in turns: the machine is noisy over minutes."""
    from stimmlage.compiled import build

    print(f"| {against}, words/s | {name} ({build()}), words/s | times |\n|---:|---:|---:|")
    best = {against: 0.0, name: 0.0}
    for _ in range(pairs):
        speeds = {}
        for contender in best:
            found = in_fresh_process(contender, 1028)
            if found is None:
                return
            speeds[contender] = found["words"] / found["seconds"]
            best[contender] = max(best[contender], speeds[contender])
        print(f"| {speeds[against]:,.0f} | {speeds[name]:,.0f} | {speeds[name] / speeds[against]:.2f} |", flush=True)
    print(f"| best {best[against]:,.0f} | best {best[name]:,.0f} | {best[name] / best[against]:.2f} |")


def print_start_up() -> None:
    print("\n| start-up | s |\n|---|---:|")
    for label, arguments in {
        "`python -c pass`": ["-c", "pass"],
        "`import stimmlage`": ["-c", "import stimmlage"],
        "`import stimmlage as sl; sl.read`": ["-c", "import stimmlage as sl; sl.read"],
        "`stimmlage --help`": ["-m", "stimmlage", "--help"],
    }.items():
        times = []
        for _ in range(5):
            begin = time.perf_counter()
            subprocess.run([sys.executable, *arguments], stdout=subprocess.DEVNULL, check=True)
            times.append(time.perf_counter() - begin)
        print(f"| {label} | {sorted(times)[2]:.2f} |", flush=True)


def print_growth(sizes: tuple[int, ...]) -> None:
    """Print how long the whole pipeline takes over more and more made articles, and draw the curve."""
    print("\n| made articles | words | processor time, s | words/s | peak memory, MB |\n|---:|---:|---:|---:|---:|")
    rows = []
    for n in sizes:
        with tempfile.TemporaryDirectory() as folder:
            found = analysed(Path(folder), n, 6)
        rows.append((n, found["seconds"]))
        print(
            f"| {n:,} | {found['words']:,} | {found['seconds']:.1f} | {found['words'] / found['seconds']:,.0f} "
            f"| {found['peak']:,.0f} |",
            flush=True,
        )
    draw_growth(rows)


def draw_growth(rows: list[tuple[int, float]]) -> None:
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    figure, ax = pyplot.subplots(figsize=(5, 3.4), layout="constrained")
    ax.loglog(*zip(*rows), marker="o", color="black", label="measured")
    n, seconds = rows[-1]
    ax.loglog([m for m, _ in rows], [m * seconds / n for m, _ in rows], linestyle=":", color="grey", label="linear")
    ax.set(xlabel="articles", ylabel="processor time, seconds", title="stimmlage analyse, one process")
    ax.legend(frameon=False)
    figure.savefig(FOLDER / "growth.png", dpi=150)
    figure.savefig(FOLDER / "growth.svg")


def analysed(folder: Path, n: int, n_sentences: int, *options: str) -> dict[str, float]:
    """Run `stimmlage analyse` over a made corpus, and watch the memory of all its processes together."""
    import corpus

    source, out = folder / "made.jsonl", folder / "out"
    corpus.write(source, n, n_sentences)
    words = sum(len(json.loads(line)["text"].split()) for line in source.open(encoding="utf-8"))
    before, begin = processor_time(), time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "stimmlage", "analyse", str(source), "--out", str(out), "--format", "parquet", *options],
        stderr=subprocess.DEVNULL if n < 50_000 else None,
    )
    peak = 0.0
    while process.poll() is None:
        peak = max(peak, memory_of(process.pid))
        time.sleep(0.05 if n < 50_000 else 0.5)
    if process.returncode not in (0, 1):  # 1: some articles could not be processed
        raise SystemExit(f"stimmlage analyse ended with {process.returncode}")
    failed = len(json.loads((out / "manifest.json").read_text("utf-8"))["problems"])
    stored = sum(file.stat().st_size for file in out.rglob("*") if file.is_file())
    return {
        "words": words,
        "seconds": processor_time() - before,
        "wall": time.perf_counter() - begin,
        "peak": peak,
        "read": source.stat().st_size,
        "stored": stored,
        "failed": failed,
    }


def processor_time() -> float:
    """Return the processor time of all processes that were started here and have ended."""
    times = os.times()
    return times.children_user + times.children_system


def memory_of(pid: int) -> float:
    """Return the resident memory of a process and its children, in MB."""
    import psutil

    total = 0
    try:
        process = psutil.Process(pid)
        for one in [process, *process.children(recursive=True)]:
            total += one.memory_info().rss
    except psutil.NoSuchProcess:
        pass
    return total / 2**20


def print_memory(n: int, n_sentences: int, workers: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        found = analysed(Path(folder), n, n_sentences, "--workers", str(workers))
    print(
        "| made articles | words | workers | seconds | wall, s | words/s | peak memory of all processes, MB | "
        "read, MB | written, MB | failed |\n" + "|---:" * 10 + "|"
    )
    print(
        f"| {n:,} | {found['words']:,} | {workers} | {found['seconds']:,.0f} | {found['wall']:,.0f} | "
        f"{found['words'] / found['seconds']:,.0f} "
        f"| {found['peak']:,.0f} | {found['read'] / 1e6:,.0f} | {found['stored'] / 1e6:,.0f} | {found['failed']} |"
    )


def print_speed_up(n: int, n_sentences: int) -> None:
    """Print how long one and two workers take by the clock, in turns; of each the better of two runs counts."""
    best: dict[int, dict[str, float]] = {}
    for workers in (1, 2, 1, 2):
        with tempfile.TemporaryDirectory() as folder:
            found = analysed(Path(folder), n, n_sentences, "--workers", str(workers))
        if workers not in best or found["wall"] < best[workers]["wall"]:
            best[workers] = found
    print(
        "| made articles | words | workers | wall, s | words/s by the clock | times one worker |\n" + "|---:" * 6 + "|"
    )
    for workers, found in best.items():
        print(
            f"| {n:,} | {found['words']:,} | {workers} | {found['wall']:.1f} | {found['words'] / found['wall']:,.0f} "
            f"| {best[1]['wall'] / found['wall']:.2f} |"
        )


def print_machine() -> None:
    model = platform.processor()
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        model = next(
            (x.split(":")[1].strip() for x in cpuinfo.read_text().splitlines() if x.startswith("model name")), model
        )
    print(f"{date.today()}, {model}, {os.cpu_count()} cores, Python {platform.python_version()}\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="few articles")
    parser.add_argument("--memory", type=int, metavar="N", help="only the memory over N made articles")
    parser.add_argument("--speed-up", type=int, metavar="N", help="only two workers against one over N made articles")
    parser.add_argument("--pairs", type=int, metavar="N", help="only N times the kit against textblob-de, in turns")
    parser.add_argument("--sentences", type=int, help="sentences of an article: for --memory 6, for --speed-up 20")
    parser.add_argument("--workers", type=int, default=1, help="processes for --memory")
    parser.add_argument("--one", nargs=2, metavar=("NAME", "N"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(measure_one(options.one[0], int(options.one[1]))))
        return
    print_machine()
    if options.pairs:
        print_pairs(options.pairs)
        return
    if options.memory:
        print_memory(options.memory, options.sentences or 6, options.workers)
        return
    if options.speed_up:
        print_speed_up(options.speed_up, options.sentences or 20)
        return
    print_table(50 if options.quick else 1028)
    print_start_up()
    print_growth(SIZES[:2] if options.quick else SIZES)


if __name__ == "__main__":
    main()
