"""How the time grows with the length of odd texts: `python benchmarks/linear.py [--length 100000]`.

Each text is read and analysed at a quarter of the length and at the whole; what is linear takes at most five times as
long. Prints a table and ends with 1 if a text takes longer.
"""

from __future__ import annotations

import argparse
import sys
import time

import stimmlage as sl

TEXTS = {
    "one straight mark": '"',
    "opening marks": "„",
    "pairs of marks": "„“",
    "one word": "a",
    "nicht": "nicht ",
    "commas": ",",
    "words with commas": "ja, ",
    "full stops": ".",
    "brackets": "(",
    "marks of HTML": "<!--",
    "exclamations": "![",
    "no full stop": "der Rat tagt heute in Lunden und ",
    "quoted words": "„Ja“ ",
    "said in one sentence": "„Ja“, sagte er, ",
    "labels": "Berg: ",
    "names": "Anna Berg ",
    "short lines": "Ja\n",
    "dashes": "– ",
    "prose": "Der Rat von Lunden tagt heute. „Ja, wir bauen das Bad“, sagte Anna Berg. Kritiker seien dagegen. ",
}
MOST = 5.0
"""Times as long for a text four times as long."""
_NOISE = 0.3  # seconds below which a ratio says nothing


def seconds(text: str) -> float:
    """Return the processor time of one analysis."""
    start = time.process_time()
    sl.from_text("Der Rat tagt. " + text)
    return time.process_time() - start


def main() -> int:
    """Measure all texts."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--length", type=int, default=100_000, help="characters of the longer text")
    length = parser.parse_args().length
    seconds(TEXTS["prose"] * 20)  # what is learnt at the first call is not measured
    slow = 0
    print(f"{'text':22} {length // 4:>9} {length:>9}  ratio")
    for name, piece in TEXTS.items():
        short, whole = (seconds(piece * (n // len(piece))) for n in (length // 4, length))
        ratio = whole / max(short, _NOISE / MOST)
        slow += ratio > MOST and whole > _NOISE
        print(f"{name:22} {short:8.2f}s {whole:8.2f}s  {ratio:5.1f}", flush=True)
    print("linear" if not slow else f"{slow} grow faster")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
