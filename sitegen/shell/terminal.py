"""What commands print: problems, progress and reports, coloured on a terminal, plain elsewhere.

Answers go to standard output; problems and progress go to standard error.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from functools import cached_property
from types import TracebackType
from typing import TYPE_CHECKING, Any

import msgspec

from sitegen.errors import Problem

if TYPE_CHECKING:
    # `sitegen new` and `--help` need no pipeline, and who says nothing needs nothing that prints.
    from rich.console import Console
    from rich.progress import Progress, TaskID

    from sitegen.shell.report import Report

#: What each stage of a build is called while it runs.
STAGES = {
    "import": "importing",
    "read": "reading articles",
    "english": "writing English",
    "review": "reviewing",
    "translate": "translating",
    "pages": "rendering pages",
    "check": "checking",
    "publish": "publishing",
}
_PATIENCE = 1.0  # seconds before a stage is shown at all
_MOST = 40  # problems printed one by one
_COLOURS = {"error": "bold red", "warning": "yellow", "note": "dim"}


class Terminal:
    """Where a command speaks to its user; `verbosity` is -1 (quiet), 0 or 1 (verbose)."""

    def __init__(self, verbosity: int = 0, out: Console | None = None, err: Console | None = None) -> None:
        self.verbosity, self._out, self._err = verbosity, out, err

    @cached_property
    def out(self) -> Console:
        """Where answers go."""
        return self._out or _console(stderr=False)

    @cached_property
    def err(self) -> Console:
        """Where problems and progress go."""
        return self._err or _console(stderr=True)

    def say(self, text: str, *, style: str | None = None) -> None:
        """Print one line of the answer, unless quiet."""
        if self.verbosity >= 0:
            self.out.print(_plain(text), style=style)

    def data(self, line: bytes) -> None:
        """Print one line for programs, whatever the verbosity."""
        self.out.file.write(line.decode().rstrip("\n") + "\n")

    def detail(self, text: str) -> None:
        """Print one line that only `-v` shows."""
        if self.verbosity > 0:
            self.err.print(_plain(text), style="dim")

    def problems(self, problems: Iterable[Problem]) -> None:
        """Print every error, and every warning unless quiet; many of them are counted."""
        listed = sorted(problems, key=lambda p: p.severity != "error")
        if self.verbosity < 0:
            listed = [p for p in listed if p.severity == "error"]
        most = len(listed) if self.verbosity > 0 else _MOST
        for problem in listed[:most]:
            colour = _COLOURS[problem.severity]
            self.err.print(f"[{colour}]{problem.severity}:[/] {_plain(str(problem))}")
        if len(listed) > most:
            self.err.print(f"... and {len(listed) - most} more; see all of them with -v")

    def progress(self, clock: Callable[[], float] = time.monotonic) -> Bars:
        """Return a receiver of progress; use it as a context."""
        return Bars(self, clock)


def _console(*, stderr: bool) -> Console:
    from rich.console import Console  # noqa: PLC0415

    return Console(stderr=stderr, highlight=False, soft_wrap=True, emoji=False)


def _plain(text: str) -> str:
    """Return text of which nothing is taken for markup."""
    from rich.markup import escape  # noqa: PLC0415

    return escape(text)


class Bars:
    """Progress of stages that take longer than a second: bars on a terminal, else a line now and then."""

    def __init__(self, terminal: Terminal, clock: Callable[[], float]) -> None:
        self._terminal, self._clock = terminal, clock
        self._stage = ""
        self._since = 0.0
        self._told = 0.0
        self._bars: Progress | None = None
        self._task: TaskID

    def __enter__(self) -> Bars:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bars is not None:
            self._bars.stop()

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Show that `done` of `total` steps of `stage` are behind us; `total` 0: nobody knows how many."""
        now = self._clock()
        if stage != self._stage:
            self._begin(stage, now)
        if self._terminal.verbosity < 0 or now - self._since < _PATIENCE:
            return
        if self._terminal.err.is_terminal:
            self._draw(done, total)
        elif now - self._told >= 5 * _PATIENCE or done == total:
            self._told = now
            self._terminal.err.print(f"{STAGES.get(stage, stage)}: {done}{f'/{total}' if total else ''}")

    def _begin(self, stage: str, now: float) -> None:
        self._stage, self._since, self._told = stage, now, now
        if self._bars is not None:
            self._bars.stop()
            self._bars = None

    def _draw(self, done: int, total: int) -> None:
        if self._bars is None:
            from rich import progress  # noqa: PLC0415

            columns = (
                progress.TextColumn("{task.description}"),
                progress.BarColumn(),
                progress.MofNCompleteColumn(),
                progress.TimeRemainingColumn(),
            )
            self._bars = progress.Progress(*columns, console=self._terminal.err, transient=True)
            self._task = self._bars.add_task(STAGES.get(self._stage, self._stage), total=total or None)
            self._bars.start()
        self._bars.update(self._task, completed=done, total=total or None)


def show_report(terminal: Terminal, report: Report, output: str, *, explain: bool) -> None:
    """Print what a build did."""
    for path, why in report.skipped:
        terminal.detail(f"left out: {path}: {why}")
    terminal.problems(report.problems)
    if not report.published:
        count = len(report.errors) or len(report.problems)
        terminal.err.print(f"{_count(count, 'problem')}; {_plain(output)}/ is as it was", style="bold red")
        return
    if explain:
        for change in report.changes:
            terminal.say(f"{change.kind:8}{change.path}: {change.why}")
    made = f"{_count(report.articles, 'article')}, {_count(report.pages, 'page')} in {output}/"
    terminal.say(
        f"{made}: {_changed(report)} ({sum(report.seconds.values()):.1f} s)",
        style="green" if report.ok else None,
    )
    for stage, seconds in report.seconds.items():
        terminal.detail(f"{STAGES.get(stage, stage)}: {seconds:.2f} s")


def _changed(report: Report) -> str:
    kinds = [change.kind for change in report.changes]
    parts = [f"{kinds.count(kind)} {kind}" for kind in ("new", "changed", "removed") if kind in kinds]
    return ", ".join(parts) or "nothing changed"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def problem_values(problem: Problem) -> dict[str, Any]:
    """Return a problem as plain values."""
    where = problem.where
    return {
        "severity": problem.severity, "path": where.path if where else None,
        "line": where.line if where else None, "what": problem.what, "hint": problem.hint,
    }  # fmt: skip


def report_line(report: Report, output: str) -> bytes:
    """Return a build report as one JSON object."""
    return msgspec.json.encode(
        {
            "ok": report.ok, "published": report.published,
            "output": output, "base_url": report.base_url,
            "articles": report.articles, "pages": report.pages, "files": report.files, "bytes": report.size,
            "changes": [change._asdict() for change in report.changes],
            "skipped": [{"path": path, "why": why} for path, why in report.skipped],
            "problems": [problem_values(p) for p in report.problems],
            "seconds": {stage: round(seconds, 3) for stage, seconds in report.seconds.items()},
        }
    )  # fmt: skip
