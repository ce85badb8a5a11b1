"""What a worker does with one file: makes it and, where nothing lies yet, writes it too.

Bytes that are written where they are made need not be packed, sent and unpacked by two processes.
This is all that such a worker imports; nothing of it reads articles.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sitegen.shell.writing import Sign, write_new
from sitegen.web.outputs import made
from sitegen.web.page_facts import PageFacts

#: How a file is made: its path, its maker, whether to look at it, where to write it if here.
Job = tuple[str, Callable[[], bytes], bool, str]


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
