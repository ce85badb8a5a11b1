"""Build a project: read its files, compile, stage and check every page, publish, report."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from sitegen.desk.config import Config
from sitegen.errors import Problem, SitegenError, Where
from sitegen.memo import Memo
from sitegen.pipeline import Options, compile_site
from sitegen.shelf import decode_shelf
from sitegen.shell.explain import Change, why
from sitegen.shell.inputs import ProjectFiles, theme_folder
from sitegen.shell.making import make
from sitegen.shell.manifest import Manifest
from sitegen.shell.output import Plan, Staging
from sitegen.shell.program import code_digest
from sitegen.shell.state import State, Summary, read_state, save, write_state
from sitegen.shell.store import Store
from sitegen.shell.typefaces import installed

Progress = Callable[[str, int, int], None]

CACHE = Path(".cache", "sitegen")
MEMO, SHELF, STATE = CACHE / "memo.sqlite3", CACHE / "shelf", CACHE / "state"

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


class Report(NamedTuple):
    """What a build did; `ok` is False when anything kept it from being what was asked for."""

    ok: bool
    published: bool
    config: Config = Config()
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


def build(request: Request, progress: Progress) -> Report:
    """Build the site of `request`; every problem a user can cause is in the report, none is raised."""
    watch = Stopwatch(progress)
    try:
        with Store(request.project / MEMO) as memo:
            return _build(request, memo, watch)
    except SitegenError as error:
        return Report(False, False, problems=(error.problem,), seconds=watch.seconds)
    except OSError as error:
        return Report(False, False, problems=(disk_problem(error),), seconds=watch.seconds)


def _build(request: Request, memo: Memo, watch: Stopwatch) -> Report:
    before = read_state(request.project / STATE)
    noted = time.time_ns()
    files = ProjectFiles(request.project, theme_folder(), installed())
    files.believe(before.inputs, before.noted)
    options = Options(base_url=request.base_url, code=code_digest())
    shelf = decode_shelf(_read(request.project / SHELF))
    compiled = compile_site(files, options, memo, watch, shelf=shelf)
    problems = (*files.problems, *compiled.problems)
    report = Report(
        ok=not _stops(problems, request, forgiving=False), published=False, config=compiled.config,
        problems=problems, articles=len(compiled.articles), skipped=compiled.skipped, seconds=watch.seconds,
    )  # fmt: skip
    save(request.project / SHELF, compiled.library.shelf.encode())
    if _stops(problems, request, forgiving=request.keep_going):
        return report
    with Staging(request.output) as staging:
        made = make(compiled, staging, before, memo, watch)
        watch("check", 1, 1)
        report = report._replace(
            ok=report.ok and not _stops(made.problems, request, forgiving=False),
            problems=(*problems, *made.problems), pages=made.pages, files=len(staging.wanted), size=made.size,
        )  # fmt: skip
        if _stops(made.problems, request, forgiving=False):
            return report
        after = Manifest(
            code=options.code,
            settings=_settings(request),
            base_url=compiled.config.base_url,
            inputs=files.all_digests(),
            outputs=tuple(sorted(staging.wanted)),
        )
        done = staging.publish(after)
        changes = _changes(done, made.sources, staging.before, after, explain=request.explain)
    state = State(
        code=options.code, settings=after.settings, base_url=after.base_url, noted=noted,
        inputs=files.notes(), outputs=made.written, ledger=made.ledger, summary=_summary(report),
    )  # fmt: skip
    write_state(request.project / STATE, state)
    watch("publish", 1, 1)
    return report._replace(published=True, changes=changes)


def _settings(request: Request) -> str:
    return f"--base-url {request.base_url}" if request.base_url else ""


def _summary(report: Report) -> Summary:
    return Summary(report.problems, report.articles, report.pages, report.skipped)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _stops(problems: tuple[Problem, ...], request: Request, *, forgiving: bool) -> bool:
    """Say whether `problems` forbid publishing."""
    return any(
        request.strict if p.severity == "warning" else not (forgiving and _of_one_article(p))
        for p in problems
        if p.severity != "note"
    )


def _of_one_article(problem: Problem) -> bool:
    return problem.where is not None and problem.where.path.startswith(_ARTICLE_FOLDERS)


def _changes(
    done: Plan,
    sources: Mapping[str, tuple[str, ...]],
    before: Manifest | None,
    after: Manifest,
    *,
    explain: bool,
) -> tuple[Change, ...]:
    """List what was done, with reasons if asked for."""
    listed = [
        *(Change(path, "new") for path in done.create),
        *(Change(path, "changed") for path in done.replace),
        *(Change(path, "removed") for path in (*done.clear, *done.remove)),
    ]
    if not explain:
        return tuple(listed)
    return tuple(c._replace(why=why(c.kind, sources.get(c.path, ()), before, after)) for c in listed)


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
