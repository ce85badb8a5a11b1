"""What the last build left on disk, so that the next can tell what has changed without reading it.

A file whose size, times and number are those noted is taken to be the same.
As in git's index, a file that was changed in the very moment it was noted could
change once more without a sign, so such notes are not trusted.  Losing this
file, or any doubt about it, costs time and never changes a result.
"""

from __future__ import annotations

import os
from pathlib import Path

import msgspec
from msgspec import Struct

from sitegen.errors import Problem
from sitegen.memo import seal, unsealed

_KIND = "state 4"
_DOUBT = 2_000_000_000  # ns: the coarsest clock of a common file system

#: Size, time of change of the content, of the file, and number of a file.
Sign = tuple[int, int, int, int]


class Seen(Struct, frozen=True, array_like=True):
    """An input as it lay on disk, and the digest of its bytes."""

    sign: Sign
    digest: bytes


class Written(Struct, frozen=True, array_like=True):
    """An output as it was published: the fingerprint it was made by, and its sign on disk."""

    fingerprint: bytes
    size: int
    changed: int  # ns


class Summary(Struct, frozen=True, array_like=True):
    """What a build with nothing to do can still report."""

    problems: tuple[Problem, ...] = ()
    articles: int = 0
    pages: int = 0
    size: int = 0
    skipped: tuple[tuple[str, str], ...] = ()


class Bundled(Struct, frozen=True, array_like=True):
    """Outputs that are made from the same values: their name, fingerprint and number; smaller bundles."""

    name: str
    mark: bytes
    count: int
    parts: tuple[Bundled, ...] = ()


class State(Struct, array_like=True):
    """A finished build: what it read, what it wrote and what its pages say of each other."""

    code: str = ""
    settings: str = ""
    base_url: str = ""
    output: str = ""  # the folder it was published in
    manifest: tuple[int, int] = (-1, 0)  # size and time of change
    noted: int = 0  # ns, when the inputs were looked at
    inputs: dict[str, Seen] = {}
    outputs: dict[str, Written] = {}
    bundles: tuple[Bundled, ...] = ()  # in the order of `outputs`
    ledger: bytes = b""  # a `sitegen.web.ledger.Ledger`, decoded only where it is needed
    around: bytes = b""  # what all pages stand in
    orphans: tuple[Problem, ...] = ()  # pages that no other links to
    summary: Summary = Summary()


def sign_of(found: os.stat_result) -> Sign:
    """Return by what a file is known."""
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino


def trusted(seen: Seen | None, sign: Sign, noted: int) -> bool:
    """Say whether a file is as it was noted, beyond doubt."""
    return seen is not None and seen.sign == sign and max(sign[1], sign[2]) < noted - _DOUBT


def read_state(path: Path) -> State:
    """Return what the last build noted; an empty state when there is nothing usable."""
    body = unsealed(_KIND, read(path))
    if body is None:
        return State()
    try:
        return msgspec.msgpack.decode(body, type=State)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return State()


def write_state(path: Path, state: State) -> None:
    """Note a build; a disk that takes no note is no reason to fail."""
    save(path, seal(_KIND, msgspec.msgpack.encode(state)))


def read(path: Path) -> bytes:
    """Return the bytes at `path`, none where nothing can be read."""
    try:
        return path.read_bytes()
    except OSError:
        return b""


def save(path: Path, data: bytes) -> None:
    """Put `data` at `path` in one step, if the disk lets us."""
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(data)
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
