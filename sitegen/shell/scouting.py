"""What a copy of this process finds out while this one loads what the last build kept.

It reads the few articles whose files are new, and looks whether the site lies as it was left.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from itertools import chain, islice
from typing import Any, TypeVar

from sitegen.library.project import Options, read_some
from sitegen.shell.halving import FEW, Ahead, can_halve
from sitegen.shell.program import code_digest
from sitegen.shell.report import Request
from sitegen.shell.state import State
from sitegen.shell.untouched import Begun, touched
from sitegen.work import Desk, Read, Spread, read_one

A = TypeVar("A")
B = TypeVar("B")


class Scout:
    """Goes ahead of a build that has begun; use it as a context."""

    def __init__(self, request: Request, begun: Begun) -> None:
        self._request, self.begun = request, begun
        goes = request.alone and can_halve() and begun.state.code == code_digest()
        self._ahead = Ahead(self._read, partial(touched, request, begun.state)) if goes else None

    def __enter__(self) -> Scout:
        return self

    def __exit__(self, *error: object) -> None:
        if self._ahead:
            self._ahead.__exit__(*error)

    def _read(self) -> tuple[Desk, dict[bytes, Read]]:
        options = Options(base_url=self._request.base_url, code=code_digest())
        return read_some(self.begun.files, options, self.begun.files.changed())

    def touched(self, state: State) -> frozenset[str] | None:
        """Return the files of the site that do not lie as `state` says; None if nobody looked at those."""
        found: frozenset[str] | None = None
        if self._ahead and state is self.begun.state:
            found = self._ahead.answer(1)
        return found

    def reading(self, spread: Spread) -> Spread:
        """Return `spread`, but for a few articles to read: what has been read of them is not read again."""

        def foreseen(work: Callable[[A], B], values: Iterable[A], /) -> Iterable[B]:
            if not self._ahead or not (isinstance(work, partial) and work.func is read_one):
                return spread(work, values)
            rest = iter(values)
            first: list[Any] = list(islice(rest, FEW))
            if not 0 < len(first) < FEW:
                return spread(work, chain(first, rest))
            desk, found = self._ahead.answer(0)
            known = found if desk == work.args[0] else {}
            left = iter(spread(work, [job for job in first if job.key not in known]))
            return [known[job.key] if job.key in known else next(left) for job in first]

        return foreseen
