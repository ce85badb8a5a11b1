"""What program this is: a digest of everything that decides what it writes."""

from __future__ import annotations

import hashlib
import platform
from contextlib import suppress
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import sitegen

#: Packages whose version can change a page or a reading.
_DECIDING = ("babel", "hijridate", "jinja2", "lxml", "markdown", "msgspec", "pyyaml")

#: The same, where they are installed.
_OPTIONAL = ("brotli", "fonttools", "uharfbuzz")

#: The shell decides no byte, the theme is an input, the skeleton is only copied.
_UNDECIDING = ("shell/", "theme/", "skeleton/")


@cache
def code_digest() -> str:
    """Return a digest of every source and data file of sitegen, of Python and of the packages it uses."""
    package = Path(sitegen.__file__).resolve().parent
    total = hashlib.blake2b(digest_size=16)
    for name in (*_DECIDING, "python"):
        found = platform.python_version() if name == "python" else version(name)
        total.update(f"{name} {found}\n".encode())
    for name in _OPTIONAL:
        with suppress(PackageNotFoundError):
            total.update(f"{name} {version(name)}\n".encode())
    for path in sorted(p for p in package.rglob("*") if p.is_file() and p.suffix != ".pyc"):
        relative = path.relative_to(package).as_posix()
        if not relative.startswith(_UNDECIDING):
            total.update(f"{relative}\n".encode() + path.read_bytes())
    return total.hexdigest()
