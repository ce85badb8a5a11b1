"""`sitegen build`: look whether anything changed, and build only then."""

from __future__ import annotations

from collections.abc import Mapping, Set
from typing import TYPE_CHECKING

from sitegen.errors import SitegenError
from sitegen.shell.heap import LARGE, LARGE_IN_SHORT, lasting
from sitegen.shell.program import code_digest
from sitegen.shell.report import TABLES, Progress, Report, Request, Stopwatch, disk_problem
from sitegen.shell.tables import Tables
from sitegen.shell.untouched import begin, untouched

if TYPE_CHECKING:
    from sitegen.shell.rebuild import Workshop


class Builder:
    """Builds one project whenever it is called; from the second time on from what is in memory."""

    def __init__(self, *, once: bool = False) -> None:
        self._once = once  # it builds but once
        self._workshop: Workshop | None = None
        self._tables: Tables

    def __call__(self, request: Request, progress: Progress) -> Report:
        """Build the site of `request`; every problem a user can cause is in the report, none is raised."""
        watch = Stopwatch(progress)
        try:
            return self._build(request, watch)
        except SitegenError as error:
            return Report(False, False, problems=(error.problem,), seconds=watch.seconds)
        except OSError as error:
            return Report(False, False, problems=(disk_problem(error),), seconds=watch.seconds)

    def _build(self, request: Request, watch: Stopwatch) -> Report:
        if self._workshop is None:
            begun = begin(request)
            report = untouched(request, begun, watch) or self._open(request).build(request, watch, begun)
        else:
            report = self._workshop.build(request, watch)
        if self._workshop:
            self._tables.save()
        return report

    def _open(self, request: Request) -> Workshop:
        if self._workshop is None:
            # What reads and renders takes long to import and to load; a build with nothing to do needs none.
            with lasting(LARGE_IN_SHORT if self._once else LARGE):
                self._tables = Tables(request.project / TABLES, code_digest()).use()
                from sitegen.shell.rebuild import Workshop  # noqa: PLC0415

                self._workshop = Workshop()
        return self._workshop

    @property
    def ready(self) -> bool:
        """Say whether `again` can answer."""
        return self._workshop is not None and self._workshop.is_warm

    def prepare(self, request: Request) -> Report | None:
        """Have at hand what `again` needs; the report of a build if it took one."""
        report = None
        if self._workshop is None:
            self._open(request)
            report = self(request, lambda stage, done, total: None)
        self._open(request).warm()
        return report

    def again(
        self, request: Request, changed: Set[str], pending: Set[str]
    ) -> tuple[str, Mapping[str, bytes]] | None:
        """Return the article that owns all files `changed`, and its files as they would be built now.

        None where the edit may reach further; `pending` are articles edited since the last build.
        """
        try:
            return self._workshop.again(request, changed, pending) if self._workshop else None
        except (SitegenError, OSError):
            return None  # the build will say what is wrong


def build(request: Request, progress: Progress) -> Report:
    """Build the site of `request` once."""
    return Builder(once=True)(request, progress)
