"""Keep the preview up to date: the pages of an edited article at once, the whole site right behind them.

An edit that cannot reach beyond one article's own pages (`Compiled.again`) is shown
from memory before anything is built; the build that follows publishes the same
bytes.  While an edit waits that may reach further, nothing is shown early.
"""

from __future__ import annotations

import threading
import traceback
from collections.abc import Mapping, Sequence, Set
from pathlib import Path

from sitegen.desk.config import PATH, Config, parse_config
from sitegen.errors import FSI, PDI, Problem
from sitegen.shell.build import Builder
from sitegen.shell.inputs import theme_folder
from sitegen.shell.preview import Preview
from sitegen.shell.report import Report, Request
from sitegen.shell.state import read
from sitegen.shell.terminal import Terminal, show_report
from sitegen.site.urls import Links

_QUIET = 0.3  # seconds without a change
_FRAME = 2  # lines shown before and after the one at fault


class Live:
    """Takes changes from the watcher's thread, builds in one of its own, and tells the open pages."""

    def __init__(self, request: Request, preview: Preview, terminal: Terminal) -> None:
        self._request, self._preview, self._terminal = request, preview, terminal
        self._build = Builder()
        self._lock = threading.Lock()
        self._wake = threading.Semaphore(0)
        self._ending = False
        self._count = 0  # changes so far
        self._reaching = 0  # the last one that may reach beyond its article
        self._built = -1  # the last one that has been built and published
        self._shown: dict[str, int] = {}  # articles shown early -> their last change, until it is built
        self._worker = threading.Thread(target=self._work, name="sitegen-site", daemon=True)

    @property
    def ready(self) -> bool:
        """Say whether an edit of one article would be shown early."""
        return self._reaching <= self._built and self._build.ready

    def __call__(self, changed: Set[str]) -> None:
        """Take note that the files `changed` (project paths; none: look at all) are not as they were."""
        found = None
        try:
            if changed and self.ready:
                found = self._build.again(self._request, changed, self._shown.keys())
        finally:  # whatever goes wrong with showing it early: the edit is built
            self._note(found)

    def _note(self, found: tuple[str, Mapping[str, bytes]] | None) -> None:
        """Count an edit, show what was `found` early, and have the site built."""
        with self._lock:
            self._count += 1
            if found is None:
                self._reaching = self._count
            else:
                id, files = found
                self._shown[id] = self._count
                self._preview.fresh = {**self._preview.fresh, **files}
                self._preview.hub.changed(only=[self._url(path) for path in files])
        if self._worker.ident is None:
            self._worker.start()
        self._wake.release()

    def stop(self) -> None:
        """Wait for a build that is under way, and end."""
        self._ending = True
        self._wake.release()
        if self._worker.ident is not None:
            self._worker.join()

    def _work(self) -> None:
        while self._wake.acquire():
            while self._wake.acquire(timeout=_QUIET if self.ready and not self._ending else 0):
                pass  # several changes are built together; while pages are shown early, the rest can wait
            if self._ending:
                return
            try:
                self._whole()
            except Exception:
                # Not swallowed: the whole traceback is printed.  What users can cause comes back as a report;
                # this is a bug of ours, and a bug in one build must not end the preview.
                traceback.print_exc()

    def _whole(self) -> None:
        """Build all of the site; after the first time get ready to show single articles early."""
        with self._lock:
            count, early = self._count, dict(self._preview.fresh)
        report = self._build(self._request, lambda stage, done, total: None)
        show_report(self._terminal, report, self._request.output.name, explain=False)
        self._preview.base_path = base_path(self._request.project)
        if report.published:
            with self._lock:
                self._built = count
                self._shown = {id: n for id, n in self._shown.items() if n > count}
                fresh = self._preview.fresh.items()
                self._preview.fresh = {path: data for path, data in fresh if early.get(path) is not data}
        self._tell(report, early)
        if report.published and (late := self._build.prepare(self._request)) is not None:
            self._tell(late, {})  # an edit may have come between

    def _tell(self, report: Report, early: Mapping[str, bytes]) -> None:
        """Tell the open pages; those that were shown early and came out the same are left alone."""
        hub = self._preview.hub
        if not report.published:
            found = report.errors or report.problems
            hub.broken([shown(problem, self._request.project) for problem in found])
        elif report.changes:
            only_css = all(change.path.endswith(".css") for change in report.changes)
            same = [path for path, data in early.items() if read(self._request.output / path) == data]
            hub.changed(only_css=only_css, but=[self._url(path) for path in same])
        else:
            hub.mended()

    def _url(self, path: str) -> str:
        return self._preview.base_path + path.removesuffix("index.html")


def base_path(project: Path) -> str:
    """Return the path under which the project's site will lie on its host."""
    try:
        config = parse_config((project / PATH).read_bytes())[0]
    except OSError:
        config = Config()
    return Links(config.base_url).base_path


def shown(problem: Problem, project: Path) -> dict[str, str]:
    """Return a problem as the overlay shows it, with the lines of the file around it."""
    return {
        "place": str(problem.where or ""),
        "what": problem.what.replace(FSI, "").replace(PDI, ""),
        "hint": problem.hint.replace(FSI, "").replace(PDI, ""),
        "frame": _frame(problem, (project, theme_folder())),
    }


def _frame(problem: Problem, roots: Sequence[Path]) -> str:
    """Return the lines around a problem with their numbers, '' where there is nothing to show."""
    where = problem.where
    if where is None or where.line is None:
        return ""
    for root in roots:
        try:
            lines = (root / where.path).read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError):
            continue
        first = max(1, where.line - _FRAME)
        around = enumerate(lines[first - 1 : where.line + _FRAME], first)
        return "\n".join(f"{'>' if n == where.line else ' '} {n:4} | {line[:200]}" for n, line in around)
    return ""
