"""What an earlier process made of the package's tables, so that a start need not make it again.

Folding and indexing the shipped lists takes most of a second, reading what came
of it a tenth of that.  Losing or garbling the file costs that second and never
changes a result: it is believed only if it is whole and of this very program.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from sitegen import data
from sitegen.memo import seal, unsealed
from sitegen.shell.heap import seldom
from sitegen.shell.program import code_digest
from sitegen.shell.report import TABLES
from sitegen.shell.state import read, save


class Tables(dict[bytes, bytes]):
    """A memo of tables in one file; `code` is the digest of the program."""

    def __init__(self, place: Path, code: str) -> None:
        self._place, self._kind = place, f"tables 1 {code}"
        super().__init__(self._kept())
        self._known = len(self)

    def _kept(self) -> dict[bytes, bytes]:
        body = unsealed(self._kind, read(self._place))
        return {} if body is None else msgspec.msgpack.decode(body, type=dict[bytes, bytes])

    def use(self) -> Tables:
        """Let this process take its tables from here."""
        data.keep_in(self)
        return self

    def save(self) -> None:
        """Write what was made since, beside what other processes have made meanwhile."""
        if len(self) > self._known:
            self.update({**self._kept(), **self})
            save(self._place, seal(self._kind, msgspec.msgpack.encode(dict(self))))
            self._known = len(self)


@contextmanager
def at_hand(project: Path) -> Iterator[None]:
    """Let a command take its tables from where builds of `project` keep theirs; none are kept before a build.

    Modules that read tables when they are imported are to be imported inside.
    """
    seldom()
    place = project / TABLES
    tables = Tables(place, code_digest()).use()
    yield
    if place.parent.is_dir():
        tables.save()
