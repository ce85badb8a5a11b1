"""What this process holds in memory: when garbage is looked for, what goes back, how all is let go."""

from __future__ import annotations

import atexit
import ctypes
import gc
import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

#: Options of `mallopt` in glibc: bytes from which a block is mapped, or given back; number of arenas.
_MMAP_FROM, _TRIM_FROM, _ARENAS = -3, -1, -8
LARGE = 1 << 18  # bytes
#: In a process that ends soon, as that of a small edit or a worker, which handles megabytes every moment: the
#: system would map and clear each of their pages anew.
LARGE_IN_SHORT = 1 << 23


@contextmanager
def lasting(large: int = LARGE) -> Iterator[None]:
    """Load what stays to the end: nothing of it is looked through for garbage, now or later.

    Freed blocks of `large` bytes and more go back to the system.

    Readings and pages hold no cycles, so from then on garbage is looked for hundreds of times less often.
    """
    gc.disable()
    try:
        yield
    finally:
        if not gc.get_freeze_count():
            gc.freeze()
        seldom()
        gc.enable()
        give_back(large)


def seldom() -> None:
    """Look for garbage hundreds of times less often: what a start makes stays, and is no cycle."""
    gc.set_threshold(500_000, 20, 20)


@contextmanager
def uncollected(*, first: bool) -> Iterator[None]:
    """Let no garbage be looked for while much is loaded, nor ever among what was loaded `first`."""
    gc.disable()
    try:
        yield
    finally:
        if first:
            gc.freeze()
        gc.enable()


def freeze() -> None:
    """Let what is held by now never be looked through again."""
    gc.collect()
    gc.freeze()


def give_back(large: int = LARGE) -> None:
    """Have large blocks given back to the system when they are freed, where the C library can be told so.

    glibc keeps them for later once it has seen some, and small ones that last come to lie between them.
    """
    with suppress(OSError, AttributeError, TypeError):  # no glibc
        mallopt = ctypes.CDLL(None).mallopt
        for option, value in ((_MMAP_FROM, large), (_TRIM_FROM, large), (_ARENAS, 1)):
            mallopt(option, value)


def leave(code: object) -> None:
    """End this process with the exit `code` and free nothing: the system takes all of it back at once.

    To free what a build holds of 10,000 articles object by object takes a tenth of a second.  Returns where
    the process must end in the usual way: it has other threads, or what it printed cannot be written.
    """
    if not (code is None or isinstance(code, int)) or threading.active_count() > 1:
        return
    atexit._run_exitfuncs()
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream:
                stream.flush()
    except (OSError, ValueError):
        return
    os._exit(code or 0)
