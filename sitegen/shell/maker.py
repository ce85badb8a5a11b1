"""Make files in workers, take them into the staging area, check what they could have broken.

A worker makes a file and, where nothing lies yet, writes it too: bytes that are written where they are made
need not be packed, sent and unpacked by two processes.  A file made by the fingerprint that the last build
noted has the bytes that were looked at then, whether or not they still lie on disk.  So it is made and not
looked at again, unless all of the site must be.
"""

from __future__ import annotations

from collections.abc import Callable, Set
from pathlib import Path
from typing import NamedTuple

import msgspec

from sitegen.desk.config import Config
from sitegen.errors import Problem, Where
from sitegen.shell.keeping import Keeper
from sitegen.shell.output import Staging
from sitegen.shell.program import code_digest
from sitegen.shell.state import State
from sitegen.shell.writing import Sign, write_new
from sitegen.site.urls import Links
from sitegen.web.facts import inspect
from sitegen.web.ledger import Change, orphans, still_sound, whole_check
from sitegen.web.outputs import Output, looked_at, made
from sitegen.web.page_facts import PageFacts, alike, interned
from sitegen.web.survey import Ledger, Survey
from sitegen.work import Spread

_MANY = 20_000  # changes; where more pages say something new, all of the site is looked at

#: How a file is made: its path, its maker, whether to look at it, where to write it if here.
Job = tuple[str, Callable[[], bytes], bool, str]


class File(NamedTuple):
    """A file that was made and not staged yet; `change` is what it said and says, if these differ."""

    path: str
    sources: tuple[str, ...]
    data: bytes
    change: Change | None


class Checked(NamedTuple):
    """What a site says of itself as an encoded `Ledger`, pages that none links to, all that is wrong."""

    ledger: bytes
    orphans: tuple[Problem, ...]
    problems: tuple[Problem, ...]


class Maker:
    """Stages what is made and knows what changed by it."""

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

    def file(self, output: Output) -> File:
        """Make a file without staging it; a copy of this process can do it."""
        data, facts = made((output.path, output.make, self.must_look(output)))
        return File(output.path, output.sources, data, self._changed(output.path, data, facts))

    def reserve(self, output: Output) -> str:
        """Claim the path of a file; return where it may be written at once, '' if it is to be compared."""
        self.sources[output.path] = output.sources
        return self._staging.reserve(output.path, _origin(output.sources) or next(iter(output.sources), ""))

    def take(self, output: Output, data: bytes | Sign, facts: PageFacts | None) -> None:
        """Stage a file whose path is reserved, or note that it was; without facts it says what it said."""
        change = self._changed(output.path, data, facts)
        self._staging.fill(output.path, data)
        self._note(output.path, change)
        if facts is not None:
            self._looked.add(output.path)
            self._survey.add(output.path, facts)

    def stage(self, file: File) -> None:
        """Put a file into the staging area."""
        path, sources, data, change = file
        self.sources[path] = sources
        self._staging.add(path, data, _origin(sources) or next(iter(sources), ""))
        self._note(path, change)

    def _note(self, path: str, change: Change | None) -> None:
        """Take note of what a file said and says."""
        if change and change[1] and not self._must_look_at_all:
            self._changes[path] = change[0], interned(change[1])
        if len(self._changes) > _MANY:
            self._lost = True
            self._changes.clear()

    def _changed(self, path: str, data: bytes | Sign, facts: PageFacts | None) -> Change | None:
        """Return what a file said and says, None where it says what it said."""
        if facts is None or self._must_look_at_all:
            return None
        if path not in self._before.outputs:
            return None, facts  # what may lie there was not counted
        lying = self._staging.lying(path)
        if lying == data:
            return None
        old = self._facts(path, lying)
        return None if old and not facts.problems and alike(old, facts) else (old, facts)

    def _facts(self, path: str, content: bytes | None) -> PageFacts | None:
        return None if content is None else inspect(path, content)

    def _facts_of(self, path: str) -> PageFacts | None:
        """Return the facts of a file of the new site."""
        return self._facts(path, self._staging.made(path))

    def check(self, gone: Set[str], spread: Spread) -> Checked:
        """Say what is wrong with the new site, looking at no more than is needed.

        The files `gone` are no more in the site.
        """
        self._lost = self._must_look_at_all or not self._keeper.intact(gone)
        for path in sorted(gone):
            facts = self._facts(path, self._staging.lying(path))
            self._lost = self._lost or facts is None
            self._changes[path] = (facts, None)
        if not self._lost and not self._changes:  # all is said that was said
            before = self._before
            return Checked(before.ledger, before.orphans, self._placed(before.orphans))
        wanted, ledger = self._staging.wanted, self._noted_ledger()
        if not self._lost and still_sound(ledger, self._changes, wanted, self._facts_of, self._links):
            return self._sound(ledger)
        rest = ((path, self._staging.made(path) or b"") for path in sorted(wanted - self._looked))
        for path, facts in spread(looked_at, rest):
            self._survey.add(path, facts)
        ledger = self._survey.ledger
        if self._survey.sound(wanted):
            return self._sound(ledger)
        facts_of = {path: facts for path in sorted(wanted) if (facts := self._facts_of(path))}
        return Checked(b"", (), self._placed(whole_check(facts_of, wanted, self._links)[0]))

    def _sound(self, ledger: Ledger) -> Checked:
        """Return what is to be noted of a site without fault."""
        lonely = orphans(ledger, self._staging.wanted)
        return Checked(msgspec.msgpack.encode(ledger), lonely, self._placed(lonely))

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


def made_there(job: Job) -> tuple[bytes | Sign, PageFacts | None]:
    """Make one file where this runs; given a place, write it there and return its sign, else its bytes."""
    path, make, look, place = job
    data, facts = made((path, make, look))
    if not place:
        return data, facts
    try:
        return write_new(place, data), facts
    except FileExistsError:  # by a worker that has died since
        Path(place).unlink()
        return write_new(place, data), facts
