"""The shelf on disk: a folder with a file for each piece of it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from sitegen.shelf import HEAD, Shelf, decode_shelf
from sitegen.shell.report import SHELF
from sitegen.shell.state import read, save
from sitegen.shell.writing import sign


def load_shelf(project: Path) -> Shelf:
    """Return the shelf of the last build; what of it cannot be read is not on it."""
    folder = project / SHELF
    return decode_shelf(lambda name: read(folder / name))


def save_shelf(project: Path, shelf: Shelf, before: Shelf) -> Shelf:
    """Write the pieces that are not as they were `before`, then remove those that are none any more.

    Return the shelf that knows its pieces on disk: `before` where nothing had to be written.
    """
    if shelf.same_as(before):
        return before
    folder = project / SHELF
    for name, data in shelf.pieces(before):
        save(folder / name, data)
    with suppress(OSError):  # removed by another process, or later
        for old in folder.iterdir():
            if old.name not in shelf.names:
                old.unlink()
    return shelf


def shelf_sign(project: Path) -> tuple[int, int]:
    """Return by what it is seen whether another process has written the shelf since."""
    return sign(project / SHELF / HEAD)
