"""What the processes of a run have learned about word forms, told to each other in files.

A word form costs a hundred times as much when it is met for the first time. Without this, every process
would learn the same forms. The results do not depend on it: what is told is what would have been found.
"""

from __future__ import annotations

import json
import os
import socket
from functools import lru_cache
from pathlib import Path

from stimmlage.language.tagging import tagger

_WORTH_TELLING = 200  # forms
_SHARE_WORTH_TELLING = 40  # one in so many forms that are known


class SharedForms:
    """The forms learned by the processes that work on one run, in a folder that all of them see."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._own = f"{socket.gethostname()}-{os.getpid()}"
        self._n_told = 0
        self._read: set[str] = set()
        folder.mkdir(parents=True, exist_ok=True)
        tagger().learned()  # what was known before is not worth telling
        self._learn()

    def exchange(self) -> None:
        """Tell the others what was learned here and learn from them, once enough has come together."""
        if tagger().n_untold >= max(_WORTH_TELLING, tagger().n_learned // _SHARE_WORTH_TELLING):
            self._tell()
            self._learn()

    def _tell(self) -> None:
        name = f"{self._own}-{self._n_told}.json"
        unfinished = self._folder / f"{name}.tmp"
        unfinished.write_text(json.dumps(tagger().learned()), "ascii")
        os.replace(unfinished, self._folder / name)
        self._read.add(name)
        self._n_told += 1

    def _learn(self) -> None:
        for name in sorted(os.listdir(self._folder)):
            if name.endswith(".json") and name not in self._read:
                self._read.add(name)
                try:
                    learned = json.loads((self._folder / name).read_text("ascii"))
                except (OSError, ValueError):  # a power cut or the end of the run: these forms are learned here
                    continue
                tagger().learn(learned)


@lru_cache(maxsize=1)
def shared_forms(folder: Path) -> SharedForms:
    """Return the forms shared in a folder, as far as this process knows them."""
    return SharedForms(folder)
