"""`sitegen build`: look whether anything changed, and build only then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitegen.errors import SitegenError
from sitegen.shell.program import code_digest
from sitegen.shell.report import TABLES, Progress, Report, Request, Stopwatch, disk_problem
from sitegen.shell.tables import Tables
from sitegen.shell.untouched import untouched

if TYPE_CHECKING:
    from sitegen.shell.rebuild import Workshop


class Builder:
    """Builds one project whenever it is called; from the second time on from what is in memory."""

    def __init__(self) -> None:
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
            report = untouched(request, watch)
            if report is not None:
                return report
            # What reads and renders takes long to import and to load; a build with nothing to do needs none.
            self._tables = Tables(request.project / TABLES, code_digest()).use()
            from sitegen.shell.rebuild import Workshop  # noqa: PLC0415

            self._workshop = Workshop()
        report = self._workshop.build(request, watch)
        self._tables.save()
        return report


def build(request: Request, progress: Progress) -> Report:
    """Build the site of `request` once."""
    return Builder()(request, progress)
