"""Build a project: read its files, compile, stage and check every page, publish, report."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from sitegen.desk.config import Config
from sitegen.errors import Problem, SitegenError, Where
from sitegen.memo import Memo, digest, remember
from sitegen.pipeline import Compiled, Options, compile_site
from sitegen.shell.explain import Change, why
from sitegen.shell.inputs import ProjectFiles, theme_folder
from sitegen.shell.manifest import Manifest
from sitegen.shell.output import Plan, Staging
from sitegen.shell.program import code_digest
from sitegen.shell.store import Store
from sitegen.shell.typefaces import installed
from sitegen.site.urls import Links
from sitegen.web.check import cross_check
from sitegen.web.facts import PageFacts, inspect, interned

Progress = Callable[[str, int, int], None]

MEMO = Path(".cache", "sitegen", "memo.sqlite3")

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
    files = ProjectFiles(request.project, theme_folder(), installed())
    options = Options(base_url=request.base_url, code=code_digest())
    compiled = compile_site(files, options, memo, watch)
    problems = (*files.problems, *compiled.problems)
    report = Report(
        ok=not _stops(problems, request, forgiving=False), published=False, config=compiled.config,
        problems=problems, articles=len(compiled.articles), skipped=compiled.skipped, seconds=watch.seconds,
    )  # fmt: skip
    if _stops(problems, request, forgiving=request.keep_going):
        return report
    with Staging(request.output) as staging:
        made = _stage(compiled, staging, memo, watch, request.explain)
        found = _checked(made, staging, compiled.config)
        report = report._replace(
            ok=report.ok and not _stops(found, request, forgiving=False), problems=(*problems, *found),
            pages=made.pages, files=len(staging.wanted), size=made.size,
        )  # fmt: skip
        watch("check", 1, 1)
        if _stops(found, request, forgiving=False):
            return report
        after = Manifest(
            code=options.code,
            settings=f"--base-url {request.base_url}" if request.base_url else "",
            base_url=compiled.config.base_url,
            inputs=files.all_digests(),
            outputs=tuple(sorted(staging.wanted)),
        )
        done = staging.publish(after)
        watch("publish", 1, 1)
        changes = _changes(done, made.sources, staging.before, after, explain=request.explain)
        return report._replace(published=True, changes=changes)


def _stops(problems: tuple[Problem, ...], request: Request, *, forgiving: bool) -> bool:
    """Say whether `problems` forbid publishing."""
    return any(
        request.strict if p.severity == "warning" else not (forgiving and _of_one_article(p))
        for p in problems
        if p.severity != "note"
    )


def _of_one_article(problem: Problem) -> bool:
    return problem.where is not None and problem.where.path.startswith(_ARTICLE_FOLDERS)


class _Made(NamedTuple):
    """What rendering left behind: no bytes, only facts."""

    facts: dict[str, PageFacts]
    origins: dict[str, str]  # path -> the input to look at when something is wrong there
    sources: dict[str, tuple[str, ...]]  # of changed files, where they must be explained
    pages: int
    size: int


def _stage(compiled: Compiled, staging: Staging, memo: Memo, progress: Progress, explain: bool) -> _Made:
    """Render every file, keep what differs in the staging area and remember what pages say of each other."""
    facts: dict[str, PageFacts] = {}
    origins: dict[str, str] = {}
    sources: dict[str, tuple[str, ...]] = {}
    pages = size = 0
    expected = len(staging.ours)
    for number, output in enumerate(compiled.outputs(), 1):
        origin = next((s for s in reversed(output.sources) if s.startswith("content/")), "")
        changed = staging.add(output.path, output.data, origin or next(iter(output.sources), ""))
        if changed and explain:
            sources[output.path] = output.sources
        facts[output.path] = _facts(memo, output.path, output.data)
        origins[output.path] = origin
        pages += output.path.endswith(".html")
        size += len(output.data)
        progress("pages", number, expected if number <= expected else 0)
    return _Made(facts, origins, sources, pages, size)


def _facts(memo: Memo, path: str, content: bytes) -> PageFacts:
    """Return the facts of one file; parsing HTML is the slow part of a build that changes little."""
    key = digest("facts", code_digest(), path, content)
    return interned(remember(memo, key, PageFacts, lambda: inspect(path, content)))


def _checked(made: _Made, staging: Staging, config: Config) -> tuple[Problem, ...]:
    """Return what is wrong with the staged site, each problem with the input it comes from."""
    found = cross_check(made.facts, staging.wanted, Links(config.base_url))
    name = staging.output.name
    out = []
    for problem in found:
        where, hint = problem.where, problem.hint
        origin = made.origins.get(where.path, "") if where else ""
        out.append(
            problem._replace(
                where=where and Where(f"{name}/{where.path}", where.line),
                hint=hint or (f"the page is made from {origin}" if origin else "look at the templates"),
            )
        )
    return tuple(out)


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
