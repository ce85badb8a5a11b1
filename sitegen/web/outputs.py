"""One file of the site, not yet made, and what is done with it where it is made.

This is all that a worker which makes files imports: nothing that reads articles.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from sitegen.web.facts import inspect
from sitegen.web.page_facts import PageFacts


class Output(NamedTuple):
    """One file of the site: equal fingerprints mean equal bytes; `make` gives them."""

    path: str
    fingerprint: bytes
    make: Callable[[], bytes]
    sources: tuple[str, ...]  # the input files it was made from
    far: bool = False  # `make` can be sent to another process

    @property
    def data(self) -> bytes:
        """Return the bytes, made now."""
        return self.make()


class Bundle(NamedTuple):
    """Files that are made from the same values: equal fingerprints mean the same files, b"" says nothing.

    It may be made of smaller bundles; then only those need be opened of which something is new.
    """

    name: str
    known: Callable[[], bytes] = bytes  # works out the fingerprint
    files: Callable[[], Iterable[Output]] = tuple
    parts: Callable[[], Iterable[Bundle]] = tuple

    @property
    def fingerprint(self) -> bytes:
        """Return the fingerprint, worked out now."""
        return self.known()

    def outputs(self) -> Iterator[Output]:
        """Yield every file in it."""
        for part in self.parts():
            yield from part.outputs()
        yield from self.files()


def made(job: tuple[str, Callable[[], bytes], bool]) -> tuple[bytes, PageFacts | None]:
    """Make one file where this runs: its path and its maker are given, and whether to look at it too."""
    path, make, look = job
    data = make()
    return data, inspect(path, data) if look else None


def looked_at(file: tuple[str, bytes]) -> tuple[str, PageFacts]:
    """Look at one finished file, of which path and bytes are given; return the path with what it says."""
    path, data = file
    return path, inspect(path, data)
