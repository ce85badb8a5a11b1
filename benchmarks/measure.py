"""Run a command and note its wall time and the memory of all its processes together."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import psutil

_EVERY = 0.02  # seconds between two looks at the memory

#: Nobody's Python compiles its modules anew at each start, whatever the shell that measures has set.
ENV = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


class Cost(NamedTuple):
    """What one run took: seconds of wall time, peak resident memory of all its processes in MB."""

    seconds: float
    megabytes: float


def run(command: Sequence[str], folder: Path) -> Cost:
    """Run `command` in `folder`; a command that fails stops the benchmark with its own words."""
    started = time.perf_counter()
    process = psutil.Popen(command, cwd=folder, env=ENV, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    watcher = _Watcher(process)
    watcher.start()
    words, _ = process.communicate()
    seconds = time.perf_counter() - started
    watcher.join()
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{words.decode(errors='replace')[-2000:]}")
    return Cost(seconds, watcher.peak / 1e6)


class _Watcher(threading.Thread):
    """Adds up the memory of a process and its children until it ends."""

    def __init__(self, process: psutil.Process) -> None:
        super().__init__(daemon=True)
        self._process, self.peak = process, 0

    def run(self) -> None:
        """Look again and again."""
        while self._process.is_running() and self._process.status() != psutil.STATUS_ZOMBIE:
            try:
                family = [self._process, *self._process.children(recursive=True)]
                self.peak = max(self.peak, sum(_private(each) for each in family))
            except psutil.Error:
                pass
            time.sleep(_EVERY)


def _private(process: psutil.Process) -> int:
    try:
        return int(process.memory_info().rss)
    except psutil.Error:
        return 0


def median(work: Callable[[], Cost], times: int) -> Cost:
    """Return the median time and the highest memory of several runs."""
    costs = [work() for _ in range(times)]
    return Cost(sorted(c.seconds for c in costs)[len(costs) // 2], max(c.megabytes for c in costs))


def weight(folder: Path) -> tuple[int, int]:
    """Return how many HTML files lie below `folder`, and the bytes of all files."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return sum(path.suffix == ".html" for path in files), sum(path.stat().st_size for path in files)
