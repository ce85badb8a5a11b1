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
    fingerprint: bytes
    files: Callable[[], Iterable[Output]] = tuple
    parts: Callable[[], Iterable[Bundle]] = tuple

    def outputs(self) -> Iterator[Output]:
        """Yield every file in it."""
        for part in self.parts():
            yield from part.outputs()
        yield from self.files()


def made(job: tuple[str, Callable[[], bytes]]) -> tuple[bytes, PageFacts]:
    """Make one file, of which the path and the maker are given, where this runs, and look at it."""
    path, make = job
    data = make()
    return data, inspect(path, data)
