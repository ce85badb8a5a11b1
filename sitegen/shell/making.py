"""Make the files of a compiled site in the staging area, those that may differ, and check what changed.

A file made by the fingerprint that the last build noted has the bytes that were looked at then, whether or
not they still lie on disk.  So it is made and not looked at again, unless all of the site must be.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Set
from itertools import chain
from typing import NamedTuple

import msgspec

from sitegen.desk.config import Config
from sitegen.errors import Problem, Where
from sitegen.pipeline import Compiled
from sitegen.shell.keeping import Keeper
from sitegen.shell.output import Staging
from sitegen.shell.program import code_digest
from sitegen.shell.state import Bundled, State, Written
from sitegen.site.urls import Links
from sitegen.web.facts import inspect
from sitegen.web.ledger import Change, orphans, still_sound, whole_check
from sitegen.web.outputs import Output, looked_at, made
from sitegen.web.page_facts import PageFacts, interned
from sitegen.web.survey import Ledger, Survey
from sitegen.work import Spread

_MANY = 20_000  # changes; where more pages say something new, all of the site is looked at

Progress = Callable[[str, int, int], None]


class Made(NamedTuple):
    """What making the site left behind: no bytes, only what to know of them."""

    written: dict[str, Written]
    bundles: tuple[Bundled, ...]
    ledger: Ledger
    problems: tuple[Problem, ...]
    sources: dict[str, tuple[str, ...]]  # of files that were made
    pages: int
    size: int


def make(compiled: Compiled, staging: Staging, before: State, spread: Spread, progress: Progress) -> Made:
    """Stage every file whose fingerprint or place on disk is not as it was; check the whole."""
    keeper = Keeper(staging, before)
    maker = _Maker(compiled.config, staging, before, keeper)
    bundles: list[Bundled] = []
    expected, number = len(before.outputs), 0
    away: deque[Output] = deque()  # being made elsewhere

    def count(more: int) -> None:
        nonlocal number
        number += more
        progress("pages", number, expected if number <= expected else 0)

    def elsewhere() -> Iterator[tuple[str, Callable[[], bytes], bool]]:
        """Take what is at hand; leave what another process can make."""
        for each in chain.from_iterable(keeper.unkept(bundle, count) for bundle in compiled.bundles()):
            if isinstance(each, Bundled):
                bundles.append(each)
            elif each.far:
                away.append(each)
                yield each.path, each.make, maker.must_look(each)
            else:
                maker.take(each, *made((each.path, each.make, maker.must_look(each))))

    for data, facts in spread(made, elsewhere()):
        maker.take(away.popleft(), data, facts)
    compiled.remember_templates()
    gone = before.outputs.keys() - staging.wanted
    ledger, problems = maker.check(gone, spread)
    written = keeper.finished()
    return Made(
        written=written, bundles=tuple(bundles), ledger=ledger, problems=problems, sources=maker.sources,
        pages=sum(path.endswith(".html") for path in written), size=sum(w.size for w in written.values()),
    )  # fmt: skip


class _Maker:
    def __init__(self, config: Config, staging: Staging, before: State, keeper: Keeper) -> None:
        self._links, self._staging, self._before = Links(config.base_url), staging, before
        self._keeper, self._looked = keeper, set[str]()
        #: What was noted of links does not hold: every file must be looked at.
        self._lost = before.code != code_digest() or before.base_url != config.base_url
        self._changes: dict[str, Change] = {}  # of files that say something else than before
        self._survey = Survey(self._links)
        self.sources: dict[str, tuple[str, ...]] = {}  # of files that were made

    @property
    def _must_look_at_all(self) -> bool:
        return self._lost or self._keeper.touched

    def must_look(self, output: Output) -> bool:
        """Say whether nobody has looked at the bytes of a file to be made, or all files must be looked at."""
        was = self._before.outputs.get(output.path)
        return self._must_look_at_all or was is None or was.fingerprint != output.fingerprint

    def take(self, output: Output, data: bytes, facts: PageFacts | None) -> None:
        """Stage a file that was made; without facts it says what it said."""
        path, sources = output.path, output.sources
        self.sources[path] = sources
        is_new = self._staging.add(path, data, _origin(sources) or next(iter(sources), ""))
        if facts is None:
            return
        self._looked.add(path)
        self._survey.add(path, facts)
        if self._must_look_at_all:
            return
        if path not in self._before.outputs:
            self._change(path, None, facts)  # what may lie there was not counted
        elif is_new:
            self._change(path, self._facts(path, self._staging.lying(path)), facts)

    def _change(self, path: str, old: PageFacts | None, new: PageFacts) -> None:
        if old != new or new.problems:
            self._changes[path] = old, interned(new)
        if len(self._changes) > _MANY:
            self._lost = True
            self._changes.clear()

    def _facts(self, path: str, content: bytes | None) -> PageFacts | None:
        return None if content is None else inspect(path, content)

    def _facts_of(self, path: str) -> PageFacts | None:
        """Return the facts of a file of the new site."""
        return self._facts(path, self._staging.made(path))

    def check(self, gone: Set[str], spread: Spread) -> tuple[Ledger, tuple[Problem, ...]]:
        """Return the ledger of the new site and what is wrong with it, looking at no more than is needed.

        The files `gone` are no more in the site.
        """
        self._lost = self._must_look_at_all or not self._keeper.intact(gone)
        wanted, ledger = self._staging.wanted, self._noted_ledger()
        for path in sorted(gone):
            facts = self._facts(path, self._staging.lying(path))
            self._lost = self._lost or facts is None
            self._changes[path] = (facts, None)
        if not self._lost and still_sound(ledger, self._changes, wanted, self._facts_of, self._links):
            return ledger, self._placed(orphans(ledger, wanted))
        rest = ((path, self._staging.made(path) or b"") for path in sorted(wanted - self._looked))
        for path, facts in spread(looked_at, rest):
            self._survey.add(path, facts)
        ledger = self._survey.ledger
        if self._survey.sound(wanted):
            return ledger, self._placed(orphans(ledger, wanted))
        facts_of = {path: facts for path in sorted(wanted) if (facts := self._facts_of(path))}
        return ledger, self._placed(whole_check(facts_of, wanted, self._links)[0])

    def _noted_ledger(self) -> Ledger:
        try:
            return msgspec.msgpack.decode(self._before.ledger, type=Ledger)
        except msgspec.DecodeError:
            self._lost = True
            return Ledger()

    def _placed(self, found: tuple[Problem, ...]) -> tuple[Problem, ...]:
        """Return problems with the path a user sees and the input they come from."""
        name = self._staging.output.name
        out = []
        for problem in found:
            where, hint = problem.where, problem.hint
            origin = _origin(self.sources.get(where.path, ())) if where else ""
            hint = hint or (f"the page is made from {origin}" if origin else "look at the templates")
            out.append(problem._replace(where=where and Where(f"{name}/{where.path}", where.line), hint=hint))
        return tuple(out)


def _origin(sources: tuple[str, ...]) -> str:
    """Return the input to look at when something is wrong with a file made from `sources`."""
    return next((source for source in reversed(sources) if source.startswith("content/")), "")
