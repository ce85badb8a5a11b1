"""Make the files of a compiled site in the staging area, those that may differ, and check what changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from sitegen.desk.config import Config
from sitegen.errors import Problem, Where
from sitegen.memo import Memo, digest, remember
from sitegen.pipeline import Compiled, Output
from sitegen.shell.output import Staging
from sitegen.shell.program import code_digest
from sitegen.shell.state import State, Written
from sitegen.site.urls import Links
from sitegen.web.facts import PageFacts, inspect, interned
from sitegen.web.ledger import Change, Ledger, orphans, still_sound, whole_check

Progress = Callable[[str, int, int], None]


class Made(NamedTuple):
    """What making the site left behind: no bytes, only what to know of them."""

    written: dict[str, Written]
    ledger: Ledger
    problems: tuple[Problem, ...]
    sources: dict[str, tuple[str, ...]]  # of changed files
    pages: int
    size: int


def make(compiled: Compiled, staging: Staging, before: State, memo: Memo, progress: Progress) -> Made:
    """Stage every file whose fingerprint or place on disk is not as it was; check the whole."""
    maker = _Maker(compiled.config, staging, before, memo)
    expected = len(before.outputs)
    for number, output in enumerate(compiled.outputs(), 1):
        maker.take(output)
        progress("pages", number, expected if number <= expected else 0)
    ledger, problems = maker.check()
    signs = staging.signs
    return Made(
        written={path: Written(mark, *signs[path]) for path, mark in maker.fingerprints.items()},
        ledger=ledger, problems=problems, sources=maker.sources,
        pages=sum(path.endswith(".html") for path in signs), size=sum(size for size, _ in signs.values()),
    )  # fmt: skip


class _Maker:
    def __init__(self, config: Config, staging: Staging, before: State, memo: Memo) -> None:
        self._links, self._staging, self._before, self._memo = Links(config.base_url), staging, before, memo
        #: Something is not as it was left, so what was noted of links does not hold.
        self._lost = before.code != code_digest() or before.base_url != config.base_url
        self._changes: dict[str, Change] = {}
        self._origins: dict[str, str] = {}  # the input to look at when something is wrong with a file
        self.fingerprints: dict[str, bytes] = {}
        self.sources: dict[str, tuple[str, ...]] = {}

    def take(self, output: Output) -> None:
        """Keep a file as it lies, or make it anew."""
        path, was = output.path, self._before.outputs.get(output.path)
        self.fingerprints[path] = output.fingerprint
        intact = was is not None and self._staging.intact(path, (was.size, was.changed))
        if was is not None and intact and was.fingerprint == output.fingerprint:
            self._staging.keep(path, (was.size, was.changed))
            return
        self._lost = self._lost or (was is not None and not intact)
        old = self._facts(path, self._staging.lying(path)) if intact and not self._lost else None
        data = output.make()
        origin = next((s for s in reversed(output.sources) if s.startswith("content/")), "")
        self._origins[path] = origin
        if self._staging.add(path, data, origin or next(iter(output.sources), "")):
            self.sources[path] = output.sources
            self._changes[path] = (old, self._facts(path, data))
        elif was is None:
            self._lost = True

    def _facts(self, path: str, content: bytes | None) -> PageFacts | None:
        """Return the facts of one file; parsing HTML is slow, so they are remembered."""
        if content is None:
            return None
        key = digest("facts", code_digest(), path, content)
        return interned(remember(self._memo, key, PageFacts, lambda: inspect(path, content)))

    def _facts_of(self, path: str) -> PageFacts | None:
        """Return the facts of a file of the new site."""
        changed = self._changes.get(path)
        return changed[1] if changed else self._facts(path, self._staging.made(path))

    def check(self) -> tuple[Ledger, tuple[Problem, ...]]:
        """Return the ledger of the new site and what is wrong with it, looking at no more than is needed."""
        wanted, ledger = self._staging.wanted, self._before.ledger
        for path in sorted(self._before.outputs.keys() - wanted):
            facts = self._facts(path, self._staging.lying(path))
            self._lost = self._lost or facts is None
            self._changes[path] = (facts, None)
        if not self._lost and still_sound(ledger, self._changes, wanted, self._facts_of, self._links):
            return ledger, self._placed(orphans(ledger, wanted))
        facts_of = {path: facts for path in sorted(wanted) if (facts := self._facts_of(path))}
        problems, ledger = whole_check(facts_of, wanted, self._links)
        return ledger, self._placed(problems)

    def _placed(self, found: tuple[Problem, ...]) -> tuple[Problem, ...]:
        """Return problems with the path a user sees and the input they come from."""
        name = self._staging.output.name
        out = []
        for problem in found:
            where, hint = problem.where, problem.hint
            origin = self._origins.get(where.path, "") if where else ""
            hint = hint or (f"the page is made from {origin}" if origin else "look at the templates")
            out.append(problem._replace(where=where and Where(f"{name}/{where.path}", where.line), hint=hint))
        return tuple(out)
