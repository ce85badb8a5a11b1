"""What earlier imports finished, so that an interrupted one goes on where it stopped.

Losing the journal costs time, never an article: every text is compared with
those that are there before it is written.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from types import TracebackType

import msgspec

PATH = Path(".cache", "sitegen", "imports.jsonl")


class Line(msgspec.Struct):
    """One source that was imported whole: the digest of its bytes, and what came of it."""

    key: str
    paths: list[str]


class Journal:
    """An append-only file with one line a source."""

    def __init__(self, project: Path) -> None:
        self._project, self._place = project, project / PATH
        self._done: dict[str, list[str]] = {}

    def __enter__(self) -> Journal:
        self._place.parent.mkdir(parents=True, exist_ok=True)
        if self._place.is_file():
            for line in self._place.read_bytes().splitlines():
                try:
                    read = msgspec.json.decode(line, type=Line)
                except msgspec.DecodeError:
                    continue  # cut short by an interruption
                self._done[read.key] = read.paths
        self._file = self._place.open("ab")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def finished(self, raw: bytes) -> list[str]:
        """Return the articles that these bytes became, if all of them still lie there; else nothing."""
        paths = self._done.get(_key(raw), [])
        return paths if all((self._project / path).is_file() for path in paths) else []

    def note(self, raw: bytes, paths: list[str]) -> None:
        """Note that a source was imported whole."""
        self._file.write(msgspec.json.encode(Line(_key(raw), paths)) + b"\n")
        self._file.flush()


def _key(raw: bytes) -> str:
    return hashlib.blake2b(raw, digest_size=16).hexdigest()
