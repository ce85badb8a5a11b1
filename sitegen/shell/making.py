"""Make the files of a compiled site in the staging area, those that may differ, and check what changed.

After a small edit this process and a copy of it share the bundles of the site; else workers make the files.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Set
from itertools import chain
from typing import NamedTuple

from sitegen.errors import Problem
from sitegen.pipeline import OWN, Compiled
from sitegen.shell.halving import halved
from sitegen.shell.keeping import Keeper
from sitegen.shell.maker import File, Job, Maker, made_there
from sitegen.shell.output import Staging
from sitegen.shell.state import Bundled, State, Written
from sitegen.web.outputs import Bundle, Output
from sitegen.work import Spread

Progress = Callable[[str, int, int], None]


class Made(NamedTuple):
    """What making the site left behind: no bytes, only what to know of them."""

    written: dict[str, Written]
    bundles: tuple[Bundled, ...]
    ledger: bytes  # what the pages say of each other
    orphans: tuple[Problem, ...]
    problems: tuple[Problem, ...]
    sources: dict[str, tuple[str, ...]]  # of files that were made
    pages: int
    size: int


class Hands(NamedTuple):
    """Who makes files: workers; for a small edit a copy of this process, which calls `apart` first."""

    spread: Spread
    apart: Callable[[], None] | None = None
    near: bool = False  # workers write to the disk that this process writes to


def make(
    compiled: Compiled,
    staging: Staging,
    last: tuple[State, Set[str] | None],
    hands: Hands,
    progress: Progress,
) -> Made:
    """Stage every file whose fingerprint or place on disk is not as it was; check the whole.

    The `last` build noted a state; what was touched since may be known.
    """
    before, touched = last
    keeper = Keeper(staging, before, touched)
    maker = Maker(compiled.config, staging, before, keeper)
    count = _Count(progress, len(before.outputs))
    if hands.apart:
        bundles = _halved(tuple(compiled.bundles()), staging, (keeper, maker), hands.apart, count)
    else:
        bundles = _spread(compiled.bundles(), (keeper, maker), hands, count)
    compiled.remember_templates()
    gone = before.outputs.keys() - staging.wanted
    checked = maker.check(gone, hands.spread)
    written = keeper.finished()
    return Made(
        written=written, bundles=tuple(bundles), ledger=checked.ledger, orphans=checked.orphans,
        problems=checked.problems, sources=maker.sources,
        pages=sum(path.endswith(".html") for path in written), size=sum(w.size for w in written.values()),
    )  # fmt: skip


class _Count:
    """Tells how many files have been looked at; as many are expected as the last build wrote."""

    def __init__(self, progress: Progress, expected: int) -> None:
        self._progress, self._expected, self._number = progress, expected, 0

    def __call__(self, more: int) -> None:
        self._number += more
        self._progress("pages", self._number, self._expected if self._number <= self._expected else 0)


def _spread(
    bundles: Iterator[Bundle], tools: tuple[Keeper, Maker], hands: Hands, count: _Count
) -> list[Bundled]:
    """Have workers make what does not stay, and write it where nothing lies yet."""
    keeper, maker = tools
    noted: list[Bundled] = []
    away: deque[Output] = deque()  # being made elsewhere

    def elsewhere() -> Iterator[Job]:
        """Take what is at hand; leave what another process can make."""
        for each in chain.from_iterable(keeper.unkept(bundle, count) for bundle in bundles):
            if isinstance(each, Bundled):
                noted.append(each)
                continue
            place = maker.reserve(each)
            job = each.path, each.make, maker.must_look(each), place if hands.near else ""
            if each.far:
                away.append(each)
                yield job
            else:
                maker.take(each, *made_there(job))

    for data, facts in hands.spread(made_there, elsewhere()):
        maker.take(away.popleft(), data, facts)
    return noted


class _Looked(NamedTuple):
    """What is to be done with one bundle: its files as they will be noted, those that stay, those made."""

    bundled: Bundled
    written: dict[str, Written]
    kept: list[str]
    files: list[File]
    touched: bool


def _halved(
    bundles: tuple[Bundle, ...],
    staging: Staging,
    tools: tuple[Keeper, Maker],
    apart: Callable[[], None],
    count: _Count,
) -> list[Bundled]:
    """Share the bundles with a copy of this process; files are staged by this one alone."""
    keeper, maker = tools

    def look(number: int) -> _Looked | None:
        """Make what does not stay of a bundle; None where all of it stays."""
        kept, files, bundled = list[str](), list[File](), list[Bundled]()
        keeper.written, keeper.keep = dict[str, Written](), kept.extend
        for each in keeper.unkept(bundles[number], lambda _: None):
            if isinstance(each, Bundled):
                bundled.append(each)
            else:
                files.append(maker.file(each))
        if keeper.is_noted(bundled[0]):
            return None
        return _Looked(bundled[0], keeper.written, kept, files, keeper.touched)

    found: dict[int, tuple[Bundled, dict[str, Written]]] = {}
    for number, looked in halved(look, len(bundles), apart, own=OWN):
        if looked is None:
            found[number] = keeper.noted(bundles[number].name)
            staging.keep(found[number][1])
        else:
            found[number] = looked.bundled, looked.written
            keeper.touched = keeper.touched or looked.touched
            staging.keep(looked.kept)
            for file in looked.files:
                maker.stage(file)
        count(len(found[number][1]))
    keeper.written = {}
    for number in range(len(bundles)):
        keeper.written.update(found[number][1])
    return [found[number][0] for number in range(len(bundles))]
