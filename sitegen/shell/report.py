"""What is asked of a build and what it answers, and the clock that times its stages."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from sitegen.errors import Problem, Where
from sitegen.shell.explain import Change

Progress = Callable[[str, int, int], None]

CACHE = Path(".cache", "sitegen")
MEMO, SHELF, STATE, TABLES = (CACHE / name for name in ("memo.sqlite3", "shelf.d", "state", "tables"))

#: Errors in these files concern one article each; `--keep-going` builds the site without it.
_ARTICLE_FOLDERS = ("content/articles/", "content/english/")


class Request(NamedTuple):
    """What a user asked to be built."""

    project: Path
    output: Path
    base_url: str | None = None
    strict: bool = False  # warnings stop the build too
    keep_going: bool = False  # leave out articles that have errors
    explain: bool = False
    workers: int = 0  # processes that read and render; 0: one for each core
    cluster: str = ""  # address of a Dask scheduler, instead of processes

    @property
    def alone(self) -> bool:
        """Say whether a copy of this process may share its work."""
        return self.workers != 1 and not self.cluster and (os.cpu_count() or 1) > 1

    @property
    def settings(self) -> str:
        """Return what the command line decides of the site, as it would be typed."""
        return f"--base-url {self.base_url}" if self.base_url else ""


class Report(NamedTuple):
    """What a build did; `ok` is False when anything kept it from being what was asked for."""

    ok: bool
    published: bool
    base_url: str = ""
    problems: tuple[Problem, ...] = ()
    articles: int = 0
    pages: int = 0
    files: int = 0
    size: int = 0
    changes: tuple[Change, ...] = ()
    skipped: tuple[tuple[str, str], ...] = ()
    seconds: Mapping[str, float] = {}

    @property
    def errors(self) -> tuple[Problem, ...]:
        """Return the problems that are not mere warnings or notes."""
        return tuple(p for p in self.problems if p.severity == "error")


def stops(problems: tuple[Problem, ...], request: Request, *, forgiving: bool) -> bool:
    """Say whether `problems` forbid publishing."""
    return any(
        request.strict if p.severity == "warning" else not (forgiving and _of_one_article(p))
        for p in problems
        if p.severity != "note"
    )


def _of_one_article(problem: Problem) -> bool:
    return problem.where is not None and problem.where.path.startswith(_ARTICLE_FOLDERS)


def disk_problem(error: OSError) -> Problem:
    """Return a failure of the file system as a problem."""
    where = Where(str(error.filename)) if error.filename else None
    return Problem(f"{error.strerror or error}", where, "look at permissions and free space")


class Stopwatch:
    """A progress receiver that notes how long each stage took and passes everything on."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._last = time.perf_counter()
        self.seconds: dict[str, float] = {}

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Note that `done` of `total` steps of `stage` are behind us."""
        now = time.perf_counter()
        self.seconds[stage] = self.seconds.get(stage, 0.0) + now - self._last
        self._last = now
        self._progress(stage, done, total)
