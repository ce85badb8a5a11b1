"""Spread per-article work over processes, or over a Dask cluster, in order and within bounds.

Any `concurrent.futures.Executor` will do.  When a worker dies, what it had in
hand is done here; the answer is the same.  Little work is done at once, without
waiting half a second for processes to start.
"""

from __future__ import annotations

import atexit
import os
import pickle
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, TypeVar

from sitegen.errors import SitegenError
from sitegen.shell.heap import LARGE_IN_SHORT, give_back, lasting
from sitegen.shell.program import code_digest
from sitegen.shell.tables import Tables

if TYPE_CHECKING:  # what starts processes is imported where some are started: most edits need none
    from concurrent.futures import Executor, Future

A = TypeVar("A")
B = TypeVar("B")

_ARTICLES, _FILES = 16, 128  # values sent together
_FEW_ARTICLES = 64
_FEW_FILES = 800


class Pool:
    """Workers for one build, started when they are first needed."""

    def __init__(self, workers: int = 0, cluster: str = "", tables: Path | None = None) -> None:
        self._workers, self._cluster, self._tables = workers or os.cpu_count() or 1, cluster, tables
        self._executor: Executor | None = None
        self._client: Any = None

    def __enter__(self) -> Pool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._let_go()
        if self._client:
            self._client.close()  # and with it the executor

    def reading(self, work: Callable[[A], B], values: Iterable[A], /) -> Iterable[B]:
        """Yield `work(value)` in order; for work that takes some ten milliseconds."""
        return self._spread(work, iter(values), _FEW_ARTICLES, _ARTICLES)

    def making(self, work: Callable[[A], B], values: Iterable[A], /) -> Iterable[B]:
        """Yield `work(value)` in order; for work that takes a millisecond or two.

        Workers that have read articles hold much that is of no use here: others begin, and end with the work.
        """
        self._let_go()
        yield from self._spread(work, iter(values), _FEW_FILES, _FILES)
        self._let_go()

    @contextmanager
    def ending(self) -> Iterator[None]:
        """End the processes at the end, also where something went wrong: none of them writes any more."""
        try:
            yield
        finally:
            self._let_go()

    def _let_go(self) -> None:
        """End the processes, if there are any; others are started when they are needed."""
        if self._executor and not self._client:
            self._executor.shutdown(cancel_futures=True)
            self._executor = None

    def _spread(self, work: Callable[[A], B], values: Iterator[A], few: int, size: int) -> Iterator[B]:
        if self._workers == 1 and not self._cluster:
            give_back()  # as where workers are started: there may be much to do
            yield from map(work, values)
            return
        if self._executor is None:
            first = list(islice(values, few))
            if len(first) < few:
                yield from map(work, first)
                return
            self._executor = self._start()
            yield from self._sent(work, iter(first), size)
        yield from self._sent(work, values, size)

    def _start(self) -> Executor:
        give_back()  # there is much to do, and it is held by several
        if self._cluster:
            self._client = _client(self._cluster)
            executor: Executor = self._client.get_executor()
            return executor
        from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415
        from multiprocessing import get_context  # noqa: PLC0415

        start = (self._tables, code_digest() if self._tables else "")
        return ProcessPoolExecutor(self._workers, get_context("spawn"), initializer=_begin, initargs=start)

    def _sent(self, work: Callable[[A], B], values: Iterator[A], size: int) -> Iterator[B]:
        """Keep a few batches for every worker under way."""
        waiting: deque[tuple[list[A], Future[list[B]] | None]] = deque()
        while batch := list(islice(values, size)):
            waiting.append((batch, self._submit(work, batch)))
            if len(waiting) > 3 * self._workers:
                yield from self._result(work, *waiting.popleft())
        while waiting:
            yield from self._result(work, *waiting.popleft())

    def _submit(self, work: Callable[[A], B], batch: list[A]) -> Future[list[B]] | None:
        try:
            # Packed here and not by the executor's own thread: what is packed may ask this thread's database.
            return self._executor.submit(_unpacked, pickle.dumps((work, batch))) if self._executor else None
        except RuntimeError:  # the pool is gone or broken
            return None

    def _result(self, work: Callable[[A], B], batch: list[A], future: Future[list[B]] | None) -> list[B]:
        if future is not None:
            from concurrent.futures import BrokenExecutor, CancelledError  # noqa: PLC0415

            try:
                return future.result()
            except (BrokenExecutor, CancelledError):
                self._let_go()  # a worker died with it; the others end before its work is done again
        return _all(work, batch)


def _all(work: Callable[[A], B], batch: list[A]) -> list[B]:
    return [work(value) for value in batch]


def _unpacked(packed: bytes) -> list[Any]:
    work, batch = pickle.loads(packed)  # noqa: S301 - from our own process
    return _all(work, batch)


def _begin(tables: Path | None, code: str) -> None:
    """Leave Ctrl-C to the process that asked for the work; share the tables with those of other builds."""
    from multiprocessing.util import Finalize  # noqa: PLC0415

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    atexit.register(os._exit, 0)  # what a worker holds goes with it: not object by object, which takes long
    with lasting(LARGE_IN_SHORT):
        if tables is not None:
            Finalize(None, Tables(tables, code).use().save, exitpriority=1)


def _client(address: str) -> Any:
    """Return a Dask client; what a user can do wrong is told plainly."""
    try:
        from distributed import Client  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise SitegenError("--cluster needs Dask", hint='pip install "sitegen[cluster]"') from error
    try:
        # Dask types its package but not this constructor.
        return Client(address, timeout=5, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        hint = "give the address that dask-scheduler prints, such as tcp://host:8786"
        raise SitegenError(f"no Dask scheduler answers at {address}", hint=hint) from error
