"""What this process holds in memory: when garbage is looked for in it, and what is freed goes back."""

from __future__ import annotations

import ctypes
import gc
from collections.abc import Iterator
from contextlib import contextmanager, suppress

#: Options of `mallopt` in glibc: bytes from which a block is mapped, or given back; number of arenas.
_MMAP_FROM, _TRIM_FROM, _ARENAS = -3, -1, -8
_LARGE = 1 << 18  # bytes
#: In a worker, which ends with its work and is handed megabytes every moment: the system would map and clear
#: each of their pages anew.
LARGE_IN_WORKER = 1 << 23


@contextmanager
def lasting(large: int = _LARGE) -> Iterator[None]:
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
        _give_back(large)


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


def _give_back(large: int) -> None:
    """Have large blocks given back to the system when they are freed, where the C library can be told so.

    glibc keeps them for later once it has seen some, and small ones that last come to lie between them.
    """
    with suppress(OSError, AttributeError, TypeError):  # no glibc
        mallopt = ctypes.CDLL(None).mallopt
        for option, value in ((_MMAP_FROM, large), (_TRIM_FROM, large), (_ARENAS, 1)):
            mallopt(option, value)
