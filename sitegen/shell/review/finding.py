"""One thing for an editor to look at, and what settles it."""

from __future__ import annotations

from typing import Any, NamedTuple

from sitegen.desk.sidecar import SETTLED
from sitegen.errors import FSI, PDI, Where

_RANK = {kind: number for number, kind in enumerate(SETTLED)}


class Finding(NamedTuple):
    """What was found where.  `settle` is a command, or a line for the file `into`."""

    kind: str  # a key of SETTLED
    where: Where
    what: str
    settle: str
    into: str = ""
    weight: int = 1  # of two findings of a kind the heavier is shown first

    @property
    def order(self) -> tuple[int, int, str, int]:
        """Return what to sort by: the worst kind first, then the heaviest."""
        return (_RANK[self.kind], -self.weight, self.where.path, self.where.line or 0)

    def values(self) -> dict[str, Any]:
        """Return the finding as plain values."""
        return {
            "kind": self.kind, "path": self.where.path, "line": self.where.line,
            "what": _plain(self.what), "settle": _plain(self.settle), "into": self.into or None,
        }  # fmt: skip


def _plain(text: str) -> str:
    return text.replace(FSI, "").replace(PDI, "")
