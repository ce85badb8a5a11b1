"""The whole of a build: read the project, compile, stage and check what differs, publish, take note."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from contextlib import nullcontext

from sitegen.library.project import Options
from sitegen.pipeline import Compiled, compile_site
from sitegen.shelf import Shelf
from sitegen.shelf.answers import PER_ARTICLE
from sitegen.shell.explain import Change, why
from sitegen.shell.halving import FEW, can_halve, in_halves
from sitegen.shell.heap import freeze, uncollected
from sitegen.shell.inputs import ProjectFiles
from sitegen.shell.making import Hands, Made, make
from sitegen.shell.manifest import NAME, Manifest
from sitegen.shell.output import Plan, Staging
from sitegen.shell.pool import Pool
from sitegen.shell.program import code_digest
from sitegen.shell.report import MEMO, STATE, TABLES, Report, Request, Stopwatch, stops
from sitegen.shell.scouting import Scout
from sitegen.shell.shelving import load_shelf, save_shelf, shelf_sign
from sitegen.shell.state import State, Summary, read_state, write_state
from sitegen.shell.store import Store
from sitegen.shell.untouched import Begun, inputs_of
from sitegen.shell.writing import Sign, sign


class Workshop:
    """Builds one project, once or again and again; what the last build held is still at hand for the next."""

    def __init__(self) -> None:
        self._shelf: tuple[Sign, Shelf] | None = None  # with the sign of its file
        self._state: tuple[Sign, State] | None = None  # with the sign of its file
        self._compiled: Compiled | None = None  # the site as it was last published
        self.is_warm = False  # `again` will be quick

    def warm(self) -> None:
        """Get ready for `again`: load the tables that reading and rendering one article load."""
        if self._compiled and not self.is_warm:
            for _, path in self._compiled.articles[:1]:
                self._compiled.again((path,), frozenset())
            freeze()  # what is held from build to build
            self.is_warm = True

    def again(
        self, request: Request, changed: Iterable[str], pending: Set[str]
    ) -> tuple[str, Mapping[str, bytes]] | None:
        """Return the article that owns all files `changed`, with its files made anew (`Compiled.again`)."""
        compiled = self._compiled
        if compiled is None:
            return None
        known = [path for path in changed if path in compiled.inputs or (request.project / path).exists()]
        return compiled.again(known, pending)

    def build(self, request: Request, watch: Stopwatch, begun: Begun | None = None) -> Report:
        """Build the site; problems of the project are in the report, those of the disk are raised.

        `begun` is what somebody has looked at just now.
        """
        spread = Pool(request.workers, request.cluster, request.project / TABLES)
        going = Scout(request, begun) if begun else nullcontext()
        with going as scout, Store(request.project / MEMO) as memo, spread as pool:
            return self._build(request, scout, memo, pool, watch)

    def _build(
        self, request: Request, scout: Scout | None, memo: Store, pool: Pool, watch: Stopwatch
    ) -> Report:
        if scout:
            self._state = scout.begun.sign, scout.begun.state
        with uncollected(first=self._shelf is None):
            before, shelf = self._last_state(request), self._last_shelf(request)
        files = scout.begun.files if scout else inputs_of(request, before)
        options = Options(base_url=request.base_url, code=code_digest())
        reading = in_halves(pool.reading, memo.apart) if _alone(request) else pool.reading
        reading = scout.reading(reading) if scout else reading
        compiled = compile_site(files, options, memo, watch, shelf=shelf, spread=reading)
        memo.need(PER_ARTICLE * len(compiled.articles), compiled.library.needs)
        problems = (*files.problems, *compiled.problems)
        report = Report(
            ok=not stops(problems, request, forgiving=False), published=False, seconds=watch.seconds,
            base_url=compiled.config.base_url, problems=problems, articles=len(compiled.articles),
            skipped=compiled.skipped,
        )  # fmt: skip
        self._keep_shelf(request, compiled.library.shelf, shelf)
        if stops(problems, request, forgiving=request.keep_going):
            return report
        with Staging(request.output) as staging, pool.ending():
            lies = before.manifest == sign(request.output / NAME)  # nobody else has begun to publish since
            few = compiled.library.shelf.newer(shelf) < FEW and lies and before.around == compiled.around
            apart = memo.apart if few and _alone(request) else None
            hands = Hands(pool.making, apart, near=not request.cluster)
            touched = scout.touched(before) if scout and lies else None
            made = make(compiled, staging, (before, touched), hands, watch)
            watch("check", 1, 1)
            report = _with_pages(report, made, len(staging.wanted), request)
            if stops(made.problems, request, forgiving=False):
                return report
            after = _manifest(request, files, compiled, staging)
            done = staging.publish(after)
            changes = _changes(done, made.sources, staging.before, after, explain=request.explain)
        self._note(request, files, compiled, report, made, after)
        self._compiled = compiled
        watch("publish", 1, 1)
        return report._replace(published=True, changes=changes)

    def _last_state(self, request: Request) -> State:
        place = request.project / STATE
        if self._state is None or self._state[0] != sign(place):
            return read_state(place)
        return self._state[1]

    def _last_shelf(self, request: Request) -> Shelf:
        if self._shelf is None or self._shelf[0] != shelf_sign(request.project):
            return load_shelf(request.project)
        return self._shelf[1]

    def _keep_shelf(self, request: Request, shelf: Shelf, before: Shelf) -> None:
        lying = save_shelf(request.project, shelf, before)
        self._shelf = (shelf_sign(request.project), lying)

    def _note(  # noqa: PLR0913, PLR0917 - all that is to be noted
        self,
        request: Request,
        files: ProjectFiles,
        compiled: Compiled,
        report: Report,
        made: Made,
        after: Manifest,
    ) -> None:
        """Write down what the next build may rely on."""
        summary = Summary(report.problems, report.articles, report.pages, report.size, report.skipped)
        state = State(
            code=after.code, settings=after.settings, base_url=after.base_url, noted=files.since,
            output=str(request.output.resolve()), manifest=sign(request.output / NAME), inputs=files.notes(),
            outputs=made.written, bundles=made.bundles, ledger=made.ledger, orphans=made.orphans,
            around=compiled.around, summary=summary,
        )  # fmt: skip
        write_state(request.project / STATE, state)
        self._state = (sign(request.project / STATE), state)


def _with_pages(report: Report, made: Made, files: int, request: Request) -> Report:
    """Return a report with what was made of the site and found on its pages."""
    return report._replace(
        ok=report.ok and not stops(made.problems, request, forgiving=False),
        problems=(*report.problems, *made.problems), pages=made.pages, files=files, size=made.size,
    )  # fmt: skip


def _alone(request: Request) -> bool:
    """Say whether a copy of this process may share its work now."""
    return request.alone and can_halve()


def _manifest(request: Request, files: ProjectFiles, compiled: Compiled, staging: Staging) -> Manifest:
    return Manifest(
        code=code_digest(),
        settings=request.settings,
        base_url=compiled.config.base_url,
        inputs=files.all_digests(),
        outputs=staging.in_order(staging.wanted),
    )


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
