"""Two processes share a little work: this one and a copy of it, which has all at hand that this one has.

To start a worker takes half a second and what it works on must be sent to it; a copy takes some
milliseconds.  Only a process with one thread can be copied safely, and only where the system can do so.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from sitegen.work import Spread  # imports all that reads articles

A = TypeVar("A")
B = TypeVar("B")

_SIZE = 4  # bytes of a number, and of the length of an answer
_ROOM = 1 << 20  # bytes that a pipe holds, if the system lets it
_LEAST = 4  # values that are worth a copy
#: So many articles are worth workers; to start two of these takes as long as to finish a hundred.
FEW = 200


def can_halve() -> bool:
    """Say whether this process can be copied."""
    return sys.platform == "linux" and threading.active_count() == 1


def halved(
    work: Callable[[int], B], count: int, apart: Callable[[], None], own: int = 0
) -> Iterator[tuple[int, B]]:
    """Yield (number, `work(number)`) for every number below `count`, as each is done, here or in a copy.

    `apart` is called first in the copy: it lets go of what two processes must not share.  What the copy
    cannot do is done here, and so are the last `own` numbers, first of all.
    """
    if not can_halve():
        yield from ((number, work(number)) for number in range(count))
        return
    left = set(range(count))
    with _Copy(work, count - own, apart) as copy:
        for number in chain(range(count - own, count), copy.numbers()):
            yield number, work(number)
            left.discard(number)
            for other, answer in copy.answers(wait=False):
                yield other, answer
                left.discard(other)
        for other, answer in copy.answers(wait=True):
            yield other, answer
            left.discard(other)
    # What is left found no room in the pipe; or the copy has died, or met an error that is to be told here.
    for number in sorted(left):
        yield number, work(number)


class _Copy:
    """A copy of this process that takes numbers from where this one takes them, and sends back answers."""

    def __init__(self, work: Callable[[int], Any], count: int, apart: Callable[[], None]) -> None:
        self._numbers, given = os.pipe()
        _widen(given)
        os.set_blocking(given, False)  # what finds no room is not given away
        os.write(given, b"".join(number.to_bytes(_SIZE, "big") for number in range(count)))
        os.close(given)
        self._answers, sent = os.pipe()
        _widen(sent)
        self._held, self._ended = bytearray(), False
        self._pid = _fork()
        if self._pid == 0:
            self._serve(work, apart, sent)
        os.close(sent)

    def __enter__(self) -> _Copy:
        return self

    def __exit__(self, *error: object) -> None:
        if self._pid is not None:
            with suppress(ProcessLookupError):
                os.kill(self._pid, signal.SIGKILL)  # it has nothing to put away
            os.waitpid(self._pid, 0)
        os.close(self._numbers)
        os.close(self._answers)

    def numbers(self) -> Iterator[int]:
        """Yield numbers that nobody has taken; one is read in one piece."""
        while number := os.read(self._numbers, _SIZE):
            yield int.from_bytes(number, "big")

    def answers(self, *, wait: bool) -> Iterator[tuple[int, Any]]:
        """Yield what has come back: what is there by now, or all of it."""
        os.set_blocking(self._answers, wait)
        while not self._ended:
            try:
                data = os.read(self._answers, _ROOM)
            except BlockingIOError:
                return
            self._ended = not data
            self._held += data
            yield from self._whole()

    def _whole(self) -> Iterator[tuple[int, Any]]:
        """Yield the answers that have come to their end."""
        while len(self._held) >= _SIZE:
            end = _SIZE + int.from_bytes(self._held[:_SIZE], "big")
            if len(self._held) < end:
                return
            answer = bytes(self._held[_SIZE:end])
            del self._held[:end]
            yield pickle.loads(answer)  # noqa: S301 - from a copy of this process

    def _serve(self, work: Callable[[int], Any], apart: Callable[[], None], sent: int) -> None:
        """Answer numbers until none is left; this is the copy, and it ends here whatever happens."""
        try:
            signal.signal(signal.SIGINT, signal.SIG_IGN)
            os.close(self._answers)
            apart()
            for number in self.numbers():
                answer = pickle.dumps((number, work(number)), pickle.HIGHEST_PROTOCOL)
                rest = memoryview(len(answer).to_bytes(_SIZE, "big") + answer)
                while rest:
                    rest = rest[os.write(sent, rest) :]
        finally:
            os._exit(0)


def _fork() -> int | None:
    """Copy this process; None where the system has no room for a copy, so that all is done here."""
    try:
        return os.fork()
    except OSError:
        return None


def _widen(pipe: int) -> None:
    """Let a pipe hold more, so that the copy need not wait until this process looks."""
    if sys.platform == "linux":
        import fcntl  # noqa: PLC0415 - not everywhere

        with suppress(OSError):
            fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _ROOM)


class Ahead:
    """What a copy of this process works out while this one does other things; use it as a context."""

    def __init__(self, *works: Callable[[], Any]) -> None:
        self._works = works
        self._copy = _Copy(lambda n: works[n](), len(works), lambda: None) if can_halve() else None
        self._answers = self._copy.answers(wait=True) if self._copy else iter(())
        self._found: dict[int, Any] = {}

    def __enter__(self) -> Ahead:
        return self

    def __exit__(self, *error: object) -> None:
        if self._copy:
            self._copy.__exit__(*error)

    def answer(self, number: int) -> Any:
        """Return what came of the work of this number; where no copy could do it, it is done now."""
        while number not in self._found:
            arrived = next(self._answers, None)
            other, answer = arrived or (number, self._works[number]())
            self._found[other] = answer
        return self._found[number]


def in_halves(spread: Spread, apart: Callable[[], None]) -> Spread:
    """Return `spread`, but for work on a few values, which a copy of this process shares."""

    def shared(work: Callable[[A], B], values: Iterable[A], /) -> Iterable[B]:
        rest = iter(values)
        first = list(islice(rest, FEW))
        if not _LEAST <= len(first) < FEW:
            return spread(work, chain(first, rest))
        done = dict(halved(lambda number: work(first[number]), len(first), apart))
        return [done[number] for number in range(len(first))]

    return shared
