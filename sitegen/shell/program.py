"""What program this is: a digest of everything that decides what it writes."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import sitegen
from sitegen.shell import distributions

#: Packages whose version can change a page or a reading.
_DECIDING = ("babel", "hijridate", "jinja2", "lxml", "markdown", "msgspec", "pyyaml")

#: The same, where they are installed.
_OPTIONAL = ("brotli", "fonttools", "uharfbuzz")

#: The shell decides no byte, the theme is an input, the skeleton is only copied.
_UNDECIDING = ("shell/", "theme/", "skeleton/")


@cache
def code_digest() -> str:
    """Return a digest of every source and data file of sitegen, of Python and of the packages it uses."""
    total = hashlib.blake2b(f"python {sys.version.split()[0]}\n".encode(), digest_size=16)
    for name in _DECIDING:
        found = distributions.installed(name)
        total.update(f"{name} {found.version if found else _stated(name)}\n".encode())
    for name in _OPTIONAL:
        if found := distributions.installed(name):
            total.update(f"{name} {found.version}\n".encode())
    package = Path(sitegen.__file__).resolve().parent
    for path in sorted(_files(str(package), "")):
        total.update(f"{path}\n".encode() + (package / path).read_bytes())
    return total.hexdigest()


def _stated(name: str) -> str:
    """Return the version that a package without metadata in a folder states, in an archive for instance."""
    from importlib.metadata import version  # noqa: PLC0415 - takes long to import

    return version(name)


def _files(folder: str, above: str) -> Iterator[str]:
    """Yield the path below the package of each file in `folder` that decides what is written."""
    with os.scandir(folder) as found:
        for entry in found:
            path = above + entry.name
            if entry.is_dir():
                if f"{path}/" not in _UNDECIDING and entry.name != "__pycache__":
                    yield from _files(entry.path, f"{path}/")
            elif not path.endswith(".pyc"):
                yield path
