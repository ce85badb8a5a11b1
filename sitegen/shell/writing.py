"""Write a file that is not there yet, with as few calls as can be: a build writes tens of thousands."""

from __future__ import annotations

import os
import shutil
import stat
from pathlib import Path

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)

#: Size and time of change (ns) of a file; (-1, 0) where there is none or it is a link.
Sign = tuple[int, int]


def write_new(place: str, data: bytes) -> Sign:
    """Write a new file and return its sign.

    `FileExistsError` is raised where something lies there.  A file object would cost as much as the writing.
    """
    file = os.open(place, _NEW, 0o666)
    try:
        at = os.write(file, data)
        while at < len(data):  # the system may take less than all of a large file at once
            at += os.write(file, data[at:])
        found = os.fstat(file)
    finally:
        os.close(file)
    return found.st_size, found.st_mtime_ns


def sign(path: Path | str) -> Sign:
    """Return the sign of what lies at `path`."""
    try:
        found = os.lstat(path)
    except OSError:
        return -1, 0
    return (found.st_size, found.st_mtime_ns) if stat.S_ISREG(found.st_mode) else (-1, 0)


def drop_empty(place: Path) -> None:
    """Remove a folder that holds nothing but folders, so that a file can take its name."""
    if place.is_dir() and not place.is_symlink():
        for each in sorted(place.rglob("*"), reverse=True):
            each.rmdir()
        place.rmdir()


def clear(folder: Path) -> None:
    """Remove everything in a folder."""
    for each in folder.iterdir():
        if each.is_dir() and not each.is_symlink():
            shutil.rmtree(each)
        else:
            each.unlink()
