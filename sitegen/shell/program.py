"""What program this is: a digest of everything that decides what it writes."""

from __future__ import annotations

import ctypes
import gc
import hashlib
import platform
from collections.abc import Iterator
from contextlib import contextmanager, suppress
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


#: Options of glibc's `mallopt`: bytes from which a block is mapped, or given back; number of arenas.
_MMAP_FROM, _TRIM_FROM, _ARENAS = -3, -1, -8


@contextmanager
def lasting() -> Iterator[None]:
    """Load what stays to the end: nothing of it is looked through for garbage, now or later.

    Readings and pages hold no cycles, so from then on garbage is looked for a hundred times less often.
    """
    gc.disable()
    try:
        yield
    finally:
        if not gc.get_freeze_count():
            gc.freeze()
        gc.set_threshold(100_000, 20, 20)
        gc.enable()
        _give_back()


def _give_back() -> None:
    """Have large blocks given back to the system when they are freed, where the C library can be told so.

    glibc keeps them for later once it has seen some, and small ones that last come to lie between them.
    """
    with suppress(OSError, AttributeError, TypeError):  # no glibc
        mallopt = ctypes.CDLL(None).mallopt
        for option, value in ((_MMAP_FROM, 1 << 18), (_TRIM_FROM, 1 << 18), (_ARENAS, 1)):
            mallopt(option, value)


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
