"""Which output paths may exist together: inside the folder, portable, each wanted once.

A path must mean one file on every system that a site is built on, copied to or
checked out on: capitals and Unicode forms do not tell files apart everywhere.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable

from sitegen.errors import OutputError, Where, isolate

_ODD = re.compile(r'[\x00-\x1f\x7f\\:*?"<>|\ud800-\udfff]')
_LONGEST = 255  # bytes in one segment of a path, on every common file system
_PART = "[A-Za-z0-9_-](?:[A-Za-z0-9._-]{0,99}[A-Za-z0-9_-])?"
_PLAIN = re.compile(f"{_PART}(?:/{_PART})*")  # nearly all paths, and nothing is wrong with them


def fault_in(path: str) -> str:
    """Say why `path` may not be written under the output folder; '' when it may.

    >>> fault_in("ar/people/index.html"), fault_in("../x"), fault_in("a//b")
    ('', 'it leaves the output folder', 'it has an empty part')
    """
    for part in () if _PLAIN.fullmatch(path) else path.split("/"):
        if part in (".", "..") or path.startswith("/"):
            return "it leaves the output folder"
        if not part:
            return "it has an empty part"
        if _ODD.search(part) or part != part.strip() or part.endswith("."):
            return "it has characters that some systems cannot store"
        if not unicodedata.is_normalized("NFC", part):
            return "it is not in Unicode normal form C"
        if len(part.encode()) > _LONGEST:
            return f"a part of it is longer than {_LONGEST} bytes"
    return ""


def folder_names(path: str) -> Iterable[str]:
    """Return every folder above `path`, the outermost first.

    >>> list(folder_names("a/b/c.html"))
    ['a', 'a/b']
    """
    at = path.find("/")
    while at >= 0:
        yield path[:at]
        at = path.find("/", at + 1)


class Claims:
    """Who wants which path; the second to want one is refused."""

    def __init__(self, reserved: str) -> None:
        self._reserved = reserved.casefold()
        self._files: dict[str, tuple[str, str]] = {}  # folded -> (path, source)
        self._folders: dict[str, tuple[str, str]] = {}  # folded -> (a path below it, its source)

    def claim(self, path: str, source: str = "") -> None:
        """Note that `source` wants `path`.

        >>> claims = Claims(".manifest")
        >>> claims.claim("ar/a.html", "a.txt")
        >>> claims.claim("ar/A.html", "b.txt")
        Traceback (most recent call last):
          ...
        sitegen.errors.OutputError: b.txt: two sources want one path, ar/A.html: a.txt and b.txt
          hint: rename one of them, or give one article another id
        """
        folded = path.casefold()
        folded = path if folded == path else folded  # held once
        fault = fault_in(path) or ("the name belongs to sitegen" if folded == self._reserved else "")
        if fault:
            where = Where(source) if source else None
            raise OutputError(f"{_shown(path)} cannot be written: {fault}", where, hint="rename its source")
        other = self._files.get(folded) or self._folders.get(folded)
        folder = folded.rpartition("/")[0]
        while folder and folder not in self._folders:  # those above a known one are known
            other = other or self._files.get(folder)
            self._folders[folder] = path, source
            folder = folder.rpartition("/")[0]
        if other:
            raise _twice(path, other, (path, source))
        self._files[folded] = (path, source)

    def twice(self, path: str, source: str = "") -> OutputError:
        """Return the error for a second file at `path`, claimed before or kept as it lies."""
        return _twice(path, self._files.get(path.casefold(), (path, "")), (path, source))

    def beside(self, new: Iterable[str], kept: Iterable[str]) -> None:
        """Refuse a path among `new`, claimed before, that cannot lie beside those `kept`, which lie together.

        >>> claims = Claims(".manifest")
        >>> claims.claim("ar/A/b.html", "b.txt")
        >>> claims.beside(["ar/A/b.html"], ["ar/a.html", "ar/ab"])
        >>> claims.beside(["ar/A/b.html"], ["ar/a", "ar/ab"])
        Traceback (most recent call last):
          ...
        sitegen.errors.OutputError: b.txt: two sources want one path, ar/A/b.html: b.txt and ar/a
          hint: rename one of them, or give one article another id
        """
        lying = {path.casefold(): path for path in kept}
        ordered = sorted(lying)
        for folded in map(str.casefold, new):
            at = bisect_left(ordered, f"{folded}/")  # where paths in a folder of this name would stand
            below = (path for path in ordered[at : at + 1] if path.startswith(f"{folded}/"))
            held = (folded, *folder_names(folded), *below)
            other = next((lying[each] for each in held if each in lying), None)
            if other:
                raise _twice(self._files[folded][0], self._files[folded], (other, ""))


def _twice(path: str, one: tuple[str, str], other: tuple[str, str]) -> OutputError:
    names = f"{one[1] or one[0]} and {other[1] or other[0]}"
    hint = "rename one of them, or give one article another id"
    where = Where(source) if (source := other[1] or one[1]) else None
    return OutputError(f"two sources want one path, {_shown(path)}: {names}", where, hint=hint)


def _shown(path: str) -> str:
    """Return a path as a terminal can show it."""
    if path.isascii() and path.isprintable():
        return path
    return isolate("".join(c if c.isprintable() else ascii(c)[1:-1] for c in path))
